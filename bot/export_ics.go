package bot

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// writeICS writes the dated quotes of an answer as a calendar (RFC 5545): one event of
// whole days each, that of a vague date as long as the date is wide. Two exports of the
// same answer are the same bytes, and an event keeps its UID in another answer. Quotes
// without a day, and nearest passages, are left out. Control characters, which a
// calendar cannot hold, go; a line break of any kind is one line break.
func writeICS(w io.Writer, a Answer) error {
	var c calendarFile
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Storybot//Storybot//EN")
	c.line("CALSCALE", "GREGORIAN")
	if title := heading(a.Title); title != "" {
		c.line("NAME", escapeText(title)) // RFC 7986
		c.line("X-WR-CALNAME", escapeText(title))
	}
	events := 0
	for _, q := range a.Quotes {
		if a.Answered && fitsCalendar(q.Date) {
			c.event(q)
			events++
		}
	}
	c.line("END", "VCALENDAR")
	if events == 0 {
		return readerErrorf("no quote of this answer has a date, so there is nothing to put in a calendar: /timeline has dates")
	}
	_, err := io.WriteString(w, c.b.String())
	return err
}

// fitsCalendar says whether a date has days, and years of four digits.
func fitsCalendar(d *EventDate) bool {
	return d != nil && !d.Begin.IsZero() && d.Begin.UTC().Year() >= 1 && endOf(*d).Year() <= 9999
}

// endOf returns the day after those that a date covers, which are one at least.
func endOf(d EventDate) time.Time {
	const day = 24 * time.Hour
	first := d.Begin.UTC().Truncate(day)
	if until := d.Until.UTC().Truncate(day); until.After(first) {
		return until
	}
	return first.Add(day)
}

// calendarFile is a calendar as far as it is written.
type calendarFile struct{ b strings.Builder }

// basicDate is the form of dates in RFC 5545, section 3.3.4.
const basicDate = "20060102"

func (c *calendarFile) event(q Quote) {
	stamp := q.Article.Published
	if stamp.IsZero() {
		stamp = q.Date.Begin
	}
	c.line("BEGIN", "VEVENT")
	c.line("UID", uid(q))
	c.line("DTSTAMP", stamp.UTC().Format(basicDate+"T150405Z"))
	c.line("DTSTART;VALUE=DATE", q.Date.Begin.UTC().Format(basicDate))
	c.line("DTEND;VALUE=DATE", endOf(*q.Date).Format(basicDate))
	c.line("SUMMARY", escapeText(shorten(heading(q.Text))))
	c.line("DESCRIPTION", escapeText(describe(q)))
	if _, target := place(q.Article, q.Link); target != "" {
		c.line("URL", target)
	}
	c.line("TRANSP", "TRANSPARENT")
	c.line("END", "VEVENT")
}

// uid names an event by what it quotes and when that happened.
func uid(q Quote) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d\x00%d\x00%s", q.Article.ID, q.Start, q.End, q.Date.Value))
	return hex.EncodeToString(sum[:16]) + "@storybot"
}

// describe gives the whole quote, and below it its source, its date and what others say.
func describe(q Quote) string {
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(q.Text)
	lines := []string{text, "", "— " + heading(q.Article.Label())}
	at, target := place(q.Article, q.Link)
	if at = cmp.Or(target, at); at != "" {
		lines = append(lines, at)
	}
	lines = append(lines, "Date: "+when(q.Date))
	return strings.Join(append(lines, otherLines(q)...), "\n")
}

// longestSummary is the most characters of an event's name: about what a calendar shows.
const longestSummary = 80

// shorten cuts one line after its last whole word that leaves room for "…".
func shorten(s string) string {
	if utf8.RuneCountInString(s) <= longestSummary {
		return s
	}
	runes := []rune(s)[:longestSummary]
	if i := strings.LastIndexByte(string(runes), ' '); i > 0 {
		return string(runes)[:i] + "…"
	}
	return string(runes[:longestSummary-1]) + "…"
}

// escapeText writes a value of type TEXT (RFC 5545, section 3.3.11), whose line breaks
// are \n.
func escapeText(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
}

// longestLine is the most bytes of a line before its CR LF (RFC 5545, section 3.1).
const longestLine = 75

// line writes a property, folded between characters.
func (c *calendarFile) line(name, value string) {
	rest := name + ":" + value
	for room := longestLine; len(rest) > room; room = longestLine - 1 {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		c.b.WriteString(rest[:cut] + "\r\n ")
		rest = rest[cut:]
	}
	c.b.WriteString(rest + "\r\n")
}
