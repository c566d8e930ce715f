package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"storybot/corpus"
	"storybot/index"
)

// How much is looked at for one question: passages that the search returns, and articles
// whose every sentence is ranked.
const (
	askPassages  = 80
	askArticles  = 30
	askDefault   = 5 // quotes on a page
	quotesEach   = 2 // of one article ahead of others
	nearestShown = 3 // passages shown when the corpus does not say
)

// askOne answers one question.
func (b *Bot) askOne(ctx context.Context, text string, v values) (Answer, error) {
	q, err := b.newQuestion(ctx, text)
	if err != nil {
		return Answer{}, err
	}
	if len(q.terms) == 0 {
		return Answer{}, readerErrorf("that question has no word to look for, as in /ask why did musk leave openai")
	}
	limit := v.cap(askDefault)
	search := v.published(index.Query{Terms: q.query(), Limit: max(askPassages, 2*limit)}, v.from, v.until)
	p, err := b.scoped(ctx, q, search, max(askArticles, limit))
	if err != nil {
		return Answer{}, err
	}
	all, err := q.rank(ctx, b, p)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Title: text, Answered: q.answeredBy(&b.decision, all)}
	if !a.Answered {
		limit = min(limit, max(nearestShown, v.limit))
		a.Note = q.silence(len(all) > 0)
	}
	a.Note = strings.TrimSpace(q.reading() + a.Note)
	near, shown := newNeighbours(all), all
	if v.limit == 0 {
		shown = q.worth(all)
	}
	if a.Quotes, err = b.askQuotes(ctx, q, shown, near, limit); err != nil {
		return Answer{}, err
	}
	if v.why {
		a.Note = strings.TrimSpace(a.Note + "\n" + q.explain(b, a.Quotes, all))
	}
	return a, nil
}

// worthShowing is the share of the best score below which a sentence is not shown, unless
// the reader asks for more.
const worthShowing = 0.6

// worth returns the sentences that come near the best one, without those that speak of
// somebody else.
func (q *question) worth(all []ranked) []ranked {
	var kept []ranked
	for _, c := range all {
		if c.score >= worthShowing*all[0].score && (!c.stray || all[0].stray) {
			kept = append(kept, c)
		}
	}
	return kept
}

// neighbours are the ranked sentences of each article by number.
type neighbours map[string]map[int]ranked

func newNeighbours(all []ranked) neighbours {
	near := neighbours{}
	for _, c := range all {
		if near[c.article] == nil {
			near[c.article] = map[int]ranked{}
		}
		near[c.article][c.at] = c
	}
	return near
}

// askQuotes makes quotes of the best sentences. Further sentences of an article that has
// been quoted count less, and other articles with the same sentence are named under it.
func (b *Bot) askQuotes(ctx context.Context, q *question, all []ranked, near neighbours, limit int) ([]Quote, error) {
	for most := 4 * limit; ; most *= 4 { // some will be folded
		p, err := b.askPage(ctx, q, diverse(all, most), near)
		if err != nil {
			return nil, err
		}
		if len(p.quotes) < limit && len(p.copied) > 0 && most < len(all) {
			continue // copies have crowded out the others
		}
		quotes := p.quotes
		if limit < 50 {
			quotes, err = p.spread(ctx, quotes, quotesEach)
		}
		return quotes[:min(limit, len(quotes))], err
	}
}

// askPage makes a page of quotes of some sentences.
func (b *Bot) askPage(ctx context.Context, q *question, all []ranked, near neighbours) (*page, error) {
	p := b.page(len(all))
	for _, c := range all {
		span := q.span(c, near[c.article])
		if slices.ContainsFunc(p.quotes, func(o Quote) bool { return o.Article.ID == c.article && o.Overlaps(span) }) {
			continue
		}
		o := quote(c.reading, span, c.score)
		o.Highlight = merge(q.highlight(c), span)
		if _, err := p.add(ctx, o, c.text()); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// furtherOfArticle is what a second sentence of one article counts, a third that again
// and so on, when quotes are chosen.
const furtherOfArticle = 0.85

// diverse returns the first sentences in the order of their scores, each less by the
// better ones of its article.
func diverse(all []ranked, most int) []ranked {
	all = slices.Clone(all[:min(2*most, len(all))])
	worth := make(map[*ranked]float64, len(all))
	further := map[string]float64{}
	order := make([]*ranked, len(all))
	for i := range all {
		c := &all[i]
		if _, seen := further[c.article]; !seen {
			further[c.article] = 1
		}
		order[i], worth[c] = c, c.score*further[c.article]
		further[c.article] *= furtherOfArticle
	}
	slices.SortStableFunc(order, func(a, b *ranked) int { return cmp.Compare(worth[b], worth[a]) })
	out := make([]ranked, 0, len(order))
	for _, c := range order {
		out = append(out, *c)
	}
	return out[:min(most, len(out))]
}

// highlight returns the words of a sentence that answer: the terms of the question and
// what stands in the place of the answer.
func (q *question) highlight(c ranked) []corpus.Span {
	spans := []corpus.Span{c.phrase, c.behind} // where they are empty, merge leaves them out
	for i, t := range c.tokens {
		_, own := q.index[t.Stem]
		if t.Stem != "" && (own || q.isSynonym(c.tokens[i:])) {
			spans = append(spans, corpus.Span{Start: t.Start, End: t.End})
		}
		if i == c.answer {
			spans = append(spans, q.answerSpan(c.sentence, i))
		}
	}
	return spans
}

func (q *question) isSynonym(tokens []index.Token) bool {
	return slices.ContainsFunc(q.terms, func(t term) bool { return t.meant(tokens) })
}
