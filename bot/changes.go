package bot

import (
	"context"
	"fmt"
	"strings"
	"time"

	"storybot/corpus"
	"storybot/index"
)

const (
	changesDefault = 8 // articles on a page
	mostHunks      = 3 // places of one article that are shown
	mostRun        = 3 // sentences in a row that are shown
)

// stampLayout writes a time as readers do: "21 January 2025, 14:05 UTC".
const stampLayout = "2 January 2006, 15:04 UTC"

// changes is what happened to the corpus since a time.
type changes struct {
	after               time.Time // only what is later counts
	said                string    // since when, in words
	corrected, added    []index.Arrival
	withdrawn           []index.Version
	shown, rest, silent int // articles
}

// changesSince tells what was corrected, withdrawn and added since a day or, without one,
// in the last refresh that changed anything: the sentences that differ, as they were and as
// they are, and the first sentence of what came or went.
func (b *Bot) changesSince(ctx context.Context, v values) (Answer, error) {
	a := Answer{Title: "Changes"}
	c, note, err := b.findChanges(ctx, v.since)
	if err != nil || c == nil {
		a.Note = note
		return a, err
	}
	limit := v.cap(changesDefault)
	for _, r := range c.corrected {
		if err := c.add(&a, limit, func() ([]Quote, error) { return b.correction(ctx, r, c.after) }); err != nil {
			return Answer{}, err
		}
	}
	for _, w := range c.withdrawn {
		if err := c.add(&a, limit, func() ([]Quote, error) { return withdrawal(w), nil }); err != nil {
			return Answer{}, err
		}
	}
	fold := b.folding(articlesOf(c.added))
	for i := range c.added {
		if fold.told[i] {
			continue
		}
		if err := c.add(&a, limit, func() ([]Quote, error) { return b.arrivals(ctx, c.added, i, fold) }); err != nil {
			return Answer{}, err
		}
	}
	if c.rest > 0 {
		a.Found = c.shown + c.silent + c.rest
	}
	a.Answered = c.shown > 0
	a.Note = strings.TrimSpace(c.note() + " " + fold.note())
	return a, nil
}

// findChanges gathers what changed; nil, with a note that says why, where nothing did.
func (b *Bot) findChanges(ctx context.Context, since time.Time) (*changes, string, error) {
	born := b.index.Born()
	if born.IsZero() {
		return nil, emptyIndex, nil
	}
	c := &changes{after: since.Add(-time.Second), said: "since " + since.Format(dayLayout)}
	if since.IsZero() {
		last, err := b.index.LastChange(ctx)
		if err != nil {
			return nil, "", err
		}
		if last.IsZero() {
			return nil, "Nothing has changed since the index was built, on " + born.Format(stampLayout) + ".", nil
		}
		c.after, c.said = last.Add(-time.Second), "in the refresh of "+last.Format(stampLayout)
	}
	if c.after.Before(born) {
		c.after, c.said = born, "since the index was built, on "+born.Format(stampLayout)
	}
	arrivals, err := b.index.Since(ctx, c.after)
	if err != nil {
		return nil, "", err
	}
	for _, r := range arrivals {
		if r.Changed {
			c.corrected = append(c.corrected, r)
		} else {
			c.added = append(c.added, r)
		}
	}
	if c.withdrawn, err = b.index.Withdrawn(ctx, c.after); err != nil {
		return nil, "", err
	}
	if len(arrivals)+len(c.withdrawn) == 0 {
		return nil, "Nothing has changed " + c.said + ".", nil
	}
	return c, "", nil
}

// add adds the quotes of one article, where there is room.
func (c *changes) add(a *Answer, limit int, quotes func() ([]Quote, error)) error {
	if c.shown >= limit {
		c.rest++
		return nil
	}
	all, err := quotes()
	if err != nil {
		return err
	}
	if len(all) == 0 {
		c.silent++
		return nil
	}
	c.shown++
	a.Quotes = append(a.Quotes, all...)
	return nil
}

// note counts what changed.
func (c *changes) note() string {
	note := fmt.Sprintf("%d added, %d corrected and %d withdrawn %s.", len(c.added), len(c.corrected), len(c.withdrawn), c.said)
	if c.rest > 0 {
		note += fmt.Sprintf(" %d of them shown; limit: shows more.", c.shown)
	}
	if c.silent > 0 {
		note += " " + plural(c.silent, "article") + " changed in no sentence, or has come and gone."
	}
	return note
}

