package index

import "cmp"

// place is a term of the index.
type place struct{ field, term string }

// union returns how many articles have one of the terms.
func (v *view) union(places []place) int {
	if v.err != nil {
		return 0
	}
	n := 0
	for seg := range v.reader.segments {
		set, err := v.reader.oneOf(seg, places)
		if err != nil {
			v.err = err
			return 0
		}
		n += int(set.GetCardinality())
	}
	return n
}

// documents returns the numbers of the documents that have a term, in order.
func (v *view) documents(p place) []uint64 {
	if v.err != nil {
		return nil
	}
	docs, err := v.reader.documents(p)
	v.err = cmp.Or(err, v.ctx.Err())
	return docs
}
