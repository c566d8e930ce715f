package bot_test

import (
	"context"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"storybot/bot"
	"storybot/bot/eval"
	"storybot/corpus"
	"storybot/corpus/sample"
)

// sampleArticles reads the sample articles.
func sampleArticles(t testing.TB) []corpus.Article {
	t.Helper()
	report := func(p corpus.Problem) { t.Errorf("the corpus has a problem: %s", p) }
	return slices.Collect(corpus.ReadFS(context.Background(), sample.FS(), corpus.Options{}, report))
}

// askedRightly returns the commands of the questions about the sample articles, of those
// that begin so, that the bot answers with the right quote first.
func askedRightly(t testing.TB, b *bot.Bot, beginnings ...string) []string {
	t.Helper()
	const path = "eval/testdata/sample.jsonl"
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	questions, err := eval.Read(f, path)
	if err != nil {
		t.Fatal(err)
	}
	report, err := eval.Run(t.Context(), b, questions)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range report.Results {
		begins := func(s string) bool { return strings.HasPrefix(r.Command, s) }
		if r.Answered && slices.Contains(r.Ranks, 1) && slices.ContainsFunc(beginnings, begins) {
			all = append(all, r.Command)
		}
	}
	if len(all) < 10 {
		t.Fatalf("only %d questions are answered rightly", len(all))
	}
	return all
}

// firstQuote returns the words of the first quote, and whether the line is answered.
func firstQuote(t testing.TB, b *bot.Bot, line string) (text string, answered bool) {
	t.Helper()
	a, err := b.Answer(t.Context(), line)
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	if len(a.Quotes) > 0 {
		text = a.Quotes[0].Text
	}
	return text, a.Answered
}

func TestHowAQuestionIsWrittenChangesNoFirstQuote(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, sampleArticles(t))
	ways := []struct {
		name  string
		write func(question string) string
		loose bool // whether it counts as answered may change
	}{
		{"lower case", strings.ToLower, false},
		{"no mark at the end", func(q string) string { return q }, false},
		{"question mark", func(q string) string { return q + "?" }, false},
		{"several marks", func(q string) string { return q + " ?!" }, false},
		{"full stop", func(q string) string { return q + "." }, false},
		{"curly quotes", func(q string) string { return strings.ReplaceAll(q, "'", "’") }, false},
		{"spaces", func(q string) string { return "  " + strings.ReplaceAll(q, " ", " \t ") }, false},
		{"upper case", strings.ToUpper, true},
		{"please", func(q string) string { return "please tell me " + q }, true},
		{"can you", func(q string) string { return "Can you tell me " + q + "?" }, true},
	}
	for _, line := range askedRightly(t, b, "/ask ") {
		question := strings.TrimSuffix(strings.TrimPrefix(line, "/ask "), "?")
		if strings.HasPrefix(question, "question:") {
			continue // options are written in one way
		}
		want, _ := firstQuote(t, b, line)
		for _, way := range ways {
			got, answered := firstQuote(t, b, "/ask "+way.write(question))
			if got != want || !answered && !way.loose {
				t.Errorf("%s, %s (answered: %t):\n   %s\nis %s", line, way.name, answered, got, want)
			}
		}
	}
}

func TestADuplicateOfAnArticleChangesNoFirstQuote(t *testing.T) {
	t.Parallel()
	articles := sampleArticles(t)
	b, _ := newBot(t, articles)
	lines := askedRightly(t, b, "/ask ", "/who ", "/said ")
	for _, a := range articles {
		twin := a
		twin.ID, twin.Path = "0-"+a.ID, "0-"+a.Path
		twice, _ := newBot(t, append(slices.Clone(articles), twin))
		for _, line := range lines {
			got, answered := firstQuote(t, twice, line)
			if want, _ := firstQuote(t, b, line); got != want || !answered {
				t.Errorf("%s, %s twice (answered: %t):\n   %s\nis %s", line, a.Path, answered, got, want)
			}
		}
	}
}

func TestTheOrderOfTheArticlesChangesNoFirstQuote(t *testing.T) {
	t.Parallel()
	articles := sampleArticles(t)
	b, _ := newBot(t, articles)
	shuffled := slices.Clone(articles)
	random := rand.New(rand.NewPCG(3, 5))
	for range 3 {
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		other, _ := newBot(t, shuffled)
		for _, line := range askedRightly(t, b, "/") {
			got, answered := firstQuote(t, other, line)
			if want, _ := firstQuote(t, b, line); got != want || !answered {
				t.Errorf("%s:\n   %s\nis %s", line, got, want)
			}
		}
	}
}
