package discord

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
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

// keepTelling sends the news, at once and then once in a while, until ctx ends.
func (f *front) keepTelling(ctx context.Context) {
	for {
		f.tellNews(ctx)
		if !sleep(ctx, f.timing.news) {
			return
		}
	}
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
	for _, d := range all {
		if ctx.Err() != nil {
			return
		}
		if err := f.sendNews(ctx, d); err != nil {
			f.log.Error("news could not be sent", "channel", d.Place, "error", err)
		}
	}
}

// sendNews sends one digest. A channel that is gone or closed to the bot hears no more. An
// error says that the digest stays due.
func (f *front) sendNews(ctx context.Context, d bot.Digest) error {
	v := view{answer: d.Answer}
	m, _ := v.render(1)
	err := f.post(ctx, d, m)
	if unfit(err) {
		f.log.Error("Discord did not understand news: sending it plainly", "error", err)
		if err = f.post(ctx, d, m.plain()); unfit(err) {
			return errors.Join(err, f.options.News.Sent(d.ID))
		}
	}
	if closed(err) {
		f.log.Warn("a channel that followed topics is gone or closed: it hears no more", "channel", d.Place, "error", err)
		return errors.Join(f.options.News.Leave(d.Place), f.options.News.Sent(d.ID))
	}
	if err != nil {
		return err
	}
	f.log.Info("news sent", "channel", d.Place, "quotes", len(d.Answer.Quotes))
	return f.options.News.Sent(d.ID)
}

// closed says whether a message can never arrive: there is no such channel, or the bot may
// not speak there.
func closed(err error) bool {
	var e *apiError
	return errors.As(err, &e) && (e.status == http.StatusForbidden || e.status == http.StatusNotFound)
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
