package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Pages name the parts that stand around an article and in it in their classes and ids. An
// element that is named so is taken out, unless it holds a good part of the page's paragraphs
// and so may be the article itself.

// clutterLines are single words of names of what may be a paragraph: what stands under
// pictures, who wrote the article, what else can be had.
var clutterLines = set(`caption captions credit credits copyright photocredit imagecaption byline bylines bio authorbio
	newsletter newsletters signup breadcrumb breadcrumbs tags taglist`)

// clutterBoxes are those of boxes, a row each for other articles, promotion, sharing, the way
// around the site, and what is only shown on demand. Paragraphs that have them are kept: they may be beside a box.
var clutterBoxes = set(`related recirc recirculation recommended recommendations teaser teasers trending popular
	promo promotion subscribe subscription sponsored advert advertisement ad ads advertorial outbrain taboola
	share sharing shares social socials follow comments comment disqus
	nav navigation menu toolbar sidebar rail footer pagination pager
	tooltip tooltiptext popup popover rollover flyout modal lightbox cookie consent paywall`)

// onDemand are those of what opens over a word of the text.
var onDemand = set("tooltip tooltiptext popup popover rollover flyout")

// hasWord says whether one of an element's classes has one of the words.
func hasWord(n *html.Node, words map[string]bool) bool {
	return slices.ContainsFunc(wordsOfName(attr(n, "class")), func(w string) bool { return words[w] })
}

// clutterPairs are two words of a name that follow each other.
var clutterPairs = set(`read-more more-stories more-news also-read see-also you-may most-read most-viewed must-read cta-stories
	author-info author-box author-card author-bio author-description about-author image-meta photo-info media-info
	published-date publish-date post-meta entry-meta article-meta meta-info story-meta article-tags post-tags
	off-screen screen-reader sr-only visually-hidden`)

// mostClutter is the part of the text of a page's paragraphs that an element of clutter may
// hold: one in so many.
const mostClutter = 5

// withoutClutter takes out of a page what its names call clutter, and what it hides.
func withoutClutter(doc *html.Node) {
	m := measured{text: map[*html.Node]int{}, prose: map[*html.Node]int{}}
	m.add(doc, false)
	var out []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data != "html" && n.Data != "body" && isClutter(n) && !m.isInline(n) && m.prose[n]*mostClutter <= m.prose[doc] {
			out = append(out, n)
		}
	}
	remove(out)
}

// measured is how many bytes of text stand in each element, and how many of them in paragraphs.
type measured struct{ text, prose map[*html.Node]int }

// add measures n and all in it, once each; the parser bounds how deep nodes stand (512).
func (m measured) add(n *html.Node, paragraph bool) (text, prose int) {
	if n.Type == html.TextNode {
		text = len(strings.TrimSpace(n.Data))
		if paragraph {
			prose = text
		}
		return text, prose
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		t, p := m.add(c, paragraph || n.Data == "p")
		text, prose = text+t, prose+p
	}
	m.text[n], m.prose[n] = text, prose
	return text, prose
}

// isInline says whether an element is a part of a sentence: what stands in a paragraph or a
// heading with other text is, and to take it out would change what the page says. A box that
// opens over a word is none: it stands in an element with the word.
func (m measured) isInline(n *html.Node) bool {
	shown := false
	for up := range n.Ancestors() {
		shown = shown || hasWord(up, onDemand)
		if sentences[up.Data] {
			return m.text[up] > m.text[n] && !(shown && hasWord(n, onDemand))
		}
	}
	return false
}

// sentences are the elements that hold running text.
var sentences = set("p h1 h2 h3 h4 h5 h6")

// withoutLinks takes out of an article the paragraphs that are nothing but links to other
// pages: what else there is to read.
func withoutLinks(article *html.Node) {
	total := len(textOf(article))
	var out []*html.Node
	size := 0
	for n := range article.Descendants() {
		if n.Type != html.ElementNode || !linkBlocks[n.Data] || hasBlock(n) {
			continue
		}
		text := strings.TrimSpace(textOf(n))
		if len(text) >= leastLink && !endsSentence(text) && linked(n)*10 >= len(text)*7 {
			out = append(out, n)
			size += len(text)
		}
	}
	if size*mostClutter <= total {
		remove(out)
	}
}

// leastLink is how long a link to another page is at least, in bytes: shorter ones are
// references.
const leastLink = 20

// linkBlocks are the elements that are a paragraph of their own.
var linkBlocks = set("p li h2 h3 h4 h5 h6 div dd dt td")

// hasBlock says whether another block stands in an element.
func hasBlock(n *html.Node) bool {
	for d := range n.Descendants() {
		if blocks[d.Data] {
			return true
		}
	}
	return false
}

// linked returns how many bytes of an element's text are links.
func linked(n *html.Node) int {
	size := 0
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == "a" {
			size += len(strings.TrimSpace(textOf(d)))
		}
	}
	return size
}

// endsSentence says whether a text ends as a sentence does.
func endsSentence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?”。…", last)
}

// remove takes elements out of the page.
func remove(out []*html.Node) {
	for _, n := range out {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// isClutter says whether the names of an element call it clutter, or the page hides it.
func isClutter(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "data-test", "data-testid", "data-component", "itemprop", "rel", "role":
			if namesClutter(a.Val, n.Data == "p") {
				return true
			}
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// namesClutter says whether a list of names, of a paragraph or another element, has a word of
// clutter.
func namesClutter(names string, paragraph bool) bool {
	for name := range strings.FieldsSeq(names) {
		last := ""
		for _, word := range wordsOfName(name) {
			if clutterLines[word] || !paragraph && clutterBoxes[word] || clutterPairs[last+"-"+word] {
				return true
			}
			last = word
		}
	}
	return false
}

// wordsOfName parts a name such as "article__authorBio--large" into its words in lower case.
func wordsOfName(name string) []string {
	var words []string
	start := 0
	runes := []rune(name)
	flush := func(end int) {
		if end > start {
			words = append(words, strings.ToLower(string(runes[start:end])))
		}
		start = end
	}
	for i, r := range runes {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush(i)
			start = i + 1
		case unicode.IsUpper(r) && i > 0 && unicode.IsLower(runes[i-1]):
			flush(i)
		}
	}
	flush(len(runes))
	return words
}
