package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"storybot/bot/store"
)

// How much news a place gets.
const (
	digestsADay  = 4  // later news waits for the next day's
	newsOfATopic = 3  // quotes on one topic
	newsInAll    = 10 // quotes in one digest
)

// errNoStore says that this bot keeps nothing that readers leave behind.
func errNoStore() error {
	return readerErrorf("nothing can be kept here: that takes a running bot with an index on disk")
}

// follow keeps a topic whose news a place wants to hear of.
func (b *Bot) follow(ctx context.Context, r Request) (Answer, error) {
	f, found, err := b.newFollow(ctx, r)
	if err != nil {
		return Answer{}, err
	}
	added, err := b.store.Follow(f)
	if errors.Is(err, store.ErrTooMany) {
		return Answer{}, readerErrorf("%d topics are followed here, and more cannot be: /unfollow one first", store.MaxFollows)
	}
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Answered: true, Title: f.Topic, Note: "Followed here already."}
	if added {
		a.Note = fmt.Sprintf("Followed here: what new articles say of it comes after they are read, in one message, at most %d a day.", digestsADay)
	}
	if !found {
		a.Note += " Nothing mentions it yet."
	}
	a.Steps = []Step{step(Request{Command: "following"}, "What is followed"), step(r.as("unfollow", f.Topic), "Unfollow")}
	return a, nil
}

// newFollow reads what is to be followed where, and says whether an article mentions it.
func (b *Bot) newFollow(ctx context.Context, r Request) (store.Follow, bool, error) {
	if err := b.place(r); err != nil {
		return store.Follow{}, false, err
	}
	s, err := b.newSubject(ctx, r.Options["topic"])
	if err != nil {
		return store.Follow{}, false, err
	}
	if len([]rune(s.title)) > maxTopic {
		return store.Follow{}, false, readerErrorf("a topic can have %d characters", maxTopic)
	}
	seen, err := b.readUntil(ctx)
	return store.Follow{Place: r.Place, Topic: s.title, Since: b.now().UTC(), Seen: seen}, s.found, err
}

// maxTopic is how many characters a topic that is followed can have, so that a button can
// carry it.
const maxTopic = 60

// place returns an error where a request cannot speak of what a place follows.
func (b *Bot) place(r Request) error {
	switch {
	case b.store == nil:
		return errNoStore()
	case r.Place == "":
		return readerErrorf("/%s works in a channel of Discord, where the news can be sent", r.Command)
	}
	return nil
}

// readUntil returns when the newest article was read; zero where none was.
func (b *Bot) readUntil(ctx context.Context) (time.Time, error) {
	arrivals, err := b.index.Since(ctx, time.Time{})
	if err != nil || len(arrivals) == 0 {
		return b.index.Born(), err
	}
	return arrivals[0].Read, nil
}

// unfollow forgets a topic that a place follows.
func (b *Bot) unfollow(ctx context.Context, r Request) (Answer, error) {
	if err := b.place(r); err != nil {
		return Answer{}, err
	}
	s, err := b.newSubject(ctx, r.Options["topic"])
	if err != nil {
		return Answer{}, err
	}
	for _, topic := range []string{r.Options["topic"], s.title} { // as typed, and as it was kept
		removed, err := b.store.Unfollow(r.Place, topic)
		if err != nil {
			return Answer{}, err
		}
		if removed {
			if strings.EqualFold(topic, s.title) {
				topic = s.title
			}
			return Answer{Answered: true, Title: topic, Note: "No longer followed here.", Steps: []Step{step(r.as("follow", topic), "Follow again")}}, nil
		}
	}
	a, err := b.following(r)
	a.Title, a.Answered, a.Note = s.title, false, "That is not followed here. "+a.Note
	return a, err
}

// following lists what a place follows.
func (b *Bot) following(r Request) (Answer, error) {
	if err := b.place(r); err != nil {
		return Answer{}, err
	}
	follows, err := b.store.Follows(r.Place)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Title: "Following", Answered: len(follows) > 0, Note: "Nothing is followed here: /follow names a topic."}
	if a.Answered {
		a.Note = plural(len(follows), "topic") + " followed here:"
	}
	for _, f := range follows {
		a.Note += "\n" + f.Topic + ", since " + f.Since.Format(dayLayout)
	}
	for _, f := range follows[:min(len(follows), mostSteps)] {
		a.Steps = append(a.Steps, step(r.as("latest", f.Topic), "Latest: "+clip(f.Topic)))
	}
	return a, nil
}

// as returns another command on a topic.
func (r Request) as(command, topic string) Request {
	return Request{Command: command, Options: map[string]string{"topic": topic}}
}

// lastAsked returns when the newest article was read of which a reader who asked before
// could know, and keeps how far a reader who asks now can; zero where that is not known.
func (b *Bot) lastAsked(ctx context.Context, r Request) (time.Time, error) {
	if b.store == nil || r.Reader == "" {
		return time.Time{}, nil
	}
	until, err := b.readUntil(ctx)
	if err != nil {
		return time.Time{}, err
	}
	return b.store.Asked(r.Reader, r.Options["topic"], until, r.Again)
}

// Vote keeps what a reader holds of a quote that answered a line: labelled questions for
// storybot eval. Without a store it does nothing.
func (b *Bot) Vote(reader, line string, q Quote, good bool) error {
	if b.store == nil {
		return nil
	}
	return b.store.Vote(store.Vote{
		Reader: reader, Command: line, Article: q.Article.ID, Quote: q.Text, Start: q.Start, Good: good, At: b.now().UTC(),
	})
}

// isFollowed says whether a digest's quote is there already.
func isFollowed(items []store.Item, it store.Item) bool {
	return slices.ContainsFunc(items, func(o store.Item) bool {
		return o.Article == it.Article && o.Start == it.Start && strings.EqualFold(o.Topic, it.Topic)
	})
}
