package index

import (
	"context"
	"fmt"

	api "github.com/blevesearch/bleve_index_api"
)

// The words that are looked up, in bytes: of a shorter one many others are one letter away;
// nobody mistypes a longer one that matters, and the automaton that finds similar words
// grows with it.
const (
	shortestSimilar = 3
	longestSimilar  = 30
)

// maySimilar says whether a folded word can be what Similar returns.
func maySimilar(word string) bool {
	return len(word) >= shortestSimilar-1 && len(word) <= longestSimilar+1 && word[0] > '9' && isASCII(word)
}

// Similar returns the commonest word of the articles, stop words aside, that begins with the
// same letter as a folded word and is one edit away from it (a letter more, less or other,
// or two that changed places), and how many articles have it; "" where there is none. Of
// equally common words the first in alphabetical order is returned.
func (ix *Index) Similar(ctx context.Context, word string) (similar string, articles int, err error) {
	if len(word) < shortestSimilar || len(word) > longestSimilar || !maySimilar(word) {
		return "", 0, nil
	}
	reader, err := ix.reader()
	if err != nil {
		return "", 0, fmt.Errorf("similar words: %w", err)
	}
	defer reader.Close()
	fuzzy, ok := reader.(api.IndexReaderFuzzy)
	if !ok {
		return "", 0, nil
	}
	words, err := fuzzy.FieldDictFuzzy(wordField, word, 1, word[:1])
	if err != nil {
		return "", 0, fmt.Errorf("similar words: %w", err)
	}
	defer words.Close()
	for {
		next, err := words.Next()
		if err != nil {
			return "", 0, fmt.Errorf("similar words: %w", err)
		}
		if next == nil {
			return similar, articles, nil
		}
		if next.Term == word {
			continue
		}
		n, err := count(ctx, reader, wordField, next.Term)
		if err != nil {
			return "", 0, fmt.Errorf("similar words: %w", err)
		}
		if n > articles {
			similar, articles = next.Term, n
		}
	}
}
