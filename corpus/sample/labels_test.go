package sample_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"storybot/corpus"
	"storybot/corpus/sample"
)

// label is a mention that a reader marked.
type label struct {
	corpus.Span
	name  string
	kinds []string // each is right; as corpus.Kind.String
}

// labelled is an article with its labels, in the order of its text.
type labelled struct {
	path, text string
	labels     []label
}

// readLabels reads testdata/names.labels, whose head says how it was made and written.
func readLabels(t *testing.T) []labelled {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "names.labels"))
	if err != nil {
		t.Fatal(err)
	}
	var all []labelled
	for _, section := range strings.Split("\n"+string(data), "\n== ")[1:] {
		head, marked, _ := strings.Cut(section, "\n\n")
		path, table, _ := strings.Cut(head, "\n")
		a, err := parseLabels(table, strings.TrimRight(marked, "\n"))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		a.path = path
		all = append(all, a)
	}
	return all
}

// parseLabels reads one article: the lines of its names, and its text with [[ ]].
func parseLabels(table, marked string) (labelled, error) {
	bySpelling, err := parseNames(table)
	if err != nil {
		return labelled{}, err
	}
	var a labelled
	used := map[string]bool{}
	for {
		before, rest, found := strings.Cut(marked, "[[")
		a.text += before
		if !found {
			break
		}
		spelling, after, closed := strings.Cut(rest, "]]")
		l, known := bySpelling[spelling]
		if !closed || !known {
			return labelled{}, fmt.Errorf("[[%s]] is not a spelling of a name", spelling)
		}
		l.Span = corpus.Span{Start: len(a.text), End: len(a.text) + len(spelling)}
		a.labels, used[spelling] = append(a.labels, l), true
		a.text, marked = a.text+spelling, after
	}
	for spelling := range bySpelling {
		if !used[spelling] {
			return labelled{}, fmt.Errorf("%q is marked nowhere", spelling)
		}
	}
	return a, nil
}

// parseNames reads lines of NAME | KINDS | SPELLINGS and returns, by spelling, a label
// without a span.
func parseNames(table string) (map[string]label, error) {
	all := map[string]label{}
	for line := range strings.SplitSeq(table, "\n") {
		fields := strings.Split(line, " | ")
		if len(fields) == 2 {
			fields = append(fields, fields[0])
		}
		if len(fields) != 3 {
			return nil, fmt.Errorf("%q does not read NAME | KIND | SPELLINGS", line)
		}
		l := label{name: fields[0], kinds: strings.Split(fields[1], "/")}
		for _, kind := range l.kinds {
			if !slices.Contains(kinds(), kind) {
				return nil, fmt.Errorf("%s: no kind %q", l.name, kind)
			}
		}
		for spelling := range strings.SplitSeq(fields[2], "; ") {
			if _, twice := all[spelling]; twice {
				return nil, fmt.Errorf("%q stands for two names", spelling)
			}
			all[spelling] = l
		}
	}
	return all, nil
}

// kinds are what a label may say.
func kinds() []string {
	var all []string
	for _, k := range []corpus.Kind{corpus.Person, corpus.Organisation, corpus.Place, corpus.Other} {
		all = append(all, k.String())
	}
	return all
}

// articles returns the texts of the sample corpus by path.
func articles(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for a := range corpus.ReadFS(t.Context(), sample.FS(), corpus.Options{}, func(p corpus.Problem) { t.Error(p) }) {
		all[a.Path] = a.Text
	}
	return all
}

func TestLabelsCoverTheSampleCorpusByteForByte(t *testing.T) {
	t.Parallel()
	texts := articles(t)
	for _, a := range readLabels(t) {
		text, ok := texts[a.path]
		if !ok {
			t.Errorf("%s: no such article, or labelled twice", a.path)
		}
		delete(texts, a.path)
		if a.text != strings.TrimRight(text, "\n") {
			t.Errorf("%s: the labelled text is not the article's", a.path)
		}
	}
	for path := range texts {
		t.Errorf("%s is not labelled", path)
	}
}

// readSame reads testdata/same.labels: for each spelling the line that has it.
func readSame(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "same.labels"))
	if err != nil {
		t.Fatal(err)
	}
	same := map[string]string{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		for spelling := range strings.SplitSeq(line, "; ") {
			if other, twice := same[spelling]; twice {
				t.Errorf("%q is on the lines %q and %q", spelling, other, line)
			}
			same[spelling] = line
		}
	}
	return same
}

func TestBothFilesOfLabelsHaveTheSameSpellings(t *testing.T) {
	t.Parallel()
	same, marked := readSame(t), map[string]bool{}
	for _, a := range readLabels(t) {
		for _, l := range a.labels {
			spelling := l.Of(a.text)
			marked[spelling] = true
			line, ok := same[spelling]
			if !ok {
				t.Errorf("%s: %q is missing in same.labels", a.path, spelling)
			}
			if name, ok := same[l.name]; ok && name != line {
				t.Errorf("%s: %q has the name %q, which is another thing in same.labels", a.path, spelling, l.name)
			}
		}
	}
	for spelling := range same {
		if !marked[spelling] {
			t.Errorf("same.labels: %q is marked in no article", spelling)
		}
	}
}
