package discord

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// wire is an endpoint on the loopback, with Discord's key.
type wire struct {
	t       *testing.T
	fake    *fake
	address string
	key     ed25519.PrivateKey
}

func newWire(t *testing.T, ts timing, b Answerer, more func(*router)) *wire {
	t.Helper()
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	f := newFake(t)
	r := newRouter(t.Context(), t.Context(), b, newAPI(f), slog.New(slog.DiscardHandler), ts)
	if more != nil {
		more(r)
	}
	t.Cleanup(r.drain)
	e, err := newEndpoint(hex.EncodeToString(public), r.take, time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(e)
	t.Cleanup(server.Close)
	return &wire{t, f, server.URL, private}
}

// post sends a body as Discord would, signed at a time.
func (w *wire) post(body []byte, at time.Time, change func(*http.Request)) (int, map[string]any) {
	w.t.Helper()
	stamp := fmt.Sprint(at.Unix())
	q, _ := http.NewRequest(http.MethodPost, w.address, bytes.NewReader(body))
	q.Header.Set("X-Signature-Timestamp", stamp)
	q.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(w.key, append([]byte(stamp), body...))))
	if change != nil {
		change(q)
	}
	reply, err := http.DefaultClient.Do(q)
	if err != nil {
		w.t.Fatal(err)
	}
	defer reply.Body.Close()
	raw, _ := io.ReadAll(reply.Body)
	var out map[string]any
	_ = json.Unmarshal(raw, &out)
	return reply.StatusCode, out
}

// send sends an interaction.
func (w *wire) send(kind int, data map[string]any) (int, request, string) {
	w.t.Helper()
	d, token := w.fake.event(kind, data, nil)
	raw, _ := json.Marshal(d)
	status, body := w.post(raw, time.Now(), nil)
	if status == http.StatusOK {
		checkCallback(w.t, body)
	}
	return status, request{body: body}, token
}

func TestEndpointAnswersWhatDiscordSigned(t *testing.T) {
	t.Parallel()
	w := newWire(t, quick(), newAnswerer(t), nil)
	if status, body := w.post([]byte(`{"type":1}`), time.Now(), nil); status != 200 || body["type"] != 1.0 {
		t.Errorf("PING: %d %v", status, body)
	}
	_, r, token := w.send(typeCommand, commandData("who", map[string]any{"name": "bridge"}, ""))
	expect(t, r, respondMessage, false, "## Harbour Bridge")
	w.fake.silent(token)
	_, r, _ = w.send(typeComponent, map[string]any{"custom_id": "s1:/timeline bridge", "component_type": 2})
	expect(t, r, respondMessage, true, "On day 0")
	_, r, _ = w.send(typeAutocomplete, commandData("who", map[string]any{"name": "har"}, "name"))
	if choices, _ := r.data()["choices"].([]any); len(choices) != 25 {
		t.Errorf("choices %v", r.body)
	}
	_, r, _ = w.send(typeCommand, commandData("who", map[string]any{"name": "panic"}, ""))
	expect(t, r, respondMessage, true, "Something went wrong", "reference")
}

func TestEndpointDefersWhatIsSlow(t *testing.T) {
	t.Parallel()
	b := newAnswerer(t)
	w := newWire(t, hurried(), b, nil)
	_, r, token := w.send(typeCommand, commandData("who", map[string]any{"name": "slow bridge"}, ""))
	expect(t, r, respondDeferred, false)
	close(b.slow)
	if edit := w.fake.next(token); edit.method != http.MethodPatch {
		t.Errorf("%s: want an edit", edit.method)
	}
}

func TestEndpointSendsFilesInAnEdit(t *testing.T) {
	t.Parallel()
	w := newWire(t, quick(), newAnswerer(t), func(r *router) { r.picture, r.altText = bars, says })
	_, r, token := w.send(typeCommand, commandData("timeline", map[string]any{"topic": "bridge"}, ""))
	expect(t, r, respondDeferred, false)
	edit := w.fake.next(token)
	expectPicture(t, edit, edit.body, 30)
}

