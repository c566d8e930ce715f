package bot_test

import (
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
		{ID: "union", Path: "union.txt", Text: "Osmouth, which on June 7, 2022, applied to join the Harbour Union, has waited since then."},
		{ID: "brenhaven", Path: "brenhaven.txt", Text: "Brenhaven will join the Harbour Union on August 9, 2024."},
		{ID: "bid", Path: "bid.txt", Text: "On March 9, 2023, Norland tried to buy the Osmouth Bank."},
		{ID: "choir", Path: "choir.txt", Text: "The school choir sang in the market hall. Parents paid for the coach."},
	})
	for _, c := range []struct{ question, want string }{ // "": nothing tells of it
		{"how much money did Arden give Tidewell", ""},
		{"how much money did Blake give to the museum", "$4 million"},
		{"did Arden buy Tidewell", ""},
		{"did Arden buy Ferrynet", "which Arden bought"},
		{"when did Arden agree to sell the pier", "May 3, 2021"},
		{"when did Osmouth join the Harbour Union", ""},
		{"when did Osmouth apply to join the Harbour Union", "June 7, 2022"},
		{"when did Brenhaven join the Harbour Union", "August 9, 2024"},
		{"when did Norland try to buy the Osmouth Bank", "March 9, 2023"},
		{"when did Norland buy the Osmouth Bank", ""},
		{"who owns Tidewell", "Norland holds about 30 percent"},
	} {
		answersFirst(t, b, ix, c.question, c.want)
	}
}
