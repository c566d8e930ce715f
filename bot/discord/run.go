package discord

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// front is one run of the front end.
type front struct {
	options Options
	timing  timing
	api     *rest
	clock   *clock
	log     *slog.Logger
	router  *router

	members     []*gateway
	once        sync.Once
	registering sync.WaitGroup
	telling     sync.WaitGroup
}

func run(ctx context.Context, b Answerer, o Options, t timing) error {
	if o.Shards < 0 || o.Shards > maxShards {
		return fmt.Errorf("%d shards: from 1 to %d are possible", o.Shards, maxShards)
	}
	api, now, log, err := connect(o, t)
	if err != nil {
		return err
	}
	o.Meter = api.meter
	if o.Status == nil {
		o.Status = &Status{}
	}

	// Shutting down ends the questions a little before the last word on them.
	life, end := context.WithCancel(context.WithoutCancel(ctx))
	defer end()
	work, endWork := context.WithCancel(life)
	defer endWork()
	r := newRouter(work, life, b, api, log, t)
	r.late, r.picture, r.altText, r.fresh, r.meter = now.late, o.Picture, o.AltText, o.Fresh, o.Meter
	r.votes, r.client = o.Votes, attachmentClient(o.HTTP)

	f := &front{options: o, timing: t, api: api, clock: now, log: log, router: r}
	if o.News != nil {
		f.telling.Go(func() { f.keepTelling(ctx) })
	}
	if o.Listen != "" {
		err = f.overHTTP(ctx)
	} else {
		err = f.overGateway(ctx)
	}
	if err == nil {
		log.Info("shutting down")
	}
	bounded(t.drain, endWork, end, f.wait)
	return err
}

// wait returns when all that is under way has ended.
func (f *front) wait() {
	for _, g := range f.members {
		g.closing.Wait()
	}
	f.router.drain()
	f.telling.Wait()
	f.registering.Wait()
}

// overGateway takes interactions from the gateway until ctx ends.
func (f *front) overGateway(ctx context.Context) error {
	spent, err := newBudget(f.options.Budget, time.Now())
	if err != nil {
		f.log.Warn("the connections of an earlier run are forgotten", "error", err)
	}
	all := &fleet{api: f.api, shards: f.options.Shards, spent: spent, member: func(shard, shards, bucket int) *gateway {
		g := &gateway{
			session:     func(c *http.Client) *discordgo.Session { return newSession(tokenOf(f.options), c) },
			client:      f.api.session.Client,
			log:         f.log.With("shard", shard),
			timing:      f.timing.connection,
			shard:       shard,
			shards:      shards,
			bucket:      bucket,
			spent:       spent,
			status:      f.options.Status,
			meter:       f.options.Meter,
			interaction: f.router.accept,
			ready: func(application string, guilds []string) {
				f.register(ctx, func(context.Context) (menu, error) {
					return menu{call: f.api.call, log: f.log, application: application, guild: f.options.Guild, guilds: guilds}, nil
				})
			},
		}
		f.members = append(f.members, g)
		return g
	}}
	return all.run(ctx, f.timing.connection)
}

// overHTTP takes interactions as HTTP requests until ctx ends.
func (f *front) overHTTP(ctx context.Context) error {
	e, err := newEndpoint(f.options.PublicKey, f.router.take, f.clock.now, f.log)
	if err != nil {
		return err
	}
	f.register(ctx, func(ctx context.Context) (menu, error) { return findMenu(ctx, f.api, f.log, f.options.Guild) })
	return e.serve(ctx, f.options.Listen, f.timing.drain)
}

// register registers the commands, once a run, again and again where Discord is out of
// reach. It returns at once.
func (f *front) register(ctx context.Context, find func(context.Context) (menu, error)) {
	const patience = 10 * time.Minute
	f.once.Do(func() {
		f.registering.Go(func() {
			invited := false
			err := f.api.persist(ctx, time.Now().Add(patience), passing, func(ctx context.Context) error {
				m, err := find(ctx)
				if err != nil {
					return err
				}
				if !invited {
					invited = true
					f.log.Info("to invite the bot", "url", InviteURL(m.application))
				}
				return m.register(ctx)
			})
			if err != nil && ctx.Err() == nil {
				f.log.Error("the commands could not be registered: the menu in Discord may be out of date", "error", err)
			}
		})
	})
}

// bounded waits for f. After four fifths of the time it ends the questions, at the end
// of it everything.
func bounded(most time.Duration, endWork, end func(), f func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	for _, step := range []struct {
		wait time.Duration
		end  func()
	}{{most * 4 / 5, endWork}, {most / 5, end}} {
		timer := time.NewTimer(step.wait)
		select {
		case <-done:
			timer.Stop()
			return
		case <-timer.C:
			step.end()
		}
	}
}
