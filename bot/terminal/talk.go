package terminal

import (
	"context"
	"io"
	"strings"
	"time"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"storybot/bot"
)

const (
	patience  = 150 * time.Millisecond // an answer that takes longer shows that it does
	spinEvery = 120 * time.Millisecond
	below     = 2 // lines of the prompt and its hint, at the bottom of what was said
)

// spinner turns while an answer is being found.
var spinner = [...]string{"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"}

// talk holds a chat in a terminal.
func talk(ctx context.Context, in io.Reader, out io.Writer, a answerer, s Style, o Options) error {
	m := newModel(ctx, a, s, o)
	_, err := tea.NewProgram(m, tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out),
		tea.WithEnvironment(o.Environ), tea.WithoutSignalHandler()).Run()
	m.stop()
	m.menu.stop()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// model is the state of a chat in a terminal. It is changed in place: one program has one.
type model struct {
	ctx    context.Context // of the whole chat: commands outlive the call that makes them
	answer answerer
	style  Style
	palette
	greeting string
	height   int
	input    textinput.Model
	past     *history
	menu     menu
	work     work
	queue    []string // lines that wait for the answer before theirs
	outbox   []string // pieces of text that wait to be printed
	printing bool     // one is on its way
	print    func(...any) tea.Cmd
	leaving  bool
}

// work is the answer that is being found.
type work struct {
	id     int
	cancel context.CancelFunc // nil: none is
	turns  int                // of the spinner; 0: too early to show one
}

// answered brings an answer, ready to print.
type answered struct {
	id   int
	text string
}

// more tells that a piece of text was printed.
type more struct{}

// spin turns the spinner of an answer that takes its time.
type spin struct{ id int }

func newModel(ctx context.Context, a answerer, s Style, o Options) *model {
	m := &model{
		ctx: ctx, answer: a, palette: newPalette(s.Color), greeting: o.Greeting, height: 24,
		input: textinput.New(), print: tea.Println,
	}
	var err error
	if m.past, err = openHistory(o.History); err != nil {
		a.log.Warn("the chat has no history", "error", err)
	}
	m.input.Prompt = "› "
	m.input.CharLimit = bot.MaxLine
	m.input.KeyMap.Paste.SetEnabled(false) // it would run another program; terminals paste by themselves
	look := textinput.Styles{Cursor: textinput.CursorStyle{Shape: tea.CursorBlock}}
	if s.Color {
		look.Focused.Prompt = lipgloss.NewStyle().Foreground(lipgloss.Cyan).Bold(true)
	}
	m.input.SetStyles(look)
	m.input.Focus()
	m.resize(s.Width, m.height)
	m.style.Color = s.Color
	return m
}

// resize keeps a column free at the right, where terminals disagree about what happens.
func (m *model) resize(width, height int) {
	m.style.Width, m.height = max(width-1, 10), height
	m.input.SetWidth(max(m.style.Width-len("> ")-1, 6)) // and the cursor
}

// Init prints the greeting.
func (m *model) Init() tea.Cmd {
	if m.greeting == "" {
		return nil
	}
	p := newPage(m.style)
	p.note(m.greeting)
	return m.say(p.b.String() + "\n")
}

// Update takes a key or the news of something that was going on.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
	case tea.KeyPressMsg:
		return m, m.key(msg)
	case tea.PasteMsg:
		msg.Content = oneLine(msg.Content)
		return m, m.edit(msg)
	case answered:
		return m, m.finish(msg)
	case more:
		m.printing = false
		return m, tea.Batch(m.pump(), m.next())
	case spin:
		if msg.id == m.work.id && m.work.cancel != nil {
			m.work.turns++
			return m, tea.Tick(spinEvery, func(time.Time) tea.Msg { return msg })
		}
	case pause:
		return m, m.menu.ask(m.ctx, m.answer.bot, msg)
	case proposed:
		m.menu.take(msg)
		if m.menu.waiting {
			m.menu.waiting = false
			m.cycle(1)
		}
	}
	return m, nil
}

