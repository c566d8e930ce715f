package corpus

import "strings"

// kindView is a mention among the words of its sentence.
type kindView struct {
	d        *nameText
	words    []nameWord
	from, to int // the mention's words
}

// low returns word i in lower case, or "" where there is none.
func (k kindView) low(i int) string {
	if i < 0 || i >= len(k.words) {
		return ""
	}
	return k.d.lower(k.words[i])
}

// plain says whether word i is written in lower case.
func (k kindView) plain(i int) bool {
	return i >= 0 && i < len(k.words) && k.words[i].look == lowerCase
}

// votes counts what stands around one mention of a name.
func (d *nameText) votes(v *kindVotes, f foundName) {
	k := kindView{d, d.sentences[f.sentence].words, f.from, f.to}
	if f.from <= 1 && f.sentence+1 < len(d.sentences) && k.d.pronounFirst(d.sentences[f.sentence+1].words) {
		v.add(kindCue{Person, 1})
	}
	if d.dateline(k.words, f.from) {
		v.add(kindCue{Place, 3})
	}
	if k.low(f.from-1) == "/" && namesAgencies[k.low(f.from)] {
		v.add(kindCue{Organisation, 13})
	}
	if f.title.word != "" {
		v.add(kindCue{Person, 5})
		k.behind(v)
		return
	}
	k.before(v)
	if k.words[k.to-1].possessive() {
		v.add(kindOwned[k.low(k.to)])
		return
	}
	k.behind(v)
}

// before counts the words in front of the mention.
func (k kindView) before(v *kindVotes) {
	i := k.from - 1
	if i < 0 || k.words[k.from].gap {
		return
	}
	if k.quoted(i) {
		v.add(kindCue{Other, 2})
	}
	if kindQuotes[k.low(i)] {
		i--
	}
	switch k.low(i) {
	case "the":
		k.afterArticle(v)
		i--
	case "<":
		v.add(kindCue{Organisation, 3})
	}
	if c, known := kindPairs[k.low(i-1)+" "+k.low(i)]; known {
		v.add(c)
		return
	}
	k.behindWord(v, i)
}

// behindWord counts the preposition or the noun at i in front of the mention, and the
// list that it stands in.
func (k kindView) behindWord(v *kindVotes, i int) {
	w := k.low(i)
	if w == "of" && k.low(i-1) == "," && defineBreaks[k.low(k.to)] {
		v.add(kindCue{Place, 3}) // "Ada Quill, of Oslo,"
	}
	if c, known := kindPrepositions[w]; known {
		if !k.plain(k.to) || kindAfterPlace[k.low(k.to)] || c.kind != Place {
			v.add(c)
		}
		return
	}
	switch {
	case k.plain(i) && k.low(k.from-1) != "the":
		v.add(nounCue(w))
	case w == "," && defineBreaks[k.low(k.to)]:
		if k.apposedBefore(i-1) || k.whose(i-1) {
			v.add(kindNouns[k.low(i-1)])
		}
	}
	k.listed(v, i)
}

// quoted says whether the mention fills a quotation that opens at word i, or before the
// article there.
func (k kindView) quoted(i int) bool {
	if k.low(i) == "the" {
		i--
	}
	return kindQuotes[k.low(i)] && k.to < len(k.words) && k.d.closesQuote(k.words, k.to)
}

// afterArticle counts "the" before the mention: persons have none, save in "the Musk
// plan".
func (k kindView) afterArticle(v *kindVotes) {
	if k.plain(k.to) && !kindAfterPlace[k.low(k.to)] || k.to < len(k.words) && k.words[k.to].capitalised() {
		return
	}
	last := k.words[k.to-1]
	switch {
	case last.look == allCapital, strings.HasSuffix(k.low(k.to-1), "s") && k.to == k.from+1:
		v.add(kindCue{Organisation, 2})
	default:
		v.add(kindCue{Organisation, 1})
		v.add(kindCue{Other, 1})
		v.add(kindCue{Person, -2})
	}
}

// apposedBefore says whether the noun at i ends a phrase that an article opens.
func (k kindView) apposedBefore(i int) bool {
	for n := 0; n < 5 && i-n >= 0; n++ {
		if defineArticles[k.low(i-n)] || definePossessives[k.low(i-n)] || k.words[i-n].possessive() {
			return true
		}
		if k.words[i-n].look == mark {
			return false
		}
	}
	return false
}

// whose says whether "whose" opens the phrase that the noun at i ends.
func (k kindView) whose(i int) bool {
	for n := i - 1; n >= 0 && n > i-5; n-- {
		if k.low(n) == "whose" {
			return true
		}
	}
	return false
}

// listed counts "companies such as NAME" and "states like NAME", and the further names
// of such a list.
func (k kindView) listed(v *kindVotes, i int) {
	for n := 0; n < 12 && (k.low(i) == "," || k.low(i) == "and" || k.low(i) == "or" || i >= 0 && k.words[i].capitalised()); n++ {
		i--
	}
	switch k.low(i) {
	case "as":
		if k.low(i-1) != "such" {
			return
		}
		i--
	case "like", "including":
	default:
		return
	}
	i--
	if k.low(i) == "," {
		i--
	}
	if strings.HasSuffix(k.low(i), "s") {
		v.add(nounCue(k.low(i)))
	}
}

// nounCue returns what a noun or its plural says of the name that it stands before.
func nounCue(w string) kindCue {
	c, known := kindNouns[w]
	if s, plural := strings.CutSuffix(w, "s"); !known && plural {
		if c, known = kindNouns[s]; !known {
			c = kindNouns[strings.TrimSuffix(s, "ie")+"y"]
		}
	}
	return c
}

