package timex

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// published is the day that most tables count from: a Wednesday.
var published = time.Date(2024, 5, 15, 0, 0, 0, 0, time.UTC)

// show writes what was found as "span=value; span=value".
func show(text string, found []Timex) string {
	var out []string
	for _, t := range found {
		out = append(out, text[t.Start:t.End]+"="+t.Value)
	}
	return strings.Join(out, "; ")
}

// row is a text and what show gives for it.
type row struct{ text, want string }

func check(t *testing.T, day time.Time, rows []row) {
	t.Helper()
	for _, r := range rows {
		if got := show(r.text, Tag(r.text, day)); got != r.want {
			t.Errorf("%s\n got %s\nwant %s", r.text, got, r.want)
		}
	}
}

func TestExplicitDatesInEveryShape(t *testing.T) {
	t.Parallel()
	check(t, time.Time{}, []row{
		{"The plan was shown on January 21, 2025, in Washington.", "January 21, 2025=2025-01-21"},
		{"The plan was shown on January 21 2025.", "January 21 2025=2025-01-21"},
		{"The plan was shown on Jan. 21, 2025.", "Jan. 21, 2025=2025-01-21"},
		{"The plan was shown on Jan 21, 2025.", "Jan 21, 2025=2025-01-21"},
		{"The plan was shown on 21 January 2025.", "21 January 2025=2025-01-21"},
		{"The plan was shown on 21st January 2025.", "21st January 2025=2025-01-21"},
		{"The plan was shown on the 21st of January, 2025.", "the 21st of January, 2025=2025-01-21"},
		{"The plan was shown on January 21st, 2025.", "January 21st, 2025=2025-01-21"},
		{"The plan was shown on 01/21/2025.", "01/21/2025=2025-01-21"},
		{"The plan was shown on 1/21/25.", "1/21/25=2025-01-21"},
		{"The plan was shown on 2025-01-21.", "2025-01-21=2025-01-21"},
		{"The plan was shown on 2025/01/21.", "2025/01/21=2025-01-21"},
		{"The plan was shown on 21.01.2025.", "21.01.2025=2025-01-21"},
		{"The plan was shown on 21/01/2025.", "21/01/2025=2025-01-21"},
		{"On Tuesday, January 21, 2025, they met.", "Tuesday, January 21, 2025=2025-01-21"},
		{"On Tues., Jan. 21, 2025, they met.", "Tues., Jan. 21, 2025=2025-01-21"},
		{"On September 3, 1987, it rained.", "September 3, 1987=1987-09-03"},
		{"On Sept. 3, 1987, it rained.", "Sept. 3, 1987=1987-09-03"},
		{"On 29 February 2024 it rained.", "29 February 2024=2024-02-29"},
		{"They met in March 2024.", "March 2024=2024-03"},
		{"They met in March, 2024.", "March, 2024=2024-03"},
		{"They met in March of 2024.", "March of 2024=2024-03"},
		{"They met in Feb. 1998.", "Feb. 1998=1998-02"},
		{"They met in early March 2024.", "early March 2024=2024-03"},
		{"They met in mid-March 2024.", "mid-March 2024=2024-03"},
		{"They met in spring 2024.", "spring 2024=2024-SP"},
		{"They met in the spring of 2024.", "the spring of 2024=2024-SP"},
		{"They met in the summer of 1969.", "the summer of 1969=1969-SU"},
		{"They met in autumn 2023.", "autumn 2023=2023-FA"},
		{"They met in the winter of 2023.", "the winter of 2023=2023-WI"},
		{"Sales fell in the second quarter of 1998.", "the second quarter of 1998=1998-Q2"},
		{"Sales fell in Q3 2024.", "Q3 2024=2024-Q3"},
		{"Sales fell in 2024 Q3.", "2024 Q3=2024-Q3"},
		{"Sales fell in Q1 of 2023, not later.", "Q1 of 2023=2023-Q1"},
		{"Sales fell in the first half of 2023.", "the first half of 2023=2023-H1"},
		{"Sales fell in H2 2023.", "H2 2023=2023-H2"},
		{"Sales fell in fiscal 2022.", "fiscal 2022=2022"},
		{"Sales fell in fiscal year 2022.", "fiscal year 2022=2022"},
		{"Sales fell in the 1990s.", "the 1990s=199"},
		{"Sales fell in the '90s.", "the '90s=199"},
		{"Sales fell in the ’90s.", "the ’90s=199"},
		{"Sales fell in the late 1980s.", "the late 1980s=198"},
		{"Sales fell in the nineties.", "the nineties=199"},
		{"It is a church of the 17th century.", "the 17th century=16"},
		{"It is the best of the 21st century.", "the 21st century=20"},
		{"He was born in nineteen ninety-seven.", "nineteen ninety-seven=1997"},
		{"Sales fell in the early eighties.", "the early eighties=198"},
		{"Sales fell in 1980s Britain.", "1980s=198"},
		{"It opens at 9am on Tuesday, 2 February 2010.", "9am on Tuesday, 2 February 2010=2010-02-02T09:00"},
		{"It opens at 10.45am on 2 February 2010.", "10.45am on 2 February 2010=2010-02-02T10:45"},
		{"It opens at 1430 GMT on 2 February 2010.", "1430 GMT on 2 February 2010=2010-02-02T14:30"},
		{"It was the end of 2012.", "the end of 2012=2012"},
		{"They wed on Christmas Day 2019.", "Christmas Day 2019=2019-12-25"},
		{"The vote fell on Election Day 2020.", "Election Day 2020=2020-11-03"},
		{"They met on Thanksgiving 2023.", "Thanksgiving 2023=2023-11-23"},
		{"They met on Easter Sunday 2024.", "Easter Sunday 2024=2024-03-31"},
		{"They met on Good Friday 2024.", "Good Friday 2024=2024-03-29"},
		{"They met on Labor Day 2024.", "Labor Day 2024=2024-09-02"},
		{"They met on Memorial Day 2024.", "Memorial Day 2024=2024-05-27"},
		{"They paused on Martin Luther King Day 2025.", "Martin Luther King Day 2025=2025-01-20"},
		{"The day is remembered as 9/11 there.", "9/11=2001-09-11"},
		{"At 2:30 p.m. on March 3, 2024, it fell.", "2:30 p.m. on March 3, 2024=2024-03-03T14:30"},
		{"On March 3, 2024 at 9 p.m. it fell.", "March 3, 2024 at 9 p.m.=2024-03-03T21:00"},
		{"On the morning call of March 3, 2024, it fell.", "March 3, 2024=2024-03-03"},
	})
}

