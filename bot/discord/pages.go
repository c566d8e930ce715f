package discord

import (
	"sort"
	"strings"
	"unicode"

	"storybot/bot"
	"storybot/corpus"
)

// What is said under a quote that had to be shortened. It never happens silently.
const (
	cutAtSentence = "-# Too long for one message: it goes on in the article."
	cutInSentence = "-# Too long for one message, and cut inside a sentence: it goes on in the article."
	cutReport     = "-# Too long for one message: the rest is left out."
)

// paginate lays an answer out on pages that Discord takes, at least one. It depends on
// nothing but the answer, so that any press of a button finds the same pages again. What
// an operator's command answers has one page: a press must not run it again.
func paginate(r bot.Request, a bot.Answer) [][]part {
	// Page numbers are as wide as they get, so that no page outgrows its count.
	frameSize := measure(frame(r, a, nil, 9998, 9999).Components...)
	c, _ := bot.Find(r.Command)
	if c.Operator {
		frameSize = frameSize.plus(measure(textDisplay(cutReport)))
	}
	firstSize := frameSize
	if pictured(r, a) {
		firstSize = firstSize.plus(pictureRoom)
	}
	room := func(p part) bool { return firstSize.plus(measure(p.component())).fits() }

	pages := [][]part{nil}
	used := firstSize
	for _, p := range parts(a, room) {
		s := measure(p.component())
		last := len(pages) - 1
		if !used.plus(s).fits() && len(pages[last]) > 0 {
			pages, used, last = append(pages, nil), frameSize, last+1
		}
		pages[last] = append(pages[last], p)
		used = used.plus(s)
	}
	if c.Operator && len(pages) > 1 {
		return [][]part{append(pages[0], part{text: cutReport})}
	}
	return pages
}

// noteParts cuts a note into runs of whole lines of a comfortable length.
func noteParts(note string, room func(part) bool) []part {
	const comfortable = 1200 // characters: three to a page
	var out []part
	var run strings.Builder
	flush := func() {
		if text := strings.TrimRight(run.String(), "\n"); strings.TrimSpace(text) != "" {
			out = append(out, part{text: text})
		}
		run.Reset()
	}
	for line := range strings.Lines(strings.TrimSpace(note)) {
		for _, piece := range pieces(line, room) {
			if run.Len() > 0 && run.Len()+len(piece) > comfortable {
				flush()
			}
			run.WriteString(piece)
		}
	}
	flush()
	return out
}

// pieces escapes a line, cut between words where it is too long for a page.
func pieces(line string, room func(part) bool) []string {
	var out []string
	for line != "" {
		n := longest(wordEnds(line), func(end int) bool { return room(part{text: escape(line[:end])}) })
		out = append(out, escape(line[:n]))
		line = line[n:]
	}
	return out
}

// quotePart draws a quote with its date and citation. One that is too long for a page
// of its own is cut where a sentence ends, and says so; only a sentence that is too
// long by itself is cut inside, between words.
func quotePart(q bot.Quote, room func(part) bool) part {
	draw := func(end int, remark string) part { return drawQuote(q, end, remark) }
	if p := draw(len(q.Text), ""); room(p) {
		return p
	}
	var ends []int
	for _, s := range corpus.Sentences(q.Text) {
		ends = append(ends, s.End)
	}
	fits := func(remark string) func(int) bool {
		return func(end int) bool { return room(draw(end, remark)) }
	}
	if n := longest(ends, fits(cutAtSentence)); n > 0 && room(draw(n, cutAtSentence)) {
		return draw(n, cutAtSentence)
	}
	return draw(longest(wordEnds(q.Text), fits(cutInSentence)), cutInSentence)
}

// drawQuote draws the first end bytes of a quote.
func drawQuote(q bot.Quote, end int, remark string) part {
	var lines []string
	if q.Date != nil {
		lines = append(lines, dateHeading(q))
	}
	if text := q.Text[:end]; text != "" {
		lines = append(lines, blockQuote(text, marksIn(q, end)))
	}
	if remark != "" {
		lines = append(lines, remark)
	}
	return part{text: strings.Join(append(lines, citation(q)), "\n"), link: linkOf(q)}
}

// marksIn returns the words that answer within the first end bytes of the quote.
func marksIn(q bot.Quote, end int) []corpus.Span {
	var out []corpus.Span
	for _, h := range q.Highlight {
		out = append(out, corpus.Span{Start: h.Start - q.Start, End: min(h.End-q.Start, end)})
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
