package index

import (
	"cmp"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sort"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// snapshot is one state of the index as Bleve stores it: segments, each with its own
// numbers for its documents, of which some may be deleted, and its own dictionary a field.
type snapshot struct {
	*scorch.IndexSnapshot
	segments []*scorch.SegmentSnapshot
	bases    []int // the number that each segment's first document has over all segments
	size     int   // documents, with deleted ones
	largest  []int // the segments, the largest first

	terms   map[string][]segment.TermDictionary // of each field, of each segment
	scratch []segment.PostingsIterator          // of each segment, used again and again, by one list at a time
	looked  []segment.PostingsList              // of each segment, of the term that was looked up last

	uncounted []*roaring.Bitmap // of each segment, deleted documents and passages of copies; nil where nothing is copied, or who reads does not ask
}

// reader returns a reader of the present state, which the caller closes.
func (ix *Index) reader() (*snapshot, error) {
	reader, err := ix.bleve.reader()
	if err != nil {
		return nil, err
	}
	of, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		return nil, errors.Join(fmt.Errorf("a reader of another kind of index: %T", reader), reader.Close())
	}
	s := &snapshot{IndexSnapshot: of, segments: of.Segments()}
	for i, seg := range s.segments {
		s.bases = append(s.bases, s.size)
		s.size += int(seg.FullSize())
		s.largest = append(s.largest, i)
	}
	slices.SortStableFunc(s.largest, func(a, b int) int { return cmp.Compare(s.segments[b].FullSize(), s.segments[a].FullSize()) })
	s.scratch = make([]segment.PostingsIterator, len(s.segments))
	s.looked = make([]segment.PostingsList, len(s.segments))
	return s, nil
}

// at returns the segment of a document, and its number there.
func (s *snapshot) at(doc int) (seg int, local uint64) {
	seg = sort.Search(len(s.bases), func(i int) bool { return s.bases[i] > doc }) - 1
	return seg, uint64(doc - s.bases[seg])
}

// dictionaries returns the terms of a field in each segment.
func (s *snapshot) dictionaries(field string) ([]segment.TermDictionary, error) {
	if all, ok := s.terms[field]; ok {
		return all, nil
	}
	all := make([]segment.TermDictionary, len(s.segments))
	for i, seg := range s.segments {
		var err error
		if all[i], err = seg.Segment().Dictionary(field); err != nil {
			return nil, err
		}
	}
	if s.terms == nil {
		s.terms = map[string][]segment.TermDictionary{}
	}
	s.terms[field] = all
	return all, nil
}

// eachTerm visits the terms of a field in a segment, in order, with how many documents have
// them, deleted ones too: those from low on and before high, which may be nil.
func (s *snapshot) eachTerm(seg int, field string, low, high []byte, visit func(term string, documents uint64)) error {
	dictionaries, err := s.dictionaries(field)
	if err != nil {
		return err
	}
	for entries := dictionaries[seg].AutomatonIterator(nil, low, high); ; {
		e, err := entries.Next()
		if e == nil || err != nil {
			return err
		}
		visit(e.Term, e.Count)
	}
}

// postingsList is the documents that have a term.
type postingsList struct {
	*snapshot
	postings []segment.PostingsList // of each segment
	count    int                    // documents, without deleted ones
}

func (s *snapshot) list(p place) (postingsList, error) {
	dictionaries, err := s.dictionaries(p.field)
	if err != nil {
		return postingsList{}, err
	}
	l := postingsList{snapshot: s, postings: make([]segment.PostingsList, len(dictionaries))}
	for i, d := range dictionaries {
		if l.postings[i], err = d.PostingsList([]byte(p.term), s.segments[i].Deleted(), nil); err != nil {
			return postingsList{}, err
		}
		l.count += int(l.postings[i].Count())
	}
	return l, nil
}

// lookUp returns the documents of a segment that have a term, until the next term is looked up
// there.
func (s *snapshot) lookUp(seg int, field string, term []byte) (segment.PostingsList, error) {
	dictionaries, err := s.dictionaries(field)
	if err != nil {
		return nil, err
	}
	found, err := dictionaries[seg].PostingsList(term, s.segments[seg].Deleted(), s.looked[seg])
	if err == nil {
		s.looked[seg] = found
	}
	return found, err
}

// count returns how many documents have a term; deleted ones do not count.
func (s *snapshot) count(p place) (int, error) {
	n, term := 0, []byte(p.term)
	for seg := range s.segments {
		postings, err := s.lookUp(seg, p.field, term)
		if err != nil {
			return 0, err
		}
		n += int(postings.Count())
	}
	return n, nil
}

