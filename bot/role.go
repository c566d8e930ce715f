package bot

import (
	"slices"
	"strings"

	"storybot/corpus/timex"
	"storybot/index"
)

// carries rates how likely it is that what the sentence mainly tells happened at one of
// its dates: 1 is the usual case, less where words about the date say that it dates a
// saying, a relative clause, or a bound.
func carries(l *line, t timex.Timex) float64 {
	at := slices.IndexFunc(l.tokens, func(k index.Token) bool { return k.Start >= t.Start })
	if at < 0 {
		return 1
	}
	text := l.reading.Text
	before := l.tokens[max(0, at-saidReach):at]
	rating := 1.0
	if slices.ContainsFunc(before, func(k index.Token) bool { return slices.Contains(sayingWords, k.Word) }) {
		rating *= saidWeight
	}
	if at > 0 && slices.Contains(boundWords, l.tokens[at-1].Word) {
		rating *= boundWeight
	}
	if inRelative(text, l, at) {
		rating *= relativeWeight
	}
	return rating
}

// What a date's place in its sentence leaves of its rating; chosen on five topics of
// Timeline17.
const (
	saidReach      = 4 // tokens before a date at which a saying may stand
	saidWeight     = 0.8
	boundWeight    = 0.7
	relativeWeight = 0.4
)

var (
	sayingWords   = []string{"said", "says", "told", "added", "wrote", "tweeted", "stated", "commented", "reported"}
	boundWords    = []string{"since", "until", "before", "by", "through", "till"}
	relativeWords = []string{"which", "who", "that", "whose", "where", "whom", "when"}
)

// inRelative says whether the token stands in a clause that opens between it and the
// comma, bracket or dash before it with a relative word.
func inRelative(text string, l *line, at int) bool {
	for i := at - 1; i > 0; i-- {
		between := text[l.tokens[i].End:l.tokens[i+1].Start]
		if strings.ContainsAny(between, ",;()–—") {
			return false
		}
		if slices.Contains(relativeWords, l.tokens[i].Word) {
			return true
		}
	}
	return false
}

// together drops, of two dates that stand side by side for one time, as in "four months
// later, on July 22, 2019", the one that says less. The dates are those of one sentence
// of text, in order.
func together(text string, dates []timex.Timex) []timex.Timex {
	var kept []timex.Timex
	for _, d := range dates {
		if n := len(kept); n > 0 && sideBySide(text, kept[n-1], d) {
			switch a := kept[n-1]; {
			case narrower(d, a):
				kept[n-1] = d
				continue
			case narrower(a, d):
				continue
			}
		}
		kept = append(kept, d)
	}
	return kept
}

// sideBySide says whether only a comma, with or without a preposition, parts two dates.
func sideBySide(text string, a, b timex.Timex) bool {
	if b.Start < a.End {
		return false
	}
	preposition, ok := strings.CutPrefix(text[a.End:b.Start], ", ")
	return ok && slices.Contains([]string{"", "on ", "in "}, preposition)
}

// narrower says whether one period lies within another that is longer.
func narrower(a, b timex.Timex) bool {
	return !a.Begin.Before(b.Begin) && !a.Until.After(b.Until) && a.Until.Sub(a.Begin) < b.Until.Sub(b.Begin)
}
