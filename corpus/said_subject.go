package corpus

import "strings"

// attribution is a verb of saying with its subject.
type attribution struct {
	verb    int
	from    int // the first word of subject and verb, whichever stands first
	to      int // the word after them
	source  Span
	speaker string
	sub     bool // a subordinate clause, which ends with a comma
	joined  bool // the subject stands at another verb before
}

// The most words that are read of a subject, and of its apposition.
const (
	longestSubject    = 9
	longestApposition = 45
)

// attribution reads the verb of saying at word i.
func (t *speechText) attribution(i int) (attribution, bool) {
	if t.word(i) == "according" && t.word(i+1) == "to" {
		return t.accordingTo(i)
	}
	if !t.verbAt(i) || t.mentionOf[i] >= 0 {
		return attribution{}, false
	}
	if a, ok := t.subjectBefore(i); ok {
		return a, true
	}
	return t.subjectAfter(i)
}

// verbAt says whether word i is a verb of saying.
func (t *speechText) verbAt(i int) bool {
	return t.is(i, speechPlain) || t.is(i, speechThat) || t.is(i, speechTold) || t.is(i, speechQuoted) || t.is(i, speechActs) || t.is(i, speechTo)
}

// start returns the first word of the sentence of word i, within reach.
func (t *speechText) start(i int) int {
	return max(t.bounds[t.sentenceOf[i]].Start, i-longestClause)
}

// end returns the word after the sentence of word i, within reach.
func (t *speechText) end(i int) int {
	return min(t.bounds[t.sentenceOf[i]].End, i+longestClause)
}

// subjectBefore reads "Musk said", "he has said", and "Musk, the chief of Tesla, said".
func (t *speechText) subjectBefore(verb int) (attribution, bool) {
	start, k := t.start(verb), verb-1
	for k >= start && t.is(k, speechAdverbs) && t.mentionOf[k] < 0 {
		k--
	}
	if k < start || t.quoteOf[k] >= 0 {
		return attribution{}, false
	}
	switch m := t.mentionOf[k]; {
	case m >= 0:
		return t.named(m, verb, verb+1)
	case t.is(k, speechPronouns):
		return t.pronoun(k, verb)
	case t.word(k) == "who" && t.word(k-1) == ",":
		return t.whoSaid(k, verb)
	case t.is(k, speechJoiners):
		return t.joined(k, verb)
	case t.word(k) == "," && !t.is(verb, speechTold) && !t.is(verb, speechActs):
		return t.apart(k, verb)
	}
	return attribution{}, false
}

// named reads mention m as the subject of verb, up to the word to.
func (t *speechText) named(m, verb, to int) (attribution, bool) {
	w := t.wordsOf[m]
	if t.words[w.End-1].possessive() || w.Start < t.start(verb) {
		return attribution{}, false
	}
	from, sub, ok := t.subjectStart(w.Start, verb)
	return attribution{verb: verb, from: from, to: to, source: t.mentions[m].Span, speaker: t.mentions[m].Name, sub: sub}, ok
}

// subjectStart returns the first word of the subject whose name starts at word i, and
// whether its clause is subordinate. It is not ok where the name is no subject.
func (t *speechText) subjectStart(i, verb int) (from int, sub, ok bool) {
	start := t.start(verb)
	k := i - 1
	role := k >= start && t.titleAt(k)
	for n := 0; role && k >= start && n < longestSubject; n++ {
		if !t.titleAt(k) && !t.is(k, defineDeterminers) && t.mentionOf[k] < 0 && !t.is(k, namesDemonyms) && !t.is(k, speechAdjectives) {
			break
		}
		k--
		if t.is(k+1, defineDeterminers) {
			break
		}
	}
	if !role && k >= start && t.is(k, defineArticles) {
		k--
	}
	sub, ok = t.opensClause(k, start, verb)
	return k + 1, sub, ok
}

// titleAt says whether word i is a title or the noun of a role.
func (t *speechText) titleAt(i int) bool {
	if i < 0 || i >= len(t.words) || t.words[i].look == mark || t.quoteOf[i] >= 0 || t.words[i].possessive() {
		return false
	}
	s := t.low[i]
	return namesTitles[s] || namesTitlePrefixes[s] || t.mentionOf[i] < 0 && isRole(s) || speechAdjectives[s]
}

