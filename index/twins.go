package index

import (
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"time"
	"unicode"
	"unicode/utf8"
)

// Two articles are twins, one story in two places, when most runs of four words of the
// shorter one stand in the other: containment over shingles (A. Broder, "On the resemblance
// and containment of documents", 1997). Articles that may be twins are found by the smallest
// hashes of their shingles, which stand as terms on the source document; the words
// themselves decide. So it depends on the two articles alone, whenever they came.
const (
	shingleWords = 4
	// sketched is how many hashes stand in the index. An article that holds another one and as
	// much again shares none of them with it in one of 2^10 cases; one that is three times as
	// long in one of 58.
	sketched = 10
	// mostShared is how many articles may share a hash: one that more share is that of a
	// phrase, and leads nowhere. Copies of one text share all of theirs.
	mostShared = 64
	// contained is the share of the shorter article's shingles that twins have in common, and
	// nearlyAll the share where they are short notices, or were published on days far apart:
	// such say the same of other things, as the daily notices of a bank do.
	contained = 0.6
	nearlyAll = 0.95
	// short is how many shingles make a notice, and leastShingles how many an article has at
	// least to be a twin.
	short         = 50
	leastShingles = 16
	// daysApart is the most days between the publication of twins that are not nearly the same.
	daysApart = 3
)

// shingles returns the hashes of the runs of four words of a text, in order, each once;
// one of the whole text where it is shorter. Case, marks and spaces do not count.
func shingles(text string) []uint64 {
	var all []uint64
	eachShingle(text, func(h uint64) { all = append(all, h) })
	slices.Sort(all)
	return slices.Compact(all)
}

// eachShingle visits them as they come.
func eachShingle(text string, visit func(uint64)) {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a, 64 bits
	var words [shingleWords]uint64
	n, word := 0, uint64(offset)
	end := func() {
		if word == offset {
			return
		}
		words[n%shingleWords] = word
		if n++; n >= shingleWords {
			visit(mixed(words, n))
		}
		word = offset
	}
	for _, r := range text {
		switch {
		case 'a' <= r && r <= 'z': // most of a text
			word = (word ^ uint64(r)) * prime
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r >= utf8.RuneSelf && unicode.Is(unicode.Mn, r):
			word = (word ^ uint64(unicode.ToLower(r))) * prime
		case r != '\'' && r != '’': // "isn't" is one word, however it is written
			end()
		}
	}
	if end(); n > 0 && n < shingleWords {
		visit(mixed(words, 0))
	}
}

// mixed joins the hashes of four words, of which the oldest is number n, and spreads the
// bits (the finalizer of MurmurHash3 by A. Appleby, public domain).
func mixed(words [shingleWords]uint64, n int) uint64 {
	h := uint64(0)
	for i := range shingleWords {
		h = h*0x9e3779b97f4a7c15 + words[(n+i)%shingleWords]
	}
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// sketch returns the terms by which an article with a text is found.
func sketch(text string) []string {
	var least [leastShingles]uint64 // in order
	n := 0
	eachShingle(text, func(h uint64) {
		if n == len(least) && h >= least[n-1] {
			return
		}
		at, known := slices.BinarySearch(least[:n], h)
		if known {
			return
		}
		n = min(n+1, len(least))
		copy(least[at+1:n], least[at:])
		least[at] = h
	})
	return sketchOf(least[:n])
}

// sketchOf returns the terms by which an article with these shingles is found.
func sketchOf(shingles []uint64) []string {
	if len(shingles) < leastShingles {
		return nil
	}
	terms := make([]string, 0, sketched)
	for _, h := range shingles[:sketched] {
		terms = append(terms, string(binary.BigEndian.AppendUint32(nil, uint32(h)))) // 32 bits tell millions of articles apart
	}
	return terms
}

// containment returns the share of the smaller of two sets, in order, that is in the other.
func containment(a, b []uint64) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch cmp.Compare(a[i], b[j]) {
		case 0:
			both++
			i, j = i+1, j+1
		case -1:
			i++
		default:
			j++
		}
	}
	return float64(both) / float64(min(len(a), len(b)))
}

// Twins returns the ids of the articles that tell the same story in the same words, in
// order: six in ten of the runs of four words of the shorter article stand in the other.
// Of short notices, and of articles whose days of publication are known and more than three
// days apart, it takes nearly all. Twins of twins need not be twins. Articles of a line or
// two have none.
func (ix *Index) Twins(ctx context.Context, id string) ([]string, error) {
	reader, err := ix.reader()
	if err != nil {
		return nil, fmt.Errorf("twins: %w", err)
	}
	defer reader.Close()
	c := comparer{reader: reader, kept: map[string]worded{}}
	ids, err := c.twins(ctx, id, math.MaxInt, math.MaxInt)
	if err != nil {
		return nil, fmt.Errorf("twins: %w", err)
	}
	slices.Sort(ids)
	return ids, nil
}

