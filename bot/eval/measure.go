package eval

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Measure is one number about a run, from 0 to 1: higher is better.
type Measure struct {
	Name  string
	Value float64
	Of    int // over how many questions; 0: none counts, and Value says nothing
}

// ndcgDepth is how many quotes nDCG@10 looks at.
const ndcgDepth = 10

// Measures returns the measures of a run, always the same ones in the same order. The
// ranks count whether the bot calls its quotes an answer or the nearest passages: what it
// makes of them is measured by itself, as silence.
func (r Report) Measures() []Measure { return measures(r.Results) }

func measures(results []Result) []Measure {
	var top1, top3, shown, reciprocal, gain, f1, precision, recall, spoken mean
	for _, r := range results {
		if len(r.Expect) > 0 {
			shown.add(truth(r.rank() > 0))
		}
		if r.ranked() {
			top1.add(truth(r.rank() == 1))
			top3.add(truth(1 <= r.rank() && r.rank() <= 3))
			reciprocal.add(r.reciprocal())
			gain.add(r.ndcg())
		}
		if len(r.Dates) > 0 {
			f1.add(r.f1())
		}
		if !r.Answered {
			precision.add(truth(r.Silence))
		}
		if r.Silence {
			recall.add(truth(!r.Answered))
		} else {
			spoken.add(truth(r.Answered))
		}
	}
	return []Measure{
		top1.measure("hit@1"), top3.measure("hit@3"), shown.measure("hit@k"), reciprocal.measure("MRR"), gain.measure("nDCG@10"),
		precision.measure("silence precision"), recall.measure("silence recall"), balanced(recall, spoken), f1.measure("date F1"),
	}
}

// mean adds up values.
type mean struct {
	sum float64
	of  int
}

func (m *mean) add(v float64) { m.sum, m.of = m.sum+v, m.of+1 }

func (m mean) measure(name string) Measure {
	return Measure{Name: name, Value: m.sum / float64(max(m.of, 1)), Of: m.of}
}

// balanced is the mean of the shares of unanswerable and of answerable questions that the
// bot takes for such; it says nothing where the questions are all of one sort.
func balanced(silent, spoken mean) Measure {
	m := Measure{Name: "balanced accuracy"}
	if silent.of > 0 && spoken.of > 0 {
		m.Value = (silent.sum/float64(silent.of) + spoken.sum/float64(spoken.of)) / 2
		m.Of = silent.of + spoken.of
	}
	return m
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// byTime are the commands whose quotes come in order of time: their ranks say nothing.
var byTime = []string{"/timeline", "/between"}

// ranked says whether the ranks of what is expected count.
func (r Result) ranked() bool {
	command, _, _ := strings.Cut(strings.ToLower(r.Command), " ")
	return len(r.Expect) > 0 && !slices.Contains(byTime, command)
}

// rank is that of the first quote that has anything expected, from 1; 0: none has.
func (r Result) rank() int {
	first := 0
	for _, n := range r.Ranks {
		if n > 0 && (first == 0 || n < first) {
			first = n
		}
	}
	return first
}

func (r Result) reciprocal() float64 {
	if r.rank() == 0 {
		return 0
	}
	return 1 / float64(r.rank())
}

// ndcg counts every place that is expected once, where it first comes. Several may come in
// one quote, so that the sum is capped at what an ideal order of one a quote has.
// https://en.wikipedia.org/wiki/Discounted_cumulative_gain
func (r Result) ndcg() float64 {
	got, ideal := 0.0, 0.0
	for i, n := range r.Ranks {
		if 0 < n && n <= ndcgDepth {
			got += 1 / math.Log2(float64(n)+1)
		}
		if i < ndcgDepth {
			ideal += 1 / math.Log2(float64(i)+2)
		}
	}
	if ideal == 0 {
		return 0
	}
	return min(got/ideal, 1)
}

// f1 is that of the dates shown against those expected, as values.
func (r Result) f1() float64 {
	missing, extra := r.datesOff()
	common := len(r.Dates) - len(missing)
	if common == 0 {
		return 0
	}
	return 2 * float64(common) / float64(2*common+len(missing)+len(extra))
}

// datesOff returns the dates that are expected and not shown, and the other way round.
func (r Result) datesOff() (missing, extra []string) {
	for _, d := range r.Dates {
		if !slices.Contains(r.Shown, d) {
			missing = append(missing, d)
		}
	}
	for _, d := range r.Shown {
		if !slices.Contains(r.Dates, d) {
			extra = append(extra, d)
		}
	}
	return missing, extra
}

// found counts what is expected and shown.
func (r Result) found() int {
	n := 0
	for _, rank := range r.Ranks {
		n += int(truth(rank > 0))
	}
	return n
}

// grade puts results in order, from 0 to 1: how well what is expected was found, half of
// that where the bot says that it has no answer.
func (r Result) grade() float64 {
	if r.Silence {
		return truth(!r.Answered)
	}
	var parts mean
	if r.ranked() {
		parts.add((r.reciprocal() + r.ndcg()) / 2)
	} else if len(r.Expect) > 0 {
		parts.add(float64(r.found()) / float64(len(r.Expect)))
	}
	if len(r.Dates) > 0 {
		parts.add(r.f1())
	}
	return parts.sum / float64(max(parts.of, 1)) * (1 + truth(r.Answered)) / 2
}

// String tells how a question went, in one line.
func (r Result) String() string {
	var parts []string
	switch {
	case r.Silence && r.Answered:
		return "answered, though the corpus does not say"
	case r.Silence:
		return "silent"
	case !r.Answered:
		parts = append(parts, "silent, though the corpus says it")
	}
	switch {
	case r.rank() == 0 && len(r.Expect) > 0:
		parts = append(parts, "not found")
	case r.ranked():
		parts = append(parts, fmt.Sprintf("rank %d, nDCG %.2f", r.rank(), r.ndcg()))
	case len(r.Expect) > 0:
		parts = append(parts, fmt.Sprintf("%d of %d found", r.found(), len(r.Expect)))
	}
	if len(r.Dates) > 0 {
		parts = append(parts, fmt.Sprintf("date F1 %.2f", r.f1()))
	}
	return strings.Join(parts, "; ")
}

// Worst returns at most n results that went less than well, the worst first; of the same
// grade, the one that was asked first.
func (r Report) Worst(n int) []Result {
	var all []Result
	for _, x := range r.Results {
		if x.grade() < 1 {
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(a, b Result) int { return cmp.Compare(a.grade(), b.grade()) })
	return all[:min(max(n, 0), len(all))]
}
