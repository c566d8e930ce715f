package corpus

import "strings"

// nameForm is one spelling of a name in the text.
type nameForm struct {
	key    string
	text   string   // as first written, white space collapsed
	words  []string // of key
	person bool     // may be a person's full name
	plain  bool     // has a word that is a common one
	fuller *nameForm
	count  int
	first  int             // which of all found names it is first
	third  int             // and for the third time; 0 where there is none
	full   int             // mentions of the person by this and shorter full names
	kin    bool            // introduced as a relative of somebody who is named
	theirs bool            // introduced as a relative by a pronoun
	hub    bool            // whose relatives are told of
	titles map[string]bool // titles that stood before it; nil: none
	kind   Kind
	votes  kindVotes // of all mentions that it is the fullest form of
}

// nameForms are the spellings of one text and the ways to find them.
type nameForms struct {
	byKey   map[string]*nameForm
	order   []*nameForm
	bySur   map[string][]*nameForm // persons by surname, with and without particles
	byGiven map[string][]*nameForm // persons by given name
	bySplit map[string][]*nameForm // persons by given name, in full, and surname
	byHead  map[string][]*nameForm // names of several words by their initials
	byFront map[string][]*nameForm // companies by the first words of their full names
}

// nameKey returns s in lower case, without full stops, with plain apostrophes and one
// space between words.
func nameKey(s string) string {
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	if strings.ContainsAny(s, ".’,") {
		s = keyMarks.Replace(s)
	}
	return s
}

// keyMarks takes away what spellings differ in that are alike.
var keyMarks = strings.NewReplacer(".", "", "’", "'", ",", "")

// forms gathers the spellings of all found names and notes each name's own.
func (d *nameText) forms() *nameForms {
	forms := &nameForms{
		byKey: make(map[string]*nameForm), bySur: make(map[string][]*nameForm), byGiven: make(map[string][]*nameForm),
		bySplit: make(map[string][]*nameForm), byHead: make(map[string][]*nameForm),
		byFront: make(map[string][]*nameForm),
	}
	for i, f := range d.found {
		text, nick := d.spelt(f)
		key := nameKey(text)
		form := forms.byKey[key]
		if form == nil {
			form = &nameForm{key: key, text: text, words: strings.Fields(key)}
			form.person = d.maybePerson(f, form.words)
			form.plain = d.plain(f)
			forms.add(form)
		}
		if len(form.text) > 3 && form.text == strings.ToUpper(form.text) {
			form.text = text
		}
		d.found[i].form, d.found[i].nick = form, nick
		form.count++
		switch form.count {
		case 1:
			form.first = i
		case 3:
			form.third = i
		}
		if f.title.word != "" {
			if form.titles == nil {
				form.titles = map[string]bool{}
			}
			form.titles[f.title.word] = true
		}
	}
	return forms
}

// plain says whether a word of f is a common one, which the text has in lower case too or
// which opens sentences.
func (d *nameText) plain(f foundName) bool {
	for _, w := range d.sentences[f.sentence].words[f.from:f.to] {
		if c := d.cases[d.lower(w)]; c != nil && c.lower > 0 || d.opener(w) {
			return true
		}
	}
	return false
}

// mostAlike is how many names are filed under one way to find them: among more, none is
// meant for certain.
const mostAlike = 64

// fileForm files form in one of the indexes.
func fileForm(index map[string][]*nameForm, key string, form *nameForm) {
	if len(index[key]) < mostAlike {
		index[key] = append(index[key], form)
	}
}

// add files form under the ways to find it.
func (forms *nameForms) add(form *nameForm) {
	forms.byKey[form.key] = form
	forms.order = append(forms.order, form)
	if len(form.words) < 2 {
		return
	}
	forms.fileFronts(form)
	if !form.person {
		for _, h := range shortForms(form.text) {
			fileForm(forms.byHead, h, form)
		}
		return
	}
	for _, s := range surnames(form) {
		fileForm(forms.bySur, s, form)
	}
	given := form.words[0]
	fileForm(forms.byGiven, given, form)
	fileForm(forms.bySplit, FullGiven(given)+" "+surname(form), form)
}

// surname returns the last word of a person's name, save for "Jr." and the like.
func surname(form *nameForm) string {
	n := len(form.words)
	if n > 2 && namesGenerations[form.words[n-1]] {
		n--
	}
	return form.words[n-1]
}

// surnames returns the spellings of a person's surname, with particles and without;
// none for other names.
func surnames(form *nameForm) []string {
	if !form.person || len(form.words) < 2 {
		return nil
	}
	list := []string{surname(form)}
	if form.surnameFirst() {
		return append(list, form.words[0])
	}
	for i, w := range form.words {
		if i > 0 && namesParticles[w] {
			return append(list, strings.Join(form.words[i:], " "))
		}
	}
	return list
}

// surnameFirst says whether a person's name has the surname in front, as those of Korea and
// China: "Ban Ki-moon", "Hu Jintao".
func (f *nameForm) surnameFirst() bool {
	switch n := len(f.words); {
	case namesGiven[f.words[0]] && f.words[0] != "kim" && f.words[0] != "xi" && f.words[0] != "jia":
		return false
	case n == 2:
		first, tail, hyphen := strings.Cut(f.words[1], "-")
		return hyphen && first != "" && namesHyphenTails[tail] && len(f.words[0]) <= 5 || namesFirstSurnames[f.words[0]] && !hyphen && f.words[0] != "kim"
	case n == 3:
		return (namesFirstSurnames[f.words[0]] || f.words[0] == "lee") && namesHyphenTails[f.words[2]]
	}
	return false
}

// namesFirstSurnames are surnames that stand in front. It is read only.
var namesFirstSurnames = wordSet(`kim roh ban moon yoon chung choi mao deng xi hu wen jiang zhu zhao zhou zhang li chen liu wang`)

// maybePerson says whether f can be the full name of a person.
func (d *nameText) maybePerson(f foundName, words []string) bool {
	if len(words) < 2 || len(words) > 6 {
		return false
	}
	own := d.sentences[f.sentence].words[f.from:f.to]
	if own[0].look == lowerCase {
		return false // "al Qaeda"
	}
	for i, w := range own {
		if d.nickname(own, i) > 0 {
			return true
		}
		s := d.lower(w)
		if w.look == mark && s != "," || w.look == lowerCase && !namesParticles[s] || w.possessive() && i < len(own)-1 ||
			w.look == allCapital && w.End-w.Start > 2 && d.sentences[f.sentence].style == running && !strings.Contains(s, ".") {
			return false
		}
	}
	if f.title.word != "" || namesGiven[words[0]] && !namesOrgWords[words[len(words)-1]] {
		return true
	}
	for _, w := range words {
		if namesOrgWords[w] || namesDemonyms[w] || namesGeneric[w] && !namesGenerations[w] {
			return false
		}
	}
	return !namesPlaceHeads[words[0]] && !namesPlaces[words[len(words)-1]] && !namesPlaces[words[0]] && len(words) <= 4 &&
		own[len(own)-1].look != allCapital
}
