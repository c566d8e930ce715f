package timex

import "strings"

// The tables, read once: nothing writes to them.
var (
	lexicon  = buildLexicon(literals())
	rulebook = compile(rules, lexicon)
	wider    = read(widenings)
)

// Words that the code looks for.
var (
	wordHyphen = lexicon["-"].id
	wordSlash  = lexicon["/"].id
	wordPoss   = lexicon["'s"].id
	wordComma  = lexicon[","].id
	wordStop   = lexicon["."].id
	wordOf     = lexicon["of"].id
	wordUntil  = lexicon["until"].id
	wordYear   = lexicon["year"].id
	wordAs     = lexicon["as"].id
	wordEarly  = lexicon["early"].id
	wordSoon   = lexicon["soon"].id
	wordBy     = lexicon["by"].id
	wordTo     = lexicon["to"].id
	wordOr     = lexicon["or"].id
	wordAnd    = lexicon["and"].id
	wordA      = lexicon["a"].id
	wordHalf   = lexicon["half"].id
	wordThe    = lexicon["the"].id
	wordOn     = lexicon["on"].id
	wordLate   = lexicon["late"].id
	wordAt     = lexicon["at"].id
	wordHad    = lexicon["had"].id
	wordAhead  = lexicon["ahead"].id
	wordSaid   = lexicon["said"].id
	wordTold   = lexicon["told"].id

	wordAround  = lexicon["around"].id
	wordThrough = lexicon["through"].id
)

// The words that the code looks for one by one, and the lists of words in which it looks
// a word up.
const (
	singleWords    = "- / ' 's , . of until year as early soon by to or and a half the on at around through had ahead said told"
	adjectiveMarks = "is are be a an the its his their her my your our still" // after them a word in "-ed" is an adjective
	decadeMarks    = "early mid late -"                                       // they stand between "the" and a decade
	planMarks      = "is are plan plans hope hopes intend intends aims wants" // after them "to" speaks of the future
	clauseMarks    = "that who which since after before when while ; ( )"     // they start a clause that may tell of another time
	relativeMarks  = "that who which whose whom"                              // they start a clause about the noun before
	otherWords     = singleWords + " " + adjectiveMarks + " " + decadeMarks + " " + planMarks + " " + clauseMarks + " " + relativeMarks
)

var (
	beforeAdjectives = ids(adjectiveMarks)
	beforeDecades    = ids(decadeMarks)
	beforePlans      = ids(planMarks)
	clauseWords      = ids(clauseMarks)
	relativeWords    = ids(relativeMarks)
)

// ids looks up words.
func ids(words string) []uint16 {
	var out []uint16
	for _, w := range strings.Fields(words) {
		out = append(out, lexicon[w].id)
	}
	return out
}
