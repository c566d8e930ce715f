package bot

import (
	"context"
	"slices"
	"sort"
	"strings"

	"storybot/corpus"
	"storybot/corpus/timex"
	"storybot/index"
)

// measure finds the features of every sentence of the pool that has a term of the
// question, in the order of the pool.
func (q *question) measure(ctx context.Context, b *Bot, p *pool) ([]ranked, error) {
	q.findDated()
	q.findNames(p)
	q.findRoles()
	q.findPairs()
	q.findWhole()
	var all []ranked
	for i := range p.readings {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		all = append(all, q.measureArticle(b, p, i)...)
	}
	return all, nil
}

// measureArticle finds the features of an article's sentences.
func (q *question) measureArticle(b *Bot, p *pool, i int) []ranked {
	r, tokens := &p.readings[i], p.tokens[i]
	doc, squared, title := b.articleScore(q, p, i)
	sayings, newest := q.sayings(r), q.newest(p, i)
	var all []ranked
	for n := range r.Sentences {
		c, ok := q.features(sentenceOf(r, n, tokens), title, sayings[n])
		if !ok {
			continue
		}
		c.doc, c.article, c.covers, c.newest = doc, r.ID, squared, newest
		if !slices.Contains(title, true) {
			c.newest *= newestAside
		}
		if q.scope.reports(&r.Article) {
			c.outlet = 1
		}
		all = append(all, c)
	}
	q.surroundings(all, title)
	return all
}

// newestAside is what it counts that an article is new whose title is about something else.
const newestAside = 0.6

// newest returns, where the newest is asked for, which share of the pool's articles is older
// than this one. One of unknown day is older than all.
func (q *question) newest(p *pool, i int) float64 {
	if !q.latest || p.readings[i].Published.IsZero() {
		return 0
	}
	older := 0
	for k := range p.readings {
		if p.readings[k].Published.Before(p.readings[i].Published) {
			older++
		}
	}
	return float64(older) / float64(len(p.readings))
}

// surroundings finds what the sentences of an article have around them: the answer in the
// sentence behind, and the terms that they lack themselves.
func (q *question) surroundings(all []ranked, title []bool) {
	titled := uint64(0)
	for i := range q.terms {
		if title[i] {
			titled |= 1 << i
		}
	}
	last := make([]int, len(q.terms)) // one more than the number of the last sentence with the term
	for k := range all {
		c, around := &all[k], uint64(0)
		if k > 0 && all[k-1].at == c.at-1 {
			around |= all[k-1].met
		}
		c.context = titled | around
		if k+1 < len(all) && all[k+1].at == c.at+1 {
			around |= all[k+1].met
		}
		if q.kind == anything { // what stands behind is quoted with it
			c.context |= around
		}
		c.context &^= c.met
		c.beside = q.share(around &^ c.met)
		c.nearby = q.named(c, titled, last)
		for i := range q.terms {
			if c.met>>i&1 == 1 {
				last[i] = c.at + 1
			}
		}
		if c.covered >= pairCovered {
			near, answer := q.pairNear(c.sentence)
			if c.pair = max(0, near-c.near); c.pair > 0 {
				c.behind = answer
			}
		}
		if c.answer < 0 && c.pair == 0 && q.hasForm() {
			c.formless = 1
		}
	}
}

// hasForm says whether words of some form answer the question: a date, a name, a number, a
// cause.
func (q *question) hasForm() bool {
	return !slices.Contains([]kind{anything, aDefinition, aSaying}, q.kind)
}

// How far back a name still stands for a sentence that lacks it, and what it counts: fully
// shortly before, less in the title, and less the farther back.
const (
	shortlyBefore = 2    // sentences
	namedInTitle  = 0.7  // of a name in the title
	namedPerStep  = 0.08 // what each further sentence back takes off
	namedAtLeast  = 0.3  // of a name anywhere before
)

