package bot

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
)

// Request is one command as a reader gave it: its options are checked by name, not yet
// by value.
type Request struct {
	Input   string            // the line as typed, or as it would be typed
	Command string            // a name of the table
	Options map[string]string // by option name; values trimmed, never empty
	Place   string            // where it was asked, and news can be sent: opaque to the bot; "" where there is no such place
	Reader  string            // who asks: opaque to the bot; "" where that is unknown
	Again   bool              // an answer that the reader has is shown again, such as for its next page: they ask nothing new

	// Progress is told now and then how far a request is that takes long, from any goroutine;
	// nil: nobody wants to know.
	Progress func(sofar string)
	File     []byte // the content of the file that an option of the kind File names; nil: none was sent
}

// ReaderError is a mistake of the reader. Its text is safe to show as it is; every
// other error is for the log.
type ReaderError struct{ Message string }

// Error returns the message.
func (e *ReaderError) Error() string { return e.Message }

func readerErrorf(format string, args ...any) error {
	return &ReaderError{Message: fmt.Sprintf(format, args...)}
}

// MaxLine is the longest line that is read, in bytes: Discord's longest option value
// (6,000 characters) in UTF-8, with room for the other options.
const MaxLine = 32 << 10

// Parse reads a line such as `/timeline topic:sam altman from:2024 limit:20`. The first
// option's name may be left out, a value runs to the next option of the command, and a
// value in double quotes is taken as it stands (\" and \\ within). The error is a
// *ReaderError.
func Parse(line string) (Request, error) {
	if len(line) > MaxLine {
		return Request{}, readerErrorf("that line is too long (%d bytes; %d are read)", len(line), MaxLine)
	}
	input := line
	line = plain(line)
	if line == "" {
		return Request{}, readerErrorf("nothing was asked: try /help")
	}
	if line[0] != '/' {
		return Request{}, readerErrorf("a command starts with a slash, as in %s: /help lists them", "/ask why did musk leave openai")
	}
	name, rest, _ := strings.Cut(line[1:], " ")
	c, ok := Find(strings.ToLower(name))
	if !ok {
		return Request{}, unknownCommand(name)
	}
	options, err := c.split(rest)
	if err != nil {
		return Request{}, err
	}
	if c.Name == "between" {
		pair(options)
	}
	r, err := NewRequest(c.Name, options)
	r.Input = input
	return r, err
}

// NewRequest makes a request from options that a front end has read by itself. Empty
// values count as not given; an unknown option or a required one that is missing is a
// *ReaderError.
func NewRequest(command string, options map[string]string) (Request, error) {
	c, ok := Find(command)
	if !ok {
		return Request{}, unknownCommand(command)
	}
	r := Request{Command: command, Options: map[string]string{}}
	for name, value := range options {
		if _, ok := c.Option(name); !ok {
			return Request{}, readerErrorf("/%s has no option %q", command, name)
		}
		if value = plain(value); value != "" {
			r.Options[name] = value
		}
	}
	for _, o := range c.Options {
		if o.Required && r.Options[o.Name] == "" {
			return Request{}, readerErrorf("/%s needs a %s, as in %s", command, o.Name, c.Example)
		}
	}
	r.Input = r.Line()
	return r, nil
}

// Line writes the request as a reader would type it; Parse reads it back.
func (r Request) Line() string {
	c, _ := Find(r.Command)
	var b strings.Builder
	b.WriteString("/" + r.Command)
	for i, o := range c.Options {
		v := r.Options[o.Name]
		if v == "" {
			continue
		}
		b.WriteByte(' ')
		if i > 0 {
			b.WriteString(o.Name + ":")
		}
		b.WriteString(c.quoted(v))
	}
	return b.String()
}

// pair parts two names that were typed as one option: "musk and altman", "musk altman".
func pair(options map[string]string) {
	both := options["a"]
	if options["b"] != "" {
		return
	}
	for _, between := range [...]string{" and ", " & ", ", ", " vs. ", " vs "} {
		if a, b, ok := strings.Cut(both, between); ok {
			options["a"], options["b"] = a, b
			return
		}
	}
	if words := strings.Fields(both); len(words) == 2 {
		options["a"], options["b"] = words[0], words[1]
	}
}

// with returns the request with another value of one option.
func (r Request) with(option, value string) Request {
	options := maps.Clone(r.Options)
	if options == nil {
		options = map[string]string{}
	}
	options[option] = value
	r.Options = options
	return r
}

