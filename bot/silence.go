package bot

import (
	"math"
	"slices"
	"strings"

	"storybot/index"
)

// Whether the corpus answers is decided in one place, by what the best sentences and their
// articles have of the question: never by how the question begins. A short question is
// answered where one sentence answers it, and a long one, which puts facts together, where
// one article has enough of it. A statement, or words alone, ask what is said of that: they
// are answered where a passage tells of the same matter, be it the contrary. The weights
// were found by the program that found those of ranking: weights_table.go says on what, and
// how often they err.
const (
	longQuestion  = 8 // terms; longer ones are judged by the article
	longCovered   = 0.16
	unknownNames  = 0.15 // what names that the corpus never mentions take off
	coveredBestOf = 10   // sentences from the top that are looked at
	articleBestOf = 50

	// log odds from which on a sentence answers what is asked, and tells of what is stated:
	// a wrong answer misleads, and a passage about nearly the same may be what was meant
	askedEnough, statedEnough = 0.5, -0.3
)

// decision is what each evidence weighs where something is asked, and where it is stated.
type decision struct{ asked, stated evidence }

// of returns the weights for a question.
func (d *decision) of(q *question) *evidence {
	if q.stated {
		return &d.stated
	}
	return &d.asked
}

// answeredBy decides whether the ranked sentences answer the question.
func (q *question) answeredBy(d *decision, all []ranked) bool {
	if len(all) == 0 {
		return false
	}
	if q.byParts() {
		return q.byArticle(all) >= longCovered
	}
	return len(q.lacks) == 0 && q.bySentence(d.of(q), all) >= q.sureEnough()
}

// sureEnough returns the log odds from which on a question is answered.
func (q *question) sureEnough() float64 {
	if q.stated {
		return statedEnough
	}
	return askedEnough
}

// byParts says whether a question may be answered by several sentences of an article.
func (q *question) byParts() bool { return len(q.terms) > longQuestion && !q.stated }

// byArticle returns the most that one article has of the question.
func (q *question) byArticle(all []ranked) float64 {
	best, names, unknown := 0.0, 0.0, 0.0
	for _, t := range q.terms {
		if t.capital {
			names++
			if !t.known {
				unknown++
			}
		}
	}
	for i := range all[:min(articleBestOf, len(all))] {
		best = max(best, all[i].covers)
	}
	return best - unknownNames*unknown/max(1, names)
}

// bySentence returns how surely one of the best sentences answers: the logarithm of the
// odds, negative where it more likely does not.
func (q *question) bySentence(w *evidence, all []ranked) float64 {
	best := math.Inf(-1)
	for i := range all[:min(coveredBestOf, len(all))] {
		if q.mayAnswer(all[i]) {
			best = max(best, w.dot(q.evidence(&all[i])))
		}
	}
	return best
}

// mayAnswer says whether a sentence can answer a short question at all: not one about
// somebody else, nor one without the form of words that is asked for, nor one in which
// another did what is asked about, nor, where it is asked whether two have to do with one
// another, one about either.
func (q *question) mayAnswer(c ranked) bool {
	if q.stated {
		return true
	}
	if c.stray && (c.nearby == 0 || q.kind == aPerson && !pointsBack(c.sentence)) || c.unnamed || q.yesNo && q.past && c.noVerb+c.absent > 0 {
		return false
	}
	if q.personal && !toReader(c.sentence) || q.yesNo && q.namedTerms == 0 && q.share(c.met|c.context) < nearlyAll {
		return false
	}
	if q.bare() && q.byChance(&c) || q.otherDay(&c) {
		return false
	}
	found := c.answer >= 0 || c.pair > 0
	switch q.kind {
	case aMeasure:
		return c.answer >= 0 && c.near >= measureNear*c.covered
	case aNumber:
		return c.answer >= 0
	case aDate:
		return found && c.noVerb == 0
	case aName:
		return c.noVerb == 0
	case aReason:
		return found && !(q.tiedWeakly(&c) && (q.namedTerms == 0 || c.noVerb > 0 || q.undone(&c) || q.namedTerms&^c.met != 0))
	case anAmount:
		return found && c.near+c.pair >= amountNear*c.covered
	case aPlace:
		return found && (c.noVerb == 0 || c.context>>q.roles.verb&1 == 1)
	case aHolder:
		return c.holder > 0
	case aDefinition: // "what does X do" asks for more than a sentence that names it
		return c.definition > 0 || (q.namedTerms != 0 || q.together(c.sentence) >= asOneName && !q.ofAKind()) && !slices.ContainsFunc(q.tokens, func(t index.Token) bool { return t.Word == "does" })
	case aPerson:
		if (q.roles.subject != 0 || q.roles.wanted && q.roles.object != 0) && c.doer == 0 {
			return false
		}
		return c.wrongRole == 0 && (c.noVerb == 0 || c.context>>q.roles.verb&1 == 1)
	}
	return true
}

