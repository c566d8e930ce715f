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
		passages   int
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
		if got != c.want || n != c.passages || err != nil {
			t.Errorf("Similar(%.20q) = %q, %d, %v; want %q, %d", c.word, got, n, err, c.want, c.passages)
		}
	}
}

func TestOneEdit(t *testing.T) {
	t.Parallel()
	for pair, want := range map[string]bool{"ferry ferry": false, "ferry fery": true, "fery ferry": true, "ferry furry": true, "ferry frery": true,
		"ferry ferryy": true, "ferry erfry": false, "ferry fur": false, "ab ba": true, "abab baba": false} {
		a, b, _ := strings.Cut(pair, " ")
		if got := oneEdit(a, b); got != want {
			t.Errorf("oneEdit(%s, %s) = %t", a, b, got)
		}
	}
}

func TestSimilarReturnsTheFormThatIsOneLetterAway(t *testing.T) {
	t.Parallel()
	ix := inMemory(t,
		article("a", "", "The council announces a bridge. It announced two more, and announced a tunnel."),
		article("b", "", "Two companies bought the harbour. One company sold it."),
	)
	for word, want := range map[string]string{"annouced": "announced", "announcse": "announces", "comapnies": "companies", "compony": "company",
		"harborr": "harbour", "harbuor": "harbour", "tunel": "tunnel", "tunll": "", "solt": "" /* its stem is "sell" */} {
		if got, _, err := ix.Similar(t.Context(), word); got != want || err != nil {
			t.Errorf("Similar(%s) = %q, %v; want %q", word, got, err, want)
		}
	}
}
