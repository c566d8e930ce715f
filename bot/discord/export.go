package discord

import (
	"errors"
	"fmt"
	"io"

	"storybot/bot"
)

// exportable says whether an answer can be taken along as files.
func exportable(r bot.Request, a bot.Answer) bool {
	return r.Command == timelineCommand && len(a.Quotes) > 0
}

// exported are the formats that a reader of Discord gets, and what they are called there.
var exported = []struct {
	format bot.Format
	called string
}{
	{bot.Markdown, "Markdown"},
	{bot.ICS, "a calendar"},
}

// export makes a message with the whole answer as files, whichever page it was asked on.
// A format that has nothing to say, such as a calendar without a date, is left out, and
// so is one whose file would be larger than most bytes.
func (r *router) export(request bot.Request, a bot.Answer, most int) (message, error) {
	if !exportable(request, a) {
		return message{}, &bot.ReaderError{Message: "The articles have changed since this was asked, " +
			"and there is nothing left to export: please ask again."}
	}
	var files []file
	var called string
	for _, e := range exported {
		content, err := fill(most, func(w io.Writer) error { return bot.Export(w, a, e.format) })
		var nothing *bot.ReaderError
		switch {
		case errors.As(err, &nothing):
		case err != nil:
			r.log.Warn("a file was left out", "format", string(e.format), "quotes", len(a.Quotes), "error", err)
		default:
			files = append(files, file{name: e.format.FileName(a), mediaType: e.format.MediaType(), content: content})
			called = join(called, " and as ", e.called)
		}
	}
	if len(files) == 0 {
		return message{}, &bot.ReaderError{Message: "This answer is too large for a file here: limit: makes it shorter."}
	}
	return fileMessage(fmt.Sprintf("All that was found, %s, as %s.", quotes(len(a.Quotes)), called), files), nil
}

// fileMessage is a line with files under it.
func fileMessage(text string, files []file) message {
	m := line(text)
	for _, f := range files {
		m.Components = append(m.Components, component{Type: kindFile, File: f.address()})
		m = m.attach(f)
	}
	return m
}

// join puts a separator between two texts that are not empty.
func join(a, separator, b string) string {
	if a == "" {
		return b
	}
	return a + separator + b
}

func quotes(n int) string {
	if n == 1 {
		return "1 quote"
	}
	return fmt.Sprintf("%d quotes", n)
}
