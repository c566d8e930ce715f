package index

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"storybot/corpus"
)

// refreshedAt makes the index hold just these articles, as of a time.
func refreshedAt(t *testing.T, ix *Index, at string, articles ...corpus.Article) Report {
	t.Helper()
	now, err := time.Parse(time.RFC3339, at)
	if err != nil {
		t.Fatal(err)
	}
	r, err := ix.Refresh(t.Context(), listed(articles...), RefreshOptions{RemoveMost: true, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// expectSince compares what came after a time, as "id day" and a mark for what was changed.
func expectSince(t *testing.T, ix *Index, after time.Time, want string) {
	t.Helper()
	all, err := ix.Since(t.Context(), after)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range all {
		s := fmt.Sprintf("%s %s", a.ID, a.Read.Format(time.RFC3339))
		if a.Changed {
			s += " changed"
		}
		if a.Text != "" {
			s += " with text"
		}
		got = append(got, s)
	}
	if got := strings.Join(got, ", "); got != want {
		t.Errorf("since %s: %q, want %q", after, got, want)
	}
}

func lastChange(t *testing.T, ix *Index) time.Time {
	t.Helper()
	at, err := ix.LastChange(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestSinceTellsWhatWasAddedAndChanged(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		ferry, bridge := article("ferry", "Ferry", "The ferry was sold."), article("bridge", "Bridge", "The bridge was sold.")
		tunnel := article("tunnel", "Tunnel", "The tunnel was sold.")
		refreshedAt(t, ix, "2024-03-01T10:00:00Z", ferry, bridge)
		expectSince(t, ix, time.Time{}, "") // the first refresh is no news
		ferry.Text = "The ferry was given away."
		refreshedAt(t, ix, "2024-03-02T10:00:00.5Z", ferry, bridge, tunnel)
		expectSince(t, ix, time.Time{}, "ferry 2024-03-02T10:00:00Z changed, tunnel 2024-03-02T10:00:00Z")
		tunnel.Text = "The tunnel was closed."
		bridge.Path = "elsewhere.txt"
		refreshedAt(t, ix, "2024-03-03T10:00:00Z", ferry, bridge, tunnel)
		expectSince(t, ix, date("2024-03-01"), "tunnel 2024-03-03T10:00:00Z, ferry 2024-03-02T10:00:00Z changed")
		expectSince(t, ix, date("2024-03-03"), "tunnel 2024-03-03T10:00:00Z changed")
		expectSince(t, ix, lastChange(t, ix), "")
		expectSince(t, ix, lastChange(t, ix).Add(-time.Second), "tunnel 2024-03-03T10:00:00Z changed")
		was := lastChange(t, ix)
		refreshedAt(t, ix, "2024-03-04T10:00:00Z", ferry, bridge, tunnel)
		if got := lastChange(t, ix); !got.Equal(was) || !got.Equal(date("2024-03-03").Add(10*time.Hour)) {
			t.Errorf("the last change is of %s, want that of the 3rd", got)
		}
		if got := ix.Born(); !got.Equal(date("2024-03-01").Add(10 * time.Hour)) {
			t.Errorf("born %s", got)
		}
		if _, err := ix.Refresh(t.Context(), listed(ferry, bridge, tunnel), RefreshOptions{Force: true}); err != nil {
			t.Fatal(err)
		}
		expectSince(t, ix, date("2024-03-03").Add(11*time.Hour), "") // analysed anew, and the same
	})
}

func TestRefreshesOfOneSecondAreToldApart(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	var all []corpus.Article
	for n := range 3 {
		all = append(all, article(fmt.Sprint(n), "", fmt.Sprintf("The ferry was sold %d times.", n)))
		refreshedAt(t, ix, "2024-03-01T10:00:00Z", all...)
		if n > 0 {
			expectSince(t, ix, lastChange(t, ix).Add(-time.Second), fmt.Sprintf("%d 2024-03-01T10:00:0%dZ", n, n))
		}
	}
}

func TestAFirstRefreshThatWasCutShortIsNoNews(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	all := invented(40)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	if _, err := ix.Refresh(ctx, cancelledAfter(20, cancel, all...), RefreshOptions{}); err == nil {
		t.Fatal("a cancelled refresh gives no error")
	}
	expectSince(t, ix, time.Time{}, "")
	refreshed(t, ix, all...)
	expectSince(t, ix, time.Time{}, "")
}
