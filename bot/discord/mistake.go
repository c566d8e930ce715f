package discord

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybot/bot"
)

// fail tells the reader, and nobody else, what went wrong.
func (r *router) fail(in interaction, w wish, err error) {
	r.say(in, response{Type: respondMessage, Data: r.explain(in, w, err).ephemeral()})
}

// explain words an error for the reader, with the best next step, and logs what is not the
// reader's mistake under a reference that the reader sees.
func (r *router) explain(in interaction, w wish, err error) message {
	again := r.again(w)
	var mistake *bot.ReaderError
	var p *panicked
	if errors.As(err, &mistake) {
		r.ended(in, "mistake")
		r.log.Info("a request could not be read", "command", in.Data.Name)
		r.log.Debug("a request could not be read", "message", mistake.Message)
		return told(sentence(mistake.Message), remedy(in, w)...)
	}
	how := "failed"
	if errors.As(err, &p) {
		how = "panic"
	}
	r.ended(in, how)
	if r.work.Err() != nil {
		r.log.Warn("a question was given up: the bot is shutting down", "command", w.name())
		return told("The bot is just restarting. Please ask again in a minute.", again...)
	}
	if errors.Is(err, context.DeadlineExceeded) {
		r.log.Error("a question took too long", "command", w.name(), "error", err)
		return told("That took too long. Please ask again, perhaps for less.", again...)
	}
	reference := rand.Text()[:8]
	details := []any{"command", cmp.Or(w.name(), in.Data.Name), "reference", reference, "error", err}
	if p != nil {
		details = append(details, "panic", p.value, "stack", string(p.stack))
	}
	r.log.Error("a request failed", details...)
	return told(fmt.Sprintf("Something went wrong on my side. If it goes on, tell the bot's operator: reference %s.", reference), again...)
}

// sentence makes a whole sentence of an error's words: with a capital, unless it begins with
// what readers type ("from:2024", "/who"), and with a stop.
func sentence(text string) string {
	if text = strings.TrimSpace(text); text == "" {
		return ""
	}
	first, _, _ := strings.Cut(text, " ")
	if r, n := utf8.DecodeRuneInString(text); strings.IndexFunc(first, func(r rune) bool { return !unicode.IsLetter(r) }) < 0 {
		text = string(unicode.ToUpper(r)) + text[n:]
	}
	if strings.ContainsAny(text[len(text)-1:], ".?!") {
		return text
	}
	return text + "."
}

// again is the step that asks the same once more, where a line asks for it and asking does
// no more than answer.
func (r *router) again(w wish) []bot.Step {
	if c, known := bot.Find(w.request.Command); !known || c.Operator {
		return nil
	}
	return []bot.Step{{Label: "Ask again", Line: w.request.Line()}}
}

// remedy is what a reader may do after a mistake: ask anew what a button asked that is out
// of date, else read about the command.
func remedy(in interaction, w wish) []bot.Step {
	if in.Type == typeComponent {
		if line := unescape(strings.TrimPrefix(lastText(in.components()), questionMark)); strings.HasPrefix(line, "/") {
			return []bot.Step{{Label: "Ask again", Line: line}}
		}
	}
	if c, known := bot.Find(cmp.Or(w.request.Command, in.Data.Name)); known {
		return []bot.Step{{Label: "How /" + c.Name + " works", Line: "/help " + c.Name}, helpStep}
	}
	return []bot.Step{helpStep}
}
