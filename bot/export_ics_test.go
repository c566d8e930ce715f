package bot_test

import (
	"bytes"
	"errors"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"storybot/bot"
	"storybot/corpus/timex"
)

// contentLine is a property as this calendar writes it (RFC 5545, section 3.1).
var contentLine = regexp.MustCompile(`(?s)^([A-Z-]+)((?:;[A-Z-]+=[A-Z-]+)*):(.*)$`)

// unfolded returns the content lines of a calendar, after checking its physical ones.
func unfolded(t testing.TB, text string) []string {
	t.Helper()
	if !strings.HasSuffix(text, "\r\n") {
		t.Fatal("the last line does not end")
	}
	var lines []string
	for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || line == "" || !utf8.ValidString(line) {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
		if strings.ContainsFunc(line, func(r rune) bool { return unicode.IsControl(r) && r != '\t' }) {
			t.Errorf("a control character in %q", line)
		}
		if rest, ok := strings.CutPrefix(line, " "); ok && len(lines) > 0 {
			lines[len(lines)-1] += rest
		} else {
			lines = append(lines, line)
		}
	}
	return lines
}

// textValue reads a value of type TEXT, strictly.
func textValue(t testing.TB, s string) string {
	t.Helper()
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == ';' || s[i] == ',':
			t.Errorf("%q stands bare in %q", s[i], s)
		case s[i] != '\\':
			b.WriteByte(s[i])
		case i+1 < len(s) && s[i+1] == 'n':
			b.WriteByte('\n')
			i++
		case i+1 < len(s) && strings.IndexByte(`\;,`, s[i+1]) >= 0:
			b.WriteByte(s[i+1])
			i++
		default:
			t.Errorf("a bad escape in %q", s)
		}
	}
	return b.String()
}

// events reads a calendar strictly and returns the properties of its events: texts
// unescaped, the others as they stand, with the parameters in their names.
func events(t testing.TB, text string) []map[string]string {
	t.Helper()
	lines := unfolded(t, text)
	last := len(lines) - 1
	if last < 1 || lines[0] != "BEGIN:VCALENDAR" || lines[last] != "END:VCALENDAR" {
		t.Fatalf("no calendar: %.80q", text)
	}
	head := map[string]string{}
	var all []map[string]string
	into := head
	for _, line := range lines[1:last] {
		switch line {
		case "BEGIN:VEVENT":
			into = map[string]string{}
			all = append(all, into)
			continue
		case "END:VEVENT":
			checkEvent(t, into)
			into = head
			continue
		}
		m := contentLine.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("no property: %q", line)
		}
		if _, twice := into[m[1]+m[2]]; twice {
			t.Errorf("%s comes twice", m[1])
		}
		into[m[1]+m[2]] = m[3]
		if slices.Contains([]string{"UID", "SUMMARY", "DESCRIPTION", "TRANSP", "NAME", "X-WR-CALNAME", "PRODID", "VERSION", "CALSCALE"}, m[1]) {
			into[m[1]+m[2]] = textValue(t, m[3])
		}
	}
	if head["VERSION"] != "2.0" || head["PRODID"] == "" {
		t.Errorf("the calendar has %q", head)
	}
	return all
}

func checkEvent(t testing.TB, e map[string]string) {
	t.Helper()
	if e["UID"] == "" || e["SUMMARY"] == "" || e["DESCRIPTION"] == "" || e["TRANSP"] != "TRANSPARENT" {
		t.Errorf("a property is missing: %q", e)
	}
	if _, err := time.Parse("20060102T150405Z", e["DTSTAMP"]); err != nil {
		t.Error(err)
	}
	begin, err1 := time.Parse("20060102", e["DTSTART;VALUE=DATE"])
	until, err2 := time.Parse("20060102", e["DTEND;VALUE=DATE"])
	if err := errors.Join(err1, err2); err != nil || !until.After(begin) {
		t.Errorf("from %v until %v: %v", begin, until, err)
	}
	if address, ok := e["URL"]; ok {
		if u, err := url.Parse(address); err != nil || u.Scheme != "http" && u.Scheme != "https" || strings.ContainsAny(address, " \\\"<>") {
			t.Errorf("the address %q: %v", address, err)
		}
	}
	known := []string{"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION", "URL", "TRANSP"}
	for name := range e {
		if !slices.Contains(known, name) {
			t.Errorf("the property %s", name)
		}
	}
}

