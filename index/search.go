package index

import (
	"cmp"
	"context"
	"fmt"
	"time"
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
	s, err := ix.counting()
	if err != nil {
		return nil, err
	}
	defer s.Close()
	within, err := ix.filter(s, q)
	if err != nil {
		return nil, err
	}
	all, err := ix.alternatives(s, q)
	if err != nil {
		return nil, err
	}
	if !q.chooses() && len(q.Phrases) == 0 {
		return s.all(within, limit)
	}
	c := ix.newContest(s, within, limit, len(all))
	defer ix.end(c)
	found, err := c.run(ctx, all)
	if err != nil {
		return nil, err
	}
	return s.firstOf(found, limit)
}

// chooses says whether a query has alternatives of its own.
func (q Query) chooses() bool { return len(q.Terms)+len(q.Names)+len(q.Together) > 0 }

// alternatives returns what a passage may match: the phrases of a query that has nothing else.
func (ix *Index) alternatives(s *snapshot, q Query) ([]alternative, error) {
	passages, err := s.differing(place{kindField, passageKind})
	if err != nil {
		return nil, err
	}
	var all []alternative
	one := func(field, value string, boost float64) {
		w, e := s.weigh(place{field, value}, boost, passages)
		all, err = append(all, alternative{w}), cmp.Or(err, e)
	}
	for _, t := range q.Terms {
		one(stemField, t.Stem, t.Boost)
		one(titleField, t.Stem, t.Boost*titleBoost)
	}
	for _, n := range q.Names {
		one(nameField, n, 1)
	}
	together := q.Together
	if !q.chooses() {
		together = q.Phrases
	}
	for _, words := range together {
		var a alternative
		for _, stem := range ix.stems(words) {
			w, e := s.weigh(place{stemField, stem}, 1, passages)
			a, err = append(a, w), cmp.Or(err, e)
		}
		if len(a) > 0 {
			all = append(all, a)
		}
	}
	return all, err
}

// Frequencies returns in how many passages each stem stands, and how many passages there
// are; those of an article with the title and the text of another one do not count again.
func (ix *Index) Frequencies(ctx context.Context, stems []string) (passages []int, all int, err error) {
	reader, err := ix.counting()
	if err != nil {
		return nil, 0, fmt.Errorf("frequencies: %w", err)
	}
	defer reader.Close()
	passages = make([]int, len(stems))
	for i, s := range stems {
		if passages[i], err = reader.differing(place{stemField, s}); err != nil {
			return nil, 0, fmt.Errorf("frequencies: %w", err)
		}
	}
	all, err = reader.differing(place{kindField, passageKind})
	return passages, all, err
}
