package index

import (
	"context"
	"slices"
)

// The index has the stems of passages, not the places of their words: those would take
// more space than all else that is searched. A phrase is found by its stems, and then
// looked for in the texts of the passages.

// mostRead is how many passages are looked through for one query with phrases.
const mostRead = 500

// inRow returns the best passages that have a phrase, from the mostRead best that have its
// stems.
func (ix *Index) inRow(ctx context.Context, q Query, limit int) ([]Hit, error) {
	hits, err := ix.best(ctx, q, max(mostRead, limit))
	if err != nil {
		return nil, err
	}
	var kept []Hit
	for _, h := range hits {
		ok, err := ix.has(ctx, h, q.Phrases)
		if err != nil {
			return nil, err
		}
		if ok {
			kept = append(kept, h)
		}
		if len(kept) == limit {
			break
		}
	}
	return kept, nil
}

// has says whether a passage has one of the phrases.
func (ix *Index) has(ctx context.Context, h Hit, phrases [][]string) (bool, error) {
	e, ok, err := ix.entry(ctx, h.Article)
	if !ok || err != nil || h.Passage >= len(e.reading.Passages) { // changed since the search
		return false, err
	}
	tokens := ix.analyzer.Tokens(e.reading.Passages[h.Passage].Of(e.reading.Text))
	return slices.ContainsFunc(phrases, func(words []string) bool {
		for i := 0; i+len(words) <= len(tokens); i++ {
			if startsWith(tokens[i:], words) {
				return true
			}
		}
		return false
	}), nil
}

func startsWith(tokens []Token, words []string) bool {
	for i, w := range words {
		if tokens[i].Word != w {
			return false
		}
	}
	return true
}

// stems returns the stems of words, each word once, without stop words.
func (ix *Index) stems(words []string) []string {
	var all []string
	for i, w := range words {
		if s := stemOf(w); s != "" && !slices.Contains(words[:i], w) {
			all = append(all, s)
		}
	}
	return all
}
