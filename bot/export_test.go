package bot_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"storybot/bot"
	"storybot/corpus"
	"storybot/corpus/timex"
)

// formats are all that there are.
var formats = []bot.Format{bot.Markdown, bot.CSV, bot.ICS, bot.JSON}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// ferry is an answer with a quote of each kind: of a day, of a season that is inferred,
// and one without a source to speak of.
func ferry() bot.Answer {
	request := bot.Request{Input: "/timeline ferry", Command: "timeline", Options: map[string]string{"topic": "ferry"}}
	sold := "The board sold the ferry on Tuesday, \"for good\"."
	return bot.Answer{
		Request: request, Answered: true, Title: "The Ferry", Note: "1 further date less written of; limit: shows more.",
		Quotes: []bot.Quote{
			{
				Span: corpus.Span{Start: 10, End: 10 + len("Lorries were\nbanned in spring.")}, Text: "Lorries were\nbanned in spring.",
				Article: bot.Reference{ID: "b", Path: "/home/ana/news/b.txt"},
				Date: &bot.EventDate{Value: "2024-SP", Begin: date(2024, 3, 1), Until: date(2024, 6, 1),
					Precision: timex.Season, Text: "in spring", Inferred: true},
			},
			{
				Span: corpus.Span{Start: 0, End: len(sold)}, Text: sold,
				Article: bot.Reference{ID: "a", Path: "a.txt", Source: corpus.Source{Title: "Ferry *sold*", Outlet: "Harbour Post", Author: "Ana Prado",
					URL: "https://post.example/ferry?a=1&b=2", Published: date(2025, 1, 22)}},
				Link: "https://post.example/ferry?a=1&b=2#:~:text=The%20board",
				Date: &bot.EventDate{Value: "2025-01-21", Begin: date(2025, 1, 21), Until: date(2025, 1, 22), Precision: timex.Day, Text: "on Tuesday"},
				Also: []bot.Reference{{ID: "c", Path: "c.txt", Source: corpus.Source{Outlet: "Quay News"}}},
				Claims: []bot.Claim{{Date: bot.EventDate{Value: "2025-01-23", Begin: date(2025, 1, 23), Until: date(2025, 1, 24), Precision: timex.Day, Text: "on Thursday"},
					Article: bot.Reference{ID: "e", Source: corpus.Source{Outlet: "Dock Times"}}}},
			},
			{Span: corpus.Span{Start: 5, End: 17}, Text: "-2 degrees…", Article: bot.Reference{ID: "d"}},
		},
	}
}

// export writes an answer, which must not fail.
func export(t testing.TB, a bot.Answer, f bot.Format) string {
	t.Helper()
	var b bytes.Buffer
	if err := bot.Export(&b, a, f); err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	return b.String()
}

func ExampleExport() {
	answer := bot.Answer{
		Answered: true,
		Title:    "Ferry",
		Quotes: []bot.Quote{{
			Text:    "The board sold the *old* ferry on Tuesday.",
			Article: bot.Reference{Source: corpus.Source{Outlet: "Harbour Post", Published: date(2025, 1, 22)}, Path: "news/ferry.txt"},
			Date:    &bot.EventDate{Begin: date(2025, 1, 21), Until: date(2025, 1, 22), Precision: timex.Day, Text: "on Tuesday"},
		}},
	}
	if err := bot.Export(os.Stdout, answer, bot.Markdown); err != nil {
		panic(err)
	}
	// Output:
	// # Ferry
	//
	// ## 21 January 2025
	//
	// > The board sold the \*old\* ferry on Tuesday.
	//
	// Harbour Post · 22 January 2025 · untitled · ferry.txt
}

