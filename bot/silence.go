package bot

import (
	"math"
	"slices"
	"strings"
)

// Whether the corpus answers is decided in one place, by what the best sentences and their
// articles have of the question: never by how a question begins. A short question is answered
// where one sentence answers it, and a long one, which puts facts together, where one article
// has enough of it. A statement, or words alone, ask what is said of that: they are answered
// where a passage tells of the same matter, be it the contrary; what a short one says that a
// name does has to be told of that name. The weights were found by the program that found
// those of ranking: weights_table.go says on what, and how often they err.
const (
	longQuestion  = 8 // terms; longer ones are judged by the article
	longCovered   = 0.16
	unknownNames  = 0.15 // what names that the corpus never mentions take off
	coveredBestOf = 10   // sentences from the top that are looked at
	articleBestOf = 50

	// Log odds from which on a sentence answers what is asked, and tells of what is stated: a
	// wrong answer misleads, and a passage about nearly the same may be what was meant.
	askedEnough, statedEnough = 0.6, -0.3
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

// nearestFollow announces passages that do not answer.
const nearestFollow = " The nearest passages:"

// emptyWords mention nothing, so that it tells a reader nothing where they are missing.
var emptyWords = strings.Fields(`behind beyond despite across along around amid within without beside besides among throughout towards upon
nothing something anything everything nobody somebody anybody everybody anyone someone everyone somehow anyway really actually exactly even ever yet still
mention mentions happen happens many lot lots kind sort`)

// silence says, in plain words, that the corpus does not answer.
func (q *question) silence(nearest bool) string {
	var missing []string
	for _, m := range q.lacks {
		missing = append(missing, "“"+m+"”")
	}
	for _, t := range q.terms {
		if word := t.words[0]; !t.known && word[0] > '9' && !slices.Contains(emptyWords, word) && !slices.Contains(sayingVerbs, word) {
			missing = append(missing, "“"+word+"”")
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
