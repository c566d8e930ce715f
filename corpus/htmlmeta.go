package corpus

import (
	"cmp"
	"encoding/json"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/publicsuffix"
)

// A page says where it comes from in several ways. In order of trust:
//
//	JSON-LD (schema.org): an object whose @type is an article: headline, publisher.name,
//	    author, datePublished, dateModified, url
//	<link rel="canonical">
//	<meta>: the names of metaNames, of Open Graph and of common publishing systems
//	microdata: elements with itemprop
//	<time datetime>, the address, the text: see pageday.go
//
// What is found is kept with what it was found in.

// found is something that a page states, and in what.
type found struct{ value, by string }

// metaNames maps the names of <meta> elements to what they state, in order of trust.
var metaNames = map[string][]string{
	"published": {"article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date",
		"sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date",
		"publication_date", "published_time", "article.published", "cxenseparse:recs:publishtime", "bt:pubdate", "date"},
	"modified": {"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "lastmod",
		"last-modified", "modified", "article.updated", "bt:moddate"},
	"url":    {"og:url", "twitter:url"},
	"outlet": {"og:site_name", "application-name", "dc.publisher"},
	"author": {"author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "byl", "cxenseparse:author"},
	"title":  {"og:title", "parsely-title", "sailthru.title", "dc.title", "twitter:title"},
}

// pageMeta is what was found in the elements of a page.
type pageMeta struct {
	ld        ldArticle
	canonical string
	meta      map[string]string // content of <meta> by name or property, in lower case; the first of each
	props     map[string]string // of microdata, the first of each
	times     []found           // of <time> in the article or below its heading
	headed    bool              // the heading was passed
	h1        string            // the heading
	feed      string            // the address of the page's feed
	line      found             // the first line below it that has a date
	ldPage    string            // datePublished of JSON-LD that describes the page, not the article
}

// metaOf reads what a page says of itself.
func metaOf(doc *html.Node) *pageMeta {
	p := &pageMeta{meta: map[string]string{}, props: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			p.element(n)
		}
	}
	return p
}

// stated returns the most trusted of what the page says; address is where it was found, or "".
func (p *pageMeta) stated(address string) stated {
	var st stated
	set := func(into, evidence *string, f found) { *into, *evidence = f.value, f.by }
	set(&st.title, &st.evidence.Title, firstOf(found{p.ld.headline, "JSON-LD headline"}))
	set(&st.outlet, &st.evidence.Outlet, firstOf(found{p.ld.publisher, "JSON-LD publisher"}, p.first("outlet")))
	set(&st.author, &st.evidence.Author, firstOf(p.authors()...))
	set(&st.url, &st.evidence.URL, p.address(address))
	return st
}

// firstOf returns the first that says something.
func firstOf(all ...found) found {
	for _, f := range all {
		if strings.TrimSpace(f.value) != "" {
			return f
		}
	}
	return found{}
}

// authors returns who may have written the article; addresses of profiles are no names.
func (p *pageMeta) authors() []found {
	var names []found
	all := append([]found{{p.ld.author, "JSON-LD author"}}, p.all("author")...)
	for _, f := range append(all, found{p.props["author"], "itemprop author"}) {
		if !strings.HasPrefix(f.value, "http") {
			names = append(names, f)
		}
	}
	return names
}

// address returns the address that the page calls its own, else the one it was found at. A
// page cannot call an address of another site its own, nor one that is the front of its site.
func (p *pageMeta) address(at string) found {
	for _, f := range []found{{p.canonical, "link canonical"}, {p.ld.url, "JSON-LD url"}, p.first("url")} {
		f.value = absolute(at, f.value)
		if isWeb(f.value) && (at == "" || sameSite(f.value, at) && !isFront(f.value)) {
			return f
		}
	}
	if isWeb(at) {
		return found{at, "address"}
	}
	return found{}
}

// sameSite says whether two addresses are of one site: of hosts below one registered name.
func sameSite(a, b string) bool {
	u, err := url.Parse(a)
	v, failed := url.Parse(b)
	if err != nil || failed != nil {
		return false
	}
	if strings.EqualFold(u.Hostname(), v.Hostname()) {
		return true
	}
	one, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(u.Hostname()))
	other, failed := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(v.Hostname()))
	return err == nil && failed == nil && one == other
}

