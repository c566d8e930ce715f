package discord

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"storybot/bot"
	"storybot/corpus"
	"storybot/corpus/timex"
)

var update = flag.Bool("update", false, "write the golden files anew")

// payload is a message as it goes over the wire.
func payload(t *testing.T, m message) map[string]any {
	t.Helper()
	raw, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestMessagesLookAsTheyShould(t *testing.T) {
	t.Parallel()
	bare := quote("They met in a [café]; nobody says when.")
	bare.Article = bot.Reference{ID: "x", Path: "notes/old_notes.txt"}
	bare.Link = ""
	winter := quote("The winter of [the long ice] came.")
	winter.Date = &bot.EventDate{
		Value: "2021-01", Begin: time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC), Until: time.Date(2021, 2, 1, 0, 0, 0, 0, time.UTC),
		Precision: timex.Month, Text: "in January", Inferred: true,
	}
	winter.Also = []bot.Reference{{Source: corpus.Source{Outlet: "Daily *Oar*"}}, {}, {Source: corpus.Source{Outlet: "Daily *Oar*"}}}
	stands := quote("The gates opened today.")
	stands.Date = &bot.EventDate{
		Value: "2021-05-04", Begin: time.Date(2021, 5, 4, 0, 0, 0, 0, time.UTC), Precision: timex.Day,
	}
	hostile := quote("> # Not a heading\n**Not bold** [not a link](https://evil.example) <@1> @everyone ||no|| \u202Eesrever.")
	hostile.Article.Title, hostile.Article.Outlet = "A *title*\nof <@2> lines", "-# small"
	first := quote("The Harbour Bridge is [a crossing].")
	first.Label = "First *mention*"
	second := winter
	second.Label = "With the Ferry"
	for name, a := range map[string]bot.Answer{
		"facts": {Answered: true, Title: "Harbour Bridge", Note: "Others of that name: Bridge Street.",
			Facts: []bot.Fact{{Label: "Also called", Value: "*the* crossing\n, Bridge"}, {Label: "Empty"}, {Label: "Articles", Value: "12 of 30"}},
			Steps: []bot.Step{
				{Label: "Timeline of Harbour\u202E Bridge", Line: "/timeline Harbour Bridge"}, {Label: "the same", Line: "/timeline Harbour Bridge"},
				{Label: "too long", Line: "/ask " + strings.Repeat("long ", 30)}, {Label: "no command", Line: "/nosuch x"},
				{Label: strings.Repeat("wide ", 30), Line: "/who ferry"},
			},
			Quotes: []bot.Quote{first, second}},
		"who":      {Answered: true, Title: "Harbour Bridge", Quotes: []bot.Quote{quote("The Harbour Bridge is a crossing of [steel and glass]. It opened in May.")}},
		"timeline": {Answered: true, Title: "Bridge", Quotes: []bot.Quote{winter, stands}},
		"nearest":  {Title: "who paid", Note: "The articles do not say.\nThese come nearest.", Quotes: []bot.Quote{bare}},
		"no-note":  {Title: "who paid", Quotes: []bot.Quote{bare}},
		"hostile":  {Answered: true, Title: "# <@3> *x*", Quotes: []bot.Quote{hostile}},
		"note":     {Answered: true, Title: "Help", Note: "/who NAME  who it is\n/ask QUESTION  what they say"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m, _ := render(request1(t, "/ask what of the *bridge*"), a, 1)
			golden(t, name, m)
		})
	}
}

func TestMessagesWithFilesLookAsTheyShould(t *testing.T) {
	t.Parallel()
	r := newRouter(t.Context(), t.Context(), nil, nil, slog.New(slog.DiscardHandler), quick())
	r.picture, r.altText = bars, says
	request := request1(t, "/timeline bridge limit:3")
	a := bot.Answer{Request: request, Answered: true, Title: "Harbour Bridge", Quotes: story(3), Note: "2 further dates less written of; limit: shows more."}
	for name, w := range map[string]wish{"picture": {request: request, page: 1}, "export": {request: request, files: true}} {
		o := r.compose(t.Context(), interaction{}, w, a)
		if o.err != nil {
			t.Fatal(o.err)
		}
		golden(t, name, o.shown)
	}
}

func TestMessagesForOneReaderLookAsTheyShould(t *testing.T) {
	t.Parallel()
	request := request1(t, "/who bridge")
	v := view{request: request, private: true, fresh: time.Date(2021, 5, 6, 7, 8, 9, 0, time.UTC), answer: bot.Answer{
		Request: request, Answered: true, Title: "Harbour Bridge", Quotes: story(1), Steps: []bot.Step{{Label: "Timeline", Line: "/timeline bridge"}},
	}}
	m, _ := v.render(1)
	golden(t, "private", m)
	v = view{private: true, self: contextID(story(1)[0].Place()), fresh: v.fresh, answer: bot.Answer{Answered: true, Title: "In context", Quotes: story(1)}}
	m, _ = v.render(1)
	golden(t, "context", m)
	golden(t, "mistake", told("There is no *such* name.", bot.Step{Label: "How /who works", Line: "/help who"}, helpStep))
}

