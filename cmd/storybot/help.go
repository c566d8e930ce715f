package main

import (
	"fmt"

	"github.com/alecthomas/kong"
)

const description = `Storybot follows a news story: it answers by quoting the articles, word for word, each with its source.

Without a command it is the Discord bot; where DISCORD_TOKEN is not set, it talks right here in the terminal. Without --corpus and --index it serves a small sample corpus.`

// examples stand at the end of the help.
const examples = `
Examples:
  storybot                                   talk about the sample corpus
  storybot answer /who stargate              answer one line
  storybot -c articles -i index refresh      index a folder of articles
  storybot -c https://example.org/feed.xml -i index refresh
                                             index the articles of a feed
  storybot -i index chat                     talk about what is indexed

Settings can also stand in a file named .env in the working directory.
Run "storybot COMMAND --help" for more on a command.
`

// helpFlag prints the help and leaves. It is kong's own, but for its place among the flags.
type helpFlag bool

// IgnoreDefault has kong ask for the help on the whole program where no command stands.
func (helpFlag) IgnoreDefault() {}

// BeforeReset is called by kong where the flag stands.
func (helpFlag) BeforeReset(k *kong.Kong, c *kong.Context) error {
	if err := c.PrintUsage(false); err != nil {
		return err
	}
	k.Exit(0)
	return nil
}

// helpWidth is how wide the help is set at most, in columns.
const helpWidth = 88

// helpOptions lay out the help.
func helpOptions() []kong.Option {
	return []kong.Option{
		kong.NoDefaultHelp(),
		kong.Description(description),
		kong.ExplicitGroups([]kong.Group{{Key: "all", Title: "Flags of every command:"}}),
		kong.ConfigureHelp(kong.HelpOptions{NoAppSummary: true, Compact: true, FlagsLast: true, WrapUpperBound: helpWidth}),
		kong.Help(printHelp),
	}
}

// printHelp prints the help on the whole program, or on the command that stands on the line.
func printHelp(o kong.HelpOptions, c *kong.Context) error {
	usage, end := "[command]", examples
	if command := c.Selected(); command != nil {
		usage, end = command.Name, ""
		for _, argument := range command.Positional {
			usage += " " + argument.Summary()
		}
	}
	if _, err := fmt.Fprintln(c.Stdout, "Usage: storybot [flags] "+usage); err != nil {
		return err
	}
	if err := kong.DefaultHelpPrinter(o, c); err != nil {
		return err
	}
	_, err := fmt.Fprint(c.Stdout, end)
	return err
}
