package corpus

import (
	"sort"
	"strings"

	"storybot/corpus/timex"
)

// Tense says whether a role is held when the sentence is written.
type Tense uint8

// The tenses of a role.
const (
	Present Tense = iota // held, or not said to be otherwise
	Former               // held once: "the former chief executive", "mayor until 2018"
	Coming               // to be held: "the president-elect", "will become mayor"
)

// String returns the tense in one lower case word.
func (t Tense) String() string { return [...]string{"present", "former", "coming"}[t] }

// tense returns when the phrase holds, and the time in the sentence that bounds it.
func (c *clause) tense(d definition, dates []timex.Timex) (Tense, Span) {
	when, ended := c.bound(d, dates)
	if t := c.markedTense(d); t != Present {
		return t, when
	}
	from, to := c.verbs(d)
	held := c.verbTense(from, to, when != (Span{}))
	ended = ended && !(from < to && c.any(from, to, defineHolding))
	effective := c.is(d.to, defineEffective) || c.is(d.to+1, defineEffective) || c.any(d.from, d.to, defineEffective)
	switch {
	case held == Present && from < to && effective:
		held = Coming
	case held == Present && (ended || c.is(c.a-1, defineDead)):
		held = Former
	}
	return held, when
}

// any says whether one of the words from i to end is in set.
func (c *clause) any(i, end int, set map[string]bool) bool {
	for ; i < end; i++ {
		if c.is(i, set) {
			return true
		}
	}
	return false
}

// markedTense returns the tense that a word before the noun of the phrase, or the noun
// itself, tells: "former", "ex-", "incoming", "-elect".
func (c *clause) markedTense(d definition) Tense {
	end := c.head(d.from, d.to) + 1
	if end == 0 || c.is(d.from, defineRelatives) {
		return Present
	}
	if c.sign(end, "-") {
		end += 2
	}
	from := d.from
	for c.is(from-1, defineAdverbs) {
		from--
	}
	for i := from; i < min(end, len(c.low)); i++ {
		s := c.low[i]
		switch {
		case i < end-1 && c.is(i, defineFormer) || strings.HasPrefix(s, "ex-") || strings.HasPrefix(s, "then-"):
			return Former
		case i < end-1 && c.is(i, defineComing) || c.is(i, defineNominee) || strings.HasSuffix(s, "-elect") || strings.HasSuffix(s, "-designate"):
			return Coming
		}
	}
	return Present
}

// verbs returns the words that say how the name came by its phrase: those between the two
// ("was named"), or the first of a relative clause ("who was").
func (c *clause) verbs(d definition) (from, to int) {
	if c.is(d.from, defineRelatives) {
		return d.from + 1, min(d.to, d.from+6)
	}
	if d.verb > 0 {
		return d.verb, d.from
	}
	return 0, 0
}

// verbTense returns the tense that the verbs from i to end give a role; dated says that
// the sentence bounds it by a time.
func (c *clause) verbTense(i, end int, dated bool) Tense {
	switch {
	case c.any(i, end, defineLeaving) && !c.future(i, end):
		return Former
	case c.is(i-1, defineRelatives) && !c.rolesAt(i, end+defineNear):
		return Present
	case c.future(i, end):
		return Coming
	case c.any(i, end, defineWas) && c.any(i, end, defineOnce),
		c.sign(i, "used") && c.sign(i+1, "to"), c.any(i, end, defineServed) && !c.any(i, end, defineHave), c.sign(i, "had") && c.sign(i+1, "been"),
		c.any(i, end, defineReplaced) && c.any(i, end, defineBy):
		return Former
	case c.any(i, end, defineNamed):
		return Present
	case dated && c.any(i, end, defineWas):
		return Former
	}
	return Present
}

// future says whether the verbs from i to end speak of what is to come: "will become", "is set
// to become", "was nominated".
func (c *clause) future(i, end int) bool {
	for k := i; k < end; k++ {
		switch {
		case c.is(k, defineFuture),
			c.is(k, defineDue) && c.sign(k+1, "to"),
			c.sign(k, "nominated") && (c.is(k-1, defineCopulas) || !c.is(i-1, defineRelatives)):
			return true
		}
	}
	return false
}

