package timex

import "slices"

// dayish says whether the phrase is one day: a date, a weekday, "yesterday".
func (p *phrase) dayish() bool {
	return (p.kind == kCalendar || p.kind == kOffset) && p.unit == day
}

// join makes one phrase of neighbours that are one expression: "noon" "Thursday",
// "Friday" "," "Oct. 23", "Sunday" "night"; and splits "June 3-5".
func (m *matcher) join(in []phrase) []phrase {
	var out []phrase
	for _, p := range in {
		if n := len(out); n > 0 && p.from >= out[n-1].to && m.merge(&out[n-1], &p) {
			m.partOfDay(&out[n-1])
			continue
		} else if n > 0 && p.from < out[n-1].to {
			continue
		}
		m.partOfDay(&p)
		out = append(out, p)
		out = m.yearRange(m.dayRange(out))
	}
	m.shareYears(out)
	return out
}

// merge takes b into a where they are one expression.
func (m *matcher) merge(a, b *phrase) bool {
	between := b.from - a.to
	if between > 1 || m.tokens[b.from].gap == 2 || between == 1 && m.tokens[a.to].gap == 2 {
		return false
	}
	link := uint16(0) // the word between them
	if between == 1 {
		if link = m.id(a.to); link == 0 {
			return false
		}
	}
	comma := link == 0 || link == wordComma
	switch {
	case a.onlyWeekday() && b.kind == kCalendar && b.unit == day && b.weekday == 0 && comma:
		b.weekday, b.shift, b.shifted, b.clock, b.part = a.weekday, a.shift, a.shifted, a.clock, a.part
		b.from = a.from
		*a = *b
	case a.kind == kClock && b.dayish() && b.clock < 0 && (comma || link == wordOn):
		b.clock, b.from = a.clock, a.from
		if a.part != "" {
			b.part = a.part
		}
		*a = *b
	case a.dayish() && b.kind == kClock && a.clock < 0 && leadsToClock(link, b):
		a.clock, a.to = b.clock, b.to
		if b.part != "" {
			a.part = b.part
		}
	case between == 0 && a.kind == kOffset && a.counted && a.unit == year && !a.vague && b.kind == kOffset && b.unit == month && b.shifted && b.shift == 0:
		b.n, b.sign, b.shifted, b.counted = 12*max(1, a.n), sign(a.sign), false, true // "a year ago this month"
		b.from = a.from
		*a = *b
	default:
		return false
	}
	return true
}

// leadsToClock says whether the word between a day and a time of day, if any, makes one
// expression of them.
func leadsToClock(link uint16, clock *phrase) bool {
	return link == 0 || link == wordAt || link == wordAround || link == wordComma && clock.clock >= 0
}

// onlyWeekday says whether nothing but a weekday is told.
func (p *phrase) onlyWeekday() bool {
	return p.kind == kCalendar && p.weekday > 0 && p.month == 0
}

// partOfDay takes the part of the day that follows a day: "Friday night".
func (m *matcher) partOfDay(p *phrase) {
	if !p.dayish() || p.part != "" || m.class(p.to)&cPart == 0 || m.tokens[p.to].gap != 1 {
		return
	}
	p.part = partNames[m.tokens[p.to].part]
	p.to++
}

// dayRange adds the second day of "June 3-5" and gives both the year that follows.
func (m *matcher) dayRange(out []phrase) []phrase {
	p := &out[len(out)-1]
	if p.kind != kCalendar || p.month == 0 || p.day == 0 || p.to-p.from > 2 || m.class(p.to-1)&cDigits == 0 {
		return out
	}
	link, t := m.id(p.to), m.class(p.to+1)
	if link != wordHyphen && link != wordTo && link != wordAnd && link != wordThrough || t&cDigits == 0 {
		return out
	}
	d := int(m.tokens[p.to+1].num)
	if d <= p.day || d > 31 || m.class(p.to+2)&(cUnits|cPlural|cNumber) != 0 {
		return out
	}
	q := *p
	q.from, q.to, q.day = p.to+1, p.to+2, d
	if m.id(q.to) == wordComma && m.class(q.to+1)&cYear != 0 {
		q.year = int(m.tokens[q.to+1].num)
		p.year = q.year
		q.to += 2
	}
	return append(out, q)
}

// yearRange adds the second year of "2015-18".
func (m *matcher) yearRange(out []phrase) []phrase {
	p := &out[len(out)-1]
	if p.kind != kCalendar || p.unit != year || p.to-p.from != 1 || m.id(p.to) != wordHyphen || m.class(p.to+1)&cDigits == 0 {
		return out
	}
	t := &m.tokens[p.to+1]
	n := p.year/100*100 + int(t.num)
	if m.tokens[p.to].gap != 0 || t.gap != 0 || t.end-t.start != 2 || n <= p.year {
		return out
	}
	q := *p
	q.from, q.to, q.year = p.to+1, p.to+2, n
	return append(out, q)
}

// shareYears gives "March" the year of "between March and May 2024", and the months of
// "left in March and came back in June 2024" theirs, which are then inferred.
func (m *matcher) shareYears(ps []phrase) {
	for i := len(ps) - 2; i >= 0; i-- {
		p, q := &ps[i], &ps[i+1]
		if p.kind != kCalendar || q.kind != kCalendar || p.month == 0 || p.year != 0 || q.month == 0 || q.year == 0 || p.shifted {
			continue
		}
		l := m.id(p.to)
		switch {
		case q.from == p.to+1 && (l == wordHyphen || l == wordTo || l == wordAnd || l == wordThrough || l == wordOr):
			p.year, p.inferred = q.year, q.inferred
			if p.month > q.month {
				p.year--
			}
		case p.month < q.month && m.inOneClause(p.to, q.from):
			p.year, p.inferred = q.year, true
		}
	}
}

// clauseWindow is how many tokens apart dates of one list of events stand at most.
const clauseWindow = 15

// inOneClause says whether nothing between two tokens starts another sentence or a
// clause of its own.
func (m *matcher) inOneClause(from, to int) bool {
	if to-from > clauseWindow || m.sentenceBetween(from, to) {
		return false
	}
	for i := from; i < to; i++ {
		if id := m.id(i); id != 0 && slices.Contains(clauseWords, id) {
			return false
		}
	}
	return true
}

// widen takes in the words beside the phrase that belong to it: "early", "more than".
func (m *matcher) widen(p *phrase, low, high int) {
	calendar := p.kind == kCalendar || p.kind == kOffset || p.kind == kSame || p.kind == kClock
	for again := true; again; {
		again = false
		for i := range wider {
			w := &wider[i]
			if !(w.calendar && calendar || w.length && (p.kind == kDuration || p.counted) && (w.behind || m.id(p.from) != wordThe)) {
				continue
			}
			n := len(w.ids)
			if !w.behind && p.from-n >= low && m.stand(p.from-n, w.ids) && m.tokens[p.from].gap < 2 {
				p.from -= n
				again = true
			}
			if w.behind && p.to+n <= high && m.stand(p.to, w.ids) {
				p.to += n
				again = true
			}
		}
	}
}

// stand says whether the words stand at token i.
func (m *matcher) stand(i int, ids []uint16) bool {
	for k, id := range ids {
		if m.tokens[i+k].id != id || k > 0 && m.tokens[i+k].gap == 2 {
			return false
		}
	}
	return true
}
