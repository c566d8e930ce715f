package bot

import (
	"slices"
	"sort"
	"strings"

	"storybot/corpus"
	"storybot/corpus/timex"
	"storybot/index"
)

// sentence is one sentence of a candidate article, with all that ranking looks at.
type sentence struct {
	corpus.Span
	reading *corpus.Reading
	at      int           // number within the article
	tokens  []index.Token // of this sentence
	whole   []index.Token // the article's tokens
}

// sentenceOf returns sentence n of an article.
func sentenceOf(r *corpus.Reading, n int, tokens []index.Token) sentence {
	span := r.Sentences[n]
	return sentence{Span: span, reading: r, at: n, tokens: between(tokens, span), whole: tokens}
}

// between returns the tokens that start within a span.
func between(tokens []index.Token, span corpus.Span) []index.Token {
	lo := sort.Search(len(tokens), func(k int) bool { return tokens[k].Start >= span.Start })
	hi := lo + sort.Search(len(tokens)-lo, func(k int) bool { return tokens[lo+k].Start >= span.End })
	return tokens[lo:hi]
}

func (s sentence) text() string { return s.Of(s.reading.Text) }

// candidates returns the numbers of the tokens that could be the answer that the
// question asks for; nil where the kind of question has no form of its own. places are
// the tokens that match each term.
func (q *question) candidates(s sentence, places [][]int) []int {
	switch q.kind {
	case aPerson, aHolder, aName:
		return q.names(s, nil)
	case aPlace:
		return q.beside(places, q.names(s, []string{"in", "at", "near", "from", "to", "of", "around", "outside", "inside", "across"}))
	case aDate:
		return q.dates(s)
	case aNumber:
		return q.numbers(s, func(i int) bool { return !q.measured(s, i) })
	case aMeasure:
		return q.numbers(s, func(i int) bool {
			return near(s.tokens, i, 3, q.units) || q.priced && isMoney(s, i, moneyWords) || slices.Contains(q.units, "old") && q.isAge(s, i)
		})
	case anAmount:
		return q.numbers(s, func(i int) bool { return isMoney(s, i, q.sums) })
	case aRate:
		return listed(s, rateWords)
	case aReason:
		return q.causes(s, places)
	}
	return nil
}

// names returns the first token of each run of capitals without a word of the question;
// where before is given, only runs after one of its words, or before "-based".
func (q *question) names(s sentence, before []string) []int {
	var at []int
	for i := 0; i < len(s.tokens); {
		j, own := i, false
		for j < len(s.tokens) && s.tokens[j].Capital && (j == i || joined(s.reading.Text, s.tokens[j-1], s.tokens[j])) {
			_, asked := q.index[s.tokens[j].Stem]
			own = own || asked
			j++
		}
		lone := i == 0 && j == 1 && s.tokens[0].Stem == "" // "The", "He"
		if j > i && !own && !lone && (before == nil || placed(s.tokens, i, j, before)) && !q.otherKind(s, i, j) && !(partOfDate(s, s.tokens[i]) && partOfDate(s, s.tokens[j-1])) {
			at = append(at, i)
		}
		i = max(j, i+1)
	}
	return at
}

// besideName is how many tokens from a name the place is looked for where the question
// only asks where it is.
const besideName = 8

// beside returns those of the tokens that stand near a name of the question, where it has
// nothing but names; all of them otherwise.
func (q *question) beside(places [][]int, tokens []int) []int {
	if q.namedTerms != 1<<len(q.terms)-1 {
		return tokens
	}
	return slices.DeleteFunc(tokens, func(at int) bool {
		return !slices.ContainsFunc(places, func(of []int) bool {
			return slices.ContainsFunc(of, func(p int) bool { return max(p-at, at-p) <= besideName })
		})
	})
}

