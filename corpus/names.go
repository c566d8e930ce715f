package corpus

import (
	"cmp"
	"slices"
	"strings"
)

// Mentions returns every span of text that names a person, an organisation, a place,
// a project, a product, a law, a work or an event, and every handle ("@owl"): in order, disjoint, each within one of
// sentences. Titles, possessive endings and a leading "the" are outside the span.
//
// Days and months alone are not names, nor are words of origin, belief or party
// ("American", "Democrat"), nor common abbreviations ("CEO", "AI"); inside a longer
// name they stay ("Democratic Party").
//
// Name is the fullest form that the text itself gives: "Altman" has the name
// "Sam Altman" where the text has one Sam Altman. Of several bearers of a surname the
// one last named in full is meant; before any of them is, the surname stays bare. Short
// forms, former names, nicknames and handles have the Name of what the text says they
// stand for ("Quanta, formerly known as Kite"), never by their spelling alone.
//
// Kind is what most of the text's cues on all mentions of a Name say together with the
// name's own words; with too few, or as many for another kind, it is Unknown. Title is the
// title before the mention with only white space between.
//
// Sentences must lie within text, in order and disjoint; what does not is passed over.
// The result depends on nothing else, and the work grows linearly with the text.
func Mentions(text string, sentences []Span) []Mention {
	d := newNameText(text, sentences)
	for i := range d.sentences {
		if d.sentences[i].style == running {
			d.runs(i)
		}
	}
	d.learn()
	for i := range d.sentences {
		if d.sentences[i].style == headline {
			d.known(i, 0, len(d.sentences[i].words))
		}
	}
	for _, s := range d.stretches {
		d.known(s.sentence, s.from, s.to)
	}
	d.parts()
	slices.SortFunc(d.found, func(a, b foundName) int { return cmp.Compare(a.Start, b.Start) })
	return d.link()
}

// sentenceStyle says how a sentence uses capital letters.
type sentenceStyle uint8

const (
	running  sentenceStyle = iota // capitals mark names
	headline                      // nearly every word has a capital
)

// nameSentence is one sentence as words.
type nameSentence struct {
	words []nameWord
	style sentenceStyle
}

// caseCount counts how one spelling occurs in the whole text.
type caseCount struct {
	lower int // in lower case
	inner int // with a capital where no sentence or quotation starts
}

// foundName is a mention before it is linked to its fullest form.
type foundName struct {
	Span
	sentence, from, to int // its words
	title              nameTitle
	form               *nameForm // its spelling, once it is compared with others
	nick               string    // the nickname inside it
}

// nameText is what is known of the text at hand.
type nameText struct {
	text      string
	sentences []nameSentence
	cases     map[string]*caseCount // by lower-case spelling, of words seen with a capital
	pairs     map[string]bool       // capitalised neighbours inside sentences, "federal reserve"
	numbers   map[string]int        // capitalised words and short numbers behind them, "diablo 4"
	phrases   map[string]bool       // names found in running text, lower case
	terms     map[string]bool       // abbreviations of ordinary words, lower case
	found     []foundName
	stretches []stretch
}

// stretch is a part of a sentence that is written like a headline.
type stretch struct{ sentence, from, to int }

// newNameText splits the sentences into words and counts how they are written.
func newNameText(text string, sentences []Span) *nameText {
	d := &nameText{
		text:  text,
		cases: make(map[string]*caseCount), pairs: make(map[string]bool), phrases: make(map[string]bool),
		numbers: make(map[string]int), terms: make(map[string]bool),
	}
	words := make([]nameWord, 0, len(text)/5+8)
	end := 0
	for _, s := range sentences {
		if s.Start < end || s.End > len(text) || s.Start >= s.End {
			continue
		}
		from := len(words)
		words = appendWords(words, text, s)
		end = s.End
		own := words[from:len(words):len(words)]
		d.sentences = append(d.sentences, nameSentence{words: own, style: styleOf(text, own)})
	}
	d.count()
	return d
}

