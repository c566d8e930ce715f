package corpus

import "strings"

// nameTitle is a title before a name; zero for none.
type nameTitle struct {
	Span
	word string // its last word, in lower case
}

// titleOf returns the title that words are, widened over the one right before it:
// "Acting" and "Prime Minister".
func (d *nameText) titleOf(words []nameWord, before nameTitle) nameTitle {
	last := words[len(words)-1]
	t := nameTitle{Span{words[0].Start, last.End}, d.lower(last)}
	if d.meet(before.Span, t.Span) {
		t.Start = before.Start
	}
	return t
}

// pastTitle skips the word at i, at which no name starts, or the title that starts there:
// "Former President" where a sentence starts.
func (d *nameText) pastTitle(words []nameWord, i int) (int, nameTitle) {
	if words[i].capitalised() {
		if n := d.titleAt(words, i, len(words)); n > 0 {
			return i + n, d.titleOf(words[i:i+n], nameTitle{})
		}
	}
	return i + 1, nameTitle{}
}

// titleBefore returns the span of the title that stands directly before name, or zero.
func (d *nameText) titleBefore(t nameTitle, name Span) Span {
	if d.meet(t.Span, name) {
		return t.Span
	}
	return Span{}
}

// meet says whether only white space stands between a and b; never for an empty a.
func (d *nameText) meet(a, b Span) bool {
	return a.Start < a.End && a.End <= b.Start && strings.TrimSpace(d.text[a.End:b.Start]) == ""
}

// titleAt returns how many words from i on are a title that does not belong to the
// name after it, or 0.
func (d *nameText) titleAt(words []nameWord, i, end int) int {
	if n := d.titlePhrase(words, i, end); n > 0 {
		return n
	}
	k := i
	for k < min(end, i+6) && namesTitlePrefixes[d.lower(words[k])] {
		k++
	}
	if k > i && (k == end || !namesTitles[d.lower(words[k])]) {
		k-- // a word that is a prefix and a title: "General Quill"
	}
	if k == end || !namesTitles[d.lower(words[k])] || d.boundPair(words, i-1) || d.boundPair(words, k) || d.boundPair(words, k-1) ||
		d.rankInName(words, k) || d.legalAG(words, k) {
		return 0
	}
	return k + 1 - i
}

// boundPair says whether words i and i+1 are one name although one of them reads like a
// title: "General Motors".
func (d *nameText) boundPair(words []nameWord, i int) bool {
	return i >= 0 && i+1 < len(words) && namesNotTitle[d.lower(words[i])+" "+d.lower(words[i+1])]
}

// titlePhrase returns how many words from i on are a title of several words, or 0.
func (d *nameText) titlePhrase(words []nameWord, i, end int) int {
	if words[i].look != capital || !namesTitlePhraseHeads[words[i].Of(d.text)] {
		return 0
	}
	best := 0
	for k := i + 1; k < min(end, i+6); k++ {
		if words[k].gap {
			break
		}
		if namesTitlePhrases[strings.Join(strings.Fields(d.text[words[i].Start:words[k].End]), " ")] {
			best = k + 1 - i
		}
	}
	return best
}

// officeTail returns how many words from i on tell the field of the office before them, in
// front of the name of its holder: "for Human Rights" between "High Commissioner" and "Ada
// Quill"; or 0.
func (d *nameText) officeTail(words []nameWord, i int, title nameTitle) int {
	if s := words[i].Of(d.text); s != "for" && s != "of" || !d.meet(title.Span, words[i].Span) {
		return 0
	}
	k := i + 1
	for k < len(words) && (words[k].capitalised() && (namesTopics[d.lower(words[k])] || namesFields[d.lower(words[k])]) || k > i+1 && words[k].Of(d.text) == "and") {
		k++
	}
	if k == i+1 || words[k-1].look == lowerCase || k+1 >= len(words) || words[k].look != capital || words[k+1].look != capital {
		return 0
	}
	return k - i
}

// namesFields are fields of offices that are no namesTopics.
var namesFields = wordSet(`humanitarian foreign interior internal external women youth tourism relief emergency peacekeeping refugees religious legal`)

// roleBefore says whether the word at from is a role before the full name of a person:
// "Lawyer Ed Stone".
func (d *nameText) roleBefore(words []nameWord, from, to int) bool {
	s := d.lower(words[from])
	return to-from >= 3 && defineRoles[s] && !namesRegal[s] && namesGiven[d.lower(words[from+1])]
}

// originBefore says whether the word at from tells where the person comes from whose full
// name follows: "Spaniard Diego Ruiz".
func (d *nameText) originBefore(words []nameWord, from, to int) bool {
	return to-from >= 3 && namesDemonyms[d.lower(words[from])] && namesGiven[d.lower(words[from+1])] && words[from+2].look == capital &&
		!namesOrgWords[d.lower(words[to-1])]
}
