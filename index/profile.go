package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	api "github.com/blevesearch/bleve_index_api"

	"storybot/corpus"
)

// Profile is what the articles that mention a name have in common.
type Profile struct {
	Articles    int            // how many there are
	Outlets     []Count        // theirs, the most articles first, then by alphabet; "" is the unknown outlet
	First, Last corpus.Article // the earliest and the latest of known day, without their texts; zero where there is none. Of equal days the lower id
	Beside      []Neighbour    // names in the same passages, at most 20, the most telling first
}

// Count is how many articles something has.
type Count struct {
	Text     string
	Articles int
}

// Neighbour is a name that stands in the same passages as another.
type Neighbour struct {
	Name     string // its Name.Text
	Articles int    // how many articles have both in one passage
	// Weight is how telling that is: the passages that have both, times the logarithm of
	// one plus all passages by those that have the neighbour. That is tf-idf (G. Salton
	// and C. Buckley, "Term-weighting approaches in automatic text retrieval", 1988) with
	// one added, so that a name of nearly every passage keeps some weight.
	Weight float64
}

// mostBeside is how many neighbours a profile lists.
const mostBeside = 20

// Profile returns what the articles say together that mention n by any of its spellings
// and were published from one day until before another, UTC; a zero time is no bound. A
// bound leaves out articles of unknown day. Only n.Text and n.Spelt are read.
func (ix *Index) Profile(ctx context.Context, n Name, from, until time.Time) (Profile, error) {
	v, err := ix.view(ctx)
	if err != nil {
		return Profile{}, fmt.Errorf("profile: %w", err)
	}
	days := dayRange{from, until}
	p := v.published(n, days)
	p.Beside = v.beside(n, days)
	if err := v.close(); err != nil {
		return Profile{}, fmt.Errorf("profile: %w", err)
	}
	return p, nil
}

// dayRange is a range of days, half open; a zero time is no bound.
type dayRange struct{ from, until time.Time }

func (r dayRange) bounded() bool { return !r.from.IsZero() || !r.until.IsZero() }

// holds says whether a day (2024-03-01, or nothing) is in the range.
func (r dayRange) holds(d string) bool {
	if d == "" {
		return !r.bounded()
	}
	return (r.from.IsZero() || day(r.from) <= d) && (r.until.IsZero() || d < day(r.until))
}

// spelt returns the documents that have one of a name's spellings in a field, in order.
func (v *view) spelt(n Name, field string) []uint64 {
	var docs []uint64
	for _, s := range n.Spelt {
		docs = append(docs, v.documents(place{field, s})...)
	}
	if len(n.Spelt) > 1 {
		slices.Sort(docs)
		docs = slices.Compact(docs)
	}
	return docs
}

// values visits the values of fields of some documents, in order; the values do not
// outlive the call.
func (v *view) values(docs []uint64, fields []string, visit func(i int, field string, value []byte)) {
	if v.err != nil {
		return
	}
	reader, err := v.reader.DocValueReader(fields)
	if err != nil {
		v.err = err
		return
	}
	var id api.IndexInternalID
	for i, d := range docs {
		id = api.NewIndexInternalID(id, d)
		err := reader.VisitDocValues(id, func(field string, value []byte) { visit(i, field, value) })
		if err = cmp.Or(err, v.ctx.Err()); err != nil {
			v.err = err
			return
		}
	}
}

// published tells where and when the articles that mention a name were published.
func (v *view) published(n Name, days dayRange) Profile {
	docs := v.spelt(n, namesField)
	outlets := map[string]int{}
	var p Profile
	var first, last dated
	v.values(docs, []string{aboutField}, func(i int, _ string, value []byte) {
		d, outlet, _ := strings.Cut(string(value), mark)
		if !days.holds(d) {
			return
		}
		p.Articles++
		outlets[outlet]++
		if d == "" {
			return
		}
		first.take(d, docs[i], d < first.day)
		last.take(d, docs[i], d > last.day)
	})
	p.Outlets = ranked(outlets)
	p.First, p.Last = v.lowest(first), v.lowest(last)
	return p
}

// dated is the documents of one day.
type dated struct {
	day  string
	docs []uint64
}

// take adds a document of the same day, or starts anew with one of a better day.
func (d *dated) take(day string, doc uint64, better bool) {
	switch {
	case d.day == "" || better:
		d.day, d.docs = day, []uint64{doc}
	case d.day == day:
		d.docs = append(d.docs, doc)
	}
}

// lowest returns the article of the lowest id.
func (v *view) lowest(d dated) corpus.Article {
	low := ""
	for _, doc := range d.docs {
		if id := v.id(doc); low == "" || id < low {
			low = id
		}
	}
	if low == "" || v.err != nil {
		return corpus.Article{}
	}
	fields, err := storedFields(v.reader, low)
	if err != nil {
		v.err = err
		return corpus.Article{}
	}
	s, err := decodeSource(fields[sourceField])
	v.err = cmp.Or(v.err, err)
	return s.Article
}

// id returns the id of a document.
func (v *view) id(doc uint64) string {
	if v.err != nil {
		return ""
	}
	id, err := v.reader.id(doc)
	v.err = err
	return id
}

// ranked orders counts: the most articles first, then by alphabet.
func ranked(counts map[string]int) []Count {
	all := make([]Count, 0, len(counts))
	for text, n := range counts {
		all = append(all, Count{text, n})
	}
	slices.SortFunc(all, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), strings.Compare(a.Text, b.Text))
	})
	return all
}
