package bot

import (
	"slices"
	"strings"
	"unicode"

	"storybot/corpus"
)

// A quote is the sentence that answers and what it cannot do without: at most so many
// sentences and bytes, all of one passage or of the paragraph behind it.
const (
	mostSentences = 3
	mostBytes     = 700
)

// span returns the run of whole sentences to quote around a ranked one. near are the
// ranked sentences of its article by number.
func (q *question) span(c ranked, near map[int]ranked) corpus.Span {
	if c.said > 0 {
		return q.saidSpan(c)
	}
	first, last := c.at, c.at
	room := func() bool { return last-first+1 < mostSentences }
	for room() && leansOn(c.reading, first) && fits(c.reading, first-1, last) {
		first--
	}
	met := uint64(0)
	for n := first; n <= last; n++ {
		met |= near[n].met
	}
	for room() && fits(c.reading, first, last+1) && q.goesOn(c, near, met, last+1) {
		last++
		met |= near[last].met
	}
	for room() && q.open(c) {
		before := q.kind == anything && fits(c.reading, first-1, last) && near[first-1].met != 0
		behind := fits(c.reading, first, last+1) && q.related(c, near, last+1)
		switch {
		case before && (!behind || near[first-1].score > near[last+1].score):
			first--
		case behind:
			last++
		default:
			return run(c.reading, first, last)
		}
	}
	return run(c.reading, first, last)
}

// saidSpan returns the run of whole sentences that has what somebody said and who.
func (q *question) saidSpan(c ranked) corpus.Span {
	r, first, last := c.reading, c.at, c.at
	for first > 0 && last-first+1 < mostSentences && (c.quoted.Start < r.Sentences[first].Start || leansOn(r, first)) && fits(r, first-1, last) {
		first--
	}
	for last-first+1 < mostSentences && last+1 < len(r.Sentences) && c.quoted.End > r.Sentences[last+1].Start && fits(r, first, last+1) {
		last++
	}
	return run(r, first, last)
}

func run(r *corpus.Reading, first, last int) corpus.Span {
	return corpus.Span{Start: r.Sentences[first].Start, End: r.Sentences[last].End}
}

// open says whether the question is of a kind that no name, date, number or phrase
// answers, so that what stands around the sentence belongs to the answer.
func (q *question) open(c ranked) bool {
	if len(q.terms) > longQuestion {
		return c.phrase == (corpus.Span{})
	}
	return !q.yesNo && c.phrase == (corpus.Span{}) && (q.kind == anything || q.kind == aReason)
}

// related says whether sentence n goes on about what the quoted one is about: it stands in
// the same paragraph, has a term of the question, leans on the sentence before, or
// mentions one of the same names.
func (q *question) related(c ranked, near map[int]ranked, n int) bool {
	if near[n].met != 0 || leansOn(c.reading, n) || !strings.Contains(run(c.reading, c.at, n).Of(c.reading.Text), "\n") {
		return true
	}
	names := mentionsIn(c.sentence)
	return slices.ContainsFunc(mentionsIn(sentence{Span: c.reading.Sentences[n], reading: c.reading}), func(m corpus.Mention) bool {
		return slices.ContainsFunc(names, func(o corpus.Mention) bool { return o.Name == m.Name })
	})
}

// fits says whether the sentences may be one quote.
func fits(r *corpus.Reading, first, last int) bool {
	return first >= 0 && last < len(r.Sentences) && r.Sentences[last].End-r.Sentences[first].Start <= mostBytes
}

// leansOn says whether sentence n opens with a word that only the sentence before
// explains, in the same passage.
func leansOn(r *corpus.Reading, n int) bool {
	if n == 0 || passageOf(r, r.Sentences[n]) != passageOf(r, r.Sentences[n-1]) {
		return false
	}
	return leaning(r.Sentences[n].Of(r.Text))
}

// goesOn says whether the next sentence belongs to the answer: it has what the question
// asks about and the quote lacks; or, where the quote has no name, date or number that
// answers, it has one or answers nearly as well.
func (q *question) goesOn(c ranked, near map[int]ranked, met uint64, n int) bool {
	if q.announces(c) && q.lists(c.reading, n) {
		return true
	}
	next, ok := near[n]
	if !ok || c.answer >= 0 && q.kind != aReason {
		return ok && q.share(next.met&^met) >= goesOnShare
	}
	return next.score >= goesOnScore*c.score || q.share(next.met&^met) >= goesOnShare || next.answer >= 0 && c.answer < 0
}

// announces says whether the question asks where or who several things are, and the
// sentence only says how many: "five new sites".
func (q *question) announces(c ranked) bool {
	if !slices.Contains([]kind{aPlace, aName, aPerson}, q.kind) {
		return false
	}
	for i, t := range c.tokens {
		if _, number := numberWords[t.Word]; !number || t.Word == "one" {
			continue
		}
		for _, thing := range c.tokens[i+1 : min(i+4, len(c.tokens))] {
			if _, own := q.index[thing.Stem]; own && strings.HasSuffix(thing.Word, "s") {
				return true
			}
		}
	}
	return false
}

// lists says whether sentence n may tell the things that the sentence before it announced:
// it has a name in the middle.
func (q *question) lists(r *corpus.Reading, n int) bool {
	s := r.Sentences[n]
	return slices.ContainsFunc(mentionsIn(sentence{Span: s, reading: r}), func(m corpus.Mention) bool {
		return m.Start > s.Start && (q.kind != aPlace || m.Kind == corpus.Place || m.Kind == corpus.Unknown)
	})
}

const (
	goesOnScore = 0.5 // of the sentence's score that the next one has itself
	goesOnShare = 0.2 // of the question's idf that only the next one has
)

// leaning says whether a sentence opens with a pronoun or a common noun that stands for
// what was named before.
func leaning(text string) bool {
	words := firstWords(text, 2)
	if len(words) == 0 {
		return false
	}
	if slices.Contains(leaningWords, words[0]) {
		return true
	}
	return len(words) == 2 && (words[0] == "the" || words[0] == "such") && slices.Contains(leaningNouns, words[1])
}

// firstWords returns the first words of a text in lower case.
func firstWords(text string, n int) []string {
	var words []string
	for _, f := range strings.Fields(text[:min(len(text), 60)]) {
		if f = strings.ToLower(strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })); f != "" {
			words = append(words, f)
		}
		if len(words) == n {
			break
		}
	}
	return words
}

// leaningNouns after "the" at the start of a sentence stand for what was named before.
var leaningNouns = strings.Fields(`company firm group agency bank venture move decision deal agreement plan bill law ruling announcement report
statement change changes pair two three latter former man woman couple authors suit lawsuit case charges attack incident money project program
programme offer bid round post board`)
