package timex

import "slices"

// rule says that what matches the pattern is such a phrase. Unit, n and value stand for
// what the words do not say with a class of their own.
//
// A pattern is a row of items that match one token each, save NUM and YEAR, which match
// all tokens of a number or of a year in words. An item in small letters is itself,
// "a|b" either, CAPITALS a class of words (the table of slots), "x?" may be missing.
// "<x" stands before the expression and ">x" after it: they must match and are no part
// of it; ">!x" must not match. The longest match wins, then the earlier row.
type rule struct {
	pattern string
	kind    kind
	unit    unit
	n       int
	value   string
}

// rules is the grammar of time expressions.
var rules = slices.Concat(falseRules, dateRules, offsetRules, lengthRules, holidayRules())

// falseRules name what looks like a time and is none. They win over rules of the same
// length.
var falseRules = []rule{
	{pattern: "the same? time >!NUM", kind: kNone},
	{pattern: "NUM -? UNIT|UNITS -? old", kind: kNone},
	{pattern: "quarters", kind: kNone},
	{pattern: "second|half", kind: kNone},
	{pattern: "a|an|the|this|that|last|next|one second|half", kind: kNone},
	{pattern: "a|one quarter", kind: kNone},
	{pattern: "NUM - quarters", kind: kNone},
	{pattern: "sunday times|telegraph|mirror|mail|express", kind: kNone},
	{pattern: "WDAY night|morning live|football|lights|fever|baseball", kind: kNone},
	{pattern: "cbs sunday morning", kind: kNone},
	{pattern: "a? week NUMBER", kind: kNone},
	{pattern: "light -? years|year", kind: kNone},
	{pattern: "his|her|their|its|my|your|our last|next|first UNIT", kind: kNone},
	{pattern: "the last day|hour|minute|moment", kind: kNone},
	{pattern: "NUM - years - old", kind: kNone},
	{pattern: "quarterly|weekly|monthly|annual dividend|earnings|results|report|cash|loss|profit|payout|magazine|newspaper|rate", kind: kNone},
	{pattern: "NUM UNITS a UNIT", kind: kNone},
	{pattern: "MONEY NUMBER million|billion? a UNIT >!ago|earlier|later|before|after|-", kind: kNone},
	{pattern: "high noon", kind: kNone},
}

