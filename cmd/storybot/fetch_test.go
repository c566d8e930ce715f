package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"storybot/bot"
	"storybot/corpus"
	"storybot/corpus/web"
)

const ferryPage = `<!doctype html><html><head><title>The ferry is sold</title><meta property="og:site_name" content="Ellery Post">
<meta property="article:published_time" content="2025-03-03"></head><body><article><h1>The ferry is sold</h1>
<p>Ann Abbott sold the ferry Aurora to the town of Lowestead on Monday. The town paid two million for it, a clerk said.</p>
<p>The ferry has crossed the strait for forty years. Its crew of twelve stays on board, and the first crossing is planned for May.</p>
<p>Abbott, who inherited the ferry from her father, said that she would spend the money on a smaller boat and a long journey.</p>
</article></body></html>`

// worldwide is a fetcher whose web is a test's, reached through a proxy as any host may be.
func worldwide(t *testing.T) *fetcher {
	t.Helper()
	const limit = 100_000
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lead := map[string]string{
			"/metadata": "http://169.254.169.254/latest/", "/here": "http://127.0.0.1:1/", "/named": "http://localhost/", "/six": "http://[::1]/",
			"/cloud": "http://metadata.google.internal/", "/file": "file:///etc/passwd", "/round": "/round", "/twice": "/metadata", "/fine": "/ferry",
		}
		switch to, leads := lead[r.URL.Path]; {
		case leads:
			http.Redirect(w, r, to, http.StatusFound)
		case r.URL.Path == "/ferry":
			fmt.Fprint(w, ferryPage)
		case r.URL.Path == "/huge":
			fmt.Fprint(w, strings.Repeat("<p>Ann Abbott sold the ferry.</p>", limit))
		case r.URL.Path == "/picture":
			w.Header().Set("Content-Type", "image/png")
			fmt.Fprint(w, "\x89PNG")
		case r.URL.Path == "/empty":
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(proxy.Close)
	at, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	client := web.New(web.Options{Proxy: http.ProxyURL(at), Pause: time.Millisecond, MaxBytes: limit})
	p := &places{options: corpus.Options{MaxBytes: limit}, client: func() (*web.Client, error) { return client, nil }}
	return &fetcher{places: p, maxBytes: limit}
}

// mistakeOf returns the words of an error that a reader is shown.
func mistakeOf(err error) string {
	var mistake *bot.ReaderError
	if errors.As(err, &mistake) {
		return mistake.Message
	}
	return fmt.Sprintf("no mistake: %v", err)
}

func TestAPageIsFetchedWithItsSource(t *testing.T) {
	t.Parallel()
	f := worldwide(t)
	for _, address := range []string{"http://news.example/ferry", "<http://news.example/fine>"} {
		a, err := f.fetch(t.Context(), bot.Offer{URL: address})
		if err != nil || a.Title != "The ferry is sold" || a.Outlet != "Ellery Post" || a.Published.Format(time.DateOnly) != "2025-03-03" ||
			!strings.HasPrefix(a.Text, "Ann Abbott sold") || a.URL != "http://news.example/ferry" {
			t.Errorf("%s: %+v, %v", address, a, err)
		}
	}
}

func TestNoPageLeadsToAPrivateAddressOrWithoutBounds(t *testing.T) {
	t.Parallel()
	f := worldwide(t)
	const private = "is an address of a private network"
	for address, want := range map[string]string{
		"http://news.example/metadata": private,
		"http://news.example/twice":    private,
		"http://news.example/here":     private,
		"http://news.example/named":    private,
		"http://news.example/six":      private,
		"http://news.example/cloud":    private,
		"http://10.0.0.1/":             private,
		"http://[::ffff:127.0.0.1]/":   private,
		"http://news.example/file":     "no http or https address",
		"http://me@news.example/ferry": "has a user name in it",
		"http://news.example/round":    "leads on more than",
		"http://news.example/huge":     "over the limit",
		"http://news.example/picture":  "not a page",
		"http://news.example/empty":    "can be read",
		"http://news.example/none":     "not there any more",
		"http://":                      "has no host",
		"news.example/ferry":           "begins with http",
		"/etc/passwd":                  "begins with http",
	} {
		if a, err := f.fetch(t.Context(), bot.Offer{URL: address}); !strings.Contains(mistakeOf(err), want) {
			t.Errorf("%s: %+v, %s; want %q", address, a.Source, mistakeOf(err), want)
		}
	}
}

func TestAFileIsKnownByWhatItSays(t *testing.T) {
	t.Parallel()
	f := worldwide(t)
	dir := t.TempDir()
	at := filepath.Join(dir, "other name.txt")
	const text = "Ann Abbott sold the ferry on Monday."
	if err := os.WriteFile(at, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	sent, err := f.fetch(t.Context(), bot.Offer{File: "../../notice.txt", Data: []byte(text)})
	if err != nil || sent.Text != text || sent.Path != "added/notice.txt" {
		t.Errorf("%+v, %v", sent, err)
	}
	read, err := f.fetch(t.Context(), bot.Offer{File: at})
	if err != nil || read.ID != sent.ID || read.Text != text {
		t.Errorf("%+v, %v", read, err)
	}
	other, err := f.fetch(t.Context(), bot.Offer{File: "notice.txt", Data: []byte("Other words.")})
	if err != nil || other.ID == sent.ID {
		t.Errorf("%+v, %v", other, err)
	}
}

func TestAFileThatIsNoArticleIsRefused(t *testing.T) {
	t.Parallel()
	f := worldwide(t)
	for _, c := range []struct{ name, data, want string }{
		{"big.txt", strings.Repeat("word ", 50_000), "larger than"},
		{"a.exe", "MZ", "no article can be read from a.exe"},
		{"none", "text", "no article can be read from none"},
		{"../../../etc/passwd", "text", "no article can be read from passwd"},
		{"empty.txt", "", "is empty"},
		{"two.jsonl", "{\"text\":\"One stands here.\"}\n{\"text\":\"Two stands here.\"}\n", "more than one article"},
		{"broken.json", "{", "no article can be read from broken.json"},
		{"bomb.txt.gz", "\x1f\x8b", "cannot be read"},
	} {
		a, err := f.fetch(t.Context(), bot.Offer{File: c.name, Data: []byte(c.data)})
		if got := mistakeOf(err); !strings.Contains(got, c.want) || strings.Contains(got, os.TempDir()) {
			t.Errorf("%s: %+v, %s; want %q", c.name, a, got, c.want)
		}
	}
}

func FuzzTheEndOfANameLeadsNowhere(f *testing.F) {
	for _, name := range []string{"a.txt", "a.md.gz", "../b", "c.t/x\\t", "d.\x00", ".gz", "e.ﬁ"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if end := endOf(name); strings.ContainsAny(end, "/\\\x00") || filepath.Base("article"+end) != "article"+end {
			t.Errorf("%q ends in %q", name, end)
		}
	})
}

func TestAReaderWhoLeavesEndsTheFetching(t *testing.T) {
	t.Parallel()
	f := worldwide(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.fetch(ctx, bot.Offer{URL: "http://news.example/ferry"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestAFileIsReadWholeThoughARefreshUnderWayKnowsIt(t *testing.T) {
	t.Parallel()
	const text = "Ann Abbott sold the ferry Aurora to the town."
	at := filepath.Join(t.TempDir(), "notice.txt")
	if err := os.WriteFile(at, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour) // else its stamp is not relied on
	if err := os.Chtimes(at, old, old); err != nil {
		t.Fatal(err)
	}
	f := worldwide(t)
	f.places.options.Known = func(string, string) (id, content string, ok bool) { return "known", "00", true }
	a, err := f.fetch(t.Context(), bot.Offer{File: at})
	if err != nil || a.Text != text || a.Unchanged {
		t.Errorf("%+v, %v", a, err)
	}
}
