package index

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"storybot/corpus"
)

// history returns an article's history as "number text read until", the present last.
func history(t *testing.T, ix *Index, id string) string {
	t.Helper()
	h, err := ix.History(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, v := range h.Earlier {
		s := fmt.Sprintf("%d %s %s–%s", v.Number, v.Text, v.Read.Format("01-02"), v.Until.Format("01-02"))
		if v.Withdrawn {
			s += " withdrawn"
		}
		all = append(all, s)
	}
	if h.Present != nil {
		all = append(all, fmt.Sprintf("now %s %s", h.Present.Text, h.Read.Format("01-02")))
	}
	return strings.Join(all, ", ")
}

func expectHistory(t *testing.T, ix *Index, id, want string) {
	t.Helper()
	if got := history(t, ix, id); got != want {
		t.Errorf("history of %s: %q, want %q", id, got, want)
	}
}

func TestAnEarlierWordingIsKept(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		other := article("other", "", "Else.")
		a := from(article("a", "Ferry", "One."), "Post", "2024-01-01")
		refreshedAt(t, ix, "2024-03-01T10:00:00Z", a, other)
		expectHistory(t, ix, "a", "now One. 03-01")
		b := a
		b.Text, b.Title, b.URL, b.Published = "Two.", "The ferry", "https://example.org", date("2024-01-02")
		refreshedAt(t, ix, "2024-03-02T10:00:00Z", b, other)
		expectHistory(t, ix, "a", "1 One. 03-01–03-02, now Two. 03-02")
		h, err := ix.History(t.Context(), "a")
		if err != nil || h.Earlier[0].Article != a || h.Present.Article != b {
			t.Errorf("history: %+v, %v", h, err)
		}
		b.Outlet, b.Path = "Ledger", "elsewhere" // no other wording
		refreshedAt(t, ix, "2024-03-03T10:00:00Z", b, other)
		expectHistory(t, ix, "a", "1 One. 03-01–03-02, now Two. 03-02")
		b.Title = "Ferries"
		refreshedAt(t, ix, "2024-03-04T10:00:00Z", b, other)
		expectHistory(t, ix, "a", "1 One. 03-01–03-02, 2 Two. 03-02–03-04, now Two. 03-04")
		if v, ok := h.Version(1); !ok || v.Text != "One." {
			t.Errorf("version 1: %+v, %t", v, ok)
		}
		if _, ok := h.Version(3); ok {
			t.Error("a version that is not there")
		}
		expectHistory(t, ix, "other", "now Else. 03-01")
		expectHistory(t, ix, "none", "")
	})
}

func TestAWithdrawnArticleLeavesItsLastWording(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		a, other := article("a", "Ferry", "One."), article("other", "", "Else.")
		refreshedAt(t, ix, "2024-03-01T10:00:00Z", a, other)
		refreshedAt(t, ix, "2024-03-02T10:00:00Z", other)
		expectHistory(t, ix, "a", "1 One. 03-01–03-02 withdrawn")
		for after, want := range map[string]int{"2024-02-01": 1, "2024-03-02": 1, "2024-03-03": 0} {
			if gone, err := ix.Withdrawn(t.Context(), date(after)); err != nil || len(gone) != want {
				t.Errorf("withdrawn after %s: %v, %v; want %d", after, gone, err, want)
			}
		}
		if got := lastChange(t, ix); !got.Equal(date("2024-03-02").Add(10 * time.Hour)) {
			t.Errorf("the last change is of %s", got)
		}
		if hits := searched(t, ix, terms(ix, "one")); len(hits) > 0 {
			t.Errorf("a search finds %s", found(hits))
		}
		a.Text = "Two."
		refreshedAt(t, ix, "2024-03-03T10:00:00Z", a, other) // it is back
		expectHistory(t, ix, "a", "1 One. 03-01–03-02, now Two. 03-03")
		expectSince(t, ix, date("2024-03-03"), "a 2024-03-03T10:00:00Z")
		if gone, err := ix.Withdrawn(t.Context(), time.Time{}); err != nil || len(gone) > 0 {
			t.Errorf("withdrawn: %v, %v; want none", gone, err)
		}
	})
}

func TestOnlyTheLatestVersionsAreKept(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	for n := range 8 {
		refreshedAt(t, ix, fmt.Sprintf("2024-03-%02dT00:00:00Z", n+1), article("a", "", fmt.Sprintf("No %d.", n+1)))
	}
	expectHistory(t, ix, "a", "3 No 3. 03-03–03-04, 4 No 4. 03-04–03-05, 5 No 5. 03-05–03-06, 6 No 6. 03-06–03-07, 7 No 7. 03-07–03-08, now No 8. 03-08")

	long := func(n int) corpus.Article { return article("a", "", strings.Repeat(fmt.Sprint(n), keptBytes/2-1)) }
	for n := range 4 {
		refreshed(t, ix, long(n))
	}
	if h, err := ix.History(t.Context(), "a"); err != nil || len(h.Earlier) != 2 || h.Earlier[1].Text != long(2).Text {
		t.Errorf("%d versions of half the space are kept, %v; want the latest 2", len(h.Earlier), err)
	}
}

