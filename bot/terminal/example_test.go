package terminal_test

import (
	"os"
	"time"

	"storybot/bot"
	"storybot/bot/terminal"
	"storybot/corpus"
	"storybot/corpus/timex"
)

func ExampleRender() {
	text := "The board sold the ferry on Tuesday."
	answer := bot.Answer{
		Answered: true,
		Title:    "Ferry",
		Quotes: []bot.Quote{{
			Span: corpus.Span{Start: 0, End: len(text)},
			Text: text,
			Article: bot.Reference{
				Source: corpus.Source{Outlet: "Harbour Post", Published: time.Date(2025, 1, 22, 0, 0, 0, 0, time.UTC)},
				Path:   "news/ferry.txt",
			},
			Date: &bot.EventDate{
				Begin: time.Date(2025, 1, 21, 0, 0, 0, 0, time.UTC), Precision: timex.Day, Text: "on Tuesday",
			},
		}},
	}
	// Style{} is for pipes; StyleOf(os.Stdout, os.Environ()) suits what stdout is.
	if err := terminal.Render(os.Stdout, answer, terminal.Style{}); err != nil {
		panic(err)
	}
	// Output:
	// Ferry
	//
	// 21 January 2025
	// > The board sold the ferry on Tuesday.
	//   Harbour Post · 22 January 2025 · untitled · news/ferry.txt
}
