package bot

import (
	"math"
	"slices"
	"strings"

	"storybot/index"
)

// Whether the corpus answers is decided in one place, by what the best sentences and their
// articles have of the question: never by how the question begins. A long question, one
// that puts facts together, is answered where one article has enough of it; a short one
// where one sentence does. The weights were found by the program that found those of
// ranking: weights_table.go says on what, and how often it errs.
const (
	longQuestion  = 8 // terms; longer ones are judged by the article
	longCovered   = 0.16
	unknownNames  = 0.15 // what names that the corpus never mentions take off
	coveredBestOf = 10   // sentences from the top that are looked at
	articleBestOf = 50
	sureEnough    = -0.35 // log odds: in doubt it answers, since the passages are shown in any case
)

// evidence is what speaks for and against a sentence as the answer to a short question.
// Shares are of idf.
type evidence struct {
	Always   float64 // 1
	Covered  float64 // share of the question that the sentence has
	Names    float64 // share of its names that the sentence has, or the article before it; 1 without names
	Rest     float64 // share of its other words, synonyms less; 1 without any
	Near     float64 // as in features
	Untyped  float64 // 1: no form of words answers this kind of question
	Lacking  float64 // 1: one does, and the sentence has none
	Unknown  float64 // share of the question that the corpus never mentions
	NoVerb   float64 // 1: lacks what the question says was done
	Contrary float64 // 1: has it the other way round, or says that it did not happen
	Rarest   float64 // idf of the rarest word that is missing, against that of the rarest of all
	Around   float64 // share of the question in the sentences beside, and not in it
	Told     float64 // how well it tells who or what somebody is, or who holds the post, where that is asked
	Untold   float64 // 1: that is asked, and the sentence does not tell it
	Said     float64 // as in features
	Unsaid   float64 // 1: somebody's words are asked for, and the sentence has none
	Chance   float64 // how surely so many passages have such words by chance: 0 not, 1 surely
	Longer   float64 // as in features
	Whole    float64 // 1: it has all of the question, with the sentence before and the title
	WeakTie  float64 // 1: asked why, and the word that may tell of a cause tells of other things as often
}

// evidence weighs a sentence as an answer.
func (q *question) evidence(c *ranked) evidence {
	e := evidence{Always: 1, Covered: c.covered, Near: c.near + c.pair, Around: c.beside}
	var names, namesMet, rest, restMet, rarest float64
	for i, t := range q.terms {
		met := 0.0
		if c.met>>i&1 == 1 {
			met = t.idf
		} else if q.dated>>i&1 == 1 && c.when > 0 {
			met = t.idf * c.when
		} else if c.context>>i&1 == 1 && !t.capital {
			met = contextCounts * t.idf
			e.Rarest = max(e.Rarest, (1-contextCounts)*t.idf)
		} else {
			e.Rarest = max(e.Rarest, t.idf)
		}
		rarest = max(rarest, t.idf)
		if t.capital {
			names, namesMet = names+t.idf, namesMet+met
		} else {
			rest, restMet = rest+t.idf, restMet+met
		}
		if !t.known {
			e.Unknown += t.idf
		}
	}
	e.Names, e.Rest = ratio(namesMet+namedBefore*c.nearby*q.idf, names), ratio(restMet, rest)
	e.Unknown /= max(q.idf, 1e-9)
	e.Rarest /= max(rarest, 1e-9)
	switch {
	case q.kind == anything:
		e.Untyped = 1
	case q.kind == aDefinition, q.kind == aHolder, q.kind == aSaying, q.kind == aReason: // told of by toldOf
	case c.answer < 0 && c.pair == 0:
		e.Lacking = 1
	}
	if c.met|c.context == q.allTerms() {
		e.Whole = 1
	}
	q.toldOf(c, &e)
	e.NoVerb = c.noVerb
	e.Chance, e.Longer = q.chance(c.met), c.longer
	e.Contrary = max(c.wrongRole, c.unreal, c.denied)
	if q.yesNo {
		e.Contrary = 0
	}
	return e
}

// chance says how surely a corpus of this size has the terms in one passage whatever it
// tells of: 0 where their idf is as much as the logarithm of the number of passages, so that
// one passage is more than chance has.
func (q *question) chance(met uint64) float64 {
	all, sum := math.Log(float64(max(2, q.passages))), 0.0
	for i, t := range q.terms {
		if met>>i&1 == 1 {
			sum += t.idf
		}
	}
	return max(0, all-sum) / all
}

