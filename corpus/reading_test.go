package corpus

import (
	"testing"
	"time"

	"storybot/corpus/timex"
)

// FuzzAnalyze reads any text as an article, published or not: all that is found lies in it.
func FuzzAnalyze(f *testing.F) {
	for _, s := range []string{
		"Ada Bly left in May. \n\n2019, said Cy Dole.",
		"On Friday, May\n\n3, 2019 the bridge, which opened in the spring. Of 2018 nothing is known.",
		"“In 2020,” she said. He won on Monday Jan. 5 and in June\n1999 lost.",
		"January\n\nFebruary 2, 2004\n\nthat a year ago this month",
		"By Ada Bly 3 May 2019 Last updated at 11:24 GMT Help A bridge fell The crews left. Read more: here. LONDON (Reuters) - Ada Bly won Ada Bly's prize.",
		"Posted by: x | May 2, 2019 7:15 PM | Report abuse Efforts were made\n\nAll times are ET.",
		"The U.S. said so.\x00\xff \u202e1999 to\n\n2001",
	} {
		f.Add(s, int64(1_700_000_000))
		f.Add(s, int64(0))
	}
	f.Fuzz(func(t *testing.T, text string, unix int64) {
		a := Article{ID: "a", Text: text}
		if unix > 0 && unix < 1<<33 {
			a.Published = time.Unix(unix, 0).UTC().Truncate(24 * time.Hour)
		}
		r := Analyze(a)
		within := func(what string, s Span) {
			if s.Start < 0 || s.Start > s.End || s.End > len(text) {
				t.Fatalf("%s %v is not within %d bytes", what, s, len(text))
			}
		}
		for _, s := range r.Sentences {
			within("sentence", s)
		}
		next := 0
		for _, p := range r.Passages {
			for _, s := range p.Sentences {
				if next == len(r.Sentences) || s != r.Sentences[next] {
					t.Fatalf("the passages do not hold the sentences in order: %v", s)
				}
				next++
			}
		}
		if next != len(r.Sentences) {
			t.Fatalf("%d of %d sentences stand in passages", next, len(r.Sentences))
		}
		for _, m := range r.Mentions {
			within("mention", m.Span)
		}
		for _, d := range r.Dates {
			within("date", Span{d.Start, d.End})
		}
		for _, e := range r.Events {
			if e.Sentence >= len(r.Sentences) || e.Date >= len(r.Dates) || e.Main < 0 || e.Main > 1 {
				t.Fatalf("event %+v of %d sentences and %d dates", e, len(r.Sentences), len(r.Dates))
			}
		}
		for _, s := range Sayings(text, r.Sentences, r.Mentions) {
			within("saying", s.Words)
		}
	})
}

// A date may run on into the next sentence, where a line ends within it.
func TestEventsTakeADateAcrossSentences(t *testing.T) {
	t.Parallel()
	text := "It opened in the spring of 2018, in Velden."
	dates := timex.Tag(text, time.Time{})
	if len(dates) != 1 {
		t.Fatalf("dates %+v", dates)
	}
	cut := dates[0].End - 2
	events := Events(text, time.Time{}, []Span{{0, cut}, {cut, len(text)}}, dates)
	if len(events) != 1 || events[0].Sentence != 0 {
		t.Errorf("events %+v", events)
	}
}
