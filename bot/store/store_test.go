package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

var noon = time.Date(2025, 5, 3, 12, 0, 0, 0, time.UTC)

func temporary(t *testing.T) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "readers.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func topics(t *testing.T, s *Store, place string) []string {
	t.Helper()
	follows, err := s.Follows(place)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range follows {
		all = append(all, f.Topic)
	}
	return all
}

func follow(t *testing.T, s *Store, place, topic string) {
	t.Helper()
	if added, err := s.Follow(Follow{Place: place, Topic: topic, Since: noon, Seen: noon}); err != nil || !added {
		t.Fatalf("follow %s: %v, %v", topic, added, err)
	}
}

func TestFollowsBelongToTheirPlace(t *testing.T) {
	t.Parallel()
	s := temporary(t)
	follow(t, s, "1", "Ada Bly")
	follow(t, s, "12", "tunnel")
	follow(t, s, "1", "bridge")
	if added, err := s.Follow(Follow{Place: "1", Topic: " ada  BLY"}); added || err != nil {
		t.Errorf("followed twice: %v, %v", added, err)
	}
	if got := topics(t, s, "1"); !slices.Equal(got, []string{"Ada Bly", "bridge"}) {
		t.Errorf("place 1 follows %q", got)
	}
	if removed, err := s.Unfollow("1", "ADA bly"); !removed || err != nil {
		t.Errorf("unfollow: %v, %v", removed, err)
	}
	if removed, err := s.Unfollow("1", "ada bly"); removed || err != nil {
		t.Errorf("unfollowed twice: %v, %v", removed, err)
	}
	if all, err := s.AllFollows(); err != nil || len(all) != 2 {
		t.Errorf("%d are left, %v", len(all), err)
	}
}

func TestAPlaceFollowsOnlySoMuch(t *testing.T) {
	t.Parallel()
	s := temporary(t)
	for i := range MaxFollows {
		follow(t, s, "1", fmt.Sprint("topic ", i))
	}
	if _, err := s.Follow(Follow{Place: "1", Topic: "one more"}); !errors.Is(err, ErrTooMany) {
		t.Errorf("got %v", err)
	}
	follow(t, s, "2", "one more")
}

func TestADigestIsDueUntilItIsSentAlsoAfterReopening(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "store.db")
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	follow(t, s, "1", "tunnel")
	follows, err := s.Follows("1")
	if err != nil {
		t.Fatal(err)
	}
	later := noon.Add(time.Hour)
	d := Digest{ID: "d1", Place: "1", Made: later, Items: []Item{{Topic: "tunnel", Article: "a", Start: 3, End: 9}}}
	if err := s.Plan(d, follows, later); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(path); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	due, err := s.Due()
	if err != nil || len(due) != 1 || due[0].ID != "d1" || !slices.Equal(due[0].Items, d.Items) {
		t.Fatalf("due: %+v, %v", due, err)
	}
	if follows, err = s.Follows("1"); err != nil || !follows[0].Seen.Equal(later) {
		t.Errorf("seen %v, %v", follows, err)
	}
	if err := s.Sent("d1", later); err != nil {
		t.Fatal(err)
	}
	if due, err = s.Due(); err != nil || len(due) != 0 {
		t.Errorf("due after it was sent: %+v, %v", due, err)
	}
	if n, err := s.SentSince("1", noon); err != nil || n != 1 {
		t.Errorf("%d sent, %v", n, err)
	}
}

func TestPlanningDoesNotBringBackWhatWasUnfollowed(t *testing.T) {
	t.Parallel()
	s := temporary(t)
	follow(t, s, "1", "tunnel")
	follows, err := s.Follows("1")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Unfollow("1", "tunnel"); err != nil {
		t.Fatal(err)
	}
	if err := s.Plan(Digest{}, follows, noon); err != nil {
		t.Fatal(err)
	}
	if got := topics(t, s, "1"); len(got) != 0 {
		t.Errorf("follows %q again", got)
	}
}

func TestAskedReturnsTheTimeBefore(t *testing.T) {
	t.Parallel()
	s := temporary(t)
	for i, want := range []time.Time{{}, noon, noon.Add(time.Hour)} {
		for _, again := range []bool{false, true, true} {
			last, err := s.Asked("r", "Tunnel", noon.Add(time.Duration(i)*time.Hour), again)
			if err != nil || !last.Equal(want) {
				t.Errorf("ask %d, again %v: %v, %v; want %v", i, again, last, err, want)
			}
		}
	}
	for _, again := range []bool{true, false} {
		if last, err := s.Asked("other", "tunnel", noon, again); err != nil || !last.IsZero() {
			t.Errorf("another reader: %v, %v", last, err)
		}
	}
}

// Earlier versions of the program kept one time, written as a text.
func TestAskedReadsWhatEarlierVersionsKept(t *testing.T) {
	t.Parallel()
	s := temporary(t)
	err := s.db.Update(func(tx *bbolt.Tx) error { return put(tx.Bucket(askedBucket), key("r", fold("Tunnel")), noon) })
	if err != nil {
		t.Fatal(err)
	}
	if last, err := s.Asked("r", "tunnel", noon.Add(time.Hour), false); err != nil || !last.Equal(noon) {
		t.Errorf("%v, %v; want %v", last, err, noon)
	}
}

func TestALaterVoteReplacesAnEarlierOne(t *testing.T) {
	t.Parallel()
	s := temporary(t)
	v := Vote{Reader: "r", Command: "/who ada", Article: "a", Quote: "Ada flew.", Good: true, At: noon}
	for _, good := range []bool{true, false} {
		v.Good = good
		if err := s.Vote(v); err != nil {
			t.Fatal(err)
		}
	}
	all, err := s.Votes()
	if err != nil || len(all) != 1 || all[0] != v {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestASecondProcessIsToldThatTheStoreIsHeld(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "store.db")
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := Open(path); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v", err)
	}
}

func TestAStoreWhoseMakingWasCutShortReadsAsEmpty(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "store.db")
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if all, err := s.Votes(); err != nil || len(all) != 0 {
		t.Errorf("%+v, %v", all, err)
	}
}
