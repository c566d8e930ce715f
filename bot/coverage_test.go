package bot_test

import (
	"context"
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
}

func TestCoverageOfNothingSaysSo(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, nil)
	a, err := b.Answer(context.Background(), "/coverage")
	if err != nil || a.Answered || a.Note == "" {
		t.Errorf("%+v, %v", a, err)
	}
}
