package bot_test

import (
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"storybot/bot"
	"storybot/corpus"
	"storybot/index"
)

// lines are the commands of the golden replies.
func lines(t testing.TB) []string {
	var all []string
	for _, f := range parseArchive(t, "testdata/replies.txtar").Files {
		all = append(all, f.Name)
	}
	return all
}

// check fails the test where an answer breaks a promise about its quotes.
func check(t testing.TB, ix *index.Index, a bot.Answer) {
	t.Helper()
	for _, q := range a.Quotes {
		h, err := ix.History(context.Background(), q.Article.ID)
		text := ""
		if q.Version != nil {
			v, ok := h.Version(q.Version.Number)
			if !ok || !v.Read.Equal(q.Version.Read) {
				t.Fatalf("%q: no version %d of %q", a.Request.Input, q.Version.Number, q.Article.ID)
			}
			text = v.Text
		} else if h.Present != nil {
			text = h.Present.Text
		}
		if err != nil || text == "" {
			t.Fatalf("%q: no article %q: %v", a.Request.Input, q.Article.ID, err)
		}
		if q.Text == "" || q.Of(text) != q.Text || !utf8.ValidString(q.Text) {
			t.Errorf("%q: %q is not %d:%d of %q", a.Request.Input, q.Text, q.Start, q.End, text)
		}
		last := q.Start
		for _, h := range q.Highlight {
			if h.Start < last || h.End <= h.Start || h.End > q.End || !utf8.ValidString(h.Of(text)) {
				t.Errorf("%q: highlight %v does not fit %v", a.Request.Input, h, q.Span)
			}
			last = h.End
		}
		if d := q.Date; d != nil && (!d.Begin.Before(d.Until) || !strings.Contains(q.Text, d.Text)) {
			t.Errorf("%q: date %v does not fit %q", a.Request.Input, *d, q.Text)
		}
	}
	if !slices.IsSortedFunc(a.Quotes, func(x, y bot.Quote) int {
		if a.Request.Command == "timeline" && a.Request.Options["order"] == "" {
			return x.Date.Begin.Compare(y.Date.Begin)
		}
		return 0
	}) {
		t.Errorf("%q: a timeline is not in order of time", a.Request.Input)
	}
	if b, err := json.Marshal(a); err != nil || !json.Valid(b) {
		t.Errorf("%q: no JSON: %v", a.Request.Input, err)
	}
}

func FuzzEveryQuoteIsVerbatim(f *testing.F) {
	f.Add("Ida Brandt, the mayor, resigned on March 3, 2024. She left.", "Brandt leaves", "who is ida brandt")
	f.Add("Über Zürich – “Ja”, sagte B\u0301o. U.S. Sen. J.D. Vance\u202e\u200b left in '24.", "", "vance 2024")
	f.Add("a\n\n\nb.\r\nC D E F. \xf0\x9f\x98\x80 G.", "*x*", "\"c d\" from:2024")
	f.Fuzz(func(t *testing.T, text, title, asked string) {
		if !utf8.ValidString(text) || !utf8.ValidString(title) || len(text) > 5000 || strings.TrimSpace(text) == "" {
			t.Skip()
		}
		day := time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC)
		b, ix := newBot(t, []corpus.Article{
			{ID: "a", Path: "a.txt", Text: text},
			{ID: "b/1", Path: "b.txt", Text: "Before it, Ida Brandt left Velden in 2019. " + text, Source: corpus.Source{Title: title, URL: "https://x.example/a#b", Published: day}},
		})
		for _, command := range []string{"/who ", "/timeline ", "/ask ", "/sources ", "/said ", "/between b:ida brandt a:", "/timeline limit:1000 detail:9 topic:", "/ask limit:1000 question:"} {
			a, err := b.Answer(context.Background(), command+asked)
			var mistake *bot.ReaderError
			if err != nil && !errors.As(err, &mistake) {
				t.Fatalf("%s%q: %v", command, asked, err)
			}
			check(t, ix, a)
		}
	})
}

func TestGoldenRepliesKeepThePromises(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, read(t, parseArchive(t, "testdata/corpus.txtar").Files))
	quotes := 0
	for _, line := range lines(t) {
		if a, err := b.Answer(context.Background(), line); err == nil {
			check(t, ix, a)
			quotes += len(a.Quotes)
		}
	}
	if quotes == 0 {
		t.Error("no quote was checked")
	}
}

func TestOrderOfTheCorpusDoesNotMatter(t *testing.T) {
	t.Parallel()
	articles := read(t, parseArchive(t, "testdata/corpus.txtar").Files)
	first, _ := newBot(t, articles)
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 5 {
		shuffled := slices.Clone(articles)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		other, ix := newBot(t, shuffled[:3])
		refresh(t, ix, shuffled)
		for _, line := range lines(t) {
			if a, b := reply(t, first, line), reply(t, other, line); a != b {
				t.Errorf("round %d, %s:\n%s\ninstead of\n%s", round, line, b, a)
			}
		}
	}
}

