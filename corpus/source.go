package corpus

import (
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	maxField = 1000 // bytes of a title, an outlet or an author
	maxID    = 200  // bytes of an id: it is a key in the index
	maxURL   = 2000 // bytes of an address; browsers take about that much
)

// stated is what an article says of itself, as it says it.
type stated struct {
	id, title, outlet, author, url, published string

	modified string   // of a page
	evidence Evidence // of a page
}

// draft cleans what an article says of itself. note is told what had to be left out.
func (st stated) draft(text string, note func(reason string)) draft {
	day, ok := readDay(st.published)
	if !ok && strings.TrimSpace(st.published) != "" {
		note("published " + quoteShort(st.published) + " is no date such as 2025-01-22: left unknown")
	}
	modified, _ := webDay(st.modified)
	return draft{Article: Article{
		ID: st.cleanID(note),
		Source: Source{
			Title: oneLine(st.title), Outlet: oneLine(st.outlet), Author: oneLine(st.author),
			URL: cleanURL(st.url, note), Published: day,
		},
		Text: text, Modified: modified, Evidence: st.evidence,
	}}
}

// cleanID returns the id, or "" where it cannot serve as one.
func (st stated) cleanID(note func(string)) string {
	id := strings.TrimSpace(st.id)
	if len(id) > maxID || strings.ContainsFunc(id, unicode.IsControl) || !utf8.ValidString(id) {
		note("id " + quoteShort(id) + " is too long or has control characters: left out")
		return ""
	}
	return id
}

// cleanURL returns an absolute http or https address, or "".
func cleanURL(address string, note func(string)) string {
	address = strings.TrimSpace(address)
	if address == "" {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || len(address) > maxURL ||
		strings.ContainsFunc(address, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		note("url " + quoteShort(address) + " is no http or https address: left out")
		return ""
	}
	return address
}

// oneLine returns s as valid UTF-8 with single spaces for white space and control
// characters, cut at maxField bytes.
func oneLine(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if len(s) <= maxField {
		return s
	}
	return strings.TrimSpace(s[:bounded(s, maxField)])
}

// quoteShort quotes the beginning of s for a message.
func quoteShort(s string) string {
	s = oneLine(s)
	if len(s) > 60 {
		s = s[:bounded(s, 60)] + "…"
	}
	return `"` + s + `"`
}

// readDay reads 2025-01-22 or a time of RFC 3339, and keeps the day as written.
func readDay(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t, err = time.Parse(time.RFC3339, s)
	}
	return dayOf(t), err == nil && t.Year() > 1
}

// dayOf returns the day that t shows, at 00:00 UTC; zero before the year 1000, where
// only a mistake can put an article.
func dayOf(t time.Time) time.Time {
	if t.Year() < 1000 {
		return time.Time{}
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// webLayouts are dates as pages and front matter write them, beyond those of readDay.
var webLayouts = []string{
	"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "Monday, January 2, 2006", "Mon, Jan 2, 2006",
	"Monday, 2 January 2006", "Mon, 02 Jan 2006", "Mon Jan 2 15:04:05 2006", time.RFC1123, time.RFC1123Z, time.UnixDate, time.RFC850,
	"2006/01/02", "20060102",
}

// dayFirst matches a time that begins with its day: 2025-01-22T10:00:00+0000, 2025/01/22 10:00.
var dayFirst = regexp.MustCompile(`^(\d{4})[-/](\d{2})[-/](\d{2})([T ].*)?$`)

// webDay reads a date as pages write it; false where it is none that is known.
func webDay(s string) (time.Time, bool) {
	s = oneLine(s)
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		return readDay(m[1] + "-" + m[2] + "-" + m[3])
	}
	for _, layout := range webLayouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1000 {
			return dayOf(t), true
		}
	}
	return time.Time{}, false
}
