package chart

import (
	"fmt"
	"strings"
	"time"

	"storybot/bot"
	"storybot/corpus/timex"
)

// group is neighbours in an answer that tell of the same date.
type group struct {
	label        string // as readers write it: "21 January 2025"
	begin, until int64  // days since 1970, half open; equal where no day is known
	quotes       []bot.Quote
}

// groups parts quotes by their dates, in their order.
func groups(quotes []bot.Quote) []group {
	var out []group
	for _, q := range quotes {
		g := group{label: when(q.Date)}
		if kindOf(q.Date) != undated {
			g.begin, g.until = day(q.Date.Begin), day(q.Date.Until)
			g.until = max(g.until, g.begin+1)
		}
		if last := len(out) - 1; last < 0 || out[last].label != g.label || out[last].begin != g.begin {
			out = append(out, g)
		}
		last := &out[len(out)-1]
		last.quotes = append(last.quotes, q)
	}
	return out
}

// mostDate is how many characters a date may have; those of the calendar have 35 at most.
const mostDate = 40

// when writes a date; nil is an unknown one.
func when(d *bot.EventDate) string {
	if d == nil {
		d = &bot.EventDate{}
	}
	return short(oneLine(d.String()), mostDate)
}

func day(t time.Time) int64 { return t.Unix() / (24 * 60 * 60) }

// known says whether the group's days are.
func (g group) known() bool { return g.until > g.begin }

// apart returns how many days lie between two groups, whichever is the earlier; 0 where
// they meet or a date is unknown.
func apart(a, b group) int64 {
	if !a.known() || !b.known() {
		return 0
	}
	return max(0, b.begin-a.until, a.begin-b.until)
}

// Lengths of time in days, for the rounding of gaps.
const (
	perMonth = 365.25 / 12
	perYear  = 365.25
)

// gapShare is how much of the whole time a gap must be, one in so many, to be told.
const gapShare = 6

// gap returns the words for a long time without an entry, between groups i-1 and i:
// "about 6 years"; empty where the time is not long.
func gap(all []group, i int) string {
	if i == 0 {
		return ""
	}
	days := float64(apart(all[i-1], all[i]))
	if days < 2*perMonth || days < float64(span(all))/gapShare {
		return ""
	}
	if days < 2*perYear {
		return fmt.Sprintf("about %.0f months", days/perMonth)
	}
	return fmt.Sprintf("about %.0f years", days/perYear)
}

// span returns the days from the first to the last that any group covers.
func span(all []group) int64 {
	var first, last group
	for _, g := range all {
		if !g.known() {
			continue
		}
		if !first.known() || g.begin < first.begin {
			first = g
		}
		if !last.known() || g.until > last.until {
			last = g
		}
	}
	return last.until - first.begin
}

// label is a line of a date, as it stands beside the line of time.
type label struct {
	words string
	main  bool // the part that readers look for
}

// labels parts a date into lines: "week of", "13 January", "2025".
func labels(date string) []label {
	words := strings.Fields(date)
	from, to := 0, len(words)
	for i := len(words) - 1; i > 0; i-- {
		if isYear(words[i]) {
			to = i
			break
		}
	}
	if to < len(words) && words[to-1] == "of" && to > 1 {
		to--
	}
	for i, w := range words[:to] {
		if w == "of" && i < to-1 {
			from = i + 1
		}
	}
	var out []label
	for _, l := range []label{
		{strings.Join(words[:from], " "), false},
		{strings.Join(words[from:to], " "), true},
		{strings.Join(words[to:], " "), false},
	} {
		if l.words != "" {
			out = append(out, l)
		}
	}
	return out
}

// isYear says whether a word is a year or starts with one: "2025", "2024–25", "2025,".
func isYear(word string) bool {
	rest := strings.TrimLeft(word, "0123456789")
	return len(word)-len(rest) == len("2025") && (rest == "" || rest == "," || strings.HasPrefix(rest, "–"))
}

// kind is how a date was found.
type kind int

const (
	told      kind = iota // the article says it
	inferred              // completed from what the article says elsewhere
	published             // the day of publication stands in
	undated               // unknown
)

func kindOf(d *bot.EventDate) kind {
	switch {
	case d == nil || d.Begin.IsZero() || d.Precision == "":
		return undated
	case d.Text == "":
		return published
	case d.Inferred:
		return inferred
	}
	return told
}

// barLength returns how long the mark of a date is, in pixels; 0 is a dot. It hints at
// the length of the time and does not measure it.
func barLength(d *bot.EventDate) int {
	if kindOf(d) == undated {
		return 0
	}
	return map[timex.Precision]int{
		timex.Week: 40, timex.Weekend: 34, timex.Month: 54, timex.Season: 68, timex.Quarter: 68,
		timex.Half: 80, timex.Year: 94, timex.Decade: 106, timex.Century: 116,
	}[d.Precision]
}
