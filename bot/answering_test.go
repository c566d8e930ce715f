package bot_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"storybot/bot"
	"storybot/corpus"
	"storybot/index"
)

// ferryLines is a small story of a ferry company, written for these tests.
func ferryLines() []corpus.Article {
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	article := func(id, outlet string, published time.Time, text string) corpus.Article {
		return corpus.Article{ID: id, Path: id + ".txt", Text: text, Source: corpus.Source{Outlet: outlet, Published: published}}
	}
	return []corpus.Article{
		article("suit", "Harbour Post", day(2024, 3, 6), "Norland Lines sued Tidewell on March 5, 2024, over the name of its new ferry. The case is before a court in Osmouth.\n\n"+
			"Greta Holm, the chief executive of Norland Lines, called the name a theft."),
		article("countersuit", "Osmouth Echo", day(2024, 5, 2), "Tidewell sued the port of Osmouth in May 2024. It wants its berth back."),
		article("fired", "Harbour Post", day(2024, 9, 10), "Tidewell dismissed its captain, Ivo Marsh, on Monday. The company said that he had steered the ferry onto a bank because he was tired. "+
			"Marsh denies it.\n\nTickets cost $12 since the summer."),
		article("fares", "Osmouth Echo", day(2025, 1, 20), "Tidewell might raise its fares in 2026. Greta Holm, of Norland Lines, would not raise hers."),
		article("came", "Osmouth Echo", day(2023, 6, 2), "The Selkie, a ferry of Tidewell, came out on June 1, 2023."),
		article("spring", "Harbour Post", day(2025, 3, 4), "Norland Lines said on Tuesday that it had bought a second ferry from a yard in Brenhaven for $40 million."),
	}
}

// askFerry answers a line over the ferry's story.
func askFerry(t *testing.T, line string) bot.Answer {
	t.Helper()
	b, ix := newBot(t, ferryLines())
	a, err := b.Answer(context.Background(), line)
	if err != nil {
		t.Fatal(err)
	}
	check(t, ix, a)
	return a
}

// answersFirst puts a question, and checks that the first quote has the words wanted, or, where
// they are none, that it is met with silence.
func answersFirst(t *testing.T, b *bot.Bot, ix *index.Index, question, want string) {
	t.Helper()
	a, err := b.Answer(t.Context(), "/ask "+question)
	if err != nil {
		t.Fatal(err)
	}
	check(t, ix, a)
	if a.Answered != (want != "") {
		t.Errorf("%s: answered is %t, %q:\n%s", question, a.Answered, a.Note, quotesOf(a))
	}
	if want != "" && (len(a.Quotes) == 0 || !strings.Contains(a.Quotes[0].Text, want)) {
		t.Errorf("%s: want %q first of\n%s", question, want, quotesOf(a))
	}
}

func TestTheFirstQuoteAnswers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ question, want string }{
		{"who sued tidewell", "Norland Lines sued Tidewell"},
		{"who did tidewell sue", "Tidewell sued the port"},
		{"when did the selkie launch", "came out on June 1, 2023"},
		{"why was ivo marsh dismissed", "because he was tired"},
		{"how much are the tickets", "$12"},
		{"what did the osmouth echo report about tidewell's fares", "might raise its fares"},
		{"what happened at tidewell in september 2024", "dismissed its captain"},
		{"who is greta holm", "chief executive of Norland Lines"},
		{"what did norland lines buy in march 2025", "second ferry"},
		{"when did tidwell sue the port", "May 2024"},
	} {
		t.Run(c.question, func(t *testing.T) {
			t.Parallel()
			a := askFerry(t, "/ask "+c.question)
			if !a.Answered || len(a.Quotes) == 0 || !strings.Contains(a.Quotes[0].Text, c.want) {
				t.Errorf("answered %v, %q: want %q in the first of %+v", a.Answered, a.Note, c.want, a.Quotes)
			}
		})
	}
}

// The topic of each question is there, and its answer is not.
func TestSilentWhereOnlyTheTopicIsThere(t *testing.T) {
	t.Parallel()
	for _, question := range []string{
		"who married greta holm",
		"where was ivo marsh born",
		"how old is greta holm",
		"why did norland lines close its office in brenhaven",
		"who is the chief executive of brenhaven",
		"how long is the selkie",
		"what does zenithal say about tidewell",
	} {
		t.Run(question, func(t *testing.T) {
			t.Parallel()
			if a := askFerry(t, "/ask "+question); a.Answered || !strings.Contains(a.Note, "The corpus does not say.") {
				t.Errorf("answered %v, %q: %+v", a.Answered, a.Note, a.Quotes)
			}
		})
	}
}

