package timex

import (
	"strings"
	"unicode/utf8"
)

// token is a word, a number or a mark of the text.
type token struct {
	start, end int
	class      class
	id         uint16 // the word as patterns name it
	unit       unit
	part       int8
	gap        uint8 // white space before it: 0 none, 1 some, 2 a blank line
	num        int32
}

// longWord is the length in bytes from which a word cannot be in the lexicon.
const longWord = 16

// lexer cuts a text into tokens.
type lexer struct {
	text   string
	pos    int
	tokens []token
}

// lex cuts the text into tokens. Numbers keep their commas and decimals and then are in
// no class; abbreviated months and weekdays keep their stop.
func lex(text string) []token {
	l := lexer{text: text, tokens: make([]token, 0, len(text)/5+8)}
	for l.pos < len(text) {
		gap := l.space()
		if l.pos >= len(text) {
			break
		}
		t := token{start: l.pos, gap: gap}
		switch c := text[l.pos]; {
		case isDigit(c):
			l.number(&t)
		case isLetter(c):
			l.word(&t)
		default:
			l.mark(&t)
		}
		t.end = l.pos
		l.tokens = append(l.tokens, t)
	}
	return l.tokens
}

// space skips white space and says how much there was.
func (l *lexer) space() uint8 {
	gap, lines := uint8(0), 0
	for l.pos < len(l.text) {
		switch c := l.text[l.pos]; {
		case c == '\n':
			lines++
		case c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f':
		case strings.HasPrefix(l.text[l.pos:], "\u00a0"):
			l.pos++
		default:
			if lines > 1 {
				return 2
			}
			return gap
		}
		l.pos++
		gap = 1
	}
	return gap
}

// at is the byte n places on, 0 past the end.
func (l *lexer) at(n int) byte {
	if l.pos+n < len(l.text) {
		return l.text[l.pos+n]
	}
	return 0
}

// word reads letters. "a.m." and abbreviations of months and weekdays keep their stops.
func (l *lexer) word(t *token) {
	for l.pos < len(l.text) && isLetter(l.text[l.pos]) {
		l.pos++
	}
	if l.pos < len(l.text) && isDigit(l.text[l.pos]) { // "F16", "Q3": one word, unless a quarter or half
		l.wordDigits(t)
		return
	}
	w := l.text[t.start:l.pos]
	if len(w) == 1 && (l.at(0) == '.' && l.at(1)|0x20 == 'm') && !isLetter(l.at(2)) {
		l.halfDay(t)
		return
	}
	t.class = cLower
	if w[0] >= 'A' && w[0] <= 'Z' {
		t.class = cUpper
	}
	l.look(t, w)
	if t.class&(cMonthAbbr|cWeekAbbr) != 0 && l.at(0) == '.' {
		l.pos++
		if t.class&cMonthAbbr != 0 {
			t.class |= cMonth
		}
	}
	if t.class&cLower != 0 && len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		t.class |= cPlural
	}
	if t.class&(cLower|cFuture) == cLower && len(w) > 4 && strings.HasSuffix(w, "ed") {
		t.class |= cPast
	}
}

// look gives the token its classes from the lexicon. Names of months and weekdays count
// only with a capital.
func (l *lexer) look(t *token, w string) {
	if len(w) >= longWord {
		return
	}
	var buf [longWord]byte
	for i := range len(w) {
		c := w[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	e, ok := lexicon[string(buf[:len(w)])]
	if !ok {
		return
	}
	if t.class&cUpper == 0 {
		e.class &^= cMonth | cMonthAbbr | cWeekday | cWeekAbbr | cZone | cMaker
	}
	t.class |= e.class
	t.id, t.num, t.unit, t.part = e.id, e.num, e.unit, e.part
}

// halfDay reads the rest of "a.m." or "p.m", with its last stop where it has one.
func (l *lexer) halfDay(t *token) {
	c := l.text[t.start] | 0x20
	if c != 'a' && c != 'p' {
		return
	}
	l.pos += 2
	if l.at(0) == '.' {
		l.pos++
	}
	t.class = cHalfDay
	if c == 'p' {
		t.num = 1
	}
}

// wordDigits reads the digits of "Q3" or "H1"; any other such word is in no class.
func (l *lexer) wordDigits(t *token) {
	w := l.text[t.start:l.pos]
	for l.pos < len(l.text) && (isDigit(l.text[l.pos]) || isLetter(l.text[l.pos])) {
		l.pos++
	}
	n := l.text[t.start+len(w) : l.pos]
	if len(n) != 1 || n[0] < '1' || n[0] > '4' {
		return
	}
	switch {
	case w == "Q":
		t.class, t.num, t.unit = cQuarterNo, int32(n[0]-'0'), quarter
	case w == "H" && n[0] < '3':
		t.class, t.num, t.unit = cQuarterNo, int32(n[0]-'0'), half
	}
}

// mark reads one character that is neither letter nor digit. Typographic quotes and
// dashes are read as the plain ones.
func (l *lexer) mark(t *token) {
	r, n := utf8.DecodeRuneInString(l.text[l.pos:])
	l.pos += n
	switch r {
	case '’', '‘':
		r = '\''
	case '–', '—', '‑':
		r = '-'
	case '“', '”':
		r = '"'
	}
	if r == '\'' {
		l.apostrophe(t)
		return
	}
	var buf [utf8.UTFMax]byte
	e := lexicon[string(utf8.AppendRune(buf[:0], r))]
	t.class, t.id = e.class, e.id
}

// apostrophe reads "'s", "'90s" and "'98" whole.
func (l *lexer) apostrophe(t *token) {
	t.id = lexicon["'"].id
	switch {
	case l.at(0) == 's' && !isLetter(l.at(1)):
		l.pos++
		t.id = lexicon["'s"].id
	case isDigit(l.at(0)) && isDigit(l.at(1)) && l.at(2) == 's' && !isLetter(l.at(3)) && l.at(1) == '0':
		t.class, t.num = cDecade, 1900+10*int32(l.at(0)-'0')
		l.pos += 3
	case isDigit(l.at(0)) && isDigit(l.at(1)) && !isDigit(l.at(2)) && !isLetter(l.at(2)):
		n := 10*int32(l.at(0)-'0') + int32(l.at(1)-'0')
		t.class, t.num = cYear|cShort, 1900+n
		if n < 40 {
			t.num += 100
		}
		l.pos += 2
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isLetter takes every byte of a character outside ASCII for a letter, save those that
// start general punctuation and the no-break space.
func isLetter(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 && c != 0xe2 && c != 0xc2
}
