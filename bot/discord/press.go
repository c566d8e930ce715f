package discord

import (
	"context"
	"strings"

	"storybot/bot"
)

// apart is how one reader alone is answered.
func apart() manner {
	return manner{ready: respondMessage, deferred: respondDeferred, private: true}
}

// press answers a press of a button or a choice in a menu, by what it carries.
func (r *router) press(in interaction) {
	id, everyone := strings.CutPrefix(in.Data.CustomID, everyoneVersion+":")
	w, ok := r.wished(in, id)
	if !ok {
		r.refuse(in, "This answer is from before a change of the bot: please ask again.", helpStep)
		return
	}
	if w.ask == nil && !r.allowed(in, w.request) {
		return
	}
	if everyone {
		w.manner = manner{ready: respondMessage, deferred: respondDeferred}
	}
	r.answer(in, w)
}

// wished reads what a button carries. The one who asked turns the page of the answer
// itself, others get the page for themselves; files, next steps and the context of a
// quote are always for the one who pressed.
func (r *router) wished(in interaction, id string) (wish, bool) {
	if request, ok := exportOf(id, in.components()); ok {
		return wish{request: request, files: true, manner: apart()}, true
	}
	if request, ok := stepOf(id); ok {
		return wish{request: request, page: 1, manner: apart()}, true
	}
	if request, good, ok := voteOf(id, in.components()); ok && r.votes != nil {
		return wish{called: "vote", page: 1, manner: apart(),
			ask: func(ctx context.Context) (bot.Answer, error) { return r.vote(ctx, in.reader(), request, good) }}, true
	}
	d := in.Data
	d.CustomID = id
	if place, ok := placeOf(d); ok {
		return wish{called: "context", self: contextID(place), page: 1, manner: apart(),
			ask: func(ctx context.Context) (bot.Answer, error) { return r.bot.Context(ctx, place) }}, true
	}
	request, page, ok := pageOf(id, in.components())
	request.Again = true
	w := wish{request: request, page: page, manner: manner{ready: respondEdit, deferred: respondDeferredEdit, private: in.ephemeral()}}
	if !in.ownMessage() {
		w.manner = apart()
	}
	return w, ok
}
