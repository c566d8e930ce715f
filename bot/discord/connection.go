package discord

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// connection is one connection to the gateway, from its opening to its end.
type connection struct {
	gateway   *gateway
	session   *discordgo.Session
	life      context.Context
	end       context.CancelFunc
	lost      chan error   // the first reason for which it ended
	heartbeat atomic.Int64 // Discord's interval in nanoseconds; 0 as long as it is unknown

	opener atomic.Uint64 // the goroutine that opens it, and starts the one that reads

	mu  sync.Mutex
	net net.Conn // guarded by mu
}

// Reasons for which a connection ends, besides those of the network.
var (
	errSilent    = errors.New("no more acknowledgements of heartbeats")
	errSlow      = errors.New("the connection did not become ready in time")
	errReconnect = errors.New("asked to reconnect")
	errInvalid   = errors.New("session invalid")
	errHello     = errors.New("first packet without a heartbeat interval")
	errClosed    = errors.New("the connection was closed")
)

func newConnection(ctx context.Context, g *gateway) *connection {
	c := &connection{gateway: g, lost: make(chan error, 1)}
	c.life, c.end = context.WithCancel(ctx)
	client := *g.client
	client.Transport = &during{c.life, client.Transport}
	c.session = g.session(&client)
	c.session.ShardID, c.session.ShardCount = g.shard, g.shards
	c.session.LogLevel = discordgo.LogDebug // see packets.go
	c.session.Dialer = &websocket.Dialer{
		Proxy:            http.ProxyFromEnvironment,
		HandshakeTimeout: 20 * time.Second,
		NetDialContext:   c.dial,
	}
	c.session.AddHandler(c.event)
	c.session.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { c.lose(errClosed) })
	packets.add(c)
	return c
}

// event hands on what matters, as it came: the library's own types stumble over parts
// that are new. It runs where packets are read: a panic here would end the process.
func (c *connection) event(_ *discordgo.Session, e *discordgo.Event) {
	defer func() {
		if p := recover(); p != nil {
			c.gateway.log.Error("an event handler panicked", "panic", p, "stack", string(debug.Stack()))
		}
	}()
	switch e.Type {
	case "INTERACTION_CREATE":
		c.gateway.interaction(e.RawData)
	case "READY":
		c.ready(e.RawData)
	}
}

// ready reads who the bot is. Where Discord names no application, its user's id is the
// same for all but the oldest bots.
func (c *connection) ready(raw []byte) {
	var r struct {
		Application identified   `json:"application"`
		User        identified   `json:"user"`
		Guilds      []identified `json:"guilds"`
	}
	if err := json.Unmarshal(raw, &r); err != nil {
		c.gateway.log.Error("Discord does not say who the bot is: its commands cannot be registered", "error", err)
		return
	}
	var guilds []string
	for _, g := range r.Guilds {
		guilds = append(guilds, g.ID)
	}
	c.gateway.ready(cmp.Or(r.Application.ID, r.User.ID), guilds)
}

// open connects and waits until Discord is ready.
func (c *connection) open(ctx context.Context) error {
	done := make(chan error, 1)
	go func() {
		err := errClosed // stays where packets.go ends this goroutine
		defer func() {
			if p := recover(); p != nil {
				err = fmt.Errorf("the library panicked: %v", p)
			}
			done <- err
		}()
		own, _ := goroutine()
		c.opener.Store(own)
		err = c.session.Open()
	}()
	timer := time.NewTimer(c.gateway.timing.open)
	defer timer.Stop()
	select {
	case err := <-done:
		return c.reason(err)
	case <-ctx.Done():
		c.lose(ctx.Err())
	case <-timer.C:
		c.lose(errSlow)
	}
	c.cut()
	select {
	case err := <-done:
		return c.reason(err)
	case <-time.After(c.gateway.timing.open):
		return c.reason(errSlow)
	}
}

// reason returns the first reason for an end, where one is known besides err.
func (c *connection) reason(err error) error {
	select {
	case first := <-c.lost:
		// A refusal in Discord's words says more than the end of the stream.
		if fatal(err) != nil {
			return err
		}
		return first
	default:
		return err
	}
}

// watch stays with the connection until it is lost or falls silent: the library notices
// a dead one only after five heartbeats, three minutes and a half.
func (c *connection) watch(ctx context.Context) error {
	tick := time.NewTicker(c.gateway.timing.check)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case err := <-c.lost:
			return err
		case <-tick.C:
			if c.silent() {
				return errSilent
			}
		}
	}
}

// usualHeartbeat is the interval that Discord has asked for for years, until it says so.
const usualHeartbeat = 41250 * time.Millisecond

func (c *connection) silent() bool {
	interval := time.Duration(c.heartbeat.Load())
	if interval == 0 {
		interval = usualHeartbeat
	}
	c.session.RLock()
	last := c.session.LastHeartbeatAck
	c.session.RUnlock()
	return time.Since(last) > 2*interval+c.gateway.timing.silence
}

// lose notes why the connection ended; the first reason counts.
func (c *connection) lose(err error) {
	select {
	case c.lost <- err:
	default:
	}
}

// close says goodbye to Discord, which ends the session there, and frees everything.
func (c *connection) close() {
	packets.remove(c)
	c.mu.Lock()
	if c.net != nil {
		_ = c.net.SetDeadline(time.Now().Add(2 * time.Second)) // a dead line cannot hold us
	}
	c.mu.Unlock()
	_ = c.session.Close() // its error is always nil
	c.cut()
}

// cut ends whatever the connection is waiting for.
func (c *connection) cut() {
	c.end()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.net != nil {
		_ = c.net.Close()
	}
}

// dial opens the network connection under the gateway, to notice its end at once.
func (c *connection) dial(ctx context.Context, network, address string) (net.Conn, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(c.life, cancel)()
	raw, err := new(net.Dialer).DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.life.Err() != nil {
		_ = raw.Close()
		return nil, c.life.Err()
	}
	c.net = raw
	return &watched{raw, c}, nil
}

// watched reports when reading ends.
type watched struct {
	net.Conn
	connection *connection
}

func (w *watched) Read(b []byte) (int, error) {
	n, err := w.Conn.Read(b)
	w.connection.gateway.status.hear(w.connection.gateway.shard)
	if err != nil {
		w.connection.lose(fmt.Errorf("read from Discord: %w", err))
	}
	return n, err
}

// during lets requests live no longer than a connection.
type during struct {
	life context.Context
	base http.RoundTripper
}

func (d *during) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := d.life.Err(); err != nil {
		return nil, err
	}
	return d.base.RoundTrip(r.WithContext(d.life))
}