// defineNear is how many words behind the verb of a relative clause the noun of a role may
// stand.
const defineNear = 4

// rolesAt says whether the noun of a role, in lower case, is one of the words from i to end.
func (c *clause) rolesAt(i, end int) bool {
	for ; i < min(end, len(c.words)); i++ {
		if c.roleAt(i) && c.words[i].look == lowerCase && c.tagged(i, "NN") {
			return true
		}
	}
	return false
}

// bound returns the time that bounds a phrase, with the word that binds it: "until 2018",
// "from 2015 to 2018". Ended says that the time is one at which the role was over.
func (c *clause) bound(d definition, dates []timex.Timex) (when Span, ended bool) {
	from, to := c.words[d.from].Start, c.words[d.to-1].full
	if d.verb > 0 {
		from = c.words[d.verb].Start
	}
	k := firstDate(dates, from, to)
	if k < 0 && d.verb > 0 && !c.any(0, c.a, defineRelatives) { // "In 2018, NAME became mayor"
		k = firstDate(dates, c.words[0].Start, c.words[c.a].Start)
	}
	if k < 0 && d.verb > 0 && c.sign(d.to, ",") && c.is(d.to+1, defineEffective) { // "was named mayor, effective on Monday"
		k = firstDate(dates, to, c.words[len(c.words)-1].full)
	}
	if k < 0 || c.tellsOther(d, dates[k]) {
		return Span{}, false
	}
	return c.binding(dates, k)
}

// tellsOther says whether a time in the phrase is that of something that the phrase tells
// behind its noun: "the doctor charged over a death in June 2009".
func (c *clause) tellsOther(d definition, t timex.Timex) bool {
	first, h := c.wordAt(t.Start), c.head(d.from, d.to)
	if d.verb > 0 || h < 0 || first > d.to || c.is(d.from, defineRelatives) || c.is(first-1, defineUntil) || c.sign(first-1, "since") {
		return false
	}
	for i := h + 1; i < first; i++ {
		if c.tagged(i, "VB") && c.words[i].look == lowerCase {
			return true
		}
	}
	return false
}

// firstDate returns the index of the first of dates, one in a calendar, that lies between the bytes from and to; or -1.
func firstDate(dates []timex.Timex, from, to int) int {
	k := sort.Search(len(dates), func(k int) bool { return dates[k].Start >= from })
	for ; k < len(dates) && dates[k].End <= to; k++ {
		if dates[k].Type == timex.Date && !strings.HasSuffix(dates[k].Value, "_REF") {
			return k
		}
	}
	return -1
}

// binding returns dates[k] with the words before it that bind it, and with the date that
// it runs to.
func (c *clause) binding(dates []timex.Timex, k int) (when Span, ended bool) {
	first := c.wordAt(dates[k].Start)
	when = Span{dates[k].Start, dates[k].End}
	if c.is(first-1, defineTimes) {
		when.Start = c.words[first-1].Start
	}
	ended = c.is(first-1, defineUntil)
	for i := first - 1; i > 0 && i > first-6 && !c.closed(i) && !ended; i-- { // "until her death in 1975"
		if c.is(i, defineUntil) {
			when.Start, ended = c.words[i].Start, true
		}
	}
	if k+1 < len(dates) {
		next := c.wordAt(dates[k+1].Start)
		gap := strings.TrimSpace(c.text[dates[k].End:dates[k+1].Start])
		if next < len(c.words) && defineRange[gap] && (gap != "and" || c.sign(first-1, "between")) {
			when.End = dates[k+1].End
			ended = !defineToday[strings.ToLower(c.text[dates[k+1].Start:dates[k+1].End])]
		}
	}
	return when, ended
}

// wordAt returns the index of the first word that ends behind byte at.
func (c *clause) wordAt(at int) int {
	return sort.Search(len(c.words), func(i int) bool { return c.words[i].full > at })
}
