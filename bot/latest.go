package bot

import (
	"context"
	"slices"
	"strings"
	"time"

	"storybot/corpus"
	"storybot/index"
)

const (
	latestDefault  = 6    // articles on a page
	latestPassages = 3000 // on a topic
)

// latest shows what was read last, on a topic or at all: of each article the first
// sentence that names the topic, or its first. A reader who asked before is shown what came
// since then; another all that came since the index was built and, where nothing did, the
// latest by day of publication.
func (b *Bot) latest(ctx context.Context, r Request, v values) (Answer, error) {
	a, typed := Answer{Title: "Latest"}, r.Options["topic"]
	on, s, err := b.onTopic(ctx, typed)
	if err != nil {
		return Answer{}, err
	}
	if typed != "" {
		if a.Title = s.title; len(on) == 0 {
			a.Note = s.unknown()
			return a, nil
		}
	}
	after, err := b.lastAsked(ctx, r)
	if err != nil {
		return Answer{}, err
	}
	arrivals, err := b.index.Since(ctx, after)
	if err != nil {
		return Answer{}, err
	}
	came := keepOn(arrivals, on)
	if a.Note = latestNote(len(came), after, b.index.Born()); len(came) == 0 && after.IsZero() {
		if came, err = b.newest(ctx, on); err != nil {
			return Answer{}, err
		}
	}
	fold := b.folding(articlesOf(came))
	if a.Quotes, err = b.quotesOf(ctx, came, s, v.cap(latestDefault), fold); err != nil {
		return Answer{}, err
	}
	a.Note = strings.TrimSpace(a.Note + " " + fold.note())
	a.Answered = len(a.Quotes) > 0
	return a, nil
}

// newest returns the articles on a topic by day of publication, the latest first.
func (b *Bot) newest(ctx context.Context, on map[string]bool) ([]index.Arrival, error) {
	sources, err := b.index.Sources(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]index.Arrival, 0, len(sources))
	for _, source := range sources {
		all = append(all, index.Arrival{Article: source})
	}
	return keepOn(all, on), nil
}

// quotesOf returns a quote of each article, at most so many; articles that tell the same
// share one.
func (b *Bot) quotesOf(ctx context.Context, came []index.Arrival, s subject, most int, fold *folding) ([]Quote, error) {
	var quotes []Quote
	for i := range came {
		if len(quotes) == most {
			break
		}
		first, also, err := fold.story(ctx, i)
		if err != nil {
			return nil, err
		}
		if first < 0 {
			continue
		}
		q, ok, err := b.latestOf(ctx, came[first], s)
		if err != nil {
			return nil, err
		}
		if ok {
			q.Also = also
			quotes = append(quotes, q)
		}
	}
	return quotes, nil
}

// onTopic returns the articles that name a topic; nil without one.
func (b *Bot) onTopic(ctx context.Context, typed string) (map[string]bool, subject, error) {
	if typed == "" {
		return nil, subject{}, nil
	}
	s, err := b.newSubject(ctx, typed)
	if err != nil || !s.found {
		return nil, s, err
	}
	q := s.query()
	q.Limit = latestPassages
	hits, err := b.index.Search(ctx, q)
	on := map[string]bool{}
	for _, h := range hits {
		on[h.Article] = true
	}
	return on, s, err
}

// keepOn returns the articles that are on a topic; all where on is nil.
func keepOn(all []index.Arrival, on map[string]bool) []index.Arrival {
	return slices.DeleteFunc(all, func(r index.Arrival) bool { return on != nil && !on[r.ID] })
}

func latestNote(n int, after, born time.Time) string {
	since := "since the index was built, on " + born.Format(stampLayout)
	if after.After(born) {
		since = "since " + after.UTC().Format(stampLayout)
	}
	switch {
	case born.IsZero():
		return emptyIndex
	case n > 0:
		return plural(n, "article") + " came or changed " + since + ", the newest first."
	case after.IsZero():
		return "Nothing has come " + since + ". These are the latest by their own dates."
	}
	return "Nothing has come " + since + "."
}

// latestOf quotes one article: the first sentence that names the subject and stands in none
// of the texts that are known, written as sameWords has them, or its first. It is false
// where all that name the subject are known.
func (b *Bot) latestOf(ctx context.Context, r index.Arrival, s subject, known ...string) (Quote, bool, error) {
	reading, tokens, ok, err := b.index.ArticleTokens(ctx, r.ID)
	if err != nil || !ok || len(reading.Sentences) == 0 {
		return Quote{}, false, err
	}
	span, named := opening(&reading), []corpus.Span(nil)
	if s.title != "" {
		named = s.mentions(&reading, tokens)
	}
	if len(named) > 0 {
		i := slices.IndexFunc(reading.Sentences, func(x corpus.Span) bool {
			return slices.ContainsFunc(named, x.Overlaps) && !isKnown(x.Of(reading.Text), known)
		})
		switch {
		case i >= 0:
			span = reading.Sentences[i]
		case len(known) > 0:
			return Quote{}, false, nil
		}
	}
	q := quote(&reading, span, 0)
	q.Highlight = merge(named, span)
	switch {
	case r.Changed:
		q.Label = "Corrected, read " + r.Read.Format(stampLayout)
	case !r.Read.IsZero():
		q.Label = "New, read " + r.Read.Format(stampLayout)
	}
	return q, true, nil
}

// isKnown says whether one of some texts, written as sameWords has them, has all of a text.
func isKnown(text string, known []string) bool {
	words := sameWords(text)
	return slices.ContainsFunc(known, func(k string) bool { return strings.Contains(k, words) })
}
