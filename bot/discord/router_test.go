package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"
)

// sent is a Discord that keeps what it is told.
type sent struct {
	mu  sync.Mutex
	log []string // "respond 4: text"
	raw string   // all of it, as JSON
}

func (s *sent) add(what string, m any) error {
	raw, _ := json.Marshal(m)
	var body map[string]any
	_ = json.Unmarshal(raw, &body)
	if data, ok := body["data"].(map[string]any); ok {
		body = data
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log, s.raw = append(s.log, what+": "+texts(body)), s.raw+string(raw)+"\n"
	return nil
}

func (s *sent) respond(_ context.Context, _ interaction, r response) error {
	return s.add("respond "+string(rune('0'+r.Type)), r)
}
func (s *sent) edit(_ context.Context, _ interaction, m message) error { return s.add("edit", m) }
func (s *sent) remove(context.Context, interaction) error              { return s.add("remove", nil) }
func (s *sent) followUp(_ context.Context, _ interaction, m message) error {
	return s.add("follow up", m)
}

func (s *sent) all() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Join(s.log, "\n")
}

func (s *sent) count(words string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, l := range s.log {
		n += strings.Count(l, words)
	}
	return n
}

// eventually waits for so many messages with those words.
func (s *sent) eventually(t *testing.T, words string, n int) {
	t.Helper()
	for deadline := time.Now().Add(atMost); s.count(words) != n; time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%q was said %d times, want %d", words, s.count(words), n)
		}
	}
}

func TestRouterSaysWhenItIsBusy(t *testing.T) {
	t.Parallel()
	f, b, s := newFake(t), newAnswerer(t), &sent{}
	ts := quick()
	ts.acknowledge = 10 * time.Millisecond
	r := newRouter(t.Context(), t.Context(), b, s, slog.New(slog.DiscardHandler), ts)
	const pending = 100
	r.pending = make(chan struct{}, pending)
	asked := 0
	ask := func(name string) {
		asked++
		d, _ := f.event(typeCommand, commandData("who", map[string]any{"name": name}, ""), reader(fmt.Sprint(asked)))
		raw, _ := json.Marshal(d)
		r.accept(raw)
	}
	for range pending + 3 {
		ask("slow")
	}
	s.eventually(t, "Too many questions at once.", 3)
	s.eventually(t, "respond 5", pending) // even those whose turn has not come are acknowledged
	if n := b.asked.Load(); n > maxWorking {
		t.Errorf("the bot was asked %d questions at once", n)
	}
	close(b.slow)
	s.eventually(t, "edit: ## Harbour", pending)
	ask("bridge") // answered at once, or, on a busy machine, as an edit
	s.eventually(t, ": ## Harbour", pending+1)
	r.drain()
	ask("bridge")
	s.eventually(t, ": ## Harbour", pending+1)
}

func TestOneReaderLeavesRoomForTheOthers(t *testing.T) {
	t.Parallel()
	f, b, s := newFake(t), newAnswerer(t), &sent{}
	r := newRouter(t.Context(), t.Context(), b, s, slog.New(slog.DiscardHandler), hurried())
	ask := func(id string) {
		d, _ := f.event(typeCommand, commandData("who", map[string]any{"name": "slow"}, ""), reader(id))
		raw, _ := json.Marshal(d)
		r.accept(raw)
	}
	for range maxEach + 20 {
		ask("greedy")
	}
	ask("modest")
	for range 20 {
		d, _ := f.event(typeAutocomplete, commandData("who", map[string]any{"name": "har"}, "name"), reader("greedy"))
		raw, _ := json.Marshal(d)
		r.accept(raw)
	}
	s.eventually(t, "respond 8", 20)
	s.eventually(t, "You are asking many questions at once.", 20)
	s.eventually(t, "respond 5", maxEach+1)
	close(b.slow)
	s.eventually(t, "edit: ## Harbour", maxEach+1)
	for free := false; !free; time.Sleep(time.Millisecond) {
		r.mu.Lock()
		free = len(r.each) == 0 && r.open == 0
		r.mu.Unlock()
	}
	ask("greedy") // there is room again
	r.drain()
	if n := s.count("## Harbour"); n != maxEach+2 || len(r.each) != 0 {
		t.Errorf("%d answers; still counted: %v", n, r.each)
	}
}

// Whoever types fast is shown what completes the last letter, however slow the others are.
func TestTheLastLetterIsCompleted(t *testing.T) {
	t.Parallel()
	f, b, s := newFake(t), newAnswerer(t), &sent{}
	r := newRouter(t.Context(), t.Context(), b, s, slog.New(slog.DiscardHandler), quick())
	began := time.Now()
	for i := range 12 {
		typed := "slow"
		if i == 11 {
			typed = "har"
		}
		s.eventually(t, "respond 8", max(i-1, 0)) // all but the last
		d, _ := f.event(typeAutocomplete, commandData("who", map[string]any{"name": typed}, "name"), nil)
		raw, _ := json.Marshal(d)
		r.accept(raw)
	}
	s.eventually(t, "respond 8", 12)
	r.drain()
	s.mu.Lock()
	defer s.mu.Unlock()
	if strings.Count(s.raw, `"value":"Harbour Bridge"`) != 1 || time.Since(began) > completeWithin {
		t.Errorf("after %v it is not completed, among %d bytes", time.Since(began), len(s.raw))
	}
	if len(r.typing) != 0 || len(r.each) != 0 {
		t.Errorf("still counted: %v, %v", r.typing, r.each)
	}
}

