package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"storybot/corpus"
	"storybot/index"
)

// Constants of BM25 and of distance, and weakCause, from trials on TREC QA. What dates, places,
// numbers, several names and strong causes count was set by hand, on questions about the sample
// articles; MAP on TREC QA lost .0006 when all but strongCause came.
const (
	sentenceK1, sentenceB = 0.3, 0.75 // of sentences
	meanWords             = 22.0      // the length of a sentence, function words aside, that BM25 takes for usual
	articleK1, articleB   = 1.5, 0.9  // of articles
	nearReach             = 12.0      // tokens at which a term counts half
	pairReach             = 24.0      // the same over two sentences
	softMatch             = 0.8       // a synonym against the term itself
	longerName            = 0.5       // a definition of a name that has more words than were asked for
	relativeDate          = 0.7       // a date that has to be counted from another one
	roughDate             = 0.85      // a date that says no day
	otherDate             = 0.7       // a date in another clause than what happened
	weakCause             = 0.7       // a word that ties other things together as often as a cause
	strongCause           = 1.4       // a word that ties nothing but a cause
	placeActs             = 0.8       // a place, where somebody is asked for
	anotherName           = 0.25      // each further name, where several are asked for
	mostPeople            = 5         // names that count so
	countOfIt             = 1.4       // a number of what the question counts
	countedWithin         = 3         // tokens from such a number to what it counts
)

// ranked is a sentence with its score and what the score was made of.
type ranked struct {
	sentence
	features
	score   float64
	covered float64     // share of the question's idf in the sentence; synonyms count softMatch
	met     uint64      // the terms that it meets, by a word or a synonym, a bit each
	answer  int         // the token that answers, -1 where none does
	behind  corpus.Span // what answers in the next sentence, where that is nearer; or empty
	context uint64      // the terms that it lacks, and the sentence before or the title has
	stray   bool        // has none of the names of the question
	unnamed bool        // lacks all words of a name, and nothing before it stands for them
	phrase  corpus.Span // that says who or what the question asks about; empty where none does
	quoted  corpus.Span // what somebody said, where that is asked for; it may begin before the sentence
	article string
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

// findNames marks the terms that are names, months and posts aside: those typed with a capital, unless
// the question is written as a title is, and those that the pool writes with one in mid
// sentence four times in five.
func (q *question) findNames(p *pool) {
	title := len(q.terms) >= titleCase && !slices.ContainsFunc(q.terms, func(t term) bool { return !t.capital })
	for i, written := range q.writtenAsNames(p) {
		t := &q.terms[i]
		t.capital = (t.capital && !title || written) && q.dated>>i&1 == 0 && !isPost(t.words[0])
	}
	q.noteNames()
}

// titleCase is how many words, all of them with capitals, are no longer taken for names
// because of that.
const titleCase = 4

// writtenAsNames says which terms the pool writes with a capital in mid sentence four times
// in five.
func (q *question) writtenAsNames(p *pool) []bool {
	capital, all := make([]int, len(q.terms)), make([]int, len(q.terms))
	for i, tokens := range p.tokens {
		text := p.readings[i].Text
		for k, t := range tokens {
			at, ok := q.index[t.Stem]
			if !ok || k == 0 || strings.ContainsAny(text[tokens[k-1].End:t.Start], ".!?\n") && !initial(text, tokens[k-1]) {
				continue
			}
			all[at]++
			if capitals(text[t.Start:t.End]) {
				capital[at]++
			}
		}
	}
	names := make([]bool, len(q.terms))
	for i := range names {
		names[i] = all[i] > 0 && 5*capital[i] >= 4*all[i]
	}
	return names
}

// initial says whether a word is the initial of a name: the "D" of "J.D. Vance".
func initial(text string, t index.Token) bool {
	return len(t.Word) == 1 && t.Capital && strings.HasPrefix(text[t.End:], ".")
}

// nameFloor is the least that a name of the question counts where it is missing, as a share
// of the rarest word: the names of a story are everywhere in its articles, and still say who
// is asked about.
const nameFloor = 0.5

// noteNames notes which terms are names, and what each counts where it is missing.
func (q *question) noteNames() {
	q.namedTerms = 0
	rarest := 0.0
	for _, t := range q.terms {
		rarest = max(rarest, t.idf)
	}
	q.naming = 0
	for i := range q.terms {
		t := &q.terms[i]
		t.naming = t.idf
		if t.capital {
			q.namedTerms |= 1 << i
			t.naming = max(t.idf, nameFloor*rarest)
		}
		q.naming += t.naming
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
