package web

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestStoresKeepWhatTheyAreGiven(t *testing.T) {
	t.Parallel()
	folder, err := NewFolder(filepath.Join(t.TempDir(), "deep", "pages"))
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]Store{"memory": NewMemory(), "folder": folder} {
		if _, ok := s.Get("https://paper.example/1"); ok {
			t.Errorf("%s: a record before any was kept", name)
		}
		want := Record{ETag: `"x"`, LastModified: "then", URL: "https://paper.example/2", Type: "text/html", Body: []byte("<p>"), Fetched: time.Unix(1e9, 0).UTC(), Stamp: "s"}
		for range 2 { // the second replaces the first
			if err := s.Put("https://paper.example/1", want); err != nil {
				t.Fatal(err)
			}
		}
		got, ok := s.Get("https://paper.example/1")
		if !ok || got.ETag != want.ETag || got.URL != want.URL || !bytes.Equal(got.Body, want.Body) || !got.Fetched.Equal(want.Fetched) || got.Stamp != "s" {
			t.Errorf("%s: got %+v", name, got)
		}
	}
}

func TestFolderForgetsWhatNobodyAsksForAndWhatIsBroken(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	f, err := NewFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"old", "new", "broken"} {
		if err := f.Put(address, Record{Body: []byte(address)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(f.file("broken"), []byte("no record"), 0o644); err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(foreign, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-keptFor - time.Hour)
	for _, name := range []string{f.file("old"), foreign} {
		if err := os.Chtimes(name, long, long); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Prune(time.Now()); err != nil {
		t.Fatal(err)
	}
	_, old := f.Get("old")
	_, fresh := f.Get("new")
	_, broken := f.Get("broken")
	if _, err := os.Stat(foreign); old || !fresh || broken || err != nil {
		t.Errorf("old %v, new %v, broken %v, foreign %v", old, fresh, broken, err)
	}
}
