package corpus

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"storybot/corpus/timex"
)

func TestDefiningFindsWhoOrWhat(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, sentence, want string }{
		{"Sam Altman", "Sam Altman, the CEO of OpenAI, spoke.", "the CEO of OpenAI"},
		{"Altman", "OpenAI CEO Sam Altman spoke first.", "OpenAI CEO"},
		{"Sam Altman", "OpenAI CEO Sam Altman spoke first.", "OpenAI CEO"},
		{"Northway", "They dug a $2 billion canal, Northway, a partnership between Quanta, Bergen Port, and Japan's Kaze.",
			"a partnership between Quanta, Bergen Port, and Japan's Kaze"},
		{"Lena Ortiz", "Lena Ortiz is an engineer who builds bridges.", "an engineer who builds bridges"},
		{"Lena Ortiz", "Lena Ortiz was the first woman to lead the yard.", "the first woman to lead the yard"},
		{"Kestrel", "The firm flew a small rocket called Kestrel in May.", "a small rocket"},
		{"Lena Ortiz", "Lena Ortiz, who founded the firm in 2002, left.", "who founded the firm in 2002"},
		{"Lena Ortiz", "“It works,” said Lena Ortiz, a professor at the University of California, Berkeley.",
			"a professor at the University of California, Berkeley"},
		{"Lena Ortiz", "Lena Ortiz, deputy keeper at the Harbour Museum in Oslo and founder of two of its schools, said so.",
			"deputy keeper at the Harbour Museum in Oslo and founder of two of its schools"},
		{"Lena Ortiz", "Lena Ortiz, a poet, critic and translator, read aloud.", "a poet, critic and translator"},
		{"Lena Ortiz", "Lena Ortiz, a 6-foot-1-inch, 170-pound guard from Camden, N.J., scored.", "a 6-foot-1-inch, 170-pound guard from Camden, N.J."},
		{"Lena Ortiz", "Lena Ortiz, 57, a member of the board, resigned.", "57, a member of the board"},
		{"Lena Ortiz", "Lena Ortiz, author of “Salt, Wind and Stone,” will read.", "author of “Salt, Wind and Stone,”"},
		{"Lena Ortiz", "Lena Ortiz, a lawyer in Bergen who knows the case, declined.", "a lawyer in Bergen who knows the case"},
		{"Lena Ortiz", "Lena Ortiz (left), the mayor's sister, waved.", "the mayor's sister"},
		{"Lena Ortiz", "Senator Lena Ortiz of Utah, a Republican, objected.", "a Republican"},
		{"Lena Ortiz", "Lena Ortiz and Tom Bell, the stars of the film, arrived.", "the stars of the film"},
		{"Lena Ortiz", "The company's founder, Lena Ortiz, agreed.", "The company's founder"},
		{"Quanta", "The deal lifted Quanta -- one of the largest makers of sensors -- on Monday.", "one of the largest makers of sensors"},
		{"Lena Ortiz", "Lena Ortiz, the port's Commissioner of Trade, Tourism and Sport, agreed.", "the port's Commissioner of Trade, Tourism and Sport"},
		{"Lena Ortiz", "It was written by Lena Ortiz, professor of law, University of Oslo.", "professor of law, University of Oslo"},
		{"Lena Ortiz", "They hired Lena Ortiz, now an analyst for the bank, in 2019.", "now an analyst for the bank"},
		{"Lena Ortiz", "Lena Ortiz, Democrat of Ohio and a sponsor of the bill, agreed.", "Democrat of Ohio and a sponsor of the bill"},
		{"Ortiz", "The airport spokeswoman Lena Ortiz waited.", "The airport spokeswoman"},
		{"Ortiz", "OSLO - President Lena Ortiz waited.", "President"},
		{"Ortiz", "- President Lena Ortiz waited.", "President"},
		{"Ortiz", "The vice-president Lena Ortiz waited.", "The vice-president"},
		{"Quanta", "Quanta is a startup that sells chips, sensors and lenses.", "a startup that sells chips"},
		{"Quanta", "The lab known as Quanta closed.", "The lab"},
		{"Abuja", "They met in Abuja, the capital of Nigeria, on Friday.", "the capital of Nigeria"},
		{"Nimbus", "The firm said its cloud unit, Nimbus, grew.", "its cloud unit"},
		{"Tom Bell", "The Bank's current chair, Tom Bell, spoke.", "The Bank's current chair"},
		{"Lena Ortiz", "Lena Ortiz has been chief engineer of the port since 2014.", "chief engineer of the port since 2014"},
		{"Tom Bell", "Her husband, Tom Bell, is a sailor and cook.", "a sailor and cook"},
		{"Quanta", "Quanta – a maker of sensors – fell.", "a maker of sensors"},
	}
	for _, tt := range tests {
		t.Run(tt.sentence, func(t *testing.T) {
			t.Parallel()
			i := strings.Index(tt.sentence, tt.name)
			d, ok := Defining(tt.sentence, Span{0, len(tt.sentence)}, Span{i, i + len(tt.name)}, nil)
			if got := d.Of(tt.sentence); got != tt.want || !ok || d.Strength <= 0 || d.Strength > 1 {
				t.Errorf("of %s: got %q, %.2f, %t; want %q", tt.name, got, d.Strength, ok, tt.want)
			}
		})
	}
}

