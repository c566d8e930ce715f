package bot

import "testing"

func TestTheVerbOfAStatementIsReadBehindItsName(t *testing.T) {
	t.Parallel()
	b := emptyBot(t)
	for text, want := range map[string]string{ // "": no name does anything
		"the Tidewell sued Norland":          "sued",
		"the Tidewell Lines sold a ferry":    "sold",
		"a Tidewell captain resigned":        "resigned",
		"the Tidewell quit":                  "quit",
		"the Tidewell was sold to Norland":   "sold",
		"the Tidewell to sell its ferry":     "sell",
		"the Tidewell ferry":                 "",
		"the Tidewell ferry price rise":      "",
		"a man sued Tidewell":                "",
		"the Tidewell boss":                  "",
		"the Tidewell's sails":               "",
		"the Tidewell new blue ferry sailed": "",
	} {
		q, err := b.newQuestion(t.Context(), text)
		if err != nil {
			t.Fatal(err)
		}
		q.noteNames()
		d, ok := q.deed()
		if ok != (want != "") || ok && q.terms[d.verb].words[0] != want {
			t.Errorf("%q: the verb is %v of %v, want %q", text, d, q.terms, want)
		}
	}
}

func TestNamesStandOnTheirSidesOfTheVerb(t *testing.T) {
	t.Parallel()
	b := emptyBot(t)
	q, err := b.newQuestion(t.Context(), "the Tidewell sued Norland")
	if err != nil {
		t.Fatal(err)
	}
	q.noteNames()
	d, ok := q.deed()
	if !ok || d.subject != 1 || d.object != 4 {
		t.Fatalf("reads %v, %t", d, ok)
	}
}

func TestANounOfADeedIsKnownByItsEndingAndWhatStandsBeside(t *testing.T) {
	t.Parallel()
	b := emptyBot(t)
	for _, c := range []struct {
		text string
		at   int
		want bool
	}{
		{"they sue norland", 1, false},
		{"norland left", 1, false},
		{"a suit", 1, true},
		{"feud between them", 0, true},
		{"public resignation", 1, true},
		{"backers", 0, true},
	} {
		if got := isDeedNoun(b.index.Tokens(c.text), c.at); got != c.want {
			t.Errorf("word %d of %q: %t, want %t", c.at, c.text, got, c.want)
		}
	}
}
