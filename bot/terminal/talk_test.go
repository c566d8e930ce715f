package terminal

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// desk stands in for the program around a model: it runs commands and brings their news.
type desk struct {
	t    *testing.T
	m    *model
	bot  *memory
	news chan tea.Msg
	said []string      // what was printed above the prompt
	slow time.Duration // how long a piece takes to print
	quit bool
}

// newDesk must be called in a synctest bubble: its clock runs only when everybody waits.
func newDesk(t *testing.T, o Options) *desk {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(func() {
		cancel()
		time.Sleep(time.Minute) // until the last tick has come
	})
	d := &desk{t: t, bot: &memory{}, news: make(chan tea.Msg, 1000)}
	d.m = newModel(ctx, answerer{bot: d.bot, log: slog.New(slog.DiscardHandler)}, Style{Width: 80}, o)
	d.m.print = func(a ...any) tea.Cmd {
		return func() tea.Msg {
			time.Sleep(d.slow)
			return printed(a[0].(string))
		}
	}
	d.do(d.m.Init())
	return d
}

type printed string

// do runs a command and all that comes of it, as far as that needs no time.
func (d *desk) do(cmd tea.Cmd) {
	go d.run(cmd)
	d.settle()
}

func (d *desk) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg := cmd()
	v := reflect.ValueOf(msg)
	if list := reflect.TypeFor[[]tea.Cmd](); v.IsValid() && v.CanConvert(list) {
		_, atOnce := msg.(tea.BatchMsg)
		for _, c := range v.Convert(list).Interface().([]tea.Cmd) {
			if atOnce {
				go d.run(c)
			} else {
				d.run(c)
			}
		}
		return
	}
	d.news <- msg
}

func (d *desk) settle() {
	for {
		synctest.Wait()
		select {
		case msg := <-d.news:
			switch msg := msg.(type) {
			case printed:
				d.said = append(d.said, string(msg))
			case tea.QuitMsg:
				d.quit = true
			default:
				_, cmd := d.m.Update(msg)
				go d.run(cmd)
			}
		default:
			return
		}
	}
}

// rest lets time go by.
func (d *desk) rest(t time.Duration) {
	for ; t > 0; t -= 10 * time.Millisecond {
		time.Sleep(10 * time.Millisecond)
		d.settle()
	}
}

var keys = map[string]tea.Key{
	"enter": {Code: tea.KeyEnter}, "tab": {Code: tea.KeyTab}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
	"left": {Code: tea.KeyLeft}, "backspace": {Code: tea.KeyBackspace},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
	"ctrl+c":    {Code: 'c', Mod: tea.ModCtrl}, "ctrl+d": {Code: 'd', Mod: tea.ModCtrl},
}

// press types keys: named ones, and the characters of anything else.
func (d *desk) press(names ...string) {
	d.t.Helper()
	for _, name := range names {
		if k, ok := keys[name]; ok {
			_, cmd := d.m.Update(tea.KeyPressMsg(k))
			d.do(cmd)
			continue
		}
		for _, r := range name {
			_, cmd := d.m.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
			d.do(cmd)
		}
	}
}

// screen returns the two lines at the bottom, without their looks.
func (d *desk) screen() (prompt, below string) {
	prompt, below, _ = strings.Cut(ansi.Strip(d.m.View().Content), "\n")
	return strings.TrimRight(prompt, " "), strings.TrimSpace(below)
}

func (d *desk) wantPrompt(want string) {
	d.t.Helper()
	if got, _ := d.screen(); got != want {
		d.t.Errorf("the prompt is %q, want %q", got, want)
	}
}

func (d *desk) wantBelow(want string) {
	d.t.Helper()
	if _, got := d.screen(); got != want {
		d.t.Errorf("below is %q, want %q", got, want)
	}
}

func (d *desk) wantSaid(want string) {
	d.t.Helper()
	if got := strings.Join(d.said, "\n"); !strings.Contains(got, want) {
		d.t.Errorf("said %q, want %q", got, want)
	}
}

