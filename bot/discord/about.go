package discord

import (
	"context"

	"storybot/bot"
)

// Commands on somebody's message, by the names that Discord's menu shows.
const (
	checkName     = "Check this"
	mentionedName = "Who is mentioned?"
)

// messageCommand is a command of the menu that Discord opens on a message.
type messageCommand struct {
	name string
	ask  func(ctx context.Context, b Answerer, text string) (bot.Answer, error)
}

// messageCommands is their table.
var messageCommands = []messageCommand{
	{checkName, func(ctx context.Context, b Answerer, text string) (bot.Answer, error) { return b.Check(ctx, text) }},
	{mentionedName, func(ctx context.Context, b Answerer, text string) (bot.Answer, error) { return b.Mentioned(ctx, text) }},
}
