package corpus

// The most words that are read of what stands before a subject.
const longestFront = 30

// subject is who a clause is about.
type subject struct {
	mention int // its number
	end     int // behind the name and what is told of it between commas
}

// mainSubject returns the subject of the clause that starts at word i, before word end:
// a name that opens it, or that stands behind the times and places at its front.
func (t *speechText) mainSubject(i, end int) (subject, bool) {
	for at := i; at < min(end, i+longestFront); {
		if s, ok := t.subjectAt(at, end); ok {
			return s, true
		}
		comma := t.frontEnd(at, end)
		if comma < 0 {
			return subject{}, false
		}
		at = comma + 1
	}
	return subject{}, false
}

// subjectAt returns the subject that word i opens, past times and titles.
func (t *speechText) subjectAt(i, end int) (subject, bool) {
	k := t.afterTimes(i, end)
	for n := 0; n < longestSubject && k < end && t.mentionOf[k] < 0 && (t.is(k, speechOpeners) || t.is(k, speechJoiners) || t.is(k, defineArticles) || t.titleAt(k)); n++ {
		k++
	}
	if k >= end || t.mentionOf[k] < 0 || t.quoteOf[k] >= 0 {
		return subject{}, false
	}
	s := subject{mention: t.mentionOf[k], end: t.wordsOf[t.mentionOf[k]].End}
	if t.words[s.end-1].possessive() || s.end >= end {
		return subject{}, false
	}
	if t.word(s.end) == "," {
		s.end = t.apartEnd(s.end, end)
	}
	return s, s.end > 0 && s.end < end && t.words[s.end].look == lowerCase && t.mentionOf[s.end] < 0 &&
		!t.is(s.end, speechJoiners) && !t.is(s.end, speechPrepositions)
}

// apartEnd returns the word behind what commas, the first of them at word comma, tell of
// a subject; -1 where they tell nothing of it.
func (t *speechText) apartEnd(comma, end int) int {
	for k := comma + 1; k < min(end, comma+longestApposition) && t.quoteOf[k] < 0; k++ {
		more := t.is(k+1, defineRelatives) || t.is(k+1, defineDeterminers) || t.is(k+1, speechJoiners)
		if t.word(k) == "," && !more && t.apposition(comma+1, k) {
			return k + 1
		}
	}
	return -1
}

// frontEnd returns the comma that ends what stands at the front of a clause, or -1.
func (t *speechText) frontEnd(i, end int) int {
	opens := t.is(i, speechFronts) || t.is(i, speechFrontWords) || t.is(i, speechOpeners) || t.afterTimes(i, end) > i
	for k := i; opens && k < min(end, i+longestFront) && t.quoteOf[k] < 0; k++ {
		if t.word(k) == "," {
			return k
		}
	}
	return -1
}

// afterTimes returns the word behind a time at word i that no comma ends: "The next day",
// "Two days earlier", "On June 5"; i where there is none.
func (t *speechText) afterTimes(i, end int) int {
	k, time := i, false
	for ; k < min(end, i+longestSubject) && t.mentionOf[k] < 0; k++ {
		is := t.is(k, speechTimes) || t.is(k, speechUnits)
		if !is && !t.is(k, speechCounts) && !isDigits(t.word(k)) {
			break
		}
		time = time || is
	}
	if !time {
		return i
	}
	return k
}

// joined reads a verb that "and" at word k joins to another of the same subject: "Musk
// questioned the plan and said".
func (t *speechText) joined(k, verb int) (attribution, bool) {
	if last := t.last; last.speaker != "" && t.sentenceOf[last.verb] == t.sentenceOf[verb] && (last.to == k || last.to == k-1 && t.word(k-1) == ",") {
		return attribution{verb: verb, from: k, to: verb + 1, source: last.source, speaker: last.speaker, joined: true}, true
	}
	from := t.start(verb)
	for n := k - 1; n >= from; n-- {
		if t.word(n) == ";" && t.quoteOf[n] < 0 {
			from = n + 1
		}
	}
	s, ok := t.mainSubject(from, k)
	if !ok || !t.goesOn(s.end, k) || t.is(s.end, speechBe) && !t.is(verb, speechPlain) {
		return attribution{}, false
	}
	m := t.mentions[s.mention]
	return attribution{verb: verb, from: k, to: verb + 1, source: m.Span, speaker: m.Name, joined: true}, true
}

// goesOn says whether no other subject can stand in the words from i to end.
func (t *speechText) goesOn(i, end int) bool {
	for k := i; k < end; k++ {
		switch {
		case t.quoteOf[k] >= 0:
		case t.is(k, speechCuts) && !t.is(k, speechJoiners) && t.word(k) != "as", t.word(k) == "that", t.is(k, speechClausePronouns), t.word(k) == ":", t.verbAt(k):
			return false
		case t.mentionOf[k] >= 0 && (t.is(k-1, speechJoiners) || t.word(k-1) == ","):
			return false
		}
	}
	return true
}
