package discord

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// These tests run one after another, for the library's log hook is one for the process.

// answers fails unless the connection carries a question and its answer.
func answers(t *testing.T, f *fake, s *socket) {
	t.Helper()
	token := f.ask(s, "who", map[string]any{"name": "bridge"}, nil)
	expect(t, f.next(token), respondMessage, false, "Harbour Bridge")
}

func TestGatewayConnectsAgain(t *testing.T) {
	f := newFake(t)
	f.heartbeat = 40 * time.Millisecond
	ts := quick()
	ts.connection.silence = time.Second
	start(t, f, newAnswerer(t), ts, Options{})
	s := f.connected()
	answers(t, f, s)
	for i, row := range []struct {
		why  string
		lose func()
	}{
		{"the line drops", func() { s.conn.NetConn().Close() }},
		{"asked to reconnect", func() { s.send(map[string]any{"op": 7, "d": nil}) }},
		{"invalid session", func() { s.send(map[string]any{"op": 9, "d": false}) }},
		{"a close that may pass", func() { s.closeWith(4000) }},
		{"heartbeats go unanswered", func() { f.muted.Store(true) }},
	} {
		row.lose()
		s = f.connected()
		f.muted.Store(false)
		answers(t, f, s)
		if n := f.identifies.Load(); n != int32(i+2) {
			t.Fatalf("%s: %d IDENTIFYs, want one a connection", row.why, n)
		}
	}
}

// The library deadlocks on the first of these, identifies for ever on the second, and
// waits for ever on the third.
func TestGatewayConnectsAgainWhereReadyShouldCome(t *testing.T) {
	f := newFake(t)
	f.identified = func(n int, s *socket) bool {
		switch n {
		case 1:
			s.send(map[string]any{"op": 7, "d": nil})
		case 2:
			s.send(map[string]any{"op": 9, "d": false})
		}
		return n > 3
	}
	ts := quick()
	ts.connection.open = 200 * time.Millisecond
	start(t, f, newAnswerer(t), ts, Options{})
	answers(t, f, f.connected())
	if n := f.identifies.Load(); n != 4 {
		t.Errorf("%d IDENTIFYs, want one a connection", n)
	}
}

func TestGatewayEndsWhereConnectingAgainCannotHelp(t *testing.T) {
	for code, words := range map[int]string{4004: "refused the bot's token", 4011: "sharded", 4014: "intents"} {
		f := newFake(t)
		f.identified = func(_ int, s *socket) bool { s.closeWith(code); return false }
		err := start(t, f, newAnswerer(t), quick(), Options{}).wait(t)
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%d: %v", code, err)
		}
		if n := f.identifies.Load(); n != 1 {
			t.Errorf("%d: %d IDENTIFYs", code, n)
		}
	}
}

func TestGatewayEndsWhenTheTokenIsResetLater(t *testing.T) {
	f := newFake(t)
	r := start(t, f, newAnswerer(t), quick(), Options{})
	f.connected().closeWith(4004)
	if err := r.wait(t); err == nil || !strings.Contains(err.Error(), "refused the bot's token") {
		t.Errorf("Run: %v", err)
	}
}

func TestGatewayEndsOnAnUnauthorizedRequest(t *testing.T) {
	f := newFake(t)
	client := f.client()
	client.Transport = unauthorized{}
	err := run(t.Context(), newAnswerer(t), Options{Token: fakeToken, HTTP: client}, quick())
	if err == nil || !strings.Contains(err.Error(), "401") {
		t.Errorf("Run: %v", err)
	}
}

type unauthorized struct{}

func (unauthorized) RoundTrip(q *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusUnauthorized, Status: "401", Body: http.NoBody, Request: q}, nil
}

func TestBudgetSpacesConnectionsAndKeepsTheToken(t *testing.T) {
	t.Parallel()
	var b budget
	now := time.Date(2021, 3, 1, 0, 0, 0, 0, time.UTC)
	const spacing = 5 * time.Second
	for i := range maxIdentifies {
		wait := b.wait(now, spacing)
		if want := map[bool]time.Duration{true: 0, false: spacing}[i == 0]; wait != want {
			t.Fatalf("connection %d waits %v, want %v", i, wait, want)
		}
		now = now.Add(wait)
		b.spend(now)
	}
	day := time.Date(2021, 3, 2, 0, 0, 0, 0, time.UTC)
	if wait := b.wait(now, spacing); !now.Add(wait).Equal(day) {
		t.Errorf("connection %d of the day after %v", maxIdentifies+1, wait)
	}
	b.spend(day)
	if wait := b.wait(day, spacing); wait != spacing || len(b.times) != maxIdentifies {
		t.Errorf("the next after %v; %d times are kept", wait, len(b.times))
	}
}

func TestPauseGrowsToItsBound(t *testing.T) {
	t.Parallel()
	g := &gateway{timing: defaultConnectionTiming()}
	for bad := range 100 {
		full := min(time.Second<<min(bad, 10), g.timing.lastPause)
		if p := g.pause(bad); p < full/2 || p > full {
			t.Errorf("pause %d is %v, want %v to %v", bad, p, full/2, full)
		}
	}
}
