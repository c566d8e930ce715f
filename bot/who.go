package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"storybot/corpus"
	"storybot/index"
)

// How much is looked at for one name.
const (
	whoPassages = 120
	whoDefault  = 5   // quotes on a page
	telling     = 0.3 // strength of a phrase that says who somebody is
)

// told is a sentence that names the subject, with the phrase that says who it is.
type told struct {
	reading  *corpus.Reading
	sentence int
	mention  corpus.Span
	phrase   corpus.Span // empty where the sentence does not say
	tells    bool        // the phrase says more than a bare title or a place
	score    float64
}

func (b *Bot) who(ctx context.Context, name string, v values) (Answer, error) {
	s, err := b.newSubject(ctx, name)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Title: s.title, Note: s.unknown()}
	if !s.found {
		return a, nil
	}
	if s.shared {
		return b.which(ctx, name, s, v)
	}
	all, err := b.tellings(ctx, s, v)
	if err != nil {
		return Answer{}, err
	}
	if len(all) == 0 {
		if !v.asOf.IsZero() {
			a.Note = "Nothing that was published until then mentions " + s.title + "."
		}
		return a, nil
	}
	a.Answered = true
	a.Note = s.others()
	if !all[0].tells {
		a.Note = strings.TrimSpace("No article here says in so many words who or what this is; these mention it. " + a.Note)
	}
	for _, t := range all {
		a.Quotes = append(a.Quotes, t.quote())
	}
	limit := v.cap(whoDefault)
	a.Quotes = spread(fold(a.Quotes), quotesEach)
	a.Quotes = a.Quotes[:min(limit, len(a.Quotes))]
	return a, nil
}

func (t told) quote() Quote {
	q := quote(t.reading, t.reading.Sentences[t.sentence], t.score)
	mark := t.phrase
	if mark == (corpus.Span{}) {
		mark = t.mention
	}
	q.Highlight = merge([]corpus.Span{mark}, q.Span)
	return q
}

// which asks whom of several a reader means, with the most telling sentence on each.
func (b *Bot) which(ctx context.Context, typed string, s subject, v values) (Answer, error) {
	names := append([]string{s.title}, s.rivals...)
	a := Answer{Answered: true, Title: typed, Note: "That may be " + strings.Join(names, " or ") + ": ask with the whole name."}
	for _, name := range names {
		one, err := b.newSubject(ctx, name)
		if err != nil {
			return Answer{}, err
		}
		all, err := b.tellings(ctx, one, v)
		if err != nil {
			return Answer{}, err
		}
		if len(all) > 0 {
			a.Quotes = append(a.Quotes, all[0].quote())
		}
	}
	return a, nil
}

// others names those who share the name that was typed; "" where nobody does.
func (s subject) others() string {
	if len(s.rivals) == 0 {
		return ""
	}
	return "Others of that name: " + strings.Join(s.rivals, ", ") + "."
}

// tellings returns the sentences that name the subject, those first that say most of who
// or what it is.
func (b *Bot) tellings(ctx context.Context, s subject, v values) ([]told, error) {
	query := v.published(s.query(), v.from, v.until)
	query.Limit = max(whoPassages, 2*v.limit)
	p, err := b.pool(ctx, query, query.Limit)
	if err != nil {
		return nil, err
	}
	var all []told
	err = p.each(ctx, func(r *corpus.Reading, tokens []index.Token) {
		all = append(all, tell(r, s.mentions(r, tokens))...)
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b told) int {
		return cmp.Or(cmp.Compare(b.score, a.score), b.reading.Published.Compare(a.reading.Published),
			cmp.Compare(a.reading.ID, b.reading.ID), cmp.Compare(a.sentence, b.sentence))
	})
	return all, nil
}

// tell rates every sentence of an article that names the subject, by its best mention.
// The mentions are in order and disjoint.
func tell(r *corpus.Reading, mentions []corpus.Span) []told {
	var all []told
	next := 0 // the first mention that may stand in this sentence or a later one
	for n, span := range r.Sentences {
		best := told{score: -1}
		for ; next < len(mentions) && mentions[next].Start < span.End; next++ {
			m := mentions[next]
			if m.Start < span.Start || m.End > span.End {
				continue
			}
			t := told{reading: r, sentence: n, mention: m, score: lead(n, m, span)}
			if d, ok := corpus.Defining(r.Text, span, m, r.Dates); ok && !isLower(m.Of(r.Text)) {
				t.phrase = d.Span
				t.score += d.Strength
				if t.tells = d.Strength >= telling; t.tells {
					t.score++
				}
			}
			if t.score > best.score {
				best = t
			}
		}
		if best.reading != nil {
			all = append(all, best)
		}
	}
	return all
}

// isLower says whether a text has letters and none of them is a capital: then it is no
// name.
func isLower(s string) bool { return strings.ToLower(s) == s && strings.ToUpper(s) != s }

// lead rates where a name stands, between 0 and 0.2: early sentences and the start of a
// sentence speak about it, later ones only mention it.
func lead(n int, mention, sentence corpus.Span) float64 {
	place := float64(mention.Start-sentence.Start) / float64(sentence.End-sentence.Start)
	return 0.1/float64(1+n) + 0.1*(1-place)
}
