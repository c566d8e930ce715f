package discord

import (
	"cmp"
	"context"
	"regexp"
	"strings"

	"storybot/bot"
)

// Commands on somebody's message, by the names that Discord's menu shows.
const (
	checkName     = "Check this"
	mentionedName = "Who is mentioned?"
	addName       = "Add to the corpus"
)

// messageCommand is a command of the menu that Discord opens on a message.
type messageCommand struct {
	name    string
	ask     func(ctx context.Context, b Answerer, text string) (bot.Answer, error)
	request func(m targetMessage) (bot.Request, error) // instead of ask: an operator's command of the table
}

// operator says whether only those who manage a server can use the command.
func (c messageCommand) operator() bool { return c.request != nil }

// messageCommands is their table.
var messageCommands = []messageCommand{
	{name: checkName, ask: func(ctx context.Context, b Answerer, text string) (bot.Answer, error) { return b.Check(ctx, text) }},
	{name: mentionedName, ask: func(ctx context.Context, b Answerer, text string) (bot.Answer, error) { return b.Mentioned(ctx, text) }},
	{name: addName, request: addLinked},
}

// linkIn matches a link in a message, without what may stand around it.
var linkIn = regexp.MustCompile(`https?://[^\s<>"|]+`)

// addLinked is the request to add the page that a message links to, the first one.
func addLinked(m targetMessage) (bot.Request, error) {
	link := strings.TrimRight(linkIn.FindString(m.text()), ".,;:!?*_~)]}'’”")
	for _, e := range m.Embeds {
		link = cmp.Or(link, linkIn.FindString(e.URL))
	}
	if link == "" {
		return bot.Request{}, &bot.ReaderError{Message: "There is no link in that message."}
	}
	return bot.NewRequest("add", map[string]string{"url": link})
}