// named returns the share of the question's names that a sentence lacks and its article has
// named by then, each less the farther back. Who does what is asked about is only taken from
// shortly before, by a pronoun.
func (q *question) named(c *ranked, titled uint64, last []int) float64 {
	lacking := q.namedTerms &^ c.met
	if lacking == 0 {
		return 0
	}
	about, back := q.roles.about, false
	if q.kind == aHolder {
		about = 0
	}
	if lacking&about != 0 {
		back = pointsBack(c.sentence)
	}
	sum, known := 0.0, ^lacking
	for i, t := range q.terms {
		if lacking>>i&1 == 0 {
			continue
		}
		if last[i] > 0 || titled>>i&1 == 1 {
			known |= 1 << i
		}
		has := q.namedFor(c, about>>i&1 == 1, back, titled>>i&1 == 1, last[i])
		if has > 0 {
			about &^= 1 << i
		}
		sum += t.naming * has
	}
	if about != 0 && about == q.roles.about && about&^lacking == 0 && q.kind != anything && len(q.terms) <= longQuestion {
		c.absent = 1
	}
	c.unnamed = slices.ContainsFunc(q.whole, func(name uint64) bool { return name&known == 0 })
	return sum / max(q.naming, 1e-9)
}

// namedFor returns how much of one name a sentence has from before it.
func (q *question) namedFor(c *ranked, about, back, titled bool, last int) float64 {
	ago := c.at + 1 - last
	near := last > 0 && ago <= shortlyBefore
	switch {
	case about && !(back && near):
		return 0
	case near:
		return 1
	case last > 0:
		far := max(namedAtLeast, 1-namedPerStep*float64(ago-shortlyBefore))
		if titled {
			far = max(far, namedInTitle)
		}
		return far
	case titled:
		return namedInTitle
	}
	return 0
}

// pairCovered is the share of the question that a sentence must have for the answer to be
// looked for in the sentence behind it.
const pairCovered = 0.3

// pairNear is near of a sentence together with the one behind it, and what answers there;
// empty where it stands in the sentence itself.
func (q *question) pairNear(s sentence) (near float64, answer corpus.Span) {
	if s.at+1 >= len(s.reading.Sentences) {
		return 0, corpus.Span{}
	}
	s.End = s.reading.Sentences[s.at+1].End
	s.tokens = between(s.whole, s.Span)
	places, _ := q.places(s)
	q.synonyms(s, places, make([]bool, len(q.terms)))
	c := ranked{answer: -1}
	near = q.nearest(s, places, pairReach, &c) / max(q.idf, 1e-9)
	if c.answer >= 0 && s.tokens[c.answer].Start >= s.reading.Sentences[s.at].End {
		answer = q.answerSpan(s, c.answer)
	}
	return near, answer
}

// share returns the share of the question's idf that the terms have, a bit each.
func (q *question) share(terms uint64) float64 {
	sum := 0.0
	for i, t := range q.terms {
		if terms>>i&1 == 1 {
			sum += t.idf
		}
	}
	return sum / max(q.idf, 1e-9)
}

