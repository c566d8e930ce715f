package discord

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// wrongs are what a gateway can do to a connection, at any point of it.
var wrongs = map[string]func(*socket){
	"reconnect":         func(s *socket) { s.send(map[string]any{"op": 7, "d": nil}) },
	"invalid session":   func(s *socket) { s.send(map[string]any{"op": 9, "d": false}) },
	"resumable session": func(s *socket) { s.send(map[string]any{"op": 9, "d": true}) },
	"the line drops":    func(s *socket) { _ = s.conn.NetConn().Close() },
	"unknown error":     func(s *socket) { s.closeWith(4000) },
	"going away":        func(s *socket) { s.closeWith(1001) },
	"no JSON":           func(s *socket) { s.raw(websocket.TextMessage, "{") },
	"no packet":         func(s *socket) { s.raw(websocket.TextMessage, "[]") },
	"bytes":             func(s *socket) { s.raw(websocket.BinaryMessage, "\x00\xff") },
}

// raw sends a message as it is.
func (s *socket) raw(kind int, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = s.conn.WriteMessage(kind, []byte(text))
}

// once does f the first time only.
func once(f func(*socket)) func(n int, s *socket) bool {
	return func(n int, s *socket) bool {
		if n == 1 {
			f(s)
		}
		return n > 1
	}
}

// Whatever goes wrong, and whenever, the bot comes back with one IDENTIFY a connection, and
// answers once.
func TestGatewayRecoversFromAnyFaultAtAnyPoint(t *testing.T) {
	t.Parallel()
	for name, wrong := range wrongs {
		for _, point := range []string{"instead of Hello", "instead of READY", "right behind READY", "while it is quiet"} {
			t.Run(name+" "+point, func(t *testing.T) {
				t.Parallel()
				f := newFake(t)
				switch point {
				case "instead of Hello":
					f.greet = once(wrong)
				case "instead of READY":
					f.identified = once(wrong)
				case "right behind READY":
					f.ready = func(n int, s *socket) { once(wrong)(n, s) }
				}
				ts := quick()
				ts.connection.open = 1500 * time.Millisecond
				r := start(t, f, newAnswerer(t), ts, Options{})
				s := f.connected()
				if point == "while it is quiet" {
					answers(t, f, s)
					wrong(s)
				}
				// The last connection is the one that stays.
				for again := true; again; {
					token := f.ask(s, "who", map[string]any{"name": "bridge"}, nil)
					select {
					case got := <-f.replies(token):
						expect(t, got, respondMessage, false, "Harbour Bridge")
						f.silent(token)
						again = false
					case s = <-f.sockets:
					case <-time.After(5 * time.Second):
						t.Fatal("it neither answers nor comes back")
					}
				}
				r.stop()
				if err := r.wait(t); err != nil {
					t.Errorf("Run: %v", err)
				}
				if n := f.identifies.Load(); n > 3 {
					t.Errorf("%d IDENTIFYs for %d connections", n, f.greeted.Load())
				}
			})
		}
	}
}

func TestGatewayEndsWithOneClearLineAtAnyPoint(t *testing.T) {
	t.Parallel()
	for code := range fatalCodes {
		for _, point := range []string{"instead of Hello", "instead of READY", "while it is quiet"} {
			t.Run(fmt.Sprint(code, " ", point), func(t *testing.T) {
				t.Parallel()
				f := newFake(t)
				end := func(_ int, s *socket) bool { s.closeWith(code); return false }
				switch point {
				case "instead of Hello":
					f.greet = end
				case "instead of READY":
					f.identified = end
				}
				r := start(t, f, newAnswerer(t), quick(), Options{})
				if point == "while it is quiet" {
					f.connected().closeWith(code)
				}
				err := r.wait(t)
				if err == nil || !strings.Contains(err.Error(), fatalCodes[code]) || strings.Contains(err.Error(), "\n") {
					t.Errorf("Run: %v", err)
				}
				if n := f.greeted.Load(); n != 1 {
					t.Errorf("%d connections", n)
				}
			})
		}
	}
}

