package index

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"

	"storybot/corpus"
)

// edition returns an article in its edition n, whose every sentence names the edition;
// odd editions have more passages.
func edition(id string, n int) corpus.Article {
	word := fmt.Sprintf("edition%d", n)
	a := article(id, word, paragraphs(2+3*(n%2), word))
	a.Outlet = word
	return a
}

// TestSearchesDuringARefreshSeeWholeArticles asks while articles change: whatever comes
// back is one edition or another, never a mix of two.
func TestSearchesDuringARefreshSeeWholeArticles(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		ids := []string{"a", "b", "c"}
		write := func(n int) {
			var all []corpus.Article
			for _, id := range ids {
				all = append(all, edition(id, n))
			}
			refreshed(t, ix, all...)
		}
		write(0)
		done := make(chan struct{})
		var readers sync.WaitGroup
		for range 3 {
			readers.Go(func() {
				for i := 0; ; i++ {
					select {
					case <-done:
						return
					default:
					}
					expectOneEdition(t, ix, ids[i%len(ids)])
					expectEarlierEditions(t, ix, ids[i%len(ids)])
					expectWholeArticles(t, ix, len(ids))
				}
			})
		}
		for n := 1; n <= 12; n++ {
			write(n)
		}
		close(done)
		readers.Wait()
	})
}

// expectOneEdition checks that an article's parts all come from the same edition.
func expectOneEdition(t *testing.T, ix *Index, id string) {
	r, ok, err := ix.Article(t.Context(), id)
	if err != nil || !ok {
		t.Errorf("article %s: %v, %v", id, ok, err)
		return
	}
	if r.Outlet != r.Title || strings.Count(r.Text, r.Title+" ") != len(r.Sentences) {
		t.Errorf("%s: title %s, outlet %s, %d sentences of a text that starts %.40q", id, r.Title, r.Outlet, len(r.Sentences), r.Text)
	}
	for _, s := range r.Sentences {
		if text := s.Of(r.Text); !strings.Contains(text, r.Title) || !strings.HasSuffix(text, ".") {
			t.Errorf("%s, %s: sentence %q", id, r.Title, text)
		}
	}
	for _, m := range r.Mentions {
		if text := m.Of(r.Text); text != "Lowestead" {
			t.Errorf("%s, %s: mention %q", id, r.Title, text)
		}
	}
}

// expectEarlierEditions checks that an article's earlier wordings are the editions before
// its present one, none left out and none twice.
func expectEarlierEditions(t *testing.T, ix *Index, id string) {
	h, err := ix.History(t.Context(), id)
	if err != nil || h.Present == nil {
		t.Errorf("history of %s: %+v, %v", id, h.Present, err)
		return
	}
	n, _ := strconv.Atoi(strings.TrimPrefix(h.Present.Title, "edition"))
	for i, v := range h.Earlier {
		want := edition(id, n-len(h.Earlier)+i)
		if v.Article != want {
			t.Errorf("%s, %s: earlier wording %d of %d is %s", id, h.Present.Title, i+1, len(h.Earlier), v.Title)
		}
	}
	if len(h.Earlier) != min(n, keptVersions) {
		t.Errorf("%s, %s: %d earlier wordings", id, h.Present.Title, len(h.Earlier))
	}
}

// expectWholeArticles checks that a search finds all passages of an edition, or none.
func expectWholeArticles(t *testing.T, ix *Index, articles int) {
	hits, err := ix.Search(t.Context(), Query{Limit: 1000})
	if err != nil {
		t.Error(err)
		return
	}
	count := map[string]int{}
	for _, h := range hits {
		count[h.Article]++
	}
	for id, n := range count {
		if n != 2 && n != 5 {
			t.Errorf("a search finds %d passages of %s, want 2 or 5", n, id)
		}
	}
	if len(count) != articles {
		t.Errorf("a search finds %d articles, want %d", len(count), articles)
	}
}

func TestReadersComeAndGoWhileTheIndexCloses(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		refreshed(t, ix, invented(5)...)
		var readers sync.WaitGroup
		for range 4 {
			readers.Go(func() {
				for range 50 { // an error is right once it is closed; a panic never is
					ix.Article(t.Context(), "story-001")
					ix.Names(t.Context(), "", 3)
					ix.Search(t.Context(), Query{Limit: 3})
					ix.Sources(t.Context())
				}
			})
		}
		if err := ix.Close(); err != nil {
			t.Error(err)
		}
		readers.Wait()
	})
}
