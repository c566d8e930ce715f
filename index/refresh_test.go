package index

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"
	"time"

	"storybot/corpus"
)

func TestRefreshDoesOnlyWhatChanged(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		ferry := article("ferry", "The ferry", "The ferry Aurora ran aground near Lowestead.")
		bridge := article("bridge", "The bridge", "The bridge at Penwick was closed.")
		if !ix.Refreshed().IsZero() {
			t.Error("an empty index says that it was refreshed")
		}
		expectReport(t, refreshed(t, ix, ferry, bridge), 2, 0, 0, 0, len(ferry.Text)+len(bridge.Text))
		if ix.Refreshed().IsZero() {
			t.Error("a whole refresh leaves no time")
		}
		expectReport(t, refreshed(t, ix, bridge, ferry), 0, 0, 0, 2, 0)

		ferry.Text = "The ferry Aurora was towed to Arendale."
		tunnel := article("tunnel", "The tunnel", "A tunnel opened in Wexcombe.")
		expectReport(t, refreshed(t, ix, ferry, tunnel), 1, 1, 1, 0, len(ferry.Text)+len(tunnel.Text))
		expectIDs(t, ix, "ferry tunnel")
		if got := found(searched(t, ix, terms(ix, "aground bridge towed tunnel"))); !strings.Contains(got, "ferry:0") || !strings.Contains(got, "tunnel:0") || len(got) > len("tunnel:0 ferry:0") {
			t.Errorf("found %q, want the towed ferry and the tunnel", got)
		}
		if got := found(searched(t, ix, terms(ix, "aground"))); got != "" {
			t.Errorf("a word that is gone is found in %q", got)
		}
		expectReport(t, refreshed(t, ix), 0, 0, 2, 0, 0)
		expectIDs(t, ix, "")
	})
}

func TestRefreshSeesAChangeOfAnythingShown(t *testing.T) {
	t.Parallel()
	base := from(article("a", "Ferry sold", "The ferry was sold."), "Harbour Post", "2024-03-01")
	for name, change := range map[string]func(*corpus.Article){
		"title":  func(a *corpus.Article) { a.Title = "Ferry sold again" },
		"outlet": func(a *corpus.Article) { a.Outlet = "Ledger" },
		"author": func(a *corpus.Article) { a.Author = "Agnes Abbott" },
		"url":    func(a *corpus.Article) { a.URL = "https://example.org/a" },
		"path":   func(a *corpus.Article) { a.Path = "moved.txt" },
		"day":    func(a *corpus.Article) { a.Published = a.Published.AddDate(0, 0, 1) },
		"text":   func(a *corpus.Article) { a.Text += " So it was." },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ix := inMemory(t, base)
			changed := base
			change(&changed)
			analysed := 0 // a reading depends on the words and on the day
			if name == "title" || name == "day" || name == "text" {
				analysed = len(changed.Text)
			}
			expectReport(t, refreshed(t, ix, changed), 0, 1, 0, 0, analysed)
			got, ok, err := ix.Article(t.Context(), "a")
			if err != nil || !ok || got.Article != changed {
				t.Errorf("the index holds %+v (%v, %v), want %+v", got.Article, ok, err, changed)
			}
		})
	}
}

func TestRefreshLeavesNoPassageOfALongerText(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		refreshed(t, ix, article("a", "", paragraphs(6, "story")), article("b", "", paragraphs(2, "other")))
		if n := len(searched(t, ix, terms(ix, "story"))); n != 6 {
			t.Fatalf("%d passages, want 6: the test's text is not as it expects", n)
		}
		refreshed(t, ix, article("a", "", paragraphs(2, "story")), article("b", "", paragraphs(2, "other")))
		if got := found(searched(t, ix, terms(ix, "story"))); got != "a:0 a:1" {
			t.Errorf("found %q, want a:0 a:1", got)
		}
		if _, passages, err := ix.Counts(t.Context()); err != nil || passages != 4 {
			t.Errorf("Counts: %d passages, %v; want 4", passages, err)
		}
		refreshed(t, ix, article("b", "", paragraphs(2, "other")))
		if got := found(searched(t, ix, Query{})); got != "b:0 b:1" {
			t.Errorf("all passages: %q, want b:0 b:1", got)
		}
	})
}

