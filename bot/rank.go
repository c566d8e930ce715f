package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"storybot/corpus"
)

// Constants of BM25 and of distance, from trials on TREC QA; what a strong word of cause
// counts was set by hand, on questions about the sample articles.
const (
	sentenceK1, sentenceB = 0.3, 0.75 // of sentences
	meanWords             = 22.0      // the length of a sentence, function words aside, that BM25 takes for usual
	articleK1, articleB   = 1.5, 0.9  // of articles
	nearReach             = 12.0      // tokens at which a term counts half
	pairReach             = 24.0      // the same over two sentences
	softMatch             = 0.8       // a synonym against the term itself
	longerName            = 0.5       // a definition of a name that has more words than were asked for
	relativeDate          = 0.85      // a date that has to be counted from another one
	weakCause             = 0.7       // a word that ties other things together as often as a cause
	strongCause           = 1.4       // a word that ties nothing but a cause
)

// ranked is a sentence with its score and what the score was made of.
type ranked struct {
	sentence
	features
	score    float64
	covered  float64     // share of the question's idf in the sentence; synonyms count softMatch
	met      uint64      // the terms that it meets, by a word or a synonym, a bit each
	answer   int         // the token that answers, -1 where none does
	behind   corpus.Span // what answers in the next sentence, where that is nearer; or empty
	context  uint64      // the terms that it lacks, and the sentence before or the title has
	stray    bool        // has none of the names of the question
	phrase   corpus.Span // that says who or what the question asks about; empty where none does
	quoted   corpus.Span // what somebody said, where that is asked for; it may begin before the sentence
	article  string
	articleN float64 // share of the question's squared idf in the article
}

// rank scores the sentences of a pool, best first.
// Sentences without any term of the question are left out.
func (q *question) rank(ctx context.Context, b *Bot, p *pool) ([]ranked, error) {
	all, err := q.measure(ctx, b, p)
	if err != nil {
		return nil, err
	}
	for i := range all {
		all[i].score = b.weights.score(&all[i].features)
	}
	byRank(all)
	return all, nil
}

// byRank sorts sentences, best first; equal scores by article and place.
func byRank(all []ranked) {
	slices.SortFunc(all, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.article, b.article), cmp.Compare(a.Start, b.Start))
	})
}

// findNames marks the terms that are names: those typed with a capital, months aside, or, in a question
// without any, those that the pool writes with one in mid sentence four times in five.
func (q *question) findNames(p *pool) {
	defer q.noteNames()
	for i := range q.terms {
		q.terms[i].capital = q.terms[i].capital && q.dated>>i&1 == 0
	}
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
			if capitals(text[t.Start:t.End]) {
				capital[at]++
			}
		}
	}
	for i := range q.terms {
		q.terms[i].capital = all[i] > 0 && 5*capital[i] >= 4*all[i] && q.dated>>i&1 == 0
	}
}

// noteNames notes which terms are names.
func (q *question) noteNames() {
	q.namedTerms = 0
	for i, t := range q.terms {
		if t.capital {
			q.namedTerms |= 1 << i
		}
	}
}

// capitals says whether a word has a capital letter anywhere, as in "iPhone".
func capitals(word string) bool { return strings.IndexFunc(word, unicode.IsUpper) >= 0 }

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
