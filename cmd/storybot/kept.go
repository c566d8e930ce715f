package main

import (
	"context"
	"iter"

	"storybot/bot"
	"storybot/bot/store"
	"storybot/corpus"
	"storybot/index"
)

// withKept returns a corpus without what operators removed, and with what they added; as it
// is where nothing is kept. What a location has too is read from there.
func withKept(kept *store.Store, read index.Corpus) index.Corpus {
	if kept == nil {
		return read
	}
	return func(ctx context.Context, report func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		articles, err := read(ctx, report)
		if err != nil {
			return nil, err
		}
		removed, err := kept.Removals()
		if err != nil {
			return nil, err
		}
		return func(yield func(corpus.Article) bool) {
			seen := map[string]bool{}
			for a := range articles {
				if seen[a.ID] = true; !removed.Has(a.ID, a.Text) && !yield(a) {
					return
				}
			}
			if ctx.Err() == nil {
				yieldAdded(kept, seen, report, yield)
			}
		}, nil
	}
}

// addedPath is what the paths of files begin with that were added by hand.
const addedPath = "added"

// yieldAdded gives the articles that were added by now, but for those that were seen.
func yieldAdded(kept *store.Store, seen map[string]bool, report func(corpus.Problem), yield func(corpus.Article) bool) {
	added, err := kept.Added()
	if err != nil {
		report(corpus.Problem{Path: addedPath, Reason: "what was added cannot be read: " + err.Error(), Unread: true})
	}
	for _, k := range added {
		if !seen[k.ID] && !yield(bot.FromStore(k)) {
			return
		}
	}
}
