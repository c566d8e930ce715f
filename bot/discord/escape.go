package discord

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybot/corpus"
)

// Text of articles and readers is data. Before Discord sees it,
//
//   - a backslash goes before every character that Markdown or Discord gives a meaning
//     (emphasis, headings, lists, quotes, links, mentions, custom emoji, addresses);
//   - a character that has no ink of its own, or that turns the direction of writing,
//     is written as its number: ‹U+202E›.
//
// Both are undone by unescape, so that what was written can be read back exactly.
const markup = "\\*_~|`>#-[]()@<"

// A numbered character stands between these; the opening one is numbered itself where
// the text has it before "U+".
const (
	numberOpen  = "‹U+"
	numberClose = "›"
)

// escape makes text safe to show. Lines stay lines. Invalid UTF-8 becomes U+FFFD.
func escape(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	var b strings.Builder
	for i := 0; i < len(text); {
		i += escapeAt(&b, text, i)
	}
	return b.String()
}

// shown makes text safe to show on one line, in at most so many characters and "…".
func shown(text string, most int) string {
	text = strings.Join(strings.Fields(strings.ToValidUTF8(text, "\uFFFD")), " ")
	var b strings.Builder
	for i, used := 0, 0; i < len(text); {
		from := b.Len()
		n := escapeAt(&b, text, i)
		if used += units(b.String()[from:]); used > most {
			return b.String()[:from] + "…"
		}
		i += n
	}
	return b.String()
}

// escapeAt writes the character at byte i of text and returns its length in text.
func escapeAt(b *strings.Builder, text string, i int) int {
	r, n := utf8.DecodeRuneInString(text[i:])
	switch {
	case hidden(text, i, r, n), strings.HasPrefix(text[i:], numberOpen):
		fmt.Fprintf(b, "%s%04X%s", numberOpen, r, numberClose)
	case r < utf8.RuneSelf && meaningful(text, i):
		b.WriteByte('\\')
		b.WriteRune(r)
	default:
		b.WriteString(text[i : i+n])
	}
	return n
}

// meaningful says whether the ASCII character at byte i has a meaning where it stands.
func meaningful(text string, i int) bool {
	c := text[i]
	switch c {
	case ':': // https://…, :smile:
		return i+1 < len(text) && text[i+1] > ' '
	case '+': // a list
		return lead(text, i) == ""
	case '.': // a numbered list
		digits := lead(text, i)
		return digits != "" && strings.Trim(digits, "0123456789") == ""
	}
	return strings.IndexByte(markup, c) >= 0
}

// lead returns what stands before byte i on its line, without leading white space; at
// most the last 32 bytes count, for no list has a longer number.
func lead(text string, i int) string {
	from := max(strings.LastIndexByte(text[:i], '\n')+1, i-32)
	return strings.TrimLeft(text[from:i], " \t")
}

// blanks are characters without ink that Unicode does not class as format or control.
const blanks = "\u034F\u115F\u1160\u17B4\u17B5\u2028\u2029\u2800\u3164\uFFA0"

// hidden says whether the character r of n bytes at byte i shows nothing of itself. Soft
// hyphens stay, and so do the joiners inside emoji and inside scripts that need them.
func hidden(text string, i int, r rune, n int) bool {
	switch r {
	case '\n', '\t', '\u00AD':
		return false
	case '\r':
		return !strings.HasPrefix(text[i+n:], "\n")
	case '\u200C', '\u200D':
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+n:])
		return !joined(before) || !joined(after)
	}
	return unicode.Is(unicode.Cf, r) || unicode.IsControl(r) || strings.ContainsRune(blanks, r)
}

// joined says whether a joiner beside r has a use.
func joined(r rune) bool {
	return r >= utf8.RuneSelf && r != utf8.RuneError && unicode.IsGraphic(r) && !unicode.IsSpace(r)
}

// unescape undoes escape.
func unescape(markdown string) string {
	var b strings.Builder
	for i := 0; i < len(markdown); {
		if r, n := numbered(markdown[i:]); n > 0 {
			b.WriteRune(r)
			i += n
			continue
		}
		if markdown[i] == '\\' && i+1 < len(markdown) && isPunct(markdown[i+1]) {
			i++
		}
		b.WriteByte(markdown[i])
		i++
	}
	return b.String()
}

// numbered reads a numbered character at the start of s; the length is 0 if none is there.
func numbered(s string) (rune, int) {
	rest, ok := strings.CutPrefix(s, numberOpen)
	if !ok {
		return 0, 0
	}
	hex, _, ok := strings.Cut(rest[:min(len(rest), 16)], numberClose)
	if !ok {
		return 0, 0
	}
	r, err := strconv.ParseUint(hex, 16, 31)
	if err != nil {
		return 0, 0
	}
	return rune(r), len(numberOpen) + len(hex) + len(numberClose)
}

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7F && (unicode.IsPunct(rune(c)) || unicode.IsSymbol(rune(c)))
}

// blockQuote writes text as a quote of Markdown, line by line, with the marked spans
// bold. Marks are bytes of text; one that does not fall on whole characters is ignored.
func blockQuote(text string, marks []corpus.Span) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	bold := boldSpans(text, marks)
	var b strings.Builder
	b.WriteString("> ")
	for i := 0; i < len(text); {
		if len(bold) > 0 && i == bold[0].Start {
			b.WriteString("**")
		}
		i += escapeAt(&b, text, i)
		if len(bold) > 0 && i == bold[0].End {
			b.WriteString("**")
			bold = bold[1:]
		}
		if text[i-1] == '\n' {
			b.WriteString("> ")
		}
	}
	return b.String()
}

// boldSpans makes marks fit for "**": in order, apart from one another, inside one line,
// with no white space at either end.
func boldSpans(text string, marks []corpus.Span) []corpus.Span {
	var out []corpus.Span
	for _, m := range marks {
		if !onCharacters(text, m) {
			continue
		}
		for from := m.Start; from < m.End; {
			line, _, _ := strings.Cut(text[from:m.End], "\n")
			s := corpus.Span{Start: from, End: from + len(line)}
			from = s.End + 1
			s.Start += len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
			s.End -= len(line) - len(strings.TrimRightFunc(line, unicode.IsSpace))
			out = appendBold(out, s)
		}
	}
	return out
}

// appendBold appends s, or stretches the last span where s touches it.
func appendBold(out []corpus.Span, s corpus.Span) []corpus.Span {
	if s.Start >= s.End {
		return out
	}
	if last := len(out) - 1; last >= 0 && s.Start <= out[last].End {
		out[last].End = max(out[last].End, s.End)
		return out
	}
	return append(out, s)
}

func onCharacters(text string, s corpus.Span) bool {
	return s.Of(text) != "" && utf8.RuneStart(text[s.Start]) && (s.End == len(text) || utf8.RuneStart(text[s.End]))
}
