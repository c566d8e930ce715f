package bot

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"storybot/corpus"
	"storybot/corpus/timex"
	"storybot/index"
)

const (
	aside     = 0.41 // rating below which a date belongs to something that a sentence tells by the way
	voteScale = 3.0  // before the logarithm, so that one vote counts
	minWords  = 5
	minTold   = 2 // words beside the dates
	maxWords  = 60
	notMain   = 0.8  // what a date costs a sentence whose main event it surely does not carry
	alike     = 0.6  // cosine above which sentences of one date tell of the same event
	sharper   = 0.25 // cosine above which a date within a period tells of the same event
	repeated  = 0.75 // cosine above which a sentence says nothing new beside a chosen one
)

// date is a candidate of a timeline: a day, a month, a season … with what tells of it.
type date struct {
	timex.Timex
	events []event
	score  float64
}

// days returns every date in the bounds that the story tells of, the most written of
// first.
func (s *story) days(from, until time.Time) []date {
	byValue := map[string]*date{}
	at := func(t timex.Timex) *date {
		d, ok := byValue[t.Value]
		if !ok {
			d = &date{Timex: t}
			byValue[t.Value] = d
		}
		return d
	}
	for _, l := range s.lines {
		if l.near == 0 {
			continue
		}
		for _, v := range l.events {
			e := event{line: l, date: dateOf(l.reading, v), main: v.Main, lead: v.Date < 0}
			if e.lead && opensWeakly(l.tokens) || v.Main < aside && !s.owns(l, v) || !within(e.date, from, until) {
				continue
			}
			d := at(e.date)
			d.events = append(d.events, e)
		}
	}
	all := make([]date, 0, len(byValue))
	for _, d := range byValue {
		d.score = s.weight(d)
		all = append(all, *d)
	}
	slices.SortFunc(all, func(a, b date) int {
		return cmp.Or(cmp.Compare(b.score, a.score), a.Begin.Compare(b.Begin), cmp.Compare(a.Value, b.Value))
	})
	return all
}

// owns says whether a date in a clause told by the way is the topic's: its name is the
// last before the date, as in "ChatGPT, a chatbot that was released in 2022".
func (s *story) owns(l *line, v corpus.Event) bool {
	if v.Date < 0 {
		return false
	}
	last := ""
	for _, m := range mentionsIn(l.sentence) {
		if m.End <= l.reading.Dates[v.Date].Start {
			last = m.Name
		}
	}
	return slices.Contains(s.names, last)
}

// calendar drops the time of day: a timeline tells of days and longer periods.
func calendar(t timex.Timex) timex.Timex {
	if day, _, ok := strings.Cut(t.Value, "T"); ok {
		t.Value, t.Precision, t.Type = day, timex.Day, timex.Date
	}
	return t
}

func within(t timex.Timex, from, until time.Time) bool {
	return (until.IsZero() || t.Begin.Before(until)) && (from.IsZero() || t.Until.After(from))
}

// dateOf returns the date of an event: a calendar date of the text, or the day of
// publication.
func dateOf(r *corpus.Reading, v corpus.Event) timex.Timex {
	if v.Date >= 0 {
		return calendar(r.Dates[v.Date])
	}
	day := r.Published
	return timex.Timex{Type: timex.Date, Value: day.Format(time.DateOnly), Begin: day, Until: day.AddDate(0, 0, 1),
		Precision: timex.Day, How: timex.Published}
}

// weight returns S(d) = ln(1+P) + ½ ln(1+M) + ½ ln(1+R), where P sums the closeness of
// the articles that were published then, M that of the articles that mention the date,
// and R that of those among them that were published later. A sentence that several have
// counts for the first of them: a copy is no further voice.
func (s *story) weight(d *date) float64 {
	published := map[int]bool{}
	mention := map[int]float64{}
	first := make(map[uint64]int, len(d.events))
	for _, e := range d.events {
		if by, said := first[e.words]; said && by != e.article {
			continue
		}
		first[e.words] = e.article
		if e.lead {
			published[e.article] = true
		} else {
			mention[e.article] = max(mention[e.article], e.close*e.main)
		}
	}
	var p, m, r float64
	for _, a := range sorted(published) {
		p += s.leads[a]
	}
	for _, a := range sorted(mention) {
		m += mention[a]
		if !s.pool.readings[a].Published.Before(d.Until) || s.pool.readings[a].Published.IsZero() {
			r += mention[a]
		}
	}
	return finer(d) * (math.Log1p(voteScale*p) + math.Log1p(voteScale*m)/2 + math.Log1p(voteScale*r)/2)
}

// finer returns what the precision of a date leaves of its weight: readers look for days,
// and a long period that was counted from another date says less than one that is told.
func finer(d *date) float64 {
	switch d.Precision {
	case timex.Day:
		return 1
	case timex.Week, timex.Weekend, timex.Month:
		return 0.8
	}
	if d.How != timex.Explicit {
		return 0.4
	}
	return 0.6
}

