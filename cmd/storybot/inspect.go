package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"storybot/bot"
	"storybot/corpus"
	"storybot/corpus/timex"
)

type inspectCmd struct {
	JSON bool     `name:"json" help:"One JSON article a line."`
	Path []string `arg:"" help:"Files, folders or web addresses of articles."`
}

// Run prints what is read of each article.
func (c *inspectCmd) Run(ctx context.Context, s *session) error {
	articles, err := s.places(c.Path, "").read(ctx, s.tell)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.out)
	show := printReading
	if c.JSON {
		show = encodeReading
	}
	n := 0
	for a := range articles {
		if err := show(out, corpus.Analyze(a)); err != nil {
			return err
		}
		n++
	}
	if err := cmp.Or(ctx.Err(), out.Flush()); err != nil {
		return err
	}
	if n == 0 {
		return errors.New("no article could be read")
	}
	return nil
}

type wireReading struct {
	ID        string     `json:"id"`
	Path      string     `json:"path"`
	Title     string     `json:"title"`
	Outlet    string     `json:"outlet"`
	Author    string     `json:"author"`
	URL       string     `json:"url"`
	Published *string    `json:"published"`
	Text      string     `json:"text"`
	Sentences []wireSpan `json:"sentences"`
	Names     []wireName `json:"names"`
	Dates     []wireDate `json:"dates"`
}

type wireSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type wireName struct {
	wireSpan
	Name string `json:"name"`
}

type wireDate struct {
	wireSpan
	Text      string  `json:"text"`
	Type      string  `json:"type"`
	Value     string  `json:"value"`
	Begin     *string `json:"begin"`
	Until     *string `json:"until"`
	Precision string  `json:"precision"`
	How       string  `json:"how"`
}

// encodeReading writes one article as a line of JSON; days are YYYY-MM-DD or null.
func encodeReading(out io.Writer, r corpus.Reading) error {
	w := wireReading{ID: r.ID, Path: r.Path, Title: r.Title, Outlet: r.Outlet, Author: r.Author, URL: r.URL,
		Published: wireDay(r.Published), Text: r.Text, Sentences: []wireSpan{}, Names: []wireName{}, Dates: []wireDate{}}
	for _, s := range r.Sentences {
		w.Sentences = append(w.Sentences, wireSpan(s))
	}
	for _, m := range r.Mentions {
		w.Names = append(w.Names, wireName{wireSpan(m.Span), m.Name})
	}
	for _, d := range r.Dates {
		w.Dates = append(w.Dates, wireDate{wireSpan{d.Start, d.End}, r.Text[d.Start:d.End], string(d.Type), d.Value,
			wireDay(d.Begin), wireDay(d.Until), string(d.Precision), string(d.How)})
	}
	return encodeLine(out, w)
}

func wireDay(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	day := t.Format(time.DateOnly)
	return &day
}

// counted writes a number of things.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// printReading writes one article for a person to look at.
func printReading(out io.Writer, r corpus.Reading) error {
	fmt.Fprintf(out, "%s\n  id %s\n  %s\n", r.Path, r.ID, bot.Reference{Source: r.Source}.Label())
	printEvidence(out, r.Article)
	fmt.Fprintf(out, "  %s, %s, %s\n", counted(len(r.Text), "byte"), counted(len(r.Sentences), "sentence"), counted(len(r.Passages), "passage"))
	for i, s := range r.Sentences {
		fmt.Fprintf(out, "\n%4d  %s\n", i+1, oneLine(s.Of(r.Text)))
		for _, m := range r.Mentions {
			if m.Overlaps(s) {
				fmt.Fprintf(out, "      name  %s%s\n", oneLine(m.Of(r.Text)), arrow(oneLine(m.Of(r.Text)), m.Name))
			}
		}
		for _, d := range r.Dates {
			if d.Start >= s.Start && d.End <= s.End {
				fmt.Fprintf(out, "      date  %s%s\n", oneLine(r.Text[d.Start:d.End]), dateNote(d))
			}
		}
	}
	_, err := fmt.Fprintln(out)
	return err
}

// printEvidence tells where each part of a page's source was found.
func printEvidence(out io.Writer, a corpus.Article) {
	for _, part := range []struct{ name, value, by string }{
		{"title", a.Title, a.Evidence.Title}, {"outlet", a.Outlet, a.Evidence.Outlet}, {"author", a.Author, a.Evidence.Author},
		{"url", a.URL, a.Evidence.URL}, {"published", a.Published.Format(time.DateOnly), a.Evidence.Published},
		{"modified", a.Modified.Format(time.DateOnly), a.Evidence.Modified},
	} {
		if part.by != "" {
			fmt.Fprintf(out, "  %s %s, from %s\n", part.name, part.value, part.by)
		}
	}
}

func arrow(text, name string) string {
	if text == name {
		return ""
	}
	return " → " + name
}

func dateNote(d timex.Timex) string {
	return fmt.Sprintf(" → %s %s (%s)", d.Type, d.Value, d.How)
}
