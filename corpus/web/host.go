package web

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
	"golang.org/x/time/rate"
)

// host is what is known of one host, so that it is treated politely.
type host struct {
	limiter *rate.Limiter

	mu      sync.Mutex
	blocked time.Time // until when it wants to be left alone

	robots  sync.Mutex // held while robots.txt is fetched
	rules   *robotstxt.Group
	failed  error
	fetched time.Time
}

// robotsFor is how long a robots.txt holds (RFC 9309, section 2.4: a day at most).
const robotsFor = 6 * time.Hour

// robotsAgain is after how long a robots.txt that could not be read is asked for again.
const robotsAgain = 10 * time.Minute

// maxHosts bounds how many hosts are remembered.
const maxHosts = 10_000

// host returns the host of an address.
func (c *Client) host(at *url.URL) *host {
	key := strings.ToLower(at.Scheme + "://" + at.Host)
	c.mu.Lock()
	defer c.mu.Unlock()
	h, ok := c.hosts[key]
	if !ok {
		if len(c.hosts) >= maxHosts {
			clear(c.hosts)
		}
		h = &host{limiter: rate.NewLimiter(rate.Every(c.options.Pause), 1)}
		c.hosts[key] = h
	}
	return h
}

// wait returns when the next request may be made, or with a failure where that is too long.
func (h *host) wait(ctx context.Context, now time.Time) error {
	h.mu.Lock()
	left := h.blocked.Sub(now)
	h.mu.Unlock()
	if left > longestWait {
		return later("the host asks to be left alone for %s more", left.Round(time.Second))
	}
	if left > 0 {
		select {
		case <-time.After(left):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return h.limiter.Wait(ctx)
}

// block notes until when the host wants to be left alone.
func (h *host) block(until time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if until.After(h.blocked) {
		h.blocked = until
	}
}

// rules returns what robots.txt says to us. Where the site has none everything is allowed;
// where it cannot be read nothing is (RFC 9309, section 2.3.1).
func (c *Client) rules(ctx context.Context, h *host, at *url.URL) (*robotstxt.Group, error) {
	h.robots.Lock()
	defer h.robots.Unlock()
	lasts := robotsFor
	if h.failed != nil {
		lasts = robotsAgain
	}
	if !h.fetched.IsZero() && c.now().Sub(h.fetched) < lasts {
		return h.rules, h.failed
	}
	rules, err := c.robots(ctx, h, &url.URL{Scheme: at.Scheme, Host: at.Host, Path: "/robots.txt"})
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	h.rules, h.failed, h.fetched = rules, err, c.now()
	if rules != nil && rules.CrawlDelay > c.options.Pause {
		h.limiter.SetLimit(rate.Every(min(rules.CrawlDelay, longestWait)))
	}
	return rules, err
}

// robots fetches a robots.txt.
func (c *Client) robots(ctx context.Context, h *host, at *url.URL) (*robotstxt.Group, error) {
	ctx, cancel := context.WithTimeout(ctx, c.options.Timeout)
	defer cancel()
	for range maxRedirects + 1 {
		if err := c.checkURL(at); err != nil {
			return nil, later("robots.txt leads to %s, which %s", at.Redacted(), err)
		}
		if err := h.wait(ctx, c.now()); err != nil {
			return nil, err
		}
		answer, err := c.request(ctx, at, Record{})
		if err != nil {
			return nil, c.broken(ctx, err)
		}
		body, err := io.ReadAll(io.LimitReader(answer.Body, maxRobots))
		answer.Body.Close()
		if err != nil {
			return nil, c.broken(ctx, err)
		}
		if next, err := at.Parse(answer.Header.Get("Location")); err == nil && answer.StatusCode/100 == 3 {
			at = next
			continue
		}
		return c.group(at, answer, body)
	}
	return everything(), nil // as RFC 9309, section 2.3.1.2, allows
}

// group returns the rules for us of an answer.
func (c *Client) group(at *url.URL, answer *http.Response, body []byte) (*robotstxt.Group, error) {
	if answer.StatusCode >= 500 || answer.StatusCode == http.StatusTooManyRequests {
		return nil, later("robots.txt of %s cannot be read (%d), so that nothing there is", at.Host, answer.StatusCode)
	}
	if answer.StatusCode != http.StatusOK {
		return everything(), nil
	}
	data, err := robotstxt.FromBytes(body)
	if err != nil {
		return everything(), nil
	}
	return data.FindGroup(robot), nil
}

// everything allows everything.
func everything() *robotstxt.Group {
	data, _ := robotstxt.FromBytes(nil)
	return data.FindGroup(robot)
}
