package corpus

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"
)

// checkArticle fails where an article breaks what its type promises.
func checkArticle(t *testing.T, a Article) {
	t.Helper()
	if a.ID == "" || a.Path == "" || strings.TrimSpace(a.Text) == "" || !utf8.ValidString(a.Text) {
		t.Errorf("article %+v", a)
	}
	for _, s := range []string{a.Title, a.Outlet, a.Author} {
		if len(s) > maxField || !utf8.ValidString(s) || strings.TrimSpace(s) != s || strings.ContainsFunc(s, unicode.IsControl) {
			t.Errorf("field %q", s)
		}
	}
	if !a.Published.IsZero() && (a.Published.Year() < 1000 || a.Published.Location() != time.UTC || a.Published.Hour() != 0) {
		t.Errorf("published %v", a.Published)
	}
}

// story is the body of a page, long enough to be taken for an article.
var story = "<p>The plan was set out in detail, and nobody in the room had read it.</p>\n" +
	strings.Repeat("<p>Work on the site, which the town owns, began in <b>March</b>, the mayor said, and it goes on.</p>\n", 6)

const storyText = "The plan was set out in detail, and nobody in the room had read it."

// page is a page around a story.
// The time in its header is not that of the article.
func page(head, body string) string {
	return "<!DOCTYPE html><html><head><title>Town builds | The Paper</title>" + head +
		"</head><body><nav><a href=/>Home</a><time datetime=2026-01-01>today</time></nav><article><h1>Town builds</h1>" + body + "<p>Read more: <a href=/2>Town rests</a></p></article><footer>All rights</footer></body></html>"
}

// readOne reads one file that must give one article without problems.
func readOne(t *testing.T, name, content string) Article {
	t.Helper()
	a := read(t, Options{}, files{name: content}.write(t)).only(t)
	checkArticle(t, a)
	return a
}

func TestHTMLGivesTheTextThatReadersSee(t *testing.T) {
	t.Parallel()
	a := readOne(t, "a.html", page("", "<script>evil()</script><style>p{}</style>"+story+
		"<figure><img alt=x><figcaption>A crane</figcaption></figure><p>Line one<br>line&nbsp;two &amp; three</p><ul><li>Steel<li>Glass</ul>"))
	if !strings.HasPrefix(a.Text, storyText+"\n\nWork on the site, which the town owns, began in March, the mayor said, and it goes on.\n\n") {
		t.Errorf("begins %q", a.Text[:200])
	}
	if !strings.HasSuffix(a.Text, "goes on.\n\nLine one\nline two & three\n\nSteel\n\nGlass") {
		t.Errorf("ends %q", a.Text[len(a.Text)-100:])
	}
	for _, bad := range []string{"evil", "p{}", "Home", "Read more", "Town builds", "A crane"} {
		if strings.Contains(a.Text, bad) {
			t.Errorf("%q is in %q", bad, a.Text)
		}
	}
	if a.Source != (Source{Title: "Town builds"}) {
		t.Errorf("source %+v", a.Source)
	}
}

func TestHTMLSourceIsReadFromThePage(t *testing.T) {
	t.Parallel()
	const canonical = `<link rel="canonical" href="https://paper.example/town">`
	day := func(d int) time.Time { return time.Date(2024, 3, d, 0, 0, 0, 0, time.UTC) }
	ld := `<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Town &amp; works",` +
		`"publisher":{"name":"The Paper"},"author":[{"name":"Ann Lee"},{"name":"Bo Ray"}],"datePublished":"2024-03-15T09:00:00+0100","url":"https://paper.example/ld"}]}</script>`
	rows := []struct {
		name, head, body string
		want             Source
	}{
		{"JSON-LD", ld, "", Source{"Town & works", "The Paper", "Ann Lee, Bo Ray", "https://paper.example/ld", day(15)}},
		{"canonical wins", ld + canonical, "", Source{"Town & works", "The Paper", "Ann Lee, Bo Ray", "https://paper.example/town", day(15)}},
		{"meta", canonical + `<meta property="og:site_name" content="The Paper"><meta name=author content="By Ann Lee"><meta property="article:published_time" content="2024-03-15">`,
			"", Source{"Town builds", "The Paper", "Ann Lee", "https://paper.example/town", day(15)}},
		{"time", canonical + `<meta property="og:site_name" content="The Paper">`, `<time datetime="2024-03-14T10:00Z">then</time>`,
			Source{"Town builds", "The Paper", "", "https://paper.example/town", day(14)}},
		{"address near", `<meta property="og:site_name" content="The Paper"><meta name=date content="March 16, 2024"><meta property="og:url" content="https://paper.example/2024/03/15/town">`,
			"", Source{"Town builds", "The Paper", "", "https://paper.example/2024/03/15/town", day(15)}},
		{"address far", `<meta property="og:site_name" content="The Paper"><meta name=date content="2024-03-20"><meta property="og:url" content="https://paper.example/2024/03/15/town">`,
			"", Source{"Town builds", "The Paper", "", "https://paper.example/2024/03/15/town", day(20)}},
		{"year 1", `<meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="0001-01-01T00:00:00Z"><link rel=canonical href=/town>`,
			"", Source{"Town builds", "The Paper", "", "", time.Time{}}},
	}
	for _, row := range rows {
		if got := readOne(t, "a.htm", page(row.head, row.body+story)).Source; got != row.want {
			t.Errorf("%s:\n got %+v\nwant %+v", row.name, got, row.want)
		}
	}
}