func TestRangesAreTwoExpressions(t *testing.T) {
	t.Parallel()
	check(t, time.Time{}, []row{
		{"It ran between March and May 2024.", "March=2024-03; May 2024=2024-05"},
		{"It ran from November to February 2024.", "November=2023-11; February 2024=2024-02"},
		{"It ran from 2015 to 2018.", "2015=2015; 2018=2018"},
		{"It ran 2015-2018 at best.", "2015=2015; 2018=2018"},
		{"It ran in 2015-18 at best.", "2015=2015; 18=2018"},
		{"It ran June 3–5, 2024, in Rome.", "June 3=2024-06-03; 5, 2024=2024-06-05"},
		{"It ran between 1994 and 1997.", "1994=1994; 1997=1997"},
		{"It ran June 3-5 in 2024.", "June 3=XXXX-06-03; 5=XXXX-06-05; 2024=2024"},
	})
}

func TestYearsNeedTheContextOfAYear(t *testing.T) {
	t.Parallel()
	check(t, time.Time{}, []row{
		{"He left in 2018.", "2018=2018"},
		{"2018 was a hard year.", "2018=2018"},
		{"The 2018 deal held.", "2018=2018"},
		{"He has lived there since 1776.", "1776=1776"},
		{"Since 2019, little has changed.", "2019=2019"},
		{"The 2023 season was long.", "2023=2023"},
		{"About 2,018 people came.", ""},
		{"Some paid $2018 for it.", ""},
		{"They counted 1984 people there.", ""},
		{"He drives the 2020 Honda of his aunt.", ""},
		{"He drives a Honda 2020 to work.", ""},
		{"The Boeing 747s flew.", ""},
		{"Flight AA2018 was late.", ""},
		{"It weighs 1999kg.", ""},
		{"He flew the Boeing 2020 jet.", ""},
		{"He is in room 2010 there.", ""},
		{"Call 555-2020 then.", ""},
		{"The room held 1950 years of dust.", "1950 years=P1950Y"},
		{"It is 1984.5 metres long.", ""},
	})
}