func TestUnknownEventsDoNoHarm(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	start(t, f, newAnswerer(t), quick(), Options{})
	s := f.connected()
	for i, packet := range []any{
		map[string]any{"op": 0, "s": 3, "t": "SOMETHING_NEW", "d": map[string]any{"a": []any{1}}},
		map[string]any{"op": 0, "s": 4, "t": "GUILD_CREATE", "d": map[string]any{"id": "5001", "channels": "none"}},
		map[string]any{"op": 0, "s": 5, "t": "INTERACTION_CREATE", "d": nil},
		map[string]any{"op": 0, "s": 6, "t": "INTERACTION_CREATE", "d": map[string]any{"id": 5, "token": []any{}}},
		map[string]any{"op": 0, "s": 7, "t": "READY", "d": "late"},
		map[string]any{"op": 99, "d": map[string]any{}},
		map[string]any{"op": 1, "d": nil},
	} {
		s.send(packet)
		answers(t, f, s)
		if n := f.identifies.Load(); n != 1 {
			t.Fatalf("after packet %d: %d IDENTIFYs", i, n)
		}
	}
	// A message with parts that nobody knows yet is asked about.
	target := map[string]any{"id": "77", "content": "About the bridge.", "components": []any{map[string]any{"type": 77, "content": 5}}, "poll": map[string]any{}, "flags": "x"}
	expect(t, f.next(f.askAbout(s, mentionedName, target)), respondMessage, true, "Bridge")
}

// refusing answers the first requests to paths that contain a word.
func refusing(path string, times int32, status int, header http.Header, body string) func(http.ResponseWriter, request) bool {
	var n atomic.Int32
	return func(w http.ResponseWriter, r request) bool {
		if !strings.Contains(r.path, path) || n.Add(1) > times {
			return false
		}
		for key, values := range header {
			w.Header()[key] = values
		}
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
		return true
	}
}

func TestAnswersArriveThroughFaultsOfTheHTTPAPI(t *testing.T) {
	t.Parallel()
	limit := func(scope string) http.Header {
		return http.Header{"X-RateLimit-Scope": {scope}, "Retry-After": {"1"}, "Content-Type": {"application/json"}}
	}
	for name, fault := range map[string]func(http.ResponseWriter, request) bool{
		"a limit of the user, on the response":   refusing("/interactions/", 1, 429, limit("user"), `{"message":"You are being rate limited.","retry_after":0.02,"global":false}`),
		"a shared limit, on the edit":            refusing("/webhooks/", 2, 429, limit("shared"), `{"message":"The resource is being rate limited.","retry_after":0.02,"global":false}`),
		"a global limit, on the edit":            refusing("/webhooks/", 1, 429, limit("global"), `{"message":"You are being rate limited.","retry_after":0.02,"global":true}`),
		"a limit that is no JSON":                refusing("/webhooks/", 1, 429, http.Header{"Retry-After": {"1"}, "Content-Type": {"text/html"}}, "<html>error 1015</html>"),
		"a fault of the server, on the response": refusing("/interactions/", 2, 503, nil, "<html>upstream connect error</html>"),
		"a fault of the server, on the edit":     refusing("/webhooks/", 2, 500, nil, ""),
		"an edit that comes too early":           refusing("/webhooks/", 3, 404, nil, `{"code":10015,"message":"Unknown Webhook"}`),
		"no menu":                                refusing("/applications/", 1, 500, nil, ""),
		"no limits of connections":               refusing("/gateway/bot", 2, 502, nil, ""),
		"no address of the gateway":              refusing("/gateway", 3, 502, nil, ""),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, b := newFake(t), newAnswerer(t)
			f.fault = fault
			ts := quick()
			ts.acknowledge = 20 * time.Millisecond
			start(t, f, b, ts, Options{})
			s := f.connected()
			token := f.ask(s, "who", map[string]any{"name": "slow bridge"}, nil)
			expect(t, f.next(token), respondDeferred, false)
			close(b.slow)
			if r := f.next(token); r.method != http.MethodPatch {
				t.Errorf("%s: want an edit", r.method)
			}
			f.silent(token)
		})
	}
}