// render draws a page as anybody sees it.
func render(r bot.Request, a bot.Answer, page int) (message, int) {
	return view{request: r, answer: a}.render(page)
}

// golden compares a message with the one that is kept under that name.
func golden(t *testing.T, name string, m message) {
	t.Helper()
	checkMessage(t, payload(t, m), filesOf(m)...)
	var got bytes.Buffer
	e := json.NewEncoder(&got)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(m); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", name+".json")
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || got.String() != string(want) {
		t.Errorf("%s differs (%v); -update writes it anew:\n%s", file, err, got.String())
	}
}

func TestLinksAreWhatAButtonTakes(t *testing.T) {
	t.Parallel()
	long := "https://ferryman.example/" + strings.Repeat("x", 500)
	for _, row := range []struct{ deep, plain, want string }{
		{"https://a.example/#:~:text=x", "https://a.example/", "https://a.example/#:~:text=x"},
		{long, "https://a.example/", "https://a.example/"},
		{long, long, ""},
		{"", "", ""},
		{"javascript:alert(1)", "ftp://a.example/", ""},
		{"https://user:pass@a.example/", "https:///nohost", ""},
		{"https://a.example/ b", "https://a.example/\u202E", ""},
	} {
		if got := linkOf(bot.Quote{Link: row.deep, Article: bot.Reference{Source: corpus.Source{URL: row.plain}}}); got != row.want {
			t.Errorf("linkOf(%q, %q) = %q, want %q", row.deep, row.plain, got, row.want)
		}
	}
}

func TestAQuoteTooLongIsCutWhereASentenceEndsAndSaysSo(t *testing.T) {
	t.Parallel()
	var text strings.Builder
	for i := range 200 {
		fmt.Fprintf(&text, "Sentence %d tells of the bridge and the river. ", i)
	}
	q := quote(text.String())
	m, pages := render(request1(t, "/ask bridge"), bot.Answer{Answered: true, Quotes: []bot.Quote{q}}, 1)
	shown := payload(t, m)
	checkMessage(t, shown)
	expectText(t, shown, "and the river.\n"+cutAtSentence)
	if pages != 1 || units(texts(shown)) < maxChars/2 {
		t.Errorf("%d pages, %d characters", pages, units(texts(shown)))
	}
}

func TestTheCutOfALongQuoteLeavesTheWordsThatAnswer(t *testing.T) {
	t.Parallel()
	sentences := func(answer, n int) string {
		var b strings.Builder
		for i := range n {
			if i == answer {
				fmt.Fprintf(&b, "Sentence %d names [the answer] at last. ", i)
			} else {
				fmt.Fprintf(&b, "Sentence %d tells of the bridge and the river. ", i)
			}
		}
		return b.String()
	}
	dim := func(n int) string { return strings.Repeat("\u200B\u200B ", n) } // 17 characters as shown, for 7 bytes
	for name, row := range map[string]struct {
		marked, begins, ends, remark string
	}{
		"near the start":           {sentences(5, 200), "Sentence 0 ", "the river.", cutAtSentence},
		"in the middle":            {sentences(100, 300), "Sentence 100 names", "the river.", cutAround},
		"in the last sentence":     {sentences(199, 200), "Sentence 1", "at last.", cutBefore},
		"late in a long sentence":  {"It was " + dim(250) + "then [the answer] came, " + dim(500) + "so.", "the answer came", "\u200B ", cutAround},
		"early in a long sentence": {"It was [the answer] then, " + dim(500) + "so.", "It was", "\u200B ", cutInSentence},
		"none":                     {strings.ReplaceAll(sentences(200, 200), "[", ""), "Sentence 0 ", "the river.", cutAtSentence},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			q := quote(row.marked)
			m, _ := render(request1(t, "/ask bridge"), bot.Answer{Answered: true, Quotes: []bot.Quote{q}}, 1)
			checkMessage(t, payload(t, m))
			all := texts(payload(t, m))
			shown := quotesIn(t, payload(t, m))
			if len(shown) != 1 || !strings.Contains(q.Text, shown[0]) {
				t.Fatalf("not a part of the quote: %q", shown)
			}
			if !strings.HasPrefix(shown[0], row.begins) || !strings.HasSuffix(shown[0], row.ends) {
				t.Errorf("begins %.40q and ends %q", shown[0], shown[0][max(0, len(shown[0])-40):])
			}
			if name != "none" && !strings.Contains(all, "**the answer**") {
				t.Error("the words that answer are lost")
			}
			if !strings.Contains(all, "\n"+row.remark+"\n") || units(all) < maxChars/2 {
				t.Errorf("%d characters, and no %q in\n%s", units(all), row.remark, all)
			}
		})
	}
}

func TestASentenceTooLongIsCutBetweenWordsAndSaysSo(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"words":         strings.Repeat("**** ", 1500),
		"one long word": strings.Repeat("*", 6000),
		"hidden":        strings.Repeat("\u202E", 3000),
	} {
		m, _ := render(request1(t, "/ask bridge"), bot.Answer{Answered: true, Quotes: []bot.Quote{quote(text)}}, 1)
		checkMessage(t, payload(t, m))
		if !strings.Contains(texts(payload(t, m)), "goes on in the article") {
			t.Errorf("%s: cut silently", name)
		}
	}
}

