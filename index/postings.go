package index

import (
	"cmp"
	"context"
	"slices"

	api "github.com/blevesearch/bleve_index_api"
)

// place is a term of the index.
type place struct{ field, term string }

// union returns how many articles have one of the terms. The commonest is only asked for
// the articles of the others.
func (v *view) union(places []place) int {
	most, common := 0, 0
	for i, p := range places {
		if n := v.count(p.field, p.term); n > most {
			most, common = n, i
		}
	}
	var others []uint64
	for i, p := range places {
		if i != common {
			others = append(others, v.documents(p)...)
		}
	}
	if len(others) == 0 || v.err != nil {
		return most
	}
	slices.Sort(others)
	others = slices.Compact(others)
	both, err := among(v.ctx, v.reader, places[common], others)
	v.err = cmp.Or(v.err, err)
	return most + len(others) - both
}

// documents returns the numbers of the documents that have a term, in order.
func (v *view) documents(p place) []uint64 {
	if v.err != nil {
		return nil
	}
	docs, err := documents(v.ctx, v.reader, p)
	v.err = err
	return docs
}

func documents(ctx context.Context, reader api.IndexReader, p place) ([]uint64, error) {
	postings, err := reader.TermFieldReader(ctx, []byte(p.term), p.field, false, false, false)
	if err != nil {
		return nil, err
	}
	defer postings.Close()
	docs := make([]uint64, 0, postings.Count())
	var doc api.TermFieldDoc
	for {
		next, err := postings.Next(&doc)
		if err != nil || next == nil {
			return docs, err
		}
		docs = append(docs, next.ID.Value())
	}
}

// among returns how many of some documents, in order, have a term.
func among(ctx context.Context, reader api.IndexReader, p place, docs []uint64) (int, error) {
	postings, err := reader.TermFieldReader(ctx, []byte(p.term), p.field, false, false, false)
	if err != nil {
		return 0, err
	}
	defer postings.Close()
	n, at := 0, uint64(0)
	var id api.IndexInternalID
	var doc api.TermFieldDoc
	for i, d := range docs {
		if i == 0 || at < d {
			id = api.NewIndexInternalID(id, d)
			next, err := postings.Advance(id, &doc)
			if err != nil || next == nil {
				return n, err
			}
			at = next.ID.Value()
		}
		if at == d {
			n++
		}
	}
	return n, nil
}
