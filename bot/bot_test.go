package bot

import (
	"context"
	"testing"

	"storybot/corpus"
	"storybot/index"
)

func TestAnAnswerWhoseQuotesAllFailIsNone(t *testing.T) {
	t.Parallel()
	ix, err := index.InMemory()
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	gone := Quote{Text: "Ada Bly flew.", Span: corpus.Span{Start: 0, End: 13}, Article: Reference{ID: "gone"}}
	a := Answer{Answered: true, Quotes: []Quote{gone}}
	whole, err := New(ix, Options{}).verify(context.Background(), &a)
	if err != nil || whole || a.Answered || len(a.Quotes) != 0 || a.Note == "" {
		t.Errorf("verify left %+v (whole: %v, error: %v), want no answer and a note", a, whole, err)
	}
	help := Answer{Answered: true, Note: "help"}
	if whole, err := New(ix, Options{}).verify(context.Background(), &help); err != nil || !whole || !help.Answered || help.Note != "help" {
		t.Errorf("verify left %+v (whole: %v, error: %v) of an answer without quotes, want it untouched", help, whole, err)
	}
}
