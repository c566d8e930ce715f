package bot_test

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"storybot/bot"
)

// badInput is what readers, and programs in their place, may give as a value.
var badInput = map[string]string{
	"nothing":               "",
	"spaces":                " \t \u00a0\u3000 ",
	"6,000 characters":      strings.Repeat("bridge over velden ", 316)[:6000],
	"6,000 wide characters": strings.Repeat("橋", 6000),
	"one word of 6,000":     strings.Repeat("x", 6000),
	"6,000 capitals":        strings.Repeat("Ida Brandt ", 545),
	"more than is read":     strings.Repeat("bridge ", 6000),
	"only stop words":       "what is the of and to who",
	"only punctuation":      "?!… “” -- ;;; ()[]{} */ \\ ' \"",
	"an open quotation":     `"velden bridge`,
	"an option alone":       "limit:",
	"Chinese":               "谁打开了桥",
	"Arabic":                "من افتتح الجسر؟",
	"emoji":                 "🌉🏗️👩‍🚀🇨🇭",
	"combining marks":       "B\u0301" + strings.Repeat("\u0301", 500),
	"right to left":         "\u202egdirb eht\u202c \u200b\u2066",
	"control characters":    "bri\x00dge\x1b[31m \x07\x7f\u0085 velden\r\nnext",
	"broken UTF-8":          "bridge \xff\xfe \xe6\xa9 \xc0\xaf velden\xf0\x9f",
	"markup":                "@everyone <@&1> **b** `c` ||d|| [e](https://x.example) <https://y.example>",
	"a query":               `+velden -bridge text:"x"~2 (a OR b) *`,
	"a number":              "99999999999999999999999999999999",
}

// badInputTime is how long any of it may take, with the race detector on a busy machine.
const badInputTime = 10 * time.Second

func TestBadInputIsAnsweredInPlainWords(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, read(t, parseArchive(t, "testdata/corpus.txtar").Files))
	for _, c := range bot.Commands() {
		for name, value := range badInput {
			for _, line := range badLines(c, value) {
				start := time.Now()
				a, err := b.Answer(t.Context(), line)
				if took := time.Since(start); took > badInputTime {
					t.Errorf("/%s, %s: took %v", c.Name, name, took)
				}
				var mistake *bot.ReaderError
				switch {
				case errors.As(err, &mistake):
					expectLine(t, line, mistake.Message)
				case err != nil:
					t.Errorf("/%s, %s: %v", c.Name, name, err)
				case !a.Answered && len(a.Quotes) == 0 && !strings.Contains(a.Note, strings.Repeat("x", 6000)):
					expectLine(t, line, a.Note) // /ask shows a word that it does not know as it was typed
				}
				check(t, ix, a)
			}
		}
	}
}

// badLines are the lines that give a value to a command: unnamed, and to each option beside
// a good value for those that are required.
func badLines(c bot.Command, value string) []string {
	lines := []string{"/" + c.Name + " " + value, "/" + c.Name + value}
	for _, o := range c.Options {
		line := "/" + c.Name
		for _, other := range c.Options {
			if other.Required && other.Name != o.Name {
				line += " " + other.Name + ":brandt"
			}
		}
		lines = append(lines, line+" "+o.Name+":"+value)
	}
	return lines
}

// expectLine fails the test where a message is not one short and plain line.
func expectLine(t *testing.T, line, message string) {
	t.Helper()
	odd := func(r rune) bool { return unicode.IsControl(r) }
	if message == "" || len([]rune(message)) > 300 || !utf8.ValidString(message) || strings.ContainsFunc(message, odd) {
		t.Errorf("%.60q: the message is %q", line, message)
	}
}

func TestBadInputForAQuestionIsTold(t *testing.T) {
	t.Parallel()
	b, _ := newBot(t, read(t, parseArchive(t, "testdata/corpus.txtar").Files))
	for name, want := range map[string]string{
		"nothing":            "/ask needs a question",
		"spaces":             "/ask needs a question",
		"only stop words":    "no word to look for",
		"only punctuation":   "no word to look for",
		"more than is read":  "too long",
		"Chinese":            "The corpus does not say.",
		"Arabic":             "The corpus does not say.",
		"emoji":              "no word to look for",
		"6,000 characters":   "",
		"control characters": "",
		"broken UTF-8":       "",
	} {
		a, err := b.Answer(t.Context(), "/ask "+badInput[name])
		got := a.Note
		var mistake *bot.ReaderError
		if errors.As(err, &mistake) {
			got = mistake.Message
		}
		if want == "" && len(a.Quotes) == 0 || !strings.Contains(got, want) {
			t.Errorf("%s: got %q with %d quotes, want %q", name, got, len(a.Quotes), want)
		}
	}
}
