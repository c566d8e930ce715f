package bot

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"storybot/corpus"
	"storybot/corpus/timex"
	"storybot/index"
)

// Weights of the ranking of sentences. Most were chosen in trials on public sets of
// questions (TREC QA, SciFact), those of definitions and posts by reading answers; parts that describe the sentence multiply, and only what
// describes its article adds.
const (
	sentenceK1, sentenceB = 0.3, 0.75 // BM25 of sentences
	meanWords             = 22.0      // the length of a sentence, function words aside, that BM25 takes for usual
	articleK1, articleB   = 1.5, 0.9  // BM25 of articles
	nearWeight            = 1.6       // the answer's distance to the question's terms
	nearReach             = 12.0      // tokens at which a term counts half
	softWeight            = 0.8       // terms met by a synonym only
	softMatch             = 0.8       // a synonym against the term itself
	missingName           = 0.6       // lost where the question's names are missing
	lengthWeight          = 0.2
	weakStart             = 0.8 // opens with a pronoun or in the middle of a quotation
	articleWeight         = 1.5
	titleWeight           = 0.8
	definitionWeight      = 0.7
	holderWeight          = 4.0  // a name whose own phrase has the post that is asked about
	longerName            = 0.5  // a definition of a name that has more words than were asked for
	relativeDate          = 0.85 // a date that has to be counted from another one
)

// ranked is a sentence with its score and what the score was made of.
type ranked struct {
	sentence
	score    float64
	covered  float64     // share of the question's idf in the sentence; synonyms count softMatch
	answer   int         // the token that answers, -1 where none does
	stray    bool        // has none of the names of the question
	partial  bool        // lacks one of them
	phrase   corpus.Span // that says who or what the question asks about; empty where none does
	article  string
	articleN float64 // share of the question's squared idf in the article
}

// pool is the articles that a question is answered from.
type pool struct {
	readings []corpus.Reading
	tokens   [][]index.Token
	length   float64 // mean length in tokens
	searched int     // how many articles were read into it
	partial  bool    // there were more
}

// pool searches and loads the articles of the best passages, at most so many.
func (b *Bot) pool(ctx context.Context, q index.Query, most int) (*pool, error) {
	hits, err := b.index.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	p, err := b.gather(ctx, hits, most)
	if err != nil {
		return nil, err
	}
	p.partial = p.partial || len(hits) == q.Limit
	return p, nil
}

// each visits the articles of the pool until ctx is done.
func (p *pool) each(ctx context.Context, visit func(r *corpus.Reading, tokens []index.Token)) error {
	for i := range p.readings {
		if err := ctx.Err(); err != nil {
			return err
		}
		visit(&p.readings[i], p.tokens[i])
	}
	return nil
}

// poolBytes bounds the text of one pool: some 2,500 news articles, or one of the largest.
const poolBytes = 8 << 20

// gather loads the articles of the hits, best first, at most so many.
func (b *Bot) gather(ctx context.Context, hits []index.Hit, most int) (*pool, error) {
	p := &pool{}
	seen := map[string]bool{}
	total, bytes := 0, 0
	for _, h := range hits {
		if seen[h.Article] {
			continue
		}
		if p.partial = len(p.readings) == most || bytes > poolBytes; p.partial {
			break
		}
		seen[h.Article] = true
		r, tokens, ok, err := b.index.ArticleTokens(ctx, h.Article)
		if err != nil {
			return nil, err
		}
		if !ok { // removed since the search
			continue
		}
		p.readings = append(p.readings, r)
		p.tokens = append(p.tokens, tokens)
		total += len(tokens)
		bytes += len(r.Text)
	}
	p.searched = len(p.readings)
	p.length = float64(total) / float64(max(1, len(p.readings)))
	return p, nil
}

// rank scores the sentences of a pool, best first; equal scores by article and place.
// Sentences without any term of the question are left out.
func (b *Bot) rank(ctx context.Context, q *question, p *pool) ([]ranked, error) {
	q.findNames(p)
	var all []ranked
	for i := range p.readings {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r, tokens := &p.readings[i], p.tokens[i]
		doc, squared, title := b.articleScore(q, p, i)
		for n := range r.Sentences {
			s := sentenceOf(r, n, tokens)
			if c, ok := q.score(s, doc, title); ok {
				c.article, c.articleN = r.ID, squared
				all = append(all, c)
			}
		}
	}
	slices.SortFunc(all, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.article, b.article), cmp.Compare(a.Start, b.Start))
	})
	return all, nil
}

