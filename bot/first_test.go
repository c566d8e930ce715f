package bot_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"storybot/bot"
	"storybot/corpus"
)

// copiesOf returns articles and behind them a copy of each, printed when publish says.
func copiesOf(articles []corpus.Article, publish func(time.Time) time.Time) []corpus.Article {
	all := slices.Clone(articles)
	for _, a := range articles {
		a.ID, a.Path, a.Outlet = "0 copy of "+a.ID, "copy/"+a.Path, "Copy"
		a.Published = publish(a.Published)
		all = append(all, a)
	}
	return all
}

func isCopy(r bot.Reference) bool { return strings.HasPrefix(r.ID, "0 copy of ") }

// ofItsOwnDay says whether a quote is shown for its article's day, or for a date that only
// that day tells.
func ofItsOwnDay(q bot.Quote) bool {
	return q.Label == "Latest mention" || q.Date != nil && !strings.ContainsAny(q.Date.Text, "0123456789")
}

func TestALaterCopyNeverTakesThePlaceOfAnEarlierOne(t *testing.T) {
	t.Parallel()
	for name, publish := range map[string]func(time.Time) time.Time{
		"a day later":    func(day time.Time) time.Time { return day.AddDate(0, 0, 1) },
		"of unknown day": func(time.Time) time.Time { return time.Time{} },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expectFirst(t, publish, func(r bot.Reference) bool { return !isCopy(r) })
		})
	}
}

func TestAnEarlierCopyTakesThePlaceOfALaterOne(t *testing.T) {
	t.Parallel()
	expectFirst(t, func(day time.Time) time.Time { return day.AddDate(0, 0, -1) }, isCopy)
}

// expectFirst asks all that the golden replies ask of articles of which each has a copy, and
// checks who is quoted. Articles of unknown day are left out.
func expectFirst(t *testing.T, publish func(time.Time) time.Time, first func(bot.Reference) bool) {
	for _, c := range []struct{ corpus, replies string }{
		{"testdata/corpus.txtar", "testdata/replies.txtar"},
		{"testdata/wire.txtar", "testdata/wire_replies.txtar"},
	} {
		articles := slices.DeleteFunc(read(t, parseArchive(t, c.corpus).Files), func(a corpus.Article) bool { return a.Published.IsZero() })
		b, _ := newBot(t, copiesOf(articles, publish))
		quotes := 0
		for _, f := range parseArchive(t, c.replies).Files {
			a, err := b.Answer(t.Context(), f.Name)
			if err != nil {
				continue // a mistake that the golden replies show
			}
			for _, q := range a.Quotes {
				if len(q.Also) == 0 || ofItsOwnDay(q) {
					continue
				}
				if quotes++; !first(q.Article) {
					t.Errorf("%s quotes %s for %q, and names %d others under it", f.Name, q.Article.ID, q.Text, len(q.Also))
				}
			}
		}
		if quotes < 10 {
			t.Errorf("%s: only %d quotes have another article under them", c.replies, quotes)
		}
	}
}

