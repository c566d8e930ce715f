package timex

import "strings"

// kind says what a phrase names and so how it is resolved.
type kind uint8

const (
	kNone     kind = iota // a phrase that looks like a time and is none
	kCalendar             // a year, quarter, month, day: whatever of it is told
	kOffset               // some units from the day of publication
	kLater                // some units from what was told before
	kSame                 // the unit told before: "the quarter"
	kDuration             // a length of time
	kSet                  // a recurring time
	kRef                  // now, recently: the value stands in the rule
	kClock                // a time of some day
)

// phrase is what a rule has matched.
type phrase struct {
	from, to int // tokens, half open
	begun    bool
	kind     kind
	value    string // the value that the rule gives
	unit     unit   // the finest unit that is named
	n        int    // how many of the unit, 0 where no number is told
	sign     int    // the number of the rule: before -1, after 1, or how many
	vague    bool   // nobody knows how many
	half     bool   // and a half
	year     int    // 0 where none is told, as for month, day and ordinal
	month    int
	day      int
	ordinal  int
	weekday  int // 0 none, Sunday is 1
	season   int // 0 none, winter is 1
	shift    int // last -1, this 0, next 1
	shifted  bool
	inferred bool   // the year stands with another date of the sentence
	part     string // part of the day: "MO"
	counted  bool   // a number of units is told
	clock    int    // minutes of the day, -1 where none is told
}

// fill takes over what the item has matched at token i.
func (p *phrase) fill(it *item, m *matcher, i, n int) {
	p.begun = true
	if it.context {
		return
	}
	if p.from < 0 {
		p.from = i
	}
	if id := m.tokens[i].id; it.what != noSlot || id != wordComma && id != wordOf {
		p.to = i + n // a comma before a year that does not come is left out
	}
	switch it.what {
	case numSlot:
		if m.tokens[i].class&(cNumber|cVague|cGrouped) != 0 {
			q := m.quantity(i)
			p.n, p.vague, p.half = q.n, q.vague, q.half
		}
	case yearSlot:
		p.year, _ = m.year(i)
	case dayDigits:
		p.day = int(m.tokens[i].num)
	case classSlot:
		p.fillClass(&m.tokens[i], it.class)
	}
}

// fillClass takes over the number of a token by its class.
func (p *phrase) fillClass(t *token, c class) {
	n := int(t.num)
	switch c &= t.class; {
	case c&(cMonth|cMonthAbbr) != 0:
		p.month = n
	case c&(cWeekday|cWeekAbbr|cWeekdays) != 0:
		p.weekday = n + 1
	case c&cSeason != 0:
		p.season = n + 1
	case c&cOrdinal != 0:
		p.ordinal = n
	case c&cQuarterNo != 0:
		p.ordinal, p.unit = n, t.unit
	case c&(cUnit|cUnits) != 0:
		p.unit = t.unit
	case c&cPart != 0:
		p.part = partNames[t.part]
	case c&cClock != 0:
		p.clock = n
	case c&cDigits != 0:
		p.clock = 60 * n
		if n >= 100 { // "1430 GMT"
			p.clock = n/100*60 + n%100
		}
	case c&cHalfDay != 0:
		p.clock = (p.clock%720 + 720*n) % 1440
	case c&cDecade != 0:
		p.year, p.unit = n, decade
	case c&cShift != 0:
		p.shift, p.shifted = n, true
	case c&cNumeric != 0:
		p.year, p.month, p.day = n/10000, n/100%100, n%100
	}
}

// quantity is a number in words or figures.
type quantity struct {
	n           int
	vague, half bool
	tokens      int // how many it takes
}

// quantity reads the number at token i: "12", "twenty-four", "two hundred", "2 1/2",
// "two and a half", "several". Of a range it gives the lower end.
func (m *matcher) quantity(i int) quantity {
	t := &m.tokens[i]
	if t.class&cYear != 0 && t.class&cDigits != 0 && t.num >= 1900 && t.num <= 2100 && m.class(i+1)&cUnits == 0 {
		return quantity{} // "the 2023 season"
	}
	if t.class&cVague != 0 {
		return quantity{vague: true, tokens: 1}
	}
	q := quantity{n: int(t.num), tokens: 1}
	if t.class&cGrouped != 0 {
		q.half = strings.HasSuffix(m.text[t.start:t.end], ".5")
		return q
	}
	for {
		j := i + q.tokens
		if m.id(j) == wordHyphen && q.n >= 20 && q.n < 100 && m.tokens[j].gap == 0 {
			j++
		}
		if m.class(j)&cNumber == 0 || m.class(j)&cDigits != 0 || t.class&cYear != 0 {
			break
		}
		switch n := int(m.tokens[j].num); {
		case n >= 100 && q.n < n && q.n < 1e6:
			q.n *= n
		case n < 10 && q.n >= 20 && q.n < 100 && q.n%10 == 0, n < 100 && q.n >= 100 && q.n%100 == 0 && q.n < 1e8:
			q.n += n
		default:
			return m.fraction(q, i)
		}
		q.tokens = j + 1 - i
	}
	return m.fraction(q, i)
}

// fraction reads what may follow a number: "1/2", "and a half", "to three", "or four".
func (m *matcher) fraction(q quantity, i int) quantity {
	j := i + q.tokens
	switch {
	case m.class(j)&cDigits != 0 && m.tokens[j].num == 1 && m.id(j+1) == wordSlash && m.class(j+2)&cDigits != 0 && m.tokens[j+2].num == 2:
		q.half, q.tokens = true, q.tokens+3
	case m.id(j) == wordAnd && m.id(j+1) == wordA && m.id(j+2) == wordHalf:
		q.half, q.tokens = true, q.tokens+3
	case (m.id(j) == wordTo || m.id(j) == wordOr || m.id(j) == wordHyphen) && m.class(j+1)&cNumber != 0 && m.class(j+2)&(cUnits) != 0:
		q.tokens += 2
	}
	return q
}

// year reads the year at token i, in figures or in words, and how many tokens it takes.
func (m *matcher) year(i int) (int, int) {
	t := &m.tokens[i]
	n := int(t.num)
	switch {
	case t.class&cYear != 0:
		return n, 1
	case t.class&cDigits != 0 || t.class&cNumber == 0:
		return 0, 0
	case n == 2 && m.class(i+1)&cNumber != 0 && m.tokens[i+1].num == 1000:
		return m.thousands(i)
	case n < 17 || n > 20 || n == 20 && m.class(i+1)&cNumber != 0 && m.tokens[i+1].num < 10:
		return 0, 0
	case m.class(i+1)&cNumber == 0 || m.class(i+1)&cDigits != 0:
		return 0, 0
	}
	q := m.quantity(i + 1)
	if q.n < 10 || q.n > 99 || q.half {
		return 0, 0
	}
	return 100*n + q.n, 1 + q.tokens
}

// thousands reads "two thousand" and "two thousand (and) nine" as a year, unless what
// follows is counted by it.
func (m *matcher) thousands(i int) (int, int) {
	y, n := 2000, 2
	j := i + 2
	if m.id(j) == wordAnd {
		j++
	}
	if m.class(j)&cNumber != 0 && m.class(j)&cDigits == 0 && m.tokens[j].num < 100 {
		q := m.quantity(j)
		y, n = y+q.n, j+q.tokens-i
	}
	if y > 2099 || m.class(i+n)&(cUnits|cPlural|cNumber) != 0 {
		return 0, 0
	}
	return y, n
}
