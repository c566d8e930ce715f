// Package intact looks whether a file of bbolt is as it was written, for which the library
// takes much for granted: what is wrong would else come to light as a panic, as a page that
// is written over, or never. It knows neither what the file holds nor who keeps it.
package intact

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"runtime/debug"
	"syscall"

	"go.etcd.io/bbolt"
)

// Read calls read, which may find that a file is not as it was written: then it panics, reads
// beyond the file's end, or returns an error that the system did not give. All of that is
// returned as damaged, with the cause behind it.
func Read(damaged error, read func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true)) // a file may end before what is to be read
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", damaged, p)
		}
	}()
	err = read()
	var file *fs.PathError
	var system syscall.Errno
	if err == nil || errors.Is(err, damaged) || errors.As(err, &file) || errors.As(err, &system) {
		return err
	}
	return fmt.Errorf("%w: %w", damaged, err)
}

var errEndsEarly = errors.New("it ends too early")

// Inspect reads all of a file and looks whether it hangs together; check is called with each
// value, of the buckets within buckets too, and may find one wrong. It is to be called within
// Read.
func Inspect(db *bbolt.DB, check func(value []byte) error) error {
	f, err := os.Open(db.Path())
	if err != nil {
		return err
	}
	defer f.Close()
	if err := inspectHeads(f, db.Info().PageSize); err != nil {
		return err
	}
	return db.View(func(tx *bbolt.Tx) error {
		if err := inspectPages(tx, f, db.Info().PageSize); err != nil {
			return err
		}
		if err := tx.ForEach(func(_ []byte, b *bbolt.Bucket) error { return readAll(b, check, 0) }); err != nil {
			return err
		}
		var broken error
		for err := range tx.Check() { // to its end, or it stays for ever
			broken = cmp.Or(broken, err)
		}
		return broken
	})
}

// inspectHeads looks at the two pages that the file begins with, of which the library needs
// only one, and may take the older: their numbers, and that they say what they are (bbolt,
// internal/common/page.go).
func inspectHeads(f io.ReaderAt, pageSize int) error {
	const metaPage = 0x04
	for number := range 2 {
		var head [10]byte
		if _, err := f.ReadAt(head[:], int64(number)*int64(pageSize)); err != nil {
			return err
		}
		if binary.NativeEndian.Uint64(head[:]) != uint64(number) || binary.NativeEndian.Uint16(head[8:]) != metaPage {
			return errors.New("it does not begin as it was written")
		}
	}
	return nil
}

// inspectPages looks whether pages are where they say that they are, and end within the file.
// The library takes their lengths for granted, and reads the memory behind a file that is
// shorter than it should be; a page that is not the one expected has it panic where nobody can
// recover.
func inspectPages(tx *bbolt.Tx, f *os.File, pageSize int) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() < tx.Size() {
		return errEndsEarly
	}
	all := int(tx.Size()) / pageSize
	for number := 0; number < all; {
		page, err := tx.Page(number)
		if err != nil || page == nil {
			return err
		}
		if page.Type == "free" {
			number++
			continue
		}
		var says [8]byte
		if _, err := f.ReadAt(says[:], int64(number)*int64(pageSize)); err != nil {
			return err
		}
		if binary.NativeEndian.Uint64(says[:]) != uint64(number) {
			return errors.New("a page is not where it was written")
		}
		if number += 1 + page.OverflowCount; number > all {
			return errEndsEarly
		}
	}
	return nil
}

// deepest is more than there are buckets within each other.
const deepest = 10

// readAll reads all of a bucket.
func readAll(b *bbolt.Bucket, check func([]byte) error, depth int) error {
	if depth > deepest {
		return errors.New("it has no end")
	}
	return b.ForEach(func(k, v []byte) error {
		if v == nil {
			return readAll(b.Bucket(k), check, depth+1)
		}
		crc32.ChecksumIEEE(v) // reads it to its end
		return check(v)
	})
}
