package bot_test

import (
	"testing"

	"storybot/corpus"
)

// Whoever states what the articles do not tell of names that they are full of is told so.
func TestAStatementIsAnsweredOnlyByWhatTellsWhatItsNamesDo(t *testing.T) {
	t.Parallel()
	for stated, want := range map[string]bool{
		"norland lines sued tidewell":           true,
		"tidewell was sued by norland lines":    true,
		"tidewell sued the port of osmouth":     true,
		"norland lines purchased a ferry":       true,
		"tidewell fired ivo marsh":              true,
		"marsh denies that he was tired":        true,
		"greta holm runs norland lines":         true,
		"norland lines sold its ferry to marsh": false,
		"greta holm married ivo marsh":          false,
		"tidewell moved to brenhaven":           false,
		"ivo marsh sued greta holm":             false,
		"greta holm bought a yard in osmouth":   false,
		"norland lines to merge with tidewell":  false,
		"tidewell went bankrupt":                false,
		"the port of osmouth fired greta holm":  false,
	} {
		t.Run(stated, func(t *testing.T) {
			t.Parallel()
			if a := askFerry(t, "/ask "+stated); a.Answered != want {
				t.Errorf("answered is %t, want %t:\n%s", a.Answered, want, quotesOf(a))
			}
		})
	}
}

func TestWhoDidItIsNotWhoItWasDoneTo(t *testing.T) {
	t.Parallel()
	for question, want := range map[string]bool{
		"did norland lines sue tidewell": true,
		"did tidewell sue norland lines": false,
		"did tidewell dismiss marsh":     true,
		"did greta holm resign":          false,
		"was greta holm dismissed":       false,
	} {
		t.Run(question, func(t *testing.T) {
			t.Parallel()
			if a := askFerry(t, "/ask "+question); a.Answered != want {
				t.Errorf("answered is %t, want %t:\n%s", a.Answered, want, quotesOf(a))
			}
		})
	}
}

// otherWords is a story that tells most things in other words than readers ask in.
func otherWords() []corpus.Article {
	return []corpus.Article{
		{ID: "crew", Path: "crew.txt", Text: "Tidewell has 40 employees on its ferries. More than 9,000 tickets a week are sold for the Selkie."},
		{ID: "bank", Path: "bank.txt", Text: "Ivo Marsh got his licence back in May, after a law firm had reviewed his dismissal. He now steers for Norland Lines."},
		{ID: "stake", Path: "stake.txt", Text: "The Osmouth Bank holds about 30 percent of Tidewell. The crew holds the rest."},
		{ID: "talks", Path: "talks.txt", Text: "Tidewell gave up its route in February 2024, after talks with the harbour masters of Arden and Velden."},
		{ID: "lead", Path: "lead.txt", Text: "Osmouth Capital led the second round. The bank of Osmouth took part."},
	}
}

func TestWhatIsToldInOtherWordsAnswers(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, otherWords())
	for question, want := range map[string]string{ // "": nothing tells it
		"how many people work at tidewell":            "40 employees",
		"who investigated marsh's dismissal":          "a law firm had reviewed",
		"what does the osmouth bank own of tidewell":  "about 30 percent",
		"which states had talks with tidewell":        "Arden and Velden",
		"why did osmouth capital lead the round":      "",
		"how many people work at norland lines":       "",
		"which countries sued tidewell":               "",
		"who were the founders of the osmouth museum": "",
	} {
		answersFirst(t, b, ix, question, want)
	}
}
