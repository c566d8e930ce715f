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
		p, err := b.askPage(ctx, q, q.diverse(all, near, most), near)
		if err != nil {
			return nil, err
		}
		if len(p.quotes) < limit && len(p.copied) > 0 && most < len(all) {
			continue // copies have crowded out the others
		}
		quotes := p.quotes
		if limit < 50 {
			if quotes, err = p.spread(ctx, quotes, quotesEach); err != nil {
				return nil, err
			}
		}
		return p.first(ctx, quotes[:min(limit, len(quotes))])
	}
}

// askPage makes a page of quotes of some sentences.
func (b *Bot) askPage(ctx context.Context, q *question, all []ranked, near neighbours) (*page, error) {
	p := b.page(len(all))
	for _, c := range all {
		span := q.span(c, near[c.article])
		if p.has(c.article, span) {
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

// Where no form of words answers, direct speech does as often as what is told, so that a
// sentence that opens inside a quotation counts so much more than its score has it. Set by
// hand, as the next two were, on questions about two collections of news.
const saidToo = 1.3

// Behind the first quote, one counts by how much it tells where no form of words answers:
// so much more where it has so many bytes or more. Lone short sentences seldom add an
// answer.
const (
	tellsMore   = 0.3
	enoughBytes = 400
)

// severally says whether the question has many answers, of which the article of the best
// quote may give a second one as well as another article: it asks openly, for no form of
// words, and is not so long that it asks of several things.
func (q *question) severally() bool {
	return q.asksOpenly() && !q.hasForm() && len(q.terms) <= 2*longQuestion
}

// mayLead is how many of the best sentences are looked at for the first quote, however many
// are to be shown.
const mayLead = 40

// chosen is a sentence that may be quoted on the first page.
type chosen struct {
	ranked
	worth float64 // its score, made more or less by what else is quoted
	tells float64 // what it is worth more behind the first quote
}

// choose rates a sentence by itself. Where a question has many answers, the one whose quote
// has more of its words is the better one.
func (q *question) choose(c ranked, near map[int]ranked) chosen {
	if !q.severally() {
		return chosen{c, c.score, 1}
	}
	s := q.stretch(c, near)
	worth := c.score * (1 + q.share(s.met))
	if c.inside {
		worth *= saidToo
	}
	return chosen{c, worth, 1 + tellsMore*min(1, float64(s.span().End-s.span().Start)/enoughBytes)}
}

// diverse returns the first sentences in the order of what they are worth, each less by the
// better ones of its article.
func (q *question) diverse(all []ranked, near neighbours, most int) []ranked {
	order := make([]chosen, min(max(2*most, mayLead), len(all)))
	for i, c := range all[:len(order)] {
		order[i] = q.choose(c, near[c.article])
	}
	byWorth(order[:min(mayLead, len(order))])
	further := map[string]float64{}
	for i := range order {
		c := &order[i]
		if _, seen := further[c.article]; !seen {
			further[c.article] = 1
		}
		c.worth *= further[c.article]
		if i > 0 {
			c.worth *= c.tells
		}
		if !q.severally() || c.article != order[0].article {
			further[c.article] *= furtherOfArticle
		}
	}
	byWorth(order[min(1, len(order)):])
	out := make([]ranked, min(most, len(order)))
	for i := range out {
		out[i] = order[i].ranked
	}
	return out
}

func byWorth(order []chosen) {
	slices.SortStableFunc(order, func(a, b chosen) int { return cmp.Compare(b.worth, a.worth) })
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