// dateRules name points of the calendar and the clock.
var dateRules = []rule{
	{pattern: "MONTH|MABBR DAY ,? YEAR", kind: kCalendar, unit: day},
	{pattern: "MONTH|MABBR the? DAY", kind: kCalendar, unit: day},
	{pattern: "the? DAY of? MONTH|MABBR ,? YEAR?", kind: kCalendar, unit: day},
	{pattern: "DATE", kind: kCalendar, unit: day},
	{pattern: "MONTH|MABBR of|,? YEAR", kind: kCalendar, unit: month},
	{pattern: "the? ORD|last week|weekend|days|half of MONTH of|,? YEAR?", kind: kCalendar, unit: month},
	{pattern: "MONTH", kind: kCalendar, unit: month},
	{pattern: "SHIFT MONTH", kind: kCalendar, unit: month},
	{pattern: "SHIFT MONTH|MABBR DAY", kind: kCalendar, unit: day},
	{pattern: "MONTH of? SHIFT year", kind: kCalendar, unit: month, value: ofYear},
	{pattern: "SHIFT SEASON", kind: kCalendar, unit: season},
	{pattern: "the? early|late|mid -? SEASON of|,? YEAR?", kind: kCalendar, unit: season},
	{pattern: "the? SEASON of|,? YEAR", kind: kCalendar, unit: season},
	{pattern: "<in|during|since|until|by|through|over the? SEASON of|,? YEAR?", kind: kCalendar, unit: season},
	{pattern: "ORD - quarter|period", kind: kCalendar, unit: quarter},
	{pattern: "fiscal ORD - quarter", kind: kCalendar, unit: quarter},
	{pattern: "the? fiscal - ORD quarter", kind: kCalendar, unit: quarter},
	{pattern: "the? fiscal? ORD quarter", kind: kCalendar, unit: quarter},
	{pattern: "the? ORD fiscal quarter of|,? YEAR?", kind: kCalendar, unit: quarter},
	{pattern: "the? fiscal? ORD -? quarter of|,? fiscal? YEAR", kind: kCalendar, unit: quarter},
	{pattern: "the? YEAR|year 's? ORD quarter", kind: kCalendar, unit: quarter},
	{pattern: "the? ORD quarter of? SHIFT year", kind: kCalendar, unit: quarter, value: ofYear},
	{pattern: "SHIFT year 's ORD quarter", kind: kCalendar, unit: quarter, value: ofYear},
	{pattern: "the YEAR quarter|period", kind: kSame, unit: quarter},
	{pattern: "QNO of|,? YEAR?", kind: kCalendar},
	{pattern: "YEAR QNO", kind: kCalendar},
	{pattern: "the? ORD|last half of|,? YEAR", kind: kCalendar, unit: half},
	{pattern: "the ORD half of the|this year", kind: kCalendar, unit: half},
	{pattern: "YEAR", kind: kCalendar, unit: year},
	{pattern: "the? calendar|fiscal|fy year? YEAR", kind: kCalendar, unit: year},
	{pattern: "the? year YEAR", kind: kCalendar, unit: year},
	{pattern: "the? ORD|last half of the? DECADE", kind: kCalendar, unit: decade},
	{pattern: "the YEAR 's", kind: kCalendar, unit: decade},
	{pattern: "the? nineteen -? DECADE", kind: kCalendar, unit: decade},
	{pattern: "the? DECADE", kind: kCalendar, unit: decade},
	{pattern: "the? ORD -? century", kind: kCalendar, unit: century},
	{pattern: "WDAY", kind: kCalendar, unit: day},
	{pattern: "WABBR ,? >MONTH", kind: kCalendar, unit: day},
	{pattern: "SHIFT WDAY", kind: kCalendar, unit: day},
	{pattern: "the previous|preceding WDAY", kind: kCalendar, unit: day, n: -1, value: ofStory},
	{pattern: "the following|next WDAY", kind: kCalendar, unit: day, n: 1, value: ofStory},
	{pattern: "this SHIFT SEASON", kind: kCalendar, unit: season},
	{pattern: "this SHIFT WDAY", kind: kCalendar, unit: day},
	{pattern: "this SHIFT MONTH", kind: kCalendar, unit: month},
	{pattern: "WDAY of? SHIFT week", kind: kCalendar, unit: day, value: ofWeek},
	{pattern: "CLOCK AMPM? ZONE?", kind: kClock, unit: minute},
	{pattern: "HOUR ZONE", kind: kClock, unit: minute},
	{pattern: "HOUR AMPM ZONE?", kind: kClock, unit: hour},
	{pattern: "NUM o ' clock", kind: kClock, unit: hour},
	{pattern: "noon|midday", kind: kClock, unit: hour, n: 720},
	{pattern: "midnight", kind: kClock, unit: hour, n: 0},
	{pattern: "this PART", kind: kOffset, unit: day},
	{pattern: "last night", kind: kOffset, unit: day, n: -1, value: "NI"},
	{pattern: "tonight", kind: kOffset, unit: day, value: "NI"},
	{pattern: "<in the PART", kind: kClock},
}

