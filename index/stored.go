package index

import (
	"fmt"
	"sort"

	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"
)

// numbered reads stored fields of documents by their numbers, and finds several by their ids
// in one go. Bleve's own call looks one id up in all segments.
type numbered struct {
	segments []*scorch.SegmentSnapshot
	starts   []uint64 // number of each segment's first document
}

// newNumbered returns what reads from one snapshot of the index.
func newNumbered(reader api.IndexReader) (numbered, error) {
	snapshot, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		return numbered{}, fmt.Errorf("a reader of another kind of index: %T", reader)
	}
	n := numbered{segments: snapshot.Segments()}
	next := uint64(0)
	for _, s := range n.segments {
		n.starts = append(n.starts, next)
		next += uint64(s.FullSize())
	}
	return n, nil
}

// fields returns a document's id and its stored fields by name.
func (n numbered) fields(doc uint64) (id string, fields map[string][]byte, err error) {
	at := sort.Search(len(n.starts), func(i int) bool { return n.starts[i] > doc }) - 1
	fields = map[string][]byte{}
	err = n.segments[at].VisitDocument(doc-n.starts[at], func(name string, _ byte, value []byte, _ []uint64) bool {
		if name == "_id" {
			id = string(value)
		} else {
			fields[name] = append([]byte(nil), value...)
		}
		return true
	})
	return id, fields, err
}

// named returns the stored fields by name of the documents that there are of some ids.
func (n numbered) named(ids ...string) (map[string]map[string][]byte, error) {
	found := make(map[string]map[string][]byte, len(ids))
	for i, s := range n.segments {
		if len(found) == len(ids) {
			break
		}
		docs, err := s.DocNumbers(ids)
		if err != nil {
			return nil, err
		}
		for _, doc := range docs.ToArray() {
			id, fields, err := n.fields(n.starts[i] + uint64(doc))
			if err != nil {
				return nil, err
			}
			found[id] = fields
		}
	}
	return found, nil
}
