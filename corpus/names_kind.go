package corpus

import "strings"

// kindVotes gathers what a text shows of one name's kind.
type kindVotes struct {
	strong, weak [Other + 1]int
	own          Kind // what the name's own words say
}

// mostWeak is how much the weak cues for one kind count together: a company "said" many
// things is no person.
const mostWeak = 3

// leastVotes is how much must speak for a kind before a name has it.
const leastVotes = 2

// add counts a cue: weights from 3 on are strong, smaller ones weak.
func (v *kindVotes) add(c kindCue) {
	if c.weight >= 3 {
		v.strong[c.kind] += c.weight
	} else {
		v.weak[c.kind] += c.weight
	}
}

// kind returns the kind that most speaks for, or Unknown where too little does or two
// kinds have as much, of which the name's own words say neither.
func (v *kindVotes) kind() Kind {
	best, most, tie := Unknown, leastVotes-1, false
	for k := Person; k <= Other; k++ {
		switch n := v.strong[k] + min(v.weak[k], mostWeak); {
		case n > most:
			best, most, tie = k, n, false
		case n == most:
			tie = true
		}
	}
	if tie && v.strong[v.own]+min(v.weak[v.own], mostWeak) == most {
		return v.own
	}
	if tie {
		return Unknown
	}
	return best
}

// kindCue is a kind and how much speaks for it: 1 and 2 are weak, 12 is certain.
type kindCue struct {
	kind   Kind
	weight int
}

// kindCues makes a table of cues of one weight from lists of words by kind.
func kindCues(weight int, rows map[Kind]string) map[string]kindCue {
	cues := make(map[string]kindCue)
	for kind, words := range rows {
		for w := range wordSet(words) {
			cues[w] = kindCue{kind, weight}
		}
	}
	return cues
}

// ownKind counts what the spelling of a name says.
func (v *kindVotes) ownKind(f *nameForm) {
	words := f.words
	if len(words) == 0 {
		return
	}
	if c, known := kindKnown[f.key]; known {
		v.add(c)
		return
	}
	first := words[0]
	given := namesGiven[first] || len(words) > 1 && len(first) <= 2 && strings.Contains(f.text[:3], ".") && !namesOrgWords[first]
	v.ownHead(f, given)
	switch {
	case len(words) == 1 && namesGiven[first]:
		v.add(kindCue{Person, 2})
	case len(words) > 1 && !given:
		v.add(kindFirst[first])
	}
	if len(words) > 1 && namesRegal[first] && first != "saint" {
		v.add(kindCue{Person, 4})
	}
	v.ownShape(f, given)
}

// ownHead counts the word that says what the name names. Given says that the name starts
// like a person's.
func (v *kindVotes) ownHead(f *nameForm, given bool) {
	head := f.words[kindHead(f.words)]
	c, known := kindHeads[head]
	switch {
	case strings.Contains(f.text, " Of ") || strings.Contains(f.text, " In The ") || strings.Contains(f.text, " On A "):
		v.add(kindCue{Other, 5})
		v.own = Other
	case !known || given && kindSurnames[head]:
	case len(f.words) > 1:
		v.add(c)
		v.own = c.kind
	default:
		v.add(kindCue{c.kind, 2})
	}
}

// ownShape counts how the name is written: like a person's, with a sign or a number.
func (v *kindVotes) ownShape(f *nameForm, given bool) {
	words := f.words
	if first := strings.Fields(f.text)[0]; len(words) > 1 && len(first) > 2 && len(first) < 6 && lookOf(first) == allCapital && f.text != strings.ToUpper(f.text) && !strings.Contains(first, ".") {
		v.add(kindCue{Organisation, 2}) // "BBC Two"
	}
	switch {
	case f.person && (given || namesGenerations[words[len(words)-1]]):
		v.add(kindCue{Person, 4})
		v.own = Person
	case f.person && len(words) == 2 && !f.plain:
		v.add(kindCue{Person, 2})
	case f.person:
		v.add(kindCue{Person, 1})
	case strings.Contains(f.text, "&"):
		v.add(kindCue{Organisation, 4})
	case definePlaceTails[strings.ToLower(f.text)] && strings.HasSuffix(f.text, "."):
		v.add(kindCue{Place, 12})
	case numbered(words):
		v.add(kindCue{Other, 3})
	case strings.HasPrefix(f.text, "@"):
		v.add(kindCue{Person, 1})
	case len(words) == 1 && lookOf(f.text) == allCapital && len(f.key) > 1:
		v.add(kindCue{Organisation, 1})
	}
}

// kinds settles the kind of every form once all is counted. A bare first word of an
// organisation's name that shows no kind of its own has the same: "Quanta" beside "Quanta
// Mining Corp".
func (forms *nameForms) kinds() {
	for _, f := range forms.order {
		forms.whole(f).votes.ownKind(f)
	}
	firms := make(map[string]bool)
	for _, f := range forms.order {
		f.kind = f.votes.kind()
		if len(f.words) > 1 && f.kind == Organisation {
			firms[f.words[0]] = true
		}
	}
	for _, f := range forms.order {
		if f.kind == Unknown && len(f.words) == 1 && firms[f.key] {
			f.kind = Organisation
		}
	}
}

// romans are numerals that names end with: "Puppy Bowl VII".
var romans = wordSet(`vii viii ix x xi xii xiii xiv xv xvi xx`)

// numbered says whether the last word of a name has a digit, as the names of products
// and roads do.
func numbered(words []string) bool {
	last := words[len(words)-1]
	return strings.ContainsAny(last, "0123456789") && !lowerFirst(last[len(last)-1:])
}

// kindHead returns the index of the word that says what a name of several words names:
// the last one, or the one before "of" or "for": "Bank of America".
func kindHead(words []string) int {
	for i, w := range words {
		if i > 0 && (w == "of" || w == "for" || w == "on" || w == "to") {
			if _, known := kindHeads[words[i-1]]; known {
				return i - 1
			}
		}
	}
	last := len(words) - 1
	if last > 1 && namesPlaces[words[last]] && kindHeads[words[last-1]].kind == Organisation {
		return last - 1 // "Trinity College Dublin"
	}
	for last > 0 && (namesGenerations[words[last]] || namesNumerals[words[last]] || romans[words[last]] || numbered(words[:last+1])) {
		last--
	}
	return last
}
