package bot

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"

	"storybot/corpus"
	"storybot/index"
)

// halfRead is a corpus that gives an article, does something, and fails to go on.
func halfRead(then func()) index.Corpus {
	return func(ctx context.Context, _ func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return func(yield func(corpus.Article) bool) {
			if yield(corpus.Article{ID: "a", Path: "a.txt", Text: "Ada Bly sold the ferry Aurora."}) {
				then()
			}
		}, ctx.Err()
	}
}

// TestAnswersFromAnUnfinishedIndexSaySo asks before, during and after the first refresh.
func TestAnswersFromAnUnfinishedIndexSaySo(t *testing.T) {
	t.Parallel()
	ix, err := index.InMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	b := New(ix, Options{})
	expect := func(when, remark string) {
		t.Helper()
		for _, line := range []string{"/who ada bly", "/ask who sold the ferry", "/timeline", "/sources", "/coverage", "/latest", "/said ada bly", "/between ada b:aurora", "/changes"} {
			a, err := b.Answer(t.Context(), line)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Contains(a.Note, "The index "); !strings.HasPrefix(a.Note, remark) || remark == "" && got {
				t.Errorf("%s, %s: %q, want %q first", when, line, a.Note, remark)
			}
			if n, _, err := ix.Counts(t.Context()); err != nil || n == 0 && len(a.Steps) > 0 {
				t.Errorf("%s, %s: nothing is there, and next is %+v; %v", when, line, a.Steps, err)
			}
		}
		for name, ask := range map[string]func(context.Context, string) (Answer, error){"Check": b.Check, "Mentioned": b.Mentioned} {
			if a, err := ask(t.Context(), "Ada Bly sold the ferry."); err != nil || !strings.HasPrefix(a.Note, remark) {
				t.Errorf("%s, %s: %q, %v, want %q first", when, name, a.Note, err, remark)
			}
		}
		if a, err := b.Answer(t.Context(), "/help"); err != nil || strings.Contains(a.Note, remark) && remark != "" {
			t.Errorf("%s, /help: %q, %v", when, a.Note, err)
		}
	}
	expect("before", emptyIndex)
	ctx, cancel := context.WithCancel(t.Context())
	_, err = ix.Refresh(ctx, halfRead(func() {
		expect("during", "The index is being built: it holds 0 articles so far,")
		cancel()
	}), index.RefreshOptions{})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("the refresh ends with %v", err)
	}
	expect("after a refresh that was cut short", emptyIndex)
	if _, err := ix.Refresh(t.Context(), halfRead(func() {}), index.RefreshOptions{}); err != nil {
		t.Fatal(err)
	}
	expect("after", "")
}
