package discord

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"

	"storybot/bot"
)

// Answerer is what this front end asks; *bot.Bot is one. It is called from many
// goroutines at once.
type Answerer interface {
	// Do answers a request. A *bot.ReaderError is shown as it is, any other error logged.
	Do(ctx context.Context, r bot.Request) (bot.Answer, error)
	// Complete returns values that complete what was typed of a command's option.
	Complete(ctx context.Context, command, option, typed string) ([]string, error)
	// Context returns the quote of a bot.Quote.Place with the sentences around it.
	Context(ctx context.Context, place string) (bot.Answer, error)
	// Check quotes what the articles say on somebody's message.
	Check(ctx context.Context, message string) (bot.Answer, error)
	// Mentioned tells which names of the articles somebody's message mentions.
	Mentioned(ctx context.Context, message string) (bot.Answer, error)
}

// Options of the front end.
type Options struct {
	Token string       // of the bot, from Discord's developer portal; with or without "Bot "
	Guild string       // the id of the one server that gets the commands, at once; empty: all servers
	Log   *slog.Logger // nil: slog.Default(). Tokens are taken out of all that is logged
	HTTP  *http.Client // for Discord's HTTP API; nil: one that heeds the proxy settings of the environment

	// Picture draws a timeline as a PNG, from many goroutines at once; nil: no pictures.
	// What it fails to draw, or draws in more than 8 MiB, is left out.
	Picture func(io.Writer, bot.Answer) error
	// AltText says in plain words what Picture shows; nil: nothing.
	AltText func(bot.Answer) string

	// Shards is how many connections share the bot's servers; 0: as many as Discord
	// recommends, which is one up to some thousand servers.
	Shards int
	// Budget is a file that keeps count of the connections of a day, which Discord limits,
	// from one run to the next; "": they are forgotten.
	Budget string
	// Status is kept up to date while the bot runs; nil: nobody looks.
	Status *Status
	// Meter counts what happens; nil: nobody does.
	Meter Meter

	// Fresh says when the articles were last read, for the foot of every answer; the zero
	// time is unknown. Nil: nothing is said.
	Fresh func() time.Time
}

// Run connects the bot to Discord and answers until ctx ends; then it finishes what it
// is answering, within ten seconds, and returns nil. It returns an error at once where
// connecting again cannot help, such as a refused token.
func Run(ctx context.Context, b Answerer, o Options) error {
	return run(ctx, b, o, defaultTiming())
}

// InviteURL is the address at which a server's manager, or a reader for themselves, adds
// the bot with that application id. It asks for no permissions: it needs none to answer
// commands.
func InviteURL(applicationID string) string {
	q := url.Values{"client_id": {applicationID}, "scope": {"bot applications.commands"}, "permissions": {"0"}}
	return "https://discord.com/oauth2/authorize?" + q.Encode()
}

func run(ctx context.Context, b Answerer, o Options, t timing) error {
	if o.Meter == nil {
		o.Meter = noMeter{}
	}
	if o.Status == nil {
		o.Status = &Status{}
	}
	if o.Shards < 0 || o.Shards > maxShards {
		return fmt.Errorf("%d shards: from 1 to %d are possible", o.Shards, maxShards)
	}
	api, now, log, err := connect(o, t)
	if err != nil {
		return err
	}
	token, client := tokenOf(o), api.session.Client
	spent, err := newBudget(o.Budget, time.Now())
	if err != nil {
		log.Warn("the connections of an earlier run are forgotten", "error", err)
	}

	// Shutting down ends the questions a little before the last word on them.
	life, end := context.WithCancel(context.WithoutCancel(ctx))
	defer end()
	work, endWork := context.WithCancel(life)
	defer endWork()
	r := newRouter(work, life, b, api, log, t)
	r.late, r.picture, r.altText, r.fresh, r.meter = now.late, o.Picture, o.AltText, o.Fresh, o.Meter

	var registering sync.WaitGroup
	var once sync.Once
	var members []*gateway
	f := &fleet{api: api, shards: o.Shards, spent: spent, member: func(shard, shards, bucket int) *gateway {
		g := &gateway{
			session:     func(c *http.Client) *discordgo.Session { return newSession(token, c) },
			client:      client,
			log:         log.With("shard", shard),
			timing:      t.connection,
			shard:       shard,
			shards:      shards,
			bucket:      bucket,
			spent:       spent,
			status:      o.Status,
			meter:       o.Meter,
			interaction: r.accept,
			ready: func(application string, guilds []string) {
				once.Do(func() {
					log.Info("to invite the bot", "url", InviteURL(application))
					m := menu{call: api.call, log: log, application: application, guild: o.Guild, guilds: guilds}
					registering.Go(func() { registerAll(ctx, api, m) })
				})
			},
		}
		members = append(members, g)
		return g
	}}
	err = f.run(ctx, t.connection)
	if err == nil {
		log.Info("shutting down")
	}
	bounded(t.drain, endWork, end, func() {
		for _, g := range members {
			g.closing.Wait()
		}
		r.drain()
		registering.Wait()
	})
	return err
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

// registerAll registers the commands, again and again where Discord is out of reach.
func registerAll(ctx context.Context, api *rest, m menu) {
	const patience = 10 * time.Minute
	err := api.persist(ctx, time.Now().Add(patience), passing, m.register)
	if err != nil && ctx.Err() == nil {
		m.log.Error("the commands could not be registered: the menu in Discord may be out of date", "error", err)
	}
}

// timedClient is the client to use, and a clock that its replies set.
func timedClient(given *http.Client) (*http.Client, *clock) {
	client := http.Client{Timeout: 20 * time.Second}
	if given != nil {
		client = *given
	}
	if client.Transport == nil {
		client.Transport = http.DefaultTransport // heeds the environment's proxy settings
	}
	now := &clock{base: client.Transport}
	client.Transport = now
	return &client, now
}

// newSession is a session of the library that keeps no state and reconnects never.
func newSession(token string, client *http.Client) *discordgo.Session {
	packets.hook()
	s, _ := discordgo.New("Bot " + token) // its error is always nil
	s.Client = client
	s.Identify.Intents = 0 // interactions come without any
	s.StateEnabled = false
	s.ShouldReconnectOnError = false
	s.ShouldReconnectVoiceOnSessionError = false
	s.SyncEvents = true
	s.UserAgent = "DiscordBot (storybot, 1) discordgo/" + discordgo.VERSION
	return s
}
