package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameForm is one spelling of a name in the text.
type nameForm struct {
	key    string
	text   string   // as first written, white space collapsed
	words  []string // of key
	person bool     // may be a person's full name
	fuller *nameForm
	count  int
	titles map[string]bool // titles that stood before it
}

// nameForms are the spellings of one text and the ways to find them.
type nameForms struct {
	byKey   map[string]*nameForm
	order   []*nameForm
	bySur   map[string][]*nameForm // persons by surname, with and without particles
	byGiven map[string][]*nameForm // persons by given name
	bySplit map[string][]*nameForm // persons by given name and surname
	byHead  map[string][]*nameForm // names of several words by their initials
}

// link gives every found name its fullest form.
func (d *nameText) link() []Mention {
	forms := d.forms()
	d.bracketed(forms)
	for _, f := range forms.order {
		if f.fuller == nil {
			f.fuller = forms.variant(f)
		}
	}
	last := make(map[string]*nameForm) // the bearer of a surname who was last named in full
	mentions := make([]Mention, 0, len(d.found))
	end := 0
	for _, f := range d.found {
		form := forms.byKey[d.key(f)]
		if f.Start < end || form == nil {
			continue
		}
		whole := forms.choose(form, f.title, last)
		for _, s := range surnames(whole) {
			last[s] = whole
		}
		f.Span = d.withParticles(f, whole)
		if f.Start < end {
			continue
		}
		end = f.End
		mentions = append(mentions, Mention{Span: f.Span, Name: whole.text})
	}
	return mentions
}

// key returns the spelling of f by which it is compared: lower case, without full stops,
// with plain apostrophes.
func (d *nameText) key(f foundName) string {
	return nameKey(f.Of(d.text))
}

// nameKey returns s in lower case, without full stops, with plain apostrophes and one
// space between words.
func nameKey(s string) string {
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	if strings.ContainsAny(s, ".’,") {
		s = strings.NewReplacer(".", "", "’", "'", ",", "").Replace(s)
	}
	return s
}

// forms gathers the spellings of all found names.
func (d *nameText) forms() *nameForms {
	forms := &nameForms{
		byKey: make(map[string]*nameForm), bySur: make(map[string][]*nameForm), byGiven: make(map[string][]*nameForm),
		bySplit: make(map[string][]*nameForm), byHead: make(map[string][]*nameForm),
	}
	for _, f := range d.found {
		key := d.key(f)
		form := forms.byKey[key]
		if form == nil {
			form = &nameForm{key: key, text: strings.Join(strings.Fields(f.Of(d.text)), " "), words: strings.Fields(key), titles: make(map[string]bool)}
			form.person = d.maybePerson(f, form.words)
			forms.add(form)
		}
		if len(form.text) > 3 && form.text == strings.ToUpper(form.text) {
			form.text = strings.Join(strings.Fields(f.Of(d.text)), " ")
		}
		form.count++
		if f.title != "" {
			form.titles[f.title] = true
		}
	}
	return forms
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
	if !form.person {
		for _, h := range initials(form.text) {
			fileForm(forms.byHead, h, form)
		}
		return
	}
	for _, s := range surnames(form) {
		fileForm(forms.bySur, s, form)
	}
	given := form.words[0]
	fileForm(forms.byGiven, given, form)
	fileForm(forms.bySplit, given+" "+surname(form), form)
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
	for i, w := range form.words {
		if i > 0 && namesParticles[w] {
			return append(list, strings.Join(form.words[i:], " "))
		}
	}
	return list
}

// maybePerson says whether f can be the full name of a person.
func (d *nameText) maybePerson(f foundName, words []string) bool {
	if len(words) < 2 || len(words) > 6 {
		return false
	}
	own := d.sentences[f.sentence].words[f.from:f.to]
	for i, w := range own {
		s := d.lower(w)
		if w.look == mark && s != "," || w.look == lowerCase && !namesParticles[s] || w.possessive() && i < len(own)-1 ||
			w.look == allCapital && w.End-w.Start > 3 && d.sentences[f.sentence].style == running && !strings.Contains(s, ".") {
			return false
		}
	}
	if f.title != "" || namesGiven[words[0]] && !namesOrgWords[words[len(words)-1]] {
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

// initials returns the letters by which a long name may be abbreviated: those of its
// capitalised words, and those of all its words.
func initials(text string) []string {
	var some, all strings.Builder
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == ',' }) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) {
			some.WriteRune(unicode.ToLower(r))
		}
		all.WriteRune(unicode.ToLower(r))
	}
	if some.Len() == all.Len() {
		return []string{some.String()}
	}
	return []string{some.String(), all.String()}
}

