package discord

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"storybot/bot"
)

// A page button carries all that its page needs, so that it works after a restart too:
//
//	p1:PAGE:LINE   the page, from 1, and the reader's line
//	p1:PAGE#HASH   where the line is too long for a button (100 characters): it stands on
//	               the message itself, in small print, and HASH says whether it is the one
//
// "p1" is the version of this format.
const pageVersion = "p1"

// questionMark starts the last text of every answer: the reader's line in small print.
const questionMark = "-# "

// pageButtons is the row under an answer of several pages: ◀ "2 of 5" ▶.
func pageButtons(r bot.Request, page, of int) component {
	button := func(label, id string, on bool) component {
		return component{Type: kindButton, Style: styleSecondary, Label: label, CustomID: id, Disabled: !on}
	}
	return component{Type: kindRow, Components: []component{
		button("◀", pageID(r, page-1), page > 1),
		button(fmt.Sprintf("%d of %d", page, of), pageVersion, false),
		button("▶", pageID(r, page+1), page < of),
	}}
}

// pageID writes what a button carries.
func pageID(r bot.Request, page int) string {
	line := r.Line()
	id := fmt.Sprintf("%s:%d:%s", pageVersion, page, line)
	if units(id) <= maxCustomID {
		return id
	}
	return fmt.Sprintf("%s:%d#%s", pageVersion, page, lineHash(line))
}

// pageOf reads what a button carries, with the help of the message that it stands on.
func pageOf(id string, on []component) (bot.Request, int, bool) {
	rest, ok := strings.CutPrefix(id, pageVersion+":")
	at := strings.IndexAny(rest, ":#")
	if !ok || at < 0 {
		return bot.Request{}, 0, false
	}
	page, err := strconv.Atoi(rest[:at])
	line := rest[at+1:]
	if rest[at] == '#' {
		hash := line
		line = unescape(strings.TrimPrefix(lastText(on), questionMark))
		ok = lineHash(line) == hash
	}
	r, parsed := bot.Parse(line)
	return r, page, ok && err == nil && parsed == nil
}

func lineHash(line string) string {
	sum := sha256.Sum256([]byte(line))
	return hex.EncodeToString(sum[:8])
}

// lastText returns the last text display of a message.
func lastText(cs []component) string {
	text := ""
	for _, c := range cs {
		if c.Type == kindText {
			text = c.Content
		}
		if nested := lastText(c.Components); nested != "" {
			text = nested
		}
	}
	return text
}
