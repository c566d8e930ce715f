package bot

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// writeMarkdown writes an answer as CommonMark (spec.commonmark.org/0.31.2): its title,
// its note, and each quote in a block of its own, under the time that it tells of where
// the answer has times and what it is shown for, and above its source. Rendered, a quote reads as it stands in its
// article, byte for byte, but that U+0000, which CommonMark forbids, is shown as U+FFFD.
func writeMarkdown(w io.Writer, a Answer) error {
	var b strings.Builder
	if title := heading(a.Title); title != "" {
		fmt.Fprintf(&b, "# %s\n", escapeMarkdown(title, ""))
	}
	if note := strings.TrimSpace(a.Note); note != "" {
		fmt.Fprintf(&b, "\n%s\n", escapeMarkdown(note, ""))
	}
	dated := slices.ContainsFunc(a.Quotes, func(q Quote) bool { return q.Date != nil })
	last := ""
	for _, q := range a.Quotes {
		if date := when(q.Date); dated && date != last {
			fmt.Fprintf(&b, "\n## %s\n", escapeMarkdown(date, ""))
			last = date
		}
		if label := heading(q.Label); label != "" {
			fmt.Fprintf(&b, "\n%s:\n", escapeMarkdown(label, ""))
		}
		if q.Text != "" {
			fmt.Fprintf(&b, "\n> %s\n", escapeMarkdown(q.Text, "> "))
		}
		fmt.Fprintf(&b, "\n%s\n", citeMarkdown(q))
	}
	_, err := io.WriteString(w, strings.TrimPrefix(b.String(), "\n"))
	return err
}

// citeMarkdown names the source of a quote, where it is, and what others say.
func citeMarkdown(q Quote) string {
	line := escapeMarkdown(heading(q.Article.Label()), "")
	switch shown, target := place(q.Article, q.Link); {
	case target != "":
		line += fmt.Sprintf(" · [%s](<%s>)", escapeMarkdown(shown, ""), strings.ReplaceAll(target, "&", "&amp;"))
	case shown != "":
		line += " · " + escapeMarkdown(shown, "")
	}
	for _, other := range otherLines(q) {
		line += "\\\n" + escapeMarkdown(other, "")
	}
	return line
}

// escapeMarkdown writes text so that CommonMark renders it as it stands. Empty lines part
// paragraphs, other line breaks are hard ones; lead opens every line but the first.
func escapeMarkdown(text, lead string) string {
	var b strings.Builder
	body := strings.TrimRight(text, "\n")
	for rest := body; rest != ""; {
		line, after, more := strings.Cut(rest, "\n")
		escapeLine(&b, line)
		rest = after
		switch {
		case !more:
		case line != "" && strings.HasPrefix(rest, "\n"):
			fmt.Fprintf(&b, "\n%s\n%s", strings.TrimRight(lead, " "), lead)
			rest = rest[1:]
		default:
			b.WriteString("\\\n" + lead)
		}
	}
	b.WriteString(strings.Repeat("&#10;", len(text)-len(body))) // no hard break ends a paragraph
	return b.String()
}

// escapeLine writes one line. A backslash goes before every mark that has a meaning
// where it stands, in CommonMark or in what GitHub adds to it; spaces that would be
// stripped, backslashes and control characters become numeric references.
func escapeLine(b *strings.Builder, line string) {
	inner := strings.Trim(line, " ")
	edge := strings.Repeat("&#32;", len(line)-len(strings.TrimLeft(line, " ")))
	b.WriteString(edge)
	for i, r := range inner {
		switch {
		case r == 0:
			b.WriteRune('\uFFFD')
		case r < ' ' || r == 0x7F || r == '\\': // some renderers misread a backslash before a hard break
			fmt.Fprintf(b, "&#%d;", r)
		case strings.ContainsRune("`*_{}[]<>#|~&$@", r) || hasMeaning(inner, i):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	if inner != "" {
		b.WriteString(strings.Repeat("&#32;", len(line)-len(strings.TrimRight(line, " "))))
	}
}

// hasMeaning says whether the byte of a line is a mark because of where it stands: one
// that starts a list, a rule or a definition, or that makes an address of bare words.
func hasMeaning(line string, i int) bool {
	switch line[i] {
	case '-', '+', '=':
		return i == 0
	case ':':
		return i == 0 || strings.HasPrefix(line[i:], "://")
	case ')':
		return numbered(line[:i])
	case '.':
		return numbered(line[:i]) || i >= 3 && strings.EqualFold(line[i-3:i], "www")
	}
	return false
}

// numbered says whether a line so far is the number of an item of a list.
func numbered(head string) bool {
	return head != "" && strings.Trim(head, "0123456789") == ""
}
