package index

import (
	"maps"
	"strings"
	"sync"
	"sync/atomic"
)

// wordMemo remembers the forms of words. Those that it has known for a while are read
// without a lock. The zero value is ready.
type wordMemo struct {
	known atomic.Pointer[map[string]wordForm] // never written to

	mu    sync.Mutex
	fresh map[string]wordForm // what was learnt since known was made
}

// maxWords bounds the memo. News repeats its words; one that comes when the memo is full is
// folded and stemmed each time.
const maxWords = 200_000

// get returns the forms of a word as it is written.
func (m *wordMemo) get(raw string) wordForm {
	var known map[string]wordForm
	if p := m.known.Load(); p != nil {
		known = *p
	}
	if w, ok := known[raw]; ok {
		return w
	}
	m.mu.Lock()
	w, ok := m.fresh[raw]
	m.mu.Unlock()
	if !ok {
		raw = strings.Clone(raw) // else the memo keeps the text
		word := foldedOf(raw)
		w = wordForm{word, stemOf(word)}
		m.learn(raw, w)
	}
	return w
}

// learn notes a word, and makes known what was learnt once that is worth the copying.
func (m *wordMemo) learn(raw string, w wordForm) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var known map[string]wordForm
	if p := m.known.Load(); p != nil {
		known = *p
	}
	if len(known)+len(m.fresh) >= maxWords {
		return
	}
	if m.fresh == nil {
		m.fresh = map[string]wordForm{}
	}
	m.fresh[raw] = w
	if len(m.fresh) < max(1000, len(known)/4) {
		return
	}
	all := maps.Clone(known)
	if all == nil {
		all = map[string]wordForm{}
	}
	maps.Copy(all, m.fresh)
	m.known.Store(&all)
	m.fresh = nil
}
