package corpus

import (
	"bytes"
	"cmp"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// An HTML file is a page as a browser saved it. Its text is the article that go-readability
// finds (Mozilla's algorithm), in paragraphs that are parted by blank lines, without the title,
// captions, bylines, boxes and links to other articles: see clutter.go, agree.go and
// furniture.go. What the page says of itself is read as htmlmeta.go and pageday.go describe; what
// is no article is known by pagekind.go. Its body F1 on 92 pages of Scrapinghub's
// benchmark is .970, go-readability's own .945.

// prescanned is where a page must declare its encoding (HTML, section 4.2.5.4), in bytes.
const prescanned = 1024

// maxElements bounds the elements of a page.
const maxElements = 200_000

// html reads a page that was saved to a file.
func (s source) html(data []byte) (draft, bool) { return s.webPage(Page{Body: data}) }

// webPage reads a page; false means that the problem was reported.
func (s source) webPage(from Page) (draft, bool) {
	page, ok := s.page(from)
	if !ok {
		return draft{}, false
	}
	st, text, why, err := readPage(page, from.URL)
	if err != nil {
		why = "not readable as HTML: " + err.Error()
	}
	if why != "" { // a site may show a wall today where an article was, and is, for others
		s.report(Problem{Path: s.file.path, Reason: why, Unread: from.URL != ""})
		return draft{}, false
	}
	d := st.draft(text, func(reason string) { s.repaired(0, reason) })
	d.state(from)
	return d, true
}

// page decodes a page. UTF-8 is known by its bytes, whatever the page declares, and other
// encodings by what it declares.
func (s source) page(from Page) (string, bool) {
	data := from.Body
	declared, name, certain := charset.DetermineEncoding(data, cmp.Or(from.Type, "text/html"))
	states := certain || bytes.Contains(bytes.ToLower(data[:min(len(data), prescanned)]), []byte("charset"))
	if wide, _ := utf16Of(data); wide != nil || utf8.Valid(data) || !states || strings.HasPrefix(name, "utf-") {
		return s.decode(data)
	}
	if isBinary(data) {
		s.fail(0, "is binary, not text")
		return "", false
	}
	page, err := declared.NewDecoder().String(string(data))
	if err != nil {
		s.fail(0, "not readable as "+name+": "+err.Error())
	}
	return page, err == nil
}

// readPage returns what a page says of itself, and its article; address is where it was
// found, or "". Where it has none it says why.
func readPage(page, address string) (st stated, text, why string, err error) {
	defer caught(&err)
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return st, "", "", err
	}
	meta := metaOf(doc)
	meta.feed = absolute(address, meta.feed)
	st = meta.stated(address)
	seen := glanceAt(doc) // readability takes the page to pieces
	text, err = articleText(doc, &st, meta)
	st.dated(meta)
	if err == nil {
		why = seen.whyNone(meta, st.title, text)
	}
	return st, text, why, err
}

// dated notes when the page was published and changed.
func (st *stated) dated(meta *pageMeta) {
	p, m := meta.published(st.url), meta.modified()
	st.published, st.evidence.Published = p.value, p.by
	st.modified, st.evidence.Modified = m.value, m.by
}

// articleText returns the article of a page, and completes what the page says of itself.
func articleText(doc *html.Node, st *stated, meta *pageMeta) (string, error) {
	address, err := url.Parse(st.url)
	if err != nil || st.url == "" {
		address = nil
	}
	parser := readability.NewParser()
	parser.KeepClasses = true
	parser.MaxElemsToParse = maxElements
	found, err := parser.ParseDocument(doc, address)
	if err != nil {
		return "", err
	}
	st.complete(found, meta)
	text := ""
	if found.Node != nil {
		withoutClutter(found.Node)
		withoutLinks(found.Node)
		text = withoutTitle(agreed(textOf(found.Node), meta.ld.body), st.title)
		text = withoutEnds(withoutFurniture(text))
	}
	if text == "" {
		text = withoutTitle(textOf(mainOf(doc)), st.title)
	}
	return text, nil
}

// byPage is the evidence of what readability finds: titles in <title> and <meta>, authors in
// what looks like a byline.
const byPage = "page"

// complete fills in what the page did not say in the ways that metaOf knows.
func (st *stated) complete(found readability.Article, meta *pageMeta) {
	for _, f := range []struct {
		into, evidence *string
		value          string
	}{
		{&st.title, &st.evidence.Title, found.Title()},
		{&st.outlet, &st.evidence.Outlet, found.SiteName()},
		{&st.author, &st.evidence.Author, found.Byline()},
	} {
		if strings.TrimSpace(*f.into) == "" && strings.TrimSpace(f.value) != "" {
			*f.into, *f.evidence = f.value, byPage
		}
	}
	st.title = withoutOutlet(oneLine(st.title), oneLine(st.outlet))
	if meta.h1 != "" && strings.HasPrefix(st.title, meta.h1+" ") {
		st.title = meta.h1 // without what the page's title adds
	}
	if st.evidence.Title == byPage {
		st.evidence.Title = meta.whereTitle(st.title)
	}
	st.author, st.outlet = cleanAuthor(st.author), strings.TrimPrefix(st.outlet, "@")
}

// whereTitle says in what of the page a title stands.
func (p *pageMeta) whereTitle(title string) string {
	if title == p.h1 {
		return "h1"
	}
	for _, f := range p.all("title") {
		if strings.HasPrefix(oneLine(f.value), title) {
			return f.by
		}
	}
	return "title"
}

// withoutOutlet cuts " | Outlet" or " - Outlet" from the end of a title.
func withoutOutlet(title, outlet string) string {
	for _, dash := range []string{" | ", " - ", " – ", " — "} {
		if rest, ok := strings.CutSuffix(title, dash+outlet); ok && outlet != "" && rest != "" {
			return rest
		}
	}
	return title
}

// withoutTitle drops a first paragraph that only repeats the title.
func withoutTitle(text, title string) string {
	first, rest, _ := strings.Cut(text, "\n\n")
	if title != "" && strings.EqualFold(oneLine(first), oneLine(title)) {
		return rest
	}
	return text
}

// mainOf returns the part of a page that holds its content, for pages too short for
// readability to judge.
func mainOf(doc *html.Node) *html.Node {
	for _, tag := range []string{"article", "main", "body"} {
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode && n.Data == tag {
				return n
			}
		}
	}
	return doc
}

// caught turns a panic of a library into an error: one hostile page must not end a
// program that has thousands to read.
func caught(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("the parser failed: %v", p)
	}
}
