package index

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/blevesearch/bleve/v2/util"
	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
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

// sound reads what may not be as it was written. A panic, or a file that ends before what is
// to be read, is an ErrDamaged; so is any error that the system did not give.
func sound(read func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, p)
		}
	}()
	err = read()
	var file *fs.PathError
	var system syscall.Errno
	switch {
	case err == nil || errors.Is(err, ErrMissing) || errors.Is(err, ErrDamaged):
		return err
	case errors.Is(err, bolterrors.ErrTimeout):
		return locked()
	case errors.As(err, &file) || errors.As(err, &system):
		return err
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
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
	if err := inspectHeads(root, db.Info().PageSize); err != nil {
		return nil, err
	}
	err = db.View(func(tx *bbolt.Tx) error {
		if err := inspectPages(tx, db.Info().PageSize); err != nil {
			return err
		}
		if err := tx.ForEach(func(_ []byte, b *bbolt.Bucket) error { return readAll(b, 0) }); err != nil {
			return err
		}
		var broken error
		for err := range tx.Check() { // to its end, or it stays for ever
			broken = cmp.Or(broken, err)
		}
		if broken != nil {
			return broken
		}
		files, err = lastState(tx)
		return err
	})
	return files, err
}

// inspectHeads looks at the two pages that a root begins with, of which bbolt needs only one
// and checks both: their numbers, and that they say what they are (bbolt,
// internal/common/page.go).
func inspectHeads(root string, pageSize int) error {
	f, err := os.Open(root)
	if err != nil {
		return err
	}
	defer f.Close()
	const metaPage = 0x04
	for number := range int64(2) {
		var head [10]byte
		if _, err := f.ReadAt(head[:], number*int64(pageSize)); err != nil {
			return err
		}
		if binary.NativeEndian.Uint64(head[:]) != uint64(number) || binary.NativeEndian.Uint16(head[8:]) != metaPage {
			return fmt.Errorf("%w: %s does not begin as it was written", ErrDamaged, rootFile)
		}
	}
	return nil
}

// inspectPages looks whether pages end within the file: bbolt takes their lengths for granted.
func inspectPages(tx *bbolt.Tx, pageSize int) error {
	all := int(tx.Size()) / pageSize
	for number := 0; number < all; {
		page, err := tx.Page(number)
		if err != nil || page == nil {
			return err
		}
		if number++; page.Type != "free" {
			number += page.OverflowCount
		}
		if number > all {
			return fmt.Errorf("%w: %s ends too early", ErrDamaged, rootFile)
		}
	}
	return nil
}

// deepest is more than there are buckets within each other.
const deepest = 10

// readAll reads all of a bucket.
func readAll(b *bbolt.Bucket, depth int) error {
	if depth > deepest {
		return fmt.Errorf("%w: %s has no end", ErrDamaged, rootFile)
	}
	return b.ForEach(func(k, v []byte) error {
		if v == nil {
			return readAll(b.Bucket(k), depth+1)
		}
		crc32.ChecksumIEEE(v)
		return nil
	})
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
