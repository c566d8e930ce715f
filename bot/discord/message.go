package discord

import "unicode/utf16"

// Limits of a message made of components, from Discord's published API specification
// (Message Components, "Components V2").
const (
	maxComponents = 40    // in all, nested ones counted
	maxChars      = 4000  // of all text displays together
	maxWeight     = 10170 // UTF-8 bytes of all text, and displayWeight for each text display
	displayWeight = 12    // measured: more than maxWeight is answered with status 500
	maxCustomID   = 100
	maxURL        = 512 // of a link button
	maxChoices    = 25  // of an autocompletion
	maxChoice     = 100 // characters of a choice's name and of its value
)

// Kinds of components.
const (
	kindRow       = 1
	kindButton    = 2
	kindSection   = 9
	kindText      = 10
	kindContainer = 17
)

// Styles of buttons.
const (
	styleSecondary = 2
	styleLink      = 5
)

// Flags of a message.
const (
	flagSuppressEmbeds = 1 << 2
	flagEphemeral      = 1 << 6
	flagComponents     = 1 << 15
)

// message is what is sent: the body of a callback's data, of an edit and of a follow-up.
type message struct {
	Flags           int         `json:"flags"`
	Components      []component `json:"components"`
	AllowedMentions mentions    `json:"allowed_mentions"`
}

// mentions says who may be pinged: nobody, as long as Parse is empty and not nil.
type mentions struct {
	Parse []string `json:"parse"`
}

// component is any component; which fields count depends on Type.
type component struct {
	Type        int         `json:"type"`
	Components  []component `json:"components,omitempty"`
	Accessory   *component  `json:"accessory,omitempty"`
	Content     string      `json:"content,omitempty"`
	Style       int         `json:"style,omitempty"`
	Label       string      `json:"label,omitempty"`
	URL         string      `json:"url,omitempty"`
	CustomID    string      `json:"custom_id,omitempty"`
	Disabled    bool        `json:"disabled,omitempty"`
	AccentColor int         `json:"accent_color,omitempty"`
}

// newMessage is a message of these components that pings nobody and unfolds no link.
func newMessage(cs ...component) message {
	return message{
		Flags:           flagComponents | flagSuppressEmbeds,
		Components:      cs,
		AllowedMentions: mentions{Parse: []string{}},
	}
}

// ephemeral is the message for the eyes of one reader.
func (m message) ephemeral() message {
	m.Flags |= flagEphemeral
	return m
}

// textDisplay is a block of Markdown.
func textDisplay(markdown string) component {
	return component{Type: kindText, Content: markdown}
}

// size is what Discord counts of a message.
type size struct{ components, chars, weight int }

// measure counts the components, nested ones included.
func measure(cs ...component) size {
	var s size
	for _, c := range cs {
		s = s.plus(size{components: 1})
		if c.Type == kindText {
			s = s.plus(size{chars: units(c.Content), weight: len(c.Content) + displayWeight})
		}
		if c.Accessory != nil {
			s = s.plus(measure(*c.Accessory))
		}
		s = s.plus(measure(c.Components...))
	}
	return s
}

func (s size) plus(t size) size {
	return size{s.components + t.components, s.chars + t.chars, s.weight + t.weight}
}

// fits says whether Discord takes a message of this size.
func (s size) fits() bool {
	return s.components <= maxComponents && s.chars <= maxChars && s.weight <= maxWeight
}

// units counts characters as the strictest reading of Discord's limits does: in UTF-16.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}
