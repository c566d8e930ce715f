package discord

import (
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"storybot/bot"
)

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		program()
		return
	}
	_ = flag.Set("test.parallel", "32")                                                                         // they wait far more than they work: a session's end alone takes a second
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/blevesearch/bleve_index_api.AnalysisWorker")) // started with the program
}

// data is what a callback carries.
func (r request) data() map[string]any {
	d, _ := r.body["data"].(map[string]any)
	return d
}

// texts joins the text displays of a message.
func texts(m map[string]any) string {
	raw, _ := json.Marshal(m["components"])
	var cs []component
	_ = json.Unmarshal(raw, &cs)
	var out []string
	var walk func([]component)
	walk = func(cs []component) {
		for _, c := range cs {
			if c.Content != "" {
				out = append(out, c.Content)
			}
			walk(c.Components)
		}
	}
	walk(cs)
	return strings.Join(out, "\n")
}

// button returns the custom_id of the button with that label, "" where it is disabled.
func button(m map[string]any, label string) string {
	raw, _ := json.Marshal(m["components"])
	var cs []component
	_ = json.Unmarshal(raw, &cs)
	for _, c := range cs {
		for _, b := range c.Components {
			if b.Label == label && !b.Disabled {
				return b.CustomID
			}
		}
	}
	return ""
}

func isEphemeral(m map[string]any) bool {
	flags, _ := m["flags"].(float64)
	return int(flags)&flagEphemeral != 0
}

// expect checks a callback's type, whether it is ephemeral, and words of its text.
func expect(t *testing.T, r request, kind int, ephemeral bool, words ...string) {
	t.Helper()
	if r.body["type"] != float64(kind) || isEphemeral(r.data()) != ephemeral {
		t.Errorf("callback of type %v, ephemeral %v; want %d, %v", r.body["type"], isEphemeral(r.data()), kind, ephemeral)
	}
	expectText(t, r.data(), words...)
}

func expectText(t *testing.T, m map[string]any, words ...string) {
	t.Helper()
	for _, w := range words {
		if text := texts(m); !strings.Contains(text, w) {
			t.Errorf("no %q in\n%s", w, text)
		}
	}
}

