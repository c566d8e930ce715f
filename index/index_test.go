package index

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"storybot/corpus"
)

// built makes a whole index on disk and closes it.
func built(t *testing.T, dir string, articles ...corpus.Article) {
	t.Helper()
	ix := opened(t, dir)
	refreshed(t, ix, articles...)
	if err := ix.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestAnIndexOutlivesItsProcess(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "deep", "index [1]")
	all := invented(8)
	built(t, dir, all...)
	ix := opened(t, dir)
	if ix.Refreshed().IsZero() {
		t.Error("the time of the last refresh is lost")
	}
	expectReport(t, refreshed(t, ix, all...), 0, 0, 0, len(all), 0)
}

func TestOneWriterExcludesAllOthers(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	built(t, dir, article("a", "", "The ferry was sold."))
	writer := opened(t, dir)
	_, err := Open(dir)
	expectError(t, "a second writer", err, ErrLocked)
	_, err = OpenReadOnly(dir)
	expectError(t, "a reader beside a writer", err, ErrLocked)
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	opened(t, dir)
}

func TestSeveralReadersShareAnIndex(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	built(t, dir, article("a", "", "The ferry was sold."))
	for range 3 {
		ix, err := OpenReadOnly(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer ix.Close()
		expectIDs(t, ix, "a")
		if got := found(searched(t, ix, terms(ix, "ferries"))); got != "a:0" {
			t.Errorf("found %q, want a:0", got)
		}
		if _, err := ix.Refresh(t.Context(), listed(), RefreshOptions{}); err == nil {
			t.Error("a reader can refresh")
		}
	}
	_, err := Open(dir)
	expectError(t, "a writer beside readers", err, ErrLocked)
}

func TestReadersWantAWholeIndex(t *testing.T) {
	t.Parallel()
	for name, prepare := range map[string]func(t *testing.T, dir string){
		"no directory": func(t *testing.T, dir string) {
			if err := os.Remove(dir); err != nil {
				t.Fatal(err)
			}
		},
		"empty directory": func(*testing.T, string) {},
		"created, never refreshed": func(t *testing.T, dir string) {
			if err := opened(t, dir).Close(); err != nil {
				t.Fatal(err)
			}
		},
		"building cut short": func(t *testing.T, dir string) {
			ix := opened(t, dir)
			ctx, cancel := context.WithCancel(t.Context())
			ix.Refresh(ctx, cancelledAfter(3, cancel, invented(5)...), RefreshOptions{})
			if err := ix.Close(); err != nil {
				t.Fatal(err)
			}
		},
		"another schema":     func(t *testing.T, dir string) { otherSchema(t, dir, "storybot-0") },
		"folder alone":       func(t *testing.T, dir string) { halfCreated(t, dir, nil) },
		"no store":           func(t *testing.T, dir string) { halfCreated(t, dir, map[string]string{"index_meta.json": goodMeta}) },
		"an empty meta file": func(t *testing.T, dir string) { halfCreated(t, dir, map[string]string{"index_meta.json": ""}) },
		"a store with an empty root": func(t *testing.T, dir string) {
			halfCreated(t, dir, map[string]string{"index_meta.json": goodMeta, "store/root.bolt": ""})
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			prepare(t, dir)
			ix, err := OpenReadOnly(dir)
			expectError(t, "OpenReadOnly", err, ErrMissing)
			if err == nil {
				ix.Close()
			}
			built(t, dir, article("a", "", "The ferry was sold."))
			if ix, err = OpenReadOnly(dir); err != nil {
				t.Fatalf("once it is built: %v", err)
			}
			defer ix.Close()
			expectIDs(t, ix, "a")
		})
	}
}

const goodMeta = `{"storage":"","index_type":"scorch"}`

