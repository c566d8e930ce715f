package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// packets is where the library logs to. Its log hook is a global variable, so this is
// one too: the hook is set once, and connections come and go here. The library's debug
// lines are the one place where every packet can be seen before it acts on it.
var packets = &packetLog{live: map[*connection]bool{}}

type packetLog struct {
	once sync.Once
	mu   sync.Mutex
	live map[*connection]bool // guarded by mu
}

// hook makes the library log to here.
func (p *packetLog) hook() {
	p.once.Do(func() { discordgo.Logger = p.line })
}

func (p *packetLog) add(c *connection) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.live[c] = true
}

func (p *packetLog) remove(c *connection) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.live, c)
}

// connections returns those that are open; there is one but for the moment of a change.
func (p *packetLog) connections() []*connection {
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []*connection
	for c := range p.live {
		out = append(out, c)
	}
	return out
}

// How the library's line about a packet starts (v0.29.0, wsapi.go).
const packetFormat = "Op: %d," // operation, sequence, type, data

// line takes one line of the library's log. Its debug lines are never written: one of
// them holds the token.
func (p *packetLog) line(level, _ int, format string, args ...any) {
	if strings.HasPrefix(format, packetFormat) && len(args) == 4 {
		p.packet(args)
		return
	}
	for _, c := range p.connections() {
		for _, a := range args {
			if err, ok := a.(error); ok && errors.As(err, new(*websocket.CloseError)) {
				c.lose(err)
			}
		}
		if level <= discordgo.LogWarning && c.gateway.log.Enabled(context.Background(), slog.LevelDebug) {
			c.gateway.log.Debug("discordgo: " + strings.TrimSpace(fmt.Sprintf(format, args...)))
		}
	}
}

// packet sees a packet before the library acts on it. Some the library must not act on:
// "reconnect" makes it deadlock while it is opening, "invalid session" makes it identify
// again and again. They end the goroutine that reads packets instead; its deferred calls
// run, and the gateway makes a fresh connection.
func (p *packetLog) packet(args []any) {
	op, isNumber := args[0].(int)
	data, isText := args[3].(string)
	if !isNumber || !isText {
		return
	}
	interval, err := readPacket(op, data)
	for _, c := range p.connections() {
		if err != nil {
			c.lose(err)
		} else if interval > 0 {
			c.heartbeat.Store(int64(interval))
		}
	}
	if err != nil {
		runtime.Goexit()
	}
}

// readPacket returns the heartbeat interval of a first packet, 0 for others, and an
// error for one that ends the connection.
func readPacket(op int, data string) (time.Duration, error) {
	const (
		opReconnect      = 7
		opInvalidSession = 9
		opHello          = 10
	)
	switch op {
	case opReconnect:
		return 0, errReconnect
	case opInvalidSession:
		return 0, errInvalid
	case opHello:
		var hello struct {
			Interval int64 `json:"heartbeat_interval"` // milliseconds
		}
		if json.Unmarshal([]byte(data), &hello) != nil || hello.Interval <= 0 {
			return 0, errHello
		}
		return time.Duration(hello.Interval) * time.Millisecond, nil
	}
	return 0, nil
}
