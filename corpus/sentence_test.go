package corpus

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"
)

// split returns the sentences as strings.
func split(text string) []string {
	var out []string
	for _, s := range Sentences(text) {
		out = append(out, s.Of(text))
	}
	return out
}

// The rows give the sentences with "|" where they must part.
func TestSentencesPartWhereReadersWould(t *testing.T) {
	t.Parallel()
	rows := []string{
		"Mr. Altman met Gov. Newsom and Sen. Cruz on Jan. 22.|They spoke for an hour.",
		"J.D. Vance spoke.|George W. Bush did not.",
		"He left in 2018.|Altman stayed.",
		"He was one of the founders in 2015.|xAI came later.",
		"Microsoft Corp. said so.|Apple Inc. Chief Tim Cook agreed.",
		"It was bought by Apple Inc.|The price was not given.",
		"The work is for Apple Inc.|Altman said nothing.",
		"It is made in the U.S.|The parts are not.",
		"They fly to Tampa/St. Petersburg.|It is near CNN/U.S. and other seats.",
		"The U.S. Treasury paid $3.5 billion.|No. 2 was the U.K. Ministry of Defence.",
		"It opens at 9 a.m. Eastern on Monday.|It shuts at 5 p.m.|Altman leaves then.",
		"It was cut in Sept.|Altman denied it.|On Sept. 3 it rose.",
		"“We will build it,” he said.|“We start now.”|Nobody replied.",
		"“Why now?” Altman asked.|“Why not?” she said.|Then he left.",
		"(He was late.)|She was not.",
		"Wait... what did he say?|Nothing!|Yahoo! is still here.",
		"He paused … and went on.|Then came the end…|Musk laughed.",
		"Musk v. OpenAI was filed.|Dr. No. 5 is e.g. Chanel.",
		"Prices rose by 40%.|Wages fell by 3.|Nobody knew.",
		"The first was a success.[12]|The second was not.[3][4]|Then it stopped.",
		"The chip was late this year.The firm said so.|Node.js is fine.",
		"1. Sam Altman founded it.|He left.",
		"He asked for Plan B.|There was none.",
		"The guests were actors, singers, etc.|Altman came too.",
		"It struck at 9:40 a.m. (0940 GMT) on Monday.|The Apple Inc. (AAPL) said so.|Sen. Lee (D-Minn.) Altman met.",
		"He moved to the U.S.|(He had been there before.)|Nobody minded.",
		"An apple, no stop",
	}
	for _, row := range rows {
		want := strings.Split(row, "|")
		text := strings.ReplaceAll(row, "|", " ")
		if i := strings.Index(text, "year.The"); i >= 0 {
			want = slices.Replace(want, 0, 1, "The chip was late this year.", "The firm said so.")
		}
		if got := split(text); !slices.Equal(got, want) {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestSentencesFollowTheLayout(t *testing.T) {
	t.Parallel()
	rows := []struct {
		name, text string
		want       []string
	}{
		{"wrapped line", "The firm said on\nMonday it would build.\n", []string{"The firm said on\nMonday it would build."}},
		{"heading", "Why it matters\n\nIt is large", []string{"Why it matters", "It is large"}},
		{"carriage returns", "One line\r\nof two.\r\n\r\nNext", []string{"One line\r\nof two.", "Next"}},
		{"blank line of spaces", "One\n \t \nTwo", []string{"One", "Two"}},
		{"wire indent", "The bank said it\nwould close\n    It gave no date.\n Wire", []string{"The bank said it\nwould close", "It gave no date.", "Wire"}},
		{"bullets", "He wants:\n- more chips\n- more power,\n  cheaply\n• less talk", []string{"He wants:", "- more chips", "- more power,\n  cheaply", "• less talk"}},
		{"long lines", "Background\n" + strings.Repeat("Word ", 40) + "\nMore words\nand more", []string{"Background", strings.TrimSpace(strings.Repeat("Word ", 40)), "More words\nand more"}},
		{"long lines that go on", "“" + strings.TrimSpace(strings.Repeat("Word ", 40)) + ".”\nsaid Ann Lee (D-Ill.)\n, a critic.\nnobody else did.",
			[]string{"“" + strings.TrimSpace(strings.Repeat("Word ", 40)) + ".”\nsaid Ann Lee (D-Ill.)\n, a critic.", "nobody else did."}},
		{"table in wrapped text", "The plant in the valley opened in May and shut again in June\nafter the water had come.\nTurnover 12 mln\nProfit 3 mln\nThe owner of the plant in the valley said that nobody was\nLeft Wing.",
			[]string{"The plant in the valley opened in May and shut again in June\nafter the water had come.", "Turnover 12 mln", "Profit 3 mln",
				"The owner of the plant in the valley said that nobody was\nLeft Wing."}},
		{"nothing", " \n\t\n", nil},
	}
	for _, row := range rows {
		if got := split(row.text); !slices.Equal(got, row.want) {
			t.Errorf("%s: got %q, want %q", row.name, got, row.want)
		}
	}
}

func TestSentencesBoundsTextWithoutStops(t *testing.T) {
	t.Parallel()
	for name, unit := range map[string]string{
		"words": "word ", "no spaces": "x", "stops": ".", "spaced stops": ". ", "quotes": "\"", "abbreviations": "U.S. ",
		"ellipses": "... ", "brackets": "[1", "wide": "語", "broken": "\xe2\x80", "lines": "a\n", "initials": "A.b.", "questions": "?\" ",
	} {
		text := strings.Repeat(unit, (1<<20)/len(unit))
		start := time.Now()
		check(t, text)
		if d := time.Since(start); d > time.Minute {
			t.Errorf("%s: a megabyte took %v", name, d)
		}
	}
}

// check fails where sentences or passages break what their comments promise.
func check(t *testing.T, text string) {
	t.Helper()
	sentences := Sentences(text)
	at := 0
	for _, s := range sentences {
		if s.Start < at || s.End <= s.Start || s.End-s.Start > MaxSentence {
			t.Fatalf("span %v after %d", s, at)
		}
		if strings.TrimSpace(text[at:s.Start]) != "" {
			t.Fatalf("lost %q", text[at:s.Start])
		}
		if part := s.Of(text); strings.TrimSpace(part) != part {
			t.Fatalf("%q has white space at an end", part)
		}
		if utf8.ValidString(text) && !utf8.ValidString(s.Of(text)) {
			t.Fatalf("%q cuts a character", s.Of(text))
		}
		at = s.End
	}
	if strings.TrimFunc(text[at:], unicode.IsSpace) != "" {
		t.Fatalf("lost %q", text[at:])
	}
	checkPassages(t, text, sentences)
}

// checkPassages fails where passages do not hold all sentences, in order.
func checkPassages(t *testing.T, text string, sentences []Span) {
	t.Helper()
	var all []Span
	for _, p := range Passages(text, sentences) {
		if len(p.Sentences) == 0 || p.Start != p.Sentences[0].Start || p.End != p.Sentences[len(p.Sentences)-1].End {
			t.Fatalf("passage %v", p)
		}
		if p.End-p.Start > fullPassage && len(p.Sentences) > 1 {
			t.Fatalf("passage of %d bytes in %d sentences", p.End-p.Start, len(p.Sentences))
		}
		all = append(all, p.Sentences...)
	}
	if !slices.Equal(all, sentences) {
		t.Fatalf("passages hold %v, sentences are %v", all, sentences)
	}
}

func FuzzSentences(f *testing.F) {
	for _, s := range []string{"", "A. B", "He left in 2018. Altman stayed.", "“Why?” he asked.\n\n- x\n- y", "x.\u2028y", "a.[1] \x80", "\r\n.\r\n", "1. a...b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 1<<14 {
			check(t, text)
		}
	})
}

func BenchmarkSentences(b *testing.B) {
	text := strings.Repeat("Mr. Altman said on Jan. 22 that the U.S. project, which Oracle Corp. backs, would cost $500 billion.\n"+
		"It begins in Texas. “We start now,” he said. Critics doubted that the money exists.\n\n", 5000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Sentences(text)
	}
}
