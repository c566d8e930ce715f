package bot

import (
	"slices"

	"storybot/corpus"
)

// newestAside is what it counts that an article is new whose title is about something else.
const newestAside = 0.6

// newest returns, where the newest is asked for, which share of the pool's articles is older
// than this one. One of unknown day is older than all.
func (q *question) newest(p *pool, i int) float64 {
	if !q.latest || p.readings[i].Published.IsZero() {
		return 0
	}
	older := 0
	for k := range p.readings {
		if p.readings[k].Published.Before(p.readings[i].Published) {
			older++
		}
	}
	return float64(older) / float64(len(p.readings))
}

// surroundings finds what the sentences of an article have around them: the answer in the
// sentence behind, and the terms that they lack themselves.
func (q *question) surroundings(all []ranked, title []bool) {
	titled := uint64(0)
	for i := range q.terms {
		if title[i] {
			titled |= 1 << i
		}
	}
	last := make([]int, len(q.terms)) // one more than the number of the last sentence with the term
	for k := range all {
		c, around := &all[k], uint64(0)
		if k > 0 && all[k-1].at == c.at-1 {
			around |= all[k-1].met
		}
		c.context = titled | around
		if k+1 < len(all) && all[k+1].at == c.at+1 {
			around |= all[k+1].met
		}
		if q.kind == anything { // what stands behind is quoted with it
			c.context |= around
		}
		c.context &^= c.met
		c.beside = q.share(around &^ c.met)
		c.nearby = q.named(c, titled, last)
		for i := range q.terms {
			if c.met>>i&1 == 1 {
				last[i] = c.at + 1
			}
		}
		if c.covered >= pairCovered {
			near, answer := q.pairNear(c.sentence)
			if c.pair = max(0, near-c.near); c.pair > 0 {
				c.behind = answer
			}
		}
		if c.answer < 0 && c.pair == 0 && q.hasForm() {
			c.formless = 1
		}
	}
}

// hasForm says whether words of some form answer the question: a date, a name, a number, a
// cause.
func (q *question) hasForm() bool {
	return !slices.Contains([]kind{anything, aDefinition, aSaying}, q.kind)
}

// How far back a name still stands for a sentence that lacks it, and what it counts: fully
// shortly before, less in the title, and less the farther back.
const (
	shortlyBefore = 2    // sentences
	namedInTitle  = 0.7  // of a name in the title
	namedPerStep  = 0.08 // what each further sentence back takes off
	namedAtLeast  = 0.3  // of a name anywhere before
)

// named returns the share of the question's names that a sentence lacks and its article has
// named by then, each less the farther back. Who does what is asked about is only taken from
// shortly before, by a pronoun; or from the title, by a noun as "the project".
func (q *question) named(c *ranked, titled uint64, last []int) float64 {
	lacking := q.namedTerms &^ c.met
	if lacking == 0 {
		return 0
	}
	about, back, topic := q.roles.about, false, false
	if q.kind == aHolder {
		about = 0
	}
	if lacking&about != 0 {
		back, topic = pointsBack(c.sentence), hasDefinite(c.sentence)
	}
	sum, known := 0.0, ^lacking
	for i, t := range q.terms {
		if lacking>>i&1 == 0 {
			continue
		}
		if last[i] > 0 || titled>>i&1 == 1 {
			known |= 1 << i
		}
		has := q.namedFor(c, about>>i&1 == 1 && !(topic && titled>>i&1 == 1), back, titled>>i&1 == 1, last[i])
		if has > 0 {
			about &^= 1 << i
		}
		sum += t.naming * has
	}
	// about is what it was where no word of who is asked about stands, or is stood for
	if about != 0 && about == q.roles.about && about&^lacking == 0 && (q.kind != anything || q.yesNo) && len(q.terms) <= longQuestion {
		c.absent = 1
	}
	c.unnamed = slices.ContainsFunc(q.whole, func(name uint64) bool { return name&known == 0 })
	return sum / max(q.naming, 1e-9)
}

// namedFor returns how much of one name a sentence has from before it.
func (q *question) namedFor(c *ranked, about, back, titled bool, last int) float64 {
	ago := c.at + 1 - last
	near := last > 0 && ago <= shortlyBefore
	switch {
	case about && !(back && near):
		return 0
	case near:
		return 1
	case last > 0:
		far := max(namedAtLeast, 1-namedPerStep*float64(ago-shortlyBefore))
		if titled {
			far = max(far, namedInTitle)
		}
		return far
	case titled:
		return namedInTitle
	}
	return 0
}

// pairCovered is the share of the question that a sentence must have for the answer to be
// looked for in the sentence behind it.
const pairCovered = 0.3

// pairNear is near of a sentence together with the one behind it, and what answers there;
// empty where it stands in the sentence itself.
func (q *question) pairNear(s sentence) (near float64, answer corpus.Span) {
	if s.at+1 >= len(s.reading.Sentences) {
		return 0, corpus.Span{}
	}
	s.End = s.reading.Sentences[s.at+1].End
	s.tokens = between(s.whole, s.Span)
	places, _ := q.places(s)
	q.synonyms(s, places, make([]bool, len(q.terms)))
	c := ranked{answer: -1}
	near = q.nearest(s, places, pairReach, &c) / max(q.idf, 1e-9)
	if c.answer >= 0 && s.tokens[c.answer].Start >= s.reading.Sentences[s.at].End {
		answer = q.answerSpan(s, c.answer)
	}
	return near, answer
}

// share returns the share of the question's idf that the terms have, a bit each.
func (q *question) share(terms uint64) float64 {
	sum := 0.0
	for i, t := range q.terms {
		if terms>>i&1 == 1 {
			sum += t.idf
		}
	}
	return sum / max(q.idf, 1e-9)
}