func inTalk(t *testing.T, name string, f func(t *testing.T, d *desk)) {
	t.Run(name, func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) { f(t, newDesk(t, Options{})) })
	})
}

func TestTalk(t *testing.T) {
	t.Parallel()
	inTalk(t, "a line is echoed and answered", func(t *testing.T, d *desk) {
		d.press("/help", "enter")
		d.wantPrompt("›")
		d.wantSaid("› /help\n \nHelp")
	})
	inTalk(t, "an empty line is nothing", func(t *testing.T, d *desk) {
		d.press("  ", "enter")
		if len(d.said)+len(d.bot.all()) > 0 {
			t.Errorf("said %q, asked %q", d.said, d.bot.all())
		}
	})
	inTalk(t, "an error is a line", func(t *testing.T, d *desk) {
		d.press("/who fire", "enter", "/who nobody", "enter")
		d.wantSaid(trouble)
		d.wantSaid("error: nobody\uFFFD[2J is no name")
	})
	inTalk(t, "up and down walk the lines and keep the draft", func(t *testing.T, d *desk) {
		d.press("/help", "enter", "/who ida", "enter", "/ti")
		for _, step := range []struct{ key, want string }{
			{"up", "› /who ida"}, {"up", "› /help"}, {"up", "› /help"}, {"down", "› /who ida"}, {"down", "› /ti"}, {"down", "› /ti"},
		} {
			d.press(step.key)
			d.wantPrompt(step.want)
		}
	})
	inTalk(t, "Ctrl-C clears a line, and leaves an empty one", func(t *testing.T, d *desk) {
		d.press("/who", "ctrl+c")
		d.wantPrompt("›")
		if d.quit {
			t.Error("it left too early")
		}
		d.press("ctrl+c")
		if got, _ := d.screen(); !d.quit || got != "" {
			t.Errorf("it did not leave, or left %q", got)
		}
	})
	inTalk(t, "Ctrl-D leaves an empty line only", func(t *testing.T, d *desk) {
		d.press("/who", "left", "ctrl+d")
		d.wantPrompt("› /wh")
		d.press("backspace", "backspace", "backspace", "ctrl+d")
		if !d.quit {
			t.Error("it did not leave")
		}
	})
	for _, line := range []string{"/quit", " /EXIT "} {
		inTalk(t, line, func(t *testing.T, d *desk) {
			d.press(line, "enter")
			if !d.quit || len(d.bot.all()) > 0 {
				t.Errorf("quit %v, asked %q", d.quit, d.bot.all())
			}
		})
	}
	inTalk(t, "a paste is one line", func(t *testing.T, d *desk) {
		d.m.Update(tea.PasteMsg{Content: "/who\n\x1bida\u202E"})
		d.wantPrompt("› /who ida")
	})
}

