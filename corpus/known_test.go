package corpus

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func TestKnownFilesComeAsUnchangedUnlessAnotherHasTheirPlace(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.json": `{"id":"x","text":"The ferry was sold."}`, "b.md": "The bridge was sold.", "c.txt": "The tunnel was sold.",
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		then := time.Now().Add(-time.Hour)
		if err := os.Chtimes(path, then, then); err != nil {
			t.Fatal(err)
		}
	}
	read := func(known func(path, stamp string) (string, string, bool)) []Article {
		all, err := Read(context.Background(), []string{dir}, Options{Known: known}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return slices.Collect(all)
	}
	first := read(nil)
	known := func(as map[string]string) func(path, stamp string) (string, string, bool) {
		return func(path, stamp string) (string, string, bool) {
			for _, a := range first {
				if id, ok := as[filepath.Base(path)]; ok && a.Path == path && a.Stamp == stamp {
					return id, a.content(), true
				}
			}
			return "", "", false
		}
	}
	again := read(known(map[string]string{"b.md": first[1].ID, "c.txt": first[2].ID}))
	for i, a := range again {
		want := first[i]
		if i > 0 {
			want = Article{ID: want.ID, Path: want.Path, Stamp: want.Stamp, Unchanged: true}
		}
		if a != want {
			t.Errorf("%+v, want %+v", a, want)
		}
	}
	taken := read(known(map[string]string{"b.md": "x"}))
	if len(taken) != 3 || taken[1].Unchanged || taken[1].Text != "The bridge was sold." {
		t.Errorf("an id that another file has by now: %+v", taken)
	}
}
