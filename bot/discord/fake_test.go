package discord

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// Secrets of the fake, which must never be logged.
const (
	fakeToken   = "MTA5ODc2NTQzMjEwOTg3NjU0.GcanaR.canary-canary-canary-canary-canary"
	fakeApp     = "4001"
	fakeAskedBy = "7001"
)

// request is one request that the fake got: its body is checked on arrival.
type request struct {
	method, path string
	query        url.Values
	body         map[string]any
	files        []sentFile
	at           time.Time // of its arrival
}

// sentFile is a file of a request: the field of the form that it stood in, and the file.
type sentFile struct {
	field, name, mediaType string
	content                []byte
}

// read reads a request's body, JSON or a form with JSON and files.
func (r *request) read(contentType string, raw []byte) error {
	kind, parameters, err := mime.ParseMediaType(contentType)
	if err != nil || kind == "application/json" {
		return errors.Join(err, json.Unmarshal(raw, &r.body))
	}
	for form := multipart.NewReader(bytes.NewReader(raw), parameters["boundary"]); ; {
		part, err := form.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", contentType, err)
		}
		content, err := io.ReadAll(part)
		if part.FormName() == "payload_json" {
			err = errors.Join(err, json.Unmarshal(content, &r.body))
		} else {
			r.files = append(r.files, sentFile{part.FormName(), part.FileName(), part.Header.Get("Content-Type"), content})
		}
		if err != nil {
			return err
		}
	}
}

// fake is Discord on the loopback: the HTTP API and the gateway in one server.
type fake struct {
	t         *testing.T
	server    *httptest.Server
	heartbeat time.Duration

	gatewayURL string                                  // "": on the loopback
	shards     int                                     // recommended; 0: one
	atOnce     int                                     // IDENTIFYs that may come together; 0: one
	greet      func(n int, s *socket) bool             // called on the nth connection; false: no Hello
	identified func(n int, s *socket) bool             // called after the nth IDENTIFY; false: no READY
	ready      func(n int, s *socket)                  // called after the nth READY
	refuse     func(r request) (int, string)           // a status and body instead of success; 0: none
	fault      func(http.ResponseWriter, request) bool // goes before all; true: it has replied

	mu       sync.Mutex
	commands map[string]map[string]any // by path
	writes   []string                  // of commands: "POST who"
	last     int
	got      map[string]chan request // of interactions, by token
	taken    map[string]bool         // interactions that were responded to, by id

	identifies atomic.Int32
	greeted    atomic.Int32
	sockets    chan *socket
	muted      atomic.Bool // no acknowledgement of heartbeats
}

// socket is one connection of the bot.
type socket struct {
	mu            sync.Mutex
	conn          *websocket.Conn
	shard, shards int // as the bot identified
}

func (s *socket) send(v any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = s.conn.WriteJSON(v)
}

func (s *socket) closeWith(code int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = s.conn.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""))
}

func newFake(t *testing.T) *fake {
	f := unstarted(t)
	f.server.Start()
	return f
}

// unstarted is a fake whose server does not listen yet.
func unstarted(t *testing.T) *fake {
	f := &fake{
		t: t, heartbeat: 2 * time.Second, // the library gives up after five, which a busy machine must not miss
		commands: map[string]map[string]any{},
		got:      map[string]chan request{}, taken: map[string]bool{}, sockets: make(chan *socket, 100),
	}
	f.server = httptest.NewUnstartedServer(http.HandlerFunc(f.serve))
	t.Cleanup(f.server.Close)
	return f
}

// client reaches the fake under Discord's name.
func (f *fake) client() *http.Client {
	base := &http.Transport{}
	f.t.Cleanup(base.CloseIdleConnections)
	return &http.Client{Transport: rewrite{base, strings.TrimPrefix(f.server.URL, "http://")}, Timeout: atMost}
}

type rewrite struct {
	base http.RoundTripper
	host string
}

func (r rewrite) RoundTrip(q *http.Request) (*http.Response, error) {
	q = q.Clone(q.Context())
	q.URL.Scheme, q.URL.Host = "http", r.host
	return r.base.RoundTrip(q)
}

