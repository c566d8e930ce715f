package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"storybot/bot"
	"storybot/bot/chart"
	"storybot/bot/discord"
	"storybot/bot/terminal"
	"storybot/index"
)

type chatCmd struct{}

// Run talks in the terminal over the index as it is.
func (c *chatCmd) Run(ctx context.Context, s *session) error {
	s.log = s.logger(quiet)
	if r, ok := s.beside(ctx); ok {
		b, what, err := s.meet(ctx, r)
		if err != nil {
			return err
		}
		return s.chat(ctx, b, "Talking "+what+". "+hint)
	}
	e, err := s.open(chatting)
	if err != nil {
		return err
	}
	defer e.close()
	if err := s.build(ctx, e); err != nil {
		return err
	}
	what, err := e.about(ctx)
	if err != nil {
		return err
	}
	b := s.bot(e)
	defer s.listen(ctx, e, b)()
	return s.chat(ctx, b, "Talking "+what+". "+hint)
}

type serveCmd struct{}

// Run is the bot: in Discord where there is a token, else here.
func (c *serveCmd) Run(ctx context.Context, s *session) error {
	if s.Token == "" {
		return s.serveHere(ctx)
	}
	return s.serveDiscord(ctx)
}

// serveHere refreshes the index and talks in the terminal.
func (s *session) serveHere(ctx context.Context) error {
	s.log = s.logger(quiet)
	if r, ok := s.beside(ctx); ok {
		b, what, err := s.meet(ctx, r)
		if err != nil {
			return err
		}
		if err := s.withoutToken(what); err != nil {
			return err
		}
		return s.chat(ctx, b, hint)
	}
	e, err := s.open(chatting)
	if err != nil {
		return err
	}
	defer e.close()
	if e.read != nil {
		report, err := s.refresh(ctx, e, index.RefreshOptions{})
		if errors.Is(err, index.ErrMostGone) { // what is indexed is answered from
			fmt.Fprintf(s.err, "storybot: %v; where that is meant, storybot refresh --force removes them\n", err)
		} else if err != nil {
			return err
		}
		s.tellAll(report)
	}
	b := s.bot(e)
	defer s.listen(ctx, e, b)()
	what, err := e.about(ctx)
	if err != nil {
		return err
	}
	if err := s.withoutToken(what); err != nil {
		return err
	}
	defer background(ctx, func(ctx context.Context) { s.keepFresh(ctx, e) })()
	return s.chat(ctx, b, hint)
}

// withoutToken says why there is a chat, and about what.
func (s *session) withoutToken(what string) error {
	_, err := fmt.Fprintf(s.out, "DISCORD_TOKEN is not set: talking right here, %s.\n\n", what)
	return err
}

// hint greets a person, not a pipe.
const hint = "Try /who, /timeline or /ask; Tab completes names, /help tells more."

// about says what there is to talk about.
func (e *engine) about(ctx context.Context) (string, error) {
	n, _, err := e.index.Counts(ctx)
	kind, noun := "", "articles"
	if e.sample {
		kind = "sample "
	}
	if n == 1 {
		noun = "article"
	}
	return fmt.Sprintf("about %d %s%s", n, kind, noun), err
}

// chat talks until the reader leaves or ctx is done, which is no failure.
func (s *session) chat(ctx context.Context, b terminal.Bot, greeting string) error {
	err := terminal.Chat(ctx, s.in, s.out, b, terminal.Options{Greeting: greeting, History: s.History, Environ: s.environ, Log: s.log})
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

// keepFresh refreshes the index at its interval, and when files have changed, until ctx is
// done.
func (s *session) keepFresh(ctx context.Context, e *engine) {
	if e.read == nil || e.places == nil || s.Refresh == 0 {
		return
	}
	changed := make(chan struct{}, 1)
	defer background(ctx, func(ctx context.Context) { s.watch(ctx, e.places, changed) })()
	tick := time.NewTicker(e.places.interval(s.Refresh))
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		case <-changed:
		}
		s.refreshQuietly(ctx, e, withKept(e.store, e.places.due(s.Refresh)))
	}
}

