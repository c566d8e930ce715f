package corpus

import (
	"strings"
	"sync"

	"github.com/jdkato/prose/v3/tag"
)

// nameTagger returns the tagger of parts of speech, which is loaded once and safe for
// concurrent use.
var nameTagger = sync.OnceValues(func() (*tag.Tagger, error) { return tag.New() })

// longestPhrase is how many words a name in a headline can have.
const longestPhrase = 7

// learn notes the names found in running text, by which headlines are read.
func (d *nameText) learn() {
	for _, f := range d.found {
		d.phrases[d.phrase(d.sentences[f.sentence].words[f.from:f.to])] = true
	}
}

// phrase returns the words in lower case with one space between them.
func (d *nameText) phrase(words []nameWord) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(d.lower(w))
	}
	return b.String()
}

// known finds names between two words of a headline: those that running text has as names, and words whose
// very spelling marks a name. Without running text a headline gives only the latter.
func (d *nameText) known(sentence, from, to int) {
	words := d.sentences[sentence].words[:to]
	title := nameTitle{}
	for i := from; i < to; {
		n := d.knownAt(words, i)
		if n == 0 {
			i, title = d.pastTitle(words, i)
			continue
		}
		d.find(sentence, i, i+n, title)
		i, title = i+n, nameTitle{}
	}
}

// knownAt returns how many words from i on are a known name, or 0.
func (d *nameText) knownAt(words []nameWord, i int) int {
	if !words[i].capitalised() {
		return 0
	}
	for k := min(len(words), i+longestPhrase); k > i; k-- {
		if words[k-1].capitalised() && d.phrases[d.phrase(words[i:k])] && !d.broken(words[i:k]) {
			return k - i
		}
	}
	s := words[i].Of(d.text)
	if words[i].look == capital && hasUpper(s[1:]) && !strings.Contains(s, "-") && !namesNever[d.lower(words[i])] {
		return 1
	}
	if n := d.plainAt(words, i); n > 0 {
		return n
	}
	n := 0
	for i+n < len(words) && d.knownPart(words[i+n]) && !(n > 0 && (words[i+n].gap || words[i+n-1].possessive())) {
		n++
	}
	return n
}

// plainAt returns how many words from i on name something by tables alone: a given name
// and a surname, or a well-known place; or 0.
func (d *nameText) plainAt(words []nameWord, i int) int {
	s, next := d.lower(words[i]), ""
	if words[i].look != capital || words[i].possessive() && !namesPlaces[s] {
		return 0
	}
	if i+1 < len(words) && words[i+1].look == capital && !words[i+1].gap {
		next = d.lower(words[i+1])
	}
	switch {
	case next != "" && namesOpenerPairs[s+" "+next], next != "" && namesTwoWordPlaces[s] && !d.opener(words[i+1]):
		return 2
	case next != "" && namesGiven[s] && !d.opener(words[i]) && !d.ordinary(words[i]) && !d.opener(words[i+1]) && !d.ordinary(words[i+1]) && !namesNever[next]:
		return 2
	case namesPlaces[s]:
		return 1
	}
	return 0
}

// broken says whether a wide gap or a possessive stands inside words.
func (d *nameText) broken(words []nameWord) bool {
	for i, w := range words {
		if i > 0 && w.gap || i < len(words)-1 && w.possessive() {
			return true
		}
	}
	return false
}

// knownPart says whether running text uses the word inside sentences with a capital and
// never without.
func (d *nameText) knownPart(w nameWord) bool {
	s := d.lower(w)
	c := d.cases[s]
	return (w.look == capital || w.End-w.Start > 3) && c != nil && c.inner > 0 && c.lower == 0 &&
		!d.opener(w) && !namesNever[s] && !namesDays[s] && !namesDemonyms[s] && !namesGeneric[s] && !namesTitles[s]
}

// titleStretch returns where the stretch of capitalised words at i ends, past small
// words, numbers and signs, and whether it reads like a headline: many ordinary words
// have a capital there.
func (d *nameText) titleStretch(words []nameWord, i int) (int, bool) {
	capitals, ordinary, k := 0, 0, i
	for ; k < len(words); k++ {
		s := words[k].Of(d.text)
		switch {
		case words[k].capitalised():
			capitals++
			if d.ordinary(words[k]) {
				ordinary++
			}
		case words[k].look == mark && s != "." && s != "”" && s != "“", namesSmall[s], shortNumber(s):
		default:
			return k, capitals >= 6 && ordinary >= 4 && ordinary*2 >= capitals
		}
	}
	return k, capitals >= 6 && ordinary >= 4 && ordinary*2 >= capitals
}

// ordinary says whether a capitalised word is a common one, which the text has in lower
// case too or which opens sentences.
func (d *nameText) ordinary(w nameWord) bool {
	s := d.lower(w)
	if namesTitles[s] || namesTitlePrefixes[s] || namesOrgWords[s] || namesTopics[s] {
		return false
	}
	c := d.cases[s]
	return d.opener(w) || c != nil && c.lower > 0
}
