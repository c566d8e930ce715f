package index

import (
	"container/list"
	"sync"
)

// cachedReadings is how many articles stay in memory: with the tokens of news articles
// of 3 KB about 100 MB at most.
const cachedReadings = 2048

// cache keeps the articles used last. An entry counts only for the generation of the
// index that it was read from.
type cache struct {
	mu    sync.Mutex
	most  int
	order *list.List // of *slot, the latest used first
	slots map[string]*list.Element
}

type slot struct {
	id         string
	generation int64
	entry      *entry
}

func newCache(most int) *cache {
	return &cache{most: most, order: list.New(), slots: map[string]*list.Element{}}
}

func (c *cache) get(id string, generation int64) (*entry, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.slots[id]
	if !ok || e.Value.(*slot).generation != generation {
		return nil, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*slot).entry, true
}

func (c *cache) put(id string, generation int64, e *entry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if old, ok := c.slots[id]; ok {
		c.order.Remove(old)
	}
	c.slots[id] = c.order.PushFront(&slot{id, generation, e})
	if c.order.Len() > c.most {
		last := c.order.Back()
		c.order.Remove(last)
		delete(c.slots, last.Value.(*slot).id)
	}
}
