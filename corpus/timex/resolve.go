package timex

import (
	"fmt"
	"time"
)

// resolver gives phrases their values, in the order of the text.
type resolver struct {
	matcher
	published period              // the day, none when unknown
	told      period              // the last date told
	toldAt    int                 // the token after it
	dayAt     int                 // the token after the last day told
	story     period              // the last date told that is finer than a year
	toldBy    [century + 1]period // the last date told of each unit
}

// resolve gives the phrase its value. It says false where there is none that makes sense.
func (r *resolver) resolve(p *phrase) (Timex, bool) {
	t := Timex{Start: r.tokens[p.from].start, End: r.tokens[p.to-1].end, Type: Date, How: Unresolved}
	ok := true
	switch p.kind {
	case kCalendar:
		ok = r.calendar(p, &t)
	case kOffset:
		r.offset(p, &t)
	case kLater:
		r.later(p, &t)
	case kSame:
		r.same(p, &t)
	case kClock:
		r.clock(p, &t)
	case kDuration:
		t.Type, t.Value = Duration, p.duration()
	case kSet:
		t.Type, t.Value = Set, p.set()
	case kRef:
		t.Value = p.value
	}
	return t, ok && t.Value != ""
}

// place puts the period into the timex and remembers it.
func (r *resolver) place(t *Timex, p *phrase, at period, how Resolution) bool {
	if !at.valid() {
		return false
	}
	t.Value, t.Begin, t.Until, t.How = at.value(), at.begin, at.until(), how
	t.Precision = units[at.unit].precision
	if at.unit == day {
		p.timeOfDay(t)
	}
	if p.kind != kLater && how != Narrative || p.kind == kLater && p.sign > 0 {
		r.tell(at, p.to)
	}
	return true
}

// tell remembers a date for what is counted from it later. Decades and centuries are
// background.
func (r *resolver) tell(at period, token int) {
	if at.unit >= decade {
		return
	}
	r.told, r.toldAt = at, token
	r.toldBy[at.unit] = at
	if at.unit < year {
		r.story = at
	}
	if at.unit == day {
		r.dayAt = token
	}
}

// timeOfDay adds the clock or the part of the day.
func (p *phrase) timeOfDay(t *Timex) {
	switch {
	case p.clock >= 0:
		t.Type = Time
		t.Value += fmt.Sprintf("T%02d:%02d", p.clock/60, p.clock%60)
		t.Precision = Minute
		if p.clock%60 == 0 {
			t.Precision = Hour
		}
	case p.part != "":
		t.Type = Time
		t.Value += "T" + p.part
		t.Precision = PartDay
	}
}

// calendar resolves what names a place in the calendar, whole or in part.
func (r *resolver) calendar(p *phrase, t *Timex) bool {
	switch {
	case p.unit == century && p.ordinal > 0:
		return r.place(t, p, periodOf(century, date(100*(p.ordinal-1), 1, 1)), Explicit)
	case p.onlyWeekdayNamed():
		return r.weekday(p, t)
	case p.year > 0 && p.part == "" && p.unit == day && p.day == 0 && p.value != isHoliday:
		p.unit = month // 2025-01 in figures
	}
	if p.value == ofYear && r.published.unit == day {
		at, ok := p.in(r.published.begin.Year() + p.shift)
		return ok && r.place(t, p, at, Published)
	}
	if _, ok := p.in(2000); !ok && p.year == 0 {
		return false
	}
	if p.year > 0 {
		how := Explicit
		if p.inferred {
			how = Inferred
		}
		at, ok := p.in(p.year)
		return ok && r.place(t, p, at, how)
	}
	at, how := r.complete(p)
	if how == Unresolved {
		t.Value, t.Precision = p.open(), units[p.unit].precision
		return true
	}
	return r.place(t, p, at, how)
}

// onlyWeekdayNamed says whether the day is named by its weekday alone.
func (p *phrase) onlyWeekdayNamed() bool {
	return p.weekday > 0 && p.month == 0 && p.unit == day
}

