package index

import (
	"context"
	"encoding/hex"
	"sync"
)

// known are the source records of all articles that an index held when a refresh began.
type known struct {
	all        []*source
	ids, paths finder
}

// known reads the source records of all articles.
func (ix *Index) known(ctx context.Context) (*known, error) {
	articles, _, err := ix.Counts(ctx)
	if err != nil {
		return nil, err
	}
	k := &known{all: make([]*source, 0, articles)}
	if err := ix.eachSource(ctx, func(s *source) { k.all = append(k.all, s) }); err != nil {
		return nil, err
	}
	k.ids.use(k.all, func(s *source) string { return s.ID })
	k.paths.use(k.all, func(s *source) string {
		if s.Stamp == "" {
			return ""
		}
		return s.Path
	})
	return k, nil
}

// finder finds records by a text of theirs. It is made when it is asked first.
type finder struct {
	all    []*source
	text   func(*source) string // "" where a record is not to be found
	lookup func() lookup
}

func (f *finder) use(all []*source, text func(*source) string) {
	f.all, f.text = all, text
	f.lookup = sync.OnceValue(func() lookup {
		l := newLookup(len(all))
		for i, s := range all {
			if t := text(s); t != "" {
				l.add(t, i)
			}
		}
		return l
	})
}

// find returns the record that has a text, nil where none has.
func (f *finder) find(text string) *source {
	lookup := f.lookup()
	for i := range lookup.of(text) {
		if f.text(f.all[i]) == text {
			return f.all[i]
		}
	}
	return nil
}

// Known says what article a file gave when it was read last with this path and stamp, for
// corpus.Options.Known; false where it has to be read. It knows that only while a refresh
// runs, and nothing where that analyses everything.
func (ix *Index) Known(path, stamp string) (id, content string, ok bool) {
	r := ix.underway.Load()
	if r == nil || r.options.Force || r.rebuilds() {
		return "", "", false
	}
	s := r.known.paths.find(path)
	if s == nil || s.Stamp != stamp {
		return "", "", false
	}
	return s.ID, hex.EncodeToString([]byte(s.hash)), true
}
