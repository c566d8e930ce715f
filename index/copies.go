package index

import (
	"encoding/binary"
	"errors"
	"slices"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// How rare a word is is counted over the passages that differ: the passages of an article
// that has the words of another one, its title and its text, do not count again. So an
// article that came twice is found twice, and changes the score of no other.

// copies knows the passages that do not count in the state of the index that was asked last.
// It is no memo: the numbers of passages are those of one snapshot, and change when segments
// are merged too.
type copies struct {
	mu        sync.Mutex
	state     []segmentState
	uncounted []*roaring.Bitmap            // see snapshot
	wordings  map[segment.Segment][]uint64 // of the articles of each segment, in order
}

// segmentState tells the states of a segment, which only ever loses documents, apart.
type segmentState struct {
	segment segment.Segment
	deleted *roaring.Bitmap
}

// counting returns a reader that knows which passages do not count.
func (ix *Index) counting() (*snapshot, error) {
	s, err := ix.reader()
	if err != nil {
		return nil, err
	}
	if s.uncounted, err = ix.copies.in(s); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// in returns what of a state does not count.
func (c *copies) in(s *snapshot) ([]*roaring.Bitmap, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	state := make([]segmentState, len(s.segments))
	for i, seg := range s.segments {
		state[i] = segmentState{seg.Segment(), seg.Deleted()}
	}
	if c.state != nil && slices.Equal(c.state, state) {
		return c.uncounted, nil
	}
	shared, err := c.shared(s)
	if err != nil {
		return nil, err
	}
	var uncounted []*roaring.Bitmap
	if len(shared) > 0 {
		uncounted = make([]*roaring.Bitmap, len(s.segments))
		for i, seg := range s.segments {
			uncounted[i] = roaring.New()
			if deleted := seg.Deleted(); deleted != nil {
				uncounted[i].Or(deleted)
			}
		}
	}
	for _, wording := range shared {
		if err := s.addCopies(wording, uncounted); err != nil {
			return nil, err
		}
	}
	c.state, c.uncounted = state, uncounted
	return uncounted, nil
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
	var all []uint64
	err := s.eachTerm(seg, wordingField, nil, nil, func(term string, articles uint64) {
		if len(term) != wordingBytes {
			return // damaged: it is no other's
		}
		for range articles {
			all = append(all, binary.BigEndian.Uint64([]byte(term)))
		}
	})
	return all, err
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

// addPassages adds the passages of an article, which stand in one segment, to those of each
// segment; they are looked for first where its source document is.
func (s *snapshot) addPassages(id string, source int, to []*roaring.Bitmap) error {
	seg, doc, ok, err := s.find(passageID(id, 0), source)
	for n := 1; ok && err == nil; n++ {
		to[seg].Add(uint32(doc))
		doc, ok, err = s.findIn(seg, []byte(passageID(id, n)))
	}
	return err
}

// differing returns how many documents have a term, without those that do not count.
func (s *snapshot) differing(p place) (int, error) {
	if s.uncounted == nil {
		return s.count(p)
	}
	dictionaries, err := s.dictionaries(p.field)
	if err != nil {
		return 0, err
	}
	n := 0
	for seg, d := range dictionaries {
		postings, err := d.PostingsList([]byte(p.term), s.uncounted[seg], nil)
		if err != nil {
			return 0, err
		}
		n += int(postings.Count())
	}
	return n, nil
}
