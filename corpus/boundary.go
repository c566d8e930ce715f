package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWord bounds, in bytes, how far the rules look for the ends of a word.
const maxWord = 64

// splits says whether the sentence that starts at s.Start ends at b. s.End is where the
// paragraph ends.
func (b boundary) splits(text string, s Span) bool {
	if b.next == b.end {
		return true
	}
	word := lastWordOf(text[max(s.Start, b.stop-maxWord):b.stop])
	mark := text[b.stop:b.end]
	rest := text[b.next:s.End]
	next := wordAt(rest)
	lower := isLowerWord(next)
	switch {
	case onlyMarks(rest), strings.ContainsRune(",;:", rune(rest[0])):
		return false
	case strings.HasPrefix(mark, "..") || strings.HasPrefix(mark, "…") || word == "":
		return !lower && next != ""
	case mark[0] != '.':
		return splitsAtCall(word, mark, rest, lower)
	case len(mark) > 1 && (mark[1] != ')' || habitOf(word) == plain):
		return !lower && habitOf(word) != inner
	case isFigure(word):
		return !isEnumerator(text, s.Start, b.stop)
	}
	return splitsAtWord(habitOf(word), next, rest, lower)
}

// splitsAtWord decides for a single full stop after a word.
func splitsAtWord(h habit, next, rest string, lower bool) bool {
	if h == plain {
		return true
	}
	if lower || h == inner {
		return false
	}
	digit := next != "" && unicode.IsDigit(rune(next[0]))
	if rest[0] == '(' {
		return starters[next]
	}
	switch h {
	case counted:
		return !digit && !afterClock[next]
	case clock:
		return !afterClock[next]
	case lastWord:
		return true
	case company:
		return starters[next] || carriers[secondWord(rest)]
	}
	return starters[next] && !isInitial(rest)
}

// splitsAtCall decides for a question or exclamation mark.
func splitsAtCall(word, mark, rest string, lower bool) bool {
	switch {
	case lower:
		return false
	case mark == "!" && bangNames[word]:
		return starters[wordAt(rest)]
	case strings.ContainsAny(mark, "\"”’"):
		return !speaks(rest)
	}
	return true
}

// speaks says whether s begins with up to three names and a verb of speaking.
func speaks(s string) bool {
	words := strings.Fields(s[:min(len(s), maxWord)])
	for i, w := range words[:min(len(words), 4)] {
		if speech[strings.TrimRight(w, ".,:;")] {
			return i > 0
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return false
}

// habitOf returns the habit of a word that stands before a stop. A letter, or letters
// with stops between ("J", "J.D", "U.S"), is an abbreviation that no table need hold.
func habitOf(word string) habit {
	if h, ok := abbreviations[word]; ok {
		return h
	}
	if i := strings.LastIndexAny(word, "-/"); i >= 0 {
		return habitOf(word[i+1:])
	}
	for len(word) > 1 && isLetter(word[0]) && word[1] == '.' {
		word = word[2:]
	}
	if len(word) == 1 && 'A' <= word[0] && word[0] <= 'Z' || len(word) == 1 && isLower(word[0]) && word != "a" {
		return either
	}
	return plain
}

// isInitial says whether s begins with a letter and a stop: "A. Jones".
func isInitial(s string) bool { return len(s) > 1 && isLetter(s[0]) && s[1] == '.' }

// isLetter says whether c is an ASCII letter.
func isLetter(c byte) bool { return isLower(c | 0x20) }

// isFigure says whether word is digits with their usual marks: 2018, 3.5, 40%, $10.
func isFigure(word string) bool {
	return word != "" && strings.Trim(word, "0123456789.,$%£€:/") == "" && strings.ContainsAny(word, "0123456789")
}

// isEnumerator says whether the stop ends the number of a list item ("1. First"): the
// sentence has nothing before it.
func isEnumerator(text string, start, stop int) bool {
	return stop-start <= 3 && strings.Trim(text[start:stop], "0123456789") == ""
}

// onlyMarks says whether the first word of s is only closing quotes, brackets and stops.
func onlyMarks(s string) bool {
	if end := strings.IndexFunc(s[:min(len(s), maxWord)], unicode.IsSpace); end >= 0 {
		s = s[:end]
	}
	return len(s) <= maxWord && strings.Trim(s, stops+closers) == ""
}

// isLowerWord says whether a word begins with a lower-case letter and is not a name like
// "iPhone" or "xAI".
func isLowerWord(w string) bool {
	return opensLower(w) && strings.IndexFunc(w, unicode.IsUpper) < 0
}

// lastWordOf returns what stands at the end of s after white space and opening marks.
func lastWordOf(s string) string {
	if i := strings.LastIndexFunc(s, unicode.IsSpace); i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		s = s[i+n:]
	}
	return strings.TrimLeft(s, openers)
}

// wordAt returns the first word of s without marks around it.
func wordAt(s string) string {
	s = strings.TrimLeft(s[:min(len(s), maxWord)], openers)
	if i := strings.IndexFunc(s, isWordEnd); i >= 0 {
		s = s[:i]
	}
	return s
}

// secondWord returns the second word of s.
func secondWord(s string) string {
	words := strings.Fields(s[:min(len(s), 2*maxWord)])
	if len(words) < 2 {
		return ""
	}
	return strings.TrimRight(words[1], ",.")
}

// isWordEnd says whether r ends a word. Apostrophes and hyphens do not.
func isWordEnd(r rune) bool {
	return r != '\'' && r != '’' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}
