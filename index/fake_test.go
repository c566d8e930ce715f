package index

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2/document"

	"storybot/corpus"
)

// article returns an article of an invented story.
func article(id, title, text string) corpus.Article {
	return corpus.Article{ID: id, Path: id + ".txt", Source: corpus.Source{Title: title}, Text: text}
}

// from adds an outlet and a day (2024-03-01) to an article; "" leaves the day unknown.
func from(a corpus.Article, outlet, day string) corpus.Article {
	a.Outlet = outlet
	if day != "" {
		a.Published, _ = time.Parse(time.DateOnly, day)
	}
	return a
}

// listed is a corpus of just these articles.
func listed(articles ...corpus.Article) Corpus {
	return func(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return slices.Values(articles), nil
	}
}

// withProblems is a corpus that reports problems too.
func withProblems(problems []corpus.Problem, articles ...corpus.Article) Corpus {
	return func(_ context.Context, report func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return func(yield func(corpus.Article) bool) {
			for _, p := range problems {
				report(p)
			}
			for _, a := range articles {
				if !yield(a) {
					return
				}
			}
		}, nil
	}
}

// eachIndex runs a test on an empty index in memory and on one on disk.
func eachIndex(t *testing.T, test func(*testing.T, *Index)) {
	t.Helper()
	t.Run("in memory", func(t *testing.T) {
		t.Parallel()
		test(t, inMemory(t))
	})
	t.Run("on disk", func(t *testing.T) {
		t.Parallel()
		test(t, opened(t, t.TempDir()))
	})
}

// inMemory returns an index in memory that holds the articles.
func inMemory(t testing.TB, articles ...corpus.Article) *Index {
	t.Helper()
	ix, err := InMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	if len(articles) > 0 {
		refreshed(t, ix, articles...)
	}
	return ix
}

// opened opens an index for writing until the test ends.
func opened(t testing.TB, dir string) *Index {
	t.Helper()
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix
}

// refreshed makes the index hold just these articles.
func refreshed(t testing.TB, ix *Index, articles ...corpus.Article) Report {
	t.Helper()
	r, err := ix.Refresh(t.Context(), listed(articles...), RefreshOptions{RemoveMost: true})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// expectReport compares the counts of a report.
func expectReport(t *testing.T, got Report, added, changed, removed, same, bytes int) {
	t.Helper()
	if got.Added != added || got.Changed != changed || got.Removed != removed || got.Same != same || got.Bytes != bytes {
		t.Errorf("report: %d added, %d changed, %d removed, %d same, %d bytes; want %d, %d, %d, %d, %d",
			got.Added, got.Changed, got.Removed, got.Same, got.Bytes, added, changed, removed, same, bytes)
	}
}

// ids returns the ids of all articles, in order of the alphabet.
func ids(t testing.TB, ix *Index) []string {
	t.Helper()
	sources, err := ix.Sources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, s := range sources {
		all = append(all, s.ID)
	}
	slices.Sort(all)
	return all
}

// expectIDs compares the articles that an index holds, given as words.
func expectIDs(t testing.TB, ix *Index, want string) {
	t.Helper()
	if got := strings.Join(ids(t, ix), " "); got != want {
		t.Errorf("the index holds %q, want %q", got, want)
	}
}

// searched returns the hits of a query; without a limit all of them.
func searched(t testing.TB, ix *Index, q Query) []Hit {
	t.Helper()
	if q.Limit == 0 {
		q.Limit = 1000
	}
	hits, err := ix.Search(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

// terms returns the query for the words of a text.
func terms(ix *Index, text string) Query {
	var q Query
	for _, token := range ix.Tokens(text) {
		if token.Stem != "" {
			q.Terms = append(q.Terms, Term{Stem: token.Stem, Boost: 1})
		}
	}
	return q
}

// found lists hits as "id:passage".
func found(hits []Hit) string {
	var all []string
	for _, h := range hits {
		all = append(all, fmt.Sprintf("%s:%d", h.Article, h.Passage))
	}
	return strings.Join(all, " ")
}

// names returns the texts of the names that match.
func names(t testing.TB, ix *Index, typed string, limit int) string {
	t.Helper()
	all, err := ix.Names(t.Context(), typed, limit)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, f := range all {
		texts = append(texts, f.Text)
	}
	return strings.Join(texts, ", ")
}

// expectError compares an error with the one that it should wrap.
func expectError(t *testing.T, what string, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Errorf("%s: error %v, want %v", what, got, want)
	}
}

// paragraphs returns a text of n paragraphs that each make a passage of their own, with
// a word in every sentence.
func paragraphs(n int, word string) string {
	var b strings.Builder
	for i := range n {
		for j := range 5 {
			fmt.Fprintf(&b, "In part %d of the %s the harbour of Lowestead saw ferry %d come home late at night. ", i, word, j)
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// invented returns n articles of one to six paragraphs, the same for the same n.
func invented(n int) []corpus.Article {
	rng := rand.New(rand.NewPCG(7, 7))
	one := func(words string) string {
		all := strings.Fields(words)
		return all[rng.IntN(len(all))]
	}
	sentence := func() string {
		person := one("Agnes Boris Carla Dmitri Elena") + " " + one("Abbott Dunmore Fairlie Grendel Ibsley")
		return fmt.Sprintf("%s of %s Shipping told %s on %s %d, 2024 that the %s would %s.", person,
			one("Northgate Solaris Halcyon Tidewater"), one("Arendale Lowestead Penwick"), one("March April May"), 1+rng.IntN(28),
			one("ferry bridge tunnel refinery railway strike"), one("open close fail sink grow move")+" "+one("soon slowly again twice"))
	}
	all := make([]corpus.Article, n)
	for i := range all {
		var b strings.Builder
		for range 1 + rng.IntN(6) {
			for range 1 + rng.IntN(6) {
				b.WriteString(sentence() + " ")
			}
			b.WriteString("\n\n")
		}
		all[i] = from(article(fmt.Sprintf("story-%03d", i), sentence(), b.String()), one("Ledger Gazette Wire"),
			fmt.Sprintf("2024-%02d-%02d", 1+rng.IntN(12), 1+rng.IntN(28)))
	}
	return all
}

// store puts a document of one field, and the kind of a source, in place of another.
func (ix *Index) store(id string, f document.Field) error {
	d := document.NewDocument(id)
	d.AddField(keyword(kindField, sourceKind))
	d.AddField(f)
	batch := ix.bleve.NewBatch()
	if err := batch.IndexAdvanced(d); err != nil {
		return err
	}
	return ix.bleve.Batch(batch)
}
