package terminal

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"storybot/corpus"
)

func TestCleanKeepsWhatIsSeenAndStopsTheRest(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"plain text stays", "The quay – “closed” – 在港口 é", "The quay – “closed” – 在港口 é"},
		{"colour", "a\x1b[31mred\x1b[0m", "a\uFFFD[31mred\uFFFD[0m"},
		{"window title", "a\x1b]0;owned\ab", "a\uFFFD]0;owned\uFFFDb"},
		{"one-byte C1", "a\u009b2Jb\u0090c", "a\uFFFD2Jb\uFFFDc"},
		{"bell, backspace, delete, null", "a\a\b\x7f\x00b", "a\uFFFD\uFFFD\uFFFD\uFFFDb"},
		{"carriage return cannot overwrite", "safe\rHACK", "safe HACK"},
		{"bidi overrides and isolates", "a\u202Egnp\u202C\u2066x\u2069\u200F\u061Cb", "agnpxb"},
		{"zero width and soft hyphen", "in\u00ADvis\u200Bi\uFEFFble\u2060", "invisible"},
		{"joiners of emoji and scripts stay", "👩\u200D🚒 می\u200Cخواهم", "👩\u200D🚒 می\u200Cخواهم"},
		{"invalid bytes", "a\xff\xfeb\xe2\x82", "a\uFFFD\uFFFDb\uFFFD\uFFFD"},
		{"a line break is a space", "one\ntwo\r\nthree\tfour", "one two three four"},
		{"spaces around it are too", "one  \n  two", "one two"},
		{"an empty line is a break", "one\n\ntwo\r\n \r\nthree\u2029four", "one\ntwo\nthree\nfour"},
		{"two spaces stay", "one.  Two", "one.  Two"},
	} {
		if got, _ := clean(c.in); got != c.want {
			t.Errorf("%s: clean(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func FuzzCleanLetsNothingThroughThatControls(f *testing.F) {
	f.Add("plain")
	f.Add("a\x1b[2J\u009b1m\u202e\r\nb\xff")
	f.Add("\n\n \t\u2029")
	f.Fuzz(func(t *testing.T, s string) {
		got, at := clean(s)
		for _, r := range got {
			if r != '\n' && unicode.IsControl(r) || unseen(r) {
				t.Fatalf("clean(%q) lets %U through", s, r)
			}
		}
		if seen(got) != seen(s) {
			t.Fatalf("clean(%q) = %q, which reads otherwise", s, got)
		}
		if len(at) != len(s)+1 || at[len(s)] != len(got) {
			t.Fatalf("clean(%q): %d places, the last %d of %d", s, len(at), at[len(at)-1], len(got))
		}
		for i, to := range at {
			if i > 0 && to < at[i-1] || to < len(got) && !utf8.RuneStart(got[to]) {
				t.Fatalf("clean(%q): byte %d went to %d", s, i, to)
			}
		}
	})
}

// seen returns the characters of s that take ink.
func seen(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == utf8.RuneError || unseen(r) {
			return -1
		}
		return r
	}, s)
}

func TestWrap(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"at spaces", "the quay was closed", 8, []string{"the quay", "was", "closed"}},
		{"not at all", "the quay was closed", 0, []string{"the quay was closed"}},
		{"at paragraphs even so", "the quay\nwas closed", 0, []string{"the quay", "was closed"}},
		{"within long words", "a Donaudampfschiff", 6, []string{"a", "Donaud", "ampfsc", "hiff"}},
		{"by columns, not characters", "在港口 在港口", 7, []string{"在港口", "在港口"}},
		{"never within a wide character", "在港口", 3, []string{"在", "港", "口"}},
		{"not even where it has no room", "在港", 1, []string{"在", "港"}},
		{"combined characters stay whole", "e\u0301e\u0301e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
		{"spaces between stay, around go", " a  b  c ", 4, []string{"a  b", "c"}},
		{"no-break spaces hold", "five\u00A0km on", 6, []string{"five\u00A0k", "m on"}},
		{"nothing", "", 10, nil},
		{"only spaces", "  ", 10, nil},
	} {
		if got := of(c.text, wrap(c.text, c.width)); strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: wrap(%q, %d) = %q, want %q", c.name, c.text, c.width, got, c.want)
		}
	}
}

func of(text string, spans []corpus.Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, s.Of(text))
	}
	return out
}

func FuzzWrapKeepsEveryWordAndTheWidth(f *testing.F) {
	f.Add("the quay was closed", 8)
	f.Add("在港口 👩\u200D🚒 e\u0301", 3)
	f.Fuzz(func(t *testing.T, s string, width int) {
		width %= 100
		text, _ := clean(s)
		var all strings.Builder
		for _, line := range of(text, wrap(text, width)) {
			all.WriteString(line)
			w := ansi.StringWidth(line)
			if first := ansi.Truncate(line, 2, ""); width > 2 && w > width && first != line {
				t.Fatalf("wrap(%q, %d): %q has %d columns", text, width, line, w)
			}
		}
		if seen(all.String()) != seen(text) {
			t.Fatalf("wrap(%q, %d) lost something: %q", text, width, all.String())
		}
	})
}

func TestWebAddressIsSafeToWrite(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"https://post.example/a#:~:text=the%20quay": "https://post.example/a#:~:text=the%20quay",
		"http://post.example/håven b":               "http://post.example/h%C3%A5ven%20b",
		"javascript:alert(1)":                       "",
		"file:///etc/passwd":                        "",
		"https://post.example/\x1b\\\x1b]0;owned\a": "",
		"https://post.example/\u202Egnp":            "https://post.example/%E2%80%AEgnp",
		"https:///nowhere":                          "",
		"":                                          "",
	} {
		if got := webAddress(in); got != want {
			t.Errorf("webAddress(%q) = %q, want %q", in, got, want)
		}
	}
}
