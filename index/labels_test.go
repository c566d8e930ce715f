package index

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"storybot/corpus"
	"storybot/corpus/sample"
)

// labelledSpelling is a spelling of the sample corpus, and the line of labels that has it: two of
// one line name the same thing.
type labelledSpelling struct {
	text, key string
	line      int
}

// labelledSpellings reads the labels, whose head says how they were made. Of those on a
// line with the same key it returns the first.
func labelledSpellings(t *testing.T) []labelledSpelling {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "corpus", "sample", "testdata", "same.labels"))
	if err != nil {
		t.Fatal(err)
	}
	var all []labelledSpelling
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		for text := range strings.SplitSeq(line, "; ") {
			s := labelledSpelling{text, key(text), i}
			if !slices.ContainsFunc(all, func(o labelledSpelling) bool { return o.key == s.key && o.line == i }) {
				all = append(all, s)
			}
		}
	}
	return all
}

// namesBySpelling returns, by key, the texts of the names that have a spelling.
func namesBySpelling(t *testing.T, ix *Index) map[string][]string {
	t.Helper()
	found, err := ix.Names(t.Context(), "", 1000)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string][]string{}
	for _, f := range found {
		called := f.Spelt
		for _, a := range f.Aliases {
			called = append(called, a.Text)
		}
		for _, s := range called {
			names[key(s)] = append(names[key(s)], f.Text)
		}
	}
	return names
}

// Pairs of spellings that differ in more than case and accents are judged.
func TestSpellingsOfTheSampleCorpusAreJoinedAsAReaderJoinsThem(t *testing.T) {
	t.Parallel()
	const rightAtLeast, wrongAtMost = 11, 0 // what was measured
	read := corpus.ReadFS(t.Context(), sample.FS(), corpus.Options{}, nil)
	names := namesBySpelling(t, inMemory(t, slices.Collect(read)...))
	var right, wrong, wanted int
	all := labelledSpellings(t)
	for i, a := range all {
		for _, b := range all[:i] {
			same := a.line == b.line
			joined := slices.ContainsFunc(names[a.key], func(n string) bool { return slices.Contains(names[b.key], n) })
			switch {
			case same && joined:
				right++
			case same:
				t.Logf("%q and %q are not joined", b.text, a.text)
			case joined:
				wrong++
				t.Logf("%q and %q are joined, but are two", b.text, a.text)
			}
			if same {
				wanted++
			}
		}
	}
	t.Logf("%d of %d pairs joined, and %d wrongly", right, wanted, wrong)
	if right < rightAtLeast || wrong > wrongAtMost {
		t.Errorf("%d pairs joined and %d wrongly, want at least %d and at most %d", right, wrong, rightAtLeast, wrongAtMost)
	}
}