func TestRelativeToPublication(t *testing.T) {
	t.Parallel()
	check(t, published, []row{
		{"He spoke yesterday.", "yesterday=2024-05-14"},
		{"He spoke today.", "today=2024-05-15"},
		{"He speaks tonight.", "tonight=2024-05-15TNI"},
		{"He speaks tomorrow.", "tomorrow=2024-05-16"},
		{"He spoke the day before yesterday.", "the day before yesterday=2024-05-13"},
		{"He speaks the day after tomorrow.", "the day after tomorrow=2024-05-17"},
		{"He spoke this morning.", "this morning=2024-05-15TMO"},
		{"He spoke last night.", "last night=2024-05-14TNI"},
		{"He spoke yesterday afternoon.", "yesterday afternoon=2024-05-14TAF"},
		{"He spoke this week.", "this week=2024-W20"},
		{"He spoke last week.", "last week=2024-W19"},
		{"He speaks next week.", "next week=2024-W21"},
		{"He spoke last weekend.", "last weekend=2024-W19-WE"},
		{"He spoke over the weekend.", "the weekend=2024-W19-WE"},
		{"He speaks this weekend.", "this weekend=2024-W20-WE"},
		{"He spoke last month.", "last month=2024-04"},
		{"He speaks next month.", "next month=2024-06"},
		{"He spoke earlier this year.", "earlier this year=2024"},
		{"He spoke late last year.", "late last year=2023"},
		{"He speaks next year.", "next year=2025"},
		{"He spoke last quarter.", "last quarter=2024-Q1"},
		{"He spoke two weeks ago.", "two weeks ago=2024-W18"},
		{"He spoke three days ago.", "three days ago=2024-05-12"},
		{"He spoke a month ago.", "a month ago=2024-04"},
		{"He spoke five years ago.", "five years ago=2019"},
		{"He spoke more than five years ago.", "more than five years ago=2019"},
		{"He spoke two decades ago.", "two decades ago=2004"},
		{"He spoke a century ago.", "a century ago=1924"},
		{"He spoke a couple of years ago.", "a couple of years ago=2022"},
		{"He spoke a couple days ago.", "a couple days ago=2024-05-13"},
		{"He spoke a year or so ago.", "a year or so ago=2023"},
		{"He spoke in the last year.", "the last year=2023"},
		{"He spoke over the last decade.", "the last decade=P10Y"},
		{"He spoke at the last minute.", ""},
		{"He speaks by year-end.", "year-end=2024-12-31"},
		{"He speaks two weeks from now.", "two weeks from now=2024-W22"},
		{"He speaks by the end of the year.", "the end of the year=2024"},
		{"He spoke earlier this month.", "earlier this month=2024-05"},
		{"He spoke this century.", "this century=20"},
		{"He spoke several years ago.", "several years ago=PAST_REF"},
		{"He spoke weeks ago.", "weeks ago=PAST_REF"},
	})
}

