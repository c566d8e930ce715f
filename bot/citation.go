package bot

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"storybot/corpus/timex"
)

// dayLayout writes a day as readers do: "21 January 2025".
const dayLayout = "2 January 2006"

// Label names the article in one line, what is known first: "Reuters · 22 January 2025 ·
// Stargate". What is unknown is said to be: "untitled · outlet unknown · date unknown".
// The parts stand as the article has them: a front end makes them safe for its medium.
func (r Reference) Label() string {
	day := ""
	if !r.Published.IsZero() {
		day = r.Published.UTC().Format(dayLayout)
	}
	var known, unknown []string
	for _, part := range []struct{ value, without string }{
		{r.Title, "untitled"}, {r.Outlet, "outlet unknown"}, {day, "date unknown"},
	} {
		if strings.TrimSpace(part.value) == "" {
			unknown = append(unknown, part.without)
		}
	}
	for _, value := range []string{r.Outlet, day, r.Title} {
		if value = strings.TrimSpace(value); value != "" {
			known = append(known, value)
		}
	}
	return strings.Join(append(known, unknown...), " · ")
}

// Short names the source in a few words: its outlet, else its title, else its path.
func (r Reference) Short() string {
	return cmp.Or(r.Outlet, r.Title, r.Path, r.ID)
}

// String says when, as precisely as is known and no more: "21 January 2025", "week of 13
// January 2025", "January 2025", "spring 2024", "third quarter of 2024", "2018", "the
// 1990s". A date that places no day is written as its TIMEX3 value, and without one as
// "date unknown".
func (d EventDate) String() string {
	if d.Begin.IsZero() {
		if d.Value == "" {
			return "date unknown"
		}
		return d.Value
	}
	begin := d.Begin.UTC()
	day, year := begin.Format(dayLayout), begin.Year()
	switch d.Precision {
	case timex.Minute, timex.Hour, timex.PartDay, timex.Day:
		return partOfDay(d.Value) + day + clock(d.Value)
	case timex.Week:
		return "week of " + day
	case timex.Weekend:
		return "weekend of " + day
	case timex.Month:
		return begin.Format("January 2006")
	case timex.Season:
		return season(d.Value, begin.Month()) + " " + years(begin, d.Until.UTC())
	case timex.Quarter:
		return fmt.Sprintf("%s quarter of %d", ordinal((int(begin.Month())+2)/3), year)
	case timex.Half:
		return fmt.Sprintf("%s half of %d", ordinal((int(begin.Month())+5)/6), year)
	case timex.Year:
		return fmt.Sprint(year)
	case timex.Decade:
		return fmt.Sprintf("the %ds", year/10*10)
	case timex.Century:
		return century(year)
	}
	if d.Value != "" {
		return d.Value
	}
	return "date unknown"
}

// partOfDay reads the part of a day that a TIMEX3 value ends in: "2025-01-21TMO".
func partOfDay(value string) string {
	_, part, _ := strings.Cut(value, "T")
	for _, row := range []struct{ code, words string }{
		{"MO", "morning of "}, {"MI", "midday of "}, {"AF", "afternoon of "},
		{"EV", "evening of "}, {"NI", "night of "},
	} {
		if part == row.code {
			return row.words
		}
	}
	return ""
}

// clock reads the time of day of a TIMEX3 value: ", 14:30" of "2025-01-21T14:30".
func clock(value string) string {
	_, t, _ := strings.Cut(value, "T")
	if len(t) < len("15:04") {
		return ""
	}
	if _, err := time.Parse("15:04", t[:5]); err != nil {
		return ""
	}
	return ", " + t[:5]
}

// season names the season of a TIMEX3 value, or the one that starts about a month.
func season(value string, month time.Month) string {
	for _, row := range []struct{ code, name string }{
		{"-SP", "spring"}, {"-SU", "summer"}, {"-FA", "autumn"}, {"-WI", "winter"},
	} {
		if strings.HasSuffix(value, row.code) {
			return row.name
		}
	}
	return []string{"winter", "spring", "summer", "autumn"}[int(month)%12/3]
}

// years writes the years of a season: "2024", and "2024–25" for a winter across two.
func years(begin, until time.Time) string {
	last := until.AddDate(0, 0, -1).Year()
	if until.IsZero() || last <= begin.Year() {
		return fmt.Sprint(begin.Year())
	}
	return fmt.Sprintf("%d–%02d", begin.Year(), last%100)
}

// century names the hundred years that a year starts: 1900 and 1901 both start the 20th.
func century(year int) string {
	n := year/100 + 1
	suffix := "th"
	if tens := n % 100; tens < 11 || tens > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprintf("the %d%s century", n, suffix)
}

// ordinal names the quarters and halves of a year, 1 to 4.
func ordinal(n int) string {
	return []string{"first", "second", "third", "fourth"}[n-1]
}
