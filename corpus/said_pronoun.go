package corpus

import (
	"slices"
	"strings"
)

// longestLookBack is how many sentences of one quotation are passed over on the way from
// a pronoun to the sentence before.
const longestLookBack = 8

// pronoun reads a pronoun as the subject of verb, where exactly one name that fits stands
// in its sentence before it and in the sentence before, and that name is a subject there.
func (t *speechText) pronoun(k, verb int) (attribution, bool) {
	from := k
	sub, ok := t.opensClause(k-1, t.start(verb), verb)
	if k > verb {
		ok = true
	}
	if !ok {
		return attribution{}, false
	}
	speaker, ok := t.meant(k, verb)
	return attribution{verb: verb, from: from, to: verb + 1, source: t.words[k].Span, speaker: speaker, sub: sub}, ok
}

// longestChain is how many sentences that open with the same pronoun are passed over on
// the way to whom it means.
const longestChain = 3

// meant returns the one name that the pronoun at word k, the subject of verb, can mean.
func (t *speechText) meant(k, verb int) (string, bool) {
	if name, ok := t.meantWithin(k); ok && t.leadsOn(k, verb) {
		return name, true
	}
	return t.meantBefore(k, longestChain)
}

// leadsOn says whether what the pronoun at word k says stands behind its verb: whoever
// is the subject of the words before could else be the one who is spoken of.
func (t *speechText) leadsOn(k, verb int) bool {
	return verb > k && verb+1 < t.end(verb) && t.words[verb+1].look != mark || t.word(k-1) == ";" || t.word(k-1) == ":" || t.asideAt(k)
}

// asideAt says whether word k follows a conjunction and a comma: "because, he says, it is".
func (t *speechText) asideAt(k int) bool { return t.word(k-1) == "," && t.is(k-2, speechConjunctions) }

// meantBefore reads the sentence before, and with chain as many before it.
func (t *speechText) meantBefore(k, chain int) (string, bool) {
	n := t.sentenceOf[k]
	names := t.candidates(nil, max(t.bounds[n].Start, k-longestClause), k, t.low[k])
	before := t.sentenceBefore(n)
	if before < 0 {
		return "", false
	}
	b := t.bounds[before]
	b.Start = max(b.Start, b.End-longestClause)
	s, ok := t.mainSubject(b.Start, b.End)
	if ok {
		names = t.beside(names, s, b, t.low[k])
	} else {
		names = t.candidates(names, b.Start, b.End, t.low[k])
	}
	said, spoke := t.lastSpeaker[before]
	if spoke && said == "" {
		return "", false
	}
	switch {
	case t.low[k] == "they" && !spoke:
		return "", false
	case len(names) == 0 && spoke:
		return said, t.fits(said, t.low[k])
	case len(names) == 0 && chain > 0 && t.chains(b, k):
		return t.meantBefore(b.Start, chain-1)
	case len(names) != 1 || !t.fits(names[0], t.low[k]):
		return "", false
	case spoke:
		return said, said == names[0]
	}
	return names[0], t.leads(b, names[0], t.low[k]) || ok && t.mentions[s.mention].Name == names[0] && !t.othersWithin(s.end, b.End, t.low[k])
}

// meantWithin returns the subject of the clause before the pronoun at word k, in the same
// sentence, where the pronoun can mean nobody else.
func (t *speechText) meantWithin(k int) (string, bool) {
	start := t.start(k)
	s, ok := t.mainSubject(start, k)
	if !ok || t.low[k] == "they" {
		return "", false
	}
	name := t.mentions[s.mention].Name
	names := t.beside(nil, s, Span{start, k}, t.low[k])
	return name, len(names) == 1 && names[0] == name && t.fits(name, t.low[k]) && !t.othersWithin(s.end, k, t.low[k])
}

// beside appends to names those in the words b that a pronoun may mean, without those in
// what commas tell of the subject s, and without those of whom only something is named.
func (t *speechText) beside(names []string, s subject, b Span, pronoun string) []string {
	name := t.wordsOf[s.mention]
	for _, part := range []Span{{b.Start, name.Start}, {name.Start, name.End}, {s.end, b.End}} {
		for i := part.Start; i < part.End; i++ {
			if m := t.mentionOf[i]; m >= 0 && !t.words[t.wordsOf[m].End-1].possessive() {
				names = t.candidates(names, i, i+1, pronoun)
			}
		}
	}
	return names
}

// chains says whether the sentence b opens with the pronoun at word k as its subject, and
// names no role that might be meant.
func (t *speechText) chains(b Span, k int) bool {
	return t.low[b.Start] == t.low[k] && t.quoteOf[b.Start] < 0 && !t.is(b.Start+1, speechBe) &&
		t.sameParagraph(t.sentenceOf[b.Start], t.sentenceOf[k]) && !t.othersWithin(b.Start, b.End, t.low[k])
}

