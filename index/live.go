package index

import (
	"sync"

	"github.com/blevesearch/bleve/v2"
	api "github.com/blevesearch/bleve_index_api"
)

// live leads to the Bleve index that readers have now, in place of which a rebuild puts
// another. It closes one only when nobody is asking it.
type live struct {
	mu     sync.RWMutex
	now    bleve.Index
	closed bool
}

// asked returns the index that readers have now, and what is to be called when it has been
// asked.
func (l *live) asked() (bleve.Index, func()) {
	l.mu.RLock()
	return l.now, l.mu.RUnlock
}

// NewBatch makes a batch for any index of the kind.
func (l *live) NewBatch() *bleve.Batch {
	now, done := l.asked()
	defer done()
	return now.NewBatch()
}

// Batch writes a batch.
func (l *live) Batch(b *bleve.Batch) error {
	now, done := l.asked()
	defer done()
	return now.Batch(b)
}

// DocCount returns how many documents there are.
func (l *live) DocCount() (uint64, error) {
	now, done := l.asked()
	defer done()
	return now.DocCount()
}

// GetInternal returns a value that is kept beside the documents, nil where there is none.
func (l *live) GetInternal(key []byte) ([]byte, error) {
	now, done := l.asked()
	defer done()
	return now.GetInternal(key)
}

// reader returns a reader of the present state, which outlives whatever happens to the
// index. Bleve does not guard its making against Close.
func (l *live) reader() (api.IndexReader, error) {
	now, done := l.asked()
	defer done()
	if l.closed {
		return nil, bleve.ErrorIndexClosed
	}
	advanced, err := now.Advanced()
	if err != nil {
		return nil, err
	}
	return advanced.Reader()
}

// swap puts another index in the place of the one that readers have, and returns that.
// Called between the two, switched does what has to be done at the same moment.
func (l *live) swap(other bleve.Index, switched func()) (bleve.Index, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return nil, bleve.ErrorIndexClosed
	}
	old := l.now
	l.now = other
	switched()
	return old, nil
}

// close closes the index; first is false where it was closed before.
func (l *live) close() (first bool, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return false, nil
	}
	l.closed = true
	return true, l.now.Close()
}
