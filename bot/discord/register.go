package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"reflect"
	"slices"

	"github.com/bwmarrin/discordgo"

	"storybot/bot"
)

// privateOption is the option that only Discord needs: elsewhere every answer is private.
const privateOption = "private"

// Types of options of a slash command.
const (
	optionString  = 3
	optionInteger = 4
	optionBoolean = 5
)

// longestValue gives the most characters that a reader can type, by kind of option. Discord
// allows 6,000; these keep the line short enough to stand under its answer.
var longestValue = map[bot.Kind]int{bot.Text: 300, bot.Name: 100, bot.Outlet: 100, bot.Day: 50, bot.Verb: 32}

// slashCommand is a command as Discord keeps it; only what is set here.
type slashCommand struct {
	ID               string            `json:"id,omitempty"`
	Type             int               `json:"type"`
	Name             string            `json:"name"`
	Names            map[string]string `json:"name_localizations,omitempty"` // by language
	Description      string            `json:"description"`
	Descriptions     map[string]string `json:"description_localizations,omitempty"`
	Options          []slashOption     `json:"options,omitempty"`
	Permissions      *string           `json:"default_member_permissions"` // nil: everyone
	IntegrationTypes []int             `json:"integration_types,omitempty"`
	Contexts         []int             `json:"contexts,omitempty"`
}

type slashOption struct {
	Type         int               `json:"type"`
	Name         string            `json:"name"`
	Names        map[string]string `json:"name_localizations,omitempty"`
	Description  string            `json:"description"`
	Descriptions map[string]string `json:"description_localizations,omitempty"`
	Required     bool              `json:"required,omitempty"`
	Autocomplete bool              `json:"autocomplete,omitempty"`
	MinValue     int               `json:"min_value,omitempty"`
	MaxValue     int               `json:"max_value,omitempty"`
	MaxLength    int               `json:"max_length,omitempty"`
}

// Types of commands.
const (
	commandSlash   = 1
	commandMessage = 3
)

// slashCommands makes Discord's menu of the table of commands, and adds the commands on
// messages. Commands of one server have no places of installation and use: Discord keeps
// those of global ones only.
func slashCommands(table []bot.Command, global bool) []slashCommand {
	var out []slashCommand
	for _, c := range table {
		s := slashCommand{Type: commandSlash, Name: c.Name, Description: c.Description}
		s.Names, s.Descriptions = localise(c.Name)
		if c.Operator {
			manage := fmt.Sprint(permissionManageGuild)
			s.Permissions = &manage
		}
		if global {
			s.IntegrationTypes, s.Contexts = places(c.Operator)
		}
		for _, o := range c.Options {
			s.Options = append(s.Options, slashOptionOf(c, o))
		}
		private := slashOption{Type: optionBoolean, Name: privateOption, Description: "Answer only to me"}
		private.Names, private.Descriptions = localise(privateOption)
		s.Options = append(s.Options, private)
		out = append(out, s)
	}
	for _, c := range messageCommands {
		s := slashCommand{Type: commandMessage, Name: c.name}
		s.Names, _ = localise(c.name)
		if global {
			s.IntegrationTypes, s.Contexts = places(false)
		}
		out = append(out, s)
	}
	return out
}

// places says where a command can be installed (0 server, 1 user) and used (0 server,
// 1 direct message with the bot, 2 other private channel).
func places(operator bool) (installs, contexts []int) {
	if operator {
		return []int{0}, []int{0}
	}
	return []int{0, 1}, []int{0, 1, 2}
}

func slashOptionOf(c bot.Command, o bot.Option) slashOption {
	s := slashOption{Type: optionString, Name: o.Name, Description: o.Description, Required: o.Required}
	s.Names, s.Descriptions = optionWords(c, o.Name)
	switch o.Kind {
	case bot.Integer:
		s.Type, s.MinValue, s.MaxValue = optionInteger, 1, bot.MaxLimit
	case bot.Boolean:
		s.Type = optionBoolean
	default:
		s.MaxLength = longestValue[o.Kind]
		s.Autocomplete = o.Kind == bot.Name || o.Kind == bot.Outlet || o.Kind == bot.Verb
	}
	return s
}

// same says whether Discord has the command, d, as it is wanted. Places that are not
// wanted do not count.
func (c slashCommand) same(d slashCommand) bool {
	c.ID, d.ID = "", ""
	if c.Contexts == nil {
		d.Contexts, d.IntegrationTypes = nil, nil
	}
	for _, s := range []*slashCommand{&c, &d} {
		s.Contexts, s.IntegrationTypes = slices.Clone(s.Contexts), slices.Clone(s.IntegrationTypes)
		slices.Sort(s.Contexts)
		slices.Sort(s.IntegrationTypes)
	}
	return reflect.DeepEqual(c, d)
}

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

// register brings Discord's menu in line with the table: it reads what is there and
// writes only what differs. With a guild, the commands live in that server alone, else
// everywhere; those of the other kind, which would show twice, go.
func (m menu) register(ctx context.Context) error {
	everywhere := discordgo.EndpointApplicationGlobalCommands(m.application)
	in := func(guild string) string { return discordgo.EndpointApplicationGuildCommands(m.application, guild) }
	address, twice := everywhere, []string(nil)
	if m.guild != "" {
		address, twice = in(m.guild), []string{everywhere}
	} else {
		for _, g := range m.guilds[:min(len(m.guilds), maxTidied)] {
			twice = append(twice, in(g))
		}
	}
	if err := m.synchronise(ctx, address, slashCommands(bot.Commands(), m.guild == "")); err != nil {
		return err
	}
	for _, address := range twice {
		if err := m.synchronise(ctx, address, nil); err != nil {
			m.log.Warn("commands that may show twice could not be removed", "error", err)
		}
	}
	return nil
}

// synchronise makes the commands at address those that are wanted.
func (m menu) synchronise(ctx context.Context, address string, wanted []slashCommand) error {
	body, err := m.call(ctx, http.MethodGet, address+"?with_localizations=true", nil)
	if err != nil {
		return fmt.Errorf("list commands: %w", err)
	}
	var there []slashCommand
	if err := json.Unmarshal(body, &there); err != nil {
		return fmt.Errorf("list commands: %w", err)
	}
	written, removed := 0, 0
	for _, d := range there {
		if d.Type == 4 || slices.ContainsFunc(wanted, d.sameName) { // 4: the entry point of an activity
			continue
		}
		if _, err := m.call(ctx, http.MethodDelete, address+"/"+d.ID, nil); err != nil {
			return fmt.Errorf("remove /%s: %w", d.Name, err)
		}
		removed++
	}
	for _, w := range wanted {
		if slices.ContainsFunc(there, w.same) {
			continue
		}
		if _, err := m.call(ctx, http.MethodPost, address, w); err != nil { // replaces one of the same name
			return fmt.Errorf("write /%s: %w", w.Name, err)
		}
		written++
	}
	m.log.Info("commands registered", "commands", len(wanted), "written", written, "removed", removed)
	return nil
}

func (c slashCommand) sameName(d slashCommand) bool { return c.Name == d.Name && c.Type == d.Type }
