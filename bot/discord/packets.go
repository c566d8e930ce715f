package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"strconv"
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

// of returns the connection on whose behalf a line of the library's log is written: nil
// where that is unknown. The library does not say; but a connection is opened by a
// goroutine of ours, which starts the one that reads and the one that sends heartbeats.
func (p *packetLog) of() *connection {
	own, parent := goroutine()
	p.mu.Lock()
	defer p.mu.Unlock()
	for c := range p.live {
		if opener := c.opener.Load(); opener != 0 && (opener == own || opener == parent) {
			return c
		}
	}
	return nil
}

// goroutine returns the number of the goroutine that calls it and of the one that started
// that, by what the runtime writes of a stack: its first line starts with "goroutine 18",
// its last but one ends in "in goroutine 17". 0 is unknown.
func goroutine() (own, parent uint64) {
	stack := make([]byte, 4<<10)
	for {
		n := runtime.Stack(stack, false)
		if n < len(stack) {
			stack = stack[:n]
			break
		}
		stack = make([]byte, 2*len(stack))
	}
	number := func(after []byte) uint64 {
		end := bytes.IndexFunc(after, func(r rune) bool { return r < '0' || r > '9' })
		n, _ := strconv.ParseUint(string(after[:max(end, 0)]), 10, 64)
		return n
	}
	own = number(bytes.TrimPrefix(stack, []byte("goroutine ")))
	const starter = " in goroutine "
	if i := bytes.LastIndex(stack, []byte(starter)); i >= 0 {
		parent = number(stack[i+len(starter):])
	}
	return own, parent
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
	var closed error
	for _, a := range args {
		if err, ok := a.(error); ok && errors.As(err, new(*websocket.CloseError)) {
			closed = err
		}
	}
	if closed == nil && level > discordgo.LogWarning {
		return
	}
	c := p.of()
	if c == nil {
		return
	}
	if closed != nil {
		c.lose(closed)
	}
	if level <= discordgo.LogWarning && c.gateway.log.Enabled(context.Background(), slog.LevelDebug) {
		c.gateway.log.Debug("discordgo: " + strings.TrimSpace(fmt.Sprintf(format, args...)))
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
	if err == nil && interval == 0 {
		return
	}
	if c := p.of(); c != nil {
		if err != nil {
			c.lose(err)
		} else {
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