// count fills cases and pairs.
func (d *nameText) count() {
	for _, s := range d.sentences {
		for i, w := range s.words {
			switch {
			case w.look == capital:
				d.countCapital(s, i)
			case w.look == allCapital && w.End-w.Start > 3 && d.cases[d.lower(w)] == nil:
				d.cases[d.lower(w)] = new(caseCount)
			}
		}
	}
	for _, s := range d.sentences {
		for _, w := range s.words {
			if w.look == lowerCase {
				if c := d.cases[w.Of(d.text)]; c != nil {
					c.lower++
				}
			}
		}
	}
}

// countCapital counts the capitalised word i of sentence s.
func (d *nameText) countCapital(s nameSentence, i int) {
	key := strings.ToLower(s.words[i].Of(d.text))
	c := d.cases[key]
	if c == nil {
		c = new(caseCount)
		d.cases[key] = c
	}
	if s.style != running || d.starts(s.words, i) {
		return
	}
	if !d.amidProse(s.words, i) {
		return
	}
	c.inner++
	if i+1 < len(s.words) && shortNumber(s.words[i+1].Of(d.text)) {
		d.numbers[key+" "+s.words[i+1].Of(d.text)]++
	}
	if i+1 < len(s.words) && s.words[i+1].look == capital {
		d.pairs[key+" "+strings.ToLower(s.words[i+1].Of(d.text))] = true
	}
}

// amidProse says whether an ordinary word in lower case stands near word i.
func (d *nameText) amidProse(words []nameWord, i int) bool {
	for k := max(0, i-5); k < min(len(words), i+6); k++ {
		if words[k].look == lowerCase && !namesSmall[words[k].Of(d.text)] && !shortNumber(words[k].Of(d.text)) {
			return true
		}
	}
	return false
}

// lower returns word in lower case.
func (d *nameText) lower(w nameWord) string {
	if w.low != "" {
		return w.low
	}
	return strings.ToLower(w.Of(d.text))
}

// starts says whether word i opens its sentence, a quotation or what follows a colon,
// where a capital says nothing.
func (d *nameText) starts(words []nameWord, i int) bool {
	if i == 0 || words[i].gap {
		return true
	}
	if words[i-1].look != mark {
		return false
	}
	switch words[i-1].Of(d.text) {
	case "“", "‘", ":", "•", "*", "·", "?", "!", ".", "…", "[", "|":
		return true
	case `"`, "'":
		return i == 1 || words[i-2].full < words[i-1].Start
	case "-", "–", "—", "(":
		return i == 1
	}
	return false
}

// styleOf says how a sentence uses capital letters.
func styleOf(text string, words []nameWord) sentenceStyle {
	capitals, shouted, prose := 0, 0, 0
	for _, w := range words {
		s := w.Of(text)
		switch {
		case w.look == mark || w.look == lowerCase && !lowerFirst(s):
		case w.look == allCapital && len(s) > 1:
			shouted++
			capitals++
		case w.capitalised():
			capitals++
		case !namesSmall[s]:
			prose++
		}
	}
	stopped := len(words) > 0 && strings.Contains(".?!", words[len(words)-1].Of(text))
	switch {
	case prose == 0 && shouted >= 3, prose == 1 && capitals >= 8 && !stopped:
		return headline
	case prose == 0 && capitals >= 4 && !listsNames(text, words):
		return headline
	}
	return running
}

// listsNames says whether the sentence is a row of names and signs, such as a caption
// or a list of persons, and no headline: it has a comma or "and" for every three words.
func listsNames(text string, words []nameWord) bool {
	signs, capitals := 1, 0
	for _, w := range words {
		switch s := w.Of(text); {
		case s == "," || s == ";" || s == "and" || s == "&" || s == "(":
			signs++
		case w.capitalised():
			capitals++
			if t := strings.ToLower(s); namesOpeners[t] || namesFunction[t] {
				return false
			}
		}
	}
	return capitals <= 3*signs
}

// lowerFirst says whether s starts with a lower-case ASCII letter.
func lowerFirst(s string) bool { return s != "" && 'a' <= s[0] && s[0] <= 'z' }
