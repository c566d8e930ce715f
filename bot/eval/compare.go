package eval

import (
	"slices"
)

// Comparison is what changed from an earlier run to a later one, over the questions that
// both have with the same labels.
type Comparison struct {
	Measures  []Change
	Questions []Turn // those that went better or worse, as they were asked
	Same      int    // questions that went as before
	New       int    // questions that the earlier run did not have so
	Gone      int    // questions that the later run does not have so
}

// Change is one measure before and after.
type Change struct {
	Name          string
	Before, After float64
	Fell          bool // by more than the tolerance
}

// Turn is one question before and after.
type Turn struct {
	Before, After Result
	Worse         bool
}

// rounding is what two equal results may differ by.
const rounding = 1e-9

// Compare compares two runs. A measure fell where it is lower by more than the tolerance;
// latency is not compared, because machines differ.
func Compare(before, after Report, tolerance float64) Comparison {
	earlier := map[string]Result{}
	for _, r := range before.Results {
		earlier[r.Command] = r
	}
	var c Comparison
	var old, now []Result
	for _, r := range after.Results {
		was, ok := earlier[r.Command]
		if !ok || !sameLabels(was.Question, r.Question) {
			c.New++
			continue
		}
		old, now = append(old, was), append(now, r)
		if d := r.grade() - was.grade(); d < -rounding || d > rounding {
			c.Questions = append(c.Questions, Turn{was, r, d < 0})
		} else {
			c.Same++
		}
	}
	c.Gone = len(before.Results) - len(old)
	a, b := measures(old), measures(now)
	for i := range a {
		if a[i].Of > 0 && b[i].Of > 0 {
			c.Measures = append(c.Measures, Change{a[i].Name, a[i].Value, b[i].Value, a[i].Value-b[i].Value > tolerance+rounding})
		}
	}
	return c
}

// Fallen returns the names of the measures that fell.
func (c Comparison) Fallen() []string {
	var names []string
	for _, m := range c.Measures {
		if m.Fell {
			names = append(names, m.Name)
		}
	}
	return names
}

func sameLabels(a, b Question) bool {
	return a.Silence == b.Silence && slices.Equal(a.Expect, b.Expect) && slices.Equal(a.Dates, b.Dates)
}
