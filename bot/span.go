package bot

import (
	"slices"
	"strings"
	"unicode"

	"storybot/corpus"
	"storybot/corpus/timex"
	"storybot/index"
)

// A quote is the sentence that answers, what it cannot do without and, for an open question,
// what goes on behind it: at most so many sentences and bytes.
const (
	mostSentences = 3
	mostBytes     = 700
)

// stretch is a run of whole sentences that is to be a quote, while it grows around the
// sentence that answers.
type stretch struct {
	q           *question
	c           ranked
	near        map[int]ranked // the ranked sentences of the article by number
	first, last int
	met         uint64 // the terms of the question that it has, a bit each
}

// span returns the run of whole sentences to quote around a ranked one. near are the
// ranked sentences of its article by number.
func (q *question) span(c ranked, near map[int]ranked) corpus.Span {
	return q.stretch(c, near).span()
}

// stretch grows the run around a ranked sentence.
func (q *question) stretch(c ranked, near map[int]ranked) *stretch {
	s := &stretch{q: q, c: c, near: near, first: c.at, last: c.at, met: c.met}
	for (s.saidBefore() || leansOn(c.reading, s.first) && s.toldBefore() || s.mere()) && s.left() {
	}
	for (s.saidBehind() || s.goesOn()) && s.right() {
	}
	if c.phrase == (corpus.Span{}) && (q.open() || len(q.terms) > longQuestion) {
		s.tellMore()
	}
	return s
}

func (s *stretch) span() corpus.Span {
	all := s.c.reading.Sentences
	return corpus.Span{Start: all[s.first].Start, End: all[s.last].End}
}

// left takes the sentence before; false where there is none or no room for it.
func (s *stretch) left() bool { return s.take(s.first-1, s.last) }

// right takes the sentence behind; false where there is none or no room for it.
func (s *stretch) right() bool { return s.take(s.first, s.last+1) }

func (s *stretch) take(first, last int) bool {
	if last-first >= mostSentences || !fits(s.c.reading, first, last) {
		return false
	}
	s.first, s.last = first, last
	s.met |= s.near[first].met | s.near[last].met
	return true
}

// saidBefore says whether what somebody said, where that is asked for, begins before the
// first sentence, and saidBehind whether it ends behind the last one.
func (s *stretch) saidBefore() bool {
	return s.c.said > 0 && s.c.quoted.Start < s.c.reading.Sentences[s.first].Start
}

func (s *stretch) saidBehind() bool {
	all := s.c.reading.Sentences
	return s.c.said > 0 && s.last+1 < len(all) && s.c.quoted.End > all[s.last+1].Start
}

// mere says whether the first sentence is nothing but direct speech, so that only one before
// it says whose. Its marks may be straight ones, and the last one missing.
func (s *stretch) mere() bool {
	text, inside := s.c.reading.Sentences[s.first].Of(s.c.reading.Text), false
	for _, r := range text {
		switch {
		case r == '“' || r == '"' && !inside:
			inside = true
		case r == '”' || r == '"':
			inside = false
		case !inside && unicode.IsLetter(r):
			return false
		}
	}
	return opensInside(text)
}

// toldBefore says whether the sentence before may tell what the first one leans on: it
// stands in the same paragraph or has a term of the question, or what leans is a pronoun.
func (s *stretch) toldBefore() bool {
	return s.near[s.first-1].met != 0 || !s.parted(s.first) || opensWeakly(between(s.c.whole, s.c.reading.Sentences[s.first]))
}

// parted says whether sentence n begins a paragraph.
func (s *stretch) parted(n int) bool {
	return strings.Contains(s.c.reading.Text[s.c.reading.Sentences[n-1].End:s.c.reading.Sentences[n].Start], "\n")
}

// ends says whether sentence n ends a paragraph of several, and with it what that tells. Where
// each sentence is a paragraph, as in the stories of agencies, a paragraph's end says nothing.
func (s *stretch) ends(n int) bool {
	return n > 0 && n+1 < len(s.c.reading.Sentences) && s.parted(n+1) && !s.parted(n)
}

