package bot

import (
	"slices"
	"strings"

	"storybot/corpus"
	"storybot/corpus/timex"
	"storybot/index"
)

// figure is a number of a sentence with its scale, in one spelling: "500 billion".
type figure struct {
	corpus.Span
	value string // digits with one full stop at most, then the scale
	scale string // "billion", "percent", "": figures of one scale can be held against one another
}

// scales are the words behind a number that belong to it, by the spellings that people
// use.
var scales = map[string]string{
	"thousand": "thousand", "k": "thousand", "million": "million", "m": "million", "mn": "million", "mio": "million",
	"billion": "billion", "bn": "billion", "b": "billion", "trillion": "trillion", "tn": "trillion",
	"percent": "percent", "pc": "percent",
}

// figures returns the numbers of a text's tokens that stand in none of the dates.
func figures(text string, tokens []index.Token, dates []timex.Timex) []figure {
	var out []figure
	for i, t := range tokens {
		digits := strings.TrimRight(t.Word, "abcdefghijklmnopqrstuvwxyz")
		suffix := t.Word[len(digits):]
		if digits == "" || strings.Trim(digits, "0123456789.,") != "" || inDate(t, dates) {
			continue
		}
		f := figure{Span: corpus.Span{Start: t.Start, End: t.End}, scale: scales[suffix]}
		switch {
		case suffix != "" && f.scale == "": // "4th", "737max"
			continue
		case suffix == "" && strings.HasPrefix(text[t.End:], "%"):
			f.scale = "percent"
			f.End++
		case suffix == "" && i+1 < len(tokens) && tokens[i+1].Start-t.End <= 1 && scales[tokens[i+1].Word] != "":
			f.scale = scales[tokens[i+1].Word]
			f.End = tokens[i+1].End
		}
		f.value = strings.TrimSuffix(strings.ReplaceAll(digits, ",", ""), ".") + " " + f.scale
		out = append(out, f)
	}
	return out
}

func inDate(t index.Token, dates []timex.Timex) bool {
	return slices.ContainsFunc(dates, func(d timex.Timex) bool { return t.Start < d.End && d.Start < t.End })
}

// agreement says how what is told in two places compares.
type agreement int

// The ways in which two sentences compare in their figures or dates.
const (
	silent  agreement = iota // one of them has none
	same                     // they share one
	another                  // each has one that the other has not
)

// compareFigures holds the figures of a sentence against those of a claim.
func compareFigures(claimed, told []figure) agreement {
	a := silent
	for _, c := range claimed {
		for _, t := range told {
			switch {
			case c.value == t.value:
				return same
			case c.scale == t.scale:
				a = another
			}
		}
	}
	return a
}

// compareDates holds the dates of a sentence against those of a claim: those that share
// a day are the same.
func compareDates(claimed, told []timex.Timex) agreement {
	a := silent
	for _, c := range claimed {
		for _, t := range told {
			if c.Begin.IsZero() || t.Begin.IsZero() {
				continue
			}
			if c.Begin.Before(t.Until) && t.Begin.Before(c.Until) {
				return same
			}
			a = another
		}
	}
	return a
}