// split cuts the text after a command's name into its options.
func (c Command) split(rest string) (map[string]string, error) {
	options := map[string]string{}
	current, from := "", 0 // the option being read, and where its value starts
	set := func(end int) error {
		value := strings.TrimSpace(rest[from:end])
		switch {
		case current == "" && value == "":
			return nil
		case current == "" && len(c.Options) == 0:
			return readerErrorf("/%s takes no options", c.Name)
		case current == "":
			current = c.Options[0].Name
		case value == "":
			return readerErrorf("%s: has no value", current)
		}
		if _, twice := options[current]; twice {
			return readerErrorf("%s is given twice", current)
		}
		options[current] = unquote(value)
		return nil
	}
	closed := true // until a quotation mark is found that nothing closes: then none is
	for i := 0; i < len(rest); {
		if rest[i] == ' ' {
			i++
			continue
		}
		if rest[i] == '"' && closed {
			n := quotedLen(rest[i:])
			closed = n > 0
			i += n
			if closed {
				continue
			}
		}
		if name, n := c.optionAt(rest[i:]); n > 0 {
			if err := set(i); err != nil {
				return nil, err
			}
			current, from = name, i+n
			i += n
			continue
		}
		if typed, meant := c.slipAt(rest[i:]); meant != "" {
			return nil, readerErrorf("/%s has no option %s did you mean %s? Words that stand for themselves go in double quotes", c.Name, typed, meant)
		}
		for i < len(rest) && rest[i] != ' ' {
			i++
		}
	}
	return options, set(len(rest))
}

const longestOption = 32 // bytes of an option's name; a long line is looked at word by word

// optionAt returns the option whose "name:" starts s, and the length of that.
func (c Command) optionAt(s string) (string, int) {
	name, _, found := strings.Cut(s[:min(len(s), longestOption+1)], ":")
	if o, ok := c.Option(strings.ToLower(name)); found && ok {
		return o.Name, len(name) + 1
	}
	return "", 0
}

// slipAt returns what was typed at the start of s and the option that was meant by it,
// both with their colons, where one letter of a longer name is wrong, missing or too many
// or its letters stand in another order, as in "form:2024"; "" where no such thing is there.
func (c Command) slipAt(s string) (typed, meant string) {
	name, value, found := strings.Cut(s[:min(len(s), longestOption+1)], ":")
	if name = strings.ToLower(name); !found || len(name) < 4 || value == "" || value[0] == ' ' {
		return "", ""
	}
	for _, o := range c.Options {
		if len(o.Name) >= 4 && (levenshtein.ComputeDistance(o.Name, name) == 1 || letters(o.Name) == letters(name)) {
			return name + ":", o.Name + ":"
		}
	}
	return "", ""
}

// letters returns the bytes of a word, sorted.
func letters(word string) string {
	b := []byte(word)
	slices.Sort(b)
	return string(b)
}

// quotedLen returns the length of the quoted value at the start of s, which is a quotation
// mark, or 0: one that nothing closes before a space or the end is an ordinary character.
func quotedLen(s string) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == '"' && (i+1 == len(s) || s[i+1] == ' '):
			return i + 1
		}
	}
	return 0
}

func unquote(s string) string {
	if s[0] != '"' || quotedLen(s) != len(s) {
		return s
	}
	return strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(s[1 : len(s)-1])
}

// quoted writes a value so that split reads it back.
func (c Command) quoted(v string) string {
	again, err := c.split(v)
	if first := c.Options[0].Name; err == nil && len(again) == 1 && again[first] == v {
		return v
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(v) + `"`
}

// plain makes a reader's text one line of valid UTF-8 without control characters, with
// single spaces.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// unknownCommand says which command may have been meant: one that starts so, or one that
// is a slip or two of the keys away.
func unknownCommand(name string) error {
	var names []string
	for _, c := range Commands() {
		names = append(names, c.Name)
	}
	name = strings.ToLower(name)
	meant := func(n string) bool {
		return name != "" && (strings.HasPrefix(n, name) || len(name) < 2*len(n) && levenshtein.ComputeDistance(n, name) <= min(2, len(n)/2))
	}
	if i := slices.IndexFunc(names, meant); i >= 0 {
		return readerErrorf("there is no /%s: did you mean /%s?", clip(name), names[i])
	}
	return readerErrorf("there is no /%s: the commands are /%s", clip(name), strings.Join(names, ", /"))
}

// clip shortens what a reader typed before it is shown back.
func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
