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
	tuneEpochs = 2000
	tuneRate   = 0.3
	tuneDecay  = 0.004 // of the square of the weights, the first aside
)

// TestTuneSilence fits the weights of evidence by logistic regression on short questions,
// each judged by the sentence that speaks most for it, and says how often the decision is
// right on questions that were held out.
func TestTuneSilence(t *testing.T) {
	if *tuneFlag == "" {
		t.Skip("no -tune")
	}
	var cases []tuneCase
	for _, c := range tuneSets(t, *tuneFlag) {
		if c.known && len(c.q.terms) <= longQuestion {
			c.order(tunedWeights())
			c.all = c.all[:min(coveredBestOf, len(c.all))]
			cases = append(cases, c)
		}
	}
	held := make([]evidence, tuneFolds)
	for k := range held {
		held[k] = fit(cases, func(i int) bool { return i/2%tuneFolds != k })
	}
	w := fit(cases, func(int) bool { return true })
	fmt.Println("before  ", rightly(cases, func(int) evidence { return tunedEvidence() }))
	fmt.Println("held out", rightly(cases, func(i int) evidence { return held[i/2%tuneFolds] }))
	fmt.Println("after   ", rightly(cases, func(int) evidence { return w }))
	for _, shift := range []float64{-0.3, 0.15, 0.3, 0.45, 0.6} {
		x := w
		x.Always += shift
		fmt.Println(shift, rightly(cases, func(int) evidence { return x }))
	}
	v := reflect.ValueOf(w)
	for i := range v.NumField() {
		fmt.Printf("%s: %.2f,\n", v.Type().Field(i).Name, v.Field(i).Float())
	}
}

// fit descends the gradient of the logarithmic loss. Both answers weigh the same in sum.
func fit(cases []tuneCase, in func(int) bool) evidence {
	w := evidence{Covered: 1}
	n := map[bool]float64{}
	for i, c := range cases {
		if in(i) {
			n[c.yes]++
		}
	}
	fields := reflect.TypeFor[evidence]().NumField()
	for range tuneEpochs {
		gradient := make([]float64, fields)
		for i, c := range cases {
			if !in(i) {
				continue
			}
			e, ok := strongest(c, &w)
			if !ok {
				continue
			}
			want := 0.0
			if c.yes {
				want = 1
			}
			off := (1/(1+math.Exp(-w.dot(e))) - want) / n[c.yes] / 2
			for k := range fields {
				gradient[k] += off * reflect.ValueOf(e).Field(k).Float()
			}
		}
		v := reflect.ValueOf(&w).Elem()
		for k := range fields {
			x := v.Field(k).Float()
			decay := 0.0
			if k > 0 {
				decay = tuneDecay * x
			}
			v.Field(k).SetFloat(x - tuneRate*(gradient[k]+decay))
		}
	}
	return w
}

// strongest returns the evidence that speaks most for an answer.
func strongest(c tuneCase, w *evidence) (best evidence, ok bool) {
	most := math.Inf(-1)
	for i := range c.all {
		if !c.q.mayAnswer(c.all[i]) {
			continue
		}
		if e := c.q.evidence(&c.all[i]); w.dot(e) > most {
			most, best, ok = w.dot(e), e, true
		}
	}
	return best, ok
}

// rightly returns how often each set's questions are rightly answered and rightly not.
func rightly(cases []tuneCase, w func(int) evidence) string {
	type pair struct{ yes, yesAll, no, noAll float64 }
	sums := map[string]*pair{}
	for i, c := range cases {
		if sums[c.set] == nil {
			sums[c.set] = &pair{}
		}
		p, e := sums[c.set], w(i)
		said := c.q.answeredBy(&e, c.all)
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
		out += fmt.Sprintf(" %s: answered %.3f, silent %.3f, balanced %.3f;", set, p.yes/p.yesAll, p.no/p.noAll, (p.yes/p.yesAll+p.no/p.noAll)/2)
	}
	return out
}