func TestWaiting(t *testing.T) {
	t.Parallel()
	inTalk(t, "a slow answer shows that it is, a quick one does not", func(t *testing.T, d *desk) {
		d.bot.slow = time.Second
		d.press("/help", "enter")
		d.rest(patience - 20*time.Millisecond)
		if _, below := d.screen(); strings.Contains(below, "looking") {
			t.Errorf("too early: %q", below)
		}
		d.rest(40 * time.Millisecond)
		_, first := d.screen()
		d.rest(spinEvery)
		if _, second := d.screen(); !strings.Contains(first, "looking") || first == second {
			t.Errorf("first %q, then %q", first, second)
		}
		d.rest(time.Second)
		d.wantSaid("Ask.")
		d.wantBelow("Tab completes · /help · Ctrl-D leaves")
	})
	inTalk(t, "Ctrl-C stops it for good", func(t *testing.T, d *desk) {
		d.bot.slow = time.Second
		d.press("/help", "enter", "/who ida", "enter", "ctrl+c")
		d.wantSaid("stopped")
		d.rest(3 * time.Second)
		if said := strings.Join(d.said, ""); strings.Contains(said, "Ask.") || strings.Contains(said, "ida") {
			t.Errorf("said %q", said)
		}
		d.press("/help", "enter")
		d.rest(2 * time.Second)
		d.wantSaid("Ask.")
	})
	inTalk(t, "lines typed ahead wait their turn", func(t *testing.T, d *desk) {
		d.bot.slow = time.Second
		d.press("/help", "enter", "/who ida", "enter", "/help", "enter", "/ti")
		d.rest(200 * time.Millisecond)
		if _, below := d.screen(); !strings.Contains(below, "lines that wait: 2") {
			t.Errorf("below %q", below)
		}
		d.rest(4 * time.Second)
		said := strings.Join(d.said, "\n")
		one, two, three := strings.Index(said, "Ask."), strings.Index(said, "Old ferry"), strings.LastIndex(said, "Ask.")
		if one < 0 || two < one || three < two {
			t.Errorf("said %q", said)
		}
		d.wantPrompt("› /ti")
	})
	inTalk(t, "even the one that leaves", func(t *testing.T, d *desk) {
		d.bot.slow = time.Second
		d.press("/help", "enter", "/quit", "enter", "up")
		d.wantPrompt("› /help")
		if d.quit {
			t.Error("it did not wait")
		}
		d.rest(2 * time.Second)
		d.wantSaid("Ask.")
		if !d.quit {
			t.Error("it did not leave")
		}
	})
	inTalk(t, "leaving by key calls the answer off", func(t *testing.T, d *desk) {
		d.bot.slow = time.Hour
		d.press("/help", "enter", "ctrl+d")
		if !d.quit || d.m.work.cancel != nil {
			t.Error("it goes on")
		}
	})
}

func TestPrinting(t *testing.T) {
	t.Parallel()
	inTalk(t, "answers do not mix, however fast the keys", func(t *testing.T, d *desk) {
		d.slow = 50 * time.Millisecond
		d.m.Update(tea.WindowSizeMsg{Width: 80, Height: 5})
		d.press("/who ida", "enter", "/help", "enter", "/quit", "enter")
		d.rest(3 * time.Second)
		said := strings.Join(d.said, "\n")
		end, next := strings.Index(said, "limit:3 shows all."), strings.Index(said, "› /help")
		if len(d.said) < 8 || end < 0 || next < end || !strings.Contains(said, "Ask.") || !d.quit {
			t.Errorf("said %q", d.said)
		}
	})
	inTalk(t, "Ctrl-C stops what is still to be printed", func(t *testing.T, d *desk) {
		d.slow = 50 * time.Millisecond
		d.m.Update(tea.WindowSizeMsg{Width: 80, Height: 5})
		d.press("/who ida", "enter")
		d.rest(150 * time.Millisecond)
		d.press("ctrl+c")
		d.rest(2 * time.Second)
		d.wantSaid("stopped")
		if said := strings.Join(d.said, "\n"); strings.Contains(said, "shows all.") || d.quit {
			t.Errorf("said %q, quit %v", said, d.quit)
		}
	})
}