// offsetRules count from the day of publication or from what was told before.
var offsetRules = []rule{
	{pattern: "today", kind: kOffset, unit: day},
	{pattern: "yesterday", kind: kOffset, unit: day, n: -1},
	{pattern: "tomorrow", kind: kOffset, unit: day, n: 1},
	{pattern: "the day before yesterday", kind: kOffset, unit: day, n: -2},
	{pattern: "the day after tomorrow", kind: kOffset, unit: day, n: 2},
	{pattern: "SHIFT UNIT", kind: kOffset},
	{pattern: "this past UNIT", kind: kOffset, n: -1},
	{pattern: "the past|last decade", kind: kDuration, unit: decade, n: 1},
	{pattern: "the past century", kind: kDuration, unit: century, n: 1},
	{pattern: "the past|last UNIT", kind: kOffset, n: -1},
	{pattern: "the? current UNIT", kind: kOffset},
	{pattern: "the? latest fiscal? year", kind: kOffset, unit: year, n: -1},
	{pattern: "UNITS ago", kind: kOffset, n: -1, value: unknown},
	{pattern: "NUM UNIT|UNITS ago", kind: kOffset, n: -1},
	{pattern: "a|an NUM? UNIT|UNITS ago", kind: kOffset, n: -1},
	{pattern: "a|an UNIT or so ago", kind: kOffset, n: -1},
	{pattern: "NUM UNITS or so ago", kind: kOffset, n: -1},
	{pattern: "a couple of? UNITS ago", kind: kOffset, n: -2},
	{pattern: "NUM UNIT|UNITS from now|today", kind: kOffset, n: 1},
	{pattern: "a|an UNIT from now|today", kind: kOffset, n: 1},
	{pattern: "a|an NUM? UNIT|UNITS earlier|previously", kind: kLater, n: -1},
	{pattern: "a|an NUM? UNIT|UNITS before >!WORD", kind: kLater, n: -1},
	{pattern: "NUM UNITS|UNIT earlier|previously", kind: kLater, n: -1},
	{pattern: "NUM UNITS|UNIT before >!WORD", kind: kLater, n: -1},
	{pattern: "a|an NUM? UNIT|UNITS later|afterward|afterwards", kind: kLater, n: 1},
	{pattern: "a|an NUM? UNIT|UNITS after >!WORD", kind: kLater, n: 1},
	{pattern: "NUM UNITS|UNIT later|afterward|afterwards", kind: kLater, n: 1},
	{pattern: "NUM UNITS|UNIT after >!WORD", kind: kLater, n: 1},
	{pattern: "the UNIT before >!WORD", kind: kLater, n: -1},
	{pattern: "the UNIT after >!WORD", kind: kLater, n: 1},
	{pattern: "UNITS later|earlier", kind: kLater, value: unknown},
	{pattern: "the following|next UNIT", kind: kLater, n: 1, value: wholeUnit},
	{pattern: "the previous|preceding|prior UNIT", kind: kLater, n: -1, value: wholeUnit},
	{pattern: "the last|latest quarter|period", kind: kSame, unit: quarter, value: nearNow},
	{pattern: "that same? UNIT", kind: kSame},
	{pattern: "the same UNIT", kind: kSame},
	{pattern: "the? year -? ago|earlier", kind: kLater, unit: year, n: -1},
	{pattern: "a year - ago|earlier", kind: kLater, unit: year, n: -1},
	{pattern: "the? comparable|corresponding? year -? ago|earlier fiscal? ORD quarter|period", kind: kLater, unit: year, n: -1, value: ofQuarter},
	{pattern: "the? comparable|corresponding year -? ago|earlier quarter|period", kind: kLater, unit: year, n: -1, value: ofQuarter},
	{pattern: "the? year -? ago|earlier quarter|period", kind: kLater, unit: year, n: -1, value: ofQuarter},
	{pattern: "the quarter|period a year ago|earlier", kind: kLater, unit: year, n: -1, value: ofQuarter},
	{pattern: "the? corresponding|comparable|same quarter|period SHIFT year", kind: kLater, unit: year, n: -1, value: ofQuarter},
	{pattern: "the? corresponding|comparable|same quarter|period of? a year ago|earlier", kind: kLater, unit: year, n: -1, value: ofQuarter},
	{pattern: "SHIFT year 's quarter|period", kind: kLater, unit: year, n: -1, value: ofQuarter},
	{pattern: "the full year", kind: kSame, unit: year, value: nearNow},
	{pattern: "the? current? fiscal year", kind: kSame, unit: year, value: nearNow},
	{pattern: "the quarter", kind: kSame, unit: quarter},
	{pattern: "the week", kind: kSame, unit: week, value: nearNow},
	{pattern: "the weekend", kind: kSame, unit: weekend, value: nearNow},
	{pattern: "the month", kind: kSame, unit: month, value: nearNow},
	{pattern: "the year", kind: kSame, unit: year, value: nearNow},
	{pattern: "year 's end", kind: kOffset, unit: year},
	{pattern: "year - end YEAR?", kind: kCalendar, unit: day, n: holNewYearEve, value: isHoliday},
	{pattern: "right now", kind: kRef, value: "PRESENT_REF"},
	{pattern: "now", kind: kRef, value: "PRESENT_REF"},
	{pattern: "currently", kind: kRef, value: "PRESENT_REF"},
	{pattern: "nowadays", kind: kRef, value: "PRESENT_REF"},
	{pattern: "these days", kind: kRef, value: "PRESENT_REF"},
	{pattern: "at present", kind: kRef, value: "PRESENT_REF"},
	{pattern: "more? recently", kind: kRef, value: "PAST_REF"},
	{pattern: "future UNITS", kind: kRef, value: "FUTURE_REF"},
	{pattern: "recent UNITS and UNITS", kind: kDuration, value: unknown},
	{pattern: "recent UNITS", kind: kDuration, value: unknown},
	{pattern: "<in the past >!NUM|UNIT|UNITS|couple", kind: kRef, value: "PAST_REF"},
	{pattern: "past UNITS", kind: kRef, value: "PAST_REF"},
	{pattern: "<at the time >!of|when|to", kind: kRef, value: "PAST_REF"},
	{pattern: "several|many|some UNITS ago", kind: kRef, value: "PAST_REF"},
	{pattern: "long ago", kind: kRef, value: "PAST_REF"},
	{pattern: "the near? future", kind: kRef, value: "FUTURE_REF"},
	{pattern: "the foreseeable|immediate|distant future", kind: kRef, value: "FUTURE_REF"},
	{pattern: "the near|short term", kind: kRef, value: "FUTURE_REF"},
	{pattern: "<in future >!WORD", kind: kRef, value: "FUTURE_REF"},
	{pattern: "a later date", kind: kRef, value: "FUTURE_REF"},
	{pattern: "as soon as possible", kind: kRef, value: "FUTURE_REF"},
}

