package bot_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"storybot/bot"
	"storybot/corpus"
)

// minister is the story of a mayor who became a minister, told by two outlets over years.
func minister() []corpus.Article {
	dated := func(id, outlet, day, text string) corpus.Article {
		published, err := time.Parse(time.DateOnly, day)
		if err != nil {
			panic(err)
		}
		return corpus.Article{ID: id, Path: id + ".txt", Source: corpus.Source{Outlet: outlet, Published: published}, Text: text}
	}
	return []corpus.Article{
		dated("a", "Velden Post", "2015-03-02", "New bridge for Velden\n\nThe bridge was opened by Ada Bly, the mayor of Velden. Bly cut the ribbon with Cy Dole."),
		dated("b", "Velden Post", "2021-05-04", "Ada Bly, the minister of transport, promised a tunnel. Cy Dole sued Bly over the bridge. Dole lost."),
		dated("c", "Marsh Times", "2021-06-01", "Nobody has seen the plans of Ada Bly, the minister of transport. Dole wants them."),
		dated("d", "Marsh Times", "2022-01-09", "Ada Bly, a former mayor of Velden, was cheered on Sunday. The tunnel was late."),
	}
}

func answer(t *testing.T, articles []corpus.Article, line string) bot.Answer {
	t.Helper()
	b, ix := newBot(t, articles)
	a, err := b.Answer(context.Background(), line)
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	check(t, ix, a)
	return a
}

// labelled returns the first quote that is shown for something.
func labelled(a bot.Answer, label string) (bot.Quote, bool) {
	i := slices.IndexFunc(a.Quotes, func(q bot.Quote) bool { return strings.HasPrefix(q.Label, label) })
	if i < 0 {
		return bot.Quote{}, false
	}
	return a.Quotes[i], true
}

func TestTheRoleThatHoldsComesBeforeTheOneThatIsOver(t *testing.T) {
	t.Parallel()
	a := answer(t, minister(), "/who ada bly")
	if q := a.Quotes[0]; q.Label != "" || !strings.Contains(q.Text, "minister of transport") {
		t.Errorf("first comes %q (%s)", q.Text, q.Label)
	}
	if q, ok := labelled(a, "Formerly"); !ok || !strings.Contains(q.Text, "a former mayor") {
		t.Errorf("no former role in %+v", a.Quotes)
	}
}

func TestWhoShowsTheFirstMentionInASentenceAndTheCompany(t *testing.T) {
	t.Parallel()
	a := answer(t, minister(), "/who cy dole")
	if q, ok := labelled(a, "First mention"); !ok || !strings.HasPrefix(q.Text, "Bly cut the ribbon") {
		t.Errorf("first mention: %q", q.Text)
	}
	if q, ok := labelled(a, "With Ada Bly"); !ok || !strings.Contains(q.Text, "Dole sued Bly") {
		t.Errorf("with Ada Bly: %q in %+v", q.Text, a.Quotes)
	}
	seen := map[string]bool{}
	for _, q := range a.Quotes {
		if seen[q.Text] {
			t.Errorf("shown twice: %q", q.Text)
		}
		seen[q.Text] = true
	}
}

func TestWhoCountsArticlesAndOffersWhatReadersAskNext(t *testing.T) {
	t.Parallel()
	a := answer(t, minister(), "/who ada bly")
	facts := map[string]string{}
	for _, f := range a.Facts {
		facts[f.Label] = f.Value
	}
	if want := "in 4 articles (Marsh Times 2, Velden Post 2), 2 March 2015 to 9 January 2022"; facts["Mentioned"] != want {
		t.Errorf("mentioned %q, want %q", facts["Mentioned"], want)
	}
	if !strings.Contains(facts["Named with"], "Cy Dole (3)") {
		t.Errorf("named with %q", facts["Named with"])
	}
	for _, s := range a.Steps {
		if next := answer(t, minister(), s.Line); !next.Answered {
			t.Errorf("%s (%s) leads nowhere: %s", s.Line, s.Label, next.Note)
		}
	}
}

func TestWhoAsOfKnowsOnlyWhatWasPublished(t *testing.T) {
	t.Parallel()
	a := answer(t, minister(), "/who ada bly as-of:2016")
	if len(a.Quotes) == 0 || !strings.Contains(a.Quotes[0].Text, "the mayor of Velden") {
		t.Fatalf("%+v", a.Quotes)
	}
	for _, f := range a.Facts {
		if f.Label == "Mentioned" && f.Value != "in 1 article, 2 March 2015" {
			t.Errorf("mentioned %q", f.Value)
		}
	}
}

func TestANameThatIsNearlyKnownIsOfferedAsAStep(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ line, want string }{
		{"/who ada blyy", "/who Ada Bly"},
		{"/said ada blyy topic:tunnel", "/said Ada Bly topic:tunnel"},
		{"/between cy dole b:ada blyy", "/between cy dole b:Ada Bly"},
	} {
		a := answer(t, minister(), c.line)
		if a.Answered || len(a.Steps) == 0 || a.Steps[0].Line != c.want {
			t.Errorf("%s offers %+v, want %s", c.line, a.Steps, c.want)
		}
	}
}
