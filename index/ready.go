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
	var bytes atomic.Int64
	return ix.readEach(ctx, len(ids), func(i int, read entryReader) error {
		if bytes.Load() >= cachedBytes/2 {
			return nil
		}
		e, ok, err := read(ids[i])
		if ok {
			ix.tokensOf(e)
			bytes.Add(int64(len(e.reading.Text)))
		}
		return err
	})
}

// entryReader reads an article; false where there is none.
type entryReader func(id string) (*entry, bool, error)

// readEach visits the numbers below n on all processors, each with what reads articles of one
// state of the index. It ends at the first error.
func (ix *Index) readEach(ctx context.Context, n int, visit func(i int, read entryReader) error) error {
	var next atomic.Int64
	var failed error
	var once sync.Once
	workers := min(runtime.GOMAXPROCS(0), n)
	each(workers, workers, func(int) {
		err := ix.reading(ctx, func(read entryReader) error {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				if err := visit(i, read); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			next.Store(int64(n))
			once.Do(func() { failed = err })
		}
	})
	return failed
}

// reading calls use with what reads articles of one state of the index, one at a time.
func (ix *Index) reading(ctx context.Context, use func(entryReader) error) error {
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
	return use(func(id string) (*entry, bool, error) { return ix.entryOf(ctx, id, generation, load) })
}
