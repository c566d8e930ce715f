package bot

import (
	"context"

	"storybot/index"
)

// Words shorter than typoShort are never taken for another; from typoLong on any word may
// be mistyped. Between them only a letter too many or too few counts, since other short words
// are one letter apart: "mayor" and "major". What is surely a slip counts in any of them.
const (
	typoShort = 5
	typoLong  = 7
	mostTypos = 3 // words of one question that are looked up
)

// typo is a word that the corpus does not have, and the one that is taken for it.
type typo struct{ typed, taken string }

// readTypos takes words that no article has for the word of the corpus that is one letter
// away, and notes it.
func (b *Bot) readTypos(ctx context.Context, q *question) error {
	looked := 0
	for i := range q.terms {
		t := &q.terms[i]
		word := t.words[0]
		if t.known || len(t.synonyms) > 0 || len(word) < typoShort || isNumber(word) || looked == mostTypos {
			continue
		}
		looked++
		taken, _, err := b.index.Similar(ctx, word)
		if err != nil {
			return err
		}
		if taken == "" || !mistyped(t, taken) {
			continue
		}
		tokens := b.index.Tokens(taken)
		if len(tokens) != 1 || tokens[0].Stem == "" {
			continue
		}
		if _, has := q.index[tokens[0].Stem]; has {
			continue
		}
		q.typos = append(q.typos, typo{word, taken})
		q.retype(i, tokens[0])
	}
	return nil
}

// mistyped says whether another word may have been meant. A name in capitals is another's
// name more often than a mistake.
func mistyped(t *term, taken string) bool {
	word := t.words[0]
	if slip(word, taken) {
		return true
	}
	if t.capital && len(word) < typoLong {
		return false
	}
	return len(taken) != len(word) || len(word) >= typoLong && !t.capital
}

// slip says whether two words differ as no two names do: two letters changed places, or a
// letter is single in one and double in the other. The words are one edit apart.
func slip(typed, taken string) bool {
	if len(typed) == len(taken) {
		i := differAt(typed, taken)
		return i+1 < len(typed) && typed[i] == taken[i+1] && typed[i+1] == taken[i]
	}
	short, long := typed, taken
	if len(short) > len(long) {
		short, long = long, short
	}
	i := differAt(short, long)
	return i > 0 && long[i] == long[i-1]
}

// differAt returns the first byte in which two words differ; that of the longer one where
// the shorter one begins it.
func differAt(a, b string) int {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return i
}

// retype puts a word in the place of term i.
func (q *question) retype(i int, taken index.Token) {
	t := &q.terms[i]
	delete(q.index, t.stem)
	for k := range q.tokens {
		if q.tokens[k].Stem == t.stem {
			q.tokens[k].Word, q.tokens[k].Stem = taken.Word, taken.Stem
		}
	}
	t.stem, t.words = taken.Stem, []string{taken.Word}
	q.index[t.stem] = i
}

// reading says which words were taken for which; "" where none was.
func (q *question) reading() string {
	note := ""
	for _, t := range q.typos {
		note += "No article has “" + t.typed + "”; read as “" + t.taken + "”. "
	}
	return note
}
