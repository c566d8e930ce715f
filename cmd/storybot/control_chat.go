package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"sync"

	"storybot/bot"
	"storybot/bot/terminal"
)

// line answers a line of a chat in another process.
func (c *control) line(ctx context.Context, l wireLine) (*told, error) {
	r, err := parseIn(l.Text, l.Folder)
	if err != nil {
		return nil, err
	}
	a, err := c.bot.Do(ctx, r)
	return &told{Answered: a.Answered, Title: a.Title, Quotes: a.Quotes, Facts: a.Facts, Note: a.Note, Steps: a.Steps}, err
}

// meet returns the running bot to talk with, and says what about.
func (s *session) meet(ctx context.Context, r running) (*distant, string, error) {
	folder, err := os.Getwd()
	if err != nil {
		return nil, "", err
	}
	waits := sync.OnceFunc(func() { fmt.Fprintln(s.err, "storybot: the running bot is still building its index: waiting for that") })
	said, err := r.ask(ctx, wireAsked{About: true}, func(wireSaid) { waits() })
	return &distant{bot: r, folder: folder, log: s.log}, said.About + ", with the bot that is running", err
}

// distant is a bot in another process. It is a terminal.Bot.
type distant struct {
	bot    running
	folder string // of this process
	log    *slog.Logger
}

var _ terminal.Bot = (*distant)(nil)

// Do has the running bot answer. That there is none any more is for the reader to know, and
// so is what fails there: the log is elsewhere.
func (d *distant) Do(ctx context.Context, r bot.Request) (bot.Answer, error) {
	said, err := d.bot.ask(ctx, wireAsked{Line: &wireLine{r.Input, d.folder}}, nil)
	var mistake *bot.ReaderError
	var remote remoteError
	switch {
	case err == nil && said.Told == nil:
		return bot.Answer{}, &bot.ReaderError{Message: "the running bot gave no answer"}
	case err == nil:
		t := said.Told
		return bot.Answer{Request: r, Answered: t.Answered, Title: t.Title, Quotes: t.Quotes, Facts: t.Facts, Note: t.Note, Steps: t.Steps}, nil
	case ctx.Err() != nil:
		return bot.Answer{}, ctx.Err()
	case errors.As(err, &mistake):
		return bot.Answer{}, err
	case errors.As(err, &remote):
		return bot.Answer{}, &bot.ReaderError{Message: remote.message}
	}
	d.log.DebugContext(ctx, "the running bot cannot be asked", "error", err)
	return bot.Answer{}, &bot.ReaderError{Message: "the bot that answered here has ended: ask again when it runs, or leave with /quit and start the chat anew"}
}

// Complete has the running bot propose values.
func (d *distant) Complete(ctx context.Context, command, option, typed string) ([]string, error) {
	said, err := d.bot.ask(ctx, wireAsked{Complete: &wireTyped{command, option, typed}}, nil)
	return said.Values, err
}