// correction quotes the sentences of an article that are not as they were at a time: the
// earlier ones first, and what stands in their place.
func (b *Bot) correction(ctx context.Context, r index.Arrival, at time.Time) ([]Quote, error) {
	h, err := b.index.History(ctx, r.ID)
	if err != nil || h.Present == nil {
		return nil, err
	}
	was, ok := wordingAt(h, at)
	if !ok {
		return b.arrival(ctx, r, "Corrected, read "+h.Read.Format(stampLayout)+"; the earlier wording is not kept")
	}
	old := newEarlier(was)
	hunks := differences(sentencesAs(old.Text, old.reading.Sentences), sentencesAs(h.Present.Text, h.Present.Sentences))
	if len(hunks) == 0 && old.Title != h.Present.Title && len(old.reading.Sentences) > 0 && len(h.Present.Sentences) > 0 {
		return []Quote{old.quote(opening(&old.reading), old.label("under another title")),
			labelled(quote(h.Present, opening(h.Present), 0), "Its title since "+h.Read.Format(stampLayout))}, nil
	}
	var quotes []Quote
	for i, x := range hunks {
		if i == mostHunks {
			quotes[len(quotes)-1].Label += fmt.Sprintf("; %s differ", plural(len(hunks)-i, "further place"))
			break
		}
		quotes = append(quotes, old.against(h, x)...)
	}
	return quotes, nil
}

// wordingAt returns the wording that an article had at a time, or the earliest later one
// that is kept.
func wordingAt(h index.History, at time.Time) (index.Version, bool) {
	for _, v := range h.Earlier {
		if v.Until.After(at) {
			return v, true
		}
	}
	return index.Version{}, false
}

// label says what an earlier wording is shown for.
func (e earlier) label(more string) string {
	label := "Earlier wording, read " + e.Read.Format(stampLayout)
	if more != "" {
		label += ", " + more
	}
	return label
}

// against quotes a run of the earlier wording beside what stands there now.
func (e earlier) against(h index.History, x hunk) []Quote {
	was := inRow(e.reading.Sentences[x.oldFrom:x.oldTo])
	now := inRow(h.Present.Sentences[x.newFrom:x.newTo])
	read := h.Read.Format(stampLayout)
	switch {
	case x.newFrom == x.newTo:
		return []Quote{e.quote(was, e.label("left out since"))}
	case x.oldFrom == x.oldTo:
		return []Quote{labelled(quote(h.Present, now, 0), "New in this article, read "+read)}
	}
	old, present := e.quote(was, e.label("")), labelled(quote(h.Present, now, 0), "Now, read "+read)
	inOld, inNew := otherWords(old.Text, present.Text)
	old.Highlight, present.Highlight = shifted(inOld, was.Start), shifted(inNew, now.Start)
	return []Quote{old, present}
}

// inRow returns the span of sentences in a row, the first three at most.
func inRow(sentences []corpus.Span) corpus.Span {
	if len(sentences) == 0 {
		return corpus.Span{}
	}
	return corpus.Span{Start: sentences[0].Start, End: sentences[min(mostRun, len(sentences))-1].End}
}

// shifted moves spans of a quote to their places in its article.
func shifted(spans []corpus.Span, by int) []corpus.Span {
	for i := range spans {
		spans[i].Start += by
		spans[i].End += by
	}
	return spans
}

func labelled(q Quote, label string) Quote {
	q.Label = label
	return q
}

// withdrawal quotes the first sentence of an article that is gone.
func withdrawal(w index.Version) []Quote {
	e := newEarlier(w)
	if len(e.reading.Sentences) == 0 {
		return nil
	}
	label := fmt.Sprintf("Withdrawn: read %s, no longer there on %s", w.Read.Format(stampLayout), w.Until.Format(stampLayout))
	return []Quote{e.quote(opening(&e.reading), label)}
}

// arrivals quotes the first sentence of the story of a new article, and names those that
// tell the same.
func (b *Bot) arrivals(ctx context.Context, added []index.Arrival, i int, fold *folding) ([]Quote, error) {
	first, also, err := fold.story(ctx, i)
	if err != nil || first < 0 {
		return nil, err
	}
	r := added[first]
	quotes, err := b.arrival(ctx, r, "New, read "+r.Read.Format(stampLayout))
	for k := range quotes {
		quotes[k].Also = also
	}
	return quotes, err
}

func articlesOf(arrivals []index.Arrival) []corpus.Article {
	var all []corpus.Article
	for _, r := range arrivals {
		all = append(all, r.Article)
	}
	return all
}

// arrival quotes the first sentence of an article.
func (b *Bot) arrival(ctx context.Context, r index.Arrival, label string) ([]Quote, error) {
	reading, ok, err := b.index.Article(ctx, r.ID)
	if err != nil || !ok || len(reading.Sentences) == 0 {
		return nil, err
	}
	return []Quote{labelled(quote(&reading, opening(&reading), 0), strings.TrimSpace(label))}, nil
}
