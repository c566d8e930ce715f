package corpus

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// A page says where it comes from in several ways. In order of trust:
//
//	JSON-LD (schema.org): an object whose @type is an article: headline, publisher.name,
//	    author, datePublished, url
//	<link rel="canonical">
//	<meta>: the names of metaNames, of Open Graph and of common publishing systems
//	<time datetime>: the first within <article> or <main> that has a date
//
// The date in the page's address counts where it is within two days of the one found so:
// the latter is often in another time zone. It also counts alone.

// metaNames maps the names of <meta> elements to what they state, in order of trust.
var metaNames = map[string][]string{
	"published": {"article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date",
		"sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date",
		"publication_date", "published_time", "date"},
	"url":    {"og:url"},
	"outlet": {"og:site_name", "application-name"},
	"author": {"author", "parsely-author", "sailthru.author", "dc.creator", "byl"},
}

// statedBy reads what a page says of itself.
func statedBy(doc *html.Node) stated {
	var p pageMeta
	p.meta = map[string]string{}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			p.element(n)
		}
	}
	st := p.ld
	if st.outlet == "" {
		st.outlet = p.first("outlet")
	}
	if st.author == "" {
		st.author = p.first("author")
	}
	st.url = ""
	for _, address := range []string{p.canonical, p.ld.url, p.first("url")} {
		if st.url == "" && isWeb(address) {
			st.url = address
		}
	}
	if strings.HasPrefix(st.author, "http") {
		st.author = "" // the address of a profile, as some systems have it
	}
	st.published = p.day(st.url)
	return st
}

// isWeb says whether address is absolute.
func isWeb(address string) bool {
	u, err := url.Parse(strings.TrimSpace(address))
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// pageMeta is what was found in the elements of a page.
type pageMeta struct {
	ld        stated
	canonical string
	meta      map[string]string // content of <meta> by name or property, in lower case; the first of each
	times     []string          // values of <time> in the article
}

// element notes what one element states.
func (p *pageMeta) element(n *html.Node) {
	switch n.Data {
	case "script":
		if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
			p.jsonLD(n.FirstChild.Data)
		}
	case "link":
		if strings.EqualFold(attr(n, "rel"), "canonical") && p.canonical == "" {
			p.canonical = strings.TrimSpace(attr(n, "href"))
		}
	case "meta":
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			name := strings.ToLower(attr(n, key))
			if _, seen := p.meta[name]; name != "" && !seen {
				p.meta[name] = strings.TrimSpace(attr(n, "content"))
			}
		}
	case "time":
		if !inArticle(n) {
			break // a page's header may tell today's date
		}
		p.times = append(p.times, attr(n, "datetime"))
	}
}

// inArticle says whether an element stands in the article or the main part of a page.
func inArticle(n *html.Node) bool {
	for up := range n.Ancestors() {
		if up.Data == "article" || up.Data == "main" {
			return true
		}
	}
	return false
}

// attr returns an attribute of an element, or "".
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// first returns the most trusted <meta> of a field.
func (p *pageMeta) first(field string) string {
	for _, name := range metaNames[field] {
		if v := p.meta[name]; v != "" {
			return v
		}
	}
	return ""
}

// day returns the day of publication as 2025-01-22, or "".
func (p *pageMeta) day(address string) string {
	candidates := []string{p.ld.published}
	for _, name := range metaNames["published"] {
		candidates = append(candidates, p.meta[name])
	}
	var day time.Time
	for _, c := range append(candidates, p.times...) {
		if t, ok := webDay(c); ok {
			day = t
			break
		}
	}
	if t, ok := addressDay(address); ok && (day.IsZero() || t.Sub(day).Abs() <= 48*time.Hour) {
		day = t
	}
	if day.IsZero() {
		return ""
	}
	return day.Format(time.DateOnly)
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

// jsonLD notes the first article that a block of JSON-LD describes.
func (p *pageMeta) jsonLD(block string) {
	var v any
	if p.ld.published == "" && json.Unmarshal([]byte(block), &v) == nil {
		p.ldValue(v, 0)
	}
}

// ldValue looks for an article in a value, and in what stands in it.
func (p *pageMeta) ldValue(v any, depth int) {
	if depth > 6 || p.ld.published != "" {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			p.ldValue(item, depth+1)
		}
	case map[string]any:
		if isArticleType(v["@type"]) {
			p.ld = stated{title: ldName(v["headline"]), outlet: ldName(v["publisher"]), author: ldName(v["author"]),
				url: ldName(v["url"]), published: ldName(v["datePublished"])}
			return
		}
		p.ldValue(v["@graph"], depth+1)
		p.ldValue(v["mainEntity"], depth+1)
	}
}

// isArticleType says whether a @type is one of schema.org's articles.
func isArticleType(t any) bool {
	switch t := t.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report"
	case []any:
		for _, item := range t {
			if isArticleType(item) {
				return true
			}
		}
	}
	return false
}

// ldName returns a text, the name of an object, or the names of a list.
func ldName(v any) string {
	switch v := v.(type) {
	case string:
		return html.UnescapeString(v)
	case map[string]any:
		name, _ := v["name"].(string)
		return html.UnescapeString(name)
	case []any:
		var names []string
		for _, item := range v {
			if _, nested := item.([]any); nested {
				continue
			}
			if name := ldName(item); name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}
