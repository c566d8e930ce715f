package discord

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"storybot/bot"
)

// A button carries all that a press of it needs, so that it works after a restart too:
//
//	p1:PAGE:LINE   the page, from 1, and the reader's line
//	x1:LINE        the export of the whole answer
//	s1:LINE        a next step, always with its whole line
//	c1:PLACE       the sentences around a quote (bot.Quote.Place); "c1" alone is a menu of places
//	v1+:LINE       a vote for the first quote of the answer; "v1-" against it
//	e1:ID          what the button ID shows, for everyone to see
//	…#HASH         instead of :LINE, where the line is too long for a button (100
//	               characters): it stands on the message itself, in small print, and HASH
//	               says whether it is the one
//
// "p1", "x1", "s1", "c1", "v1" and "e1" are the versions of these formats.
const (
	pageVersion     = "p1"
	exportVersion   = "x1"
	stepVersion     = "s1"
	contextVersion  = "c1"
	voteVersion     = "v1"
	everyoneVersion = "e1"
)

// questionMark starts the last text of every answer: the reader's line in small print.
const questionMark = "-# "

// pageButtons stand under an answer of several pages: ◀ "2 of 5" ▶.
func pageButtons(r bot.Request, page, of int) []component {
	if of == 1 {
		return nil
	}
	return []component{
		pushButton("◀", pageID(r, page-1), page > 1),
		pushButton(fmt.Sprintf("%d of %d", page, of), pageVersion, false),
		pushButton("▶", pageID(r, page+1), page < of),
	}
}

// exportButton stands under an answer that can be taken along.
func exportButton(r bot.Request) component {
	return pushButton("Export", lineID(exportVersion, r), true)
}

func pushButton(label, id string, on bool) component {
	return component{Type: kindButton, Style: styleSecondary, Label: label, CustomID: id, Disabled: !on}
}

// pageID writes what a button carries that leads to a page.
func pageID(r bot.Request, page int) string {
	return lineID(fmt.Sprintf("%s:%d", pageVersion, page), r)
}

// hashedPageID is a shorter pageID, for which the line stands on the message.
func hashedPageID(r bot.Request, page int) string {
	return fmt.Sprintf("%s:%d#%s", pageVersion, page, lineHash(r.Line()))
}

// lineID ends what a button carries in the reader's line.
func lineID(start string, r bot.Request) string {
	line := r.Line()
	if id := start + ":" + line; units(id) <= maxCustomID {
		return id
	}
	return start + "#" + lineHash(line)
}

// pageOf reads what a button carries, with the help of the message that it stands on.
func pageOf(id string, on []component) (bot.Request, int, bool) {
	rest, ok := strings.CutPrefix(id, pageVersion+":")
	at := strings.IndexAny(rest, ":#")
	if !ok || at < 0 {
		return bot.Request{}, 0, false
	}
	page, err := strconv.Atoi(rest[:at])
	r, ok := lineOf(rest[at:], on)
	return r, page, ok && err == nil
}

// exportOf reads what an export button carries, likewise.
func exportOf(id string, on []component) (bot.Request, bool) {
	rest, ok := strings.CutPrefix(id, exportVersion)
	if !ok {
		return bot.Request{}, false
	}
	r, ok := lineOf(rest, on)
	return r, ok && r.Command == timelineCommand
}

// lineOf reads the end of what a button carries: ":LINE" or "#HASH".
func lineOf(end string, on []component) (bot.Request, bool) {
	line, whole := strings.CutPrefix(end, ":")
	if !whole {
		hash, ok := strings.CutPrefix(end, "#")
		line = unescape(strings.TrimPrefix(lastText(on), questionMark))
		if !ok || lineHash(line) != hash {
			return bot.Request{}, false
		}
	}
	r, err := bot.Parse(line)
	return r, err == nil
}

func lineHash(line string) string {
	sum := sha256.Sum256([]byte(line))
	return hex.EncodeToString(sum[:8])
}

// lastText returns the last line of the last text display of a message.
func lastText(cs []component) string {
	all := contents(cs)
	if len(all) == 0 {
		return ""
	}
	last := all[len(all)-1]
	return last[strings.LastIndexByte(last, '\n')+1:]
}
