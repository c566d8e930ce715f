package corpus

import "strings"

// longestDateline is how many words of a dateline stand before its dash.
const longestDateline = 9

// dateline says whether a report's place line starts at word i, right behind other
// words: "TOULON, France, Sept. 25 --", "WASHINGTON (Reuters)".
func (d *nameText) dateline(words []nameWord, i int) bool {
	if !loud(words[i]) || i > 0 && words[i-1].look == allCapital {
		return false
	}
	k := i + 1
	for k < len(words) && k < i+3 && loud(words[k]) {
		k++
	}
	if d.key(words, k) == "(" {
		return namesAgencies[d.key(words, k+1)]
	}
	if d.key(words, k) != "," {
		return false
	}
	for k++; k < min(len(words), i+longestDateline); k++ {
		switch s := words[k].Of(d.text); {
		case s == "-" || s == "–" || s == "—":
			return true
		case !words[k].capitalised() && s != "," && s != "." && !shortNumber(s):
			return false
		}
	}
	return false
}

// headlineEnd returns the index of the dateline behind a headline that was run together
// with it at the start of the sentence, or 0.
func (d *nameText) headlineEnd(words []nameWord) int {
	for i, w := range words {
		if w.look != mark && !w.capitalised() && !namesSmall[w.Of(d.text)] || i <= 1 && d.lower(w) == "by" {
			return 0
		}
		if i > 2 && d.dateline(words, i) {
			return i
		}
	}
	return 0
}

// twoPlaces says whether the words before and at end are two places, of which the second
// opens what follows without a stop: "in Oslo Norway plans".
func (d *nameText) twoPlaces(words []nameWord, end int) bool {
	a, b := d.key(words, end-1), d.key(words, end)
	return knownPlace(a) && knownPlace(b) && !namesOpenerPairs[a+" "+b] && kindKnown[a+" "+b].kind == Unknown && !namesPlaceHeads[a]
}

// houseAndPerson says whether an organisation known by its letters ends before end and the
// full name of a person starts there: "by the BBC Helen Marsh presents".
func (d *nameText) houseAndPerson(words []nameWord, end int) bool {
	if words[end-1].look != allCapital || words[end].look != capital || !namesGiven[d.lower(words[end])] || kindKnown[d.key(words, end-1)].kind != Organisation {
		return false
	}
	whole := end+1 < len(words) && words[end+1].look == capital && d.nameWordAt(words, end+1) && !namesOrgWords[d.lower(words[end+1])]
	return whole && (words[end+1].possessive() || end+2 == len(words) || !words[end+2].capitalised())
}

// doubled says whether the run from start is written twice, as in a caption and what it stands
// over: "Helen Marsh Helen Marsh presents".
func (d *nameText) doubled(words []nameWord, start, end int) bool {
	n := end - start
	if n < 2 || end+n > len(words) {
		return false
	}
	for i := range n {
		if d.lower(words[start+i]) != d.lower(words[end+i]) || words[start+i].look == mark {
			return false
		}
	}
	return true
}

// personAndHouse says whether the full name of a person ends before end and a house known by
// its letters starts there: "By Helen Marsh BBC News".
func (d *nameText) personAndHouse(words []nameWord, start, end int) bool {
	return end-start >= 2 && words[end].look == allCapital && kindKnown[d.key(words, end)].kind == Organisation &&
		namesGiven[d.lower(words[start])] && words[end-1].look == capital && words[start+1].look == capital && !namesOrgWords[d.lower(words[end-1])]
}

// overArticle widens a name that starts at word from over an Arabic article in lower case:
// "al Qaeda".
func (d *nameText) overArticle(words []nameWord, from int) int {
	if from == 0 || words[from-1].Of(d.text) != "al" || words[from].gap || words[from-1].gap || from > 1 && (words[from-2].capitalised() || words[from-2].Of(d.text) == "et") {
		return from
	}
	return from - 1
}

