package bot

import (
	"math"
	"slices"

	"storybot/index"
)

// causes returns the words that tie what is asked about to its cause: "because" after
// it, "led to" before it.
func (q *question) causes(s sentence, places [][]int) []int {
	first, last := q.eventAt(places)
	at := listed(s, causeNouns)
	for i, t := range s.tokens {
		opens := i < 2
		if t.Word == "to" && !(closeBehind(places, i) && purpose(s.tokens, i)) || i+1 == len(s.tokens) || q.repeats(s.tokens, i) || q.parted(s, places, i) || q.event(t) {
			continue
		}
		if slices.Contains(effectFirst, t.Word) && (opens || first < i) || slices.Contains(causeFirst, t.Word) && i < last {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	return at
}

// event says whether a word is what is asked about: "led" in "why did it lead the round".
func (q *question) event(t index.Token) bool {
	_, own := q.index[t.Stem]
	return own && t.Stem != ""
}

// purpose says whether the "to" at token i may begin a purpose: what comes next could be
// a verb.
func purpose(tokens []index.Token, i int) bool {
	return i+1 < len(tokens) && tokens[i+1].Stem != "" && !tokens[i+1].Capital && !isNumber(tokens[i+1].Word)
}

// repeats says whether the question has the same word before one of the next words, as
// "as" in "why did it give up its seat as an observer".
func (q *question) repeats(tokens []index.Token, i int) bool {
	for k, t := range q.tokens {
		if t.Word != tokens[i].Word {
			continue
		}
		for _, after := range q.tokens[k+1 : min(k+3, len(q.tokens))] {
			if after.Stem != "" && slices.ContainsFunc(tokens[i+1:min(i+3, len(tokens))], func(n index.Token) bool { return n.Stem == after.Stem }) {
				return true
			}
		}
	}
	return false
}

// parted says whether another statement begins between what is asked about and the cause
// behind it: "left the board and is suing because" gives no cause of leaving.
func (q *question) parted(s sentence, places [][]int, cause int) bool {
	event := -1
	for i, at := range places {
		for _, p := range at {
			if p < cause && !q.terms[i].capital {
				event = max(event, p)
			}
		}
	}
	for i := event + 1; event >= 0 && i < cause; i++ {
		if slices.Contains(parting, s.tokens[i].Word) && (isBe(s.tokens[i+1].Word) || slices.Contains(helpers, s.tokens[i+1].Word)) {
			return true
		}
	}
	return false
}

// parting are words that begin another statement where a form of "be" or "have" follows.
var parting = []string{"and", "but", "while", "now"}

// closeBehind says whether token i stands within five words behind a term: the "to" of a
// purpose does.
func closeBehind(places [][]int, i int) bool {
	return slices.ContainsFunc(places, func(at []int) bool {
		return slices.ContainsFunc(at, func(p int) bool { return p < i && i-p <= 5 })
	})
}

// eventAt returns the first and the last token of what is asked about, names aside:
// names stand on both sides of a cause.
func (q *question) eventAt(places [][]int) (first, last int) {
	first, last = math.MaxInt, -1
	for i, p := range places {
		if len(p) > 0 && !q.terms[i].capital {
			first, last = min(first, p[0]), max(last, p[len(p)-1])
		}
	}
	if last < 0 {
		return -1, math.MaxInt
	}
	return first, last
}

var (
	// effectFirst are said after what happened and before its cause.
	effectFirst = []string{"because", "due", "after", "over", "since", "owing", "thanks", "citing", "cited", "amid", "following", "blamed", "blaming", "attributed", "stemmed", "stems",
		"saying", "accusing", "accused", "arguing", "alleging", "unless", "as", "to"}
	// causeFirst are said after a cause and before what came of it.
	causeFirst = []string{"led", "lead", "leads", "leading", "caused", "causing", "prompted", "prompting", "sparked", "sparking", "resulted", "resulting", "so", "therefore"}
	// weakCauses stand before other things as often as before a cause.
	weakCauses = []string{"to", "as", "after", "since", "so", "following", "saying", "lead", "leading", "led"}
	// strongCauses stand before nothing else.
	strongCauses = []string{"because", "reason", "reasons", "owing", "motive"}
	causeNouns   = []string{"reason", "reasons", "cause", "result", "disagreement", "dispute", "motive", "protest"}
	rateWords    = []string{"every", "annual", "annually", "daily", "weekly", "monthly", "yearly", "quarterly", "once", "twice", "times", "per", "each"}
	times        = []string{"year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "hr", "hrs", "minute", "minutes", "min", "mins", "second", "seconds",
		"decade", "decades", "century", "centuries"}
	lengths = []string{"mile", "miles", "km", "kilometer", "kilometers", "kilometre", "kilometres", "meter", "meters", "metre", "metres", "foot", "feet", "ft",
		"inch", "inches", "yard", "yards", "stories", "storeys"}
	sizes = slices.Concat(lengths, []string{"acres", "acre", "hectares", "square", "gigawatts", "gigawatt", "megawatts", "people", "employees", "percent"})
	units = slices.Concat(times, sizes, []string{"old", "mph", "pounds", "tons", "tonnes", "kg"})
	// measures are the units that answer "how long", "how tall" and their like.
	measures = map[string][]string{
		"long": slices.Concat(times, lengths), "old": {"old"}, "age": {"old"}, "far": slices.Concat(lengths, []string{"percent", "pct"}), "tall": lengths,
		"high": slices.Concat(lengths, []string{"percent"}), "deep": lengths, "wide": lengths, "big": sizes, "large": sizes,
		"fast":  slices.Concat(times, []string{"mph", "miles", "km", "kilometers", "knots", "percent"}),
		"heavy": {"pounds", "tons", "tonnes", "kg", "kilograms", "ounces", "grams"}, "weight": {"pounds", "tons", "tonnes", "kg", "kilograms", "ounces", "grams"},
		"height": lengths, "length": slices.Concat(times, lengths), "depth": lengths, "width": lengths, "distance": lengths, "size": sizes,
		"much":  {"percent", "pct", "stake", "share"},
		"speed": {"mph", "miles", "km", "kilometers", "knots"}, "temperature": {"degrees", "celsius", "fahrenheit"},
	}
	currencies  = []string{"dollars", "dollar", "dlrs", "dlr", "stg", "euros", "euro", "pounds", "yen", "cents", "cent", "francs", "marks", "rubles", "yuan"}
	moneyWords  = append([]string{"pct", "percent", "shares"}, currencies...)
	numberWords = map[string]struct{}{"one": {}, "two": {}, "three": {}, "four": {}, "five": {}, "six": {}, "seven": {}, "eight": {}, "nine": {}, "ten": {},
		"eleven": {}, "twelve": {}, "fifteen": {}, "twenty": {}, "thirty": {}, "forty": {}, "fifty": {}, "sixty": {}, "hundred": {}, "hundreds": {},
		"thousand": {}, "thousands": {}, "million": {}, "millions": {}, "billion": {}, "dozen": {}, "dozens": {}, "half": {}}
)
