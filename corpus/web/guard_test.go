package web

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"storybot/corpus"
)

// onlyFirst takes 127.0.0.1 for the public web, and all else of this machine for private.
func onlyFirst(a netip.Addr) bool { return a == netip.MustParseAddr("127.0.0.1") }

// guarded is a client to whom 127.0.0.1 is the public web.
func guarded() *Client {
	c := New(Options{Pause: time.Millisecond})
	c.allowed = onlyFirst
	return c
}

// second starts a server on 127.0.0.2 that counts its visits.
func second(t *testing.T) (address string, visits *atomic.Int32) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.2:0")
	if err != nil {
		t.Skip("no second address: ", err)
	}
	visits = new(atomic.Int32)
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		visits.Add(1)
		_, _ = io.WriteString(w, story("Secret"))
	}))
	s.Listener.Close()
	s.Listener = l
	s.Start()
	t.Cleanup(s.Close)
	return s.URL, visits
}

func TestRedirectsAndFeedsDoNotLeadToPrivateAddresses(t *testing.T) {
	t.Parallel()
	secret, visits := second(t)
	s := newSite(t, map[string]string{"/feed": `<rss version="2.0"><channel><title>x</title><item><link>` + secret + `/</link></item></channel></rss>`, "/ok": story("Open")})
	s.handle("/lead", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, secret+"/", http.StatusMovedPermanently)
	})
	got := read(t, guarded(), s.at("/lead"), s.at("/feed"), s.at("/ok"))
	if len(got.articles) != 1 || visits.Load() > 0 {
		t.Errorf("%d articles, %d visits", len(got.articles), visits.Load())
	}
	for _, r := range got.reasons() {
		if !strings.Contains(r, "private network") {
			t.Errorf("problem %q", r)
		}
	}
}

// names answers every question for an address: 127.0.0.1 the first time, 127.0.0.2 from then on.
type names struct {
	mu    sync.Mutex
	asked int
}

// resolver returns a resolver that asks n.
func (n *names) resolver(t *testing.T) *net.Resolver {
	t.Helper()
	in, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	go func() {
		for b := make([]byte, 1024); ; {
			size, from, err := in.ReadFrom(b)
			if err != nil {
				return
			}
			if answer := n.answer(b[:size]); answer != nil {
				_, _ = in.WriteTo(answer, from)
			}
		}
	}()
	var d net.Dialer
	address := in.LocalAddr().String()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) { return d.DialContext(ctx, "udp", address) }}
}

// answer answers a question.
func (n *names) answer(question []byte) []byte {
	var m dnsmessage.Message
	if m.Unpack(question) != nil || len(m.Questions) != 1 {
		return nil
	}
	m.Response, m.Authoritative = true, true
	m.Additionals = nil
	if q := m.Questions[0]; q.Type == dnsmessage.TypeA {
		n.mu.Lock()
		n.asked++
		last := byte(min(n.asked, 2))
		n.mu.Unlock()
		m.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}, Body: &dnsmessage.AResource{A: [4]byte{127, 0, 0, last}}}}
	}
	out, err := m.Pack()
	if err != nil {
		return nil
	}
	return out
}

func TestNameThatLeadsElsewhereTheNextTimeIsCheckedAgain(t *testing.T) {
	t.Parallel()
	s := newSite(t, map[string]string{"/page": story("Open"), "/next": story("Next")})
	_, port, err := net.SplitHostPort(strings.TrimPrefix(s.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	c := guarded()
	direct := c.direct.(*http.Transport)
	direct.DisableKeepAlives = true // so that each request connects anew
	n := &names{}
	d := &net.Dialer{Control: c.check, Resolver: n.resolver(t)}
	direct.DialContext = d.DialContext
	got := read(t, c, corpus.Location{Place: "http://rebound.example:" + port + "/page"})
	if len(got.articles) > 0 || len(got.reasons()) != 1 || !strings.Contains(got.reasons()[0], "private network") {
		t.Errorf("%d articles, problems %q", len(got.articles), got.reasons())
	}
	if asked := s.requests(); len(asked) > 0 { // robots.txt was, at the first address
		t.Errorf("asked for %q", asked)
	}
}

func TestProxyIsUsedAndAddressesAreCheckedBeforeIt(t *testing.T) {
	t.Parallel()
	var asked atomic.Int32
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "robots.txt") {
			http.NotFound(w, r)
			return
		}
		asked.Add(1)
		_, _ = io.WriteString(w, story("Through "+r.URL.Host))
	}))
	t.Cleanup(proxy.Close)
	at, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	c := New(Options{Pause: time.Millisecond, Proxy: http.ProxyURL(at)})
	got := read(t, c, corpus.Location{Place: "http://paper.example/1"}, corpus.Location{Place: "http://169.254.169.254/latest"})
	if len(got.articles) != 1 || got.articles[0].Title != "Through paper.example" || asked.Load() != 1 {
		t.Errorf("%d articles, %d requests, problems %v", len(got.articles), asked.Load(), got.reasons())
	}
}

func FuzzFeed(f *testing.F) {
	f.Add([]byte(rss))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1","items":[{"url":"x"}]}`))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="//x"/></entry></feed>`))
	f.Add([]byte(`<urlset><url><loc>/a</loc></url></urlset>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c := guarded()
		found, err := c.parse(t.Context(), Record{URL: "https://paper.example/feed", Body: data})
		if err != nil || found == nil {
			return
		}
		for _, l := range found.links {
			if !IsAddress(l.url) {
				t.Errorf("the link %q", l.url)
			}
		}
	})
}

func FuzzStore(f *testing.F) {
	f.Add([]byte("\x1f\x8b"))
	f.Fuzz(func(_ *testing.T, data []byte) { _, _ = unpacked(data) })
}
