package bot_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"storybot/bot"
	"storybot/bot/store"
	"storybot/corpus"
	"storybot/index"
)

// adding is a bot that can add what its fetcher gives: an article for each address.
func adding(t *testing.T, offers map[string]corpus.Article) (*bot.Bot, *index.Index, *store.Store, *time.Time) {
	t.Helper()
	_, ix := emptyBot(t)
	s, err := store.Open(filepath.Join(t.TempDir(), "readers.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	now := time.Date(2025, 3, 1, 12, 0, 0, 0, time.UTC)
	fetch := func(_ context.Context, o bot.Offer) (corpus.Article, error) {
		a, ok := offers[o.URL+o.File]
		if !ok {
			return a, &bot.ReaderError{Message: "no article there"}
		}
		return a, nil
	}
	return bot.New(ix, bot.Options{Store: s, Fetch: fetch, Now: func() time.Time { return now }}), ix, s, &now
}

// does asks a line and returns the answer.
func does(t *testing.T, b *bot.Bot, line string) bot.Answer {
	t.Helper()
	a, err := b.Answer(t.Context(), line)
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	return a
}

// stepTo returns the line of a step.
func stepTo(t *testing.T, a bot.Answer, label string) string {
	t.Helper()
	for _, s := range a.Steps {
		if s.Label == label {
			return s.Line
		}
	}
	t.Fatalf("no step %q in %+v", label, a)
	return ""
}

func refused(t *testing.T, b *bot.Bot, line, want string) {
	t.Helper()
	_, err := b.Answer(t.Context(), line)
	var mistake *bot.ReaderError
	if !errors.As(err, &mistake) || !strings.Contains(mistake.Message, want) {
		t.Errorf("%s: %v, want %q", line, err, want)
	}
}

func TestAnArticleIsShownThenAddedThenRemovedAndBroughtBack(t *testing.T) {
	t.Parallel()
	b, ix, kept, _ := adding(t, map[string]corpus.Article{"https://example.org/peace": peace})
	refreshAt(t, ix, "2025-03-01", aurora, strike)
	holds := func(want int) {
		t.Helper()
		if n, _, err := ix.Counts(t.Context()); n != want || err != nil {
			t.Errorf("the index holds %d articles, want %d (%v)", n, want, err)
		}
	}
	preview := does(t, b, "/add url:https://example.org/peace")
	if !strings.Contains(preview.Note, "“"+peace.Text+"”") || len(preview.Quotes) > 0 {
		t.Errorf("the preview is %+v", preview)
	}
	holds(2)
	add := stepTo(t, preview, "Add it")
	done := does(t, b, add)
	holds(3)
	if added, err := kept.Added(); err != nil || len(added) != 1 || added[0].Text != peace.Text {
		t.Errorf("kept %+v, %v", added, err)
	}
	for _, again := range []string{add, "/add url:https://example.org/peace"} {
		if a := does(t, b, again); !strings.Contains(a.Note, "here already") {
			t.Errorf("%s: %s", again, a.Note)
		}
	}
	undone := does(t, b, stepTo(t, done, "Undo"))
	holds(2)
	if got := shown(t, b, ix, at(t, "1", "/who ann abbott")); strings.Contains(got, "ended") {
		t.Errorf("still quoted: %s", got)
	}
	does(t, b, stepTo(t, undone, "Undo"))
	holds(3)
	does(t, b, "/remove strike")
	holds(2)
	refused(t, b, "/remove strike", "no article here is called")
	does(t, b, "/remove article:strike undo:true")
	refused(t, b, "/remove article:strike undo:true", "no article that was removed is called")
	holds(3)
}

func TestTheSameTextUnderAnotherAddressIsThereAlready(t *testing.T) {
	t.Parallel()
	copied, tracked := aurora, aurora
	copied.ID, copied.URL = "other", "https://elsewhere.example/1"
	tracked.ID, tracked.Text, tracked.URL = "tracked", "Other words stand here today.", aurora.URL+"?utm_source=mail"
	b, ix, _, _ := adding(t, map[string]corpus.Article{"https://elsewhere.example/1": copied, "https://example.org/t": tracked})
	refreshAt(t, ix, "2025-03-01", aurora, strike)
	for _, line := range []string{"/add url:https://elsewhere.example/1", "/add url:https://example.org/t"} {
		if a := does(t, b, line); !strings.Contains(a.Note, "here already") {
			t.Errorf("%s: %+v", line, a)
		}
	}
}

func TestAPreviewIsGoodForADay(t *testing.T) {
	t.Parallel()
	b, ix, _, now := adding(t, map[string]corpus.Article{"https://example.org/peace": peace})
	refreshAt(t, ix, "2025-03-01", aurora)
	add := stepTo(t, does(t, b, "/add https://example.org/peace"), "Add it")
	*now = now.Add(25 * time.Hour)
	refused(t, b, add, "nothing waits under that token")
}

func TestWhatIsAddedWhileArticlesAreReadComesLater(t *testing.T) {
	t.Parallel()
	b, _, kept, _ := adding(t, map[string]corpus.Article{"https://example.org/peace": peace})
	a := does(t, b, stepTo(t, does(t, b, "/add https://example.org/peace"), "Add it"))
	if added, err := kept.Added(); !strings.Contains(a.Note, "with the next refresh") || len(added) != 1 || err != nil {
		t.Errorf("%+v, kept %v, %v", a, added, err)
	}
}

func TestWhoAsksFromElsewhereReadsNoFileOfTheMachine(t *testing.T) {
	t.Parallel()
	b, _, _, _ := adding(t, map[string]corpus.Article{"/etc/notice.txt": peace})
	_, err := b.Do(t.Context(), at(t, "1", "/add file:/etc/notice.txt"))
	var mistake *bot.ReaderError
	if !errors.As(err, &mistake) || !strings.Contains(mistake.Message, "attach one") {
		t.Errorf("got %v", err)
	}
	r := at(t, "1", "/add file:/etc/notice.txt")
	r.File = []byte("sent along")
	if a, err := b.Do(t.Context(), r); err != nil || !a.Answered {
		t.Errorf("with a file: %+v, %v", a, err)
	}
}

func TestOneThingIsAddedAtATime(t *testing.T) {
	t.Parallel()
	b, _, _, _ := adding(t, nil)
	for _, line := range []string{"/add", "/add url:https://example.org file:a.txt", "/add url:https://example.org confirm:1"} {
		refused(t, b, line, "one of them alone")
	}
	refused(t, b, "/add https://example.org/none", "no article there")
}

func TestWordsOfSeveralArticlesRemoveNone(t *testing.T) {
	t.Parallel()
	b, ix, _, _ := adding(t, nil)
	first, second := told("s1", "Strike", "The strike began on Monday."), told("s2", "Strike", "Another strike began in May, a clerk said.")
	refreshAt(t, ix, "2025-03-01", aurora, first, second)
	a := does(t, b, "/remove strike")
	if n, _, err := ix.Counts(t.Context()); a.Answered || len(a.Steps) != 2 || n != 3 || err != nil {
		t.Errorf("%+v; %d articles, %v", a, n, err)
	}
	does(t, b, a.Steps[0].Line)
	if n, _, err := ix.Counts(t.Context()); n != 2 || err != nil {
		t.Errorf("%d articles, %v", n, err)
	}
}

func TestArticlesAreCompletedByTheirTitlesAndFoundSo(t *testing.T) {
	t.Parallel()
	b, ix, _, _ := adding(t, nil)
	long := told("long", strings.Repeat("𝔗he very long title of it ", 12), "A long story was told in May, a clerk said.")
	long.Outlet, long.Published = "The Osmouth Echo", time.Date(2025, 3, 2, 0, 0, 0, 0, time.UTC)
	bare := corpus.Article{ID: "bare", Path: "folder/notes of may.txt", Text: "Somebody wrote notes in May, a clerk said."}
	all := []corpus.Article{long, bare}
	for i := range 30 {
		all = append(all, told(fmt.Sprint("f", i), fmt.Sprintf("Filler %02d", i), fmt.Sprintf("Clerk number %d wrote this in June.", i)))
	}
	refreshAt(t, ix, "2025-03-01", all...)
	if found, err := b.Complete(t.Context(), "remove", "article", ""); err != nil || len(found) != 25 {
		t.Errorf("%d complete nothing, %v", len(found), err)
	}
	for _, typed := range []string{"very long", "notes of"} {
		found, err := b.Complete(t.Context(), "remove", "article", typed)
		if err != nil || len(found) != 1 || len(utf16.Encode([]rune(found[0]))) > 100 {
			t.Fatalf("%s: %q, %v", typed, found, err)
		}
		if a := does(t, b, "/remove article:"+found[0]); !a.Answered || a.Title != found[0] {
			t.Errorf("%s: %+v", found[0], a)
		}
	}
}

// What a press of a button takes out or brings back stands on it.
func TestWhereSeveralArticlesFitEachIsOffered(t *testing.T) {
	t.Parallel()
	b, ix, _, _ := adding(t, nil)
	var all []corpus.Article
	for i := range 7 {
		id := fmt.Sprint("ferry", i)
		all = append(all, told(id, "Ferry "+fmt.Sprint(i), "The ferry Aurora sailed for the "+fmt.Sprint(i)+"th time."))
	}
	refreshAt(t, ix, "2025-03-01", all...)
	a := does(t, b, "/remove ferry")
	if a.Note != "7 articles fit. Nothing was changed. These are 5 of them: more words tell the others." || len(a.Facts) != 5 || len(a.Steps) != 5 {
		t.Errorf("%q, %d listed, next %+v", a.Note, len(a.Facts), a.Steps)
	}
	for _, s := range a.Steps[:2] {
		if !strings.HasPrefix(s.Label, "Remove: Ferry ") {
			t.Errorf("a button says %q", s.Label)
		}
		does(t, b, s.Line)
	}
	a = does(t, b, "/remove article:ferry undo:true")
	if a.Note != "2 articles fit. Nothing was changed." || len(a.Steps) != 2 || !strings.HasPrefix(a.Steps[0].Label, "Bring back: Ferry ") {
		t.Errorf("%q, next %+v", a.Note, a.Steps)
	}
}
