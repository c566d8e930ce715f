package bot_test

import (
	"fmt"
	"strings"
	"testing"

	"storybot/corpus"
)

// Whoever types a statement, or words alone, asks what is said of that.
func TestAStatementIsAnsweredByWhatTellsOfTheSame(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ stated, want string }{ // "": nothing tells of it
		{"norland lines sued tidewell over the name of a ferry", "sued Tidewell on March 5, 2024"},
		{"Tidewell fired its captain because he slept.", "dismissed its captain"},
		{"norland lines second ferry brenhaven", "bought a second ferry"},
		{"the company that wants its berth back sued the port of osmouth", "It wants its berth back"},
		{"ivo marsh tired bank", "because he was tired"},
		{"greta holm climbed a volcano", ""},
		{"penguins breed on the ice shelf", ""},
		{"ballet school auditions", ""},
	} {
		t.Run(c.stated, func(t *testing.T) {
			t.Parallel()
			a := askFerry(t, "/ask "+c.stated)
			if a.Answered != (c.want != "") {
				t.Errorf("answered %v, %q:\n%s", a.Answered, a.Note, quotesOf(a))
			}
			if c.want != "" && (len(a.Quotes) == 0 || !strings.Contains(a.Quotes[0].Text, c.want)) {
				t.Errorf("the first quote lacks %q:\n%s", c.want, quotesOf(a))
			}
		})
	}
}

func TestWhatContradictsAStatementIsShown(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, []corpus.Article{
		{ID: "a", Path: "a.txt", Text: "The council of Osmouth rejected the plan for a bridge on Monday. It was the third plan in ten years."},
		{ID: "b", Path: "b.txt", Text: "Herring fell to its lowest price since the spring. The boats stayed in."},
		{ID: "c", Path: "c.txt", Text: "The school choir sang in the market hall. Parents paid for the coach."},
	})
	for stated, want := range map[string]string{
		"the council of osmouth accepted the plan for a bridge": "rejected the plan",
		"herring rose to its highest price since spring":        "fell to its lowest price",
	} {
		answersFirst(t, b, ix, stated, want)
	}
}

// manyMatters are short articles about as many things, in which common words meet that do not
// belong together.
func manyMatters(n int) []corpus.Article {
	things := strings.Fields("harbour school market theatre bakery railway library hospital museum stadium factory garden")
	deeds := strings.Fields("opens repairs paints sells visits leaves starts cleans counts moves")
	articles := make([]corpus.Article, n)
	for i := range articles {
		id := fmt.Sprintf("m%04d", i)
		thing, other := things[i%len(things)], things[(i/7+3)%len(things)]
		articles[i] = corpus.Article{ID: id, Path: id + ".txt", Text: fmt.Sprintf("In the %s number %d of them meet on Tuesday. The %s %s in the summer of %d, as it did before.",
			thing, i, other, deeds[i/len(things)%len(deeds)], 1990+i%30)}
	}
	return articles
}

// The words of a question without a name meet somewhere in a large corpus, whatever it is
// about.
func TestCommonWordsThatMeetByChanceDoNotAnswer(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, append(manyMatters(1200), corpus.Article{ID: "tide", Path: "tide.txt",
		Text: "Tidewell dismissed Ivo Marsh in May 2024, because he had steered the ferry Selkie onto a bank."}))
	for question, want := range map[string]bool{
		"when does summer start":         false,
		"why does the library sell":      false,
		"which school has the most":      false,
		"why was ivo marsh dismissed":    true,
		"tidewell dismissed ivo marsh":   true,
		"when was ivo marsh dismissed":   true,
		"did tidewell dismiss ivo marsh": true,
	} {
		a, err := b.Answer(t.Context(), "/ask "+question)
		if err != nil {
			t.Fatal(err)
		}
		if a.Answered != want {
			t.Errorf("%s: answered is %t, want %t:\n%s", question, a.Answered, want, quotesOf(a))
		}
	}
}

func TestAnotherYearDoesNotAnswer(t *testing.T) {
	t.Parallel()
	a := askFerry(t, "/ask when did norland lines sue tidewell in 1998")
	if a.Answered {
		t.Errorf("answered by\n%s", quotesOf(a))
	}
}

// What decided is told to whoever asks why, for statements too.
func TestWhyExplainsAStatement(t *testing.T) {
	t.Parallel()
	if a := askFerry(t, "/ask question:norland lines sued tidewell why:true"); !strings.Contains(a.Note, "Answered: ") {
		t.Errorf("the note is %q", a.Note)
	}
}

func TestWhatLettersStandForHasToBeSpelledOut(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, []corpus.Article{
		{ID: "a", Path: "a.txt", Text: "The Port Authority of Osmouth (PAO) raised its dues on Monday. Ferries pay the most."},
		{ID: "b", Path: "b.txt", Text: "Seven boats of the coast guard, KRW, searched the bay. They found nobody."},
	})
	for question, want := range map[string]bool{"what does PAO stand for": true, "what does KRW stand for": false} {
		a, err := b.Answer(t.Context(), "/ask "+question)
		if err != nil {
			t.Fatal(err)
		}
		if a.Answered != want {
			t.Errorf("%s: answered is %t, want %t:\n%s", question, a.Answered, want, quotesOf(a))
		}
	}
}
