package bot

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"testing"
)

const (
	tuneEpochs = 3000
	tuneRate   = 0.5
	tuneDecay  = 0.001 // of the square of the weights, the first aside
)

// tuneShifts are added to the weights that were held out, to see what one more answer costs.
var tuneShifts = []float64{0.3, 0, -0.3, -0.6}

// What can only speak for an answer, and what can only speak against one; the sets decide
// of the others.
var (
	tuneFor     = []string{"Covered", "Window", "Whole", "Surplus", "Names", "Rest", "Article", "Often", "Together", "Near", "Told", "Said"}
	tuneAgainst = []string{"Soft", "Rarest", "Unknown", "Longer", "Crowded", "Bare", "Untold", "Unsaid", "WeakTie"}
)

// judged is a question with the evidence of the sentences that may answer it.
type judged struct {
	tuneCase
	evidence []evidence
	vectors  [][]float64 // the same, field by field
	weight   float64     // through the root of how many its set has of its answer
}

// TestTuneSilence fits the weights of evidence by logistic regression on short questions and
// on statements, each judged by the sentence that speaks most for it, and says how often the
// decision is right on those that were held out.
func TestTuneSilence(t *testing.T) {
	if *tuneFlag == "" {
		t.Skip("no -tune")
	}
	groups := map[bool][]judged{}
	for _, c := range tuneSets(t, *tuneFlag) {
		if c.known && !c.q.byParts() {
			groups[c.q.stated] = append(groups[c.q.stated], weighed(c))
		}
	}
	before := tunedDecision()
	for _, stated := range []bool{false, true} {
		fmt.Println("stated:", stated)
		tuneGroup(groups[stated], *before.of(&question{stated: stated}))
	}
}

// weighed returns a case with the evidence of its best sentences.
func weighed(c tuneCase) judged {
	c.order(tunedWeights())
	j := judged{tuneCase: c}
	for i := range c.all[:min(coveredBestOf, len(c.all))] {
		if c.q.mayAnswer(c.all[i]) {
			e := c.q.evidence(&c.all[i])
			j.evidence, j.vectors = append(j.evidence, e), append(j.vectors, fields(e))
		}
	}
	return j
}

// tuneGroup fits one group of questions and prints what came of it.
func tuneGroup(cases []judged, before evidence) {
	n := map[string]float64{}
	key := func(j *judged) string { return fmt.Sprint(j.set, j.yes) }
	for i := range cases {
		n[key(&cases[i])]++
	}
	for i := range cases {
		cases[i].weight = 1 / math.Sqrt(n[key(&cases[i])])
	}
	held := make([]evidence, tuneFolds)
	for k := range held {
		held[k] = fit(cases, func(i int) bool { return i/2%tuneFolds != k })
	}
	w := fit(cases, func(int) bool { return true })
	fmt.Println("before\n" + rightly(cases, func(int) evidence { return before }))
	for _, shift := range tuneShifts {
		fmt.Printf("held out, %+.1f\n%s", shift, rightly(cases, func(i int) evidence {
			e := held[i/2%tuneFolds]
			e.Always += shift
			return e
		}))
	}
	fmt.Println("after\n" + rightly(cases, func(int) evidence { return w }))
	v := reflect.ValueOf(w)
	for i := range v.NumField() {
		if x := v.Field(i).Float(); math.Abs(x) >= 0.005 {
			fmt.Printf("%s: %.2f,\n", v.Type().Field(i).Name, x)
		}
	}
}

// fields returns the fields of an evidence in order.
func fields(e evidence) []float64 {
	v := reflect.ValueOf(e)
	out := make([]float64, v.NumField())
	for i := range out {
		out[i] = v.Field(i).Float()
	}
	return out
}

// fit descends the gradient of the logarithmic loss. Both answers weigh the same in sum.
func fit(cases []judged, in func(int) bool) evidence {
	w := evidence{Covered: 1}
	v := reflect.ValueOf(&w).Elem()
	n := map[bool]float64{}
	for i, c := range cases {
		if in(i) {
			n[c.yes] += c.weight
		}
	}
	for range tuneEpochs {
		gradient := make([]float64, v.NumField())
		for i, c := range cases {
			at, most := c.strongest(&w)
			if at < 0 || !in(i) {
				continue
			}
			want := 0.0
			if c.yes {
				want = 1
			}
			off := (1/(1+math.Exp(-most)) - want) * c.weight / n[c.yes] / 2
			for k, x := range c.vectors[at] {
				gradient[k] += off * x
			}
		}
		for k, g := range gradient {
			x := v.Field(k).Float()
			if k > 0 {
				g += tuneDecay * x
			}
			v.Field(k).SetFloat(bounded(v.Type().Field(k).Name, x-tuneRate*g))
		}
	}
	return w
}

// bounded keeps a weight on its side of 0.
func bounded(name string, x float64) float64 {
	switch {
	case slices.Contains(tuneFor, name):
		return max(0, x)
	case slices.Contains(tuneAgainst, name):
		return min(0, x)
	}
	return x
}

// strongest returns the evidence that speaks most for an answer, and how much; -1 where no
// sentence may answer.
func (j *judged) strongest(w *evidence) (at int, most float64) {
	at, most = -1, math.Inf(-1)
	for i := range j.evidence {
		if x := w.dot(j.evidence[i]); x > most {
			at, most = i, x
		}
	}
	return at, most
}

// rightly returns how often each set's questions are rightly answered and rightly not.
func rightly(cases []judged, w func(int) evidence) string {
	type pair struct{ yes, yesAll, no, noAll float64 }
	sums := map[string]*pair{}
	for i, c := range cases {
		if sums[c.set] == nil {
			sums[c.set] = &pair{}
		}
		p, e := sums[c.set], w(i)
		_, most := c.strongest(&e)
		said := most >= c.q.sureEnough() && len(c.q.lacks) == 0
		switch {
		case c.yes && said:
			p.yes++
		case !c.yes && !said:
			p.no++
		}
		if c.yes {
			p.yesAll++
		} else {
			p.noAll++
		}
	}
	out := ""
	for _, set := range slices.Sorted(maps.Keys(sums)) {
		p := sums[set]
		out += fmt.Sprintf("  %-20s answered %.3f of %.0f, silent %.3f of %.0f\n", set, p.yes/p.yesAll, p.yesAll, p.no/p.noAll, p.noAll)
	}
	return out
}
