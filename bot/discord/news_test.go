package discord

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"storybot/bot"
)

// newsroom has digests to send until they are sent.
type newsroom struct {
	mu    sync.Mutex
	due   []bot.Digest
	heard []string // what was said of digests and places, in order
}

func (n *newsroom) Digests(context.Context) ([]bot.Digest, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return slices.Clone(n.due), nil
}

func (n *newsroom) Sent(id string) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.due = slices.DeleteFunc(n.due, func(d bot.Digest) bool { return d.ID == id })
	n.heard = append(n.heard, "sent "+id)
	return nil
}

func (n *newsroom) Leave(place string) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.heard = append(n.heard, "left "+place)
	return nil
}

// wait waits until so much was said.
func (n *newsroom) wait(t *testing.T, most int) []string {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		n.mu.Lock()
		heard := slices.Clone(n.heard)
		n.mu.Unlock()
		if len(heard) >= most {
			return heard
		}
	}
	t.Fatal("nothing was heard of the news")
	return nil
}

func digestOf(id, place string) bot.Digest {
	q := quote("The Harbour Bridge was closed to @everyone.")
	q.Label = "Harbour Bridge"
	return bot.Digest{ID: id, Place: place, Answer: bot.Answer{Answered: true, Title: "New on what is followed here", Quotes: []bot.Quote{q}}}
}

func TestNewsReachTheirChannelOnce(t *testing.T) {
	t.Parallel()
	f, n := newFake(t), &newsroom{due: []bot.Digest{digestOf("d1", "7001"), digestOf("d2", "7002")}}
	fails := 2
	f.refuse = func(r request) (int, string) {
		if r.path == "/channels/7002/messages" && fails > 0 {
			fails--
			return http.StatusBadGateway, "{}"
		}
		return 0, ""
	}
	ts := quick()
	ts.news = 10 * time.Millisecond
	start(t, f, newAnswerer(t), ts, Options{News: n})
	for _, place := range []string{"7001", "7002"} {
		r := f.next(place)
		expectText(t, r.body, "New on what is followed here", "Harbour Bridge", "> The Harbour Bridge was closed to")
		nonce, _ := r.body["nonce"].(string)
		if nonce == "" || len(nonce) > 25 || r.body["enforce_nonce"] != true {
			t.Errorf("nonce %q, enforced %v", nonce, r.body["enforce_nonce"])
		}
	}
	if got := n.wait(t, 2); !slices.Equal(got, []string{"sent d1", "sent d2"}) {
		t.Errorf("heard %q", got)
	}
}

func TestAChannelThatIsClosedHearsNoMore(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		status int
		body   string
	}{
		"it cannot be seen":       {http.StatusForbidden, `{"code": 50001, "message": "Missing Access"}`},
		"the bot may not speak":   {http.StatusForbidden, `{"code": 50013, "message": "Missing Permissions"}`},
		"it is gone":              {http.StatusNotFound, `{"code": 10003, "message": "Unknown Channel"}`},
		"it has become a forum":   {http.StatusBadRequest, `{"code": 40058, "message": "Cannot send a message in a forum channel"}`},
		"its thread is locked up": {http.StatusBadRequest, `{"code": 50083, "message": "Thread is archived"}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, n := newFake(t), &newsroom{due: []bot.Digest{digestOf("d1", "7001"), digestOf("d2", "7002")}}
			f.refuse = func(r request) (int, string) {
				if strings.HasPrefix(r.path, "/channels/7001/") {
					return row.status, row.body
				}
				return 0, ""
			}
			start(t, f, newAnswerer(t), quick(), Options{News: n})
			f.next("7002")
			if got := n.wait(t, 3); !slices.Equal(got, []string{"left 7001", "sent d1", "sent d2"}) {
				t.Errorf("heard %q", got)
			}
		})
	}
}

// countedNews tells how many messages had been tried when a round began, for the first rounds.
type countedNews struct {
	*newsroom
	tried  *atomic.Int32
	before chan int32
}

func (n *countedNews) Digests(ctx context.Context) ([]bot.Digest, error) {
	select {
	case n.before <- n.tried.Load():
	default:
	}
	return n.newsroom.Digests(ctx)
}

// A block of the whole address, or a route that is out of order, says nothing of a channel.
func TestARefusalOfAllNewsIsNoRefusalOfOneChannel(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		status int
		body   string
	}{
		"a block of the address": {http.StatusForbidden, `{"message": "internal network error", "code": 40333}`},
		"a page of a proxy":      {http.StatusForbidden, `<html>Sorry, you have been blocked</html>`},
		"no such route":          {http.StatusNotFound, `{"message": "404: Not Found", "code": 0}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var tried atomic.Int32
			f, n := newFake(t), &countedNews{newsroom: &newsroom{}, tried: &tried, before: make(chan int32, 2)}
			for i := range 10 {
				n.due = append(n.due, digestOf(fmt.Sprint("d", i), fmt.Sprint(7000+i)))
			}
			f.refuse = func(r request) (int, string) {
				if strings.HasPrefix(r.path, "/channels/") && tried.Add(1) <= mostFailures {
					return row.status, row.body
				}
				return 0, ""
			}
			ts := quick()
			ts.news = 10 * time.Millisecond
			start(t, f, newAnswerer(t), ts, Options{News: n})
			if first, second := <-n.before, <-n.before; first != 0 || second != mostFailures {
				t.Errorf("%d requests before the first round and %d before the second, want 0 and %d", first, second, mostFailures)
			}
			if got := n.wait(t, 10); got[0] != "sent d0" || len(got) != 10 || strings.Contains(fmt.Sprint(got), "left") {
				t.Errorf("heard %q", got)
			}
		})
	}
}

