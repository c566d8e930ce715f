package index

import (
	"cmp"
	"container/heap"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// matchedRow is a form that matches what a reader typed.
type matchedRow struct {
	row   *nameRow
	match Match
	slips int
}

func compareMatches(a, b matchedRow) int {
	return cmp.Or(cmp.Compare(a.match, b.match), cmp.Compare(a.slips, b.slips))
}

// commonest returns at least n rows, where there are as many that an article may mention:
// all of those that at least so many may mention.
func (t *nameTable) commonest(n int) (rows []matchedRow, least int) {
	var counts [1 << 12]int
	for _, b := range t.bounds {
		counts[min(b, len(counts)-1)]++
	}
	for least = len(counts) - 1; least > 1 && counts[least] < n; least-- {
		n -= counts[least]
	}
	for i, b := range t.bounds {
		if b >= least {
			rows = append(rows, matchedRow{row: t.rows.at(i), match: Prefix})
		}
	}
	return rows, least
}

// find returns the forms that match what was typed without a slip.
func (t *nameTable) find(typed foldedName) []matchedRow {
	var found []matchedRow
	seen := make([]bool, t.rows.count)
	look := func(id int) {
		if seen[id] {
			return
		}
		seen[id] = true
		r := t.rows.at(id)
		if m, ok := r.matches(typed); ok {
			found = append(found, matchedRow{row: r, match: m})
		}
	}
	for _, w := range t.rarest(typed.words) {
		for _, id := range w.rows {
			look(int(id))
		}
	}
	for id := range t.joined.of(typed.joined) {
		look(id)
	}
	return found
}

// findAsTyped is find without the forms of which a word only begins with one that was typed.
func (t *nameTable) findAsTyped(typed foldedName) []matchedRow {
	var found []matchedRow
	for _, id := range t.havingAll(typed.words) {
		if m, ok := t.rows.at(int(id)).matches(typed); ok && m < Prefix {
			found = append(found, matchedRow{row: t.rows.at(int(id)), match: m})
		}
	}
	for id := range t.joined.of(typed.joined) {
		if m, ok := t.rows.at(id).matches(typed); ok && m == Joined {
			found = append(found, matchedRow{row: t.rows.at(id), match: m})
		}
	}
	return found
}

// havingAll returns the rows of the word that has the fewest; nil where a word has none.
func (t *nameTable) havingAll(words []string) []int32 {
	var rarest *nameWord
	for _, text := range words {
		w, ok := t.byWord[text]
		if !ok {
			return nil
		}
		if rarest == nil || len(w.rows) < len(rarest.rows) {
			rarest = w
		}
	}
	if rarest == nil {
		return nil
	}
	return rarest.rows
}

// rarest returns, of the prefixes, the words that the one with the fewest rows starts.
func (t *nameTable) rarest(prefixes []string) []*nameWord {
	var rarest []*nameWord
	fewest := -1
	for _, p := range prefixes {
		words := t.starting(p)
		rows := 0
		for _, w := range words {
			rows += len(w.rows)
		}
		if fewest < 0 || rows < fewest {
			rarest, fewest = words, rows
		}
	}
	return rarest
}

// starting returns the words with a prefix, in order.
func (t *nameTable) starting(prefix string) []*nameWord {
	from, _ := slices.BinarySearchFunc(t.words, prefix, func(w *nameWord, p string) int { return strings.Compare(w.text, p) })
	n := sort.Search(len(t.words)-from, func(i int) bool { return !strings.HasPrefix(t.words[from+i].text, prefix) })
	return t.words[from : from+n]
}

// matches compares a form with what was typed.
func (r *nameRow) matches(typed foldedName) (Match, bool) {
	is := func(t string) bool { return hasWord(r.key, func(w string) bool { return w == t }) }
	begins := func(t string) bool { return hasWord(r.key, func(w string) bool { return strings.HasPrefix(w, t) }) }
	switch {
	case typed.key == r.key:
		return Exact, true
	case every(typed.words, is):
		return Words, true
	case every(typed.words, begins):
		return Prefix, true
	case len(r.key)-strings.Count(r.key, " ") == len(typed.joined) && r.joined() == typed.joined:
		return Joined, true
	}
	return 0, false
}

// hasWord says whether one of the words of a key is as wanted.
func hasWord(key string, wanted func(string) bool) bool {
	for more := true; more; {
		var w string
		if w, key, more = strings.Cut(key, " "); wanted(w) {
			return true
		}
	}
	return false
}

func every(words []string, ok func(string) bool) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !ok(w) })
}

