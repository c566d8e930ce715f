package terminal

import (
	"strings"

	"storybot/bot"
)

// leaving are the words that end a chat. They are not in the table of commands, since
// they mean nothing elsewhere.
var leaving = [...]string{"/quit", "/exit"}

// place of the cursor in a line, as far as completion goes. Offsets are bytes of the line.
type spot struct {
	command bot.Command // the zero Command: its name is still being typed
	option  bot.Option  // the option whose value the cursor stands in
	value   int         // where that value starts
	word    int         // where the word before the cursor starts
	typed   string      // the value as far as it is typed
	last    string      // the word as far as it is typed
	used    map[string]bool
}

// candidate is one way to go on with a line.
type candidate struct {
	from int    // where its text goes, up to the cursor
	text string // what goes there
}

// spotOf finds out where the end of head stands: head is a line up to the cursor. It is
// false where nothing can be completed.
func spotOf(head string) (spot, bool) {
	if !strings.HasPrefix(head, "/") {
		return spot{}, false
	}
	name, rest, found := strings.Cut(head, " ")
	if !found {
		return spot{typed: head, last: head}, true
	}
	c, ok := bot.Find(strings.ToLower(name[1:]))
	if !ok || len(c.Options) == 0 {
		return spot{}, false
	}
	s := spot{command: c, option: c.Options[0], value: len(name) + 1, used: map[string]bool{}}
	s.word = s.value + strings.LastIndexByte(rest, ' ') + 1
	s.last = head[s.word:]
	for i := s.value; i < len(head); i++ {
		if head[i-1] != ' ' {
			continue
		}
		word, _, _ := strings.Cut(head[i:], " ")
		option, _, found := strings.Cut(word, ":")
		if o, ok := c.Option(strings.ToLower(option)); found && ok {
			s.used[o.Name] = true
			s.option, s.value = o, i+len(option)+1
			s.word = max(s.word, s.value)
		}
	}
	s.last = head[s.word:]
	s.typed = strings.TrimLeft(head[s.value:], " ")
	s.value = len(head) - len(s.typed)
	return s, true
}

// local returns the candidates that need no look into the corpus.
func (s spot) local() []candidate {
	if s.command.Name == "" {
		return commandNames(s.typed)
	}
	out := s.values(s.option.Values)
	switch s.option.Kind {
	case bot.Boolean:
		out = s.values([]string{"true", "false"})
	case bot.Verb:
		for _, c := range commandNames("/" + s.typed) {
			out = append(out, s.values([]string{strings.Trim(c.text, "/ ")})...)
		}
	}
	return out
}

// commandNames completes a command's name, with its slash.
func commandNames(typed string) []candidate {
	var out []candidate
	typed = strings.ToLower(typed)
	add := func(text string) {
		if strings.HasPrefix(text, typed) {
			out = append(out, candidate{text: text})
		}
	}
	for _, c := range bot.Commands() {
		if len(c.Options) > 0 {
			add("/" + c.Name + " ")
		} else {
			add("/" + c.Name)
		}
	}
	add(leaving[0])
	return out
}

// values makes candidates of the values that go on with what is typed of a value.
func (s spot) values(values []string) []candidate {
	var out []candidate
	for _, v := range values {
		if strings.HasPrefix(strings.ToLower(v), strings.ToLower(s.typed)) && v != s.typed {
			out = append(out, candidate{from: s.value, text: v})
		}
	}
	return out
}

// found makes candidates of the values that the bot proposes: it decides what matches.
func (s spot) found(values []string) []candidate {
	var out []candidate
	for _, v := range values {
		if v = oneLine(v); v != "" && v != s.typed {
			out = append(out, candidate{from: s.value, text: v})
		}
	}
	return out
}

// options returns the names of options that can follow. Right after a command that needs
// its first value, and in the middle of a value with nothing typed, there are none.
func (s spot) options() []candidate {
	if s.command.Name == "" || s.typed == "" && (s.option.Required || len(s.used) > 0) {
		return nil
	}
	var out []candidate
	for i, o := range s.command.Options {
		taken := s.used[o.Name] || i == 0 && s.value < s.word
		if !taken && strings.HasPrefix(o.Name, strings.ToLower(s.last)) {
			out = append(out, candidate{from: s.word, text: o.Name + ":"})
		}
	}
	return out
}

// hint says what can be typed at the spot.
func (s spot) hint() string {
	if s.command.Name == "" {
		return ""
	}
	if s.typed == "" && len(s.used) == 0 {
		return s.command.Description
	}
	return s.option.Name + ": " + s.option.Description
}
