package web

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"storybot/corpus"
)

// site is a small web: what stands at each path, and how often it was asked for.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	pages map[string]http.HandlerFunc
	asked []string
}

// newSite serves pages; "SITE" in their text stands for the address of the site.
func newSite(t *testing.T, pages map[string]string) *site {
	t.Helper()
	s := &site{pages: map[string]http.HandlerFunc{}}
	s.Server = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(s.Close)
	for path, body := range pages {
		s.put(path, body)
	}
	return s
}

// put puts a text at a path, with an ETag made of it.
func (s *site) put(path, body string) {
	body = strings.ReplaceAll(body, "SITE", s.URL)
	s.handle(path, func(w http.ResponseWriter, r *http.Request) {
		tag := fmt.Sprintf(`"%x"`, len(body))
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = io.WriteString(w, body)
	})
}

// handle puts a handler at a path.
func (s *site) handle(path string, h http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[path] = h
}

// serve answers a request.
func (s *site) serve(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	h := s.pages[r.URL.Path]
	s.asked = append(s.asked, r.URL.Path)
	s.mu.Unlock()
	if h == nil {
		http.NotFound(w, r)
		return
	}
	h(w, r)
}

// requests returns the paths that were asked for since the last call, but for robots.txt.
func (s *site) requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := slices.DeleteFunc(s.asked, func(path string) bool { return path == "/robots.txt" })
	s.asked = nil
	slices.Sort(all)
	return all
}

// testClient may reach this machine, and is in a hurry.
func testClient(o Options) *Client {
	o.Private = true
	if o.Pause == 0 {
		o.Pause = time.Millisecond
	}
	return New(o)
}

// outcome is what a read of locations gave.
type outcome struct {
	articles []corpus.Article
	problems []corpus.Problem
}

// read reads locations.
func read(t testing.TB, c *Client, locations ...corpus.Location) outcome {
	t.Helper()
	var out outcome
	for a := range c.Listing(locations).Articles(t.Context(), corpus.Options{}, func(p corpus.Problem) { out.problems = append(out.problems, p) }) {
		out.articles = append(out.articles, a)
	}
	return out
}

// at is the location of a path.
func (s *site) at(path string) corpus.Location { return corpus.Location{Place: s.URL + path} }

// reasons returns what was reported, without the notes that an absence means nothing.
func (o outcome) reasons() []string {
	var all []string
	for _, p := range o.problems {
		if p.Reason != "" {
			all = append(all, p.String())
		}
	}
	return all
}

