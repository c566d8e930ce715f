// Package store keeps what readers and operators leave behind and no article can tell:
// what a channel follows, when somebody last asked, votes on quotes, and articles that were
// added or removed by hand. It lies beside the index, in one file (bbolt), and survives the
// rebuilding of the index. It knows neither the index, nor how an answer is found, nor
// Discord: places and readers are opaque to it.
package store

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"storybot/index/intact"
)

// Errors of Open and OpenReadOnly.
var (
	// ErrLocked says that another process holds the store.
	ErrLocked = errors.New("another process holds the store")
	// ErrDamaged says that the file is not as it was written. Nothing can bring back what it
	// held, so that it is left as it is for whoever has a copy.
	ErrDamaged = errors.New("the file is damaged, and has to be replaced by a copy, or moved away to begin anew")
)

// The buckets of the file. Keys are the parts that a comment names, with a zero byte
// between; values are JSON.
var (
	followsBucket = []byte("follows") // place, folded topic: Follow
	digestsBucket = []byte("digests") // id: Digest
	askedBucket   = []byte("asked")   // reader, folded topic: mark
	votesBucket   = []byte("votes")   // reader, command, article, start: Vote
	offersBucket  = []byte("offers")  // token: Article
	addedBucket   = []byte("added")   // id: Article
	removedBucket = []byte("removed") // id: Article
)

// lockWait is how long Open waits for another process to let go.
const lockWait = 500 * time.Millisecond

// Store is safe for concurrent use. Every change is on disk when its method returns.
type Store struct{ db *bbolt.DB }

// Open opens the store in a file, for this user alone, and creates it where it is missing.
// ErrLocked says that another process has it open, ErrDamaged that the file cannot be read.
func Open(path string) (*Store, error) {
	if err := create(path); err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	s, err := OpenReadOnly(path) // a damaged file is found out here
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	return open(path, &bbolt.Options{Timeout: lockWait}, addBuckets)
}

// create makes a store where there is none: under another name first, so that a loss of power
// leaves a whole one or none.
func create(path string) error {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	fresh, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.new")
	if err != nil {
		return err
	}
	defer os.Remove(fresh.Name())
	if err := fresh.Close(); err != nil {
		return err
	}
	db, err := bbolt.Open(fresh.Name(), 0o600, nil)
	if err != nil {
		return err
	}
	if err := errors.Join(addBuckets(db), db.Close()); err != nil {
		return err
	}
	err = os.Link(fresh.Name(), path)
	if err != nil && !errors.Is(err, fs.ErrExist) { // files have one name only here; else another process was faster
		err = os.Rename(fresh.Name(), path)
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder has the entries of a folder written to the disk, on systems that do so by
// themselves only after a while.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	_ = f.Sync() // an error says that the system does not let folders be synced
	return f.Close()
}

// addBuckets adds the buckets that a file lacks.
func addBuckets(db *bbolt.DB) error {
	return db.Update(func(tx *bbolt.Tx) error {
		for _, name := range [][]byte{followsBucket, digestsBucket, askedBucket, votesBucket, offersBucket, addedBucket, removedBucket} {
			if _, err := tx.CreateBucketIfNotExists(name); err != nil {
				return err
			}
		}
		return nil
	})
}

// open opens the store in a file that is there, and does something with it first.
func open(path string, o *bbolt.Options, first func(*bbolt.DB) error) (*Store, error) {
	var db *bbolt.DB
	err := intact.Read(ErrDamaged, func() (err error) {
		if info, err := os.Stat(path); err != nil || info.Size() == 0 { // which the library would fill
			return cmp.Or(err, ErrDamaged)
		}
		if db, err = bbolt.Open(path, 0o600, o); err != nil {
			return err
		}
		return first(db)
	})
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, fmt.Errorf("%s: %w", path, ErrLocked)
	case err != nil && db != nil:
		return nil, errors.Join(fmt.Errorf("store %s: %w", path, err), db.Close())
	case err != nil:
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	return &Store{db: db}, nil
}

// OpenReadOnly opens the store in a file to read it alone: several processes can at a time,
// as long as none has it open otherwise (ErrLocked). fs.ErrNotExist says that there is none.
func OpenReadOnly(path string) (*Store, error) {
	return open(path, &bbolt.Options{Timeout: lockWait, ReadOnly: true, PreLoadFreelist: true}, inspect)
}

// inspect looks whether all that is kept is as it was written.
func inspect(db *bbolt.DB) error {
	return intact.Inspect(db, func(value []byte) error {
		if !json.Valid(value) {
			return errors.New("it holds what was never written")
		}
		return nil
	})
}

// Close releases the store. A second Close does nothing and returns nil.
func (s *Store) Close() error { return s.db.Close() }

// key joins the parts of a key.
func key(parts ...string) []byte {
	var k []byte
	for i, p := range parts {
		if i > 0 {
			k = append(k, 0)
		}
		k = append(k, p...)
	}
	return k
}

func put(b *bbolt.Bucket, k []byte, v any) error {
	value, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return b.Put(k, value)
}

// get decodes the value of a key; false where there is none that can be read. A bucket that
// an earlier version did not make is nil.
func get[T any](b *bbolt.Bucket, k []byte) (v T, ok bool) {
	if b == nil {
		return v, false
	}
	raw := b.Get(k)
	return v, raw != nil && json.Unmarshal(raw, &v) == nil
}

// each decodes the values whose keys start with a prefix, in order of key. What cannot be
// read is passed over: a later version may have written it. A bucket that an earlier version
// did not make is nil.
func each[T any](b *bbolt.Bucket, prefix []byte, visit func(k []byte, v T)) {
	if b == nil { // of a file whose making was cut short, or that an earlier version made
		return
	}
	c := b.Cursor()
	for k, raw := c.Seek(prefix); k != nil && len(k) >= len(prefix) && string(k[:len(prefix)]) == string(prefix); k, raw = c.Next() {
		var v T
		if json.Unmarshal(raw, &v) == nil {
			visit(k, v)
		}
	}
}
