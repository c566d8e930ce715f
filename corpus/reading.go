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

// Analyze reads an article. What the page around it says of itself, such as when it was
// updated, is in no sentence, so that it is neither found nor quoted; the names and dates in it
// are listed. All spans are of its text; each list is in the order of the
// text.
func Analyze(a Article) Reading {
	all := Sentences(a.Text)
	r := Reading{Article: a, Sentences: withoutNotices(a.Text, all)}
	r.Passages = passagesBetween(a.Text, all, r.Sentences)
	r.Mentions = Mentions(a.Text, all)
	r.Dates = timex.Tag(a.Text, a.Published)
	r.Events = Events(a.Text, a.Published, r.Sentences, r.Dates)
	return r
}
