package terminal

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"storybot/bot"
	"storybot/corpus"
	"storybot/corpus/timex"
)

// ferry is the text of the only article of these tests. The quote is its middle.
const ferry = "FERRY SOLD. The harbour board sold the old ferry on Tuesday for 4.2 million crowns.\n" +
	"She had been “at the quay” since 2019. Nobody waved."

var (
	quoteStart = strings.Index(ferry, "The harbour")
	quoteEnd   = strings.Index(ferry, " Nobody")
)

// spans finds words in the article.
func spans(words ...string) []corpus.Span {
	var out []corpus.Span
	for _, w := range words {
		i := strings.Index(ferry, w)
		out = append(out, corpus.Span{Start: i, End: i + len(w)})
	}
	return out
}

func ferryArticle() bot.Reference {
	return bot.Reference{ID: "ferry", Path: "news/ferry.txt", Source: corpus.Source{
		Title: "Old ferry sold", Outlet: "Harbour Post", URL: "https://post.example/2025/ferry",
		Published: time.Date(2025, 1, 22, 0, 0, 0, 0, time.UTC),
	}}
}

func ferryQuote(highlight ...string) bot.Quote {
	s := corpus.Span{Start: quoteStart, End: quoteEnd}
	return bot.Quote{
		Span: s, Text: s.Of(ferry), Highlight: spans(highlight...), Article: ferryArticle(),
		Link: "https://post.example/2025/ferry#:~:text=The%20harbour%20board",
	}
}

func ferryAnswer() bot.Answer {
	q := ferryQuote("harbour board", "4.2 million crowns", "2019.")
	q.Date = &bot.EventDate{
		Value: "2025-01-21", Begin: time.Date(2025, 1, 21, 0, 0, 0, 0, time.UTC),
		Precision: timex.Day, Text: "on Tuesday", Inferred: true,
	}
	q.Also = []bot.Reference{ferryArticle(), {}}
	return bot.Answer{Answered: true, Title: "Old ferry", Quotes: []bot.Quote{q}, Note: "1 of 3 dates; limit:3 shows all."}
}

// memory is a Bot that has its answers by heart.
type memory struct {
	mu    sync.Mutex
	asked []string // command lines and completions, in order
	slow  time.Duration
}

func (b *memory) saw(line string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.asked = append(b.asked, line)
}

func (b *memory) all() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.asked...)
}

func (b *memory) Do(ctx context.Context, r bot.Request) (bot.Answer, error) {
	b.saw(r.Line())
	select {
	case <-time.After(b.slow):
	case <-ctx.Done():
		return bot.Answer{}, ctx.Err()
	}
	switch {
	case r.Options["name"] == "fire":
		return bot.Answer{}, errors.New("the disk is on fire")
	case r.Options["name"] == "nobody":
		return bot.Answer{}, &bot.ReaderError{Message: "nobody\x1b[2J is no name"}
	case r.Command == "help":
		return bot.Answer{Answered: true, Title: "Help", Note: "Ask."}, nil
	}
	return ferryAnswer(), nil
}

func (b *memory) Complete(ctx context.Context, command, option, typed string) ([]string, error) {
	b.saw("complete " + command + " " + option + " " + typed)
	var out []string
	for _, name := range []string{"Ida Holm", "Stargate", "Stavanger Lines"} {
		if option != "from" && strings.HasPrefix(strings.ToLower(name), strings.ToLower(typed)) {
			out = append(out, name)
		}
	}
	return out, ctx.Err()
}
