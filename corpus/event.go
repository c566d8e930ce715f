package corpus

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"storybot/corpus/timex"
)

// Event says that a sentence tells of something that happened at a time.
type Event struct {
	Sentence int     // number in Reading.Sentences
	Date     int     // number in Reading.Dates; -1: the article's day of publication
	Main     float64 // how likely the date is that of what the sentence mainly tells, up to 1
}

// What the words before a date leave of its rating. They were chosen on five topics of
// Timeline17 (Tran et al. 2013), where the dates that remain at 1 are those that
// journalists put into their timelines most often.
const (
	saidMain     = 0.8 // "said on Monday": the day of the saying
	boundMain    = 0.7 // "since 2015": one end of a time
	relativeMain = 0.4 // "the company, which he bought in 2022": told by the way
	whenMain     = 0.7 // "it paid off when he was invited in January"
	purposeMain  = 0.5 // "$1 million for the inauguration on January 20": the day of another event
	futureMain   = 0.6 // after publication: expected, not reported
)

var (
	sayingWords      = []string{"said", "says", "told", "added", "wrote", "tweeted", "stated", "commented", "reported"}
	boundWords       = []string{"since", "until", "before", "by", "through", "till"}
	relativeWords    = []string{"which", "who", "that", "whose", "where", "whom"}
	occasionWords    = []string{"inauguration", "election", "hearing", "trial", "ceremony", "anniversary", "vote", "summit", "conference", "meeting", "deadline", "opening", "launch", "death"}
	pointingWords    = []string{"in", "on", "at", "of", "for", "by", "with", "from", "to", "after", "before", "since", "until", "like", "than", "about", "during"}
	thatTimes        = []string{"that evening", "that day", "that night", "that morning", "that afternoon", "that week", "that month", "that year"}
	attributiveWords = []string{"the", "a", "an", "his", "her", "its", "their", "s"}
	purposeWords     = []string{"for", "before", "until", "after", "ahead", "since", "following"}
)

const (
	leadSentences = 5 // that may report the news of the day
	headSentences = 3 // that name the day of the news, where it is not that of publication
	lateDays      = 3 // between the news and its publication
)

// Events dates the sentences of one article: by each calendar date that stands in them, at
// its head by the stamp of a page right before a sentence, and the undated ones of the lead by
// the day of publication, unless the lead itself
// tells of another day shortly before.
func Events(text string, published time.Time, sentences []Span, dates []timex.Timex) []Event {
	var events []Event
	lately := tellsOfLately(published, sentences, dates)
	next := 0
	for n, s := range sentences {
		first, stamp := len(events), -1
		for ; next < len(dates) && dates[next].Start < s.End; next++ {
			d := dates[next]
			if !OnCalendar(d) {
				continue
			}
			if d.Start < s.Start {
				if n < headSentences && d.Precision == timex.Day {
					stamp = next
				}
				continue
			}
			e := Event{Sentence: n, Date: next, Main: dateRating(text[s.Start:d.Start])}
			if d.Until.Sub(d.Begin) > 7*24*time.Hour && attributive(text[s.Start:d.Start], text[min(d.End, s.End):s.End]) {
				e.Main *= relativeMain
			}
			if !published.IsZero() && d.Begin.After(published) {
				e.Main *= futureMain
			}
			events = appendEvent(events, first, e, text, dates)
		}
		if len(events) == first && stamp >= 0 {
			events = append(events, Event{Sentence: n, Date: stamp, Main: 1})
		}
		if len(events) == first && n < leadSentences && !lately && !published.IsZero() && !tellsOfThatTime(text[s.Start:s.End]) {
			events = append(events, Event{Sentence: n, Date: -1, Main: 1})
		}
	}
	return events
}

// appendEvent adds an event of the sentence whose events start at first. Of two dates
// that stand side by side for one time, the one that says more stays.
func appendEvent(events []Event, first int, e Event, text string, dates []timex.Timex) []Event {
	if k := len(events) - 1; k >= first && sideBySide(text, dates[events[k].Date], dates[e.Date]) {
		switch last, d := dates[events[k].Date], dates[e.Date]; {
		case narrower(d, last):
			events[k].Date = e.Date
			return events
		case narrower(last, d):
			return events
		}
	}
	return append(events, e)
}

