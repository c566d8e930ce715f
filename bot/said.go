package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"storybot/corpus"
	"storybot/index"
)

// How much is looked at for one speaker.
const (
	saidPassages  = 200
	saidDefault   = 6 // quotes on a page
	saidSentences = 5 // of one saying, at most
	saidBack      = 3 // sentences before it, to the speaker's name
	mostNameWords = 4 // words of a name that has a topic behind it
)

// saying is something that the subject said, in its article.
type saying struct {
	corpus.Saying
	reading *corpus.Reading
	quote   corpus.Span // whole sentences
	about   float64     // how surely it is about the topic
}

// said tells what an article reports somebody to have said: word for word, and never the
// words of another.
func (b *Bot) said(ctx context.Context, r Request, v values) (Answer, error) {
	s, topic, err := b.speaker(ctx, r.Options["name"], r.Options["topic"])
	if err != nil {
		return Answer{}, err
	}
	if !s.found {
		return Answer{Title: s.title, Note: s.unknown()}, nil
	}
	a := Answer{Title: s.title}
	stems := distinct(b.index.Tokens(topic))
	if topic != "" && len(stems) == 0 {
		return Answer{}, readerErrorf("topic:%s has no word to look for", clip(topic))
	}
	all, err := b.sayings(ctx, s, stems, v)
	if err != nil {
		return Answer{}, err
	}
	if a.Answered = len(all) > 0; !a.Answered {
		a.Note = "No words of " + s.title + " are reported here"
		if topic != "" {
			a.Note += " on “" + clip(topic) + "”"
		}
		a.Note += "."
		return a, nil
	}
	a.Note = s.others()
	for _, t := range all {
		if slices.ContainsFunc(a.Quotes, func(o Quote) bool { return o.Article.ID == t.reading.ID && o.Overlaps(t.quote) }) {
			continue
		}
		q := quote(t.reading, t.quote, t.about)
		q.Highlight = merge([]corpus.Span{{Start: t.Words.Start, End: min(t.Words.End, t.quote.End)}}, q.Span)
		a.Quotes = append(a.Quotes, q)
	}
	a.Quotes, err = b.fold(ctx, a.Quotes, quotesEach, v.cap(saidDefault))
	return a, err
}

// speaker finds who is meant, and what about: without a topic, words that name nobody may be a
// name with a topic behind it, as in "musk openai".
func (b *Bot) speaker(ctx context.Context, name, topic string) (subject, string, error) {
	s, err := b.newSubject(ctx, name)
	if err != nil || s.found || topic != "" {
		return s, topic, err
	}
	words := strings.Fields(name)
	for n := min(len(words), mostNameWords+1) - 1; n > 0; n-- {
		if t, err := b.find(ctx, strings.Join(words[:n], " ")); err != nil || t.names != nil {
			return t, strings.Join(words[n:], " "), err
		}
	}
	return s, topic, nil
}

// sayings returns what the subject says on a topic, given as stems: what has most of its
// words first, then what is said in a paragraph and in an article on it; direct speech
// before indirect, then the newest.
func (b *Bot) sayings(ctx context.Context, s subject, topic []string, v values) ([]saying, error) {
	query := v.published(s.query(), time.Time{}, time.Time{})
	query.Terms, query.Limit = anyOf(topic), max(saidPassages, 2*v.limit)
	p, err := b.pool(ctx, query, query.Limit)
	if err != nil {
		return nil, err
	}
	var all []saying
	err = p.each(ctx, func(r *corpus.Reading, tokens []index.Token) {
		var on *matter
		if len(topic) > 0 {
			on = &matter{stems: topic, titled: covered(b.index.Tokens(r.Title), topic) == len(topic)}
		}
		all = append(all, sayingsIn(r, tokens, s, on)...)
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b saying) int {
		return cmp.Or(cmp.Compare(b.about, a.about), compareBool(b.Direct, a.Direct), b.reading.Published.Compare(a.reading.Published),
			cmp.Compare(a.reading.ID, b.reading.ID), cmp.Compare(a.quote.Start, b.quote.Start))
	})
	return all, nil
}

// What a saying that does not name the topic is about where it is told further up in its
// paragraph, or all of it in the article's title.
const (
	inParagraph = 0.4
	inTitle     = 0.2
)

// matter is what sayings are to be about.
type matter struct {
	stems  []string
	titled bool // the article's title has them all
}

// share returns how much of the matter's words stand among those of the tokens, which
// are in order, that lie in a span.
func (m *matter) share(tokens []index.Token, in corpus.Span) float64 {
	from, _ := slices.BinarySearchFunc(tokens, in.Start, atStart)
	to, _ := slices.BinarySearchFunc(tokens, in.End, atStart)
	return float64(covered(tokens[from:to], m.stems)) / float64(len(m.stems))
}

// about says how surely a quote of r is about the matter; 0 where it is not.
func (m *matter) about(r *corpus.Reading, tokens []index.Token, quote corpus.Span) float64 {
	share := m.share(tokens, quote)
	paragraph := corpus.Span{Start: paragraphStart(r.Text, quote.Start), End: quote.End}
	switch {
	case 2*share >= 1:
		return share
	case m.share(tokens, paragraph) == 1:
		return inParagraph
	case m.titled:
		return inTitle
	}
	return 0
}

// sayingsIn returns what the subject says in one article, all or on a matter.
func sayingsIn(r *corpus.Reading, tokens []index.Token, s subject, on *matter) []saying {
	var all []saying
	for _, w := range corpus.Sayings(r.Text, r.Sentences, r.Mentions) {
		if !slices.Contains(s.names, w.Speaker) {
			continue
		}
		t := saying{Saying: w, reading: r, quote: around(r, w)}
		if on != nil {
			if t.about = on.about(r, tokens, t.quote); t.about == 0 {
				continue
			}
		}
		all = append(all, t)
	}
	return all
}

// namedFrom returns the last sentence, of the first of a saying and a few before it, from
// which on the speaker is named before the pronoun that says who; the one before the
// first where none is.
func namedFrom(r *corpus.Reading, w corpus.Saying, first int) int {
	for n := first; n >= max(0, first-saidBack); n-- {
		for _, m := range mentionsIn(sentenceOf(r, n, nil)) {
			if m.Name == w.Speaker && m.Start < w.Source.Start {
				return n
			}
		}
	}
	return max(0, first-1)
}

// paragraphStart returns where the paragraph begins that byte at stands in.
func paragraphStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }

func atStart(t index.Token, at int) int { return cmp.Compare(t.Start, at) }

// around returns the whole sentences that a saying stands in with who says it, and where
// a pronoun says who, those before up to the speaker's name.
func around(r *corpus.Reading, w corpus.Saying) corpus.Span {
	first, last := -1, -1
	from, to := min(w.Words.Start, w.Source.Start, w.Verb.Start), max(w.Words.End, w.Source.End, w.Verb.End)
	for n, s := range r.Sentences {
		if s.End > from && first < 0 {
			first = n
		}
		if s.Start < to {
			last = n
		}
	}
	if first < 0 || last < first {
		return r.Sentences[w.Sentence]
	}
	if isLower(w.Source.Of(r.Text)) || slices.Contains(leaningWords, strings.ToLower(w.Source.Of(r.Text))) {
		first = namedFrom(r, w, min(first, w.Sentence))
	}
	last = min(last, first+saidSentences-1)
	return corpus.Span{Start: r.Sentences[first].Start, End: r.Sentences[last].End}
}

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
