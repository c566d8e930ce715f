package store

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"syscall"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// sound reads what may not be as it was written, for which the library panics. A panic, and any
// error that the system did not give, is an ErrDamaged.
func sound(read func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true)) // a file may end before what is to be read
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, p)
		}
	}()
	err = read()
	var file *fs.PathError
	var system syscall.Errno
	if err == nil || errors.Is(err, ErrDamaged) || errors.Is(err, bolterrors.ErrTimeout) || errors.As(err, &file) || errors.As(err, &system) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}

// inspect reads all that is kept, and looks whether it hangs together. What it finds wrong would
// else come to light as a panic, or as a page that is written over.
func inspect(db *bbolt.DB) error {
	if err := inspectHeads(db.Path(), db.Info().PageSize); err != nil {
		return err
	}
	return db.View(func(tx *bbolt.Tx) error {
		if err := tx.ForEach(readAll); err != nil {
			return err
		}
		var broken error
		for err := range tx.Check() { // to its end, or it stays for ever
			broken = cmp.Or(broken, err)
		}
		return broken
	})
}

// inspectHeads looks at the two pages that the file begins with, of which the library needs only
// one, and may take the older: their numbers, and that they say what they are (bbolt,
// internal/common/page.go).
func inspectHeads(path string, pageSize int) error {
	f, err := os.Open(path)
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
			return fmt.Errorf("%w: it does not begin as it was written", ErrDamaged)
		}
	}
	return nil
}

// readAll reads all of a bucket.
func readAll(_ []byte, b *bbolt.Bucket) error {
	return b.ForEach(func(_, v []byte) error {
		if !json.Valid(v) {
			return fmt.Errorf("%w: it holds what was never written", ErrDamaged)
		}
		return nil
	})
}
