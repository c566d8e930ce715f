package discord

import (
	"cmp"
	"context"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/bwmarrin/discordgo"

	"storybot/bot"
)

// timing holds how long things may take; tests shorten it.
type timing struct {
	respond     time.Duration // from receipt until the first response; Discord waits three seconds
	acknowledge time.Duration // from receipt until an answer that is not ready is deferred
	answer      time.Duration // for the bot to answer a reader
	token       time.Duration // from receipt until the last edit; Discord's tokens live 15 minutes
	drain       time.Duration // for shutting down
	pause       time.Duration // before a request is repeated
	sofar       time.Duration // between two words on how far a long request is
	news        time.Duration // between two looks for what followers are to be told
	connection  connectionTiming
}

// defaultTiming keeps Discord's deadlines: a response within three seconds (readers
// should wait for one second at most), edits within fifteen minutes.
func defaultTiming() timing {
	return timing{
		respond:     discordgo.InteractionDeadline,
		acknowledge: 500 * time.Millisecond,
		answer:      2 * time.Minute,
		token:       14 * time.Minute,
		drain:       10 * time.Second,
		pause:       200 * time.Millisecond,
		sofar:       2 * time.Second,
		news:        time.Minute,
		connection:  defaultConnectionTiming(),
	}
}

// manner is the way in which an interaction is answered.
type manner struct {
	ready, deferred int  // types of response: with the answer, and before it
	private         bool // for the reader's eyes only
}

// wish is what a reader wants of an answer, and how they get it.
type wish struct {
	manner
	request bot.Request
	page    int  // of the answer, from 1
	files   bool // the whole answer as files, instead of a page

	ask    func(context.Context) (bot.Answer, error) // instead of the request, where no line asks for it
	called string                                    // the name of that, for the log
	sofar  chan string                               // how far a long request is; nil where it does not tell
	self   string                                    // what a button carries that asks for it again, or ""
}

// name is what the log calls the wish.
func (w wish) name() string { return cmp.Or(w.request.Command, w.called) }

// outcome is an answer as a message, or an error.
type outcome struct {
	answer bot.Answer
	shown  message
	bare   message // instead of shown where Discord takes no files
	pages  int
	empty  bool // there is nothing that others would want to see
	err    error
}

// answer asks the bot and shows what was wished for of the answer: at once if it is ready
// within the time to acknowledge, and else by deferring and editing it in.
func (r *router) answer(in interaction, w wish) {
	w.request.Place, w.request.Reader = in.place(), in.reader()
	ctx, cancel := r.patience(w.request)
	defer cancel()
	if c, ok := bot.Find(w.request.Command); ok && c.Operator {
		w.sofar = make(chan string, 1)
		w.request.Progress = func(text string) {
			select {
			case w.sofar <- text:
			default: // the last word on it is not read yet
			}
		}
	}
	done := make(chan outcome, 1)
	r.ask(ctx, in, w, done)
	timer := time.NewTimer(time.Until(in.received.Add(r.timing.acknowledge)))
	defer timer.Stop()
	select {
	case o := <-done:
		if o.err == nil && (o.shown.heavy() || in.inline != nil && len(o.shown.files) > 0) {
			done <- o
			r.later(in, w, done)
			return
		}
		r.now(in, w, o)
	case <-timer.C:
		r.later(in, w, done)
	}
}

// patience bounds the time to answer. What an operator starts, such as a refresh, has
// its own pace and goes on when its interaction is long over.
func (r *router) patience(request bot.Request) (context.Context, context.CancelFunc) {
	if c, ok := bot.Find(request.Command); ok && c.Operator {
		return context.WithCancel(r.work)
	}
	return context.WithTimeout(r.work, r.timing.answer)
}

// ask puts the request to the bot and makes a message of the answer, which counts as time
// to answer too. A picture that is drawn keeps no turn from other questions.
func (r *router) ask(ctx context.Context, in interaction, w wish, done chan<- outcome) {
	r.active.Go(func() {
		var o outcome
		defer func() {
			if p := recover(); p != nil {
				o = outcome{err: &panicked{p, debug.Stack()}}
			}
			done <- o
		}()
		a, err := r.inTurn(ctx, w)
		if err != nil {
			o.err = err
			return
		}
		o = r.compose(ctx, in, w, a)
	})
}

// inTurn puts the request to the bot as soon as its turn comes.
func (r *router) inTurn(ctx context.Context, w wish) (bot.Answer, error) {
	select {
	case r.working <- struct{}{}:
		defer func() { <-r.working }()
	case <-ctx.Done():
		return bot.Answer{}, ctx.Err()
	}
	if w.ask != nil {
		return w.ask(ctx)
	}
	return r.bot.Do(ctx, w.request)
}

