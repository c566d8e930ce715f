package timex

import "slices"

// isDate looks at what stands around a phrase that could be something else.
func (m *matcher) isDate(p *phrase) bool {
	switch p.kind {
	case kDuration:
		return !m.isTitle(p)
	case kOffset, kRef:
		return !m.isName(p)
	case kClock:
		return p.clock <= 24*60
	case kCalendar:
		return m.isCalendar(p)
	}
	return true
}

// isCalendar looks at what stands around a place in the calendar.
func (m *matcher) isCalendar(p *phrase) bool {
	figures := m.class(p.from)&cNumeric != 0
	switch {
	case figures && p.day == 0 && p.month == p.year%100+1:
		p.unit, p.month = year, 0 // a season, "2010-11"
	case figures && p.year == 0: // "1/21", not "6 3/16"
		return m.class(p.from-1)&(cIn|cWeekday|cWeekAbbr) != 0
	case p.unit == decade:
		return m.isDecade(p)
	case p.value == isHoliday:
		return m.id(p.from) == wordYear || m.class(p.from)&cLower == 0 || p.shifted || m.id(p.from) == wordThe
	case p.to-p.from == 1 && p.unit == year:
		return m.isYear(p)
	case p.to-p.from == 1 && p.unit == month && p.month > 0 && p.year == 0:
		return m.isMonth(p)
	}
	return true
}

// isTitle tells the programme "60 Minutes" from a length of time.
func (m *matcher) isTitle(p *phrase) bool {
	if m.class(p.to-1)&cUpper == 0 {
		return false
	}
	if p.to-p.from > 1 {
		return m.class(p.from)&cUpper == 0
	}
	return p.from > 0 && !m.sentenceEnd(p.from-1)
}

// isDecade tells "the nineties" and "the late 90s" from ages: "in her late seventies".
func (m *matcher) isDecade(p *phrase) bool {
	last := m.tokens[p.to-1]
	if w := m.text[last.start:last.end]; len(w) > 3 && !isLetter(w[0]) || w[0] == '\'' || w[0] >= 0x80 {
		return true // in full, or with an apostrophe
	}
	i := p.from
	for m.id(i) != wordThe && i > 0 && i > p.from-4 && (i == p.from || slices.Contains(beforeDecades, m.id(i))) {
		i--
	}
	return m.id(i) == wordThe
}

// isName tells "USA Today" and "This Week" from the words without capitals.
func (m *matcher) isName(p *phrase) bool {
	upper := true
	for i := p.from; i < p.to; i++ {
		upper = upper && m.class(i)&cUpper != 0
	}
	if !upper || p.from == 0 || m.tokens[p.from].gap == 2 || m.sentenceEnd(p.from-1) {
		return false
	}
	return p.to-p.from > 1 || m.class(p.from-1)&cUpper != 0 && m.tokens[p.from].gap == 1
}

// isYear tells a year from any other number of four digits.
func (m *matcher) isYear(p *phrase) bool {
	i := p.from
	before, after := m.class(i-1), m.class(i+1)
	in := before&cIn != 0
	switch {
	case i > 0 && m.tokens[i].gap == 1 && before&cUpper != 0 && m.id(i-1) == 0 && before&(cIn|cMonth|cMonthAbbr|cWeekday) == 0 && !m.startsSentence(i-1):
		return false // "Boeing 2020"
	case m.id(i-1) == wordHyphen && m.tokens[i].gap == 0 && m.class(i-2)&cDigits != 0 && m.class(i-2)&cYear == 0:
		return false // "555-2020"
	case before&(cMoney|cMaker) != 0 || after&cMaker != 0 || m.tokens[i].class&cShort != 0 && !in:
		return false
	case i+1 < len(m.tokens) && m.tokens[i+1].gap == 0 && after&(cLower|cUpper) != 0:
		return false
	case after&(cUnits|cNumber) != 0 && after&cYear == 0 && m.tokens[i+1].gap < 2:
		return false
	case after&cPlural != 0 && !in && m.id(i-1) != wordThe:
		return false
	case p.year < 1900 || p.year > 2100:
		return in && p.year >= 1000 && after&(cLower|cPlural) != cLower|cPlural
	case before&(cNumber|cDigits) != 0 && m.tokens[i].gap == 1:
		return false
	}
	return true
}

// nameMonths are the months that are also names or verbs.
var nameMonths = []int{3, 4, 5, 6, 8}

// isMonth tells a month from a name or a verb that is spelt alike.
func (m *matcher) isMonth(p *phrase) bool {
	i := p.from
	if !slices.Contains(nameMonths, p.month) {
		return true
	}
	before, after := m.class(i-1), m.class(i+1)
	switch {
	case before&(cIn|cShift|cMonth) != 0:
		return true
	case m.id(i-1) == wordThe && after&cLower != 0:
		return true
	case p.month == 5 || p.month == 3: // "May", "March" need a sign
		return m.id(i+1) == wordPoss && i > 0 && before&cLower != 0
	}
	upper := i > 0 && before&cUpper != 0 || after&cUpper != 0 && m.tokens[i+1].gap == 1
	return !upper
}
