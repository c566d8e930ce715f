package index

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"time"

	"storybot/corpus"
)

// Times of refreshes (RFC 3339, UTC, whole seconds).
var (
	// bornKey holds when the first whole refresh began. What it read is no news.
	bornKey = []byte("born")
	// wholeKey holds when the last refresh began that came to its end.
	wholeKey = []byte("whole")
	// startedKey holds when the last refresh that wrote anything of an article began.
	startedKey = []byte("started")
)

// Arrival is an article whose present wording was read after some time.
type Arrival struct {
	corpus.Article           // without its text
	Read           time.Time // when its present wording was first read: the start of that refresh, whole seconds of UTC
	Changed        bool      // it had another wording at that time; false: it was not there
}

// Since returns the articles whose present wording was read after a time, newest first; of
// equal times the newest published first, then by title and id. What the first refresh of
// the index read is never among them, so that a rebuilt index is not taken for news.
func (ix *Index) Since(ctx context.Context, t time.Time) ([]Arrival, error) {
	if born := ix.Born(); t.Before(born) {
		t = born
	} else if born.IsZero() {
		return nil, nil
	}
	sources, err := ix.readSince(ctx, t)
	if err != nil {
		return nil, fmt.Errorf("since: %w", err)
	}
	slices.SortFunc(sources, func(a, b source) int { return cmp.Or(b.read.Compare(a.read), compareSources(a.Article, b.Article)) })
	arrivals := make([]Arrival, 0, len(sources))
	for _, s := range sources {
		arrivals = append(arrivals, Arrival{Article: s.Article, Read: s.read, Changed: !s.first.After(t)})
	}
	return arrivals, nil
}

// readSince returns the source records of articles that were read after a time.
func (ix *Index) readSince(ctx context.Context, t time.Time) ([]source, error) {
	reader, err := ix.reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	var all []source
	err = eachSince(ctx, reader, readField, t, func(_ string, fields map[string][]byte) {
		if s, err := decodeSource(fields[sourceField]); err == nil { // the next refresh writes a broken one anew
			all = append(all, s)
		}
	})
	return all, err
}

// eachSince visits the documents whose time in a field is after another.
func eachSince(ctx context.Context, reader *snapshot, field string, t time.Time, visit func(id string, fields map[string][]byte)) error {
	terms, err := termsAfter(reader, field, t)
	if err != nil {
		return err
	}
	for _, term := range terms {
		if err := eachDocument(ctx, reader, field, term, visit); err != nil {
			return err
		}
	}
	return nil
}

// termsAfter returns the times in a field that are after another, in order. Some may have
// no document any more.
func termsAfter(reader *snapshot, field string, t time.Time) ([]string, error) {
	dict, err := reader.FieldDictRange(field, moment(t.Truncate(time.Second).Add(time.Second)), nil)
	if err != nil {
		return nil, err
	}
	defer dict.Close()
	var terms []string
	for {
		next, err := dict.Next()
		if err != nil || next == nil {
			return terms, err
		}
		terms = append(terms, next.Term)
	}
}

// Born returns when the first whole refresh of the index began, in UTC; zero where none
// has ended.
func (ix *Index) Born() time.Time { return ix.moment(bornKey) }

// LastChange returns when the last refresh began that added, changed or removed an article,
// in UTC; zero where none has since the index was born.
func (ix *Index) LastChange(ctx context.Context) (time.Time, error) {
	born := ix.Born()
	if born.IsZero() {
		return time.Time{}, nil
	}
	reader, err := ix.reader()
	if err != nil {
		return time.Time{}, fmt.Errorf("last change: %w", err)
	}
	defer reader.Close()
	last := time.Time{}
	for _, field := range [...]string{readField, goneField} {
		terms, err := termsAfter(reader, field, born)
		if err != nil {
			return time.Time{}, fmt.Errorf("last change: %w", err)
		}
		for _, term := range slices.Backward(terms) {
			n, err := reader.count(place{field, term})
			if err != nil {
				return time.Time{}, fmt.Errorf("last change: %w", err)
			}
			if t, err := time.Parse(time.RFC3339, term); n > 0 && err == nil {
				last = later(last, t)
				break
			}
		}
	}
	return last, nil
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// nextRead returns the time that stands for a refresh which begins now: later than that of
// all before, so that no two are taken for one.
func (ix *Index) nextRead(now func() time.Time) time.Time {
	if now == nil {
		now = time.Now
	}
	at := now().UTC().Truncate(time.Second)
	for _, before := range [...]time.Time{ix.moment(startedKey), ix.moment(wholeKey)} {
		if !at.After(before) {
			at = before.Add(time.Second)
		}
	}
	return at
}

// moment writes a time as it is kept in the index.
func moment(t time.Time) []byte { return []byte(t.UTC().Format(time.RFC3339)) }

// moment returns a time that is kept beside the documents; zero where there is none.
func (ix *Index) moment(key []byte) time.Time {
	b, err := ix.bleve.GetInternal(key)
	if err != nil {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339, string(b))
	if err != nil {
		return time.Time{}
	}
	return t
}

// contentHash returns a digest of all that the article says and is said to be, but not of
// where it was read: 16 bytes.
func contentHash(a corpus.Article) string {
	a.Path = ""
	raw, err := hex.DecodeString(a.Hash())
	if err != nil {
		return a.Hash()
	}
	return string(raw)
}

// wordingHash returns a digest of the words of an article, its title and its text: wordingBytes
// bytes.
func wordingHash(a corpus.Article) string {
	sum := sha256.New()
	io.WriteString(sum, a.Title+"\x00")
	io.WriteString(sum, a.Text)
	return string(sum.Sum(nil)[:wordingBytes])
}

const wordingBytes = 8

// newSource returns the record of an article, but for its passages and its age.
func newSource(a corpus.Article) source {
	return source{Article: a, hash: contentHash(a), wording: wordingHash(a)}
}

// ages returns the age of an article that comes in place of an old one, or of none.
func (r *refresh) ages(s, old source) ages {
	t := ages{first: r.at, read: r.at}
	if old.first.IsZero() {
		return t
	}
	t.first = old.first
	if old.wording == s.wording {
		t.read = old.read
	}
	return t
}

// isEmpty says whether the index holds no document.
func (ix *Index) isEmpty() (bool, error) {
	n, err := ix.bleve.DocCount()
	return n == 0, err
}
