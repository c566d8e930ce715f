package terminal

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// typingPause is how long the keys must rest before the bot is asked for completions.
const typingPause = 80 * time.Millisecond

// menu has the candidates that can complete the line, and the one that was chosen.
type menu struct {
	line    string // as it was typed, without a candidate
	cursor  int    // byte of line
	spot    spot
	items   []candidate
	chosen  int // in items; len(items): the line as typed
	id      int // of the line; news of an older one is no news
	pending bool
	waiting bool // Tab was pressed before there was a candidate
	cancel  context.CancelFunc
}

// pause tells that the keys have rested since a line was typed.
type pause struct{ id int }

// proposed brings the values that the bot proposes for a line.
type proposed struct {
	id     int
	values []string
}

// look starts anew for a line and the cursor in it. What needs no bot is there at once.
func (m *menu) look(line string, cursor int) tea.Cmd {
	m.close()
	spot, ok := spotOf(line[:cursor])
	if !ok {
		return nil
	}
	m.line, m.cursor, m.spot = line, cursor, spot
	m.show(nil)
	if spot.command.Name == "" {
		return nil
	}
	m.pending = true
	id := m.id
	return tea.Tick(typingPause, func(time.Time) tea.Msg { return pause{id} })
}

// show lists the values first and then the options that can follow.
func (m *menu) show(values []string) {
	m.items = m.items[:0:0]
	seen := map[candidate]bool{}
	for _, list := range [][]candidate{m.spot.local(), m.spot.found(values), m.spot.options()} {
		for _, c := range list {
			if !seen[c] {
				seen[c] = true
				m.items = append(m.items, c)
			}
		}
	}
	m.chosen = len(m.items)
}

// close forgets the candidates and calls off the search for more.
func (m *menu) close() {
	m.stop()
	*m = menu{id: m.id + 1}
}

func (m *menu) stop() {
	if m.cancel != nil {
		m.cancel()
		m.cancel = nil
	}
}

// ask asks the bot for values. Its errors are nothing that a reader waits for.
func (m *menu) ask(ctx context.Context, b Bot, p pause) tea.Cmd {
	if p.id != m.id || !m.pending {
		return nil
	}
	ctx, m.cancel = context.WithCancel(ctx)
	s := m.spot
	return func() tea.Msg {
		values, err := b.Complete(ctx, s.command.Name, s.option.Name, s.typed)
		if err != nil {
			values = nil
		}
		return proposed{id: p.id, values: values}
	}
}

// take lists what the bot proposes, unless the line is another by now.
func (m *menu) take(p proposed) {
	if p.id != m.id {
		return
	}
	m.pending = false
	m.stop()
	if m.chosen == len(m.items) {
		m.show(p.values)
	}
}

// step chooses the next candidate or, after the last, the line as it was typed. It
// returns the line with it and the cursor's byte; false where there is none.
func (m *menu) step(by int) (string, int, bool) {
	n := len(m.items) + 1
	if n == 1 {
		return "", 0, false
	}
	m.chosen = (m.chosen + by + n) % n
	if m.chosen == len(m.items) {
		return m.line, m.cursor, true
	}
	c := m.items[m.chosen]
	head := m.line[:c.from] + c.text
	return head + m.line[m.cursor:], len(head), true
}

// draw lists the candidates in one row, from where the chosen one can be seen.
func (m *menu) draw(p palette, width int) string {
	const gap = "   "
	first := 0
	for used := 0; m.chosen < len(m.items); first++ {
		used = 0
		for _, c := range m.items[first : m.chosen+1] {
			used += ansi.StringWidth(c.text) + len(gap)
		}
		if used-len(gap)+len("…") <= width || first == m.chosen {
			break
		}
	}
	var b strings.Builder
	if first > 0 {
		b.WriteString(p.dim("…"))
	}
	for i, c := range m.items[first:] {
		if i > 0 {
			b.WriteString(gap)
		}
		draw := p.dim
		if first+i == m.chosen {
			draw = p.hot
		}
		b.WriteString(draw(strings.TrimSpace(c.text)))
	}
	return ansi.Truncate(b.String(), max(width, 0), "…")
}
