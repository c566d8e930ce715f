package discord

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// maxIdentifies is the most connections within a day. Discord resets the token of a bot
// that identifies more than 1,000 times.
const maxIdentifies = 500

// budget counts the IDENTIFYs of the last day, of all shards. It is kept in a file, so
// that a bot that is started again and again spends no more than one that runs on:
//
//	{"identifies": [1764000000123, …]}
//
// in milliseconds of Unix time, in order. The zero budget keeps no file.
type budget struct {
	file string // "": none

	mu    sync.Mutex
	times []time.Time       // guarded by mu: the last maxIdentifies, in order; some may be to come
	next  map[int]time.Time // guarded by mu: the first moment for another one, by bucket
	hold  time.Time         // guarded by mu: none before, for Discord says so
}

// wireBudget is the file's content.
type wireBudget struct {
	Identifies []int64 `json:"identifies"`
}

// newBudget reads the budget of a file. The error says that it could not be read; the
// budget can be used all the same.
func newBudget(file string, now time.Time) (*budget, error) {
	b := &budget{file: file}
	if file == "" {
		return b, nil
	}
	raw, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return b, nil
	}
	var w wireBudget
	if err == nil {
		err = json.Unmarshal(raw, &w)
	}
	if err != nil {
		return b, fmt.Errorf("read the count of connections: %w", err)
	}
	for _, ms := range w.Identifies {
		if t := time.UnixMilli(ms); t.After(now.Add(-24*time.Hour)) && t.Before(now.Add(24*time.Hour)) {
			b.times = append(b.times, t)
		}
	}
	slices.SortFunc(b.times, time.Time.Compare)
	b.times = b.times[max(0, len(b.times)-maxIdentifies):]
	return b, nil
}

// reserve returns when the next IDENTIFY of a bucket may be, and counts it. Discord lets
// one through for each bucket in so much time.
func (b *budget) reserve(now time.Time, bucket int, spacing time.Duration) (time.Time, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	at := now
	for _, t := range []time.Time{b.next[bucket], b.hold} {
		if at.Before(t) {
			at = t
		}
	}
	if n := len(b.times); n >= maxIdentifies {
		if day := b.times[n-maxIdentifies].Add(24 * time.Hour); at.Before(day) {
			at = day
		}
	}
	if b.next == nil {
		b.next = map[int]time.Time{}
	}
	b.next[bucket] = at.Add(spacing)
	b.times = append(b.times, at)
	slices.SortFunc(b.times, time.Time.Compare)
	b.times = b.times[max(0, len(b.times)-maxIdentifies):]
	return at, b.save()
}

// refund takes back one that did not happen.
func (b *budget) refund(at time.Time) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if i := slices.IndexFunc(b.times, at.Equal); i >= 0 {
		b.times = slices.Delete(b.times, i, i+1)
	}
	return b.save()
}

// wait holds everything back until then.
func (b *budget) wait(until time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.hold = until
}

// save writes the file whole, or leaves the one that is there.
func (b *budget) save() error {
	if b.file == "" {
		return nil
	}
	var w wireBudget
	for _, t := range b.times {
		w.Identifies = append(w.Identifies, t.UnixMilli())
	}
	raw, err := json.Marshal(w)
	if err != nil {
		return err
	}
	temporary, err := os.CreateTemp(filepath.Dir(b.file), filepath.Base(b.file)+".*")
	if err == nil {
		_, err = temporary.Write(raw)
		err = errors.Join(err, temporary.Close())
		if err == nil {
			err = os.Rename(temporary.Name(), b.file)
		}
		if err != nil {
			err = errors.Join(err, os.Remove(temporary.Name()))
		}
	}
	if err != nil {
		return fmt.Errorf("keep the count of connections: %w", err)
	}
	return nil
}
