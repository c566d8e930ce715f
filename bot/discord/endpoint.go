package discord

import (
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// Bounds of requests to the endpoint.
const (
	// maxBody is far more than the longest interaction, with a long message in it.
	maxBody = 1 << 20
	// replayWindow is how far from now a request may be signed. It bounds for how long an
	// old one could be sent again; within it, an interaction that is known is not answered.
	replayWindow = 30 * time.Second
	// inlineWithin is how long Discord's request is kept open, which ends it after three
	// seconds.
	inlineWithin = 2800 * time.Millisecond
)

// typePing is the type of the interaction by which Discord tries an endpoint.
const typePing = 1

// endpointPath is where the endpoint takes interactions.
const endpointPath = "/interactions"

// endpoint takes interactions from Discord as HTTP requests, instead of the gateway. It
// trusts nothing that is not signed with the application's key.
type endpoint struct {
	key   ed25519.PublicKey
	take  func(interaction) bool // answers it; false where it will not
	clock func() time.Time       // Discord's time
	log   *slog.Logger
}

// newEndpoint reads the key: 64 hexadecimal digits, from Discord's developer portal.
func newEndpoint(key string, take func(interaction) bool, clock func() time.Time, log *slog.Logger) (*endpoint, error) {
	raw, err := hex.DecodeString(key)
	if err != nil || len(raw) != ed25519.PublicKeySize {
		return nil, errors.New("the application's public key should be 64 hexadecimal digits, as the developer portal shows them")
	}
	return &endpoint{key: raw, take: take, clock: clock, log: log}, nil
}

// ServeHTTP takes one interaction and responds with what the bot responds.
func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	received := time.Now()
	body, status := e.read(w, r)
	if status != http.StatusOK {
		http.Error(w, http.StatusText(status), status)
		return
	}
	in, err := decode(body, received)
	var ping struct {
		Type int `json:"type"`
	}
	if json.Unmarshal(body, &ping) == nil && ping.Type == typePing {
		writeJSON(w, []byte(`{"type":1}`))
		return
	}
	if err != nil {
		e.log.Warn("an interaction was dropped", "error", err)
		http.Error(w, http.StatusText(http.StatusBadRequest), http.StatusBadRequest)
		return
	}
	in.inline = newInline()
	if !e.take(in) {
		in.inline.close()
		http.Error(w, "not answered: it came late, or before", http.StatusConflict)
		return
	}
	reply, ok := in.inline.wait(r.Context(), received.Add(inlineWithin))
	if !ok {
		http.Error(w, http.StatusText(http.StatusServiceUnavailable), http.StatusServiceUnavailable)
		return
	}
	writeJSON(w, reply)
}

// read returns the body of a request that Discord signed just now, or the status to
// refuse it with.
func (e *endpoint) read(w http.ResponseWriter, r *http.Request) ([]byte, int) {
	if r.Method != http.MethodPost {
		return nil, http.StatusMethodNotAllowed
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		return nil, http.StatusRequestEntityTooLarge
	}
	stamp := r.Header.Get("X-Signature-Timestamp")
	signature, err := hex.DecodeString(r.Header.Get("X-Signature-Ed25519"))
	if err != nil || len(signature) != ed25519.SignatureSize || !ed25519.Verify(e.key, append([]byte(stamp), body...), signature) {
		return nil, http.StatusUnauthorized
	}
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil {
		return nil, http.StatusUnauthorized
	}
	if age := e.clock().Sub(time.Unix(seconds, 0)); age > replayWindow || age < -replayWindow {
		e.log.Warn("a request was refused: it was signed at another time", "age", age)
		return nil, http.StatusUnauthorized
	}
	return body, http.StatusOK
}

func writeJSON(w http.ResponseWriter, body []byte) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(body)
}

// inline is the reply to the request by which an interaction came: the first response to
// it, without files.
type inline struct {
	reply chan []byte
	over  chan struct{} // closed when nobody waits any more
	once  sync.Once
}

func newInline() *inline { return &inline{reply: make(chan []byte), over: make(chan struct{})} }

func (i *inline) close() { i.once.Do(func() { close(i.over) }) }

// wait returns the response; false where there is none in time.
func (i *inline) wait(ctx context.Context, until time.Time) ([]byte, bool) {
	defer i.close()
	timer := time.NewTimer(time.Until(until))
	defer timer.Stop()
	select {
	case reply := <-i.reply:
		return reply, true
	case <-ctx.Done():
	case <-timer.C:
	}
	return nil, false
}

// send responds. The error is Discord's for a response that comes too late or twice.
func (i *inline) send(ctx context.Context, body response) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return fmt.Errorf("encode a response: %w", err)
	}
	select {
	case i.reply <- raw:
		return nil
	case <-i.over:
		return &apiError{status: http.StatusNotFound, code: codeUnknownInteraction, message: "nobody waits for a response any more"}
	case <-ctx.Done():
		return ctx.Err()
	}
}

// serve takes interactions at an address until ctx ends; then it answers those that have
// come, for as long as drain says.
func (e *endpoint) serve(ctx context.Context, address string, drain time.Duration) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return fmt.Errorf("take interactions: %w", err)
	}
	mux := http.NewServeMux()
	mux.Handle(endpointPath, e)
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second,
		WriteTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, ErrorLog: slog.NewLogLogger(e.log.Handler(), slog.LevelDebug)}
	e.log.Info("taking interactions over HTTP", "address", listener.Addr().String(), "path", endpointPath)
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("take interactions: %w", err)
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), drain)
	defer cancel()
	if server.Shutdown(last) != nil {
		_ = server.Close()
	}
	<-ended
	return nil
}
