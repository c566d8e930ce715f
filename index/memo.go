package index

import (
	"context"
	"sync"
)

// memo is something made from the whole index that is kept until the index changes. While
// a refresh is under way the last one made stands, so that readers do not wait for one to
// be made after each batch.
type memo[T any] struct {
	mu         sync.Mutex
	made       bool
	generation int64
	value      T
}

// get returns what is kept, made anew where the index has changed. Nobody may write to
// it.
func (m *memo[T]) get(ctx context.Context, ix *Index, build func(context.Context) (T, error)) (T, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	generation, busy := ix.generation.Load(), ix.busy.Load()
	if m.made && (m.generation == generation || busy) {
		return m.value, nil
	}
	value, err := build(ctx)
	if err != nil {
		return value, err
	}
	m.value, m.generation, m.made = value, generation, !busy
	return value, nil
}
