// Package store keeps what readers and operators leave behind and no article can tell:
// what a channel follows, when somebody last asked, votes on quotes, and articles that were
// added or removed by hand. It lies beside the index, in one file (bbolt), and survives the
// rebuilding of the index. It knows neither the index, nor how an answer is found, nor
// Discord: places and readers are opaque to it.
package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// ErrLocked says that another process holds the store.
var ErrLocked = errors.New("another process holds the store")

// The buckets of the file. Keys are the parts that a comment names, with a zero byte
// between; values are JSON.
var (
	followsBucket = []byte("follows") // place, folded topic: Follow
	digestsBucket = []byte("digests") // id: Digest
	askedBucket   = []byte("asked")   // reader, folded topic: time
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
// ErrLocked says that another process has it open.
func Open(path string) (*Store, error) {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: lockWait})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, fmt.Errorf("%s: %w", path, ErrLocked)
	}
	if err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	s := &Store{db: db}
	err = db.Update(func(tx *bbolt.Tx) error {
		for _, name := range [][]byte{followsBucket, digestsBucket, askedBucket, votesBucket, offersBucket, addedBucket, removedBucket} {
			if _, err := tx.CreateBucketIfNotExists(name); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("store %s: %w", path, err), db.Close())
	}
	return s, nil
}

// OpenReadOnly opens the store in a file to read it alone: several processes can at a time,
// as long as none has it open otherwise (ErrLocked). fs.ErrNotExist says that there is none.
func OpenReadOnly(path string) (*Store, error) {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: lockWait, ReadOnly: true})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, fmt.Errorf("%s: %w", path, ErrLocked)
	}
	if err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	return &Store{db: db}, nil
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