// sideBySide says whether only a comma, with or without a preposition, parts two dates,
// as in "four months later, on July 22, 2019": then they tell one time.
func sideBySide(text string, a, b timex.Timex) bool {
	if b.Start < a.End {
		return false
	}
	preposition, ok := strings.CutPrefix(text[a.End:b.Start], ", ")
	return ok && slices.Contains([]string{"", "on ", "in "}, preposition)
}

// narrower says whether one period lies within another that is longer.
func narrower(a, b timex.Timex) bool {
	return !a.Begin.Before(b.Begin) && !a.Until.After(b.Until) && a.Until.Sub(a.Begin) < b.Until.Sub(b.Begin)
}

// OnCalendar says whether a time expression places an event on the calendar.
func OnCalendar(t timex.Timex) bool {
	return !t.Begin.IsZero() && (t.Type == timex.Date || t.Type == timex.Time)
}

// tellsOfLately says whether the first sentences date something to a day shortly before
// publication: then that is the day of the news.
func tellsOfLately(published time.Time, sentences []Span, dates []timex.Timex) bool {
	if len(sentences) == 0 || published.IsZero() {
		return false
	}
	head := sentences[min(headSentences, len(sentences))-1].End
	return slices.ContainsFunc(dates, func(t timex.Timex) bool {
		return t.Start < head && OnCalendar(t) && t.Until.Sub(t.Begin) <= 24*time.Hour &&
			t.Begin.Before(published) && !t.Begin.Before(published.AddDate(0, 0, -lateDays))
	})
}

// How many words before a date a word may stand that the date belongs to.
const (
	saidReach     = 4
	occasionReach = 3
	purposeReach  = 9
)

// dateRating rates a date by the words of its sentence before it.
func dateRating(before string) float64 {
	var said, bound, relative, when, occasion, purpose bool
	segment := true // no comma stands between here and the date
	for n := 1; ; n++ {
		word, between, rest := cutLastWord(before)
		segment = segment && !strings.ContainsAny(between, ",;()–—")
		if word == "" || !segment && n > saidReach {
			break
		}
		said = said || n <= saidReach && slices.Contains(sayingWords, word)
		bound = bound || n == 1 && slices.Contains(boundWords, word)
		relative = relative || segment && rest != "" && slices.Contains(relativeWords, word) && !(word == "that" && pointed(rest))
		when = when || segment && rest != "" && word == "when"
		occasion = occasion || n <= occasionReach && slices.Contains(occasionWords, word)
		purpose = purpose || occasion && n <= purposeReach && slices.Contains(purposeWords, word)
		before = rest
	}
	rating := 1.0
	for _, is := range []struct {
		so   bool
		left float64
	}{{said, saidMain}, {bound, boundMain}, {relative, relativeMain}, {when, whenMain}, {purpose, purposeMain}} {
		if is.so {
			rating *= is.left
		}
	}
	return rating
}

// tellsOfThatTime says whether a sentence places itself at a time told before: "that
// evening".
func tellsOfThatTime(s string) bool {
	low := strings.ToLower(s)
	return slices.ContainsFunc(thatTimes, func(t string) bool { return strings.Contains(low, t) })
}

// attributive says whether a date stands before the noun that it belongs to: "Bell's June
// 2009 death", "the 2010 flood".
func attributive(before, after string) bool {
	word, behind, _ := cutLastWord(before)
	first := strings.TrimPrefix(after, " ")
	r, _ := utf8.DecodeRuneInString(first)
	return behind == " " && len(first) < len(after) && unicode.IsLower(r) && slices.Contains(attributiveWords, word)
}

// pointed says whether "that" points to a noun behind these words, "dropped that case",
// and opens no relative clause.
func pointed(before string) bool {
	word, _, _ := cutLastWord(before)
	return strings.HasSuffix(word, "ed") || slices.Contains(pointingWords, word)
}

// cutLastWord returns the last word of a text in lower case, what stands behind it, and
// the text before it; no word where there is none.
func cutLastWord(s string) (word, behind, before string) {
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	end := strings.LastIndexFunc(s, letter)
	if end < 0 {
		return "", s, ""
	}
	_, size := utf8.DecodeRuneInString(s[end:])
	end += size
	start := strings.LastIndexFunc(s[:end], func(r rune) bool { return !letter(r) })
	if start >= 0 {
		_, size = utf8.DecodeRuneInString(s[start:])
		start += size
	} else {
		start = 0
	}
	return strings.ToLower(s[start:end]), s[end:], s[:start]
}