// absolute resolves an address on a page.
func absolute(page, address string) string {
	base, err := url.Parse(page)
	u, failed := url.Parse(strings.TrimSpace(address))
	if err != nil || failed != nil || page == "" || address == "" {
		return address
	}
	return base.ResolveReference(u).String()
}

// isWeb says whether address is absolute.
func isWeb(address string) bool {
	u, err := url.Parse(strings.TrimSpace(address))
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
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
		if kind := attr(n, "type"); p.feed == "" && (kind == "application/rss+xml" || kind == "application/atom+xml" || kind == "application/feed+json") {
			p.feed = strings.TrimSpace(attr(n, "href"))
		}
	case "meta":
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			name := strings.ToLower(attr(n, key))
			if _, seen := p.meta[name]; name != "" && !seen {
				p.meta[name] = strings.TrimSpace(attr(n, "content"))
			}
		}
	}
	p.heading(n)
	p.dateOf(n)
	if prop := strings.ToLower(attr(n, "itemprop")); prop == "author" || prop == "datepublished" || prop == "datemodified" {
		if _, seen := p.props[prop]; !seen {
			p.props[prop] = oneLine(cmp.Or(attr(n, "content"), attr(n, "datetime"), lineOf(nameIn(n))))
		}
	}
}

// nameIn returns the element within n that holds its name, else n.
func nameIn(n *html.Node) *html.Node {
	for d := range n.Descendants() {
		if strings.EqualFold(attr(d, "itemprop"), "name") {
			return d
		}
	}
	return n
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
func (p *pageMeta) first(field string) found { return firstOf(p.all(field)...) }

// all returns what each <meta> of a field says.
func (p *pageMeta) all(field string) []found {
	var all []found
	for _, name := range metaNames[field] {
		if v := p.meta[name]; v != "" {
			all = append(all, found{v, "meta " + name})
		}
	}
	return all
}

// ldArticle is an article as JSON-LD describes it.
type ldArticle struct {
	headline, publisher, author, url, published, modified, body string
	free                                                        string // isAccessibleForFree
}

// jsonLD notes the first article that a block of JSON-LD describes.
func (p *pageMeta) jsonLD(block string) {
	var v any
	if p.ld.published == "" && json.Unmarshal([]byte(ldClean(block)), &v) == nil {
		p.ldValue(v, 0)
	}
}

// ldClean mends what publishing systems do to JSON-LD: comments and CDATA around it, and
// line breaks within strings.
func ldClean(block string) string {
	block = strings.TrimSpace(block)
	for _, around := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}, {"/*<![CDATA[*/", "/*]]>*/"}} {
		block = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(block, around[0]), around[1]))
	}
	block = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(block)
	return strings.TrimSuffix(block, ";")
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
			p.ld = ldArticle{headline: ldName(v["headline"]), publisher: ldName(v["publisher"]), author: ldName(v["author"]),
				url: ldName(cmp.Or(v["url"], v["mainEntityOfPage"])), published: ldName(v["datePublished"]),
				modified: ldName(v["dateModified"]), body: ldName(v["articleBody"]), free: ldFlag(v["isAccessibleForFree"])}
			return
		}
		if kind, _ := v["@type"].(string); strings.HasSuffix(kind, "Page") && p.ldPage == "" {
			p.ldPage = ldName(v["datePublished"])
		}
		p.ldValue(v["@graph"], depth+1)
		p.ldValue(v["mainEntity"], depth+1)
		p.ldValue(v["mainEntityOfPage"], depth+1)
	}
}

// isArticleType says whether a @type is one of schema.org's articles.
func isArticleType(t any) bool {
	switch t := t.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" || t == "ClaimReview"
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

// ldFlag returns a truth value as "true" or "false", or "" where it is none.
func ldFlag(v any) string {
	switch v := v.(type) {
	case bool:
		if v {
			return "true"
		}
		return "false"
	case string:
		return strings.ToLower(v)
	}
	return ""
}
