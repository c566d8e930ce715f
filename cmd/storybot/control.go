package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"sync"
	"time"

	"storybot/bot"
	"storybot/bot/eval"
	"storybot/bot/store"
	"storybot/index"
)

// mostAsking is how many processes are answered at a time.
const mostAsking = 16

// control answers other processes of the owner while this one holds the index.
type control struct {
	engine *engine
	bot    *bot.Bot
	corpus []string // as the settings name it
	log    *slog.Logger
	room   chan struct{}
}

// listen answers other processes until the function that it returns is called. Where it
// cannot, they are told that the index is held, as before.
func (s *session) listen(ctx context.Context, e *engine, b *bot.Bot) (stop func()) {
	if s.Index == "" || e.read == nil && e.store == nil { // others can open what this one has open
		return func() {}
	}
	if !controllable {
		s.log.InfoContext(ctx, "other processes cannot ask this one on this system: storybot refresh needs it to be stopped")
		return func() {}
	}
	l, remove, err := listenBeside(s.Index)
	if err != nil {
		s.log.WarnContext(ctx, "other processes cannot ask this one", "error", err)
		return func() {}
	}
	c := &control{engine: e, bot: b, corpus: s.Corpus, log: s.log, room: make(chan struct{}, mostAsking)}
	end := background(ctx, func(ctx context.Context) { c.serve(ctx, l) })
	return func() {
		end()
		remove()
	}
}

// serve takes connections until ctx is done, and waits for their ends.
func (c *control) serve(ctx context.Context, l net.Listener) {
	defer context.AfterFunc(ctx, func() { l.Close() })()
	var busy sync.WaitGroup
	defer busy.Wait()
	for {
		conn, err := l.Accept()
		if ctx.Err() != nil {
			if err == nil {
				conn.Close()
			}
			return
		}
		if err != nil { // such as too many open files
			c.log.WarnContext(ctx, "a process that asks could not be heard", "error", err)
			select {
			case <-time.After(time.Second):
			case <-ctx.Done():
			}
			continue
		}
		busy.Go(func() { c.connection(ctx, conn) })
	}
}

// connection hears and does what one process wants. When that process leaves, so does what
// is done for it.
func (c *control) connection(ctx context.Context, conn net.Conn) {
	defer conn.Close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	w := &wire{conn: conn}
	select {
	case c.room <- struct{}{}:
		defer func() { <-c.room }()
	default:
		w.say(failure(errors.New("too many processes ask the running bot at once")))
		return
	}
	_ = conn.SetReadDeadline(time.Now().Add(askWithin))
	defer context.AfterFunc(ctx, func() { conn.SetReadDeadline(time.Now()) })()
	in, asked := bufio.NewReader(conn), wireAsked{}
	if err := readWire(in, longestAsked, &asked); err != nil {
		w.say(failure(fmt.Errorf("what is asked cannot be read: %w", err)))
		return
	}
	_ = conn.SetReadDeadline(time.Time{})
	var watching sync.WaitGroup
	watching.Go(func() {
		_, _ = io.Copy(io.Discard, io.LimitReader(in, longestAsked)) // until it leaves
		cancel()
	})
	watching.Go(func() { w.keepTalking(ctx) })
	w.say(c.do(ctx, asked, w))
	cancel()
	conn.Close()
	watching.Wait()
}

// wire is the way back to a process. It may be used by several goroutines.
type wire struct {
	mu   sync.Mutex
	conn net.Conn
	done bool // guarded by mu: the last line was said, or nobody takes it

	noting sync.Mutex
	noted  wireSaid // guarded by noting: what is said next; a later one takes its place
}

// say writes a line. Where nobody takes it, the talk is over.
func (w *wire) say(said wireSaid) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.done {
		return
	}
	_ = w.conn.SetWriteDeadline(time.Now().Add(aliveWithin))
	e := json.NewEncoder(w.conn)
	e.SetEscapeHTML(false)
	err := e.Encode(said)
	if w.done = said.End || err != nil; err != nil {
		w.conn.Close()
	}
}

// note keeps a line to be said in a moment, so that who works waits for nobody to read.
func (w *wire) note(said wireSaid) {
	w.noting.Lock()
	defer w.noting.Unlock()
	w.noted = said
}