// otherKind says whether the tokens [i, j) are a name of a kind that does not answer: a
// person where a place is asked for, or a firm that somebody is "of", "from" or goes "to".
func (q *question) otherKind(s sentence, i, j int) bool {
	if q.kind != aPlace {
		return false
	}
	not := []corpus.Kind{corpus.Person}
	if i > 0 && slices.Contains([]string{"of", "from", "to"}, s.tokens[i-1].Word) {
		not = append(not, corpus.Organisation)
	}
	m, ok := mentionOver(s, corpus.Span{Start: s.tokens[i].Start, End: s.tokens[j-1].End})
	return ok && slices.Contains(not, m.Kind)
}

// mentionOver returns the first name of a sentence that shares a byte with a span.
func mentionOver(s sentence, span corpus.Span) (corpus.Mention, bool) {
	all := mentionsIn(s)
	k := sort.Search(len(all), func(k int) bool { return all[k].End > span.Start })
	if k == len(all) || all[k].Start >= span.End {
		return corpus.Mention{}, false
	}
	return all[k], true
}

// joined says whether two capitalised words stand in one name: with a space, a hyphen, an
// ampersand or the full stop of an initial between them.
func joined(text string, a, b index.Token) bool {
	between := text[a.End:b.Start]
	return len(between) <= 3 && (strings.Trim(between, " -&’'s") == "" || between == ". " && b.Start-a.Start <= 6)
}

// placed says whether the run of tokens [i, j) stands where a place would.
func placed(tokens []index.Token, i, j int, before []string) bool {
	if j < len(tokens) && tokens[j].Word == "based" {
		return true
	}
	if i == 0 {
		return false
	}
	if slices.Contains(before, tokens[i-1].Word) || slices.Contains(placing, wordBefore(tokens, i)) {
		return true
	}
	return tokens[i-1].Capital && tokens[i].Start-tokens[i-1].End == 2 // "Paris, France"
}

// placing are the words before a place that an article or a word of its own may part from it:
// "at an upcoming", "in the southern".
var placing = []string{"in", "at", "near", "around", "outside", "inside", "across"}

// wordBefore returns the word before token i, articles and one other word in lower case
// aside.
func wordBefore(tokens []index.Token, i int) string {
	other := false
	for i--; i > 0; i-- {
		t := tokens[i]
		switch {
		case slices.Contains([]string{"the", "a", "an"}, t.Word):
		case !other && t.Stem != "" && !t.Capital && !isNumber(t.Word):
			other = true
		default:
			return t.Word
		}
	}
	return ""
}

// answerSpan returns the whole of the answer that a token stands in: the date, the name,
// or the number with its currency and what it counts.
func (q *question) answerSpan(s sentence, at int) corpus.Span {
	span := corpus.Span{Start: s.tokens[at].Start, End: s.tokens[at].End}
	text := s.reading.Text
	switch q.kind {
	case aDate:
		if d := q.dateAt(s, at); d != nil && d.End <= s.End {
			return corpus.Span{Start: max(d.Start, s.Start), End: d.End}
		}
	case aPerson, aHolder, aPlace, aName:
		for i := at + 1; i < len(s.tokens) && s.tokens[i].Capital && joined(text, s.tokens[i-1], s.tokens[i]); i++ {
			span.End = s.tokens[i].End
		}
	case aNumber, aMeasure, anAmount:
		for _, sign := range signs {
			if strings.HasSuffix(text[s.Start:span.Start], sign) {
				span.Start -= len(sign)
			}
		}
		for i := at + 1; i < len(s.tokens) && i <= at+2 && (slices.Contains(units, s.tokens[i].Word) || slices.Contains(moneyWords, s.tokens[i].Word) || isScale(s.tokens[i].Word)); i++ {
			span.End = s.tokens[i].End
		}
	}
	return span
}

func isScale(word string) bool {
	return slices.Contains([]string{"thousand", "million", "billion", "trillion"}, word)
}

