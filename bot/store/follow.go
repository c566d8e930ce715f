package store

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"go.etcd.io/bbolt"
)

// MaxFollows is how many topics one place can follow.
const MaxFollows = 50

// ErrTooMany says that a place follows as many topics as it can.
var ErrTooMany = errors.New("too many topics are followed here")

// Follow is a topic whose news a place wants to hear of.
type Follow struct {
	Place string    // where digests go
	Topic string    // a name or a few words, as typed
	Since time.Time // when it was first followed, UTC
	Seen  time.Time // articles read until then have been told of, UTC
}

func (f Follow) key() []byte { return key(f.Place, fold(f.Topic)) }

// fold makes one key of spellings that differ by case and spaces.
func fold(topic string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(topic, "\x00", " ")), " "))
}

// Follow keeps a follow; false where the place follows the topic already. ErrTooMany says
// that it has MaxFollows.
func (s *Store) Follow(f Follow) (added bool, err error) {
	err = s.db.Update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(followsBucket)
		if b.Get(f.key()) != nil {
			return nil
		}
		n := 0
		each(b, key(f.Place, ""), func([]byte, Follow) { n++ })
		if n >= MaxFollows {
			return ErrTooMany
		}
		added = true
		return put(b, f.key(), f)
	})
	return added, wrap("follow", err)
}

// Unfollow forgets a follow; false where there was none.
func (s *Store) Unfollow(place, topic string) (removed bool, err error) {
	err = s.db.Update(func(tx *bbolt.Tx) error {
		b, k := tx.Bucket(followsBucket), Follow{Place: place, Topic: topic}.key()
		removed = b.Get(k) != nil
		return b.Delete(k)
	})
	return removed, wrap("unfollow", err)
}

// Follows lists what a place follows, in alphabetical order.
func (s *Store) Follows(place string) ([]Follow, error) { return s.follows(key(place, "")) }

// AllFollows lists what every place follows, in order of place and topic.
func (s *Store) AllFollows() ([]Follow, error) { return s.follows(nil) }

func (s *Store) follows(prefix []byte) ([]Follow, error) {
	var all []Follow
	err := s.db.View(func(tx *bbolt.Tx) error {
		each(tx.Bucket(followsBucket), prefix, func(_ []byte, f Follow) { all = append(all, f) })
		return nil
	})
	return all, wrap("follows", err)
}

// Digest is what one place is to be told after a refresh. It is kept from the moment when
// it is made until it is known to have been sent, so that a crash in between neither loses
// it nor makes it twice.
type Digest struct {
	ID    string // the same however often it is sent
	Place string
	Made  time.Time // UTC
	Sent  time.Time // UTC; zero while it is due
	Items []Item
}

// Item is one quote of a digest.
type Item struct {
	Topic      string
	Article    string // id
	Start, End int    // bytes of the article's text, half open
}

// Plan keeps a digest and marks the follows of its place as told until then, in one
// step. Follows that are gone by now stay gone. A digest without items only marks.
func (s *Store) Plan(d Digest, told []Follow, until time.Time) error {
	return wrap("plan", s.db.Update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(followsBucket)
		for _, f := range told {
			if b.Get(f.key()) == nil {
				continue
			}
			f.Seen = until
			if err := put(b, f.key(), f); err != nil {
				return err
			}
		}
		if len(d.Items) == 0 {
			return nil
		}
		return put(tx.Bucket(digestsBucket), key(d.ID), d)
	}))
}

// Due lists the digests that were not sent yet, in order of id.
func (s *Store) Due() ([]Digest, error) {
	all, err := s.digests()
	var due []Digest
	for _, d := range all {
		if d.Sent.IsZero() {
			due = append(due, d)
		}
	}
	return due, err
}

// SentSince counts the digests that a place was sent, or is to be sent, since a time.
func (s *Store) SentSince(place string, since time.Time) (int, error) {
	all, err := s.digests()
	n := 0
	for _, d := range all {
		if d.Place == place && d.Made.After(since) {
			n++
		}
	}
	return n, err
}

func (s *Store) digests() ([]Digest, error) {
	var all []Digest
	err := s.db.View(func(tx *bbolt.Tx) error {
		each(tx.Bucket(digestsBucket), nil, func(_ []byte, d Digest) { all = append(all, d) })
		return nil
	})
	return all, wrap("digests", err)
}

// keepSent is how long a digest that was sent is remembered, to count those of a day.
const keepSent = 48 * time.Hour

// Sent marks a digest as sent, and forgets those that were sent long ago.
func (s *Store) Sent(id string, now time.Time) error {
	return wrap("sent", s.db.Update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(digestsBucket)
		var old [][]byte
		var this Digest
		each(b, nil, func(k []byte, d Digest) {
			if d.ID == id {
				this = d
			} else if !d.Sent.IsZero() && now.Sub(d.Sent) > keepSent {
				old = append(old, append([]byte(nil), k...))
			}
		})
		for _, k := range old {
			if err := b.Delete(k); err != nil {
				return err
			}
		}
		if this.ID == "" {
			return nil
		}
		this.Sent = now
		return put(b, key(id), this)
	}))
}

// wrap says of an error of the store what was done; those that callers know stay.
func wrap(what string, err error) error {
	if err == nil || errors.Is(err, ErrTooMany) {
		return err
	}
	return fmt.Errorf("store: %s: %w", what, err)
}