// compose makes the message that was wished for of an answer. A page that the answer no
// longer has, since the articles have changed, is the reader's to ask for again.
func (r *router) compose(ctx context.Context, in interaction, w wish, a bot.Answer) outcome {
	o := outcome{answer: a}
	if w.files {
		o.bare = line("Discord takes no files here.")
		o.shown, o.err = r.export(w.request, a, in.maxFile())
		return o
	}
	o.empty = !a.Answered && len(a.Quotes) == 0 && len(a.Facts) == 0
	v := view{request: w.request, answer: a, self: w.self, votes: r.votes != nil, private: w.private && !o.empty && !in.alone()}
	if r.fresh != nil {
		v.fresh = r.fresh()
	}
	o.bare, o.pages = v.render(w.page)
	if w.page > o.pages {
		o.err = &bot.ReaderError{Message: fmt.Sprintf(
			"The articles have changed since this was asked, and the answer has no page %d any more: please ask again.", w.page)}
		return o
	}
	o.shown = r.illustrate(ctx, in, w, a, o.bare)
	return o
}

// deliver sends the answer, and once more without its files where Discord takes none.
func (r *router) deliver(o outcome, send func(message) error) error {
	err := send(o.shown)
	if len(o.shown.files) > 0 && noFiles(err) {
		r.log.Warn("Discord took no files", "error", err)
		err = send(o.bare)
	}
	return err
}

// aside returns what the reader alone is told: an error, or that nothing was found.
func (r *router) aside(in interaction, w wish, o outcome) (message, bool) {
	if o.err != nil {
		return r.explain(in, w, o.err), true
	}
	if o.empty {
		r.ended(in, "empty")
	}
	return o.shown, o.empty
}

// now responds with the answer itself.
func (r *router) now(in interaction, w wish, o outcome) {
	if m, ok := r.aside(in, w, o); ok {
		r.say(in, response{Type: respondMessage, Data: m.ephemeral()})
		return
	}
	err := r.deliver(o, func(m message) error {
		if w.private && w.ready == respondMessage {
			m = m.ephemeral()
		}
		return r.send.respond(r.life, in, response{Type: w.ready, Data: m})
	})
	if r.said(in, err) {
		r.answered(in, w, o, "deferred", false)
	}
}

// later defers, waits and edits the answer in.
func (r *router) later(in interaction, w wish, done <-chan outcome) {
	body := response{Type: w.deferred}
	if w.private && w.deferred == respondDeferred {
		body.Data = map[string]int{"flags": flagEphemeral}
	}
	if !r.say(in, body) {
		return
	}
	timer := time.NewTimer(time.Until(in.received.Add(r.timing.token)))
	defer timer.Stop()
	next := time.Now()
	for {
		select {
		case o := <-done:
			r.bring(in, w, o)
			return
		case text := <-w.sofar:
			if time.Now().After(next) {
				r.check(r.send.edit(r.life, in, line(text)))
				next = time.Now().Add(r.timing.sofar)
			}
		case <-timer.C:
			r.check(r.send.edit(r.life, in, line("This takes longer than Discord lets me answer. It goes on; ask again later.")))
			r.afterwards(w, <-done)
			return
		}
	}
}

// bring edits the answer in after a deferral. A deferral decides who sees the message:
// what the reader alone is told after a public one goes out in a message of its own.
func (r *router) bring(in interaction, w wish, o outcome) {
	m, ok := r.aside(in, w, o)
	if !ok {
		if r.check(r.deliver(o, func(m message) error { return r.send.edit(r.life, in, m) })) {
			r.answered(in, w, o, "deferred", true)
		}
		return
	}
	if w.deferred == respondDeferred {
		// A follow-up before the removal would take the deferred message's place, and be public.
		if w.private || !r.check(r.send.remove(r.life, in)) {
			r.check(r.send.edit(r.life, in, m))
			return
		}
	}
	r.check(r.send.followUp(r.life, in, m.ephemeral()))
}

// check logs an error of saying something, and says whether there was none.
func (r *router) check(err error) bool {
	if err != nil {
		r.log.Error("a message could not be sent", "error", err)
	}
	return err == nil
}

// afterwards logs the outcome of what nobody can be told any more.
func (r *router) afterwards(w wish, o outcome) {
	r.log.Info("a command ended after its interaction", "command", w.name(), "quotes", len(o.answer.Quotes), "error", o.err)
}

func (r *router) answered(in interaction, w wish, o outcome, more ...any) {
	r.ended(in, "answered")
	r.log.Info("answered", append([]any{"command", w.name(), "quotes", len(o.answer.Quotes), "found", o.answer.Answered,
		"pages", o.pages, "files", len(o.shown.files), "took", time.Since(in.received)}, more...)...)
	if w.ask == nil {
		r.log.Debug("answered", "line", w.request.Line())
	}
}
