package index

import (
	"hash/maphash"
	"iter"
	"strings"
)

// A large corpus has a million names, and the collector follows every pointer to them while
// readers wait. What is kept of each is therefore kept in few pieces of memory.

const (
	textPiece = 64 << 10 // bytes
	itemBlock = 512
)

// texts keeps short texts, many in one piece of memory.
type texts struct{ piece strings.Builder }

// keep returns a copy of a text.
func (t *texts) keep(text string) string {
	if t.piece.Len()+len(text) > t.piece.Cap() {
		t.piece = strings.Builder{}
		t.piece.Grow(max(textPiece, len(text)))
	}
	start := t.piece.Len()
	t.piece.WriteString(text)
	return t.piece.String()[start:]
}

// blocks keeps items by number, many in one piece of memory. They stay where they are.
type blocks[T any] struct {
	all   [][]T
	count int
}

// add returns where an item is kept, as a list with no room for another.
func (b *blocks[T]) add(item T) []T {
	if b.count%itemBlock == 0 {
		b.all = append(b.all, make([]T, 0, itemBlock))
	}
	b.count++
	last := &b.all[len(b.all)-1]
	*last = append(*last, item)
	return (*last)[len(*last)-1 : len(*last) : len(*last)]
}

// append adds an item to a list, which it keeps itself where the item is the first.
func (b *blocks[T]) append(list []T, item T) []T {
	if list == nil {
		return b.add(item)
	}
	return append(list, item)
}

func (b *blocks[T]) at(i int) *T { return &b.all[i/itemBlock][i%itemBlock] }

// lookup finds numbers by texts that it does not keep.
type lookup struct {
	seed   maphash.Seed
	last   map[uint64]int32 // by the hash of a text: the place behind the number that was added last
	number []int32
	before []int32 // by place: the place behind the number with the same hash that was added before
}

// newLookup returns a lookup with room for some numbers.
func newLookup(room int) lookup {
	return lookup{seed: maphash.MakeSeed(), last: make(map[uint64]int32, room), number: make([]int32, 0, room), before: make([]int32, 0, room)}
}

// add files a number under a text.
func (l *lookup) add(text string, number int) {
	hash := maphash.String(l.seed, text)
	l.number, l.before = append(l.number, int32(number)), append(l.before, l.last[hash])
	l.last[hash] = int32(len(l.number))
}

// of returns the numbers that are filed under a text, and may return some of others.
func (l *lookup) of(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := l.last[maphash.String(l.seed, text)]; at > 0 && yield(int(l.number[at-1])); {
			at = l.before[at-1]
		}
	}
}
