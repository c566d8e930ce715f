package discord

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"storybot/bot"
	"storybot/corpus/timex"
)

// Colours of the bar beside an answer.
const (
	colourAnswered = 0x2E86AB
	colourNearest  = 0x8A8D91
)

// Longest titles, outlets and lines of readers that are shown, in characters as sent;
// what is longer ends in "…". They are not quotes, and with them at their longest a page
// still has room for a quote.
const (
	maxTitle  = 300
	maxOutlet = 100
	maxShown  = 1500
	maxLabel  = 100
	maxValue  = 400 // of a fact
	maxNamed  = 3   // outlets named of the other articles that say the same
)

// part is what stands on one page or on the next, never on both: a quote with its
// citation, or lines of a note.
type part struct {
	text    string // Markdown
	link    string // an address that a link button takes, or ""
	context choice // to choose the quote by in a menu; without a value there is none
}

// component is the part as Discord draws it: beside its link, if it has one.
func (p part) component() component {
	if p.link == "" {
		return textDisplay(p.text)
	}
	return component{
		Type:       kindSection,
		Components: []component{textDisplay(p.text)},
		Accessory:  &component{Type: kindButton, Style: styleLink, Label: "Source", URL: p.link},
	}
}

// size is what the part takes of a page, its place in a menu included.
func (p part) size() size {
	return measure(p.component()).plus(size{weight: len(p.context.Label) + len(p.context.Description)})
}

// view is an answer and how a reader sees it.
type view struct {
	request bot.Request // without a command where no line asks for the answer
	answer  bot.Answer
	fresh   time.Time // when the articles were last read; zero: unknown
	private bool      // nobody else sees it, and the reader may want to show it
	votes   bool      // readers can say what they hold of it
	self    string    // what a button carries that shows it again, where that is no page of a request
}

// render draws one page of the answer, counted from 1, and says how many there are. A
// page out of range is the nearest one that exists.
func (v view) render(page int) (message, int) {
	all := v.paginate()
	page = min(max(page, 1), len(all))
	return v.frame(all[page-1], page, len(all)), len(all)
}

// frame puts the parts of a page between the answer's title and the reader's question.
func (v view) frame(parts []part, page, of int) message {
	colour := colourAnswered
	if !v.answer.Answered {
		colour = colourNearest
	}
	box := component{Type: kindContainer, AccentColor: colour}
	title := v.answer.Title
	if strings.TrimSpace(title) == "" {
		title = "/" + v.request.Command
	}
	box.Components = append(box.Components, textDisplay("## "+shown(title, maxTitle)))
	for _, p := range parts {
		box.Components = append(box.Components, p.component())
	}
	if footer := v.footer(); footer != "" {
		box.Components = append(box.Components, textDisplay(footer))
	}
	return newMessage(append([]component{box}, v.rows(parts, page, of)...)...)
}

// footer says how fresh the articles are, and then what was asked, in small print.
func (v view) footer() string {
	var lines []string
	if !v.fresh.IsZero() {
		lines = append(lines, fmt.Sprintf("-# Articles read <t:%d:R>", v.fresh.Unix()))
	}
	if v.request.Command != "" {
		lines = append(lines, questionMark+shown(v.request.Line(), maxShown))
	}
	return strings.Join(lines, "\n")
}

// rows are the buttons under a page: those of the page itself, then the way to the
// context of its quotes, then next steps.
func (v view) rows(parts []part, page, of int) []component {
	buttons := pageButtons(v.request, page, of)
	if exportable(v.request, v.answer) {
		buttons = append(buttons, exportButton(v.request))
	}
	if v.votes && votable(v.request, v.answer, page) {
		buttons = append(buttons, voteButtons(v.request)...)
	}
	if v.private {
		buttons = append(buttons, v.everyoneButton(page)...)
	}
	menu, single := contextOf(parts)
	return rows(buttons, menu, append(single, stepButtons(v.answer.Steps)...))
}

// rows makes rows of each group of buttons, as many to a row as Discord takes.
func rows(groups ...[]component) []component {
	var out []component
	for _, buttons := range groups {
		for row := range slices.Chunk(buttons, maxRow) {
			out = append(out, component{Type: kindRow, Components: row})
		}
	}
	return out
}