func TestWordingOfTheQuestionHardlyMatters(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, read(t, parseArchive(t, "testdata/corpus.txtar").Files))
	first := func(line string) string {
		a, err := b.Answer(context.Background(), line)
		if err != nil || len(a.Quotes) == 0 {
			t.Fatalf("%s: no quote: %v", line, err)
		}
		return a.Quotes[0].Text
	}
	want := first("/ask why did lindqvist resign")
	for _, line := range []string{"/ask WHY DID LINDQVIST RESIGN", "/ask why did Lindqvist resign?", "/ask Why did Otto Lindqvist resign!?", "/ask please tell me why lindqvist resigned",
		"/ask why has lindqvist quit", "/ask reason for the resignation of lindqvist"} {
		if got := first(line); got != want {
			t.Errorf("%s: got %q", line, got)
		}
	}
}

func TestQuestionsOfAnyShapeAreAnswered(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, read(t, parseArchive(t, "testdata/corpus.txtar").Files))
	for _, question := range []string{strings.Repeat("bridge over velden ", 300), "???", "the of and", "мост Фельден", "橋はいつ開きましたか", "2025", "a", "$", "\u202ebridge", "https://x.example/?a=b&c=d",
		strings.Repeat("GPT-4 ", 900), "bridge " + strings.Repeat("x", 5000)} {
		start := time.Now()
		a, err := b.Answer(context.Background(), "/ask "+question)
		var mistake *bot.ReaderError
		if err != nil && !errors.As(err, &mistake) {
			t.Errorf("%.30q: %v", question, err)
		}
		check(t, ix, a)
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%.30q: took %v", question, took)
		}
	}
}

func TestAnEmptyIndexSaysSo(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, nil)
	for _, line := range []string{"/who brandt", "/timeline", "/timeline brandt", "/ask why did she leave", "/sources"} {
		a, err := b.Answer(context.Background(), line)
		if err != nil || a.Answered || a.Note == "" || len(a.Quotes) > 0 {
			t.Errorf("%s: got %+v, %v", line, a, err)
		}
	}
}

func TestNothingPublishedLaterIsQuotedAsOf(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, read(t, parseArchive(t, "testdata/corpus.txtar").Files))
	until := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, line := range []string{"/who brandt as-of:2023", "/timeline velden bridge as-of:2023", "/ask who leads aarbridge as-of:2023"} {
		a, err := b.Answer(context.Background(), line)
		if err != nil || len(a.Quotes) == 0 {
			t.Errorf("%s: no quote: %v", line, err)
		}
		for _, q := range a.Quotes {
			if p := q.Article.Published; p.IsZero() || !p.Before(until) {
				t.Errorf("%s: quotes an article of %v", line, p)
			}
		}
	}
}

func TestJSONHasTheKeysOfTheContract(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, read(t, parseArchive(t, "testdata/corpus.txtar").Files))
	a, err := b.Answer(context.Background(), "/timeline topic:velden bridge from:2025-05 limit:1")
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.MarshalIndent(a, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	want := `{
 "input": "/timeline topic:velden bridge from:2025-05 limit:1",
 "command": "timeline",
 "answered": true,
 "title": "Velden Bridge",
 "quotes": [
  {
   "text": "The Velden Bridge was opened on Saturday, six years after its predecessor had been closed.",
   "start": 0,
   "end": 90,
   "score": `
	if !strings.HasPrefix(string(got), want) {
		t.Errorf("got\n%s", got)
	}
	for _, part := range []string{`"link": "https://wire.example/velden-opens#:~:text=`, `"published": "2025-05-04",`, `"highlight": [`,
		`"begin": "2025-05-03",`, `"until": "2025-05-04",`, `"precision": "day",`, `"text": "Saturday"`, `"also": [`, `"note": "`} {
		if !strings.Contains(string(got), part) {
			t.Errorf("no %s in\n%s", part, got)
		}
	}
	empty, err := json.Marshal(bot.Answer{})
	if want := `{"input":"","command":"","answered":false,"title":"","quotes":[],"note":""}`; err != nil || string(empty) != want {
		t.Errorf("an empty answer is %s, %v", empty, err)
	}
}

func TestAnswersAreOfTheKindThatIsAskedFor(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, read(t, parseArchive(t, "testdata/corpus.txtar").Files))
	for line, answered := range map[string]bool{
		"/ask how long after its predecessor was the bridge opened": true, // "six years after"
		"/ask how tall is brandt":                                   false,
		"/ask how heavy is the bridge":                              false,
	} {
		a, err := b.Answer(context.Background(), line)
		if err != nil || a.Answered != answered {
			t.Errorf("%s: answered %t, %v: %+v", line, a.Answered, err, a.Quotes)
		}
	}
}
