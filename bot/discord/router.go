package discord

import (
	"context"
	"io"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"storybot/bot"
)

// Bounds of the work at hand.
const (
	maxPending     = 128  // interactions being answered or waiting for it
	maxWorking     = 8    // questions put to the bot at once
	maxDrawing     = 2    // pictures drawn at once
	maxCompleting  = 16   // autocompletions at once
	maxRefusing    = 32   // readers being told that all the above is full
	maxRemembered  = 4096 // interactions that are known when they come again
	completeWithin = 2500 * time.Millisecond
)

// sender is what the router needs of Discord's HTTP API. Each call goes on trying for as
// long as that makes sense.
type sender interface {
	respond(context.Context, interaction, response) error
	edit(context.Context, interaction, message) error
	remove(context.Context, interaction) error
	followUp(context.Context, interaction, message) error
}

// router answers interactions, each on a goroutine of its own. It holds nothing that a
// restart would lose.
type router struct {
	bot    Answerer
	send   sender
	log    *slog.Logger
	timing timing
	late   func(interaction) bool
	seen   *seen

	picture func(io.Writer, bot.Answer) error // see Options
	altText func(bot.Answer) string

	// work ends what the bot is asked, life ends what is said to Discord.
	work, life context.Context

	pending, working, drawing, completing, refusing chan struct{} // semaphores

	mu     sync.Mutex
	closed bool // guarded by mu: no goroutine starts any more
	active sync.WaitGroup
}

func newRouter(work, life context.Context, b Answerer, s sender, log *slog.Logger, t timing) *router {
	return &router{
		bot: b, send: s, log: log, timing: t, work: work, life: life,
		late:       func(interaction) bool { return false },
		seen:       newSeen(maxRemembered),
		pending:    make(chan struct{}, maxPending),
		working:    make(chan struct{}, maxWorking),
		drawing:    make(chan struct{}, maxDrawing),
		completing: make(chan struct{}, maxCompleting),
		refusing:   make(chan struct{}, maxRefusing),
	}
}

// accept takes an interaction as it came over the wire. It returns at once.
func (r *router) accept(raw []byte) {
	in, err := decode(raw, time.Now())
	switch {
	case err != nil:
		r.log.Warn("an interaction was dropped", "error", err)
	case !r.seen.first(in.ID):
		r.log.Info("an interaction came again", "id", in.ID)
	case r.late(in):
		r.log.Warn("an interaction came too late to be answered", "id", in.ID, "sent", in.sent())
	case in.Type == typeAutocomplete:
		if !r.start(r.completing, func() { r.complete(in) }) {
			r.start(r.refusing, func() { r.choices(in, nil) })
		}
	case in.Type == typeCommand || in.Type == typeComponent:
		if !r.start(r.pending, func() { defer r.apologise(in); r.dispatch(in) }) {
			r.log.Warn("too many questions at once", "pending", maxPending)
			r.start(r.refusing, func() { r.refuse(in, "Too many questions at once. Please ask again in a moment.") })
		}
	default:
		r.log.Debug("an interaction of an unknown type was dropped", "type", in.Type)
	}
}

// start runs f on its own goroutine if there is room for it. A panic in f is logged.
func (r *router) start(room chan struct{}, f func()) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return false
	}
	select {
	case room <- struct{}{}:
	default:
		return false
	}
	r.active.Go(func() {
		defer func() { <-room }()
		defer r.recovered()
		f()
	})
	return true
}

// drain takes no more and waits until all that was taken is answered.
func (r *router) drain() {
	r.mu.Lock()
	r.closed = true
	r.mu.Unlock()
	r.active.Wait()
}

func (r *router) recovered() {
	if p := recover(); p != nil {
		r.log.Error("a handler panicked", "panic", p, "stack", string(debug.Stack()))
	}
}

// apologise tells the reader of a panic, in the response or, where there is one already,
// in its place.
func (r *router) apologise(in interaction) {
	p := recover()
	if p == nil {
		return
	}
	r.log.Error("a handler panicked", "panic", p, "stack", string(debug.Stack()))
	told := line(r.explain(in, errPanicked))
	if !r.say(in, response{Type: respondMessage, Data: told.ephemeral()}) {
		r.check(r.send.edit(r.life, in, told))
	}
}

