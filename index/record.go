package index

import (
	"encoding/binary"
	"errors"
	"math"
	"time"

	"storybot/corpus"
	"storybot/corpus/timex"
)

// Records are what the index stores beside what it searches, one binary string each.
// Numbers are unsigned varints (encoding/binary), strings and lists carry their length
// first, spans are distances from the end of the span before, days are counted from
// day zero and times in seconds since 1970, 0 being none.
//
//	source:   hash wording id path title outlet author url published passages first read stamp
//	reading:  sentences, passages (sentences in each), names (text, kind), mentions (span,
//	          twice the name, plus 1 where a title follows: distance before the mention,
//	          length), dates, events (sentence, date + 1, rating in hundredths)
//	versions: number, read, until, id path title outlet author url text published of each,
//	          oldest first; 1 where the last was withdrawn

// dayZero is the first day that a record can hold: year 1, as time.Time's zero.
var dayZero = time.Time{}

type encoder struct{ b []byte }

func (e *encoder) num(n int) { e.b = binary.AppendUvarint(e.b, uint64(n)) }

func (e *encoder) str(s string) {
	e.num(len(s))
	e.b = append(e.b, s...)
}

func (e *encoder) day(t time.Time) { e.num(int(t.Unix()/86400 - dayZero.Unix()/86400)) }

func (e *encoder) moment(t time.Time) { e.num(int(max(0, t.Unix()))) }

func (e *encoder) span(s corpus.Span, last int) int {
	e.num(s.Start - last)
	e.num(s.End - s.Start)
	return s.End
}

// errRecord says that a record is not one of ours.
var errRecord = errors.New("broken record")

type decoder struct {
	rest string // what is still to be read
	bad  bool
}

func (d *decoder) num() int {
	v, n := uvarint(d.rest)
	if n <= 0 || v > 1<<40 {
		d.bad, d.rest = true, ""
		return 0
	}
	d.rest = d.rest[n:]
	return int(v)
}

// longestNumber is how many bytes a number has at most.
const longestNumber = 6

// uvarint is binary.Uvarint for a string; n is 0 where the number is cut short or too large.
func uvarint(s string) (v uint64, n int) {
	for i := range min(len(s), longestNumber) {
		if v |= uint64(s[i]&0x7f) << (7 * i); s[i] < 0x80 {
			return v, i + 1
		}
	}
	return 0, 0
}

// count reads the length of a list whose items take at least a byte each.
func (d *decoder) count() int {
	n := d.num()
	if n > len(d.rest) {
		d.bad = true
		return 0
	}
	return n
}

func (d *decoder) str() string {
	n := d.count()
	text := d.rest[:n]
	d.rest = d.rest[n:]
	return text
}

func (d *decoder) day() time.Time {
	n := d.num()
	if n == 0 {
		return time.Time{}
	}
	return time.Unix((int64(n)+dayZero.Unix()/86400)*86400, 0).UTC()
}

func (d *decoder) moment() time.Time {
	n := d.num()
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(int64(n), 0).UTC()
}

func (d *decoder) span(last int) corpus.Span {
	s := corpus.Span{Start: last + d.num()}
	s.End = s.Start + d.num()
	return s
}

// source is a source record: an article, decoded without its text.
type source struct {
	corpus.Article
	hash     string // see contentHash
	wording  string // see wordingHash
	passages int
	ages
	seen bool // the refresh under way has met it
}

// ages are when an article was first read, and when its present wording was: the starts of
// these refreshes, whole seconds of UTC.
type ages struct{ first, read time.Time }

func encodeSource(s source) []byte {
	var e encoder
	for _, field := range [...]string{s.hash, s.wording, s.ID, s.Path, s.Title, s.Outlet, s.Author, s.URL} {
		e.str(field)
	}
	e.day(s.Published)
	e.num(s.passages)
	e.moment(s.first)
	e.moment(s.read)
	e.str(s.Stamp)
	return e.b
}

func decodeSource(record []byte) (source, error) {
	d := decoder{rest: string(record)}
	s := source{hash: d.str(), wording: d.str()}
	s.ID, s.Path, s.Title, s.Outlet = d.str(), d.str(), d.str(), d.str()
	s.Author, s.URL, s.Published = d.str(), d.str(), d.day()
	s.passages, s.first, s.read = d.num(), d.moment(), d.moment()
	s.Stamp = d.str()
	if d.bad {
		return source{}, errRecord
	}
	return s, nil
}

func encodeReading(r corpus.Reading) []byte {
	var e encoder
	e.num(len(r.Sentences))
	last := 0
	for _, s := range r.Sentences {
		last = e.span(s, last)
	}
	e.num(len(r.Passages))
	for _, p := range r.Passages {
		e.num(len(p.Sentences))
	}
	e.mentions(r.Mentions)
	e.dates(r.Dates)
	e.num(len(r.Events))
	for _, v := range r.Events {
		e.num(v.Sentence)
		e.num(v.Date + 1)
		e.num(int(math.Round(100 * v.Main)))
	}
	return e.b
}

