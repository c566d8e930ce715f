package chart

import (
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"storybot/bot"
	"storybot/corpus"
	"storybot/corpus/timex"
)

func newKit(t testing.TB) *kit {
	t.Helper()
	k, err := newType()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func stringOf(text []glyph) string {
	var b strings.Builder
	for _, g := range text {
		b.WriteRune(g.r)
	}
	return b.String()
}

// page returns the lines of a picture.
func page(t testing.TB, a bot.Answer) string {
	t.Helper()
	var out []string
	for _, l := range newLayout(newKit(t), a).lines {
		out = append(out, stringOf(l.text))
	}
	return strings.Join(out, "\n")
}

// box returns the place that a line's letters may take.
func (l line) box() image.Rectangle {
	return image.Rect(l.x, l.baseline-l.style.ascent, l.x+l.style.width(l.text).Ceil(), l.baseline+l.style.descent)
}

func TestNothingOverlapsOrLeavesThePicture(t *testing.T) {
	t.Parallel()
	k := newKit(t)
	answers := []bot.Answer{harbour(1), harbour(10), harbour(40), harbour(60)}
	for _, text := range hostile {
		answers = append(answers, answerOf(text))
	}
	same := harbour(6)
	for i := range same.Quotes {
		same.Quotes[i].Date.Begin, same.Quotes[i].Date.Precision = same.Quotes[0].Date.Begin, timex.Century
		same.Quotes[i].Text = "Short."
	}
	for i, a := range append(answers, same) {
		l := newLayout(k, a)
		var boxes []image.Rectangle
		for _, one := range l.lines {
			boxes = append(boxes, one.box())
		}
		for _, m := range l.marks {
			boxes = append(boxes, m.box())
		}
		for _, r := range l.rules {
			if !r.In(image.Rectangle{Max: l.size}) {
				t.Errorf("answer %d: rule %v leaves the picture %v", i, r, l.size)
			}
			for _, one := range l.lines {
				if one.box().Overlaps(r.Rectangle) {
					t.Errorf("answer %d: rule %v runs through %q", i, r, stringOf(one.text))
				}
			}
		}
		for j, b := range boxes {
			if !b.In(image.Rect(margin/2, margin/2, l.size.X-margin/2, l.size.Y-margin/2)) {
				t.Errorf("answer %d: %v leaves the picture %v", i, b, l.size)
			}
			for _, c := range boxes[j+1:] {
				if b.Overlaps(c) {
					t.Errorf("answer %d: %v and %v overlap", i, b, c)
				}
			}
		}
	}
}

func TestQuotesOfOneDateShareItsMark(t *testing.T) {
	t.Parallel()
	a := harbour(1)
	a.Quotes = []bot.Quote{a.Quotes[0], a.Quotes[0], a.Quotes[0]}
	l := newLayout(newKit(t), a)
	var on int
	for _, m := range l.marks {
		if m.x == threadX {
			on++
		}
	}
	if on != 1 {
		t.Errorf("%d marks on the line of time, want 1", on)
	}
	if n := strings.Count(page(t, a), "1 January\n1990"); n != 1 {
		t.Errorf("the date stands %d times, want once", n)
	}
}

func TestAPictureSaysWhatItLeavesOut(t *testing.T) {
	t.Parallel()
	a := harbour(52)
	got := page(t, a)
	for _, want := range []string{"The first 40 of 52 quotes, 1 January 1990 to ", "and 12 more", "… shortened", "outlet unknown, "} {
		if !strings.Contains(got, want) {
			t.Errorf("the picture does not say %q:\n%s", want, got)
		}
	}
	a.Quotes[0].Article = bot.Reference{}
	if got := page(t, a); !strings.Contains(got, "outlet unknown, date unknown") {
		t.Error("an unknown source is not said to be")
	}
	if got := page(t, harbour(1)); strings.Contains(got, "shortened") || strings.Contains(got, "\nand ") {
		t.Errorf("a whole answer says that it is not:\n%s", got)
	}
}

func TestQuotesAreCutBetweenWords(t *testing.T) {
	t.Parallel()
	k := newKit(t)
	text := strings.Repeat("one fine evening the ferry stayed away ", 20)
	glyphs, more := k.clean(text, nil)
	for most := 1; most < 8; most++ {
		lines, cut := k.quote.wrap(glyphs, more, quoteWidth, most)
		var parts []string
		for _, l := range lines {
			parts = append(parts, stringOf(l))
		}
		got, ends := strings.CutSuffix(strings.Join(parts, " "), " …")
		if !cut || !ends || len(lines) != most || !strings.HasPrefix(text, got+" ") {
			t.Errorf("at most %d lines: %q", most, parts)
		}
	}
	lines, cut := k.quote.wrap(glyphs[:60], false, quoteWidth, 7)
	if cut || len(lines) != 2 {
		t.Errorf("%d lines, cut %t; want 2 whole ones", len(lines), cut)
	}
}

func TestALongWordIsBrokenAndCut(t *testing.T) {
	t.Parallel()
	k := newKit(t)
	glyphs, more := k.clean(strings.Repeat("m", 10_000), nil)
	lines, cut := k.quote.wrap(glyphs, more, quoteWidth, 3)
	if !cut || len(lines) != 3 || !strings.HasSuffix(stringOf(lines[2]), "m…") {
		t.Errorf("%d lines, cut %t", len(lines), cut)
	}
}

func TestCleanShowsWhatTheFontsLack(t *testing.T) {
	t.Parallel()
	k := newKit(t)
	for _, row := range []struct{ text, want string }{
		{"“Café” – it’s €5…", "“Café” – it’s €5…"},
		{" a\t\n b\u00a0c ", "a b c"},
		{"cafe\u0301", "café"},
		{"中文", "□□"},
		{"👩‍👩‍👧!", "□!"},
		{"🇩🇪", "□"},
		{"ab\u202Ecd\u2066\u200b", "abcd"},
		{"a\x00b\x1b[", "a□b□["},
		{"e\u0301\u0302\u0302", "é□"},
		{"twenty\u2011one", "twenty-one"},
		{"a\xffb", "a\uFFFDb"},
		{"", ""},
	} {
		if got, _ := k.clean(row.text, nil); stringOf(got) != row.want {
			t.Errorf("clean(%q) = %q, want %q", row.text, stringOf(got), row.want)
		}
	}
}

func TestHighlightsAreStrong(t *testing.T) {
	t.Parallel()
	k := newKit(t)
	glyphs, _ := k.clean("On  Monday night they met", []corpus.Span{{Start: 4, End: 16}})
	var strong []glyph
	for _, g := range glyphs {
		if g.strong {
			strong = append(strong, g)
		}
	}
	if got := stringOf(strong); got != "Monday night" {
		t.Errorf("strong: %q", got)
	}
}

func TestLabelsPartADate(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ date, want string }{
		{"21 January 2025", "*21 January|2025"},
		{"week of 13 January 2025", "week of|*13 January|2025"},
		{"afternoon of 3 May 2024, 14:30", "afternoon of|*3 May|2024, 14:30"},
		{"third quarter of 2024", "*third quarter|of 2024"},
		{"winter 2024–25", "*winter|2024–25"},
		{"2018", "*2018"},
		{"the 1990s", "*the 1990s"},
		{"the 20th century", "*the 20th century"},
		{"date unknown", "*date unknown"},
		{"of", "*of"},
		{"", ""},
	} {
		var parts []string
		for _, l := range labels(row.date) {
			if l.main {
				l.words = "*" + l.words
			}
			parts = append(parts, l.words)
		}
		if got := strings.Join(parts, "|"); got != row.want {
			t.Errorf("labels(%q) = %q, want %q", row.date, got, row.want)
		}
	}
}

