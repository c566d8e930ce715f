package bot_test

import (
	"errors"
	"maps"
	"strings"
	"testing"

	"storybot/bot"
)

func TestParseReadsOptions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		line    string
		command string
		options map[string]string
	}{
		{"/who stargate", "who", map[string]string{"name": "stargate"}},
		{"  /WHO   sam   altman ", "who", map[string]string{"name": "sam altman"}},
		{"/who name:sam altman as-of:2024", "who", map[string]string{"name": "sam altman", "as-of": "2024"}},
		{"/timeline", "timeline", map[string]string{}},
		{"/timeline topic:sam altman from:2024-03 to:2025 limit:20", "timeline", map[string]string{"topic": "sam altman", "from": "2024-03", "to": "2025", "limit": "20"}},
		{"/timeline from:2024 topic:altman", "timeline", map[string]string{"from": "2024", "topic": "altman"}},
		{"/timeline altman FROM:2024", "timeline", map[string]string{"topic": "altman", "from": "2024"}},
		{"/timeline altman from: spring 2024", "timeline", map[string]string{"topic": "altman", "from": "spring 2024"}},
		{`/ask what is "form:2024"`, "ask", map[string]string{"question": `what is "form:2024"`}},
		{"/ask what is RFC:2119", "ask", map[string]string{"question": "what is RFC:2119"}},
		{"/ask what did http://x.example say", "ask", map[string]string{"question": "what did http://x.example say"}},
		{`/ask "what is from:here" from:2024`, "ask", map[string]string{"question": "what is from:here", "from": "2024"}},
		{`/ask what is "project from:x" then`, "ask", map[string]string{"question": `what is "project from:x" then`}},
		{`/ask "she said \"no\" \\ twice"`, "ask", map[string]string{"question": `she said "no" \ twice`}},
		{`/ask why "unclosed`, "ask", map[string]string{"question": `why "unclosed`}},
		{"/ask why\tdid\u00a0musk\r\nleave\x00", "ask", map[string]string{"question": "why did musk leave"}},
		{"/between keller and brandt", "between", map[string]string{"a": "keller", "b": "brandt"}},
		{"/between keller brandt limit:3", "between", map[string]string{"a": "keller", "b": "brandt", "limit": "3"}},
		{"/between maria keller, otto brandt", "between", map[string]string{"a": "maria keller", "b": "otto brandt"}},
		{"/between johnson and johnson b:keller", "between", map[string]string{"a": "johnson and johnson", "b": "keller"}},
		{"/ask caf\xe9", "ask", map[string]string{"question": "caf\uFFFD"}},
	} {
		r, err := bot.Parse(c.line)
		if err != nil {
			t.Errorf("%q: %v", c.line, err)
			continue
		}
		if r.Command != c.command || !maps.Equal(r.Options, c.options) {
			t.Errorf("%q: got %s %q, want %s %q", c.line, r.Command, r.Options, c.command, c.options)
		}
		if r.Input != c.line {
			t.Errorf("%q: input is %q", c.line, r.Input)
		}
	}
}

func TestParseExplainsMistakes(t *testing.T) {
	t.Parallel()
	for line, part := range map[string]string{
		"":                                    "nothing was asked",
		" \t ":                                "nothing was asked",
		"hello":                               "starts with a slash",
		"/":                                   "there is no /",
		"/whom x":                             "did you mean /who?",
		"/wo x":                               "did you mean /who?",
		"/frobnicate x":                       "the commands are /who",
		"/time x":                             "did you mean /timeline?",
		"/timeline altman form:2024":          "/timeline has no option form: did you mean from:",
		"/who":                                "needs a name",
		"/who   ":                             "needs a name",
		`/who ""`:                             "needs a name",
		"/timeline from:":                     "from: has no value",
		"/between maria anna keller":          "needs a b",
		"/timeline from:2024 from:2025":       "given twice",
		"/who x as-of:":                       "as-of: has no value",
		"/ask " + strings.Repeat("x ", 20000): "too long",
	} {
		_, err := bot.Parse(line)
		var mistake *bot.ReaderError
		if !errors.As(err, &mistake) || !strings.Contains(err.Error(), part) {
			t.Errorf("%.40q: got %v, want a reader's error with %q", line, err, part)
		}
		if err != nil && strings.ContainsAny(err.Error(), "\n\r") {
			t.Errorf("%.40q: the error has more than one line", line)
		}
	}
}

func TestNewRequestChecksNames(t *testing.T) {
	t.Parallel()
	if _, err := bot.NewRequest("who", map[string]string{"nmae": "x"}); err == nil {
		t.Error("an unknown option was taken")
	}
	if _, err := bot.NewRequest("who", map[string]string{"name": " \n "}); err == nil {
		t.Error("an empty name was taken")
	}
	r, err := bot.NewRequest("timeline", map[string]string{"topic": "a  b", "from": "", "to": "2025"})
	if err != nil || r.Line() != "/timeline a b to:2025" {
		t.Errorf("got %q, %v", r.Line(), err)
	}
}

func FuzzParseReadsBackItsLine(f *testing.F) {
	f.Add("who", "sam altman", "2024")
	f.Add("ask", `what "is" from:x`, "to:2024")
	f.Add("timeline", `"\" from:`, `\`)
	f.Fuzz(func(t *testing.T, command, first, second string) {
		c, ok := bot.Find(command)
		if !ok || len(c.Options) < 2 {
			t.Skip()
		}
		r, err := bot.NewRequest(command, map[string]string{c.Options[0].Name: first, c.Options[1].Name: second})
		if err != nil || len(r.Line()) > bot.MaxLine {
			t.Skip()
		}
		again, err := bot.Parse(r.Line())
		if err != nil || !maps.Equal(again.Options, r.Options) {
			t.Errorf("%q read back as %q, %v; want %q", r.Line(), again.Options, err, r.Options)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, line := range []string{"/who x", `/ask "a \" from:b" from:2024`, "/timeline topic:from:to:", "/\xff"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		r, err := bot.Parse(line)
		var mistake *bot.ReaderError
		if err != nil && !errors.As(err, &mistake) {
			t.Errorf("%q: %v is no reader's error", line, err)
		}
		for name, value := range r.Options {
			if value == "" || strings.TrimSpace(value) != value {
				t.Errorf("%q: option %s is %q", line, name, value)
			}
		}
	})
}

func TestTableFitsDiscord(t *testing.T) {
	t.Parallel()
	for _, c := range bot.Commands() {
		if n := len(c.Name); n < 1 || n > 32 || len(c.Description) > 100 || len(c.Options) > 24 {
			t.Errorf("/%s is out of Discord's bounds", c.Name)
		}
		if r, err := bot.Parse(c.Example); err != nil || r.Command != c.Name {
			t.Errorf("the example of /%s does not parse: %v", c.Name, err)
		}
		for i, o := range c.Options {
			if len(o.Name) > 32 || o.Description == "" || len(o.Description) > 100 || strings.ToLower(o.Name) != o.Name {
				t.Errorf("/%s %s is out of Discord's bounds", c.Name, o.Name)
			}
			if o.Required && i > 0 && !c.Options[i-1].Required {
				t.Errorf("/%s %s: required options come first", c.Name, o.Name)
			}
		}
	}
}