// features measures one sentence; false where it has no term of the question.
func (q *question) features(s sentence, title []bool, said []corpus.Saying) (ranked, bool) {
	places, words := q.places(s)
	q.byFullName(s, places)
	soft := make([]bool, len(q.terms))
	when := q.when(s)
	met := q.synonyms(s, places, soft)
	if met == 0 {
		return ranked{}, false
	}
	dated := q.share(q.dated&^met) * when
	if when == 1 {
		met |= q.dated
	}
	all := max(q.idf, 1e-9)
	sum := q.sum(places, soft, title, words)
	c := ranked{sentence: s, answer: -1, met: met, covered: (sum.exact + softMatch*sum.soft) / all,
		stray: sum.names > 0 && sum.missing == sum.names}
	c.bm25, c.soft, c.missing, c.title = sum.bm25/all, sum.soft/all+dated, sum.missing/max(q.naming, 1e-9), sum.title/all
	c.near = q.nearest(s, places, nearReach, &c) / all
	c.definition = q.definition(s, places, &c) / all
	c.holder = q.holder(s, places, &c) / all
	c.said = q.saying(said, title, &c)
	right, wrong := q.roles.played(s, places)
	if right+wrong == 0 && opensWeakly(s.tokens) && q.roles.verb >= 0 && len(places[q.roles.verb]) > 0 && places[q.roles.verb][0] <= pronounReach {
		right = pronounDoes
	}
	c.doer, c.wrongRole, c.torn = right, max(wrong, q.anotherTime(s)), q.torn(places)
	c.longer = q.longer(s)
	c.unreal, c.denied = q.unreal(s, places)
	if q.roles.verb >= 0 && len(places[q.roles.verb]) == 0 {
		c.noVerb = 1
		if q.kind == aReason && (q.past || q.roles.subject != 0) { // not "why is it famous"
			c.noEvent = 1
		}
		if slices.Contains([]kind{aDate, aPlace, aPerson, anAmount, aNumber}, q.kind) && (q.past || q.roles.subject != 0) {
			c.noDeed = 1
		}
	}
	c.when = when
	c.words, c.terms = words, len(q.terms)
	c.inside, c.leaning = opensInside(s.text()), opensWeakly(s.tokens)
	return c, true
}

// Where a sentence opens with "he" or "it" and says within so many words what is asked
// about, who is asked about does it half surely.
const (
	pronounReach = 3
	pronounDoes  = 0.5
)

// places returns the tokens of a sentence that match each term, and how many of its
// tokens are no function words.
func (q *question) places(s sentence) (places [][]int, words int) {
	places = make([][]int, len(q.terms))
	for i, t := range s.tokens {
		if t.Stem == "" {
			if at, ok := q.index[unstemmed[t.Word]]; ok {
				places[at] = append(places[at], i)
			}
			continue
		}
		words++
		if at, ok := q.index[t.Stem]; ok {
			places[at] = append(places[at], i)
		}
	}
	return places, words
}

// unstemmed are the stems of verbs whose past the index takes for a function word.
var unstemmed = map[string]string{"became": "becom"}

// byFullName adds, for names that the sentence lacks, the places of the mentions that the
// article elsewhere gives them with: "Son" is "Masayoshi Son".
func (q *question) byFullName(s sentence, places [][]int) {
	if q.namedTerms == 0 && len(q.forms) == 0 || len(s.tokens) == 0 {
		return
	}
	for _, m := range mentionsIn(s) {
		terms, known := q.fullNames[m.Name]
		if !known {
			terms = q.termsOf(m.Name)
			q.fullNames[m.Name] = terms
		}
		if len(q.forms) > 0 {
			terms |= q.forms[strings.ToLower(m.Of(s.reading.Text))] | q.forms[strings.ToLower(m.Name)]
		}
		if terms == 0 {
			continue
		}
		for i := range q.terms {
			if terms>>i&1 == 1 && len(places[i]) == 0 {
				places[i] = append(places[i], sort.Search(len(s.tokens)-1, func(k int) bool { return s.tokens[k].End > m.Start }))
			}
		}
	}
}

// termsOf returns the names of the question that are words of a name, a bit each.
func (q *question) termsOf(name string) uint64 {
	words, terms := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' }), uint64(0)
	for i, t := range q.terms {
		if q.namedTerms>>i&1 == 1 && slices.Contains(words, t.words[0]) {
			terms |= 1 << i
		}
	}
	return terms
}

// sums are of the idf of the question's terms that a sentence matches, and how.
type sums struct {
	bm25    float64 // weighted as BM25 does
	exact   float64 // of the terms that stand in the sentence
	soft    float64 // of those met by a synonym
	title   float64 // of those that only the article's title has
	names   float64 // of the question's names, at what they count where they are missing
	missing float64 // of those of them that are missing
}