// clumsy panics the first time that it should say something.
type clumsy struct {
	sent
	once sync.Once
}

func (c *clumsy) respond(ctx context.Context, in interaction, r response) error {
	c.once.Do(func() { panic("a bug") })
	return c.sent.respond(ctx, in, r)
}

func TestRouterTellsTheReaderOfAPanic(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		send interface {
			sender
			count(string) int
			all() string
		}
		asked string
	}{"of the front end": {&clumsy{}, "bridge"}, "of the bot": {&sent{}, "panic"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, l := newFake(t), &log{t: t}
			r := newRouter(t.Context(), t.Context(), newAnswerer(t), row.send, slog.New(slog.NewJSONHandler(l, nil)), quick())
			d, _ := f.event(typeCommand, commandData("who", map[string]any{"name": row.asked}, ""), nil)
			raw, _ := json.Marshal(d)
			r.accept(raw)
			r.drain()
			if row.send.count("respond 4: Something went wrong on my side.") != 1 {
				t.Fatalf("said: %s", row.send.all())
			}
			_, told, _ := strings.Cut(row.send.all(), "reference ")
			reference, _, _ := strings.Cut(told, ".")
			var entry struct{ Reference, Panic, Stack string }
			for line := range strings.Lines(l.String()) {
				if strings.Contains(line, `"level":"ERROR"`) {
					_ = json.Unmarshal([]byte(line), &entry)
				}
			}
			if entry.Reference != reference || reference == "" || entry.Panic != "a bug" || !strings.Contains(entry.Stack, "discord") {
				t.Errorf("the reader is told %q; the log has %+v", reference, entry)
			}
		})
	}
}

func TestRouterSaysSoWhenATokenEndsBeforeTheWork(t *testing.T) {
	t.Parallel()
	f, b, s := newFake(t), newAnswerer(t), &sent{}
	ts := quick()
	ts.acknowledge, ts.token = 5*time.Millisecond, 50*time.Millisecond
	r := newRouter(t.Context(), t.Context(), b, s, slog.New(slog.DiscardHandler), ts)
	d, _ := f.event(typeCommand, commandData("who", map[string]any{"name": "slow"}, ""), nil)
	raw, _ := json.Marshal(d)
	r.accept(raw)
	s.eventually(t, "edit: This takes longer than Discord lets me answer.", 1)
	close(b.slow)
	r.drain()
	if n := s.count("edit"); n != 1 {
		t.Errorf("%d edits", n)
	}
}

func TestRouterGivesUpAQuestionThatTakesTooLong(t *testing.T) {
	t.Parallel()
	f, s := newFake(t), &sent{}
	ts := quick()
	ts.answer = 20 * time.Millisecond
	r := newRouter(t.Context(), t.Context(), newAnswerer(t), s, slog.New(slog.DiscardHandler), ts)
	d, _ := f.event(typeCommand, commandData("who", map[string]any{"name": "slow"}, ""), nil)
	raw, _ := json.Marshal(d)
	r.accept(raw)
	s.eventually(t, "respond 4: That took too long.", 1)
	r.drain()
}

func FuzzAnyInteractionIsTakenWithoutHarm(f *testing.F) {
	f.Add([]byte(`{"id":"1","token":"x","type":2,"data":{"name":"who","options":[{"name":"name","value":3}]}}`))
	f.Add([]byte(`{"id":"1","token":"x","type":3,"data":{"custom_id":"p1:2:/who a"},"message":{"components":[{"type":17,"components":[{"type":10,"content":"-# /who a"}]}]}}`))
	f.Add([]byte(`{"id":"1","token":"x","type":4,"data":{"name":"who","options":[{"name":"name","value":null,"focused":true}]}}`))
	f.Add([]byte(`{"id":"1","token":"x","type":9,"data":null,"member":null}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		s := &sent{}
		r := newRouter(t.Context(), t.Context(), newAnswerer(t), s, slog.New(panics{slog.DiscardHandler, t}), quick())
		r.accept(raw)
		r.drain()
	})
}

// panics fails a test when a panic is logged, but for those that the canned bot makes.
type panics struct {
	slog.Handler
	t *testing.T
}

func (p panics) Enabled(context.Context, slog.Level) bool { return true }

func (p panics) Handle(_ context.Context, r slog.Record) error {
	r.Attrs(func(a slog.Attr) bool {
		if a.Key == "panic" && a.Value.String() != "a bug" {
			p.t.Errorf("%s: %v", r.Message, a.Value)
		}
		return true
	})
	return nil
}

func TestMistakesAreToldInWholeSentences(t *testing.T) {
	t.Parallel()
	for _, row := range [][2]string{
		{"no article here is called “x”: /sources lists them", "No article here is called “x”: /sources lists them."},
		{"from:foo is no date that I can read", "from:foo is no date that I can read."},
		{"/who needs a name, as in /who stargate", "/who needs a name, as in /who stargate."},
		{"there is no /wo: did you mean /who?", "There is no /wo: did you mean /who?"},
		{"The article is gone: please ask again.", "The article is gone: please ask again."},
		{"25 topics are followed here", "25 topics are followed here."},
		{"élan ", "Élan."}, {"“x” has no letter", "“x” has no letter."}, {"", ""},
	} {
		if got := sentence(row[0]); got != row[1] {
			t.Errorf("%q: got %q, want %q", row[0], got, row[1])
		}
	}
}