func TestOnlyTheLatestWithdrawnArticlesAreKept(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	var all []corpus.Article
	for n := range keptWithdrawn + 20 {
		all = append(all, article(fmt.Sprintf("%04d", n), "", fmt.Sprintf("Ferry %d was sold.", n)))
	}
	refreshedAt(t, ix, "2024-03-01T00:00:00Z", all...)
	refreshedAt(t, ix, "2024-03-02T00:00:00Z", all[:keptWithdrawn+10]...)
	refreshedAt(t, ix, "2024-03-03T00:00:00Z")
	gone, err := ix.Withdrawn(t.Context(), time.Time{})
	if err != nil || len(gone) != keptWithdrawn {
		t.Fatalf("%d withdrawn articles are kept, %v", len(gone), err)
	}
	if v := gone[0]; v.Until != date("2024-03-03") || !strings.HasPrefix(v.Text, "Ferry ") {
		t.Errorf("the latest is %+v", v)
	}
}

func TestAFileWithANewNameIsTheSameArticle(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		one, other := article("old", "", "The ferry was sold to Ann Abbott in May 2024."), article("other", "", "Else.")
		refreshedAt(t, ix, "2024-03-01T10:00:00Z", one, other)
		one.Text = "The ferry was sold to Ann Abbott in June 2024."
		refreshedAt(t, ix, "2024-03-02T10:00:00Z", one, other)
		want := searched(t, ix, terms(ix, "ferry"))
		moved := one
		moved.ID, moved.Path = "new", "new.txt"
		expectReport(t, refreshedAt(t, ix, "2024-03-03T10:00:00Z", moved, other), 0, 1, 0, 1, 0)
		expectHistory(t, ix, "old", "")
		expectHistory(t, ix, "new",
			"1 The ferry was sold to Ann Abbott in May 2024. 03-01–03-02, now The ferry was sold to Ann Abbott in June 2024. 03-02")
		expectSince(t, ix, date("2024-03-03"), "")
		if gone, err := ix.Withdrawn(t.Context(), time.Time{}); err != nil || len(gone) > 0 {
			t.Errorf("withdrawn: %v, %v; want none", gone, err)
		}
		hits := searched(t, ix, terms(ix, "ferry"))
		if len(hits) != 1 || hits[0].Article != "new" || hits[0].Score != want[0].Score {
			t.Errorf("found %v, want as before %v", hits, want)
		}
		r, _, err := ix.Article(t.Context(), "new")
		fresh := corpus.Analyze(moved)
		if err != nil || r.Article != moved || !reflect.DeepEqual(r.Mentions, fresh.Mentions) || len(r.Dates) != len(fresh.Dates) {
			t.Errorf("the reading is %+v, %v; want %+v", r, err, fresh)
		}
	})
}

func TestAMoveIsKnownAgainAfterACrash(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	one, other := article("old", "", "The ferry was sold."), article("other", "", "Else.")
	refreshedAt(t, ix, "2024-03-01T10:00:00Z", one, other)
	moved := one
	moved.ID, moved.Path = "new", "new.txt"
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ix.pace.batch = 1
	written := func(r Report) {
		if r.Added > 0 {
			cancel()
		}
	}
	ix.pace.progress = 0
	if _, err := ix.Refresh(ctx, listed(moved, other), RefreshOptions{Progress: written}); err == nil {
		t.Fatal("the refresh was not cut short")
	}
	expectIDs(t, ix, "new old other")
	expectReport(t, refreshedAt(t, ix, "2024-03-03T10:00:00Z", moved, other), 0, 1, 0, 1, 0)
	expectHistory(t, ix, "new", "now The ferry was sold. 03-01")
	expectHistory(t, ix, "old", "")
}

// TestAReadingDependsOnWordsAndDayAlone guards what a reading of the same words is used
// again for.
func TestAReadingDependsOnWordsAndDayAlone(t *testing.T) {
	t.Parallel()
	for _, a := range invented(20) {
		b := a
		b.ID, b.Path, b.Outlet, b.Author, b.URL = "b", "b.txt", "Agnes Abbott's Wire", "Ann Abbott", "https://example.org/2023/01/02"
		got, want := corpus.Analyze(b), corpus.Analyze(a)
		got.Article = want.Article
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s is read in another way where only its source differs", a.ID)
		}
	}
}

func TestACopyIsNotTakenForTheSameArticle(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	one := article("one", "Ferry", "The ferry was sold.")
	refreshedAt(t, ix, "2024-03-01T10:00:00Z", one)
	two := one
	two.ID, two.Path = "two", "two.txt"
	expectReport(t, refreshedAt(t, ix, "2024-03-02T10:00:00Z", one, two), 1, 0, 0, 1, 0)
	expectIDs(t, ix, "one two")
	expectSince(t, ix, date("2024-03-01"), "two 2024-03-02T10:00:00Z")
}

