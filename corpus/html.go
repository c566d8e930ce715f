package corpus

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// An HTML file is a page as a browser saved it. Its text is the article that go-readability
// finds (Mozilla's algorithm, body F1 .947 on the 181 pages of Scrapinghub's benchmark), in
// paragraphs that are parted by blank lines, without the title. What the page says of
// itself is read as statedBy describes.

// maxElements bounds the elements of a page: the largest of that benchmark has fewer than 20,000.
const maxElements = 200_000

// html reads a page.
func (s source) html(data []byte) (draft, bool) {
	if _, wide := decodeUTF16(data); !wide && isBinary(data) {
		s.fail(0, "is binary, not text")
		return draft{}, false
	}
	r, err := charset.NewReader(bytes.NewReader(data), "text/html")
	if err != nil {
		s.fail(0, "not readable as HTML: "+err.Error())
		return draft{}, false
	}
	doc, err := html.Parse(r)
	if err != nil {
		s.fail(0, "not readable as HTML: "+err.Error())
		return draft{}, false
	}
	st := statedBy(doc)
	text, err := articleText(doc, &st)
	if err != nil {
		s.fail(0, "no article found in the page: "+err.Error())
		return draft{}, false
	}
	return st.draft(text, func(reason string) { s.repaired(0, reason) }), true
}

// articleText returns the article of a page, and completes what the page says of itself.
func articleText(doc *html.Node, st *stated) (text string, err error) {
	defer caught(&err)
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
	if found.Node != nil {
		text = withoutTitle(textOf(found.Node), st.title)
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
	if rest, ok := cutPrefixFold(oneLine(st.author), "by "); ok {
		st.author = rest
	}
}

// cutPrefixFold is strings.CutPrefix without regard to the case of ASCII letters.
func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
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