// sentenceBefore returns the last sentence before n that has words outside quotations,
// or -1 where something that nobody is known to say stands between.
func (t *speechText) sentenceBefore(n int) int {
	here := -1
	if b := t.bounds[n]; b.Start < b.End {
		here = t.quoteOf[b.Start]
	}
	for back := n - 1; back >= max(0, n-longestLookBack); back-- {
		b := t.bounds[back]
		if b.Start == b.End {
			continue
		}
		inside := t.quoteOf[b.Start]
		if inside < 0 || t.quotes[inside].to < b.End {
			return back
		}
		if inside != here && t.quotes[inside].speaker == "" && !t.sameParagraph(back, n) {
			return -1
		}
	}
	return -1
}

// sameParagraph says whether no wider gap stands between two sentences.
func (t *speechText) sameParagraph(a, b int) bool {
	from, to := t.words[t.bounds[a].Start].Start, t.words[t.bounds[b].Start].Start
	return !strings.Contains(t.text[from:to], "\n")
}

// candidates appends to names those that stand outside quotations from word i to end and
// may be of the kind that a pronoun means.
func (t *speechText) candidates(names []string, i, end int, pronoun string) []string {
	for ; i < end; i++ {
		m := t.mentionOf[i]
		if m < 0 || t.quoteOf[i] >= 0 || t.wordsOf[m].Start != i {
			continue
		}
		name, kind := t.mentions[m].Name, t.mentions[m].Kind
		person := pronoun == "he" || pronoun == "she"
		if person && (isPlaceName(name) || isBodyName(name)) || pronoun == "it" && (isPlaceName(name) || sureGiven(name)) {
			continue
		}
		if person && kind != Person && (kind != Unknown || t.word(i-1) == "in" || t.word(i-1) == "at") || pronoun == "it" && (kind == Person || kind == Place) {
			continue
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// fits says whether a pronoun can stand for name, by the given name and the titles before
// it.
func (t *speechText) fits(name, pronoun string) bool {
	given, _, more := strings.Cut(strings.ToLower(name), " ")
	switch pronoun {
	case "he":
		return !isBodyName(name) && !isPlaceName(name) && (!speechWomen[given] || !more)
	case "she":
		return !isBodyName(name) && !isPlaceName(name) && (!speechMen[given] || !more)
	}
	return isBodyName(name) && !sureGiven(name)
}

// isPlaceName says whether name is a place that is known.
func isPlaceName(name string) bool { return namesPlaces[strings.ToLower(name)] }

// isBodyName says whether name is surely an organisation.
func isBodyName(name string) bool {
	if sureGiven(name) {
		return false
	}
	low := strings.ToLower(name)
	if namesSure[low] || strings.Contains(name, "&") || lookOf(name) == allCapital && !strings.Contains(name, ".") {
		return true
	}
	for i, w := range strings.Fields(low) {
		if namesOrgWords[strings.Trim(w, ".,")] && (i > 0 || low == w) {
			return true
		}
	}
	return upperWithin(name)
}

// upperWithin says whether a name of one word has a capital inside it, as in "OpenAI".
func upperWithin(name string) bool {
	low := strings.ToLower(name)
	if strings.ContainsAny(name, " -'’") || strings.HasPrefix(low, "mc") || strings.HasPrefix(low, "mac") {
		return false
	}
	return len(name) > 1 && hasUpper(name[1:])
}

// leads says whether name opens the sentence b as its subject, with nothing before it but
// its titles.
func (t *speechText) leads(b Span, name, pronoun string) bool {
	for i := b.Start; i < min(b.End, b.Start+longestSubject); i++ {
		m := t.mentionOf[i]
		if m < 0 || t.mentions[m].Name != name {
			continue
		}
		w := t.wordsOf[m]
		if t.othersWithin(w.End, b.End, pronoun) {
			return false
		}
		from, _, ok := t.subjectStart(w.Start, w.Start)
		joined := t.word(w.End) == "and" || t.word(w.End) == "or" || t.word(w.End) == "&"
		return ok && from <= b.Start+1 && !t.words[w.End-1].possessive() && !joined
	}
	return false
}

// othersWithin says whether a role or thing without a name stands between two words, of
// which a pronoun might be meant as well.
func (t *speechText) othersWithin(i, end int, pronoun string) bool {
	person := pronoun == "he" || pronoun == "she"
	for ; i < min(end, len(t.words)); i++ {
		if t.quoteOf[i] >= 0 || t.mentionOf[i] >= 0 || !t.titleAt(i) || t.is(i, speechAdjectives) || t.is(i, namesTitlePrefixes) {
			continue
		}
		many := strings.HasSuffix(t.low[i], "s") && !strings.HasSuffix(t.low[i], "ss")
		if !person || !many && !defineThings[t.low[i]] {
			return true
		}
	}
	return false
}
