package bot_test

import (
	"testing"

	"storybot/corpus"
)

// What the news tells in other words than a reader asks in is found all the same.
func TestOtherWordsThanTheNewsUses(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, []corpus.Article{
		{ID: "fares", Path: "fares.txt", Text: "The drop in fares of Tidewell this year was the result of a new bridge, the harbour said.\n\nThe ferry sails at six."},
		{ID: "head", Path: "head.txt", Text: "Ida Arden returned to Tidewell on June 4, 2021, as its head.\n\nShe had left in the spring."},
		{ID: "pier", Path: "pier.txt", Text: "Jon Blake visited Brenhaven to ask for a longer pier.\n\nIt rained all day."},
		{ID: "choir", Path: "choir.txt", Text: "The school choir sang in the market hall. Parents paid for the coach."},
	})
	for question, want := range map[string]string{
		"why are the fares of Tidewell falling": "result of a new bridge",
		"when did Arden come back to Tidewell":  "returned to Tidewell on June 4, 2021",
		"why did Jon Blake travel to Brenhaven": "to ask for a longer pier",
	} {
		answersFirst(t, b, ix, question, want)
	}
}
