package corpus

import "storybot/corpus/timex"

// Reading is what one article says of itself, found without any other article.
type Reading struct {
	Article
	Sentences []Span
	Passages  []Passage
	Mentions  []Mention
	Dates     []timex.Timex
	Events    []Event
}

// Analyze reads an article. All spans are of its text; each list is in the order of the
// text.
func Analyze(a Article) Reading {
	r := Reading{Article: a, Sentences: Sentences(a.Text)}
	r.Passages = Passages(a.Text, r.Sentences)
	r.Mentions = Mentions(a.Text, r.Sentences)
	r.Dates = timex.Tag(a.Text, a.Published)
	r.Events = Events(a.Text, a.Published, r.Sentences, r.Dates)
	return r
}
