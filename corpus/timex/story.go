package timex

// offset resolves what is counted from the day of publication.
func (r *resolver) offset(p *phrase, t *Timex) {
	n, u := p.count(), p.unit
	if p.counted && u == decade {
		n, u = 10*n, year
	} else if p.counted && u == century {
		n, u = 100*n, year
	}
	switch {
	case p.vague || p.value == unknown || r.published.unit == noUnit || u == noUnit:
		t.Value = refs[sign(n)]
	case u < day:
		t.Type, t.Value = Time, r.published.value()
		if u != hour || n != 0 {
			t.Type, t.Value = Duration, p.duration()
		}
	case u == year && n == -1 && p.counted && r.told.unit == quarter:
		r.place(t, p, r.told.add(-4), Narrative)
	default:
		r.place(t, p, periodOf(u, r.published.begin).add(n), Published)
	}
}

// refs are the values of what lies before, at and after now.
var refs = map[int]string{-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}

func sign(n int) int { return max(-1, min(1, n)) }

// later resolves what is counted from the last date told, or, backwards, from the
// day of publication where none is told. Two years and more place a year only.
func (r *resolver) later(p *phrase, t *Timex) {
	base, how := r.told, Narrative
	if p.value == ofQuarter && r.toldBy[quarter].unit == quarter {
		base = r.toldBy[quarter]
	}
	if base.unit == noUnit && p.sign < 0 {
		base, how = r.published, Published
	}
	if p.ordinal > 0 && base.unit != noUnit {
		base, _ = p.quarterOf(base.begin.Year())
	}
	if p.value == ofQuarter && base.unit != noUnit && base.unit < quarter {
		base = periodOf(quarter, base.begin)
	}
	u := p.unit
	if p.counted && u > year {
		u = year
	}
	switch {
	case base.unit == noUnit || p.vague || p.value == unknown || u == noUnit || u < day || base.unit > u:
		t.Type, t.Value = Duration, p.duration()
		return
	case base.unit == day && u == week && p.counted && p.count() == 1:
		u = day // "a week later" is as sure as the day that it is counted from
	case base.unit >= month && p.value != wholeUnit && (p.unit < year || p.count() < 2 && p.count() > -2):
		u, base.unit = p.unit, min(base.unit, u)
		r.place(t, p, periodOf(base.unit, move(base.begin, u, p.count())), how)
		return
	}
	r.place(t, p, periodOf(u, move(base.begin, p.unit, p.count())), how)
}

// quarterOf is the quarter of the phrase's ordinal in a year.
func (p *phrase) quarterOf(y int) (period, bool) {
	return periodOf(quarter, date(y, 3*p.ordinal-2, 1)), p.ordinal >= 1 && p.ordinal <= 4
}

// same resolves what repeats a unit told before: "the quarter", "the 1988 quarter".
func (r *resolver) same(p *phrase, t *Timex) {
	at, how := r.again(p)
	switch {
	case p.unit < day:
		return
	case at.unit == noUnit:
		t.Value, t.Precision = openUnits[p.unit], units[p.unit].precision
		return
	case p.year > 0:
		at = periodOf(at.unit, date(p.year, int(at.begin.Month()), 1))
	}
	r.place(t, p, at, how)
}

// openUnits are the values of units of the calendar that nothing places.
var openUnits = map[unit]string{
	day: "XXXX-XX-XX", week: "XXXX-WXX", weekend: "XXXX-WXX-WE", month: "XXXX-XX", quarter: "XXXX-QX", year: "XXXX",
	decade: "XXX", century: "XX",
}

// again is the period of the phrase's unit that was told last, or in which the last date
// told lies, or that of the day of publication: of quarters the last that is over, of
// weekends the last that has begun.
func (r *resolver) again(p *phrase) (period, Resolution) {
	at, how := r.toldBy[p.unit], Narrative
	now := r.published
	switch {
	case p.value == nearNow && now.unit == day, at.unit == noUnit && (r.told.unit == noUnit || r.told.unit > p.unit):
		if now.unit == noUnit {
			return period{}, Unresolved
		}
		at, how = periodOf(p.unit, now.begin), Published
	case at.unit == noUnit:
		at = periodOf(p.unit, r.told.begin)
	}
	if now.unit == day && (p.unit == quarter && at == periodOf(quarter, now.begin) || p.unit == weekend && at.begin.After(now.begin)) && r.toldBy[p.unit] != at {
		at = at.add(-1)
	}
	return at, how
}

// clock resolves a time of day: of the last day told, or of the day of publication.
func (r *resolver) clock(p *phrase, t *Timex) {
	switch {
	case r.toldBy[day].unit == day:
		r.place(t, p, r.toldBy[day], Narrative)
	case r.published.unit == day:
		r.place(t, p, r.published, Published)
	default:
		t.Value = "XXXX-XX-XX"
		p.timeOfDay(t)
	}
}
