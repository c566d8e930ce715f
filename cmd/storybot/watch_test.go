package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"storybot/corpus"
)

// watching watches a location and returns a channel of its changes, and a function that
// ends the watch and returns its error.
func watching(t *testing.T, settle time.Duration, places ...string) (<-chan struct{}, func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	changes, ended := make(chan struct{}, 100), make(chan error, 1)
	var all []corpus.Location
	for _, p := range places {
		all = append(all, corpus.Location{Place: p})
	}
	go func() { ended <- watchFiles(ctx, all, settle, func() { changes <- struct{}{} }) }()
	stop := func() error { cancel(); return <-ended }
	t.Cleanup(cancel)
	time.Sleep(50 * time.Millisecond) // until it watches
	return changes, stop
}

// awaitChange fails where no change is told in time.
func awaitChange(t *testing.T, changes <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-changes:
	case <-time.After(10 * time.Second):
		t.Fatal("no change told: ", what)
	}
}

// folderOf returns a new folder with files.
func folderOf(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		put(t, dir, name)
	}
	return dir
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
	dir := folderOf(t, "in/a.txt")
	changes, stop := watching(t, 20*time.Millisecond, dir)
	put(t, dir, "in", "b.txt")
	awaitChange(t, changes, "a new file")
	if err := os.MkdirAll(filepath.Join(dir, "new", "deep"), 0o755); err != nil {
		t.Fatal(err)
	}
	awaitChange(t, changes, "a new folder")
	put(t, dir, "new", "deep", "c.txt")
	awaitChange(t, changes, "a file in a new folder")
	if err := os.Remove(filepath.Join(dir, "in", "a.txt")); err != nil {
		t.Fatal(err)
	}
	awaitChange(t, changes, "a file that is gone")
	if err := stop(); err != nil {
		t.Error(err)
	}
}

func TestWatchTellsManyChangesOnceAndPassesOverOthers(t *testing.T) {
	t.Parallel()
	dir := folderOf(t, "a.txt", "b/c.txt")
	changes, stop := watching(t, 300*time.Millisecond, filepath.Join(dir, "a.txt"), filepath.Join(dir, "b"))
	put(t, dir, "other.txt")
	put(t, dir, "b", ".hidden")
	for range 20 {
		put(t, dir, "a.txt")
	}
	awaitChange(t, changes, "a file that is written")
	if err := stop(); err != nil || len(changes) > 0 {
		t.Errorf("%d more changes, error %v", len(changes), err)
	}
}

func TestWatchDoesNotWaitForEverWhereChangesGoOn(t *testing.T) {
	t.Parallel()
	dir := folderOf(t, "a.txt")
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
	if err := watchFiles(t.Context(), []corpus.Location{{Place: filepath.Join(t.TempDir(), "none")}}, time.Second, func() {}); err == nil {
		t.Error("no error")
	}
}