func TestWeekdaysFollowTheTenseOfTheirSentence(t *testing.T) {
	t.Parallel()
	check(t, published, []row{
		{"He resigned Tuesday.", "Tuesday=2024-05-14"},
		{"He resigned on Wednesday.", "Wednesday=2024-05-15"},
		{"He resigned on Thursday.", "Thursday=2024-05-09"},
		{"The board said Friday it was pleased.", "Friday=2024-05-10"},
		{"He will resign Tuesday.", "Tuesday=2024-05-21"},
		{"He is to resign on Thursday.", "Thursday=2024-05-16"},
		{"He is expected to resign on Thursday.", "Thursday=2024-05-16"},
		{"The vote is scheduled for Monday.", "Monday=2024-05-20"},
		{"He plans to resign Friday.", "Friday=2024-05-17"},
		{"He could be gone as early as Friday.", "Friday=2024-05-17"},
		{"He resigned last Tuesday.", "last Tuesday=2024-05-14"},
		{"He presented the plan, a line that is to cross the river, at the town hall on Tuesday.", "Tuesday=2024-05-14"},
		{"He presented a plan that will cross the river on Tuesday.", "Tuesday=2024-05-21"},
		{"By Monday evening the mayor had offered to pay.", "Monday evening=2024-05-13TEV"},
		{"The mayor must pay by Monday.", "Monday=2024-05-20"},
		{"He resigned last Wednesday.", "last Wednesday=2024-05-08"},
		{"He goes next Wednesday.", "next Wednesday=2024-05-22"},
		{"He resigned on Tuesday of last week.", "Tuesday of last week=2024-05-07"},
		{"He speaks this Friday.", "this Friday=2024-05-17"},
		{"He resigned this past Friday.", "this past Friday=2024-05-10"},
		{"They waited until Friday.", "Friday=2024-05-17"},
		{"She rules until an election in the autumn.", "the autumn=2024-FA"},
		{"The army said it rules until an election in March.", "March=2025-03"},
		{"She ruled until an election in March.", "March=2024-03"},
		{"They met ahead of the vote in November.", "November=2024-11"},
		{"Until Friday, they had waited.", "Friday=2024-05-10"},
		{"He resigned Friday night.", "Friday night=2024-05-10TNI"},
		{"Late Monday, he resigned.", "Late Monday=2024-05-13"},
		{"He resigned at 9 a.m. EST Tuesday.", "9 a.m. EST Tuesday=2024-05-14T09:00"},
		{"He resigned at noon Thursday.", "noon Thursday=2024-05-09T12:00"},
		{"He resigned Monday at 10:35 p.m. and left.", "Monday at 10:35 p.m.=2024-05-13T22:35"},
		{"Friday's vote was close.", "Friday=2024-05-10"},
		{"They met on Monday, May 13, again.", "Monday, May 13=2024-05-13"},
		{"They meet on Tuesday, May 21.", "Tuesday, May 21=2024-05-21"},
	})
}

func TestMonthsWithoutAYear(t *testing.T) {
	t.Parallel()
	check(t, published, []row{
		{"He resigned in January.", "January=2024-01"},
		{"He resigned in October.", "October=2023-10"},
		{"He resigned on Dec. 14.", "Dec. 14=2023-12-14"},
		{"He will resign in October.", "October=2024-10"},
		{"He must decide by September.", "September=2024-09"},
		{"A judge ruled on June 4.", "June 4=2023-06-04"},
		{"Sales grew in Q3.", "Q3=2023-Q3"},
		{"They sued in February, gave up in June and came back in August 2022.", "February=2022-02; June=2022-06; August 2022=2022-08"},
		{"He said in March that in October 2008 he left.", "March=2024-03; October 2008=2008-10"},
		{"He resigned last December.", "last December=2023-12"},
		{"He resigned last May.", "last May=2023-05"},
		{"He goes next March.", "next March=2025-03"},
		{"He resigned in March of last year.", "March of last year=2023-03"},
		{"He resigned last summer.", "last summer=2023-SU"},
		{"He goes this summer.", "this summer=2024-SU"},
		{"He resigned in the fall.", "the fall=2023-FA"},
		{"Profit fell in the first quarter.", "the first quarter=2024-Q1"},
		{"The first-quarter profit fell.", "first-quarter=2024-Q1"},
		{"Profit fell in the third quarter of last year.", "the third quarter of last year=2023-Q3"},
		{"Profit fell in last year's third quarter.", "last year's third quarter=2023-Q3"},
		{"He resigned at Christmas.", "Christmas=2023-12-25"},
		{"He will resign after Thanksgiving.", "Thanksgiving=2024-11-28"},
		{"He resigned on the Fourth of July.", "the Fourth of July=2023-07-04"},
	})
}

