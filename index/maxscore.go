package index

import (
	"cmp"
	"context"
	"errors"
	"math"
	"runtime"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// contest finds the passages with the best scores. The score of a passage is the sum of
// those of the alternatives that it matches, times the share of the alternatives that
// these are, as in Bleve.
//
// The alternatives are taken one after the other, those that may count most first. As soon
// as a passage that matched none so far can no longer come among the best, only those that
// did are looked up in the rest: MaxScore (Turtle and Flood, Query evaluation: strategies
// and optimizations, 1995), term by term.
type contest struct {
	*snapshot
	within []*roaring.Bitmap // of each segment, what may be found; nil: everything
	most   int               // how many are wanted

	sums  []float64  // of each document
	hits  []uint8    // how many alternatives it matched
	found []uint32   // the documents that matched one, in no order
	fresh [][]uint32 // of each segment, those that matched the alternative under way first
	total float64    // alternatives
}

// newContest returns one that looks for so many passages; it goes back to ix.contests, with
// its memory.
func (ix *Index) newContest(s *snapshot, within []*roaring.Bitmap, most int, alternatives int) *contest {
	c, ok := ix.contests.Get().(*contest)
	if !ok {
		c = &contest{}
	}
	for _, at := range c.found {
		c.sums[at], c.hits[at] = 0, 0
	}
	c.snapshot, c.within, c.most, c.found, c.total = s, within, most, c.found[:0], float64(alternatives)
	for len(c.fresh) < len(s.bases) {
		c.fresh = append(c.fresh, nil)
	}
	if s.size > len(c.sums) {
		c.sums, c.hits = make([]float64, s.size), make([]uint8, s.size)
	}
	return c
}

// end lets go of the snapshot and leaves the memory to later ones.
func (ix *Index) end(c *contest) {
	c.snapshot, c.within = nil, nil
	ix.contests.Put(c)
}

// scored is a document with its final score.
type scored struct {
	doc   uint32 // number over all segments
	score float64
}

// mostAlternatives is how many things a query can ask for; the rest, which count least,
// are left out.
const mostAlternatives = math.MaxUint8

// run returns the documents that come first, in no order: those wanted, and all that are
// equal to the last of them.
func (c *contest) run(ctx context.Context, all []alternative) ([]scored, error) {
	all = slices.DeleteFunc(slices.Clone(all), func(a alternative) bool { return a.count() == 0 })
	slices.SortStableFunc(all, func(a, b alternative) int { return cmp.Compare(b.bound(), a.bound()) })
	all = all[:min(len(all), mostAlternatives)]
	rest := make([]float64, len(all)+1) // what the alternatives from here on count at most
	for i := len(all) - 1; i >= 0; i-- {
		rest[i] = rest[i+1] + all[i].bound()
	}
	var candidates []*roaring.Bitmap // nil: every document may still come among the best
	for i, a := range all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if left := len(all) - i; i > 0 && a.count()*worthSelecting > len(c.found) {
			least := c.least()
			if candidates != nil || rest[i]*float64(left)/c.total < least {
				candidates = c.keep(least, rest[i], left)
			}
		}
		if err := c.add(a, candidates); err != nil {
			return nil, err
		}
	}
	return c.best(), nil
}

// worthSelecting: to compare the score of a document with the best takes about a quarter of
// the time that it takes to read one posting.
const worthSelecting = 4

// manyPostings is from how many documents on the segments are read on all processors.
const manyPostings = 10_000

// add adds the scores of one alternative: to candidates only, unless they are nil.
func (c *contest) add(a alternative, candidates []*roaring.Bitmap) error {
	within, workers := c.within, 1
	if candidates != nil {
		within = candidates
	}
	if a.count() >= manyPostings {
		workers = min(runtime.GOMAXPROCS(0), len(c.bases))
	}
	errs := make([]error, len(c.bases))
	each(workers, len(c.bases), func(seg int) { errs[seg] = c.addIn(seg, a, within[seg]) })
	for seg := range c.bases {
		c.found = append(c.found, c.fresh[seg]...)
	}
	return errors.Join(errs...)
}

// addIn adds the scores of one alternative in a segment.
func (c *contest) addIn(seg int, a alternative, within *roaring.Bitmap) error {
	base, fresh := uint32(c.bases[seg]), c.fresh[seg][:0]
	defer func() { c.fresh[seg] = fresh }()
	if within != nil && within.IsEmpty() {
		return nil
	}
	return a.visit(seg, within, func(doc uint32, score float64) {
		at := base + doc
		if c.hits[at] == 0 {
			fresh = append(fresh, at)
		}
		c.hits[at]++
		c.sums[at] += score
	})
}

func (c *contest) score(at uint32) float64 {
	return c.sums[at] * float64(c.hits[at]) / c.total
}

// least returns the score of the last that is wanted; 0 where there are fewer.
func (c *contest) least() float64 {
	if len(c.found) < c.most {
		return 0
	}
	best := make([]float64, c.most) // a heap, the least on top
	for i, at := range c.found[:c.most] {
		best[i] = c.score(at)
	}
	for i := c.most / 2; i >= 0; i-- {
		sink(best, i)
	}
	for _, at := range c.found[c.most:] {
		if s := c.score(at); s > best[0] {
			best[0] = s
			sink(best, 0)
		}
	}
	return best[0]
}

// sink puts number i of a heap, which may be too large for its place, where it belongs.
func sink(heap []float64, i int) {
	for {
		child := 2*i + 1
		if child >= len(heap) {
			return
		}
		if child+1 < len(heap) && heap[child+1] < heap[child] {
			child++
		}
		if heap[i] <= heap[child] {
			return
		}
		heap[i], heap[child] = heap[child], heap[i]
		i = child
	}
}

// keep drops the documents that stay below the least score, whatever of the alternatives
// that are left they match, and returns the others by segment.
func (c *contest) keep(least, rest float64, left int) []*roaring.Bitmap {
	kept := c.found[:0]
	for _, at := range c.found {
		if (c.sums[at]+rest)*(float64(c.hits[at])+float64(left))/c.total >= least {
			kept = append(kept, at)
		} else {
			c.sums[at], c.hits[at] = 0, 0
		}
	}
	c.found = kept
	sets := make([]*roaring.Bitmap, len(c.bases))
	for i := range sets {
		sets[i] = roaring.New()
	}
	slices.Sort(c.found)
	seg := 0
	for _, at := range c.found {
		for seg+1 < len(c.bases) && int(at) >= c.bases[seg+1] {
			seg++
		}
		sets[seg].Add(at - uint32(c.bases[seg]))
	}
	return sets
}

// best returns the documents that come first, with all equals of the last.
func (c *contest) best() []scored {
	least := c.least()
	var first []scored
	for _, at := range c.found {
		if s := c.score(at); s >= least {
			first = append(first, scored{at, s})
		}
	}
	return first
}
