package discord

import (
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// seen remembers the last interactions, for Discord may deliver one several times.
type seen struct {
	mu   sync.Mutex
	ids  map[string]bool
	ring []string
	next int
}

func newSeen(most int) *seen {
	return &seen{ids: make(map[string]bool, most), ring: make([]string, most)}
}

// first says whether the id is new, and remembers it.
func (s *seen) first(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ids[id] {
		return false
	}
	delete(s.ids, s.ring[s.next])
	s.ring[s.next], s.ids[id] = id, true
	s.next = (s.next + 1) % len(s.ring)
	return true
}

// clock tells Discord's time, by the Date of its replies: ours may be wrong, and an
// interaction must not be taken for a late one because of that.
type clock struct {
	base  http.RoundTripper
	ahead atomic.Pointer[time.Duration] // of us; nil as long as Discord has not answered
}

// RoundTrip sends the request and reads the time of the reply. A limit that is told by
// what stands before Discord, in no JSON, is an *apiError: the library cannot read it.
func (c *clock) RoundTrip(r *http.Request) (*http.Response, error) {
	reply, err := c.base.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	if date, err := http.ParseTime(reply.Header.Get("Date")); err == nil {
		ahead := time.Until(date)
		c.ahead.Store(&ahead)
	}
	seconds, err := strconv.Atoi(reply.Header.Get("Retry-After"))
	if reply.StatusCode == http.StatusTooManyRequests && err == nil && !strings.Contains(reply.Header.Get("Content-Type"), "json") {
		_ = reply.Body.Close()
		return nil, &apiError{status: reply.StatusCode, message: "rate limited", after: time.Duration(seconds) * time.Second}
	}
	return reply, nil
}

// now is Discord's time, as far as it is known.
func (c *clock) now() time.Time {
	if ahead := c.ahead.Load(); ahead != nil {
		return time.Now().Add(*ahead)
	}
	return time.Now()
}

// Bounds of lateness. Past three seconds an interaction cannot be answered any more;
// Discord's Date has whole seconds. An id that is older than a token lives is not a time
// that can be trusted: what would deliver it?
const (
	lateFrom  = 5 * time.Second
	lateUntil = 15 * time.Minute
)

// late says whether the interaction came too late to be answered.
func (c *clock) late(in interaction) bool {
	ahead, sent := c.ahead.Load(), in.sent()
	if ahead == nil || sent.IsZero() {
		return false
	}
	age := in.received.Add(*ahead).Sub(sent)
	return age > lateFrom && age <= lateUntil
}