// key acts on a key: those of the shell that are not the line's own.
func (m *model) key(k tea.KeyPressMsg) tea.Cmd {
	switch k.String() {
	case "enter":
		return m.submit()
	case "tab":
		return m.cycle(1)
	case "shift+tab":
		return m.cycle(-1)
	case "up", "ctrl+p":
		return m.recall(-1)
	case "down", "ctrl+n":
		return m.recall(1)
	case "ctrl+c":
		return m.interrupt()
	case "ctrl+d":
		if m.input.Value() == "" {
			return m.leave()
		}
	case "ctrl+l":
		return tea.ClearScreen
	case "ctrl+z":
		return tea.Suspend
	}
	return m.edit(k)
}

// edit gives a key to the line, and looks for completions where that changed it.
func (m *model) edit(msg tea.Msg) tea.Cmd {
	value, at := m.input.Value(), m.input.Position()
	var cmd tea.Cmd
	m.input, cmd = m.input.Update(msg)
	if value == m.input.Value() && at == m.input.Position() {
		return cmd
	}
	return tea.Batch(cmd, m.menu.look(m.line()))
}

// line returns the line and the byte of it where the cursor stands.
func (m *model) line() (string, int) {
	v := m.input.Value()
	return v, len(string([]rune(v)[:m.input.Position()]))
}

// cycle puts the next candidate into the line.
func (m *model) cycle(step int) tea.Cmd {
	line, cursor, ok := m.menu.step(step)
	if !ok {
		m.menu.waiting = m.menu.pending
		return nil
	}
	m.input.SetValue(line)
	m.input.SetCursor(len([]rune(line[:cursor])))
	if len(m.menu.items) == 1 { // nothing to choose: go on from there
		return m.menu.look(m.line())
	}
	return nil
}

// recall shows an older or newer line.
func (m *model) recall(step int) tea.Cmd {
	line, ok := m.past.move(step, m.input.Value())
	if !ok {
		return nil
	}
	m.input.SetValue(line)
	m.input.CursorEnd()
	return m.menu.look(m.line())
}

// interrupt stops an answer, else clears the line, else ends the chat.
func (m *model) interrupt() tea.Cmd {
	switch {
	case m.busy():
		m.stop()
		m.queue, m.outbox = nil, nil
		return m.say(m.dim("stopped") + "\n\n")
	case m.input.Value() != "":
		m.clear()
		return nil
	}
	return m.leave()
}

func (m *model) clear() {
	m.input.Reset()
	m.menu.close()
	m.past.at, m.past.draft = len(m.past.lines), ""
}

func (m *model) leave() tea.Cmd {
	m.leaving = true
	m.stop()
	return tea.Quit
}

// submit asks what the line says, after the lines before it.
func (m *model) submit() tea.Cmd {
	line := strings.TrimSpace(m.input.Value())
	m.clear()
	if line == "" {
		return nil
	}
	if !leaves(line) {
		m.remember(line)
	}
	m.queue = append(m.queue, line)
	return m.next()
}

// busy says whether an answer is being found or printed.
func (m *model) busy() bool { return m.work.cancel != nil || m.printing }

// next starts with the next line, when it is its turn.
func (m *model) next() tea.Cmd {
	if m.busy() || len(m.queue) == 0 {
		return nil
	}
	line := m.queue[0]
	m.queue = m.queue[1:]
	return m.start(line)
}

func (m *model) remember(line string) {
	if err := m.past.add(line); err != nil {
		m.answer.log.Warn("the history was not kept", "error", err)
		m.past.path = "" // once is enough
	}
}

// start prints the line where it stays, and looks for its answer, or leaves.
func (m *model) start(line string) tea.Cmd {
	if leaves(line) {
		return m.leave()
	}
	ctx, cancel := context.WithCancel(m.ctx)
	id := m.work.id + 1
	m.work = work{id: id, cancel: cancel}
	style := m.style
	find := func() tea.Msg {
		text, _ := m.answer.text(ctx, line, style) // an error is that of ctx, whose work nobody waits for
		return answered{id: id, text: text}
	}
	echo := m.say(m.bar(m.input.Prompt) + m.title(oneLine(line)) + "\n\n")
	return tea.Batch(echo, find, tea.Tick(patience, func(time.Time) tea.Msg { return spin{id} }))
}

// stop calls the answer off that is being found.
func (m *model) stop() {
	if m.work.cancel != nil {
		m.work.cancel()
		m.work.cancel = nil
	}
}

// finish prints an answer.
func (m *model) finish(a answered) tea.Cmd {
	if a.id != m.work.id || m.work.cancel == nil {
		return nil
	}
	m.stop()
	return m.say(a.text + "\n")
}
