package bot

import (
	"math"
	"slices"
)

// evidence is what speaks for and against a sentence as the answer to a short question, or
// as one that tells of what somebody states. Shares are of idf.
type evidence struct {
	Always   float64 // 1
	Covered  float64 // share of the question that the sentence has
	Soft     float64 // share that it has in other words only
	Window   float64 // share that it has with those beside it and the title
	Whole    float64 // 1: that is all of it
	Surplus  float64 // how much more idf that is than chance would bring together, as surplus tells
	Names    float64 // share of its names that the sentence has, or the article before it; 1 without names
	Nameless float64 // 1: it has no name
	Rest     float64 // share of its other words, synonyms less; 1 without any
	Rarest   float64 // idf of the rarest word that is missing, against that of the rarest of all
	Unknown  float64 // share of the question that the corpus never mentions
	Article  float64 // share of the question's squared idf that the article has
	Often    float64 // BM25 of the article, against the most that it can be
	Together float64 // how close the words stand that are neighbours in the question
	Near     float64 // as in features
	Longer   float64 // as in features
	Crowded  float64 // the logarithm of the number of passages, a tenth of it
	Few      float64 // 1 through the number of words of the question
	Bare     float64 // the same, where it has no name
	Untyped  float64 // 1: no form of words answers this kind of question
	Told     float64 // how well it tells who or what somebody is, or who holds the post, where that is asked
	Untold   float64 // 1: that is asked, and the sentence does not tell it
	Said     float64 // as in features
	Unsaid   float64 // 1: somebody's words are asked for, and the sentence has none
	WeakTie  float64 // 1: asked why, and the word that may tell of a cause tells of other things as often
}

// evidence weighs a sentence as an answer.
func (q *question) evidence(c *ranked) evidence {
	around := c.met | c.context
	e := evidence{Always: 1, Covered: c.covered, Soft: c.soft, Window: q.share(around), Surplus: q.surplus(around), Article: c.covers,
		Often: c.doc / (articleK1 + 1), Together: q.together(c.sentence), Near: c.near + c.pair, Longer: c.longer, Few: 1 / float64(max(1, len(q.terms)))}
	if around == q.allTerms() {
		e.Whole = 1
	}
	if q.namedTerms == 0 {
		e.Nameless, e.Bare = 1, e.Few
	}
	if q.kind == anything {
		e.Untyped = 1
	}
	e.Crowded = math.Log(float64(max(2, q.passages))) / 10
	q.metBy(c, &e)
	q.toldOf(c, &e)
	return e
}

