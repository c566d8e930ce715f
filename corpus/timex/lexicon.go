package timex

import "strings"

// class is a set of word classes; a token may be in several.
type class uint64

const (
	cNumber    class = 1 << iota // five, 12, twenty; num is the number
	cVague                       // several, few: a number nobody knows
	cOrdinal                     // third, 21st
	cDigits                      // a whole number in digits
	cYear                        // four digits that can be a year, or two after an apostrophe
	cDecade                      // 1990s, '90s, nineties
	cMonth                       // March, Mar.
	cMonthAbbr                   // Mar without its stop
	cWeekday                     // Tuesday
	cWeekAbbr                    // Tue, Tues.
	cSeason                      // spring; num counts from winter
	cUnit                        // week
	cUnits                       // weeks
	cPart                        // morning
	cClock                       // 9:30; num is minutes
	cHalfDay                     // a.m.
	cNumeric                     // 1/21/2025, 2025-01-21; the token holds the parts
	cMaker                       // makes whose models bear years
	cFuture                      // words that put what follows after now
	cPast                        // words that put it before
	cPlural                      // a lower-case word that ends in s and its like: people
	cIn                          // words before a year or a month: in, since, until
	cMoney                       // what stands before numbers that are no years: $, room
	cZone                        // EST, GMT
	cShift                       // last, next: num is the step
	cLower                       // starts with a small letter
	cUpper                       // starts with a capital
	cWeekdays                    // Tuesdays
	cQuarterNo                   // Q3, H1
	cGrouped                     // 1,984 or 2.5
	cFigure                      // an ordinal in figures
	cShort                       // '98
)

// partNames are what TIMEX3 writes for the parts of a day.
var partNames = [...]string{"MO", "AF", "EV", "NI", "MI"}

// words are the classes of words. The number of the first word of a row is given, the
// others count on from it, except where a row holds but one word.
var words = [...]struct {
	class class
	num   int32
	words string
}{
	{cNumber, 1, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"},
	{cNumber, 20, "twenty"}, {cNumber, 30, "thirty"}, {cNumber, 40, "forty"}, {cNumber, 50, "fifty"},
	{cNumber, 60, "sixty"}, {cNumber, 70, "seventy"}, {cNumber, 80, "eighty"}, {cNumber, 90, "ninety"},
	{cNumber, 100, "hundred"}, {cNumber, 1000, "thousand"}, {cNumber, 1000000, "million"},
	{cOrdinal, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"},
	{cOrdinal, 30, "thirtieth"},
	{cOrdinal, 0, "final"},
	{cVague, 0, "several"}, {cVague, 0, "few"}, {cVague, 0, "many"}, {cVague, 0, "some"},
	{cDecade, 1920, "twenties"}, {cDecade, 1930, "thirties"}, {cDecade, 1940, "forties"}, {cDecade, 1950, "fifties"},
	{cDecade, 1960, "sixties"}, {cDecade, 1970, "seventies"}, {cDecade, 1980, "eighties"}, {cDecade, 1990, "nineties"},
	{cMonth, 1, "january february march april may june july august september october november december"},
	{cMonthAbbr, 1, "jan feb mar apr"}, {cMonthAbbr, 6, "jun jul aug sep oct nov dec"}, {cMonthAbbr, 9, "sept"},
	{cWeekday, 0, "sunday monday tuesday wednesday thursday friday saturday"},
	{cWeekdays, 0, "sundays mondays tuesdays wednesdays thursdays fridays saturdays"},
	{cWeekAbbr, 0, "sun mon tue wed thu fri sat"}, {cWeekAbbr, 2, "tues"}, {cWeekAbbr, 4, "thur"}, {cWeekAbbr, 4, "thurs"},
	{cSeason, 0, "winter spring summer fall"}, {cSeason, 3, "autumn"},
	{cUnit, int32(second), "second minute hour day week weekend month"},
	{cUnit, int32(quarter), "quarter"}, {cUnit, int32(year), "year decade century"},
	{cUnit, int32(day), "night"},
	{cUnits, int32(second), "seconds minutes hours days weeks weekends months"},
	{cUnits, int32(quarter), "quarters"}, {cUnits, int32(year), "years decades centuries"},
	{cUnits, int32(day), "nights"},
	{cPart, 0, "morning afternoon evening night midday"}, {cPart, 0, "mornings afternoons evenings nights"},
	{cHalfDay, 0, "am pm"}, {cHalfDay, 0, "a.m. p.m."},
	{cZone, 0, "est edt et pst pdt pt cst cdt ct mst mdt mt gmt utc bst cet cest ist jst"},
	{cShift, -1, "last"}, {cShift, 1, "next"}, {cShift, -1, "past"}, {cShift, -1, "previous"}, {cShift, 1, "coming"},
	{cShift, 0, "this"},
	{cMaker, 0, "honda toyota ford chevrolet chevy bmw mercedes audi nissan tesla volvo porsche mazda subaru hyundai kia jeep dodge lexus cadillac buick chrysler volkswagen jaguar ferrari corvette mustang camry civic accord"},
	{cMoney, 0, "room page pages flight route highway section chapter channel model version lot"},
	{cIn, 0, "in on since until till by from to between during after before through throughout of for early late mid circa around about"},
	{cMoney, 0, "$ £ € ¥ # us$ c$ a$"},
	{cPlural, 0, "people men women children percent"},
}

// holidayNames are the names of holidays as patterns.
var holidayNames = []struct {
	name    string
	holiday int
}{
	{"christmas", holChristmas},
	{"christmas day", holChristmas},
	{"christmas eve", holChristmasEve},
	{"xmas", holChristmas},
	{"new year 's day", holNewYear},
	{"new year 's", holNewYear},
	{"new year 's eve", holNewYearEve},
	{"valentine 's day", holValentine},
	{"st . patrick 's day", holPatrick},
	{"halloween", holHalloween},
	{"juneteenth", holJuneteenth},
	{"independence day", holIndependence},
	{"the? fourth of july", holIndependence},
	{"veterans '? day", holVeterans},
	{"thanksgiving day?", holThanksgiving},
	{"labor day", holLabor},
	{"memorial day", holMemorial},
	{"martin luther king day", holKing},
	{"martin luther king jr . day", holKing},
	{"presidents '? day", holPresidents},
	{"columbus day", holColumbus},
	{"mother 's day", holMothers},
	{"father 's day", holFathers},
	{"election day", holElection}, {"black friday", holBlackFriday}, {"cyber monday", holCyberMonday},
	{"easter sunday?", holEaster},
	{"good friday", holGoodFriday},
	{"ash wednesday", holAshWednesday},
}

// entry is what is known of a word: its classes, a number for each kind of class, and
// the id by which patterns name it (0 when none does).
type entry struct {
	class class
	num   int32
	unit  unit // for the classes of units
	part  int8 // for parts of the day
	id    uint16
}

// buildLexicon puts the tables and the words that the patterns name into one map.
func buildLexicon(literals []string) map[string]entry {
	m := make(map[string]entry)
	for _, row := range words {
		for i, w := range strings.Fields(row.words) {
			e := m[w]
			e.class |= row.class
			switch {
			case row.class&(cUnit|cUnits) != 0:
				e.unit = unit(row.num) + unit(i)
			case row.class == cPart:
				e.part = int8(i)
			default:
				e.num = row.num + int32(i)
			}
			m[w] = e
		}
	}
	for i, w := range literals {
		e := m[w]
		e.id = uint16(i + 1)
		m[w] = e
	}
	tenseWords(m)
	return m
}
