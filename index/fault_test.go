package index

import (
	"strings"
	"testing"

	"storybot/corpus"
)

// A text that brings a fault of the program to light costs neither the refresh nor what
// was known of its article.
func TestAFaultInOneArticleStopsNoOther(t *testing.T) {
	t.Parallel()
	one := func(id, text string) corpus.Article { return corpus.Article{ID: id, Path: id + ".txt", Text: text} }
	ix := inMemory(t, one("a", "Ada Bly left."), one("b", "Cy Dole slept."))
	ix.analyse = func(a corpus.Article) corpus.Reading {
		if strings.Contains(a.Text, "woke") {
			panic("out of range")
		}
		return corpus.Analyze(a)
	}
	report := refreshed(t, ix, one("a", "Ada Bly left."), one("b", "Cy Dole woke."), one("c", "The bridge was closed."))
	if report.Added != 1 || report.Changed != 0 || report.Removed != 0 || len(report.Problems) != 1 {
		t.Fatalf("%+v", report)
	}
	if got := report.Problems[0].String(); got != "b.txt: a fault of this program: out of range" {
		t.Errorf("reported %q", got)
	}
	for id, want := range map[string]string{"a": "Ada Bly left.", "b": "Cy Dole slept.", "c": "The bridge was closed."} {
		if r, ok, err := ix.Article(t.Context(), id); err != nil || !ok || r.Text != want {
			t.Errorf("%s is %q, %v, %v; want %q", id, r.Text, ok, err, want)
		}
	}
}
