package bot

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"storybot/corpus"
	"storybot/corpus/timex"
	"storybot/index"
)

// How much is looked at for one timeline.
const (
	timelineDefault = 10 // dates on a page
	articlesEach    = 40 // articles for a date that is asked for,
	fewestArticles  = 400
	mostArticles    = 800
	passagesEach    = 4 // passages that are searched for an article
)

// timeline tells what happened when: the days that the articles write most of, one quote
// or more each, in order of time.
func (b *Bot) timeline(ctx context.Context, topic string, v values) (Answer, error) {
	p, about, title, note, err := b.timelinePool(ctx, topic, v)
	if err != nil || p == nil {
		return Answer{Title: title, Note: note}, err
	}
	story, err := newStory(ctx, b.index, p, about)
	if err != nil {
		return Answer{}, err
	}
	days := story.days(v.from, v.until)
	most := v.cap(timelineDefault)
	chosen := story.choose(days, most, max(1, v.detail))
	a := Answer{Title: title, Answered: len(chosen) > 0}
	if !a.Answered {
		a.Note = noDate(topic, title, v)
		return a, nil
	}
	story.disputes(chosen, days)
	fold := b.folder()
	for i, e := range chosen {
		others := slices.Concat(chosen[:i], chosen[i+1:])
		q := e.quote(others)
		if err := fold.name(ctx, &q, e, others); err != nil {
			return Answer{}, err
		}
		a.Quotes = append(a.Quotes, q)
	}
	if a.Quotes, err = fold.first(ctx, a.Quotes); err != nil {
		return Answer{}, err
	}
	further := 0
	if shown := countDays(chosen); shown == most && shown < len(days) {
		a.Found, further = len(days), len(days)-shown
	}
	a.Note = strings.TrimSpace(note + " " + timelineNote(further, p, a.Quotes))
	if v.newest {
		slices.Reverse(a.Quotes)
	}
	return a, nil
}

// noDate says that a timeline is empty.
func noDate(topic, title string, v values) string {
	note := "No date is told"
	if topic != "" {
		note += " of " + title
	}
	if !v.from.IsZero() || !v.until.IsZero() {
		note += " in that time"
	}
	return note + "."
}

// timelineNote says what a timeline leaves out, and where its sources differ.
func timelineNote(further int, p *pool, quotes []Quote) string {
	var notes []string
	if further > 0 {
		notes = append(notes, plural(further, "further date")+" less written of; limit: shows more.")
	}
	if p.partial {
		notes = append(notes, fmt.Sprintf("Read from %d of its articles.", p.searched))
	}
	if s := disagreement(quotes); s != "" {
		notes = append(notes, s)
	}
	return strings.Join(notes, " ")
}

// timelinePool returns the articles on a topic: those that name it, and those that have
// most of its words; nil, with a note that says why, where there are none. Else the note
// names others of the same name.
func (b *Bot) timelinePool(ctx context.Context, typed string, v values) (p *pool, t topic, title, note string, err error) {
	if typed == "" {
		p, err = b.wholeStory(ctx, v)
		return p, t, "The whole story", "", err
	}
	s, further, err := b.narrowed(ctx, typed)
	if err != nil {
		return nil, t, "", "", err
	}
	t = topic{names: s.names, stems: distinct(b.index.Tokens(typed)), further: further}
	several := len(t.stems) >= 2
	if !s.found && !several {
		return b.noTimeline(ctx, t, typed)
	}
	q := s.query()
	if several {
		q.Terms = anyOf(t.stems)
	}
	if p, err = b.articlesOn(ctx, q, v); err != nil {
		return nil, t, "", "", err
	}
	p.keep(func(i int) bool {
		return len(s.mentions(&p.readings[i], p.tokens[i])) > 0 ||
			several && (t.covers(p.tokens[i]) || t.covers(b.index.Tokens(p.readings[i].Title), p.tokens[i]))
	})
	if len(p.readings) == 0 {
		return b.noTimeline(ctx, t, typed)
	}
	return p, t, s.title, s.others(), nil
}

// noTimeline says that nothing mentions a topic, and what comes near.
func (b *Bot) noTimeline(ctx context.Context, t topic, typed string) (*pool, topic, string, string, error) {
	s, err := b.newSubject(ctx, typed)
	if err != nil {
		return nil, t, "", "", err
	}
	return nil, t, s.title, s.unknown(), nil
}

// wholeStory returns all articles or, of very many, as many as a timeline reads, spread
// evenly over their days of publication.
func (b *Bot) wholeStory(ctx context.Context, v values) (*pool, error) {
	ids, all, err := b.index.Spread(ctx, v.articles(), v.asOf)
	if err != nil {
		return nil, err
	}
	hits := make([]index.Hit, len(ids))
	for i, id := range ids {
		hits[i].Article = id
	}
	p, err := b.gatherAll(ctx, hits, len(hits))
	if err != nil {
		return nil, err
	}
	p.partial = p.partial || len(ids) < all
	return p, nil
}

// articles returns how many articles are read for a timeline of so many dates.
func (v values) articles() int {
	return min(max(articlesEach*v.cap(timelineDefault)*max(1, v.detail), fewestArticles), mostArticles)
}

