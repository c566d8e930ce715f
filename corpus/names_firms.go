package corpus

import "strings"

// key returns word i in lower case without a last full stop, or "" where there is none.
func (d *nameText) key(words []nameWord, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return strings.TrimSuffix(d.lower(words[i]), ".")
}

// firmAnd says whether the "and" at end stands inside the name of a company whose legal
// form comes only at the very end: "Quill and Marsh Corp", "Northgate Bank and Trust". A
// company that is complete before it stays alone, as does one that is well known.
func (d *nameText) firmAnd(words []nameWord, end int) bool {
	last := d.key(words, end-1)
	if words[end-1].possessive() || namesLegal[last] || namesPlaces[last] || namesDemonyms[last] {
		return false
	}
	next := d.key(words, end+1)
	if _, known := kindKnown[next]; known || !d.nameWordAt(words, end+1) {
		return false
	}
	if namesTrustTails[last+" "+next] {
		return true
	}
	k := end + 2
	if namesLegal[next] || loud(words[end-1]) || d.knownFirm(words, end-1) || namesFirmTails[last] {
		return false
	}
	if house := d.key(words, k); namesHouseWords[house] && d.nameWordAt(words, k) && (!namesLegal[house] || namesLegal[d.key(words, k+1)]) {
		k++
	}
	return k < len(words) && !words[k].gap && namesLegal[d.key(words, k)] && words[k].capitalised() && !words[k-1].possessive()
}

// knownFirm says whether the word at i alone is the name of a well-known company that no
// other capitalised word stands before.
func (d *nameText) knownFirm(words []nameWord, i int) bool {
	return kindKnown[d.key(words, i)].kind != Unknown && (i == 0 || !words[i-1].capitalised())
}

// nameWordAt says whether word i can be part of a name that goes on there.
func (d *nameText) nameWordAt(words []nameWord, i int) bool {
	return i < len(words) && words[i].capitalised() && !words[i].gap && !d.function(words[i]) &&
		!namesNever[d.lower(words[i])] && !namesDays[d.lower(words[i])]
}

// longestPartners is how many words a list of partners is read for its end.
const longestPartners = 10

// partners says whether the comma at end stands in a list of surnames that ends as a
// company: "Quill, Marsh, Feld and Stone Inc", "Quill, Marsh and Co".
func (d *nameText) partners(words []nameWord, end int) bool {
	if last := d.lower(words[end-1]); words[end-1].look != capital || namesPlaces[last] || d.opener(words[end-1]) || namesOrgWords[last] ||
		namesGiven[last] && (end < 2 || !words[end-2].capitalised() || namesGiven[d.lower(words[end-2])]) {
		return false
	}
	inRow := 0
	for k := end + 1; k < min(len(words), end+longestPartners); k++ {
		switch s := words[k].Of(d.text); {
		case s == ",":
			inRow = 0
		case s == "and" || s == "&":
			return inRow > 0 && (namesAndTails[d.key(words, k+1)] && words[k+1].capitalised() || d.firmAnd(words, k))
		case words[k].look != capital || !d.nameWordAt(words, k) || namesGiven[d.lower(words[k])] || d.repeats(words, k, end) || inRow > 1:
			return false
		default:
			inRow++
		}
	}
	return false
}

// repeats says whether word k stands in the name before end already: "Ada Quill, Quill
// and Co".
func (d *nameText) repeats(words []nameWord, k, end int) bool {
	for i := end - 1; i >= 0 && i > end-4 && words[i].capitalised(); i-- {
		if d.lower(words[i]) == d.lower(words[k]) {
			return true
		}
	}
	return false
}

// rankInName says whether the rank at word i is the first word of an organisation's name:
// "General Partners", "General Harbour Inc".
func (d *nameText) rankInName(words []nameWord, i int) bool {
	if !namesFirmRanks[d.lower(words[i])] || words[i].look != capital {
		return false
	}
	k := i + 1
	for d.nameWordAt(words, k) && k < i+5 && !words[k].possessive() {
		k++
	}
	if k == i+1 || k == i+2 && kindSurnames[d.lower(words[i+1])] {
		return false
	}
	return k == i+2 && namesFirmTails[d.key(words, i+1)] || namesLegal[d.key(words, k-1)]
}

