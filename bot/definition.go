package bot

import (
	"slices"
	"sort"
	"strings"

	"storybot/corpus"
)

// definition returns, where the question asks who or what something is, the idf of its
// terms by how well a phrase tells that of the name; of a thing that is no name, the idf
// of the terms before the first "is a".
func (q *question) definition(s sentence, places [][]int, c *ranked) float64 {
	if q.kind != aDefinition {
		return 0
	}
	if name, sure := q.asked(s); sure > 0 {
		d, ok := corpus.Defining(s.reading.Text, s.Span, name, nil)
		if !ok || d.Strength < telling {
			return 0
		}
		c.phrase = d.Span
		return sure * d.Strength * q.idf
	}
	for i := 1; i+1 < len(s.tokens) && i < 14; i++ {
		if !isBe(s.tokens[i].Word) || !slices.Contains([]string{"a", "an", "the", "one"}, s.tokens[i+1].Word) {
			continue
		}
		sum := 0.0
		for k := range q.terms {
			if len(places[k]) > 0 && places[k][0] < i {
				sum += q.terms[k].idf
			}
		}
		return sum
	}
	return 0
}

// holder returns, where the question asks who holds a post, the most idf of its terms
// that stand in the phrase that says who one of the sentence's names is, less where only
// some of them do.
func (q *question) holder(s sentence, places [][]int, c *ranked) float64 {
	if q.kind != aHolder || c.covered < holderCovered {
		return 0
	}
	best := 0.0
	for _, m := range mentionsIn(s) {
		d, ok := corpus.Defining(s.reading.Text, s.Span, m.Span, nil)
		if !ok || d.Strength < telling || q.fullNames[m.Name] != 0 && m.Kind != corpus.Person {
			continue
		}
		sum, names, house := 0.0, 0.0, 0.0
		for i, t := range q.terms {
			in := slices.ContainsFunc(places[i], func(p int) bool { return s.tokens[p].Start >= d.Start && s.tokens[p].End <= d.End })
			switch {
			case !t.capital && in:
				sum += t.idf
			case t.capital && in:
				house += t.idf
			}
			if t.capital {
				names += t.idf
			}
		}
		if house == 0 && names > 0 {
			if q.ofAnother(s, m, d) {
				continue
			}
			house = unsaidHouse * names
		}
		if sum == 0 { // no word of the post
			continue
		}
		sum += house
		if sum > best {
			best, c.phrase = sum, corpus.Span{Start: min(m.Start, d.Start), End: max(m.End, d.End)}
		}
	}
	return best * best / max(q.idf, 1e-9)
}

const (
	holderCovered = 0.25 // of the question that a sentence must have to tell who holds a post
	unsaidHouse   = 0.5  // what the house of a post counts where the phrase names none
)

// ofAnother says whether a phrase that tells the post of a name names its house, which
// then is another than the question's.
func (q *question) ofAnother(s sentence, name corpus.Mention, d corpus.Definition) bool {
	return slices.ContainsFunc(mentionsIn(s), func(m corpus.Mention) bool {
		return m.Start >= d.Start && m.End <= d.End && m.Span != name.Span && m.Name != name.Name
	})
}

// mentionsIn returns the mentions of a sentence.
func mentionsIn(s sentence) []corpus.Mention {
	all := s.reading.Mentions
	first := sort.Search(len(all), func(k int) bool { return all[k].Start >= s.Start })
	last := first
	for last < len(all) && all[last].End <= s.End {
		last++
	}
	return all[first:last]
}

// asked returns the first mention in a sentence of what a question asks about, one whose
// name has all of its terms, and how surely it is meant: a longer name may be another's.
func (q *question) asked(s sentence) (mention corpus.Span, sure float64) {
	for _, m := range mentionsIn(s) {
		words := strings.Fields(strings.ToLower(m.Name))
		unnamed := func(t term) bool { return !slices.Contains(words, t.words[0]) }
		if slices.ContainsFunc(q.terms, unnamed) {
			continue
		}
		if len(words) > len(q.terms) {
			return m.Span, longerName
		}
		return m.Span, 1
	}
	return corpus.Span{}, 0
}
