package sample_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"storybot/corpus"
)

// saidFloors is what corpus.Sayings must reach on the labelled sayings: a little under
// what was measured when they were last set. Raise them with what is mended.
var saidFloors = []struct {
	measure           string
	precision, recall float64
}{
	{"sayings", 0.97, 0.80}, // the right speaker, and words that overlap the label's
	{"words", 0.97, 0.80},   // exact to the byte, and direct or not as labelled
}

// readSayings reads testdata/said.labels, whose head says how it was made and written:
// the labelled sayings of each article of texts.
func readSayings(t *testing.T, texts map[string]string) map[string][]corpus.Saying {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "said.labels"))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]corpus.Saying{}
	for _, section := range strings.Split("\n"+string(data), "\n== ")[1:] {
		path, lines, _ := strings.Cut(section, "\n")
		path = strings.TrimSpace(path)
		text, ok := texts[path]
		if _, twice := all[path]; !ok || twice {
			t.Errorf("%s: no such article, or labelled twice", path)
		}
		all[path] = nil
		for line := range strings.Lines(strings.TrimSpace(lines)) {
			s, err := parseSaying(strings.TrimSpace(line), text)
			if err != nil {
				t.Errorf("%s: %v", path, err)
			}
			all[path] = append(all[path], s)
		}
	}
	return all
}

// parseSaying reads a line of SPEAKER | direct or indirect | WORDS.
func parseSaying(line, text string) (corpus.Saying, error) {
	fields := strings.SplitN(line, " | ", 3)
	if len(fields) != 3 || fields[1] != "direct" && fields[1] != "indirect" {
		return corpus.Saying{}, fmt.Errorf("%q does not read SPEAKER | direct or indirect | WORDS", line)
	}
	if n := strings.Count(text, fields[2]); n != 1 {
		return corpus.Saying{}, fmt.Errorf("%q stands %d times in the article", fields[2], n)
	}
	at := strings.Index(text, fields[2])
	return corpus.Saying{Speaker: fields[0], Direct: fields[1] == "direct", Words: corpus.Span{Start: at, End: at + len(fields[2])}}, nil
}

func TestSayingsOfTheSampleCorpusReachTheirFloors(t *testing.T) {
	t.Parallel()
	texts := articles(t)
	s := scores{of: map[string]*tally{"sayings": {}, "words": {}}}
	for path, labels := range readSayings(t, texts) {
		text := texts[path]
		sentences := corpus.Sentences(text)
		s.scoreSayings(labelled{path: path, text: text}, labels, corpus.Sayings(text, sentences, corpus.Mentions(text, sentences)))
		delete(texts, path)
	}
	for path := range texts {
		t.Errorf("%s: its sayings are not labelled", path)
	}
	t.Log(strings.Join(s.errors, "\n"))
	for _, f := range saidFloors {
		c := s.of[f.measure]
		t.Logf("%s: precision %.3f (%d of %d), recall %.3f (%d of %d)", f.measure,
			c.precision(), c.right, c.found, c.recall(), c.right, c.wanted)
		if c.precision() < f.precision || c.recall() < f.recall {
			t.Errorf("%s: precision %.3f and recall %.3f, want at least %.3f and %.3f", f.measure,
				c.precision(), c.recall(), f.precision, f.recall)
		}
	}
}

// scoreSayings adds the sayings found in one article. A label answers one of them.
func (s *scores) scoreSayings(a labelled, labels, found []corpus.Saying) {
	answered := make([]bool, len(labels))
	for _, f := range found {
		at := -1
		for i, l := range labels {
			if !answered[i] && f.Speaker == l.Speaker && f.Words.Overlaps(l.Words) {
				at = i
				break
			}
		}
		s.count("sayings", at >= 0, true, false)
		exact := at >= 0 && f.Words == labels[at].Words && f.Direct == labels[at].Direct
		s.count("words", exact, true, false)
		if at < 0 {
			s.note(a, f.Words, "is no saying of "+f.Speaker)
			continue
		}
		if answered[at] = true; !exact {
			s.note(a, f.Words, fmt.Sprintf("has other words than %q", labels[at].Words.Of(a.text)))
		}
	}
	for i, l := range labels {
		s.count("sayings", false, false, true)
		s.count("words", false, false, true)
		if !answered[i] {
			s.note(a, l.Words, "is missed: "+l.Speaker)
		}
	}
}
