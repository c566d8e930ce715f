package discord

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/bwmarrin/discordgo"

	"storybot/bot"
)

// News is what a bot has to tell without being asked; *bot.Bot is one.
type News interface {
	// Digests returns what is to be sent now to channels that follow a topic.
	Digests(ctx context.Context) ([]bot.Digest, error)
	// Sent says that a digest has arrived, or never can.
	Sent(id string) error
	// Leave forgets what a channel follows: it is gone, or closed to the bot.
	Leave(place string) error
}

// newsPatience is for how long the sending of one digest is tried again. After that it
// waits for the next round.
const newsPatience = 30 * time.Second

// mostFailures is how many digests in a row may fail to arrive before the rest waits for the
// next round: what is wrong then is wrong for all, and Discord blocks addresses from which too
// many requests come that it refuses.
const mostFailures = 3

// keepTelling sends the news, at once and then once in a while, until ctx ends.
func (f *front) keepTelling(ctx context.Context) {
	for {
		if err := calmly(func() error { f.tellNews(ctx); return nil }); err != nil {
			f.log.Error("the news could not be put together", panicDetails(err)...)
		}
		if !sleep(ctx, f.timing.news) {
			return
		}
	}
}

// calmly makes an error of a panic: news is nobody's interaction, and what is wrong with it
// must not end the answering of others.
func calmly(work func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &panicked{p, debug.Stack()}
		}
	}()
	return work()
}

// tellNews sends every digest that is due.
func (f *front) tellNews(ctx context.Context) {
	all, err := f.options.News.Digests(ctx)
	if err != nil {
		if ctx.Err() == nil {
			f.log.Error("the news could not be put together", "error", err)
		}
		return
	}
	failures := 0
	for _, d := range all {
		if ctx.Err() != nil || failures == mostFailures {
			return
		}
		failures++
		if err := calmly(func() error { return f.sendNews(ctx, d) }); err != nil {
			f.log.Error("news could not be sent", append(panicDetails(err), "channel", d.Place)...)
		} else {
			failures = 0
		}
	}
}

// sendNews sends one digest. A channel that is gone or closed to the bot hears no more; what
// Discord takes in no form is given up. An error says that the digest stays due.
func (f *front) sendNews(ctx context.Context, d bot.Digest) error {
	v := view{answer: d.Answer}
	m, _ := v.render(1)
	err := f.post(ctx, d, m)
	if unfit(err) {
		f.log.Error("Discord did not understand news: sending it plainly", "error", err)
		err = f.post(ctx, d, m.plain())
	}
	switch {
	case closed(err):
		f.log.Warn("a channel that followed topics is gone or closed: it hears no more", "channel", d.Place, "error", err)
		return errors.Join(f.options.News.Leave(d.Place), f.options.News.Sent(d.ID))
	case refused(err):
		return errors.Join(err, f.options.News.Sent(d.ID))
	case err != nil:
		return err
	}
	f.log.Info("news sent", "channel", d.Place, "quotes", len(d.Answer.Quotes))
	return f.options.News.Sent(d.ID)
}

// closedCodes are Discord's for a channel that is gone or in which the bot may not speak, from
// its documentation (JSON Error Codes). A status alone does not say so: what stands before
// Discord answers 403 and 404 too, with another code (40333) or none, for all channels at once.
var closedCodes = map[int]bool{
	10003: true, // unknown channel
	10004: true, // unknown server
	40058: true, // a forum, which takes posts only
	50001: true, // missing access
	50008: true, // a channel without text
	50013: true, // missing permissions
	50024: true, // a channel of another type
	50083: true, // an archived thread
}

// closed says whether a message can never arrive in its channel.
func closed(err error) bool { return closedCodes[errorCode(err)] }

// refused says whether Discord will not take a message, wherever it is sent.
func refused(err error) bool {
	var e *apiError
	return errors.As(err, &e) && e.status == http.StatusBadRequest
}

// panicDetails are an error's attributes for the log, a panic's with the place of it.
func panicDetails(err error) []any {
	var p *panicked
	if errors.As(err, &p) {
		return []any{"error", err, "stack", string(p.stack)}
	}
	return []any{"error", err}
}

// news is a message that Discord takes once, however often it is sent within some minutes:
// the nonce tells it.
type news struct {
	message
	Nonce   string `json:"nonce"`
	Enforce bool   `json:"enforce_nonce"`
}

func (f *front) post(ctx context.Context, d bot.Digest, m message) error {
	sum := sha256.Sum256([]byte(d.ID))
	body := news{message: m, Nonce: hex.EncodeToString(sum[:12]), Enforce: true} // a nonce has 25 characters at most
	return f.api.persist(ctx, time.Now().Add(newsPatience), passing, func(ctx context.Context) error {
		_, err := f.api.call(ctx, http.MethodPost, discordgo.EndpointChannelMessages(d.Place), body)
		return err
	})
}
