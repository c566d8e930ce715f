package index

import (
	"container/list"
	"sync"
)

// cachedBytes is how much text of articles stays in memory. With its tokens, which take
// about ten times its space, that is 100 MB at most: some 3,000 news articles.
const cachedBytes = 10 << 20

// cache keeps the articles used last. An entry counts only for the generation of the
// index that it was read from.
type cache struct {
	mu    sync.Mutex
	most  int // bytes of text
	bytes int
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
		c.drop(old)
	}
	c.slots[id] = c.order.PushFront(&slot{id, generation, e})
	c.bytes += len(e.reading.Text)
	for c.bytes > c.most && c.order.Len() > 1 {
		c.drop(c.order.Back())
	}
}

func (c *cache) drop(e *list.Element) {
	s := e.Value.(*slot)
	c.order.Remove(e)
	delete(c.slots, s.id)
	c.bytes -= len(s.entry.reading.Text)
}
