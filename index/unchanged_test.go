package index

import (
	"context"
	"iter"
	"os"
	"path/filepath"
	"testing"
	"time"

	"storybot/corpus"
)

// folder writes files as they stood a while ago, and returns the corpus of them.
func folder(t *testing.T, ix *Index, dir string, files map[string]string) Corpus {
	t.Helper()
	for name, text := range files {
		written(t, filepath.Join(dir, name), text, time.Hour)
	}
	return func(ctx context.Context, report func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return corpus.Read(ctx, []string{dir}, corpus.Options{Known: ix.Known}, report)
	}
}

// written writes a file as of some time ago.
func written(t *testing.T, path, text string, ago time.Duration) {
	t.Helper()
	at := time.Now().Add(-ago).Truncate(time.Hour)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if ago == 0 {
		return
	}
	if err := os.Chtimes(path, at, at); err != nil {
		t.Fatal(err)
	}
}

func refreshedFrom(t *testing.T, ix *Index, read Corpus, o RefreshOptions) Report {
	t.Helper()
	r, err := ix.Refresh(t.Context(), read, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestFilesThatHaveNotChangedAreNotRead(t *testing.T) {
	t.Parallel()
	dir, ix := t.TempDir(), inMemory(t)
	read := folder(t, ix, dir, map[string]string{
		"a.txt": "The ferry was sold.", "b.txt": "The bridge was sold.", "c.md": "---\ntitle: Tunnel\n---\nThe tunnel was sold.",
		"d.jsonl": `{"text":"The dock was sold."}` + "\n",
	})
	expectReport(t, refreshedFrom(t, ix, read, RefreshOptions{}), 4, 0, 0, 0, 19+20+20+18)
	// The same size and time: whoever reads it would see another text.
	written(t, filepath.Join(dir, "a.txt"), "The ferry was lost.", time.Hour)
	expectReport(t, refreshedFrom(t, ix, read, RefreshOptions{}), 0, 0, 0, 4, 0)
	expectReport(t, refreshedFrom(t, ix, read, RefreshOptions{DryRun: true}), 0, 0, 0, 4, 0)
	expectReport(t, refreshedFrom(t, ix, read, RefreshOptions{Force: true}), 0, 4, 0, 0, 19+20+20+18)
	if r, _, err := ix.Article(t.Context(), ids(t, ix)[0]); err != nil || r.Text == "" {
		t.Errorf("%+v, %v", r, err)
	}
	if hits := searched(t, ix, terms(ix, "lost")); len(hits) != 1 {
		t.Errorf("a forced refresh does not read: %v", hits)
	}

	// Another time and the same text: read once, noted, and not read again.
	written(t, filepath.Join(dir, "b.txt"), "The bridge was sold.", 2*time.Hour)
	expectReport(t, refreshedFrom(t, ix, read, RefreshOptions{}), 0, 0, 0, 4, 0)
	written(t, filepath.Join(dir, "b.txt"), "The bridge was lost.", 2*time.Hour)
	expectReport(t, refreshedFrom(t, ix, read, RefreshOptions{}), 0, 0, 0, 4, 0)
	if hits := searched(t, ix, terms(ix, "bridge lost")); len(hits) != 2 { // one word each
		t.Errorf("found %v", hits)
	}

	// A text that is as long, and a file that is gone.
	written(t, filepath.Join(dir, "a.txt"), "The ferry was seen.", 3*time.Hour)
	if err := os.Remove(filepath.Join(dir, "c.md")); err != nil {
		t.Fatal(err)
	}
	expectReport(t, refreshedFrom(t, ix, read, RefreshOptions{}), 0, 1, 1, 2, 19)
}

func TestFilesThatChangedJustNowAreReadAgain(t *testing.T) {
	t.Parallel()
	dir, ix := t.TempDir(), inMemory(t)
	read := folder(t, ix, dir, nil)
	path := filepath.Join(dir, "a.txt")
	written(t, path, "The ferry was sold.", 0)
	refreshedFrom(t, ix, read, RefreshOptions{})
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	written(t, path, "The ferry was lost.", 0)
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil { // within one step of a coarse clock
		t.Fatal(err)
	}
	if r := refreshedFrom(t, ix, read, RefreshOptions{}); r.Changed != 1 {
		t.Errorf("a file that was written twice at one time is taken for unchanged: %+v", r)
	}
}

func TestFilesWithProblemsAreReadAndReportedAgain(t *testing.T) {
	t.Parallel()
	dir, ix := t.TempDir(), inMemory(t)
	read := folder(t, ix, dir, map[string]string{
		"a.md": "---\npublished: someday\n---\nThe ferry was sold.", "b.txt": "", "c.txt": "The bridge was sold.",
	})
	for range 3 {
		if r := refreshedFrom(t, ix, read, RefreshOptions{}); len(r.Problems) != 2 || r.Articles() != 2 {
			t.Errorf("problems %v of %d articles, want 2 of 2", r.Problems, r.Articles())
		}
	}
}

func TestAnotherLimitReadsFilesAgain(t *testing.T) {
	t.Parallel()
	dir, ix := t.TempDir(), inMemory(t)
	read := folder(t, ix, dir, map[string]string{"a.txt": "The ferry was sold.", "b.txt": "So."})
	refreshedFrom(t, ix, read, RefreshOptions{})
	small := func(ctx context.Context, report func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return corpus.Read(ctx, []string{dir}, corpus.Options{Known: ix.Known, MaxBytes: 5}, report)
	}
	if r := refreshedFrom(t, ix, small, RefreshOptions{}); r.Removed != 1 || r.Same != 1 {
		t.Errorf("%+v, want the long file gone", r)
	}
}

func TestNothingIsKnownOutsideOfARefresh(t *testing.T) {
	t.Parallel()
	dir, ix := t.TempDir(), inMemory(t)
	refreshedFrom(t, ix, folder(t, ix, dir, map[string]string{"a.txt": "The ferry was sold."}), RefreshOptions{})
	a, _, err := ix.Article(t.Context(), ids(t, ix)[0])
	if err != nil || a.Stamp == "" {
		t.Fatalf("%+v, %v", a, err)
	}
	if _, _, ok := ix.Known(a.Path, a.Stamp); ok {
		t.Error("a file is known while nothing reads")
	}
}