// kindred is a name with its kind.
type kindred struct {
	name string
	kind corpus.Kind
}

func (e *encoder) mentions(mentions []corpus.Mention) {
	var names []kindred
	ids := map[kindred]int{}
	for _, m := range mentions {
		n := kindred{m.Name, m.Kind}
		if _, ok := ids[n]; !ok {
			ids[n] = len(names)
			names = append(names, n)
		}
	}
	e.num(len(names))
	for _, n := range names {
		e.str(n.name)
		e.num(int(n.kind))
	}
	e.num(len(mentions))
	last := 0
	for _, m := range mentions {
		last = e.span(m.Span, last)
		e.titled(m, ids[kindred{m.Name, m.Kind}])
	}
}

// titled writes a mention's name and its title, which stands before it.
func (e *encoder) titled(m corpus.Mention, name int) {
	t := m.Title
	if t.Start < 0 || t.Start >= t.End || t.End > m.Start {
		e.num(2 * name)
		return
	}
	e.num(2*name + 1)
	e.num(m.Start - t.End)
	e.num(t.End - t.Start)
}

func (e *encoder) dates(dates []timex.Timex) {
	e.num(len(dates))
	last := 0
	for _, t := range dates {
		last = e.span(corpus.Span{Start: t.Start, End: t.End}, last)
		for _, s := range [...]string{string(t.Type), t.Value, string(t.Precision), string(t.How)} {
			e.str(s)
		}
		e.day(t.Begin)
		e.day(t.Until)
	}
}

// decodeReading fills a reading that has its article.
func decodeReading(record string, a corpus.Article) (corpus.Reading, error) {
	d := decoder{rest: record}
	r := corpus.Reading{Article: a}
	r.Sentences = make([]corpus.Span, d.count())
	last := 0
	for i := range r.Sentences {
		r.Sentences[i] = d.span(last)
		last = r.Sentences[i].End
	}
	d.bad = d.bad || last > len(a.Text)
	d.passages(&r)
	names := make([]kindred, d.count())
	for i := range names {
		names[i] = kindred{d.str(), d.kind()}
	}
	d.mentions(&r, names)
	d.dates(&r)
	d.events(&r)
	if d.bad {
		return corpus.Reading{}, errRecord
	}
	return r, nil
}

func (d *decoder) passages(r *corpus.Reading) {
	r.Passages = make([]corpus.Passage, d.count())
	next := 0
	for i := range r.Passages {
		n := d.num()
		if d.bad || n == 0 || next+n > len(r.Sentences) {
			d.bad = true
			return
		}
		s := r.Sentences[next : next+n]
		r.Passages[i] = corpus.Passage{Span: corpus.Span{Start: s[0].Start, End: s[n-1].End}, Sentences: s}
		next += n
	}
}

func (d *decoder) kind() corpus.Kind {
	n := d.num()
	d.bad = d.bad || n > int(corpus.Other)
	return corpus.Kind(n)
}

func (d *decoder) mentions(r *corpus.Reading, names []kindred) {
	r.Mentions = make([]corpus.Mention, d.count())
	last := 0
	for i := range r.Mentions {
		m := corpus.Mention{Span: d.span(last)}
		n := d.num()
		if n%2 == 1 {
			m.Title.End = m.Start - d.num()
			m.Title.Start = m.Title.End - d.num()
		}
		if n/2 >= len(names) || m.End > len(r.Text) || m.Title.Start < 0 {
			d.bad = true
			return
		}
		m.Name, m.Kind, last = names[n/2].name, names[n/2].kind, m.End
		r.Mentions[i] = m
	}
}

func (d *decoder) dates(r *corpus.Reading) {
	r.Dates = make([]timex.Timex, d.count())
	last := 0
	for i := range r.Dates {
		s := d.span(last)
		t := timex.Timex{Start: s.Start, End: s.End, Type: timex.Type(d.str()), Value: d.str(),
			Precision: timex.Precision(d.str()), How: timex.Resolution(d.str()), Begin: d.day(), Until: d.day()}
		last = s.End
		d.bad = d.bad || s.End > len(r.Text)
		r.Dates[i] = t
	}
}

func (d *decoder) events(r *corpus.Reading) {
	r.Events = make([]corpus.Event, d.count())
	for i := range r.Events {
		v := corpus.Event{Sentence: d.num(), Date: d.num() - 1, Main: float64(d.num()) / 100}
		if v.Sentence >= len(r.Sentences) || v.Date >= len(r.Dates) {
			d.bad = true
			return
		}
		r.Events[i] = v
	}
}
