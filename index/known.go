package index

import (
	"context"
	"encoding/hex"
	"sync"
)

// known are the source records of all articles that an index held when a refresh began. They
// are found by the hashes of ids and paths, in an order that follows the corpus for the most
// part: at a million articles a map by texts takes longer than all else.
type known struct {
	all    []*source
	ids    lookup
	byPath func() lookup // made when it is asked for first: of articles that have a stamp
}

// known reads the source records of all articles.
func (ix *Index) known(ctx context.Context) (*known, error) {
	articles, _, err := ix.Counts(ctx)
	if err != nil {
		return nil, err
	}
	k := &known{all: make([]*source, 0, articles), ids: newLookup(articles)}
	err = ix.eachSource(ctx, func(s *source) {
		k.ids.add(s.ID, len(k.all))
		k.all = append(k.all, s)
	})
	k.byPath = sync.OnceValue(func() lookup {
		paths := newLookup(articles)
		for i, s := range k.all {
			if s.Stamp != "" {
				paths.add(s.Path, i)
			}
		}
		return paths
	})
	return k, err
}

// named returns what is known of an article, nil where it is new.
func (k *known) named(id string) *source {
	for i := range k.ids.of(id) {
		if s := k.all[i]; s.ID == id {
			return s
		}
	}
	return nil
}

// stamped returns the article that a file with a stamp gave, nil where none did.
func (k *known) stamped(path, stamp string) *source {
	paths := k.byPath()
	for i := range paths.of(path) {
		if s := k.all[i]; s.Path == path && s.Stamp == stamp {
			return s
		}
	}
	return nil
}

// Known says what article a file gave when it was read last with this path and stamp, for
// corpus.Options.Known; false where it has to be read. It knows that only while a refresh
// runs, and nothing where that analyses everything.
func (ix *Index) Known(path, stamp string) (id, content string, ok bool) {
	r := ix.underway.Load()
	if r == nil || r.options.Force || r.rebuilds() || stamp == "" {
		return "", "", false
	}
	s := r.known.stamped(path, stamp)
	if s == nil {
		return "", "", false
	}
	return s.ID, hex.EncodeToString([]byte(s.hash)), true
}
