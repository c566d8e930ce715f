package corpus

import (
	"sort"

	"storybot/corpus/timex"
)

// Tense says whether a role is held when the sentence is written.
type Tense uint8

// The tenses of a role.
const (
	Present Tense = iota // held, or not said to be otherwise
	Former               // held once: "the former chief executive"
	Coming               // to be held: "the president-elect"
)

// String returns the tense in one lower case word.
func (t Tense) String() string { return [...]string{"present", "former", "coming"}[t] }

// tense returns when the phrase holds, with the time expression within it.
func (c *clause) tense(d definition, dates []timex.Timex) (Tense, Span) {
	t := Present
	for i := d.from; i < d.to && t == Present; i++ {
		switch {
		case c.is(i, defineFormer):
			t = Former
		case c.is(i, defineComing):
			t = Coming
		}
	}
	start, end := c.words[d.from].Start, c.words[d.to-1].full
	k := sort.Search(len(dates), func(k int) bool { return dates[k].Start >= start })
	if k < len(dates) && dates[k].End <= end {
		return t, Span{dates[k].Start, dates[k].End}
	}
	return t, Span{}
}
