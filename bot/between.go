package bot

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strings"
	"time"

	"storybot/corpus"
	"storybot/index"
)

// How much is looked at for two names.
const (
	betweenPassages = 200
	betweenDefault  = 6 // quotes on a page
)

// tie is a sentence that names two subjects.
type tie struct {
	sentence
	marks []corpus.Span // the names, and the word that ties them
	bond  bool          // a word of the sentence says what ties them
	score float64
}

func (t tie) quote(label string) Quote {
	q := quote(t.reading, t.Span, t.score)
	q.Label, q.Highlight = label, merge(t.marks, q.Span)
	return q
}

// bondWords say what ties two names: kinship, work, money, law, and for or against.
const bondWords = `ally rival friend enemy partner partnership venture founder cofound co-founder colleague boss employer employee adviser aide deputy
successor predecessor replace succeed appoint name hire fire dismiss oust join leave work lead head run own owner buy acquire acquisition merge merger invest
investor investment fund stake back backer donate contract deal agreement alliance support endorse oppose criticize criticise accuse attack praise thank blame
sue lawsuit suit feud dispute quarrel clash fight break fallout split disagreement negotiate meet meeting marry married wife husband son daughter brother sister
father mother rejected reject offer bid compete competitor customer supplier provider subsidiary parent chief executive chairman president director member
minister spokesman spokeswoman lawyer judge side`

func (b *Bot) between(ctx context.Context, r Request, v values) (Answer, error) {
	first, second := r.Options["a"], r.Options["b"]
	x, err := b.newSubject(ctx, first)
	if err != nil {
		return Answer{}, err
	}
	y, err := b.newSubject(ctx, second)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Title: x.title + " and " + y.title}
	switch {
	case !x.found:
		a.Note = x.unknown()
		return a, nil
	case !y.found:
		a.Note = y.unknown()
		return a, nil
	case slices.Equal(x.names, y.names) && x.names != nil:
		return Answer{}, readerErrorf("%s and %s name the same: /who tells of it", clip(first), clip(second))
	}
	all, err := b.ties(ctx, x, y, v)
	if err != nil {
		return Answer{}, err
	}
	if a.Answered = len(all) > 0; !a.Answered {
		a.Note = "No sentence here speaks of both."
		return a, nil
	}
	a.Note = strings.TrimSpace(x.namedLike() + " " + y.namedLike())
	all = firstTexts(all, 3*v.cap(betweenDefault))
	slices.SortStableFunc(all, inTime)
	for _, t := range all {
		q := quote(t.reading, widen(t.reading, t.at, t.whole), t.score)
		q.Highlight = merge(t.marks, q.Span)
		a.Quotes = append(a.Quotes, q)
	}
	a.Quotes, err = b.fold(ctx, a.Quotes, quotesEach, v.cap(betweenDefault))
	return a, err
}

// firstTexts returns the first sentences that have so many texts among them: copies will be
// folded.
func firstTexts(all []tie, most int) []tie {
	texts := map[string]bool{}
	for i, t := range all {
		texts[sameWords(t.text())] = true
		if len(texts) > most {
			return all[:i]
		}
	}
	return all
}

// inTime orders ties: those with a bond first, then by the time that they tell of, unknown
// times last, then by place.
func inTime(a, b tie) int {
	if a.bond != b.bond {
		if a.bond {
			return -1
		}
		return 1
	}
	return cmp.Or(tellsOf(a).Compare(tellsOf(b)), cmp.Compare(a.reading.ID, b.reading.ID), cmp.Compare(a.Start, b.Start))
}

// tellsOf returns when what a tie tells began: by the main date of its sentence, else the
// day on which its article was published, else by the last date told before it; the end
// of time where none is known.
func tellsOf(t tie) time.Time {
	r, last := t.reading, time.Time{}
	for _, v := range r.Events {
		if v.Sentence > t.at || v.Date < 0 || v.Main < aside {
			continue
		}
		if v.Sentence == t.at {
			return r.Dates[v.Date].Begin
		}
		last = r.Dates[v.Date].Begin
	}
	switch {
	case !r.Published.IsZero():
		return r.Published
	case !last.IsZero():
		return last
	}
	return time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)
}

// ties returns the sentences that name both subjects, the most telling first.
func (b *Bot) ties(ctx context.Context, x, y subject, v values) ([]tie, error) {
	query := v.published(x.query(), time.Time{}, time.Time{})
	query.Beside, query.Limit = y.names, max(betweenPassages, 2*v.limit)
	p, err := b.pool(ctx, query, query.Limit)
	if err != nil {
		return nil, err
	}
	var all []tie
	err = p.each(ctx, func(r *corpus.Reading, tokens []index.Token) {
		all = append(all, b.tiesIn(r, tokens, x.mentions(r, tokens), y.mentions(r, tokens))...)
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b tie) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.reading.ID, b.reading.ID), cmp.Compare(a.Start, b.Start))
	})
	return all, nil
}

// tiesIn returns the sentences of one article in which a mention of each subject stands.
func (b *Bot) tiesIn(r *corpus.Reading, tokens []index.Token, xs, ys []corpus.Span) []tie {
	var all []tie
	for n := range r.Sentences {
		s := sentenceOf(r, n, tokens)
		x, y := spansIn(xs, s.Span), spansIn(ys, s.Span)
		if len(x) == 0 || len(y) == 0 || slices.ContainsFunc(y, x[0].Overlaps) {
			continue
		}
		all = append(all, b.newTie(s, x[0], y[0]))
	}
	return all
}

// spansIn returns those of the spans, which are in order and disjoint, that lie in another.
func spansIn(spans []corpus.Span, in corpus.Span) []corpus.Span {
	first := sort.Search(len(spans), func(k int) bool { return spans[k].Start >= in.Start })
	last := first
	for last < len(spans) && spans[last].End <= in.End {
		last++
	}
	return spans[first:last]
}

// widestBond is how many bytes lie at most between two names that a word between them ties.
const widestBond = 160

// binds says whether a word between two names can tie them: they stand near each other,
// and nobody says or answers something between them.
func (s sentence) binds(gap corpus.Span) bool {
	said := slices.ContainsFunc(between(s.whole, gap), func(t index.Token) bool { return slices.Contains(partingWords, t.Word) })
	return !said && gap.End-gap.Start <= widestBond
}

// partingWords part what is told of one name from what is told of the other.
var partingWords = []string{"said", "says", "told", "answered", "replied", "wrote", "added", "stood", "while", "whereas"}

// newTie rates a sentence by the word that ties its two names: between them it tells
// most, elsewhere less; and the nearer the names, the more.
func (b *Bot) newTie(s sentence, x, y corpus.Span) tie {
	t := tie{sentence: s, marks: []corpus.Span{x, y}}
	from, to := min(x.End, y.End), max(x.Start, y.Start)
	best := 0.0
	for _, k := range s.tokens {
		if !b.bonds[k.Stem] {
			continue
		}
		weight := 0.5
		if k.Start >= from && k.End <= to && s.binds(corpus.Span{Start: from, End: to}) {
			weight = 1
		}
		if weight > best {
			best, t.bond = weight, weight == 1
			t.marks = []corpus.Span{x, y, {Start: k.Start, End: k.End}}
		}
	}
	t.score = best + 1/(1+float64(to-from)/100) + lead(s.at, corpus.Span{Start: min(x.Start, y.Start), End: max(x.End, y.End)}, s.Span)
	return t
}
