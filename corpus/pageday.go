package corpus

import (
	"regexp"
	"time"

	"golang.org/x/net/html"
)

// The day of publication is the first of these that is a date: JSON-LD, <meta>, microdata,
// <time> in the article. The date in the page's address counts where it is within two days
// of the one found so: the latter is often in another time zone. It also counts alone.

// time notes a <time> element; the first in a page's header may tell today's date.
func (p *pageMeta) time(n *html.Node) {
	if inArticle(n) {
		p.times = append(p.times, found{attr(n, "datetime"), "time"})
	}
}

// published returns the day of publication as 2025-01-22, or nothing.
func (p *pageMeta) published(address string) found {
	candidates := append([]found{{p.ld.published, "JSON-LD datePublished"}}, p.all("published")...)
	candidates = append(candidates, found{p.props["datepublished"], "itemprop datePublished"})
	day, by := firstDay(append(candidates, p.times...))
	if t, ok := addressDay(address); ok && (day.IsZero() || t.Sub(day).Abs() <= 48*time.Hour) {
		if !t.Equal(day) {
			by = "address"
		}
		day = t
	}
	if day.IsZero() {
		return found{}
	}
	return found{day.Format(time.DateOnly), by}
}

// modified returns the day of the last change as 2025-01-22, or nothing.
func (p *pageMeta) modified() found {
	candidates := append([]found{{p.ld.modified, "JSON-LD dateModified"}}, p.all("modified")...)
	day, by := firstDay(append(candidates, found{p.props["datemodified"], "itemprop dateModified"}))
	if day.IsZero() {
		return found{}
	}
	return found{day.Format(time.DateOnly), by}
}

// firstDay returns the first that is a date.
func firstDay(all []found) (time.Time, string) {
	for _, f := range all {
		if t, ok := webDay(f.value); ok {
			return t, f.by
		}
	}
	return time.Time{}, ""
}

// dayInAddress matches /2025/01/22/ and /2025-01-22 in the path of an address.
var dayInAddress = regexp.MustCompile(`/((?:19|20)\d\d)([/-])(0?[1-9]|1[0-2])([/-])(0?[1-9]|[12]\d|3[01])(?:[/-]|$)`)

// addressDay returns the day in an address.
func addressDay(address string) (time.Time, bool) {
	m := dayInAddress.FindStringSubmatch(address)
	if m == nil || m[2] != m[4] {
		return time.Time{}, false
	}
	t, err := time.Parse("2006-1-2", m[1]+"-"+m[3]+"-"+m[5])
	return t, err == nil
}
