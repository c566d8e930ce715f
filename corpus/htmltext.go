package corpus

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// unseen are elements whose content a reader does not see as text.
var unseen = set(`script style noscript template head svg iframe object embed canvas audio video math figcaption button input
	select textarea option datalist dialog map`)

// blocks are elements that stand in lines of their own.
var blocks = set(`address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer
	form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul caption`)

// textOf returns what a reader sees of n: paragraphs parted by blank lines, a line break
// where the page has one, a tab between the cells of a table, and else single spaces.
func textOf(n *html.Node) string {
	var w textWriter
	w.node(n, false)
	return strings.TrimSpace(w.out.String())
}

// textWriter lays text out.
type textWriter struct {
	out  strings.Builder
	gap  string // what to write before the next text
	some bool   // something was written
}

// node writes a node and what is in it; the parser bounds how deep nodes stand (512).
func (w *textWriter) node(n *html.Node, pre bool) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data, pre)
	case html.ElementNode, html.DocumentNode:
		w.element(n, pre)
	}
}

// element writes an element.
func (w *textWriter) element(n *html.Node, pre bool) {
	if unseen[n.Data] || isHidden(n) {
		return
	}
	block := blocks[n.Data]
	if block {
		w.gap = "\n\n"
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, pre || n.Data == "pre")
	}
	switch {
	case block:
		w.gap = "\n\n"
	case n.Data == "br" && w.gap != "\n\n":
		if w.gap == "\n" {
			w.gap = "\n\n"
		} else {
			w.gap = "\n"
		}
	case n.Data == "td" || n.Data == "th":
		w.space("\t")
	}
}

// isHidden says whether the page hides an element.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" && n.Data != "body" && n.Data != "html" {
			return true
		}
	}
	return false
}

// text writes text: as it is where the page says so, else with single spaces.
func (w *textWriter) text(s string, pre bool) {
	if pre {
		w.word(s)
		return
	}
	for s != "" {
		i := strings.IndexFunc(s, unicode.IsSpace)
		switch {
		case i < 0:
			w.word(s)
			return
		case i > 0:
			w.word(s[:i])
		}
		w.space(" ")
		s = strings.TrimLeftFunc(s[i:], unicode.IsSpace)
	}
}

// space asks for a gap, unless a wider one is due.
func (w *textWriter) space(gap string) {
	if w.gap == "" || w.gap == " " {
		w.gap = gap
	}
}

// word writes text after the gap that is due.
func (w *textWriter) word(s string) {
	if w.some {
		w.out.WriteString(w.gap)
	}
	w.gap, w.some = "", true
	w.out.WriteString(s)
}
