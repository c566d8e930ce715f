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
var linkIn = regexp.MustCompile(`https?://[^\s<>"|“”’]+`)

// addLinked is the request to add the page that a message links to, the first one.
func addLinked(m targetMessage) (bot.Request, error) {
	link := bareLink(linkIn.FindString(m.text()))
	for _, b := range m.all() {
		for _, e := range b.Embeds {
			link = cmp.Or(link, linkIn.FindString(e.URL))
		}
	}
	if link == "" {
		return bot.Request{}, &bot.ReaderError{Message: "There is no link in that message."}
	}
	return bot.NewRequest("add", map[string]string{"url": link})
}

// bareLink takes from the end of a link what belongs to the sentence or the markup that it
// stands in; a closing bracket only where the link does not open it.
func bareLink(link string) string {
	for link != "" {
		last := link[len(link)-1:]
		opened := strings.Count(link, "(") >= strings.Count(link, ")")
		if !strings.Contains(".,;:!?*_~]}')", last) || last == ")" && opened {
			return link
		}
		link = link[:len(link)-1]
	}
	return link
}
