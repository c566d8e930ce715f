package timex

import "math/bits"

// phrases finds the time expressions among the tokens, in order. A text that is one
// date as a whole (typed, not read) may name what running text must show to be a date.
func (m *matcher) phrases(typed bool) []phrase {
	var out []phrase
	for i := 0; i < len(m.tokens); {
		t := &m.tokens[i]
		if t.id == 0 && t.class&rulebook.starts == 0 {
			i++
			continue
		}
		p := m.longest(i)
		switch {
		case p.to <= i:
			i++
		case p.kind == kNone:
			i = p.to
		case typed || m.isDate(&p):
			out = append(out, p)
			i = p.to
		default:
			i = max(i+1, p.from+1)
		}
	}
	return out
}

// longest is the longest phrase that a rule finds at token i.
func (m *matcher) longest(i int) phrase {
	var best phrase
	t := &m.tokens[i]
	try := func(rules []*compiled) {
		for _, c := range rules {
			if !m.mayMatch(c.items, i) {
				continue
			}
			p := phrase{from: -1, clock: -1, kind: c.kind, unit: c.unit, value: c.value, sign: c.n}
			if m.match(c.items, i, &p) && p.to > best.to {
				p.counted = (p.kind == kOffset || p.kind == kLater) && p.sign != 0 && c.unit == noUnit
				best = p
			}
		}
	}
	if t.id != 0 {
		try(rulebook.byWord[t.id])
	}
	for c := t.class & rulebook.starts; c != 0; c &= c - 1 {
		try(rulebook.byClass[bits.TrailingZeros64(uint64(c))])
	}
	best.settle()
	return best
}

// mayMatch looks ahead: most rules that begin at token i end at the next one.
func (m *matcher) mayMatch(items []item, i int) bool {
	if len(items) < 2 || items[0].not || items[0].what == numSlot || items[0].what == yearSlot || items[1].not || items[1].optional {
		return true
	}
	return i+1 < len(m.tokens) && items[1].takes(&m.tokens[i+1])
}

// settle moves what the rule or a number says of the time of day to its field.
func (p *phrase) settle() {
	switch {
	case p.kind == kClock && p.clock < 0 && p.part == "" && p.n > 0: // "nine o'clock"
		p.clock = 60 * (p.n % 24)
	case p.kind == kClock && p.clock < 0 && p.part == "": // "noon"
		p.clock = p.sign
	case p.kind == kOffset && p.value != unknown && p.value != "": // "tonight"
		p.part = p.value
	}
}
