package index

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"storybot/corpus"
)

// rebuilt has the index built anew beside itself, to hold just these articles.
func rebuilt(t *testing.T, ix *Index, articles ...corpus.Article) Report {
	t.Helper()
	return refreshedFrom(t, ix, listed(articles...), RefreshOptions{Rebuild: true, RemoveMost: true})
}

// otherMaking makes an index look as if another version of the program had made it.
func otherMaking(t *testing.T, ix *Index) {
	t.Helper()
	batch := ix.bleve.NewBatch()
	batch.SetInternal(makingKey, []byte("0"))
	if err := ix.bleve.Batch(batch); err != nil {
		t.Fatal(err)
	}
}

// TestReadersSeeNothingOfARebuildButItsEnd asks while an index is built anew again and
// again: no answer fails, and each is of one edition.
func TestReadersSeeNothingOfARebuildButItsEnd(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		ids := []string{"a", "b", "c"}
		write := func(n int, o RefreshOptions) {
			var all []corpus.Article
			for _, id := range ids {
				all = append(all, edition(id, n))
			}
			refreshedFrom(t, ix, listed(all...), o)
		}
		write(0, RefreshOptions{})
		done := make(chan struct{})
		var readers sync.WaitGroup
		for i := range 3 {
			readers.Go(func() {
				for {
					select {
					case <-done:
						return
					default:
					}
					expectOneEdition(t, ix, ids[i])
					expectEarlierEditions(t, ix, ids[i])
					expectWholeArticles(t, ix, len(ids))
					expectOutletsOfOneEdition(t, ix)
					if found, err := ix.Names(t.Context(), "lowestead", 3); err != nil || len(found) != 1 || found[0].Articles != len(ids) {
						t.Errorf("names: %+v, %v", found, err)
					}
					if n, _, err := ix.Counts(t.Context()); err != nil || n != len(ids) || ix.Refreshed().IsZero() {
						t.Errorf("%d articles, %v", n, err)
					}
				}
			})
		}
		for n := 1; n <= 8; n++ {
			write(n, RefreshOptions{Rebuild: true})
		}
		close(done)
		readers.Wait()
	})
}

// expectOutletsOfOneEdition checks that all articles are of the same edition.
func expectOutletsOfOneEdition(t *testing.T, ix *Index) {
	sources, err := ix.Sources(t.Context())
	if err != nil {
		t.Error(err)
		return
	}
	for _, s := range sources {
		if s.Outlet != sources[0].Outlet {
			t.Errorf("%s and %s stand beside each other", s.Outlet, sources[0].Outlet)
		}
	}
}

func TestWhoReadsDuringARebuildFinishesWithTheOldIndex(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		refreshed(t, ix, edition("a", 0), edition("b", 0))
		reader, err := ix.reader()
		if err != nil {
			t.Fatal(err)
		}
		defer reader.Close()
		rebuilt(t, ix, edition("a", 1))
		for _, id := range []string{"a", "b"} {
			if _, r, ok, err := loadFrom(reader, id); err != nil || !ok || r.Article != edition(id, 0) {
				t.Errorf("%s: %q, %v, %v", id, r.Title, ok, err)
			}
		}
		if n, err := reader.count(place{kindField, passageKind}); err != nil || n != 4 {
			t.Errorf("%d passages, %v; want the 4 that there were", n, err)
		}
		expectIDs(t, ix, "a")
	})
}