func TestAQuoteStandsAlone(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ question, want string }{
		{"when did norland lines sue tidewell", "Norland Lines sued Tidewell on March 5, 2024, over the name of its new ferry."},
		{"why was ivo marsh dismissed", "Tidewell dismissed its captain, Ivo Marsh, on Monday. The company said that he had steered the ferry onto a bank because he was tired. Marsh denies it."},
		{"who wants its berth back", "Tidewell sued the port of Osmouth in May 2024. It wants its berth back."},
	} {
		t.Run(c.question, func(t *testing.T) {
			t.Parallel()
			a := askFerry(t, "/ask "+c.question)
			if len(a.Quotes) == 0 || a.Quotes[0].Text != c.want {
				t.Errorf("got %+v, want %q", a.Quotes, c.want)
			}
		})
	}
}

func TestWordsThatTheCorpusLacksAreSaid(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ question, want string }{
		{"when did tidwell sue the port", "No article has “tidwell”; read as “tidewell”."},
		{"who is the dentist of greta holm", "Nothing here mentions “dentist”."},
	} {
		if a := askFerry(t, "/ask "+c.question); !strings.Contains(a.Note, c.want) {
			t.Errorf("%s: %q, want %q", c.question, a.Note, c.want)
		}
	}
}

func TestWordsThatMentionNothingAreNotMissed(t *testing.T) {
	t.Parallel()
	for _, question := range []string{"what did greta holm say about the election", "is nothing known of the dentist"} {
		if a := askFerry(t, "/ask "+question); a.Answered || strings.Contains(a.Note, "“say”") || strings.Contains(a.Note, "“nothing”") {
			t.Errorf("%s: %v, %q", question, a.Answered, a.Note)
		}
	}
}

func TestWhoIsBehindAThingIsToldInOtherWords(t *testing.T) {
	t.Parallel()
	const want = "The Selkie was a joint venture of Tidewell, Osmouth Bank and Brenhaven Yard."
	for _, question := range []string{"who is behind the selkie", "which companies are behind the selkie", "who are the partners in the selkie"} {
		a := askTexts(t, "/ask "+question, "It was calm in Osmouth. The Selkie sank on Friday. "+want+" Greta Holm, whose company sells rope, watched.")
		if !a.Answered || !strings.HasPrefix(a.Quotes[0].Text, want) {
			t.Errorf("%s: %v, %q", question, a.Answered, a.Quotes[0].Text)
		}
	}
}

func TestWhyExplainsTheRanking(t *testing.T) {
	t.Parallel()
	a := askFerry(t, "/ask question:who sued tidewell why:true")
	for _, want := range []string{"Quote 1: score ", "has sued, tidewell", "words of the question", "Answered: "} {
		if !strings.Contains(a.Note, want) {
			t.Errorf("%q is not in %q", want, a.Note)
		}
	}
	plain := askFerry(t, "/ask who sued tidewell")
	if plain.Note != "" || len(plain.Quotes) != len(a.Quotes) || plain.Quotes[0].Text != a.Quotes[0].Text {
		t.Errorf("explaining changes the answer: %q, %+v", plain.Note, plain.Quotes)
	}
}

// The same report with a line before it is one quote; another number makes another one.
func TestNearlyTheSameIsOneQuote(t *testing.T) {
	t.Parallel()
	articles := []corpus.Article{
		{ID: "a", Path: "a.txt", Text: "Divers raised the wreck of the Selkie from the bottom of Osmouth harbour on Sunday."},
		{ID: "b", Path: "b.txt", Text: "Latest: Divers raised the wreck of the Selkie from the bottom of Osmouth harbour on Sunday."},
		{ID: "c", Path: "c.txt", Text: "Divers raised the wreck of the Selkie from the bottom of Osmouth harbour on Monday."},
	}
	b, _ := newBot(t, articles)
	a, err := b.Answer(context.Background(), "/ask who raised the wreck of the selkie")
	if err != nil || len(a.Quotes) != 2 {
		t.Fatalf("%d quotes, %v: %+v", len(a.Quotes), err, a.Quotes)
	}
	for _, q := range a.Quotes {
		if want := strings.Contains(q.Text, "Sunday"); want != (len(q.Also) == 1) {
			t.Errorf("%q is also in %d", q.Text, len(q.Also))
		}
	}
}
