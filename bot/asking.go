package bot

import (
	"slices"
	"strings"

	"storybot/index"
)

// whetherWords open a question that is answered by yes or no.
var whetherWords = []string{"did", "does", "do", "is", "are", "was", "were", "has", "have", "had", "can", "could", "will", "would", "should"}

// askingWords open a question without being part of what is asked.
var askingWords = []string{"name", "please", "know", "kind", "type", "many", "long", "old", "often", "far", "fast", "big", "tall", "year", "happened", "reason", "reasons", "based", "located", "list", "role"}

// asksOnly says whether token i belongs to the words that ask: "many" behind "how", whatever
// measure is asked for there, as in "how large", and "money" behind "how much".
func asksOnly(tokens []index.Token, i int) bool {
	if i > 0 && tokens[i-1].Word == "how" {
		if _, ok := measures[tokens[i].Word]; ok {
			return true
		}
	}
	if tokens[i].Word == "money" && i > 1 && tokens[i-1].Word == "much" {
		return true
	}
	return slices.Contains(askingWords, tokens[i].Word) && i < 4
}

// kindOf tells from the first words of a question what it asks for.
func (q *question) kindOf(tokens []index.Token) kind {
	for i, t := range tokens {
		next := func(n int) string {
			if i+n < len(tokens) {
				return tokens[i+n].Word
			}
			return ""
		}
		switch t.Word {
		case "who", "whom", "whose":
			return q.whoKind(tokens[i+1:])
		case "where":
			return aPlace
		case "when":
			return aDate
		case "why":
			return aReason
		case "how":
			return howKind(next(1), next(2))
		case "what", "which":
			if asksWords(tokens[i+1:]) {
				return aSaying
			}
			if last := len(tokens) - 1; next(1) == "does" && slices.Contains(doesWhat, tokens[last].Word) && last > i+2 && allNames(tokens[i+2:last]) {
				return aDefinition
			}
			return whatKind(next(1), next(2), tokens[i+1:])
		}
	}
	return anything
}

// states says whether words ask nothing, and so want to know what is said of what they
// state or name: no helping verb opens them, and a word that asks stands only within them,
// as in "a man who sold bridges". With a question mark behind, a word that asks does so
// anywhere, and so does a helping verb behind a comma: "after the fire, did it close?"
func states(text string, tokens []index.Token) bool {
	marked := strings.HasSuffix(strings.TrimRight(text, " \"'”’).!"), "?")
	for i, t := range tokens {
		switch helps := slices.Contains(whetherWords, t.Word); {
		case helps && (i == 0 || marked && strings.Contains(text[tokens[i-1].End:t.Start], ",")):
			return false
		case !asks(t.Word) && t.Word != "how":
		case marked || i < 2 || i < askedWithin && i+1 < len(tokens) && slices.Contains(whetherWords, tokens[i+1].Word):
			return false
		}
	}
	return true
}

// askedWithin is how many words may stand before the one that asks: "elon musk why did he
// leave".
const askedWithin = 6

// doesWhat end questions of what something is: "what does DNA stand for".
var doesWhat = []string{"do", "mean", "for"}

// whoKind tells what is asked for by the words behind "who".
func (q *question) whoKind(tokens []index.Token) kind {
	if len(tokens) > 1 && slices.Contains(helpers, tokens[0].Word) && slices.Contains([]string{"be", "been"}, tokens[1].Word) {
		tokens = tokens[1:]
	} else if len(tokens) > 1 && slices.Contains(leadingVerbs, tokens[0].Word) && allNames(tokens[1:]) {
		return aHolder // "who runs Quanta"
	} else if len(tokens) == 0 || !isBe(tokens[0].Word) {
		return aPerson
	}
	switch {
	case q.post(tokens[1:]):
		return aHolder
	case allNames(tokens[1:]) && !isDeed(tokens[1:]):
		return aDefinition
	}
	return aPerson
}

// isDeed says whether the words behind "who is" tell of a deed and not of a name: "suing
// Quanta".
func isDeed(tokens []index.Token) bool {
	first := tokens[0].Word
	return len(tokens) > 1 && !tokens[0].Capital && len(first) > 4 && (strings.HasSuffix(first, "ing") || strings.HasSuffix(first, "ed"))
}

// post says whether the words behind "who is" name a post and its house: they have the
// noun of one, or are "the lawyer of X" or "X's lawyer".
func (q *question) post(tokens []index.Token) bool {
	if slices.ContainsFunc(tokens, func(t index.Token) bool { return isPost(t.Word) }) {
		return true
	}
	if len(tokens) < 2 || len(tokens) > 8 || strings.HasSuffix(tokens[0].Word, "ing") || strings.HasSuffix(tokens[0].Word, "ed") {
		return false
	}
	for i, t := range tokens {
		if t.Word == "of" && i > 1 && tokens[0].Word == "the" || i+1 < len(tokens) && possessive(q.text[t.End:]) {
			return true
		}
	}
	return false
}

// possessive says whether the text begins with the ending of a possessive.
func possessive(text string) bool {
	return strings.HasPrefix(text, "'s ") || strings.HasPrefix(text, "’s ")
}

func isBe(w string) bool { return slices.Contains([]string{"is", "are", "was", "were"}, w) }

