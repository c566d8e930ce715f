package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
