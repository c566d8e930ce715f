package store

import (
	"encoding/json"
	"strconv"
	"time"

	"go.etcd.io/bbolt"
)

// mark is how far a reader could know when they asked on a topic.
type mark struct {
	Until  time.Time // last
	Before time.Time // the time before that; zero: they never had
}

// readMark reads a mark. Earlier versions of the program kept its Until alone.
func readMark(raw []byte) mark {
	var m mark
	if raw != nil && json.Unmarshal(raw, &m) != nil && json.Unmarshal(raw, &m.Until) != nil {
		return mark{}
	}
	return m
}

// Asked says until when a reader could know of what was read when they last asked on a topic
// ("": on none), zero where they never did, and keeps until when they can now. Where they are
// shown the same answer again, it says what it said then, and keeps nothing.
func (s *Store) Asked(reader, topic string, until time.Time, again bool) (last time.Time, err error) {
	err = s.db.Update(func(tx *bbolt.Tx) error {
		b, k := tx.Bucket(askedBucket), key(reader, fold(topic))
		m := readMark(b.Get(k))
		if again {
			last = m.Before
			return nil
		}
		last = m.Until
		return put(b, k, mark{Until: until, Before: m.Until})
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