func TestEndpointTrustsNothingElse(t *testing.T) {
	t.Parallel()
	b := newAnswerer(t)
	w := newWire(t, quick(), b, nil)
	d, _ := w.fake.event(typeCommand, commandData("who", map[string]any{"name": "bridge"}, ""), nil)
	raw, _ := json.Marshal(d)
	_, stranger, _ := ed25519.GenerateKey(nil)
	for name, row := range map[string]struct {
		at     time.Time
		change func(*http.Request)
		want   int
	}{
		"no signature":     {time.Now(), func(q *http.Request) { q.Header.Del("X-Signature-Ed25519") }, 401},
		"no time":          {time.Now(), func(q *http.Request) { q.Header.Del("X-Signature-Timestamp") }, 401},
		"a signature cut":  {time.Now(), func(q *http.Request) { q.Header.Set("X-Signature-Ed25519", q.Header.Get("X-Signature-Ed25519")[:126]) }, 401},
		"another time":     {time.Now(), func(q *http.Request) { q.Header.Set("X-Signature-Timestamp", fmt.Sprint(time.Now().Unix()+1)) }, 401},
		"another body":     {time.Now(), func(q *http.Request) { q.Body = io.NopCloser(strings.NewReader(`{"type":1} `)); q.ContentLength = 11 }, 401},
		"an old request":   {time.Now().Add(-replayWindow - time.Minute), nil, 401},
		"one from to come": {time.Now().Add(replayWindow + time.Minute), nil, 401},
		"the key of another": {time.Now(), func(q *http.Request) {
			stamp := q.Header.Get("X-Signature-Timestamp")
			q.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(stranger, append([]byte(stamp), raw...))))
		}, 401},
		"no POST": {time.Now(), func(q *http.Request) { q.Method = http.MethodGet }, 405},
	} {
		if status, body := w.post(raw, row.at, row.change); status != row.want || body != nil {
			t.Errorf("%s: %d %v, want %d", name, status, body, row.want)
		}
	}
	if status, _ := w.post(make([]byte, maxBody+1), time.Now(), nil); status != 413 {
		t.Errorf("a body of %d bytes: %d", maxBody+1, status)
	}
	if status, _ := w.post([]byte(`{"type":2}`), time.Now(), nil); status != 400 {
		t.Errorf("no interaction: %d", status)
	}
	if n := b.asked.Load(); n != 0 {
		t.Errorf("the bot was asked %d times", n)
	}
	if status, _ := w.post(raw, time.Now(), nil); status != 200 {
		t.Errorf("the interaction itself: %d", status)
	}
	if status, _ := w.post(raw, time.Now(), nil); status != 409 || b.asked.Load() != 1 {
		t.Errorf("sent again: %d, asked %d times", status, b.asked.Load())
	}
}

func TestEndpointNeedsAKey(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"", "abc", strings.Repeat("z", 64), strings.Repeat("a", 66)} {
		if _, err := newEndpoint(key, nil, nil, nil); err == nil {
			t.Errorf("key %q is taken", key)
		}
	}
}

func TestRunOverHTTPRegistersAndAnswers(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	public, _, _ := ed25519.GenerateKey(nil)
	r := start(t, f, newAnswerer(t), quick(), Options{Listen: "127.0.0.1:0", PublicKey: hex.EncodeToString(public)})
	for deadline := time.Now().Add(atMost); ; time.Sleep(5 * time.Millisecond) {
		log := r.log.String()
		if strings.Contains(log, "commands registered") && strings.Contains(log, "taking interactions over HTTP") && strings.Contains(log, "client_id=") {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("it does not start")
		}
	}
	r.stop()
	if err := r.wait(t); err != nil || f.identifies.Load() != 0 {
		t.Errorf("Run: %v, %d IDENTIFYs", err, f.identifies.Load())
	}
	if err := run(t.Context(), newAnswerer(t), Options{Token: fakeToken, HTTP: f.client(), Listen: "127.0.0.1:0", PublicKey: "x"}, quick()); err == nil {
		t.Error("it runs without a key")
	}
}

func FuzzAnyRequestToTheEndpointIsTakenWithoutHarm(f *testing.F) {
	f.Add([]byte(`{"type":1}`), "1700000000", "00")
	f.Add([]byte(`{"id":"1","token":"x","type":2}`), "", "zz")
	f.Fuzz(func(t *testing.T, body []byte, stamp, signature string) {
		public, _, _ := ed25519.GenerateKey(nil)
		e, _ := newEndpoint(hex.EncodeToString(public), func(interaction) bool { t.Error("it was taken"); return false }, time.Now, slog.New(slog.DiscardHandler))
		q := httptest.NewRequest(http.MethodPost, "/interactions", bytes.NewReader(body))
		q.Header["X-Signature-Timestamp"], q.Header["X-Signature-Ed25519"] = []string{stamp}, []string{signature}
		w := httptest.NewRecorder()
		if e.ServeHTTP(w, q); w.Code == http.StatusOK {
			t.Errorf("%q was answered", body)
		}
	})
}
