package bot

import (
	"slices"
	"strings"

	"storybot/corpus"
)

// sayings returns, where the question asks what somebody said, the words of that speaker
// in an article by the number of the sentence that says who speaks.
func (q *question) sayings(r *corpus.Reading) map[int][]corpus.Saying {
	if q.kind != aSaying || q.roles.subject == 0 {
		return nil
	}
	by := map[int][]corpus.Saying{}
	for _, w := range corpus.Sayings(r.Text, r.Sentences, r.Mentions) {
		if q.speaks(w.Speaker) {
			by[w.Sentence] = append(by[w.Sentence], w)
		}
	}
	return by
}

// speaks says whether a name is that of who the question asks about: it has its words, or
// is one of them alone.
func (q *question) speaks(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	met := 0
	for i, t := range q.terms {
		switch {
		case q.roles.subject>>i&1 == 0:
		case slices.Contains(words, t.words[0]):
			met++
		case len(words) > 1:
			return false
		}
	}
	return met > 0
}

// speakerShare is what it counts whose words they are, against what they are about.
const speakerShare = 0.25

// saying returns how well a sentence tells what the question's speaker said: in part for
// whose words they are, and else for the share of the topic that stands with them or in
// the title. It notes the words.
func (q *question) saying(said []corpus.Saying, title []bool, c *ranked) float64 {
	if len(said) == 0 {
		return 0
	}
	topic, share := q.topic(), 1.0
	if all := q.share(topic); all > 0 {
		met := c.met | q.within(c.sentence, said[0].Words)
		for i := range q.terms {
			if title[i] {
				met |= 1 << i
			}
		}
		share = q.share(topic&met) / all
	}
	if q.roles.verb >= 0 {
		c.met |= 1 << q.roles.verb
	}
	c.quoted = said[0].Words
	c.phrase = corpus.Span{Start: max(c.quoted.Start, c.Start), End: max(min(c.quoted.End, c.End), c.Start)}
	return speakerShare + (1-speakerShare)*share
}

// topic returns the terms of the question besides who speaks and the verb, a bit each.
func (q *question) topic() uint64 {
	topic := uint64(0)
	for i := range q.terms {
		if i != q.roles.verb && q.roles.subject>>i&1 == 0 {
			topic |= 1 << i
		}
	}
	return topic
}

// within returns the terms that stand in a span of the article, a bit each.
func (q *question) within(s sentence, span corpus.Span) uint64 {
	met := uint64(0)
	for _, t := range between(s.whole, span) {
		if at, ok := q.index[t.Stem]; ok && t.Stem != "" {
			met |= 1 << at
		}
	}
	return met
}
