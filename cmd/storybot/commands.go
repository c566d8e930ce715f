package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"storybot/bot/discord"
)

type commandsCmd struct {
	DryRun bool `help:"Show the difference and change nothing."`
}

// changeMarks stand before a command in the list of differences.
var changeMarks = map[discord.ChangeKind]string{discord.Added: "+", discord.Changed: "~", discord.Removed: "-", discord.Same: "="}

// Run shows how Discord's menu differs from the commands of the bot, and makes it the
// same.
func (c *commandsCmd) Run(ctx context.Context, s *session) error {
	if s.Token == "" {
		return usageError{errors.New("DISCORD_TOKEN is not set: there is no menu to compare")}
	}
	s.log = s.logger(quiet)
	changes, err := discord.Commands(ctx, discord.Options{Token: s.Token, Guild: s.Guild, Log: s.log}, c.DryRun)
	out := bufio.NewWriter(s.out)
	same := 0
	for _, change := range changes {
		if change.Kind == discord.Same {
			same++
			continue
		}
		fmt.Fprintln(out, describe(change))
	}
	switch {
	case err != nil: // what was to be done is listed all the same
	case same == len(changes):
		fmt.Fprintf(out, "Discord has all %d commands as they should be.\n", same)
	case c.DryRun:
		fmt.Fprintf(out, "%d to change, %d the same. Nothing was changed.\n", len(changes)-same, same)
	default:
		fmt.Fprintf(out, "%d changed, %d the same.\n", len(changes)-same, same)
	}
	return errors.Join(err, out.Flush())
}

// describe writes a change on one line: "~ /who: description, options".
func describe(c discord.Change) string {
	line := changeMarks[c.Kind] + " " + c.Name
	if c.Server != "" {
		line += " in server " + c.Server
	}
	if len(c.Fields) > 0 {
		line += ": " + strings.Join(c.Fields, ", ")
	}
	return line
}
