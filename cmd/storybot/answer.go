package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"storybot/bot"
	"storybot/bot/terminal"
)

type answerCmd struct {
	JSON    bool     `name:"json" help:"One JSON object a line."`
	Explain bool     `help:"Say of a question which words matched and how its quotes were ranked."`
	Picture string   `placeholder:"FILE" help:"Draw the answer along a line of time, as a PNG, into FILE."`
	Format  *string  `placeholder:"FORMAT" help:"The answer as a file, to standard output: markdown, csv, ics (a calendar of its dates) or json."`
	Line    []string `arg:"" optional:"" help:"A command as in Discord, such as \"/who stargate\". Without it: one a line from standard input."`
}

// Run answers the line, or each line of standard input.
func (c *answerCmd) Run(ctx context.Context, s *session) error {
	s.log = s.logger(quiet)
	format, err := c.format()
	if err != nil {
		return err
	}
	if c.Picture != "" && len(c.Line) == 0 {
		return usageError{errors.New("--picture draws one answer: it needs a LINE, such as \"/timeline altman\"")}
	}
	reply, closed, err := s.answers(ctx)
	if err != nil {
		return err
	}
	defer closed()
	out, style := bufio.NewWriter(s.out), terminal.StyleOf(s.out, s.environ)
	w := answerWriter{reply: reply, out: out, picture: c.Picture,
		how: asking{Explain: c.Explain, Format: format, Picture: c.Picture != "", Width: style.Width, Color: style.Color}}
	if len(c.Line) > 0 {
		err = w.one(ctx, strings.Join(c.Line, " "))
	} else {
		err = w.all(ctx, s)
	}
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	return err
}

// answers returns what answers lines: the index, or the running bot that holds it.
func (s *session) answers(ctx context.Context) (reply replier, closed func() error, err error) {
	if r, ok := s.beside(ctx); ok {
		return r.answer, func() error { return nil }, nil
	}
	e, err := s.open(reading)
	if err != nil {
		return nil, nil, err
	}
	if err := s.build(ctx, e); err != nil {
		return nil, nil, errors.Join(err, e.close())
	}
	b := s.bot(e)
	return func(ctx context.Context, q asking) (*rendered, error) { return render(ctx, b, q) }, e.close, nil
}

// format returns the format of the answers, "" for text as in a terminal. Of a file other
// than JSON there is one a run.
func (c *answerCmd) format() (bot.Format, error) {
	switch {
	case c.Format == nil && c.JSON:
		return bot.JSON, nil
	case c.Format == nil:
		return "", nil
	}
	f, err := bot.ParseFormat(*c.Format)
	switch {
	case err != nil:
		return "", fmt.Errorf("--format: %w", err)
	case c.JSON && f != bot.JSON:
		return "", usageError{fmt.Errorf("--json and --format %s exclude each other", f)}
	case len(c.Line) == 0 && f != bot.JSON:
		return "", usageError{fmt.Errorf("--format %s writes one answer: it needs a LINE, such as \"/timeline altman\"", f)}
	}
	return f, nil
}

// replier answers a line as it is to be shown.
type replier func(context.Context, asking) (*rendered, error)

type answerWriter struct {
	reply   replier
	out     *bufio.Writer
	how     asking // but for the line
	picture string // the file of the answer's picture, "": none
	some    bool   // something was answered
}

// wireMistake is the JSON form of a line that cannot be read.
type wireMistake struct {
	Input string `json:"input"`
	Error string `json:"error"`
}

// one answers a line, a blank line after the answer before it. In JSON a mistake of the
// reader is an answer too.
func (w *answerWriter) one(ctx context.Context, line string) error {
	how := w.how
	how.Line = line
	r, err := w.reply(ctx, how)
	var mistake *bot.ReaderError
	switch {
	case how.Format == bot.JSON && errors.As(err, &mistake):
		return encodeLine(w.out, wireMistake{strings.ToValidUTF8(line, "\uFFFD"), mistake.Message})
	case err != nil:
		return err
	}
	if w.picture != "" {
		if err := os.WriteFile(w.picture, r.Picture, 0o644); err != nil {
			return fmt.Errorf("picture: %w", err)
		}
	}
	if how.Format == "" && w.some {
		fmt.Fprintln(w.out)
	}
	w.some = true
	_, err = w.out.Write(r.Text)
	return err
}

// encodeLine writes one line of JSON.
func encodeLine(out io.Writer, v any) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// all answers the lines of standard input, each as it comes. Those that cannot be read
// are told of on standard error, and counted in its own error.
func (w *answerWriter) all(ctx context.Context, s *session) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	lines := readLines(ctx, s.in)
	read, misread := 0, 0
	for {
		var l line
		select {
		case <-ctx.Done():
			return ctx.Err()
		case l = <-lines:
		}
		switch {
		case l.err == io.EOF && misread > 0:
			return usageError{fmt.Errorf("%d of %d lines could not be read", misread, read)}
		case l.err == io.EOF:
			return nil
		case l.err != nil:
			return fmt.Errorf("standard input: %w", l.err)
		case strings.TrimSpace(l.text) == "" && w.how.Format != bot.JSON:
			continue
		}
		read++
		var mistake *bot.ReaderError
		if err := w.one(ctx, l.text); errors.As(err, &mistake) {
			misread++
			fmt.Fprintln(s.err, "storybot: "+oneLine(mistake.Message))
		} else if err != nil {
			return err
		}
		if err := w.out.Flush(); err != nil {
			return err
		}
	}
}

// line is one line of standard input, or how it ended: io.EOF where all was read.
type line struct {
	text string
	err  error
}

// readLines reads in a goroutine of its own, so that a read that blocks holds up nobody
// when ctx is done.
func readLines(ctx context.Context, in io.Reader) <-chan line {
	lines := make(chan line)
	go func() {
		r := bufio.NewReaderSize(in, 64<<10)
		for {
			text, err := readLine(r)
			if text != "" && err == io.EOF {
				err = nil // the next read says it again
			}
			select {
			case lines <- line{text, err}:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	return lines
}

// readLine returns the next line without its end. Of a line longer than the bot reads,
// only so much is kept that the bot says it is too long.
func readLine(in *bufio.Reader) (string, error) {
	var b strings.Builder
	for {
		part, err := in.ReadSlice('\n')
		if room := bot.MaxLine + 2 - b.Len(); room > 0 {
			b.Write(part[:min(room, len(part))])
		}
		if err != bufio.ErrBufferFull {
			return strings.TrimRight(b.String(), "\r\n"), err
		}
	}
}
