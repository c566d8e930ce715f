package eval_test

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"math"
	"strings"
	"testing"

	"storybot/bot"
	"storybot/bot/eval"
)

// canned answers lines from a table; others are the reader's mistakes.
type canned map[string]bot.Answer

func (c canned) Answer(_ context.Context, line string) (bot.Answer, error) {
	a, ok := c[line]
	if !ok {
		return bot.Answer{}, &bot.ReaderError{Message: "from:someday is no date"}
	}
	return a, nil
}

// said is a quote of an article, which stands for other articles too.
func said(article, text string, also ...string) bot.Quote {
	q := bot.Quote{Text: text, Article: bot.Reference{ID: article, Path: "folder/" + article + ".txt"}}
	for _, id := range also {
		q.Also = append(q.Also, bot.Reference{ID: id, Path: id})
	}
	return q
}

// dated is a quote with the value of its date.
func dated(value string) bot.Quote {
	q := said("a", "On "+value+".")
	q.Date = &bot.EventDate{Value: value}
	return q
}

const ferry = `{"command": "/ask when was the ferry sold", "expect": [{"article": "a.txt", "quote": "it's \"sold\" in May"}]}
{"command": "/ask who sold it", "expect": [{"quote": "Keller"}, {"article": "c"}, {"article": "nowhere"}]}
{"command": "/who keller", "expect": [{"article": "a"}]}
{"command": "/between a b:b", "expect": [{"article": "a"}]}
{"command": "/timeline ferry", "dates": ["2024-06-01", "2024-06-02", "2024-06-03"]}
{"command": "/ask how tall is keller", "silence": true}
{"command": "/ask who won", "silence": true}
{"command": "/said keller", "expect": [{"quote": "no"}]}`

var ferryAnswers = canned{
	"/ask when was the ferry sold": {Answered: true, Quotes: []bot.Quote{said("a", "“It’s ‘sold’”"), said("a", "IT’S “SOLD”\nin May, he said.")}},
	"/ask who sold it":             {Answered: true, Quotes: []bot.Quote{said("a", "Keller sold it.", "b", "c"), said("d", "x")}},
	"/who keller":                  {Quotes: []bot.Quote{said("b", "x"), said("b", "x"), said("b", "x"), said("a", "x")}},
	"/between a b:b":               {Answered: true, Quotes: []bot.Quote{said("b", "x"), said("a", "x")}},
	"/timeline ferry":              {Answered: true, Quotes: []bot.Quote{dated("2024-05"), dated("2024-06-01TEV"), dated("2025"), dated("2026")}},
	"/ask how tall is keller":      {Answered: true, Quotes: []bot.Quote{said("a", "Keller is tall.\x1b[31m")}},
	"/ask who won":                 {},
	"/said keller":                 {Answered: true},
}

