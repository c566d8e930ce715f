package terminal

import (
	"slices"
	"strings"
	"testing"

	"storybot/bot"
)

func TestSpotsOfALine(t *testing.T) {
	t.Parallel()
	bar := func(r rune) bool { return r == '|' }
	for _, c := range []struct{ head, option, typed, has, lacks string }{
		{"/", "", "/", "/who |/timeline |/help |/quit", "from:"},
		{"/T", "", "/T", "/timeline ", "/who "},
		{"/nothing", "", "/nothing", "", "/who "},
		{"/who ", "name", "", "", "name:|as-of:"},
		{"/who sam al", "name", "sam al", "", "as-of:"},
		{"/who sam ", "name", "sam ", "as-of:", "name:"},
		{"/who sam as", "name", "sam as", "as-of:", "name:"},
		{"/WHO SAM AS", "name", "SAM AS", "as-of:", "name:"},
		{"/timeline ", "topic", "", "topic:|from:|to:|limit:", ""},
		{"/timeline t", "topic", "t", "topic:|to:", "from:"},
		{"/timeline topic:sam from:20", "from", "20", "", "to:"},
		{"/timeline from:2024 to", "from", "2024 to", "to:", "topic:"},
		{"/timeline sam from:2024 ", "from", "2024 ", "to:|limit:", "from:|topic:"},
		{"/timeline topic:", "topic", "", "", "topic:|from:"},
		{"/timeline see:x to: ", "to", "", "", "from:"},
		{"/refresh force:t", "force", "t", "true", "false|force:"},
		{"/refresh ", "force", "", "true|false|force:", ""},
		{"/timeline order:n", "order", "n", "newest", "oldest"},
		{"/help ti", "command", "ti", "timeline", "who"},
	} {
		s, ok := spotOf(c.head)
		if !ok || s.option.Name != c.option || s.typed != c.typed {
			t.Errorf("%q: option %q, typed %q, %v", c.head, s.option.Name, s.typed, ok)
		}
		got := texts(append(s.local(), s.options()...))
		for _, want := range strings.FieldsFunc(c.has, bar) {
			if !slices.Contains(got, want) {
				t.Errorf("%q: %q lacks %q", c.head, got, want)
			}
		}
		for _, no := range strings.FieldsFunc(c.lacks, bar) {
			if slices.Contains(got, no) {
				t.Errorf("%q: %q has %q", c.head, got, no)
			}
		}
	}
	for _, head := range []string{"", "who", " /who", "/nothing x"} {
		if _, ok := spotOf(head); ok {
			t.Errorf("%q can be completed", head)
		}
	}
}

func texts(cs []candidate) []string {
	var out []string
	for _, c := range cs {
		out = append(out, c.text)
	}
	return out
}

func TestWhatIsCompletedIsRead(t *testing.T) {
	t.Parallel()
	m := menu{}
	for _, c := range []struct{ line, want string }{
		{"/who st", "/who Stavanger Lines"},
		{"/timeline topic:st from:2024", "/timeline topic:Stavanger Lines from:2024"},
		{"/timeline   st", "/timeline   Stavanger Lines"},
	} {
		cursor := strings.Index(c.line, "st") + 2
		m.look(c.line, cursor)
		m.take(proposed{id: m.id, values: []string{"Stavanger\nLines"}})
		got, at, ok := m.step(1)
		if !ok || got != c.want || !strings.HasSuffix(got[:at], "Lines") {
			t.Errorf("%q: got %q, cursor %d, %v", c.line, got, at, ok)
		}
		if _, err := bot.Parse(got); err != nil {
			t.Errorf("%q: %v", got, err)
		}
	}
}

func FuzzSpotsLieInTheLine(f *testing.F) {
	f.Add("/timeline topic:sam from:2024 t")
	f.Add("/who  \"a to:b\" ")
	f.Fuzz(func(t *testing.T, head string) {
		s, ok := spotOf(head)
		if !ok {
			return
		}
		if head[s.value:] != s.typed || s.word < 0 || head[s.word:] != s.last {
			t.Fatalf("%q: %+v", head, s)
		}
		m := menu{}
		m.look(head, len(head))
		m.take(proposed{id: m.id, values: []string{"x"}})
		for range m.items {
			if line, at, ok := m.step(1); !ok || at > len(line) {
				t.Fatalf("%q: %q at %d", head, line, at)
			}
		}
	})
}
