package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// clipped is how many characters of a quote are shown.
const clipped = 110

// WriteText writes the measures and the worst results for a person, at most so many.
func (r Report) WriteText(out io.Writer, worst int) error {
	w := bufio.NewWriter(out)
	silence := 0
	for _, x := range r.Results {
		silence += int(truth(x.Silence))
	}
	fmt.Fprintf(w, "%d questions, %d of them to be met with silence\n\n", len(r.Results), silence)
	for _, m := range r.Measures() {
		if m.Of == 0 {
			fmt.Fprintf(w, "  %-18s      –\n", m.Name)
			continue
		}
		fmt.Fprintf(w, "  %-18s  %.3f   of %d\n", m.Name, m.Value, m.Of)
	}
	fmt.Fprintf(w, "  %-18s  p50 %.1f, p90 %.1f, p99 %.1f ms\n", "latency", r.Latency.P50, r.Latency.P90, r.Latency.P99)
	if all := r.Worst(worst); len(all) > 0 {
		fmt.Fprintf(w, "\nThe worst:\n")
		for _, x := range all {
			x.write(w)
		}
	}
	return w.Flush()
}

// write tells of one question: what came first, and what was expected.
func (r Result) write(w io.Writer) {
	fmt.Fprintf(w, "\n  %s\n    %s\n", clean(r.Command), r)
	if r.First != (Expected{}) && (!r.Silence || r.Answered) {
		fmt.Fprintf(w, "    first     %s\n", r.First)
	}
	for i, e := range r.Expect {
		if r.Ranks[i] != 1 {
			fmt.Fprintf(w, "    expected  %s%s\n", e, at(r.Ranks[i]))
		}
	}
	missing, extra := r.datesOff()
	if len(r.Dates) > 0 && len(missing) > 0 {
		fmt.Fprintf(w, "    missing   %s\n", strings.Join(missing, ", "))
	}
	if len(r.Dates) > 0 && len(extra) > 0 {
		fmt.Fprintf(w, "    too many  %s\n", clean(strings.Join(extra, ", ")))
	}
}

func at(rank int) string {
	if rank == 0 {
		return ""
	}
	return fmt.Sprintf(" (quote %d)", rank)
}

// String writes the words, clipped, and where they stand.
func (e Expected) String() string {
	switch {
	case e.Quote == "":
		return clean(e.Article)
	case e.Article == "":
		return "“" + clean(e.Quote) + "”"
	}
	return "“" + clean(e.Quote) + "” " + clean(e.Article)
}

// clean makes text of articles and labels safe for a terminal: one clipped line without
// control characters.
func clean(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.In(r, unicode.C) }), " ")
	if r := []rune(s); len(r) > clipped {
		return string(r[:clipped]) + "…"
	}
	return s
}

// WriteText writes what changed, for a person: each question that went otherwise, then
// the measures.
func (c Comparison) WriteText(out io.Writer) error {
	w := bufio.NewWriter(out)
	for _, t := range c.Questions {
		sign := "better"
		if t.Worse {
			sign = "worse"
		}
		fmt.Fprintf(w, "%-6s  %s\n        %s → %s\n", sign, clean(t.After.Command), t.Before, t.After)
		if t.Before.First != t.After.First {
			fmt.Fprintf(w, "        first was  %s\n        first is   %s\n", t.Before.First, t.After.First)
		}
	}
	fmt.Fprintf(w, "against the baseline: %d questions as before, %d changed, %d new, %d gone\n", c.Same, len(c.Questions), c.New, c.Gone)
	for _, m := range c.Measures {
		mark := ""
		if m.Fell {
			mark = "   fell"
		}
		fmt.Fprintf(w, "  %-18s  %.3f → %.3f%s\n", m.Name, m.Before, m.After, mark)
	}
	return w.Flush()
}
