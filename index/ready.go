package index

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"storybot/corpus"
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
			err := ix.readAll(ctx, &bytes, func() (id string, more bool) {
				i := int(next.Add(1)) - 1
				if i >= len(ids) {
					return "", false
				}
				return ids[i], true
			})
			if err != nil {
				once.Do(func() { failed = err })
			}
		})
	}
	workers.Wait()
	return failed
}

// readAll reads articles from one state of the index, as long as there are more and they
// have less than half of the bytes that are kept.
func (ix *Index) readAll(ctx context.Context, bytes *atomic.Int64, next func() (id string, more bool)) error {
	generation := ix.generation.Load() // before the reader, which so is no older
	reader, err := ix.reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	load := func(id string) (corpus.Reading, bool, error) {
		_, r, ok, err := loadFrom(reader, id)
		return r, ok, err
	}
	for bytes.Load() < cachedBytes/2 {
		id, more := next()
		if !more {
			return nil
		}
		e, ok, err := ix.entryOf(ctx, id, generation, load)
		if err != nil {
			return err
		}
		if ok {
			ix.tokensOf(e)
			bytes.Add(int64(len(e.reading.Text)))
		}
	}
	return nil
}