// mostSlips is how many slips of the keys a text may have: one in a text of four or five
// letters, two in a longer one. Two letters that change places are two slips.
func mostSlips(text string) int {
	switch n := utf8.RuneCountInString(text); {
	case n >= 6:
		return 2
	case n >= 4:
		return 1
	}
	return 0
}

// near returns the forms that match what was typed but for a slip or two of the keys: in
// the whole form without its spaces, or in its words in any order.
func (t *nameTable) near(typed foldedName) []matchedRow {
	slips := map[*nameRow]int{}
	note := func(r *nameRow, n int) {
		if old, ok := slips[r]; !ok || n < old {
			slips[r] = n
		}
	}
	most, sign := mostSlips(typed.joined), signatureOf(typed.joined)
	for i, s := range t.signs {
		if s.within(most, sign) {
			r := t.rows.at(i)
			if n := levenshtein.ComputeDistance(r.joined(), typed.joined); n <= most {
				note(r, n)
			}
		}
	}
	for r, n := range t.nearWords(typed.words) {
		note(r, n)
	}
	found := make([]matchedRow, 0, len(slips))
	for r, n := range slips {
		found = append(found, matchedRow{r, Near, n})
	}
	return found
}

// nearWords returns the rows that have each of the words, but for two slips in all.
func (t *nameTable) nearWords(words []string) map[*nameRow]int {
	var rows map[*nameRow]int
	for i, typed := range words {
		near := map[*nameRow]int{}
		most, sign := mostSlips(typed), signatureOf(typed)
		for _, w := range t.words {
			if !w.sign.within(most, sign) {
				continue
			}
			n := levenshtein.ComputeDistance(w.text, typed)
			if n > most {
				continue
			}
			for _, id := range w.rows {
				r, sum := t.rows.at(int(id)), n
				if i > 0 {
					before, ok := rows[r]
					if !ok {
						continue
					}
					sum += before
				}
				if old, ok := near[r]; sum <= 2 && (!ok || sum < old) {
					near[r] = sum
				}
			}
		}
		rows = near
	}
	return rows
}

// queue is a heap (container/heap).
type queue[T any] struct {
	items  []T
	before func(a, b T) bool
}

func (q *queue[T]) Len() int           { return len(q.items) }
func (q *queue[T]) Less(i, j int) bool { return q.before(q.items[i], q.items[j]) }
func (q *queue[T]) Swap(i, j int)      { q.items[i], q.items[j] = q.items[j], q.items[i] }
func (q *queue[T]) Push(x any)         { q.items = append(q.items, x.(T)) }

// settle returns the first items, at most so many, of a queue in which at first only the
// best is known that each item may be: learn finds out what the foremost is, or returns
// false where it is nothing. It ends at the view's first error.
func settle[T any](v *view, q *queue[T], most int, known, learn func(T) bool) []T {
	heap.Init(q)
	var settled []T
	for len(q.items) > 0 && len(settled) < most && v.err == nil {
		switch first := q.items[0]; {
		case known(first):
			settled = append(settled, first)
			heap.Pop(q)
		case learn(first):
			heap.Fix(q, 0)
		default:
			heap.Pop(q)
		}
	}
	return settled
}

// Pop implements heap.Interface.
func (q *queue[T]) Pop() any {
	last := q.items[len(q.items)-1]
	q.items = q.items[:len(q.items)-1]
	return last
}
