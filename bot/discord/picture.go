package discord

import (
	"context"
	"io"
	"runtime/debug"
	"slices"

	"storybot/bot"
)

// timelineCommand is the command whose answers have a picture and can be taken along as
// files: the one that tells of days.
const timelineCommand = "timeline"

const (
	pictureName = "timeline.png"
	fewestDated = 3    // quotes that make a picture worth looking at
	maxAlt      = 1024 // characters of a description: Discord's limit
)

// pictureRoom is what a picture takes of a page: a gallery and a description, whose
// characters have up to three bytes each.
var pictureRoom = size{components: 1, weight: 3 * maxAlt}

// pictured says whether an answer's first page has room for a picture. It depends on
// nothing but the answer, so that pages stay the same where a picture fails.
func pictured(r bot.Request, a bot.Answer) bool {
	dated := 0
	for _, q := range a.Quotes {
		if q.Date != nil && !q.Date.Begin.IsZero() {
			dated++
		}
	}
	return r.Command == timelineCommand && a.Answered && dated >= fewestDated
}

// illustrate puts the picture of a timeline on its first page. Where there can be none,
// the page goes out as it is.
func (r *router) illustrate(ctx context.Context, in interaction, w wish, a bot.Answer, m message) message {
	if r.picture == nil || w.page > 1 || !pictured(w.request, a) {
		return m
	}
	content, err := r.draw(ctx, a, in.maxFile())
	if err != nil {
		r.log.Warn("a timeline's picture was left out", "quotes", len(a.Quotes), "error", err)
		return m
	}
	f := file{name: pictureName, mediaType: "image/png", content: content}
	if r.altText != nil {
		f.description = clip(r.altText(a), maxAlt)
	}
	return m.illustrated(f)
}

// draw draws a picture of at most so many bytes. Few are drawn at once, for each takes
// tens of megabytes while it is drawn.
func (r *router) draw(ctx context.Context, a bot.Answer, most int) (content []byte, err error) {
	select {
	case r.drawing <- struct{}{}:
		defer func() { <-r.drawing }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() {
		if p := recover(); p != nil {
			r.log.Error("drawing a picture panicked", "panic", p, "stack", string(debug.Stack()))
			err = &panicked{value: p}
		}
	}()
	return fill(most, func(w io.Writer) error { return r.picture(w, a) })
}

// illustrated is the page with a picture under its title.
func (m message) illustrated(f file) message {
	gallery := component{Type: kindGallery, Items: []galleryItem{{Media: f.address(), Description: f.description}}}
	box := m.Components[0]
	box.Components = slices.Insert(slices.Clone(box.Components), 1, gallery)
	m.Components = append([]component{box}, m.Components[1:]...)
	return m.attach(f)
}
