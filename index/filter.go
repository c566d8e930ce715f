package index

import (
	"github.com/RoaringBitmap/roaring/v2"
)

// filter returns, for each segment, the documents that pass every filter of a query; nil
// where it has none.
func (ix *Index) filter(s *snapshot, q Query) ([]*roaring.Bitmap, error) {
	within := make([]*roaring.Bitmap, len(s.segments))
	also := func(pass func(seg int) (*roaring.Bitmap, error)) error {
		for seg := range within {
			set, err := pass(seg)
			if err != nil {
				return err
			}
			if within[seg] != nil {
				set.And(within[seg])
			}
			within[seg] = set
		}
		return nil
	}
	if !q.From.IsZero() || !q.Until.IsZero() {
		if err := also(func(seg int) (*roaring.Bitmap, error) { return s.published(seg, q) }); err != nil {
			return nil, err
		}
	}
	for _, any := range [][]place{outletPlaces(q.Outlets), places(nameField, q.Beside)} {
		if len(any) == 0 {
			continue
		}
		if err := also(func(seg int) (*roaring.Bitmap, error) { return s.oneOf(seg, any) }); err != nil {
			return nil, err
		}
	}
	if len(q.Phrases) > 0 && q.chooses() { // else they are what is searched
		if err := also(func(seg int) (*roaring.Bitmap, error) { return ix.phrased(s, seg, q.Phrases) }); err != nil {
			return nil, err
		}
	}
	return within, nil
}

func outletPlaces(outlets []string) []place {
	var keys []string
	for _, o := range outlets {
		keys = append(keys, key(o))
	}
	return places(outletField, keys)
}

func places(field string, terms []string) []place {
	var all []place
	for _, t := range terms {
		all = append(all, place{field, t})
	}
	return all
}

// published returns the documents of a segment with a day of publication within the bounds.
func (s *snapshot) published(seg int, q Query) (*roaring.Bitmap, error) {
	low, high := "0", "9999-99" // every day lies between
	if !q.From.IsZero() {
		low = day(q.From)
	}
	if !q.Until.IsZero() {
		high = day(q.Until)
	}
	if low >= high {
		return roaring.New(), nil
	}
	var days []place
	err := s.eachTerm(seg, dayField, []byte(low), []byte(high), func(term string, _ uint64) {
		days = append(days, place{dayField, term})
	})
	if err != nil {
		return nil, err
	}
	return s.oneOf(seg, days)
}

// oneOf returns the documents of a segment that have one of the terms.
func (s *snapshot) oneOf(seg int, any []place) (*roaring.Bitmap, error) {
	set := roaring.New()
	for _, p := range any {
		postings, err := s.lookUp(seg, p.field, []byte(p.term))
		if err != nil {
			return nil, err
		}
		if err := s.addTo(seg, postings, set); err != nil {
			return nil, err
		}
	}
	return set, nil
}

// phrased returns the documents of a segment that have the stems of one of the phrases.
func (ix *Index) phrased(s *snapshot, seg int, phrases [][]string) (*roaring.Bitmap, error) {
	any := roaring.New()
	for _, words := range phrases {
		var all *roaring.Bitmap
		for _, stem := range ix.stems(words) {
			own, err := s.oneOf(seg, []place{{stemField, stem}})
			if err != nil {
				return nil, err
			}
			if all != nil {
				own.And(all)
			}
			all = own
		}
		if all != nil {
			any.Or(all)
		}
	}
	return any, nil
}
