package terminal

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"storybot/bot"
)

// widestLabel is how many columns the labels of facts take at most, so that their values
// stand below one another.
const widestLabel = 20

// facts draws what is known without an article's words, a line each. In a window the
// values stand in a column of their own.
func (p *page) facts(facts []bot.Fact) {
	column := 0
	for _, f := range facts {
		column = max(column, min(ansi.StringWidth(oneLine(f.Label)), widestLabel, p.style.columns()/3))
	}
	first := true
	for _, f := range facts {
		label, value := oneLine(f.Label), oneLine(f.Value)
		if value == "" {
			continue
		}
		if first {
			p.gap()
			first = false
		}
		if p.style.Width == 0 {
			p.flow(strings.TrimPrefix(label+": "+value, ": "), p.plain)
			continue
		}
		head := ansi.Truncate(label, column, "…")
		head += strings.Repeat(" ", column-ansi.StringWidth(head)+2)
		p.lines(value, nil, p.dim(head), strings.Repeat(" ", ansi.StringWidth(head)), p.plain, p.plain)
	}
}

// steps draws the lines that a reader may want to type next.
func (p *page) steps(steps []bot.Step) {
	first := "Next: "
	for _, s := range steps {
		line := oneLine(s.Line)
		if line == "" {
			continue
		}
		if first != stepIndent {
			p.gap()
		}
		p.lines(line, nil, p.dim(first), stepIndent, p.dim, p.dim)
		first = stepIndent
	}
}

// stepIndent is as wide as the word before the first step.
const stepIndent = "      "

// heading says what a quote is shown for and when what it tells happened; "" where
// neither is known.
func heading(q bot.Quote) string {
	var parts []string
	if label := oneLine(q.Label); label != "" {
		parts = append(parts, label)
	}
	if q.Date != nil {
		parts = append(parts, dateLine(q))
	}
	return strings.Join(parts, " · ")
}