func TestALongNoteTurnsPages(t *testing.T) {
	t.Parallel()
	var note strings.Builder
	for i := range 300 {
		fmt.Fprintf(&note, "article %d — a title of some length\n", i)
	}
	a := bot.Answer{Answered: true, Title: "Sources", Note: note.String()}
	var all string
	for page, pages := 1, 2; page <= pages; page++ {
		var m message
		m, pages = render(request1(t, "/sources"), a, page)
		checkMessage(t, payload(t, m))
		all += texts(payload(t, m)) + "\n"
	}
	for i := range 300 {
		if n := strings.Count(all, fmt.Sprintf("article %d —", i)); n != 1 {
			t.Errorf("line %d is shown %d times", i, n)
		}
	}
}

func TestOperatorsCommandsHaveNoPages(t *testing.T) {
	t.Parallel()
	a := bot.Answer{Answered: true, Note: strings.Repeat("skipped: not an article\n", 500)}
	m, pages := render(request1(t, "/refresh"), a, 1)
	if pages != 1 || button(payload(t, m), "▶") != "" {
		t.Errorf("%d pages: a press would run it again", pages)
	}
	checkMessage(t, payload(t, m))
	expectText(t, payload(t, m), cutReport)
}

// Whatever the texts are, every page is one that Discord takes, and each quote stands
// on just one of them. It works hard, and so alone: others wait for time to pass.
func TestPagesKeepTheLimits(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 1))
		a := randomAnswer(r)
		request := bot.Request{Command: "ask", Options: map[string]string{"question": randomText(r, 300), "outlet": "x"}}
		shown := 0
		v := view{request: request, answer: a, private: r.IntN(2) == 0}
		if r.IntN(2) == 0 {
			v.fresh = time.Unix(1700000000, 0)
		}
		pages := v.paginate()
		for i, parts := range pages {
			p := payload(t, v.frame(parts, i+1, len(pages)))
			checkMessage(t, p)
			shown += strings.Count(texts(p), "\n-# ")
			if t.Failed() {
				t.Fatalf("seed %d, page %d of %d", seed, i+1, len(pages))
			}
		}
		if shown < len(a.Quotes) {
			t.Fatalf("seed %d: %d citations for %d quotes", seed, shown, len(a.Quotes))
		}
	}
}

func BenchmarkPageOfAThousandQuotes(b *testing.B) {
	a := bot.Answer{Answered: true, Title: "Bridge", Quotes: story(1000)}
	r := bot.Request{Command: "timeline", Options: map[string]string{"topic": "bridge", "limit": "1000"}}
	for b.Loop() {
		render(r, a, 100)
	}
}

func randomAnswer(r *rand.Rand) bot.Answer {
	a := bot.Answer{Answered: r.IntN(2) == 0, Title: randomText(r, 400), Note: randomText(r, 3000)}
	for range r.IntN(4) * r.IntN(15) {
		a.Facts = append(a.Facts, bot.Fact{Label: randomText(r, 200), Value: randomText(r, 900)})
		a.Steps = append(a.Steps, bot.Step{Label: randomText(r, 120), Line: "/who " + randomText(r, 120)})
	}
	for range r.IntN(35) {
		text := randomText(r, []int{50, 400, 400, 400, 6000}[r.IntN(5)])
		q := bot.Quote{Text: text, Span: corpus.Span{Start: 10, End: 10 + len(text)}, Article: bot.Reference{
			Source: corpus.Source{Title: randomText(r, 500), Outlet: randomText(r, 200), URL: "https://a.example/" + strings.Repeat("u", r.IntN(800))},
			Path:   randomText(r, 200),
			ID:     []string{"a", randomText(r, 80), ""}[r.IntN(3)],
		}}
		if r.IntN(3) == 0 {
			q.Label = randomText(r, 200)
		}
		if r.IntN(2) == 0 {
			q.Date = &bot.EventDate{Value: randomText(r, 60)}
		}
		for range r.IntN(4) {
			q.Also = append(q.Also, bot.Reference{Source: corpus.Source{Outlet: randomText(r, 300)}})
			at := 10 + r.IntN(len(text)+1)
			q.Highlight = append(q.Highlight, corpus.Span{Start: at, End: at + r.IntN(40)})
		}
		a.Quotes = append(a.Quotes, q)
	}
	return a
}

// randomText is up to most characters of the awkward kinds.
func randomText(r *rand.Rand, most int) string {
	kinds := [][]rune{[]rune("abc de. Fgh "), []rune("*_~|`>#-[]()@<:. "), []rune("漢字かな。"), []rune("😀👩\u200D🚀"), []rune("\u200B\u202E \n")}
	var b strings.Builder
	kind := kinds[r.IntN(len(kinds))]
	for range r.IntN(most) {
		if r.IntN(30) == 0 {
			kind = kinds[r.IntN(len(kinds))]
		}
		b.WriteRune(kind[r.IntN(len(kind))])
	}
	return b.String()
}