// opensClause says whether a subject can start behind word k, and whether its clause is
// subordinate then.
func (t *speechText) opensClause(k, start, verb int) (sub, ok bool) {
	if k >= start && t.afterTimes(start, k+1) == k+1 {
		return false, true
	}
	for n := 0; n < 4 && k >= start && (t.is(k, speechOpeners) || t.timeAt(k)); n++ {
		k--
	}
	switch {
	case k < start || t.is(k, speechMarks) && t.quoteOf[k] < 0, t.quoteAt(k) != nil && t.quoteAt(k).to == k+1:
		return false, true
	case t.is(k, speechQuoteMarks) || t.words[k].look == mark:
		return false, false
	case t.is(k, speechConjunctions):
		return t.is(k, speechSubordinate), true
	case t.word(k) == "what":
		return true, t.is(verb, speechActs)
	case t.word(k) == "and":
		return false, k == start || t.word(k-1) == "," && t.mentionOf[max(0, k-2)] < 0 || t.quoteBefore(k) != nil
	}
	return false, false
}

// timeAt says whether word k belongs to a time at the start of a clause: "On Monday".
func (t *speechText) timeAt(k int) bool {
	if t.mentionOf[k] >= 0 || t.words[k].look == mark {
		return false
	}
	s := t.low[k]
	next := speechTimes[t.word(k+1)] || isDigits(t.word(k+1))
	return speechTimes[s] || isDigits(s) && len(s) <= 4 || (s == "on" || s == "in" || s == "last") && next
}

// whoSaid reads "Musk, who said".
func (t *speechText) whoSaid(who, verb int) (attribution, bool) {
	k := who - 2
	if k < t.start(verb) || t.mentionOf[k] < 0 {
		return attribution{}, false
	}
	m := t.mentionOf[k]
	w := t.wordsOf[m]
	_, _, subject := t.subjectStart(w.Start, verb)
	if !subject || t.words[k].possessive() || w.Start < t.start(verb) {
		return attribution{}, false
	}
	return attribution{verb: verb, from: who, to: verb + 1, source: t.mentions[m].Span, speaker: t.mentions[m].Name, sub: true}, true
}

// apart reads a subject that commas part from its verb, the last of them at word comma:
// "Sam Altman, the chief executive of OpenAI, said".
func (t *speechText) apart(comma, verb int) (attribution, bool) {
	start := max(t.start(verb), verb-longestApposition)
	var one attribution
	found := 0
	for k := comma - 1; k > start && t.quoteOf[k] < 0 && !t.is(k, speechStops); k-- {
		if t.verbAt(k) || t.word(k) == ";" {
			break
		}
		m := t.mentionOf[k-1]
		if t.word(k) != "," || m < 0 || !t.apposition(k+1, comma) {
			continue
		}
		if a, ok := t.named(m, verb, verb+1); ok && !t.is(k+1, namesDemonyms) && !t.listed(a.from) {
			one = a
			found++
		}
	}
	if found == 0 {
		return t.nameApart(comma, verb)
	}
	return one, found == 1
}

// listed says whether the subject that starts at word i stands behind a name and a comma,
// as in a list.
func (t *speechText) listed(i int) bool { return i > 1 && t.word(i-1) == "," && t.mentionOf[i-2] >= 0 }

// apposition says whether the words from i to end may tell who somebody is.
func (t *speechText) apposition(i, end int) bool {
	if i >= end {
		return false
	}
	if isAge(t.low[i]) && (i+1 == end || t.word(i+1) == ",") {
		return true
	}
	opens := t.is(i, defineDeterminers) || t.titleAt(i) || t.mentionOf[i] >= 0 && t.roleWithin(i, end)
	return opens && (t.roleWithin(i, end) || t.is(i, defineRelatives))
}

// roleWithin says whether a noun of a role stands within the words.
func (t *speechText) roleWithin(i, end int) bool {
	for ; i < end; i++ {
		if t.titleAt(i) || t.words[i].look != mark && t.mentionOf[i] < 0 && isRole(t.low[i]) {
			return true
		}
	}
	return false
}