// knownPlace says whether s is surely a place.
func knownPlace(s string) bool { return kindKnown[s] == kindCue{Place, 12} }

// parts splits found names in which a well-known name and a full name stand side by side
// that the text has as one elsewhere: "UK" and "Helen Marsh".
func (d *nameText) parts() {
	borne := d.borne()
	for n := range d.found {
		f := d.found[n]
		words := d.sentences[f.sentence].words
		if d.houseAndName(words, f, borne) {
			d.found[n].to, d.found[n].End = f.from+1, words[f.from].End
			d.find(f.sentence, f.from+1, f.to, nameTitle{})
			continue
		}
		from := f.to - 2
		if from <= f.from || from > f.from+2 || !namesGiven[d.lower(words[from])] || !d.phrases[d.phrase(words[from:f.to])] {
			continue
		}
		front := d.phrase(words[f.from:from])
		if namesGiven[d.lower(words[f.from])] || words[from-1].look == mark || kindKnown[front].kind == Unknown && !(d.phrases[front] && words[from-1].look == allCapital) {
			continue
		}
		d.found[n].to, d.found[n].End = from, words[from-1].End
		d.find(f.sentence, from, f.to, nameTitle{})
	}
}

// houseAndName says whether f is a house known by its letters, or a place, and a name of one
// word, which the text has alone elsewhere: "CNN Marsh", "in Oslo Marsh said". Borne are the
// surnames of the text: only such a name stands behind a place.
func (d *nameText) houseAndName(words []nameWord, f foundName, borne map[string]bool) bool {
	if f.to-f.from != 2 || words[f.from+1].look != capital {
		return false
	}
	s, front := d.lower(words[f.from+1]), d.key(words, f.from)
	if !(words[f.from].look == allCapital && kindKnown[front].kind == Organisation) && !(knownPlace(front) && !namesGiven[front] && borne[s]) {
		return false
	}
	_, head := kindHeads[s]
	return d.phrases[s] && !namesOrgWords[s] && !namesGeneric[s] && !namesPlaces[s] && !namesDemonyms[s] && !head
}

// borne returns the surnames of the full names that the text has.
func (d *nameText) borne() map[string]bool {
	all := make(map[string]bool)
	for p := range d.phrases {
		if given, surname, two := strings.Cut(p, " "); two && namesGiven[given] {
			all[surname] = true
		}
	}
	return all
}

// rating says whether s is a mark that agencies give to debt: "AAA", "Aa-2", "B-minus".
func rating(s string) bool {
	grade, rest, cut := strings.Cut(s, "-")
	if !cut {
		return len(s) == 3 && strings.Trim(s, "A") == "" || s == "BBB"
	}
	low := strings.ToLower(grade)
	letters := len(low) <= 3 && (strings.Trim(low, "a") == "" || low[0] == 'b' && strings.Trim(low[1:], "ab") == "" || strings.Trim(low, "c") == "")
	return letters && (rest == "minus" || rest == "plus" || len(rest) == 1 && "1" <= rest && rest <= "3")
}

// jobAhead says whether the words in capitals from i on are a speaker's job in a
// transcript and no part of the name in capitals before them: "CNN SENIOR CORRESPONDENT:".
func (d *nameText) jobAhead(words []nameWord, i int) bool {
	if i == 0 || !loud(words[i]) || words[i-1].look != allCapital {
		return false
	}
	k := i
	for k < len(words) && k < i+5 && words[k].look == allCapital {
		k++
	}
	last := d.lower(words[k-1])
	sign := d.key(words, k)
	return (defineRoles[last] || kindNouns[last].kind == Person) && (sign == ":" || sign == "(" || sign == ",")
}

// creditEnd says whether the word before end is the agency of a picture's credit, "Quill
// Marsh/PA", behind which another sentence may start without a stop.
func (d *nameText) creditEnd(words []nameWord, start, end int) bool {
	return end == start+1 && d.key(words, start-1) == "/" && namesAgencies[d.key(words, start)]
}