// findNames marks the terms that are names: those typed with a capital or, in a question
// without any, those that the pool writes with one in mid sentence four times in five.
func (q *question) findNames(p *pool) {
	if slices.ContainsFunc(q.terms, func(t term) bool { return t.capital }) {
		return
	}
	capital, all := make([]int, len(q.terms)), make([]int, len(q.terms))
	for i, tokens := range p.tokens {
		text := p.readings[i].Text
		for k, t := range tokens {
			at, ok := q.index[t.Stem]
			if !ok || k == 0 || strings.ContainsAny(text[tokens[k-1].End:t.Start], ".!?\n") {
				continue
			}
			all[at]++
			if t.Capital {
				capital[at]++
			}
		}
	}
	for i := range q.terms {
		q.terms[i].capital = all[i] > 0 && 5*capital[i] >= 4*all[i]
	}
}

// articleScore returns the scaled BM25 of the whole article with its title, the share of
// the question's squared idf that the article covers, and which terms the title has.
func (b *Bot) articleScore(q *question, p *pool, i int) (score, squared float64, title []bool) {
	counts := make([]float64, len(q.terms))
	title = make([]bool, len(q.terms))
	heading := b.index.Tokens(p.readings[i].Title)
	for _, t := range heading {
		if at, ok := q.index[t.Stem]; ok {
			counts[at]++
			title[at] = true
		}
	}
	for _, t := range p.tokens[i] {
		if at, ok := q.index[t.Stem]; ok {
			counts[at]++
		}
	}
	length := articleK1 * (1 - articleB + articleB*float64(len(p.tokens[i])+len(heading))/max(1, p.length))
	var sum, sq float64
	for k, t := range q.terms {
		sq += t.idf * t.idf
		if counts[k] > 0 {
			score += t.idf * counts[k] * (articleK1 + 1) / (counts[k] + length)
			sum += t.idf * t.idf
		}
	}
	return score / max(q.idf, 1e-9), sum / max(sq, 1e-9), title
}

// score rates one sentence; false where it has no term of the question.
func (q *question) score(s sentence, doc float64, title []bool) (ranked, bool) {
	places, words := q.places(s)
	soft := make([]bool, len(q.terms))
	if q.synonyms(s, places, soft) == 0 {
		return ranked{}, false
	}
	all := max(q.idf, 1e-9)
	sum := q.sum(places, soft, title, words)
	c := ranked{sentence: s, answer: -1, covered: (sum.exact + softMatch*sum.soft) / all, stray: sum.names > 0 && sum.missing == sum.names, partial: sum.missing > 0}
	nt := float64(len(q.terms))
	inner := (sum.bm25 + softWeight*sum.soft + nearWeight*q.nearest(s, places, &c) + definitionWeight*q.definition(s, places, &c) + holderWeight*q.holder(s, places, &c)) / all
	inner *= 1 - missingName*min(1, 4/nt)*sum.missing/all
	inner *= 1 + lengthWeight*math.Log1p(float64(words))
	if opensInside(s.text()) {
		inner *= weakStart
	}
	if opensWeakly(s.tokens) {
		inner *= weakStart
	}
	c.score = inner + articleWeight*doc*min(1, nt/8) + titleWeight*sum.title/all
	return c, true
}

// places returns the tokens of a sentence that match each term, and how many of its
// tokens are no function words.
func (q *question) places(s sentence) (places [][]int, words int) {
	places = make([][]int, len(q.terms))
	for i, t := range s.tokens {
		if t.Stem == "" {
			continue
		}
		words++
		if at, ok := q.index[t.Stem]; ok {
			places[at] = append(places[at], i)
		}
	}
	return places, words
}

// sums are of the idf of the question's terms that a sentence matches, and how.
type sums struct {
	bm25    float64 // weighted as BM25 does
	exact   float64 // of the terms that stand in the sentence
	soft    float64 // of those met by a synonym
	title   float64 // of those that only the article's title has
	names   float64 // of the question's names
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
			s.names += t.idf
			if n == 0 {
				s.missing += t.idf
			}
		}
	}
	return s
}

// synonyms adds the places of synonyms to terms that are missing otherwise, and returns
// how many terms are met.
func (q *question) synonyms(s sentence, places [][]int, soft []bool) int {
	met := 0
	for i := range q.terms {
		if len(places[i]) == 0 && len(q.terms[i].synonyms) > 0 {
			for k, t := range s.tokens {
				if t.Stem != "" && slices.Contains(q.terms[i].synonyms, t.Stem) {
					places[i] = append(places[i], k)
					soft[i] = true
				}
			}
		}
		if len(places[i]) > 0 {
			met++
		}
	}
	return met
}

// nearest returns the largest sum, over the sentence's answer candidates, of the idf of
// the terms around it, each less the farther it is.
func (q *question) nearest(s sentence, places [][]int, c *ranked) float64 {
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
			sum += t.idf / (1 + float64(distance)/nearReach)
		}
		if q.kind == aDate && !explicitAt(s, at) {
			sum *= relativeDate
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
