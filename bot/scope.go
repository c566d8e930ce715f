package bot

import (
	"context"
	"slices"
	"strings"
	"time"

	"storybot/corpus"
	"storybot/corpus/timex"
	"storybot/index"
)

// scope is where and when a question looks: the outlets and the days that it names. Both
// raise what fits and leave out nothing, since articles tell of other days and of other
// outlets' reports.
type scope struct {
	outlets []string      // as the index spells them
	words   []corpus.Span // that name them, in the question
	days    []timex.Timex // with a beginning and an end
}

// newScope finds what a question names. Today is for "last year".
func newScope(text string, tokens []index.Token, outlets []string, today time.Time) scope {
	var s scope
	for _, o := range outlets {
		if span, ok := namedOutlet(tokens, strings.Fields(strings.ToLower(o))); ok {
			s.outlets = append(s.outlets, o)
			s.words = append(s.words, span)
		}
	}
	for _, d := range timex.Tag(capitalMonths(text, tokens), today) {
		if d.Type != timex.Duration && d.Type != timex.Set && !d.Begin.IsZero() && !d.Until.IsZero() && len(s.days) < mostDays {
			s.days = append(s.days, d)
		}
	}
	return s
}

// Words beside an outlet's name that say that it is meant as the one that reports.
var (
	beforeOutlet = []string{"to", "by", "from", "in", "the"} // "according to", "reported by the"
	afterOutlet  = strings.Fields("report reports reported reporting article articles said says say story stories wrote writes piece coverage date dates dated")
)

// namesReporter says whether a question may name an outlet at all.
func namesReporter(tokens []index.Token) bool {
	return slices.ContainsFunc(tokens, func(t index.Token) bool { return t.Word == "according" || slices.Contains(afterOutlet, t.Word) })
}

// namedOutlet returns where the tokens name an outlet as the one that reports, with the
// word behind it that says so.
func namedOutlet(tokens []index.Token, name []string) (corpus.Span, bool) {
	if len(name) > 1 && name[0] == "the" {
		name = name[1:]
	}
	for i := range tokens {
		last := i + len(name) - 1
		if !matches(tokens[i:], name) {
			continue
		}
		told := last+1 < len(tokens) && slices.Contains(afterOutlet, tokens[last+1].Word)
		from := i > 0 && slices.Contains(beforeOutlet, tokens[i-1].Word) &&
			slices.ContainsFunc(tokens[max(0, i-3):i], func(t index.Token) bool { return t.Word == "according" || slices.Contains(afterOutlet, t.Word) })
		if told || from {
			if told {
				last++
			}
			return corpus.Span{Start: tokens[i].Start, End: tokens[last].End}, true
		}
	}
	return corpus.Span{}, false
}

// capitalMonths writes months and days of the week with a capital, as readers often do
// not. "May" and "March" are other words too: they need a word or a number that dates.
func capitalMonths(text string, tokens []index.Token) string {
	out := []byte(text)
	for i, t := range tokens {
		if !slices.Contains(dayNames, t.Word) {
			continue
		}
		if t.Word == "may" || t.Word == "march" {
			before := i > 0 && slices.Contains(datingWords, tokens[i-1].Word)
			behind := i+1 < len(tokens) && isNumber(tokens[i+1].Word)
			if !before && !behind {
				continue
			}
		}
		out[t.Start] &^= 0x20
	}
	return string(out)
}

func isNumber(word string) bool { return word[0] >= '0' && word[0] <= '9' }

var (
	dayNames = strings.Fields(`january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday`)
	datingWords = []string{"in", "last", "this", "since", "until", "of", "by", "early", "late", "mid"}
)

// has says whether a token of the question belongs to an outlet's name.
func (s *scope) has(t index.Token) bool {
	return slices.ContainsFunc(s.words, func(w corpus.Span) bool { return w.Start <= t.Start && t.End <= w.End })
}

// findDated notes the terms of the question that stand in its dates.
func (q *question) findDated() {
	q.dated = 0
	for _, t := range q.tokens {
		if at, ok := q.index[t.Stem]; ok && slices.ContainsFunc(q.scope.days, func(d timex.Timex) bool { return d.Start <= t.Start && t.End <= d.End }) {
			q.dated |= 1 << at
		}
	}
}

// when says how well a sentence fits the days of the question: 1 where it tells of one of
// them, half where its article was published in or shortly after one.
func (q *question) when(s sentence) float64 {
	if len(q.scope.days) == 0 {
		return 0
	}
	for _, d := range datesIn(s) {
		if slices.ContainsFunc(q.scope.days, func(w timex.Timex) bool { return d.Begin.Before(w.Until) && w.Begin.Before(d.Until) }) {
			return 1
		}
	}
	day := s.reading.Published
	if !day.IsZero() && slices.ContainsFunc(q.scope.days, func(w timex.Timex) bool {
		return !day.Before(w.Begin) && day.Before(w.Until.AddDate(0, 0, reportedWithin))
	}) {
		return 0.5
	}
	return 0
}

// reportedWithin is how many days after it happened news is still reported.
const reportedWithin = 3

// datesIn returns the dates of a sentence that place a point in time.
func datesIn(s sentence) []timex.Timex {
	var dates []timex.Timex
	for _, d := range s.reading.Dates {
		if d.Start >= s.Start && d.End <= s.End && !d.Begin.IsZero() && !d.Until.IsZero() {
			dates = append(dates, d)
		}
	}
	return dates
}

// reports says whether an article is from an outlet that the question names.
func (s *scope) reports(a *corpus.Article) bool {
	return slices.ContainsFunc(s.outlets, func(o string) bool { return strings.EqualFold(o, a.Outlet) })
}

// scopePassages is how many passages are searched within the outlets and the days that a
// question names, ahead of those of all.
const scopePassages = 30

// scoped returns the articles to answer from: the best of those within the question's
// scope, then the best of all. A filter that the reader set holds for both.
func (b *Bot) scoped(ctx context.Context, q *question, search index.Query, most int) (*pool, error) {
	hits, err := b.index.Search(ctx, search)
	if err != nil {
		return nil, err
	}
	var first []index.Hit
	within := search
	within.Limit = scopePassages
	if len(q.scope.outlets) > 0 && len(search.Outlets) == 0 {
		within.Outlets = q.scope.outlets
		if first, err = b.index.Search(ctx, within); err != nil {
			return nil, err
		}
	}
	within.Outlets = search.Outlets
	for _, d := range q.scope.days {
		within.From, within.Until = later(search.From, d.Begin), sooner(search.Until, d.Until.AddDate(0, 0, reportedWithin))
		more, err := b.index.Search(ctx, within)
		if err != nil {
			return nil, err
		}
		first = append(first, more...)
	}
	p, err := b.gather(ctx, append(first, hits...), most+len(first)/4)
	if err != nil {
		return nil, err
	}
	further := q.findForms(b.index, p)
	if len(further) == 0 {
		return p, nil
	}
	search.Terms = slices.Concat(search.Terms, further)
	if hits, err = b.index.Search(ctx, search); err != nil {
		return nil, err
	}
	return b.gather(ctx, append(first, hits...), most+len(first)/4)
}

// mostDays bounds the days of one question that are read, and searched one by one.
const mostDays = 3

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// sooner returns the earlier of two times, of which a zero one is no bound.
func sooner(a, b time.Time) time.Time {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}
