package index

import (
	"sync"

	"storybot/corpus"
)

// told keeps what was found of names in one state of the index.
type told struct {
	generation int64

	mu     sync.Mutex
	own    map[*nameRow]int
	kinds  map[*nameRow]corpus.Kind
	usual  map[*nameRow]*nameRow
	direct map[*nameRow]*nameRow
	names  map[*nameRow]Name
}

func newTold(generation int64) *told {
	return &told{generation: generation, own: map[*nameRow]int{}, kinds: map[*nameRow]corpus.Kind{},
		usual: map[*nameRow]*nameRow{}, direct: map[*nameRow]*nameRow{}, names: map[*nameRow]Name{}}
}

// lastTold shares what was found among readers until the index changes.
type lastTold struct {
	mu   sync.Mutex
	last *told
}

func (l *lastTold) of(generation int64) *told {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.last == nil || l.last.generation != generation {
		l.last = newTold(generation)
	}
	return l.last
}

// counted keeps how many articles have terms from one state of the index to the next, but
// for the terms that a batch touches: after a change only the names concerned are counted
// anew.
type counted struct {
	mu         sync.Mutex
	generation int64
	known      map[place]int
}

// get returns the count of a term in a state of the index, where it is known.
func (c *counted) get(generation int64, p place) (int, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	n, ok := c.known[p]
	return n, ok && c.generation == generation
}

// put keeps a count of a state of the index; of an earlier one it is lost.
func (c *counted) put(generation int64, p place, n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.generation == generation {
		if c.known == nil {
			c.known = map[place]int{}
		}
		c.known[p] = n
	}
}

// pass goes on to the next state, in which other articles have the terms of some evidence.
func (c *counted) pass(generation int64, touched []evidence) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.generation = generation
	for _, e := range touched {
		for p := range e.places {
			delete(c.known, p)
		}
	}
}

// forget starts anew with a state of the index.
func (c *counted) forget(generation int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.generation, c.known = generation, nil
}

// remembered returns what is kept of a row in one of the maps of v.told, found where it is new.
func remembered[T any](v *view, known map[*nameRow]T, r *nameRow, find func() T) T {
	v.told.mu.Lock()
	value, ok := known[r]
	v.told.mu.Unlock()
	if ok {
		return value
	}
	value = find()
	if v.err == nil {
		v.told.mu.Lock()
		known[r] = value
		v.told.mu.Unlock()
	}
	return value
}