func (f *fake) serve(w http.ResponseWriter, q *http.Request) {
	path := strings.TrimRight(strings.TrimPrefix(q.URL.Path, "/api/v9"), "/")
	if f.fault != nil && path != "/ws" && f.fault(w, request{method: q.Method, path: path}) {
		return
	}
	switch {
	case path == "/gateway/bot":
		f.connections(w, q)
		return
	case path == "/ws":
		f.gateway(w, q)
		return
	case path == "/gateway":
		fmt.Fprintf(w, `{"url":%q}`, cmp.Or(f.gatewayURL, "ws"+strings.TrimPrefix(f.server.URL, "http")+"/ws"))
		return
	}
	raw, _ := io.ReadAll(q.Body)
	r := request{method: q.Method, path: path, query: q.URL.Query(), at: time.Now()}
	if len(raw) > 0 {
		if err := r.read(q.Header.Get("Content-Type"), raw); err != nil {
			f.t.Errorf("%s %s: %v", q.Method, path, err)
		}
	}
	if q.Header.Get("Authorization") != "Bot "+fakeToken {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if f.refuse != nil {
		if status, body := f.refuse(r); status != 0 {
			w.WriteHeader(status)
			io.WriteString(w, body)
			return
		}
	}
	parts := strings.Split(strings.Trim(path, "/"), "/")
	switch parts[0] {
	case "applications", "users":
		switch path {
		case "/applications/@me":
			fmt.Fprintf(w, `{"id":%q}`, fakeApp)
		case "/users/@me/guilds":
			io.WriteString(w, `[{"id":"5001","name":"A server"}]`)
		default:
			f.menu(w, r)
		}
	case "interactions":
		checkCallback(f.t, r.body, r.files...)
		if !f.first(parts[1]) {
			f.t.Errorf("interaction %s is responded to twice", parts[1])
		}
		f.replies(parts[2]) <- r
		w.WriteHeader(http.StatusNoContent)
	case "webhooks":
		if r.method != http.MethodDelete {
			checkMessage(f.t, r.body, r.files...)
			checkFlags(f.t, r)
		}
		f.replies(parts[2]) <- r
		io.WriteString(w, `{"id":"1"}`)
	case "channels":
		m := maps.Clone(r.body)
		delete(m, "nonce") // which a message to a channel alone may have
		delete(m, "enforce_nonce")
		checkMessage(f.t, m, r.files...)
		checkFlags(f.t, r)
		f.replies(parts[1]) <- r
		io.WriteString(w, `{"id":"1"}`)
	default:
		f.t.Errorf("unexpected %s %s", r.method, path)
	}
}

// connections tells how many of them there should be.
func (f *fake) connections(w http.ResponseWriter, q *http.Request) {
	if q.Header.Get("Authorization") != "Bot "+fakeToken {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if f.refuse != nil {
		if status, body := f.refuse(request{method: q.Method, path: "/gateway/bot"}); status != 0 {
			w.WriteHeader(status)
			io.WriteString(w, body)
			return
		}
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"url": "unused", "shards": max(f.shards, 1), "session_start_limit": map[string]any{
		"total": 1000, "remaining": 999 - f.identifies.Load(), "reset_after": 3600000, "max_concurrency": max(f.atOnce, 1),
	}})
}

// menu keeps commands as Discord does: a POST replaces the one of the same name.
func (f *fake) menu(w http.ResponseWriter, r request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch r.method {
	case http.MethodGet:
		list := []map[string]any{}
		for path, c := range f.commands {
			if path[:strings.LastIndex(path, "/")] == r.path {
				list = append(list, localised(c, r.query.Get("with_localizations") == "true").(map[string]any))
			}
		}
		_ = json.NewEncoder(w).Encode(list)
	case http.MethodPost:
		checkCommand(f.t, r.body)
		name := r.body["name"].(string)
		f.writes = append(f.writes, "POST "+name)
		for path, c := range f.commands {
			if c["name"] == name && strings.HasPrefix(path, r.path+"/") {
				delete(f.commands, path)
			}
		}
		f.last++
		id := fmt.Sprint(9000 + f.last)
		// Discord adds what the bot never sends.
		for key, value := range map[string]any{"id": id, "version": "1", "nsfw": false} {
			r.body[key] = value
		}
		f.commands[r.path+"/"+id] = r.body
		_ = json.NewEncoder(w).Encode(r.body)
	case http.MethodDelete:
		f.writes = append(f.writes, fmt.Sprintf("DELETE %v", f.commands[r.path]["name"]))
		delete(f.commands, r.path)
		w.WriteHeader(http.StatusNoContent)
	}
}

// localised returns a copy of a command with its words in other languages, or without.
func localised(v any, all bool) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for key, value := range v {
			if strings.HasSuffix(key, "_localizations") && !all {
				continue
			}
			out[key] = localised(value, all)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, value := range v {
			out[i] = localised(value, all)
		}
		return out
	}
	return v
}