// halfCreated leaves what a process leaves that dies while it creates an index.
func halfCreated(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(dir, schema), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		path := filepath.Join(dir, schema, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// otherSchema leaves an index that this program must not read.
func otherSchema(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(dir, name, "store"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name, "index_meta.json"), []byte("not for you"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestAnOldSchemaStaysUntilTheNewIndexIsWhole(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	otherSchema(t, dir, "storybot-0")
	beside := filepath.Join(dir, "storybot-follows.db")
	if err := os.WriteFile(beside, []byte("what readers left"), 0o644); err != nil {
		t.Fatal(err)
	}
	ix := opened(t, dir)
	ctx, cancel := context.WithCancel(t.Context())
	if _, err := ix.Refresh(ctx, cancelledAfter(1, cancel, invented(3)...), RefreshOptions{}); err == nil {
		t.Fatal("a cancelled refresh gives no error")
	}
	if got := entries(t, dir); got != "storybot-0 "+schema+" storybot-follows.db" {
		t.Errorf("after a cut-short refresh: %s", got)
	}
	refreshed(t, ix, invented(3)...)
	if got := entries(t, dir); got != schema+" storybot-follows.db" {
		t.Errorf("after a whole refresh: %s", got)
	}
}

// entries lists a directory.
func entries(t *testing.T, dir string) string {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range all {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

func TestAFileInPlaceOfTheDirectoryIsAnError(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, []byte("no index"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); err == nil {
		t.Error("Open takes a file")
	}
	if _, err := OpenReadOnly(path); err == nil {
		t.Error("OpenReadOnly takes a file")
	}
}

func TestAClosedIndexGivesErrors(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		refreshed(t, ix, article("a", "", "The ferry was sold."))
		if err := ix.Close(); err != nil {
			t.Fatal(err)
		}
		ctx := t.Context()
		for name, call := range map[string]func() error{
			"Search":  func() error { _, err := ix.Search(ctx, Query{Limit: 1}); return err },
			"Article": func() error { _, _, err := ix.Article(ctx, "a"); return err },
			"Names":   func() error { _, err := ix.Names(ctx, "ferry", 1); return err },
			"Profile": func() error {
				_, err := ix.Profile(ctx, Name{Spelt: []string{"x"}}, time.Time{}, time.Time{})
				return err
			},
			"Sources":     func() error { _, err := ix.Sources(ctx); return err },
			"Outlets":     func() error { _, err := ix.Outlets(ctx); return err },
			"Counts":      func() error { _, _, err := ix.Counts(ctx); return err },
			"Frequencies": func() error { _, _, err := ix.Frequencies(ctx, []string{"ferri"}); return err },
			"Refresh":     func() error { _, err := ix.Refresh(ctx, listed(), RefreshOptions{}); return err },
		} {
			if err := call(); err == nil {
				t.Errorf("%s of a closed index gives no error", name)
			}
		}
		if !ix.Refreshed().IsZero() {
			t.Error("a closed index says when it was refreshed")
		}
	})
}

func TestTheCacheReturnsNoStaleArticle(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		for _, text := range []string{"The ferry was sold.", "The bridge was sold to the bank.", "It is closed."} {
			refreshed(t, ix, article("a", "", text), article("b", "", "Nothing new."))
			for range 2 {
				r, _, err := ix.Article(t.Context(), "a")
				if err != nil || r.Text != text {
					t.Errorf("Article: %q, %v; want %q", r.Text, err, text)
				}
				_, tokens, _, err := ix.ArticleTokens(t.Context(), "a")
				if err != nil || tokens[len(tokens)-1].End != len(text)-1 {
					t.Errorf("ArticleTokens: %v, %v; want those of %q", tokens, err, text)
				}
			}
		}
		refreshed(t, ix, article("b", "", "Nothing new."))
		if _, ok, err := ix.Article(t.Context(), "a"); ok || err != nil {
			t.Errorf("a removed article: %v, %v", ok, err)
		}
	})
}

func TestTheCacheKeepsWhatWasUsedLast(t *testing.T) {
	t.Parallel()
	c := newCache(2) // bytes
	one := func() *entry { return &entry{reading: corpus.Reading{Article: corpus.Article{Text: "x"}}} }
	a, b := one(), one()
	c.put("a", 1, a)
	c.put("b", 1, b)
	c.get("a", 1)
	c.put("c", 1, one())
	if e, ok := c.get("a", 1); !ok || e != a {
		t.Error("the entry that was used last is gone")
	}
	if _, ok := c.get("b", 1); ok {
		t.Error("a third entry of two")
	}
	if _, ok := c.get("a", 2); ok {
		t.Error("an entry of another generation")
	}
	c.put("a", 2, b)
	if e, ok := c.get("a", 2); !ok || e != b || c.order.Len() != 2 || len(c.slots) != 2 || c.bytes != 2 {
		t.Error("an entry is not replaced")
	}
	huge := &entry{reading: corpus.Reading{Article: corpus.Article{Text: "far too large"}}}
	c.put("huge", 2, huge)
	if e, ok := c.get("huge", 2); !ok || e != huge || c.order.Len() != 1 || c.bytes != len("far too large") {
		t.Error("an entry larger than the cache does not stand alone in it")
	}
}