func TestCompletion(t *testing.T) {
	t.Parallel()
	inTalk(t, "a command at once", func(t *testing.T, d *desk) {
		d.press("/ti")
		d.wantBelow("/timeline")
		d.press("tab")
		d.wantPrompt("› /timeline")
	})
	inTalk(t, "names after a pause, and Tab cycles", func(t *testing.T, d *desk) {
		d.press("/who sta")
		d.wantBelow("name: A person, organisation, place or project")
		d.rest(typingPause + 20*time.Millisecond)
		d.wantBelow("Stargate   Stavanger Lines")
		for _, step := range []struct{ key, want string }{
			{"tab", "› /who Stargate"}, {"tab", "› /who Stavanger Lines"}, {"tab", "› /who sta"},
			{"tab", "› /who Stargate"}, {"shift+tab", "› /who sta"}, {"shift+tab", "› /who Stavanger Lines"},
		} {
			d.press(step.key)
			d.wantPrompt(step.want)
		}
		d.press("enter")
		d.wantSaid("› /who Stavanger Lines")
	})
	inTalk(t, "only the last of quick keys is asked about", func(t *testing.T, d *desk) {
		d.press("/who i", "d", "a")
		d.rest(time.Second)
		if got := strings.Join(d.bot.all(), "|"); got != "complete who name ida" {
			t.Errorf("asked %q", got)
		}
	})
	inTalk(t, "a Tab that is too early is kept", func(t *testing.T, d *desk) {
		d.press("/who ida", "tab")
		d.wantPrompt("› /who ida")
		d.rest(time.Second)
		d.wantPrompt("› /who Ida Holm")
	})
	inTalk(t, "in the middle of a line", func(t *testing.T, d *desk) {
		d.press("/who st x", "left", "left")
		d.rest(time.Second)
		d.press("tab")
		d.wantPrompt("› /who Stargate x")
		d.press("!")
		d.wantPrompt("› /who Stargate! x")
	})
	inTalk(t, "news of an older line is no news", func(t *testing.T, d *desk) {
		d.press("/who st")
		d.rest(time.Second)
		old := d.m.menu.id
		d.press("ctrl+c", "/he")
		d.m.Update(proposed{id: old, values: []string{"Stargate"}})
		d.wantBelow("/help")
	})
}

func TestTheWindowsWidthIsKept(t *testing.T) {
	t.Parallel()
	inTalk(t, "by the prompt, the hint and the answers", func(t *testing.T, d *desk) {
		for width := 20; width <= 200; width += 9 {
			d.m.Update(tea.WindowSizeMsg{Width: width, Height: 12})
			d.said = nil
			d.press("/timeline topic:the old ferry of the harbour board and its long way from:2020 ")
			d.rest(time.Second)
			for _, line := range strings.Split(d.m.View().Content, "\n") {
				if w := ansi.StringWidth(line); w >= width {
					t.Errorf("width %d: %q has %d columns", width, line, w)
				}
			}
			d.press("enter")
			d.rest(time.Second)
			rows := 0
			for _, piece := range d.said {
				rows = 0
				for _, line := range strings.Split(piece, "\n") {
					w := ansi.StringWidth(line)
					rows += 1 + w/width
					if w > 0 && w%width == 0 {
						t.Errorf("width %d: %q fills its row", width, line)
					}
				}
				if rows > 12-below {
					t.Errorf("width %d: a piece of %d rows", width, rows)
				}
			}
			if len(d.said) < 2 {
				t.Errorf("width %d: said %q", width, d.said)
			}
		}
	})
}

func TestTheGreetingComesFirstAndHistoryIsKept(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "history")
	for _, want := range []string{"›", "› /help"} {
		synctest.Test(t, func(t *testing.T) {
			d := newDesk(t, Options{Greeting: "Good day.", History: path})
			if len(d.said) == 0 || d.said[0] != "Good day.\n " {
				t.Errorf("said %q", d.said)
			}
			d.press("up")
			d.wantPrompt(want)
			d.press("ctrl+c", "/help", "enter")
		})
	}
}

// screen keeps what is written to it. Bubble Tea writes from two goroutines at a time, as one
// may to a file.
type screen struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

func TestAProgramAroundItStartsAndEnds(t *testing.T) {
	t.Parallel()
	o := Options{Environ: []string{"TERM=xterm-256color"}, Greeting: "Good day."}
	a := answerer{bot: &memory{}, log: slog.New(slog.DiscardHandler)}
	r, w := io.Pipe()
	go io.WriteString(w, "/help\r/quit\r") // stays open, as a terminal does
	var out screen
	if err := talk(t.Context(), r, &out, a, Style{Width: 80}, o); err != nil {
		t.Fatal(err)
	}
	if got := ansi.Strip(out.text.String()); !strings.Contains(got, "Good day.") || !strings.Contains(got, "Ask.") {
		t.Errorf("wrote %q", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := talk(ctx, r, io.Discard, a, Style{Width: 80}, o); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
