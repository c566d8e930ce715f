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
	schema string
	number int // 1 is the first of its schema
}

// numberedHome returns a folder of the present schema.
func numberedHome(number int) home {
	if number == 1 {
		return home{schema, schema, 1}
	}
	return home{schema + "-" + strconv.Itoa(number), schema, number}
}

// homesIn returns the folders of indexes in a directory: of the present schema the newest
// first, and those of others. A directory that is not there has none.
func homesIn(dir string) (own, others []home, err error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		m := folderName.FindStringSubmatch(e.Name())
		if m == nil {
			continue
		}
		number, err := strconv.Atoi(cmp.Or(m[2], "1"))
		if err != nil {
			continue
		}
		if f := (home{e.Name(), m[1], number}); f.schema == schema {
			own = append(own, f)
		} else {
			others = append(others, f)
		}
	}
	slices.SortFunc(own, func(a, b home) int { return cmp.Compare(b.number, a.number) })
	return own, others, nil
}

// sweep removes the folders of all indexes in a directory but one: what was built by halves,
// what another took the place of, and what earlier versions of the program left.
func sweep(dir, keep string) error {
	own, others, err := homesIn(dir)
	if err != nil {
		return err
	}
	for _, f := range slices.Concat(own, others) {
		if f.name == keep {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dir, f.name)); err != nil {
			return fmt.Errorf("an index that is no longer needed: %w", err)
		}
	}
	return nil
}

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