// lengthRules name durations, sets, and what looks like them.
var lengthRules = []rule{
	{pattern: "NUM UNIT|UNITS", kind: kDuration},
	{pattern: "NUM - UNIT|UNITS", kind: kDuration},
	{pattern: "NUM - UNIT - long", kind: kDuration},
	{pattern: "UNIT - long", kind: kDuration, n: 1},
	{pattern: "UNITS - long", kind: kDuration, value: unknown},
	{pattern: "NUM trading|business|working|consecutive|straight|full|more UNITS", kind: kDuration},
	{pattern: "a NUM UNITS", kind: kDuration},
	{pattern: "a|the NUM - UNIT period", kind: kDuration},
	{pattern: "a couple of? more? UNITS", kind: kDuration, n: 2},
	{pattern: "the next|past|last couple of UNITS", kind: kDuration, n: 2},
	{pattern: "a? half - UNIT", kind: kDuration, value: halfUnit},
	{pattern: "a half hour", kind: kDuration, unit: hour, value: halfUnit},
	{pattern: "half a|an UNIT", kind: kDuration, value: halfUnit},
	{pattern: "a|an UNIT and a half", kind: kDuration, n: 1, value: andHalf},
	{pattern: "a UNIT or two", kind: kDuration, value: unknown},
	{pattern: "a|an additional? UNIT >!-", kind: kDuration, n: 1},
	{pattern: "the? first|last|next|past|coming|following|previous NUM UNITS", kind: kDuration},
	{pattern: "<to|will|would|could|can|might|should <last NUM UNIT|UNITS", kind: kDuration},
	{pattern: "the NUM UNITS", kind: kDuration},
	{pattern: "the year -? earlier|ago NUM UNITS", kind: kDuration},
	{pattern: "the? coming|past UNITS", kind: kDuration, value: unknown},
	{pattern: "the UNITS ahead", kind: kDuration, value: unknown},
	{pattern: "past|last decade", kind: kDuration, unit: decade, n: 1},
	{pattern: "UNITS", kind: kDuration, value: unknown},
	{pattern: "NUM seconds", kind: kDuration},
	{pattern: "every|each other? UNIT", kind: kSet, n: 1},
	{pattern: "every NUM UNITS", kind: kSet},
	{pattern: "every|each WDAY|MONTH|SEASON", kind: kSet},
	{pattern: "<on WDAYS", kind: kSet},
	{pattern: "WDAYS", kind: kSet},
	{pattern: "hourly", kind: kSet, unit: hour, n: 1},
	{pattern: "daily", kind: kSet, unit: day, n: 1},
	{pattern: "weekly", kind: kSet, unit: week, n: 1},
	{pattern: "monthly", kind: kSet, unit: month, n: 1},
	{pattern: "quarterly", kind: kSet, unit: month, n: 3},
	{pattern: "annually|yearly", kind: kSet, unit: year, n: 1},
	{pattern: "<times a|an UNIT", kind: kSet, n: 1},
	{pattern: "<PLURAL|NUMBER a|an UNIT >!ago|earlier|later|before|after|-", kind: kSet, n: 1},
	{pattern: "once|twice a|an UNIT", kind: kSet, n: 1},
}

