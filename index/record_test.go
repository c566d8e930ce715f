package index

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"storybot/corpus"
	"storybot/corpus/timex"
)

// reading invents a reading with spans of all sorts over a text.
func reading(rng *rand.Rand) corpus.Reading {
	r := corpus.Reading{Article: corpus.Article{ID: "id", Text: strings.Repeat("a ferry é ", rng.IntN(200))}}
	spans := func() []corpus.Span {
		all := []corpus.Span{}
		for at := rng.IntN(9); ; at += rng.IntN(40) {
			end := at + 1 + rng.IntN(60)
			if end > len(r.Text) {
				return all
			}
			all = append(all, corpus.Span{Start: at, End: end})
			at = end
		}
	}
	r.Sentences, r.Passages, r.Mentions, r.Dates = spans(), []corpus.Passage{}, []corpus.Mention{}, []timex.Timex{}
	for rest := r.Sentences; len(rest) > 0; {
		n := 1 + rng.IntN(len(rest))
		r.Passages = append(r.Passages, corpus.Passage{Span: corpus.Span{Start: rest[0].Start, End: rest[n-1].End}, Sentences: rest[:n]})
		rest = rest[n:]
	}
	for _, s := range spans() {
		m := corpus.Mention{Span: s, Name: []string{"Aurora", "Ann Abbott", "", "Łódź"}[rng.IntN(4)], Kind: corpus.Kind(rng.IntN(5))}
		if s.Start > 0 && rng.IntN(2) == 0 {
			m.Title.Start = rng.IntN(s.Start)
			m.Title.End = m.Title.Start + 1 + rng.IntN(s.Start-m.Title.Start)
		}
		r.Mentions = append(r.Mentions, m)
	}
	for _, s := range spans() {
		t := timex.Timex{Start: s.Start, End: s.End, Type: timex.Date, Value: "2024-03", Precision: timex.Month, How: timex.Explicit}
		if rng.IntN(3) > 0 {
			t.Begin = time.Date(1+rng.IntN(9999), 3, 1, 0, 0, 0, 0, time.UTC)
			t.Until = t.Begin.AddDate(0, 1, 0)
		}
		r.Dates = append(r.Dates, t)
	}
	r.Events = []corpus.Event{}
	for n := range r.Sentences {
		r.Events = append(r.Events, corpus.Event{Sentence: n, Date: rng.IntN(len(r.Dates)+1) - 1, Main: float64(rng.IntN(101)) / 100})
	}
	return r
}

func TestReadingsComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		want := reading(rand.New(rand.NewPCG(seed, 1)))
		got, err := decodeReading(string(encodeReading(want)), want.Article)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d:\n got %+v\nwant %+v", seed, got, want)
		}
	}
}

func TestSourcesComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	for _, day := range []time.Time{{}, time.Date(1000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(1969, 12, 31, 0, 0, 0, 0, time.UTC), time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)} {
		a := corpus.Article{ID: "i/d", Path: "p#1", Source: corpus.Source{Title: "Tïtle", Outlet: "Ledger", Author: "", URL: "https://example.org", Published: day}}
		got, err := decodeSource(encodeSource(source{Article: a, hash: a.Hash(), passages: 7, ages: ages{date("2024-01-02"), date("2025-01-02")}}))
		if err != nil || got.Article != a || got.passages != 7 || got.hash != a.Hash() || got.read != date("2025-01-02") || got.first != date("2024-01-02") {
			t.Errorf("%v: %+v, %v", day, got, err)
		}
	}
}

func TestCutRecordsAreErrors(t *testing.T) {
	t.Parallel()
	r := reading(rand.New(rand.NewPCG(3, 1)))
	whole := encodeReading(r)
	for n := range whole {
		if _, err := decodeReading(string(whole[:n]), r.Article); err == nil {
			t.Errorf("the first %d of %d bytes of a reading give no error", n, len(whole))
		}
	}
	if _, err := decodeReading(string(whole), corpus.Article{Text: "short"}); err == nil {
		t.Error("a reading of a longer text gives no error")
	}
	whole = encodeSource(source{Article: corpus.Article{ID: "id", Path: "p"}, passages: 3})
	for n := range whole {
		if _, err := decodeSource(whole[:n]); err == nil {
			t.Errorf("the first %d of %d bytes of a source give no error", n, len(whole))
		}
	}
}

func FuzzDecodeSource(f *testing.F) {
	f.Add(encodeSource(source{Article: corpus.Article{ID: "id", Path: "p"}, passages: 3}))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := decodeSource(b)
		if err == nil && (s.passages < 0 || len(s.ID)+len(s.Path)+len(s.hash) > len(b)) {
			t.Errorf("%+v of %d bytes", s, len(b))
		}
	})
}

func FuzzDecodeReading(f *testing.F) {
	for seed := range uint64(5) {
		r := reading(rand.New(rand.NewPCG(seed, 1)))
		f.Add(encodeReading(r), r.Text)
	}
	f.Add([]byte{1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 1}, "text")
	f.Fuzz(func(t *testing.T, b []byte, text string) {
		r, err := decodeReading(string(b), corpus.Article{Text: text})
		if err != nil {
			return
		}
		inside := func(s corpus.Span, last int) int {
			if s.Start < last || s.End < s.Start || s.End > len(text) {
				t.Errorf("span %+v after %d in a text of %d bytes", s, last, len(text))
			}
			return s.End
		}
		last, sentences := 0, 0
		for _, s := range r.Sentences {
			last = inside(s, last)
		}
		for _, p := range r.Passages {
			inside(p.Span, 0)
			sentences += len(p.Sentences)
		}
		if sentences > len(r.Sentences) {
			t.Errorf("%d sentences in passages, of %d", sentences, len(r.Sentences))
		}
		last = 0
		for _, m := range r.Mentions {
			last = inside(m.Span, last)
			if inside(m.Title, 0) > m.Start || m.Kind > corpus.Other {
				t.Errorf("title %+v, kind %d of the mention %+v", m.Title, m.Kind, m.Span)
			}
		}
		last = 0
		for _, d := range r.Dates {
			last = inside(corpus.Span{Start: d.Start, End: d.End}, last)
		}
		for _, v := range r.Events {
			if v.Sentence < 0 || v.Sentence >= len(r.Sentences) || v.Date < -1 || v.Date >= len(r.Dates) {
				t.Errorf("%+v is out of bounds", v)
			}
		}
	})
}

func TestBrokenRecordsInAnIndexAreErrors(t *testing.T) {
	t.Parallel()
	a := article("a", "Ferry", "The ferry was sold.")
	for name, spoil := range map[string]func(*Index) error{
		"source":  func(ix *Index) error { return ix.store(sourceID("a"), stored(sourceField, []byte{9, 1})) },
		"reading": func(ix *Index) error { return ix.store(articleID("a"), stored(readingField, []byte{9, 1})) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ix := inMemory(t, a)
			if err := spoil(ix); err != nil {
				t.Fatal(err)
			}
			_, _, err := ix.Article(t.Context(), "a")
			expectError(t, "Article", err, errRecord)
			_, _, _, err = ix.ArticleTokens(t.Context(), "a")
			expectError(t, "ArticleTokens", err, errRecord)
			if name == "source" {
				refreshed(t, ix, a)
				r, ok, err := ix.Article(t.Context(), "a")
				if !ok || err != nil || r.Text != a.Text {
					t.Errorf("after a refresh: %q, %t, %v", r.Text, ok, err)
				}
			}
		})
	}
}
