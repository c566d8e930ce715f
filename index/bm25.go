package index

import (
	"math"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/search"
)

// meanLengths are tokens in a field of one passage of news, as measured on Reuters-21578
// and MultiHop-RAG: what BM25 calls the average length. A fixed one gives the same scores
// for the same articles, whatever else is in the index and in whatever order it came.
var meanLengths = map[string]float64{stemField: 25, titleField: 7, nameField: 3}

// weighted is a term as it scores: by BM25 as Bleve has it, with the root of the frequency
// and the square of the inverse document frequency.
type weighted struct {
	postingsList
	weight float64
	mean   float64 // length of its field
}

// weigh gives a term its weight among so many passages that differ.
func (s *snapshot) weigh(p place, boost float64, passages int) (weighted, error) {
	l, err := s.list(p)
	if err != nil {
		return weighted{}, err
	}
	having := l.count
	if s.uncounted != nil {
		if having, err = s.differing(p); err != nil {
			return weighted{}, err
		}
	}
	idf := math.Log1p((float64(passages-having) + 0.5) / (float64(having) + 0.5))
	return weighted{l, boost * idf * idf, meanLengths[p.field]}, nil
}

// score is what the term counts in a document.
func (w *weighted) score(p posting) float64 {
	return w.weight * saturation(math.Sqrt(float64(p.freq)), p.length/w.mean)
}

// saturation is the part of BM25 that grows with the frequency of a term and falls with
// the length of the text, in means.
func saturation(frequency, length float64) float64 {
	return frequency * search.BM25_k1 / (frequency + search.BM25_k1*(1-search.BM25_b+search.BM25_b*length))
}

// saturated is more than saturation ever is: where a word stands n times, the text has n
// words or more, and 25 are the longest mean; with k1 = 1.2 and b = 0.75 the most is 0.9935.
const saturated = 1

// alternative is what a passage may match, and is better for: a term, or several together.
type alternative []weighted

// bound is what the alternative counts at most.
func (a alternative) bound() float64 {
	sum := 0.0
	for _, w := range a {
		sum += w.weight
	}
	return sum * saturated
}

// count is how many documents have the alternative at most.
func (a alternative) count() int {
	least := math.MaxInt
	for _, w := range a {
		least = min(least, w.count)
	}
	return least
}

// visit gives the documents of a segment that match, in order, with their scores; only
// those within, unless that is nil.
func (a alternative) visit(seg int, within *roaring.Bitmap, found func(doc uint32, score float64)) error {
	if len(a) == 1 {
		return a[0].visit(seg, within, func(p posting) { found(p.doc, a[0].score(p)) })
	}
	all, err := a.documents(seg)
	if err != nil {
		return err
	}
	if within != nil {
		all.And(within)
	}
	scores := make([]float64, all.GetCardinality())
	for _, w := range a {
		next := 0
		if err := w.visit(seg, all, func(p posting) { scores[next] += w.score(p); next++ }); err != nil {
			return err
		}
	}
	for i, doc := range all.ToArray() {
		found(doc, scores[i])
	}
	return nil
}

// documents returns the documents of a segment that match.
func (a alternative) documents(seg int) (*roaring.Bitmap, error) {
	var all *roaring.Bitmap
	for _, w := range a {
		own := roaring.New()
		if err := w.addTo(seg, w.postings[seg], own); err != nil {
			return nil, err
		}
		if all != nil {
			own.And(all)
		}
		all = own
	}
	return all, nil
}
