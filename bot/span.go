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
	first, last := c.at, c.at
	for last-first+1 < mostSentences && leansOn(c.reading, first) && fits(c.reading, first-1, last) {
		first--
	}
	met := uint64(0)
	for n := first; n <= last; n++ {
		met |= near[n].met
	}
	for last-first+1 < mostSentences && fits(c.reading, first, last+1) && q.goesOn(c, near, met, last+1) {
		last++
		met |= near[last].met
	}
	for slices.Contains(openKinds, q.kind) && !q.yesNo && last-first+1 < mostSentences {
		before, behind := fits(c.reading, first-1, last), fits(c.reading, first, last+1)
		switch {
		case before && near[first-1].score > 0 && (!behind || near[first-1].score > near[last+1].score):
			first--
		case behind:
			last++
		default:
			return corpus.Span{Start: c.reading.Sentences[first].Start, End: c.reading.Sentences[last].End}
		}
	}
	return corpus.Span{Start: c.reading.Sentences[first].Start, End: c.reading.Sentences[last].End}
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

// goesOn says whether the next sentence belongs to the answer: it answers nearly as well,
// has what the question asks about and the quote lacks, has the answer where the quote
// has none, or, where no single word can answer, tells more of the same.
func (q *question) goesOn(c ranked, scores map[int]ranked, met uint64, n int) bool {
	next, known := scores[n]
	switch {
	case known && next.score >= goesOnScore*c.score:
		return true
	case known && q.share(next.met&^met) >= goesOnShare:
		return true
	case known && c.answer < 0 && next.answer >= 0:
		return true
	}
	if !slices.Contains(openKinds, q.kind) {
		return false
	}
	return passageOf(c.reading, c.reading.Sentences[n]) == passageOf(c.reading, c.reading.Sentences[n-1])
}

const (
	goesOnScore = 0.5 // of the sentence's score that the next one has itself
	goesOnShare = 0.2 // of the question's idf that only the next one has
)

// openKinds are the kinds of questions that are not answered by a name, a date or a number.
var openKinds = []kind{anything, aReason, aDefinition}

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
