package discord

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"storybot/bot"
	"storybot/corpus"
	"storybot/corpus/timex"
)

// newAnswerer is the bot that the tests of the whole front end ask.
func newAnswerer(t *testing.T) *canned {
	t.Helper()
	return &canned{slow: make(chan struct{})}
}

// canned is a bot with answers of its own: by the name of the command, and by words that
// make it slow, fail or panic.
type canned struct {
	asked atomic.Int32
	slow  chan struct{} // what is asked slowly waits for it to be closed
	gone  atomic.Bool   // the articles are gone
	told  atomic.Bool   // what is new is not told anew
}

func (b *canned) Do(ctx context.Context, r bot.Request) (bot.Answer, error) {
	b.asked.Add(1)
	what := r.Options["name"] + r.Options["topic"] + r.Options["question"]
	if strings.Contains(what, "slow") {
		select {
		case <-b.slow:
		case <-ctx.Done():
			return bot.Answer{}, ctx.Err()
		}
	}
	switch {
	case strings.Contains(what, "stubborn"):
		<-b.slow
	case strings.Contains(what, "wrong"):
		return bot.Answer{}, &bot.ReaderError{Message: "no such *date*: wrong"}
	case strings.Contains(what, "broken"):
		return bot.Answer{}, errors.New("disk is full at /secret/place")
	case strings.Contains(what, "panic"):
		panic("a bug")
	}
	a := bot.Answer{Request: r, Answered: true, Title: "Harbour Bridge"}
	switch r.Command {
	case "who":
		a.Quotes = []bot.Quote{quote("The Harbour Bridge is a crossing of [steel and glass]. It opened in May.")}
		a.Steps = []bot.Step{{Label: "Timeline", Line: "/timeline bridge"}}
	case "timeline":
		a.Quotes = story(30)
		switch {
		case strings.Contains(what, "few"):
			a.Quotes = story(2)
		case strings.Contains(what, "undated"):
			for i := range a.Quotes {
				a.Quotes[i].Date = nil
			}
		}
	case "latest":
		if a.Quotes = story(30); b.told.Swap(true) && !r.Again {
			a.Answered, a.Quotes, a.Note = false, nil, "Nothing has come since."
		}
	case "refresh":
		if r.Options["force"] == "" {
			r.Progress("Reading: 7 articles so far.")
			<-b.slow
		}
		a.Note = "3 articles added, 1 changed."
	case "ask":
		a.Answered, a.Note = false, "The articles do not say. The nearest passages:"
		a.Quotes = story(2)
	}
	if strings.Contains(what, "nothing") {
		a = bot.Answer{Request: r, Title: what, Note: "Nothing here mentions it.", Steps: []bot.Step{{Label: "Bridge?", Line: "/who bridge"}}}
	}
	if b.gone.Load() {
		a.Quotes = nil
	}
	return a, nil
}

func (b *canned) Complete(ctx context.Context, command, option, typed string) ([]string, error) {
	switch typed {
	case "slow":
		select {
		case <-b.slow:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	case "broken":
		return nil, errors.New("no index")
	case "panic":
		panic("a bug")
	case "none such":
		return nil, nil
	}
	names := []string{"", "Harbour Bridge", "Harbour Bridge", strings.Repeat("long", 30)}
	for i := range 40 {
		names = append(names, fmt.Sprintf("%s %s %s %d", command, option, typed, i))
	}
	return names, nil
}

func (b *canned) Context(_ context.Context, place string) (bot.Answer, error) {
	if b.gone.Load() || !strings.HasSuffix(place, "-a1") {
		return bot.Answer{}, &bot.ReaderError{Message: "The article is gone: please ask again."}
	}
	return bot.Answer{Answered: true, Title: "In context", Quotes: []bot.Quote{quote("Before it. [The quote.] After it.")}}, nil
}

func (b *canned) Check(_ context.Context, message string) (bot.Answer, error) {
	q := quote("The bridge cost [two] crowns.")
	q.Label = "another number"
	return bot.Answer{Answered: true, Title: "What the articles say", Note: "On: " + message, Quotes: []bot.Quote{q}}, nil
}

func (b *canned) Mentioned(_ context.Context, message string) (bot.Answer, error) {
	if message == "" {
		return bot.Answer{}, &bot.ReaderError{Message: "That message has no words to look for."}
	}
	return bot.Answer{Answered: true, Title: "Who is mentioned?", Facts: []bot.Fact{{Label: "Bridge", Value: "in 2 articles"}},
		Steps: []bot.Step{{Label: "Bridge", Line: "/who bridge"}}}, nil
}

// quote makes a quote of a text in which square brackets mark the words that answer. It
// stands 100 bytes into its article.
func quote(marked string) bot.Quote {
	const at = 100
	q := bot.Quote{Article: bot.Reference{
		ID: "a1", Path: "bridge.txt",
		Source: corpus.Source{
			Title: "Bridge opens", Outlet: "The Ferryman", URL: "https://ferryman.example/bridge",
			Published: time.Date(2021, 5, 4, 0, 0, 0, 0, time.UTC),
		},
	}, Link: "https://ferryman.example/bridge#:~:text=steel"}
	for marked != "" {
		before, rest, found := strings.Cut(marked, "[")
		q.Text += before
		if !found {
			break
		}
		words, after, _ := strings.Cut(rest, "]")
		q.Highlight = append(q.Highlight, corpus.Span{Start: at + len(q.Text), End: at + len(q.Text) + len(words)})
		q.Text += words
		marked = after
	}
	q.Span = corpus.Span{Start: at, End: at + len(q.Text)}
	return q
}

// story makes a timeline of so many quotes, a day apart.
func story(n int) []bot.Quote {
	var out []bot.Quote
	for i := range n {
		q := quote(fmt.Sprintf("On day %d the [crane] moved another beam. %s", i, strings.Repeat("The crew worked on in the rain. ", 8)))
		day := time.Date(2021, 3, 1+i, 0, 0, 0, 0, time.UTC)
		q.Date = &bot.EventDate{
			Value: day.Format(time.DateOnly), Begin: day, Until: day.AddDate(0, 0, 1), Precision: timex.Day, Text: "that day",
		}
		out = append(out, q)
	}
	return out
}
