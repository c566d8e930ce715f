package discord

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"
)

// admit answers an interaction where there is room for it, and for one more of its reader.
func (r *router) admit(in interaction) bool {
	if !r.enter(in) {
		return r.busy(in, "You are asking many questions at once. Please wait until some are answered.")
	}
	ok := r.start(r.pending, func() {
		defer r.leave(in)
		defer r.apologise(in)
		r.dispatch(in)
	})
	if !ok {
		r.leave(in)
		return r.busy(in, "Too many questions at once. Please ask again in a moment.")
	}
	return true
}

// busy refuses an interaction for want of room, and says whether there was room for that.
func (r *router) busy(in interaction, why string) bool {
	r.log.Warn("too many questions at once", "pending", len(r.pending))
	r.ended(in, "busy")
	if r.start(r.refusing, func() { r.refuse(in, why) }) {
		return true
	}
	r.log.Error("an interaction was dropped", "id", in.ID)
	return false
}

// suggest answers an autocompletion, with nothing where there is no room for it.
func (r *router) suggest(in interaction) bool {
	c := r.typeOn(in)
	if r.enter(in) {
		if r.start(r.completing, func() { defer r.leave(in); defer r.typed(in, c); r.complete(c.ctx, in) }) {
			return true
		}
		r.leave(in)
	}
	r.typed(in, c)
	return r.start(r.refusing, func() { r.choices(in, nil) })
}

// lookup is an autocompletion under way.
type lookup struct {
	ctx context.Context
	end context.CancelFunc
}

// typeOn begins an autocompletion, and ends the one before it of the same reader: they have
// typed on, and are shown nothing of it.
func (r *router) typeOn(in interaction) *lookup {
	c := &lookup{}
	c.ctx, c.end = context.WithDeadline(r.work, in.received.Add(completeWithin))
	if in.reader() == "" {
		return c
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if before := r.typing[in.reader()]; before != nil {
		before.end()
	}
	r.typing[in.reader()] = c
	return c
}

// typed ends an autocompletion.
func (r *router) typed(in interaction, c *lookup) {
	c.end()
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.typing[in.reader()] == c {
		delete(r.typing, in.reader())
	}
}

// share is what an interaction counts against: its reader, typing or asking, and how many
// of these they may have at once. An interaction of nobody has no bound.
func (in interaction) share() (key string, most int) {
	switch {
	case in.reader() == "":
		return "", maxPending
	case in.Type == typeAutocomplete:
		return "typing " + in.reader(), maxEachTyping
	}
	return in.reader(), maxEach
}

// enter counts an interaction of its reader, and says whether they may have one more.
func (r *router) enter(in interaction) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	key, most := in.share()
	if r.each[key] >= most {
		return false
	}
	r.each[key]++
	r.count(in, 1)
	return true
}

func (r *router) leave(in interaction) {
	r.mu.Lock()
	defer r.mu.Unlock()
	key, _ := in.share()
	if r.each[key]--; r.each[key] <= 0 {
		delete(r.each, key)
	}
	r.count(in, -1)
}

// count keeps the number of commands and presses; r.mu is held.
func (r *router) count(in interaction, n int) {
	if in.Type != typeAutocomplete {
		r.open += n
		r.meter.Pending(r.open)
	}
}

// ended counts how an interaction ended.
func (r *router) ended(in interaction, how string) {
	r.meter.Answered(in.command(), how, time.Since(in.received))
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
	told := r.explain(in, wish{}, &panicked{p, debug.Stack()})
	if !r.say(in, response{Type: respondMessage, Data: told.ephemeral()}) {
		r.check(r.send.edit(r.life, in, told))
	}
}

// panicked is the error of what ended in a panic.
type panicked struct {
	value any
	stack []byte
}

func (p *panicked) Error() string { return fmt.Sprintf("a panic: %v", p.value) }
