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

	spent   budget
	closing sync.WaitGroup // connections that are being closed
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

// maxIdentifies is the most connections within a day. Discord resets the token of a bot
// that identifies more than 1,000 times.
const maxIdentifies = 500

// fatalCodes are the close codes after which connecting again cannot help, from
// Discord's documentation (Gateway Close Event Codes).
var fatalCodes = map[int]string{
	4004: "Discord refused the bot's token; copy it anew from the developer portal",
	4010: "Discord refused the shard of this connection",
	4011: "the bot is in too many servers for one connection: it would have to be sharded",
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
	var refused *discordgo.RESTError
	if errors.As(err, &refused) && refused.Response.StatusCode == http.StatusUnauthorized {
		return fmt.Errorf("%s (status 401)", fatalCodes[4004])
	}
	return nil
}

// run connects, and connects again, until ctx ends or a fatal error comes.
func (g *gateway) run(ctx context.Context) error {
	for bad := 0; ; bad++ {
		if !g.wait(ctx) {
			return nil
		}
		began := time.Now()
		err := g.connect(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if end := fatal(err); end != nil {
			return end
		}
		if time.Since(began) >= g.timing.steady {
			bad = 0
		}
		pause := g.pause(bad)
		g.log.Warn("no connection to Discord: trying again", "error", plainError(err), "in", pause, "lasted", time.Since(began))
		if !sleep(ctx, pause) {
			return nil
		}
	}
}

// connect makes one connection and stays with it until it is lost.
func (g *gateway) connect(ctx context.Context) error {
	c := newConnection(ctx, g)
	defer g.closing.Go(c.close)
	began := time.Now()
	err := c.open(ctx)
	if c.heartbeat.Load() != 0 { // Discord has said hello, and the library identified
		g.spent.spend(began)
	}
	if err != nil {
		return err
	}
	g.log.Info("connected to Discord")
	return c.watch(ctx)
}

// pause grows with the number of bad connections in a row, and has some chance in it so
// that bots do not come back in step.
func (g *gateway) pause(bad int) time.Duration {
	full := g.timing.firstPause << min(bad, 16)
	if full > g.timing.lastPause || full <= 0 {
		full = g.timing.lastPause
	}
	return full/2 + rand.N(full/2+1)
}

// wait waits until the budget allows another connection.
func (g *gateway) wait(ctx context.Context) bool {
	wait := g.spent.wait(time.Now(), g.timing.spacing)
	if wait > g.timing.lastPause {
		g.log.Error("too many connections within a day: waiting to keep the token", "wait", wait)
	}
	return sleep(ctx, wait)
}

// budget counts the IDENTIFYs of the last day.
type budget struct{ times []time.Time } // the last maxIdentifies of them, in order

// spend counts one.
func (b *budget) spend(at time.Time) {
	b.times = append(b.times, at)
	b.times = b.times[max(0, len(b.times)-maxIdentifies):]
}

// wait returns how long to wait for the next one.
func (b *budget) wait(now time.Time, spacing time.Duration) time.Duration {
	at := now
	if n := len(b.times); n > 0 && at.Before(b.times[n-1].Add(spacing)) {
		at = b.times[n-1].Add(spacing)
	}
	if len(b.times) == maxIdentifies && at.Before(b.times[0].Add(24*time.Hour)) {
		at = b.times[0].Add(24 * time.Hour)
	}
	return at.Sub(now)
}