// documents returns the numbers of the documents that have a term, in order.
func (s *snapshot) documents(p place) ([]uint64, error) {
	var docs []uint64
	for seg, base := range s.bases {
		set, err := s.oneOf(seg, []place{p})
		if err != nil {
			return nil, err
		}
		docs = slices.Grow(docs, int(set.GetCardinality()))
		for all := set.Iterator(); all.HasNext(); {
			docs = append(docs, uint64(base)+uint64(all.Next()))
		}
	}
	return docs, nil
}

// id returns the id of a document.
func (s *snapshot) id(doc uint64) (string, error) {
	seg, local := s.at(int(doc))
	id, err := s.segments[seg].DocID(local)
	return string(id), err
}

// articles returns the ids of articles, of which these are the source documents.
func (s *snapshot) articles(docs []uint64) ([]string, error) {
	ids := make([]string, 0, len(docs))
	for _, doc := range docs {
		id, err := s.id(doc)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id[len(sourceID("")):])
	}
	return ids, nil
}

// posting is a document that has a term.
type posting struct {
	doc    uint32 // number in its segment
	freq   uint64 // how often it has the term
	length float64
}

// visit gives the documents of a segment in order, of those within only, unless that is nil.
func (l postingsList) visit(seg int, within *roaring.Bitmap, found func(posting)) error {
	if l.postings[seg].Count() == 0 {
		return nil
	}
	all := l.postings[seg].Iterator(true, true, false, l.scratch[seg])
	l.scratch[seg] = all
	narrowed := narrow(all, within)
	for {
		p, err := all.Next()
		if p == nil || err != nil {
			return err
		}
		doc := uint32(p.Number())
		if narrowed || within.Contains(doc) {
			norm := p.Norm()
			found(posting{doc, p.Frequency(), 1 / (norm * norm)})
		}
	}
}

// narrow lets an iterator give the documents within only, and says whether it could.
func narrow(it segment.PostingsIterator, within *roaring.Bitmap) bool {
	if within == nil {
		return true
	}
	o, ok := it.(segment.OptimizablePostingsIterator)
	if !ok || o.ActualBitmap() == nil {
		return false
	}
	o.ReplaceActual(roaring.And(o.ActualBitmap(), within))
	return true
}

// addTo adds the documents of postings of a segment to a set.
func (s *snapshot) addTo(seg int, postings segment.PostingsList, set *roaring.Bitmap) error {
	if postings.Count() == 0 {
		return nil
	}
	all := postings.Iterator(false, false, false, s.scratch[seg])
	s.scratch[seg] = all
	if o, ok := all.(segment.OptimizablePostingsIterator); ok && o.ActualBitmap() != nil {
		set.Or(o.ActualBitmap())
		return nil
	}
	for {
		p, err := all.Next()
		if p == nil || err != nil {
			return err
		}
		set.Add(uint32(p.Number()))
	}
}

// firstOf returns so many of the documents as hits: those of the highest score, of equals
// those that come first by article and passage.
func (s *snapshot) firstOf(all []scored, limit int) ([]Hit, error) {
	var first []Hit
	for part := range slices.Chunk(all, 4*limit+1000) {
		hits, err := s.hits(part)
		if err != nil {
			return nil, err
		}
		first = append(first, hits...)
		slices.SortFunc(first, func(a, b Hit) int {
			return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Passage, b.Passage))
		})
		first = first[:min(limit, len(first))]
	}
	return first, nil
}

// manyHits is from how many documents on their ids are read on all processors.
const manyHits = 500

// hits returns those of the documents that are passages, in their order.
func (s *snapshot) hits(docs []scored) ([]Hit, error) {
	found, workers := make([]Hit, len(docs)), 1
	if len(docs) >= manyHits {
		workers = runtime.GOMAXPROCS(0)
	}
	errs := make([]error, workers)
	each(workers, workers, func(w int) {
		for i := w * len(docs) / workers; i < (w+1)*len(docs)/workers && errs[w] == nil; i++ {
			var id string
			id, errs[w] = s.id(uint64(docs[i].doc))
			article, n, ok := parsePassageID(id)
			if !ok {
				n = -1
			}
			found[i] = Hit{Article: article, Passage: n, Score: docs[i].score}
		}
	})
	return slices.DeleteFunc(found, func(h Hit) bool { return h.Passage < 0 }), errors.Join(errs...)
}

// all returns the first passages by article and passage.
func (s *snapshot) all(within []*roaring.Bitmap, limit int) ([]Hit, error) {
	var all []scored
	for seg := range s.segments {
		set, err := s.oneOf(seg, []place{{kindField, passageKind}})
		if err != nil {
			return nil, err
		}
		if within[seg] != nil {
			set.And(within[seg])
		}
		for _, doc := range set.ToArray() {
			all = append(all, scored{doc: uint32(s.bases[seg]) + doc})
		}
	}
	return s.firstOf(all, limit)
}
