package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
)

const (
	maxRedirects = 5
	// maxRobots is the most bytes of a robots.txt that are read (RFC 9309, section 2.5, asks
	// for at least this).
	maxRobots = 500 << 10
	// longestWait is how long a site may ask to be waited for within one refresh.
	longestWait = 10 * time.Second
)

// failure says why an address gives nothing.
type failure struct {
	reason string
	gone   bool // the site says that it is there no more; else what was known may still hold
}

// Error returns the reason.
func (f *failure) Error() string { return f.reason }

// later returns a failure after which what was known may still hold.
func later(format string, args ...any) error { return &failure{reason: fmt.Sprintf(format, args...)} }

// get returns what stands at an address, as it was fetched now or before, where it has not
// changed. Its stamp is what the list that shows it says. Errors are failures, or those of
// ctx.
func (c *Client) get(ctx context.Context, address, stamp string) (Record, error) {
	old, known := c.options.Store.Get(address)
	at, err := url.Parse(address)
	if err != nil {
		return Record{}, later("is no address")
	}
	for range maxRedirects + 1 {
		if err := c.permit(ctx, at); err != nil {
			return Record{}, err
		}
		validators := Record{}
		if known {
			validators = old
		}
		got, next, err := c.once(ctx, at, validators)
		switch {
		case err != nil:
			return Record{}, err
		case next != nil:
			at = next
			continue
		case got == nil: // not changed
			got = &old
		}
		got.Fetched, got.Stamp = c.now(), stamp
		c.remember(address, *got)
		return *got, nil
	}
	return Record{}, later("leads on more than %d times", maxRedirects)
}

// remember keeps what was fetched. It can be fetched again, so that an error is no failure.
func (c *Client) remember(address string, r Record) {
	if err := c.options.Store.Put(address, r); err != nil {
		c.options.Log.Warn("a fetched page is not remembered", "error", err)
	}
}

// permit waits until a request may be made; an error says that it must not be.
func (c *Client) permit(ctx context.Context, at *url.URL) error {
	if err := c.checkURL(at); err != nil {
		return later("%s %s", at.Redacted(), err)
	}
	h := c.host(at)
	rules, err := c.rules(ctx, h, at)
	if err != nil {
		return err
	}
	if !rules.Test(at.RequestURI()) {
		return later("robots.txt of %s forbids to read it", at.Host)
	}
	return h.wait(ctx, c.now())
}

// once makes one request. It returns what it got, or where to go on; neither where
// nothing has changed since.
func (c *Client) once(ctx context.Context, at *url.URL, old Record) (*Record, *url.URL, error) {
	ctx, cancel := context.WithTimeout(ctx, c.options.Timeout)
	defer cancel()
	answer, err := c.request(ctx, at, old)
	if err != nil {
		return nil, nil, c.broken(ctx, err)
	}
	defer answer.Body.Close()
	switch code := answer.StatusCode; {
	case code == http.StatusNotModified && (old.ETag != "" || old.LastModified != ""):
		return nil, nil, nil
	case code >= 300 && code < 400:
		next, err := at.Parse(answer.Header.Get("Location"))
		if err != nil || answer.Header.Get("Location") == "" {
			return nil, nil, later("leads on to nowhere (%s)", answer.Status)
		}
		return nil, next, nil
	case code != http.StatusOK:
		return nil, nil, c.refused(at, answer)
	}
	body, err := limited(answer.Body, c.options.MaxBytes)
	if err != nil {
		return nil, nil, c.broken(ctx, err)
	}
	return &Record{ETag: answer.Header.Get("ETag"), LastModified: answer.Header.Get("Last-Modified"), URL: at.String(),
		Type: answer.Header.Get("Content-Type"), Body: body}, nil, nil
}

// request sends a request, which asks only for what has changed since old.
func (c *Client) request(ctx context.Context, at *url.URL, old Record) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("User-Agent", agent)
	r.Header.Set("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5")
	if old.ETag != "" {
		r.Header.Set("If-None-Match", old.ETag)
	}
	if old.LastModified != "" {
		r.Header.Set("If-Modified-Since", old.LastModified)
	}
	return c.roundTrip(r)
}

// limited reads all of body.
func limited(body io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(body, limit+1))
	if int64(len(data)) > limit {
		return nil, later("over the limit of %d bytes", limit)
	}
	return data, err
}

// refused says why an answer is not the page, and notes where its host wants to be left
// alone.
func (c *Client) refused(at *url.URL, answer *http.Response) error {
	wait, asked := retryAfter(answer.Header.Get("Retry-After"), c.now())
	switch code := answer.StatusCode; {
	case code == http.StatusNotFound || code == http.StatusGone:
		return &failure{reason: fmt.Sprintf("is not there any more (%d)", code), gone: true}
	case code == http.StatusTooManyRequests || code == http.StatusServiceUnavailable:
		if !asked {
			wait = time.Minute
		}
		c.host(at).block(c.now().Add(wait))
		return later("%s asks to be left alone for %s (%d)", at.Host, wait.Round(time.Second), code)
	case code == http.StatusUnauthorized || code == http.StatusForbidden || code == http.StatusPaymentRequired ||
		code == http.StatusUnavailableForLegalReasons:
		return later("%s refuses to show it (%d)", at.Host, code)
	case code >= 500:
		return later("%s has an error of its own (%d)", at.Host, code)
	}
	return later("%s answers with status %d", at.Host, answer.StatusCode)
}

// maxRetryAfter bounds what a host may ask for.
const maxRetryAfter = 24 * time.Hour

// retryAfter reads a Retry-After (RFC 9110, section 10.2.3).
func retryAfter(value string, now time.Time) (time.Duration, bool) {
	value = strings.TrimSpace(value)
	if seconds, err := strconv.Atoi(value); err == nil && seconds >= 0 {
		return min(time.Duration(min(seconds, int(maxRetryAfter/time.Second)))*time.Second, maxRetryAfter), true
	}
	if t, err := http.ParseTime(value); err == nil {
		return min(max(t.Sub(now), 0), maxRetryAfter), true
	}
	return 0, false
}

// broken words an error of the network.
func (c *Client) broken(ctx context.Context, err error) error {
	var failed *failure
	var name *net.DNSError
	var op *net.OpError
	switch {
	case errors.As(err, &failed):
		return failed
	case errors.Is(err, errPrivate):
		return later("leads to what %s", errPrivate)
	case errors.Is(ctx.Err(), context.Canceled):
		return ctx.Err()
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded):
		return later("takes more than %s", c.options.Timeout)
	case errors.As(err, &name):
		return later("the name %s is not known", name.Name)
	case errors.As(err, &op):
		return later("cannot be reached: %s", op.Err)
	}
	return later("cannot be fetched: %s", err)
}
