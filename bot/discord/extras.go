package discord

import (
	"slices"
	"strings"
	"unicode/utf8"

	"storybot/bot"
)

// Most buttons in a row, and characters on one: Discord's limits (Button, Action Row).
const (
	maxRow         = 5
	maxButtonLabel = 80
	maxSteps       = 2*maxRow - 1 // with the one to a quote's context, two rows
)

// factParts draws facts, a line each, several to a block.
func factParts(facts []bot.Fact) []part {
	var out []part
	var block strings.Builder
	flush := func() {
		if block.Len() > 0 {
			out = append(out, part{text: block.String()})
		}
		block.Reset()
	}
	for _, f := range facts {
		line := factLine(f)
		if block.Len() > 0 && block.Len()+len(line) > comfortable {
			flush()
		}
		if block.Len() > 0 && line != "" {
			block.WriteByte('\n')
		}
		block.WriteString(line)
	}
	flush()
	return out
}

// factLine draws one fact, "" where it says nothing.
func factLine(f bot.Fact) string {
	label, value := shown(f.Label, maxLabel), shown(f.Value, maxValue)
	switch {
	case value == "":
		return ""
	case label == "":
		return value
	}
	return "**" + label + "** " + value
}

const helpCommand = "help"

// helpLine draws a line of a help text: what it tells of, a command or an option, is bold.
func helpLine(line string) string {
	name, rest, ok := strings.Cut(line, ": ")
	isOption := func(c bot.Command) bool { _, known := c.Option(name); return known }
	if !ok || !strings.HasPrefix(name, "/") && !slices.ContainsFunc(bot.Commands(), isOption) {
		return escape(line)
	}
	return "**" + escape(name) + "** " + escape(rest)
}

// stepButtons makes a button of each next step, at most maxSteps. Those whose line
// is too long for a button to carry, or cannot be read, are left out.
func stepButtons(steps []bot.Step) []component {
	var out []component
	known := map[string]bool{}
	for _, s := range steps {
		id := stepVersion + ":" + s.Line
		label := clip(visible(s.Label), maxButtonLabel)
		if _, ok := stepOf(id); !ok || label == "" || known[id] || len(out) == maxSteps {
			continue
		}
		known[id] = true
		out = append(out, pushButton(label, id, true))
	}
	return out
}

// stepOf reads what the button of a next step carries.
func stepOf(id string) (bot.Request, bool) {
	line, ok := strings.CutPrefix(id, stepVersion+":")
	if !ok || units(id) > maxCustomID {
		return bot.Request{}, false
	}
	r, err := bot.Parse(line)
	return r, err == nil
}

// visible makes one line of a text for where Discord reads no Markdown, without the
// characters that show nothing of themselves.
func visible(text string) string {
	text = strings.Join(strings.Fields(strings.ToValidUTF8(text, "\uFFFD")), " ")
	var b strings.Builder
	for i, r := range text {
		if n := utf8.RuneLen(r); !hidden(text, i, r, n) {
			b.WriteString(text[i : i+n])
		}
	}
	return b.String()
}
