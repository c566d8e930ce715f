package terminal

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"storybot/bot"
	"storybot/corpus"
)

var update = flag.Bool("update", false, "write the golden files anew")

func render(t *testing.T, a bot.Answer, s Style) string {
	t.Helper()
	var b bytes.Buffer
	if err := Render(&b, a, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAnswersLookAsTheGoldenFilesHaveThem(t *testing.T) {
	t.Parallel()
	unanswered := ferryAnswer()
	unanswered.Answered, unanswered.Note = false, "The corpus does not say. Nearest passages:"
	unanswered.Quotes[0].Date, unanswered.Quotes[0].Also = nil, nil
	unanswered.Quotes[0].Article = bot.Reference{Path: "news/ferry.txt"}
	unanswered.Quotes[0].Link = ""
	sources := bot.Answer{Answered: true, Title: "2 articles", Quotes: []bot.Quote{{Article: ferryArticle()}, {Article: bot.Reference{Path: "b.txt"}}}}
	help := bot.Answer{Answered: true, Title: "What this bot can do", Note: "/who NAME     who or what a name is, in the words of the articles\n\n  Answers are quotes, and every one of them has its source.\n"}
	facts := ferryAnswer()
	facts.Facts = []bot.Fact{{Label: "Also called", Value: "the Ferry"}, {Label: "Empty"}, {Label: "Articles", Value: "12 of 30, the first of them of 3 March 2019 and the last of 22 January 2025"}}
	facts.Steps = []bot.Step{{Label: "Timeline", Line: "/timeline Old ferry"}, {Label: "Said", Line: "/said harbour board topic:Old ferry"}}
	facts.Quotes[0].Label, facts.Quotes[0].Also = "First mention", nil
	for name, a := range map[string]bot.Answer{
		"answer": ferryAnswer(), "facts": facts, "unanswered": unanswered, "sources": sources, "help": help,
	} {
		for style, s := range map[string]Style{
			"pipe": {}, "40": {Width: 40}, "80": {Width: 80}, "40-colour": {Width: 40, Color: true}, "80-colour": {Width: 80, Color: true},
		} {
			got := strings.ReplaceAll(render(t, a, s), "\x1b", "␛")
			file := filepath.Join("testdata", name+"-"+style+".txt")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(file); err != nil || got != string(want) {
				t.Errorf("%s (%v): got\n%s", file, err, got)
			}
		}
	}
}

func TestNoLineIsWiderThanTheWindowExceptAddresses(t *testing.T) {
	t.Parallel()
	for width := 8; width <= 200; width++ {
		for line := range strings.Lines(render(t, ferryAnswer(), Style{Width: width, Color: true})) {
			line = strings.TrimSuffix(line, "\n")
			limit := min(width, comfort)
			if w := ansi.StringWidth(line); w > limit && !strings.Contains(line, "https://") {
				t.Fatalf("width %d: %q has %d columns", width, line, w)
			}
		}
	}
}

func TestPlainTextHasNoEscapeSequences(t *testing.T) {
	t.Parallel()
	for _, s := range []Style{{}, {Width: 40}} {
		if got := render(t, ferryAnswer(), s); strings.Contains(got, "\x1b") {
			t.Errorf("%+v: %q", s, got)
		}
	}
}

func TestAPipeGetsEachParagraphOfAQuoteWhole(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("The ferry sailed on and on. ", 40)
	got := render(t, bot.Answer{Answered: true, Quotes: []bot.Quote{{Text: long}}}, Style{})
	if !strings.Contains(got, "> "+strings.TrimSpace(long)+"\n") {
		t.Errorf("got %q", got)
	}
}

func TestHighlightsAtTheEdgesOfQuoteAndLine(t *testing.T) {
	t.Parallel()
	text := "sold the 旧船 today"
	quote := func(spans ...corpus.Span) bot.Answer {
		for i := range spans {
			spans[i].Start, spans[i].End = spans[i].Start+100, spans[i].End+100
		}
		return bot.Answer{Answered: true, Quotes: []bot.Quote{{
			Span: corpus.Span{Start: 100, End: 100 + len(text)}, Text: text, Highlight: spans,
			Article: bot.Reference{Path: "p"},
		}}}
	}
	for _, c := range []struct {
		name  string
		spans []corpus.Span
		width int
		want  string
	}{
		{"the whole quote", []corpus.Span{{Start: 0, End: len(text)}}, 80, "[sold the 旧船 today]"},
		{"first and last word", []corpus.Span{{Start: 0, End: 4}, {Start: 16, End: len(text)}}, 80, "[sold] the 旧船 [today]"},
		{"across a line's end", []corpus.Span{{Start: 5, End: 15}}, 12, "sold [the]|[旧船] today"},
		{"in the middle of a character", []corpus.Span{{Start: 10, End: 13}}, 80, "sold the 旧[船] today"},
		{"beyond the quote", []corpus.Span{{Start: -50, End: 4}, {Start: 16, End: 999}}, 80, "[sold] the 旧船 [today]"},
		{"outside of the quote", []corpus.Span{{Start: -50, End: -40}, {Start: 900, End: 999}}, 80, "sold the 旧船 today"},
		{"empty or inside out", []corpus.Span{{Start: 5, End: 5}, {Start: 9, End: 5}}, 80, "sold the 旧船 today"},
		{"overlapping", []corpus.Span{{Start: 0, End: 8}, {Start: 5, End: 15}}, 80, "[sold the][ 旧船] today"},
	} {
		var lines []string
		for line := range strings.Lines(render(t, quote(c.spans...), Style{Width: c.width, Color: true})) {
			if strings.Contains(line, "│") {
				hot := newPalette(true).hot("X")
				open, shut, _ := strings.Cut(hot, "X")
				line = strings.NewReplacer(newPalette(true).bar("│ "), "", open, "[", shut, "]", "\n", "").Replace(line)
				lines = append(lines, line)
			}
		}
		if got := strings.Join(lines, "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestHostileTextReachesNoTerminal(t *testing.T) {
	t.Parallel()
	evil := "x\x1b[2J\x1b]8;;https://evil.example\x1b\\y\u009b31m\u202Ez\r\n\ap"
	r := bot.Reference{Path: evil, Source: corpus.Source{
		Title: evil, Outlet: evil, URL: "https://post.example/" + evil, Published: time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC),
	}}
	a := bot.Answer{Title: evil, Note: evil + "\n" + evil,
		Facts: []bot.Fact{{Label: evil, Value: evil}}, Steps: []bot.Step{{Line: evil}}, Quotes: []bot.Quote{{Label: evil,
			Span: corpus.Span{End: len(evil)}, Text: evil, Highlight: []corpus.Span{{Start: 2, End: 9}}, Article: r,
			Link: evil, Date: &bot.EventDate{Value: evil, Text: evil}, Also: []bot.Reference{r, r, r, r, r},
		}}}
	for _, s := range []Style{{}, {Width: 30}, {Width: 80}} {
		for _, c := range render(t, a, s) {
			if c != '\n' && unicode.IsControl(c) || unseen(c) {
				t.Fatalf("%+v lets %U through", s, c)
			}
		}
	}
	if got := render(t, a, Style{Width: 80, Color: true}); strings.Contains(got, "\x1b[2J") || strings.Contains(got, "\x1b]") {
		t.Errorf("coloured: %q", got)
	}
}

func TestOnlyArticlesStandBehindTheBar(t *testing.T) {
	t.Parallel()
	a := ferryAnswer()
	a.Quotes[0].Article.Title = "│ fake\n\n│ quote"
	for line := range strings.Lines(render(t, a, Style{Width: 80})) {
		if strings.HasPrefix(line, "│") && strings.Contains(line, "fake") {
			t.Errorf("a title looks like a quote: %q", line)
		}
	}
}

func TestTheAddressShownIsTheOneOpened(t *testing.T) {
	t.Parallel()
	page := "https://post.example/2025/ferry"
	for _, c := range []struct{ name, url, link, shown, target string }{
		{"a deep link to the same page", page, page + "#:~:text=a", page, page + "#:~:text=a"},
		{"a link elsewhere is shown itself", page, "https://evil.example/", "https://evil.example/", "https://evil.example/"},
		{"a page whose address goes on", page, page + ".evil.example", page + ".evil.example", page + ".evil.example"},
		{"no deep link", page, "", page, page},
		{"no address", "", "", "news/ferry.txt", ""},
		{"no web address", "javascript:x", "javascript:y", "news/ferry.txt", ""},
	} {
		q := ferryQuote()
		q.Article.URL, q.Link = c.url, c.link
		if shown, target := place(q); shown != c.shown || target != c.target {
			t.Errorf("%s: shown %q, opens %q", c.name, shown, target)
		}
	}
}

func TestANotesSecondColumnWrapsInItself(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note  string
		width int
		want  string
	}{
		{"/who NAME  who or what a name is", 24, "/who NAME  who or what a\n           name is\n"},
		{"/who NAME  who or what a name is", 20, "/who NAME  who or\nwhat a name is\n"},
		{"/who NAME  who or what a name is", 0, "/who NAME  who or what a name is\n"},
		{"  /who NAME who or what a name is  ", 20, "  /who NAME who or\n  what a name is\n"},
		{"one\n\ntwo\n", 20, "one\n\ntwo\n"},
	} {
		if got := render(t, bot.Answer{Answered: true, Note: c.note}, Style{Width: c.width}); got != c.want {
			t.Errorf("width %d: got %q, want %q", c.width, got, c.want)
		}
	}
}

func TestManyOthersAreCounted(t *testing.T) {
	t.Parallel()
	q := ferryQuote()
	q.Also = make([]bot.Reference, 6)
	got := render(t, bot.Answer{Answered: true, Quotes: []bot.Quote{q}}, Style{})
	if !strings.Contains(got, "also in 6 others: ") || !strings.Contains(got, "; and 3 more\n") {
		t.Errorf("got %q", got)
	}
	q.Also = q.Also[:1]
	got = render(t, bot.Answer{Answered: true, Quotes: []bot.Quote{q}}, Style{})
	if !strings.Contains(got, "also in 1 other: untitled") {
		t.Errorf("got %q", got)
	}
}

func TestADateSaysWhereItIsFrom(t *testing.T) {
	t.Parallel()
	for want, d := range map[string]bot.EventDate{
		"date unknown (day of publication)": {Inferred: true},
		"2018-XX (inferred)":                {Value: "2018-XX", Text: "then", Inferred: true},
		"2018-XX":                           {Value: "2018-XX", Text: "in 2018"},
	} {
		if got := dateLine(bot.Quote{Date: &d}); got != want {
			t.Errorf("dateLine(%+v) = %q, want %q", d, got, want)
		}
	}
}

func TestADateSaysWhoSaysOtherwise(t *testing.T) {
	t.Parallel()
	q := bot.Quote{Date: &bot.EventDate{Value: "2018", Text: "in 2018"}, Claims: []bot.Claim{
		{Date: bot.EventDate{Value: "2019"}, Article: bot.Reference{Source: corpus.Source{Outlet: "Marsh\x1b Gazette"}}},
		{Date: bot.EventDate{Value: "2020"}, Article: bot.Reference{Path: "a.txt"}},
	}}
	if got, want := dateLine(q), "2018 · 2019 in Marsh\uFFFD Gazette · 2020 in a.txt"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestRenderReturnsTheWritersError(t *testing.T) {
	t.Parallel()
	if err := Render(broken{}, ferryAnswer(), Style{}); err == nil || err.Error() != "full" {
		t.Errorf("error %v", err)
	}
}

func TestColourNeedsATerminalAndLeave(t *testing.T) {
	t.Parallel()
	if s := StyleOf(&bytes.Buffer{}, []string{"TERM=xterm-256color", "CLICOLOR_FORCE=1"}); s != (Style{}) {
		t.Errorf("a buffer gets %+v", s)
	}
	for _, c := range []struct {
		environ []string
		want    bool
	}{
		{[]string{"TERM=xterm-256color"}, true},
		{[]string{"TERM=xterm-256color", "NO_COLOR="}, true},
		{[]string{"TERM=xterm-256color", "NO_COLOR=yes"}, false},
		{[]string{"TERM=xterm-256color", "NO_COLOR=1"}, false},
		{[]string{"TERM=dumb"}, false},
		{nil, false},
	} {
		if got := colored(c.environ); got != c.want {
			t.Errorf("colored(%q) = %v", c.environ, got)
		}
	}
}

func TestAHeadingStandsOnceAboveAllItsQuotes(t *testing.T) {
	t.Parallel()
	a := ferryAnswer()
	a.Quotes[0].Date, a.Quotes[0].Label = nil, "With the harbour"
	a.Quotes = append(a.Quotes[:1:1], a.Quotes[0], a.Quotes[0])
	a.Quotes[2].Label = "More"
	got := render(t, a, Style{})
	if strings.Count(got, "With the harbour\n") != 1 || strings.Count(got, "More\n") != 1 {
		t.Error(got)
	}
}