// behind counts the words after the mention.
func (k kindView) behind(v *kindVotes) {
	i := k.to
	if i >= len(k.words) || k.words[i].gap {
		return
	}
	w := k.low(i)
	switch {
	case w == ",":
		k.apposed(v, i+1)
	case w == "(" || w == "<":
		k.bracket(v, i+1)
	case w == ":" && k.from == 0 && loud(k.words[k.to-1]):
		v.add(kindCue{Person, 3}) // who speaks, in a transcript
	case w == "-":
		v.add(kindHyphened[k.low(i+1)])
	case k.plain(i):
		k.verb(v, i)
	case k.words[i].capitalised():
		v.add(kindOffices[w])
	}
}

// verb counts the word behind the mention: a verb, a relative word or a noun that goes
// with one kind of names.
func (k kindView) verb(v *kindVotes, i int) {
	w := k.low(i)
	switch {
	case kindCopulas[w] && defineArticles[k.low(i+1)]:
		v.add(k.noun(i + 1))
	case (w == "said" || w == "says") && (k.low(i+1) == "it" || k.low(i+1) == "its"):
		v.add(kindCue{Organisation, 3})
	case (w == "said" || w == "says") && (k.low(i+1) == "he" || k.low(i+1) == "she"):
		v.add(kindCue{Person, 3})
	case k.from == 0 && k.pronounFollows(i):
		v.add(kindCue{Person, 1})
	}
	if c := kindBehind[w]; c.kind != Person || k.words[k.to-1].look == capital {
		v.add(c)
	}
	v.add(kindOffices[w])
}

// pronounFirst says whether a pronoun for one person opens a sentence.
func (d *nameText) pronounFirst(words []nameWord) bool {
	if len(words) == 0 {
		return false
	}
	s := d.lower(words[0])
	return s == "he" || s == "she" || s == "his" || s == "her"
}

// speaker says whether the name opens the line of a speaker in a transcript, with the
// speaker's job behind the comma at i: "ADA QUILL, CNN ANCHOR:".
func (k kindView) speaker(i int) bool {
	if k.from > 0 || !loud(k.words[k.to-1]) {
		return false
	}
	for i++; i < len(k.words) && k.words[i].look == allCapital && i < k.to+kindReach; i++ {
	}
	return k.low(i) == ":" || k.low(i) == "("
}

// pronounFollows says whether "he", "she", "his" or "her" is the next pronoun of the
// sentence.
func (k kindView) pronounFollows(i int) bool {
	for ; i < len(k.words); i++ {
		switch k.low(i) {
		case "he", "she", "his", "her":
			return true
		case "it", "its", "they", "their", "who":
			return false
		}
		if k.words[i].capitalised() {
			return false
		}
	}
	return false
}

// bracket counts what a bracket behind the mention says: a party and a state, or the sign
// of a share.
func (k kindView) bracket(v *kindVotes, i int) {
	w := k.low(i)
	switch {
	case namesPartyCode(w):
		v.add(kindCue{Person, 4})
	case kindExchanges[w] || k.low(k.to) == "<" && i < len(k.words) && k.words[i].look == allCapital:
		v.add(kindCue{Organisation, 4})
	case k.age(i):
		v.add(kindCue{Person, 3})
	}
}

// age says whether word i is somebody's age between two signs.
func (k kindView) age(i int) bool {
	w := k.low(i)
	return len(w) == 2 && isDigits(w) && w >= "16" && (k.low(i+1) == "," || k.low(i+1) == ")")
}

// apposed counts what stands behind a comma after the mention.
func (k kindView) apposed(v *kindVotes, i int) {
	w := k.low(i)
	switch {
	case k.age(i) || k.speaker(i-1):
		v.add(kindCue{Person, 4})
	case w == "who" || w == "whom":
		if c := kindPairs[k.low(k.from-2)+" "+k.low(k.from-1)]; c.kind == Unknown || c.kind == Person {
			v.add(kindCue{Person, 3}) // not in "Ada Quill, the head of Quanta, who"
		}
	case definePlaceTails[w] && i < len(k.words) && k.words[i].capitalised() && k.to-k.from <= 2 && k.low(k.from-1) != ",":
		v.add(kindCue{Place, 4})
	case k.low(k.from-1) == "in" || k.low(k.from-1) == "at" || k.low(k.from-1) == "on":
	default:
		v.add(k.noun(i))
	}
}

// kindReach is how many words a phrase is read for the noun that it turns on.
const kindReach = 12

// noun returns what the phrase from word i on says: the cue of the last known noun before
// a preposition, a participle or a sign. A phrase that goes on as a clause says nothing.
func (k kindView) noun(i int) kindCue {
	found, last := kindCue{}, -1
	article := defineDeterminers[k.low(i)]
	for n := i; n < min(len(k.words), i+kindReach); n++ {
		w := k.low(n)
		if n > i && (defineAfterHead[w] || defineBreaks[w] || last == n-1 && strings.HasSuffix(w, "ed")) {
			if last == n-1 {
				return found
			}
			return kindCue{}
		}
		c, known := kindNouns[w]
		switch {
		case known && (k.plain(n) || namesTitles[w]) && !k.words[n].possessive():
			found, last = c, n
		case !article && n == i+3:
			return kindCue{}
		}
	}
	if last == len(k.words)-1 {
		return found
	}
	return kindCue{}
}
