//go:build unix

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"storybot/bot"
	"storybot/index"
)

// holding is a bot that holds an index of one article, and listens beside it.
func holding(t *testing.T, dir string) *session {
	t.Helper()
	articles := t.TempDir()
	write := os.WriteFile(filepath.Join(articles, "keller.txt"), []byte("Maria Keller has been the harbour master since 2019."), 0o600)
	if err := errors.Join(write, os.MkdirAll(dir, 0o755)); err != nil {
		t.Fatal(err)
	}
	s := &session{process: process{err: io.Discard}, log: slog.New(slog.DiscardHandler)}
	s.Corpus, s.Index, s.MaxBytes = []string{articles}, dir, 1<<20
	e, err := s.open(writing)
	if err != nil {
		t.Fatal(err)
	}
	stop := s.listen(t.Context(), e, s.bot(e))
	t.Cleanup(func() {
		stop()
		if err := e.close(); err != nil {
			t.Error(err)
		}
		if _, err := os.Lstat(filepath.Join(dir, controlFolder)); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("the socket's folder is left: %v", err)
		}
	})
	return s
}

// reached returns the bot that holds the index.
func reached(t *testing.T, s *session) running {
	t.Helper()
	r, ok := s.beside(t.Context())
	if !ok {
		t.Fatal("the running bot does not answer")
	}
	return r
}

