package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"storybot/bot"
	"storybot/bot/eval"
)

type evalCmd struct {
	JSON      bool    `name:"json" help:"For machines: a line with the measures, then a line a question."`
	Save      string  `placeholder:"FILE" help:"Also write the run to FILE, as --json does, for a later --baseline."`
	Baseline  string  `placeholder:"FILE" help:"Compare with an earlier run, and exit with 1 where a measure fell."`
	Tolerance float64 `default:"0.005" placeholder:"SHARE" help:"How much a measure may be below the baseline's (0.005)."`
	Worst     int     `default:"10" placeholder:"N" help:"How many of the worst answers are shown (10)."`
	File      string  `arg:"" help:"The questions: one JSON object a line, as bot/eval/README.md tells."`
}

// Run puts the questions to the bot and prints how it did.
func (c *evalCmd) Run(ctx context.Context, s *session) error {
	s.log = s.logger(quiet)
	if c.Tolerance < 0 || c.Tolerance > 1 || c.Worst < 0 {
		return usageError{errors.New("--tolerance should be from 0 to 1, and --worst not less than 0")}
	}
	questions, err := readFile(c.File, eval.Read)
	if err != nil {
		return err
	}
	var before eval.Report
	if c.Baseline != "" {
		if before, err = readFile(c.Baseline, eval.ReadReport); err != nil {
			return err
		}
	}
	report, err := c.ask(ctx, s, questions)
	if err != nil {
		return err
	}
	if err := c.show(s, report); err != nil || c.Baseline == "" {
		return err
	}
	return c.compare(s, before, report)
}

// readFile reads a file whole.
func readFile[T any](path string, read func(in io.Reader, name string) (T, error)) (T, error) {
	data, err := os.ReadFile(path)
	var file *fs.PathError
	if errors.As(err, &file) {
		err = fmt.Errorf("%s: %w", path, file.Err)
	}
	if err != nil {
		var none T
		return none, err
	}
	return read(bytes.NewReader(data), path)
}

// ask answers the questions, or has the running bot do so that holds the index. It tells
// of labels that nothing in the corpus can meet.
func (c *evalCmd) ask(ctx context.Context, s *session, questions []eval.Question) (eval.Report, error) {
	report, misfits, err := c.scored(ctx, s, questions)
	for _, m := range misfits {
		fmt.Fprintln(s.err, "storybot: "+m)
	}
	return report, err
}

func (c *evalCmd) scored(ctx context.Context, s *session, questions []eval.Question) (eval.Report, []string, error) {
	if r, ok := s.beside(ctx); ok {
		file, err := os.ReadFile(c.File)
		if err != nil {
			return eval.Report{}, nil, err
		}
		return r.eval(ctx, c.File, file)
	}
	e, err := s.open(reading)
	if err != nil {
		return eval.Report{}, nil, err
	}
	defer e.close()
	if err := s.build(ctx, e); err != nil {
		return eval.Report{}, nil, err
	}
	return score(ctx, e, s.bot(e), questions)
}

// score puts the questions to a bot, and lists labels that nothing in its corpus can meet.
func score(ctx context.Context, e *engine, b *bot.Bot, questions []eval.Question) (report eval.Report, misfits []string, err error) {
	sources, err := e.index.Sources(ctx)
	if err != nil {
		return report, nil, err
	}
	articles := make([]bot.Reference, len(sources))
	for i, a := range sources {
		articles[i] = bot.Reference{Source: a.Source, ID: a.ID, Path: a.Path}
	}
	misfits, err = eval.Misfits(questions, articles, func(id string) (string, error) {
		r, _, err := e.index.Article(ctx, id)
		return r.Text, err
	})
	if err == nil {
		report, err = eval.Run(ctx, b, questions)
	}
	return report, misfits, err
}

// show prints the run, and saves it where that is asked for.
func (c *evalCmd) show(s *session, report eval.Report) error {
	if c.Save != "" {
		var b bytes.Buffer
		if err := report.WriteJSON(&b); err != nil {
			return err
		}
		if err := os.WriteFile(c.Save, b.Bytes(), 0o644); err != nil {
			return fmt.Errorf("--save: %w", err)
		}
	}
	if c.JSON {
		return report.WriteJSON(s.out)
	}
	return report.WriteText(s.out, c.Worst)
}

// compare prints what changed since the baseline; a fall is an error. In JSON the
// comparison goes to standard error, so that what stands on standard output stays one
// format.
func (c *evalCmd) compare(s *session, before, after eval.Report) error {
	comparison := eval.Compare(before, after, c.Tolerance)
	out := s.out
	if c.JSON {
		out = s.err
	} else {
		fmt.Fprintln(out)
	}
	if err := comparison.WriteText(out); err != nil {
		return err
	}
	if fallen := comparison.Fallen(); len(fallen) > 0 {
		return fmt.Errorf("%s fell by more than %g below %s", strings.Join(fallen, ", "), c.Tolerance, c.Baseline)
	}
	return nil
}
