// Package timex tags time expressions in English news text and gives them values in
// the terms of TIMEX3 (TimeML 1.2.1). It knows one text and its day of publication,
// and nothing else: never today's date.
//
// A text is cut into tokens (lex), which a lexicon puts into classes of words; patterns
// of classes find phrases (phrases), the longest first; neighbours that are one
// expression are joined (join), words beside them taken in (widen); and each phrase is
// given its value (resolve), in the order of the text. The time that this takes grows
// with the length of the text alone.
package timex

import "time"

// Type is the TIMEX3 type of an expression.
type Type string

// The four types of TIMEX3.
const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// Precision says how exactly an expression places a point in time. It is empty where
// the expression places none (a duration, a set, a vague reference).
type Precision string

// Precisions from fine to coarse.
const (
	Minute  Precision = "minute"
	Hour    Precision = "hour"
	PartDay Precision = "part of day"
	Day     Precision = "day"
	Week    Precision = "week"
	Weekend Precision = "weekend"
	Month   Precision = "month"
	Season  Precision = "season"
	Quarter Precision = "quarter"
	Half    Precision = "half year"
	Year    Precision = "year"
	Decade  Precision = "decade"
	Century Precision = "century"
)

// Resolution says how an expression came by its value.
type Resolution string

// The ways in which a value is found.
const (
	Explicit   Resolution = "explicit"   // the text says it all: "March 3, 2024"
	Published  Resolution = "published"  // counted from the day of publication: "last Tuesday"
	Narrative  Resolution = "narrative"  // counted from a date told before: "a year earlier"
	Inferred   Resolution = "inferred"   // completed from dates told before: "in January"
	Unresolved Resolution = "unresolved" // no calendar value: "six months", "recently"
)

// Timex is one time expression.
type Timex struct {
	Start, End   int       // bytes of the text, half open
	Type         Type      //
	Value        string    // TIMEX3 value: "2025-01", "P6M", "XXXX-WXX-5", "PAST_REF", "1998-SP"
	Begin, Until time.Time // the days covered, half open, at 00:00 UTC; zero when it places no point in time
	Precision    Precision
	How          Resolution
}

// Tag finds the time expressions of a text, in order and disjoint. Published is the day
// of publication; the zero time says that it is unknown.
func Tag(text string, published time.Time) []Timex {
	r := newResolver(text, published)
	found := r.join(r.phrases(false))
	var out []Timex
	for i := range found {
		low, high := 0, len(r.tokens)
		if i > 0 {
			low = found[i-1].to
		}
		if i+1 < len(found) {
			high = found[i+1].from
		}
		r.widen(&found[i], low, high)
		if t, ok := r.resolve(&found[i]); ok {
			out = append(out, t)
		}
	}
	return out
}

// newResolver reads the tokens of a text.
func newResolver(text string, published time.Time) *resolver {
	r := &resolver{matcher: matcher{text: text, tokens: lex(text)}}
	if !published.IsZero() && published.Year() > 0 && published.Year() < 9999 {
		r.published = periodOf(day, published.UTC())
	}
	return r
}