func TestARefreshThatWouldRemoveMostStops(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		all := invented(6)
		refreshed(t, ix, all...)
		was := ix.Refreshed()
		fresh := article("fresh", "", "A tunnel opened.")
		for _, o := range []RefreshOptions{{DryRun: true}, {}} {
			r, err := ix.Refresh(t.Context(), listed(append(all[:2:2], fresh)...), o)
			expectError(t, "4 of 6 gone", err, ErrMostGone)
			if !strings.Contains(fmt.Sprint(err), "4 of 6 articles") {
				t.Errorf("the error says %q", err)
			}
			expectReport(t, r, 1, 0, 0, 2, r.Bytes)
		}
		if n := len(ids(t, ix)); n != 7 || ix.Refreshed() != was {
			t.Errorf("%d articles, want all 6 and the new one", n)
		}
		r, err := ix.Refresh(t.Context(), listed(append(all[:2:2], fresh)...), RefreshOptions{RemoveMost: true})
		if err != nil {
			t.Fatal(err)
		}
		expectReport(t, r, 0, 0, 4, 3, 0)
	})
}

func TestARefusedRefreshCountsAMovedArticleAsAdded(t *testing.T) {
	t.Parallel()
	all := invented(6)
	moved := all[1]
	moved.ID, moved.Path = "moved", "moved.txt"
	for _, dry := range []bool{true, false} {
		ix := inMemory(t, all...)
		r, err := ix.Refresh(t.Context(), listed(all[0], moved), RefreshOptions{DryRun: dry})
		expectError(t, "4 of 6 gone", err, ErrMostGone)
		expectReport(t, r, 1, 0, 0, 1, 0)
		if dry {
			continue
		}
		r, err = ix.Refresh(t.Context(), listed(all[0], moved), RefreshOptions{})
		expectError(t, "4 of 6 still gone", err, ErrMostGone)
		expectReport(t, r, 0, 0, 0, 2, 0)
		expectReport(t, refreshed(t, ix, all[0], moved), 0, 1, 4, 1, 0)
	}
}

func TestHalfOfTheArticlesMayGo(t *testing.T) {
	t.Parallel()
	ix := inMemory(t, invented(6)...)
	if r, err := ix.Refresh(t.Context(), listed(invented(6)[:3]...), RefreshOptions{}); err != nil || r.Removed != 3 {
		t.Errorf("%+v, %v", r, err)
	}
	if r, err := ix.Refresh(t.Context(), listed(), RefreshOptions{}); err != nil || r.Removed != 3 {
		t.Errorf("an index of three articles is guarded: %+v, %v", r, err)
	}
}

func TestADryRunReportsAndChangesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	all := invented(6)
	built(t, dir, all...)
	ix, err := OpenReadOnly(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	was := ix.Refreshed()
	changed, moved := all[0], all[1]
	changed.Text += " It was so."
	moved.ID, moved.Path = "moved", "moved.txt"
	r, err := ix.Refresh(t.Context(), listed(changed, moved, all[2], all[3], all[4], article("new", "", "New.")), RefreshOptions{DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	expectReport(t, r, 1, 2, 1, 3, 0)
	if got := ids(t, ix); len(got) != 6 || ix.Refreshed() != was {
		t.Errorf("the index holds %v", got)
	}
}

func TestBrokenVersionsAreNoReasonToStop(t *testing.T) {
	t.Parallel()
	ix := inMemory(t, article("a", "", "One."))
	d := versionsDocument("a", []Version{{Number: 1}})
	batch := ix.bleve.NewBatch()
	d.AddField(stored(versionsField, []byte{9}))
	if err := errors.Join(batch.IndexAdvanced(d), ix.bleve.Batch(batch)); err != nil {
		t.Fatal(err)
	}
	refreshed(t, ix, article("a", "", "Two."))
	if h, err := ix.History(t.Context(), "a"); err != nil || len(h.Earlier) != 1 || h.Earlier[0].Text != "One." {
		t.Errorf("%+v, %v", h, err)
	}
}

func TestVersionsComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	want := []Version{
		{Article: from(article("a/b", "Tïtle", "Text.\n"), "Ledger", "2024-03-01"), Number: 7, Read: date("2024-03-02"), Until: date("2024-03-03")},
		{Article: corpus.Article{ID: "a/b", Path: "p#1", Source: corpus.Source{Author: "Ann", URL: "https://example.org"}}, Number: 8, Withdrawn: true},
	}
	whole := encodeVersions(want)
	got, err := decodeVersions(whole)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
	for n := range whole {
		if _, err := decodeVersions(whole[:n]); err == nil {
			t.Errorf("the first %d of %d bytes give no error", n, len(whole))
		}
	}
}

func FuzzDecodeVersions(f *testing.F) {
	f.Add(encodeVersions([]Version{{Article: article("a", "T", "Text."), Number: 1}}))
	f.Add([]byte{0xff, 0xff, 0x03, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		all, err := decodeVersions(b)
		if err == nil && len(all) > len(b) {
			t.Errorf("%d versions of %d bytes", len(all), len(b))
		}
	})
}
