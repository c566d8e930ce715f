package timex

import "fmt"

// halves are what half of a unit adds to a duration, in TIMEX3.
var halves = map[unit]struct{ date, clock string }{
	decade: {"5Y", ""}, year: {"6M", ""}, month: {"15D", ""}, day: {"", "12H"}, hour: {"", "30M"}, minute: {"", "30S"},
}

// duration is the TIMEX3 value of a length of time: "P6M", "PT5H30M", "PXW".
func (p *phrase) duration() string {
	if p.unit == noUnit {
		return ""
	}
	u := units[p.unit]
	prefix := "P"
	if u.clock {
		prefix = "PT"
	}
	n := p.n
	if n == 0 {
		n = max(p.sign, -p.sign)
	}
	h, ok := halves[p.unit]
	switch {
	case p.value == halfUnit && ok:
		return lengthOf("", h.date, h.clock)
	case p.vague || p.value == unknown || n == 0:
		return prefix + "X" + vagueLetter(p.unit)
	case (p.half || p.value == andHalf) && ok:
		if u.clock {
			return lengthOf("", "", fmt.Sprint(n, u.letter)+h.clock)
		}
		return lengthOf(fmt.Sprint(n*u.times, u.letter), h.date, h.clock)
	}
	return prefix + fmt.Sprint(n*u.times) + u.letter
}

// lengthOf puts a duration together.
func lengthOf(whole, date, clock string) string {
	if clock != "" {
		clock = "T" + clock
	}
	return "P" + whole + date + clock
}

// vagueLetter is the unit of a length that nobody counted: TIMEX3 has letters for
// decades and centuries here.
func vagueLetter(u unit) string {
	switch u {
	case decade:
		return "DE"
	case century:
		return "C"
	}
	return units[u].letter
}

// set is the TIMEX3 value of a recurring time.
func (p *phrase) set() string {
	switch {
	case p.weekday > 0:
		return fmt.Sprintf("XXXX-WXX-%d", (p.weekday+5)%7+1)
	case p.month > 0:
		return fmt.Sprintf("XXXX-%02d", p.month)
	case p.season > 0:
		return "XXXX-" + seasonNames[p.season-1]
	}
	return p.duration()
}
