package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// paper is a writer that can be read meanwhile.
type paper struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (p *paper) Write(data []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.Write(data)
}

func (p *paper) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.String()
}

// talk is a run of storybot that reads lines from a test.
type talk struct {
	lines    *io.PipeWriter
	out, err *paper
	status   chan int
}

// startTalk starts a run with settings ("NAME=value"); it ends with ctx or with its lines.
func startTalk(ctx context.Context, environ []string, args ...string) *talk {
	in, lines := io.Pipe()
	c := &talk{lines: lines, out: &paper{}, err: &paper{}, status: make(chan int, 1)}
	go func() {
		c.status <- run(ctx, args, process{in: in, out: c.out, err: c.err, environ: environ})
		in.Close()
	}()
	return c
}

// asks asks a line until the output contains some words.
func (c *talk) asks(t *testing.T, line, words string) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if _, err := io.WriteString(c.lines, line+"\n"); err != nil {
			t.Fatalf("the talk is over: %v\n%s%s", err, c.out, c.err)
		}
		if strings.Contains(c.out.String(), words) {
			return
		}
	}
	t.Fatalf("%q was never said:\n%s%s", words, c.out, c.err)
}

// ends returns the exit status.
func (c *talk) ends(t *testing.T) int {
	t.Helper()
	select {
	case status := <-c.status:
		return status
	case <-time.After(20 * time.Second):
		t.Fatal("the talk did not end")
		return -1
	}
}

// writeArticle writes an article as an editor does, whole.
func writeArticle(t *testing.T, folder, name, text string) {
	t.Helper()
	draft := filepath.Join(folder, "."+name)
	if err := os.WriteFile(draft, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(draft, filepath.Join(folder, name)); err != nil {
		t.Fatal(err)
	}
}

func TestATalkTakesInNewArticlesAtItsInterval(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	writeArticle(t, folder, "keller.txt", "Maria Keller is the harbour master of Port Ellery.")
	c := startTalk(t.Context(), []string{"STORYBOT_REFRESH=10ms", "STORYBOT_INDEX=" + t.TempDir()}, "--corpus", folder)
	c.asks(t, "/who maria keller", "> Maria Keller is the harbour master")
	writeArticle(t, folder, "okoro.txt", "Paul Okoro is the pilot who brings the ships in.")
	c.asks(t, "/who paul okoro", "> Paul Okoro is the pilot")
	c.lines.Close()
	if status := c.ends(t); status != 0 || c.err.String() != "" {
		t.Errorf("status %d, standard error %q", status, c.err)
	}
}

func TestATalkTakesInFilesSoonAfterTheyChanged(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	writeArticle(t, folder, "keller.txt", "Maria Keller is the harbour master of Port Ellery.")
	c := startTalk(t.Context(), []string{"STORYBOT_REFRESH=1h"}, "--corpus", folder)
	c.asks(t, "/who maria keller", "> Maria Keller is the harbour master")
	writeArticle(t, folder, "okoro.txt", "Paul Okoro is the pilot who brings the ships in.")
	c.asks(t, "/who paul okoro", "> Paul Okoro is the pilot")
	c.lines.Close()
	if status := c.ends(t); status != 0 || c.err.String() != "" {
		t.Errorf("status %d, standard error %q", status, c.err)
	}
}

func TestATalkReadsEachLocationAtItsOwnInterval(t *testing.T) {
	t.Parallel()
	often, seldom := t.TempDir(), t.TempDir()
	writeArticle(t, often, "keller.txt", "Maria Keller is the harbour master of Port Ellery.")
	writeArticle(t, seldom, "prado.txt", "Ana Prado writes for the Ellery Post.")
	sources := filepath.Join(t.TempDir(), "sources.yaml")
	list := "sources:\n  - location: " + often + "\n    refresh: 50ms\n  - location: " + seldom + "\n    refresh: 1h\n"
	if err := os.WriteFile(sources, []byte(list), 0o644); err != nil {
		t.Fatal(err)
	}
	c := startTalk(t.Context(), []string{"STORYBOT_REFRESH=30m"}, "--corpus", sources)
	c.asks(t, "/sources", "2 articles")
	writeArticle(t, seldom, "zahn.txt", "Ida Zahn is not read for an hour.")
	writeArticle(t, often, "okoro.txt", "Paul Okoro is the pilot who brings the ships in.")
	c.asks(t, "/sources", "3 articles")
	if strings.Contains(c.out.String(), "4 articles") {
		t.Errorf("the other location was read too: %s", c.out)
	}
	c.asks(t, "/refresh", "4 articles: 1 added, 0 changed, 0 removed, 3 the same")
	c.lines.Close()
	if status := c.ends(t); status != 0 || c.err.String() != "" {
		t.Errorf("status %d, standard error %q", status, c.err)
	}
}

func TestATalkAtIntervalZeroRefreshesWhenAskedTo(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	writeArticle(t, folder, "keller.txt", "Maria Keller is the harbour master of Port Ellery.")
	c := startTalk(t.Context(), []string{"STORYBOT_REFRESH=0"}, "--corpus", folder)
	c.asks(t, "/sources", "1 article")
	writeArticle(t, folder, "okoro.txt", "Paul Okoro is the pilot who brings the ships in.")
	c.asks(t, "/refresh", "2 articles: 1 added, 0 changed, 0 removed, 1 the same")
	c.asks(t, "/who paul okoro", "> Paul Okoro is the pilot")
	c.lines.Close()
	if status := c.ends(t); status != 0 {
		t.Errorf("status %d, standard error %q", status, c.err)
	}
}

func TestATalkEndsWhenItsContextDoes(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	c := startTalk(ctx, []string{"STORYBOT_REFRESH=1ms"}, "--corpus", t.TempDir())
	c.asks(t, "/sources", "The index is empty")
	stop()
	if status := c.ends(t); status != 0 || c.err.String() != "" {
		t.Errorf("status %d, standard error %q", status, c.err)
	}
}

func TestARunThatIsInterruptedFailsWithOneLine(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	writeArticle(t, folder, "keller.txt", "Maria Keller is the harbour master of Port Ellery.")
	for _, args := range [][]string{
		{"--corpus", folder, "answer", "/sources"},
		{"--corpus", folder, "--index", t.TempDir(), "refresh"},
		{"--corpus", folder},
		{"--corpus", folder, "chat"},
		{"answer"},
		{"inspect", folder},
	} {
		ctx, stop := context.WithCancel(t.Context())
		stop()
		c := startTalk(ctx, nil, args...)
		if status := c.ends(t); status != failed {
			t.Errorf("%q: status %d", args, status)
		}
		if told := c.err.String(); !strings.HasPrefix(told, "storybot: interrupted") || strings.Count(told, "\n") != 1 {
			t.Errorf("%q: standard error %q", args, told)
		}
	}
}
