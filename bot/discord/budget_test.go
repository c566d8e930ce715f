package discord

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func reserve(t *testing.T, b *budget, now time.Time, bucket int) time.Time {
	t.Helper()
	at, err := b.reserve(now, bucket, 5*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestBudgetSpacesConnectionsAndKeepsTheToken(t *testing.T) {
	t.Parallel()
	var b budget
	start := time.Date(2021, 3, 1, 0, 0, 0, 0, time.UTC)
	now := start
	for i := range maxIdentifies {
		at := reserve(t, &b, now, 0)
		if want := start.Add(time.Duration(i) * 5 * time.Second); !at.Equal(want) {
			t.Fatalf("connection %d at %v, want %v", i, at, want)
		}
		now = at
	}
	if at := reserve(t, &b, now, 0); !at.Equal(start.Add(24 * time.Hour)) {
		t.Errorf("connection %d at %v, want the next day", maxIdentifies+1, at)
	}
	if len(b.times) != maxIdentifies {
		t.Errorf("%d times are kept", len(b.times))
	}
}

func TestBudgetLetsBucketsThroughTogether(t *testing.T) {
	t.Parallel()
	var b budget
	now := time.Date(2021, 3, 1, 0, 0, 0, 0, time.UTC)
	for shard, want := range []time.Duration{0, 0, 5 * time.Second, 5 * time.Second, 10 * time.Second} {
		if at := reserve(t, &b, now, shard%2); at.Sub(now) != want {
			t.Errorf("shard %d after %v, want %v", shard, at.Sub(now), want)
		}
	}
	b.wait(now.Add(time.Hour))
	if at := reserve(t, &b, now, 0); at.Sub(now) != time.Hour {
		t.Errorf("held back until %v", at)
	}
}

func TestBudgetOutlivesARestart(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "index.gateway.json")
	now := time.Now().Truncate(time.Millisecond)
	for i := range maxIdentifies + 1 { // each of them by a program that starts anew
		b, err := newBudget(file, now)
		if err != nil {
			t.Fatal(err)
		}
		at := reserve(t, b, now.Add(time.Duration(i)*time.Second), 0)
		if wait := at.Sub(now); i == maxIdentifies && wait != 24*time.Hour || i < maxIdentifies && wait != time.Duration(i)*time.Second {
			t.Fatalf("start %d may connect after %v", i, wait)
		}
		if i == maxIdentifies {
			if err := b.refund(at); err != nil {
				t.Fatal(err)
			}
		}
	}
	later, err := newBudget(file, now.Add(25*time.Hour))
	if err != nil || len(later.times) != 0 {
		t.Errorf("a day later %d are counted, %v", len(later.times), err)
	}
	if files, _ := os.ReadDir(filepath.Dir(file)); len(files) != 1 {
		t.Errorf("left behind: %v", files)
	}
}

func TestBudgetWorksWithoutItsFile(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "missing", "x.json")
	b, err := newBudget(file, time.Now())
	if err != nil {
		t.Errorf("a file that is not there yet: %v", err)
	}
	if _, err := b.reserve(time.Now(), 0, time.Second); err == nil || len(b.times) != 1 {
		t.Errorf("error %v, %d counted", err, len(b.times))
	}
	broken := filepath.Join(t.TempDir(), "x.json")
	if err := os.WriteFile(broken, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if b, err := newBudget(broken, time.Now()); err == nil || b == nil {
		t.Errorf("a broken file: %v", err)
	}
}
