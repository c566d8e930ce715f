package bot

import (
	"slices"
	"testing"
	"time"

	"storybot/corpus"
	"storybot/index"
)

// A long article has as many mentions as sentences: each has to be found in its own.
func TestTellFindsEachMentionInItsSentence(t *testing.T) {
	t.Parallel()
	text := "Ada Bly, a pilot, met Ada Bly. Nobody came. Ada Bly slept. Ada Bly left."
	at := func(start int) corpus.Span { return corpus.Span{Start: start, End: start + len("Ada Bly")} }
	r := corpus.Reading{
		Article:   corpus.Article{ID: "a", Text: text},
		Sentences: []corpus.Span{{Start: 0, End: 30}, {Start: 31, End: 43}, {Start: 44, End: 58}, {Start: 59, End: 72}},
	}
	across := corpus.Span{Start: 40, End: 51} // from one sentence into the next
	var found []int
	for _, w := range tell(&r, []corpus.Span{at(0), at(22), across, at(59)}, corpus.Person) {
		found = append(found, w.sentence)
		if w.mention.Start < r.Sentences[w.sentence].Start || w.mention.End > r.Sentences[w.sentence].End {
			t.Errorf("sentence %d is told by %q, which is not within it", w.sentence, w.mention.Of(text))
		}
	}
	if want := []int{0, 3}; !slices.Equal(found, want) {
		t.Errorf("found the name in sentences %v, want %v", found, want)
	}
	if first := tell(&r, []corpus.Span{at(0), at(22)}, corpus.Person)[0]; first.mention != at(0) || first.says.Of(text) != "a pilot" {
		t.Errorf("the first sentence is told by %v with %q, want by the mention with “a pilot”", first.mention, first.says.Of(text))
	}
}

func TestTopicIsInALineThatNamesIt(t *testing.T) {
	t.Parallel()
	r := &corpus.Reading{Article: corpus.Article{Text: "Ada Bly flew. Cy Dole slept. Ada Bly left."}, Mentions: []corpus.Mention{
		{Span: corpus.Span{Start: 0, End: 7}, Name: "Ada Bly"},
		{Span: corpus.Span{Start: 14, End: 21}, Name: "Cy Dole"},
		{Span: corpus.Span{Start: 29, End: 36}, Name: "Ada Bly"},
	}}
	about := topic{names: []string{"Ada Bly"}, stems: []string{"ada", "bly"}}
	for _, c := range []struct {
		span corpus.Span
		want bool
	}{
		{corpus.Span{Start: 0, End: 13}, true},
		{corpus.Span{Start: 14, End: 28}, false},
		{corpus.Span{Start: 29, End: 42}, true},
	} {
		l := &line{sentence: sentence{Span: c.span, reading: r}}
		if got := about.in(l); got != c.want {
			t.Errorf("about Ada Bly: %q is %v, want %v", c.span.Of(r.Text), got, c.want)
		}
	}
}

// A label stands apart from the day of publication: what is told by it alone needs the date.
func TestTheTimeOfARoleIsTold(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Ada Bly, who was mayor until last year, spoke.":         "Formerly · until last year (2023)",
		"Ada Bly was named captain in May 2019.":                 "in May 2019",
		"Ada Bly, who was mayor from 2015 to 2018, spoke again.": "Formerly · from 2015 to 2018",
	} {
		a := corpus.Article{Text: text, Source: corpus.Source{Published: time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC)}}
		r := corpus.Analyze(a)
		var label string
		if all := tell(&r, []corpus.Span{{Start: 0, End: len("Ada Bly")}}, corpus.Person); len(all) > 0 {
			label = role{told: all}.label()
		}
		if label != want {
			t.Errorf("%q has the label %q, want %q", text, label, want)
		}
	}
}

// Readers type one word of a name that is a common one too.
func TestAWordInLowerCaseIsNotTheNameItIsAPartOf(t *testing.T) {
	t.Parallel()
	r := &corpus.Reading{Article: corpus.Article{Text: "The Lowestead Ferry sank. A ferry sank."}, Mentions: []corpus.Mention{
		{Span: corpus.Span{Start: 4, End: 19}, Name: "Lowestead Ferry"}}}
	tokens := []index.Token{{Word: "ferry", Start: 14, End: 19}, {Word: "ferry", Start: 28, End: 33}}
	s := subject{title: "Lowestead Ferry", names: []string{"Lowestead Ferry"}, words: [][]string{{"ferry"}}}
	if got, want := s.named(r, tokens), []corpus.Span{{Start: 4, End: 19}}; !slices.Equal(got, want) {
		t.Errorf("named at %v, want %v", got, want)
	}
	s.title = "Ferry"
	if got := s.named(r, tokens); len(got) != 2 {
		t.Errorf("the whole name is named at %v, want twice", got)
	}
}
