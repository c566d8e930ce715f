package bot

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Format is a kind of file that an answer is written to. Only the four below mean
// anything.
type Format string

// The formats. All are UTF-8, and the same answer always gives the same bytes.
const (
	Markdown Format = "markdown" // to read: CommonMark, with lines that end in \n
	CSV      Format = "csv"      // a table: RFC 4180, one row a quote under a row of names
	ICS      Format = "ics"      // a calendar: RFC 5545, one event a dated quote
	JSON     Format = "json"     // one line, as Answer.MarshalJSON has it
)

// formats describes them: all that differs but how they are written.
var formats = [...]struct {
	Format
	extension, mediaType string
	other                string // another name that readers give it
	write                func(io.Writer, Answer) error
}{
	{Markdown, ".md", "text/markdown; charset=utf-8", "md", writeMarkdown},
	{CSV, ".csv", "text/csv; charset=utf-8; header=present", "", writeCSV},
	{ICS, ".ics", "text/calendar; charset=utf-8", "ical", writeICS},
	{JSON, ".json", "application/json", "", writeJSON},
}

// ParseFormat reads the name of a format in any case; "md" and "ical" will do too. The
// error is a *ReaderError.
func ParseFormat(s string) (Format, error) {
	name := strings.ToLower(strings.TrimSpace(s))
	for _, f := range formats {
		if name != "" && (name == string(f.Format) || name == f.other) {
			return f.Format, nil
		}
	}
	return "", readerErrorf("“%s” is no format: there are markdown, csv, ics and json", clip(plain(s)))
}

// MediaType returns the format's media type with its parameters, "" for an unknown one.
func (f Format) MediaType() string {
	for _, row := range formats {
		if row.Format == f {
			return row.mediaType
		}
	}
	return ""
}

// Export writes an answer as a file. The words of the articles are data in each format:
// they break out of no cell, no property and no block quote, and read back unchanged,
// but for what Markdown and calendars cannot hold (see writeMarkdown and writeICS) and
// for the mark that keeps a table's cell from being a formula (see writeCSV). A calendar
// without any event is a *ReaderError, and nothing is written then. Other errors are
// those of w, or of an unknown format.
func Export(w io.Writer, a Answer, f Format) error {
	for _, row := range formats {
		if row.Format == f {
			return row.write(w, a)
		}
	}
	return fmt.Errorf("export: unknown format %q", string(f))
}

func writeJSON(w io.Writer, a Answer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(a)
}

// longestName is the most bytes of a file's name before its extension: enough to tell
// files apart, and shown whole in most folders.
const longestName = 60

// FileName names the file of an answer after its command and title, such as
// "timeline-sam-altman.ics": at most 65 bytes, all of them a to z, 0 to 9, hyphens and
// the full stop before the extension. Letters lose their accents; those of other scripts
// are left out.
func (f Format) FileName(a Answer) string {
	name := ""
	for w := range strings.FieldsSeq(fileWords(cmp.Or(a.Request.Command, "answer") + " " + a.Title)) {
		longer := strings.TrimPrefix(name+"-"+w, "-")
		if len(longer) > longestName {
			break
		}
		name = longer
	}
	name = cmp.Or(name, "answer")
	for _, row := range formats {
		if row.Format == f {
			name += row.extension
		}
	}
	return name
}

// fileWords leaves of a text what is safe in the name of a file, and spaces.
func fileWords(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			return r
		case unicode.IsLetter(r) || unicode.IsMark(r) || r == '\'' || r == '’':
			return -1
		}
		return ' '
	}, strings.ToLower(norm.NFKD.String(s)))
}

// heading makes the words of an article one line that cannot turn the direction of what
// is written around it. It is for titles and outlets, never for quotes.
func heading(s string) string {
	return plain(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s))
}

// when says when a quote happened, and how far that is the article's own word.
func when(d *EventDate) string {
	switch {
	case d == nil:
		return "date unknown"
	case d.Inferred && d.Text == "":
		return heading(d.String()) + " (inferred from the day of publication)"
	case d.Inferred:
		return heading(d.String()) + " (inferred)"
	}
	return heading(d.String())
}

// otherLines says in a line each which other articles say the same, and to which days others
// date it.
func otherLines(q Quote) []string {
	var lines []string
	if n := len(q.Also); n > 0 {
		lines = append(lines, "also in "+plural(n, "other")+": "+labels(q.Also))
	}
	if len(q.Claims) > 0 {
		lines = append(lines, "otherwise dated: "+claimsOf(q))
	}
	return lines
}

// claimsOf gives the days to which other articles date what a quote tells.
func claimsOf(q Quote) string {
	var all []string
	for _, c := range q.Claims {
		all = append(all, when(&c.Date)+" ["+labels([]Reference{c.Article})+"]")
	}
	return strings.Join(all, "; ")
}

// labels names articles, each with where it is.
func labels(refs []Reference) string {
	var all []string
	for _, r := range refs {
		label := heading(r.Label())
		if at, _ := place(r, ""); at != "" {
			label += " · " + at
		}
		all = append(all, label)
	}
	return strings.Join(all, "; ")
}

// webAddress returns an address in visible ASCII without the marks that end an address
// in Markdown and elsewhere: those are percent-encoded. It is empty for anything but
// http and https.
func webAddress(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c <= ' ' || c > '~' || strings.IndexByte("<>\\\"`^{|}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	if u, err := url.Parse(b.String()); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return b.String()
}

// place returns where an article is, as readers are shown it, and the address that opens
// it at a quote with that link, which is always on the page that is shown. Without an
// address that is the name of its file.
func place(r Reference, link string) (shown, target string) {
	home, deep := webAddress(r.URL), webAddress(link)
	switch {
	case deep == "" && home == "":
		return heading(fileOf(r)), ""
	case deep == "":
		return home, home
	case home != "" && strings.HasPrefix(deep, home+"#"):
		return home, deep
	}
	return deep, deep
}

// fileOf names the file that an article was read from, without its folders: exports are
// handed on, and the folders are of no use to those who get them.
func fileOf(r Reference) string {
	if r.Path == "" {
		return ""
	}
	return path.Base(strings.ReplaceAll(r.Path, `\`, "/"))
}
