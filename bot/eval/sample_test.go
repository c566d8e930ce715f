package eval_test

import (
	"context"
	"io"
	"iter"
	"os"
	"strings"
	"testing"

	"storybot/bot"
	"storybot/bot/eval"
	"storybot/corpus"
	"storybot/corpus/sample"
	"storybot/index"
)

// The set over the sample articles, and how the bot did on it.
const (
	sampleQuestions = "testdata/sample.jsonl"
	sampleScores    = "testdata/scores.jsonl"
)

// tolerance is how much a measure may fall: less than one question in a hundred.
const tolerance = 0.005

func readFile[T any](t testing.TB, path string, read func(io.Reader, string) (T, error)) T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	v, err := read(f, path)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// sampleIndex indexes the sample articles.
func sampleIndex(t testing.TB) *index.Index {
	t.Helper()
	ix, err := index.InMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	read := func(ctx context.Context, report func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return corpus.ReadFS(ctx, sample.FS(), corpus.Options{}, report), nil
	}
	if _, err := ix.Refresh(t.Context(), read, index.RefreshOptions{}); err != nil {
		t.Fatal(err)
	}
	return ix
}

func TestTheSampleQuestionsGoNoWorseThanTheyDid(t *testing.T) {
	t.Parallel()
	questions := readFile(t, sampleQuestions, eval.Read)
	report, err := eval.Run(t.Context(), bot.New(sampleIndex(t), bot.Options{}), questions)
	if err != nil {
		t.Fatal(err)
	}
	c := eval.Compare(readFile(t, sampleScores, eval.ReadReport), report, tolerance)
	if fallen := c.Fallen(); fallen != nil || c.New+c.Gone > 0 {
		var text strings.Builder
		if err := c.WriteText(&text); err != nil {
			t.Fatal(err)
		}
		t.Errorf("%s fell, or the questions and %s differ:\n%s", strings.Join(fallen, ", "), sampleScores, text.String())
	}
}

func TestTheSampleQuestionsFitTheSampleArticles(t *testing.T) {
	t.Parallel()
	questions := readFile(t, sampleQuestions, eval.Read)
	ix := sampleIndex(t)
	sources, err := ix.Sources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var articles []bot.Reference
	for _, a := range sources {
		articles = append(articles, bot.Reference{Source: a.Source, ID: a.ID, Path: a.Path})
	}
	misfits, err := eval.Misfits(questions, articles, func(id string) (string, error) {
		r, _, err := ix.Article(t.Context(), id)
		return r.Text, err
	})
	if err != nil || misfits != nil {
		t.Errorf("%v: %s", err, strings.Join(misfits, "\n"))
	}
	silence := 0
	for _, q := range questions {
		if q.Silence {
			silence++
		}
	}
	if 5*silence < len(questions) {
		t.Errorf("%d of %d questions cannot be answered: less than a fifth", silence, len(questions))
	}
}
