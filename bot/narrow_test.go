package bot_test

import (
	"context"
	"strings"
	"testing"

	"storybot/bot"
	"storybot/corpus"
)

// quotesOf returns the texts of an answer's quotes, joined.
func quotesOf(a bot.Answer) string {
	var all []string
	for _, q := range a.Quotes {
		all = append(all, q.Text)
	}
	return strings.Join(all, "\n")
}

func TestTimelineOfANameAndAWordTellsOnlyOfBoth(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, []corpus.Article{{ID: "a", Path: "a.txt", Text: `Maria Keller opened the bridge over the river on March 4, 2020.

Maria Keller sued the builders of the bridge on May 8, 2021. She dropped that case against them on June 11, 2021.

Maria Keller left the town council of Velden on July 2, 2022.`}})
	a, err := b.Answer(context.Background(), "/timeline keller lawsuit")
	if err != nil {
		t.Fatal(err)
	}
	check(t, ix, a)
	got := quotesOf(a)
	for _, want := range []string{"sued the builders", "dropped that case"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in %q", want, got)
		}
	}
	for _, other := range []string{"opened the bridge", "left the town"} {
		if strings.Contains(got, other) {
			t.Errorf("%q is told in %q", other, got)
		}
	}
}

func TestBetweenFollowsTheTimesThatItsSentencesTellOf(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, []corpus.Article{{ID: "a", Path: "a.txt", Text: `In June 2022 Maria Keller sued Otto Brandt over the bridge.

Maria Keller met Otto Brandt in March 2019 at the harbour.`}})
	a, err := b.Answer(context.Background(), "/between keller b:brandt")
	if err != nil {
		t.Fatal(err)
	}
	check(t, ix, a)
	got := quotesOf(a)
	if met, sued := strings.Index(got, "met"), strings.Index(got, "sued"); met < 0 || sued < met {
		t.Errorf("not in the order of time: %q", got)
	}
}
