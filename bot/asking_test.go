package bot

import (
	"strings"
	"testing"

	"storybot/index"
)

// emptyBot returns a bot over an index without articles.
func emptyBot(t *testing.T) *Bot {
	t.Helper()
	ix, err := index.InMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return New(ix, Options{})
}

func TestWhatAQuestionAsksFor(t *testing.T) {
	t.Parallel()
	b := emptyBot(t)
	for question, want := range map[string]kind{
		"who is ada bly":               aDefinition,
		"who is the mayor of velden":   aHolder,
		"who is suing quanta":          aPerson,
		"who was named by quanta":      aPerson,
		"who sued quanta":              aPerson,
		"when did bly sue quanta":      aDate,
		"where is quanta":              aPlace,
		"why is bly suing quanta":      aReason,
		"how much did the bridge cost": anAmount,
		"what did bly say of it":       aSaying,
		"what does quanta do":          aDefinition,
		"did bly sue quanta":           anything,
		"who's ada bly":                aDefinition,
		"bly sued quanta why":          aReason,
		"what is the capital of arden": aHolder,
		"what capital did bly raise":   anything,
		"what does QX stand for":       aDefinition,
		"what is the length of it":     aMeasure,
	} {
		q, err := b.newQuestion(t.Context(), question)
		if err != nil {
			t.Fatal(err)
		}
		if q.kind != want {
			t.Errorf("%q asks for %v, want %v", question, q.kind, want)
		}
	}
}

func TestWordsThatOnlyAskAreNotLookedFor(t *testing.T) {
	t.Parallel()
	b := emptyBot(t)
	for question, want := range map[string]string{
		"how much money did bly lend quanta": "bly lend quanta",
		"how tall is the bridge":             "bridge",
		"what reasons did bly give":          "bly give",
		"where did the money of bly go":      "money bly go",
	} {
		q, err := b.newQuestion(t.Context(), question)
		if err != nil {
			t.Fatal(err)
		}
		var words []string
		for _, term := range q.terms {
			words = append(words, term.words[0])
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q looks for %q, want %q", question, got, want)
		}
	}
}

func TestAStatementAsksNothing(t *testing.T) {
	t.Parallel()
	b := emptyBot(t)
	for text, want := range map[string]bool{
		"bly sued quanta":                       true,
		"bridge toll":                           true,
		"The man who sold the bridge sued bly.": true,
		"quanta paid less when it rained":       true,
		"bly sued quanta?":                      true,
		"after the fire, did bly sue quanta?":   false,
		"bly sued the man who sold the bridge?": false,
		"bly sued quanta why":                   false,
		"quanta why did bly sue it":             false,
		"in which year was quanta founded":      false,
		"is bly suing quanta":                   false,
		"who sued quanta":                       false,
		"tell me why bly sued quanta":           false,
		"how quanta makes its money":            false,
	} {
		q, err := b.newQuestion(t.Context(), text)
		if err != nil {
			t.Fatal(err)
		}
		if q.stated != want || want && q.kind != anything {
			t.Errorf("%q is a statement: %t, want %t; asks for %v", text, q.stated, want, q.kind)
		}
	}
}
