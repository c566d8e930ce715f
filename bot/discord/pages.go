package discord

import (
	"sort"
	"strings"
	"time"
	"unicode"

	"storybot/bot"
	"storybot/corpus"
)

// What is said under a quote that had to be shortened. It never happens silently.
const (
	cutAtSentence = "-# Too long for one message: it goes on in the article."
	cutInSentence = "-# Too long for one message, and cut inside a sentence: it goes on in the article."
	cutBefore     = "-# Too long for one message: it begins earlier in the article."
	cutAround     = "-# Too long for one message, and cut at both ends: the article has the whole."
	cutReport     = "-# Too long for one message: the rest is left out."
)

// paginate lays an answer out on pages that Discord takes, at least one. It depends on
// nothing but the answer, so that any press of a button finds the same pages again.
func (v view) paginate() [][]part {
	frameSize := v.frameSize()
	firstSize := frameSize
	if pictured(v.request, v.answer) {
		firstSize = firstSize.plus(pictureRoom)
	}
	room := func(p part) bool { return firstSize.plus(p.size()).fits() }

	pages := [][]part{nil}
	used := firstSize
	for _, p := range parts(v.answer, room) {
		s := p.size()
		last := len(pages) - 1
		if full := !used.plus(s).fits() || menuFull(pages[last], p); full && len(pages[last]) > 0 {
			pages, used, last = append(pages, nil), frameSize, last+1
		}
		pages[last] = append(pages[last], p)
		used = used.plus(s)
	}
	if v.onePage() && len(pages) > 1 {
		return [][]part{append(pages[0], part{text: cutReport})}
	}
	return pages
}

// onePage says whether pages cannot be turned: nothing asks for the answer again, or what
// does would run an operator's command again.
func (v view) onePage() bool {
	c, known := bot.Find(v.request.Command)
	return !known || c.Operator
}

// frameSize is the most that a page takes besides its parts: page numbers are as wide as
// they get and every button stands there, so that no page outgrows its frame.
func (v view) frameSize() size {
	v.fresh, v.private = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC), true
	s := measure(v.frame(nil, 9998, 9999).Components...)
	if len(v.answer.Quotes) > 0 {
		s = s.plus(size{components: 2}) // the menu of contexts, in a row
	}
	if v.votes && votable(v.request, v.answer, 1) {
		s = s.plus(measure(component{Type: kindRow, Components: voteButtons(v.request)}))
	}
	if v.onePage() {
		s = s.plus(measure(textDisplay(cutReport)))
	}
	return s
}

// comfortable is how long a run of lines is, in bytes: three to a page.
const comfortable = 1200

// noteParts cuts a note into runs of whole lines of a comfortable length. Lines are drawn by
// draw.
func noteParts(note string, draw func(line string) string, room func(part) bool) []part {
	var out []part
	var run strings.Builder
	flush := func() {
		if text := strings.TrimRight(run.String(), "\n"); strings.TrimSpace(text) != "" {
			out = append(out, part{text: text})
		}
		run.Reset()
	}
	for line := range strings.Lines(strings.TrimSpace(note)) {
		for _, piece := range pieces(line, draw, room) {
			if run.Len() > 0 && run.Len()+len(piece) > comfortable {
				flush()
			}
			run.WriteString(piece)
		}
	}
	flush()
	return out
}

// pieces draws a line; one that is too long for a page is escaped, cut between words.
func pieces(line string, draw func(line string) string, room func(part) bool) []string {
	if whole := draw(line); room(part{text: whole}) {
		return []string{whole}
	}
	var out []string
	for line != "" {
		n := longest(wordEnds(line), func(end int) bool { return room(part{text: escape(line[:end])}) })
		out = append(out, escape(line[:n]))
		line = line[n:]
	}
	return out
}

