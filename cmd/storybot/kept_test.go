package main

import (
	"context"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"storybot/bot/store"
	"storybot/corpus"
)

func TestACorpusIsWhatStandsThereWithoutWhatWasRemovedAndWithWhatWasAdded(t *testing.T) {
	t.Parallel()
	kept, err := store.Open(filepath.Join(t.TempDir(), "readers.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	there := []corpus.Article{{ID: "a", Text: "one"}, {ID: "b", Text: "two, corrected"}, {ID: "c", Text: "three"}, {ID: "d", Text: "four"}}
	read := withKept(kept, func(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return slices.Values(there), nil
	})
	for _, step := range []struct {
		change func(store.Article) error
		a      store.Article
		want   string
	}{
		{func(store.Article) error { return nil }, store.Article{}, "a b c d"},
		{kept.Remove, store.Article{ID: "b", Text: "two"}, "a c d"},         // also corrected
		{kept.Remove, store.Article{ID: "elsewhere", Text: "three"}, "a d"}, // the same text under another name
		{kept.Add, store.Article{ID: "x", Text: "added"}, "a d x"},
		{kept.Add, store.Article{ID: "d", Text: "four, as it was"}, "a d x"}, // a location has it too
		{kept.Remove, store.Article{ID: "x", Text: "added"}, "a d"},
		{kept.Add, store.Article{ID: "b", Text: "two"}, "a b d"},
	} {
		if err := step.change(step.a); err != nil {
			t.Fatal(err)
		}
		articles, err := read(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for a := range articles {
			ids = append(ids, a.ID)
		}
		if got := strings.Join(ids, " "); got != step.want {
			t.Errorf("after %+v: %s, want %s", step.a, got, step.want)
		}
	}
}
