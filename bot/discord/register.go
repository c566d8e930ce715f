package discord

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"storybot/bot"
)

// privateOption is the option that only Discord needs: elsewhere every answer is private.
const privateOption = "private"

// Types of options of a slash command.
const (
	optionString  = 3
	optionInteger = 4
	optionBoolean = 5
	optionFile    = 11
)

// longestValue gives the most characters that a reader can type, by kind of option. Discord
// allows 6,000; these keep the line short enough to stand under its answer.
var longestValue = map[bot.Kind]int{bot.Text: 300, bot.Name: 100, bot.Outlet: 100, bot.Day: 50, bot.Verb: 32, bot.Article: 200}

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
	Choices      []suggestion      `json:"choices,omitempty"`
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
			s.Permissions = managing()
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
		if c.operator() {
			s.Permissions = managing()
		}
		if global {
			s.IntegrationTypes, s.Contexts = places(c.operator())
		}
		out = append(out, s)
	}
	return out
}

// managing is the permission that an operator's command needs.
func managing() *string {
	manage := fmt.Sprint(permissionManageGuild)
	return &manage
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
		s.Type, s.MinValue, s.MaxValue = optionInteger, 1, cmp.Or(o.Most, bot.MaxLimit)
	case bot.Boolean:
		s.Type = optionBoolean
	case bot.File:
		s.Type = optionFile
	case bot.Text:
		for _, v := range o.Values {
			s.Choices = append(s.Choices, suggestion{v, v})
		}
		if len(s.Choices) == 0 {
			s.MaxLength = longestValue[o.Kind]
		}
	default:
		s.MaxLength = longestValue[o.Kind]
		s.Autocomplete = o.Kind == bot.Name || o.Kind == bot.Outlet || o.Kind == bot.Verb || o.Kind == bot.Article
	}
	return s
}

// same says whether Discord has the command, d, as it is wanted.
func (c slashCommand) same(d slashCommand) bool { return len(c.differing(d)) == 0 }

// normal returns both commands in a form that can be compared: the order of places does
// not count, nor do places that are not wanted.
func (c slashCommand) normal(d slashCommand) (slashCommand, slashCommand) {
	c.ID, d.ID = "", ""
	if c.Contexts == nil {
		d.Contexts, d.IntegrationTypes = nil, nil
	}
	for _, s := range []*slashCommand{&c, &d} {
		s.Contexts, s.IntegrationTypes = slices.Clone(s.Contexts), slices.Clone(s.IntegrationTypes)
		slices.Sort(s.Contexts)
		slices.Sort(s.IntegrationTypes)
	}
	return c, d
}

func (c slashCommand) sameName(d slashCommand) bool { return c.Name == d.Name && c.Type == d.Type }

func (c slashCommand) shownName() string {
	if c.Type == commandSlash {
		return "/" + c.Name
	}
	return c.Name
}

// differing lists the fields in which Discord's command, d, differs.
func (c slashCommand) differing(d slashCommand) []string {
	c, d = c.normal(d)
	var out []string
	a, b := reflect.ValueOf(c), reflect.ValueOf(d)
	for i := range a.NumField() {
		name, _, _ := strings.Cut(a.Type().Field(i).Tag.Get("json"), ",")
		if name != "id" && !reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()) {
			out = append(out, name)
		}
	}
	return out
}