func (q *question) sum(places [][]int, soft, title []bool, words int) sums {
	var s sums
	length := sentenceK1 * (1 - sentenceB + sentenceB*float64(words)/meanWords)
	for i, t := range q.terms {
		n := float64(len(places[i]))
		switch {
		case n == 0 && title[i]:
			s.title += t.idf
		case n == 0:
		case soft[i]:
			s.soft += t.idf
		default:
			s.bm25 += t.idf * n * (sentenceK1 + 1) / (n + length)
			s.exact += t.idf
		}
		if t.capital {
			s.names += t.naming
			if n == 0 {
				s.missing += t.naming
			}
		}
	}
	return s
}

// synonyms adds the places of synonyms to terms that are missing otherwise, and returns
// the terms that are met, a bit each.
func (q *question) synonyms(s sentence, places [][]int, soft []bool) uint64 {
	met := uint64(0)
	for i := range q.terms {
		t := &q.terms[i]
		if len(places[i]) == 0 && len(t.synonyms)+len(t.phrases) > 0 {
			for k := range s.tokens {
				if t.meant(s.tokens[k:]) && !(i == q.roles.verb && q.kind == aDate && isAgent(s.tokens[k].Word)) {
					places[i] = append(places[i], k)
					soft[i] = true
				}
			}
		}
		if len(places[i]) > 0 {
			met |= 1 << i
		}
	}
	return met
}

// isAgent says whether a word names who does something, as "founder" does: where it
// stands, nothing is said of when they did it.
func isAgent(word string) bool {
	word = strings.TrimSuffix(word, "s")
	return strings.HasSuffix(word, "er") || strings.HasSuffix(word, "or")
}

// meant says whether the tokens begin with a synonym of the term.
func (t *term) meant(tokens []index.Token) bool {
	stem := tokens[0].Stem
	if stem == "" {
		return false
	}
	if slices.Contains(t.synonyms, stem) {
		return true
	}
	return len(tokens) > 1 && slices.Contains(t.phrases, phrase{stem, tokens[1].Word})
}

// nearest returns the largest sum, over the sentence's answer candidates, of the idf of
// the terms around it, each less the farther it is: half at reach.
func (q *question) nearest(s sentence, places [][]int, reach float64, c *ranked) float64 {
	best := 0.0
	for _, at := range q.candidates(s, places) {
		sum := 0.0
		for i, t := range q.terms {
			if len(places[i]) == 0 {
				continue
			}
			distance := len(s.tokens)
			for _, p := range places[i] {
				distance = min(distance, max(p-at, at-p))
			}
			sum += t.idf / (1 + float64(distance)/reach)
		}
		switch {
		case q.kind == aDate && !explicitAt(s, at):
			sum *= relativeDate
		case q.kind == aReason && slices.Contains(weakCauses, s.tokens[at].Word):
			if reach == pairReach && s.tokens[at].Start >= s.reading.Sentences[s.at].End {
				continue
			}
			sum *= weakCause
		case q.kind == aReason && slices.Contains(strongCauses, s.tokens[at].Word):
			sum *= strongCause
		}
		if sum > best {
			best, c.answer = sum, at
		}
	}
	return best
}

// explicitAt says whether the date that holds the token says year and all.
func explicitAt(s sentence, at int) bool {
	return slices.ContainsFunc(s.reading.Dates, func(d timex.Timex) bool {
		return d.Start <= s.tokens[at].Start && s.tokens[at].Start < d.End && d.How == timex.Explicit
	})
}

// opensInside says whether a sentence opens with a quotation mark.
func opensInside(text string) bool {
	return strings.HasPrefix(text, `"`) || strings.HasPrefix(text, "“") || strings.HasPrefix(text, "``")
}

// opensWeakly says whether a sentence opens with a word that leans on the one before.
func opensWeakly(tokens []index.Token) bool {
	return len(tokens) > 0 && slices.Contains(leaningWords, tokens[0].Word)
}

// leaningWords at the start of a sentence point back to an earlier one.
var leaningWords = []string{"he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "their", "its", "and", "but", "or", "so", "then", "him", "them", "i", "we"}
