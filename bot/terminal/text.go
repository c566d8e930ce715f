package terminal

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"storybot/corpus"
)

// clean makes text that comes from outside safe to show: control characters, so also
// those that start an escape sequence, become U+FFFD, and characters that are unseen or
// turn the direction of writing go. A single line break or tab becomes a space; an empty
// line becomes one line break. All that can be seen stays. The second result gives for
// every byte of s, and for its end, the byte of the first result where it went.
func clean(s string) (string, []int) {
	var b strings.Builder
	at := make([]int, len(s)+1)
	for i := 0; i < len(s); {
		n, text := nextClean(s[i:])
		at[i] = b.Len()
		b.WriteString(text)
		for k := i + 1; k < i+n; k++ {
			at[k] = b.Len()
		}
		i += n
	}
	at[len(s)] = b.Len()
	return b.String(), at
}

// nextClean reads a run of white space or one character from the start of s, and returns
// its length and what to show for it.
func nextClean(s string) (n int, text string) {
	breaks, tabs := 0, 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch r {
		case '\r', '\n', '\u0085', '\u2028':
			if r == '\r' && strings.HasPrefix(s[n:], "\r\n") {
				size = 2
			}
			breaks++
		case '\u2029':
			breaks += 2
		case '\t', '\v', '\f':
			tabs++
		case ' ':
		default:
			if n > 0 {
				return n, whiteSpace(s[:n], breaks, tabs)
			}
			return size, visible(r)
		}
		n += size
	}
	return n, whiteSpace(s, breaks, tabs)
}

func whiteSpace(run string, breaks, tabs int) string {
	switch {
	case breaks > 1:
		return "\n"
	case breaks+tabs > 0:
		return " "
	}
	return run
}

// visible returns what to show for a character that is not white space.
func visible(r rune) string {
	switch {
	case unicode.IsControl(r):
		return "\uFFFD"
	case unseen(r):
		return ""
	}
	return string(r)
}

// unseen says whether a character has no shape of its own and can hide or reorder what
// stands beside it: the bidirectional controls of UAX #9, zero-width spaces, soft hyphens
// and invisible operators. The joiners that emoji and many scripts need are not among them.
func unseen(r rune) bool {
	switch {
	case r == '\u00AD', r == '\u061C', r == '\u180E', r == '\u200B', r == '\u200E', r == '\u200F',
		r == '\uFEFF',
		'\u202A' <= r && r <= '\u202E',
		'\u2060' <= r && r <= '\u206F',
		'\uFFF9' <= r && r <= '\uFFFB':
		return true
	}
	return false
}

// oneLine cleans text and makes it one line.
func oneLine(s string) string {
	s, _ = clean(s)
	return strings.Join(strings.Fields(s), " ")
}

// wrap cuts clean text into lines of at most width columns and returns them as spans of
// it, without the spaces around them. Lines break at spaces, and within a word that is
// longer than a line. A width of 0 breaks only where the text does.
func wrap(text string, width int) []corpus.Span {
	var lines []corpus.Span
	for start := 0; start <= len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		lines = append(lines, wrapParagraph(text, corpus.Span{Start: start, End: end}, width)...)
		start = end + 1
	}
	return lines
}

func wrapParagraph(text string, p corpus.Span, width int) []corpus.Span {
	var lines []corpus.Span
	var line corpus.Span // the line being filled; empty when none is
	cols := 0
	for word, ok := nextWord(text, p); ok; word, ok = nextWord(text, p) {
		p.Start = word.End
		w := ansi.StringWidth(text[word.Start:word.End])
		if line.End > line.Start {
			if gap := word.Start - line.End; width <= 0 || cols+gap+w <= width {
				line.End, cols = word.End, cols+gap+w
				continue
			}
			lines = append(lines, line)
		}
		for width > 0 && w > width {
			head := headOf(text[word.Start:word.End], width)
			lines = append(lines, corpus.Span{Start: word.Start, End: word.Start + head})
			word.Start += head
			w = ansi.StringWidth(text[word.Start:word.End])
		}
		line, cols = word, w
	}
	if line.End > line.Start {
		lines = append(lines, line)
	}
	return lines
}

// nextWord returns the first run without spaces in p.
func nextWord(text string, p corpus.Span) (corpus.Span, bool) {
	for p.Start < p.End && text[p.Start] == ' ' {
		p.Start++
	}
	if i := strings.IndexByte(text[p.Start:p.End], ' '); i >= 0 {
		p.End = p.Start + i
	}
	return p, p.Start < p.End
}

// headOf returns the bytes of word that fill width columns, never less than one
// character.
func headOf(word string, width int) int {
	if n := len(ansi.Truncate(word, width, "")); n > 0 {
		return n
	}
	_, n := utf8.DecodeRuneInString(word)
	return n
}

// clip shortens clean text to width columns.
func clip(s string, width int) string {
	return ansi.Truncate(s, max(width, 0), "…")
}

// webAddress returns an address that can stand in an escape sequence: every byte outside
// visible ASCII is percent-encoded. It is empty for anything but http and https.
func webAddress(s string) string {
	if u, err := url.Parse(s); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
