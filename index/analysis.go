package index

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	snowball "github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"golang.org/x/text/unicode/norm"
)

// Token is one word of a text as the index sees it.
type Token struct {
	Start, End int    // bytes of the text, half open; a possessive 's is outside
	Word       string // lower case, accents folded
	Stem       string // Porter2 stem or base form of an irregular one; "" for a stop word
	Capital    bool   // starts with a capital letter
}

// analyzer turns text into tokens. It is one for queries and for the index, so that both
// sides agree by construction.
type analyzer struct {
	memo wordMemo
	room sync.Pool // of *[]Token, for texts of which only the stems are kept
}

// Tokens returns the words of text in order. Hyphens divide, "U.S." and "US" are one
// word, "1,000" is "1000", "$500bn" is "500 billion", "40%" is "40 percent".
func (a *analyzer) Tokens(text string) []Token {
	return split(make([]Token, 0, wordStarts(text)), text, a.memo.get)
}

// wordForm is how a word is compared, and its stem.
type wordForm struct{ folded, stem string }

// split adds the words of text, with the forms that a function gives of each.
func split(tokens []Token, text string, form func(raw string) wordForm) []Token {
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case r == '%':
			tokens = append(tokens, newToken(i, i+1, form("percent")))
			i++
		case r >= utf8.RuneSelf && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			word := text[i : i+size]
			tokens = append(tokens, newToken(i, i+size, wordForm{word, word}))
			i += size
		case isWord(r):
			end := wordEnd(text, i)
			tokens = appendWord(tokens, text, i, end, form)
			i = end
		default:
			i += size
		}
	}
	return tokens
}

// wordStarts counts where words of ASCII letters and digits may start: about as many words does
// a text have.
func wordStarts(text string) int {
	n, within := 0, false
	for i := range len(text) {
		c := text[i]
		is := c >= utf8.RuneSelf || wordBytes[c]
		if is && !within || c == '%' {
			n++
		}
		within = is
	}
	return n
}

func newToken(start, end int, form wordForm) Token {
	return Token{Start: start, End: end, Word: form.folded, Stem: form.stem}
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return wordBytes[r]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordBytes are the ASCII letters and digits.
var wordBytes = func() (is [utf8.RuneSelf]bool) {
	for c := range is {
		is[c] = 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
	}
	return is
}()

// wordEnd returns where the word that starts at i ends. Within a word stand apostrophes
// and, where both neighbours allow it, full stops ("U.S.") and digit separators.
func wordEnd(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf && wordBytes[c] {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if isWord(r) {
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		if i+size >= len(text) || !isWord(next) || i == 0 {
			return i
		}
		before, after := text[i-1], text[i+size]
		switch {
		case r == '\'' || r == '’':
		case (r == '.' || r == ',') && isDigit(before) && isDigit(after):
		case r == '.' && isInitial(text, i) && (i+2 == len(text) || text[i+2] == '.'):
		default:
			return i
		}
		i += size
	}
	return i
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// isInitial says whether a single letter stands before the full stop at i.
func isInitial(text string, i int) bool {
	if i == 0 || text[i-1]|0x20 < 'a' || text[i-1]|0x20 > 'z' {
		return false
	}
	return i == 1 || text[i-2] == '.' || !isWord(rune(text[i-2])) && text[i-2] < utf8.RuneSelf
}

// appendWord adds the token or tokens of text[start:end].
func appendWord(tokens []Token, text string, start, end int, form func(string) wordForm) []Token {
	end -= possessive(text[start:end])
	if start == end {
		return tokens
	}
	raw := text[start:end]
	if digits, unit := scaled(raw); unit != "" {
		cut := start + len(digits)
		return append(tokens, newToken(start, cut, form(digits)), newToken(cut, end, form(unit)))
	}
	t := newToken(start, end, form(raw))
	if t.Word == "" { // accents without a letter, such as the one that colours an emoji
		return tokens
	}
	first, _ := utf8.DecodeRuneInString(raw)
	t.Capital = unicode.IsUpper(first)
	return append(tokens, t)
}

// scaled parts "500bn" into "500" and "billion"; the unit is "" where there is none.
func scaled(raw string) (digits, unit string) {
	if !isDigit(raw[0]) || !isASCII(raw) {
		return raw, ""
	}
	digits = strings.TrimRightFunc(raw, unicode.IsLetter)
	return digits, scales[strings.ToLower(raw[len(digits):])]
}

// possessive returns the length of the 's at the end of a word, or 0.
func possessive(w string) int {
	if last := w[len(w)-1]; last|0x20 != 's' {
		return 0
	}
	for _, s := range [...]string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(w, s) {
			return len(s)
		}
	}
	return 0
}

// scales are the letters that follow a number in headlines.
var scales = map[string]string{"k": "thousand", "m": "million", "mn": "million", "mln": "million",
	"b": "billion", "bn": "billion", "bln": "billion", "tn": "trillion", "trn": "trillion"}

// foldedOf returns how a word is compared.
func foldedOf(raw string) string {
	if word, ok := acronyms[raw]; ok {
		return word
	}
	return fold(raw)
}

// acronyms are words that another word is spelt like when case is folded.
var acronyms = map[string]string{"US": "usa", "U.S": "usa", "U.S.A": "usa", "USA": "usa", "U.K": "uk", "UN": "un", "U.N": "un", "IT": "i.t"}

// fold lower-cases a word, drops its accents, apostrophes and digit commas, and the full
// stops of an acronym.
func fold(w string) string {
	plain := true
	for i := 0; i < len(w) && plain; i++ {
		plain = 'a' <= w[i]|0x20 && w[i]|0x20 <= 'z' || isDigit(w[i])
	}
	if plain {
		return strings.ToLower(w)
	}
	if !isASCII(w) {
		w = norm.NFD.String(w)
	}
	number := isDigit(w[0])
	return strings.Map(func(r rune) rune {
		if r == '\'' || r == '’' || r == ',' || r == '.' && !number || unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, w)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func stemOf(word string) string {
	if _, stop := stopWords[word]; stop {
		return ""
	}
	if s, ok := kept[word]; ok {
		return s
	}
	if base, ok := irregular[word]; ok {
		word = base
	}
	if len(word) > 40 || !isASCII(word) {
		return word
	}
	env := snowball.NewEnv(word)
	english.Stem(env)
	return env.Current()
}

// indexed returns the stems of a text that are indexed, in order.
func (a *analyzer) indexed(text string) []string {
	room, ok := a.room.Get().(*[]Token)
	if !ok {
		room = new([]Token)
	}
	words := split((*room)[:0], text, a.memo.get)
	stems := make([]string, 0, len(words))
	for _, t := range words {
		if t.Stem != "" && len(t.Stem) <= maxTerm {
			stems = append(stems, t.Stem)
		}
	}
	*room = words
	a.room.Put(room)
	return stems
}

// maxTerm is the longest word that is indexed, in bytes; nobody asks for a longer one.
const maxTerm = 200
