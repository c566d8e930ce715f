package timex

import (
	"fmt"
	"time"
)

// unit is a stretch of the calendar or the clock.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	week
	weekend
	month
	season
	quarter
	half
	year
	decade
	century
)

// units says of each unit how TIMEX3 writes a duration of it and which Precision it is.
var units = [...]struct {
	letter    string // what follows the number: "M" of "P6M"
	clock     bool   // whether the number follows "PT"
	times     int    // how many of the letter one unit is
	precision Precision
}{
	second:  {"S", true, 1, Minute},
	minute:  {"M", true, 1, Minute},
	hour:    {"H", true, 1, Hour},
	day:     {"D", false, 1, Day},
	week:    {"W", false, 1, Week},
	weekend: {"WE", false, 1, Weekend},
	month:   {"M", false, 1, Month},
	season:  {"M", false, 3, Season},
	quarter: {"Q", false, 1, Quarter},
	half:    {"M", false, 6, Half},
	year:    {"Y", false, 1, Year},
	decade:  {"Y", false, 10, Decade},
	century: {"Y", false, 100, Century},
}

// period is one unit of the calendar, from the day it begins. The zero period is none.
type period struct {
	unit  unit
	begin time.Time
}

// date is the day, at 00:00 UTC.
func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// dayOf is the period of one day, and whether there is such a day.
func dayOf(y, m, d int) (period, bool) {
	t := date(y, m, d)
	return period{day, t}, t.Day() == d && int(t.Month()) == m && y >= 1 && y <= 9999
}

// periodOf is the unit of the calendar in which the day lies. A season is three
// whole months from March, June, September or December.
func periodOf(u unit, t time.Time) period {
	y, m, d := t.Date()
	months := int(m) - 1
	switch u {
	case day:
		return period{u, date(y, int(m), d)}
	case week:
		return period{u, monday(t)}
	case weekend:
		return period{u, monday(t).AddDate(0, 0, 5)}
	case month:
		return period{u, date(y, int(m), 1)}
	case season:
		return period{u, date(y, int(m)-int(m)%3, 1)}
	case quarter:
		return period{u, date(y, months-months%3+1, 1)}
	case half:
		return period{u, date(y, months-months%6+1, 1)}
	case year:
		return period{u, date(y, 1, 1)}
	case decade:
		return period{u, date(y-y%10, 1, 1)}
	case century:
		return period{u, date(y-y%100, 1, 1)}
	}
	return period{}
}

// monday is the first day of the ISO week.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// add moves the period by n of its own units.
func (p period) add(n int) period { return period{p.unit, move(p.begin, p.unit, n)} }

// move moves a day by n units; where the month is too short, to the month's last day.
func move(t time.Time, u unit, n int) time.Time {
	months := map[unit]int{month: 1, season: 3, quarter: 3, half: 6, year: 12, decade: 120, century: 1200}[u]
	n = max(-99999, min(99999, n))
	switch {
	case u == day:
		return t.AddDate(0, 0, n)
	case u == week || u == weekend:
		return t.AddDate(0, 0, 7*n)
	case months == 0:
		return t
	}
	y, m, d := t.Date()
	first := date(y, int(m)+n*months, 1)
	return first.AddDate(0, 0, min(d, first.AddDate(0, 1, -1).Day())-1)
}

// until is the first day after the period.
func (p period) until() time.Time {
	if p.unit == weekend {
		return p.begin.AddDate(0, 0, 2)
	}
	return p.add(1).begin
}

// valid says whether the period lies within the years 1 to 9999; the very first day is
// no date, being Go's zero time.
func (p period) valid() bool {
	return p.unit >= day && p.begin.Year() >= 1 && !p.begin.IsZero() && p.until().Year() <= 9999
}

