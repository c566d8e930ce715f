package index_test

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"testing"

	"storybot/corpus"
)

// copies is a corpus that is made of another one, again and again: in each copy, people
// and places are called otherwise, and all happens some years earlier. So the table of names
// and the days grow with the passages, and few sentences with a name in them come twice.
type copies struct {
	base  []corpus.Article
	names map[string]bool // words that are names
	count int             // articles in all
	other int             // the number of an article that a refresh finds changed; -1: none
	times int             // how often that has changed
	known func(path, stamp string) (id, content string, ok bool)
}

// change changes an article in the middle.
func (c *copies) change() {
	c.other = c.count / 2
	c.times++
}

// changed is a word that only the changed article has.
func (c *copies) changed() string { return fmt.Sprintf("Quillhaven%d", c.times) }

// baseArticles reads the articles that are copied.
func baseArticles(b *testing.B) []corpus.Article {
	b.Helper()
	all, err := baseCorpus()(b.Context(), func(corpus.Problem) {})
	if err != nil {
		b.Fatal(err)
	}
	articles := slices.Collect(all)
	if len(articles) == 0 {
		b.Skip("the corpus is empty")
	}
	return articles
}

// measured is how many articles are cut into passages to tell how many one has.
const measured = 500

// newCopies returns as many articles as have about so many passages.
func newCopies(b *testing.B, base []corpus.Article, passages int) *copies {
	b.Helper()
	n, found := 0, 0
	for i := 0; i < len(base); i += max(1, len(base)/measured) {
		n, found = n+1, found+len(corpus.Analyze(base[i]).Passages)
	}
	if found == 0 {
		b.Skip("the corpus has no passages")
	}
	return &copies{base: base, names: nameWords(base), count: max(1, passages*n/found), other: -1, known: nothingKnown}
}

func nothingKnown(string, string) (string, string, bool) { return "", "", false }

// read is the corpus, in the order of its copies.
func (c *copies) read(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
	return func(yield func(corpus.Article) bool) {
		spelled := map[string]string{}
		for i := range c.count {
			n := i / len(c.base)
			if i%len(c.base) == 0 {
				clear(spelled)
			}
			a := c.base[i%len(c.base)]
			a.ID, a.Path, a.Stamp = c.file(i)
			if _, _, ok := c.known(a.Path, a.Stamp); ok {
				a = corpus.Article{ID: a.ID, Path: a.Path, Stamp: a.Stamp, Unchanged: true}
			} else if n > 0 {
				a = c.copied(a, n, spelled)
			}
			if i == c.other {
				a.Text = "The lighthouse of " + c.changed() + " was repainted in vermilion on Sunday."
			}
			if !yield(a) {
				return
			}
		}
	}, nil
}

// file returns the id, the path and the stamp of the i-th article, as if each were a file,
// which is passed over where it is known.
func (c *copies) file(i int) (id, path, stamp string) {
	stamp = "as it was"
	if i == c.other {
		stamp = c.changed()
	}
	a, n := c.base[i%len(c.base)], i/len(c.base)
	if n == 0 {
		return a.ID, a.Path, stamp
	}
	copied := "-copy" + strconv.Itoa(n)
	return a.ID + copied, a.Path + copied, stamp
}

// copied returns an article as its n-th copy has it.
func (c *copies) copied(a corpus.Article, n int, spelled map[string]string) corpus.Article {
	if a.URL != "" {
		a.URL += fmt.Sprintf("?copy=%d", n)
	}
	if !a.Published.IsZero() {
		a.Published = a.Published.AddDate(-n, 0, 0)
	}
	a.Title, a.Text = c.alter(a.Title, n, spelled), c.alter(a.Text, n, spelled)
	return a
}