// roleLabel says whether word i is a role in front of a slash: "Producer/Ada Quill".
func (d *nameText) roleLabel(words []nameWord, i int) bool {
	s := strings.TrimSuffix(d.lower(words[i]), "s")
	return (defineRoles[s] || namesBylines[s]) && d.key(words, i+1) == "/" && words[i+1].Start == words[i].full
}

// bylineRole says whether the words are a writer's field and job: "Health and Science
// Editor".
func (d *nameText) bylineRole(words []nameWord) bool {
	if !namesBylines[d.lower(words[len(words)-1])] {
		return false
	}
	for _, w := range words[:len(words)-1] {
		if s := d.lower(w); !namesTopics[s] && !namesSmall[s] && !namesGeneric[s] && !namesTitlePrefixes[s] {
			return false
		}
	}
	return true
}

// townBehind says whether the "of" at end leads from the name of a bank or a company to
// the town where it is: "Quill Savings Bank of Oak Harbour, Washington".
func (d *nameText) townBehind(words []nameWord, end int) bool {
	k := end + 1
	for k < end+4 && d.nameWordAt(words, k) {
		k++
	}
	state := d.key(words, k+1)
	return k > end+1 && end > 1 && words[end-2].capitalised() && d.key(words, k) == "," && (definePlaceTails[state] || knownPlace(state)) &&
		(namesLegal[d.key(words, end-1)] || namesFrontTails[d.key(words, end-1)])
}

// listOpener says whether word i opens its sentence as the first of a list of names:
// "Quill, Microsoft and Oracle agreed".
func (d *nameText) listOpener(words []nameWord, i int) bool {
	if d.key(words, i+1) != "," || words[i].look != capital || strings.HasSuffix(d.lower(words[i]), "ly") {
		return false
	}
	for k := i + 2; k < min(len(words), i+longestPartners); k++ {
		switch s := words[k].Of(d.text); {
		case s == "and" || s == ",":
			if next := d.key(words, k-1); kindKnown[next].kind != Organisation || words[k-1].look == mark {
				return false
			}
			if s == "and" {
				return true
			}
		case !words[k].capitalised():
			return false
		}
	}
	return false
}

// regionWord says whether word i, behind "the" in mid-sentence, is a part of a country:
// "the Midwest".
func (d *nameText) regionWord(words []nameWord, i int) bool {
	return namesRegions[d.lower(words[i])] && words[i].look == capital && d.key(words, i-1) == "the" && (i+1 == len(words) || !words[i+1].capitalised())
}

// programFor says whether the "for" at end joins two names of a product that a verb for
// such things announces: "introduced Quill for Nurses".
func (d *nameText) programFor(words []nameWord, end int) bool {
	i := end - 1
	for i >= 0 && words[i].capitalised() {
		i--
	}
	if i < 0 || words[i].look != lowerCase || !versionVerbs[words[i].Of(d.text)] || !d.nameWordAt(words, end+1) {
		return false
	}
	next := d.lower(words[end+1])
	return !namesPlaces[next] && kindKnown[next].kind == Unknown && (end+2 == len(words) || !words[end+2].capitalised())
}

// The tables below are read only; keys are lower case.
var (
	// namesAgencies stand in brackets behind the place of a report.
	namesAgencies = wordSet(`pa epa getty reuters ap afp upi cnn xinhua bloomberg reuter dpa pti ani`)

	// namesBylines are jobs of those who write.
	namesBylines = wordSet(`editor correspondent reporter writer producer presenter`)

	// namesRegions are parts of countries in one word.
	namesRegions = wordSet(`midwest northeast southeast southwest northwest`)

	// namesSites are the last parts of addresses that belong to names: "Quill.com".
	namesSites = wordSet(`com org net gov edu`)
)
