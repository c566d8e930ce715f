package bot_test

import (
	"testing"
	"time"

	"storybot/corpus"
)

// observatory is a small story of an observatory, written for these tests.
func observatory() []corpus.Article {
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	article := func(id string, published time.Time, title, text string) corpus.Article {
		return corpus.Article{ID: id, Path: id + ".txt", Text: text, Source: corpus.Source{Title: title, Outlet: "Hill Post", Published: published}}
	}
	return []corpus.Article{
		article("plan", day(2024, 5, 8), "Three firms plan Farsight",
			"Three firms announced Farsight, an observatory on Mount Ebbe, on May 7, 2024, at a hotel in Torv.\n\n"+
				"The partners intend to invest $90 million over six years. Lena Ruud, the chief executive of Farsight, spoke for half an hour.\n\n"+
				"Nils Aaby, an economist, was not sure that it would pay. The roads are steep.\n\nThe mayor said that the project would create 300 jobs."),
		article("board", day(2024, 6, 3), "Who sits where",
			"The board of Farsight met for the first time on June 2, 2024, in rooms that Ida Holt had rented.\n\n"+
				"Per Moe, Siri Dahl and Ola Brekke have seats on the board of Farsight. Optica holds 40 percent of Farsight, and Lumen owns the rest."),
		article("dismissal", day(2024, 9, 20), "A year of quarrels",
			"Aaby had advised the town for two days in September 2024, after the board dismissed Jon Vik.\n\n"+
				"On the evening of Thursday, September 12, 2024, the board of Farsight dismissed Jon Vik, its engineer."),
		article("fire", day(2025, 1, 10), "Fire on the hill",
			"A 44-year-old guard of Farsight was hurt in a fire at the hotel in Torv two days ago. Firemen saved 21 guests from the hotel.\n\n"+
				"The fair opens at nine, because the guards come early."),
		article("offer", day(2025, 3, 4), "Optica wants all of it",
			"Lumen accepted 1,400 shares of Optica last year, at about the same price as the bank. In March 2025 it accepted $31 a share from Optica for its part of Farsight.\n\n"+
				"The town delayed its fair, because snow had closed the road. "+
				"Visitors from Norway pay nothing on the new path. Visitors from France pay twice as much."),
		article("lens", day(2025, 2, 14), "A lens",
			"Visitors know Farsight for Argus, a lens that was shown a year ago this month.\n\nFarsight won its fame with Argus, a lens that it showed on February 3, 2024, to children first."),
	}
}

// Questions as readers ask them are answered by the sentence that says it, though others have
// more of their words.
func TestPlainQuestions(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, observatory())
	for question, want := range map[string]string{
		"what is the farsight project":                      "an observatory on Mount Ebbe",
		"what is project farsight":                          "an observatory on Mount Ebbe",
		"what is farsight all about":                        "an observatory on Mount Ebbe",
		"who is lena ruud now":                              "the chief executive of Farsight",
		"how much will farsight cost":                       "$90 million",
		"how many jobs will farsight create":                "300 jobs",
		"when was jon vik dismissed":                        "September 12, 2024",
		"when was argus shown":                              "February 3, 2024",
		"who is on the board of farsight":                   "Per Moe, Siri Dahl and Ola Brekke",
		"who runs farsight":                                 "Lena Ruud, the chief executive of Farsight",
		"how much of farsight does optica own":              "40 percent",
		"what price per share did lumen accept from optica": "$31 a share",
		"how much money does a share of optica cost":        "$31 a share",
		"why was the fair put off":                          "because snow had closed the road",
		"what do french visitors pay":                       "Visitors from France pay twice",
		"how many guests were saved from the fire":          "21 guests",
	} {
		answersFirst(t, b, ix, question, want)
	}
}
