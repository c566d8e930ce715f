package timex

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// sound reports what must hold of the expressions of any text.
func sound(t *testing.T, text string, found []Timex) {
	t.Helper()
	end := 0
	for _, x := range found {
		switch {
		case x.Start < end || x.End <= x.Start || x.End > len(text):
			t.Fatalf("%q: span %d-%d after %d", text, x.Start, x.End, end)
		case utf8.ValidString(text) && !(utf8.RuneStart(text[x.Start]) && (x.End == len(text) || utf8.RuneStart(text[x.End]))):
			t.Fatalf("%q: span %d-%d cuts a character", text, x.Start, x.End)
		case x.Value == "" || x.Type == "" || x.How == "":
			t.Fatalf("%q: %+v is not complete", text, x)
		case x.Begin.IsZero() != x.Until.IsZero() || !x.Begin.IsZero() && !x.Begin.Before(x.Until):
			t.Fatalf("%q: %+v does not begin before it ends", text, x)
		case !x.Begin.IsZero() && (x.Begin.Year() < 1 || x.Until.Year() > 9999):
			t.Fatalf("%q: %+v lies outside the years 1 to 9999", text, x)
		case x.Begin.IsZero() != (x.How == Unresolved):
			t.Fatalf("%q: %+v says wrongly whether it is resolved", text, x)
		}
		end = x.End
	}
}

// pieces are put together at random to texts that are full of half dates.
var pieces = strings.Fields(`January Jan. may May the of last next this ago earlier later year years quarter third
	third-quarter 1998 '98 1990s 2,018 31 30 29 99 1/21 2024-02-30 9999-12-31 9:30 a.m. p.m EST Friday Fri. , . - – ’ 's
	night every each half a an two hundred million several twenty - four and to in on since spring fall decade century
	Thanksgiving Day Election Q3 H2 Q9 now recently future $ % é ü 日本 said will 99999999999 0 00 Easter week weekend
	fiscal following before after same day time noon midnight o ' clock early mid late until`)

func TestAnyMixtureOfWordsGivesSoundExpressions(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	gaps := []string{" ", " ", " ", "", "\n", "\n\n", "\u00a0"}
	days := []time.Time{{}, published, time.Date(1, 1, 1, 0, 0, 0, 1, time.UTC), time.Date(9998, 12, 31, 0, 0, 0, 0, time.UTC)}
	for range 4000 {
		var b strings.Builder
		for range 2 + r.IntN(30) {
			b.WriteString(pieces[r.IntN(len(pieces))] + gaps[r.IntN(len(gaps))])
		}
		sound(t, b.String(), Tag(b.String(), days[r.IntN(len(days))]))
	}
}

func TestTagIsTheSameEveryTime(t *testing.T) {
	t.Parallel()
	text := story(20)
	first := show(text, Tag(text, published))
	for range 3 {
		if again := show(text, Tag(text, published)); again != first {
			t.Fatal("another result for the same text")
		}
	}
}

func FuzzTag(f *testing.F) {
	f.Add("He left on March 3, 2024, at 9:30 a.m. EST.", int64(1))
	f.Add("\xff\xe2\x80 '9\xe28s two-year-old 1/2/", int64(-5))
	f.Add("a hundred million thousand centuries ago last Easter 9999-12-31", int64(1<<40))
	f.Fuzz(func(t *testing.T, text string, unix int64) {
		sound(t, text, Tag(text, time.Unix(unix, 0)))
		sound(t, text, Tag(text, time.Time{}))
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2024-03", "spring 2024", "last week", "15 March 2024", "\xff", "ß'98"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if x, ok := Parse(s, published); ok {
			sound(t, s, []Timex{x})
			if x.Begin.IsZero() {
				t.Fatalf("%q: %+v names no day", s, x)
			}
		}
	})
}
