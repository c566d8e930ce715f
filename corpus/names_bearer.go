package corpus

import "slices"

// bearing is what is known of the bearers of a surname up to a mention.
type bearing struct {
	form     *nameForm // who was last named in full
	sentence int       // where
	several  bool      // more than one was named in full
	settled  *nameForm // whom the bare surname meant while only one was named
}

// near is how many sentences behind a full name a bare surname still means whoever was named.
const near = 1

// note takes in that a form in a sentence means a person who bears the surname.
func (b *bearing) note(surname string, form, whole *nameForm, sentence int) {
	switch {
	case form.key == surname:
		if !b.several && b.form == whole {
			b.settled = whole
		}
		return
	case !form.person:
		return
	case b.form != nil && b.form != whole:
		b.several = true
	}
	b.form, b.sentence = whole, sentence
}

// among returns which of several bearers of a surname a bare mention in a sentence means, or
// form itself where nothing tells.
func among(form *nameForm, bearers []*nameForm, title string, sentence int, b bearing) *nameForm {
	if one := only(bearers, func(g *nameForm) bool { return title != "" && !namesCourtesy[title] && g.titles[title] }); one != nil {
		return one
	}
	last := b.form
	if !slices.Contains(bearers, last) {
		last = nil
	}
	hub := only(bearers, func(g *nameForm) bool { return g.hub })
	isKin := func(g *nameForm) bool { return g.kin || g.theirs || hub != nil && g != hub }
	if last != nil && !isKin(last) && sentence-b.sentence <= near {
		return last
	}
	if g := dominant(bearers); g != nil {
		return g
	}
	if !slices.ContainsFunc(bearers, isKin) {
		return lastOrSettled(form, last, sentence, b)
	}
	if head := only(bearers, func(g *nameForm) bool { return !isKin(g) }); head != nil && (b.settled == head || leads(head, bearers)) {
		return head
	}
	return form
}

// far is how many sentences behind a full name another may be meant again, by whom the surname
// was borne before.
const far = 4

// lastOrSettled returns whom of bearers who are no relatives a bare surname means: the one who
// was last named in full, or long after that the one whom it meant before, where that one is not
// named in full less often.
func lastOrSettled(form, last *nameForm, sentence int, b bearing) *nameForm {
	switch {
	case last == nil:
		return form
	case b.settled == nil || b.settled == last || sentence-b.sentence < far:
		return last
	case b.settled.full >= last.full:
		return b.settled
	}
	return form
}

// isKin says whether the text introduces a person as a relative of somebody.
func (f *nameForm) isKin() bool { return f.kin || f.theirs }

// leads says whether no other is named in full more often, and none whom a pronoun calls a
// relative half as often: "her brother" may be said of the one whom the bare surname means.
func leads(head *nameForm, bearers []*nameForm) bool {
	return !slices.ContainsFunc(bearers, func(g *nameForm) bool { return g != head && (g.full > head.full || g.theirs && 2*g.full > head.full) })
}

// dominant returns the bearer whom the text names in full far more often than all others
// together, or nil.
func dominant(bearers []*nameForm) *nameForm {
	all := 0
	best := bearers[0]
	for _, g := range bearers {
		all += g.full
		if g.full > best.full {
			best = g
		}
	}
	if best.full >= 2*(all-best.full) && best.full > 2 {
		return best
	}
	return nil
}

// relatives notes who is introduced as somebody's relative: "the singer's father, Joe Quill",
// and "Joe Quill, father of the singer". Of "his father Joe Quill" nothing tells whose.
func (d *nameText) relatives(forms *nameForms) {
	for _, f := range d.found {
		kin, theirs := d.kinBefore(f)
		kin = kin || d.kinAfter(f)
		hub := len(f.form.words) > 1 && d.kinBehind(f)
		if !kin && !hub {
			continue
		}
		form := f.form
		if len(form.words) == 1 {
			if form = only(distinct(forms.byGiven[form.key]), func(*nameForm) bool { return true }); form == nil {
				continue
			}
		}
		form = forms.whole(form)
		form.kin, form.theirs, form.hub = form.kin || kin && !theirs, form.theirs || theirs, form.hub || hub
	}
}

// kinBefore says whether a word for a relative stands right before a mention, and whether a
// pronoun tells whose.
func (d *nameText) kinBefore(f foundName) (kin, theirs bool) {
	words, i := d.sentences[f.sentence].words, f.from-1
	if d.key(words, i) == "," {
		i--
	}
	if i < 0 || !namesKin[d.lower(words[i])] {
		return false, false
	}
	for k := i - 1; k >= 0 && k >= i-longestKin && words[k].look != mark; k-- {
		if words[k].possessive() {
			return true, false
		}
		if namesTheirs[d.lower(words[k])] {
			return true, true
		}
	}
	return true, false
}

// kinAfter says whether an apposition calls a mention a relative: "NAME, the singer's father,".
func (d *nameText) kinAfter(f foundName) bool {
	words := d.sentences[f.sentence].words
	if d.key(words, f.to) != "," {
		return false
	}
	for k := f.to + 1; k < len(words) && k <= f.to+1+longestKin && words[k].look != mark; k++ {
		if namesKin[d.lower(words[k])] {
			next := d.key(words, k+1)
			return k > f.to+1 && words[k-1].possessive() && (next == "," || next == ".") || next == "of"
		}
	}
	return false
}

// kinBehind says whether a relative of the mention is told of right behind it: "NAME's elder
// brother".
func (d *nameText) kinBehind(f foundName) bool {
	words := d.sentences[f.sentence].words
	if !words[f.to-1].possessive() {
		return false
	}
	for k := f.to; k < len(words) && k < f.to+longestKin && words[k].look == lowerCase; k++ {
		if namesKin[d.lower(words[k])] {
			return true
		}
	}
	return false
}

// longestKin is how many words may stand between what tells whose relative somebody is and
// the word for it: "the star's elder brother".
const longestKin = 4

// The tables below are read only; keys are lower case.
var (
	// namesKin are words for relatives.
	namesKin = wordSet(`father mother brother sister son daughter wife husband widow widower uncle aunt nephew niece cousin grandson granddaughter grandfather
		grandmother twin dad mum mom stepfather stepmother stepson stepdaughter half-brother half-sister ex-wife ex-husband fiance fiancee
		brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law brothers sisters sons daughters`)

	// namesTheirs tell by a pronoun whose relative somebody is.
	namesTheirs = wordSet(`his her their my our your whose`)
)
