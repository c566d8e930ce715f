package web

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"storybot/corpus"
)

func TestRobotsAreObeyed(t *testing.T) {
	t.Parallel()
	s := newSite(t, map[string]string{"/robots.txt": "User-agent: *\nDisallow: /\n\nUser-agent: storybot\nDisallow: /news/2\nDisallow: /sport\n",
		"/feed": rss, "/news/1": story("One"), "/news/2": story("Two"), "/sport/3": story("Three")})
	got := read(t, testClient(Options{}), s.at("/feed"))
	if asked := s.requests(); !slices.Equal(asked, []string{"/feed", "/news/1"}) || len(got.articles) != 1 {
		t.Errorf("asked for %q, %d articles", asked, len(got.articles))
	}
	if r := got.reasons(); len(r) != 2 || !strings.Contains(r[0], "robots.txt of") {
		t.Errorf("problems %v", r)
	}
	broken := newSite(t, map[string]string{"/page": story("Page")})
	broken.handle("/robots.txt", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	got = read(t, testClient(Options{}), broken.at("/page"))
	if len(got.articles) > 0 || len(broken.requests()) > 0 || !got.problems[0].Unread {
		t.Errorf("with a broken robots.txt: %d articles, problems %v", len(got.articles), got.problems)
	}
}

func TestRequestsToOneHostAreSpaced(t *testing.T) {
	t.Parallel()
	s := newSite(t, map[string]string{"/feed": rss, "/news/1": story("One"), "/news/2": story("Two"), "/sport/3": story("Three")})
	start := time.Now()
	read(t, testClient(Options{Pause: 40 * time.Millisecond}), s.at("/feed"))
	if took := time.Since(start); took < 4*40*time.Millisecond { // robots.txt, the feed and three pages
		t.Errorf("five requests in %s", took)
	}
}

func TestHostThatAsksToBeLeftAloneIs(t *testing.T) {
	t.Parallel()
	s := newSite(t, map[string]string{"/news/1": story("One"), "/feed": rss})
	s.handle("/news/2", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	c := testClient(Options{})
	first := read(t, c, s.at("/news/2"))
	s.requests()
	got := read(t, c, s.at("/news/1"))
	if asked := s.requests(); len(asked) > 0 || len(got.articles) > 0 || !got.problems[0].Unread {
		t.Errorf("asked for %q, problems %v", asked, got.problems)
	}
	if r := first.reasons(); len(r) != 1 || !strings.Contains(r[0], "asks to be left alone for 1h0m0s (429)") {
		t.Errorf("first %v", r)
	}
	c.now = func() time.Time { return time.Now().Add(2 * time.Hour) }
	if later := read(t, c, s.at("/news/1")); len(later.articles) != 1 {
		t.Errorf("two hours later: %v", later.reasons())
	}
}

func TestPageThatGaveNothingIsNotAskedForAtEachRefresh(t *testing.T) {
	t.Parallel()
	s := newSite(t, map[string]string{"/feed": rss, "/news/1": story("One"), "/news/2": story("Two")})
	c := testClient(Options{})
	first := read(t, c, s.at("/feed"))
	s.requests()
	again := read(t, c, s.at("/feed"))
	if asked := s.requests(); !slices.Equal(asked, []string{"/feed"}) || !slices.Equal(first.reasons(), again.reasons()) {
		t.Errorf("asked for %q, problems %q, then %q", asked, first.reasons(), again.reasons())
	}
	s.put("/sport/3", story("Three"))
	c.now = func() time.Time { return time.Now().Add(2 * time.Hour) }
	if later := read(t, c, s.at("/feed")); len(later.articles) != 3 {
		t.Errorf("two hours later: %d articles, problems %q", len(later.articles), later.reasons())
	}
}

func TestRetryAfterIsSecondsOrATime(t *testing.T) {
	t.Parallel()
	now := time.Date(2024, 5, 3, 10, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{"120": 2 * time.Minute, "Fri, 03 May 2024 10:05:00 GMT": 5 * time.Minute,
		"Fri, 03 May 2024 09:00:00 GMT": 0, "999999999999": maxRetryAfter, "99999999": maxRetryAfter} {
		if got, ok := retryAfter(value, now); !ok || got != want {
			t.Errorf("%q: %s, %v", value, got, ok)
		}
	}
	for _, value := range []string{"", "soon", "-5"} {
		if _, ok := retryAfter(value, now); ok {
			t.Errorf("%q was read", value)
		}
	}
}

func TestRedirectsAreFollowedWithinBounds(t *testing.T) {
	t.Parallel()
	s := newSite(t, map[string]string{"/new": story("Moved")})
	to := func(path string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, path, http.StatusFound) }
	}
	s.handle("/old", to("/new"))
	s.handle("/loop", to("/loop"))
	s.handle("/file", to("file:///etc/passwd"))
	s.handle("/nowhere", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusFound) })
	got := read(t, testClient(Options{}), s.at("/old"), s.at("/loop"), s.at("/file"), s.at("/nowhere"))
	if len(got.articles) != 1 || got.articles[0].URL != s.URL+"/new" {
		t.Errorf("got %+v", got.articles)
	}
	want := []string{"leads on more than 5 times", "file:///etc/passwd is no http or https address", "leads on to nowhere"}
	for i, r := range got.reasons() {
		if !strings.Contains(r, want[i]) {
			t.Errorf("got %q, want %q", r, want[i])
		}
	}
}

