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
	for n := phrasesFirst; len(hits) > 0 && len(kept) < limit; n *= 2 {
		part := hits[:min(n, len(hits))]
		hits = hits[len(part):]
		has := make([]bool, len(part))
		err := ix.readEach(ctx, len(part), func(i int, read entryReader) (err error) {
			has[i], err = ix.has(part[i], q.Phrases, read)
			return err
		})
		if err != nil {
			return nil, err
		}
		for i, h := range part {
			if has[i] && len(kept) < limit {
				kept = append(kept, h)
			}
		}
	}
	return kept, nil
}

// phrasesFirst is how many passages are looked through at first, and twice as many each time
// when they are not enough.
const phrasesFirst = 8

// has says whether a passage has one of the phrases.
func (ix *Index) has(h Hit, phrases [][]string, read entryReader) (bool, error) {
	e, ok, err := read(h.Article)
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
