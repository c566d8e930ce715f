package index

import (
	"context"
	"fmt"

	api "github.com/blevesearch/bleve_index_api"
)

// longestSimilar is the longest word that is looked up, in bytes; nobody mistypes a longer
// one that matters, and the automaton that finds similar words grows with it.
const longestSimilar = 30

// Similar returns the commonest word of the articles that begins with the same letter as
// a folded word and is one edit away from it (a letter more, less or other, or two that changed places), and in how
// many passages it stands; "" where there is none. Of equally common words the first in
// alphabetical order is returned.
func (ix *Index) Similar(ctx context.Context, word string) (similar string, passages int, err error) {
	if len(word) < 2 || len(word) > longestSimilar || !isASCII(word) {
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
			return similar, passages, nil
		}
		if next.Term == word {
			continue
		}
		n, err := count(ctx, reader, wordField, next.Term)
		if err != nil {
			return "", 0, fmt.Errorf("similar words: %w", err)
		}
		if n > passages {
			similar, passages = next.Term, n
		}
	}
}
