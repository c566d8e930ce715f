package bot

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"time"

	"storybot/corpus"
	"storybot/corpus/timex"
	"storybot/index"
)

// How much is looked at to check one message, and what makes a sentence worth showing: the
// share of the claim's idf that it has, and a little for each further thing in common. They
// were chosen by reading what messages on the sample articles find.
const (
	checkClaims   = 5    // sentences of the message
	checkPassages = 60   // that the search returns for one of them
	checkEach     = 2    // quotes for one of them
	checkWords    = 2    // things that a quote has in common with the claim, one of its names among them
	checkScore    = 0.45 // of a quote, where the claim has a name
	checkNameless = 0.6  // the same where it has none
	nameWeight    = 0.2  // what it counts that all names are the same
	figureWeight  = 0.3  // what a figure or a date counts that both have
	otherFigure   = 0.15 // and one that differs
)

// judge is what Check says about its quotes, for it judges nothing itself.
const judge = "Found by the names, numbers and dates of the message. Whether the articles bear it out is for you to judge."

// claim is one sentence of somebody's message.
type claim struct {
	text    string
	names   []index.Name
	stems   map[string]float64 // idf by stem
	idf     float64            // in all, of those that stand somewhere in the corpus
	figures []figure
	dates   []timex.Timex
}

// Check finds what articles say about the sentences of a message: for each, the quotes
// that share most of its words with it, and its names. Their labels say whether they
// have its numbers and its dates. The answer has no request; a message without words is
// a *ReaderError.
func (b *Bot) Check(ctx context.Context, text string) (Answer, error) {
	text = messageText(text)
	if len(b.index.Tokens(text)) == 0 {
		return Answer{}, readerErrorf("That message has no words to look for.")
	}
	unfinished, err := b.unfinished(ctx)
	if err != nil {
		return Answer{}, err
	}
	claims, err := b.claims(ctx, text)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Title: "What the articles say"}
	var missing []string
	for _, c := range claims {
		quotes, err := b.speaks(ctx, c)
		if err != nil {
			return Answer{}, err
		}
		if len(quotes) == 0 {
			missing = append(missing, "“"+clip(c.text)+"”")
		}
		for _, q := range quotes {
			if len(claims) > 1 {
				q.Label = strings.TrimSuffix("“"+clip(c.text)+"” · "+q.Label, " · ")
			}
			a.Quotes = append(a.Quotes, q)
		}
	}
	a.Quotes = onceEach(a.Quotes)
	if a.Answered = len(a.Quotes) > 0; a.Answered {
		a.Note = judge
	}
	if len(missing) > 0 {
		a.Note = strings.TrimSpace(a.Note + " Nothing here speaks of " + strings.Join(missing, " or ") + ".")
	} else if len(claims) == 0 {
		a.Note = "This message says nothing that could be looked up."
	}
	_, err = b.verify(ctx, &a)
	a.qualify(unfinished)
	return a, err
}

// onceEach keeps the first of quotes of one span.
func onceEach(quotes []Quote) []Quote {
	var out []Quote
	for _, q := range quotes {
		if !slices.ContainsFunc(out, func(o Quote) bool { return o.Article.ID == q.Article.ID && o.Overlaps(q.Span) }) {
			out = append(out, q)
		}
	}
	return out
}