func TestForceAnalysesEverything(t *testing.T) {
	t.Parallel()
	a := article("a", "Ferry", "The ferry was sold.")
	ix := inMemory(t, a)
	got, err := ix.Refresh(t.Context(), listed(a), RefreshOptions{Force: true})
	if err != nil {
		t.Fatal(err)
	}
	expectReport(t, got, 0, 1, 0, 0, len(a.Text))
	expectIDs(t, ix, "a")
}

func TestUnreadFilesKeepTheirArticles(t *testing.T) {
	t.Parallel()
	at := func(path string) corpus.Article {
		a := article(path, "", "The ferry was sold.")
		a.Path = path
		return a
	}
	all := []corpus.Article{at("news/a.txt"), at("news/b.jsonl#1"), at("news/b.jsonl#2"), at("news/deep/c.txt"), at("news2/d.txt"), at("news/a.txt.gz")}
	for _, c := range []struct {
		unread, kept string
	}{
		{"news/a.txt", "news/a.txt"},
		{"news/b.jsonl", "news/b.jsonl#1 news/b.jsonl#2"},
		{"news", "news/a.txt news/a.txt.gz news/b.jsonl#1 news/b.jsonl#2 news/deep/c.txt"},
		{"news/deep", "news/deep/c.txt"},
		{"new", ""},
		{".", "news/a.txt news/a.txt.gz news/b.jsonl#1 news/b.jsonl#2 news/deep/c.txt news2/d.txt"},
	} {
		t.Run(c.unread, func(t *testing.T) {
			t.Parallel()
			ix := inMemory(t, all...)
			got, err := ix.Refresh(t.Context(), withProblems([]corpus.Problem{
				{Path: c.unread, Reason: "permission denied", Unread: true},
				{Path: "news2/d.txt", Reason: "only passed over"},
			}), RefreshOptions{RemoveMost: true})
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Problems) != 2 {
				t.Errorf("problems: %v, want 2", got.Problems)
			}
			expectIDs(t, ix, c.kept)
		})
	}
}

func TestUnreadRootKeepsItsArticles(t *testing.T) {
	t.Parallel()
	a := article("a", "", "The ferry was sold.")
	a.Path = "/a.txt"
	ix := inMemory(t, a)
	if _, err := ix.Refresh(t.Context(), withProblems([]corpus.Problem{{Path: "/", Unread: true}}), RefreshOptions{}); err != nil {
		t.Fatal(err)
	}
	expectIDs(t, ix, "a")
}

func TestAnIDGivenTwiceIsReadOnce(t *testing.T) {
	t.Parallel()
	first, second := article("a", "First", "The ferry was sold."), article("a", "Second", "The bridge was sold.")
	ix := inMemory(t)
	got := refreshed(t, ix, first, second)
	expectReport(t, got, 1, 0, 0, 0, len(first.Text))
	if len(got.Problems) != 1 || !strings.Contains(got.Problems[0].Reason, `"a"`) {
		t.Errorf("problems: %v, want one that names the id", got.Problems)
	}
	if r, _, _ := ix.Article(t.Context(), "a"); r.Title != "First" {
		t.Errorf("the index holds %q, want the first", r.Title)
	}
}

// cancelledAfter is a corpus that calls cancel after n articles.
func cancelledAfter(n int, cancel func(), articles ...corpus.Article) Corpus {
	return func(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return func(yield func(corpus.Article) bool) {
			for i, a := range articles {
				if i == n {
					cancel()
				}
				if !yield(a) {
					return
				}
			}
		}, nil
	}
}

