package store

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

// articleIDs lists the ids of articles.
func articleIDs(t *testing.T, all []Article, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	ids := ""
	for _, a := range all {
		ids += a.ID
	}
	return ids
}

func TestAnOfferWaitsForADay(t *testing.T) {
	t.Parallel()
	s := temporary(t)
	if err := s.Offer("t1", Article{ID: "a", Text: "Ada flew.", At: noon}); err != nil {
		t.Fatal(err)
	}
	for after, want := range map[time.Duration]bool{0: true, 23 * time.Hour: true, 25 * time.Hour: false} {
		if a, ok, err := s.Offered("t1", noon.Add(after)); err != nil || ok != want || a.Text != "Ada flew." {
			t.Errorf("after %s: %+v, %v, %v", after, a, ok, err)
		}
	}
	if _, ok, err := s.Offered("t2", noon); ok || err != nil {
		t.Errorf("another token: %v, %v", ok, err)
	}
}

func TestOnlySoManyOffersWait(t *testing.T) {
	t.Parallel()
	s := temporary(t)
	for i := range maxOffers + 3 {
		if err := s.Offer(fmt.Sprint(i), Article{ID: "a", At: noon.Add(time.Duration(i) * time.Minute)}); err != nil {
			t.Fatal(err)
		}
	}
	last := noon.Add(2 * time.Hour)
	for i, want := range map[int]bool{0: false, 2: false, 3: true, maxOffers + 2: true} {
		if _, ok, err := s.Offered(fmt.Sprint(i), last); ok != want || err != nil {
			t.Errorf("offer %d: %v, %v", i, ok, err)
		}
	}
}

func TestWhatIsRemovedIsNotAmongWhatWasAddedUntilItIsRestored(t *testing.T) {
	t.Parallel()
	s := temporary(t)
	a, b := Article{ID: "a", Text: "Ada flew."}, Article{ID: "b", Text: "Bly ran."}
	for _, x := range []Article{a, b} {
		if err := s.Add(x); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Remove(a); err != nil {
		t.Fatal(err)
	}
	added, err := s.Added()
	if got := articleIDs(t, added, err); got != "b" {
		t.Errorf("added %q", got)
	}
	gone, err := s.Removals()
	if err != nil || !gone.Has("a", "corrected") || !gone.Has("elsewhere", "Ada flew.") || gone.Has("b", "Bly ran.") {
		t.Errorf("removed %+v, %v", gone, err)
	}
	for _, want := range []bool{true, false} {
		if ok, err := s.Restore("a"); ok != want || err != nil {
			t.Errorf("restored %v, %v", ok, err)
		}
	}
	if added, err = s.Added(); articleIDs(t, added, err) != "ab" {
		t.Errorf("after all: %+v", added)
	}
	if err := s.Remove(b); err != nil {
		t.Fatal(err)
	}
	if err := s.Add(b); err != nil {
		t.Fatal(err)
	}
	removed, err := s.Removed()
	if got := articleIDs(t, removed, err); got != "" {
		t.Errorf("added anew, and still removed: %q", got)
	}
}

func TestAStoreIsReadBySeveralAtATime(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "store.db")
	if _, err := OpenReadOnly(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without a file: %v", err)
	}
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Add(Article{ID: "a"}); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenReadOnly(path); !errors.Is(err, ErrLocked) {
		t.Errorf("while it is written: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		r, err := OpenReadOnly(path)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if added, err := r.Added(); articleIDs(t, added, err) != "a" {
			t.Errorf("added %+v", added)
		}
		if err := r.Add(Article{ID: "b"}); err == nil {
			t.Error("something was written")
		}
	}
}

func TestAnEarlierStoreWithoutArticlesIsRead(t *testing.T) {
	t.Parallel()
	s := temporary(t)
	err := s.db.Update(func(tx *bbolt.Tx) error {
		return errors.Join(tx.DeleteBucket(addedBucket), tx.DeleteBucket(removedBucket), tx.DeleteBucket(offersBucket))
	})
	if err != nil {
		t.Fatal(err)
	}
	if added, err := s.Added(); articleIDs(t, added, err) != "" {
		t.Errorf("added %+v", added)
	}
	if gone, err := s.Removals(); err != nil || gone.Has("a", "") {
		t.Errorf("removed %+v, %v", gone, err)
	}
	if _, ok, err := s.Offered("t", noon); ok || err != nil {
		t.Errorf("offered %v, %v", ok, err)
	}
}
