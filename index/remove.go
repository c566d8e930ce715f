package index

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Remove takes one article out and keeps its last wording, as a refresh does with what is
// gone; false where there is no such article. A refresh brings it back where the corpus
// still has it. ErrRefreshing says that one is under way.
func (ix *Index) Remove(ctx context.Context, id string) (bool, error) {
	if ix.readOnly { // Bleve would wait for ever
		return false, errors.New("remove: the index is open for reading only")
	}
	if !ix.refreshing.TryLock() {
		return false, ErrRefreshing
	}
	defer ix.refreshing.Unlock()
	s, ok, err := ix.sourceOf(id)
	if err != nil {
		return false, fmt.Errorf("remove: %w", err)
	}
	if !ok {
		return false, nil
	}
	r := &refresh{ix: ix, past: ix, start: time.Now(), at: ix.nextRead(nil)}
	if err := r.remove(ctx, []source{s}); err != nil {
		return false, fmt.Errorf("remove: %w", err)
	}
	return true, nil
}

// sourceOf returns the source record of an article; false where there is none.
func (ix *Index) sourceOf(id string) (source, bool, error) {
	reader, err := ix.reader()
	if err != nil {
		return source{}, false, err
	}
	defer reader.Close()
	docs, err := reader.documents(place{idField, sourceID(id)})
	if err != nil || len(docs) == 0 {
		return source{}, false, err
	}
	s, err := reader.source(docs[0])
	return s, err == nil, err
}
