package index

import (
	"fmt"
	"slices"
	"testing"

	"storybot/corpus"
)

// countedIn writes what an index counts of some words, and the scores of the passages that it
// finds by them, but for those of articles whose id begins with "x".
func countedIn(t *testing.T, ix *Index) string {
	t.Helper()
	passages, all, err := ix.Frequencies(t.Context(), []string{"ferri", "bridg", "abbott", "tunnel"})
	if err != nil {
		t.Fatal(err)
	}
	q := terms(ix, "ferry bridge abbott")
	q.Names, q.Together = []string{"Agnes Abbott"}, [][]string{{"ferry", "sail"}}
	text := fmt.Sprint(passages, " of ", all)
	for _, h := range searched(t, ix, q) {
		if h.Article[0] != 'x' {
			text += fmt.Sprintf("; %s:%d %.12f", h.Article, h.Passage, h.Score)
		}
	}
	return text
}

// again returns an article as another outlet printed it, word for word.
func again(a corpus.Article, id string) corpus.Article {
	a.ID, a.Path, a.Outlet = id, id+".txt", "Copying Courier"
	return a
}

func TestCopiesOfAnArticleDoNotMakeItsWordsCommon(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		once := harbour()
		refreshed(t, ix, once...)
		want := countedIn(t, ix)
		copied := append(slices.Clone(once), again(once[1], "x1"), again(once[1], "x2"), again(once[4], "x3"))
		expect := func(what string) {
			t.Helper()
			if got := countedIn(t, ix); got != want {
				t.Errorf("%s:\n%s, want\n%s", what, got, want)
			}
		}
		refreshed(t, ix, copied...)
		expect("three copies")
		copied[5].Outlet = "Another Courier"
		refreshed(t, ix, copied...)
		expect("a copy that another outlet printed")
		refreshed(t, ix, slices.Concat(once[:1], once[2:], copied[5:6])...)
		if got := len(searched(t, ix, terms(ix, "abbott"))); got != 2 {
			t.Errorf("%d passages once the original is gone", got)
		}
		refreshed(t, ix, once...)
		expect("the copies are gone")
		copied[5].Text += " It did not."
		refreshed(t, ix, copied[:6]...)
		if got := countedIn(t, ix); got == want {
			t.Errorf("an article with words of its own does not count: %s", got)
		}
	})
}
