package corpus

import (
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// An HTML file is a page as a browser saved it. Its text is the article that go-readability
// finds (Mozilla's algorithm), in paragraphs that are parted by blank lines, without the title
// and the captions of pictures. What the page says of itself is read as statedBy describes.
// Its body F1 on 92 pages of Scrapinghub's benchmark is .952, go-readability's own .945.

// maxElements bounds the elements of a page.
const maxElements = 200_000

// html reads a page.
func (s source) html(data []byte) (draft, bool) {
	page, ok := s.page(data)
	if !ok {
		return draft{}, false
	}
	st, text, err := readPage(page)
	if err != nil {
		s.fail(0, "not readable as HTML: "+err.Error())
		return draft{}, false
	}
	return st.draft(text, func(reason string) { s.repaired(0, reason) }), true
}

// page decodes a page. UTF-8 is known by its bytes, whatever the page declares, and other
// encodings by what it declares.
func (s source) page(data []byte) (string, bool) {
	encoding, name, _ := charset.DetermineEncoding(data, "text/html")
	if utf8.Valid(data) || strings.HasPrefix(name, "utf-") {
		return s.decode(data)
	}
	if isBinary(data) {
		s.fail(0, "is binary, not text")
		return "", false
	}
	page, err := encoding.NewDecoder().String(string(data))
	if err != nil {
		s.fail(0, "not readable as "+name+": "+err.Error())
	}
	return page, err == nil
}

// readPage returns what a page says of itself, and its article.
func readPage(page string) (st stated, text string, err error) {
	defer caught(&err)
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return st, "", err
	}
	st = statedBy(doc)
	text, err = articleText(doc, &st)
	return st, text, err
}

// articleText returns the article of a page, and completes what the page says of itself.
func articleText(doc *html.Node, st *stated) (string, error) {
	address, err := url.Parse(st.url)
	if err != nil || st.url == "" {
		address = nil
	}
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	found, err := parser.ParseDocument(doc, address)
	if err != nil {
		return "", err
	}
	st.complete(found)
	if heading := headingOf(doc); heading != "" && strings.HasPrefix(st.title, heading+" ") {
		st.title = heading // without what the page's title adds
	}
	text := ""
	if found.Node != nil {
		text = withoutFurniture(withoutTitle(textOf(found.Node), st.title))
	}
	if text == "" {
		text = withoutTitle(textOf(mainOf(doc)), st.title)
	}
	return text, nil
}

// complete fills in what the page did not say in the ways that statedBy knows.
func (st *stated) complete(found readability.Article) {
	for into, value := range map[*string]string{&st.title: found.Title(), &st.outlet: found.SiteName(), &st.author: found.Byline()} {
		if strings.TrimSpace(*into) == "" {
			*into = value
		}
	}
	st.title = withoutOutlet(oneLine(st.title), oneLine(st.outlet))
	if rest, ok := cutPrefixFold(oneLine(st.author), "by "); ok {
		st.author = rest
	}
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

// cutPrefixFold is strings.CutPrefix without regard to the case of ASCII letters.
func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// headingOf returns the first heading of the first level.
func headingOf(doc *html.Node) string {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "h1" {
			return oneLine(textOf(n))
		}
	}
	return ""
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
