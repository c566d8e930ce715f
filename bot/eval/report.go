package eval

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
)

// The JSON form of a run: a line with its measures, then a line a question, so that two
// runs can be compared by eye, too. Reading takes the measures from the questions anew.

type wireReport struct {
	Questions int                `json:"questions"`
	Measures  map[string]float64 `json:"measures"` // those that some question counts for
	Latency   Latency            `json:"latency_ms"`
}

type wireResult struct {
	wireQuestion
	Answered bool     `json:"answered"`
	Ranks    []int    `json:"ranks,omitempty"`
	Shown    []string `json:"shown,omitempty"`
	First    Expected `json:"first"`
}

// WriteJSON writes the run for machines and for a later comparison.
func (r Report) WriteJSON(out io.Writer) error {
	w := wireReport{Questions: len(r.Results), Measures: map[string]float64{}, Latency: r.Latency}
	for _, m := range r.Measures() {
		if m.Of > 0 {
			w.Measures[m.Name] = math.Round(m.Value*1e4) / 1e4
		}
	}
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	if err := e.Encode(w); err != nil {
		return err
	}
	for _, x := range r.Results {
		q := wireQuestion{Command: x.Command, Expect: x.Expect, Dates: x.Dates, Silence: x.Silence}
		if err := e.Encode(wireResult{q, x.Answered, x.Ranks, x.Shown, x.First}); err != nil {
			return err
		}
	}
	return nil
}

// ReadReport reads what WriteJSON wrote. The error names the file, by the name given, and
// the line.
func ReadReport(in io.Reader, name string) (Report, error) {
	var r Report
	var head wireReport
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	n := 0
	for ; lines.Scan(); n++ {
		var x wireResult
		var err error
		if n == 0 {
			err = decode(lines.Bytes(), &head)
		} else {
			err = decode(lines.Bytes(), &x)
		}
		if err == nil && n > 0 && len(x.Ranks) != len(x.Expect) {
			err = errors.New("ranks and expect differ in number")
		}
		if err != nil {
			return Report{}, fmt.Errorf("%s:%d: no result of eval --json: %w", name, n+1, err)
		}
		if n > 0 {
			q := Question{Place: fmt.Sprintf("%s:%d", name, n+1), Command: x.Command, Expect: x.Expect, Dates: x.Dates, Silence: x.Silence}
			r.Results = append(r.Results, Result{q, x.Answered, x.Ranks, x.Shown, x.First})
		}
	}
	if err := lines.Err(); err != nil {
		return Report{}, fmt.Errorf("%s:%d: %w", name, n+1, err)
	}
	if len(r.Results) == 0 || len(r.Results) != head.Questions {
		return Report{}, fmt.Errorf("%s: no whole run of eval --json: %d of %d questions", name, len(r.Results), head.Questions)
	}
	r.Latency = head.Latency
	return r, nil
}
