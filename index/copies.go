package index

import (
	"encoding/binary"
	"slices"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// How rare a word is is counted over the passages that differ: the passages of an article
// that has the words of another one, its title and its text, do not count again. So an
// article that came twice is found twice, and changes nothing else.

// copies knows the passages that do not count in the state of the index that was asked last.
type copies struct {
	mu       sync.Mutex
	state    []segmentState
	passages []*roaring.Bitmap            // of each segment; nil where there are none
	wordings map[segment.Segment][]uint64 // of the articles of each segment, in order
}

// segmentState tells the states of a segment, which only ever loses documents, apart.
type segmentState struct {
	segment segment.Segment
	deleted *roaring.Bitmap
}

// uncounted returns the passages of each segment that do not count; nil where there are none.
func (ix *Index) uncounted(s *snapshot) ([]*roaring.Bitmap, error) {
	c := &ix.copies
	c.mu.Lock()
	defer c.mu.Unlock()
	state := make([]segmentState, len(s.segments))
	for i, seg := range s.segments {
		state[i] = segmentState{seg.Segment(), seg.Deleted()}
	}
	if c.state != nil && slices.Equal(c.state, state) {
		return c.passages, nil
	}
	shared, err := c.shared(s)
	if err != nil {
		return nil, err
	}
	var passages []*roaring.Bitmap
	if len(shared) > 0 {
		passages = make([]*roaring.Bitmap, len(s.segments))
	}
	for _, wording := range shared {
		if err := s.addCopies(wording, passages); err != nil {
			return nil, err
		}
	}
	c.state, c.passages = state, passages
	return passages, nil
}

// shared returns the wordings that several articles may have: some may be deleted.
func (c *copies) shared(s *snapshot) ([]string, error) {
	known, all := c.wordings, []uint64(nil)
	c.wordings = map[segment.Segment][]uint64{}
	for i, seg := range s.segments {
		own, ok := known[seg.Segment()]
		if !ok {
			var err error
			if own, err = s.wordings(i); err != nil {
				return nil, err
			}
		}
		c.wordings[seg.Segment()] = own
		all = append(all, own...)
	}
	slices.Sort(all)
	var shared []string
	for i, w := range all {
		if i > 0 && w == all[i-1] && (i == 1 || w != all[i-2]) {
			shared = append(shared, string(binary.BigEndian.AppendUint64(nil, w)))
		}
	}
	return shared, nil
}

// wordings returns those of the articles of a segment, in order, each as often as it is there.
func (s *snapshot) wordings(seg int) ([]uint64, error) {
	dictionaries, err := s.dictionaries(wordingField)
	if err != nil {
		return nil, err
	}
	var all []uint64
	for entries := dictionaries[seg].AutomatonIterator(nil, nil, nil); ; {
		e, err := entries.Next()
		if e == nil || err != nil {
			return all, err
		}
		for range e.Count {
			all = append(all, binary.BigEndian.Uint64([]byte(e.Term)))
		}
	}
}

// addCopies adds the passages of the articles of a wording, but for one of them, to those
// of each segment.
func (s *snapshot) addCopies(wording string, to []*roaring.Bitmap) error {
	docs, err := s.documents(place{wordingField, wording})
	if err != nil || len(docs) < 2 {
		return err
	}
	ids, err := s.articles(docs)
	if err != nil {
		return err
	}
	for i, id := range ids[1:] {
		seg, _ := s.at(int(docs[i+1]))
		if err := s.addPassages(id, seg, to); err != nil {
			return err
		}
	}
	return nil
}

// addPassages adds the passages of an article to those of their segment: that of the
// source document, where that was not written again alone.
func (s *snapshot) addPassages(id string, source int, to []*roaring.Bitmap) error {
	for i := range s.segments {
		seg := (source + i) % len(s.segments)
		all := roaring.New()
		for n := 0; ; n++ {
			found, err := s.segments[seg].DocNumbers([]string{passageID(id, n)})
			if err != nil {
				return err
			}
			if found.IsEmpty() {
				break
			}
			all.Or(found)
		}
		if all.IsEmpty() {
			continue
		}
		if to[seg] == nil {
			to[seg] = roaring.New()
		}
		to[seg].Or(all)
		return nil
	}
	return nil
}

// differing returns how many of the documents that have a term count.
func (s *snapshot) differing(l postingsList) (int, error) {
	n := l.count
	for seg, copies := range s.copies {
		if copies == nil {
			continue
		}
		having := roaring.New()
		if err := s.addTo(seg, l.postings[seg], having); err != nil {
			return 0, err
		}
		n -= int(having.AndCardinality(copies))
	}
	return n, nil
}

// countDiffering returns how many of the documents that have a term count.
func (s *snapshot) countDiffering(p place) (int, error) {
	if s.copies == nil {
		return s.count(p)
	}
	l, err := s.list(p)
	if err != nil {
		return 0, err
	}
	return s.differing(l)
}
