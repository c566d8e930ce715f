package index

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// damages are what may happen to a file that a disk did not keep as it was written.
var damages = map[string]func(rng *rand.Rand, content []byte) []byte{
	"cut short":  func(rng *rand.Rand, content []byte) []byte { return content[:rng.IntN(len(content))] },
	"empty":      func(*rand.Rand, []byte) []byte { return []byte{} },
	"all zeroes": func(_ *rand.Rand, content []byte) []byte { return make([]byte, len(content)) },
	"zeroes at the end": func(rng *rand.Rand, content []byte) []byte {
		clear(content[rng.IntN(len(content)):])
		return content
	},
	"a block of zeroes": func(rng *rand.Rand, content []byte) []byte {
		at := rng.IntN(len(content))
		clear(content[at:min(at+512, len(content))])
		return content
	},
	"a block of noise": func(rng *rand.Rand, content []byte) []byte {
		at := rng.IntN(len(content))
		for i := at; i < min(at+512, len(content)); i++ {
			content[i] = byte(rng.Uint32())
		}
		return content
	},
	"longer":  func(_ *rand.Rand, content []byte) []byte { return append(content, make([]byte, 5000)...) },
	"missing": func(*rand.Rand, []byte) []byte { return nil },
}

// abandoned makes a whole index of two states whose process was killed.
func abandoned(t *testing.T, dir string) {
	t.Helper()
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	ix.pace = small
	refreshed(t, ix, state(0)...)
	refreshed(t, ix, state(1)...)
	leave(t, ix)
}

// damaged damages one of the files of an index whose names end so.
func damaged(t *testing.T, rng *rand.Rand, dir, end string, damage func(*rand.Rand, []byte) []byte) (name string) {
	t.Helper()
	var files []string
	err := filepath.WalkDir(filepath.Join(dir, schema), func(path string, e fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, end) {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("no file %s: %v", end, err)
	}
	path := files[rng.IntN(len(files))]
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if content = damage(rng, content); content == nil {
		err = os.Remove(path)
	} else {
		err = os.WriteFile(path, content, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Base(path)
}

// TestADamagedIndexIsFoundOutAndBuiltAnew damages files of an index: either readers see what
// they saw before, or they are told, and the next refresh makes it good.
func TestADamagedIndexIsFoundOutAndBuiltAnew(t *testing.T) {
	t.Parallel()
	reference, whole := inMemory(t, state(1)...), t.TempDir()
	abandoned(t, whole)
	seed := uint64(time.Now().UnixNano())
	for _, kind := range []string{".zap", rootFile, metaFile} {
		for what, damage := range damages {
			t.Run(kind+" "+what, func(t *testing.T) {
				t.Parallel()
				dir, rng := filepath.Join(t.TempDir(), "index"), rand.New(rand.NewPCG(seed, uint64(len(kind)+len(what))))
				if err := os.CopyFS(dir, os.DirFS(whole)); err != nil {
					t.Fatal(err)
				}
				name := damaged(t, rng, dir, kind, damage)
				told := expectSameOrTold(t, dir, reference)
				ix := opened(t, dir)
				if lost := ix.Lost(); told && !errors.Is(lost, ErrDamaged) || lost != nil && strings.Contains(fmt.Sprint(lost), "\n") {
					t.Errorf("lost is %v", lost)
				}
				refreshed(t, ix, state(1)...)
				if got, want := seenBy(t, ix), seenBy(t, reference); got != want || ix.Lost() != nil {
					t.Errorf("after a refresh it holds\n%.900s\nwant\n%.900s", got, want)
				}
				if got := entries(t, dir); strings.Contains(got, " ") {
					t.Errorf("left are %s", got)
				}
				if t.Failed() {
					t.Errorf("%s was damaged; seed %d", name, seed)
				}
			})
		}
	}
}

// expectSameOrTold opens an index that may be damaged to read it, and says whether it is told to be.
func expectSameOrTold(t *testing.T, dir string, want *Index) (told bool) {
	t.Helper()
	ix, err := OpenReadOnly(dir)
	if errors.Is(err, ErrDamaged) {
		return true
	}
	if err != nil {
		t.Errorf("it is opened with %v", err)
		return false
	}
	defer ix.Close()
	if got := seenBy(t, ix); got != seenBy(t, want) {
		t.Errorf("readers see\n%.900s\nwant\n%.900s", got, seenBy(t, want))
	}
	return false
}