func TestARebuildSwitchesAllThatIsRemembered(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		a := from(article("a", "", "Agnes Abbott sold the ferry."), "Ledger", "")
		b := from(article("a", "", "Boris Dunmore sold the ferry."), "Gazette", "")
		refreshed(t, ix, a)
		for _, want := range []struct {
			article corpus.Article
			name    string
		}{{b, "Boris Dunmore"}, {a, "Agnes Abbott"}} {
			seenBy(t, ix) // so that there is something to remember
			rebuilt(t, ix, want.article)
			r, _, _, err := ix.ArticleTokens(t.Context(), "a")
			if err != nil || r.Article != want.article {
				t.Errorf("the article is %+v, %v", r.Article, err)
			}
			if got := names(t, ix, "", 9); got != want.name {
				t.Errorf("names %q, want %q", got, want.name)
			}
			if got, err := ix.Outlets(t.Context()); err != nil || !slices.Equal(got, []string{want.article.Outlet}) {
				t.Errorf("outlets %q, %v", got, err)
			}
		}
	})
}

// TestARebuildKeepsWhatTheCorpusDoesNotHave compares with an index that went through the
// same refreshes but was never built anew.
func TestARebuildKeepsWhatTheCorpusDoesNotHave(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		reference := inMemory(t)
		ix.pace, reference.pace = small, small
		day := date("2024-03-01")
		for n := range 6 {
			now := func() time.Time { return day.AddDate(0, 0, n) }
			was := refreshedFrom(t, reference, listed(state(n)...), RefreshOptions{Now: now})
			got := refreshedFrom(t, ix, listed(state(n)...), RefreshOptions{Now: now, Rebuild: n%2 == 1})
			expectReport(t, got, was.Added, was.Changed, was.Removed, was.Same, got.Bytes)
			if got.Rebuilt != (n%2 == 1) || got.Twins != was.Twins {
				t.Errorf("state %d: %+v, want what %+v says", n, got, was)
			}
			expectSameIndex(t, ix, reference)
			expectSameHistory(t, ix, reference)
		}
	})
}

// expectSameHistory compares what two indexes say of the past.
func expectSameHistory(t *testing.T, ix, reference *Index) {
	t.Helper()
	history := func(ix *Index) string {
		since, err := ix.Since(t.Context(), time.Time{})
		gone, errGone := ix.Withdrawn(t.Context(), time.Time{})
		if err := errors.Join(err, errGone); err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		fmt.Fprintln(&b, ix.Born(), lastChange(t, ix), ix.moment(wholeKey))
		for _, a := range since {
			fmt.Fprintln(&b, a.ID, a.Read, a.Changed)
		}
		for _, v := range gone {
			fmt.Fprintln(&b, v.ID, v.Number, v.Until, v.Text)
		}
		return b.String()
	}
	if got, want := history(ix), history(reference); got != want {
		t.Errorf("the past is\n%.900s\nwant\n%.900s", got, want)
	}
}

func TestARebuildKeepsArticlesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		news, feed := article("news", "", "The ferry was sold."), article("feed", "", "Agnes Abbott left the bridge.")
		news.Path, feed.Path = "news/a.txt", "feed/1"
		faulty := article("faulty", "", "The tunnel was closed.")
		first := feed
		first.Text = "Agnes Abbott closed the bridge."
		refreshed(t, ix, news, first, faulty)
		refreshed(t, ix, news, feed, faulty)
		ix.analyse = func(a corpus.Article) corpus.Reading {
			if a.ID == "faulty" {
				panic("out of range")
			}
			return corpus.Analyze(a)
		}
		unread := withProblems([]corpus.Problem{{Path: "feed", Unread: true}}, news, faulty)
		refreshedFrom(t, ix, unread, RefreshOptions{Rebuild: true})
		expectIDs(t, ix, "faulty feed news")
		if got := found(searched(t, ix, terms(ix, "bridge tunnel"))); len(got) != len("feed:0 faulty:0") {
			t.Errorf("found %q, want both that were not read", got)
		}
		h, err := ix.History(t.Context(), "feed")
		if err != nil || h.Present.Text != feed.Text || len(h.Earlier) != 1 || h.Earlier[0].Text != first.Text {
			t.Errorf("%+v, %v", h, err)
		}
		ix.analyse = corpus.Analyze
		expectReport(t, refreshed(t, ix, news, feed, faulty), 0, 0, 0, 3, 0)
	})
}

