package bot

import (
	"slices"

	"storybot/corpus"
	"storybot/corpus/timex"
	"storybot/index"
)

// nearest returns the largest sum, over the sentence's answer candidates, of the idf of
// the terms around it, each less the farther it is: half at reach.
func (q *question) nearest(s sentence, places [][]int, reach float64, c *ranked) float64 {
	best, several := 0.0, q.people(s)
	for _, at := range q.candidates(s, places) {
		if q.kind == aReason && reach == pairReach && slices.Contains(weakCauses, s.tokens[at].Word) && s.tokens[at].Start >= s.reading.Sentences[s.at].End {
			continue
		}
		when := q.dateAt(s, at)
		if sum := q.around(s, places, at, when, reach) * q.sureness(s, places, at, when, several); sum > best {
			best, c.answer = sum, at
		}
	}
	return best
}

// around returns the idf of the terms around the candidate of token at, each less the farther
// it is; of a date, from its nearer end.
func (q *question) around(s sentence, places [][]int, at int, when *timex.Timex, reach float64) float64 {
	to := at
	for when != nil && to+1 < len(s.tokens) && s.tokens[to+1].Start < when.End {
		to++
	}
	sum := 0.0
	for i, t := range q.terms {
		if len(places[i]) == 0 {
			continue
		}
		distance := len(s.tokens)
		for _, p := range places[i] {
			distance = min(distance, max(p-to, at-p, 0))
		}
		sum += t.idf / (1 + float64(distance)/reach)
	}
	return sum
}

// sureness returns what a candidate counts as the answer by its own words: a date by how well it
// tells the day, a cause by how surely it is one. several is how many people are named, where
// those are asked for.
func (q *question) sureness(s sentence, places [][]int, at int, when *timex.Timex, several int) float64 {
	switch {
	case q.kind == aDate:
		return q.tells(s, places, when)
	case q.kind == aReason && slices.Contains(weakCauses, s.tokens[at].Word):
		return weakCause
	case q.kind == aReason && slices.Contains(strongCauses, s.tokens[at].Word):
		return strongCause
	case several > 1:
		return 1 + anotherName*float64(min(several, mostPeople)-1)
	case q.kind == aPerson && isPlace(s, at):
		return placeActs
	case q.kind == aNumber && q.countsIt(places, at):
		return countOfIt
	}
	return 1
}

// isPlace says whether a token stands in the name of a place.
func isPlace(s sentence, at int) bool {
	m, ok := mentionOver(s, corpus.Span{Start: s.tokens[at].Start, End: s.tokens[at].End})
	return ok && m.Kind == corpus.Place
}

// people returns how many people a sentence names beside the question's names, where it asks
// who is among several: "who is on the board", "who were the founders".
func (q *question) people(s sentence) int {
	if !q.several {
		return 0
	}
	others := map[string]bool{}
	for _, m := range mentionsIn(s) {
		if m.Kind == corpus.Person && q.termsOf(m.Name) == 0 {
			others[m.Name] = true
		}
	}
	return len(others)
}

// amongSeveral says whether a question asks who is among several.
func amongSeveral(tokens []index.Token) bool {
	for i := 1; i < len(tokens); i++ {
		if be := tokens[i].Word; tokens[i-1].Word == "who" && isBe(be) {
			return be == "are" || be == "were" || i+1 < len(tokens) && slices.Contains([]string{"on", "in", "at", "among"}, tokens[i+1].Word)
		}
	}
	return false
}

// findCounted notes the terms that "how many" counts.
func (q *question) findCounted() {
	q.counted = 0
	at := slices.IndexFunc(q.tokens, func(t index.Token) bool { return t.Word == "many" })
	for i := at + 1; at >= 0 && i < len(q.tokens) && q.tokens[i].Stem != ""; i++ {
		if n, ok := q.index[q.tokens[i].Stem]; ok {
			q.counted |= 1 << n
		}
	}
}

// countsIt says whether what the question counts stands right behind the number of token at.
func (q *question) countsIt(places [][]int, at int) bool {
	for i, of := range places {
		if q.counted>>i&1 == 1 && slices.ContainsFunc(of, func(p int) bool { return p > at && p-at <= countedWithin }) {
			return true
		}
	}
	return false
}

// countsPeople says whether people are counted, which a sentence may leave unsaid: "116 died".
func (q *question) countsPeople() bool {
	at, ok := q.index["people"]
	return ok && q.counted>>at&1 == 1
}

// dateAt returns the date that holds a token, where the question asks when; nil otherwise.
func (q *question) dateAt(s sentence, at int) *timex.Timex {
	if q.kind != aDate {
		return nil
	}
	for i := range s.reading.Dates {
		if d := &s.reading.Dates[i]; d.Start <= s.tokens[at].Start && s.tokens[at].Start < d.End {
			return d
		}
	}
	return nil
}

// tells returns what a date counts as the answer to when something was: less where it has to
// be counted from another one, where it only says the month or less, and where it stands
// apart from what is asked about, as in "in May, after the bridge had closed".
func (q *question) tells(s sentence, places [][]int, when *timex.Timex) float64 {
	if when == nil {
		return relativeDate
	}
	counts := 1.0
	if when.How != timex.Explicit {
		counts = relativeDate
	} else if !slices.Contains(dayPrecisions, when.Precision) {
		counts = roughDate
	}
	if v := q.roles.verb; v >= 0 && len(places[v]) > 0 && otherClause(s, when, places[v]) {
		counts *= otherDate
	}
	return counts
}

// dayPrecisions are of dates that say the day.
var dayPrecisions = []timex.Precision{timex.Minute, timex.Hour, timex.PartDay, timex.Day}

// otherClause says whether a word that opens a clause of another time stands between a date and
// all of the places.
func otherClause(s sentence, when *timex.Timex, places []int) bool {
	for _, p := range places {
		if !slices.ContainsFunc(s.tokens[:p], func(t index.Token) bool {
			return t.Start >= when.End && slices.Contains([]string{"after", "before", "since", "until"}, t.Word)
		}) {
			return false
		}
	}
	return true
}
