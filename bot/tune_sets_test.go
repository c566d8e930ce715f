package bot

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"storybot/corpus"
	"storybot/index"
)

// tuneCase is one question with its measured sentences.
type tuneCase struct {
	set   string
	q     *question
	all   []ranked
	value func(all []ranked) float64 // how good an order of the sentences is, 0 to 1; nil: not judged
	known bool                       // whether the corpus answers it is known
	yes   bool                       // the corpus answers it
}

// wireCase is one question of a set: those of TREC QA have sentences, those of MultiHop-RAG
// evidence, those of SciFact gold, and questions of one's own claims, none where the
// articles do not answer.
type wireCase struct {
	Query     string
	Gold      []string
	Claims    []string
	Evidence  []struct{ Title string }
	Sentences []struct {
		Label int
		Text  string
	}
}

// tuneSets reads every set in a folder: *.jsonl of questions with their sentences, and
// folders of articles.jsonl, or an index of them, with questions.jsonl or queries.jsonl.
func tuneSets(t *testing.T, dir string) []tuneCase {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var cases []tuneCase
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case strings.HasSuffix(path, ".jsonl"):
			cases = append(cases, sentenceSet(t, e.Name(), readCases(t, path))...)
		default:
			cases = append(cases, articleSet(t, e.Name(), path)...)
		}
	}
	return cases
}

func readCases(t *testing.T, path string) []wireCase {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var cases []wireCase
	lines := bufio.NewScanner(f)
	for lines.Buffer(nil, 16<<20); lines.Scan(); {
		var c wireCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		cases = append(cases, c)
	}
	return cases
}

// tuneBot returns a bot over articles.
func tuneBot(t *testing.T, articles iter.Seq[corpus.Article]) *Bot {
	t.Helper()
	ix, err := index.InMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	all := func(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) { return articles, nil }
	if _, err := ix.Refresh(t.Context(), all, index.RefreshOptions{}); err != nil {
		t.Fatal(err)
	}
	return New(ix, Options{})
}

func (b *Bot) tuneCase(t *testing.T, set, query string, limit int) tuneCase {
	t.Helper()
	q, err := b.newQuestion(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	p, err := b.scoped(t.Context(), q, index.Query{Terms: q.query(), Limit: max(askPassages, 2*limit)}, max(askArticles, limit))
	if err != nil {
		t.Fatal(err)
	}
	all, err := q.measure(t.Context(), b, p)
	if err != nil {
		t.Fatal(err)
	}
	return tuneCase{set: set, q: q, all: all}
}

// sentenceSet judges sentences, each an article of its own, and asks once more without
// those that answer.
func sentenceSet(t *testing.T, set string, wire []wireCase) []tuneCase {
	t.Helper()
	wire = slices.DeleteFunc(wire, func(w wireCase) bool { return !w.answers(1) || !w.answers(0) })
	sentences := func(most int) iter.Seq[corpus.Article] {
		return func(yield func(corpus.Article) bool) {
			for i, w := range wire {
				for j, s := range w.Sentences {
					id := fmt.Sprintf("%d#%d", i, j)
					if s.Label <= most && !yield(corpus.Article{ID: id, Path: id, Text: s.Text}) {
						return
					}
				}
			}
		}
	}
	with, without := tuneBot(t, sentences(1)), tuneBot(t, sentences(0))
	var cases []tuneCase
	for i, w := range wire {
		c := with.tuneCase(t, set, w.Query, MaxLimit)
		c.known, c.yes = true, true
		c.value = func(all []ranked) float64 { return w.precision(i, all) }
		none := without.tuneCase(t, set, w.Query, askDefault)
		none.known = true
		cases = append(cases, c, none)
	}
	return cases
}

func (w wireCase) answers(label int) bool {
	for _, s := range w.Sentences {
		if s.Label == label {
			return true
		}
	}
	return false
}

// precision returns the mean of average precision and reciprocal rank.
func (w wireCase) precision(number int, all []ranked) float64 {
	rank, hits, sum, first, want := 0, 0, 0.0, 0.0, 0
	for _, s := range w.Sentences {
		want += s.Label
	}
	for _, c := range all {
		var i, j int
		if fmt.Sscanf(c.article, "%d#%d", &i, &j); i != number {
			continue
		}
		rank++
		if w.Sentences[j].Label == 0 {
			continue
		}
		hits++
		sum += float64(hits) / float64(rank)
		first = max(first, 1/float64(rank))
	}
	return (sum/float64(want) + first) / 2
}

// articleSet judges articles where a set says which are right, and words where it says
// what is to be quoted.
func articleSet(t *testing.T, set, dir string) []tuneCase {
	t.Helper()
	b, byTitle := folderBot(t, dir)
	path := filepath.Join(dir, "questions.jsonl")
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		path = filepath.Join(dir, "queries.jsonl")
	}
	var cases []tuneCase
	for i, w := range readCases(t, path) {
		for _, e := range w.Evidence {
			w.Gold = append(w.Gold, byTitle[e.Title])
		}
		if len(w.Evidence) > 0 && i%4 > 0 { // a quarter of MultiHop-RAG's answered questions is enough
			continue
		}
		c := b.tuneCase(t, set, w.Query, 10)
		c.known, c.yes = len(w.Gold) == 0 || len(w.Evidence) > 0, len(w.Evidence)+len(w.Claims) > 0
		switch {
		case len(w.Gold) > 0:
			c.value = func(all []ranked) float64 { return gain(w.Gold, all) }
		case len(w.Claims) > 0:
			c.value = func(all []ranked) float64 { return (w.said(c.q, all, 1) + w.said(c.q, all, 3)) / 2 }
		}
		cases = append(cases, c)
	}
	return cases
}