// toldOf weighs whether a sentence tells what the kind of question asks for in words of its
// own form.
func (q *question) toldOf(c *ranked, e *evidence) {
	switch q.kind {
	case aDefinition:
		e.Told = min(1, c.definition)
	case aHolder:
		e.Told = min(1, c.holder)
	case aSaying:
		e.Said = c.said
		if c.said == 0 {
			e.Unsaid = 1
		}
		return
	case aReason:
		if c.answer >= 0 && slices.Contains(weakCauses, c.tokens[c.answer].Word) {
			e.WeakTie = 1
		}
		return
	default:
		return
	}
	if e.Told == 0 {
		e.Untold = 1
	}
}

// contextCounts is what a word counts that the sentence before or the title has.
const contextCounts = 0.5

// namedBefore is what a name counts that the article has named before the sentence.
const namedBefore = 0.5

// ratio is the share of a in b, all of nothing.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 1
	}
	return a / b
}

// answeredBy decides whether the ranked sentences answer the question.
func (q *question) answeredBy(w *evidence, all []ranked) bool {
	if len(all) == 0 {
		return false
	}
	if len(q.terms) > longQuestion {
		return q.byArticle(all) >= longCovered
	}
	return len(q.lacks) == 0 && q.bySentence(w, all) >= sureEnough
}

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

func (w *evidence) dot(e evidence) float64 {
	return w.Always*e.Always + w.Covered*e.Covered + w.Names*e.Names + w.Rest*e.Rest + w.Near*e.Near + w.Untyped*e.Untyped +
		w.Lacking*e.Lacking + w.Unknown*e.Unknown + w.NoVerb*e.NoVerb + w.Contrary*e.Contrary + w.Rarest*e.Rarest + w.Around*e.Around +
		w.Told*e.Told + w.Untold*e.Untold + w.WeakTie*e.WeakTie + w.Chance*e.Chance + w.Longer*e.Longer + w.Whole*e.Whole + w.Said*e.Said + w.Unsaid*e.Unsaid
}

// mayAnswer says whether a sentence can answer a short question at all: not one about
// somebody else, nor one without the form of words that is asked for, nor one in which
// another did what is asked about, nor, where it is asked whether two have to do with one
// another, one about either.
func (q *question) mayAnswer(c ranked) bool {
	if c.stray && (c.nearby == 0 || q.kind == aPerson && !pointsBack(c.sentence)) || c.unnamed || q.yesNo && q.past && c.noVerb > 0 {
		return false
	}
	if q.personal && !toReader(c.sentence) || q.yesNo && q.namedTerms == 0 && c.met|c.context != q.allTerms() {
		return false
	}
	found := c.answer >= 0 || c.pair > 0
	switch q.kind {
	case aMeasure, aNumber:
		return c.answer >= 0
	case anAmount, aReason, aDate, aPlace:
		return found
	case aHolder:
		return c.holder > 0
	case aDefinition: // "what does X do" asks for more than a sentence that names it
		return c.definition > 0 || !slices.ContainsFunc(q.tokens, func(t index.Token) bool { return t.Word == "does" })
	case aPerson:
		if (q.roles.subject != 0 || q.roles.wanted && q.roles.object != 0) && c.doer == 0 {
			return false
		}
		return c.wrongRole == 0 && (c.noVerb == 0 || c.context>>q.roles.verb&1 == 1)
	}
	return true
}

// toReader says whether a sentence speaks to its reader.
func toReader(s sentence) bool {
	return slices.ContainsFunc(s.tokens, func(t index.Token) bool { return t.Word == "you" || t.Word == "your" })
}

// allTerms has the bit of every term.
func (q *question) allTerms() uint64 { return 1<<len(q.terms) - 1 }

// pointsBack says whether a sentence has a pronoun that may stand for a name before it.
func pointsBack(s sentence) bool {
	return slices.ContainsFunc(s.tokens, func(t index.Token) bool { return slices.Contains(pronouns, t.Word) })
}

var pronouns = []string{"it", "its", "he", "him", "his", "she", "her", "they", "them", "their"}

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
		note += " The nearest passages:"
	}
	return note
}