// keepTalking says what is noted, and where nothing is, that work goes on.
func (w *wire) keepTalking(ctx context.Context) {
	tick := time.NewTicker(aliveEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		w.noting.Lock()
		said := w.noted
		w.noted = wireSaid{}
		w.noting.Unlock()
		w.say(said)
	}
}

// do does what is asked and returns the last line to say.
func (c *control) do(ctx context.Context, asked wireAsked, w *wire) (said wireSaid) {
	said = failure(errors.New("the running bot failed: its log says more"))
	guarded(ctx, c.log, "what another process asked for", func() {
		var err error
		if said, err = c.answer(ctx, asked, w); err != nil {
			said = failure(err)
		}
		said.End = true
	})
	return said
}

// answer does what is asked.
func (c *control) answer(ctx context.Context, asked wireAsked, w *wire) (said wireSaid, err error) {
	switch {
	case asked.Version != wireVersion:
		return said, errors.New("the running bot is of another version: start it anew")
	case asked.Ping:
		return said, nil
	case asked.Refresh != nil:
		return c.refresh(ctx, *asked.Refresh, w), nil
	case asked.Votes:
		said.Votes, err = c.votes()
		return said, err
	}
	if asked == (wireAsked{Version: wireVersion}) {
		return said, errors.New("nothing that is known was asked for")
	}
	if asked.Eval == nil {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, answerWithin)
		defer cancel()
	}
	if err = c.whole(ctx); err != nil {
		return said, err
	}
	switch {
	case asked.Answer != nil:
		said.Answer, err = render(ctx, c.bot, *asked.Answer)
	case asked.Eval != nil:
		said.Eval, said.Misfits, err = c.eval(ctx, *asked.Eval)
	case asked.About:
		said.About, err = c.engine.about(ctx)
	case asked.Line != nil:
		said.Told, err = c.line(ctx, *asked.Line)
	case asked.Complete != nil:
		said.Values, err = c.bot.Complete(ctx, asked.Complete.Command, asked.Complete.Option, asked.Complete.Typed)
	}
	return said, err
}

// votes returns what readers voted.
func (c *control) votes() ([]store.Vote, error) {
	if c.engine.store == nil {
		return nil, errors.New("the running bot keeps no votes")
	}
	return c.engine.store.Votes()
}

// answerWithin bounds the time for one line. Commands that refresh take as long.
const answerWithin = 10 * time.Minute

// againAfter is how long to wait for a refresh that is under way before looking again.
const againAfter = 200 * time.Millisecond

// whole waits until the index was built, as verbs that answer build a missing one first.
func (c *control) whole(ctx context.Context) error {
	for c.engine.index.Refreshed().IsZero() {
		select {
		case <-time.After(againAfter):
		case <-ctx.Done():
			return fmt.Errorf("the running bot is still building its index: %w", ctx.Err())
		}
	}
	return nil
}

// refresh refreshes as soon as no other refresh is under way, and tells how far it is.
func (c *control) refresh(ctx context.Context, o wireRefresh, w *wire) wireSaid {
	options := index.RefreshOptions{Force: o.Force, RemoveMost: o.RemoveMost, Rebuild: o.Rebuild, DryRun: o.DryRun, Progress: func(r index.Report) {
		r.Problems = nil
		w.note(wireSaid{Progress: sent(r)})
	}}
	if c.engine.read == nil {
		return failure(errors.New("the running bot has no corpus to refresh from: stop it, or start it with one"))
	}
	for {
		report, err := c.engine.index.Refresh(ctx, c.engine.read, options)
		if errors.Is(err, index.ErrRefreshing) {
			select {
			case <-time.After(againAfter):
				continue
			case <-ctx.Done():
				err = ctx.Err()
			}
		}
		said := wireSaid{End: true}
		if err != nil {
			said = failure(err)
		} else {
			c.log.InfoContext(ctx, "refreshed for another process", "summary", bot.Summary(report))
		}
		said.Report, said.Corpus = sent(report), c.corpus
		return said
	}
}

// eval puts the questions of a file to the bot.
func (c *control) eval(ctx context.Context, q wireQuestions) (report []byte, misfits []string, err error) {
	questions, err := eval.Read(bytes.NewReader(q.File), q.Name)
	if err != nil {
		return nil, nil, err
	}
	scored, misfits, err := score(ctx, c.engine, c.bot, questions)
	if err != nil {
		return nil, nil, err
	}
	var b bytes.Buffer
	err = scored.WriteJSON(&b)
	return b.Bytes(), misfits, err
}
