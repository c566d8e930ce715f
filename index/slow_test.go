package index

import (
	"context"
	"iter"
	"testing"
	"time"

	"storybot/corpus"
)

func TestReadersSeeArticlesWhileACorpusIsSlow(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	ix.pace.age = time.Millisecond
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	seen := make(chan bool)
	slow := func(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return func(yield func(corpus.Article) bool) {
			if !yield(article("first", "", "The ferry was sold.")) {
				return
			}
			for ctx.Err() == nil && len(searched(t, ix, terms(ix, "ferry"))) == 0 {
				time.Sleep(time.Millisecond)
			}
			close(seen)
			yield(article("second", "", "The ferry was bought."))
		}, nil
	}
	if _, err := ix.Refresh(ctx, slow, RefreshOptions{}); err != nil {
		t.Fatal(err)
	}
	<-seen
	if got := found(searched(t, ix, terms(ix, "ferry"))); got != "first:0 second:0" {
		t.Errorf("found %q", got)
	}
}

func TestAnArticleThatIsCalledUnchangedAndIsNotKnownEndsNothing(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	a := article("known", "", "The ferry was sold.")
	r := refreshed(t, ix, corpus.Article{ID: "unknown", Unchanged: true}, a)
	if r.Same != 1 || r.Added != 1 {
		t.Errorf("the report says %+v", r)
	}
}
