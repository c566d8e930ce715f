package index

import (
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// limitFiles keeps this process from writing files longer than so many bytes.
func limitFiles(t *testing.T, most string) {
	if most == "" {
		return
	}
	n, err := strconv.ParseUint(most, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	signal.Ignore(syscall.SIGXFSZ) // a write gives an error then
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n}); err != nil {
		t.Fatal(err)
	}
}

// failing runs a refresh that cannot write all that it has to, and returns how many
// articles it said were written.
func failing(t *testing.T, dir string, n int, more ...string) (written int) {
	t.Helper()
	cmd, lines := crash(t, dir, n, more...)
	for lines.Scan() {
		if rest, ok := strings.CutPrefix(lines.Text(), "written "); ok {
			written, _ = strconv.Atoi(rest)
		}
		if lines.Text() == "done" {
			t.Error("the refresh came to its end: the test leaves too much room")
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Error("the refresh gave no error")
	}
	return written
}

// expectCompleted checks an index after a refresh that failed, and that the next one
// completes it.
func expectCompleted(t *testing.T, dir string, written int) {
	t.Helper()
	reference := inMemory(t)
	refreshed(t, reference, state(3)...)
	ix := opened(t, dir)
	ix.pace = small
	expectBetween(t, ix, reference, 4, written)
	refreshed(t, ix, state(4)...)
	refreshed(t, reference, state(4)...)
	expectSameIndex(t, ix, reference)
}

// before makes the index that a refresh is to fail on.
func before(t *testing.T, dir string) {
	t.Helper()
	ix := opened(t, dir)
	refreshed(t, ix, state(3)...)
	if err := ix.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestAWriteThatFailsLosesNothing(t *testing.T) {
	t.Parallel()
	for _, most := range []string{"1", "5000", "20000"} {
		t.Run(most, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			before(t, dir)
			expectCompleted(t, dir, failing(t, dir, 4, crashLimit+"="+most))
		})
	}
}

func TestARebuildThatCannotWriteLeavesTheOldIndex(t *testing.T) {
	t.Parallel()
	for _, most := range []string{"1", "5000", "20000"} {
		t.Run(most, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			before(t, dir)
			failing(t, dir, 4, crashLimit+"="+most, crashAnew+"=1")
			expectAsBefore(t, dir)
		})
	}
}

// expectAsBefore checks that an index is as before made it, and that it can be built anew now.
func expectAsBefore(t *testing.T, dir string) {
	t.Helper()
	reference := inMemory(t)
	refreshed(t, reference, state(3)...)
	ix := opened(t, dir)
	if got := entries(t, dir); got != schema {
		t.Errorf("left are %s", got)
	}
	expectSameIndex(t, ix, reference)
	rebuilt(t, ix, state(4)...)
	refreshed(t, reference, state(4)...)
	expectSameIndex(t, ix, reference)
}

func TestARebuildOnAFullDiskLeavesTheOldIndex(t *testing.T) {
	t.Parallel()
	disk := smallDisk(t)
	dir := filepath.Join(disk, "index")
	before(t, dir)
	ballast := filepath.Join(disk, "ballast")
	fill(t, ballast, 60<<10)
	failing(t, dir, 4, crashAnew+"=1")
	if got := entries(t, dir); got != schema {
		t.Errorf("the failed rebuild keeps %s", got)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	expectAsBefore(t, dir)
}

// smallDisk returns a disk of its own.
func smallDisk(t *testing.T) string {
	t.Helper()
	disk := t.TempDir()
	err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=2m")
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EACCES) {
		t.Skip("a disk of its own takes root")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(disk, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return disk
}

func TestAFullDiskLosesNothing(t *testing.T) {
	t.Parallel()
	disk := smallDisk(t)
	dir := filepath.Join(disk, "index")
	before(t, dir)
	ballast := filepath.Join(disk, "ballast")
	fill(t, ballast, 40<<10)
	written := failing(t, dir, 4)
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	expectCompleted(t, dir, written)
}

// fill fills a disk with a file, but for some bytes.
func fill(t *testing.T, path string, free int64) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	size, block := int64(0), make([]byte, 4<<10)
	for {
		n, err := f.Write(block)
		size += int64(n)
		if errors.Is(err, syscall.ENOSPC) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Truncate(max(0, size-free)); err != nil {
		t.Fatal(err)
	}
}
