package index

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"storybot/bot/store"
)

// A loss of power keeps of a file what was there when it was last synced, and of what was
// written since then any blocks or none; it keeps the name of a file that was synced under
// it, or whose folder was, and other names perhaps. So the test traces a process that refreshes an index,
// keeps the files as they stood at each sync, makes the disk of a moment without power from them,
// and looks at what is opened there. Before a change of how things are written, run
//
//	go test ./index -run LossOfPower -outages 300 -timeout 30m
var outages = flag.Int("outages", 8, "how many losses of power are simulated in each case")

// block is how much of a file is written as a whole.
const block = 512

// file is a file by whatever name.
type file struct {
	inode   uint64
	content []byte
}

// disk is the files of a directory by their paths below it.
type disk map[string]file

// instant is a moment of a process: what is on the disk for sure, what was written, and what
// the process had said by then.
type instant struct {
	synced, written disk
	contents        map[uint64][]byte // of files as they were last synced, by inode
	said            int               // articles written
	kept            int               // topics followed
}

// readDisk reads a directory.
func readDisk(t *testing.T, dir string) disk {
	all := disk{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return ignoreMissing(err)
		}
		content, err := os.ReadFile(path)
		info, errInfo := os.Stat(path)
		name, errName := filepath.Rel(dir, path)
		if err = errors.Join(err, errInfo, errName); err == nil {
			all[name] = file{info.Sys().(*syscall.Stat_t).Ino, content}
		}
		return ignoreMissing(err)
	})
	if err != nil {
		t.Error(err)
	}
	return all
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// instants traces a refresh of the index in a directory to a state, with more in its
// environment, and returns the moments before and after each of its syncs.
func instants(t *testing.T, dir string, n int, more ...string) []instant {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestARefreshToBeKilled$")
	cmd.Env = append(append(os.Environ(), crashDir+"="+dir, crashState+"="+strconv.Itoa(n), crashKeeps+"=1"), more...)
	var all []instant
	now := instant{synced: readDisk(t, dir), contents: map[uint64][]byte{}}
	for _, f := range now.synced {
		now.contents[f.inode] = f.content
	}
	err := traced(t, cmd, func(c call) {
		switch c.number {
		case syscall.SYS_WRITE:
			if c.made && c.args[0] == 1 {
				now.hear(c.wrote())
			}
		case syscall.SYS_FSYNC, syscall.SYS_FDATASYNC:
			name, err := filepath.Rel(dir, c.path())
			if err != nil || strings.HasPrefix(name, "..") {
				return
			}
			now.written = readDisk(t, dir)
			if c.made && !c.failed {
				now.sync(name)
			}
			all = append(all, now)
		}
	})
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EACCES) || errors.Is(err, syscall.ENOSYS) || errors.Is(err, syscall.EIO) {
		t.Skip("the system lets no process be traced")
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// sync takes in that a file was synced, or a folder.
func (i *instant) sync(name string) {
	i.contents, i.synced = maps.Clone(i.contents), maps.Clone(i.synced)
	if f, ok := i.written[name]; ok {
		i.contents[f.inode], i.synced[name] = f.content, f
		return
	}
	for other := range i.synced {
		if _, stays := i.written[other]; !stays && filepath.Dir(other) == name {
			delete(i.synced, other)
		}
	}
	for other, f := range i.written {
		if filepath.Dir(other) == name {
			i.synced[other] = file{f.inode, i.contents[f.inode]}
		}
	}
}

// hear takes in what the process says.
func (i *instant) hear(text string) {
	for line := range strings.Lines(text) {
		word, count, _ := strings.Cut(strings.TrimSpace(line), " ")
		if n, err := strconv.Atoi(count); err == nil && word == "written" {
			i.said = n
		} else if err == nil && word == "kept" {
			i.kept = n
		}
	}
}

// lose writes the disk of a moment without power into a directory.
func (i instant) lose(t *testing.T, rng *rand.Rand, dir string) {
	t.Helper()
	how := rng.IntN(4) // nothing that is not synced, all, or any
	names := maps.Clone(i.synced)
	maps.Copy(names, i.written)
	for name := range names {
		_, sure := i.synced[name]
		now, is := i.written[name]
		inode := now.inode
		if !is {
			inode = i.synced[name].inode
		}
		content, there := i.contents[inode], sure
		switch {
		case how == 1:
			content, there = now.content, is
		case how > 1 && is:
			content, there = torn(rng, content, now.content), sure || rng.IntN(3) > 0
		case how > 1: // its removal may be lost
			there = rng.IntN(2) == 0
		}
		if !there {
			continue
		}
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, content, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}

// torn returns a file of which any blocks are as they were synced, and the others as they
// were written, or zero where the file was shorter.
func torn(rng *rand.Rand, synced, written []byte) []byte {
	if bytes.Equal(synced, written) {
		return written
	}
	size := len(written)
	if rng.IntN(2) == 0 {
		size = min(len(synced), len(written)) + rng.IntN(max(len(synced), len(written))-min(len(synced), len(written))+1)
	}
	size = max(size, min(len(synced), len(written)))
	content := make([]byte, size)
	copy(content, synced)
	for at := 0; at < len(written) && at < size; at += block {
		if rng.IntN(2) == 0 {
			copy(content[at:min(at+block, size)], written[at:min(at+block, len(written))])
		}
	}
	return content
}

func TestALossOfPowerLosesNothingThatWasWritten(t *testing.T) {
	t.Parallel()
	was, is := inMemory(t, state(5)...), inMemory(t, state(5)...)
	refreshed(t, is, state(6)...)
	for name, c := range map[string]struct {
		before *Index // nil: none
		more   []string
		expect func(t *testing.T, ix *Index, at instant)
	}{
		"refresh": {was, nil, func(t *testing.T, ix *Index, at instant) {
			if err := ix.Lost(); err != nil || ix.Refreshed().IsZero() {
				t.Errorf("the index is not whole: %v", err)
			}
			expectBetween(t, ix, was, 6, at.said)
		}},
		"first refresh": {nil, nil, func(t *testing.T, ix *Index, at instant) {
			if err := ix.Lost(); err != nil && at.said > 0 {
				t.Error(err)
			}
			expectBetween(t, ix, inMemory(t), 6, at.said)
		}},
		"rebuild": {was, []string{crashAnew + "=1"}, func(t *testing.T, ix *Index, _ instant) {
			if got := seenBy(t, ix); got != seenBy(t, was) && got != seenBy(t, is) {
				t.Errorf("the index is neither the old one nor the new one: %.900s", got)
			}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, whole := t.TempDir(), inMemory(t, state(6)...)
			if c.before != nil {
				built(t, dir, state(5)...)
				whole = is
			}
			all := instants(t, dir, 6, c.more...)
			rng := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 3))
			for round := range *outages {
				at := rng.IntN(len(all))
				lost := t.TempDir()
				all[at].lose(t, rng, lost)
				ix := opened(t, lost)
				ix.pace = small
				c.expect(t, ix, all[at])
				expectKept(t, lost, all[at].kept)
				if round%4 == 0 {
					refreshed(t, ix, state(6)...)
					expectSameIndex(t, ix, whole)
				}
				if err := errors.Join(ix.Close(), os.RemoveAll(lost)); err != nil {
					t.Fatal(err)
				}
				if t.Failed() {
					t.Fatalf("at moment %d of %d", at, len(all))
				}
			}
			last := all[len(all)-1]
			t.Logf("%d losses of power at %d moments, the last with %d articles written and %d topics kept", *outages, len(all), last.said, last.kept)
			if len(all) < 20 {
				t.Error("so few moments are not what the test expects of a refresh")
			}
		})
	}
}

// expectKept checks that what readers leave behind is there.
func expectKept(t *testing.T, dir string, least int) {
	t.Helper()
	s, err := store.Open(filepath.Join(dir, "readers.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	follows, err := s.Follows("place")
	if err != nil {
		t.Fatal(err)
	}
	for i := range least {
		if !slices.ContainsFunc(follows, func(f store.Follow) bool { return f.Topic == fmt.Sprint("topic ", i+1) }) {
			t.Errorf("topic %d of %d that were kept is lost", i+1, least)
		}
	}
}
