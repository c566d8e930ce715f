package timex

import (
	"slices"
	"strings"
)

// futureWords put the dates that follow them after now, pastWords before.
const (
	futureWords = "will 'll shall would won planning planned expect expects expected schedule scheduled due upcoming intends intend hopes hope hoping likely deadline effective payable expire expires begins starts forthcoming tomorrow proposed might should must"
	pastWords   = "said was were had did has been went came met took gave made told saw began fell rose held left lost won sold paid sent shot found broke brought bought became rejected flew spoke wrote got grew hit led since ago tore wore bore drove rode ate beat bit blew built caught chose cut dealt drew drank fled fought forgot froze grabbed hung heard hid hurt kept knew laid lay lent meant ran rang sang sank sat shook shut slept spent stood stole struck swept swore taught thought threw understood woke wept withdrew"
)

// tenseWords adds the words that show tense to the lexicon.
func tenseWords(m map[string]entry) {
	for c, words := range map[class]string{cFuture: futureWords, cPast: pastWords} {
		for _, w := range strings.Fields(words) {
			e := m[w]
			e.class |= c
			m[w] = e
		}
	}
}

// closeBy is how many tokens before an expression a word stands that surely goes with it.
const closeBy = 3

// tenseWindow is how many tokens around an expression are looked at for its tense.
const tenseWindow = 20

// direction says whether the words around tokens from..to speak of the past (-1), of
// the future (1), or leave it open (0); the number is larger where the word is close by, 2, or next to it, 3. The nearest word before it in its sentence
// decides, then the nearest after it.
func (m *matcher) direction(from, to int) int {
	if m.id(from-1) == wordAs && (m.id(from-2) == wordEarly || m.id(from-2) == wordSoon) {
		return 1 // "as early as Tuesday"
	}
	for i := from - 1; i >= 0 && i >= from-tenseWindow; i-- {
		if m.sentenceEnd(i) {
			break
		}
		if d := m.tense(i); d != 0 {
			switch {
			case i == from-1 || i == from-2 && m.class(i+1)&cIn != 0 && m.id(i+1) != wordTo:
				return 3 * d
			case from-i <= closeBy:
				return 2 * d
			}
			return d
		}
	}
	for i := to; i < len(m.tokens) && i < to+tenseWindow; i++ {
		if d := m.tense(i); d != 0 {
			return d
		}
		if m.sentenceEnd(i) {
			break
		}
	}
	return 0
}

// tense of one token.
func (m *matcher) tense(i int) int {
	switch c := m.tokens[i].class; {
	case c&cFuture != 0:
		return 1
	case c&cPast != 0 && !m.adjective(i):
		return -1
	case m.id(i) == wordTo && m.id(i-1) != 0 && slices.Contains(beforePlans, m.id(i-1)):
		return 1
	}
	return 0
}

// sentenceBetween says whether a sentence ends between two tokens.
func (m *matcher) sentenceBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if m.sentenceEnd(i) {
			return true
		}
	}
	return false
}

// startsSentence says whether token i is the first of a sentence.
func (m *matcher) startsSentence(i int) bool {
	return i == 0 || m.tokens[i].gap == 2 || m.sentenceEnd(i-1)
}

// sentenceEnd says whether a sentence ends with token i.
func (m *matcher) sentenceEnd(i int) bool {
	if i+1 < len(m.tokens) && m.tokens[i+1].gap == 2 {
		return true
	}
	return m.id(i) == wordStop && m.class(i+1)&cUpper != 0 && i+1 < len(m.tokens) && m.tokens[i+1].gap > 0
}

// adjective says whether the "-ed" word at token i is no past tense: "the announced
// plan", "be paid".
func (m *matcher) adjective(i int) bool {
	b := m.id(i - 1)
	return b != 0 && slices.Contains(beforeAdjectives, b)
}
