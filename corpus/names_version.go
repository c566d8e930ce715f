package corpus

import "strings"

// version says whether the number at word i belongs to the name before it: "Diablo 4",
// "Claude 3.5". The text shows it where it repeats the two together, or where a product
// is spoken of; a number of things, a date, an age or a score is none.
func (d *nameText) version(words []nameWord, i int) bool {
	s, last := words[i].Of(d.text), words[i-1]
	if last.look != capital || !plainNumber(s) || d.counts(words, i+1) || d.scored(words, i) {
		return false
	}
	low := d.lower(last)
	if namesDays[low] || namesTitles[low] || d.opener(last) || namesPlaces[low] || namesDemonyms[low] {
		return false
	}
	return d.numbers[low+" "+s] > 1 || strings.Contains(s, ".") || d.productBefore(words, i)
}

// plainNumber says whether s is a number as products have: "4", "15", "3.5".
func plainNumber(s string) bool {
	whole, part, dotted := strings.Cut(s, ".")
	return isDigits(whole) && len(whole) <= 2 && whole[0] != '0' && (!dotted || isDigits(part) && len(part) == 1)
}

// counts says whether word i is what a number counts: "percent", "points", "people".
func (d *nameText) counts(words []nameWord, i int) bool {
	if i >= len(words) {
		return false
	}
	s := words[i].Of(d.text)
	switch {
	case words[i].look == mark:
		return s == "%" || s == "-" || s == "–" || s == "/" || s == ":" || s == "$"
	case words[i].look != lowerCase:
		return true
	}
	if s == "to" || s == "or" || s == "and" {
		return i+1 < len(words) && lookDigits(words[i+1].Of(d.text))
	}
	return versionUnits[s] || strings.HasSuffix(s, "s") && !versionAfter[s] || lookDigits(s)
}

// lookDigits says whether s starts with a digit.
func lookDigits(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// scored says whether numbers stand about word i as in a row of results: "Oslo 3, Bergen
// 2".
func (d *nameText) scored(words []nameWord, i int) bool {
	near := 0
	for k := max(0, i-4); k < min(len(words), i+5); k++ {
		if k != i && lookDigits(words[k].Of(d.text)) {
			near++
		}
	}
	return near > 0
}

// productBefore says whether a noun for a product stands before the name that ends at
// word i, or a word that only goes with one: "the game Diablo 4".
func (d *nameText) productBefore(words []nameWord, i int) bool {
	k := i - 1
	for k >= 0 && words[k].capitalised() && i-k < 5 {
		k--
	}
	if k < 0 || words[k].look != lowerCase {
		return false
	}
	s := words[k].Of(d.text)
	return kindNouns[s].kind == Other || defineNaming[s] || versionVerbs[s]
}

// The tables below are read only.
var (
	// versionUnits are counted by the number before them.
	versionUnits = wordSet(`percent pct mln bln million billion trillion thousand hundred people per out of and am pm a.m p.m cents ct pesos yen
		feet inch percentage more other new`)

	// versionAfter end like plurals and follow names.
	versionAfter = wordSet(`is was has as this does includes runs costs comes works offers uses beats remains plus its`)

	// versionVerbs are said of products.
	versionVerbs = wordSet(`launched launches launch released releases release unveiled unveils unveil introduced introduces introduce playing using uses used
		install installed upgrade upgraded`)
)