func TestBotAnswersInAServer(t *testing.T) {
	t.Parallel()
	f, b := newFake(t), newAnswerer(t)
	start(t, f, b, quick(), Options{})
	s := f.connected()

	t.Run("a command is answered in its first response", func(t *testing.T) {
		token := f.ask(s, "who", map[string]any{"name": "bridge"}, nil)
		expect(t, f.next(token), respondMessage, false,
			"## Harbour Bridge", "> The Harbour Bridge is a crossing of **steel and glass**.", "The Ferryman · <t:1620129600:D> · Bridge opens", "-# /who bridge")
		f.silent(token)
	})
	t.Run("privately where that is asked", func(t *testing.T) {
		token := f.ask(s, "who", map[string]any{"name": "bridge", "private": true}, nil)
		expect(t, f.next(token), respondMessage, true, "Harbour")
	})
	t.Run("the nearest passages are shown as such", func(t *testing.T) {
		token := f.ask(s, "ask", map[string]any{"question": "who paid for it"}, nil)
		expect(t, f.next(token), respondMessage, false, "The articles do not say. The nearest passages:\n### ")
	})
	t.Run("a next step is taken in private", func(t *testing.T) {
		shown := f.next(f.ask(s, "who", map[string]any{"name": "bridge"}, nil)).data()
		r := f.next(f.press(s, shown, button(shown, "Timeline"), nil))
		expect(t, r, respondMessage, true, "On day 0", "-# /timeline bridge")
	})
	t.Run("names are completed", func(t *testing.T) {
		d, token := f.event(typeAutocomplete, commandData("who", map[string]any{"name": "har"}, "name"), nil)
		s.dispatch(d)
		choices := f.next(token).data()["choices"].([]any)
		if first := choices[0].(map[string]any)["value"]; len(choices) != 25 || first != "Harbour Bridge" {
			t.Errorf("%d choices, the first %v", len(choices), first)
		}
	})
	for _, typed := range []string{"broken", "panic"} {
		t.Run("a completion that fails is empty: "+typed, func(t *testing.T) {
			d, token := f.event(typeAutocomplete, commandData("who", map[string]any{"name": typed}, "name"), nil)
			s.dispatch(d)
			if choices := f.next(token).data()["choices"].([]any); len(choices) != 0 {
				t.Errorf("choices %v", choices)
			}
		})
	}
	t.Run("a reader's mistake is told to them alone", func(t *testing.T) {
		token := f.ask(s, "who", map[string]any{"name": "wrong"}, nil)
		expect(t, f.next(token), respondMessage, true, `No such \*date\*: wrong.`)
		token = f.ask(s, "who", nil, nil)
		expect(t, f.next(token), respondMessage, true, "/who needs a name")
		token = f.ask(s, "nosuch", nil, nil)
		expect(t, f.next(token), respondMessage, true, "There is no /nosuch")
	})
	for _, what := range []string{"broken", "panic"} {
		t.Run("any other error is one neutral line: "+what, func(t *testing.T) {
			token := f.ask(s, "who", map[string]any{"name": what}, nil)
			r := f.next(token)
			expect(t, r, respondMessage, true, "Something went wrong", "reference ")
			if strings.Contains(texts(r.data()), "secret") {
				t.Error("the error itself is shown")
			}
		})
	}
	t.Run("only managers refresh", func(t *testing.T) {
		asked := b.asked.Load()
		token := f.ask(s, "refresh", nil, nil)
		expect(t, f.next(token), respondMessage, true, "Only those who manage this server can use /refresh")
		token = f.ask(s, "refresh", nil, map[string]any{"member": nil, "user": map[string]any{"id": "1"}})
		expect(t, f.next(token), respondMessage, true, "Only those")
		if b.asked.Load() != asked {
			t.Error("the bot was asked all the same")
		}
		manager := map[string]any{"member": map[string]any{"user": map[string]any{"id": "1"}, "permissions": "32"}}
		token = f.ask(s, "refresh", map[string]any{"force": true}, manager)
		expect(t, f.next(token), respondMessage, false, "3 articles added", "-# /refresh true")
	})
	t.Run("an interaction that comes twice is answered once", func(t *testing.T) {
		d, token := f.event(typeCommand, commandData("who", map[string]any{"name": "bridge"}, ""), nil)
		s.dispatch(d)
		s.dispatch(d)
		f.next(token)
		f.silent(token)
	})
	t.Run("one that comes too late is not answered", func(t *testing.T) {
		d, token := f.event(typeCommand, commandData("who", map[string]any{"name": "bridge"}, ""), nil)
		d["id"] = fmt.Sprint((time.Now().Add(-time.Minute).UnixMilli() - 1420070400000) << 22)
		s.dispatch(d)
		f.silent(token)
	})
	t.Run("what is unknown does no harm", func(t *testing.T) {
		for _, kind := range []int{1, 5, 99} {
			d, token := f.event(kind, map[string]any{"custom_id": "x", "components": []any{map[string]any{"type": 77}}}, nil)
			s.dispatch(d)
			f.silent(token)
		}
		s.send(map[string]any{"op": 0, "s": 3, "t": "INTERACTION_CREATE", "d": map[string]any{"type": 2, "data": []any{}}})
		strange := map[string]any{"components": []any{map[string]any{"type": 99, "content": 5}}, "flags": 0}
		token := f.press(s, strange, "from another bot", nil)
		expect(t, f.next(token), respondMessage, true, "please ask again")
		token = f.ask(s, "who", map[string]any{"name": "bridge"}, nil)
		expect(t, f.next(token), respondMessage, false, "Harbour")
	})
}

