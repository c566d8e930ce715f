package timex

import (
	"math/bits"
	"strings"
)

// The tables, read once: nothing writes to them.
var (
	lexicon  = buildLexicon(literals())
	rulebook = compile(rules, lexicon)
	wider    = read(widenings)
)

// Words that the code looks for.
var (
	wordHyphen = lexicon["-"].id
	wordSlash  = lexicon["/"].id
	wordPoss   = lexicon["'s"].id
	wordComma  = lexicon[","].id
	wordStop   = lexicon["."].id
	wordOf     = lexicon["of"].id
	wordUntil  = lexicon["until"].id
	wordYear   = lexicon["year"].id
	wordAs     = lexicon["as"].id
	wordEarly  = lexicon["early"].id
	wordSoon   = lexicon["soon"].id
	wordBy     = lexicon["by"].id
	wordTo     = lexicon["to"].id
	wordOr     = lexicon["or"].id
	wordAnd    = lexicon["and"].id
	wordA      = lexicon["a"].id
	wordHalf   = lexicon["half"].id
	wordThe    = lexicon["the"].id
	wordOn     = lexicon["on"].id
	wordAt     = lexicon["at"].id

	wordAround  = lexicon["around"].id
	wordThrough = lexicon["through"].id
)

// beforeAdjectives are words after which a word in "-ed" is an adjective.
var beforeAdjectives = ids("is are be a an the its his their her my your our still")

// beforeDecades are words that stand between "the" and a decade.
var beforeDecades = ids("early mid late -")

// clauseWords start a clause that may tell of another time.
var clauseWords = ids("that who which since after before when while ; ( )")

// beforePlans are words after which "to" speaks of the future: "is to meet".
var beforePlans = ids("is are plan plans hope hopes intend intends aims wants")

// ids looks up words.
func ids(words string) []uint16 {
	var out []uint16
	for _, w := range strings.Fields(words) {
		out = append(out, lexicon[w].id)
	}
	return out
}

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
