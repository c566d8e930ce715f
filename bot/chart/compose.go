package chart

import (
	"fmt"
	"image"

	"storybot/bot"
)

// composer places the parts of one picture from top to bottom.
type composer struct {
	*kit
	answer   bot.Answer
	chapters []chapter
	left     int // quotes that are not drawn

	out    layout
	y      int  // where the next part starts
	most   int  // lines of a quote
	cut    bool // a quote was shortened
	thread int  // where the line of time goes on from; 0 before it starts
}

// compose returns the picture with at most so many lines a quote.
func (c composer) compose(most int) layout {
	c.most, c.y = most, margin
	c.placeHead()
	all := make([]group, 0, len(c.chapters))
	for _, one := range c.chapters {
		all = append(all, one.group)
	}
	for i, one := range c.chapters {
		if i > 0 {
			c.y += betweenDates
			c.placeGap(gap(all, i))
		}
		c.placeChapter(one)
	}
	c.placeRest()
	c.placeFoot()
	c.out.size = image.Pt(pictureWidth, c.y+margin)
	return c.out
}

// put places wrapped lines under one another and returns the y below them.
func (c *composer) put(s *style, lines [][]glyph, x, y int) int {
	for _, text := range lines {
		c.out.lines = append(c.out.lines, line{text, s, x, y + s.rise()})
		y += s.leading
	}
	return y
}

// say places words of the picture's own on one line.
func (c *composer) say(s *style, words string, x, y int) int {
	text, _ := c.clean(words, nil)
	return c.put(s, [][]glyph{text}, x, y)
}

// placeHead places the title and what the picture covers.
func (c *composer) placeHead() {
	title, more := c.clean(titleOf(c.answer), nil)
	lines, _ := c.title.wrap(title, more, fullWidth, titleLines)
	c.y = c.put(&c.title, lines, margin, c.y) + underTitle
	about, _ := c.clean(summary(c.answer), nil)
	lines, _ = c.about.wrap(about, false, fullWidth, aboutLines)
	c.y = c.put(&c.about, lines, margin, c.y) + afterHead
}

// placeGap places the words for a long time in which nothing is told.
func (c *composer) placeGap(words string) {
	if words == "" {
		return
	}
	c.stretch(c.y-betweenDates/2, false)
	c.y = c.say(&c.year, words, margin, c.y)
	c.stretch(c.y+betweenDates/2, true)
	c.y += betweenDates
}

// stretch draws the line of time on to y, once it has started.
func (c *composer) stretch(y int, dotted bool) {
	if c.thread > 0 && y > c.thread {
		c.out.rules = append(c.out.rules, rule{image.Rect(threadX-threadWidth/2, c.thread, threadX+threadWidth/2, y), dotted})
	}
	c.thread = max(c.thread, y)
}

// placeChapter places the quotes of one date, and the date and its marks beside them.
func (c *composer) placeChapter(one chapter) {
	bottom := c.placeDate(one.label)
	for i, e := range one.entries {
		if i > 0 {
			c.y += betweenQuotes
		}
		if i == 0 || e.kind != one.entries[i-1].kind {
			c.y = max(c.y, c.thread) // below a bar of the same date
			m := mark{e.kind, threadX, c.y + c.quote.rise() - c.quote.ascent*3/8, e.length}
			c.out.marks = append(c.out.marks, m)
			c.stretch(m.y, false)
			c.stretch(m.box().Max.Y, false)
			bottom = max(bottom, m.box().Max.Y)
		}
		c.placeEntry(e)
	}
	c.y = max(c.y, bottom)
}

// placeDate places a date beside the first line of its first quote.
func (c *composer) placeDate(words string) int {
	y, room := c.y, dateLines
	for i, l := range labels(words) {
		s := &c.year
		if l.main {
			s = &c.date
		}
		if i == 0 {
			y += c.quote.rise() - s.rise()
		}
		if room == 0 {
			break
		}
		text, more := c.clean(l.words, nil)
		lines, _ := s.wrap(text, more, dateWidth, room)
		y, room = c.put(s, lines, margin, y), room-len(lines)
	}
	return y
}

// placeEntry places a quote and, under it, its source.
func (c *composer) placeEntry(e entry) {
	lines, cut := c.quote.wrap(e.text, e.goesOn, quoteWidth, c.most)
	c.cut = c.cut || cut
	c.y = c.put(&c.quote, lines, quoteX, c.y) + afterQuote
	outlet, _ := c.source.wrap(e.source, false, quoteWidth-c.source.width(e.day).Ceil(), 1)
	source := append(outlet[0][:len(outlet[0]):len(outlet[0])], e.day...)
	c.y = c.put(&c.source, [][]glyph{source}, quoteX, c.y)
}

// placeRest says how many quotes are not drawn.
func (c *composer) placeRest() {
	if c.left == 0 {
		return
	}
	c.stretch(c.y, false)
	c.y += betweenDates
	c.stretch(c.y+c.year.leading, true)
	c.y = c.say(&c.year, fmt.Sprintf("and %d more", c.left), quoteX, c.y)
}

// placeFoot says how to read the signs that the picture has.
func (c *composer) placeFoot() {
	c.y += betweenDates
	c.out.rules = append(c.out.rules, rule{Rectangle: image.Rect(margin, c.y, pictureWidth-margin, c.y+2)})
	c.y += betweenQuotes
	x := margin
	for _, item := range c.legend() {
		text, _ := c.clean(item.words, nil)
		wide := c.small.width(text).Ceil()
		if x > margin && x+signWidth+wide > pictureWidth-margin {
			x, c.y = margin, c.y+c.small.leading
		}
		if item.sign != nil {
			m := *item.sign
			m.x, m.y = x+dotRadius, c.y+c.small.rise()-c.small.ascent*3/8
			if m.length > 0 { // centred on the words
				m.y -= m.length/2 - dotRadius
			}
			c.out.marks = append(c.out.marks, m)
			x += signWidth
		}
		c.put(&c.small, [][]glyph{text}, x, c.y)
		x += wide + betweenSigns
	}
	c.y += c.small.leading
}

// legendItem explains one sign.
type legendItem struct {
	sign  *mark // nil where the words show it
	words string
}

// legend explains what the picture uses and no more.
func (c *composer) legend() []legendItem {
	has := func(ok func(mark) bool) bool {
		for _, m := range c.out.marks {
			if ok(m) {
				return true
			}
		}
		return false
	}
	var items []legendItem
	for _, row := range []struct {
		uses  bool
		sign  *mark
		words string
	}{
		{has(func(m mark) bool { return m.kind == told && m.length == 0 }), &mark{kind: told}, "a day"},
		{has(func(m mark) bool { return m.length > 0 }), &mark{kind: told, length: signBar}, "a week or longer"},
		{has(func(m mark) bool { return m.kind == inferred }), &mark{kind: inferred}, "inferred"},
		{has(func(m mark) bool { return m.kind == published }), &mark{kind: published}, "day of publication"},
		{has(func(m mark) bool { return m.kind == undated }), &mark{kind: undated}, "date unknown"},
		{c.cut, nil, "… shortened"},
	} {
		if row.uses {
			items = append(items, legendItem{row.sign, row.words})
		}
	}
	return items
}