func TestCountedFromTheDayOfPublication(t *testing.T) {
	t.Parallel()
	check(t, time.Date(2023, 11, 26, 0, 0, 0, 0, time.UTC), []row{ // a Sunday
		{"It was released a year ago this month.", "a year ago this month=2022-11"},
		{"It was released two years ago this month.", "two years ago this month=2021-11"},
		{"It closed on Friday, November 17. Late on Sunday it opened.", "Friday, November 17=2023-11-17; Sunday=2023-11-19"},
		{"It closed on Sunday.", "Sunday=2023-11-26"},
	})
}

func TestCountedFromWhatWasToldBefore(t *testing.T) {
	t.Parallel()
	check(t, time.Time{}, []row{
		{"It opened on March 3, 2020. A year earlier, it was a field.", "March 3, 2020=2020-03-03; A year earlier=2019"},
		{"It opened in 2001. Two years later, it closed.", "2001=2001; Two years later=2003"},
		{"It opened on March 3, 2020. Three weeks after, it closed.", "March 3, 2020=2020-03-03; Three weeks after=2020-W13"},
		{"It opened on March 3, 2020. A week later, it closed.", "March 3, 2020=2020-03-03; A week later=2020-03-10"},
		{"It opened in March 2020. Two years later, it closed.", "March 2020=2020-03; Two years later=2022"},
		{"It opened on March 3, 2020. The next day, it closed.", "March 3, 2020=2020-03-03; The next day=2020-03-04"},
		{"It opened in March 2020. The following month it closed.", "March 2020=2020-03; The following month=2020-04"},
		{"It opened in March 2020. The following year it closed.", "March 2020=2020-03; The following year=2021"},
		{"It opened on March 3, 2020. It closed the same day.", "March 3, 2020=2020-03-03; the same day=2020-03-03"},
		{"Profit rose in the third quarter of 2020 from the year-ago quarter.", "the third quarter of 2020=2020-Q3; the year-ago quarter=2019-Q3"},
		{"Profit rose in the third quarter of 2020. For the quarter, sales fell.", "the third quarter of 2020=2020-Q3; the quarter=2020-Q3"},
		{"Profit was high in the third quarter of 2020, up from a year earlier. A year earlier it was low.", "the third quarter of 2020=2020-Q3; a year earlier=2019-Q3; A year earlier=2019-Q3"},
		{"It opened on March 3, 2020, at dawn. At 9:15 a.m., it closed.", "March 3, 2020=2020-03-03; 9:15 a.m.=2020-03-03T09:15"},
		{"It closed 90 days after the vote.", "90 days=P90D"},
	})
}

