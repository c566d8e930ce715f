package terminal

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// pump prints the next piece of text, after the one before it.
func (m *model) pump() tea.Cmd {
	if m.printing || len(m.outbox) == 0 {
		return nil
	}
	piece := m.outbox[0]
	m.outbox, m.printing = m.outbox[1:], true
	return tea.Sequence(m.print(piece), func() tea.Msg { return more{} })
}

// say prints text above the prompt, after all that was said before. It goes in pieces
// that fit the window: one that does not would push empty lines out of it.
func (m *model) say(text string) tea.Cmd {
	var piece []string
	rows := 0
	flush := func() {
		if len(piece) > 0 {
			m.outbox = append(m.outbox, strings.Join(piece, "\n"))
		}
		piece, rows = nil, 0
	}
	columns := m.style.Width + 1
	for l := range strings.Lines(text) {
		l = strings.TrimSuffix(l, "\n")
		width := ansi.StringWidth(l)
		if width == 0 || width%columns == 0 {
			l += " " // a full row would lose its last cell, and an empty piece is not printed
		}
		if rows += 1 + width/columns; rows > max(m.height-below-1, 1) {
			flush()
			rows = 1 + width/columns
		}
		piece = append(piece, l)
	}
	flush()
	return m.pump()
}

// View draws the prompt and the line below it.
func (m *model) View() tea.View {
	if m.leaving {
		return tea.NewView("")
	}
	prompt := strings.TrimRight(m.input.View(), " ") // padding would wrap when the window shrinks
	return tea.NewView(prompt + "\n" + m.below())
}

// below returns the one line that says what goes on or what can be typed.
func (m *model) below() string {
	width := m.style.Width - len("  ")
	switch {
	case m.work.cancel != nil && m.work.turns > 0:
		frame := spinner[m.work.turns%len(spinner)]
		text := " looking… Ctrl-C stops it"
		if n := len(m.queue); n > 0 {
			text += fmt.Sprintf(" · lines that wait: %d", n)
		}
		return m.date(frame) + m.dim(clip(text, width))
	case len(m.menu.items) > 0:
		return "  " + m.menu.draw(m.palette, width)
	case m.input.Value() == "":
		return "  " + m.dim(clip("Tab completes · /help · Ctrl-D leaves", width))
	}
	line, at := m.line()
	if s, ok := spotOf(line[:at]); ok {
		return "  " + m.dim(clip(s.hint(), width))
	}
	if !strings.HasPrefix(line, "/") && !slices.Contains([]string{"", " "}, line) {
		return "  " + m.dim(clip("a command starts with a slash: /ask and your question", width))
	}
	return ""
}