func TestALongPathLeadsToASocketElsewhere(t *testing.T) {
	t.Parallel()
	other := ""
	t.Cleanup(func() { // after the bot has ended
		if _, err := os.Lstat(other); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is left: %v", other, err)
		}
	})
	s := holding(t, filepath.Join(t.TempDir(), strings.Repeat("long", 40), "index"))
	r := reached(t, s)
	if len(r.socket) > longestSocket || filepath.Dir(r.socket) == s.Index {
		t.Errorf("the socket is at %s", r.socket)
	}
	other = filepath.Dir(r.socket)
	report, err := s.refreshThere(t.Context(), r, index.RefreshOptions{})
	if err != nil || report.Added != 1 {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestOnlyTheOwnerReachesTheSocket(t *testing.T) {
	t.Parallel()
	s := holding(t, t.TempDir())
	r := reached(t, s)
	for path, want := range map[string]os.FileMode{r.socket: 0o600, filepath.Dir(r.socket): 0o700} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
}

func TestASocketThatWasLeftBehindIsReplaced(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	l, _, err := listenBeside(dir)
	if err != nil {
		t.Fatal(err)
	}
	l.(*net.UnixListener).SetUnlinkOnClose(false)
	l.Close()
	s := &session{log: slog.New(slog.DiscardHandler)}
	s.Index = dir
	if _, ok := s.beside(t.Context()); ok {
		t.Fatal("somebody answers at a dead socket")
	}
	reached(t, holding(t, dir))
}

func TestADryRunChangesNothing(t *testing.T) {
	t.Parallel()
	s := holding(t, t.TempDir())
	r := reached(t, s)
	for range 2 {
		if report, err := s.refreshThere(t.Context(), r, index.RefreshOptions{DryRun: true}); err != nil || report.Added != 1 {
			t.Errorf("%+v, %v", report, err)
		}
	}
}

func TestWhoAsksWaitsForTheFirstIndex(t *testing.T) {
	t.Parallel()
	s := holding(t, t.TempDir())
	r := reached(t, s)
	answered := make(chan error, 1)
	go func() {
		a, err := r.answer(t.Context(), asking{Line: "/who maria keller"})
		if err == nil && !strings.Contains(string(a.Text), "harbour master") {
			err = errors.New(string(a.Text))
		}
		answered <- err
	}()
	select {
	case err := <-answered:
		t.Fatalf("answered without an index: %v", err)
	case <-time.After(2 * aliveEvery):
	}
	if _, err := s.refreshThere(t.Context(), r, index.RefreshOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := <-answered; err != nil {
		t.Error(err)
	}
}

func TestWhoLeavesIsNotWorkedFor(t *testing.T) {
	t.Parallel()
	r := reached(t, holding(t, t.TempDir())) // which ends only when all that was asked has
	ctx, cancel := context.WithTimeout(t.Context(), 2*aliveEvery)
	defer cancel()
	if _, err := r.answer(ctx, asking{Line: "/who maria keller"}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestWhatIsNoRequestIsRefused(t *testing.T) {
	t.Parallel()
	s := holding(t, t.TempDir())
	r := reached(t, s)
	for _, c := range []struct{ name, line, want string }{
		{"no JSON", "hello\n", "cannot be read"},
		{"an older version", `{"version":0,"ping":true}` + "\n", "another version"},
		{"nothing", fmt.Sprintf("{\"version\":%d}\n", wireVersion), "nothing that is known"},
		{"too long", strings.Repeat("x", longestAsked+10) + "\n", "too long"},
		{"cut short", `{"version":2,`, "cannot be read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			conn, err := net.Dial("unix", r.socket)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			go func() {
				_, _ = io.WriteString(conn, c.line)
				if !strings.HasSuffix(c.line, "\n") {
					_ = conn.(*net.UnixConn).CloseWrite()
				}
			}()
			_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
			line, err := bufio.NewReader(conn).ReadString('\n')
			var said wireSaid
			if jsonErr := json.Unmarshal([]byte(line), &said); jsonErr != nil || !said.End || !strings.Contains(said.Failed, c.want) {
				t.Errorf("said %q, %v", line, err)
			}
		})
	}
}

func TestManyThatOnlyConnectLockNobodyOutForLong(t *testing.T) {
	t.Parallel()
	s := holding(t, t.TempDir())
	r := reached(t, s)
	for range mostAsking {
		conn, err := net.Dial("unix", r.socket)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
	}
	for end := time.Now().Add(4 * askWithin); ; time.Sleep(100 * time.Millisecond) {
		if _, err := r.ask(t.Context(), wireAsked{Ping: true}, nil); err == nil {
			return
		}
		if time.Now().After(end) {
			t.Fatal("idle connections hold their places")
		}
	}
}

func FuzzWhatIsSaidIsReadOrRefused(f *testing.F) {
	f.Add([]byte(`{"version":2,"ping":true}` + "\n"))
	f.Add([]byte(`{"report":{"problems":[{"line":3}]},"end":true}` + "\n"))
	f.Fuzz(func(t *testing.T, line []byte) {
		var asked wireAsked
		_ = readWire(bufio.NewReader(strings.NewReader(string(line))), 1<<10, &asked)
		var said wireSaid
		if readWire(bufio.NewReader(strings.NewReader(string(line))), 1<<10, &said) == nil {
			said.Report.report()
			_ = said.err()
		}
	})
}

func TestAChatBesideABotIsToldTheSame(t *testing.T) {
	t.Parallel()
	s := holding(t, t.TempDir())
	r := reached(t, s)
	if _, err := s.refreshThere(t.Context(), r, index.RefreshOptions{}); err != nil {
		t.Fatal(err)
	}
	there, what, err := s.meet(t.Context(), r)
	if err != nil || !strings.Contains(what, "1 article") {
		t.Fatalf("%q, %v", what, err)
	}
	here, err := index.InMemory()
	if err != nil {
		t.Fatal(err)
	}
	defer here.Close()
	e := s.engine()
	if _, err := here.Refresh(t.Context(), e.read, index.RefreshOptions{}); err != nil {
		t.Fatal(err)
	}
	alone := bot.New(here, bot.Options{})
	for _, line := range []string{"/who keller", "/timeline keller", "/ask who is the harbour master", "/sources", "/who zebra", "/help"} {
		request, err := bot.Parse(line)
		if err != nil {
			t.Fatal(err)
		}
		want, err := alone.Do(t.Context(), request)
		if err != nil {
			t.Fatal(err)
		}
		got, err := there.Do(t.Context(), request)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s\nbeside %+v, %v\nalone  %+v", line, got, err, want)
		}
	}
	if got, err := there.Complete(t.Context(), "who", "name", "kel"); err != nil || !slices.Equal(got, []string{"Maria Keller"}) {
		t.Errorf("completed: %q, %v", got, err)
	}
	var mistake *bot.ReaderError
	if _, err := there.Do(t.Context(), bot.Request{Input: "/timeline from:2025 to:2024"}); !errors.As(err, &mistake) {
		t.Errorf("a mistake of the reader is %v", err)
	}
}

func TestAChatSaysWhatItWaitsFor(t *testing.T) {
	t.Parallel()
	s := holding(t, t.TempDir())
	r := reached(t, s)
	var said bytes.Buffer
	asking := &session{process: process{err: &said}, log: s.log}
	ctx, cancel := context.WithTimeout(t.Context(), 4*aliveEvery)
	defer cancel()
	if _, _, err := asking.meet(ctx, r); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("it did not wait for an index: %v", err)
	}
	if got := said.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, "still building its index") {
		t.Errorf("it says %q", got)
	}
}
