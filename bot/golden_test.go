package bot_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"storybot/bot"
	"storybot/corpus"
	"storybot/index"
)

var update = flag.Bool("update", false, "rewrite the golden replies")

// read returns the articles of the files, in order.
func read(t testing.TB, files []txtar.File) []corpus.Article {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	report := func(p corpus.Problem) { t.Errorf("the corpus has a problem: %s", p) }
	return slices.Collect(corpus.ReadFS(context.Background(), fsys, corpus.Options{}, report))
}

// newBot returns a bot over the articles, indexed in memory in the given order.
func newBot(t testing.TB, articles []corpus.Article) (*bot.Bot, *index.Index) {
	t.Helper()
	ix, err := index.InMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	refresh(t, ix, articles)
	now := func() time.Time { return time.Date(2025, 11, 3, 12, 0, 0, 0, time.UTC) }
	return bot.New(ix, bot.Options{Now: now}), ix
}

func refresh(t testing.TB, ix *index.Index, articles []corpus.Article) {
	t.Helper()
	all := func(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return slices.Values(articles), nil
	}
	if _, err := ix.Refresh(context.Background(), all, index.RefreshOptions{RemoveMost: true}); err != nil {
		t.Fatal(err)
	}
}

func parseArchive(t testing.TB, path string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestGoldenReplies(t *testing.T) {
	for _, c := range []struct{ corpus, replies string }{
		{"testdata/corpus.txtar", "testdata/replies.txtar"},
		{"testdata/wire.txtar", "testdata/wire_replies.txtar"},
	} {
		b, _ := newBot(t, read(t, parseArchive(t, c.corpus).Files))
		replies := parseArchive(t, c.replies)
		for i, f := range replies.Files {
			got := reply(t, b, f.Name)
			if want := string(f.Data); got != want && !*update {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s", f.Name, got, want)
			}
			replies.Files[i].Data = []byte(got)
		}
		if *update {
			if err := os.WriteFile(c.replies, txtar.Format(replies), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// reply writes an answer so that a person can judge it: the answering words in brackets.
func reply(t testing.TB, b *bot.Bot, line string) string {
	t.Helper()
	a, err := b.Answer(context.Background(), line)
	var mistake *bot.ReaderError
	if errors.As(err, &mistake) {
		return "error: " + mistake.Message + "\n"
	}
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	var w strings.Builder
	fmt.Fprintf(&w, "%s (answered: %t)\n", a.Title, a.Answered)
	if a.Note != "" {
		fmt.Fprintf(&w, "%s\n", a.Note)
	}
	for _, f := range a.Facts {
		fmt.Fprintf(&w, "%s: %s\n", f.Label, f.Value)
	}
	for _, q := range a.Quotes {
		w.WriteString("\n")
		if q.Label != "" {
			fmt.Fprintf(&w, "%s:\n", q.Label)
		}
		if q.Date != nil {
			fmt.Fprintf(&w, "%s [%s %q]\n", q.Date, q.Date.Value, q.Date.Text)
		}
		fmt.Fprintf(&w, "  %s\n  — %s\n", marked(q), q.Article.Label())
		if q.Link != "" {
			fmt.Fprintf(&w, "    %s\n", q.Link)
		}
		for _, r := range q.Also {
			fmt.Fprintf(&w, "    also %s\n", r.Label())
		}
	}
	if len(a.Steps) > 0 {
		w.WriteString("\n")
	}
	for _, s := range a.Steps {
		fmt.Fprintf(&w, "next: %s (%s)\n", s.Line, s.Label)
	}
	return w.String()
}

func marked(q bot.Quote) string {
	var w strings.Builder
	last := q.Start
	for _, h := range q.Highlight {
		w.WriteString(q.Text[last-q.Start:h.Start-q.Start] + "[" + q.Text[h.Start-q.Start:h.End-q.Start] + "]")
		last = h.End
	}
	w.WriteString(q.Text[last-q.Start:])
	return strings.Join(strings.Fields(w.String()), " ")
}