func TestACalendarHasOneEventADatedQuote(t *testing.T) {
	t.Parallel()
	want := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Storybot//Storybot//EN
CALSCALE:GREGORIAN
NAME:The Ferry
X-WR-CALNAME:The Ferry
BEGIN:VEVENT
UID:UID1
DTSTAMP:20240301T000000Z
DTSTART;VALUE=DATE:20240301
DTEND;VALUE=DATE:20240601
SUMMARY:Lorries were banned in spring.
DESCRIPTION:Lorries were\nbanned in spring.\n\n— untitled · outlet unkno
 wn · date unknown\nb.txt\nDate: spring 2024 (inferred)
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:UID2
DTSTAMP:20250122T000000Z
DTSTART;VALUE=DATE:20250121
DTEND;VALUE=DATE:20250122
SUMMARY:The board sold the ferry on Tuesday\, "for good".
DESCRIPTION:The board sold the ferry on Tuesday\, "for good".\n\n— Harbou
 r Post · 22 January 2025 · Ferry *sold*\nhttps://post.example/ferry?a=1&
 b=2#:~:text=The%20board\nDate: 21 January 2025\nalso in 1 other: Quay News
  · untitled · date unknown · c.txt\notherwise dated: 23 January 2025 [D
 ock Times · untitled · date unknown]
URL:https://post.example/ferry?a=1&b=2#:~:text=The%20board
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	got := export(t, ferry(), bot.ICS)
	for i, e := range events(t, got) {
		got = strings.Replace(got, e["UID"], "UID"+string(rune('1'+i)), 1)
	}
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAnEventKeepsItsNameInAnotherAnswer(t *testing.T) {
	t.Parallel()
	a, b := ferry(), ferry()
	b.Title, b.Request.Input = "Boats", "/timeline boats"
	slices.Reverse(b.Quotes)
	b.Quotes[1].Score = 3
	one, two := events(t, export(t, a, bot.ICS)), events(t, export(t, b, bot.ICS))
	if one[0]["UID"] != two[1]["UID"] || one[1]["UID"] != two[0]["UID"] || one[0]["UID"] == one[1]["UID"] {
		t.Errorf("%q and %q", one, two)
	}
	b.Quotes[1].Date.Value = "2025-01-20"
	if again := events(t, export(t, b, bot.ICS)); again[0]["UID"] == two[0]["UID"] {
		t.Error("another day of the same quote has the same UID")
	}
}

func TestSummariesAreCutBetweenWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Short.":                        "Short.",
		strings.Repeat("abcdefghi ", 9): strings.TrimSpace(strings.Repeat("abcdefghi ", 8))[:79] + "…",
		strings.Repeat("é", 80):         strings.Repeat("é", 80),
		strings.Repeat("é", 81):         strings.Repeat("é", 79) + "…",
	} {
		a := ferry()
		a.Quotes[0].Text = text
		if got := events(t, export(t, a, bot.ICS))[0]["SUMMARY"]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestACalendarHoldsDatesOfAnyWidth(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		begin, until time.Time
		want         string // "": no event
	}{
		{date(2024, 12, 1), date(2025, 3, 1), "20241201 20250301"},
		{date(1901, 1, 1), date(2001, 1, 1), "19010101 20010101"},
		{date(2024, 2, 29), time.Time{}, "20240229 20240301"},
		{date(2024, 2, 29), date(2023, 1, 1), "20240229 20240301"},
		{date(2024, 2, 29).Add(time.Hour), date(2024, 2, 29).Add(2 * time.Hour), "20240229 20240301"},
		{date(9999, 12, 31), time.Time{}, ""},
		{date(9901, 1, 1), date(10001, 1, 1), ""},
		{time.Time{}, date(2024, 1, 1), ""},
		{date(-44, 3, 15), time.Time{}, ""},
	} {
		a := ferry()
		a.Quotes[0].Date.Begin, a.Quotes[0].Date.Until = c.begin, c.until
		all := events(t, export(t, a, bot.ICS))
		got := ""
		if len(all) == 2 {
			got = all[0]["DTSTART;VALUE=DATE"] + " " + all[0]["DTEND;VALUE=DATE"]
		}
		if got != c.want {
			t.Errorf("%v to %v: %q, want %q", c.begin, c.until, got, c.want)
		}
	}
}

func TestACalendarOfNothingIsTheReadersMistake(t *testing.T) {
	t.Parallel()
	undated, nearest := ferry(), ferry()
	undated.Quotes = undated.Quotes[2:]
	nearest.Answered = false
	for _, a := range []bot.Answer{undated, nearest, {}} {
		var b bytes.Buffer
		var mistake *bot.ReaderError
		if err := bot.Export(&b, a, bot.ICS); !errors.As(err, &mistake) || b.Len() > 0 {
			t.Errorf("%v, and %q", err, b.String())
		}
	}
}

// FuzzACalendarHoldsAnyText checks that a calendar is valid whatever the articles say,
// and that the quote comes back, but for control characters.
func FuzzACalendarHoldsAnyText(f *testing.F) {
	for _, text := range hostile {
		f.Add(text, text, "https://x.example/"+text)
	}
	f.Add("a", "b", "javascript:alert(1)")
	f.Fuzz(func(t *testing.T, text, title, address string) {
		if !utf8.ValidString(text) || !utf8.ValidString(title) || !utf8.ValidString(address) || strings.TrimFunc(text, unseen) == "" {
			t.Skip()
		}
		a := ferry()
		a.Title = title
		q := &a.Quotes[1]
		q.Text, q.Article.Title, q.Article.Outlet, q.Article.ID, q.Article.Path, q.Article.URL, q.Link = text, title, title, title, title, address, address+"#:~:text=a"
		q.Date.Value, q.Date.Precision = title, timex.Precision(title)
		all := events(t, export(t, a, bot.ICS))
		if len(all) != 2 {
			t.Fatalf("%d events", len(all))
		}
		want := strings.Map(func(r rune) rune {
			if unicode.IsControl(r) && r != '\n' && r != '\t' {
				return -1
			}
			return r
		}, strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text))
		if got := all[1]["DESCRIPTION"]; !strings.HasPrefix(got, want+"\n\n— ") {
			t.Errorf("%q came back as %q", text, got)
		}
		if got := utf8.RuneCountInString(all[1]["SUMMARY"]); got > 80 {
			t.Errorf("a name of %d characters", got)
		}
	})
}

// unseen says whether nothing of a character is left in an event's name.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
}