// legalAG says whether the "AG" at word i is the legal form of the company before it and
// no attorney general.
func (d *nameText) legalAG(words []nameWord, i int) bool {
	if i == 0 || words[i].Of(d.text) != "AG" || !words[i-1].capitalised() || words[i].gap || words[i-1].possessive() ||
		i+1 < len(words) && words[i+1].capitalised() {
		return false
	}
	longer := i > 1 && words[i-2].capitalised() && !namesPlaceHeads[d.lower(words[i-2])]
	return longer || !namesPlaces[d.lower(words[i-1])]
}

// mostFronts is how many of a company's first words may stand for the whole.
const mostFronts = 4

// fileFronts files form, if it is the full name of a company, under its first words.
func (forms *nameForms) fileFronts(form *nameForm) {
	last := len(form.words) - 1
	if tail := form.words[last]; tail == "lp" || tail == "llp" || !namesLegal[tail] && (!namesFrontTails[tail] || form.person) {
		return
	}
	for n := 1; n <= min(last, mostFronts); n++ {
		fileForm(forms.byFront, strings.Join(form.words[:n], " "), form)
	}
}

// company returns the one company of the text whose full name starts with form: "Quanta
// Mining Corp" for "Quanta". A place, a person's given name or an institution is no
// short form, nor is the name of a person who is introduced in full.
func (forms *nameForms) company(form *nameForm) *nameForm {
	for _, tail := range namesCompanyTails {
		if g := forms.byKey[form.key+" "+tail]; g != nil && !form.person {
			return g
		}
	}
	first, last := form.words[0], form.words[len(form.words)-1]
	if known, ok := kindKnown[form.key]; ok && known.kind != Organisation || namesInstitutions[form.key] ||
		namesLegal[last] || namesGiven[first] || len(form.words) == 1 && (namesPlaces[first] || len(forms.bySur[form.key]) > 0) ||
		form.person && len(form.titles) > 0 {
		return nil
	}
	return only(distinct(forms.byFront[form.key]), func(g *nameForm) bool {
		return g != form && !(kindKnown[form.key].kind == Organisation && namesBranches[g.words[len(form.words)]])
	})
}

// The tables below are read only; keys are lower case, without full stops.
var (
	// namesLegal are the legal forms of companies.
	namesLegal = wordSet(`inc incorporated corp corporation co company ltd limited plc llc lp llp ag gmbh se sa nv bv spa oy ab asa kk pty kg a/s`)

	// namesFrontTails end full names that are cut to their first words, too.
	namesFrontTails = wordSet(`bank bancorp association airlines airways industries partners holdings brothers securities insurance laboratories
		pharmaceuticals technologies systems stores`)

	// namesInstitutions are organisations that lend their name to companies.
	namesInstitutions = wordSet(`congress parliament senate treasury fed kremlin pentagon who un eu us uk ap afp house who vatican white first`)

	// namesBranches follow the name of a parent in the names of its parts.
	namesBranches = wordSet(`financial finance credit canada usa us uk capital leasing overseas investment investments petroleum america europe asia japan
		mortgage international realty`)

	// namesHouseWords stand before the legal form: "Quill and Marsh Securities Corp".
	namesHouseWords = wordSet(`securities banking bank trust company co insurance financial industries holdings capital brothers chemical chemicals drilling
		international group stores foods engineering cable steel paper oil gas power pharmaceutical pharmaceuticals`)

	// namesTrustTails are words before and after the "and" of banks' names.
	namesTrustTails = phraseSet(`
		bank trust
		savings loan
		savings trust
		title trust
		casualty surety
	`)

	// namesFirmRanks are ranks that names of organisations begin with too.
	namesFirmRanks = wordSet(`general chief major captain marshal commander`)
)
