package timex

import (
	"time"
)

// maxTyped is the length in bytes over which nothing is a typed date.
const maxTyped = 80

// Parse reads one date as a reader types it: "2024", "2024-03", "15 March 2024", "spring
// 2024", "last week". The whole string must be a date that names days of the calendar.
// Ref is the day from which relative dates count; where it is zero they are not dates.
// Start and End are bytes of s.
func Parse(s string, ref time.Time) (Timex, bool) {
	typed := capitals(s)
	if len(s) > maxTyped || len(typed) != len(s) {
		return Timex{}, false
	}
	r := newResolver(typed, ref)
	found := r.join(r.phrases(true))
	if len(found) != 1 {
		return Timex{}, false
	}
	p := &found[0]
	r.widen(p, 0, len(r.tokens))
	if p.from != 0 || p.to != len(r.tokens) {
		return Timex{}, false
	}
	t, ok := r.resolve(p)
	return t, ok && !t.Begin.IsZero()
}

// capitals gives every word its capital, since names of months typed without one are
// names of months.
func capitals(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'a' && c <= 'z' && (i == 0 || !isLetter(b[i-1]) && !isDigit(b[i-1]) && b[i-1] != '\'') {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}