func TestARebuildReadsFilesThatHaveNotChanged(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	read := folder(t, ix, t.TempDir(), map[string]string{"a.txt": "The ferry was sold.", "b.txt": "The bridge was sold."})
	refreshedFrom(t, ix, read, RefreshOptions{})
	expectReport(t, refreshedFrom(t, ix, read, RefreshOptions{Rebuild: true}), 0, 0, 0, 2, 39)
	expectReport(t, refreshedFrom(t, ix, read, RefreshOptions{}), 0, 0, 0, 2, 0)
}

func TestARebuildThatWouldLoseMostStops(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	all := invented(6)
	ix := opened(t, dir)
	refreshed(t, ix, all...)
	was := seenBy(t, ix)
	r, err := ix.Refresh(t.Context(), listed(all[0], all[1]), RefreshOptions{Rebuild: true})
	expectError(t, "4 of 6 gone", err, ErrMostGone)
	if expectReport(t, r, 0, 0, 0, 0, 0); r.Rebuilt {
		t.Error("the report says that the index was built anew")
	}
	if got := seenBy(t, ix); got != was {
		t.Errorf("the index holds\n%.900s\nwant\n%.900s", got, was)
	}
	if got := entries(t, dir); got != schema {
		t.Errorf("left behind: %s", got)
	}
}

// TestARebuildThatIsCutShortLeavesTheOldIndex ends it at each article and at its end.
func TestARebuildThatIsCutShortLeavesTheOldIndex(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	all := invented(6)
	ix := opened(t, dir)
	ix.pace.batch = 1
	refreshed(t, ix, all...)
	was := seenBy(t, ix)
	failed := errors.New("no such place")
	for n := range len(all) + 2 {
		ctx, cancel := context.WithCancel(t.Context())
		read := cancelledAfter(n, cancel, all...)
		switch n {
		case len(all):
			read = func(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) { return nil, failed }
		case len(all) + 1:
			read = func(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
				return func(yield func(corpus.Article) bool) {
					for _, a := range all {
						yield(a)
					}
					cancel()
				}, nil
			}
		}
		if _, err := ix.Refresh(ctx, read, RefreshOptions{Rebuild: true}); !errors.Is(err, context.Canceled) && !errors.Is(err, failed) {
			t.Errorf("cut short at %d: %v", n, err)
		}
		cancel()
		if got := seenBy(t, ix); got != was {
			t.Errorf("cut short at %d: the index holds\n%.900s\nwant\n%.900s", n, got, was)
		}
		if got := entries(t, dir); got != schema {
			t.Errorf("cut short at %d: left behind: %s", n, got)
		}
	}
	rebuilt(t, ix, all...)
	if got := entries(t, dir); got != schema+"-2" {
		t.Errorf("after a rebuild: %s", got)
	}
	if got := seenBy(t, ix); got != was {
		t.Errorf("the new index holds\n%.900s\nwant\n%.900s", got, was)
	}
}

