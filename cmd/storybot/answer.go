package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"storybot/bot"
	"storybot/bot/terminal"
)

type answerCmd struct {
	JSON bool     `name:"json" help:"One JSON object a line."`
	Line []string `arg:"" optional:"" help:"A command as in Discord, such as \"/who stargate\". Without it: one a line from standard input."`
}

// Run answers the line, or each line of standard input.
func (c *answerCmd) Run(ctx context.Context, s *session) error {
	s.log = s.logger(quiet)
	e, err := s.open(reading)
	if err != nil {
		return err
	}
	defer e.index.Close()
	if err := s.build(ctx, e); err != nil {
		return err
	}
	out := bufio.NewWriter(s.out)
	w := answerWriter{bot: s.bot(e), out: out, json: c.JSON, style: terminal.StyleOf(s.out, s.environ)}
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

type answerWriter struct {
	bot   *bot.Bot
	out   *bufio.Writer
	json  bool
	style terminal.Style
}

// one answers a line. In JSON a mistake of the reader is an answer too.
func (w answerWriter) one(ctx context.Context, line string) error {
	a, err := w.bot.Answer(ctx, line)
	var mistake *bot.ReaderError
	switch {
	case w.json && errors.As(err, &mistake):
		return w.encode(map[string]string{"input": strings.ToValidUTF8(line, "\uFFFD"), "error": mistake.Message})
	case err != nil:
		return err
	case w.json:
		return w.encode(a)
	}
	return terminal.Render(w.out, a, w.style)
}

func (w answerWriter) encode(v any) error {
	e := json.NewEncoder(w.out)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// all answers the lines of standard input, each as it comes.
func (w answerWriter) all(ctx context.Context, s *session) error {
	in := bufio.NewReaderSize(s.in, 64<<10)
	for first := true; ; {
		line, err := readLine(in)
		if err == io.EOF && line == "" {
			return nil
		}
		if err != nil && err != io.EOF {
			return fmt.Errorf("standard input: %w", err)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if line == "" && !w.json {
			continue
		}
		if !first && !w.json {
			fmt.Fprintln(w.out)
		}
		first = false
		var mistake *bot.ReaderError
		if err := w.one(ctx, line); errors.As(err, &mistake) {
			fmt.Fprintln(s.err, "storybot: "+mistake.Message)
		} else if err != nil {
			return err
		}
		if err := w.out.Flush(); err != nil {
			return err
		}
	}
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
