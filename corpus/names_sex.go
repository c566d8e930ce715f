package corpus

// sex is what a title or a given name says of a person.
type sex uint8

const (
	anySex sex = iota
	man
	woman
)

// sexOfTitle returns what a title in lower case says: "mrs." is said of women.
func sexOfTitle(title string) sex {
	switch {
	case titlesOfMen[title]:
		return man
	case titlesOfWomen[title]:
		return woman
	}
	return anySex
}

// sex returns what the titles of a person in the text say, and where there are none, or of
// both, what the given name says.
func (f *nameForm) sex() sex {
	told := anySex
	for t := range f.titles {
		s := sexOfTitle(t)
		if s != anySex && told != anySex && s != told {
			told = anySex
			break
		}
		told = max(told, s)
	}
	if told != anySex || len(f.words) < 2 {
		return told
	}
	switch given := f.words[0]; {
	case speechWomen[given]:
		return woman
	case speechMen[given]:
		return man
	}
	return anySex
}

// ofSex leaves out the bearers of whom a title is not said.
func ofSex(bearers []*nameForm, title string) []*nameForm {
	told := sexOfTitle(title)
	if told == anySex {
		return bearers
	}
	var kept []*nameForm
	for _, g := range bearers {
		if s := g.sex(); s == anySex || s == told {
			kept = append(kept, g)
		}
	}
	return kept
}

// The tables below are read only; keys are lower case.
var (
	titlesOfMen = wordSet(`mr mr. mister sir lord baron congressman councilman assemblyman chairman spokesman duke prince king actor
		brother father nephew uncle son husband grandfather businessman`)
	titlesOfWomen = wordSet(`mrs mrs. ms ms. miss madam madame dame lady baroness congresswoman councilwoman assemblywoman chairwoman spokeswoman
		duchess princess queen actress sister mother niece aunt daughter wife grandmother widow businesswoman`)
)