// metBy weighs what a sentence has of the question's names and of its other words.
func (q *question) metBy(c *ranked, e *evidence) {
	var names, namesMet, rest, restMet, rarest float64
	sort := q.sort()
	for i, t := range q.terms {
		met := 0.0
		if c.met>>i&1 == 1 || i == sort && q.kind == aPlace && c.answer >= 0 {
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
	e.Names, e.Rest = min(1, ratio(namesMet+namedBefore*c.nearby*q.idf, names)), ratio(restMet, rest)
	e.Unknown /= max(q.idf, 1e-9)
	e.Rarest /= max(rarest, 1e-9)
}

// sort returns the term behind "which" or "what" that says what sort of thing is asked for,
// which an answer of that sort need not have: "which states"; -1 where there is none.
func (q *question) sort() int {
	for i, t := range q.tokens[:max(0, min(askedWithin, len(q.tokens)-1))] {
		if t.Word == "which" || t.Word == "what" {
			next := q.tokens[i+1]
			at, ok := q.index[next.Stem]
			if _, sort := askedNoun(next.Word); ok && sort {
				return at
			}
		}
	}
	return -1
}

// What a word counts that the sentence before or the title has, a name that the article has
// named before the sentence, and how well a phrase tells of a post when it counts as all of
// the question: "the Brazilian leader" has all of "president of Brazil".
const (
	contextCounts = 0.5
	namedBefore   = 0.5
	wellTold      = 0.8
)

// toldOf weighs whether a sentence tells what the kind of question asks for in words of its
// own form.
func (q *question) toldOf(c *ranked, e *evidence) {
	switch q.kind {
	case aDefinition:
		e.Told = min(1, c.definition)
	case aHolder:
		if e.Told = min(1, c.holder); q.namesSeveral(c) {
			e.Told = 1
		}
		if e.Told >= wellTold {
			e.Names, e.Covered, e.Rarest = 1, max(e.Covered, e.Told), min(e.Rarest, 1-e.Told)
		}
	case aSaying:
		if e.Said = c.said; c.said == 0 {
			e.Unsaid = 1
		}
		return
	case aReason:
		if q.tiedWeakly(c) {
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

// tiedWeakly says whether the word that may tell of a cause tells of other things as often.
func (q *question) tiedWeakly(c *ranked) bool {
	return c.answer >= 0 && slices.Contains(weakCauses, c.tokens[c.answer].Word)
}

// undone says whether nobody of whom the question says that they do something, or that it is
// done to them, does it in the sentence, or has it done.
func (q *question) undone(c *ranked) bool {
	return q.roles.verb >= 0 && q.roles.subject|q.roles.object != 0 && c.doer == 0
}

// surplus compares the idf of some terms with the logarithm of the number of passages:
// below 0 chance alone would put them into some passage, above it hardly would. It is a
// share of that logarithm, from -1 to 1.
func (q *question) surplus(met uint64) float64 {
	all, sum := math.Log(float64(max(2, q.passages))), 0.0
	for i, t := range q.terms {
		if met>>i&1 == 1 {
			sum += t.idf
		}
	}
	return min(1, (sum-all)/all)
}

// closeReach is how many tokens apart two words of a question count half as neighbours.
const closeReach = 4.0

// together returns how close the words of a sentence stand that are neighbours in the
// question: 1 where all do, 0 where none has its neighbour; 1 for a question of one word.
func (q *question) together(s sentence) float64 {
	places, _ := q.places(s)
	q.synonyms(s, places, make([]bool, len(q.terms)))
	sum, all, last := 0.0, 0.0, -1
	for _, t := range q.tokens {
		at, ok := q.index[t.Stem]
		if !ok || t.Stem == "" || at == last {
			continue
		}
		if last >= 0 {
			weight := min(q.terms[last].idf, q.terms[at].idf)
			all += weight
			sum += weight * closeness(places[last], places[at])
		}
		last = at
	}
	return ratio(sum, all)
}

// closeness is 1 for tokens side by side, less the farther apart; 0 where either is missing.
func closeness(a, b []int) float64 {
	best := 0.0
	for _, i := range a {
		for _, k := range b {
			best = max(best, 1/(1+float64(max(i-k, k-i, 1)-1)/closeReach))
		}
	}
	return best
}

// ratio is the share of a in b, all of nothing.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 1
	}
	return a / b
}

// dot sums what speaks for an answer, each by its weight.
func (w *evidence) dot(e evidence) float64 {
	return w.Always*e.Always + w.Covered*e.Covered + w.Soft*e.Soft + w.Window*e.Window + w.Whole*e.Whole + w.Surplus*e.Surplus +
		w.Names*e.Names + w.Nameless*e.Nameless + w.Rest*e.Rest + w.Rarest*e.Rarest + w.Unknown*e.Unknown + w.Article*e.Article +
		w.Often*e.Often + w.Together*e.Together + w.Near*e.Near + w.Longer*e.Longer + w.Crowded*e.Crowded + w.Few*e.Few + w.Bare*e.Bare + w.Untyped*e.Untyped +
		w.Told*e.Told + w.Untold*e.Untold + w.Said*e.Said + w.Unsaid*e.Unsaid + w.WeakTie*e.WeakTie
}
