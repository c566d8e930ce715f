package bot

import (
	"math"
	"testing"
)

func TestWordsSideBySideAreClosest(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b []int
		want float64
	}{
		{[]int{3}, []int{4}, 1},
		{[]int{4}, []int{3}, 1},
		{[]int{3}, []int{3}, 1},
		{[]int{3}, []int{8}, 0.5},
		{[]int{3, 20}, []int{8, 21}, 1},
		{[]int{3}, nil, 0},
	} {
		if got := closeness(c.a, c.b); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%v and %v: %.3f, want %.3f", c.a, c.b, got, c.want)
		}
	}
}

func TestAPhraseThatTellsThePostHasAllOfIt(t *testing.T) {
	t.Parallel()
	q := &question{kind: aHolder, terms: []term{{stem: "leader", idf: 2, known: true}, {stem: "velden", idf: 3, capital: true, known: true}}, namedTerms: 2, idf: 5}
	for _, c := range []struct {
		holder, names float64
	}{{0.9, 1}, {0.5, 0}} {
		r := ranked{met: 1, covered: 0.4}
		r.holder = c.holder
		if e := q.evidence(&r); e.Names != c.names || e.Told != c.holder {
			t.Errorf("told %.1f: the names count %.2f, want %.2f", c.holder, e.Names, c.names)
		}
	}
}
