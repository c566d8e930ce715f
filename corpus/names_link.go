package corpus

import "slices"

// link gives every found name its fullest form.
func (d *nameText) link() []Mention {
	forms := d.forms()
	d.aliases(forms)
	d.relatives(forms)
	forms.variants()
	last := make(map[string]bearing) // by surname
	mentions := make([]Mention, 0, len(d.found))
	wholes := make([]*nameForm, 0, len(d.found))
	var lists kindLists
	end := 0
	for _, f := range d.found {
		form := f.form
		if f.Start < end {
			continue
		}
		whole := forms.choose(form, f, last)
		for _, s := range surnames(whole) {
			b := last[s]
			b.note(s, form, whole, f.sentence)
			last[s] = b
		}
		f.Span = d.withParticles(f, whole)
		if f.Start < end {
			continue
		}
		end = f.End
		d.votes(&whole.votes, f)
		if whole != form && whole.person && len(form.words) == 1 {
			whole.votes.add(kindCue{Person, 2})
		}
		lists.add(d, f, whole)
		wholes = append(wholes, whole)
		mentions = append(mentions, Mention{Span: f.Span, Name: whole.text, Title: d.titleBefore(f.title, f.Span)})
	}
	forms.kinds()
	lists.share()
	for i, whole := range wholes {
		mentions[i].Kind = whole.kind
	}
	return mentions
}

// variants finds the fuller spelling of every form that the text has not joined itself.
func (forms *nameForms) variants() {
	for _, f := range forms.order {
		if f.fuller == nil {
			f.fuller = forms.variant(f)
		}
	}
	for _, f := range forms.order {
		if f.person {
			w := forms.whole(f)
			w.full += f.count
			w.kin, w.theirs, w.hub = w.kin || f.kin, w.theirs || f.theirs, w.hub || f.hub
		}
	}
}

// whole returns the fullest form of f that holds wherever f stands.
func (forms *nameForms) whole(f *nameForm) *nameForm {
	for n := 0; f.fuller != nil && n < 3; n++ {
		f = f.fuller
	}
	return f
}

// variant returns the one fuller spelling of form wherever it stands in the text, or nil.
func (forms *nameForms) variant(form *nameForm) *nameForm {
	if g := forms.company(form); g != nil {
		return g
	}
	switch {
	case form.person:
		return only(forms.bySplit[FullGiven(form.words[0])+" "+surname(form)], form.shortens)
	case len(form.words) > 1:
		return nil
	case lookOf(form.text) == allCapital:
		if g := only(forms.byHead[form.key], func(g *nameForm) bool { return len(g.words) > 1 }); g != nil && form.introducedBy(g) {
			return g
		}
	}
	return nil
}

// shortens says whether a person's name may be short for another of the same surname and given
// name: the other has a further name, or the given name in full. A text that calls one of them
// a relative, or has a later form "Jr.", tells the two apart.
func (f *nameForm) shortens(long *nameForm) bool {
	a, b := f.words[0], long.words[0]
	switch {
	case !agree(f.middle(), long.middle()), a != b && (f.isKin() || long.isKin()), generation(long) != generation(f) && f.third > 0 && f.third < long.first:
		return false
	}
	return len(long.words) > len(f.words) || len(long.words) == len(f.words) && a != b && b == FullGiven(a)
}

// generation returns "jr" or its like behind a person's name.
func generation(f *nameForm) string {
	if last := f.words[len(f.words)-1]; len(f.words) > 2 && namesGenerations[last] {
		return last
	}
	return ""
}

// middle returns the names between a person's given name and the surname.
func (f *nameForm) middle() []string {
	end := len(f.words) - 1
	if generation(f) != "" {
		end--
	}
	return f.words[1:end]
}

// agree says whether middle names, or their initials, may be those of one person.
func agree(a, b []string) bool {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] && !(a[i][0] == b[i][0] && (len(a[i]) == 1 || len(b[i]) == 1)) {
			return false
		}
	}
	return true
}

// introducedBy says whether an acronym may stand for the one long name of its letters although
// no bracket says so: the name stands before it, or behind its first two mentions, as below a
// headline; and two letters that fit many names stand for a well-known one.
func (f *nameForm) introducedBy(long *nameForm) bool {
	if len(f.key) < 3 && namesTwoLetters[f.key] != long.key {
		return false
	}
	return f.third == 0 || long.first < f.third
}

// namesTwoLetters are the names that readers know by two letters. It is read only.
var namesTwoLetters = map[string]string{
	"un": "united nations", "eu": "european union", "uk": "united kingdom", "us": "united states", "nz": "new zealand",
	"ny": "new york", "la": "los angeles", "gm": "general motors", "ge": "general electric", "hp": "hewlett packard",
	"ft": "financial times", "ba": "british airways",
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

// choose returns the form that mention f means. Last holds what is known of the bearers of
// each surname.
func (forms *nameForms) choose(form *nameForm, f foundName, last map[string]bearing) *nameForm {
	whole := form
	if !form.person && form.fuller == nil {
		whole = forms.bearer(form, f, last)
	}
	return forms.whole(whole)
}

// bearer returns the person whom a bare surname or given name means, or form itself.
func (forms *nameForms) bearer(form *nameForm, f foundName, last map[string]bearing) *nameForm {
	title := f.title.word
	all := distinct(forms.bySur[form.key])
	if len(all) == 1 && forms.chance(all[0]) {
		return form
	}
	if namesPlaces[form.key] && title == "" {
		all = nil
	}
	switch bearers := ofSex(all, title); {
	case len(bearers) == 1:
		return bearers[0]
	case len(bearers) > 1:
		return among(form, bearers, title, f.sentence, last[form.key])
	case len(all) > 0:
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
	return form.count == 1 && len(form.titles) == 0 && len(form.words) == 2 &&
		slices.ContainsFunc(forms.bySur[form.words[0]], func(g *nameForm) bool { return g != form })
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
