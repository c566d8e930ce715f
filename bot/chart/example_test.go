package chart_test

import (
	"bytes"
	"fmt"
	"image/png"
	"time"

	"storybot/bot"
	"storybot/bot/chart"
	"storybot/corpus"
	"storybot/corpus/timex"
)

func Example() {
	text := "The bridge opened to ferries on 3 May 2024."
	day := time.Date(2024, time.May, 3, 0, 0, 0, 0, time.UTC)
	answer := bot.Answer{Title: "The harbour bridge", Answered: true, Quotes: []bot.Quote{{
		Span: corpus.Span{End: len(text)}, Text: text, Highlight: []corpus.Span{{Start: 32, End: 42}},
		Article: bot.Reference{Source: corpus.Source{Outlet: "Harbour Post", Published: day.AddDate(0, 0, 1)}},
		Date:    &bot.EventDate{Begin: day, Until: day.AddDate(0, 0, 1), Precision: timex.Day, Text: "3 May 2024"},
	}}}
	var picture bytes.Buffer
	if err := chart.Draw(&picture, answer); err != nil {
		fmt.Println(err)
		return
	}
	config, err := png.DecodeConfig(&picture)
	fmt.Println(config.Width, err)
	fmt.Println(chart.AltText(answer))
	// Output:
	// 1100 <nil>
	// Timeline: The harbour bridge. 1 quote, 3 May 2024. 3 May 2024.
}
