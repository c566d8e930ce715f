package index

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Ready reads articles with their tokens into memory, on all processors, so that
// ArticleTokens has them at hand. It stops early where they would push each other out.
func (ix *Index) Ready(ctx context.Context, ids []string) error {
	var next, bytes atomic.Int64
	var failed error
	var once sync.Once
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(ids)) {
		workers.Go(func() {
			for bytes.Load() < cachedBytes/2 {
				i := int(next.Add(1)) - 1
				if i >= len(ids) {
					return
				}
				r, _, _, err := ix.ArticleTokens(ctx, ids[i])
				if err != nil {
					once.Do(func() { failed = err })
					return
				}
				bytes.Add(int64(len(r.Text)))
			}
		})
	}
	workers.Wait()
	return failed
}
