package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// letterCase says how a word is written.
type letterCase uint8

const (
	lowerCase  letterCase = iota // "ally", "2024"
	capital                      // "Altman", "iPhone", "GPT-4"
	allCapital                   // "NATO", "U.S.", "J.D."
	mark                         // punctuation, one sign a word
)

// nameWord is one word or sign of a sentence. A possessive ending is outside the span
// but inside full: "Musk’s" spans "Musk".
type nameWord struct {
	Span
	full int    // where the word ends with its possessive
	low  string // in lower case, of a capitalised word
	look letterCase
	gap  bool // something wider than one line's white space stands before it
}

// possessive says whether the word carries 's or a bare apostrophe.
func (w nameWord) possessive() bool { return w.full > w.End }

// capitalised says whether the word is written like a name.
func (w nameWord) capitalised() bool { return w.look == capital || w.look == allCapital }

// appendWords splits one sentence into words and signs and appends them to dst.
func appendWords(dst []nameWord, text string, sentence Span) []nameWord {
	gap := false
	breaks := 0
	for i := sentence.Start; i < sentence.End; {
		r, size := utf8.DecodeRuneInString(text[i:sentence.End])
		switch {
		case r == '\n':
			breaks++
			gap = breaks > 1
			i += size
			continue
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			i += size
			continue
		}
		w := nameWord{Span: Span{i, i + size}, full: i + size, look: mark, gap: gap}
		switch {
		case isWordRune(r):
			w = readWord(text[:sentence.End], i)
			w.gap = gap
		case r == '@' && i+1 < sentence.End && isHandle(text, sentence.Start, i):
			w = readWord(text[:sentence.End], i+1)
			w.Start, w.look, w.gap = i, capital, gap
			w.low = strings.ToLower(text[i:w.End])
		}
		gap, breaks = false, 0
		dst = append(dst, w)
		i = w.full
	}
	return dst
}

// isHandle says whether the "@" at byte i opens a handle, "@sama", and stands in no
// address.
func isHandle(text string, start, i int) bool {
	next, _ := utf8.DecodeRuneInString(text[i+1:])
	before, _ := utf8.DecodeLastRuneInString(text[start:i])
	return isWordRune(next) && (i == start || !isWordRune(before))
}

// longestWord is how many bytes a word may have before signs no longer bind more to it.
const longestWord = 200

// isWordRune says whether a word can start with r or go on with it.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// readWord reads the word that starts at byte i.
func readWord(text string, i int) nameWord {
	end := scanLetters(text, i)
	for end < len(text) && end-i < longestWord {
		sign, size := utf8.DecodeRuneInString(text[end:])
		next := scanLetters(text, end+size)
		if next == end+size || !joinsWord(text[i:end], sign, text[end+size:next]) {
			break
		}
		end = next
	}
	if end < len(text) && text[end] == '.' && keepsDot(text[i:end]) && !(end == i+1 && end+1 == len(text)) {
		end++
	}
	w := nameWord{Span: Span{i, end}, full: end}
	w.End = withoutPossessive(text, i, end)
	if w.End == end {
		w.full = barePossessive(text, i, end)
	}
	w.look = lookOf(text[i:w.End])
	if w.capitalised() {
		w.low = strings.ToLower(text[i:w.End])
	}
	return w
}

// scanLetters returns where the run of letters and digits at i ends.
func scanLetters(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			break
		}
		i += size
	}
	return i
}

// joinsWord says whether sign binds the word before it and the letters after it into
// one word: "O'Brien", "AT&T", "J.D", "Jean-Luc", but not "Trump-backed".
func joinsWord(before string, sign rune, after string) bool {
	switch sign {
	case '\'', '’':
		return true
	case '‘':
		return after == "s" // a mistaken apostrophe
	case '.', '&':
		if sign == '.' && isDigits(before[len(before)-1:]) && isDigits(after) {
			return true
		}
		if sign == '.' && namesSites[after] {
			return upperFirst(before)
		}
		return upperFirst(after) && upperFirst(before) && (sign == '&' || len(after) == 1 || len(before) <= 2)
	case ',':
		return isDigits(before[len(before)-1:]) && len(after) == 3 && isDigits(after)
	case '-', '‑':
		return joinsHyphen(before, after)
	case '/':
		return before == "A" && after == "S"
	}
	return false
}

// joinsHyphen says whether both sides of a hyphen belong to one name, or to one
// ordinary word.
func joinsHyphen(before, after string) bool {
	upper := upperFirst(before) || hasUpper(before)
	switch {
	case namesParticles[strings.ToLower(before)] && upperFirst(after), before == "Co":
		return true
	case upper:
		return upperFirst(after) || isDigits(after[:1]) || namesHyphenTails[after] || len(before) == 1
	}
	return !upperFirst(after)
}

// keepsDot says whether a full stop after word belongs to it: "J.", "U.S.", "Jr.".
func keepsDot(word string) bool {
	if len(word) == 1 && 'A' <= word[0] && word[0] <= 'Z' {
		return word != "I"
	}
	if namesDotted[word] {
		return true
	}
	i := strings.LastIndexByte(word, '.')
	return i > 0 && len(word)-i <= 2
}

// withoutPossessive returns where word ends when 's is cut off, save for the names
// that are spelled with it.
func withoutPossessive(text string, i, end int) int {
	word := text[i:end]
	for _, s := range [...]string{"'s", "’s", "'S", "’S", "‘s"} {
		base, ok := strings.CutSuffix(word, s)
		if ok && base != "" && !namesWithS[base] {
			return end - len(s)
		}
	}
	return end
}

// barePossessive returns where word ends with the apostrophe of a plural possessive
// ("the Democrats’ plan"), which a closing quote must not be taken for.
func barePossessive(text string, i, end int) int {
	if end-i < 3 || text[end-1] != 's' || !upperFirst(text[i:end]) {
		return end
	}
	for _, s := range [...]string{"' ", "’ "} {
		if strings.HasPrefix(text[end:], s) {
			return end + len(s) - 1
		}
	}
	return end
}

// lookOf says how word is written.
func lookOf(word string) letterCase {
	if strings.HasSuffix(word, "ers") && isDigits(word[:2]) {
		return capital // "49ers"
	}
	upper, lower := 0, 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			upper++
		case unicode.IsLower(r):
			lower++
		case !unicode.IsDigit(r) && unicode.IsLetter(r):
			upper++ // scripts without case: any word may be a name, none is prose
		}
	}
	switch {
	case upper == 0 || word[0] >= '0' && word[0] <= '9':
		return lowerCase
	case lower == 0:
		return allCapital
	}
	return capital
}

// upperFirst says whether s starts with a capital letter.
func upperFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// hasUpper says whether s has a capital letter anywhere.
func hasUpper(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }

// isDigits says whether s is made of digits alone.
func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// shortNumber says whether s is a short number that can be part of a product's name.
func shortNumber(s string) bool {
	return s != "" && len(s) <= 4 && '0' <= s[0] && s[0] <= '9'
}

// loud says whether w is a longer word in capitals.
func loud(w nameWord) bool { return w.look == allCapital && w.End-w.Start > 3 }

// namesPartyCode says whether s is a party and a state: "r-ky.".
func namesPartyCode(s string) bool {
	return strings.HasPrefix(s, "r-") || strings.HasPrefix(s, "d-") || strings.HasPrefix(s, "i-")
}
