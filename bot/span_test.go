package bot_test

import (
	"context"
	"strings"
	"testing"

	"storybot/bot"
	"storybot/corpus"
)

// askTexts answers a line over articles of the texts, named "a", "b" and so on.
func askTexts(t *testing.T, line string, texts ...string) bot.Answer {
	t.Helper()
	var articles []corpus.Article
	for i, text := range texts {
		id := string(rune('a' + i))
		articles = append(articles, corpus.Article{ID: id, Path: id + ".txt", Text: text})
	}
	b, ix := newBot(t, articles)
	a, err := b.Answer(context.Background(), line)
	if err != nil {
		t.Fatal(err)
	}
	check(t, ix, a)
	if len(a.Quotes) == 0 {
		t.Fatalf("no quotes: %+v", a)
	}
	return a
}

func TestAQuoteEndsWhereItsTextDoes(t *testing.T) {
	t.Parallel()
	const (
		pumped  = "The yard in Brenhaven pumped the oil out of the Selkie on Friday."
		barrels = "Divers sealed four tanks by hand."
		paid    = "They were paid by Tidewell."
		mayor   = "Osmouth elects a mayor in June."
	)
	for _, c := range []struct{ name, question, text, want string }{
		{"an open question has what follows", "what did the yard do with the oil of the Selkie",
			pumped + "\n\n" + barrels + "\n\n" + paid + "\n\n" + mayor, pumped + "\n\n" + barrels + "\n\n" + paid},
		{"but only one sentence that may be unrelated", "what did the yard do with the oil of the Selkie",
			pumped + "\n\n" + barrels + "\n\n" + mayor, pumped + "\n\n" + barrels},
		{"a date is told in one sentence", "when did the yard pump the oil out of the Selkie",
			pumped + "\n\n" + barrels + "\n\n" + paid, pumped},
		{"a paragraph of several ends", "what did the yard do with the oil of the Selkie",
			"It was calm. " + pumped + "\n\n" + mayor, pumped},
		{"a heading begins something else", "what did the yard do with the oil of the Selkie",
			pumped + "\n\nElections in town\n\n" + mayor, pumped},
		{"so does a question", "what did the yard do with the oil of the Selkie",
			pumped + "\n\nWho will be mayor?\n\n" + mayor, pumped},
		{"and a word that turns to it", "what did the yard do with the oil of the Selkie",
			pumped + "\n\nMeanwhile, the town elects a mayor.", pumped},
		{"so does a date that it opens with", "what did the yard do with the oil of the Selkie",
			pumped + " In March 2019 " + mayor, pumped},
		{"days earlier is still the same", "what did the yard do with the oil of the Selkie",
			"The yard in Brenhaven pumped the oil out of the Selkie on May 3, 2019. Two days earlier her tanks had leaked.",
			"The yard in Brenhaven pumped the oil out of the Selkie on May 3, 2019. Two days earlier her tanks had leaked."},
		{"speech has its speaker", "what happened to the tanks of the Selkie",
			"It was calm. Greta Holm watched. “The tanks of the Selkie were sealed.”", "Greta Holm watched. “The tanks of the Selkie were sealed.”"},
		{"or has one already", "what happened to the tanks of the Selkie",
			"It was calm. “The tanks of the Selkie,” Greta Holm said, “were sealed.”", "“The tanks of the Selkie,” Greta Holm said, “were sealed.”"},
		{"a cause is enough", "why did the yard pump out the Selkie",
			"The yard pumped out the Selkie because her tanks leaked.\n\n" + mayor, "The yard pumped out the Selkie because her tanks leaked."},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := askTexts(t, "/ask "+c.question, c.text).Quotes[0].Text; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestANounLeansOnItsParagraphOrOnWhatIsAskedAbout(t *testing.T) {
	t.Parallel()
	const came = "The money comes a year after the port dismissed Ivo Marsh."
	for _, c := range []struct{ name, before, want string }{
		{"another paragraph on something else", "Three banks took part.\n\n", came},
		{"the same paragraph", "Three banks gave $3 million. ", "Three banks gave $3 million. " + came},
		{"a paragraph on the same", "Marsh's old firm got $3 million.\n\n", "Marsh's old firm got $3 million.\n\n" + came},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := askTexts(t, "/ask was Ivo Marsh dismissed", c.before+came).Quotes[0].Text; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// The first article tells of the ferry in two places, far apart; the other one in one.
func TestAnOpenQuestionMayHaveASecondQuoteOfItsArticleBeforeAnother(t *testing.T) {
	t.Parallel()
	first := "Tidewell tows the Selkie to Brenhaven, where the Selkie is to be repaired for six months by a yard of the company.\n\n" +
		strings.Repeat("Nobody in the harbour office answered a call on the last day of the week.\n\n", 30) +
		"Ola Renn sold a pier of Tidewell and two smaller boats, a crane, a hut and a house in town for that ship, the Selkie."
	other := "Greta Holm left Tidewell for the Selkie."
	for _, c := range []struct{ question, want string }{
		{"how was the Selkie of Tidewell repaired", "a a b"},
		{"who repaired the Selkie of Tidewell", "a b a"},
	} {
		a := askTexts(t, "/ask question:"+c.question+" limit:3", first, other)
		var ids []string
		for _, q := range a.Quotes {
			ids = append(ids, q.Article.ID)
		}
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("%s: articles %s, want %s: %+v", c.question, got, c.want, a.Quotes)
		}
	}
}

// The sentence of the first article has more of the question than each of the second one, whose
// two together have all of it.
func TestTheFirstQuoteOfAnOpenQuestionIsTheOneThatHasMoreOfIt(t *testing.T) {
	t.Parallel()
	a := askTexts(t, "/ask how did divers save the oil of the ferry in Brenhaven",
		"Divers saved the oil and two dogs in Brenhaven, the mayor said in his speech.\n\nNobody came.\n\nIt rained.\n\nIt was cold.\n\nThe ferry burnt.",
		"Divers in Brenhaven went to the ferry. They pumped for a week and what oil there was they saved.")
	if a.Quotes[0].Article.ID != "b" {
		t.Errorf("got %+v", a.Quotes)
	}
}
