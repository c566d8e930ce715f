package discord

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"storybot/corpus"
)

func TestEscapeTakesTheMeaningFromMarkup(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ text, want string }{
		{"plain words, and a stop.", "plain words, and a stop."},
		{"*a* _b_ ~~c~~ ||d|| `e`", `\*a\* \_b\_ \~\~c\~\~ \|\|d\|\| \` + "`e" + `\` + "`"},
		{"# head\n-# small\n- list\n+ list\n> quote", "\\# head\n\\-\\# small\n\\- list\n\\+ list\n\\> quote"},
		{"1. one\n 12. two\nv1. no", "1\\. one\n 12\\. two\nv1. no"},
		{"@everyone <@1> <t:1:R> <:x:1>", `\@everyone \<\@1\> \<t\:1\:R\> \<\:x\:1\>`},
		{"[text](https://a.example)", `\[text\]\(https\://a.example\)`},
		{"at 12:30, said: :smile:", `at 12\:30, said: \:smile:`},
		{`C:\*`, `C\:\\\*`},
		{"a\u200Bb\u202Ec\uFEFF", "a‹U+200B›b‹U+202E›c‹U+FEFF›"},
		{"‹U+200B› in the text", "‹U+2039›U+200B› in the text"},
		{"👩\u200D🚀 and می\u200Cخواهم", "👩\u200D🚀 and می\u200Cخواهم"},
		{"a\u200Db", "a‹U+200D›b"},
		{"line\r\nline\rx\x00", "line\r\nline‹U+000D›x‹U+0000›"},
		{"soft\u00ADhyphen", "soft\u00ADhyphen"},
	} {
		if got := escape(row.text); got != row.want {
			t.Errorf("escape(%q)\n got %s\nwant %s", row.text, got, row.want)
		}
	}
}

func TestBlockQuoteMarksTheWordsThatAnswer(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		text  string
		marks []corpus.Span
		want  string
	}{
		{"steel and glass", []corpus.Span{{Start: 0, End: 5}, {Start: 10, End: 15}}, "> **steel** and **glass**"},
		{"one\ntwo", []corpus.Span{{Start: 0, End: 7}}, "> **one**\n> **two**"},
		{"a b c", []corpus.Span{{Start: 1, End: 4}}, "> a **b** c"},
		{"ab", []corpus.Span{{Start: 0, End: 1}, {Start: 1, End: 2}}, "> **ab**"},
		{"a*b", []corpus.Span{{Start: 0, End: 2}}, `> **a\***b`},
		{"é", []corpus.Span{{Start: 0, End: 1}}, "> é"},
		{"short", []corpus.Span{{Start: -3, End: 2}, {Start: 3, End: 99}, {Start: 4, End: 4}}, "> short"},
		{" \n ", []corpus.Span{{Start: 0, End: 3}}, ">  \n>  "},
	} {
		if got := blockQuote(row.text, row.marks); got != row.want {
			t.Errorf("blockQuote(%q, %v)\n got %q\nwant %q", row.text, row.marks, got, row.want)
		}
	}
}

func TestShownIsOneLineOfBoundedLength(t *testing.T) {
	t.Parallel()
	if got := shown("  a\nb\tc ", 10); got != "a b c" {
		t.Errorf("got %q", got)
	}
	if got := shown("**********", 5); got != `\*\*…` {
		t.Errorf("got %q", got)
	}
}

// live finds markup that no backslash takes the meaning from.
var live = regexp.MustCompile("(?:^|[^\\\\])(?:\\\\\\\\)*([*_~|`\\[\\]()@<>#]|https?://)")

// plainQuote reads a block quote back, by Discord's rules: quote marks at the start of
// lines, "**" without a backslash before it.
func plainQuote(t *testing.T, markdown string) string {
	t.Helper()
	var lines []string
	for _, l := range strings.Split(markdown, "\n") {
		rest, ok := strings.CutPrefix(l, "> ")
		if !ok {
			t.Fatalf("%q is not in the quote", l)
		}
		lines = append(lines, rest)
	}
	text := strings.Join(lines, "\n")
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && i+1 < len(text):
			b.WriteString(text[i : i+2])
			i++
		case strings.HasPrefix(text[i:], "**"):
			i++
		default:
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

func FuzzQuotesCanBeReadBackExactly(f *testing.F) {
	f.Add("The **bridge** _opens_ at 12:30.\r\n1. <@1> \\* ‹U+200B› \u202E\u200B", 4, 9, 20, 30)
	f.Add("\\\\**\\", 0, 2, 2, 4)
	f.Add("‹‹U+2039›", 0, 1, 1, 2)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		if !utf8.ValidString(text) {
			t.Skip("articles are valid UTF-8")
		}
		if got := unescape(escape(text)); got != text {
			t.Errorf("%q comes back as %q", text, got)
		}
		escaped := escape(text)
		if m := live.FindString(escaped); m != "" {
			t.Errorf("%q is alive in %q", m, escaped)
		}
		for _, r := range escaped {
			if strings.ContainsRune("\u200B\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF\x00", r) {
				t.Errorf("%U stands in %q", r, escaped)
			}
		}
		quoted := blockQuote(text, []corpus.Span{{Start: a, End: b}, {Start: c, End: d}})
		if got := unescape(plainQuote(t, quoted)); got != text {
			t.Errorf("%q comes back as %q from %q", text, got, quoted)
		}
	})
}
