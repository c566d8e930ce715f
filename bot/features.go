package bot

import (
	"context"
	"slices"
	"sort"
	"strings"

	"storybot/corpus"
	"storybot/index"
)

// measure finds the features of every sentence of the pool that has a term of the
// question, in the order of the pool.
func (q *question) measure(ctx context.Context, b *Bot, p *pool) ([]ranked, error) {
	q.findDated()
	q.findHidden()
	q.findCounted()
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
			if at, ok := q.hidden[t.Word]; ok {
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

// unstemmed are verbs whose past the index takes for a function word.
var unstemmed = map[string]string{"become": "became"}

// findHidden notes the terms that stand in sentences as function words too.
func (q *question) findHidden() {
	q.hidden = nil
	for i, t := range q.terms {
		for _, word := range t.words {
			if past, ok := unstemmed[word]; ok {
				q.hidden = map[string]int{past: i}
			}
		}
	}
}

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
		if len(places[i]) == 0 && len(t.synonyms)+len(t.nations)+len(t.phrases) > 0 {
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
	if slices.Contains(t.synonyms, stem) || slices.Contains(t.nations, stem) {
		return true
	}
	return len(tokens) > 1 && slices.Contains(t.phrases, phrase{stem, tokens[1].Word})
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
