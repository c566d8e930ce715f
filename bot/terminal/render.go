package terminal

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"storybot/bot"
	"storybot/corpus"
)

// shownAlso is how many of the other articles that say the same are named.
const shownAlso = 3

// Render writes an answer as text: its title, its facts, its quotes with their dates and
// sources, its note, which comes first where the corpus does not say, and the lines that a
// reader may type next. Only the words of
// articles stand behind a bar. It adds nothing to the answer, and text of articles cannot
// reach the terminal as a control or escape sequence. The error is w's.
func Render(w io.Writer, a bot.Answer, s Style) error {
	_, err := io.WriteString(w, newPage(s).answer(a))
	return err
}

// page draws an answer in one style.
type page struct {
	palette
	style Style
	b     strings.Builder
}

func newPage(s Style) *page {
	return &page{palette: newPalette(s.Color), style: s}
}

// answer draws a whole answer. Its blocks are set apart by blank lines.
func (p *page) answer(a bot.Answer) string {
	if title := oneLine(a.Title); title != "" {
		p.flow(title, p.title)
	}
	p.facts(a.Facts)
	if !a.Answered {
		p.note(a.Note)
	}
	above := ""
	for i, q := range a.Quotes {
		if i == 0 || q.Text != "" { // a list of sources stands close
			p.gap()
		}
		h := heading(q)
		if h != "" && h != above {
			p.flow(h, p.date)
		}
		above = h
		p.quote(q, a.Answered)
	}
	if a.Answered {
		p.note(a.Note)
	}
	p.steps(a.Steps)
	return p.b.String()
}

// gap sets the next block apart from what stands above it.
func (p *page) gap() {
	if p.b.Len() > 0 {
		p.b.WriteByte('\n')
	}
}

// note draws plain sentences. Its line breaks stay, and a line that is indented, or has a
// second column, wraps below where its text starts.
func (p *page) note(note string) {
	note = strings.Trim(note, "\r\n")
	if strings.TrimSpace(note) == "" {
		return
	}
	p.gap()
	for line := range strings.Lines(note) {
		text, _ := clean(strings.TrimRight(line, "\r\n"))
		if strings.TrimSpace(text) == "" {
			p.b.WriteByte('\n')
			continue
		}
		head := text[:secondColumn(text, p.style.columns()/2)]
		p.lines(text[len(head):], nil, head, strings.Repeat(" ", ansi.StringWidth(head)), p.plain, p.plain)
	}
}

// secondColumn returns the byte of a line where its text starts after two spaces or more,
// as a table sets it, but no more than most columns in; else where it starts at all.
func secondColumn(line string, most int) int {
	indent := len(line) - len(strings.TrimLeft(line, " "))
	i := strings.Index(line[indent:], "  ")
	if i < 0 {
		return indent
	}
	text := strings.TrimLeft(line[indent+i:], " ")
	if at := len(line) - len(text); text != "" && ansi.StringWidth(line[:at]) <= most {
		return at
	}
	return indent
}

// quote draws one quote below its heading: its words, and where they are from.
func (p *page) quote(q bot.Quote, answers bool) {
	text, at := clean(q.Text)
	words := p.plain
	if !answers {
		words = p.dim
	}
	bar := p.bar("> ")
	if p.style.Width > 0 {
		bar = p.bar("│ ")
	}
	p.lines(text, moved(q.Highlight, q.Start, at), bar, bar, words, p.hot)
	p.citation(q)
}

// citation draws the source of a quote, its address, and who else says the same.
func (p *page) citation(q bot.Quote) {
	label := oneLine(q.Article.Label())
	address, target := place(q)
	if target != "" && !p.style.Color {
		address = target
	}
	switch room := p.style.columns() - 2; {
	case address == "":
		p.aside(label, "")
	case p.style.Width > 0 && ansi.StringWidth(label+" · "+address) > room:
		p.aside(label, "")
		p.b.WriteString("  " + p.linked(address, target) + "\n")
	default:
		p.b.WriteString("  " + p.dim(label+" · ") + p.linked(address, target) + "\n")
	}
	if n := len(q.Also); n > 0 {
		p.aside(also(q.Also), "  ")
	}
}

// place returns where the article of a quote is, as readers are shown it, and the
// address that opens it at the quote. The address shown always opens the same page.
func place(q bot.Quote) (shown, target string) {
	target = webAddress(q.Link)
	switch home := webAddress(q.Article.URL); {
	case target == "" && home == "":
		return oneLine(q.Article.Path), ""
	case target == "":
		return home, home
	case home != "" && strings.HasPrefix(target, home+"#"):
		return home, target
	}
	return target, target
}

// linked draws an address dimly; in colour it opens target, by the escape sequence OSC 8.
func (p *page) linked(address, target string) string {
	if target == "" || !p.style.Color {
		return p.dim(address)
	}
	return ansi.SetHyperlink(target) + p.dim(address) + ansi.ResetHyperlink()
}

// also names other articles that say the same.
func also(others []bot.Reference) string {
	var names []string
	for _, r := range others[:min(len(others), shownAlso)] {
		names = append(names, oneLine(r.Label()))
	}
	if more := len(others) - shownAlso; more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	noun := "others"
	if len(others) == 1 {
		noun = "other"
	}
	return fmt.Sprintf("also in %d %s: %s", len(others), noun, strings.Join(names, "; "))
}

// dateLine says when something happened, how far that is the article's own word, and
// who says otherwise.
func dateLine(q bot.Quote) string {
	d := q.Date
	line := oneLine(d.String())
	switch {
	case d.Text == "":
		line += " (day of publication)"
	case d.Inferred:
		line += " (inferred)"
	}
	for _, c := range q.Claims {
		line += " · " + oneLine(c.Date.String()+" in "+c.Article.Short())
	}
	return line
}

// flow draws text from the left edge.
func (p *page) flow(text string, draw paint) { p.lines(text, nil, "", "", draw, draw) }

// aside draws text that is not an article's, dimly, a little to the right.
func (p *page) aside(text, indent string) {
	p.lines(text, nil, "  "+indent, "  "+indent, p.dim, p.dim)
}

// lines wraps clean text and draws the first line behind first and the others behind
// lead, which is as wide: the words within the spans of hot by drawHot, all others by draw.
func (p *page) lines(text string, hot []corpus.Span, first, lead string, draw, drawHot paint) {
	width := p.style.columns()
	if width > 0 {
		width = max(width-ansi.StringWidth(lead), 4)
	}
	for i, line := range wrap(text, width) {
		if i == 0 {
			p.b.WriteString(first)
		} else {
			p.b.WriteString(lead)
		}
		for _, h := range hot {
			h.Start, h.End = max(h.Start, line.Start), min(h.End, line.End)
			if h.Start >= h.End {
				continue
			}
			p.piece(text[line.Start:h.Start], draw)
			p.piece(text[h.Start:h.End], drawHot)
			line.Start = h.End
		}
		p.piece(text[line.Start:line.End], draw)
		p.b.WriteByte('\n')
	}
}

func (p *page) piece(text string, draw paint) {
	if text != "" {
		p.b.WriteString(draw(text))
	}
}

// moved takes spans of an article's text to the clean text of a quote that starts at
// byte start of it. What lies outside of the quote goes.
func moved(spans []corpus.Span, start int, at []int) []corpus.Span {
	var out []corpus.Span
	for _, s := range spans {
		s.Start, s.End = max(s.Start-start, 0), min(s.End-start, len(at)-1)
		if s.Start < s.End {
			out = append(out, corpus.Span{Start: at[s.Start], End: at[s.End]})
		}
	}
	return out
}
