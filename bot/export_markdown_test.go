package bot_test

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"storybot/bot"
)

func TestMarkdownIsReadAsItIsWritten(t *testing.T) {
	t.Parallel()
	want := `# The Ferry

1 further date less written of; limit: shows more.

## spring 2024 (inferred)

> Lorries were\
> banned in spring.

untitled · outlet unknown · date unknown · b.txt

## 21 January 2025

> The board sold the ferry on Tuesday, "for good".

Harbour Post · 22 January 2025 · Ferry \*sold\* · [https\://post.example/ferry?a=1\&b=2](<https://post.example/ferry?a=1&amp;b=2#:~:text=The%20board>)\
also in 1 other: Quay News · untitled · date unknown · c.txt\
otherwise dated: 23 January 2025 \[Dock Times · untitled · date unknown\]

## date unknown

> \-2 degrees…

untitled · outlet unknown · date unknown
`
	if got := export(t, ferry(), bot.Markdown); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestMarkdownOfAnAnswerWithoutTimesHasNoHeadings(t *testing.T) {
	t.Parallel()
	a := ferry()
	for i := range a.Quotes {
		a.Quotes[i].Date = nil
	}
	if got := export(t, a, bot.Markdown); strings.Contains(got, "\n#") {
		t.Errorf("a heading in\n%s", got)
	}
	if got, want := export(t, bot.Answer{Title: "Ferry", Note: "The articles do not say."}, bot.Markdown), "# Ferry\n\nThe articles do not say.\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOneHeadingStandsOverAllQuotesOfADay(t *testing.T) {
	t.Parallel()
	a := ferry()
	a.Quotes = append(a.Quotes[:1], a.Quotes[0])
	if got := export(t, a, bot.Markdown); strings.Count(got, "\n## ") != 1 || strings.Count(got, "\n> Lorries") != 2 {
		t.Errorf("got\n%s", got)
	}
}

func TestADateOfAnArticlesDayIsSaidToBe(t *testing.T) {
	t.Parallel()
	a := ferry()
	a.Quotes[0].Date.Text = ""
	if got := export(t, a, bot.Markdown); !strings.Contains(got, "\n## spring 2024 (inferred from the day of publication)\n") {
		t.Errorf("got\n%s", got)
	}
}

// FuzzMarkdownRendersQuotesAsTheyStand checks, in CommonMark and in what GitHub adds to
// it, that a quote's rendered text is the quote, and that words of articles make no
// element: neither link, image, HTML nor any other.
func FuzzMarkdownRendersQuotesAsTheyStand(f *testing.F) {
	for _, text := range hostile {
		f.Add(text, text, "https://x.example/"+text)
	}
	f.Add("a", "[x](y)", "https://x.example/a)b>c&copy;<d>\"e\\f`g`")
	f.Add("a", "b", "javascript:alert(1)")
	plain := goldmark.New()
	github := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))
	f.Fuzz(func(t *testing.T, text, title, url string) {
		if !utf8.ValidString(text) || !utf8.ValidString(title) || !utf8.ValidString(url) || text == "" {
			t.Skip()
		}
		a := ferry()
		a.Quotes = a.Quotes[1:2]
		a.Title, a.Note = title, title
		q := &a.Quotes[0]
		q.Text, q.Article.Title, q.Article.Outlet, q.Article.Path, q.Article.URL, q.Link = text, title, title, title, url, url+"#:~:text=a"
		q.Also[0].Title, q.Claims[0].Article.Title = title, title
		source := export(t, a, bot.Markdown)
		for _, md := range []goldmark.Markdown{plain, github} {
			var b bytes.Buffer
			if err := md.Convert([]byte(source), &b); err != nil {
				t.Fatal(err)
			}
			checkRendered(t, b.String(), text)
			if t.Failed() {
				t.Fatalf("source\n%s\nrendered\n%s", source, b.String())
			}
		}
	})
}

var (
	tag        = regexp.MustCompile(`<[^>]*>`)
	blockQuote = regexp.MustCompile(`(?s)<blockquote>\n<p>(.*)</p>\n</blockquote>`)
	anchor     = regexp.MustCompile(`<a href="([^"]*)">([^<]*)</a>`)
)

func checkRendered(t *testing.T, page, text string) {
	t.Helper()
	m := blockQuote.FindStringSubmatch(page)
	if m == nil {
		t.Fatal("there is no block quote")
	}
	for _, found := range tag.FindAllString(m[1], -1) {
		if found != "<p>" && found != "</p>" && found != "<br>" && found != "<br />" {
			t.Errorf("the quote has the element %s", found)
		}
	}
	shown := strings.NewReplacer("</p>\n<p>", "\n\n", "<br>\n", "\n", "<br />\n", "\n").Replace(m[1])
	if got, want := html.UnescapeString(shown), strings.ReplaceAll(text, "\x00", "\uFFFD"); got != want {
		t.Errorf("rendered %q instead of %q", got, want)
	}
	rest := strings.Replace(page, m[0], "", 1)
	brackets := strings.NewReplacer("%5B", "[", "%5D", "]") // which goldmark encodes
	for _, a := range anchor.FindAllStringSubmatch(rest, -1) {
		if !strings.HasPrefix(brackets.Replace(a[1]), brackets.Replace(a[2])) || !strings.HasPrefix(strings.ToLower(a[1]), "http") {
			t.Errorf("a link to %s says %s", a[1], a[2])
		}
	}
	if links := strings.Count(rest, "<a "); links > 1 || links != len(anchor.FindAllString(rest, -1)) {
		t.Errorf("%d links", links)
	}
	for _, found := range tag.FindAllString(anchor.ReplaceAllString(rest, ""), -1) {
		if name := strings.Trim(found, "</> "); name != "p" && name != "br" && name != "h2" && !strings.HasPrefix(name, "h1") && !strings.HasPrefix(name, "h2 ") {
			t.Errorf("there is the element %s", found)
		}
	}
}