// How near, at the least, a measure and an amount of money stand to the words that they are
// asked of, as in features.near.
const (
	measureNear = 0.6
	amountNear  = 0.4
)

// nearlyAll is the share of a question that stands for all of it.
const nearlyAll = 0.8

// bare says whether a question is so short and has no name that its words stand in one
// passage of a large corpus whatever that tells of: "when does summer start".
func (q *question) bare() bool {
	return q.passages >= manyPassages && q.namedTerms == 0 && len(q.terms) <= bareTerms && q.kind != aDefinition
}

// byChance says whether a sentence may have the words of a bare question by chance: unless
// they are rare for the size of the corpus, one that has not all of them, some only in other
// words, or has them apart; and any where they are so common that some passage has to have them.
func (q *question) byChance(c *ranked) bool {
	s := q.surplus(c.met | c.context)
	return s < commonWords || s < rareWords && (c.met != q.allTerms() || c.soft > 0 || q.together(c.sentence) < bareTogether)
}

// When a corpus is large and a question bare, how close together its words have to stand in a sentence, from
// what surplus on they are too common and up to which they are rare; and how close together
// words are one name that nobody wrote with capitals.
const (
	manyPassages = 1000
	bareTerms    = 3
	bareTogether = 0.5
	commonWords  = -0.4
	rareWords    = 0.6
	asOneName    = 0.9
)

// ofAKind says whether it is asked what a thing of some kind is, "what is a black hole": only
// a sentence that tells it answers.
func (q *question) ofAKind() bool {
	return len(q.tokens) > 2 && isBe(q.tokens[1].Word) && slices.Contains(anyOne, q.tokens[2].Word)
}

// otherDay says whether a sentence has nothing to do with the days that a question names.
func (q *question) otherDay(c *ranked) bool {
	return q.dated != 0 && c.when == 0 && (c.met|c.context)&q.dated == 0
}

// toReader says whether a sentence speaks to its reader.
func toReader(s sentence) bool {
	return slices.ContainsFunc(s.tokens, func(t index.Token) bool { return t.Word == "you" || t.Word == "your" })
}

// allTerms has the bit of every term.
func (q *question) allTerms() uint64 { return 1<<len(q.terms) - 1 }

// pointsBack says whether a sentence has a pronoun that may stand for a name before it.
func pointsBack(s sentence) bool {
	return slices.ContainsFunc(s.tokens, func(t index.Token) bool { return t.Stem == "" && slices.Contains(pronouns, t.Word) })
}

var pronouns = []string{"it", "its", "he", "him", "his", "she", "her", "they", "them", "their"}

// nearestFollow announces passages that do not answer.
const nearestFollow = " The nearest passages:"

// silence says, in plain words, that the corpus does not answer.
func (q *question) silence(nearest bool) string {
	var missing []string
	for _, m := range q.lacks {
		missing = append(missing, "“"+m+"”")
	}
	for _, t := range q.terms {
		if !t.known && t.stem[0] > '9' {
			missing = append(missing, "“"+t.words[0]+"”")
		}
	}
	note := "The corpus does not say."
	if len(missing) > 0 && len(missing) <= 3 {
		note += " Nothing here mentions " + strings.Join(missing, " or ") + "."
	}
	if nearest {
		note += nearestFollow
	}
	return note
}
