package discord

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"storybot/bot"
)

// Types of interactions.
const (
	typeCommand      = 2
	typeComponent    = 3
	typeAutocomplete = 4
)

// Permissions, from Discord's documentation (Permissions): those of a member that let them use
// the commands that are for operators, and those that the bot needs to send news to a channel.
const (
	permissionAdministrator = 1 << 3
	permissionManageGuild   = 1 << 5
	permissionView          = 1 << 10
	permissionSend          = 1 << 11
	permissionSendInThreads = 1 << 38 // instead of permissionSend, in a thread
)

// interaction is what a reader did, as it comes over the wire; only what is used here.
// The library's own type stumbles over components that it does not know.
type interaction struct {
	ID            string          `json:"id"`
	ApplicationID string          `json:"application_id"`
	Type          int             `json:"type"`
	Token         string          `json:"token"` // valid for 15 minutes; a secret
	Data          interactionData `json:"data"`
	Member        *struct {
		User        user   `json:"user"`
		Permissions string `json:"permissions"` // a bit set in decimal
	} `json:"member"` // in a server
	User    *user `json:"user"` // elsewhere
	Message *struct {
		Flags      int             `json:"flags"`
		Content    string          `json:"content"`
		Components json.RawMessage `json:"components"`
		Metadata   *struct {
			User user `json:"user"`
		} `json:"interaction_metadata"`
	} `json:"message"` // of a press: the message that the button stands on
	SizeLimit int    `json:"attachment_size_limit"` // bytes of one file, here and for this reader
	ChannelID string `json:"channel_id"`
	Channel   struct {
		Type int `json:"type"`
	} `json:"channel"`
	AppPermissions string `json:"app_permissions"` // the bot's there: a bit set in decimal, "" where that is unknown
	Context        *int   `json:"context"`         // where it happened; nil: in a server, as long as there is a member

	received time.Time
	inline   *inline // takes the first response; nil: Discord's HTTP API does
}

type user struct {
	ID string `json:"id"`
}

// interactionData holds a command's options, the message that it is about, or a button's
// id.
type interactionData struct {
	Name     string        `json:"name"`
	Type     int           `json:"type"` // of a command
	CustomID string        `json:"custom_id"`
	Values   []string      `json:"values"` // chosen in a select menu
	Options  []optionValue `json:"options"`
	TargetID string        `json:"target_id"`
	Resolved struct {
		Messages    map[string]targetMessage `json:"messages"`
		Attachments map[string]attached      `json:"attachments"`
	} `json:"resolved"`
}

// targetMessage is somebody's message that a reader asks about.
type targetMessage struct {
	messageBody
	Forwarded []struct {
		Message messageBody `json:"message"`
	} `json:"message_snapshots"` // of a message that is forwarded, which has no words of its own
}

// messageBody is what stands in a message.
type messageBody struct {
	Content string `json:"content"`
	Embeds  []struct {
		Title       string `json:"title"`
		Description string `json:"description"`
		URL         string `json:"url"`
		Fields      []struct {
			Name  string `json:"name"`
			Value string `json:"value"`
		} `json:"fields"`
	} `json:"embeds"`
	Components json.RawMessage `json:"components"`
}

// all returns what stands in the message itself, then what stands in those that it forwards.
func (m targetMessage) all() []messageBody {
	all := []messageBody{m.messageBody}
	for _, f := range m.Forwarded {
		all = append(all, f.Message)
	}
	return all
}