// watch tells changed of changes of files, until ctx is done.
func (s *session) watch(ctx context.Context, p *places, changed chan<- struct{}) {
	all, err := p.located()
	if err != nil || len(all.files) == 0 {
		return
	}
	err = watchFiles(ctx, all.files, settled, func() {
		select {
		case changed <- struct{}{}:
		default: // a refresh that has not begun sees this change too
		}
	})
	if err != nil && ctx.Err() == nil {
		s.log.WarnContext(ctx, "files are not watched: changes are found at the next refresh", "error", err)
	}
}

// settled is how long files must be left alone before they are read: whoever copies a
// folder is given time to finish.
const settled = 2 * time.Second

// refreshQuietly refreshes from what is read and tells the log alone.
func (s *session) refreshQuietly(ctx context.Context, e *engine, read index.Corpus) {
	guarded(ctx, s.log, "a refresh", func() { s.refreshAndTell(ctx, e, read) })
}

func (s *session) refreshAndTell(ctx context.Context, e *engine, read index.Corpus) {
	if lost := e.index.Lost(); lost != nil {
		s.log.WarnContext(ctx, "the index is built anew", "error", lost)
	}
	report, err := e.index.Refresh(ctx, read, index.RefreshOptions{})
	if err != nil {
		// A reader's /refresh does the same work.
		if ctx.Err() == nil && !errors.Is(err, index.ErrRefreshing) {
			s.log.ErrorContext(ctx, "refresh failed", "error", err)
		}
		return
	}
	s.log.InfoContext(ctx, "refreshed", "summary", bot.Summary(report))
	s.warm(ctx, e)
}

// warm reads the table of names, for which the first reader who types one would wait.
func (s *session) warm(ctx context.Context, e *engine) {
	if _, err := e.index.Names(ctx, "", 1); err != nil && ctx.Err() == nil {
		s.log.WarnContext(ctx, "the names could not be read", "error", err)
	}
}

// quiet is the level of a program that talks to a person: only what went wrong.
const quiet = slog.LevelError

// logger writes to standard error from the given level on; debug shows everything.
func (s *session) logger(level slog.Level) *slog.Logger {
	if s.Log == slog.LevelDebug {
		level = s.Log
	}
	o := &slog.HandlerOptions{Level: level}
	var h slog.Handler = slog.NewTextHandler(io.Writer(s.err), o)
	if s.LogAs == "json" {
		h = slog.NewJSONHandler(io.Writer(s.err), o)
	}
	return slog.New(discord.Redact(h, s.Token))
}

// serveDiscord connects to Discord at once and refreshes the index meanwhile: what is
// indexed is answered from, also while the first refresh runs.
func (s *session) serveDiscord(ctx context.Context) error {
	s.log = s.logger(s.Log)
	if err := s.findCorpus(); err != nil {
		return err
	}
	e, err := s.open(writing)
	if err != nil {
		return err
	}
	defer e.close()
	defer background(ctx, func(ctx context.Context) {
		s.warm(ctx, e)
		if e.read != nil {
			s.refreshQuietly(ctx, e, e.read)
		}
		s.keepFresh(ctx, e)
	})()
	b := s.bot(e)
	defer s.listen(ctx, e, b)()
	m, status := newMeter(ctx, e.index), &discord.Status{}
	pages := &admin{index: e.index, meter: m, status: status, gateway: s.Listen == "", now: time.Now}
	defer pages.serve(ctx, s.Admin, s.log)()
	o := discord.Options{
		Token: s.Token, Guild: s.Guild, Log: s.log, Picture: chart.Draw, AltText: chart.AltText, Fresh: e.index.Refreshed,
		Shards: int(s.Shards), Budget: s.budget(), Status: status, Meter: m, Listen: s.Listen, PublicKey: s.Key,
	}
	if e.store != nil {
		o.News, o.Votes = b, b
	}
	return discord.Run(ctx, b, o)
}

// budget is the file beside the index that keeps count of connections to Discord, "" where
// the index lives in memory.
func (s *session) budget() string {
	if s.Index == "" {
		return ""
	}
	return filepath.Clean(s.Index) + ".gateway.json"
}

// background runs work until the function that it returns is called, which waits for its
// end.
func background(ctx context.Context, work func(context.Context)) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	running.Go(func() { work(ctx) })
	return func() {
		cancel()
		running.Wait()
	}
}
