package main

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"

	"storybot/bot"
	"storybot/bot/chart"
	"storybot/bot/terminal"
)

// asking is a line to answer, with how the answer is to be shown.
type asking struct {
	Line    string     `json:"line"`
	Explain bool       `json:"explain,omitempty"` // questions are answered as with why: true
	Format  bot.Format `json:"format,omitempty"`  // "": text as in a terminal
	Picture bool       `json:"picture,omitempty"`
	Width   int        `json:"width,omitempty"` // as of terminal.Style
	Color   bool       `json:"color,omitempty"`
	Folder  string     `json:"folder,omitempty"` // what paths of files start from; "": the folder of this process
}

// rendered is an answer as it is shown.
type rendered struct {
	Text    []byte `json:"text"`
	Picture []byte `json:"picture,omitempty"` // PNG
}

// render answers a line.
func render(ctx context.Context, b *bot.Bot, q asking) (*rendered, error) {
	a, err := q.answer(ctx, b)
	if err != nil {
		return nil, err
	}
	var text, picture bytes.Buffer
	if q.Picture {
		if err := chart.Draw(&picture, a); errors.Is(err, chart.ErrEmpty) {
			return nil, errors.New("there is nothing to draw: the answer has no quotes")
		} else if err != nil {
			return nil, err
		}
	}
	if q.Format != "" {
		err = bot.Export(&text, a, q.Format)
	} else {
		err = terminal.Render(&text, a, terminal.Style{Width: q.Width, Color: q.Color})
	}
	return &rendered{text.Bytes(), picture.Bytes()}, err
}

// answer answers the line, explaining what it can where that is asked for.
func (q asking) answer(ctx context.Context, b *bot.Bot) (bot.Answer, error) {
	r, err := parseIn(q.Line, q.Folder)
	if err != nil {
		return bot.Answer{}, err
	}
	if c, _ := bot.Find(r.Command); q.Explain {
		if _, can := c.Option("why"); can {
			r.Options["why"] = "true"
		}
	}
	return b.Do(ctx, r)
}

// parseIn parses a line that was typed in a folder: a path of a file starts from there.
func parseIn(line, folder string) (bot.Request, error) {
	r, err := bot.Parse(line)
	if err != nil || folder == "" {
		return r, err
	}
	c, _ := bot.Find(r.Command)
	for _, o := range c.Options {
		if path := r.Options[o.Name]; o.Kind == bot.File && path != "" && !filepath.IsAbs(path) {
			r.Options[o.Name] = filepath.Join(folder, path)
		}
	}
	return r, nil
}