func TestLongGapsAreTold(t *testing.T) {
	t.Parallel()
	on := func(years ...int) []group {
		var quotes []bot.Quote
		for _, y := range years {
			begin := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
			quotes = append(quotes, bot.Quote{Date: &bot.EventDate{Begin: begin, Until: begin.AddDate(0, 0, 1), Precision: timex.Day}})
		}
		return groups(quotes)
	}
	for _, row := range []struct {
		years []int
		want  []string
	}{
		{[]int{2001, 2007, 2008}, []string{"", "about 6 years", ""}},
		{[]int{2008, 2007, 2001}, []string{"", "", "about 6 years"}},
		{[]int{2001, 2002}, []string{"", "about 12 months"}},
		{[]int{2001}, []string{""}},
	} {
		var got []string
		all := on(row.years...)
		for i := range all {
			got = append(got, gap(all, i))
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%v: %q, want %q", row.years, got, row.want)
		}
	}
}

func TestKindsTellHowADateWasFound(t *testing.T) {
	t.Parallel()
	now := time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC)
	for _, row := range []struct {
		date *bot.EventDate
		want kind
	}{
		{nil, undated},
		{&bot.EventDate{Value: "XXXX"}, undated},
		{&bot.EventDate{Begin: now, Text: "lately"}, undated},
		{&bot.EventDate{Begin: now, Precision: timex.Day, Text: "Friday"}, told},
		{&bot.EventDate{Begin: now, Precision: timex.Month, Text: "in May", Inferred: true}, inferred},
		{&bot.EventDate{Begin: now, Precision: timex.Day, Inferred: true}, published},
	} {
		if got := kindOf(row.date); got != row.want {
			t.Errorf("kindOf(%+v) = %v, want %v", row.date, got, row.want)
		}
	}
}

func TestAltTextEndsBetweenDates(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 60; n++ {
		a := harbour(n)
		a.Title = strings.Repeat("😀", 300)
		got := AltText(a)
		if units(got) > mostAlt || !strings.HasSuffix(got, ".") {
			t.Errorf("%d quotes: %d units: %q", n, units(got), got)
		}
		if n > mostQuotes && !strings.HasSuffix(got, " more.") {
			t.Errorf("%d quotes: %q does not say how many are left out", n, got)
		}
	}
	a := harbour(2)
	a.Quotes = append(a.Quotes, a.Quotes[1])
	want := "Timeline: The harbour bridge. 3 quotes, 1 January 1990 to week of 2 February 1991. 1 January 1990; week of 2 February 1991 (2)."
	if got := AltText(a); got != want {
		t.Errorf("AltText = %q, want %q", got, want)
	}
}
