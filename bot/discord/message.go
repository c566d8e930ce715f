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
	kindSelect    = 3 // of texts
	kindSection   = 9
	kindText      = 10
	kindGallery   = 12
	kindFile      = 13
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
	Content         string      `json:"content,omitempty"` // instead of components with text
	Components      []component `json:"components"`
	AllowedMentions mentions    `json:"allowed_mentions"`

	// All that the message has from now on: an edit takes away what is not among them.
	Attachments []attachment `json:"attachments"`

	files []file // the attachments' contents, in their order
}

// attachment is a file of a message. Components show it by its name.
type attachment struct {
	ID          int    `json:"id"` // the number of the file in the request
	FileName    string `json:"filename"`
	Description string `json:"description,omitempty"`
}

// mentions says who may be pinged: nobody, as long as Parse is empty and not nil.
type mentions struct {
	Parse []string `json:"parse"`
}

// component is any component; which fields count depends on Type.
type component struct {
	Type        int           `json:"type"`
	Components  []component   `json:"components,omitempty"`
	Accessory   *component    `json:"accessory,omitempty"`
	Items       []galleryItem `json:"items,omitempty"`
	File        *media        `json:"file,omitempty"`
	Content     string        `json:"content,omitempty"`
	Style       int           `json:"style,omitempty"`
	Label       string        `json:"label,omitempty"`
	URL         string        `json:"url,omitempty"`
	CustomID    string        `json:"custom_id,omitempty"`
	Disabled    bool          `json:"disabled,omitempty"`
	Placeholder string        `json:"placeholder,omitempty"`
	Options     []choice      `json:"options,omitempty"`
	AccentColor int           `json:"accent_color,omitempty"`
}

// choice is one row of a select menu. It is no component, and not counted as one.
type choice struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description,omitempty"`
}

// galleryItem is one picture of a gallery. It is no component, and not counted as one.
type galleryItem struct {
	Media       *media `json:"media"`
	Description string `json:"description,omitempty"`
}

// media is where a picture or a file is: "attachment://" and the name of a file.
type media struct {
	URL string `json:"url"`
}

// newMessage is a message of these components that pings nobody and unfolds no link.
func newMessage(cs ...component) message {
	return message{
		Flags:           flagComponents | flagSuppressEmbeds,
		Components:      cs,
		AllowedMentions: mentions{Parse: []string{}},
		Attachments:     []attachment{},
	}
}

// attach adds a file, which a component must show.
func (m message) attach(f file) message {
	n := len(m.files)
	m.Attachments = append(m.Attachments[:n:n], attachment{ID: n, FileName: f.name, Description: f.description})
	m.files = append(m.files[:n:n], f)
	return m
}

// heavy says whether the files need more time than a first response has.
func (m message) heavy() bool {
	bytes := 0
	for _, f := range m.files {
		bytes += len(f.content)
	}
	return bytes > maxAtOnce
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
		for _, o := range c.Options {
			s = s.plus(size{weight: len(o.Label) + len(o.Description)})
		}
		for _, i := range c.Items {
			s = s.plus(size{weight: len(i.Description)})
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

// clip cuts a text that is longer than so many characters, and ends it in "…" then.
func clip(text string, most int) string {
	if units(text) <= most {
		return text
	}
	used := 1 // for the "…"
	for i, r := range text {
		if used += units(string(r)); used > most {
			return text[:i] + "…"
		}
	}
	return text
}

// units counts characters as the strictest reading of Discord's limits does: in UTF-16.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}
