package store

import (
	"encoding/json"
	"strconv"
	"time"

	"go.etcd.io/bbolt"
)

// Asked returns until when a reader who asked before knows what is new on a topic, zero
// where nobody asked, and keeps another time in its place.
func (s *Store) Asked(reader, topic string, until time.Time) (last time.Time, err error) {
	err = s.db.Update(func(tx *bbolt.Tx) error {
		b, k := tx.Bucket(askedBucket), key(reader, fold(topic))
		if raw := b.Get(k); raw != nil && json.Unmarshal(raw, &last) != nil {
			last = time.Time{}
		}
		return put(b, k, until)
	})
	return last, wrap("asked", err)
}

// Vote is what a reader holds of a quote.
type Vote struct {
	Reader  string
	Command string // the whole line that was answered
	Article string // id
	Quote   string // its words
	Start   int    // byte of the article's text
	Good    bool   // it answers
	At      time.Time
}

// Vote keeps a vote; a reader's later vote on the same quote replaces an earlier one.
func (s *Store) Vote(v Vote) error {
	return wrap("vote", s.db.Update(func(tx *bbolt.Tx) error {
		return put(tx.Bucket(votesBucket), key(v.Reader, v.Command, v.Article, strconv.Itoa(v.Start)), v)
	}))
}

// Votes lists all votes, in order of reader, command, article and place.
func (s *Store) Votes() ([]Vote, error) {
	var all []Vote
	err := s.db.View(func(tx *bbolt.Tx) error {
		each(tx.Bucket(votesBucket), nil, func(_ []byte, v Vote) { all = append(all, v) })
		return nil
	})
	return all, wrap("votes", err)
}
