package bot

import (
	"cmp"
	"flag"
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"
)

var tuneFlag = flag.String("tune", "", "a folder of sets of questions: search for the weights of /ask on them and print the table")

const (
	tuneFolds  = 5
	tuneRounds = 3
	tuneGain   = 5e-4 // the least that a change must bring
)

// steps are tried on each weight; one that is 0 is tried at starts.
var (
	tuneSteps  = []float64{0, 0.5, 0.7, 0.85, 1.2, 1.5, 2}
	tuneStarts = []float64{0.05, 0.15, 0.4}
)

// tuneMost bounds what would make no sense beyond: a synonym is no better than the word
// itself, and nothing takes off more than there is.
var tuneMost = map[string]float64{"Soft": 1, "Missing": 0.9, "Nearby": 1, "Absent": 0.9, "Pair": 1, "WrongRole": 0.9, "Unreal": 0.9, "Torn": 0.9, "Longer": 0.9, "NoEvent": 0.9, "NoDeed": 0.9, "Formless": 0.9, "Denied": 0.9,
	"Overlong": 0.9, "Inside": 0.9, "Leaning": 0.9}

// tuneFixed were set by rule: too few of the sets' questions are about them.
var tuneFixed = []string{"WrongRole", "Said", "Longer", "Unreal", "Denied", "When", "Outlet", "Newest"}

// TestTune searches for the weights one at a time, on all questions for the table and
// without a fifth of them at a time for what to expect of others.
func TestTune(t *testing.T) {
	if *tuneFlag == "" {
		t.Skip("no -tune")
	}
	cases := slices.DeleteFunc(tuneSets(t, *tuneFlag), func(c tuneCase) bool { return c.value == nil })
	all := func(int) bool { return true }
	fmt.Println("before      ", report(cases, tunedWeights(), all))
	held := make([]weights, tuneFolds)
	for k := range held {
		held[k] = climb(cases, tunedWeights(), func(i int) bool { return i%tuneFolds != k })
	}
	fmt.Println("held out    ", reportFolds(cases, held))
	w := climb(cases, tunedWeights(), all)
	fmt.Println("after       ", report(cases, w, all))
	v := reflect.ValueOf(w)
	for i := range v.NumField() {
		fmt.Printf("%s: %.3g,\n", v.Type().Field(i).Name, v.Field(i).Float())
	}
}

// climb changes one weight at a time while that helps the questions that in lets through.
func climb(cases []tuneCase, w weights, in func(int) bool) weights {
	best := mean(cases, w, in)
	for range tuneRounds {
		before := best
		for i := range reflect.TypeFor[weights]().NumField() {
			if slices.Contains(tuneFixed, reflect.TypeFor[weights]().Field(i).Name) {
				continue
			}
			was := reflect.ValueOf(w).Field(i).Float()
			for _, x := range trials(was) {
				if most, ok := tuneMost[reflect.TypeFor[weights]().Field(i).Name]; ok && x > most {
					continue
				}
				try := w
				reflect.ValueOf(&try).Elem().Field(i).SetFloat(x)
				if m := mean(cases, try, in); m > best+tuneGain {
					best, w = m, try
				}
			}
		}
		if best-before < tuneGain {
			break
		}
	}
	return w
}

func trials(was float64) []float64 {
	if was == 0 {
		return tuneStarts
	}
	var out []float64
	for _, s := range tuneSteps {
		out = append(out, was*s)
	}
	return out
}

// mean is the mean over the sets of the mean over their questions. A set weighs as the
// root of its size.
func mean(cases []tuneCase, w weights, in func(int) bool) float64 {
	total, weight := 0.0, 0.0
	for _, s := range setMeans(cases, func(int) weights { return w }, in) {
		total += math.Sqrt(s.n) * s.mean
		weight += math.Sqrt(s.n)
	}
	return total / weight
}

type setMean struct {
	set     string
	n, mean float64
}

func (s setMean) String() string { return fmt.Sprintf("%s %.4f", s.set, s.mean) }

// setMeans returns the mean of each set, in order of name.
func setMeans(cases []tuneCase, w func(int) weights, in func(int) bool) []setMean {
	sum, n := map[string]float64{}, map[string]float64{}
	for i, c := range cases {
		if in(i) {
			sum[c.set] += c.value(c.order(w(i)))
			n[c.set]++
		}
	}
	var out []setMean
	for set := range sum {
		out = append(out, setMean{set, n[set], sum[set] / n[set]})
	}
	slices.SortFunc(out, func(a, b setMean) int { return cmp.Compare(a.set, b.set) })
	return out
}

// order scores the sentences anew and sorts them.
func (c tuneCase) order(w weights) []ranked {
	for i := range c.all {
		c.all[i].score = w.score(&c.all[i].features)
	}
	byRank(c.all)
	return c.all
}

func report(cases []tuneCase, w weights, in func(int) bool) string {
	return fmt.Sprintf("%.4f %v", mean(cases, w, in), setMeans(cases, func(int) weights { return w }, in))
}

// reportFolds scores each question with the weights that were found without it.
func reportFolds(cases []tuneCase, held []weights) string {
	return fmt.Sprint(setMeans(cases, func(i int) weights { return held[i%tuneFolds] }, func(int) bool { return true }))
}
