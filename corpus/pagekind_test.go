package corpus

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// headlines are links to articles.
func headlines(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<li><a href=/%d>The harbour of Port Ellery is closed for day %d</a></li>", i, i)
	}
	return "<ul>" + b.String() + "</ul>"
}

func TestPagesThatAreNoArticlesAreSkippedWithAReason(t *testing.T) {
	t.Parallel()
	short := "<p>The harbour of Port Ellery was closed on Friday, and the mayor says that nobody knows for how long that will be.</p>"
	rows := []struct{ name, page, problem string }{
		{"an error page", "<title>404 Not Found</title><h1>Page not found</h1><p>Sorry, we could not find it.</p>", "is an error page"},
		{"an error in words", "<title>The Post</title><h1>Oops</h1><p>The page you are looking for has moved.</p>", "is an error page"},
		{"a check for robots", "<title>Just a moment...</title><p>Checking your browser before accessing the site.</p>", "asks whether a person reads it"},
		{"a wall of consent", "<title>The Post</title><h1>We value your privacy</h1><p>We and our partners store information on a device.</p><button>Accept</button>", "asks for consent"},
		{"a stub that says so", `<title>Harbour</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour","isAccessibleForFree":false}</script><article><h1>Harbour</h1>` + short + "</article>", "is only the beginning of an article"},
		{"a stub before a wall", "<title>Harbour</title><article><h1>Harbour</h1>" + short + "<div>Subscribe to continue reading.</div></article>", "is only the beginning of an article"},
		{"a list of articles", "<title>The Post</title><h1>Latest</h1>" + headlines(30), "a.html: is a list of articles, not one"},
		{"a list with a feed", `<title>The Post</title><link rel=canonical href="https://post.example/"><link rel=alternate type="application/rss+xml" href="https://post.example/feed"><h1>Latest</h1>` + headlines(30), "its feed is https://post.example/feed"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got := read(t, Options{}, files{"a.html": "<!DOCTYPE html><html><body>" + row.page}.write(t))
			if len(got.articles) > 0 || len(got.problems) != 1 || !strings.Contains(got.problems[0].String(), row.problem) {
				t.Errorf("%d articles, problems %v", len(got.articles), got.problems)
			}
		})
	}
}

func TestArticlesAboutSuchPagesAreRead(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		"<p>The paper now asks readers to subscribe to continue reading, its editor said.</p>" + story + story + story,
		story + "<aside>" + headlines(40) + "</aside>",
		"<p>Visitors were told that the page you requested was not there.</p>" + story + story + story + story,
	} {
		a := read(t, Options{}, files{"a.html": page("", body)}.write(t))
		if len(a.articles) != 1 || len(a.problems) > 0 {
			t.Errorf("%d articles, problems %v", len(a.articles), a.problems)
		}
	}
}

func TestHTMLLeavesOutWhatStandsAroundTheArticle(t *testing.T) {
	t.Parallel()
	body := `<p class="byline">By Ann Lee</p><time class="published-date">May 3, 2024</time>` + story +
		`<div class="image"><img src=x><div class="image__caption">A crane at the quay</div><span class="photoCredit">Bo Ray</span></div>` +
		`<p><a href="/2">The other town builds as well, and faster</a></p>` +
		`<div id="newsletterSignup"><p>All the news of the harbour, every morning in your inbox, for nothing.</p></div>` +
		`<p>The tools of <a href="/lee">Ann Lee</a>, <span class="tooltip">the mayor<span class="tooltip-text">Ann Lee, 54, is the mayor of Port Ellery</span></span>, are sold.</p>` +
		`<p>Facebook said that it will pay.</p><p class="author">The author likes <a href=x>ships</a>.</p><p>Pictured: the quay (Photo: Bo Ray)</p>` +
		`<ul class="related-stories"><li><a href=/3>More on the harbour of the town</a></li></ul><div style="display: none">Hidden words stand here.</div><p>Tags</p>`
	a := readOne(t, "a.html", page("", body))
	for _, bad := range []string{"By Ann", "May 3", "A crane", "Bo Ray", "other town", "inbox", "54", "More on", "Hidden", "Tags"} {
		if strings.Contains(a.Text, bad) {
			t.Errorf("%q is in %q", bad, a.Text)
		}
	}
	for _, good := range []string{"The tools of Ann Lee, the mayor, are sold.", "Facebook said that it will pay.", "The author likes ships."} {
		if !strings.Contains(a.Text, good) {
			t.Errorf("%q is not in %q", good, a.Text)
		}
	}
	if want := time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC); !a.Published.Equal(want) || a.Author != "Ann Lee" {
		t.Errorf("published %v, author %q", a.Published, a.Author)
	}
}

func TestHTMLTextIsCheckedAgainstWhatThePageStates(t *testing.T) {
	t.Parallel()
	plain := strings.NewReplacer("<p>", "", "</p>", " ", "<b>", "", "</b>", "", "\n", "").Replace(story)
	extra := "<p>Readers of this page have also liked what we wrote about the bridge, and so will you, we think.</p>"
	ld := func(body string) string {
		return fmt.Sprintf(`<script type="application/ld+json">{"@type":"NewsArticle","articleBody":%q}</script>`, body)
	}
	if a := readOne(t, "a.html", page(ld(plain), story+extra)); strings.Contains(a.Text, "bridge") || !strings.Contains(a.Text, storyText) {
		t.Errorf("got %q", a.Text)
	}
	for _, stated := range []string{"", plain[:80], strings.Repeat("Something else is stated here, which is not on the page. ", 10)} {
		if a := readOne(t, "a.html", page(ld(stated), story+extra)); !strings.Contains(a.Text, "bridge") {
			t.Errorf("stated %q: got %q", stated, a.Text)
		}
	}
}

