package bot

import (
	"slices"

	"storybot/corpus"
)

// Who holds a post is told by more than a phrase beside the name: "has emerged as the key
// ally of Ada Bly", "he runs Quanta". How far the words may stand apart, in tokens, and
// what such words count against that phrase.
const (
	postApart  = 3 // between words of the post
	houseApart = 6 // between them and the house
	postTold   = 0.8
	postRun    = 0.7
)

// leadingVerbs say that somebody leads what stands behind them.
var leadingVerbs = []string{"runs", "run", "leads", "heads", "ran", "headed", "chairs"}

// leadingPosts are the posts whose holder does so, as corpus.Roles spells them.
var leadingPosts = []string{"chief executive", "chief", "head", "boss", "leader", "president", "director", "chairman", "chairwoman", "chair"}

// inPost returns the idf of the question's terms where a sentence has somebody in the post
// that is asked about without a phrase that says so beside the name.
func (q *question) inPost(s sentence, places [][]int, c *ranked) float64 {
	names, posts := q.apartTerms()
	if names == 0 {
		return 0
	}
	if posts == 0 { // "the Chancellor of the Exchequer" is all of it written as a name
		from, to, ok := q.postWords(s, places, names)
		if who, known := personBehind(s, to); ok && known {
			c.phrase = corpus.Span{Start: s.tokens[from].Start, End: who.End}
			return postTold * q.idf
		}
	}
	from, to, ok := q.postWords(s, places, posts)
	if ok && houseBeside(s, places, names, from, to) {
		if who, known := q.somebody(s, from); known {
			c.phrase = corpus.Span{Start: who.Start, End: s.tokens[to].End}
			return postTold * q.idf
		}
	}
	if q.runBy(s, places, names) {
		return postRun * q.idf
	}
	return 0
}

// apartTerms parts the terms of the question into those of names and the others, a bit each.
func (q *question) apartTerms() (names, others uint64) {
	for i, t := range q.terms {
		if t.capital {
			names |= 1 << i
		} else {
			others |= 1 << i
		}
	}
	return names, others
}

// postWords returns where a sentence has all words of a post close together.
func (q *question) postWords(s sentence, places [][]int, posts uint64) (from, to int, ok bool) {
	if posts == 0 {
		return 0, 0, false
	}
	from, to = len(s.tokens), -1
	for i, at := range places {
		if posts>>i&1 == 0 {
			continue
		}
		if len(at) == 0 {
			return 0, 0, false
		}
		from, to = min(from, at[0]), max(to, at[0])
	}
	return from, to, to-from <= postApart
}

// ofHouse stand between a post and its house.
var ofHouse = []string{"of", "at", "in", "for", "to", "on"}

// houseBeside says whether a name of the question stands as the house of a post: behind
// "of" and its like, or right before it, or before it with the ending of a possessive.
func houseBeside(s sentence, places [][]int, names uint64, from, to int) bool {
	linked := to+1 < len(s.tokens) && slices.Contains(ofHouse, s.tokens[to+1].Word)
	for i, at := range places {
		if names>>i&1 == 1 && slices.ContainsFunc(at, func(p int) bool {
			return linked && p > to && p-to <= houseApart || p == from-1 ||
				p < from && from-p <= postApart && possessive(s.reading.Text[s.tokens[p].End:])
		}) {
			return true
		}
	}
	return false
}

// personBehind returns the person named right behind token i.
func personBehind(s sentence, i int) (corpus.Mention, bool) {
	for _, m := range mentionsIn(s) {
		if i >= 0 && m.Start > s.tokens[i].Start && i+1 < len(s.tokens) && m.Start <= s.tokens[i+1].Start && m.End > s.tokens[i].End && m.Kind == corpus.Person {
			return m, true
		}
	}
	return corpus.Mention{}, false
}

// somebody returns the last name before token i that is none of the question's, unless a
// name of the question comes between.
func (q *question) somebody(s sentence, i int) (corpus.Mention, bool) {
	all := mentionsIn(s)
	for k := len(all) - 1; k >= 0; k-- {
		if m := all[k]; m.End <= s.tokens[i].Start && q.termsOf(m.Name) == 0 && m.Kind != corpus.Place {
			return m, true
		}
	}
	return corpus.Mention{}, false
}

// runBy says whether a sentence has somebody lead a name of the question, where a post is
// asked about whose holder does.
func (q *question) runBy(s sentence, places [][]int, names uint64) bool {
	if !slices.ContainsFunc(q.posts, func(p string) bool { return slices.Contains(leadingPosts, withoutHouse(p)) }) {
		return false
	}
	for v := 1; v < len(s.tokens); v++ {
		if !slices.Contains(leadingVerbs, s.tokens[v].Word) {
			continue
		}
		for i, at := range places {
			if names>>i&1 == 1 && slices.ContainsFunc(at, func(p int) bool { return p > v && p-v <= postApart }) {
				return true
			}
		}
	}
	return false
}
