package bot

import (
	"context"
	"slices"

	"github.com/agnivade/levenshtein"

	"storybot/index"
)

// A name is taken for the misprint of another one where at most so many articles have it, and
// so many times more the other; the two differ by one slip in one word, and the word stands in
// no other name: "Barrack Obama".
const (
	misprintArticles = 2
	misprintRarer    = 10
)

// withoutMisprints returns those of the names found that are no misprints of one of them or
// of those that are meant.
func (b *Bot) withoutMisprints(ctx context.Context, meant, found []index.Found) ([]index.Found, error) {
	if len(found) == 0 {
		return nil, nil
	}
	all := slices.Concat(meant, found)
	words := make([][]string, len(all))
	for i, f := range all {
		words[i] = b.words(f.Text)
	}
	var kept []index.Found
	for i := len(meant); i < len(all); i++ {
		misprint, err := b.isMisprint(ctx, i, all, words)
		if err != nil {
			return nil, err
		}
		if !misprint {
			kept = append(kept, all[i])
		}
	}
	return kept, nil
}

// isMisprint says whether name i is the misprint of another one of some names, which have
// these words.
func (b *Bot) isMisprint(ctx context.Context, i int, all []index.Found, words [][]string) (bool, error) {
	f := all[i]
	if f.Articles > misprintArticles {
		return false, nil
	}
	for k, o := range all {
		if o.Articles < misprintRarer*f.Articles {
			continue
		}
		if word, ok := oddWord(words[i], words[k]); ok {
			have, err := b.index.NamesAsTyped(ctx, word, 2)
			return !slices.ContainsFunc(have, func(h index.Found) bool { return h.Text != f.Text }), err
		}
	}
	return false, nil
}

// oddWord returns the one word of a name that is a slip away from that of another one in its
// place; false where the names differ otherwise.
func oddWord(name, other []string) (string, bool) {
	if len(name) != len(other) {
		return "", false
	}
	at := -1
	for i := range name {
		if name[i] == other[i] {
			continue
		}
		if at >= 0 || !isSlip(name[i], other[i]) {
			return "", false
		}
		at = i
	}
	if at < 0 {
		return "", false
	}
	return name[at], true
}

// isSlip says whether a word is another one with one slip: a letter too many, too few or
// wrong in a word that is not short, and in any word two letters that changed places, or one
// that is doubled.
func isSlip(word, other string) bool {
	i := differAt(word, other)
	if len(word) == len(other) && i+2 <= len(word) && word[i+2:] == other[i+2:] && slip(word, other) {
		return true
	}
	return levenshtein.ComputeDistance(word, other) == 1 && (min(len(word), len(other)) >= typoShort || len(word) != len(other) && slip(word, other))
}
