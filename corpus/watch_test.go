package corpus

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// watching watches a location and returns a channel of its changes, and a function that
// ends the watch and returns its error.
func watching(t *testing.T, settle time.Duration, places ...string) (<-chan struct{}, func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	changes, ended := make(chan struct{}, 100), make(chan error, 1)
	var all []Location
	for _, p := range places {
		all = append(all, Location{Place: p})
	}
	go func() { ended <- Watch(ctx, all, settle, func() { changes <- struct{}{} }) }()
	stop := func() error { cancel(); return <-ended }
	t.Cleanup(cancel)
	time.Sleep(50 * time.Millisecond) // until it watches
	return changes, stop
}

// await fails where no change is told in time.
func await(t *testing.T, changes <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-changes:
	case <-time.After(10 * time.Second):
		t.Fatal("no change told: ", what)
	}
}

// put writes a file.
func put(t *testing.T, parts ...string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(parts...), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestWatchTellsChangesInFoldersOldAndNew(t *testing.T) {
	t.Parallel()
	dir := files{"in/a.txt": "a"}.write(t)
	changes, stop := watching(t, 20*time.Millisecond, dir)
	put(t, dir, "in", "b.txt")
	await(t, changes, "a new file")
	if err := os.MkdirAll(filepath.Join(dir, "new", "deep"), 0o755); err != nil {
		t.Fatal(err)
	}
	await(t, changes, "a new folder")
	put(t, dir, "new", "deep", "c.txt")
	await(t, changes, "a file in a new folder")
	if err := os.Remove(filepath.Join(dir, "in", "a.txt")); err != nil {
		t.Fatal(err)
	}
	await(t, changes, "a file that is gone")
	if err := stop(); err != nil {
		t.Error(err)
	}
}

func TestWatchTellsManyChangesOnceAndPassesOverOthers(t *testing.T) {
	t.Parallel()
	dir := files{"a.txt": "a", "b/c.txt": "c"}.write(t)
	changes, stop := watching(t, 300*time.Millisecond, filepath.Join(dir, "a.txt"), filepath.Join(dir, "b"))
	put(t, dir, "other.txt")
	put(t, dir, "b", ".hidden")
	for range 20 {
		put(t, dir, "a.txt")
	}
	await(t, changes, "a file that is written")
	if err := stop(); err != nil || len(changes) > 0 {
		t.Errorf("%d more changes, error %v", len(changes), err)
	}
}

func TestWatchDoesNotWaitForEverWhereChangesGoOn(t *testing.T) {
	t.Parallel()
	dir := files{"a.txt": "a"}.write(t)
	changes, _ := watching(t, 40*time.Millisecond, dir)
	for end := time.Now().Add(10 * time.Second); len(changes) == 0 && time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		put(t, dir, "a.txt")
	}
	if len(changes) == 0 {
		t.Error("no change told while changes went on")
	}
}

func TestWatchRefusesWhatIsNotThere(t *testing.T) {
	t.Parallel()
	if err := Watch(t.Context(), []Location{{Place: filepath.Join(t.TempDir(), "none")}}, time.Second, func() {}); err == nil {
		t.Error("no error")
	}
}