func TestDefiningSaysNothingWhereTheSentenceDoesNot(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, sentence string }{
		{"Lena Ortiz", "Lena Ortiz left on Monday."},
		{"Lena Ortiz", "They thanked Lena Ortiz, Tom Bell and Ada Quill."},
		{"Tom Bell", "They thanked Lena Ortiz, Tom Bell and Ada Quill."},
		{"Lena Ortiz", "Lena Ortiz, however, stayed."},
		{"Lena Ortiz", "Lena Ortiz and Tom Bell, the owner of the yard, met."},
		{"Lena Ortiz", "Mr. Lena Ortiz came."},
		{"Lena Ortiz", "In a statement on the plan, Lena Ortiz, too, agreed."},
		{"Lagos", "In Lagos, a large crowd gathered."},
		{"Lagos", "In Lagos, protesters clashed with soldiers."},
		{"Quanta", "She sold shares of Quanta, the company said."},
		{"Quanta", "A Quanta-backed plan failed."},
		{"Celtics", "He likes the Celtics, the Bruins, and the Patriots."},
		{"Quanta", "Selling to Quanta is a chance."},
		{"Lena Ortiz", "Lena Ortiz, let me ask you."},
		{"Brazil", "He is a former ambassador to Brazil, a lawyer by training."},
		{"Lena Ortiz", "When she saw Lena Ortiz, she laughed."},
	}
	for _, tt := range tests {
		i := strings.Index(tt.sentence, tt.name)
		d, ok := Defining(tt.sentence, Span{0, len(tt.sentence)}, Span{i, i + len(tt.name)}, nil)
		if ok {
			t.Errorf("%s: got %q, want nothing", tt.sentence, d.Of(tt.sentence))
		}
	}
}

func TestDefiningRanksWhatSaysMore(t *testing.T) {
	t.Parallel()
	sentences := []string{ // strongest first
		"Lena Ortiz, the founder and chief engineer of the firm, spoke.",
		"Lena Ortiz is an engineer.",
		"President Lena Ortiz spoke.",
		"Lena Ortiz, Norway.",
	}
	last := 2.0
	for _, s := range sentences {
		i := strings.Index(s, "Lena")
		d, ok := Defining(s, Span{0, len(s)}, Span{i, i + len("Lena Ortiz")}, nil)
		if !ok || d.Strength >= last {
			t.Errorf("%q: strength %.2f, want less than %.2f", s, d.Strength, last)
		}
		last = d.Strength
	}
}

func TestDefiningPassesOverSpansThatDoNotFit(t *testing.T) {
	t.Parallel()
	text := "Lena Ortiz, the mayor, spoke."
	for _, spans := range [][2]Span{{{0, 99}, {0, 4}}, {{-1, 5}, {0, 4}}, {{0, 10}, {8, 14}}, {{0, 10}, {4, 4}}, {{}, {}}} {
		if _, ok := Defining(text, spans[0], spans[1], nil); ok {
			t.Errorf("spans %v were taken", spans)
		}
	}
}

func ExampleDefining() {
	text := "The bridge opened late. Lena Ortiz, chief engineer of the port, blamed the rain."
	sentence := Span{24, len(text)}
	d, ok := Defining(text, sentence, Span{24, 34}, nil)
	fmt.Println(d.Of(text), d.Strength > 0.5, d.Tense, ok)
	// Output: chief engineer of the port true present true
}

func FuzzDefining(f *testing.F) {
	f.Add("Sam Altman, the CEO of OpenAI, spoke.", 0, 10)
	f.Add("a “b, Name, called \xff (x", 5, 9)
	f.Add("The $5 plan, N.J., A, an, the -- who", 2, 4)
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		d, ok := Defining(text, Span{0, len(text)}, Span{from, to}, timex.Tag(text, time.Time{}))
		if !ok {
			return
		}
		for _, s := range [...]Span{d.Span, d.When} {
			if s.Start < 0 || s.End > len(text) || s.Start > s.End {
				t.Fatalf("%q: span %v is out of the sentence", text, s)
			}
		}
		if d.Start < to && from < d.End {
			t.Fatalf("%q: phrase %v overlaps the name at %d to %d", text, d.Span, from, to)
		}
		for _, r := range Roles(text, d.Span) {
			if strings.Trim(r, "| ") == "" {
				t.Fatalf("%q: empty role %q", text, r)
			}
		}
		if d.Of(text) == "" || d.Strength <= 0 || d.Strength > 1 {
			t.Fatalf("%q: span %v, strength %f", text, d.Span, d.Strength)
		}
		if utf8.ValidString(text) && !utf8.ValidString(d.Of(text)) {
			t.Fatalf("%q: span %v cuts a rune", text, d.Span)
		}
	})
}

func BenchmarkDefining(b *testing.B) {
	text := "“It will not hold through the winter,” said Lena Ortiz, deputy keeper at the Harbour Museum in Oslo and founder of two of its schools, in May 2018."
	i := strings.Index(text, "Lena Ortiz")
	dates := timex.Tag(text, time.Time{})
	for b.Loop() {
		Defining(text, Span{0, len(text)}, Span{i, i + len("Lena Ortiz")}, dates)
	}
}