func run(t testing.TB, questions string, b eval.Answerer) eval.Report {
	t.Helper()
	all, err := eval.Read(strings.NewReader(questions), "q.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	r, err := eval.Run(t.Context(), b, all)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestMeasuresCountWhatTheManualSays(t *testing.T) {
	t.Parallel()
	// Ranks of those that are ranked: 2, 1, 4 and none.
	second, fourth := 1/math.Log2(3), 1/math.Log2(5)
	both := 2 / (1 + 1/math.Log2(3) + 1/math.Log2(4)) // two of three places in the first quote
	want := []eval.Measure{
		{"hit@1", 1. / 4, 4}, {"hit@3", 2. / 4, 4}, {"hit@k", 4. / 5, 5},
		{"MRR", (1./2 + 1 + 1./4) / 4, 4}, {"nDCG@10", (second + both + fourth) / 4, 4},
		{"silence precision", 1. / 2, 2}, {"silence recall", 1. / 2, 2}, {"balanced accuracy", (1./2 + 5./6) / 2, 8},
		{"date F1", 2 * (1. / 4) * (1. / 3) / (1./4 + 1./3), 1},
	}
	for i, m := range run(t, ferry, ferryAnswers).Measures() {
		if w := want[i]; m.Name != w.Name || m.Of != w.Of || math.Abs(m.Value-w.Value) > 1e-12 {
			t.Errorf("got %+v, want %+v", m, w)
		}
	}
}

func TestAMeasureOfNothingSaysSo(t *testing.T) {
	t.Parallel()
	r := run(t, `{"command": "/ask who won", "silence": true}`, ferryAnswers)
	for _, m := range r.Measures() {
		if counts := strings.HasPrefix(m.Name, "silence"); counts != (m.Of == 1) || !counts && m.Of != 0 {
			t.Errorf("%+v", m)
		}
	}
}

func TestACommandThatTheBotCannotReadIsNamed(t *testing.T) {
	t.Parallel()
	all, err := eval.Read(strings.NewReader("\n"+`{"command": "/timeline from:someday", "silence": true}`), "q.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if _, err = eval.Run(t.Context(), canned{}, all); err == nil || err.Error() != "q.jsonl:2: from:someday is no date" {
		t.Errorf("got %v", err)
	}
}

func TestARunIsReadBackAsItWasWritten(t *testing.T) {
	t.Parallel()
	r := run(t, ferry, ferryAnswers)
	var first, second bytes.Buffer
	if err := r.WriteJSON(&first); err != nil {
		t.Fatal(err)
	}
	again, err := eval.ReadReport(bytes.NewReader(first.Bytes()), "scores")
	if err != nil {
		t.Fatal(err)
	}
	if err := again.WriteJSON(&second); err != nil || first.String() != second.String() {
		t.Errorf("%v: got\n%s\nwant\n%s", err, &second, &first)
	}
	c := eval.Compare(again, r, 0)
	if len(c.Questions) > 0 || c.Same != 8 || c.New+c.Gone > 0 || c.Fallen() != nil {
		t.Errorf("a run differs from itself: %+v", c)
	}
	head, rest, _ := strings.Cut(first.String(), "\n")
	for text, want := range map[string]string{
		"":                                "scores: no whole run",
		head:                              "scores: no whole run of eval --json: 0 of 8",
		head + "\n" + rest[:len(rest)-40]: "scores:9: ",
		head + "\n{\"frob\": 1}":          "scores:2: ",
		head + "\n{\"command\": \"/who x\", \"ranks\": [1], \"answered\": true, \"first\": {}}": "differ in number",
		ferry: "scores:1: no result of eval --json",
	} {
		if _, err := eval.ReadReport(strings.NewReader(text), "scores"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: got %v, want %s", text, err, want)
		}
	}
}

func TestAFallIsTold(t *testing.T) {
	t.Parallel()
	before := run(t, ferry, ferryAnswers)
	worse := maps.Clone(ferryAnswers)
	worse["/ask why"] = bot.Answer{}
	worse["/ask who won"] = bot.Answer{Answered: true}
	worse["/said keller"] = bot.Answer{Answered: true, Quotes: []bot.Quote{said("a", "Oh, no.")}}
	after := run(t, ferry+"\n"+`{"command": "/ask why", "silence": true}`, worse)
	c := eval.Compare(before, after, 0.005)
	if got := strings.Join(c.Fallen(), ", "); got != "silence precision, silence recall, balanced accuracy" {
		t.Errorf("fell: %s", got)
	}
	if c.New != 1 || c.Gone != 0 || c.Same != 6 || len(c.Questions) != 2 || !c.Questions[0].Worse || c.Questions[1].Worse {
		t.Errorf("got %+v", c)
	}
	if fell := eval.Compare(before, after, 0.5).Fallen(); fell != nil {
		t.Errorf("within the tolerance, fell: %q", fell)
	}
	var text strings.Builder
	if err := c.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"worse   /ask who won\n        silent → answered, though the corpus does not say\n", "better  /said keller\n        not found → rank 1, nDCG 1.00\n",
		"first is   “Oh, no.” folder/a.txt", "6 questions as before, 2 changed, 1 new, 0 gone", "silence recall      0.500 → 0.000   fell\n"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in\n%s", want, text.String())
		}
	}
}

func TestAQuestionLabelledAnewIsNotCompared(t *testing.T) {
	t.Parallel()
	before := run(t, `{"command": "/ask who won", "silence": true}`, ferryAnswers)
	after := run(t, `{"command": "/ask who won", "expect": [{"quote": "Keller"}]}`, ferryAnswers)
	if c := eval.Compare(before, after, 0); c.New != 1 || c.Gone != 1 || c.Fallen() != nil || len(c.Questions) > 0 {
		t.Errorf("got %+v", c)
	}
}

func TestTheWorstAreShownFirstAndHarmless(t *testing.T) {
	t.Parallel()
	r := run(t, ferry, ferryAnswers)
	var commands []string
	for _, x := range r.Worst(4) {
		commands = append(commands, x.Command)
	}
	if got := strings.Join(commands, "|"); got != "/ask how tall is keller|/said keller|/who keller|/timeline ferry" {
		t.Errorf("the worst are %s", got)
	}
	var text strings.Builder
	if err := r.WriteText(&text, 4); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"8 questions, 2 of them to be met with silence\n", "  hit@1               0.250   of 4\n", "\n  /who keller\n    silent, though the corpus says it; rank 4, nDCG 0.43\n",
		"    first     “Keller is tall. [31m” folder/a.txt\n", "    missing   2024-06-02, 2024-06-03\n    too many  2024-05, 2025, 2026\n"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in\n%s", want, text.String())
		}
	}
	if strings.Contains(text.String(), "\x1b") {
		t.Error("a control character of an article reaches the terminal")
	}
}

func TestLabelsThatNothingCanMeetAreTold(t *testing.T) {
	t.Parallel()
	all, err := eval.Read(strings.NewReader(ferry), "q.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	articles := []bot.Reference{{ID: "a", Path: "x/a.txt"}, {ID: "c", Path: "x/c.txt"}}
	text := func(id string) (string, error) { return "Text of " + id, nil }
	got, err := eval.Misfits(all, articles, text)
	want := []string{`q.jsonl:1: a.txt does not have the words “it's "sold" in May”`, `q.jsonl:2: there is no article "nowhere"`}
	if err != nil || strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%v: got %q", err, got)
	}
	broken := errors.New("broken")
	if _, err := eval.Misfits(all, articles, func(string) (string, error) { return "", broken }); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}
