package chart

import (
	"image"

	"storybot/bot"
	"storybot/corpus"
)

// The measures of a picture, in pixels.
const (
	pictureWidth  = 1100
	mostHeight    = 8000 // Discord draws larger pictures, but nobody scrolls that far
	mostQuotes    = 40
	margin        = 50
	threadX       = 314 // the line of time
	threadWidth   = 4
	dotRadius     = 10
	barWidth      = 16
	quoteX        = 356
	quoteWidth    = pictureWidth - margin - quoteX
	dateWidth     = threadX - dotRadius - 14 - margin
	dateLines     = 3
	afterQuote    = 4  // between a quote and its source
	betweenQuotes = 26 // of one date
	betweenDates  = 44
	titleLines    = 2
	aboutLines    = 3
	underTitle    = 4
	afterHead     = 52
	signWidth     = 34 // of the foot's signs, with the space after them
	signBar       = 32
	betweenSigns  = 40
	fullWidth     = pictureWidth - 2*margin
)

// line is a line of text in its place.
type line struct {
	text        []glyph
	style       *style
	x, baseline int
}

// mark is a sign on the line of time. Its top is a dot about (x, y); a bar goes on
// downwards from there.
type mark struct {
	kind   kind
	x, y   int
	length int // of a bar, from the top of the dot; 0 for a dot
}

// box returns the place that a mark takes.
func (m mark) box() image.Rectangle {
	half := dotRadius
	if m.length > 0 {
		half = barWidth / 2
	}
	return image.Rect(m.x-half, m.y-dotRadius, m.x+half, m.y-dotRadius+max(m.length, 2*dotRadius))
}

// rule is a straight piece of ornament.
type rule struct {
	image.Rectangle
	dotted bool
}

// rise is how far the baseline is below the top of a line.
func (s *style) rise() int { return (s.leading + s.ascent - s.descent) / 2 }

// layout is a picture before it is drawn.
type layout struct {
	size  image.Point
	lines []line
	marks []mark
	rules []rule
}

// entry is a quote in characters.
type entry struct {
	text   []glyph
	goesOn bool
	source []glyph
	day    []glyph // of publication
	kind   kind
	length int
}

// chapter is a group in characters.
type chapter struct {
	group
	entries []entry
}

// newLayout places an answer with at least one quote. Quotes get fewer lines where the
// picture would be too high.
func newLayout(k *kit, a bot.Answer) layout {
	drawn := a.Quotes[:min(len(a.Quotes), mostQuotes)]
	c := composer{kit: k, answer: a, left: len(a.Quotes) - len(drawn)}
	for _, g := range groups(drawn) {
		one := chapter{group: g}
		for _, q := range g.quotes {
			one.entries = append(one.entries, k.entry(q))
		}
		c.chapters = append(c.chapters, one)
	}
	for most := mostLines(len(drawn)); ; most-- {
		if l := c.compose(most); l.size.Y <= mostHeight || most == 1 {
			return l
		}
	}
}

// mostLines returns how many lines each of n quotes may have.
func mostLines(n int) int {
	switch {
	case n <= 4:
		return 7
	case n <= 12:
		return 5
	}
	return 4
}

// entry makes a quote ready to be placed.
func (k *kit) entry(q bot.Quote) entry {
	e := entry{kind: kindOf(q.Date), length: barLength(q.Date)}
	marks := make([]corpus.Span, 0, len(q.Highlight))
	for _, s := range q.Highlight {
		marks = append(marks, corpus.Span{Start: s.Start - q.Start, End: s.End - q.Start})
	}
	e.text, e.goesOn = k.clean(q.Text, marks)
	if e.source, _ = k.clean(q.Article.Outlet, nil); len(e.source) == 0 {
		e.source, _ = k.clean("outlet unknown", nil)
	}
	published := "date unknown"
	if p := q.Article.Published; !p.IsZero() {
		published = p.UTC().Format("2 January 2006")
	}
	e.day, _ = k.clean(", "+published, nil)
	return e
}
