package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/blevesearch/bleve/v2/util"
	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"storybot/index/intact"
)

// What Bleve's index in a folder consists of: a file that says of which kind it is, a root
// (bbolt) that lists the segments of each state that it keeps, and the segments, which are
// never changed once they are written. Where the root or a segment of the last state is not
// as it was written, Bleve goes back to an earlier state or to an empty one, or panics. So all of
// it is looked at first.
const (
	metaFile    = "index_meta.json"
	storeFolder = "store"
	rootFile    = "root.bolt"
)

// inspect looks whether an index can be opened and trusted, and returns how many segments it
// has. ErrMissing says that there is none yet, ErrDamaged that its files are not as they
// were written: what segments contain is read where the index was not closed well.
func inspect(path string) (segments int, err error) {
	root, err := os.Stat(filepath.Join(path, storeFolder, rootFile))
	if errors.Is(err, fs.ErrNotExist) || err == nil && root.Size() == 0 {
		return 0, withoutRoot(path)
	}
	if err != nil {
		return 0, err
	}
	var files []string
	err = sound(func() error {
		files, err = segmentsOf(filepath.Join(path, storeFolder, rootFile))
		return err
	})
	if err != nil {
		return 0, err
	}
	if err := inspectMeta(path); err != nil {
		return 0, err
	}
	_, err = os.Stat(filepath.Join(path, uncleanFile))
	unclean := !errors.Is(err, fs.ErrNotExist)
	for _, f := range files {
		if err := inspectSegment(filepath.Join(path, storeFolder, f), unclean); err != nil {
			return 0, err
		}
	}
	return len(files), nil
}

// withoutRoot says whether an index without a root has lost it, or never had one.
func withoutRoot(path string) error {
	entries, err := os.ReadDir(filepath.Join(path, storeFolder))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".zap" { // a segment
			return fmt.Errorf("%w: %s is missing", ErrDamaged, rootFile)
		}
	}
	return ErrMissing
}

// inspectMeta reads the file that says of which kind an index is.
func inspectMeta(path string) error {
	meta, err := os.ReadFile(filepath.Join(path, metaFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if !json.Valid(meta) {
		return fmt.Errorf("%w: %s is missing or broken", ErrDamaged, metaFile)
	}
	return nil
}

// sound reads what may not be as it was written, which is an ErrDamaged.
func sound(read func() error) error {
	err := intact.Read(ErrDamaged, read)
	switch {
	case errors.Is(err, ErrMissing):
		return ErrMissing
	case errors.Is(err, bolterrors.ErrTimeout):
		return locked()
	}
	return err
}

// segmentsOf returns the names of the segments of the last state that a root lists, and
// reads all of the root.
func segmentsOf(root string) (files []string, err error) {
	wait, err := time.ParseDuration(lockWait)
	if err != nil {
		return nil, err
	}
	db, err := bbolt.Open(root, 0o600, &bbolt.Options{ReadOnly: true, PreLoadFreelist: true, Timeout: wait})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	if err := intact.Inspect(db, func([]byte) error { return nil }); err != nil {
		return nil, fmt.Errorf("%s: %w", rootFile, err)
	}
	err = db.View(func(tx *bbolt.Tx) (err error) {
		files, err = lastState(tx)
		return err
	})
	return files, err
}

// lastState returns the names of the segments of the last state.
func lastState(tx *bbolt.Tx) ([]string, error) {
	states := tx.Bucket(util.BoltSnapshotsBucket)
	if states == nil {
		return nil, ErrMissing
	}
	last, _ := states.Cursor().Last()
	if last == nil {
		return nil, ErrMissing
	}
	state := states.Bucket(last)
	if state == nil {
		return nil, fmt.Errorf("%w: %s has a state without content", ErrDamaged, rootFile)
	}
	var files []string
	err := state.ForEachBucket(func(k []byte) error {
		if file := state.Bucket(k).Get(util.BoltPathKey); file != nil {
			files = append(files, string(file))
		}
		return nil
	})
	return files, err
}

// inspectSegment looks whether a segment is there and, where wanted, whether it is as it was
// written: it ends in the check sum of all before it (zapx, write.go: persistFooter).
func inspectSegment(path string, whole bool) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %s is missing", ErrDamaged, filepath.Base(path))
	}
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	const sumBytes = 4
	size := info.Size() - sumBytes
	if size <= 0 {
		return fmt.Errorf("%w: %s is cut short", ErrDamaged, filepath.Base(path))
	}
	if !whole {
		return nil
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyN(sum, f, size); err != nil {
		return err
	}
	var written [sumBytes]byte
	if _, err := io.ReadFull(f, written[:]); err != nil {
		return err
	}
	if [sumBytes]byte(sum.Sum(nil)) != written {
		return fmt.Errorf("%w: %s is not as it was written", ErrDamaged, filepath.Base(path))
	}
	return nil
}
