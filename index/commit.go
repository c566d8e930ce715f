package index

import (
	"context"

	"github.com/blevesearch/bleve/v2"
)

// changes is what a batch changes of names.
type changes struct {
	says []evidence // of its articles
	old  []string   // ids of the articles that it replaces or removes
}

// commit writes a batch.
func (ix *Index) commit(ctx context.Context, batch *bleve.Batch, c changes) error {
	var touched []evidence
	told := false
	asked := ix.names.isLoaded() // else nobody has counted
	if asked {
		touched, told = ix.said(c.old)
	}
	ix.names.add(c.says) // first, so that no reader finds an article whose names the table lacks
	ix.committing.Store(true)
	err := ix.bleve.Batch(batch)
	generation := ix.generation.Add(1)
	if asked && told && err == nil {
		ix.counts.pass(generation, append(touched, c.says...))
	} else {
		ix.counts.forget(generation)
	}
	ix.committing.Store(false)
	if err != nil {
		return err
	}
	return ix.recount(ctx, c.says)
}

// said returns what articles that are about to go or to change say of names; false where
// that cannot be told.
func (ix *Index) said(ids []string) ([]evidence, bool) {
	all := make([]evidence, 0, len(ids))
	for _, id := range ids {
		r, ok, err := ix.load(id)
		if !ok || err != nil {
			return nil, false
		}
		all = append(all, evidenceOf(r))
	}
	return all, true
}

// recount takes in what a batch that was just committed says of names.
func (ix *Index) recount(ctx context.Context, says []evidence) error {
	if !ix.names.isLoaded() || len(says) == 0 {
		return nil
	}
	reader, err := ix.reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	counts := map[string]int{}
	for _, e := range says {
		for _, n := range e.names {
			if _, ok := counts[n]; ok {
				continue
			}
			if counts[n], err = reader.count(place{namesField, n}); err != nil {
				return err
			}
		}
	}
	ix.names.replace(counts, says)
	return nil
}
