package discord

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// maxShards is more than Discord has asked of any bot of this kind; it bounds what a slip
// in a setting can do.
const maxShards = 1000

// limits is what Discord tells a bot about its connections (Get Gateway Bot).
type limits struct {
	Shards int `json:"shards"` // recommended
	Start  struct {
		Remaining      int   `json:"remaining"`       // IDENTIFYs until the reset
		ResetAfter     int64 `json:"reset_after"`     // milliseconds
		MaxConcurrency int   `json:"max_concurrency"` // IDENTIFYs in five seconds
	} `json:"session_start_limit"`
}

// askLimits asks Discord, again and again until it answers or ctx ends.
func askLimits(ctx context.Context, api *rest, t connectionTiming) (limits, error) {
	for bad := 0; ; bad++ {
		var l limits
		within, cancel := context.WithTimeout(ctx, t.open)
		err := api.get(within, discordgo.EndpointGatewayBot, &l)
		cancel()
		if err == nil {
			l.Shards, l.Start.MaxConcurrency = min(max(l.Shards, 1), maxShards), max(l.Start.MaxConcurrency, 1)
			return l, nil
		}
		if end := fatal(err); end != nil {
			return l, end
		}
		if ctx.Err() != nil {
			return l, ctx.Err()
		}
		if errors.Is(err, context.DeadlineExceeded) {
			err = errSlow
		}
		pause := t.pause(bad)
		var limited *apiError
		if errors.As(err, &limited) {
			pause = max(pause, limited.after)
		}
		api.log.Warn("no connection to Discord: trying again", "error", err, "in", pause)
		if !sleep(ctx, pause) {
			return l, ctx.Err()
		}
	}
}

// fleet is the connections of a bot to the gateway: one a shard.
type fleet struct {
	api    *rest
	shards int // 0: as many as Discord recommends
	spent  *budget
	member func(shard, shards, bucket int) *gateway
}

// run keeps all shards connected until ctx ends or one of them meets what connecting
// again cannot help; it returns when all have ended.
func (f *fleet) run(ctx context.Context, t connectionTiming) error {
	l, err := askLimits(ctx, f.api, t)
	if ctx.Err() != nil {
		return nil
	}
	if err != nil {
		return err
	}
	n := f.shards
	if n == 0 {
		n = l.Shards
	}
	if l.Start.ResetAfter > 0 && l.Start.Remaining < n {
		reset := time.Duration(l.Start.ResetAfter) * time.Millisecond
		f.api.log.Error("Discord allows no more connections for now: waiting to keep the token", "remaining", l.Start.Remaining, "wait", reset)
		f.spent.wait(time.Now().Add(reset))
	}
	f.api.log.Info("connecting to Discord", "shards", n, "at once", l.Start.MaxConcurrency)
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var running sync.WaitGroup
	for shard := range n {
		g := f.member(shard, n, shard%l.Start.MaxConcurrency)
		running.Go(func() {
			if err := g.run(ctx); err != nil {
				cancel(err)
			}
		})
	}
	running.Wait()
	if err := context.Cause(ctx); !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}