// dispatch answers a command or a press of a button.
func (r *router) dispatch(in interaction) {
	if in.Type == typeComponent {
		r.press(in)
		return
	}
	values, private := in.Data.options()
	request, err := bot.NewRequest(in.Data.Name, values)
	if err != nil {
		r.fail(in, err)
		return
	}
	if !r.allowed(in, request) {
		return
	}
	m := manner{ready: respondMessage, deferred: respondDeferred, private: private}
	r.answer(in, wish{request: request, page: 1, manner: m})
}

// press shows another page, the whole answer as files, or what a next step asks. The one who asked turns the
// page of the answer itself, others get the page for themselves; files and next steps
// are always for the one who pressed.
func (r *router) press(in interaction) {
	apart := manner{ready: respondMessage, deferred: respondDeferred, private: true}
	if request, ok := exportOf(in.Data.CustomID, in.components()); ok {
		r.answer(in, wish{request: request, files: true, manner: apart})
		return
	}
	if request, ok := stepOf(in.Data.CustomID); ok {
		if r.allowed(in, request) {
			r.answer(in, wish{request: request, page: 1, manner: apart})
		}
		return
	}
	request, page, ok := pageOf(in.Data.CustomID, in.components())
	if !ok {
		r.refuse(in, "This answer is from before a change of the bot: please ask again.")
		return
	}
	if !r.allowed(in, request) {
		return
	}
	m := manner{ready: respondEdit, deferred: respondDeferredEdit}
	if !in.ownMessage() {
		m = apart
	}
	r.answer(in, wish{request: request, page: page, manner: m})
}

// allowed checks that an operator's command comes from one who manages the server. The
// menu of Discord hides it from others, but a server can change that.
func (r *router) allowed(in interaction, request bot.Request) bool {
	c, _ := bot.Find(request.Command)
	if !c.Operator || in.mayOperate() {
		return true
	}
	r.log.Info("a command was refused", "command", request.Command)
	r.refuse(in, "Only those who manage this server can use /"+request.Command+".")
	return false
}

// refuse tells the reader, and nobody else, why there is no answer.
func (r *router) refuse(in interaction, why string) {
	r.say(in, response{Type: respondMessage, Data: line(why).ephemeral()})
}

// say responds, and says whether that succeeded.
func (r *router) say(in interaction, body response) bool {
	return r.said(in, r.send.respond(r.life, in, body))
}

// said logs the failure of a response, if it was one: there is nobody else to tell.
func (r *router) said(in interaction, err error) bool {
	switch code := errorCode(err); {
	case err == nil:
		return true
	case code == codeUnknownInteraction || code == codeAcknowledged:
		r.log.Warn("Discord no longer takes a response", "id", in.ID, "code", code, "after", time.Since(in.received))
	default:
		r.log.Error("a response failed", "id", in.ID, "error", err)
	}
	return false
}

// complete answers an autocompletion: with nothing where anything goes wrong or takes
// too long, for a reader can always type on.
func (r *router) complete(in interaction) {
	ctx, cancel := context.WithDeadline(r.work, in.received.Add(completeWithin))
	defer cancel()
	found := make(chan []string, 1)
	r.active.Go(func() {
		var names []string
		defer func() { found <- names }()
		defer r.recovered()
		names = r.completions(ctx, in)
	})
	select {
	case names := <-found:
		r.choices(in, names)
	case <-ctx.Done():
		r.choices(in, nil)
	}
}

// completions asks the bot about the option that the reader is typing.
func (r *router) completions(ctx context.Context, in interaction) []string {
	for _, o := range in.Data.Options {
		if !o.Focused {
			continue
		}
		names, err := r.bot.Complete(ctx, in.Data.Name, o.Name, o.text())
		if err != nil {
			r.log.Warn("a completion failed", "command", in.Data.Name, "option", o.Name, "error", err)
			return nil
		}
		return names
	}
	return nil
}

// choices sends what completes an option, as far as Discord takes it.
func (r *router) choices(in interaction, names []string) {
	type choice struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
	list := []choice{}
	known := map[string]bool{"": true}
	for _, n := range names {
		if !known[n] && units(n) <= maxChoice && len(list) < maxChoices {
			known[n] = true
			list = append(list, choice{n, n})
		}
	}
	r.say(in, response{Type: respondAutocompletes, Data: map[string][]choice{"choices": list}})
}

// line is a message of one plain sentence.
func line(text string) message {
	return newMessage(textDisplay(shown(text, maxChars-1)))
}
