package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longLine is the length in bytes beyond which a line is taken not to be hard-wrapped:
// wire services and mail wrap at 60 to 80 columns.
const longLine = 110

// line is one line of a text without its white space at either end.
type line struct {
	Span
	indent int // columns of white space before it; a tab counts 4
}

// paragraphs returns the runs of lines that the layout of text sets apart, trimmed, in
// order, none empty. A blank line always ends a paragraph, as does the start of an item
// of a list or an indented first line. Any other line break is only a wrapped line,
// unless most of the text stands in lines too long to be wrapped: there each line is a
// paragraph.
func paragraphs(text string) []Span {
	lines := linesOf(text)
	wrapped := hardWrapped(lines)
	var out []Span
	var last line
	item := false // the paragraph is an item of a list
	for _, l := range lines {
		blank := l.Start == l.End
		joins := last.End > last.Start && !blank && !breaksLine(text, last, l, wrapped, item)
		switch {
		case blank:
		case joins:
			out[len(out)-1].End = l.End
		default:
			out, item = append(out, l.Span), startsItem(l.Of(text))
		}
		last = l
	}
	return out
}

// breaksLine says whether the break between two lines that are not blank ends a paragraph.
func breaksLine(text string, last, next line, wrapped, item bool) bool {
	after := text[next.Start:next.End]
	switch {
	case startsItem(after):
		return true
	case next.indent > last.indent && !item:
		return true
	case wrapped:
		return false
	}
	return !startsLower(after) || endsStop(text[last.Start:last.End])
}

// hardWrapped says whether lines look as if a typist or a program broke them at a
// fixed width.
func hardWrapped(lines []line) bool {
	var long, all int
	for _, l := range lines {
		n := l.End - l.Start
		all += n
		if n > longLine {
			long += n
		}
	}
	return long*2 <= all
}

// linesOf splits text at line feeds; a carriage return is white space.
func linesOf(text string) []line {
	out := make([]line, 0, strings.Count(text, "\n")+1)
	for start := 0; start <= len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += start
		}
		s := trim(text, Span{start, end})
		out = append(out, line{Span: s, indent: columns(text[start:s.Start])})
		start = end + 1
	}
	return out
}

// columns counts the columns that leading white space takes.
func columns(space string) int { return len(space) + 3*strings.Count(space, "\t") }

// trim narrows s to what stands between white space; an empty span stays at its start.
func trim(text string, s Span) Span {
	part := text[s.Start:s.End]
	left := strings.TrimLeftFunc(part, unicode.IsSpace)
	if left == "" {
		return Span{s.Start, s.Start}
	}
	start := s.End - len(left)
	return Span{start, start + len(strings.TrimRightFunc(left, unicode.IsSpace))}
}

// bullets are what begins an item of a list when a space follows.
const bullets = "-*+•‣▪▸●◦·–—"

// startsItem says whether a line begins as an item of a list: a bullet and a space.
func startsItem(line string) bool {
	r, n := utf8.DecodeRuneInString(line)
	return n > 0 && n+1 < len(line) && (line[n] == ' ' || line[n] == '\t') && strings.ContainsRune(bullets, r)
}

// startsLower says whether s begins with a lower-case letter.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// endsStop says whether s ends as a sentence does, before any closing quotes and brackets.
func endsStop(s string) bool {
	s = strings.TrimRight(s, closers)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(stops, r)
}