// claims reads the sentences of a message that say something: two words at least.
func (b *Bot) claims(ctx context.Context, text string) ([]claim, error) {
	var out []claim
	for _, span := range corpus.Sentences(text) {
		c := claim{text: strings.Join(strings.Fields(span.Of(text)), " "), stems: map[string]float64{}}
		tokens := b.index.Tokens(c.text)
		c.dates = timex.Tag(c.text, b.now().UTC().Truncate(24*time.Hour))
		c.figures = figures(c.text, tokens, c.dates)
		stems := c.words(tokens)
		if len(stems)+len(c.figures)+len(c.dates) < checkWords {
			continue
		}
		if len(out) == checkClaims {
			break
		}
		df, n, err := b.index.Frequencies(ctx, stems)
		if err != nil {
			return nil, err
		}
		for i, s := range stems {
			if df[i] > 0 {
				c.stems[s] = math.Log(1 + (float64(n-df[i])+.5)/(float64(df[i])+.5)) // as weigh has it
				c.idf += c.stems[s]
			}
		}
		if c.names, err = b.namesIn(ctx, c.text); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// words returns the stems of a claim that are part of no number and no date: those are
// held against one another by what they mean.
func (c claim) words(tokens []index.Token) []string {
	var stems []string
	for _, t := range tokens {
		number := slices.ContainsFunc(c.figures, func(f figure) bool { return f.Overlaps(corpus.Span{Start: t.Start, End: t.End}) })
		if t.Stem != "" && !number && !inDate(t, c.dates) && !slices.Contains(stems, t.Stem) && len(stems) < mostTerms {
			stems = append(stems, t.Stem)
		}
	}
	return stems
}

// speaks returns the quotes that speak of a claim, those first that share most with it.
func (b *Bot) speaks(ctx context.Context, c claim) ([]Quote, error) {
	if len(c.stems) == 0 {
		return nil, nil
	}
	q := index.Query{Limit: checkPassages}
	for stem := range c.stems {
		q.Terms = append(q.Terms, index.Term{Stem: stem, Boost: 1})
	}
	slices.SortFunc(q.Terms, func(a, b index.Term) int { return cmp.Compare(a.Stem, b.Stem) })
	for _, n := range c.names {
		q.Names = append(q.Names, n.Spelt...)
	}
	p, err := b.pool(ctx, q, askArticles)
	if err != nil {
		return nil, err
	}
	var quotes []Quote
	err = p.each(ctx, func(r *corpus.Reading, tokens []index.Token) {
		for n := range r.Sentences {
			if q, ok := c.quote(sentenceOf(r, n, tokens)); ok {
				quotes = append(quotes, q)
			}
		}
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(quotes, func(a, b Quote) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), b.Article.Published.Compare(a.Article.Published),
			cmp.Compare(a.Article.ID, b.Article.ID), cmp.Compare(a.Start, b.Start))
	})
	return b.fold(ctx, quotes, len(quotes), checkEach)
}

// quote makes a quote of a sentence that speaks of the claim.
func (c claim) quote(s sentence) (Quote, bool) {
	met, score, marks := c.meets(s)
	named, need := c.named(s), checkNameless
	if len(c.names) > 0 {
		need = checkScore
		score += nameWeight * float64(named) / float64(len(c.names))
	}
	dates := toldDates(s)
	told := figures(s.reading.Text, s.tokens, dates)
	byFigure, byDate := compareFigures(c.figures, told), compareDates(c.dates, dates)
	common := met
	for _, a := range []agreement{byFigure, byDate} {
		if a != silent {
			common++
			score += map[agreement]float64{same: figureWeight, another: otherFigure}[a]
		}
	}
	if common < checkWords || met == 0 || score < need || len(c.names) > 0 && named == 0 {
		return Quote{}, false
	}
	for _, f := range told {
		if slices.ContainsFunc(c.figures, func(g figure) bool { return g.scale == f.scale }) {
			marks = append(marks, f.Span)
		}
	}
	span := widen(s.reading, s.at, s.whole)
	q := quote(s.reading, span, score)
	q.Highlight = merge(marks, span)
	q.Label = agreed(byFigure, byDate)
	return q, true
}

// meets returns how many stems of the claim a sentence has, their share of its idf, and
// where they stand.
func (c claim) meets(s sentence) (stems int, share float64, marks []corpus.Span) {
	met := map[string]bool{}
	for _, t := range s.tokens {
		idf, own := c.stems[t.Stem]
		if !own {
			continue
		}
		marks = append(marks, corpus.Span{Start: t.Start, End: t.End})
		if !met[t.Stem] {
			met[t.Stem] = true
			share += idf / c.idf
		}
	}
	return len(met), share, marks
}

// toldDates returns all time expressions of a sentence: the numbers of a length of time are
// no figures either.
func toldDates(s sentence) []timex.Timex {
	var out []timex.Timex
	for _, d := range s.reading.Dates {
		if d.Start >= s.Start && d.End <= s.End {
			out = append(out, d)
		}
	}
	return out
}

// agreed says how a quote compares with a claim.
func agreed(byFigure, byDate agreement) string {
	var parts []string
	for _, p := range []string{
		map[agreement]string{same: "the same number", another: "another number"}[byFigure],
		map[agreement]string{same: "the same date", another: "another date"}[byDate],
	} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " · ")
}

// named counts the names of the claim that a sentence mentions.
func (c claim) named(s sentence) int {
	n := 0
	for _, name := range c.names {
		mentions := func(m corpus.Mention) bool {
			return m.Start >= s.Start && m.End <= s.End && slices.Contains(name.Spelt, m.Name)
		}
		if slices.ContainsFunc(s.reading.Mentions, mentions) {
			n++
		}
	}
	return n
}