func TestHostileServersAreGivenUpWithAReason(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	s.handle("/slow", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			_, _ = io.WriteString(w, "<p>")
			w.(http.Flusher).Flush()
			time.Sleep(20 * time.Millisecond)
		}
	})
	s.handle("/silent", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	s.handle("/endless", func(w http.ResponseWriter, _ *http.Request) {
		for {
			if _, err := io.WriteString(w, strings.Repeat("<item>", 1000)); err != nil {
				return
			}
		}
	})
	s.handle("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		out := gzip.NewWriter(w)
		for range 20 {
			_, _ = io.WriteString(out, strings.Repeat("\x00", 1<<16))
		}
		_ = out.Close()
	})
	s.handle("/image", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "image/png")
		_, _ = io.WriteString(w, "PNG")
	})
	s.handle("/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		_, _ = io.WriteString(w, "<p>")
	})
	s.handle("/error", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	s.handle("/closed", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	s.put("/broken.xml", "<rss version=\"2.0\"><channel><item><title>x")
	s.put("/many.xml", `<urlset>`+strings.Repeat("<url><loc>x</loc></url>", 10)+"<url>")
	s.put("/empty", "")
	c := testClient(Options{Timeout: time.Second, MaxBytes: 1 << 20})
	for path, want := range map[string]string{
		"/slow": "takes more than 1s", "/silent": "takes more than 1s", "/endless": "over the limit of 1048576 bytes",
		"/bomb": "over the limit of 1048576 bytes", "/image": "is \"image/png\", not a page", "/cut": "cannot be fetched: unexpected EOF",
		"/error": "has an error of its own (500)", "/closed": "refuses to show it (403)", "/gone": "is not there any more (404)",
		"/broken.xml": "is no feed that can be read", "/many.xml": "is no sitemap that can be read", "/empty": "",
	} {
		got := read(t, c, s.at(path))
		if r := got.reasons(); len(got.articles) > 0 || len(r) != 1 || !strings.Contains(r[0], want) {
			t.Errorf("%s: %d articles, problems %q", path, len(got.articles), r)
		}
	}
}

func TestListsAreBounded(t *testing.T) {
	t.Parallel()
	var m strings.Builder
	pages := map[string]string{}
	for i := range 30 {
		fmt.Fprintf(&m, "<url><loc>SITE/%02d</loc><lastmod>2024-05-%02d</lastmod></url>", i, i+1)
		pages[fmt.Sprintf("/%02d", i)] = story(fmt.Sprint("Story ", i))
	}
	pages["/map.xml"] = "<urlset>" + m.String() + "</urlset>"
	s := newSite(t, pages)
	got := read(t, testClient(Options{MaxPages: 3}), s.at("/map.xml"))
	if asked := s.requests(); !slices.Equal(asked, []string{"/27", "/28", "/29", "/map.xml"}) {
		t.Errorf("asked for %q", asked)
	}
	if r := got.reasons(); len(r) != 1 || !strings.Contains(r[0], "lists 30 pages: the newest 3 are read") {
		t.Errorf("problems %v", r)
	}
}

func TestReadingEndsWithTheContext(t *testing.T) {
	t.Parallel()
	s := newSite(t, map[string]string{"/feed": rss, "/news/1": story("One")})
	ctx, cancel := context.WithCancel(t.Context())
	s.handle("/news/2", func(_ http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() })
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range testClient(Options{}).Listing([]corpus.Location{s.at("/feed")}).Articles(ctx, corpus.Options{}, nil) {
		}
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("still reading")
	}
}

func TestPrivateAddressesAreRefused(t *testing.T) {
	t.Parallel()
	for _, a := range strings.Fields("127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 100.100.100.200 0.0.0.0 0.1.2.3 224.0.0.1 255.255.255.255 " +
		"198.18.0.1 168.63.129.16 ::1 :: fe80::1 fe80::1%eth0 fd00:ec2::254 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2001::1 fec0::1") {
		if isPublic(netip.MustParseAddr(a)) {
			t.Errorf("%s is taken for public", a)
		}
	}
	for _, a := range strings.Fields("1.1.1.1 93.184.215.14 172.32.0.1 100.128.0.1 2606:4700::1111 ::ffff:1.1.1.1") {
		if !isPublic(netip.MustParseAddr(a)) {
			t.Errorf("%s is taken for private", a)
		}
	}
	s := newSite(t, map[string]string{"/page": story("Secret")})
	_, port, _ := strings.Cut(strings.TrimPrefix(s.URL, "http://"), ":")
	for _, place := range []string{s.URL + "/page", "http://localhost:" + port + "/page", "http://[::ffff:127.0.0.1]:" + port + "/page",
		"http://2130706433:" + port + "/page", "http://0x7f.1:" + port + "/page", "http://printer.local/", "http://metadata.google.internal/"} {
		got := read(t, New(Options{Pause: time.Millisecond}), corpus.Location{Place: place})
		if len(got.articles) > 0 || len(got.problems) != 1 {
			t.Errorf("%s: %d articles, problems %v", place, len(got.articles), got.problems)
		}
	}
	if asked := s.requests(); len(asked) > 0 {
		t.Errorf("asked for %q", asked)
	}
	got := read(t, New(Options{}), corpus.Location{Place: "http://user:secret@example.org/"})
	if r := got.reasons(); len(r) != 1 || !strings.Contains(r[0], "has a user name in it") {
		t.Errorf("problems %q", r)
	}
}