// in is the period that the phrase names in a year.
func (p *phrase) in(y int) (period, bool) {
	if y < 1 || y > 9999 {
		return period{}, false
	}
	switch {
	case p.value == isHoliday:
		return holiday(p.sign, y), true
	case p.unit == day && p.month > 0:
		return dayOf(y, p.month, p.day)
	case p.unit == month && p.month > 0:
		return periodOf(month, date(y, p.month, 1)), p.month <= 12
	case p.unit == season && p.season == 1:
		return periodOf(season, date(y, 12, 1)), true
	case p.unit == season:
		return periodOf(season, date(y, 3*(p.season-1), 1)), p.season > 0
	case p.unit == quarter:
		return p.quarterOf(y)
	case p.unit == half && p.ordinal == 0: // "the last half"
		return periodOf(half, date(y, 7, 1)), true
	case p.unit == half:
		return periodOf(half, date(y, 6*p.ordinal-5, 1)), p.ordinal <= 2
	case p.unit == year || p.unit == decade:
		return periodOf(p.unit, date(y, 1, 1)), true
	}
	return period{}, false
}

// open is the value of a date without its year.
func (p *phrase) open() string {
	at, _ := p.in(2000)
	return "XXXX" + at.value()[4:]
}

// complete finds the year of what is told without one: from the day of publication, by
// "last" and "next", by tense, or else the nearest; where that day is unknown, the first
// that does not lie before the last date told.
func (r *resolver) complete(p *phrase) (period, Resolution) {
	if r.published.unit == noUnit {
		return r.inferred(p)
	}
	now, dir := r.published.begin, r.side(p)
	var best period
	least := never
	for y := now.Year() - 4; y <= now.Year()+4; y++ {
		if at, ok := p.in(y); ok {
			if n := p.distance(at, now, dir); n < least {
				best, least = at, n
			}
		}
	}
	return best, Published
}

// side is the side of now on which the phrase lies, as direction gives it; a shift says
// so itself, and so do "by" and "until".
func (r *resolver) side(p *phrase) int {
	before := r.id(p.from - 1)
	switch {
	case p.shifted:
		return p.shift
	case before != 0 && (before == wordBy || before == wordUntil) && !r.done(p.from):
		return 1
	case r.untilThen(p.from):
		return 3
	}
	return r.direction(p.from, p.to)
}

// untilThen says whether what happens at token from is the end of what holds now: "until an
// election in the autumn", "ahead of a vote in May". What held in the past ended in the past.
func (r *resolver) untilThen(from int) bool {
	for i := from - 1; i > 0 && i >= from-untilReach && !r.sentenceEnd(i) && r.id(i) != wordComma; i-- {
		switch {
		case r.id(i) == wordOf && r.id(i-1) == wordAhead:
			return !r.done(from)
		case r.id(i) != wordUntil:
			continue
		}
		for k := i - 1; k >= 0 && k >= i-tenseWindow && !r.sentenceEnd(k); k-- {
			if r.tense(k) != 0 && r.id(k) != wordSaid && r.id(k) != wordTold {
				return r.tense(k) > 0
			}
		}
		return !r.done(from)
	}
	return false
}

// untilReach is how many tokens before a date "until" may stand with what ends then.
const untilReach = 6

// never is a distance in days that no candidate has.
const never = 1 << 30

// distance is how far from now a candidate for the phrase is, in days, with the
// penalties for the side on which it should not be.
func (p *phrase) distance(at period, now time.Time, dir int) int {
	n, side := apart(at, now)
	switch {
	case !p.fits(at), p.shifted && p.shift != 0 && side != p.shift:
		return n + never/2
	case !p.shifted && side*dir < 0 && p.unit == quarter && side < 0:
		return n + dueQuarter
	case !p.shifted && side*dir < 0:
		return n + wrongTense*(1+max(dir, -dir))/2
	case !p.shifted && side == 1 && dir == 0:
		return n + noTense
	}
	return n
}

// fits says whether the day is the weekday that is told with it, if one is.
func (p *phrase) fits(at period) bool {
	return p.weekday == 0 || at.unit != day || int(at.begin.Weekday()) == p.weekday-1
}

// wrongTense is how many days farther a date counts that lies on the other side of the
// day of publication than the tense of its sentence.
const wrongTense = 190

// dueQuarter is the same for a past quarter of which the sentence speaks in the future:
// results are told after it.
const dueQuarter = 60

// noTense is how many days farther the future counts where the sentence has no tense:
// news is mostly about the past.
const noTense = 210

