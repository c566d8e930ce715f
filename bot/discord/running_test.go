package discord

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"
)

// log collects what is logged and looks for secrets in it.
type log struct {
	t  *testing.T
	mu sync.Mutex
	b  strings.Builder
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, secret := range []string{"canary", fakeToken} {
		if strings.Contains(string(p), secret) {
			l.t.Errorf("a token was logged: %s", p)
		}
	}
	return l.b.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// quick is a timing for tests, in which nothing is deferred or late, however slow the machine.
func quick() timing {
	t := defaultTiming()
	t.respond, t.acknowledge, t.pause = atMost, 10*time.Second, 5*time.Millisecond
	t.connection = connectionTiming{
		open: 5 * time.Second, steady: time.Hour, firstPause: 5 * time.Millisecond, lastPause: 20 * time.Millisecond,
		spacing: time.Millisecond, check: 10 * time.Millisecond, silence: 5 * time.Second,
	}
	return t
}

// hurried is a timing that defers nearly everything.
func hurried() timing {
	ts := quick()
	ts.acknowledge = time.Millisecond
	return ts
}

// start runs the front end against the fake until the test ends.
func start(t *testing.T, f *fake, b Answerer, ts timing, o Options) *running {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	r := &running{log: &log{t: t}, stop: stop, end: make(chan error, 1)}
	options := o
	options.Token, options.HTTP = fakeToken, f.client()
	options.Log = slog.New(slog.NewTextHandler(r.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	go func() { r.end <- run(ctx, b, options, ts) }()
	t.Cleanup(func() {
		stop()
		r.wait(t)
		if t.Failed() {
			t.Log(r.log.String())
		}
	})
	return r
}

// running is a bot that runs against the fake.
type running struct {
	log  *log
	stop context.CancelFunc
	end  chan error
}

// wait returns what Run returned.
func (r *running) wait(t *testing.T) error {
	t.Helper()
	select {
	case err := <-r.end:
		r.end <- err
		return err
	case <-time.After(atMost):
		t.Fatal("the bot did not end")
		return nil
	}
}