// gatherAll loads the articles of the hits, at most so many, on all processors.
func (b *Bot) gatherAll(ctx context.Context, hits []index.Hit, most int) (*pool, error) {
	ids := make([]string, 0, min(most, len(hits)))
	seen := make(map[string]bool, cap(ids))
	for _, h := range hits {
		if !seen[h.Article] && len(ids) < most {
			seen[h.Article] = true
			ids = append(ids, h.Article)
		}
	}
	if err := b.index.Ready(ctx, ids); err != nil {
		return nil, err
	}
	return b.gather(ctx, hits, most)
}

func (b *Bot) articlesOn(ctx context.Context, q index.Query, v values) (*pool, error) {
	q = v.published(q, time.Time{}, time.Time{})
	q.Limit = passagesEach * v.articles()
	hits, err := b.index.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	p, err := b.gatherAll(ctx, hits, v.articles())
	if err != nil {
		return nil, err
	}
	p.partial = p.partial || len(hits) == q.Limit
	return p, nil
}

func distinct(tokens []index.Token) []string {
	var stems []string
	for _, t := range tokens {
		if t.Stem != "" && !slices.Contains(stems, t.Stem) {
			stems = append(stems, t.Stem)
		}
	}
	return stems
}

func anyOf(stems []string) []index.Term {
	var terms []index.Term
	for _, s := range stems {
		terms = append(terms, index.Term{Stem: s, Boost: 1})
	}
	return terms
}

// covered returns how many of the stems stand among the tokens.
func covered(tokens []index.Token, stems []string) int {
	n := 0
	for _, s := range stems {
		if stands(s, tokens) {
			n++
		}
	}
	return n
}

func stands(stem string, tokens []index.Token) bool {
	for i := range tokens {
		if tokens[i].Stem == stem {
			return true
		}
	}
	return false
}

// keep drops the articles that ok refuses.
func (p *pool) keep(ok func(int) bool) {
	wanted := make([]bool, len(p.readings))
	parallel(len(wanted), func(from, to int) {
		for i := from; i < to; i++ {
			wanted[i] = ok(i)
		}
	})
	n := 0
	for i := range wanted {
		if wanted[i] {
			p.readings[n], p.tokens[n] = p.readings[i], p.tokens[i]
			n++
		}
	}
	p.readings, p.tokens = p.readings[:n], p.tokens[:n]
}

// event is a sentence of a story with the time that it tells of.
type event struct {
	*line
	date   timex.Timex
	lead   bool    // dated by its article's day of publication
	main   float64 // how likely the date is that of what the sentence mainly tells
	score  float64
	alike  []event // of other articles, that tell of the same with other words or the same
	claims []Claim
}

// quote shows the event, with the sentence before where it leans on that and none of the
// others shows it.
func (e event) quote(others []event) Quote {
	span := widen(e.reading, e.at, e.whole)
	if slices.ContainsFunc(others, func(o event) bool { return o.article == e.article && o.Overlaps(span) && o.Span != e.Span }) {
		span = e.Span
	}
	q := quote(e.reading, span, e.score)
	date := e.eventDate()
	q.Claims, q.Date = e.claims, &date
	if !e.lead {
		q.Highlight = merge([]corpus.Span{{Start: e.date.Start, End: e.date.End}}, q.Span)
	}
	return q
}

// name names under the quote of an event the articles that say the same of it, and notes
// those whose quote may be shown for it.
func (f *folder) name(ctx context.Context, q *Quote, e event, others []event) error {
	if len(e.alike) == 0 {
		return nil
	}
	shown := passage{newWording(e.text()), e.reading.ID}
	for _, c := range e.alike {
		same, err := f.same(ctx, &shown, &passage{newWording(c.text()), c.reading.ID})
		if err != nil {
			return err
		}
		if !same {
			continue
		}
		q.alsoIn(reference(c.reading.Article))
		if c.lead == e.lead && quotable(c) && !slices.ContainsFunc(e.claims, func(x Claim) bool { return x.Article.ID == c.reading.ID }) {
			copied := c.quote(others)
			f.under(q, &copied)
		}
	}
	return nil
}

func (e event) eventDate() EventDate {
	d := EventDate{Value: e.date.Value, Begin: e.date.Begin, Until: e.date.Until, Precision: e.date.Precision,
		Inferred: e.lead || e.date.How == timex.Inferred}
	if !e.lead {
		d.Text = e.reading.Text[e.date.Start:e.date.End]
	}
	return d
}

func countDays(events []event) int {
	seen := map[string]bool{}
	for _, e := range events {
		seen[e.date.Value] = true
	}
	return len(seen)
}

// inOrder sorts events by time, the wider period first, then by article and place.
func inOrder(events []event) {
	slices.SortFunc(events, func(a, b event) int {
		return cmp.Or(a.date.Begin.Compare(b.date.Begin), b.date.Until.Compare(a.date.Until),
			cmp.Compare(b.score, a.score), cmp.Compare(a.reading.ID, b.reading.ID), cmp.Compare(a.Start, b.Start))
	})
}
