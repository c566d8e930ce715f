package discord

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// answers fails unless the connection carries a question and its answer.
func answers(t *testing.T, f *fake, s *socket) {
	t.Helper()
	token := f.ask(s, "who", map[string]any{"name": "bridge"}, nil)
	expect(t, f.next(token), respondMessage, false, "Harbour Bridge")
}

func TestGatewayConnectsAgain(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	f.heartbeat = 400 * time.Millisecond // the library itself gives up after five
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
	t.Parallel()
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
	ts.connection.open = time.Second
	start(t, f, newAnswerer(t), ts, Options{})
	answers(t, f, f.connected())
	if n := f.identifies.Load(); n != 4 {
		t.Errorf("%d IDENTIFYs, want one a connection", n)
	}
}

func TestGatewayEndsWhereConnectingAgainCannotHelp(t *testing.T) {
	t.Parallel()
	for code, words := range map[int]string{4004: "refused the bot's token", 4011: "more shards", 4014: "intents"} {
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
	t.Parallel()
	f := newFake(t)
	r := start(t, f, newAnswerer(t), quick(), Options{})
	f.connected().closeWith(4004)
	if err := r.wait(t); err == nil || !strings.Contains(err.Error(), "refused the bot's token") {
		t.Errorf("Run: %v", err)
	}
}

func TestGatewayEndsOnAnUnauthorizedRequest(t *testing.T) {
	t.Parallel()
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

func TestShardsConnectEachForItself(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	f.shards, f.atOnce = 3, 2
	file := filepath.Join(t.TempDir(), "budget.json")
	var status Status
	r := start(t, f, newAnswerer(t), quick(), Options{Budget: file, Status: &status})
	sockets := map[int]*socket{}
	for range 3 {
		s := f.connected()
		sockets[s.shard] = s
	}
	if len(sockets) != 3 || sockets[0].shards != 3 {
		t.Fatalf("sockets of shards %v", sockets)
	}
	for _, s := range sockets {
		answers(t, f, s)
	}
	// Each of these ends the connection of one shard; the others stay as they are.
	for i, lose := range []func(*socket){
		func(s *socket) { s.send(map[string]any{"op": 7, "d": nil}) },
		func(s *socket) { s.send(map[string]any{"op": 9, "d": false}) },
		func(s *socket) { s.closeWith(4000) },
		func(s *socket) { s.conn.NetConn().Close() },
	} {
		lose(sockets[i%3])
		again := f.connected()
		if again.shard != i%3 {
			t.Fatalf("loss %d: shard %d came again, want %d", i, again.shard, i%3)
		}
		sockets[i%3] = again
		for _, s := range sockets {
			answers(t, f, s)
		}
	}
	if n := f.identifies.Load(); n != 3+4 {
		t.Errorf("%d IDENTIFYs, want 7", n)
	}
	if up, heard := status.Connected(); up != 3 || time.Since(heard) > 10*time.Second {
		t.Errorf("%d shards are up, heard from %v", up, heard)
	}
	r.stop()
	r.wait(t)
	if up, _ := status.Connected(); up != 0 {
		t.Errorf("%d shards are up after the end", up)
	}
	if kept, err := newBudget(file, time.Now()); err != nil || len(kept.times) != 7 {
		t.Errorf("the file counts %d connections, %v", len(kept.times), err)
	}
}

func TestOneShardsFatalErrorEndsAll(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	r := start(t, f, newAnswerer(t), quick(), Options{Shards: 2})
	f.connected()
	f.connected().closeWith(4004)
	if err := r.wait(t); err == nil || !strings.Contains(err.Error(), "refused the bot's token") {
		t.Errorf("Run: %v", err)
	}
}

func TestTheDaysConnectionsAreNotSpent(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	f.identifies.Store(999) // Discord says that none remains
	r := start(t, f, newAnswerer(t), quick(), Options{})
	for deadline := time.Now().Add(atMost); !strings.Contains(r.log.String(), "waiting to keep the token"); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("it does not say that it waits")
		}
	}
	time.Sleep(50 * time.Millisecond)
	if n := f.identifies.Load(); n != 999 {
		t.Errorf("it identified %d times all the same", n-999)
	}
}

func TestPauseGrowsToItsBound(t *testing.T) {
	t.Parallel()
	timing := defaultConnectionTiming()
	for bad := range 100 {
		full := min(time.Second<<min(bad, 10), timing.lastPause)
		if p := timing.pause(bad); p < full/2 || p > full {
			t.Errorf("pause %d is %v, want %v to %v", bad, p, full/2, full)
		}
	}
}