// holidayRules are made of the names of the holidays.
func holidayRules() []rule {
	var out []rule
	for _, h := range holidayNames {
		for _, pattern := range []string{h.name + " of|,? YEAR?", "SHIFT " + h.name} {
			out = append(out, rule{pattern: pattern, kind: kCalendar, unit: day, n: h.holiday, value: isHoliday})
		}
	}
	return out
}

// What stands as the value of a rule to tell how it is resolved.
const (
	isHoliday = "holiday"    // n is the holiday
	ofYear    = "of year"    // "last" and "next" are of the year: "March of last year"
	ofStory   = "of story"   // counted from the last day told: "the previous Friday"
	ofWeek    = "of week"    // and here of the week: "Tuesday of last week"
	ofQuarter = "quarter"    // counted from the last quarter told: "the year-ago quarter"
	nearNow   = "near now"   // the unit of the day of publication, where that is known
	wholeUnit = "whole unit" // the unit of the calendar, not as many days from the date told
	halfUnit  = "half"
	andHalf   = "and a half"
	unknown   = "vague" // nobody knows how many
)

// widening is a row of words that belong to an expression beside which they stand.
type widening struct {
	words    string
	calendar bool // they go with points of the calendar
	length   bool // they go with durations
	behind   bool // they follow it
}

// widenings are tried until none fits any more.
var widenings = []widening{
	{words: "the mid -", calendar: true}, {words: "the early", calendar: true}, {words: "the late", calendar: true},
	{words: "the mid", calendar: true}, {words: "mid -", calendar: true}, {words: "mid", calendar: true},
	{words: "the beginning of", calendar: true}, {words: "the end of", calendar: true}, {words: "the start of", calendar: true},
	{words: "the middle of", calendar: true}, {words: "the rest of", calendar: true}, {words: "the close of", calendar: true},
	{words: "earlier in", calendar: true}, {words: "later in", calendar: true}, {words: "late in", calendar: true},
	{words: "early in", calendar: true}, {words: "earlier", calendar: true}, {words: "later", calendar: true},
	{words: "early", calendar: true}, {words: "late", calendar: true},
	{words: "nearly", length: true}, {words: "almost", length: true}, {words: "at least", length: true},
	{words: "no more than", length: true}, {words: "more than", length: true}, {words: "less than", length: true},
	{words: "over", length: true}, {words: "up to", length: true},
	{words: "or so", length: true, calendar: true, behind: true}, {words: "or more", length: true, behind: true},
	{words: "or later", calendar: true, behind: true}, {words: "and beyond", calendar: true, behind: true},
}

// reading is a widening with its words read.
type reading struct {
	widening
	ids []uint16
}

// read looks up the words of the widenings.
func read(rows []widening) []reading {
	var out []reading
	for _, w := range rows {
		out = append(out, reading{w, ids(w.words)})
	}
	return out
}
