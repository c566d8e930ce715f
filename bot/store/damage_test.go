package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// kept makes a store of so many topics and closes it.
func kept(t *testing.T, path string, n int) {
	t.Helper()
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if _, err := s.Follow(Follow{Place: "place", Topic: fmt.Sprint("topic ", i)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestADamagedFileIsOpenedWithAllOrNotAtAll damages each part of the file: what is opened
// holds all topics, and what is not opened is left as it is.
func TestADamagedFileIsOpenedWithAllOrNotAtAll(t *testing.T) {
	t.Parallel()
	const topics = MaxFollows
	dir := t.TempDir()
	kept(t, filepath.Join(dir, "whole.db"), topics)
	whole, err := os.ReadFile(filepath.Join(dir, "whole.db"))
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for at := 0; at < len(whole); at += 2048 {
		zeroed := append([]byte(nil), whole...)
		clear(zeroed[at : at+512])
		for what, content := range map[string][]byte{"cut short": whole[:at], "zeroed": zeroed, "zeroed from there on": append(whole[:at:at], make([]byte, len(whole)-at)...)} {
			path := filepath.Join(dir, fmt.Sprint(what, at))
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}
			s, err := Open(path)
			if err != nil {
				refused++
				if is, errRead := os.ReadFile(path); !errors.Is(err, ErrDamaged) || strings.Contains(err.Error(), "\n") || errRead != nil || string(is) != string(content) {
					t.Errorf("%s at %d: %v, %v", what, at, err, errRead)
				}
				continue
			}
			follows, err := s.Follows("place")
			if err != nil || len(follows) != topics {
				t.Errorf("%s at %d: %d of %d topics, %v", what, at, len(follows), topics, err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if refused == 0 {
		t.Error("no damage was found out")
	}
}

func TestAStoreIsMadeWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	kept(t, filepath.Join(dir, "readers.db"), 1)
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 || entries[0].Name() != "readers.db" {
		t.Errorf("left are %v, %v", entries, err)
	}
}
