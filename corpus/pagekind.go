package corpus

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// What is no article, although it is a page: error pages, walls that ask for consent, for a
// person or for money, and lists of articles. They are known by words of their headings
// and texts, and only where the text is too short for an article or says itself that the rest is
// for subscribers. An article about paywalls is longer than that.

const (
	shortText = 1500 // bytes of a text that may be a notice instead of an article
	stubText  = 2500 // bytes of the beginning of an article that says of itself that the rest is paid for
	wallText  = 1000 // bytes of one that only has the words of a wall on its page
	tinyText  = 400  // bytes of sentences that are no article beside a list of them
	sentence  = 60   // bytes of a paragraph that is one, not a line
)

// notices says how pages that are none begin or are headed: patterns on the title and the
// heading, in any case.
var notices = []struct {
	heading *regexp.Regexp
	reason  string
}{
	{regexp.MustCompile(`(?i)^(?:error )?(?:4\d\d|5\d\d)\b|\b(?:page|article|story|site) (?:was |is |could |can )?not (?:be )?found\b|^not found|^page unavailable|^(?:bad gateway|service unavailable|gateway time-?out|internal server error|forbidden|access denied)\b|^oops\b|^something went wrong`), "is an error page"},
	{regexp.MustCompile(`(?i)^just a moment|^attention required|^are you (?:a )?(?:human|robot)|^verify(?:ing)? (?:that )?you are|^security check|^please (?:wait|verify)|^checking your browser|^robot check|captcha`), "asks whether a person reads it"},
	{regexp.MustCompile(`(?i)^before you continue|^we value your privacy|^your (?:privacy|data)\b|\bcookie (?:consent|settings|preferences|wall)\b|^cookies? on `), "is a wall that asks for consent"},
}

// phrases says the same of texts that are short, in lower case.
var phrases = []struct{ words, reason string }{
	{"enable javascript and cookies", "asks whether a person reads it"},
	{"checking your browser", "asks whether a person reads it"},
	{"verify you are human", "asks whether a person reads it"},
	{"unusual traffic from your", "asks whether a person reads it"},
	{"before you continue to", "is a wall that asks for consent"},
	{"accept all cookies", "is a wall that asks for consent"},
	{"consent to the use of cookies", "is a wall that asks for consent"},
	{"we and our partners store", "is a wall that asks for consent"},
	{"the page you requested", "is an error page"},
	{"the page you are looking for", "is an error page"},
	{"the page you were looking for", "is an error page"},
}

// walls are what pages say where an article ends for those who do not pay, in lower case.
var walls = strings.Split("subscribe to continue,subscribe to read,subscribe to keep reading,to continue reading,to read the full,to read the rest,"+
	"continue reading with a,for subscribers only,subscriber-only,subscriber exclusive,exclusive to subscribers,already a subscriber,already a member? sign in,"+
	"sign in to read,log in to read,log in to continue,register to continue,create a free account to,this article is for,start your free trial,unlock this article", ",")

// glance is what a look at a whole page shows, before its article is taken out of it.
type glance struct {
	headlines int  // links that may be headlines
	linked    int  // their text, in bytes
	wall      bool // it has the words of a wall
}

const (
	headlineLink  = 25 // bytes of a link that may be a headline
	manyHeadlines = 15 // headlines of a list of articles
)

// glanceAt looks at a page.
func glanceAt(doc *html.Node) glance {
	var g glance
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "a" {
			continue
		}
		if l := len(strings.TrimSpace(textOf(n))); l >= headlineLink {
			g.headlines, g.linked = g.headlines+1, g.linked+l
		}
	}
	shown := strings.ToLower(textOf(doc))
	g.wall = slices.ContainsFunc(walls, func(w string) bool { return strings.Contains(shown, w) })
	return g
}

// whyNone says why a page is no article, or "".
func (g glance) whyNone(meta *pageMeta, title, text string) string {
	if reason := noticeOf(meta, title, text); reason != "" {
		return reason
	}
	if len(text) < stubText && meta.ld.free == "false" || len(text) < wallText && g.wall {
		return "is only the beginning of an article, which is for subscribers"
	}
	if g.isIndex(meta, text) {
		return indexReason(meta)
	}
	return ""
}

// noticeOf says what a short text is instead of an article, or "".
func noticeOf(meta *pageMeta, title, text string) string {
	if len(text) >= shortText {
		return ""
	}
	for _, n := range notices {
		if n.heading.MatchString(title) || n.heading.MatchString(meta.h1) {
			return n.reason
		}
	}
	lower := strings.ToLower(text)
	for _, p := range phrases {
		if strings.Contains(lower, p.words) {
			return p.reason
		}
	}
	return ""
}

// isIndex says whether a page is a list of articles: it has many headlines that are links,
// few sentences beside, or fewer where it is a site's front, and does not say of itself that
// it is an article.
func (g glance) isIndex(meta *pageMeta, text string) bool {
	if meta.ld.headline != "" || meta.ld.published != "" || strings.EqualFold(meta.meta["og:type"], "article") || meta.meta["article:published_time"] != "" {
		return false
	}
	prose := 0
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if len(paragraph) >= sentence && endsSentence(paragraph) {
			prose += len(paragraph)
		}
	}
	front := isFront(meta.canonical) || strings.EqualFold(meta.meta["og:type"], "website") && isFront(meta.meta["og:url"])
	return g.headlines >= manyHeadlines && (prose < tinyText || front && prose < g.linked)
}

// isFront says whether an address is that of a whole site.
func isFront(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}

// indexReason says that a page is a list, and where its feed is.
func indexReason(meta *pageMeta) string {
	if meta.feed != "" {
		return "is a list of articles, not one: its feed is " + oneLine(meta.feed)
	}
	return "is a list of articles, not one"
}
