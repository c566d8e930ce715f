package bot

import (
	"context"
	"fmt"
	"regexp"
	"slices"

	"storybot/index"
)

// Compounds are written in one word, in two, or with a hyphen, which makes two words of
// them: "nonprofit", "non-profit". A question is read as the articles write them.
const (
	shortestHalf    = 3  // letters of each word of a compound
	longestCompound = 30 // letters
	mostCompounds   = 2  // of one question that are looked up
)

// maybeCompound matches words that are long enough to be made of two, as the index folds them.
var maybeCompound = regexp.MustCompile(fmt.Sprintf(`^[a-z]{%d,%d}$`, 2*shortestHalf, longestCompound))

// asWritten writes the compounds of a question as the corpus does, where it never writes
// them as the question has them.
func (b *Bot) asWritten(ctx context.Context, text string) (string, error) {
	tokens := b.index.Tokens(text)
	unknown, err := b.unknownCompounds(ctx, tokens)
	if err != nil {
		return text, err
	}
	looked := 0
	for i := len(tokens) - 1; i >= 0 && looked < mostCompounds; i-- { // from the end, so that offsets before stay right
		var written string
		from, t := i, tokens[i]
		switch {
		case i > 0 && t.Start == tokens[i-1].End+1 && text[t.Start-1] == '-':
			from, looked = i-1, looked+1
			written, err = b.joined(ctx, tokens[i-1].Word, t.Word)
		case unknown[t.Stem]:
			looked++
			written, err = b.parted(ctx, t.Word)
		}
		if err != nil {
			return text, err
		}
		if written != "" {
			text = text[:tokens[from].Start] + written + text[t.End:]
			i = from
		}
	}
	return text, nil
}

// unknownCompounds returns the stems of the words that may be compounds and stand nowhere.
func (b *Bot) unknownCompounds(ctx context.Context, tokens []index.Token) (map[string]bool, error) {
	stems := distinct(slices.DeleteFunc(slices.Clone(tokens), func(t index.Token) bool { return !maybeCompound.MatchString(t.Word) }))
	passages, _, err := b.index.Frequencies(ctx, stems)
	unknown := map[string]bool{}
	for i, n := range passages {
		if n == 0 {
			unknown[stems[i]] = true
		}
	}
	return unknown, err
}

// joined returns two words as one, where the corpus has that and not the two in a row.
func (b *Bot) joined(ctx context.Context, first, second string) (string, error) {
	known, err := b.commonest(ctx, distinct(b.index.Tokens(first+second)))
	if err != nil || known == 0 {
		return "", err
	}
	apart, err := b.inARow(ctx, first, second)
	if err != nil || apart {
		return "", err
	}
	return first + second, nil
}

// parted returns a word that the corpus lacks in the two parts that stand there in a row,
// with a hyphen; "" where there are none.
func (b *Bot) parted(ctx context.Context, word string) (string, error) {
	for cut := shortestHalf; cut <= len(word)-shortestHalf; cut++ {
		halves := distinct(b.index.Tokens(word[:cut] + " " + word[cut:]))
		if len(halves) != 2 {
			continue
		}
		passages, _, err := b.index.Frequencies(ctx, halves)
		if err != nil {
			return "", err
		}
		if passages[0] == 0 || passages[1] == 0 {
			continue
		}
		if apart, err := b.inARow(ctx, word[:cut], word[cut:]); err != nil || apart {
			return word[:cut] + "-" + word[cut:], err
		}
	}
	return "", nil
}

// inARow says whether two words stand in a row somewhere.
func (b *Bot) inARow(ctx context.Context, first, second string) (bool, error) {
	hits, err := b.index.Search(ctx, index.Query{Phrases: [][]string{{first, second}}, Limit: 1})
	return len(hits) > 0, err
}
