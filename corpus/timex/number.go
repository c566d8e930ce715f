package timex

import "strings"

// number reads what starts with a digit: a number, an ordinal, a clock, a decade or a
// date in figures. What is glued to letters ("747s", "3M") is in no class.
func (l *lexer) number(t *token) {
	if l.numericDate(t) || l.clock(t) {
		return
	}
	n, digits := l.digits()
	grouped := l.grouped()
	rest := l.text[l.pos:]
	suffix := 0
	for suffix < len(rest) && isLetter(rest[suffix]) {
		suffix++
	}
	switch s := strings.ToLower(rest[:suffix]); {
	case suffix == 0 && !grouped && digits < 7:
		t.class, t.num = cNumber|cDigits, n
		if digits == 4 && n >= 1000 && n < 2200 {
			t.class |= cYear
		}
	case suffix == 0:
		t.class, t.num = cGrouped, n
	case s == "st" || s == "nd" || s == "rd" || s == "th":
		t.class, t.num = cOrdinal|cFigure, n
	case s == "s" && (digits == 4 && n >= 1000 && n < 2200 || digits == 2) && n%10 == 0:
		t.class, t.num = cDecade, n
		if digits == 2 {
			t.num += 1900
		}
	case (s == "am" || s == "pm") && n >= 1 && n <= 12:
		suffix = 0 // "9am" is two tokens
		t.class, t.num = cNumber|cDigits, n
	}
	l.pos += suffix
}

// digits reads a run of digits; numbers over nine digits keep the first nine.
func (l *lexer) digits() (n int32, count int) {
	for isDigit(l.at(0)) {
		if count < 9 {
			n = 10*n + int32(l.at(0)-'0')
		}
		count++
		l.pos++
	}
	return n, count
}

// grouped reads the rest of "1,984" or "2.5".
func (l *lexer) grouped() bool {
	from := l.pos
	for {
		switch {
		case l.at(0) == ',' && isDigit(l.at(1)) && isDigit(l.at(2)) && isDigit(l.at(3)) && !isDigit(l.at(4)):
			l.pos += 4
		case l.at(0) == '.' && isDigit(l.at(1)):
			l.pos++
			l.digits()
		default:
			return l.pos > from
		}
	}
}

// clock reads "9:30", "21:05:10" and "9.30am".
func (l *lexer) clock(t *token) bool {
	from := l.pos
	h, nh := l.digits()
	if nh <= 2 && h < 25 && (l.at(0) == ':' || l.at(0) == '.' && l.halfDayAfter(3)) && isDigit(l.at(1)) && isDigit(l.at(2)) && !isDigit(l.at(3)) {
		l.pos++
		if m, _ := l.digits(); m < 60 {
			t.class, t.num = cClock, 60*h+m
			if l.at(0) == ':' && isDigit(l.at(1)) && isDigit(l.at(2)) {
				l.pos += 3
			}
			return true
		}
	}
	l.pos = from
	return false
}

// halfDayAfter says whether "am" or "p.m." stands n places on, or after a space there.
func (l *lexer) halfDayAfter(n int) bool {
	if l.at(n) == ' ' {
		n++
	}
	c := l.at(n) | 0x20
	return (c == 'a' || c == 'p') && (l.at(n+1)|0x20 == 'm' || l.at(n+1) == '.' && l.at(n+2)|0x20 == 'm')
}

// numericDate reads 2025-01-21, 2025/01/21, 01/21/2025, 21.01.2025 and 1/21. Of the last
// shapes the month is the first number, unless that cannot be one.
func (l *lexer) numericDate(t *token) bool {
	from := l.pos
	var n [3]int32
	var width [3]int
	var sep byte
	parts := 0
	for parts < 3 {
		n[parts], width[parts] = l.digits()
		parts++
		c := l.at(0)
		if parts == 3 || (c != '-' && c != '/' && c != '.') || (sep != 0 && c != sep) || !isDigit(l.at(1)) {
			break
		}
		sep = c
		l.pos++
	}
	if y, m, d, ok := figures(n, width, parts, sep); ok && !isLetter(l.at(0)) && !(l.at(0) == sep && isDigit(l.at(1))) {
		t.class, t.num = cNumeric, int32(y*10000+m*100+d)
		return true
	}
	l.pos = from
	return false
}

// figures makes year, month and day of the parts of a date in figures; the year is 0
// where there is none, the day too.
func figures(n [3]int32, width [3]int, parts int, sep byte) (y, m, d int, ok bool) {
	a, b, c := int(n[0]), int(n[1]), int(n[2])
	switch {
	case parts == 3 && width[0] == 4 && width[1] <= 2 && width[2] <= 2:
		y, m, d = a, b, c
	case parts == 3 && width[0] <= 2 && width[1] <= 2 && (width[2] == 4 || width[2] == 2 && sep == '/'):
		y, m, d = c, a, b
		if width[2] == 2 {
			y += 1900
			if c < 40 {
				y += 100
			}
		}
		if m > 12 || sep == '.' {
			m, d = d, m
		}
	case parts == 2 && width[0] == 4 && width[1] == 2 && sep == '-' && b <= 12:
		return a, b, 0, a >= 1000 && a < 2200 && b >= 1
	case parts == 2 && width[0] <= 2 && width[1] <= 2 && sep == '/':
		if a == 9 && b == 11 {
			return 2001, a, b, true // a name by now
		}
		_, ok = dayOf(2000, a, b)
		return 0, a, b, ok && b > 9 // "1/2" and "5/8" are fractions
	default:
		return 0, 0, 0, false
	}
	_, ok = dayOf(y, m, d)
	return y, m, d, ok
}
