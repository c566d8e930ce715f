// Package terminal shows the bot in a terminal or to a pipe. It reads lines and keys and
// draws answers; it does not know how an answer is found.
package terminal

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"slices"
	"strings"
	"syscall"

	"storybot/bot"
)

// Bot is what this package needs of one: *bot.Bot is a Bot.
type Bot interface {
	// Do answers a request. A *bot.ReaderError is shown, any other error is logged.
	Do(ctx context.Context, r bot.Request) (bot.Answer, error)
	// Complete proposes values for an option, best first.
	Complete(ctx context.Context, command, option, typed string) ([]string, error)
}

// Options are the settings of a chat. The zero value will do.
type Options struct {
	Greeting string   // shown first in a terminal, never to a pipe
	History  string   // a file of the last 1,000 lines, mode 0600; "": they are kept in memory only
	Environ  []string // as os.Environ returns it: NO_COLOR and TERM are read

	// Log gets the errors that readers are not shown. It must not write to the terminal
	// that the chat is drawn on. Nil: nobody gets them.
	Log *slog.Logger
}

// trouble is all that readers are told of an error that is not theirs.
const trouble = "something went wrong; the log has more"

// Chat answers the lines of in on out until in ends, somebody says /quit, or ctx is done.
//
// Where both are terminals it is a prompt with line editing, history and completion, in
// the normal screen buffer. Else, and with TERM=dumb, it answers line by line as plain
// text. The error is that of in or out, or of ctx; a pipe that nobody reads is none.
//
// A read that blocks cannot be called off: after ctx is done, one goroutine may stay
// until in yields or ends.
func Chat(ctx context.Context, in io.Reader, out io.Writer, b Bot, o Options) error {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	a := answerer{bot: b, log: o.Log}
	style := StyleOf(out, o.Environ)
	var err error
	if _, ok := terminal(in); ok && style.Width > 0 && !dumb(o.Environ) {
		err = talk(ctx, in, out, a, style, o)
	} else {
		err = readLines(ctx, in, out, a, Style{Width: style.Width})
	}
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) {
		return nil
	}
	return err
}

// dumb says whether the terminal cannot move its cursor.
func dumb(environ []string) bool { return slices.Contains(environ, "TERM=dumb") }

// leaves says whether a line ends the chat.
func leaves(line string) bool {
	return slices.Contains(leaving[:], strings.ToLower(strings.TrimSpace(line)))
}

// answerer turns a line into text.
type answerer struct {
	bot Bot
	log *slog.Logger
}

// text answers one line, drawn in the given style. Errors are part of the text, but for
// that of a done ctx.
func (a answerer) text(ctx context.Context, line string, s Style) (string, error) {
	r, err := bot.Parse(line)
	var answer bot.Answer
	if err == nil {
		answer, err = a.bot.Do(ctx, r)
	}
	p := newPage(s)
	if err == nil {
		return p.answer(answer), nil
	}
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	message := trouble
	if mistake, ok := errors.AsType[*bot.ReaderError](err); ok {
		message = "error: " + oneLine(mistake.Message)
	} else {
		a.log.Error("a line was not answered", "command", r.Command, "error", err)
	}
	p.flow(message, p.wrong)
	return p.b.String(), nil
}
