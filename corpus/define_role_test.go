package corpus

import (
	"slices"
	"strings"
	"testing"
)

func TestRolesSpellsTheSameRoleAlike(t *testing.T) {
	t.Parallel()
	tests := []struct {
		phrases []string
		want    []string
	}{
		{[]string{"the CEO of OpenAI", "OpenAI CEO", "OpenAI's chief executive", "chief executive officer at OpenAI", "the former chief executive of OpenAI",
			"57, chief executive of OpenAI", "who was named chief executive of OpenAI in 2019", "OpenAI's C.E.O.", "the CEO of OpenAI Inc."},
			[]string{"chief executive|openai"}},
		{[]string{"a co-founder of OpenAI", "OpenAI cofounder", "the founder of OpenAI", "who founded OpenAI in 2015", "founders of OpenAI", "who co-founded the startup OpenAI"},
			[]string{"founder|openai"}},
		{[]string{"the founder and chief executive of Quanta", "Quanta founder and CEO", "Quanta's founder and chief executive"},
			[]string{"founder|quanta", "chief executive|quanta"}},
		{[]string{"the founder of Quanta and a former editor of the Bergen Post"}, []string{"founder|quanta", "editor|bergen post"}},
		{[]string{"president of the United States", "U.S. president", "the American president", "the US president", "America's president"},
			[]string{"president|united states"}},
		{[]string{"a Republican from Texas", "Republican of Texas", "a Texas Republican", "R-Texas"}, []string{"republican|texas"}},
		{[]string{"vice president of Quanta", "Quanta's vice-president", "Quanta VP"}, []string{"vice president|quanta"}},
		{[]string{"Britain's finance minister", "the British finance minister", "minister of finance of Britain"}, []string{"finance minister|britain"}},
		{[]string{"a professor of law at the University of Oslo", "professor at the University of Oslo", "a University of Oslo professor"}, []string{"professor|university of oslo"}},
		{[]string{"the airport spokeswoman", "a spokesman for the airport"}, []string{"spokesman|airport"}},
		{[]string{"the ex-president of Quanta", "then-president of Quanta", "Then-President of Quanta", "Former Quanta president", "Ex-Quanta president"}, []string{"president|quanta"}},
		{[]string{"The company", "A company"}, []string{"company"}},
		{[]string{"commander-in-chief of the army"}, []string{"commander in chief|army"}},
		{[]string{"a University of Oslo professor of law"}, []string{"professor|university of oslo"}},
		{[]string{"the WHO chief", "head of the WHO"}, []string{"head|who"}},
		{[]string{"President", "the president"}, []string{"president"}},
		{[]string{"the mayor's sister"}, []string{"sister|mayor"}},
		{[]string{"a poet, critic and translator"}, []string{"poet", "critic", "translator"}},
		{[]string{"the president of the company", "the president", "president of the firm"}, []string{"president"}},
		{[]string{"a partnership between Quanta, Bergen Port and Kaze"}, []string{"partnership|quanta"}},
		{[]string{"who likes tea"}, nil},
	}
	for _, tt := range tests {
		for _, phrase := range tt.phrases {
			if got := Roles(phrase, Span{0, len(phrase)}); !slices.Equal(got, tt.want) {
				t.Errorf("%q: got %q, want %q", phrase, got, tt.want)
			}
		}
	}
}

func TestRolesPassesOverSpansThatDoNotFit(t *testing.T) {
	t.Parallel()
	for _, span := range []Span{{-1, 3}, {0, 99}, {3, 3}, {4, 2}} {
		if got := Roles("the mayor", span); got != nil {
			t.Errorf("%v: got %q", span, got)
		}
	}
}

func TestCountriesStandWithTheirPeoples(t *testing.T) {
	t.Parallel()
	rows := Countries()
	for _, want := range []string{"france french", "america american us usa", "britain british uk", "filipino philippine philippines"} {
		if !slices.Contains(rows, want) {
			t.Errorf("no %q in %q", want, rows)
		}
	}
	seen := map[string]bool{}
	for _, row := range rows {
		for _, word := range strings.Fields(row) {
			if seen[word] || word != strings.ToLower(word) {
				t.Errorf("%q stands twice, or not in lower case", word)
			}
			seen[word] = true
		}
	}
}
