package bot_test

import (
	"strings"
	"testing"

	"storybot/corpus"
)

// Who does what is read clause by clause: a name in a relative clause does only what that
// clause tells, and what stands before "which" is what was done something to.
func TestNamesInClausesDoOnlyWhatTheirClauseTells(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, []corpus.Article{
		{ID: "gift", Path: "gift.txt", Text: "Jon Blake, the head of Tidewell, whom Ida Arden was suing, said in Osmouth that he would give $4 million to the harbour museum.\n\nThe museum opens in May."},
		{ID: "reply", Path: "reply.txt", Text: "Blake, the head of Tidewell, gave his reply on Ferrynet, which Arden bought in 2019 when it was small.\n\nThe weather was fine that week."},
		{ID: "offer", Path: "offer.txt", Text: "Arden sold her old pier in Osmouth on May 3, 2021, for a pound.\n\nNobody came."},
		{ID: "stake", Path: "stake.txt", Text: "Norland holds about 30 percent of Tidewell, and its staff hold the rest."},
		{ID: "choir", Path: "choir.txt", Text: "The school choir sang in the market hall. Parents paid for the coach."},
	})
	for _, c := range []struct{ question, want string }{ // "": nothing tells of it
		{"how much money did Arden give Tidewell", ""},
		{"how much money did Blake give to the museum", "$4 million"},
		{"did Arden buy Tidewell", ""},
		{"did Arden buy Ferrynet", "which Arden bought"},
		{"when did Arden agree to sell the pier", "May 3, 2021"},
		{"who owns Tidewell", "Norland holds about 30 percent"},
	} {
		a, err := b.Answer(t.Context(), "/ask "+c.question)
		if err != nil {
			t.Fatal(err)
		}
		check(t, ix, a)
		if a.Answered != (c.want != "") {
			t.Errorf("%s: answered is %t, %q:\n%s", c.question, a.Answered, a.Note, quotesOf(a))
		}
		if c.want != "" && (len(a.Quotes) == 0 || !strings.Contains(a.Quotes[0].Text, c.want)) {
			t.Errorf("%s: want %q first of\n%s", c.question, c.want, quotesOf(a))
		}
	}
}