// text returns what stands in the message, a line or more for each part.
func (m targetMessage) text() string {
	var lines []string
	for _, b := range m.all() {
		lines = append(lines, b.lines()...)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func (b messageBody) lines() []string {
	lines := []string{b.Content}
	for _, e := range b.Embeds {
		lines = append(lines, e.Title, e.Description)
		for _, f := range e.Fields {
			lines = append(lines, f.Name, f.Value)
		}
	}
	var cs []component
	if json.Unmarshal(b.Components, &cs) == nil {
		lines = append(lines, contents(cs)...)
	}
	return lines
}

// contents lists the text displays of a message.
func contents(cs []component) []string {
	var out []string
	for _, c := range cs {
		if c.Type == kindText {
			out = append(out, c.Content)
		}
		out = append(out, contents(c.Components)...)
	}
	return out
}

type optionValue struct {
	Name    string          `json:"name"`
	Value   json.RawMessage `json:"value"`
	Focused bool            `json:"focused"`
}

// decode reads an interaction that arrived at the time given.
func decode(raw []byte, received time.Time) (interaction, error) {
	in := interaction{received: received}
	if err := json.Unmarshal(raw, &in); err != nil {
		return in, fmt.Errorf("read an interaction: %w", err)
	}
	if in.ID == "" || in.Token == "" {
		return in, fmt.Errorf("read an interaction: no id or no token")
	}
	return in, nil
}

// text returns the value as a reader would type it.
func (o optionValue) text() string {
	var s string
	if json.Unmarshal(o.Value, &s) == nil {
		return s
	}
	if v := string(o.Value); v != "null" {
		return v
	}
	return ""
}

// options returns the values by name without "private", and whether that is set.
func (d interactionData) options() (values map[string]string, private bool) {
	values = map[string]string{}
	for _, o := range d.Options {
		if o.Name == privateOption {
			private = o.text() == "true"
			continue
		}
		values[o.Name] = o.text()
	}
	return values, private
}

// reader returns the id of who did it, "" if unknown.
func (in interaction) reader() string {
	switch {
	case in.Member != nil:
		return in.Member.User.ID
	case in.User != nil:
		return in.User.ID
	}
	return ""
}

// place returns the id of the channel of a server where it happened, "" elsewhere: to direct
// messages nothing is sent that nobody asked for.
func (in interaction) place() string {
	if in.Member == nil {
		return ""
	}
	return in.ChannelID
}

// mayOperate says whether the reader manages the server that they ask in.
func (in interaction) mayOperate() bool {
	if in.Member == nil {
		return false
	}
	bits, err := strconv.ParseUint(in.Member.Permissions, 10, 64)
	return err == nil && bits&(permissionManageGuild|permissionAdministrator) != 0
}

// maySend says whether the bot may send messages to the channel where it happened, as far as
// Discord tells.
func (in interaction) maySend() bool {
	const announcementThread, publicThread, privateThread = 10, 11, 12
	bits, err := strconv.ParseUint(in.AppPermissions, 10, 64)
	if err != nil || bits&permissionAdministrator != 0 {
		return true
	}
	needed := uint64(permissionView | permissionSend)
	if t := in.Channel.Type; t == announcementThread || t == publicThread || t == privateThread {
		needed = permissionView | permissionSendInThreads
	}
	return bits&needed == needed
}

// ownMessage says whether the message that a button stands on is the reader's: they
// asked for it, or nobody else sees it.
func (in interaction) ownMessage() bool {
	m := in.Message
	return m == nil || m.Flags&flagEphemeral != 0 || m.Metadata == nil || m.Metadata.User.ID == in.reader()
}

// command names what was done, in one of few ways: a command of the menu, "autocomplete",
// "press" or "unknown".
func (in interaction) command() string {
	switch in.Type {
	case typeAutocomplete:
		return "autocomplete"
	case typeComponent:
		return "press"
	}
	_, known := bot.Find(in.Data.Name)
	if known || slices.ContainsFunc(messageCommands, func(c messageCommand) bool { return c.name == in.Data.Name }) {
		return in.Data.Name
	}
	return "unknown"
}

// ephemeral says whether nobody but the reader sees the message that a button stands on.
func (in interaction) ephemeral() bool {
	return in.Message != nil && in.Message.Flags&flagEphemeral != 0
}

// alone says whether nobody else is there: in a direct message with the bot.
func (in interaction) alone() bool {
	const botDM = 1
	return in.Context != nil && *in.Context == botDM
}

// components returns what the message that a button stands on is made of, none where
// that cannot be read.
func (in interaction) components() []component {
	var cs []component
	if in.Message == nil || json.Unmarshal(in.Message.Components, &cs) != nil {
		return nil
	}
	if in.Message.Content != "" { // a plain message
		cs = append(cs, textDisplay(in.Message.Content))
	}
	return cs
}

// maxFile returns the most bytes of a file that can be attached to the answer.
func (in interaction) maxFile() int {
	if in.SizeLimit > 0 {
		return min(in.SizeLimit, maxFile)
	}
	return maxFile
}

// sent returns when Discord made the interaction, which its id tells (a "snowflake":
// milliseconds since 2015 in the upper 42 bits); zero where the id is no such number.
func (in interaction) sent() time.Time {
	const epoch = 1420070400000
	id, err := strconv.ParseUint(strings.TrimSpace(in.ID), 10, 63)
	if err != nil {
		return time.Time{}
	}
	return time.UnixMilli(int64(id>>22) + epoch)
}