func (q *question) dates(s sentence) []int {
	var at []int
	for _, d := range s.reading.Dates {
		if d.Start < s.Start || d.End > s.End || d.Type != timex.Date && d.Type != timex.Time || strings.HasSuffix(d.Value, "_REF") {
			continue
		}
		for i, t := range s.tokens {
			if _, asked := q.index[t.Stem]; t.Start >= d.Start && t.Start < d.End && !asked {
				at = append(at, i)
				break
			}
		}
	}
	return at
}

func (q *question) numbers(s sentence, ok func(int) bool) []int {
	var at []int
	for i, t := range s.tokens {
		_, asked := q.index[t.Stem]
		_, word := numberWords[t.Word]
		if !asked && (word || t.Word[0] >= '0' && t.Word[0] <= '9') && ok(i) && !(q.kind == aNumber && partOfDate(s, t)) {
			at = append(at, i)
		}
	}
	return at
}

// measured says whether the number of token i counts nothing, but measures what the question
// does not ask for: an age, a time, a length, a sum of money; or the hour of an entry, as
// in "1423 Ann Lee in Velden:".
func (q *question) measured(s sentence, i int) bool {
	if i == 0 && len(s.tokens) > 1 && s.tokens[1].Capital {
		return true
	}
	if i+1 < len(s.tokens) && slices.Contains(units, s.tokens[i+1].Word) && !slices.Contains(heads, s.tokens[i+1].Word) {
		_, asked := q.index[s.tokens[i+1].Stem]
		return !asked
	}
	return signed(s, i)
}

// heads are units that are counted.
var heads = []string{"people", "employees"}

// partOfDate says whether a token belongs to the expression of a day, a month or a year.
func partOfDate(s sentence, t index.Token) bool {
	return slices.ContainsFunc(s.reading.Dates, func(d timex.Timex) bool {
		return d.Type == timex.Date && d.Start <= t.Start && t.End <= d.End
	})
}

// ageWords stand before an age: "aged 52", "died at 52".
var ageWords = []string{"aged", "age", "of", "at", "turned"}

// isAge says whether the number of token i stands where an age does: behind "aged" and its
// like, with none of the units behind it, or alone between the commas after a name of the
// question.
func (q *question) isAge(s sentence, i int) bool {
	t, text := s.tokens[i], s.reading.Text
	if i == 0 || len(t.Word) > 3 {
		return false
	}
	before := s.tokens[i-1]
	if strings.HasPrefix(text[t.End:], ",") && text[before.End:t.Start] == ", " {
		_, asked := q.index[before.Stem]
		return asked && before.Capital
	}
	return slices.Contains(ageWords[:2], before.Word) || slices.Contains(ageWords, before.Word) && !near(s.tokens, i, 2, units) && i > 1 &&
		slices.Contains([]string{"age", "died", "dead", "she", "he"}, s.tokens[i-2].Word)
}

// isMoney says whether the number of token i is an amount: with the sign of a currency before
// it, or one of the words shortly behind.
func isMoney(s sentence, i int, words []string) bool {
	return signed(s, i) || near(s.tokens, i, 3, words)
}

// signed says whether the sign of a currency stands before the number of token i.
func signed(s sentence, i int) bool {
	before := s.reading.Text[:s.tokens[i].Start]
	return slices.ContainsFunc(signs, func(sign string) bool { return strings.HasSuffix(before, sign) })
}

// signs are those of currencies that stand before a number.
var signs = []string{"$", "€", "£"}

// near says whether one of the words stands within n tokens after token i.
func near(tokens []index.Token, i, n int, words []string) bool {
	for j := i + 1; j < len(tokens) && j <= i+n; j++ {
		if slices.Contains(words, tokens[j].Word) {
			return true
		}
	}
	return false
}

func listed(s sentence, words []string) []int {
	var at []int
	for i, t := range s.tokens {
		if slices.Contains(words, t.Word) {
			at = append(at, i)
		}
	}
	return at
}
