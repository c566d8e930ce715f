package bot

import (
	"cmp"
	"math"
	"slices"
)

// vector is a sparse vector of words, in order of term.
type vector []component

type component struct {
	term   int32
	weight float64
}

func newVector(weights map[int32]float64) vector {
	v := make(vector, 0, len(weights))
	for t, w := range weights {
		v = append(v, component{t, w})
	}
	slices.SortFunc(v, func(a, b component) int { return cmp.Compare(a.term, b.term) })
	return v
}

// counted returns how often each term occurs, which it puts in order.
func counted(terms []int32) vector {
	slices.Sort(terms)
	v := make(vector, 0, len(terms))
	for i, t := range terms {
		if i == 0 || t != terms[i-1] {
			v = append(v, component{term: t})
		}
		v[len(v)-1].weight++
	}
	return v
}

// normalise scales the vector to length one; a zero vector stays.
func (v vector) normalise() {
	sum := 0.0
	for _, x := range v {
		sum += x.weight * x.weight
	}
	if sum == 0 {
		return
	}
	length := math.Sqrt(sum)
	for i := range v {
		v[i].weight /= length
	}
}

// dot returns the inner product: the cosine, where both have length one.
func (v vector) dot(w vector) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(v) && j < len(w); {
		switch {
		case v[i].term < w[j].term:
			i++
		case v[i].term > w[j].term:
			j++
		default:
			sum += v[i].weight * w[j].weight
			i++
			j++
		}
	}
	return sum
}

// accumulator sums vectors. The zero value is ready.
type accumulator struct{ sum map[int32]float64 }

func (a *accumulator) add(v vector, weight float64) {
	if a.sum == nil {
		a.sum = map[int32]float64{}
	}
	for _, x := range v {
		a.sum[x.term] += weight * x.weight
	}
}

// top returns the n heaviest terms as a vector of length one; equal weights by term.
func (a *accumulator) top(n int) vector {
	v := newVector(a.sum)
	slices.SortStableFunc(v, func(x, y component) int { return cmp.Compare(y.weight, x.weight) })
	v = v[:min(n, len(v))]
	slices.SortFunc(v, func(x, y component) int { return cmp.Compare(x.term, y.term) })
	v.normalise()
	return v
}