func TestDatesArePrintedInManyWays(t *testing.T) {
	t.Parallel()
	want := "2024-05-03"
	for _, line := range []string{"May 3, 2024", "Posted May 3, 2024 at 9:10 am", "Friday, 3 May 2024", "3rd May 2024", "2024-05-03T10:00:00+02:00", "2024.05.03 10:00",
		"01:38:07 PM IST May 03, 2024", "Updated May 7, 2024; Posted May 3, 2024, 8:19 PM", "20240503"} {
		if got, ok := lineDay(line); !ok || got.Format(time.DateOnly) != want {
			t.Errorf("%q: %v, %v", line, got, ok)
		}
	}
	for _, line := range []string{"", "03/05/2024", "May 2024", "3 May", "yesterday", "2024-13-40", "May 32, 2024", "room 2024 105"} {
		if got, ok := lineDay(line); ok {
			t.Errorf("%q was read as %v", line, got)
		}
	}
}

func TestDatesSayWhatTheyWereFoundIn(t *testing.T) {
	t.Parallel()
	const canonical = `<link rel="canonical" href="https://paper.example/town">`
	for _, row := range []struct{ head, body, want, modified string }{
		{`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-03","dateModified":"2024-05-05"}</script>`, "", "JSON-LD datePublished", "2024-05-05"},
		{`<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2024-05-03"}]}</script>`, "", "JSON-LD datePublished of the page", ""},
		{`<meta property="article:published_time" content="2024-05-03"><meta property="article:modified_time" content="2024-05-06">`, "", "meta article:published_time", "2024-05-06"},
		{"", `<span itemprop="datePublished" content="2024-05-03"></span>`, "itemprop datePublished", ""},
		{"", `<time datetime="2024-05-03">yesterday</time>`, "time", ""},
		{"", `<div class="article-date">May 3, 2024 - 11:28</div>`, "text below the heading", ""},
		{`<link rel="canonical" href="https://paper.example/2024/may/03/town">`, "", "address", ""},
		{`<meta name=date content="2024-05-04T01:30:00Z">`, `<div class=date>Updated May 9, 2024; Posted May 3, 2024, 9:30 PM</div>`, "text below the heading", ""},
		{`<meta name=date content="2024-05-03T01:30:00Z">`, `<div class=date>Updated May 4, 2024</div>`, "meta date", ""},
	} {
		head := row.head
		if !strings.Contains(head, "canonical") {
			head += canonical
		}
		a := readOne(t, "a.html", page(head, row.body+story))
		modified := ""
		if !a.Modified.IsZero() {
			modified = a.Modified.Format(time.DateOnly)
		}
		if a.Published.Format(time.DateOnly) != "2024-05-03" || a.Evidence.Published != row.want || modified != row.modified {
			t.Errorf("%s: published %v from %q, modified %q", row.want, a.Published, a.Evidence.Published, modified)
		}
	}
}

func TestPagesCallOnlyAddressesOfTheirSiteTheirOwn(t *testing.T) {
	t.Parallel()
	const at = "https://www.paper.example/news/1?utm_source=x"
	for canonical, want := range map[string]string{"/news/one": "https://www.paper.example/news/one", "https://amp.paper.example/news/1": "https://amp.paper.example/news/1",
		"https://other.example/news/1": at, "https://www.paper.example/": at, "javascript:alert(1)": at, "": at} {
		s := source{file: file{path: "x"}, limit: DefaultMaxBytes, report: func(p Problem) { t.Error(p) }}
		d, ok := s.fetched(Page{URL: at, Body: []byte(page(`<link rel="canonical" href="`+canonical+`">`, story))})
		if !ok || d.URL != want || d.ID != digest("url", PlainURL(want)) {
			t.Errorf("%q: url %s", canonical, d.URL)
		}
	}
	for written, want := range map[string]string{"HTTPS://Paper.example:443?utm_source=x#top": "https://paper.example/", "https://p.example/a?id=7&fbclid=1": "https://p.example/a?id=7", "a": "a"} {
		if got := PlainURL(written); got != want {
			t.Errorf("%s: %s, want %s", written, got, want)
		}
	}
}

func TestAuthorsAreNamesAlone(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{"By Ann Lee": "Ann Lee", "Ann LeeMonday, May 3, 2024": "Ann Lee", "Ann Lee — May 3, 2024": "Ann Lee", "Ann Lee @annlee": "Ann Lee",
		"Analysis by Ann Lee, Editor": "Ann Lee, Editor", "Ann Lee | The Post": "Ann Lee", "Ann Lee and Bo Ray": "Ann Lee and Bo Ray", "Jean-Luc Byron": "Jean-Luc Byron", "": ""} {
		if got := cleanAuthor(written); got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
}

func TestHTMLOfAnyShapeIsReadInTime(t *testing.T) {
	t.Parallel()
	for name, content := range map[string]string{
		"a paragraph of clutter": "<p>" + strings.Repeat(`<span class="ad byline">x</span> y `, 30_000),
		"boxes in boxes":         strings.Repeat(`<div class="promo date">`, 300) + strings.Repeat("<p>word</p> ", 4_000),
		"links alone":            strings.Repeat(`<li><a href="/1">A headline of some length, about nothing</a>`, 5_000),
		"dates below a heading":  "<h1>x</h1>" + strings.Repeat(`<div class="date">in May</div>`, 10_000),
		"one name":               `<p class="` + strings.Repeat("aB-", 100_000) + `">x`,
	} {
		start := time.Now()
		read(t, Options{}, files{"a.html": "<body>" + content}.write(t))
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%s: read in %s", name, took)
		}
	}
}
