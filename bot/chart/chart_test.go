package chart

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"image/png"
	"math"
	"strings"
	"testing"
	"time"

	"storybot/bot"
	"storybot/corpus"
	"storybot/corpus/timex"
)

// harbour returns an answer with n quotes of dates of every precision.
func harbour(n int) bot.Answer {
	precisions := []timex.Precision{timex.Day, timex.Week, timex.Month, timex.Season, timex.Quarter, timex.Year, timex.Decade, ""}
	a := bot.Answer{Title: "The harbour bridge", Answered: true}
	for i := range n {
		begin := time.Date(1990+i, time.Month(1+i%12), 1+i%28, 0, 0, 0, 0, time.UTC)
		text := fmt.Sprintf("The council said on Monday that work on the harbour bridge, its %d. repair, would cost €%d million – “more than anybody thought”.", i, 3*i)
		q := bot.Quote{Text: text, Highlight: []corpus.Span{{Start: 20, End: 26}},
			Span:    corpus.Span{End: len(text)},
			Article: bot.Reference{Source: corpus.Source{Outlet: "Harbour Post", Published: begin.AddDate(0, 0, 2)}},
			Date: &bot.EventDate{Begin: begin, Until: begin.AddDate(0, 0, 7), Text: "Monday",
				Precision: precisions[i%len(precisions)], Inferred: i%3 == 1}}
		if i%5 == 4 {
			q.Date.Text, q.Article.Outlet = "", ""
		}
		a.Quotes = append(a.Quotes, q)
	}
	return a
}

// hostile are texts that nobody should write.
var hostile = []string{
	"", " \t\r\n\u2028 ", strings.Repeat("w", 10_000), strings.Repeat("long ", 4_000), strings.Repeat(" ", 20_000) + "x",
	"中文新闻 and عربى and 😀👩‍👩‍👧🇩🇪", "\u202Eevil\u202C \x00\x1b[31m\a \u200b\u2066x\u2069", "\xff\xfe broken \xc3",
	"e" + strings.Repeat("\u0301", 9_000), strings.Repeat("iiii", 3_000) + " end", "\u200b\u200b",
}

func answerOf(text string) bot.Answer {
	a := harbour(3)
	a.Title = text
	for i := range a.Quotes {
		a.Quotes[i].Text, a.Quotes[i].Article.Outlet = text, text
		a.Quotes[i].Date.Value, a.Quotes[i].Date.Precision = text, timex.Precision(text)
	}
	a.Quotes[1].Highlight = []corpus.Span{{Start: -5, End: 1 << 40}}
	a.Quotes[2].Date = nil
	return a
}

func pictureOf(t testing.TB, a bot.Answer) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Draw(&b, a); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAnAnswerWithoutQuotesIsNotDrawn(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := Draw(&b, bot.Answer{Title: "Nothing"}); !errors.Is(err, ErrEmpty) || b.Len() > 0 {
		t.Errorf("Draw = %v after %d bytes, want ErrEmpty and none", err, b.Len())
	}
	if got := AltText(bot.Answer{Title: "Nothing"}); got != "" {
		t.Errorf("AltText = %q, want nothing", got)
	}
}

func TestPicturesStayWithinTheirBounds(t *testing.T) {
	t.Parallel()
	answers := map[string]bot.Answer{"one": harbour(1), "ten": harbour(10), "forty": harbour(40), "thousand": harbour(1000)}
	for i, text := range hostile {
		answers[fmt.Sprint("hostile ", i)] = answerOf(text)
	}
	for name, a := range answers {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := pictureOf(t, a)
			config, err := png.DecodeConfig(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if config.Width != pictureWidth || config.Height > mostHeight || config.Height < 200 || len(data) > 8<<20 {
				t.Errorf("%d by %d pixels in %d bytes", config.Width, config.Height, len(data))
			}
			if _, err := png.Decode(bytes.NewReader(data)); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestMoreQuotesMakeAHigherPicture(t *testing.T) {
	t.Parallel()
	height := 0
	for _, n := range []int{1, 2, 5, 10} {
		config, err := png.DecodeConfig(bytes.NewReader(pictureOf(t, harbour(n))))
		if err != nil {
			t.Fatal(err)
		}
		if config.Height <= height {
			t.Errorf("%d quotes: %d pixels high, after %d", n, config.Height, height)
		}
		height = config.Height
	}
}

func TestTheSameAnswerGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	if a := harbour(7); !bytes.Equal(pictureOf(t, a), pictureOf(t, a)) {
		t.Error("two pictures of one answer differ")
	}
}

type broken struct{}

var errBroken = errors.New("no room")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestDrawReportsWhatCannotBeWritten(t *testing.T) {
	t.Parallel()
	if err := Draw(broken{}, harbour(1)); !errors.Is(err, errBroken) {
		t.Errorf("Draw = %v, want %v", err, errBroken)
	}
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		if x := float64(v) / 255; x > 0.04045 {
			return math.Pow((x+0.055)/1.055, 2.4)
		} else {
			return x / 12.92
		}
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func TestInksStandOutFromThePaper(t *testing.T) {
	t.Parallel()
	for _, ink := range []color.RGBA{bright, plain, dim, amber} {
		if ratio := (luminance(ink) + 0.05) / (luminance(paper) + 0.05); ratio < 4.5 {
			t.Errorf("%v has a contrast of %.1f to 1", ink, ratio)
		}
	}
}

func FuzzDraw(f *testing.F) {
	for _, text := range hostile {
		f.Add(text, 0, 5, int64(0), int64(86400))
	}
	f.Fuzz(func(t *testing.T, text string, start, end int, begin, until int64) {
		a := answerOf(text)
		a.Quotes[0].Highlight = []corpus.Span{{Start: start, End: end}}
		a.Quotes[0].Date.Begin, a.Quotes[0].Date.Until = time.Unix(begin, 0), time.Unix(until, 0)
		if _, err := png.DecodeConfig(bytes.NewReader(pictureOf(t, a))); err != nil {
			t.Error(err)
		}
		if alt := AltText(a); units(alt) > mostAlt {
			t.Errorf("%d units of words", units(alt))
		}
	})
}

func BenchmarkDraw(b *testing.B) {
	for _, n := range []int{1, 10, 40} {
		a := harbour(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			size := 0
			for b.Loop() {
				size = len(pictureOf(b, a))
			}
			b.ReportMetric(float64(size), "bytes")
		})
	}
}
