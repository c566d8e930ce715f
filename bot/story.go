package bot

import (
	"context"
	"math"
	"slices"

	"storybot/corpus"
	"storybot/index"
)

// The choice of days and sentences follows trials on Timeline17 (Tran et al. 2013): a day
// weighs by what was published on it, by the articles that mention it, and again by
// those of them that look back on it; a sentence by its closeness to its day and to the
// topic.
const (
	centroidSentences = 10  // of each article, for the topic's centroid
	centroidTerms     = 100 // of the centroid
	leadSentences     = 5   // that rate how close an article is to the topic
)

// story is the sentences of the articles on one topic, as vectors of words.
type story struct {
	lines []*line
	ids   map[string]int32 // stem -> term
	topic map[int32]bool   // terms that the reader typed
	names []string         // of the topic
	leads []float64        // by article: the mean closeness of its first sentences to the topic
	pool  *pool
}

// line is one sentence of a story.
type line struct {
	sentence
	article int
	words   uint64 // a hash of its words: what says the same has the same
	vector  vector
	near    float64        // how surely it is about the topic, up to 1
	close   float64        // cosine to the topic's centroid, times near
	share   float64        // of the typed words
	events  []corpus.Event // its dates
}

// newStory reads the sentences that matter: the first of each article, and those with a
// date.
func newStory(ctx context.Context, ix *index.Index, p *pool, t topic) (*story, error) {
	s := &story{ids: map[string]int32{}, topic: map[int32]bool{}, names: t.names, pool: p, leads: make([]float64, len(p.readings))}
	chapters := make([]*chapter, len(p.readings)) // by their first article
	parallel(len(p.readings), func(from, to int) {
		c := &chapter{ids: map[string]int32{}}
		for i := from; i < to && ctx.Err() == nil; i++ {
			first := len(c.lines)
			c.read(p, i)
			s.place(t, c.lines[first:], t.inTitle(ix, p.readings[i].Title))
		}
		chapters[from] = c
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, c := range chapters {
		if c != nil {
			s.take(c)
		}
	}
	for _, stem := range t.stems {
		s.topic[s.id(stem)] = true
	}
	s.weigh()
	return s, nil
}

// chapter is the lines of some articles that follow upon each other.
type chapter struct {
	lines []*line
	terms [][]int32        // of each line
	ids   map[string]int32 // stem -> term of this chapter
	stems []string         // by term
}

// take adds the next chapter. Its terms become those of the story, which come in the order of
// the articles however many chapters there are.
func (s *story) take(c *chapter) {
	ids := make([]int32, len(c.stems))
	for i, stem := range c.stems {
		ids[i] = s.id(stem)
	}
	parallel(len(c.lines), func(from, to int) {
		for i := from; i < to; i++ {
			terms := c.terms[i]
			for k, t := range terms {
				terms[k] = ids[t]
			}
			c.lines[i].words = hashed(terms)
			c.lines[i].vector = counted(terms)
		}
	})
	s.lines = append(s.lines, c.lines...)
}

// topic is what a story is about: a name with its spellings, or words; the zero value
// is everything.
type topic struct {
	names   []string
	stems   []string
	further [][]string // beside the names: for each word the stems of which one must stand
}

// inArticle is how surely a sentence is about the topic that it does not name itself, where
// the title or the lead of its article does.
const inArticle = 0.7

// place says of an article's lines how surely they are about the topic.
func (s *story) place(t topic, lines []*line, about bool) {
	named := make([]bool, len(lines))
	for i, l := range lines {
		named[i] = t.in(l)
		about = about || named[i] && l.at < aboutSentences
	}
	for i, l := range lines {
		switch {
		case named[i]:
			l.near = 1
		case about:
			l.near = inArticle
		}
		t.narrow(l)
	}
}

// aboutSentences are the first of an article, of which one names what it is about.
const aboutSentences = 3

// covers says whether two of three words of the topic stand among the tokens of the texts.
func (t topic) covers(texts ...[]index.Token) bool {
	n := 0
	for _, stem := range t.stems {
		if slices.ContainsFunc(texts, func(tokens []index.Token) bool { return stands(stem, tokens) }) {
			n++
		}
	}
	return 3*n >= 2*len(t.stems)
}

// in says whether a line names the topic, or has most of its words.
func (t topic) in(l *line) bool {
	if t.covers(l.tokens) {
		return true
	}
	for _, m := range mentionsIn(l.sentence) {
		if slices.Contains(t.names, m.Name) {
			return true
		}
	}
	return false
}

func (t topic) inTitle(ix *index.Index, title string) bool {
	return title != "" && t.covers(ix.Tokens(title))
}

func (s *story) id(stem string) int32 {
	id, ok := s.ids[stem]
	if !ok {
		id = int32(len(s.ids))
		s.ids[stem] = id
	}
	return id
}

// read adds the lines of an article.
func (c *chapter) read(from *pool, article int) {
	r, tokens := &from.readings[article], from.tokens[article]
	next := 0
	for n := range r.Sentences {
		first := next
		for next < len(r.Events) && r.Events[next].Sentence == n {
			next++
		}
		events := r.Events[first:next]
		if n >= centroidSentences && len(events) == 0 {
			continue
		}
		l := &line{sentence: sentenceOf(r, n, tokens), article: article, events: events}
		terms := make([]int32, 0, len(l.tokens))
		for i := range l.tokens {
			if stem := l.tokens[i].Stem; stem != "" {
				terms = append(terms, c.id(stem))
			}
		}
		c.lines, c.terms = append(c.lines, l), append(c.terms, terms)
	}
}

func (c *chapter) id(stem string) int32 {
	id, ok := c.ids[stem]
	if !ok {
		id = int32(len(c.stems))
		c.ids[stem] = id
		c.stems = append(c.stems, stem)
	}
	return id
}

// hashed returns a hash of terms in order (FNV-1a, a term at a time).
func hashed(terms []int32) uint64 {
	h := uint64(14695981039346656037)
	for _, t := range terms {
		h = (h ^ uint64(t)) * 1099511628211
	}
	return h
}

// weigh turns counts into weights, (1 + ln tf) · idf, and measures closeness to the topic.
func (s *story) weigh() {
	df := make([]float64, len(s.ids))
	for _, l := range s.lines {
		for _, x := range l.vector {
			df[x.term]++
		}
	}
	idf := make([]float64, len(df))
	for i, n := range df {
		idf[i] = math.Log(1 + float64(len(s.lines))/(1+n))
	}
	parallel(len(s.lines), func(from, to int) {
		for _, l := range s.lines[from:to] {
			for i, x := range l.vector {
				l.vector[i].weight = (1 + math.Log(x.weight)) * idf[x.term]
			}
			l.vector.normalise()
		}
	})
	var sum accumulator
	for _, l := range s.lines {
		if l.at < centroidSentences {
			sum.add(l.vector, 1)
		}
	}
	centroid := sum.top(centroidTerms)
	parallel(len(s.lines), func(from, to int) {
		for _, l := range s.lines[from:to] {
			l.close = centroid.dot(l.vector) * l.near
			l.share = s.typed(l)
		}
	})
	counts := make([]float64, len(s.leads))
	for _, l := range s.lines {
		if l.at < leadSentences {
			s.leads[l.article] += l.close
			counts[l.article]++
		}
	}
	for i, n := range counts {
		s.leads[i] /= max(1, n)
	}
}

// typed returns the share of the reader's words that stand in the line.
func (s *story) typed(l *line) float64 {
	if len(s.topic) == 0 {
		return 0
	}
	n := 0
	for _, x := range l.vector {
		if s.topic[x.term] {
			n++
		}
	}
	return float64(n) / float64(len(s.topic))
}