// brokenNews panics on the first look, and over the digest d1 after that.
type brokenNews struct {
	*newsroom
	looks atomic.Int32
}

func (n *brokenNews) Digests(ctx context.Context) ([]bot.Digest, error) {
	if n.looks.Add(1) == 1 {
		panic("a bug")
	}
	return n.newsroom.Digests(ctx)
}

func (n *brokenNews) Sent(id string) error {
	if id == "d1" {
		panic("another bug")
	}
	return n.newsroom.Sent(id)
}

func TestAPanicOverNewsEndsNothingElse(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	n := &brokenNews{newsroom: &newsroom{due: []bot.Digest{digestOf("d1", "7001"), digestOf("d2", "7002")}}}
	ts := quick()
	ts.news = 10 * time.Millisecond
	r := start(t, f, newAnswerer(t), ts, Options{News: n})
	if got := n.wait(t, 1); got[0] != "sent d2" {
		t.Errorf("heard %q", got)
	}
	expect(t, f.next(f.ask(f.connected(), "who", map[string]any{"name": "bridge"}, nil)), respondMessage, false, "Harbour Bridge")
	for _, want := range []string{"the news could not be put together", "a bug", "another bug"} {
		if !strings.Contains(r.log.String(), want) {
			t.Errorf("no %q in the log", want)
		}
	}
}

func TestNewsThatDiscordDoesNotUnderstandArePlainAndThenGivenUp(t *testing.T) {
	t.Parallel()
	f, n := newFake(t), &newsroom{due: []bot.Digest{digestOf("d1", "7001"), digestOf("d2", "7002")}}
	f.refuse = func(r request) (int, string) {
		flags, _ := r.body["flags"].(float64)
		if strings.HasPrefix(r.path, "/channels/7001/") || strings.HasPrefix(r.path, "/channels/7002/") && int(flags)&flagComponents != 0 {
			return http.StatusBadRequest, `{"code": 50035, "message": "Invalid Form Body"}`
		}
		return 0, ""
	}
	start(t, f, newAnswerer(t), quick(), Options{News: n})
	r := f.next("7002")
	if text, _ := r.body["content"].(string); !strings.Contains(text, "The Harbour Bridge was closed") {
		t.Errorf("plain content %q", text)
	}
	if got := n.wait(t, 2); !slices.Equal(got, []string{"sent d1", "sent d2"}) {
		t.Errorf("heard %q", got)
	}
}

func TestOnlyWhatCanBeSentIsFollowed(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	start(t, f, newAnswerer(t), quick(), Options{})
	s := f.connected()
	const view, send, sendInThreads, administrator = 1 << 10, 1 << 11, 1 << 38, 1 << 3
	for _, row := range []struct {
		channel int // its type
		bits    any
		may     bool
	}{
		{0, view | send, true}, {0, view, false}, {0, send, false}, {0, administrator, true}, {0, nil, true}, {0, 0, false},
		{11, view | send, false}, {11, view | sendInThreads, true}, {5, view | send, true},
	} {
		more := manager()
		more["channel"] = map[string]any{"id": "7", "type": row.channel}
		if row.bits != nil {
			more["app_permissions"] = fmt.Sprint(row.bits)
		}
		r := f.next(f.ask(s, "follow", map[string]any{"topic": "bridge"}, more))
		want := "Harbour Bridge"
		if !row.may {
			want = "News could not be sent here"
		}
		expect(t, r, respondMessage, !row.may, want)
		if !row.may {
			more["app_permissions"] = fmt.Sprint(administrator)
			expect(t, f.next(f.press(s, r.data(), button(r.data(), "Try again"), more)), respondMessage, true, "Harbour Bridge")
		}
	}
}

// ballot keeps votes.
type ballot struct {
	mu    sync.Mutex
	votes []string
}

func (b *ballot) Vote(reader, line string, q bot.Quote, good bool) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	mark := "+"
	if !good {
		mark = "-"
	}
	b.votes = append(b.votes, reader+mark+line+" "+q.Text)
	return nil
}

func TestVotesAreKeptWithTheFirstQuote(t *testing.T) {
	t.Parallel()
	f, votes := newFake(t), &ballot{}
	start(t, f, newAnswerer(t), quick(), Options{Votes: votes})
	s := f.connected()
	shown := f.next(f.ask(s, "who", map[string]any{"name": "bridge"}, nil)).data()
	expect(t, f.next(f.press(s, shown, button(shown, "👎"), nil)), respondMessage, true, "Thank you")
	expect(t, f.next(f.press(s, shown, button(shown, "👍"), reader("42"))), respondMessage, true, "Thank you")
	votes.mu.Lock()
	defer votes.mu.Unlock()
	quoted := " The Harbour Bridge is a crossing of steel and glass. It opened in May."
	if want := []string{fakeAskedBy + "-/who bridge" + quoted, "42+/who bridge" + quoted}; !slices.Equal(votes.votes, want) {
		t.Errorf("kept %q, want %q", votes.votes, want)
	}
	if other := f.next(f.ask(s, "timeline", map[string]any{"topic": "bridge"}, nil)).data(); button(other, "👍") != "" {
		t.Error("a timeline has no first quote to vote on")
	}
}
