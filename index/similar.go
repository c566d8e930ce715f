package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"storybot/corpus"
)

// The words that are looked up, in bytes: of a shorter one many others are one letter away;
// nobody mistypes a longer one that matters, and the automaton that finds similar stems
// grows with it.
const (
	shortestSimilar = 3
	longestSimilar  = 30
)

// How much is looked at to find a word by its stem: stems, and passages of each.
const (
	similarStems    = 8
	similarPassages = 20
)

// Similar returns the word of the articles, stop words aside, that begins with the same
// letter as a folded word and is one edit away from it (a letter more, less or other, or
// two that changed places); "" where there is none. Of several it is the one that most
// passages have, in this or another form, and in how many that is. Words whose stem is
// further from the folded word and its stem than one edit are not found.
func (ix *Index) Similar(ctx context.Context, word string) (similar string, passages int, err error) {
	if len(word) < shortestSimilar || len(word) > longestSimilar || !isASCII(word) {
		return "", 0, nil
	}
	stems, err := ix.similarStems(ctx, word)
	if err != nil {
		return "", 0, fmt.Errorf("similar words: %w", err)
	}
	for _, s := range stems[:min(similarStems, len(stems))] {
		form, err := ix.formOf(ctx, s.text, word)
		if form != "" || err != nil {
			return form, s.most, err
		}
	}
	return "", 0, nil
}

// similarStems returns the stems one edit away from a word or its stem, with how many
// passages have them: the commonest first, then by alphabet.
func (ix *Index) similarStems(ctx context.Context, word string) ([]spelling, error) {
	reader, err := ix.reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	var all []spelling
	for _, near := range distinct([]string{word, cmp.Or(stemOf(word), word)}) {
		stems, err := reader.FieldDictFuzzy(stemField, near, 1, word[:1])
		if err != nil {
			return nil, err
		}
		err = eachEntry(stems, func(stem string, _ int) error {
			n, err := reader.count(place{stemField, stem})
			if n > 0 {
				all = append(all, spelling{stem, n})
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(all, func(a, b spelling) int {
		return cmp.Or(cmp.Compare(b.most, a.most), strings.Compare(a.text, b.text))
	})
	return slices.Compact(all), nil
}

// formOf returns the word with a stem that is one edit away from a word, the most frequent
// in the best passages that have the stem; "" where none is.
func (ix *Index) formOf(ctx context.Context, stem, word string) (string, error) {
	hits, err := ix.best(ctx, Query{Terms: []Term{{Stem: stem, Boost: 1}}}, similarPassages)
	if err != nil {
		return "", err
	}
	counts := map[string]int{}
	for _, h := range hits {
		r, tokens, ok, err := ix.ArticleTokens(ctx, h.Article)
		if err != nil {
			return "", err
		}
		if !ok || h.Passage >= len(r.Passages) { // changed since the search
			continue
		}
		for _, t := range tokensIn(tokens, r.Passages[h.Passage].Span) {
			if t.Stem == stem && t.Word[0] == word[0] && oneEdit(t.Word, word) {
				counts[t.Word]++
			}
		}
	}
	form := ""
	for w, n := range counts {
		if form == "" || n > counts[form] || n == counts[form] && w < form {
			form = w
		}
	}
	return form, nil
}

// oneEdit says whether two words are a letter more, less or other apart, or two that
// changed places.
func oneEdit(a, b string) bool {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	swapped := len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
	return swapped || max(len(a), len(b)) == 1
}

// tokensIn returns those of the tokens, which are in order, that start in a span.
func tokensIn(tokens []Token, s corpus.Span) []Token {
	at := func(t Token, offset int) int { return t.Start - offset }
	from, _ := slices.BinarySearchFunc(tokens, s.Start, at)
	to, _ := slices.BinarySearchFunc(tokens, s.End, at)
	return tokens[from:to]
}