func TestWithoutPublicationTheStoryMovesForward(t *testing.T) {
	t.Parallel()
	check(t, time.Time{}, []row{
		{"He left the board in 2018. They spoke in spring 2024. He was asked in January to come.", "2018=2018; spring 2024=2024-SP; January=2025-01"},
		{"They spoke in spring 2024. He had gone in 2018. He was asked in January to come.", "spring 2024=2024-SP; 2018=2018; January=2025-01"},
		{"He left in 2018. In March he came back.", "2018=2018; March=2018-03"},
		{"He left on March 3, 2024. On March 20 he came back.", "March 3, 2024=2024-03-03; March 20=2024-03-20"},
		{"He left on March 30, 2024. On March 20 he came back.", "March 30, 2024=2024-03-30; March 20=2025-03-20"},
		{"He left in March 2024. That summer he came back, in the fall.", "March 2024=2024-03; the fall=2024-FA"},
		{"He left in January.", "January=XXXX-01"},
		{"He left on Jan. 4.", "Jan. 4=XXXX-01-04"},
		{"He left in the third quarter.", "the third quarter=XXXX-Q3"},
		{"He left in the spring.", "the spring=XXXX-SP"},
		{"He left on Wednesday.", "Wednesday=XXXX-WXX-3"},
		{"He left on Sunday.", "Sunday=XXXX-WXX-7"},
		{"He spoke on March 3, 2024. He left on Wednesday.", "March 3, 2024=2024-03-03; Wednesday=2024-03-06"},
		{"He was born on March 3, 1960. " + strings.Repeat("Much was said of him in the town. ", 12) + "He left on Wednesday.", "March 3, 1960=1960-03-03; Wednesday=XXXX-WXX-3"},
		{"He left in 2020, then on Wednesday.", "2020=2020; Wednesday=XXXX-WXX-3"},
		{"He left on Christmas.", "Christmas=XXXX-12-25"},
		{"He left yesterday, not last year.", "yesterday=PAST_REF; last year=PAST_REF"},
		{"He leaves tomorrow, or next month.", "tomorrow=FUTURE_REF; next month=FUTURE_REF"},
		{"He left at 9:30 a.m. sharp.", "9:30 a.m.=XXXX-XX-XXT09:30"},
		{"He left at the end of the year.", "the end of the year=XXXX"},
	})
}

func TestDurations(t *testing.T) {
	t.Parallel()
	check(t, published, []row{
		{"It took six months.", "six months=P6M"},
		{"It took ten days.", "ten days=P10D"},
		{"It took a two-year break.", "two-year=P2Y"},
		{"It took 24 hours.", "24 hours=PT24H"},
		{"It took 90 minutes.", "90 minutes=PT90M"},
		{"It took 30 seconds.", "30 seconds=PT30S"},
		{"It took three weeks.", "three weeks=P3W"},
		{"It took two quarters.", "two quarters=P2Q"},
		{"It took two decades.", "two decades=P20Y"},
		{"It took twenty-five years.", "twenty-five years=P25Y"},
		{"It took a hundred years.", "a hundred years=P100Y"},
		{"It took two hundred years.", "two hundred years=P200Y"},
		{"It took 2 1/2 years.", "2 1/2 years=P2Y6M"},
		{"It took two and a half years.", "two and a half years=P2Y6M"},
		{"It took an hour and a half.", "an hour and a half=PT1H30M"},
		{"It took half an hour.", "half an hour=PT30M"},
		{"It took half a year.", "half a year=P6M"},
		{"It took nearly two months.", "nearly two months=P2M"},
		{"It took more than four hours.", "more than four hours=PT4H"},
		{"It took two to three weeks.", "two to three weeks=P2W"},
		{"It took several years.", "several years=PXY"},
		{"It took a few days.", "a few days=PXD"},
		{"It took a couple of hours.", "a couple of hours=PT2H"},
		{"It took decades.", "decades=PXDE"},
		{"It took years.", "years=PXY"},
		{"It took the past three months.", "the past three months=P3M"},
		{"It takes the next few weeks.", "the next few weeks=PXW"},
		{"It took five trading days.", "five trading days=P5D"},
		{"It took the first nine months.", "the first nine months=P9M"},
		{"It took a day-long session.", "day-long=P1D"},
		{"It took a year.", "a year=P1Y"},
	})
}

func TestSets(t *testing.T) {
	t.Parallel()
	check(t, published, []row{
		{"They meet every Friday.", "every Friday=XXXX-WXX-5"},
		{"They meet on Fridays.", "Fridays=XXXX-WXX-5"},
		{"They meet each year.", "each year=P1Y"},
		{"They meet every two weeks.", "every two weeks=P2W"},
		{"They meet every March.", "every March=XXXX-03"},
		{"They meet every summer.", "every summer=XXXX-SU"},
		{"They meet daily.", "daily=P1D"},
		{"They meet weekly.", "weekly=P1W"},
		{"They meet quarterly.", "quarterly=P3M"},
		{"They meet annually.", "annually=P1Y"},
		{"They meet twice a month.", "twice a month=P1M"},
	})
}

