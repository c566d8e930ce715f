package bot

import (
	"context"
	"slices"

	"storybot/corpus"
)

// folding shows of articles that tell the same story in the same words only the first, and
// names the others under it.
type folding struct {
	bot   *Bot
	among map[string]corpus.Article // by id: what is to be shown
	named map[string]bool           // shown, or named under what is shown
}

func (b *Bot) folding(among []corpus.Article) *folding {
	f := &folding{bot: b, among: map[string]corpus.Article{}, named: map[string]bool{}}
	for _, a := range among {
		f.among[a.ID] = a
	}
	return f
}

// also returns the articles that are to be named under one; false where it is named under
// another itself.
func (f *folding) also(ctx context.Context, id string) ([]Reference, bool, error) {
	if f.named[id] {
		return nil, false, nil
	}
	f.named[id] = true
	twins, err := f.bot.index.Twins(ctx, id)
	if err != nil {
		return nil, false, err
	}
	twins = slices.DeleteFunc(twins, func(t string) bool {
		_, ok := f.among[t]
		return !ok || f.named[t]
	})
	var also []Reference
	for _, t := range twins {
		f.named[t] = true
		also = append(also, reference(f.among[t]))
	}
	return also, true, nil
}
