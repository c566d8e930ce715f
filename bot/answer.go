package bot

import (
	"time"

	"storybot/corpus"
	"storybot/corpus/timex"
)

// Answer is what a command found: quotes in order, or none. Front ends render it and
// add nothing to it.
type Answer struct {
	Request  Request
	Answered bool   // false: the corpus does not say, and Quotes are the nearest passages
	Title    string // what is asked about, in the articles' own spelling where they have it
	Quotes   []Quote
	Facts    []Fact // counted or looked up, shown before the quotes; may be nil
	Note     string // a plain sentence or more about the answer; never about the news
	Found    int    // dates of a timeline, else articles, where a limit left some of them out; 0: none
	Steps    []Step // what a reader may want next, the best first; may be nil
}

// Fact is one line about what was asked for that the index knows and no article has to
// say: how many articles mention it, what else they call it.
type Fact struct {
	Label string // "Also called"
	Value string // "Altman, Sam"
}

// Step is a further request that a front end offers, as a button where it has them.
type Step struct {
	Label string // at most 80 characters: what the button says
	Line  string // a whole line, as a reader would type it
}

func step(r Request, label string) Step { return Step{Label: label, Line: r.Line()} }

// Quote is a run of whole sentences of one article, byte for byte, with its source.
type Quote struct {
	corpus.Span               // in the article's text
	Text        string        // Article.Text[Start:End]
	Highlight   []corpus.Span // the words that answer, in the article's text, within Span, in order, disjoint
	Label       string        // what the quote is shown for: "First mention"; "" for the answer itself
	Score       float64       // higher is better; comparable within one answer only
	Article     Reference
	Version     *Version    // the earlier wording of the article that is quoted, whose text Span and Highlight are of; nil: the present one
	Link        string      // deep link to the sentence; empty where the article has no URL
	Date        *EventDate  // when what it tells happened; nil when unknown or not asked
	Also        []Reference // other articles that say the same; in a list of articles, that tell the same story
	Claims      []Claim     // other days to which other articles date the same event, in order of time
}

// Claim is another source's date of an event.
type Claim struct {
	Date    EventDate
	Article Reference
}

// Reference names an article without its text.
type Reference struct {
	corpus.Source
	ID   string
	Path string
}

// EventDate is the time that a quote tells of, which is not its day of publication.
type EventDate struct {
	Value        string    // TIMEX3 value: "2024-SP"
	Begin, Until time.Time // the days covered, half open, 00:00 UTC
	Precision    timex.Precision
	Text         string // the expression as the article has it, "" where the day of publication stands in
	Inferred     bool   // completed from dates told earlier in the article, or from its day of publication
}
