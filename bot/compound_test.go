package bot

import (
	"slices"
	"strings"
	"testing"

	"storybot/corpus"
)

func TestCompoundsAreReadAsTheArticlesWriteThem(t *testing.T) {
	t.Parallel()
	b := tuneBot(t, slices.Values([]corpus.Article{{ID: "a", Path: "a.txt",
		Text: "The non-profit Harbour Trust opened a data center at Penwick. Its lifeboat crew praised the ceasefire. The non of the profit was a typo."}}))
	for typed, want := range map[string]string{
		"who runs the nonprofit":         "who runs the non-profit",
		"who runs the non-profit":        "who runs the non-profit",
		"where is the Datacenter?":       "where is the data-center?",
		"who praised the cease-fire":     "who praised the ceasefire",
		"nonprofit nonprofit nonprofit":  "nonprofit non-profit non-profit",
		"what of the crewpraised":        "what of the crew-praised",
		"what of the harbourprofit":      "what of the harbourprofit",
		"the lifeboat":                   "the lifeboat",
		"thenon":                         "thenon",
		"Ελλάδαελλάδα":                   "Ελλάδαελλάδα",
		strings.Repeat("nonprofit", 700): strings.Repeat("nonprofit", 700),
		"":                               "",
		"- --- -":                        "- --- -",
	} {
		got, err := b.asWritten(t.Context(), typed)
		if err != nil || got != want {
			t.Errorf("%.60q is read as %.60q, %v; want %.60q", typed, got, err, want)
		}
	}
}