// bracketed links a short form in brackets to the long form before it, and the other way
// round: "World Health Organization (WHO)".
func (d *nameText) bracketed(forms *nameForms) {
	for i := 1; i < len(d.found); i++ {
		a, b := d.found[i-1], d.found[i]
		if a.sentence != b.sentence || b.from-a.to != 1 || d.sentences[a.sentence].words[a.to].Of(d.text) != "(" {
			continue
		}
		words := d.sentences[b.sentence].words
		if b.to >= len(words) || words[b.to].Of(d.text) != ")" {
			continue
		}
		long, short := forms.byKey[d.key(a)], forms.byKey[d.key(b)]
		if len(long.key) < len(short.key) {
			long, short = short, long
		}
		if abbreviates(short, long) && long.fuller == nil {
			short.fuller = long
		}
	}
}

// abbreviates says whether short is made of the first letters of long.
func abbreviates(short, long *nameForm) bool {
	if len(short.words) != 1 || len(short.text) < 2 || lookOf(short.text) == lowerCase {
		return false
	}
	for _, h := range initials(long.text) {
		if h == short.key || strings.TrimSuffix(short.key, "s") == h {
			return true
		}
	}
	return false
}

// variant returns the one fuller spelling of form wherever it stands in the text, or nil.
func (forms *nameForms) variant(form *nameForm) *nameForm {
	switch {
	case form.person:
		return only(forms.bySplit[form.words[0]+" "+surname(form)], func(g *nameForm) bool { return len(g.words) > len(form.words) })
	case len(form.words) > 1:
		return nil
	case lookOf(form.text) == allCapital:
		if g := only(forms.byHead[form.key], func(g *nameForm) bool { return len(g.words) > 1 }); g != nil {
			return g
		}
	}
	for _, tail := range namesCompanyTails {
		if g := forms.byKey[form.key+" "+tail]; g != nil {
			return g
		}
	}
	return nil
}

// only returns the one form of the list that keep holds for, or nil.
func only(list []*nameForm, keep func(*nameForm) bool) *nameForm {
	var one *nameForm
	for _, g := range list {
		if !keep(g) {
			continue
		}
		if one != nil {
			return nil
		}
		one = g
	}
	return one
}

// choose returns the form that a mention means, which follows title. Last holds the
// bearer of each surname who was last named in full.
func (forms *nameForms) choose(form *nameForm, title string, last map[string]*nameForm) *nameForm {
	whole := form
	if !form.person && form.fuller == nil {
		whole = forms.bearer(form, title, last)
	}
	for n := 0; whole.fuller != nil && n < 3; n++ {
		whole = whole.fuller
	}
	return whole
}

// bearer returns the person whom a bare surname or given name means, or form itself.
func (forms *nameForms) bearer(form *nameForm, title string, last map[string]*nameForm) *nameForm {
	bearers := distinct(forms.bySur[form.key])
	if len(bearers) == 1 && forms.chance(bearers[0]) {
		return form
	}
	if namesPlaces[form.key] && title == "" {
		bearers = nil
	}
	if len(bearers) == 1 {
		return bearers[0]
	}
	if len(bearers) > 1 {
		if one := only(bearers, func(g *nameForm) bool { return title != "" && !namesCourtesy[title] && g.titles[title] }); one != nil {
			return one
		}
		if g := last[form.key]; g != nil {
			return g
		}
		return form
	}
	if given := distinct(forms.byGiven[form.key]); len(given) == 1 && namesGiven[form.key] && title == "" {
		return given[0]
	}
	return form
}

// chance says whether form may be two names that met once: "gave Jackson Valium" in a
// text with another Jackson.
func (forms *nameForms) chance(form *nameForm) bool {
	return form.count == 1 && len(form.titles) == 0 && len(forms.bySur[form.words[0]]) > 0 && len(form.words) == 2
}

// distinct leaves out the forms that another form of the list stands for.
func distinct(list []*nameForm) []*nameForm {
	if len(list) < 2 {
		return list
	}
	var kept []*nameForm
	for _, g := range list {
		if g.fuller == nil {
			kept = append(kept, g)
		}
	}
	return kept
}

// withParticles widens the span of a bare surname over the particles that belong to it:
// "von der Leyen".
func (d *nameText) withParticles(f foundName, whole *nameForm) Span {
	words := d.sentences[f.sentence].words
	i := f.from
	for i > 0 && namesParticles[d.lower(words[i-1])] && !words[i].gap {
		i--
	}
	if i == f.from {
		return f.Span
	}
	key := nameKey(d.text[words[i].Start:f.End])
	for _, s := range surnames(whole) {
		if s == key {
			return Span{words[i].Start, f.End}
		}
	}
	return f.Span
}