// Where Discord does not take the form of a message, it goes out in the old one.
func TestAMessageThatIsNotUnderstoodGoesOutPlainly(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	f.refuse = func(r request) (int, string) {
		m := r.body
		if data := r.data(); data != nil {
			m = data
		}
		if flags, _ := m["flags"].(float64); int(flags)&flagComponents != 0 {
			return http.StatusBadRequest, `{"code":50035,"message":"Invalid Form Body","errors":{"flags":{}}}`
		}
		return 0, ""
	}
	start(t, f, newAnswerer(t), quick(), Options{})
	s := f.connected()
	r := f.next(f.ask(s, "who", map[string]any{"name": "bridge", "private": true}, nil))
	content, _ := r.data()["content"].(string)
	for _, want := range []string{"## Harbour Bridge\n> The Harbour Bridge", "\n<https://ferryman.example/bridge#:~:text=steel>\n", "\n-# /who bridge"} {
		if !strings.Contains(content, want) {
			t.Errorf("no %q in %q", want, content)
		}
	}
	if !isEphemeral(r.data()) || button(r.data(), "Timeline") == "" {
		t.Errorf("message %v", r.data())
	}
	wrong := f.next(f.ask(s, "who", map[string]any{"name": "wrong"}, nil)).data()
	if content, _ := wrong["content"].(string); content != `No such \*date\*: wrong.` || button(wrong, "How /who works") == "" {
		t.Errorf("a mistake is told as %v", wrong)
	}
	r = f.next(f.ask(s, "timeline", map[string]any{"topic": strings.Repeat("long ", 19)}, nil))
	if content, _ = r.data()["content"].(string); !strings.Contains(content, cutReport+"\n-# /timeline long") {
		t.Errorf("content %q", content)
	}
	pressed := map[string]any{"message": map[string]any{"id": "2", "content": content, "components": r.data()["components"],
		"interaction_metadata": map[string]any{"user": map[string]any{"id": fakeAskedBy}}}}
	d, token := f.event(typeComponent, map[string]any{"custom_id": button(r.data(), "▶"), "component_type": 2}, pressed)
	s.dispatch(d)
	if next, _ := f.next(token).data()["content"].(string); !strings.Contains(next, "-# /timeline long") || next == content {
		t.Errorf("the next page: %q", next)
	}
}

// Where the reply to a response is lost, the response was taken all the same.
func TestAResponseWhoseReplyIsLostIsFollowedByItsEdit(t *testing.T) {
	t.Parallel()
	f, b := newFake(t), newAnswerer(t)
	var tries atomic.Int32
	f.fault = func(w http.ResponseWriter, r request) bool {
		if !strings.Contains(r.path, "/interactions/") {
			return false
		}
		if tries.Add(1) == 1 {
			w.WriteHeader(http.StatusBadGateway)
		} else {
			w.WriteHeader(http.StatusBadRequest)
			_, _ = w.Write([]byte(`{"code":40060,"message":"Interaction has already been acknowledged."}`))
		}
		return true
	}
	start(t, f, b, hurried(), Options{})
	token := f.ask(f.connected(), "who", map[string]any{"name": "slow bridge"}, nil)
	for tries.Load() < 2 {
		time.Sleep(time.Millisecond)
	}
	close(b.slow)
	if r := f.next(token); r.method != http.MethodPatch {
		t.Errorf("%s: want an edit", r.method)
	}
}

func TestASlowAPIHoldsUpNobodyElse(t *testing.T) {
	t.Parallel()
	f, b := newFake(t), newAnswerer(t)
	release := make(chan struct{})
	var stuck sync.Map
	f.fault = func(_ http.ResponseWriter, r request) bool {
		if _, ok := stuck.Load(r.path); ok {
			<-release
		}
		return false
	}
	start(t, f, b, quick(), Options{})
	s := f.connected()
	var slow []string
	for i := range 20 {
		d, token := f.event(typeCommand, commandData("who", map[string]any{"name": "bridge"}, ""), reader(fmt.Sprint("r", i)))
		stuck.Store(fmt.Sprintf("/interactions/%v/%s/callback", d["id"], token), true)
		slow = append(slow, token)
		s.dispatch(d)
	}
	began := time.Now()
	answers(t, f, s)
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("the next answer took %v", took)
	}
	close(release)
	for _, token := range slow {
		f.next(token)
	}
}

func TestDuplicatesAreAnsweredOnceWhateverTheirWay(t *testing.T) {
	t.Parallel()
	f, b := newFake(t), newAnswerer(t)
	f.shards, f.atOnce = 2, 2
	start(t, f, b, quick(), Options{})
	sockets := []*socket{f.connected(), f.connected()}
	var tokens []string
	for i := range 30 {
		d, token := f.event(typeCommand, commandData("who", map[string]any{"name": "bridge"}, ""), reader(fmt.Sprint(i)))
		tokens = append(tokens, token)
		raw, _ := json.Marshal(d)
		var again map[string]any
		_ = json.Unmarshal(raw, &again)
		for n := range 4 {
			sockets[n%2].dispatch(again)
		}
	}
	for _, token := range tokens {
		expect(t, f.next(token), respondMessage, false, "Harbour")
	}
	for _, token := range tokens {
		select {
		case r := <-f.replies(token):
			t.Errorf("answered again: %v", r.body)
		default:
		}
	}
	if n := b.asked.Load(); n != 30 {
		t.Errorf("the bot was asked %d times", n)
	}
}
