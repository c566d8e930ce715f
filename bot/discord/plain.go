package discord

import (
	"errors"
	"net/http"
	"strings"
)

// maxContent is the most characters of a message that is not made of components.
const maxContent = 2000

// unfit says whether Discord did not understand a message: the form of the messages that
// this bot sends may change there, or be missing somewhere.
func unfit(err error) bool {
	var e *apiError
	return errors.As(err, &e) && e.status == http.StatusBadRequest && e.code == codeInvalidForm
}

// understood sends a message, and once more in plain form where Discord does not understand
// it.
func (r *rest) understood(m message, send func(message) error) error {
	err := send(m)
	if unfit(err) {
		r.log.Error("Discord did not understand a message: sending it plainly", "error", err)
		err = send(m.plain())
	}
	return err
}

// plain is the message in the form that Discord has always taken: its texts as one, with
// the links behind them, as many whole ones as there is room for, and the buttons below.
func (m message) plain() message {
	texts := links(m.Components)
	if len(texts) == 0 {
		return m
	}
	last := len(texts) - 1
	room := maxContent - units(texts[last]) - units(cutReport) - 2
	var b strings.Builder
	for i, text := range texts[:last] {
		if i > 0 && units(text) >= room {
			b.WriteString(cutReport + "\n")
			break
		}
		room -= units(text) + 1
		b.WriteString(text + "\n")
	}
	out := newMessage()
	out.Flags, out.Components = flagSuppressEmbeds|m.Flags&flagEphemeral, []component{}
	out.Content = b.String() + texts[last]
	for _, c := range m.Components {
		if c.Type == kindRow {
			out.Components = append(out.Components, c)
		}
	}
	return out
}

// angles are the characters that would end an address between them.
var angles = strings.NewReplacer("<", "%3C", ">", "%3E")

// links lists the text displays of a message, each with the address beside it.
func links(cs []component) []string {
	var out []string
	for _, c := range cs {
		switch {
		case c.Type == kindText:
			out = append(out, c.Content)
		case c.Type == kindSection && c.Accessory != nil && c.Accessory.URL != "":
			out = append(out, strings.Join(contents(c.Components), "\n")+"\n<"+angles.Replace(c.Accessory.URL)+">")
		default:
			out = append(out, links(c.Components)...)
		}
	}
	return out
}
