package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longLine is the length in bytes beyond which a line is taken not to be hard-wrapped:
// wire services and mail wrap at 60 to 80 columns.
const longLine = 110

// narrowest is the least width, in bytes, at which a short line means anything.
const narrowest = 50

// line is one line of a text without its white space at either end.
type line struct {
	Span
	indent int // columns of white space before it; a tab counts 4
}

// paragraphs returns the runs of lines that the layout of text sets apart, trimmed, in
// order, none empty. A blank line always ends a paragraph, as does the start of an item
// of a list or an indented first line. Any other line break is only a wrapped line,
// except in two cases. Where most of the text stands in lines too long to be wrapped,
// each line is a paragraph unless it goes on in lower case. And in wrapped text a line
// that was broken although the next word, a capitalised one, would easily have fitted
// is a heading or a row of a table.
func paragraphs(text string) []Span {
	lines := linesOf(text)
	l := layout{text: text, width: wrapWidth(lines)}
	var out []Span
	var last line
	for i, next := range lines {
		if next.Start < next.End {
			if last.Start == last.End || l.breaks(last, next, i) {
				out, l.item = append(out, next.Span), startsItem(next.Of(text))
			} else {
				out[len(out)-1].End = next.End
			}
		}
		last = next
	}
	return out
}

// layout is how a text is laid out.
type layout struct {
	text  string
	width int  // the column at which lines are wrapped; 0: they are not
	item  bool // the paragraph in hand is an item of a list
}

// breaks says whether the break between two lines that are not blank ends a paragraph;
// n is how many lines stand before next.
func (l layout) breaks(last, next line, n int) bool {
	after := next.Of(l.text)
	switch {
	case startsItem(after):
		return true
	case next.indent > last.indent && !l.item:
		return true
	case opensLower(after) || strings.ContainsRune(",;:)", rune(after[0])):
		return false
	case l.width == 0:
		return true
	}
	word, _, _ := strings.Cut(after, " ")
	short := (last.End-last.Start+1+len(word))*4 < l.width*3
	// The first line of a wire story is short where its dateline was cut off.
	return short && n > 1 && l.width >= narrowest && upperFirst(word)
}

// wrapWidth returns the length that one line in ten reaches or passes, as the column at
// which lines are wrapped; 0 where most of the text stands in lines that are not.
func wrapWidth(lines []line) int {
	var long, all int
	lengths := make([]int, 0, len(lines))
	for _, l := range lines {
		n := l.End - l.Start
		all += n
		if n > longLine {
			long += n
		}
		if n > 0 {
			lengths = append(lengths, n)
		}
	}
	if long*2 > all || len(lengths) == 0 {
		return 0
	}
	slices.Sort(lengths)
	return lengths[len(lengths)*9/10]
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

// opensLower says whether s begins with a lower-case letter.
func opensLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// endsStop says whether s ends as a sentence does, before any closing quotes and brackets.
func endsStop(s string) bool {
	s = strings.TrimRight(s, closers)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(stops, r)
}
