package index

import (
	"maps"
	"strings"
	"sync"
	"sync/atomic"
)

// stemMemo remembers the stems of words. Those that it has known for a while are read
// without a lock. The zero value is ready.
type stemMemo struct {
	known atomic.Pointer[map[string]string] // never written to

	mu    sync.Mutex
	fresh map[string]string // what was learnt since known was made
}

// maxStems bounds the memo of stems. News repeats its words; one that comes when the memo is
// full is stemmed each time.
const maxStems = 200_000

// get returns the stem of a folded word, "" for a stop word.
func (m *stemMemo) get(word string) string {
	var known map[string]string
	if p := m.known.Load(); p != nil {
		known = *p
	}
	if s, ok := known[word]; ok {
		return s
	}
	m.mu.Lock()
	s, ok := m.fresh[word]
	m.mu.Unlock()
	if !ok {
		s = stemOf(word)
		m.learn(word, s)
	}
	return s
}

// learn notes a stem, and makes known what was learnt once that is worth the copying.
func (m *stemMemo) learn(word, stem string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var known map[string]string
	if p := m.known.Load(); p != nil {
		known = *p
	}
	if len(known)+len(m.fresh) >= maxStems {
		return
	}
	if m.fresh == nil {
		m.fresh = map[string]string{}
	}
	m.fresh[strings.Clone(word)] = stem
	if len(m.fresh) < max(1000, len(known)/4) {
		return
	}
	all := maps.Clone(known)
	if all == nil {
		all = map[string]string{}
	}
	maps.Copy(all, m.fresh)
	m.known.Store(&all)
	m.fresh = nil
}
