package chart

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"storybot/bot"
)

// mostAlt is how long the words for a picture may be, in UTF-16 code units: Discord's
// limit of 1,024 characters for a description of media.
const mostAlt = 1024

// mostTitle is how much of it a title may take.
const mostTitle = 200

// AltText says in plain words what Draw shows of an answer: its title, how many quotes,
// and the dates with how many quotes each has. It is at most 1,024 UTF-16 code units,
// which Discord allows, and ends between two dates with how many more quotes there are
// where that is not enough. It is empty for an answer without quotes.
func AltText(a bot.Answer) string {
	if len(a.Quotes) == 0 {
		return ""
	}
	drawn := a.Quotes[:min(len(a.Quotes), mostQuotes)]
	text := "Timeline: " + short(titleOf(a), mostTitle) + ". " + summary(a) + ". "
	told := 0
	for i, g := range groups(drawn) {
		part := g.label
		if n := len(g.quotes); n > 1 {
			part += fmt.Sprintf(" (%d)", n)
		}
		if i > 0 {
			part = "; " + part
		}
		end := more(len(a.Quotes) - told - len(g.quotes))
		if units(text+part+end) > mostAlt {
			break
		}
		text, told = text+part, told+len(g.quotes)
	}
	return text + more(len(a.Quotes)-told)
}

// more ends a list that leaves n quotes out.
func more(n int) string {
	if n == 0 {
		return "."
	}
	return fmt.Sprintf("; and %d more.", n)
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }

// titleOf returns an answer's title, or what it is where it has none.
func titleOf(a bot.Answer) string {
	if title := oneLine(a.Title); title != "" {
		return title
	}
	return "Timeline"
}

// oneLine makes text from outside safe to stand in a sentence.
func oneLine(text string) string { return strings.Join(strings.Fields(strings.Map(ink, text)), " ") }

// ink drops what has no ink and turns or hides other characters, and makes a space of
// white space.
func ink(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.In(r, unicode.Cf, unicode.Cc):
		return -1
	}
	return r
}

// short cuts a text to at most so many characters, with "…" where something is missing.
func short(text string, most int) string {
	if letters := []rune(text); len(letters) > most {
		return strings.TrimSpace(string(letters[:most-1])) + "…"
	}
	return text
}

// summary says how many quotes there are and which time they cover: "10 quotes, 2018 to
// 21 January 2025".
func summary(a bot.Answer) string {
	drawn := a.Quotes[:min(len(a.Quotes), mostQuotes)]
	var n string
	switch {
	case len(drawn) < len(a.Quotes):
		n = fmt.Sprintf("The first %d of %d quotes", len(drawn), len(a.Quotes))
	case len(drawn) == 1:
		n = "1 quote"
	default:
		n = fmt.Sprintf("%d quotes", len(drawn))
	}
	known := slices.DeleteFunc(groups(drawn), func(g group) bool { return !g.known() })
	if len(known) == 0 {
		return n
	}
	byBegin := func(a, b group) int { return int(min(1, max(-1, a.begin-b.begin))) }
	first, last := slices.MinFunc(known, byBegin).label, slices.MaxFunc(known, byBegin).label
	if first == last {
		return n + ", " + first
	}
	return n + ", " + first + " to " + last
}