// story is a page with an article.
func story(title string) string {
	return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" +
		strings.Repeat("<p>The harbour of Port Ellery was closed, the mayor said, and nobody knows for how long it will be.</p>", 8) +
		"</article></body></html>"
}

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Ellery Post</title><link>SITE</link>
<item><title>One</title><link>/news/1?utm_source=rss</link><pubDate>Fri, 03 May 2024 23:30:00 -0400</pubDate><author>ann@post.example (Ann Lee)</author></item>
<item><title>Two</title><link>SITE/news/2</link><pubDate>Sat, 04 May 2024 10:00:00 GMT</pubDate></item>
<item><title>Again</title><link>SITE/news/2#top</link></item>
<item><title>Three</title><guid>SITE/sport/3</guid></item>
<item><title>Bad</title><link>javascript:alert(1)</link></item>
</channel></rss>`

func TestFeedGivesItsPages(t *testing.T) {
	t.Parallel()
	atom := `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Ellery Post</title><entry><title>One</title><link href="/news/1"/>` +
		`<published>2024-05-03T23:30:00-04:00</published><author><name>Ann Lee</name></author></entry>` +
		`<entry><title>Two</title><link href="news/2"/><updated>2024-05-04T10:00:00Z</updated></entry><entry><link href="/sport/3"/></entry></feed>`
	jsonFeed := `{"version":"https://jsonfeed.org/version/1.1","title":"The Ellery Post","items":[` +
		`{"id":"1","url":"SITE/news/1","title":"One","date_published":"2024-05-03T23:30:00-04:00","authors":[{"name":"Ann Lee"}]},` +
		`{"id":"2","url":"SITE/news/2","date_published":"2024-05-04T10:00:00Z"},{"id":"3","url":"/sport/3"}]}`
	for name, feed := range map[string]string{"RSS": rss, "Atom": atom, "JSON": jsonFeed} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, map[string]string{"/feed": feed, "/news/1": story("One"), "/news/2": story("Two"), "/sport/3": story("Three")})
			got := read(t, testClient(Options{}), s.at("/feed"))
			if len(got.articles) != 3 || len(got.reasons()) > 0 {
				t.Fatalf("%d articles, problems %v", len(got.articles), got.reasons())
			}
			// The newest first; what has no date comes last.
			two, one := got.articles[0], got.articles[1]
			if two.Title != "Two" || one.Title != "One" || got.articles[2].Title != "Three" {
				t.Errorf("titles %q, %q, %q", two.Title, one.Title, got.articles[2].Title)
			}
			if one.Outlet != "The Ellery Post" || one.Published.Format(time.DateOnly) != "2024-05-03" || one.Evidence.Published != "feed" {
				t.Errorf("got %+v, %+v", one.Source, one.Evidence)
			}
			if !strings.HasPrefix(one.Path, s.URL+"/feed#"+s.URL+"/news/1") || !strings.HasPrefix(one.URL, s.URL+"/news/1") {
				t.Errorf("path %s, url %s", one.Path, one.URL)
			}
		})
	}
}

func TestFeedsOwnTextIsReadWhereThePageIsRefused(t *testing.T) {
	t.Parallel()
	feed := `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Ellery Post</title>` +
		`<item><title>One</title><link>SITE/1</link><content:encoded><![CDATA[` + story("") + story("") + `]]></content:encoded></item>` +
		`<item><title>Two</title><link>SITE/2</link><content:encoded>Only its beginning.</content:encoded></item></channel></rss>`
	s := newSite(t, map[string]string{"/feed": feed})
	refuse := func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) }
	s.handle("/1", refuse)
	s.handle("/2", refuse)
	got := read(t, testClient(Options{}), s.at("/feed"))
	if len(got.articles) != 1 || got.articles[0].Title != "One" || got.articles[0].URL != s.URL+"/1" || !strings.HasPrefix(got.articles[0].Text, "The harbour of Port Ellery") {
		t.Errorf("got %+v", got.articles)
	}
	if r := got.reasons(); len(r) != 2 || !strings.Contains(r[0], "refuses to show it (403): the feed's own text of it is read") {
		t.Errorf("problems %q", r)
	}
}

func TestArticleKeepsItsIDFromWhereverItIsListed(t *testing.T) {
	t.Parallel()
	s := newSite(t, map[string]string{"/feed": rss, "/news/1": story("One")})
	listed := read(t, testClient(Options{}), s.at("/feed")).articles
	alone := read(t, testClient(Options{}), s.at("/news/1")).articles
	if len(listed) != 1 || len(alone) != 1 || listed[0].ID != alone[0].ID || alone[0].Path != s.URL+"/news/1" {
		t.Errorf("got %+v and %+v", listed, alone)
	}
	both := read(t, testClient(Options{}), s.at("/news/1"), s.at("/feed"))
	if len(both.articles) != 1 {
		t.Errorf("%d articles from two lists, problems %v", len(both.articles), both.reasons())
	}
}

func TestLocationSaysWhichPagesAreReadAndOfWhichOutlet(t *testing.T) {
	t.Parallel()
	s := newSite(t, map[string]string{"/feed": rss, "/news/1": story("One"), "/news/2": story("Two"), "/sport/3": story("Three")})
	l := s.at("/feed")
	l.Include, l.Exclude, l.Outlet = []string{"/news/**"}, []string{"/news/2"}, "Post"
	got := read(t, testClient(Options{}), l)
	if len(got.articles) != 1 || got.articles[0].Outlet != "Post" || got.articles[0].Title != "One" {
		t.Errorf("got %+v", got.articles)
	}
}

func TestSitemapGivesItsPages(t *testing.T) {
	t.Parallel()
	index := `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>SITE/old.xml</loc><lastmod>2023-01-01</lastmod></sitemap>` +
		`<sitemap><loc> /news.xml.gz </loc><lastmod>2024-05-04T10:00Z</lastmod></sitemap><sitemap><loc>SITE/gone.xml</loc></sitemap></sitemapindex>`
	news := `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>SITE/news/1</loc>` +
		`<news:news><news:publication><news:name>The Ellery Post</news:name><news:language>en</news:language></news:publication>` +
		`<news:publication_date>2024-05-03T23:30:00-04:00</news:publication_date><news:title>One &amp; only</news:title></news:news></url></urlset>`
	old := `<urlset><url><loc>SITE/news/2</loc><lastmod>2020-01-01</lastmod></url></urlset>`
	s := newSite(t, map[string]string{"/map.xml": index, "/old.xml": old, "/news/1": story(""), "/news/2": story("Two")})
	s.handle("/news.xml.gz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/gzip")
		out := gzip.NewWriter(w)
		_, _ = io.WriteString(out, strings.ReplaceAll(news, "SITE", s.URL))
		_ = out.Close()
	})
	got := read(t, testClient(Options{}), s.at("/map.xml"))
	if len(got.articles) != 2 || len(got.reasons()) != 1 || !strings.Contains(got.reasons()[0], "gone.xml: is not there any more") {
		t.Fatalf("%d articles, problems %v", len(got.articles), got.reasons())
	}
	one := got.articles[0]
	if one.Outlet != "The Ellery Post" || one.Title != "One & only" || one.Evidence.Title != "sitemap" || one.Published.Format(time.DateOnly) != "2024-05-03" {
		t.Errorf("got %+v, %+v", one.Source, one.Evidence)
	}
}

func TestWhatHasNotChangedIsNotSentAgain(t *testing.T) {
	t.Parallel()
	s := newSite(t, map[string]string{"/feed": rss, "/news/1": story("One"), "/news/2": story("Two"), "/sport/3": story("Three"), "/page": story("Page")})
	store, err := NewFolder(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	first := read(t, testClient(Options{Store: store}), s.at("/feed"), s.at("/page"))
	if got := s.requests(); !slices.Equal(got, []string{"/feed", "/news/1", "/news/2", "/page", "/sport/3"}) {
		t.Errorf("first asked for %q", got)
	}
	// Another process: only the lists and single pages are asked for, and not sent.
	sent := 0
	for _, path := range []string{"/feed", "/page"} {
		s.mu.Lock()
		h := s.pages[path]
		s.mu.Unlock()
		s.handle(path, func(w http.ResponseWriter, r *http.Request) {
			w2 := httptest.NewRecorder()
			h(w2, r)
			sent += w2.Body.Len()
			w.WriteHeader(w2.Code)
			_, _ = w.Write(w2.Body.Bytes())
		})
	}
	again := read(t, testClient(Options{Store: store}), s.at("/feed"), s.at("/page"))
	if got := s.requests(); !slices.Equal(got, []string{"/feed", "/page"}) || sent > 0 {
		t.Errorf("then asked for %q, %d bytes", got, sent)
	}
	if !slices.EqualFunc(first.articles, again.articles, func(a, b corpus.Article) bool { return a.Hash() == b.Hash() }) {
		t.Error("the articles differ")
	}
	// A page whose feed says that it changed is asked for, and after a day every page is.
	s.put("/feed", strings.Replace(rss, "Two", "Two, corrected", 1))
	c := testClient(Options{Store: store})
	read(t, c, s.at("/feed"))
	if got := s.requests(); !slices.Equal(got, []string{"/feed", "/news/2"}) {
		t.Errorf("after a correction asked for %q", got)
	}
	c.now = func() time.Time { return time.Now().Add(25 * time.Hour) }
	read(t, c, s.at("/feed"))
	if got := s.requests(); len(got) != 4 {
		t.Errorf("a day later asked for %q", got)
	}
}

func TestWhatAListNoLongerShowsIsNotGone(t *testing.T) {
	t.Parallel()
	s := newSite(t, map[string]string{"/feed": rss, "/page": story("Page")})
	got := read(t, testClient(Options{}), s.at("/feed"), s.at("/page"), s.at("/none"))
	unread := map[string]bool{}
	for _, p := range got.problems {
		unread[p.Path] = p.Unread
	}
	if !unread[s.URL+"/feed"] || unread[s.URL+"/none"] || unread[s.URL+"/feed#"+s.URL+"/news/2"] {
		t.Errorf("problems %+v", got.problems)
	}
}