func TestVagueReferences(t *testing.T) {
	t.Parallel()
	check(t, published, []row{
		{"He is now out.", "now=PRESENT_REF"},
		{"He is currently out.", "currently=PRESENT_REF"},
		{"He was recently out.", "recently=PAST_REF"},
		{"It grew in recent years.", "recent years=PXY"},
		{"It grew in the past.", "the past=PAST_REF"},
		{"It will grow in the future.", "the future=FUTURE_REF"},
		{"It will grow in the near future.", "the near future=FUTURE_REF"},
		{"These days it grows.", "These days=PRESENT_REF"},
	})
}

func TestWhatLooksLikeADateAndIsNone(t *testing.T) {
	t.Parallel()
	check(t, published, []row{
		{"They may go.", ""},
		{"May they go.", ""},
		{"They march on.", ""},
		{"March with us!", ""},
		{"Theresa May spoke.", ""},
		{"He was second.", ""},
		{"A second man spoke.", ""},
		{"The Sun wrote so.", ""},
		{"The Sunday Times wrote so.", ""},
		{"The 43-year-old spoke.", ""},
		{"He is 52 years old.", ""},
		{"It costs a $1 coin.", ""},
		{"About 1,984 people came.", ""},
		{"They won 21-17 there.", ""},
		{"They won 3/4 of it.", ""},
		{"Rates rose 5 3/16 points.", ""},
		{"It was a quarter of it.", ""},
		{"He watched \"60 Minutes\" there.", ""},
		{"He hosted Saturday Night Live.", ""},
		{"He is in his 30s there.", ""},
		{"She is in her late seventies.", ""},
		{"It is due to last six weeks.", "six weeks=P6W"},
		{"It is light years away.", ""},
		{"They fall and spring up.", ""},
		{"On February 30, 2024 nothing was.", ""},
		{"Version 2.5.2024.1 is out.", ""},
		{"April Smith spoke.", ""},
	})
}

func TestPlacesAreDescribedInFull(t *testing.T) {
	t.Parallel()
	day := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		text         string
		begin, until time.Time
		precision    Precision
		how          Resolution
		typ          Type
	}{
		{"on March 3, 2024", day(2024, 3, 3), day(2024, 3, 4), Day, Explicit, Date},
		{"in March 2024", day(2024, 3, 1), day(2024, 4, 1), Month, Explicit, Date},
		{"in spring 2024", day(2024, 3, 1), day(2024, 6, 1), Season, Explicit, Date},
		{"in the winter of 2023", day(2023, 12, 1), day(2024, 3, 1), Season, Explicit, Date},
		{"in Q4 2024", day(2024, 10, 1), day(2025, 1, 1), Quarter, Explicit, Date},
		{"in the second half of 2024", day(2024, 7, 1), day(2025, 1, 1), Half, Explicit, Date},
		{"in 2018", day(2018, 1, 1), day(2019, 1, 1), Year, Explicit, Date},
		{"in the 1990s", day(1990, 1, 1), day(2000, 1, 1), Decade, Explicit, Date},
		{"in the 17th century", day(1600, 1, 1), day(1700, 1, 1), Century, Explicit, Date},
		{"he left last week", day(2024, 5, 6), day(2024, 5, 13), Week, Published, Date},
		{"he left last weekend", day(2024, 5, 11), day(2024, 5, 13), Weekend, Published, Date},
		{"he left Friday night", day(2024, 5, 10), day(2024, 5, 11), PartDay, Published, Time},
		{"he left at 9 p.m. Friday", day(2024, 5, 10), day(2024, 5, 11), Hour, Published, Time},
		{"he left at 9:10 p.m. Friday", day(2024, 5, 10), day(2024, 5, 11), Minute, Published, Time},
		{"he left after six months", time.Time{}, time.Time{}, "", Unresolved, Duration},
		{"he left every Friday", time.Time{}, time.Time{}, "", Unresolved, Set},
		{"he left recently", time.Time{}, time.Time{}, "", Unresolved, Date},
	} {
		found := Tag(c.text, published)
		if len(found) != 1 {
			t.Errorf("%s: found %v", c.text, found)
			continue
		}
		g := found[0]
		if !g.Begin.Equal(c.begin) || !g.Until.Equal(c.until) || g.Precision != c.precision || g.How != c.how || g.Type != c.typ {
			t.Errorf("%s: got %+v", c.text, g)
		}
	}
}

