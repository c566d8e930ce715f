// Package web lists articles of the web: a page, the pages of a feed, those of a sitemap. It
// asks no more of a site than a polite reader would: robots.txt is obeyed, requests to one
// host are spaced, what has not changed is not sent again, and what takes too long or is
// too large is given up with a reason. It reaches no address of the network it runs in. It
// does not know what an article is: package corpus reads the pages that it fetches.
package web

import (
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"sync"
	"time"

	"storybot/corpus"
)

// Options say how the web is read. The zero value reads with the defaults.
type Options struct {
	// Store remembers what was fetched; nil: in memory, until the program ends.
	Store Store
	// Private allows addresses of private networks and of this machine.
	Private bool
	// Proxy returns the proxy of a request, as of http.Transport; nil: none is used. Through
	// a proxy only what an address says of itself can be checked, not where it leads.
	Proxy func(*http.Request) (*url.URL, error)
	// MaxBytes limits a page, a feed or a sitemap after decompression; 0:
	// corpus.DefaultMaxBytes.
	MaxBytes int64
	// MaxPages limits the pages of one feed or sitemap, the newest first; 0: 1,000.
	MaxPages int
	// Pause is the least time between two requests to one host; 0: a second.
	Pause time.Duration
	// Timeout limits one request with its answer; 0: 30 seconds.
	Timeout time.Duration
	// Log is told what goes wrong beside the articles; nil: nobody is.
	Log *slog.Logger
}

// Defaults of Options.
const (
	maxPages = 1000
	pause    = time.Second
	timeout  = 30 * time.Second
)

// Requests call themselves agent, and robots.txt may give rules for robot.
const (
	robot = "storybot"
	agent = robot + "/1.0"
)

// Client reads the web. It may be used by several goroutines at once.
type Client struct {
	options Options
	direct  http.RoundTripper // checks every address that it connects to
	proxied http.RoundTripper
	allowed func(netip.Addr) bool
	now     func() time.Time

	mu     sync.Mutex
	hosts  map[string]*host
	failed map[string]attempt // pages that gave nothing
}

// New returns a client.
func New(o Options) *Client {
	if o.Store == nil {
		o.Store = NewMemory()
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = corpus.DefaultMaxBytes
	}
	if o.MaxPages <= 0 {
		o.MaxPages = maxPages
	}
	if o.Pause <= 0 {
		o.Pause = pause
	}
	if o.Timeout <= 0 {
		o.Timeout = timeout
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	c := &Client{options: o, allowed: isPublic, now: time.Now, hosts: map[string]*host{}, failed: map[string]attempt{}}
	if o.Private {
		c.allowed = func(netip.Addr) bool { return true }
	}
	c.direct, c.proxied = c.transport(true), c.transport(false)
	return c
}

// IsAddress says whether a location is an address of the web rather than a file.
func IsAddress(location string) bool {
	u, err := url.Parse(location)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https")
}
