package bot_test

import (
	"context"
	"strings"
	"testing"

	"storybot/bot"
	"storybot/corpus"
)

// twoKellers is a story with a mayor and a ferryman of one surname, and a firm named
// after somebody else of it.
func twoKellers(ferryman int) []corpus.Article {
	articles := []corpus.Article{
		{ID: "m1", Path: "m1.txt", Text: "Maria Keller, the mayor of Velden, opened the bridge. Keller thanked the builders."},
		{ID: "m2", Path: "m2.txt", Text: "The toll was dropped on Friday, said Maria Keller, the mayor."},
		{ID: "f", Path: "f.txt", Text: "The steel came from Keller Works, a foundry in Marsh."},
	}
	for i := range ferryman {
		id := "j" + string(rune('0'+i))
		articles = append(articles, corpus.Article{ID: id, Path: id + ".txt", Text: strings.Repeat("The river rose. ", i) + "Jon Keller, a ferryman from Marsh, lost his work."})
	}
	return articles
}

func TestASharedNameAsksWhich(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, twoKellers(2))
	a, err := b.Answer(context.Background(), "/who keller")
	if err != nil {
		t.Fatal(err)
	}
	check(t, ix, a)
	if len(a.Quotes) != 2 || !strings.Contains(a.Note, "Jon Keller or Maria Keller") || !strings.Contains(a.Note, "whole name") {
		t.Errorf("%q with %d quotes: %+v", a.Note, len(a.Quotes), a.Quotes)
	}
	a, err = b.Answer(context.Background(), "/who jon keller")
	if err != nil || a.Title != "Jon Keller" || a.Note != "" {
		t.Errorf("the whole name: %q, %q, %v", a.Title, a.Note, err)
	}
	quotesOnly(t, a, "Jon Keller")
}

func TestTheOneWhomNearlyAllArticlesMentionIsMeant(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, twoKellers(7))
	a, err := b.Answer(context.Background(), "/who keller")
	if err != nil || a.Title != "Jon Keller" || !strings.Contains(a.Note, "Others of that name: Maria Keller") {
		t.Errorf("%q, %q, %v", a.Title, a.Note, err)
	}
	quotesOnly(t, a, "Jon Keller")
}

// quotesOnly fails the test where a quote does not have the words.
func quotesOnly(t *testing.T, a bot.Answer, words string) {
	t.Helper()
	if len(a.Quotes) == 0 {
		t.Error("no quotes")
	}
	for _, q := range a.Quotes {
		if !strings.Contains(q.Text, words) {
			t.Errorf("%q is not about %s", q.Text, words)
		}
	}
}
