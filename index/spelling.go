package index

import "strings"

// fewestAlike is of how many words a name must be, so that other spellings of its words are
// taken for the same name: "Labour" and "Labor" are two parties.
const fewestAlike = 3

// sameName returns what the forms of one name have in common, by which they are filed; ""
// where there can be none but this one. Person says that they are those of a person.
func sameName(words []string) (name string, person bool) {
	if p, ok := calledAs(words); ok {
		return p.given + " " + p.surname + " ", true
	}
	return spelledAlike(words), false
}

// spelledAlike returns what the spellings of a name of several folded words have in common;
// "" where it is too short.
func spelledAlike(words []string) string {
	if len(words) < fewestAlike {
		return ""
	}
	var b strings.Builder
	for _, w := range words {
		b.WriteString(americanWord(w))
		b.WriteByte(' ')
	}
	return b.String()
}

// americanWord returns the American spelling of a folded word of names, where it has one,
// without the ending of a plural, and the legal form of a company in full.
func americanWord(w string) string {
	if long, ok := legalForms[w]; ok {
		return long
	}
	if len(w) > 4 && !strings.HasSuffix(w, "ss") {
		w = strings.TrimSuffix(w, "s")
	}
	if us, ok := americanWords[w]; ok {
		return us
	}
	if stem, ok := strings.CutSuffix(w, "isation"); ok {
		return stem + "ization"
	}
	return w
}

// goesOn says whether of two names of several words one is the other with more behind it, or
// with the country before it, in any spelling: "US Centre for Disease Control" and "Centers for
// Disease Control and Prevention".
func (r *nameRow) goesOn(o *nameRow) bool {
	a, b := withoutCountry(r.words()), withoutCountry(o.words())
	n := min(len(a), len(b))
	if n < fewestAlike {
		return false
	}
	for i := range n {
		if americanWord(a[i]) != americanWord(b[i]) {
			return false
		}
	}
	return true
}

// withoutCountry returns the words of a name without that of a country before them.
func withoutCountry(words []string) []string {
	if len(words) > 0 && countries[words[0]] {
		return words[1:]
	}
	return words
}

// The tables below are read only.
var (
	// americanWords are the words of names that Britain spells in another way.
	americanWords = map[string]string{"centre": "center", "defence": "defense", "labour": "labor", "programme": "program", "theatre": "theater",
		"harbour": "harbor", "honour": "honor", "licence": "license", "cheque": "check", "catalogue": "catalog", "paediatric": "pediatric"}

	// countries stand before the names of their offices; key folds "U.S." to the first.
	countries = map[string]bool{"usa": true, "us": true, "uk": true, "american": true, "british": true}

	// legalForms are short for others.
	legalForms = map[string]string{"corp": "corporation", "co": "company", "inc": "incorporated", "ltd": "limited"}
)
