package index

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// In the index directory each index has a folder of its own: storybot-6 is the first one of
// the schema storybot-6, and storybot-6-2, storybot-6-3 and so on are what was built beside
// the one before. An index is whole when it says so itself (see refreshedKey), so that no
// crash leaves a doubt: the newest whole one is the one to answer from, all others can go.
// An index that was not closed well has the file unclean beside its store.

// folderName matches the folders of indexes of any schema, and nothing else that may stand
// beside them.
var folderName = regexp.MustCompile(`^(storybot-[0-9]+)(?:-([0-9]+))?$`)

// home is the folder of an index.
type home struct {
	name   string
	number int // 1 is the first of its schema
}

// numberedHome returns a folder of the present schema.
func numberedHome(number int) home {
	if number == 1 {
		return home{schema, 1}
	}
	return home{schema + "-" + strconv.Itoa(number), number}
}

// homesIn returns the folders of indexes of the present schema in a directory, the newest
// first. A directory that is not there has none.
func homesIn(dir string) ([]home, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []home
	for _, e := range entries {
		m := folderName.FindStringSubmatch(e.Name())
		if m == nil || m[1] != schema {
			continue
		}
		if number, err := strconv.Atoi(cmp.Or(m[2], "1")); err == nil {
			all = append(all, home{e.Name(), number})
		}
	}
	slices.SortFunc(all, func(a, b home) int { return cmp.Compare(b.number, a.number) })
	return all, nil
}

// sweep removes the folders of all indexes in a directory but one: what was built by halves,
// what another took the place of, and what earlier versions of the program left.
func sweep(dir, keep string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == keep || !folderName.MatchString(strings.TrimSuffix(e.Name(), newSuffix)) {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return fmt.Errorf("an index that is no longer needed: %w", err)
		}
	}
	return nil
}

// newSuffix ends the name of a folder that is being made.
const newSuffix = ".new"

// uncleanFile says that an index is open for writing, or was when its process ended.
const uncleanFile = "unclean"

// markUnclean makes the file, and lets a loss of power keep it and all that stands in the
// folder by now.
func markUnclean(path string) error {
	f, err := os.Create(filepath.Join(path, uncleanFile))
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	for _, p := range []string{filepath.Join(path, metaFile), filepath.Join(path, storeFolder), path, filepath.Dir(path)} {
		if err := syncPath(p); err != nil {
			return err
		}
	}
	return nil
}

// syncPath has a file or a folder written to the disk. A system that cannot do so with a
// folder keeps its entries by other means.
func syncPath(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil && !info.IsDir() {
		return err
	}
	return nil
}