func TestACancelledRefreshRemovesNothingAndTheNextCompletesIt(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		all := invented(8)
		for i := range all {
			all[i].Text = "Long: " + strings.Repeat("x", batchBytes/4) // several batches
		}
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		onceWritten := func() {
			for start := time.Now(); len(ids(t, ix)) == 0 && time.Since(start) < 20*time.Second; {
				time.Sleep(time.Millisecond)
			}
			cancel()
		}
		_, err := ix.Refresh(ctx, cancelledAfter(6, onceWritten, all...), RefreshOptions{})
		expectError(t, "cancelled while it is built", err, context.Canceled)
		if !ix.Refreshed().IsZero() {
			t.Error("an index that was never whole says that it was refreshed")
		}
		before := len(ids(t, ix))
		if before == 0 || before == len(all) {
			t.Errorf("%d of %d articles were written: the test's corpus is not as it expects", before, len(all))
		}
		got := refreshed(t, ix, all...)
		if got.Same != before || got.Added != len(all)-before {
			t.Errorf("%d had been written; then %d the same and %d added of %d", before, got.Same, got.Added, len(all))
		}
		was := ix.Refreshed()

		ctx, cancel = context.WithCancel(t.Context())
		defer cancel()
		_, err = ix.Refresh(ctx, cancelledAfter(0, cancel, all[0]), RefreshOptions{})
		expectError(t, "cancelled before the end", err, context.Canceled)
		if n := len(ids(t, ix)); n != len(all) {
			t.Errorf("%d articles after a cancelled refresh, want %d", n, len(all))
		}
		if !ix.Refreshed().Equal(was) {
			t.Error("a cancelled refresh counts as whole")
		}
		expectReport(t, refreshed(t, ix, all[0]), 0, 0, len(all)-1, 1, 0)
	})
}

func TestACorpusThatCannotBeReadChangesNothing(t *testing.T) {
	t.Parallel()
	ix := inMemory(t, article("a", "", "The ferry was sold."))
	gone := errors.New("no such folder")
	_, err := ix.Refresh(t.Context(), func(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return nil, gone
	}, RefreshOptions{})
	expectError(t, "a corpus that is not there", err, gone)
	expectIDs(t, ix, "a")
}

func TestOnlyOneRefreshAtATime(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	var inner error
	_, err := ix.Refresh(t.Context(), func(ctx context.Context, _ func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		_, inner = ix.Refresh(ctx, listed(), RefreshOptions{})
		return listed()(ctx, nil)
	}, RefreshOptions{})
	if err != nil {
		t.Fatal(err)
	}
	expectError(t, "a second refresh", inner, ErrRefreshing)
	refreshed(t, ix) // and the lock is free again
}

func TestProgressEndsWithTheReport(t *testing.T) {
	t.Parallel()
	var last Report
	calls := 0
	got, err := inMemory(t).Refresh(t.Context(), listed(invented(5)...), RefreshOptions{Progress: func(r Report) { last, calls = r, calls+1 }})
	if err != nil {
		t.Fatal(err)
	}
	if calls == 0 || last.Added != 5 || last.Bytes != got.Bytes || last.Took != got.Took || got.Took <= 0 || got.Articles() != 5 {
		t.Errorf("%d calls, the last %+v; the report %+v", calls, last, got)
	}
}

func TestOddArticlesAreKept(t *testing.T) {
	t.Parallel()
	odd := map[string]string{
		"empty": "", "blank": " \n\t ", "marks": "\u0301 ❤️ ‼", "no stop": "ferry", "ancient": "The wall was built 5,000 years ago, in 3000 BC. It fell 2,100 years ago.",
		"future": "It will take 9,000 years. By 9999 it will be done, in December 9999.", "id/with#odd\x20chars": "The ferry was sold.", "日本": "日本の船。",
	}
	eachIndex(t, func(t *testing.T, ix *Index) {
		var all []corpus.Article
		for id, text := range odd {
			all = append(all, from(article(id, id, text), "Ledger", "2024-03-01"))
		}
		refreshed(t, ix, all...)
		for _, a := range all {
			r, ok, err := ix.Article(t.Context(), a.ID)
			if err != nil || !ok || r.Article != a {
				t.Errorf("%s: %+v, %v, %v", a.ID, r.Article, ok, err)
			}
			if _, _, ok, err := ix.ArticleTokens(t.Context(), a.ID); err != nil || !ok {
				t.Errorf("%s: tokens: %v, %v", a.ID, ok, err)
			}
		}
		if _, ok, err := ix.Article(t.Context(), "none"); ok || err != nil {
			t.Errorf("an article that is not there: %v, %v", ok, err)
		}
	})
}