// value is the TIMEX3 value.
func (p period) value() string {
	y, m := p.begin.Year(), int(p.begin.Month())
	switch p.unit {
	case day:
		return p.begin.Format("2006-01-02")
	case week, weekend:
		y, w := p.begin.ISOWeek()
		return fmt.Sprintf("%04d-W%02d%s", y, w, map[unit]string{weekend: "-WE"}[p.unit])
	case month:
		return p.begin.Format("2006-01")
	case season:
		return fmt.Sprintf("%04d-%s", y, seasonNames[m/3%4])
	case quarter:
		return fmt.Sprintf("%04d-Q%d", y, (m+2)/3)
	case half:
		return fmt.Sprintf("%04d-H%d", y, (m+5)/6)
	case year:
		return fmt.Sprintf("%04d", y)
	case decade:
		return fmt.Sprintf("%03d", y/10)
	case century:
		return fmt.Sprintf("%02d", y/100)
	}
	return ""
}

// seasonNames are TIMEX3's, winter first: the season that begins in December.
var seasonNames = [4]string{"WI", "SP", "SU", "FA"}

// holidays are days with names: month and day, or the nth weekday of a month (nth
// below zero counts from its end), or an offset from Easter Sunday.
var holidays = [...]struct {
	month, day  int
	weekday     time.Weekday
	nth, easter int
	plus        int // days after that
}{
	holChristmas:    {month: 12, day: 25},
	holChristmasEve: {month: 12, day: 24},
	holNewYear:      {month: 1, day: 1},
	holNewYearEve:   {month: 12, day: 31},
	holValentine:    {month: 2, day: 14},
	holPatrick:      {month: 3, day: 17},
	holHalloween:    {month: 10, day: 31},
	holJuneteenth:   {month: 6, day: 19},
	holIndependence: {month: 7, day: 4},
	holVeterans:     {month: 11, day: 11},
	holThanksgiving: {month: 11, weekday: time.Thursday, nth: 4},
	holBlackFriday:  {month: 11, weekday: time.Thursday, nth: 4, plus: 1},
	holCyberMonday:  {month: 11, weekday: time.Thursday, nth: 4, plus: 4},
	holLabor:        {month: 9, weekday: time.Monday, nth: 1},
	holMemorial:     {month: 5, weekday: time.Monday, nth: -1},
	holKing:         {month: 1, weekday: time.Monday, nth: 3},
	holPresidents:   {month: 2, weekday: time.Monday, nth: 3},
	holColumbus:     {month: 10, weekday: time.Monday, nth: 2},
	holMothers:      {month: 5, weekday: time.Sunday, nth: 2},
	holFathers:      {month: 6, weekday: time.Sunday, nth: 3},
	holElection:     {month: 11, weekday: time.Monday, nth: 1, plus: 1},
	holEaster:       {easter: 0},
	holGoodFriday:   {easter: -2},
	holAshWednesday: {easter: -46},
}

// The holidays, as indices of the table above.
const (
	holChristmas = iota + 1
	holChristmasEve
	holNewYear
	holNewYearEve
	holValentine
	holPatrick
	holHalloween
	holJuneteenth
	holIndependence
	holVeterans
	holThanksgiving
	holLabor
	holMemorial
	holKing
	holPresidents
	holColumbus
	holMothers
	holFathers
	holElection
	holEaster
	holGoodFriday
	holAshWednesday
	holBlackFriday
	holCyberMonday
)

// holiday is the day of the holiday in a year. Election Day is the Tuesday after the
// first Monday of November.
func holiday(h, y int) period {
	r := holidays[h]
	switch {
	case r.nth != 0:
		return period{day, nth(y, r.month, r.weekday, r.nth).AddDate(0, 0, r.plus)}
	case r.month != 0:
		return period{day, date(y, r.month, r.day)}
	}
	return period{day, easter(y).AddDate(0, 0, r.easter)}
}

// nth is the nth such weekday of the month, from its end when n is below zero.
func nth(y, m int, w time.Weekday, n int) time.Time {
	if n > 0 {
		first := date(y, m, 1)
		return first.AddDate(0, 0, (int(w)-int(first.Weekday())+7)%7+7*(n-1))
	}
	last := date(y, m+1, 0)
	return last.AddDate(0, 0, -(int(last.Weekday())-int(w)+7)%7+7*(n+1))
}

// easter is Easter Sunday by the anonymous Gregorian rule (Meeus, Astronomical
// Algorithms, chapter 8).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	n := h + l - 7*((a+11*h+22*l)/451) + 114
	return date(y, n/31, n%31+1)
}
