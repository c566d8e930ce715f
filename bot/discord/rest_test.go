package discord

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// tried makes a fake that refuses the first requests, and an API that talks to it.
func tried(t *testing.T, times int32, status int, body string) (*rest, *atomic.Int32) {
	t.Helper()
	f := newFake(t)
	var n atomic.Int32
	f.refuse = func(request) (int, string) {
		if n.Add(1) <= times {
			return status, body
		}
		return 0, ""
	}
	return newAPI(f), &n
}

func TestRequestsAreRepeatedWhereThatMayHelp(t *testing.T) {
	t.Parallel()
	in := interaction{ID: "1", Token: "x", ApplicationID: fakeApp}
	respond := func(r *rest) error {
		in := in
		in.received = time.Now()
		return r.respond(context.Background(), in, response{Type: respondMessage, Data: line("hello")})
	}
	edit := func(r *rest) error { return r.edit(context.Background(), in, line("hello")) }
	for _, row := range []struct {
		why    string
		do     func(*rest) error
		status int
		body   string
		times  int32 // that it is refused
		tries  int32
		code   int // of the error, -1 for none
	}{
		{"a fault of the server passes", respond, 502, "", 2, 3, -1},
		{"a limit passes", edit, 429, `{"message":"slow","retry_after":0.01}`, 2, 3, -1},
		{"a gone interaction does not come back", respond, 404, `{"code":10062,"message":"Unknown interaction"}`, 9, 1, codeUnknownInteraction},
		{"nor one that is acknowledged", respond, 400, `{"code":40060,"message":"acknowledged"}`, 9, 1, codeAcknowledged},
		{"the first edit after a deferral may come too early", edit, 404, `{"code":10015,"message":"Unknown Webhook"}`, 3, 4, -1},
		{"a message that is not understood is sent plainly, once", edit, 400, `{"code":50035,"message":"Invalid Form Body"}`, 9, 2, 50035},
		{"one that is forbidden stays so", edit, 403, `{"code":50001,"message":"Missing Access"}`, 9, 1, 50001},
	} {
		t.Run(row.why, func(t *testing.T) {
			t.Parallel()
			r, n := tried(t, row.times, row.status, row.body)
			err := row.do(r)
			if (err == nil) != (row.code == -1) || err != nil && errorCode(err) != row.code {
				t.Errorf("error %v, want code %d", err, row.code)
			}
			if n.Load() != row.tries {
				t.Errorf("%d tries, want %d", n.Load(), row.tries)
			}
		})
	}
}

func TestAResponseIsNotTriedPastItsThreeSeconds(t *testing.T) {
	t.Parallel()
	r, _ := tried(t, 1<<20, 500, "")
	r.within = defaultTiming().respond
	began := time.Now()
	in := interaction{ID: "1", Token: "x", received: began.Add(-2900 * time.Millisecond)}
	if err := r.respond(context.Background(), in, response{Type: respondDeferred}); err == nil || time.Since(began) > 10*time.Second {
		t.Errorf("error %v after %v", err, time.Since(began))
	}
}

func TestErrorsNameNoAddress(t *testing.T) {
	t.Parallel()
	r := &rest{newSession(fakeToken, &http.Client{Transport: broken{}}), time.Millisecond, atMost, slog.New(slog.DiscardHandler), noMeter{}}
	_, err := r.call(context.Background(), http.MethodPost, "https://discord.com/api/v9/interactions/1/canary/callback", nil)
	if err == nil || strings.Contains(fmt.Sprintf("%+v", err), "canary") || !errors.Is(err, errLine) {
		t.Errorf("error %+v", err)
	}
}

var errLine = errors.New("the line is dead")

type broken struct{}

func (broken) RoundTrip(*http.Request) (*http.Response, error) { return nil, errLine }

// newAPI is the HTTP API of the fake.
func newAPI(f *fake) *rest {
	return &rest{newSession(fakeToken, f.client()), time.Millisecond, atMost, slog.New(slog.DiscardHandler), noMeter{}}
}
