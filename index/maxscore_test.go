package index

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
)

// searchedByBleve returns the scores that Bleve gives the passages that match a query.
func searchedByBleve(t *testing.T, ix *Index, q Query) map[string]float64 {
	t.Helper()
	term := func(field, value string, boost float64) query.Query {
		q := query.NewTermQuery(value)
		q.SetField(field)
		q.SetBoost(boost)
		return q
	}
	var may []query.Query
	for _, x := range q.Terms {
		may = append(may, term(stemField, x.Stem, x.Boost), term(titleField, x.Stem, x.Boost*titleBoost))
	}
	for _, n := range q.Names {
		may = append(may, term(nameField, n, 1))
	}
	for _, words := range q.Together {
		var all []query.Query
		for _, s := range ix.stems(words) {
			all = append(all, term(stemField, s, 1))
		}
		may = append(may, query.NewConjunctionQuery(all))
	}
	must := []query.Query{query.NewDisjunctionQuery(may)}
	for _, o := range q.Outlets {
		must = append(must, term(outletField, key(o), 0))
	}
	if !q.From.IsZero() {
		days := query.NewTermRangeQuery(day(q.From), "9999-99")
		days.SetField(dayField)
		days.SetBoost(0)
		must = append(must, days)
	}
	_, passages, err := ix.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	stats := &search.BM25Stats{DocCount: float64(passages), FieldCardinality: map[string]int{}}
	for field, mean := range meanLengths {
		stats.FieldCardinality[field] = int(mean) * passages
	}
	stats.FieldCardinality[outletField], stats.FieldCardinality[dayField] = passages, passages
	request := bleve.NewSearchRequestOptions(query.NewConjunctionQuery(must), passages, 0, false)
	request.PreSearchData = map[string]any{search.BM25PreSearchDataKey: stats}
	result, err := ix.bleve.now.SearchInContext(t.Context(), request)
	if err != nil {
		t.Fatal(err)
	}
	scores := map[string]float64{}
	for _, h := range result.Hits {
		scores[h.ID] = h.Score
	}
	return scores
}

// randomQuery asks for a few things of the invented articles, rare and common ones.
func randomQuery(ix *Index, rng *rand.Rand) Query {
	one := func(words ...string) string { return words[rng.IntN(len(words))] }
	word := func() string {
		return one("ferry", "strike", "council", "approved", "million", "percent", "Lowestead", "Abbott", "regulator", "told", "report", "visitors", "tunnel", "tulip")
	}
	var q Query
	for range rng.IntN(7) {
		for _, t := range ix.Tokens(word()) {
			q.Terms = append(q.Terms, Term{Stem: t.Stem, Boost: one2(rng, 1, 0.3)})
		}
	}
	for range rng.IntN(3) {
		q.Names = append(q.Names, one("Agnes Abbott", "Northgate Shipping", "Boris Dunmore", "Penwick", "Nobody Known"))
	}
	for range rng.IntN(3) {
		q.Together = append(q.Together, []string{word(), word()})
	}
	if len(q.Terms)+len(q.Names)+len(q.Together) == 0 {
		q.Names = []string{"Penwick"}
	}
	if rng.IntN(3) == 0 {
		q.Outlets = []string{one("Ledger", "Harbour Post")}
	}
	if rng.IntN(3) == 0 {
		q.From = date("2024-06-01")
	}
	return q
}

func one2(rng *rand.Rand, a, b float64) float64 {
	if rng.IntN(2) == 0 {
		return a
	}
	return b
}

// TestTheBestAreThoseThatBleveFinds compares each list with what Bleve's own searchers say of
// every passage: the same ones, up to equals, with the same scores but for a factor that is
// one for the whole query.
func TestTheBestAreThoseThatBleveFinds(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		all := invented(150)
		refreshed(t, ix, all[:60]...)
		refreshed(t, ix, all...)
		all[3].Text, all[70].Text = "The ferry and the strike at Penwick.", paragraphs(3, "ferry")
		refreshed(t, ix, all[:140]...) // some passages are deleted now
		rng := rand.New(rand.NewPCG(7, 7))
		for range 150 {
			q := randomQuery(ix, rng)
			q.Limit = 1 + rng.IntN(1+rng.IntN(60))
			if wrong := differs(searched(t, ix, q), searchedByBleve(t, ix, q), q.Limit); wrong != "" {
				t.Errorf("%+v: %s", q, wrong)
			}
		}
	})
}

// differs says how hits are not the best of all scores.
func differs(hits []Hit, scores map[string]float64, limit int) string {
	if len(hits) != min(limit, len(scores)) {
		return fmt.Sprintf("%d hits of %d", len(hits), len(scores))
	}
	if len(hits) == 0 {
		return ""
	}
	id := func(h Hit) string { return passageID(h.Article, h.Passage) }
	factor := hits[0].Score / scores[id(hits[0])]
	for _, h := range hits {
		if math.Abs(h.Score/(factor*scores[id(h)])-1) > 1e-5 {
			return fmt.Sprintf("%v scores %v with Bleve, times %v", h, scores[id(h)], factor)
		}
		delete(scores, id(h))
	}
	least := hits[len(hits)-1].Score
	for id, s := range scores {
		if s*factor > least*(1+1e-5) {
			return fmt.Sprintf("%s is left out with %v, and %v is in", id, s*factor, least)
		}
	}
	return ""
}

func TestSaturationStaysBelowItsBound(t *testing.T) {
	t.Parallel()
	most := 0.0
	for field, mean := range meanLengths {
		for n := 1.0; n < 10_000; n++ { // so often, and nothing else
			if s := saturation(math.Sqrt(n), n/mean); s > saturated {
				t.Errorf("%s: %v times gives %v", field, n, s)
			} else {
				most = max(most, s)
			}
		}
	}
	if most < 0.99 {
		t.Errorf("the bound is loose: %v at most", most)
	}
}
