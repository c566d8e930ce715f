package index

import (
	"context"
	"slices"

	"storybot/corpus"
)

// The index has the stems of passages, not the places of their words: those would take
// more space than all else that is searched. A phrase is found by its stems, and then
// looked for in the texts of the passages.

// mostRead is how many passages are looked through for one query with phrases.
const mostRead = 500

// firstRead is how many are taken at first: mostly the best of all has the phrase.
const firstRead = 20

// inRow returns the best passages that have a phrase, from the mostRead best that have its
// stems.
func (ix *Index) inRow(ctx context.Context, q Query, limit int) ([]Hit, error) {
	var kept []Hit
	read := 0
	for size := max(firstRead, 2*limit); ; size *= 10 {
		size = min(size, max(mostRead, limit))
		hits, err := ix.best(ctx, q, size)
		if err != nil {
			return nil, err
		}
		for _, h := range hits[min(read, len(hits)):] {
			ok, err := ix.has(ctx, h, q.Phrases)
			if err != nil {
				return nil, err
			}
			if ok {
				kept = append(kept, h)
			}
			if len(kept) == limit {
				return kept, nil
			}
		}
		if len(hits) < size || size >= mostRead {
			return kept, nil
		}
		read = len(hits)
	}
}

// has says whether a passage has one of the phrases.
func (ix *Index) has(ctx context.Context, h Hit, phrases [][]string) (bool, error) {
	r, tokens, ok, err := ix.ArticleTokens(ctx, h.Article)
	if !ok || err != nil || h.Passage >= len(r.Passages) { // changed since the search
		return false, err
	}
	tokens = tokensIn(tokens, r.Passages[h.Passage].Span)
	return slices.ContainsFunc(phrases, func(words []string) bool {
		for i := 0; i+len(words) <= len(tokens); i++ {
			if startsWith(tokens[i:], words) {
				return true
			}
		}
		return false
	}), nil
}

// tokensIn returns those of the tokens, which are in order, that start in a span.
func tokensIn(tokens []Token, s corpus.Span) []Token {
	at := func(t Token, offset int) int { return t.Start - offset }
	from, _ := slices.BinarySearchFunc(tokens, s.Start, at)
	to, _ := slices.BinarySearchFunc(tokens, s.End, at)
	return tokens[from:to]
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
		if s := ix.analyzer.stem(w); s != "" && !slices.Contains(words[:i], w) {
			all = append(all, s)
		}
	}
	return all
}