// allNames says whether the words could be one name: few, and no verb or preposition
// between them.
func allNames(tokens []index.Token) bool {
	for _, t := range tokens {
		if t.Stem == "" && !slices.Contains([]string{"the", "of", "for", "and"}, t.Word) || isPost(t.Word) {
			return false
		}
	}
	return len(tokens) > 0 && len(tokens) <= 4
}

// unitsOf returns the units of the measure that the words after "how" ask for; all units
// where none of them says which.
func unitsOf(tokens []index.Token) []string {
	for _, t := range tokens {
		if u, ok := measures[t.Word]; ok {
			return u
		}
	}
	return units
}

// sumsOf returns the words that follow the number of an amount: only those of money where
// "how much money" or "what price" asks for that, and else those of shares too.
func sumsOf(tokens []index.Token) []string {
	for i, t := range tokens[1:] {
		if slices.Contains(asksMoney, t.Word) && slices.Contains(beforeMoney, tokens[i].Word) {
			return currencies
		}
	}
	return moneyWords
}

// asksMoney ask for an amount of money behind one of the words of beforeMoney.
var (
	asksMoney   = []string{"money", "price", "salary", "sum"}
	beforeMoney = []string{"what", "which", "much"}
)

func howKind(next, second string) kind {
	if next == "much" && second == "of" {
		return aMeasure // a share
	}
	switch next {
	case "many":
		return aNumber
	case "much":
		return anAmount
	case "often", "frequently":
		return aRate
	}
	if _, ok := measures[next]; ok {
		return aMeasure
	}
	return anything
}

func whatKind(next, second string, rest []index.Token) kind {
	if slices.Contains(causingVerbs, next) || next == "led" && second == "to" {
		return aReason
	}
	if k, ok := askedNoun(next); ok && k != aHolder { // "what capital did it raise" asks for no capital
		return k
	}
	if isBe(next) {
		if k, ok := askedNoun(second); ok && second != "name" {
			return k
		}
		for i, t := range rest {
			if i > 4 {
				break
			}
			if k, ok := askedNoun(t.Word); ok {
				return k
			}
		}
		if allNames(rest[1:]) || slices.Contains(anyOne, second) && allNames(rest[2:]) {
			return aDefinition
		}
	}
	return anything
}

// anyOne stand before a thing of which there are many.
var anyOne = []string{"a", "an"}

// askedNoun returns what a noun behind "what" or "which" asks for, of one thing or of several.
func askedNoun(word string) (kind, bool) {
	for _, one := range [...]string{word, strings.TrimSuffix(word, "s"), strings.TrimSuffix(word, "ies") + "y"} {
		if k, ok := askedNouns[one]; ok {
			return k, true
		}
	}
	return anything, false
}

// isPost says whether a word is the noun of a post, of one holder or of several.
func isPost(word string) bool {
	k, ok := askedNoun(word)
	return ok && k == aPerson
}

// sayingVerbs ask for somebody's words.
var sayingVerbs = strings.Fields("say said think tell told write written answer answered reply replied respond claim claimed argue warn")

// asksWords says whether the words behind "what" ask what somebody said: a helping verb,
// and a verb of saying behind who is meant.
func asksWords(tokens []index.Token) bool {
	if len(tokens) < 3 || !slices.Contains([]string{"did", "does", "do", "has", "have", "had"}, tokens[0].Word) {
		return false
	}
	for _, t := range tokens[2:min(6, len(tokens))] {
		if slices.Contains(sayingVerbs, t.Word) {
			return true
		}
	}
	return false
}

// causingVerbs after "what" ask for a cause.
var causingVerbs = []string{"caused", "triggered", "sparked", "prompted", "provoked", "ignited", "motivated", "causes", "triggers"}

// askedNouns are the nouns after "what" and "which" that say what is asked for.
var askedNouns = map[string]kind{
	"year": aDate, "date": aDate, "day": aDate, "month": aDate, "time": aDate, "decade": aDate, "century": aDate,
	"city": aPlace, "country": aPlace, "state": aPlace, "place": aPlace, "town": aPlace, "location": aPlace, "nationality": aPlace,
	"company": aName, "firm": aName, "newspaper": aName, "film": aName, "movie": aName, "book": aName, "organization": aName,
	"organisation": aName, "agency": aName, "team": aName, "band": aName, "song": aName, "outlet": aName, "bank": aName, "party": aName,
	"person": aPerson, "president": aPerson, "actor": aPerson, "author": aPerson, "name": aName, "chief": aPerson, "ceo": aPerson,
	"chairman": aPerson, "chairmen": aPerson, "chairwoman": aPerson, "chair": aPerson, "head": aPerson, "founder": aPerson, "leader": aPerson, "director": aPerson,
	"minister": aPerson, "secretary": aPerson, "owner": aPerson, "winner": aPerson, "senator": aPerson, "governor": aPerson, "mayor": aPerson, "judge": aPerson,
	"capital": aHolder, "currency": aName, "language": aName, "headquarters": aPlace,
	"height": aMeasure, "length": aMeasure, "depth": aMeasure, "width": aMeasure, "speed": aMeasure, "weight": aMeasure, "distance": aMeasure,
	"temperature": aMeasure, "size": aMeasure,
	"number": aNumber, "percentage": aNumber, "population": aNumber, "age": aMeasure,
	"price": anAmount, "cost": anAmount, "amount": anAmount, "sum": anAmount, "salary": anAmount, "worth": anAmount, "value": anAmount,
	"reason": aReason, "cause": aReason,
}