// quotePart draws a quote with its date and citation. One that is too long for a page
// of its own is cut between sentences, and says so; only where the sentence that answers
// is too long by itself is it cut inside, between words.
func quotePart(q bot.Quote, room func(part) bool) part {
	if p := drawQuote(q, corpus.Span{End: len(q.Text)}, ""); room(p) {
		return p
	}
	for _, way := range []struct {
		pieces []corpus.Span
		end    string // what is said where only the end is missing
	}{{corpus.Sentences(q.Text), cutAtSentence}, {words(q.Text), cutInSentence}} {
		draw := func(s corpus.Span) part { return drawQuote(q, s, remark(q.Text, s, way.end)) }
		s := window(way.pieces, answering(q), func(s corpus.Span) bool { return room(draw(s)) })
		if p := draw(s); s.Start < s.End && room(p) {
			return p
		}
	}
	return drawQuote(q, corpus.Span{}, cutInSentence)
}

// answering returns the first words of a quote that answer, in its text; none: its start.
func answering(q bot.Quote) corpus.Span {
	if len(q.Highlight) == 0 {
		return corpus.Span{}
	}
	h := q.Highlight[0]
	return corpus.Span{Start: h.Start - q.Start, End: h.End - q.Start}
}

// window chooses a run of the pieces of a text, which are in order, that fits. It begins
// with the first where that leaves the span in, and else with the piece where the span
// begins; what room is left then is for pieces before that one.
func window(pieces []corpus.Span, span corpus.Span, fits func(corpus.Span) bool) corpus.Span {
	if len(pieces) == 0 {
		return corpus.Span{}
	}
	from := func(i int) corpus.Span {
		n := sort.Search(len(pieces)-i, func(n int) bool { return !fits(corpus.Span{Start: pieces[i].Start, End: pieces[i+n].End}) })
		return corpus.Span{Start: pieces[i].Start, End: pieces[i+max(n-1, 0)].End}
	}
	if s := from(0); span.End <= s.End {
		return s
	}
	first := max(sort.Search(len(pieces), func(i int) bool { return pieces[i].Start > span.Start })-1, 0)
	s := from(first)
	start := sort.Search(first, func(i int) bool { return fits(corpus.Span{Start: pieces[i].Start, End: s.End}) })
	return corpus.Span{Start: pieces[start].Start, End: s.End}
}

// remark says where a part of a text is cut: in the way given where its end is missing.
func remark(text string, s corpus.Span, end string) string {
	switch {
	case strings.TrimSpace(text[:s.Start]) == "":
		return end
	case strings.TrimSpace(text[s.End:]) == "":
		return cutBefore
	}
	return cutAround
}

// drawQuote draws a part of a quote.
func drawQuote(q bot.Quote, s corpus.Span, remark string) part {
	var lines []string
	if h := heading(q); h != "" {
		lines = append(lines, h)
	}
	if text := s.Of(q.Text); text != "" {
		lines = append(lines, blockQuote(text, marksIn(q, s)))
	}
	if remark != "" {
		lines = append(lines, remark)
	}
	return part{text: strings.Join(append(lines, citation(q)), "\n"), link: linkOf(q), context: contextChoice(q)}
}

// marksIn returns the words that answer within a part of the quote, counted from there.
func marksIn(q bot.Quote, s corpus.Span) []corpus.Span {
	var out []corpus.Span
	for _, h := range q.Highlight {
		out = append(out, corpus.Span{
			Start: max(h.Start-q.Start, s.Start) - s.Start,
			End:   min(h.End-q.Start, s.End) - s.Start,
		})
	}
	return out
}

// words cuts a text after each of its words.
func words(text string) []corpus.Span {
	var out []corpus.Span
	start := 0
	for _, end := range wordEnds(text) {
		out = append(out, corpus.Span{Start: start, End: end})
		start = end
	}
	return out
}

// longest returns the last of ends, which rise, that fits; the first where none does.
func longest(ends []int, fits func(end int) bool) int {
	if len(ends) == 0 {
		return 0
	}
	n := sort.Search(len(ends), func(i int) bool { return !fits(ends[i]) })
	return ends[max(n-1, 0)]
}

// wordEnds lists where text can be cut: at the end of each word, its white space
// included, and inside a word of more than 200 bytes between any two characters.
func wordEnds(text string) []int {
	const longWord = 200
	var ends []int
	last, space := 0, false
	for i, r := range text {
		isSpace := unicode.IsSpace(r)
		if space && !isSpace || i-last > longWord {
			ends = append(ends, i)
			last = i
		}
		space = isSpace
	}
	if text != "" {
		ends = append(ends, len(text))
	}
	return ends
}