// folderBot returns a bot over a folder's articles, and their ids by title: over its index,
// where it has one.
func folderBot(t *testing.T, dir string) (*Bot, map[string]string) {
	t.Helper()
	if ix, err := index.OpenReadOnly(filepath.Join(dir, "index")); err == nil {
		t.Cleanup(func() { ix.Close() })
		return New(ix, Options{}), nil
	}
	articles, err := corpus.Read(t.Context(), []string{filepath.Join(dir, "articles.jsonl")}, corpus.Options{}, func(corpus.Problem) {})
	if err != nil {
		t.Fatal(err)
	}
	list, byTitle := slices.Collect(articles), map[string]string{}
	for _, a := range list {
		byTitle[a.Title] = a.ID
	}
	return tuneBot(t, slices.Values(list)), byTitle
}

// gain is nDCG at 10 of the articles.
func gain(gold []string, all []ranked) float64 {
	var seen []string
	sum, ideal := 0.0, 0.0
	for _, c := range all {
		if slices.Contains(seen, c.article) {
			continue
		}
		if seen = append(seen, c.article); len(seen) > 10 {
			break
		}
		if slices.Contains(gold, c.article) {
			sum += 1 / math.Log2(float64(len(seen))+1)
		}
	}
	for i := range min(10, len(gold)) {
		ideal += 1 / math.Log2(float64(i)+2)
	}
	return sum / ideal
}

var plainWords = regexp.MustCompile(`[a-z0-9]+`)

// said is the share of the claims' words in the first quotes.
func (w wireCase) said(q *question, all []ranked, first int) float64 {
	var said strings.Builder
	top := all[:min(first, len(all))]
	near := neighbours{}
	for _, c := range top {
		near[c.article] = map[int]ranked{}
	}
	for _, c := range all {
		if m := near[c.article]; m != nil {
			m[c.at] = c
		}
	}
	for _, c := range top {
		said.WriteString(strings.ToLower(q.span(c, near[c.article]).Of(c.reading.Text)) + " ")
	}
	have := plainWords.FindAllString(said.String(), -1)
	asked := plainWords.FindAllString(strings.ToLower(w.Query), -1)
	want, met := 0, 0
	for _, claim := range w.Claims {
		for _, word := range plainWords.FindAllString(strings.ToLower(claim), -1) {
			if len(word) > 2 && !slices.Contains(asked, word) {
				want++
				if slices.Contains(have, word) {
					met++
				}
			}
		}
	}
	return float64(met) / float64(max(1, want))
}
