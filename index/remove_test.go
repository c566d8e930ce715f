package index

import (
	"context"
	"iter"
	"testing"

	"storybot/corpus"
)

func TestOneArticleIsRemovedAndItsWordingKept(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		a, other := article("a", "Ferry", "Ann Abbott sold the ferry."), article("other", "", "The bridge stands.")
		refreshed(t, ix, a, other)
		for _, want := range []bool{true, false} {
			if removed, err := ix.Remove(t.Context(), "a"); removed != want || err != nil {
				t.Errorf("removed %v, %v; want %v", removed, err, want)
			}
		}
		expectIDs(t, ix, "other")
		if hits := searched(t, ix, terms(ix, "ferry")); len(hits) != 0 {
			t.Errorf("still found: %v", hits)
		}
		if h, err := ix.History(t.Context(), "a"); err != nil || h.Present != nil || len(h.Earlier) != 1 || !h.Earlier[0].Withdrawn {
			t.Errorf("history %+v, %v", h, err)
		}
		if n := names(t, ix, "abbott", 5); n != "" {
			t.Errorf("names are left: %s", n)
		}
		refreshed(t, ix, a, other)
		expectIDs(t, ix, "a other")
	})
}

func TestNothingIsRemovedDuringARefreshOrFromAnIndexThatIsOnlyRead(t *testing.T) {
	t.Parallel()
	ix := inMemory(t, article("a", "Ferry", "One."))
	read := func(ctx context.Context, _ func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		_, err := ix.Remove(ctx, "a")
		expectError(t, "removing during a refresh", err, ErrRefreshing)
		return listed(article("a", "Ferry", "One."))(ctx, nil)
	}
	if _, err := ix.Refresh(t.Context(), read, RefreshOptions{}); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	whole := opened(t, dir)
	refreshed(t, whole, article("a", "Ferry", "One."))
	if err := whole.Close(); err != nil {
		t.Fatal(err)
	}
	only, err := OpenReadOnly(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer only.Close()
	if _, err := only.Remove(t.Context(), "a"); err == nil {
		t.Error("an index that is only read lost an article")
	}
}
