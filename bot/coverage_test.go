package bot_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"storybot/corpus"
)

func TestCoverageTellsWhatThereIsAndWhatThereIsNot(t *testing.T) {
	t.Parallel()
	articles := append(minister(), corpus.Article{ID: "u", Path: "u.txt", Text: "A tunnel is a hole."})
	a := answer(t, articles, "/coverage")
	facts := map[string]string{}
	for _, f := range a.Facts {
		facts[f.Label] = f.Value
	}
	for label, want := range map[string]string{
		"Articles":     "5 articles in 5 passages",
		"Outlets":      "Marsh Times 2, Velden Post 2, outlet unknown 1",
		"Published":    "2 March 2015 to 9 January 2022",
		"Date unknown": "1 article",
		"Nothing from": "3 March 2015 to 3 May 2021; 2 June 2021 to 8 January 2022",
	} {
		if facts[label] != want {
			t.Errorf("%s: %q, want %q", label, facts[label], want)
		}
	}
	if facts["Last refresh"] == "" {
		t.Error("the last refresh is not told")
	}
	if told, ok := facts["Copies"]; ok {
		t.Errorf("copies are told of where there are none: %q", told)
	}
}

func TestCoverageCountsTheArticlesThatStandUnderOthers(t *testing.T) {
	t.Parallel()
	wire := read(t, parseArchive(t, "testdata/wire.txtar").Files)
	many := slices.Clone(wire)
	for n := range 1100 {
		many = append(many, told(fmt.Sprint("n", n), "", fmt.Sprintf("The tide at Halven stood at %d inches that day.", n)))
	}
	for _, c := range []struct {
		name     string
		articles []corpus.Article
		want     string
	}{
		{"one story in five outlets", wire, "Copies: 4 articles, under others that tell the same story in mostly the same words\n"},
		{"two outlets of them", wire[:2], "Copies: 1 article, under others"},
		{"among very many", many, "Copies: about "},
	} {
		b, _ := newBot(t, c.articles)
		if got := reply(t, b, "/coverage"); !strings.Contains(got, c.want) {
			t.Errorf("%s: want %q in\n%s", c.name, c.want, got)
		}
	}
}

func TestCoverageOfNothingSaysSo(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, nil)
	a, err := b.Answer(context.Background(), "/coverage")
	if err != nil || a.Answered || a.Note == "" {
		t.Errorf("%+v, %v", a, err)
	}
}
