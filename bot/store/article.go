package store

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"time"

	"go.etcd.io/bbolt"
)

// Article is an article that an operator adds to the corpus or takes out of it. It is kept
// whole, so that it survives the rebuilding of the index.
type Article struct {
	ID, Path, Title, Outlet, Author, URL string
	Published, Modified                  time.Time // days, 00:00 UTC; zero when unknown
	Text                                 string
	By                                   string    // the reader who did it; "" where that is unknown
	At                                   time.Time // UTC
}

// How long and how many articles wait for the word that they be added.
const (
	offeredFor = 24 * time.Hour
	maxOffers  = 20
)

// Offer keeps an article under a token until it is added, for a day. Where too many wait,
// the oldest go.
func (s *Store) Offer(token string, a Article) error {
	return wrap("offer", s.db.Update(func(tx *bbolt.Tx) error {
		type waiting struct {
			key []byte
			at  time.Time
		}
		var all []waiting
		b := tx.Bucket(offersBucket)
		each(b, nil, func(k []byte, o Article) { all = append(all, waiting{slices.Clone(k), o.At}) })
		slices.SortFunc(all, func(x, y waiting) int { return y.at.Compare(x.at) })
		for i, w := range all {
			if i < maxOffers-1 && a.At.Sub(w.at) <= offeredFor {
				continue
			}
			if err := b.Delete(w.key); err != nil {
				return err
			}
		}
		return put(b, key(token), a)
	}))
}

// Offered returns the article that waits under a token; false where none does at that time.
func (s *Store) Offered(token string, now time.Time) (a Article, ok bool, err error) {
	err = s.db.View(func(tx *bbolt.Tx) error {
		a, ok = get[Article](tx.Bucket(offersBucket), key(token))
		return nil
	})
	return a, ok && now.Sub(a.At) <= offeredFor, wrap("offered", err)
}

// Add keeps an article as one of the corpus, also where it was removed before.
func (s *Store) Add(a Article) error {
	return wrap("add", s.db.Update(func(tx *bbolt.Tx) error {
		if err := tx.Bucket(removedBucket).Delete(key(a.ID)); err != nil {
			return err
		}
		return put(tx.Bucket(addedBucket), key(a.ID), a)
	}))
}

// Remove keeps an article as one that is not of the corpus, wherever it is found.
func (s *Store) Remove(a Article) error {
	return wrap("remove", s.db.Update(func(tx *bbolt.Tx) error { return put(tx.Bucket(removedBucket), key(a.ID), a) }))
}

// Restore forgets that an article was removed; false where it was not.
func (s *Store) Restore(id string) (restored bool, err error) {
	err = s.db.Update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(removedBucket)
		restored = b.Get(key(id)) != nil
		return b.Delete(key(id))
	})
	return restored, wrap("restore", err)
}

// Added lists the articles that were added and not removed since, in order of id.
func (s *Store) Added() ([]Article, error) {
	var all []Article
	err := s.db.View(func(tx *bbolt.Tx) error {
		removed := tx.Bucket(removedBucket)
		each(tx.Bucket(addedBucket), nil, func(k []byte, a Article) {
			if removed == nil || removed.Get(k) == nil {
				all = append(all, a)
			}
		})
		return nil
	})
	return all, wrap("added", err)
}

// Removed lists the articles that were removed, in order of id.
func (s *Store) Removed() ([]Article, error) {
	var all []Article
	err := s.db.View(func(tx *bbolt.Tx) error {
		each(tx.Bucket(removedBucket), nil, func(_ []byte, a Article) { all = append(all, a) })
		return nil
	})
	return all, wrap("removed", err)
}

// Removals is a set of removed articles.
type Removals struct{ ids, texts map[string]bool }

// Removals returns what was removed so far.
func (s *Store) Removals() (Removals, error) {
	all, err := s.Removed()
	r := Removals{map[string]bool{}, map[string]bool{}}
	for _, a := range all {
		if r.ids[a.ID] = true; a.Text != "" {
			r.texts[digest(a.Text)] = true
		}
	}
	return r, err
}

// Has says whether an article was removed: one of that id, whatever it says now, or one of
// the same text, wherever it is found.
func (r Removals) Has(id, text string) bool {
	return r.ids[id] || len(r.texts) > 0 && r.texts[digest(text)]
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