// gateway greets, takes the IDENTIFY, is ready, and acknowledges heartbeats.
func (f *fake) gateway(w http.ResponseWriter, q *http.Request) {
	conn, err := (&websocket.Upgrader{}).Upgrade(w, q, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	s := &socket{conn: conn}
	if n := int(f.greeted.Add(1)); f.greet == nil || f.greet(n, s) {
		s.send(map[string]any{"op": 10, "d": map[string]any{"heartbeat_interval": f.heartbeat.Milliseconds()}})
	}
	for {
		var p struct {
			Op int `json:"op"`
		}
		_, raw, err := conn.ReadMessage()
		if err != nil {
			return
		}
		_ = json.Unmarshal(raw, &p)
		switch p.Op {
		case 1:
			if !f.muted.Load() {
				s.send(map[string]any{"op": 11})
			}
		case 2:
			f.identify(s, raw)
		}
	}
}

func (f *fake) identify(s *socket, raw []byte) {
	var p struct {
		D struct {
			Token   string `json:"token"`
			Intents *int   `json:"intents"`
			Shard   []int  `json:"shard"`
		} `json:"d"`
	}
	if err := json.Unmarshal(raw, &p); err != nil || p.D.Intents == nil || *p.D.Intents != 0 {
		f.t.Errorf("IDENTIFY %s: want intents 0", raw)
	}
	if s.shards = 1; len(p.D.Shard) == 2 {
		s.shard, s.shards = p.D.Shard[0], p.D.Shard[1]
	}
	n := int(f.identifies.Add(1))
	if f.identified != nil && !f.identified(n, s) {
		return
	}
	s.send(map[string]any{"op": 0, "s": 1, "t": "READY", "d": map[string]any{
		"v": 9, "session_id": "s", "user": map[string]any{"id": fakeApp}, "application": map[string]any{"id": fakeApp},
		"guilds": []any{map[string]any{"id": "5001", "unavailable": true}},
	}})
	if f.ready != nil {
		f.ready(n, s)
	}
	f.sockets <- s
}

// first says whether an interaction is responded to for the first time.
func (f *fake) first(id string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	was := f.taken[id]
	f.taken[id] = true
	return !was
}

func (f *fake) replies(token string) chan request {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.got[token] == nil {
		f.got[token] = make(chan request, 100)
	}
	return f.got[token]
}

// atMost is how long a test waits for what has to come, on the slowest machine.
const atMost = time.Minute

// next is the next request about the interaction of that token.
func (f *fake) next(token string) request {
	f.t.Helper()
	select {
	case r := <-f.replies(token):
		return r
	case <-time.After(atMost):
		f.t.Fatalf("nothing was sent in answer to %s", token)
		return request{}
	}
}

// answer is the request that answers the interaction of that token, at once or after a
// deferral, and its message.
func (f *fake) answer(token string) (request, map[string]any) {
	f.t.Helper()
	r := f.next(token)
	if kind := r.body["type"]; kind == float64(respondMessage) || kind == float64(respondEdit) {
		return r, r.data()
	}
	r = f.next(token)
	return r, r.body
}

// silent fails if anything more is sent about the interaction.
func (f *fake) silent(token string) {
	f.t.Helper()
	select {
	case r := <-f.replies(token):
		f.t.Fatalf("also sent: %s %v", r.method, r.body)
	case <-time.After(50 * time.Millisecond):
	}
}

// connected waits for a connection that is ready.
func (f *fake) connected() *socket {
	f.t.Helper()
	select {
	case s := <-f.sockets:
		return s
	case <-time.After(atMost):
		f.t.Fatal("no connection")
		return nil
	}
}