func TestSlowAnswersAreDeferredAndEditedIn(t *testing.T) {
	t.Parallel()
	f, b := newFake(t), newAnswerer(t)
	ts := quick()
	ts.acknowledge = 20 * time.Millisecond
	var missed atomic.Int32
	f.refuse = func(r request) (int, string) {
		if r.method == http.MethodPatch && missed.Add(1) <= 3 {
			return http.StatusNotFound, `{"code":10015,"message":"Unknown Webhook"}`
		}
		return 0, ""
	}
	start(t, f, b, ts, Options{})
	s := f.connected()

	public := f.ask(s, "who", map[string]any{"name": "slow bridge"}, nil)
	private := f.ask(s, "who", map[string]any{"name": "slow bridge", "private": true}, nil)
	wrong := f.ask(s, "who", map[string]any{"name": "slow wrong"}, nil)
	wrongPrivate := f.ask(s, "who", map[string]any{"name": "slow wrong", "private": true}, nil)
	m, _ := render(request1(t, "/timeline slow"), bot.Answer{Quotes: story(30)}, 1)
	var shown map[string]any
	raw, _ := json.Marshal(m)
	_ = json.Unmarshal(raw, &shown)
	pressed := f.press(s, shown, button(shown, "▶"), nil)
	for token, want := range map[string]struct {
		kind      int
		ephemeral bool
	}{
		public: {respondDeferred, false}, private: {respondDeferred, true}, wrong: {respondDeferred, false},
		wrongPrivate: {respondDeferred, true}, pressed: {respondDeferredEdit, false},
	} {
		expect(t, f.next(token), want.kind, want.ephemeral)
	}
	close(b.slow)
	for _, token := range []string{public, private, pressed} {
		if r := f.next(token); r.method != http.MethodPatch || !strings.HasSuffix(r.path, "/@original") {
			t.Errorf("%s %s: want an edit", r.method, r.path)
		} else {
			expectText(t, r.body, "Harbour Bridge")
		}
	}
	if r := f.next(wrong); r.method != http.MethodDelete {
		t.Errorf("%s: a public deferral must go before an error", r.method)
	}
	if r := f.next(wrong); r.method != http.MethodPost || !isEphemeral(r.body) {
		t.Errorf("%s %v: want an ephemeral follow-up", r.method, r.body)
	}
	if r := f.next(wrongPrivate); r.method != http.MethodPatch {
		t.Errorf("%s: want an edit", r.method)
	}
}

func request1(t *testing.T, line string) bot.Request {
	t.Helper()
	r, err := bot.Parse(line)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestShuttingDownFinishesWhatIsBeingAnswered(t *testing.T) {
	t.Parallel()
	f, b := newFake(t), newAnswerer(t)
	ts := quick()
	ts.acknowledge = 20 * time.Millisecond
	r := start(t, f, b, ts, Options{})
	token := f.ask(f.connected(), "who", map[string]any{"name": "slow bridge"}, nil)
	expect(t, f.next(token), respondDeferred, false)
	r.stop()
	time.Sleep(50 * time.Millisecond)
	close(b.slow)
	if answer := f.next(token); answer.method != http.MethodPatch {
		t.Errorf("%s: want the answer as an edit", answer.method)
	}
	if err := r.wait(t); err != nil {
		t.Errorf("Run: %v", err)
	}
}

func TestShuttingDownGivesUpInTime(t *testing.T) {
	t.Parallel()
	f, b := newFake(t), newAnswerer(t)
	ts := quick()
	ts.acknowledge, ts.drain = 20*time.Millisecond, 2*time.Second
	r := start(t, f, b, ts, Options{})
	s := f.connected()
	token := f.ask(s, "who", map[string]any{"name": "slow bridge", "private": true}, nil)
	f.next(token)
	began := time.Now()
	r.stop()
	expectText(t, f.next(token).body, "The bot is just restarting.")
	if err := r.wait(t); err != nil || time.Since(began) > atMost {
		t.Errorf("Run: %v after %v", err, time.Since(began))
	}
}

func TestRunNeedsAToken(t *testing.T) {
	t.Parallel()
	if err := Run(t.Context(), newAnswerer(t), Options{Token: " Bot "}); err == nil {
		t.Error("ran without a token")
	}
}
