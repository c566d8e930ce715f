package timex

import "strings"

// item is one place of a pattern.
type item struct {
	class    class
	ids      []uint16
	what     slot
	optional bool
	context  bool
	not      bool
}

// slot says which field of a phrase an item fills.
type slot uint8

const (
	noSlot slot = iota
	numSlot
	yearSlot
	dayDigits
	classSlot
)

// slots are the names in patterns.
var slots = map[string]struct {
	class class
	what  slot
}{
	"NUM": {cNumber | cVague | cGrouped, numSlot}, "YEAR": {cYear | cNumber, yearSlot},
	"DAY": {cDigits | cOrdinal, dayDigits}, "MONTH": {cMonth, classSlot}, "MABBR": {cMonthAbbr, classSlot},
	"WDAY": {cWeekday, classSlot}, "WABBR": {cWeekAbbr, classSlot}, "WDAYS": {cWeekdays, classSlot},
	"SEASON": {cSeason, classSlot}, "ORD": {cOrdinal, classSlot}, "UNIT": {cUnit, classSlot}, "UNITS": {cUnits, classSlot},
	"PART": {cPart, classSlot}, "CLOCK": {cClock, classSlot}, "AMPM": {cHalfDay, classSlot}, "DATE": {cNumeric, classSlot},
	"DECADE": {cDecade, classSlot}, "QNO": {cQuarterNo, classSlot}, "SHIFT": {cShift, classSlot},
	"MONEY": {cMoney, noSlot}, "ZONE": {cZone, noSlot}, "IN": {cIn, noSlot}, "HOUR": {cDigits, classSlot},
	"PLURAL": {cPlural, noSlot}, "WORD": {cLower | cUpper, noSlot}, "NUMBER": {cNumber | cGrouped, noSlot},
}

// compiled is a rule with its pattern read.
type compiled struct {
	rule
	items []item
}

// grammar holds the rules by the tokens that can begin them.
type grammar struct {
	byWord  map[uint16][]*compiled
	byClass [64][]*compiled
	starts  class // the classes that begin a rule
}

// literals are the words that the rules and the tables around them name, in order.
func literals() []string {
	seen := map[string]bool{}
	var out []string
	add := func(pattern string) {
		for _, f := range strings.Fields(pattern) {
			for _, w := range strings.Split(strings.Trim(f, "<>!?"), "|") {
				if w != "" && strings.ToLower(w) == w && !seen[w] {
					seen[w] = true
					out = append(out, w)
				}
			}
		}
	}
	for _, r := range rules {
		add(r.pattern)
	}
	for _, w := range widenings {
		add(w.words)
	}
	add(otherWords)
	return out
}

// compile reads the rules into a grammar.
func compile(rows []rule, lex map[string]entry) *grammar {
	g := &grammar{byWord: map[uint16][]*compiled{}}
	for _, r := range rows {
		g.add(r, parseItems(r.pattern, lex))
	}
	return g
}

// add files a rule under what can begin it; a pattern that begins with an optional item
// is filed with and without it.
func (g *grammar) add(r rule, items []item) {
	first := items[0]
	if first.optional {
		g.add(r, items[1:])
		items = append([]item{}, items...)
		items[0].optional = false
	}
	c := &compiled{r, items}
	for _, id := range first.ids {
		g.byWord[id] = append(g.byWord[id], c)
	}
	for b := range g.byClass {
		if first.class&(1<<b) != 0 {
			g.byClass[b] = append(g.byClass[b], c)
			g.starts |= 1 << b
		}
	}
}

// parseItems reads a pattern. It panics on a name that is in no table, which the tests
// of the rules would show.
func parseItems(pattern string, lex map[string]entry) []item {
	var items []item
	for _, f := range strings.Fields(pattern) {
		var it item
		it.context = f[0] == '<' || f[0] == '>'
		it.not = strings.HasPrefix(f, ">!")
		it.optional = strings.HasSuffix(f, "?")
		for _, w := range strings.Split(strings.Trim(f, "<>!?"), "|") {
			if s, ok := slots[w]; ok {
				it.class |= s.class
				it.what = max(it.what, s.what)
				continue
			}
			e, ok := lex[w]
			if !ok || e.id == 0 {
				panic("timex: no such name in a pattern: " + w)
			}
			it.ids = append(it.ids, e.id)
		}
		items = append(items, it)
	}
	return items
}

// matcher matches patterns against tokens.
type matcher struct {
	text   string
	tokens []token
}

// match tries the items from token i on and fills the phrase.
func (m *matcher) match(items []item, i int, p *phrase) bool {
	if len(items) == 0 {
		return true
	}
	it := &items[0]
	if it.not {
		there := i < len(m.tokens) && m.tokens[i].gap < 2 && it.takes(&m.tokens[i])
		return !there && m.match(items[1:], i, p)
	}
	if n := m.take(it, i, p); n > 0 {
		before := *p
		p.fill(it, m, i, n)
		if m.match(items[1:], i+n, p) {
			return true
		}
		*p = before
	}
	return it.optional && m.match(items[1:], i, p)
}

// takes says whether the item matches the token by itself.
func (it *item) takes(t *token) bool {
	if t.class&it.class != 0 {
		return true
	}
	if t.id != 0 {
		for _, id := range it.ids {
			if id == t.id {
				return true
			}
		}
	}
	return false
}

// take says how many tokens from i on the item matches; nothing goes over a blank line.
func (m *matcher) take(it *item, i int, p *phrase) int {
	if i >= len(m.tokens) || (p.begun && m.tokens[i].gap == 2) || !it.takes(&m.tokens[i]) {
		return 0
	}
	t := &m.tokens[i]
	switch it.what {
	case numSlot:
		if t.class&(cNumber|cVague|cGrouped) == 0 {
			return 1
		}
		return m.quantity(i).tokens
	case yearSlot:
		_, n := m.year(i)
		return n
	case dayDigits:
		if t.num < 1 || t.num > 31 {
			return 0
		}
	}
	return 1
}

// id of a token, 0 past the ends.
func (m *matcher) id(i int) uint16 {
	if i < 0 || i >= len(m.tokens) {
		return 0
	}
	return m.tokens[i].id
}

// class of a token, 0 past the ends.
func (m *matcher) class(i int) class {
	if i < 0 || i >= len(m.tokens) {
		return 0
	}
	return m.tokens[i].class
}
