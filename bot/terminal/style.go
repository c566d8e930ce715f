package terminal

import (
	"io"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"
)

// comfort is the widest that text is set, in columns: longer lines are hard to read.
const comfort = 88

// Style says how an answer is drawn. The zero value is for pipes and files: plain text,
// one line a paragraph.
type Style struct {
	Width int  // columns of the window, where text is wrapped; 0: it is not
	Color bool // false: no escape sequences at all
}

// StyleOf returns the style that suits out. Where out is no terminal that is the zero
// Style. environ is as os.Environ returns it: NO_COLOR and TERM=dumb turn colour off.
func StyleOf(out io.Writer, environ []string) Style {
	fd, ok := terminal(out)
	if !ok {
		return Style{}
	}
	width, _, err := term.GetSize(fd)
	if err != nil || width <= 0 {
		width = 80
	}
	return Style{Width: width, Color: colored(environ)}
}

// colored says whether the environment asks for colour: NO_COLOR with any value but an
// empty one turns it off (no-color.org), as do terminals that have none.
func colored(environ []string) bool {
	for _, e := range environ {
		if value, found := strings.CutPrefix(e, "NO_COLOR="); found && value != "" {
			return false
		}
	}
	return colorprofile.Env(environ) > colorprofile.ASCII
}

// terminal returns the file descriptor of a reader or writer that is a terminal.
func terminal(f any) (fd int, ok bool) {
	file, ok := f.(interface{ Fd() uintptr })
	if !ok {
		return 0, false
	}
	fd = int(file.Fd())
	return fd, term.IsTerminal(fd)
}

// columns returns the width that text is wrapped at, 0 for none.
func (s Style) columns() int {
	if s.Width <= 0 {
		return 0
	}
	return min(s.Width, comfort)
}

// paint draws a piece of a line.
type paint func(string) string

// palette has the few ways in which text is drawn. Colours are of the terminal's own
// sixteen, so that they suit its theme.
type palette struct {
	plain, title, date, bar, hot, dim, wrong paint
}

func newPalette(color bool) palette {
	same := func(s string) string { return s }
	if !color {
		return palette{plain: same, title: same, date: same, bar: same, hot: same, dim: same, wrong: same}
	}
	style := lipgloss.NewStyle
	with := func(s lipgloss.Style) paint {
		return func(text string) string { return s.Render(text) }
	}
	return palette{
		plain: same,
		title: with(style().Bold(true)),
		date:  with(style().Foreground(lipgloss.Cyan)),
		bar:   with(style().Foreground(lipgloss.Cyan).Faint(true)),
		hot:   with(style().Foreground(lipgloss.Cyan).Bold(true)),
		dim:   with(style().Faint(true)),
		wrong: with(style().Foreground(lipgloss.Red)),
	}
}