// sorted returns the keys in order, so that sums do not depend on map order.
func sorted[V any](m map[int]V) []int {
	keys := make([]int, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// choose takes the best dates that have a sentence worth quoting, with at most each
// sentences a date, and returns them in order of time. Of a period and a date within it
// that tell of the same, the finer one stays.
func (s *story) choose(days []date, most, each int) []event {
	var chosen []event
	taken := map[string]bool{}
	for _, d := range days {
		if len(taken) == most {
			break
		}
		for _, e := range s.pick(d, chosen, each) {
			if slices.ContainsFunc(chosen, func(c event) bool { return c.sharpens(e) }) {
				continue
			}
			chosen = append(slices.DeleteFunc(chosen, func(c event) bool { return e.sharpens(c) }), e)
		}
		clear(taken)
		for _, e := range chosen {
			taken[e.date.Value] = true
		}
	}
	inOrder(chosen)
	return chosen
}

// sharpens says whether an event tells of the same as another one that has only a longer
// period around its date.
func (e event) sharpens(c event) bool {
	longer := c.date.Until.Sub(c.date.Begin) > e.date.Until.Sub(e.date.Begin)
	return longer && !e.date.Begin.Before(c.date.Begin) && !e.date.Until.After(c.date.Until) && c.vector.dot(e.vector) > sharper
}

// pick returns the sentences that tell a date best and differ from what is chosen.
func (s *story) pick(d date, chosen []event, each int) []event {
	var sum accumulator
	for _, e := range d.events {
		w := 2.0
		if e.lead {
			w = 1
		}
		sum.add(e.vector, w)
	}
	centroid := sum.top(centroidTerms)
	pool := slices.Clone(d.events)
	for i := range pool {
		pool[i].score = s.rate(pool[i], centroid)
	}
	slices.SortStableFunc(pool, func(a, b event) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.reading.ID, b.reading.ID), cmp.Compare(a.Start, b.Start))
	})
	var picked []event
	for _, e := range pool {
		i, near := nearest(e, picked)
		if near <= repeated && len(picked) < each && quotable(e) {
			if _, near := nearest(e, chosen); near <= repeated {
				picked = append(picked, e)
				continue
			}
		}
		if near > alike && e.article != picked[i].article {
			picked[i].alike = append(picked[i].alike, e)
		}
	}
	return picked
}

// nearest returns the event whose words come nearest to those of e, and the cosine; -1
// and 0 where there is none.
func nearest(e event, events []event) (at int, cosine float64) {
	at = -1
	for i, c := range events {
		if x := c.vector.dot(e.vector); x > cosine {
			at, cosine = i, x
		}
	}
	return at, cosine
}

// rate scores a sentence for a date.
func (s *story) rate(e event, centroid vector) float64 {
	score := centroid.dot(e.vector)*e.near + e.close + .3*e.share + 2*s.leads[e.article] + .2*min(1, float64(len(e.tokens))/25)
	score -= notMain * (1 - e.main)
	if hasPerson(e.tokens) {
		score -= .25
	}
	if strings.ContainsAny(e.text(), "\"“”") {
		score -= .25
	}
	if slices.ContainsFunc(e.events, func(v corpus.Event) bool { return dateOf(e.reading, v).Value != e.date.Value }) {
		score -= .25
	}
	if opensWeakly(e.tokens) {
		score -= .25
	}
	if hasFurniture(e.text()) {
		score -= .25
	}
	return score
}

// hasFurniture says whether something of the page around an article has run into its
// text: when it was updated, or the bars between the items of a list.
func hasFurniture(text string) bool {
	low := strings.ToLower(text)
	return strings.Contains(low, "last updated") || strings.Contains(text, " | ")
}

// quotable says whether a sentence can stand alone: whole, neither a stump nor a
// paragraph, and telling something beside its dates.
func quotable(e event) bool {
	return len(e.tokens) >= minWords && len(e.tokens) <= maxWords && endsWhole(e.text()) && e.tells() >= minTold
}

// tells counts the words of a sentence that mean something and are no part of a date.
func (e event) tells() int {
	n := 0
	for _, t := range e.tokens {
		dated := slices.ContainsFunc(e.events, func(v corpus.Event) bool {
			return v.Date >= 0 && e.reading.Dates[v.Date].Start <= t.Start && t.End <= e.reading.Dates[v.Date].End
		})
		if t.Stem != "" && !dated && !slices.Contains(vagueWords, t.Word) {
			n++
		}
	}
	return n
}

// vagueWords tell nothing by themselves.
var vagueWords = []string{"more", "much", "most", "many", "so", "too", "again", "also", "then", "now", "later", "told", "said", "says", "happened", "changed"}

// hasPerson says whether someone speaks or is spoken to.
func hasPerson(tokens []index.Token) bool {
	return slices.ContainsFunc(tokens, func(t index.Token) bool {
		return slices.Contains([]string{"i", "we", "you", "my", "our", "your", "us", "me"}, t.Word)
	})
}
