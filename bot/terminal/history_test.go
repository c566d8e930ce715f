package terminal

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestHistoryOutlivesTheChat(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "history")
	h, err := openHistory(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"/help", "/who ida", "/who ida", "/who " + strings.Repeat("x", pastBytes)} {
		if err := h.add(line); err != nil {
			t.Fatal(err)
		}
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, error %v", info.Mode(), err)
	}
	again, err := openHistory(path)
	if err != nil || strings.Join(again.lines, "|") != "/help|/who ida" {
		t.Errorf("lines %q, error %v", again.lines, err)
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
		t.Errorf("%d files are left", len(files))
	}
}

func TestHistoryKeepsTheLastThousandLines(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "history")
	var b strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&b, "/who %d\n", i)
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	h, err := openHistory(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := h.add("/help"); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if n := strings.Count(string(text), "\n"); err != nil || n != pastLines {
		t.Errorf("%d lines, error %v", n, err)
	}
	if !strings.HasPrefix(string(text), "/who 501\n") || !strings.HasSuffix(string(text), "/help\n") {
		t.Errorf("the wrong ones: %.40q", text)
	}
}

func TestAHistoryThatCannotBeReadIsKeptInMemory(t *testing.T) {
	t.Parallel()
	h, err := openHistory(t.TempDir()) // a folder
	if err == nil {
		t.Error("no error")
	}
	if err := h.add("/help"); err != nil {
		t.Error(err)
	}
	if line, ok := h.move(-1, ""); !ok || line != "/help" {
		t.Errorf("got %q, %v", line, ok)
	}
}

func TestAHostileHistoryIsCleaned(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "history")
	if err := os.WriteFile(path, []byte("\n/who \x1b[2Jida\n\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h, err := openHistory(path)
	if err != nil || len(h.lines) != 1 || h.lines[0] != "/who \uFFFD[2Jida" {
		t.Errorf("lines %q, error %v", h.lines, err)
	}
}
