package index

import (
	"strings"
	"testing"

	"storybot/corpus"
)

func TestSimilarFindsTheCommonestWordOneLetterAway(t *testing.T) {
	t.Parallel()
	ix := inMemory(t,
		corpus.Article{ID: "a", Path: "a.txt", Text: "The ferry Selkie left Osmouth."},
		corpus.Article{ID: "b", Path: "b.txt", Text: "The Selkie came back to Osmouth. Its rival, the Silkie, did not."},
	)
	for _, c := range []struct {
		word, want string
		articles   int
	}{
		{"selkei", "selkie", 2},
		{"selkiee", "selkie", 2},
		{"selki", "selkie", 2},
		{"solkie", "selkie", 2},
		{"osmouth", "", 0}, // no other word comes near
		{"pelkie", "", 0},  // another first letter
		{"", "", 0},
		{"é", "", 0},
		{"se", "", 0},
		{"9elkie", "", 0},
		{"thd", "", 0}, // no stop words
		{strings.Repeat("x", 4000), "", 0},
	} {
		got, n, err := ix.Similar(t.Context(), c.word)
		if got != c.want || n != c.articles || err != nil {
			t.Errorf("Similar(%.20q) = %q, %d, %v; want %q, %d", c.word, got, n, err, c.want, c.articles)
		}
	}
}
