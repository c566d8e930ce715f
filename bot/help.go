package bot

import (
	"fmt"
	"strings"
)

// help lists the commands, or says all about one.
func help(command string) (Answer, error) {
	if command == "" {
		return Answer{Answered: true, Title: "Help", Note: overview()}, nil
	}
	c, ok := Find(strings.ToLower(strings.TrimPrefix(command, "/")))
	if !ok {
		return Answer{}, unknownCommand(command)
	}
	return Answer{Answered: true, Title: "Help: /" + c.Name, Note: c.manual()}, nil
}

func overview() string {
	var b, operators strings.Builder
	b.WriteString("Every answer is quoted word for word from an article, with its source. Where the articles do not say, the bot says so.\n")
	for _, c := range Commands() {
		to := &b
		if c.Operator {
			to = &operators
		}
		fmt.Fprintf(to, "\n%s: %s.", c.usage(), c.Description)
	}
	b.WriteString("\n\nIn Discord only for those who may manage the server:" + operators.String())
	b.WriteString("\n\nThe name of the first option may be left out. Most commands take more: /help timeline tells all of one.")
	return b.String()
}

// usage returns the command with its first option and those that it needs; what may be left
// out in brackets.
func (c Command) usage() string {
	parts := []string{"/" + c.Name}
	for i, o := range c.Options {
		switch {
		case o.Required:
			parts = append(parts, o.Name)
		case i == 0:
			parts = append(parts, "["+o.Name+"]")
		}
	}
	return strings.Join(parts, " ")
}

func (c Command) manual() string {
	var b strings.Builder
	b.WriteString(c.Description + ".")
	if len(c.Options) > 0 {
		b.WriteByte('\n')
	}
	for _, o := range c.Options {
		need := ""
		if o.Required {
			need = " (needed)"
		}
		fmt.Fprintf(&b, "\n%s: %s%s.", o.Name, o.Description, need)
	}
	if c.Operator {
		b.WriteString("\n\nIn Discord only for those who may manage the server.")
	}
	fmt.Fprintf(&b, "\n\nFor example: %s", c.Example)
	return b.String()
}