// apart is how many days the period is from the day, and on which side.
func apart(at period, now time.Time) (days, side int) {
	switch {
	case at.begin.After(now):
		return int(at.begin.Sub(now).Hours() / 24), 1
	case !at.until().After(now):
		return int(now.Sub(at.until()).Hours()/24) + 1, -1
	}
	return 0, 0
}

// inferred is the first such period that has not ended when the last date told begins.
func (r *resolver) inferred(p *phrase) (period, Resolution) {
	if p.shifted {
		return period{}, Unresolved
	}
	told := r.told
	if told.unit == year && !r.story.begin.Before(told.until()) && r.sentenceBetween(r.toldAt, p.from) {
		told = r.story // a bare year of another sentence is background
	}
	if told.unit == noUnit {
		return period{}, Unresolved
	}
	from := told.begin
	for y := from.Year() - 1; y <= from.Year()+8; y++ {
		if at, ok := p.in(y); ok && at.until().After(from) && p.fits(at) {
			return at, Inferred
		}
	}
	return period{}, Unresolved
}

// weekday resolves a day that is named by its weekday.
func (r *resolver) weekday(p *phrase, t *Timex) bool {
	if p.value == ofStory {
		p.shift, p.shifted = p.sign, true
	}
	base, how := r.weekdayBase(p)
	if base.unit == noUnit {
		t.Value, t.Precision = fmt.Sprintf("XXXX-WXX-%d", (p.weekday+5)%7+1), Day
		return true
	}
	now := base.begin
	back := (int(now.Weekday()) - (p.weekday - 1) + 7) % 7 // days since the last such day
	n := -back
	switch {
	case p.value == ofWeek:
		n = int(monday(now).AddDate(0, 0, 7*p.shift+(p.weekday+5)%7).Sub(now).Hours() / 24)
	case p.shifted && p.shift < 0 && back == 0:
		n = -7
	case back == 0 && how == Published && !p.shifted && r.weekBefore(p):
		n = -7
	case p.shifted && p.shift > 0:
		n = 7 - back
	case how == Inferred || r.isAhead(p):
		n = (7 - back) % 7
	}
	return r.place(t, p, period{day, now.AddDate(0, 0, n)}, how)
}

// weekBefore says whether the phrase names the end of a day of the week before: that of
// publication is hardly over when its evening is told in the past, and the last day told
// is one to two weeks old.
func (r *resolver) weekBefore(p *phrase) bool {
	late := p.part == "EV" || p.part == "NI" || r.id(p.from-1) == wordLate || r.id(p.from-1) == wordOn && r.id(p.from-2) == wordLate
	now, d := r.published.begin, r.toldBy[day]
	old := d.unit == day && !d.begin.After(now.AddDate(0, 0, -7)) && d.begin.After(now.AddDate(0, 0, -14))
	return late && old && r.direction(p.from, p.to) < 0
}

// weekdayBase is the day from which a weekday is counted: that of publication, or else
// the last day told, where that stands nearby and no other date was told since.
func (r *resolver) weekdayBase(p *phrase) (period, Resolution) {
	d := r.toldBy[day]
	switch {
	case p.value == ofStory && d.unit == day:
		return d, Narrative
	case r.published.unit == day:
		return r.published, Published
	case d.unit == day && !p.shifted && p.from-r.dayAt <= nearby && !d.begin.Before(r.told.begin) && d.begin.Before(r.told.until()):
		return d, Inferred
	}
	return period{}, Unresolved
}

// nearby is how many tokens after the last day told a weekday may still be counted from
// it: about three sentences.
const nearby = 75

// isAhead says whether a weekday is the next one: by the tense of its sentence, by
// "this", or by "until" where no sentence starts with it.
func (r *resolver) isAhead(p *phrase) bool {
	switch {
	case p.shifted:
		return p.shift == 0 && r.direction(p.from, p.to) >= 0
	case r.id(p.from-1) == wordUntil && p.from > 1 && !r.sentenceEnd(p.from-2):
		return true
	}
	return r.id(p.to) != wordPoss && r.direction(p.from, p.to) > 0
}

// count is how many units the phrase counts.
func (p *phrase) count() int {
	switch {
	case p.shifted:
		return p.shift
	case p.n > 0:
		return p.n * p.sign
	}
	return p.sign
}
