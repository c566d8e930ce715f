package corpus

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// The day of publication is the first of these that is a date:
//
//	JSON-LD, <meta>, microdata
//	<time> in the article, or the first one below the heading
//	the date that stands below the heading, in an element whose class names a date
//
// The date in the page's address counts where it is within two days of the one found so:
// the latter is often in another time zone. It also counts alone. So does the date below the heading
// where the other is a time in UTC on the day before or after.

// dateNames are the words of classes that name a date, or the line that has one.
var dateNames = set("date datetime time timestamp timeinfo published publish publishing pubdate posted dateline byline meta author details")

// maxLine is the most bytes of the line that tells an article's date or its author.
const maxLine = 160

// lineOf returns the text of an element that is no longer than a line, or "".
func lineOf(n *html.Node) string {
	var line strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !unseen[d.Parent.Data] {
			line.WriteString(d.Data + " ")
		}
		if line.Len() > 4*maxLine { // white space may be much of it
			return ""
		}
	}
	if text := oneLine(line.String()); len(text) <= maxLine {
		return text
	}
	return ""
}

// heading notes where the article's heading is: what stands above is the site's.
func (p *pageMeta) heading(n *html.Node) {
	if n.Data == "h1" && !p.headed {
		p.headed, p.h1 = true, oneLine(textOf(n))
	}
}

// dateOf notes the date that an element tells.
func (p *pageMeta) dateOf(n *html.Node) {
	if n.Data == "time" && (p.headed || inArticle(n)) {
		p.times = append(p.times, found{cmp.Or(attr(n, "datetime"), lineOf(n)), "time"})
		return
	}
	if !p.headed || p.line.value != "" {
		return
	}
	names := append(wordsOfName(attr(n, "class")), wordsOfName(attr(n, "id"))...)
	if !slices.ContainsFunc(names, func(w string) bool { return dateNames[w] }) {
		return
	}
	line := cmp.Or(attr(n, "datetime"), attr(n, "content"), attr(n, "value"), lineOf(n))
	if _, ok := lineDay(line); ok && len(line) <= maxLine {
		p.line = found{line, "text below the heading"}
	}
}

// published returns the day of publication as 2025-01-22, or nothing.
func (p *pageMeta) published(address string) found {
	candidates := append([]found{{p.ld.published, "JSON-LD datePublished"}}, p.all("published")...)
	candidates = append(candidates, found{p.props["datepublished"], "itemprop datePublished"}, found{p.ldPage, "JSON-LD datePublished of the page"})
	best := firstDay(append(append(candidates, p.times...), p.line))
	if t, ok := addressDay(address); ok && (best.day.IsZero() || t.Sub(best.day).Abs() <= 48*time.Hour) {
		if !t.Equal(best.day) {
			best.by = "address"
		}
		return found{t.Format(time.DateOnly), best.by}
	}
	if t, ok := lineDay(p.line.value); ok && isPosted(p.line.value) && isUTC.MatchString(best.value) && t.Sub(best.day).Abs() == 24*time.Hour {
		return found{t.Format(time.DateOnly), p.line.by}
	}
	return best.found()
}

// isPosted says whether a line with a date tells when the article was published, not only
// when it was changed.
func isPosted(line string) bool { return postedIn.MatchString(line) || !updatedIn.MatchString(line) }

// isUTC matches a time in UTC, which may be of another day than the one that readers are shown.
var isUTC = regexp.MustCompile(`\dT.*(?:Z|[+]00:?00)$`)

// updatedIn matches a line that tells when the article was changed.
var updatedIn = regexp.MustCompile(`(?i)\b(?:updated|modified|changed)\b`)

// modified returns the day of the last change as 2025-01-22, or nothing.
func (p *pageMeta) modified() found {
	candidates := append([]found{{p.ld.modified, "JSON-LD dateModified"}}, p.all("modified")...)
	return firstDay(append(candidates, found{p.props["datemodified"], "itemprop dateModified"})).found()
}

// foundDay is a day, and what it was read from.
type foundDay struct {
	day       time.Time // zero: none
	value, by string
}

// found returns the day as 2025-01-22.
func (d foundDay) found() found {
	if d.day.IsZero() {
		return found{}
	}
	return found{d.day.Format(time.DateOnly), d.by}
}

// firstDay returns the first that is a date.
func firstDay(all []found) foundDay {
	for _, f := range all {
		if t, ok := lineDay(f.value); ok {
			return foundDay{t, f.value, f.by}
		}
	}
	return foundDay{}
}

// dayInAddress matches /2025/01/22/, /2025-01-22 and /2025/jan/22/ in the path of an address.
var dayInAddress = regexp.MustCompile(`(?i)/((?:19|20)\d\d)([/-])(0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)([/-])(0?[1-9]|[12]\d|3[01])(?:[/-]|$)`)

// addressDay returns the day in an address.
func addressDay(address string) (time.Time, bool) {
	m := dayInAddress.FindStringSubmatch(address)
	if m == nil || m[2] != m[4] {
		return time.Time{}, false
	}
	for _, layout := range []string{"2006-1-2", "2006-Jan-2"} {
		if t, err := time.Parse(layout, m[1]+"-"+m[3]+"-"+m[5]); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// dayInLine matches a whole date in a line: November 18, 2019; 18 Nov. 2019; 2019-11-18 with
// any of -./ between. Dates in figures that begin with the day or the month are left alone: nobody
// can tell which.
var dayInLine = regexp.MustCompile(`(?i)\b(?:` + monthInLine + `\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)|` +
	`(\d{1,2})(?:st|nd|rd|th)?\.? ` + monthInLine + `\.?,? ((?:19|20)\d\d)|` +
	`((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2}))(?:\D|$)`)

const monthInLine = `(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*`

// lineDay reads the first date in a line of a page. What a line tells to be published comes
// before what it tells to be updated.
func lineDay(line string) (time.Time, bool) {
	if t, ok := webDay(line); ok {
		return t, true
	}
	line = oneLine(line)
	if i := postedIn.FindStringIndex(line); i != nil {
		if t, ok := lineDay(line[i[1]:]); ok {
			return t, true
		}
	}
	m := dayInLine.FindStringSubmatch(line)
	if m == nil {
		return time.Time{}, false
	}
	for _, try := range [][2]string{{"Jan-2-2006", m[1] + "-" + m[2] + "-" + m[3]}, {"Jan-2-2006", m[5] + "-" + m[4] + "-" + m[6]},
		{"2006-1-2", m[7] + "-" + m[8] + "-" + m[9]}} {
		if t, err := time.Parse(try[0], try[1]); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// postedIn matches what begins a date of publication in a line.
var postedIn = regexp.MustCompile(`(?i)\b(?:posted|published|first published)\b`)

// cleanAuthor cuts what pages write around the names of authors: "By", the date, the desk.
func cleanAuthor(author string) string {
	author = oneLine(author)
	if m := byIn.FindStringIndex(author); m != nil {
		author = author[m[1]:]
	}
	if m := afterAuthor.FindStringIndex(author); m != nil && m[0] > 0 {
		author = author[:m[0]]
	}
	return strings.Trim(author, " ,;|–—-")
}

var (
	byIn        = regexp.MustCompile(`(?i)^(?:(?:written|analysis|opinion|reviewed|posted|story|words) )?by:? `)
	afterAuthor = regexp.MustCompile(`(?i)(?: [|•·@—]|\s?(?:mon|tues|wednes|thurs|fri|satur|sun)day,|` + monthInLine + `\.? \d{1,2},? 20\d\d| - (?:19|20)\d\d)`)
)