// nameApart reads "The company's chief, Sam Altman, said".
func (t *speechText) nameApart(comma, verb int) (attribution, bool) {
	if comma == 0 {
		return attribution{}, false
	}
	m := t.mentionOf[comma-1]
	if m < 0 || t.words[comma-1].possessive() {
		return attribution{}, false
	}
	w, start := t.wordsOf[m], t.start(verb)
	if w.Start-1 <= start || t.word(w.Start-1) != "," || !sureGiven(t.mentions[m].Name) {
		return attribution{}, false
	}
	k := w.Start - 2
	if k < start || !t.titleAt(k) || t.mentionOf[k] >= 0 {
		return attribution{}, false
	}
	for n := 0; k >= start && n < longestSubject && t.words[k].look != mark && !t.is(k, speechPrepositions); n++ {
		k--
	}
	if k >= start && !t.is(k, speechMarks) || !t.is(k+1, defineDeterminers) && t.mentionOf[k+1] < 0 {
		return attribution{}, false
	}
	return attribution{verb: verb, from: k + 1, to: verb + 1, source: t.mentions[m].Span, speaker: t.mentions[m].Name}, true
}

// sureGiven says whether a name starts with a common given name and goes on.
func sureGiven(name string) bool {
	given, _, more := strings.Cut(strings.ToLower(name), " ")
	return more && namesGiven[given]
}

// subjectAfter reads "said Musk" behind a quotation or a comma, and "Said Musk:".
func (t *speechText) subjectAfter(verb int) (attribution, bool) {
	start := t.start(verb)
	behind := t.quoteBefore(verb) != nil
	if !behind && !(t.is(verb, speechInverted) && (verb == start || t.word(verb-1) == ",")) || t.is(verb, speechTold) || t.is(verb, speechActs) {
		return attribution{}, false
	}
	m, ok := t.nounPhrase(verb + 1)
	if !ok {
		if !behind || !t.is(verb+1, speechPronouns) {
			return attribution{}, false
		}
		a, ok := t.pronoun(verb+1, verb)
		a.from, a.to = verb, verb+2
		return a, ok
	}
	w := t.wordsOf[m]
	return attribution{verb: verb, from: verb, to: w.End, source: t.mentions[m].Span, speaker: t.mentions[m].Name}, true
}

// nounPhrase returns the mention that names the one of whom the noun phrase at word i is:
// "Tesla spokesman Bob Lee", "the company's chief, Bob Lee".
func (t *speechText) nounPhrase(i int) (int, bool) {
	end := min(len(t.words), i+longestSubject)
	last, possessed := -1, false
	k := i
	for k < end && t.quoteOf[k] < 0 && (t.mentionOf[k] >= 0 || t.titleAt(k) || k == i && t.is(k, defineDeterminers) || t.is(k, namesDemonyms) || t.words[k].possessive()) {
		last = t.mentionOf[k]
		if possessed = t.words[k].possessive(); possessed {
			last = -1
		}
		k++
	}
	if k == i || possessed {
		return 0, false
	}
	if last < 0 {
		return t.namedNext(k)
	}
	return last, t.closesSubject(k)
}

// namedNext returns the person whom a bare role is told to be behind the comma at k.
func (t *speechText) namedNext(k int) (int, bool) {
	if t.word(k) != "," || k+1 >= len(t.words) || t.mentionOf[k+1] < 0 {
		return 0, false
	}
	m := t.mentionOf[k+1]
	end := t.wordsOf[m].End
	closed := end == len(t.words) || t.is(end, speechStops) || t.is(end, speechMarks)
	return m, closed && sureGiven(t.mentions[m].Name) && !t.words[end-1].possessive()
}

// closesSubject says whether a subject behind its verb can end before word k, with no
// other subject joined to it.
func (t *speechText) closesSubject(k int) bool {
	switch {
	case k >= len(t.words) || t.quoteOf[k] >= 0:
		return true
	case t.is(k, speechTimes), t.words[k].gap:
		return true
	case t.words[k].look == mark:
		return t.low[k] != "/" && t.low[k] != "&"
	}
	return t.is(k, speechCloses)
}

// accordingTo reads "according to Musk".
func (t *speechText) accordingTo(i int) (attribution, bool) {
	m, ok := t.nounPhrase(i + 2)
	if !ok {
		return attribution{}, false
	}
	end := t.wordsOf[m].End
	if end < len(t.words) && t.words[end].look != mark && t.quoteOf[end] < 0 {
		return attribution{}, false
	}
	return attribution{verb: i, from: i, to: end, source: t.mentions[m].Span, speaker: t.mentions[m].Name}, true
}
