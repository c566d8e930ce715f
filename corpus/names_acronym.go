package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestLong is how many words the long form of an acronym in brackets can have.
const longestLong = 12

// bracketNames returns the long forms in the sentence that an acronym in brackets closes
// and spells, "Chief Data and Wire Office (CDWO)": where each ends, by where it starts. It
// notes in d.terms what stands for
// ordinary words: "a gross annual return (GAR)".
func (d *nameText) bracketNames(words []nameWord) map[int]int {
	var spans map[int]int
	for p := 2; p+2 < len(words); p++ {
		if words[p].look != mark || words[p].Of(d.text) != "(" || words[p+2].Of(d.text) != ")" {
			continue
		}
		letters := words[p+1].Of(d.text)
		if !acronymLike(letters) {
			continue
		}
		if from := d.spelledBy(words, p, strings.ToLower(letters)); from < p-1 {
			if spans == nil {
				spans = make(map[int]int)
			}
			spans[from] = p
		} else if d.termBefore(words, p, strings.ToLower(letters)) {
			d.terms[strings.ToLower(letters)] = true
		}
	}
	return spans
}

// acronymLike says whether s may be an acronym: three to seven letters, most of them
// capitals.
func acronymLike(s string) bool {
	capitals := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			capitals++
		} else if !unicode.IsLower(r) {
			return false
		}
	}
	return len(s) >= 3 && len(s) <= 7 && 2*capitals > len(s)
}

// spelledBy returns where the name starts that ends before word p and whose capitalised
// words have the letters as initials. Small words may lend a letter; of names with four
// letters and more one word may lend none. It returns p where there is none.
func (d *nameText) spelledBy(words []nameWord, p int, letters string) int {
	left, skips := len(letters), max(0, len(letters)-3)
	skips = min(skips, 1)
	for i := p - 1; i >= 0 && i >= p-longestLong && left > 0; i-- {
		w := words[i]
		if w.gap && i < p-1 || w.possessive() {
			return p
		}
		s := d.lower(w)
		fits := strings.HasPrefix(s, letters[left-1:left])
		switch {
		case w.capitalised() && fits:
			left--
			if left == 0 {
				return i
			}
		case w.capitalised() && i < p-1 && skips > 0 && !d.function(w):
			skips--
		case namesSmall[s] && i < p-1 && w.look == lowerCase:
			if fits && left > 1 && !d.initialBefore(words, i, letters[left-1:left]) {
				left--
			}
		default:
			return p
		}
	}
	return p
}

// initialBefore says whether the nearest capitalised word before word i starts with the
// letter, so that it and not a small word lends it.
func (d *nameText) initialBefore(words []nameWord, i int, letter string) bool {
	for i--; i >= 0; i-- {
		if words[i].capitalised() {
			return strings.HasPrefix(d.lower(words[i]), letter)
		}
		if !namesSmall[d.lower(words[i])] {
			return false
		}
	}
	return false
}

// termBefore says whether the words in lower case before word p have the letters as
// initials.
func (d *nameText) termBefore(words []nameWord, p int, letters string) bool {
	left := len(letters)
	for i := p - 1; i >= 0 && left > 0 && words[i].look == lowerCase; i-- {
		if s := words[i].Of(d.text); strings.HasPrefix(s, letters[left-1:left]) {
			left--
		} else if !namesSmall[s] {
			return false
		}
	}
	return left == 0
}

// shortForms returns the letters by which a long name may be abbreviated: those of its
// capitalised words, and those of all its words; each also without its legal form.
func shortForms(text string) []string {
	forms := initials(text)
	cut := strings.LastIndexByte(text, ' ')
	if cut < 0 || !namesLegal[strings.TrimSuffix(strings.ToLower(text[cut+1:]), ".")] {
		return forms
	}
	for _, s := range initials(text[:cut]) {
		if utf8.RuneCountInString(s) > 2 {
			forms = append(forms, s)
		}
	}
	return forms
}