func TestFormatsAreReadByTheirNames(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bot.Format{
		"markdown": bot.Markdown, "md": bot.Markdown, "CSV": bot.CSV, " ics\n": bot.ICS, "iCal": bot.ICS, "json": bot.JSON,
	} {
		if got, err := bot.ParseFormat(name); got != want || err != nil {
			t.Errorf("%q: %q, %v", name, got, err)
		}
	}
	for _, name := range []string{"", " ", "xml", "cs", "csv,ics", "\x1b[31m", strings.Repeat("x", 1000)} {
		_, err := bot.ParseFormat(name)
		var mistake *bot.ReaderError
		if !errors.As(err, &mistake) || len(mistake.Message) > 200 || strings.ContainsRune(mistake.Message, '\x1b') {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestFoldersAreNotHandedOn(t *testing.T) {
	t.Parallel()
	a := ferry()
	for i := range a.Quotes {
		a.Quotes[i].Article.Path = []string{"/home/ana/news/b.txt", `C:\home\ana\b.txt`, "home/b.txt#3"}[i]
		a.Quotes[i].Article.URL, a.Quotes[i].Link = "", ""
	}
	for _, f := range []bot.Format{bot.Markdown, bot.CSV, bot.ICS} {
		if got := export(t, a, f); strings.Contains(got, "home") || !strings.Contains(got, "b.txt") {
			t.Errorf("%s:\n%s", f, got)
		}
	}
}

func TestEveryFormatCanBeAttached(t *testing.T) {
	t.Parallel()
	types := map[string]bool{}
	for _, f := range formats {
		if again, err := bot.ParseFormat(string(f)); again != f || err != nil {
			t.Errorf("%q is not read back: %v", f, err)
		}
		types[f.MediaType()] = true
		if f.MediaType() == "" || export(t, ferry(), f) == "" {
			t.Errorf("%s has no media type or no content", f)
		}
	}
	if len(types) != len(formats) {
		t.Errorf("media types %v", types)
	}
	if got := bot.Format("xml").MediaType(); got != "" {
		t.Errorf("an unknown format has the media type %q", got)
	}
	if err := bot.Export(io.Discard, ferry(), "xml"); err == nil {
		t.Error("an unknown format was written")
	}
}

func TestFileNamesAreSafe(t *testing.T) {
	t.Parallel()
	safe := regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,59}\.(md|csv|ics|json)$`)
	for _, c := range []struct {
		command, title string
		format         bot.Format
		want           string
	}{
		{"timeline", "Sam Altman", bot.ICS, "timeline-sam-altman.ics"},
		{"who", "Éva Müller’s Café", bot.Markdown, "who-eva-mullers-cafe.md"},
		{"sources", "", bot.CSV, "sources.csv"},
		{"who", "../../etc/passwd\x00", bot.JSON, "who-etc-passwd.json"},
		{"who", "Путин", bot.ICS, "who.ics"},
		{"ask", strings.Repeat("why ", 100), bot.CSV, "ask" + strings.Repeat("-why", 14) + ".csv"},
		{"who", strings.Repeat("x", 300), bot.CSV, "who.csv"},
		{"", "con", bot.CSV, "answer-con.csv"},
		{"Ж", "", bot.CSV, "answer.csv"},
	} {
		got := c.format.FileName(bot.Answer{Request: bot.Request{Command: c.command}, Title: c.title})
		if got != c.want || !safe.MatchString(got) {
			t.Errorf("%s %q: %q, want %q", c.command, c.title, got, c.want)
		}
	}
}

func TestJSONIsTheAnswersOwn(t *testing.T) {
	t.Parallel()
	got := export(t, ferry(), bot.JSON)
	want, err := ferry().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(got) != strings.TrimSpace(string(want)) || strings.Count(got, "\n") != 1 {
		t.Errorf("%s instead of %s", got, want)
	}
}

// failing fails at its first write.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestAWriterThatFailsIsTold(t *testing.T) {
	t.Parallel()
	for _, f := range formats {
		if err := bot.Export(failing{}, ferry(), f); !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("%s: %v", f, err)
		}
	}
}

func TestExportsOfARealAnswerAreTheSameTwice(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, read(t, parseArchive(t, "testdata/corpus.txtar").Files))
	a, err := b.Answer(t.Context(), "/timeline limit:1000")
	if err != nil || len(a.Quotes) < 3 {
		t.Fatalf("%d quotes: %v", len(a.Quotes), err)
	}
	for _, f := range formats {
		if one, two := export(t, a, f), export(t, a, f); one != two {
			t.Errorf("%s differs", f)
		}
	}
	if got := rows(t, export(t, a, bot.CSV)); len(got) != len(a.Quotes)+1 {
		t.Errorf("%d rows of %d quotes", len(got), len(a.Quotes))
	}
	if got := events(t, export(t, a, bot.ICS)); len(got) != len(a.Quotes) {
		t.Errorf("%d events of %d quotes", len(got), len(a.Quotes))
	}
}

// hostile are texts that each format must carry.
var hostile = []string{
	"=HYPERLINK(\"http://x.example\";\"a\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "a,b;c\\n\\;d",
	"[a](http://x.example) ![b](c) <b>c</b> <!-- d --> <http://x.example> &copy; &#65; *e* _f_ `g` ~~h~~", "https://x.example www.x.example a@x.example",
	"# a\n## b\n=====\n---\n- c\n+ d\n* e\n1. f\n2) g\n> h\n    i\n\tj\n```\nk\n```\n| l | m |\n|---|---|\n[n]: o", "a\n\n\nb\n\n \n\nc\n", "\n\na",
	"a \\\nb  \nc\\", "a\r\nb\rc\r\n\r\nd", "a\r", "a\r\n", "a\x00b\x01\x1b[31m\x7f\u0085c\u2028d\u2029e", "\u202eabc\u2066d\u200f", strings.Repeat("x", 10000),
	strings.Repeat("é", 200), strings.Repeat("👩‍🚀", 100), " a  b ", "$1 and $2", "BEGIN:VEVENT\r\nEND:VCALENDAR", ":a", "a://b", "\ufeffa", "a\v\fb", "\\", "1.", "12) a", "<", "&lt;",
}
