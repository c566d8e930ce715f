package discord

import (
	"slices"
	"strings"

	"storybot/bot"
)

// Bounds of the menu of quotes, from Discord's published API specification (String
// Select); the lengths are a part of what it takes, for a menu that is easy to read.
const (
	maxMenu      = 25
	maxMenuValue = 100
	menuLabel    = 60
	menuOutlet   = 40
)

// contextChoice is how a reader chooses a quote to see the sentences around it: by its
// first words. It has no value where a button cannot carry the quote's place.
func contextChoice(q bot.Quote) choice {
	place := q.Place()
	label := clip(visible(q.Text), menuLabel)
	if q.Article.ID == "" || label == "" || units(contextID(place)) > min(maxMenuValue, maxCustomID-len(everyoneVersion)-1) {
		return choice{}
	}
	return choice{Label: label, Value: place, Description: clip(visible(q.Article.Short()), menuOutlet)}
}

func contextID(place string) string { return contextVersion + ":" + place }

// contextOf makes a menu of the quotes among the parts, or a button where there is one.
func contextOf(parts []part) (menu, single []component) {
	choices := menuOf(parts)
	switch len(choices) {
	case 0:
		return nil, nil
	case 1:
		return nil, []component{pushButton("Context", contextID(choices[0].Value), true)}
	}
	return []component{{
		Type: kindSelect, CustomID: contextVersion, Placeholder: "Context: the sentences around a quote", Options: choices,
	}}, nil
}

// menuOf lists the quotes among the parts, each place once.
func menuOf(parts []part) []choice {
	var out []choice
	for _, p := range parts {
		known := func(c choice) bool { return c.Value == p.context.Value }
		if p.context.Value != "" && !slices.ContainsFunc(out, known) {
			out = append(out, p.context)
		}
	}
	return out
}

// menuFull says whether the menu of a page has no room for another part.
func menuFull(parts []part, p part) bool {
	return p.context.Value != "" && len(menuOf(parts)) == maxMenu
}

// placeOf reads the place of the quote whose context was asked for, by a button or in a
// menu.
func placeOf(d interactionData) (string, bool) {
	if d.CustomID == contextVersion && len(d.Values) == 1 {
		return d.Values[0], true
	}
	return strings.CutPrefix(d.CustomID, contextVersion+":")
}

// everyoneButton shows what a reader got in private to everyone in the channel.
func (v view) everyoneButton(page int) []component {
	self := v.self
	if self == "" {
		if v.onePage() {
			return nil
		}
		self = pageID(v.request, page)
		if units(everyoneVersion+":"+self) > maxCustomID {
			self = hashedPageID(v.request, page)
		}
	}
	id := everyoneVersion + ":" + self
	if units(id) > maxCustomID {
		return nil
	}
	return []component{pushButton("Show to everyone", id, true)}
}