func TestHTMLIsDecodedFromWhatItDeclares(t *testing.T) {
	t.Parallel()
	latin := strings.ReplaceAll(page(`<meta charset="iso-8859-1">`, "<p>A caf@ opens.</p>"+story), "@", "\xe9")
	wrong := page(strings.Repeat("<!-- long head -->", 100)+`<meta charset="utf-8">`, "<p>A café opens.</p>"+story)
	for _, content := range []string{latin, wrong} {
		if a := readOne(t, "a.html.gz", zipped(content)); !strings.Contains(a.Text, "A café opens.") {
			t.Errorf("begins %q", a.Text[:60])
		}
	}
}

func TestMarkdownGivesTheTextThatReadersSee(t *testing.T) {
	t.Parallel()
	a := readOne(t, "a.md", "---\r\ntitle: \"Town: builds\"\r\noutlet: The Paper\r\nauthors: [Ann Lee, Bo Ray]\r\ndate: 2024-03-15 10:00:00\r\n"+
		"url: https://paper.example/town\r\nid: t1\r\ntags: {a: b}\r\n---\r\n"+
		"## Why *now*?\r\n\r\nThe [plan](https://x.example) was\r\nset out &mdash; in `detail`.<script>x()</script>\r\n\r\n- Steel\r\n- Glass\r\n\r\n| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n")
	want := "Why now?\n\nThe plan was set out — in detail.\n\nSteel\n\nGlass\n\na\tb\n\n1\t2"
	if a.Text != want {
		t.Errorf("got %q, want %q", a.Text, want)
	}
	source := Source{"Town: builds", "The Paper", "Ann Lee, Bo Ray", "https://paper.example/town", time.Date(2024, 3, 15, 0, 0, 0, 0, time.UTC)}
	if a.Source != source || a.ID != "t1" {
		t.Errorf("source %+v, id %s", a.Source, a.ID)
	}
}

func TestMarkdownWithoutFrontMatterHasNoSource(t *testing.T) {
	t.Parallel()
	for _, content := range []string{"# Town\n\nText", "---\n\n# Town\n\nText", "---\nno end"} {
		if a := readOne(t, "a.markdown", content); a.Source != (Source{}) {
			t.Errorf("%q: %+v", content, a.Source)
		}
	}
}

func TestMarkdownSurvivesHostileInput(t *testing.T) {
	t.Parallel()
	bomb := "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+string(c-1)+",", 9) + "]\n"
	}
	for name, content := range map[string]string{
		"aliases": bomb + "title: Town\n---\nText", "quotes": "Text\n\n" + strings.Repeat(">", 1<<20) + " x",
		"brackets": "Text\n\n" + strings.Repeat("[", 1<<20), "links": "Text " + strings.Repeat("[a](", 1<<18), "numbers": "Text\n\n" + strings.Repeat("1. ", 1<<18), "nested": "Text\n\n" + strings.Repeat("> ", 4000) + "x",
		"stars": "Text " + strings.Repeat("*a_ ", 1<<18),
	} {
		got := read(t, Options{}, files{"a.md": content}.write(t))
		if len(got.articles) != 1 || !strings.HasPrefix(got.articles[0].Text, "Text") {
			t.Errorf("%s: %d articles, %v", name, len(got.articles), got.problems)
		}
	}
}

func FuzzReadHTML(f *testing.F) {
	f.Add(page("", story))
	f.Add("<table><tr><td>a<td>b<script>")
	f.Add(`<script type="application/ld+json">{"@type":"Article","author":[[]]}</script><p>x`)
	f.Fuzz(func(t *testing.T, data string) { drafts(t, "a.html", data) })
}

func FuzzReadMarkdown(f *testing.F) {
	f.Add("---\ntitle: x\ndate: 2024-01-01\n---\n# A\n\nb")
	f.Add("---\na: &a [*a]\n...\n")
	f.Add("> - `a` <b> | c |\n|--|\n")
	f.Fuzz(func(t *testing.T, data string) { drafts(t, "a.md", data) })
}
