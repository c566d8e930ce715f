package discord

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"sync"
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
	f, n := newFake(t), &newsroom{due: []bot.Digest{digestOf("d1", "7001"), digestOf("d2", "7002")}}
	f.refuse = func(r request) (int, string) {
		if strings.HasPrefix(r.path, "/channels/7001/") {
			return http.StatusForbidden, `{"code": 50001, "message": "Missing Access"}`
		}
		return 0, ""
	}
	start(t, f, newAnswerer(t), quick(), Options{News: n})
	f.next("7002")
	if got := n.wait(t, 3); !slices.Equal(got, []string{"left 7001", "sent d1", "sent d2"}) {
		t.Errorf("heard %q", got)
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
