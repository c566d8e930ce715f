package corpus

import "strings"

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
	speaker, ok := t.meant(k)
	return attribution{verb: verb, from: from, to: verb + 1, source: t.words[k].Span, speaker: speaker, sub: sub}, ok
}

// meant returns the one name that the pronoun at word k can mean.
func (t *speechText) meant(k int) (string, bool) {
	n := t.sentenceOf[k]
	names := t.candidates(nil, max(t.bounds[n].Start, k-longestClause), k, t.low[k])
	before := t.sentenceBefore(n)
	if before < 0 {
		return "", false
	}
	b := t.bounds[before]
	names = t.candidates(names, max(b.Start, b.End-longestClause), b.End, t.low[k])
	said, spoke := t.lastSpeaker[before]
	if spoke && said == "" {
		return "", false
	}
	switch {
	case t.low[k] == "they" && !spoke:
		return "", false
	case len(names) == 0 && spoke:
		return said, t.fits(said, t.low[k])
	case len(names) != 1 || !t.fits(names[0], t.low[k]):
		return "", false
	case spoke:
		return said, said == names[0]
	}
	return names[0], t.leads(b, names[0])
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
		name := t.mentions[m].Name
		person := pronoun == "he" || pronoun == "she"
		if person && (isPlaceName(name) || isBodyName(name)) || pronoun == "it" && (isPlaceName(name) || sureGiven(name)) {
			continue
		}
		if len(names) == 0 || names[len(names)-1] != name {
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
func (t *speechText) leads(b Span, name string) bool {
	for i := b.Start; i < min(b.End, b.Start+longestSubject); i++ {
		m := t.mentionOf[i]
		if m < 0 || t.mentions[m].Name != name {
			continue
		}
		w := t.wordsOf[m]
		if t.othersWithin(w.End, b.End) {
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
func (t *speechText) othersWithin(i, end int) bool {
	for ; i < min(end, len(t.words)); i++ {
		if t.quoteOf[i] < 0 && t.mentionOf[i] < 0 && t.titleAt(i) && !t.is(i, speechAdjectives) && !t.is(i, namesTitlePrefixes) {
			return true
		}
	}
	return false
}