func TestInferredMonthsSaySo(t *testing.T) {
	t.Parallel()
	found := Tag("They spoke in spring 2024. He came in January.", time.Time{})
	if len(found) != 2 || found[1].How != Inferred || found[1].Value != "2025-01" || found[0].How != Explicit {
		t.Errorf("got %+v", found)
	}
	if lone := Tag("He came in January.", time.Time{}); len(lone) != 1 || lone[0].How != Unresolved || !lone[0].Begin.IsZero() {
		t.Errorf("got %+v", lone)
	}
}

func TestParseReadsWhatAReaderTypes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ typed, want string }{
		{"2024", "2024"}, {"2024-03", "2024-03"}, {"2024-03-15", "2024-03-15"}, {"spring 2024", "2024-SP"},
		{"March 2024", "2024-03"}, {"march 2024", "2024-03"}, {"last week", "2024-W19"}, {"15 March 2024", "2024-03-15"},
		{"mar 15, 2024", "2024-03-15"}, {"Q3 2024", "2024-Q3"}, {"q3 2024", "2024-Q3"}, {"first half of 2023", "2023-H1"},
		{"yesterday", "2024-05-14"}, {"today", "2024-05-15"}, {"3/15/2024", "2024-03-15"}, {"christmas 2023", "2023-12-25"},
		{"the 1990s", "199"}, {"1776", "1776"}, {"may 2024", "2024-05"}, {"tuesday", "2024-05-14"}, {"two weeks ago", "2024-W18"},
		{" 2024 ", "2024"}, {"2010-11", "2010-11"}, {"may", "2024-05"}, {"last spring", "2023-SP"},
		{"", ""}, {"hello", ""}, {"2024 foo", ""}, {"from 2015 to 2018", ""}, {"six months", ""}, {"every friday", ""},
		{"recently", ""}, {"31 February 2024", ""}, {"99999", ""}, {strings.Repeat("2024 ", 50), ""},
	} {
		got, ok := Parse(c.typed, published)
		if ok != (c.want != "") || ok && got.Value != c.want {
			t.Errorf("%q: got %q, %v, want %q", c.typed, got.Value, ok, c.want)
		}
	}
}

func TestParseWithoutAReferenceTakesNoRelativeDates(t *testing.T) {
	t.Parallel()
	for _, typed := range []string{"last week", "yesterday", "tuesday", "march", "next year", "two years ago", "this year"} {
		if got, ok := Parse(typed, time.Time{}); ok {
			t.Errorf("%q: got %+v", typed, got)
		}
	}
}

// story is a text of some length for the benchmark.
func story(paragraphs int) string {
	var b strings.Builder
	for i := range paragraphs {
		fmt.Fprintf(&b, "The harbour board of Lindmouth said on Tuesday that it would open the new ferry line in March %d, two years later than planned. "+
			"Its chair, Ada Brook, told reporters the delay had cost the town about $%d million, or 12 percent of the budget. ", 2000+i%30, i)
		b.WriteString("\"We are now where we should have been last summer,\" she said. Critics of the line, among them fishermen and hoteliers, say that the pier may never pay for itself. " +
			"The first ships will sail from the north quay, past the old light, and call at three islands before they turn for home.\n\n")
	}
	return b.String()
}

func BenchmarkTag(b *testing.B) {
	text := story(400)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Tag(text, published)
	}
}