func TestOfOneDayTheOutletThatOthersCreditIsQuoted(t *testing.T) {
	t.Parallel()
	const text = "The weir at Aldmoor gave way in the night, and the lower town was cleared before dawn, the rescue service of the county said."
	for name, c := range map[string]struct {
		first, other corpus.Source // of one text, the other's being found first
		head         string        // of the other one
		want         string
	}{
		"at the head of a wire story": {corpus.Source{Outlet: "Fenland Wire"}, corpus.Source{Outlet: "Daily Sluice"}, "ALDMOOR (Fenland Wire) - ", "z"},
		"by its initials":             {corpus.Source{Outlet: "The Fenland Press Agency"}, corpus.Source{Outlet: "Daily Sluice"}, "ALDMOOR (FPA) - ", "z"},
		"as the author":               {corpus.Source{Outlet: "Fenland Wire"}, corpus.Source{Outlet: "Daily Sluice", Author: "Ro Lind, Fenland Wire"}, "", "z"},
		"another one":                 {corpus.Source{Outlet: "Fenland Wire"}, corpus.Source{Outlet: "Daily Sluice"}, "ALDMOOR (Northern Wire) - ", "a"},
		"nobody":                      {corpus.Source{Outlet: "Fenland Wire"}, corpus.Source{Outlet: "Daily Sluice"}, "", "a"},
		"one of a later day": {corpus.Source{Outlet: "Fenland Wire", Published: time.Date(2025, 3, 2, 0, 0, 0, 0, time.UTC)},
			corpus.Source{Outlet: "Daily Sluice", Published: time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)}, "ALDMOOR (Fenland Wire) - ", "a"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b, _ := newBot(t, []corpus.Article{
				{ID: "a", Path: "a.txt", Source: c.other, Text: c.head + text},
				{ID: "z", Path: "z.txt", Source: c.first, Text: text},
			})
			for _, line := range []string{"/ask what gave way at aldmoor", "/sources", "/latest"} {
				a, err := b.Answer(t.Context(), line)
				if err != nil {
					t.Fatal(err)
				}
				if len(a.Quotes) != 1 || a.Quotes[0].Article.ID != c.want || len(a.Quotes[0].Also) != 1 {
					t.Errorf("%s: want one quote of %s with the other under it:\n%s", line, c.want, reply(t, b, line))
				}
			}
		})
	}
}

func TestTheFirstCopyStandsInThePlaceOfTheBest(t *testing.T) {
	t.Parallel()
	const story = "The weir at Aldmoor gave way in the night, and the lower town was cleared before dawn, the rescue service of the county said."
	b, _ := newBot(t, []corpus.Article{
		dated(told("late", "Late", story), 9),
		dated(told("between", "Between", "The reeve of Aldmoor had warned of the weir in spring."), 5),
		dated(told("early", "Early", story), 1),
		dated(told("oldest", "Oldest", "The reeve of Aldmoor bought a boat."), 0),
	})
	a, err := b.Answer(t.Context(), "/sources")
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, q := range a.Quotes {
		order = append(order, q.Article.ID)
	}
	if got := strings.Join(order, " "); got != "early between oldest" {
		t.Errorf("/sources shows %s; want the story in the place of its newest copy, and its first copy there", got)
	}
}

func TestTheLatestMentionIsOfTheLatestArticle(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, []corpus.Article{
		told("role", "Role", "Ada Bly, a weaver from Aldmoor, keeps the keys of the weir."),
		dated(told("early", "Early", "The county has thanked Ada Bly for the alarm that she gave."), 1),
		dated(told("late", "Late", "The county has thanked Ada Bly for the alarm that she gave."), 9),
		dated(told("first", "First", "A boat of Ada Bly was found below the weir."), 0),
	})
	got := reply(t, b, "/who ada bly")
	const want = "Latest mention:\n  The county has thanked [Ada Bly] for the alarm that she gave.\n  — 9 March 2025 · Late · outlet unknown\n    https://example.org/late#:~:text=The%20county%20has%20thanked%20Ada,the%20alarm%20that%20she%20gave.\n    also 1 March 2025 · Early"
	if !strings.Contains(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// dated returns an article with a day of March 2025.
func dated(a corpus.Article, day int) corpus.Article {
	a.Published = time.Date(2025, 3, day, 0, 0, 0, 0, time.UTC)
	return a
}

func TestOfNamesThatShareAWordTheFirstCopyIsQuoted(t *testing.T) {
	t.Parallel()
	const marta, jon = "Marta Oduya, the director of the port, sold the old crane.", "Jon Oduya, a piper, played at the fair."
	b, _ := newBot(t, []corpus.Article{
		dated(told("late", "Late", marta), 9), dated(told("early", "Early", marta), 1), dated(told("jon", "Jon", jon), 5),
	})
	a, err := b.Answer(t.Context(), "/who oduya")
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Quotes) != 2 || a.Quotes[0].Article.ID != "early" || len(a.Quotes[0].Also) != 1 {
		t.Errorf("want the first copy, and the other under it:\n%s", reply(t, b, "/who oduya"))
	}
}
