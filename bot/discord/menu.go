package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"slices"

	"github.com/bwmarrin/discordgo"

	"storybot/bot"
)

// caller sends one request to Discord's HTTP API and returns the body of the reply.
type caller func(ctx context.Context, method, url string, body any) ([]byte, error)

// menu is the bot's menu of commands in Discord.
type menu struct {
	call        caller
	log         *slog.Logger
	application string   // its id
	guild       string   // the id of the one server that gets the commands, or ""
	guilds      []string // ids of the servers that the bot is in
}

// maxTidied is in how many servers commands are looked for that would show twice. They
// are left over from trying the bot out in one server, when it was in few.
const maxTidied = 10

// Change is what brings one command of Discord's menu in line with the table.
type Change struct {
	Kind   ChangeKind
	Name   string   // as readers see it: "/who", "Check this"
	Server string   // the id of the one server whose command it is; "": everywhere
	Fields []string // what differs, by Discord's names; nil where Kind is not Changed

	address string
	command slashCommand
}

// ChangeKind says what happens to a command.
type ChangeKind string

// The kinds of changes.
const (
	Added   ChangeKind = "add"
	Changed ChangeKind = "change"
	Removed ChangeKind = "remove"
	Same    ChangeKind = "same"
)

// register brings Discord's menu in line with the table: it reads what is there and
// writes only what differs. With a guild, the commands live in that server alone, else
// everywhere; those of the other kind, which would show twice, go.
func (m menu) register(ctx context.Context) error {
	changes, err := m.plan(ctx)
	if err != nil {
		return err
	}
	return m.apply(ctx, changes)
}

// plan reads what is there and says what has to be done about each command.
func (m menu) plan(ctx context.Context) ([]Change, error) {
	home, others := m.guild, []string{""}
	if home == "" {
		others = m.guilds[:min(len(m.guilds), maxTidied)]
	}
	all, err := m.compare(ctx, home, slashCommands(bot.Commands(), home == ""))
	if err != nil {
		return nil, err
	}
	for _, guild := range others {
		twice, err := m.compare(ctx, guild, nil)
		if err != nil {
			m.log.Warn("commands that may show twice could not be looked for", "error", err)
		}
		all = append(all, twice...)
	}
	return all, nil
}

// compare holds the commands of a server, or everywhere, against those that are wanted:
// first what is removed, then the wanted ones in their order.
func (m menu) compare(ctx context.Context, guild string, wanted []slashCommand) ([]Change, error) {
	address := discordgo.EndpointApplicationGlobalCommands(m.application)
	if guild != "" {
		address = discordgo.EndpointApplicationGuildCommands(m.application, guild)
	}
	body, err := m.call(ctx, http.MethodGet, address+"?with_localizations=true", nil)
	if err != nil {
		return nil, fmt.Errorf("list commands: %w", err)
	}
	var there []slashCommand
	if err := json.Unmarshal(body, &there); err != nil {
		return nil, fmt.Errorf("list commands: %w", err)
	}
	var out []Change
	add := func(k ChangeKind, c slashCommand, fields []string) {
		out = append(out, Change{Kind: k, Name: c.shownName(), Server: guild, Fields: fields, address: address, command: c})
	}
	for _, d := range there {
		const activity = 4 // the entry point of one, which is none of ours
		if d.Type != activity && !slices.ContainsFunc(wanted, d.sameName) {
			add(Removed, d, nil)
		}
	}
	for _, w := range wanted {
		i := slices.IndexFunc(there, w.sameName)
		switch {
		case i < 0:
			add(Added, w, nil)
		case w.same(there[i]):
			add(Same, w, nil)
		default:
			add(Changed, w, w.differing(there[i]))
		}
	}
	return out, nil
}

// apply makes the changes. Commands elsewhere that would show twice are worth a warning,
// no more.
func (m menu) apply(ctx context.Context, changes []Change) error {
	counts := map[ChangeKind]int{}
	for _, c := range changes {
		var err error
		switch c.Kind {
		case Removed:
			_, err = m.call(ctx, http.MethodDelete, c.address+"/"+c.command.ID, nil)
		case Added, Changed:
			_, err = m.call(ctx, http.MethodPost, c.address, c.command) // replaces one of the same name
		}
		if err != nil && c.Server != m.guild {
			m.log.Warn("a command that may show twice could not be removed", "command", c.Name, "error", err)
			continue
		}
		if err != nil {
			return fmt.Errorf("%s %s: %w", c.Kind, c.Name, err)
		}
		counts[c.Kind]++
	}
	m.log.Info("commands registered", "added", counts[Added], "changed", counts[Changed], "removed", counts[Removed], "same", counts[Same])
	return nil
}