// worded is what of an article is compared.
type worded struct {
	shingles []uint64
	day      time.Time // of publication; zero when unknown
}

// comparer compares the articles of one state of the index.
type comparer struct {
	reader *snapshot
	kept   map[string]worded // by id, so that each is read once
	size   int               // shingles of what is kept
}

// mostKept is how many shingles a comparer keeps: 32 MB.
const mostKept = 4 << 20

// twins returns the twins of an article, in no order, and stops when it found most of them
// or has looked at so many articles.
func (c *comparer) twins(ctx context.Context, id string, most, looked int) ([]string, error) {
	own, err := c.words(id)
	if err != nil || len(own.shingles) < leastShingles {
		return nil, err
	}
	candidates, err := alike(c.reader, sketchOf(own.shingles))
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, other := range candidates[:min(looked, len(candidates))] {
		if other == id {
			continue
		}
		theirs, err := c.words(other)
		if err := cmp.Or(err, ctx.Err()); err != nil {
			return nil, err
		}
		if own.tells(theirs) {
			ids = append(ids, other)
		}
		if len(ids) >= most {
			break
		}
	}
	return ids, nil
}

// words returns what of an article is compared; nothing where it is not there.
func (c *comparer) words(id string) (worded, error) {
	if w, ok := c.kept[id]; ok {
		return w, nil
	}
	a, ok, err := c.reader.records(id)
	if !ok || err != nil {
		return worded{}, err
	}
	w := worded{shingles(a.text), a.source.Published}
	if c.size += len(w.shingles); c.size > mostKept {
		clear(c.kept)
		c.size = len(w.shingles)
	}
	c.kept[id] = w
	return w, nil
}

// tells says whether two articles are twins.
func (a worded) tells(b worded) bool {
	need, less := contained, min(len(a.shingles), len(b.shingles))
	apart := a.day.Sub(b.day).Abs()
	if less < short || !a.day.IsZero() && !b.day.IsZero() && apart > daysApart*24*time.Hour {
		need = nearlyAll
	}
	return less >= leastShingles && containment(a.shingles, b.shingles) >= need
}

// alike returns the ids of the articles that have one of the terms of a sketch.
func alike(reader *snapshot, terms []string) ([]string, error) {
	seen := map[uint64]bool{}
	var found []uint64
	for _, t := range terms {
		docs, err := reader.documents(place{sketchField, t})
		if err != nil {
			return nil, err
		}
		if len(docs) > mostShared {
			continue
		}
		for _, doc := range docs {
			if !seen[doc] {
				seen[doc] = true
				found = append(found, doc)
			}
		}
	}
	return reader.articles(found)
}

// mostCounted is how many articles are looked at to count those with twins: of more, as many
// that are drawn from all over. The share of a sample of 4,000 is right to one or two in a hundred.
const mostCounted = 4000

// TwinsEstimated says whether Twins may be estimated from a part of the articles, as it is of
// more than 4,000.
func (r Report) TwinsEstimated() bool { return r.Added+r.Changed > mostCounted }

// mostLooked is how many others are compared with an article for a count, so that a corpus
// of one mould does not hold up its refresh.
const mostLooked = 100

// countTwins returns how many of some articles have a twin: about as many, where they are
// more than mostCounted.
func (ix *Index) countTwins(ctx context.Context, ids []string) (int, error) {
	sample := ids
	if len(ids) > mostCounted {
		sample = drawn(ids, mostCounted)
	}
	parts := min(mostComparers, runtime.GOMAXPROCS(0), 1+len(sample)/100)
	counts, failed := make([]int, parts), make([]error, parts)
	each(parts, parts, func(i int) {
		counts[i], failed[i] = ix.withTwin(ctx, sample[i*len(sample)/parts:(i+1)*len(sample)/parts])
	})
	n := 0
	for i := range parts {
		if failed[i] != nil {
			return 0, failed[i]
		}
		n += counts[i]
	}
	return n * len(ids) / max(1, len(sample)), nil
}

// mostComparers is how many articles are compared at a time, each by a comparer of its own.
const mostComparers = 4

// withTwin returns how many of some articles have a twin.
func (ix *Index) withTwin(ctx context.Context, ids []string) (int, error) {
	reader, err := ix.reader()
	if err != nil {
		return 0, err
	}
	defer reader.Close()
	c, n := comparer{reader: reader, kept: map[string]worded{}}, 0
	for _, id := range ids {
		found, err := c.twins(ctx, id, 1, mostLooked)
		if err != nil {
			return 0, err
		}
		n += len(found)
	}
	return n, nil
}

// drawn returns n of some ids, one of each n-th part of them: always the same.
func drawn(ids []string, n int) []string {
	rng := rand.New(rand.NewPCG(0, 0))
	some := make([]string, n)
	for i := range some {
		from, to := i*len(ids)/n, (i+1)*len(ids)/n
		some[i] = ids[from+rng.IntN(to-from)]
	}
	return some
}