// open says whether the question is of a kind that no name, date or number answers, so that
// what stands around a sentence belongs to the answer.
func (q *question) open() bool {
	return !q.yesNo && slices.Contains([]kind{anything, aReason, aSaying}, q.kind)
}

// tellMore takes what goes on about the sentence, and what goes before where that is about
// the question nearly as much. Where the question asks openly, one more sentence may follow
// that does not show that it goes on.
func (s *stretch) tellMore() {
	s.followOn()
	for s.near[s.first-1].score >= aboutAsMuch*s.c.score && s.left() {
	}
	if s.q.asksOpenly() && !s.saysWhy() && !s.turns() && s.right() {
		s.followOn()
	}
}

// followOn takes the sentences behind as long as they are related.
func (s *stretch) followOn() {
	for s.related() && !s.turns() && s.right() {
	}
}

// asksOpenly says whether an open question is asked as one: mere words are none.
func (q *question) asksOpenly() bool {
	return q.open() && slices.ContainsFunc(q.tokens, func(t index.Token) bool { return asks(t.Word) })
}

// saysWhy says whether the answering sentence has a word that stands before nothing but a
// cause, where one is asked for: it tells all then.
func (s *stretch) saysWhy() bool {
	return s.q.kind == aReason && s.c.answer >= 0 && slices.Contains(strongCauses, s.c.tokens[s.c.answer].Word)
}

// turns says whether the next sentence turns to something else: it is a heading or a question
// in a paragraph of its own, stands behind a paragraph of several and is not related, or
// opens as such a sentence does; and where there is none.
func (s *stretch) turns() bool {
	all := s.c.reading.Sentences
	if s.last+1 == len(all) {
		return true
	}
	next := all[s.last+1].Of(s.c.reading.Text)
	if s.parted(s.last+1) && (!endsWhole(next) && !strings.HasSuffix(all[s.last].Of(s.c.reading.Text), ":") || strings.HasSuffix(next, "?")) {
		return true
	}
	if s.ends(s.last) && !s.related() {
		return true
	}
	words := firstWords(next, 1)
	return len(words) > 0 && slices.Contains(turningWords, words[0]) || opensDated(s.c.reading, s.last+1)
}

// opensDated says whether sentence n begins with its date, and so tells of another time; "two
// days earlier" goes on about the same.
func opensDated(r *corpus.Reading, n int) bool {
	start := r.Sentences[n].Start
	return slices.ContainsFunc(r.Dates, func(t timex.Timex) bool {
		return t.Start >= start && t.Start <= start+datedWithin && corpus.OnCalendar(t) && (t.How != timex.Narrative || t.Precision != timex.Day)
	})
}

// datedWithin is how many bytes a sentence has at most before the date that it begins with:
// "On the evening of May 3".
const datedWithin = 18

// related says whether the next sentence goes on about what the answering one is about: it
// stands in the same paragraph, has a term of the question, leans on the sentence before,
// or mentions one of the same names.
func (s *stretch) related() bool {
	n := s.last + 1
	if n == len(s.c.reading.Sentences) || s.near[n].met != 0 || leansOn(s.c.reading, n) || !s.parted(n) {
		return true
	}
	names := mentionsIn(s.c.sentence)
	return slices.ContainsFunc(mentionsIn(sentence{Span: s.c.reading.Sentences[n], reading: s.c.reading}), func(m corpus.Mention) bool {
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
func (s *stretch) goesOn() bool {
	next, ok := s.near[s.last+1]
	switch {
	case s.last+1 < len(s.c.reading.Sentences) && s.q.announces(s.c) && s.q.lists(s.c.reading, s.last+1):
		return true
	case !ok:
		return false
	case s.q.share(next.met&^s.met) >= goesOnShare:
		return true
	}
	return (s.c.answer < 0 || s.q.kind == aReason) && (next.score >= goesOnScore*s.c.score || next.answer >= 0 && s.c.answer < 0)
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
	aboutAsMuch = 0.6 // of the sentence's score that the one before has, to be quoted with it
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

// turningWords open a sentence that tells of something else.
var turningWords = strings.Fields("meanwhile separately elsewhere read related update photo image video")

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
