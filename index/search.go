package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	api "github.com/blevesearch/bleve_index_api"
)

// Query asks for passages. Terms, Names and Together are alternatives: a passage that
// matches more of them, and rarer ones, comes first. Filters must all hold. A query
// without alternatives matches every passage that the filters leave. Words that are stop
// words alone match none.
type Query struct {
	Terms    []Term
	Names    []string   // as the table of names spells them
	Together [][]string // words, as Token.Word: the passage has the stems of all of them, wherever

	Phrases     [][]string // the passage has one of these: words in a row, as Token.Word
	Beside      []string   // the passage has one of these names too
	Outlets     []string   // the passage's outlet is one of these
	From, Until time.Time  // publication day, half open, UTC; zero: no bound. A bound leaves out articles of unknown day

	Limit int // how many passages at most
}

// Term is one stem with its weight in a query.
type Term struct {
	Stem  string
	Boost float64
}

// Hit is one passage that a query found.
type Hit struct {
	Article string // id
	Passage int    // number within the article
	Score   float64
}

// titleBoost is what a question's term in a title counts against one in the text.
const titleBoost = 0.5

// Search returns the best passages, best first. Equal scores are ordered by article and
// passage. Phrases are looked for in the 500 best passages that have their stems.
func (ix *Index) Search(ctx context.Context, q Query) ([]Hit, error) {
	find := ix.best
	if len(q.Phrases) > 0 {
		find = ix.inRow
	}
	hits, err := find(ctx, q, max(q.Limit, 1))
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	return hits, nil
}

// best returns the best passages, whatever the order of the words of phrases in them.
func (ix *Index) best(ctx context.Context, q Query, limit int) ([]Hit, error) {
	stats, err := ix.lengths(ctx)
	if err != nil {
		return nil, err
	}
	hits, err := ix.search(ctx, q, stats, limit+slack, "-_score")
	if n := len(hits); err == nil && n == limit+slack && hits[n-1].Score == hits[limit-1].Score {
		// Which of the equals are the first is not known from these.
		hits, err = ix.search(ctx, q, stats, limit, "-_score", "_id")
	}
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Passage, b.Passage))
	})
	return hits[:min(limit, len(hits))], nil
}

// slack is how many passages more than asked for are taken, so that those of equal score
// at the end can be told apart. To sort by id too, Bleve looks up the id of every match.
const slack = 50

// search lets Bleve find so many passages in an order of its own fields.
func (ix *Index) search(ctx context.Context, q Query, stats *search.BM25Stats, size int, order ...string) ([]Hit, error) {
	request := bleve.NewSearchRequestOptions(ix.query(q), size, 0, false)
	request.SortBy(order)
	request.PreSearchData = map[string]any{search.BM25PreSearchDataKey: stats}
	result, err := ix.bleve.SearchInContext(ctx, request)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, 0, len(result.Hits))
	for _, m := range result.Hits {
		if id, n, ok := parsePassageID(m.ID); ok {
			hits = append(hits, Hit{Article: id, Passage: n, Score: m.Score})
		}
	}
	return hits, nil
}

// meanLengths are tokens in a field of one passage of news, as measured on Reuters-21578
// and MultiHop-RAG: what BM25 calls the average length. Left to itself, Bleve takes the
// distinct terms of all segments by the number of documents, which is next to nothing
// and changes whenever segments are merged.
var meanLengths = map[string]int{stemField: 25, titleField: 7, nameField: 3, kindField: 1, dayField: 1, outletField: 1}

// lengths returns what BM25 has to know of the whole index: the same for the same
// articles, whatever the order they came in.
func (ix *Index) lengths(ctx context.Context) (*search.BM25Stats, error) {
	reader, err := ix.reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	passages, err := count(ctx, reader, kindField, passageKind)
	if err != nil {
		return nil, err
	}
	total := map[string]int{}
	for field, mean := range meanLengths {
		total[field] = mean * max(1, passages)
	}
	return &search.BM25Stats{DocCount: float64(max(1, passages)), FieldCardinality: total}, nil
}

func (ix *Index) query(q Query) query.Query {
	var any []query.Query
	for _, t := range q.Terms {
		any = append(any, term(stemField, t.Stem, t.Boost), term(titleField, t.Stem, t.Boost*titleBoost))
	}
	for _, n := range q.Names {
		any = append(any, term(nameField, n, 1))
	}
	for _, words := range q.Together {
		any = append(any, ix.together(words))
	}
	must := ix.filters(q)
	if len(any) > 0 {
		must = append(must, query.NewDisjunctionQuery(any))
	}
	if len(any) == 0 {
		must = append(must, term(kindField, passageKind, 0))
	}
	if len(must) == 1 {
		return must[0]
	}
	return query.NewConjunctionQuery(must)
}

func (ix *Index) filters(q Query) []query.Query {
	var all []query.Query
	if !q.From.IsZero() || !q.Until.IsZero() {
		low, high := "0", "9999-99" // every day lies between
		if !q.From.IsZero() {
			low = day(q.From)
		}
		if !q.Until.IsZero() {
			high = day(q.Until)
		}
		yes, no := true, false
		days := query.NewTermRangeInclusiveQuery(low, high, &yes, &no)
		days.SetField(dayField)
		days.SetBoost(0)
		all = append(all, days)
	}
	if len(q.Outlets) > 0 {
		var keys []string
		for _, o := range q.Outlets {
			keys = append(keys, key(o))
		}
		all = append(all, oneOf(outletField, keys))
	}
	if len(q.Beside) > 0 {
		all = append(all, oneOf(nameField, q.Beside))
	}
	if len(q.Phrases) > 0 {
		var any []query.Query
		for _, words := range q.Phrases {
			any = append(any, ix.together(words))
		}
		all = append(all, query.NewDisjunctionQuery(any))
	}
	return all
}

// oneOf is a filter: it adds nothing to the score.
func oneOf(field string, values []string) query.Query {
	var any []query.Query
	for _, v := range values {
		any = append(any, term(field, v, 0))
	}
	return query.NewDisjunctionQuery(any)
}

func term(field, value string, boost float64) query.Query {
	t := query.NewTermQuery(value)
	t.SetField(field)
	t.SetBoost(boost)
	return t
}

// Frequencies returns in how many passages each stem stands, and how many passages there
// are.
func (ix *Index) Frequencies(ctx context.Context, stems []string) (passages []int, all int, err error) {
	reader, err := ix.reader()
	if err != nil {
		return nil, 0, fmt.Errorf("frequencies: %w", err)
	}
	defer reader.Close()
	passages = make([]int, len(stems))
	for i, s := range stems {
		if passages[i], err = count(ctx, reader, stemField, s); err != nil {
			return nil, 0, fmt.Errorf("frequencies: %w", err)
		}
	}
	all, err = count(ctx, reader, kindField, passageKind)
	return passages, all, err
}

// count returns how many documents have the term; deleted ones do not count.
func count(ctx context.Context, reader api.IndexReader, field, term string) (int, error) {
	postings, err := reader.TermFieldReader(ctx, []byte(term), field, false, false, false)
	if err != nil {
		return 0, err
	}
	n := postings.Count()
	return int(n), postings.Close()
}