// parts lists what an answer says, in order: its facts, its note, then its quotes.
// Passages that only come near are never shown without a word on that.
func parts(a bot.Answer, room func(part) bool) []part {
	draw := escape
	if a.Request.Command == helpCommand {
		draw = helpLine
	}
	out, note := factParts(a.Facts), noteParts(a.Note, draw, room)
	if !a.Answered && len(note) == 0 && len(a.Quotes) > 0 {
		note = append(note, part{text: "-# The nearest passages:"})
	}
	out = append(out, note...)
	for _, q := range a.Quotes {
		out = append(out, quotePart(q, room))
	}
	return out
}

// citation says where a quote comes from, in one line of small print: what is known,
// then what is not. A file's name stands for a title.
func citation(q bot.Quote) string {
	r := q.Article
	outlet, title, published := shown(r.Outlet, maxOutlet), shown(r.Title, maxTitle), ""
	if !r.Published.IsZero() {
		published = day(r.Published)
	}
	if title == "" && r.Path != "" { // tells untitled articles apart
		title = shown(path.Base(strings.ReplaceAll(r.Path, `\`, "/")), maxOutlet)
	}
	cells := []string{outlet, published, title, alsoIn(q.Also), unknown(outlet, published)}
	if title == "" {
		cells = append(cells, "untitled")
	}
	return "-# " + strings.Join(slices.DeleteFunc(cells, func(c string) bool { return c == "" }), " · ")
}

// unknown says which of an article's outlet and day is not known, "" where both are.
func unknown(outlet, published string) string {
	switch {
	case outlet == "" && published == "":
		return "outlet and date unknown"
	case outlet == "":
		return "outlet unknown"
	case published == "":
		return "date unknown"
	}
	return ""
}

// alsoIn counts the other articles that say the same, and names a few outlets.
func alsoIn(others []bot.Reference) string {
	if len(others) == 0 {
		return ""
	}
	var named []string
	seen := map[string]bool{"": true}
	for _, o := range others {
		if outlet := shown(o.Outlet, maxOutlet); !seen[outlet] && len(named) < maxNamed {
			seen[outlet] = true
			named = append(named, outlet)
		}
	}
	text := fmt.Sprintf("also in %d other articles", len(others))
	if len(others) == 1 {
		text = "also in 1 other article"
	}
	if len(named) > 0 {
		text += ` \(` + strings.Join(named, ", ") + `\)`
	}
	return text
}

// heading says what a quote is shown for and when what it tells happened; "" where
// neither is known.
func heading(q bot.Quote) string {
	text := shown(q.Label, maxLabel)
	if q.Date != nil {
		text = join(text, " · ", happened(q))
	}
	if text == "" {
		return ""
	}
	return "### " + text
}

// happened says when what a quote tells happened, as precisely as is known, and who says
// otherwise.
func happened(q bot.Quote) string {
	d := q.Date
	text := eventDay(*d)
	switch {
	case d.Text == "":
		text += " · day of publication"
	case d.Inferred:
		text += " · inferred"
	}
	for _, c := range q.Claims[:min(maxClaims, len(q.Claims))] {
		text += " · " + eventDay(c.Date) + " in " + shown(c.Article.Short(), maxOutlet)
	}
	return text
}

// maxClaims is how many other dates of an event a heading names.
const maxClaims = 2

// eventDay writes a date: a day so that Discord shows it in the reader's language.
func eventDay(d bot.EventDate) string {
	if d.Precision == timex.Day && !d.Begin.IsZero() {
		return day(d.Begin)
	}
	return shown(d.String(), maxOutlet)
}

// day writes a day so that Discord shows it in the reader's language. Noon in UTC is
// the same day for all readers between UTC−12 and UTC+11.
func day(t time.Time) string {
	y, m, d := t.UTC().Date()
	return fmt.Sprintf("<t:%d:D>", time.Date(y, m, d, 12, 0, 0, 0, time.UTC).Unix())
}

// linkOf chooses the address for a quote's button: the deep link, where it is too long
// for a button the article's own, and "" where neither is one that a button takes.
func linkOf(q bot.Quote) string {
	for _, address := range []string{q.Link, q.Article.URL} {
		if buttonTakes(address) {
			return address
		}
	}
	return ""
}

// buttonTakes says whether address is a plain web address that fits a link button.
func buttonTakes(address string) bool {
	if address == "" || !utf8.ValidString(address) || units(address) > maxURL || len(address) > maxURL {
		return false
	}
	if strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r == 0x7F || hidden("", 0, r, 0) }) {
		return false
	}
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil
}