// alter spells the names of a text otherwise and takes n from its years.
func (c *copies) alter(text string, n int, spelled map[string]string) string {
	var b strings.Builder
	b.Grow(len(text) + 16)
	for run := range runs(text) {
		switch {
		case c.names[run]:
			if spelled[run] == "" {
				spelled[run] = respell(run, n)
			}
			run = spelled[run]
		case len(run) == 4 && (strings.HasPrefix(run, "19") || strings.HasPrefix(run, "20")):
			if year, err := strconv.Atoi(run); err == nil {
				run = strconv.Itoa(year - n)
			}
		}
		b.WriteString(run)
	}
	return b.String()
}

// runs cuts a text into runs of ASCII letters, of digits, and of anything else.
func runs(text string) iter.Seq[string] {
	kind := func(c byte) int {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			return 1
		case '0' <= c && c <= '9':
			return 2
		}
		return 0
	}
	return func(yield func(string) bool) {
		for start, i := 0, 1; start < len(text); i++ {
			if i == len(text) || kind(text[i]) != kind(text[start]) {
				if !yield(text[start:i]) {
					return
				}
				start = i
			}
		}
	}
}

// Letters that take each other's place in the names of copies.
const (
	vowels     = "aeiou"
	consonants = "bdfgklmnprstvz"
)

// respell spells a name as the n-th copy does, with its first letter and its length kept:
// its vowels change with every copy, its consonants with every fifth.
func respell(name string, n int) string {
	b := []byte(name)
	for i := 1; i < len(b); i++ {
		if at := strings.IndexByte(vowels, b[i]); at >= 0 {
			b[i] = vowels[(at+n)%len(vowels)]
		} else if at := strings.IndexByte(consonants, b[i]); at >= 0 {
			b[i] = consonants[(at+n/len(vowels))%len(consonants)]
		}
	}
	return string(b)
}

// kept are the words with a capital that all copies keep: kinds of firms and offices, by
// which names are known, and what dates are made of.
var kept = strings.Fields(`Co Corp Inc Ltd Plc Bank Group Industries Holdings International National President Vice Chairman Chief Executive Minister Prime
Secretary Senator Governor Judge Commission Department Treasury Federal Court House Senate Board Exchange The Mr Mrs Ms Dr
January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
Monday Tuesday Wednesday Thursday Friday Saturday Sunday`)

// nameWords returns the words that are written with a capital at least four times in five.
func nameWords(articles []corpus.Article) map[string]bool {
	capital, small := map[string]int{}, map[string]int{}
	for _, a := range articles {
		for run := range runs(a.Text) {
			switch first := run[0]; {
			case 'a' <= first && first <= 'z':
				small[run]++
			case 'A' <= first && first <= 'Z' && len(run) > 2 && run != strings.ToUpper(run):
				capital[run]++
			}
		}
	}
	names := map[string]bool{}
	for w, n := range capital {
		names[w] = n >= 4*small[strings.ToLower(w)] && !slices.Contains(kept, w)
	}
	return names
}

func TestCopiesCallPeopleOtherwiseAndLiveEarlier(t *testing.T) {
	t.Parallel()
	base := invented(200)
	c := &copies{base: base, names: map[string]bool{"Dunmore": true, "McKay": true}, count: 2*len(base) + 1, other: -1, known: nothingKnown}
	for n, want := range map[int]string{
		1: "Danmuri met McKey on May 3, 2023; in 1850 nobody did. “Danmuri” it was.",
		6: "Dapnusi met McKey on May 3, 2018; in 1850 nobody did. “Dapnusi” it was.",
	} {
		if got := c.alter("Dunmore met McKay on May 3, 2024; in 1850 nobody did. “Dunmore” it was.", n, map[string]string{}); got != want {
			t.Errorf("copy %d: got %q, want %q", n, got, want)
		}
	}
	read, err := c.read(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for a := range read {
		ids[a.ID] = true
	}
	if len(ids) != c.count {
		t.Errorf("%d ids of %d articles", len(ids), c.count)
	}
	if names := nameWords(base); !names["Penwick"] || !names["Vandermeer"] || names["January"] || names["The"] {
		t.Errorf("the names are %v", names)
	}
}
