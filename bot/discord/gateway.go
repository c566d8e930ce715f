package discord

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// gateway keeps a connection to Discord alive. Each connection gets a session of its
// own: the library's way of reconnecting can hang, or loop until Discord resets the
// token. Resuming would bring nothing: a missed interaction is past its three seconds.
type gateway struct {
	session     func(*http.Client) *discordgo.Session
	client      *http.Client
	log         *slog.Logger
	timing      connectionTiming
	interaction func(raw []byte)                          // must return at once
	ready       func(application string, guilds []string) // their ids; must return at once

	shard, shards int
	bucket        int // of the budget
	spent         *budget
	status        *Status
	meter         Meter
	closing       sync.WaitGroup // connections that are being closed
}

// connectionTiming holds how long connecting may take and how often it may happen.
type connectionTiming struct {
	open       time.Duration // for a connection to become ready
	steady     time.Duration // a connection that lived so long was a good one
	firstPause time.Duration // before a connection after a good one; doubles for each bad one
	lastPause  time.Duration // the longest
	spacing    time.Duration // at least so long between two connections
	check      time.Duration // between looks at the heartbeat
	silence    time.Duration // without an acknowledgement, beyond two heartbeats, a connection is dead
}

// defaultConnectionTiming keeps Discord's rules: an IDENTIFY every five seconds at most.
func defaultConnectionTiming() connectionTiming {
	return connectionTiming{
		open:       45 * time.Second,
		steady:     time.Minute,
		firstPause: time.Second,
		lastPause:  2 * time.Minute,
		spacing:    5500 * time.Millisecond,
		check:      5 * time.Second,
		silence:    5 * time.Second,
	}
}

// pause grows with the number of bad connections in a row, and has some chance in it so
// that bots do not come back in step.
func (t connectionTiming) pause(bad int) time.Duration {
	full := t.firstPause << min(bad, 16)
	if full > t.lastPause || full <= 0 {
		full = t.lastPause
	}
	return full/2 + rand.N(full/2+1)
}

// fatalCodes are the close codes after which connecting again cannot help, from
// Discord's documentation (Gateway Close Event Codes).
var fatalCodes = map[int]string{
	4004: "Discord refused the bot's token; copy it anew from the developer portal",
	4010: "Discord refused the shard of this connection",
	4011: "the bot is in too many servers for so few connections: it needs more shards",
	4012: "Discord no longer speaks the version of the gateway that this bot uses",
	4013: "Discord found the intents of this connection invalid",
	4014: "Discord refused the intents of this connection",
}

// fatal returns the error to end with, nil where it is worth connecting again.
func fatal(err error) error {
	var closed *websocket.CloseError
	if errors.As(err, &closed) && fatalCodes[closed.Code] != "" {
		return fmt.Errorf("%s (close code %d)", fatalCodes[closed.Code], closed.Code)
	}
	var refused *apiError
	if errors.As(plainError(err), &refused) && refused.status == http.StatusUnauthorized {
		return fmt.Errorf("%s (status 401)", fatalCodes[4004])
	}
	return nil
}

// run connects, and connects again, until ctx ends or a fatal error comes.
func (g *gateway) run(ctx context.Context) error {
	for bad := 0; ; bad++ {
		at, ok := g.turn(ctx)
		if !ok {
			return nil
		}
		began := time.Now()
		err := g.connect(ctx, at)
		if ctx.Err() != nil {
			return nil
		}
		if end := fatal(err); end != nil {
			return end
		}
		if time.Since(began) >= g.timing.steady {
			bad = 0
		}
		pause := g.timing.pause(bad)
		g.log.Warn("no connection to Discord: trying again", "error", plainError(err), "in", pause, "lasted", time.Since(began))
		if !sleep(ctx, pause) {
			return nil
		}
	}
}

// connect makes one connection, whose IDENTIFY is counted already, and stays with it until
// it is lost.
func (g *gateway) connect(ctx context.Context, at time.Time) error {
	c := newConnection(ctx, g)
	defer g.closing.Go(c.close)
	err := c.open(ctx)
	if c.heartbeat.Load() == 0 { // Discord has not said hello, so that the library did not identify
		g.kept(g.spent.refund(at))
	} else {
		g.meter.Identified(g.shard)
	}
	if err != nil {
		return err
	}
	g.log.Info("connected to Discord")
	g.connected(true)
	defer g.connected(false)
	return c.watch(ctx)
}

func (g *gateway) connected(up bool) {
	g.status.set(g.shard, up)
	g.meter.Connected(g.shard, up)
}

// turn waits until the budget allows another connection, and counts it.
func (g *gateway) turn(ctx context.Context) (time.Time, bool) {
	at, err := g.spent.reserve(time.Now(), g.bucket, g.timing.spacing)
	g.kept(err)
	wait := time.Until(at)
	if wait > g.timing.lastPause {
		g.log.Error("too many connections within a day: waiting to keep the token", "wait", wait)
	}
	if !sleep(ctx, wait) {
		g.kept(g.spent.refund(at))
		return at, false
	}
	return at, true
}

// kept logs that the budget's file could not be written: it counts on in memory.
func (g *gateway) kept(err error) {
	if err != nil {
		g.log.Warn("a restart may forget connections that were made", "error", err)
	}
}
