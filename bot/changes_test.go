package bot_test

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"storybot/bot"
	"storybot/corpus"
	"storybot/index"
)

// refreshAt makes the index hold just these articles, as of a day.
func refreshAt(t *testing.T, ix *index.Index, day string, articles ...corpus.Article) {
	t.Helper()
	now, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	_, err = ix.Refresh(t.Context(), func(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return func(yield func(corpus.Article) bool) {
			for _, a := range articles {
				if !yield(a) {
					return
				}
			}
		}, nil
	}, index.RefreshOptions{RemoveMost: true, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
}

// emptyBot returns a bot over an empty index.
func emptyBot(t *testing.T) (*bot.Bot, *index.Index) {
	t.Helper()
	ix, err := index.InMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return bot.New(ix, bot.Options{}), ix
}

// shown writes an answer with the labels of its quotes, and checks that each is verbatim.
func shown(t *testing.T, b *bot.Bot, ix *index.Index, r bot.Request) string {
	t.Helper()
	a, err := b.Do(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	check(t, ix, a)
	var w strings.Builder
	fmt.Fprintf(&w, "%s (%t)\n", a.Note, a.Answered)
	for _, q := range a.Quotes {
		fmt.Fprintf(&w, "%s: %s — %s\n", q.Label, marked(q), q.Article.Title)
	}
	return w.String()
}

func expectShown(t *testing.T, b *bot.Bot, ix *index.Index, line, want string) {
	t.Helper()
	r, err := bot.Parse(line)
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(t, b, ix, r); got != want {
		t.Errorf("%s\ngot:\n%s\nwant:\n%s", line, got, want)
	}
}

// told returns an article of an invented story.
func told(id, title, text string) corpus.Article {
	return corpus.Article{ID: id, Path: id + ".txt", Text: text, Source: corpus.Source{Title: title, URL: "https://example.org/" + id}}
}

func TestChangesShowOldAndNewWordingSideBySide(t *testing.T) {
	t.Parallel()
	b, ix := emptyBot(t)
	expectShown(t, b, ix, "/changes", "The index is empty: no article has been read yet. (false)\n")
	expectShown(t, b, ix, "/latest", "The index is empty: no article has been read yet. (false)\n")
	ferry := told("ferry", "Ferry sold", "The ferry Aurora was sold for $12 million on Monday. Ann Abbott signed for the bank. Nobody else would comment on the sale. It sails on.")
	bridge, tunnel := told("bridge", "Bridge shut", "The bridge at Penwick was shut on Friday."), told("tunnel", "Tunnel", "A tunnel was dug under Wexcombe.")
	refreshAt(t, ix, "2025-03-01", ferry, bridge)
	expectShown(t, b, ix, "/changes", "Nothing has changed since the index was built, on 1 March 2025, 00:00 UTC. (false)\n")

	ferry.Text = "The ferry Aurora was sold for $14 million on Monday. Ann Abbott signed for the bank. It sails on. Its crew will stay in Lowestead."
	refreshAt(t, ix, "2025-03-02", ferry, tunnel)
	want := `1 added, 1 corrected and 1 withdrawn in the refresh of 2 March 2025, 00:00 UTC. (true)
Earlier wording, read 1 March 2025, 00:00 UTC: The ferry Aurora was sold for [$12] million on Monday. — Ferry sold
Now, read 2 March 2025, 00:00 UTC: The ferry Aurora was sold for [$14] million on Monday. — Ferry sold
Earlier wording, read 1 March 2025, 00:00 UTC, left out since: Nobody else would comment on the sale. — Ferry sold
New in this article, read 2 March 2025, 00:00 UTC: Its crew will stay in Lowestead. — Ferry sold
Withdrawn: read 1 March 2025, 00:00 UTC, no longer there on 2 March 2025, 00:00 UTC: The bridge at Penwick was shut on Friday. — Bridge shut
New, read 2 March 2025, 00:00 UTC: A tunnel was dug under Wexcombe. — Tunnel
`
	expectShown(t, b, ix, "/changes", want)
	expectShown(t, b, ix, "/changes limit:1", strings.Split(strings.Replace(want, " (true)", " 1 of them shown; limit: shows more. (true)", 1), "Withdrawn")[0])

	tunnel.Title = "Tunnel dug"
	refreshAt(t, ix, "2025-03-03", ferry, tunnel)
	expectShown(t, b, ix, "/changes", `0 added, 1 corrected and 0 withdrawn in the refresh of 3 March 2025, 00:00 UTC. (true)
Earlier wording, read 2 March 2025, 00:00 UTC, under another title: A tunnel was dug under Wexcombe. — Tunnel
Its title since 3 March 2025, 00:00 UTC: A tunnel was dug under Wexcombe. — Tunnel dug
`)
	ferry.Text += "\n"
	refreshAt(t, ix, "2025-03-04", ferry, tunnel)
	expectShown(t, b, ix, "/changes since:2025-03-04", "0 added, 1 corrected and 0 withdrawn since 4 March 2025. 1 article changed in no sentence, or has come and gone. (false)\n")
	expectShown(t, b, ix, "/changes since:2025-03-05", "Nothing has changed since 5 March 2025. (false)\n")
	expectShown(t, b, ix, "/changes since:2025", strings.NewReplacer("in the refresh of 2 March", "since the index was built, on 1 March",
		"New, read 2 March 2025, 00:00 UTC: A tunnel was dug under Wexcombe. — Tunnel", "New, read 3 March 2025, 00:00 UTC: A tunnel was dug under Wexcombe. — Tunnel dug",
		"Now, read 2", "Now, read 4", "New in this article, read 2", "New in this article, read 4").Replace(want))
}

func TestQuotesOfAnEarlierWordingNameIt(t *testing.T) {
	t.Parallel()
	b, ix := emptyBot(t)
	refreshAt(t, ix, "2025-03-01", told("a", "Ferry", "The ferry was sold on Monday for nothing."))
	refreshAt(t, ix, "2025-03-02", told("a", "Ferry", "The ferry was sold on Tuesday for nothing."))
	a, err := b.Answer(t.Context(), "/changes")
	if err != nil || len(a.Quotes) != 2 {
		t.Fatalf("%+v, %v", a, err)
	}
	if v := a.Quotes[0].Version; v == nil || v.Number != 1 || v.Read.Day() != 1 || v.Until.Day() != 2 || a.Quotes[1].Version != nil {
		t.Errorf("versions %+v, %+v", v, a.Quotes[1].Version)
	}
	if link := a.Quotes[0].Link; link != "https://example.org/a" {
		t.Errorf("the earlier words are linked as if they stood there: %s", link)
	}
	out, err := json.Marshal(a)
	if err != nil || !strings.Contains(string(out), `"version":{"number":1,"read":"2025-03-01T00:00:00Z","until":"2025-03-02T00:00:00Z"}`) || strings.Count(string(out), `"version"`) != 1 {
		t.Errorf("%s, %v", out, err)
	}
}

func TestManyChangesOfOneArticleAreCut(t *testing.T) {
	t.Parallel()
	b, ix := emptyBot(t)
	text := func(word string) string {
		var w strings.Builder
		for n := range 8 {
			fmt.Fprintf(&w, "Ship %d came %s on that day. Nothing else was seen of number %d. ", n, word, n)
		}
		return w.String()
	}
	refreshAt(t, ix, "2025-03-01", told("a", "Ships", text("early")))
	refreshAt(t, ix, "2025-03-02", told("a", "Ships", text("late")))
	a, err := b.Answer(t.Context(), "/changes")
	if err != nil || len(a.Quotes) != 6 || !strings.HasSuffix(a.Quotes[5].Label, "; 5 further places differ") {
		t.Errorf("%d quotes, the last %+v, %v", len(a.Quotes), a.Quotes[len(a.Quotes)-1], err)
	}
	check(t, ix, a)
}

func TestLatestShowsWhatWasReadLast(t *testing.T) {
	t.Parallel()
	b, ix := emptyBot(t)
	old, news := told("old", "Old", "Ann Abbott of Halcyon Shipping bought the ferry Aurora in Lowestead."), told("news", "News", "The strike began in Arendale. The union of Halcyon Shipping told Ann Abbott so.")
	old.Published = time.Date(2024, 1, 2, 0, 0, 0, 0, time.UTC)
	refreshAt(t, ix, "2025-03-01", old)
	expectShown(t, b, ix, "/latest", "Nothing has come since the index was built, on 1 March 2025, 00:00 UTC. These are the latest by their own dates. (true)\n: Ann Abbott of Halcyon Shipping bought the ferry Aurora in Lowestead. — Old\n")
	refreshAt(t, ix, "2025-03-02", old, news)
	expectShown(t, b, ix, "/latest abbott", "1 article came or changed since the index was built, on 1 March 2025, 00:00 UTC, the newest first. (true)\nNew, read 2 March 2025, 00:00 UTC: The union of Halcyon Shipping told [Ann Abbott] so. — News\n")
	old.Text += " She sold it in May."
	refreshAt(t, ix, "2025-03-03", old, news)
	expectShown(t, b, ix, "/latest limit:1", "2 articles came or changed since the index was built, on 1 March 2025, 00:00 UTC, the newest first. (true)\nCorrected, read 3 March 2025, 00:00 UTC: Ann Abbott of Halcyon Shipping bought the ferry Aurora in Lowestead. — Old\n")
	expectShown(t, b, ix, "/latest zebra", "Nothing here mentions “zebra”. (false)\n")
}

func TestExportsSayWhatIsAnEarlierWording(t *testing.T) {
	t.Parallel()
	b, ix := emptyBot(t)
	refreshAt(t, ix, "2025-03-01", told("a", "Ferry", "The ferry was sold on Monday for nothing."))
	refreshAt(t, ix, "2025-03-02", told("a", "Ferry", "The ferry was sold on Tuesday for nothing."))
	a, err := b.Answer(t.Context(), "/changes")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []bot.Format{bot.Markdown, bot.CSV} {
		if got := export(t, a, f); strings.Count(got, "Earlier wording, read 1 March 2025, 00:00 UTC") != 1 {
			t.Errorf("%v says\n%s", f, got)
		}
	}
}

func TestArticlesThatTellTheSameAreNamedTogether(t *testing.T) {
	t.Parallel()
	b, ix := emptyBot(t)
	text := strings.Join([]string{"The ferry Aurora ran aground near Lowestead early on Tuesday with 212 people on board, and tugs pulled her free at noon.",
		"Her owner, Halcyon Shipping, said that a pump had failed and that the ship would be examined in the dock at Arendale before she sails again.",
		"The mayor of Lowestead asked why the ship had left in a storm that had kept two other ferries in port."}, " ")
	refreshAt(t, ix, "2025-03-01", told("old", "Old", "A tunnel was dug under Wexcombe in the spring."))
	refreshAt(t, ix, "2025-03-02", told("old", "Old", "A tunnel was dug under Wexcombe in the spring."), told("a", "Wire", text), told("b", "Post", "By Ana Prado. "+text), told("c", "Else", "The bridge at Penwick was shut on Friday."))
	for line, want := range map[string]int{"/sources": 3, "/changes": 2, "/latest": 2, "/sources limit:2": 2} {
		a, err := b.Answer(t.Context(), line)
		if err != nil || len(a.Quotes) != want {
			t.Errorf("%s: %d quotes, want %d; %v", line, len(a.Quotes), want, err)
		}
		named := 0
		for _, q := range a.Quotes {
			for _, r := range q.Also {
				if named++; q.Article.ID+r.ID != "ab" && q.Article.ID+r.ID != "ba" {
					t.Errorf("%s: %s is named under %s", line, r.ID, q.Article.ID)
				}
			}
		}
		if named > 1 || named == 0 && line != "/sources limit:2" {
			t.Errorf("%s: %d named under others", line, named)
		}
	}
}

func TestARefreshThatWouldRemoveMostSaysHowToMeanIt(t *testing.T) {
	t.Parallel()
	ix, err := index.InMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	forced := false
	b := bot.New(ix, bot.Options{Refresh: func(_ context.Context, force bool, _ func(index.Report)) (index.Report, error) {
		if forced = force; force {
			return index.Report{Removed: 5, Added: 2, Twins: 2}, nil
		}
		return index.Report{Added: 2}, fmt.Errorf("refresh: %w: 5 of 6", index.ErrMostGone)
	}})
	a, err := b.Answer(t.Context(), "/refresh")
	if err != nil || a.Answered || !strings.Contains(a.Note, "none of them was removed") || !strings.Contains(a.Note, "/refresh force:true") {
		t.Errorf("%+v, %v", a, err)
	}
	a, err = b.Answer(t.Context(), "/refresh force:true")
	if err != nil || !a.Answered || !forced || !strings.Contains(a.Note, "2 near duplicates of another article.") {
		t.Errorf("%+v, %v", a, err)
	}
}