func TestAnIndexThatIsClosedDuringARebuildStaysAsItWas(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	all := invented(6)
	for n := range len(all) {
		ix := opened(t, dir)
		ix.pace.batch = 1
		refreshed(t, ix, all...)
		read := cancelledAfter(n, func() { ix.Close() }, all...)
		if _, err := ix.Refresh(t.Context(), read, RefreshOptions{Rebuild: true}); err == nil {
			t.Errorf("closed at %d: the rebuild gives no error", n)
		}
		if got := entries(t, dir); got != schema {
			t.Errorf("closed at %d: left behind: %s", n, got)
		}
		reader, err := OpenReadOnly(dir)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(ids(t, reader)); got != len(all) {
			t.Errorf("closed at %d: %d articles", n, got)
		}
		if err := reader.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAnIndexOfAnotherMakingAnswersUntilItIsBuiltAnew(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	all := invented(5)
	ix := opened(t, dir)
	refreshed(t, ix, all...)
	was := seenBy(t, ix)
	otherMaking(t, ix)
	if err := ix.Close(); err != nil {
		t.Fatal(err)
	}
	reader, err := OpenReadOnly(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := seenBy(t, reader); got != was {
		t.Error("a reader sees something else")
	}
	if r := refreshedFrom(t, reader, listed(all...), RefreshOptions{DryRun: true}); r.Rebuilt {
		t.Error("a dry run builds an index")
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	ix = opened(t, dir)
	seen := 0
	r := refreshedFrom(t, ix, listed(all...), RefreshOptions{Progress: func(Report) {
		if seen++; seen == 1 && seenBy(t, ix) != was {
			t.Error("readers see something else during the rebuild")
		}
	}})
	if expectReport(t, r, 0, 0, 0, 5, r.Bytes); !r.Rebuilt || r.Bytes == 0 || ix.isOutdated() {
		t.Errorf("%+v", r)
	}
	if got := seenBy(t, ix); got != was {
		t.Error("readers see something else after the rebuild")
	}
	if r := refreshed(t, ix, all...); r.Rebuilt {
		t.Error("it is built anew once more")
	}
}

// TestWhatIsOpenedIsTheNewestWholeIndex leaves what a process may leave that dies during a
// rebuild, or just after it.
func TestWhatIsOpenedIsTheNewestWholeIndex(t *testing.T) {
	t.Parallel()
	a, b := article("a", "", "The ferry was sold."), article("b", "", "The bridge was sold.")
	for name, c := range map[string]struct {
		prepare func(t *testing.T, dir string)
		want    string // ids
		left    string // folders
	}{
		"begun": {func(t *testing.T, dir string) {
			for _, name := range []string{schema + "-2", schema + "-2" + newSuffix} {
				if err := os.MkdirAll(filepath.Join(dir, name, storeFolder), 0o755); err != nil {
					t.Fatal(err)
				}
			}
		}, "a", schema},
		"half built": {func(t *testing.T, dir string) {
			second, err := create(dir)
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			second.pace.batch = 1
			second.Refresh(ctx, cancelledAfter(3, cancel, invented(5)...), RefreshOptions{})
			leave(t, second)
		}, "a", schema},
		"whole, and the old one is still there": {func(t *testing.T, dir string) {
			old := os.DirFS(filepath.Join(t.TempDir(), schema))
			if err := os.CopyFS(fmt.Sprint(old), os.DirFS(filepath.Join(dir, schema))); err != nil {
				t.Fatal(err)
			}
			second, err := create(dir)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := second.refresh(t.Context(), listed(b), RefreshOptions{}, second); err != nil {
				t.Fatal(err)
			}
			leave(t, second)
			if err := os.CopyFS(filepath.Join(dir, schema), old); err != nil {
				t.Fatal(err)
			}
			otherSchema(t, dir, "storybot-0")
			left, err := create(dir) // what a later process began
			if err != nil {
				t.Fatal(err)
			}
			leave(t, left)
		}, "b", schema + "-2"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			built(t, dir, a)
			c.prepare(t, dir)
			reader, err := OpenReadOnly(dir)
			if err != nil {
				t.Fatal(err)
			}
			expectIDs(t, reader, c.want)
			if err := reader.Close(); err != nil {
				t.Fatal(err)
			}
			ix := opened(t, dir)
			expectIDs(t, ix, c.want)
			if got := entries(t, dir); got != c.left {
				t.Errorf("left are %s, want %s", got, c.left)
			}
			rebuilt(t, ix, a, b)
			expectIDs(t, ix, "a b")
		})
	}
}

// leave closes an index as a process does that dies.
func leave(t *testing.T, ix *Index) {
	t.Helper()
	if err := ix.bleve.now.Close(); err != nil {
		t.Fatal(err)
	}
}
