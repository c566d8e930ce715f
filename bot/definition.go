package bot

import (
	"slices"
	"sort"
	"strings"

	"storybot/corpus"
	"storybot/index"
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
		switch {
		case !ok:
			return 0
		case d.Strength < telling:
			return sure * d.Strength * q.idf * weaklyTold
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
		sum := q.holds(s, places, m, d)
		if !q.past && slices.Contains(formerWords, strings.ToLower(firstWord(d.Of(s.reading.Text)))) {
			sum *= formerly
		}
		if sum > best {
			best, c.phrase = sum, corpus.Span{Start: min(m.Start, d.Start), End: max(m.End, d.End)}
		}
	}
	if best == 0 {
		best = q.inPost(s, places, c)
	}
	return best * best / max(q.idf, 1e-9)
}

// holds returns the idf of the question's terms that the phrase of a name tells: those of
// the post, all of them where it is the same role, and those of its house.
func (q *question) holds(s sentence, places [][]int, name corpus.Mention, d corpus.Definition) float64 {
	post, house, names, posts := 0.0, 0.0, 0.0, 0.0
	for i, t := range q.terms {
		in := slices.ContainsFunc(places[i], func(p int) bool { return s.tokens[p].Start >= d.Start && s.tokens[p].End <= d.End })
		switch {
		case t.capital && in:
			names, house = names+t.idf, house+t.idf
		case t.capital:
			names += t.idf
		case in:
			posts, post = posts+t.idf, post+t.idf
		default:
			posts += t.idf
		}
	}
	if len(q.posts) > 0 {
		told, ok := q.samePost(corpus.Roles(s.reading.Text, d.Span))
		switch {
		case !ok:
			return 0
		case slices.Contains(q.posts, told): // "Brazilian President" is president of Brazil
			return samePost * q.idf
		case house > 0 && withoutHouse(told) != told && !q.ofHouse(told):
			return otherHouse * (post + house)
		}
		post = max(post, samePost*posts)
	}
	if post == 0 && posts > 0 || house == 0 && names > 0 && q.ofAnother(s, name, d) {
		return 0
	}
	if house == 0 && names > 0 {
		if !q.mainHouse(s, d) {
			return 0
		}
		house = unsaidHouse * names
	}
	return post + house
}

// mainHouse says whether the question's name is the one that the article has most often, of
// persons where the phrase begins with "his" or "her", and else of all but persons: the
// one whose post it is where the phrase does not say.
func (q *question) mainHouse(s sentence, d corpus.Definition) bool {
	person := slices.Contains([]string{"his", "her"}, strings.ToLower(firstWord(s.reading.Text[d.Start:d.End])))
	counts, best := map[string]int{}, ""
	for _, m := range s.reading.Mentions {
		if (m.Kind == corpus.Person) != person || m.Kind == corpus.Place {
			continue
		}
		counts[m.Name]++
		if n := counts[m.Name]; n > counts[best] || n == counts[best] && m.Name < best {
			best = m.Name
		}
	}
	return q.termsOf(best) != 0
}

// firstWord returns the text up to its first space.
func firstWord(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}

// samePost returns the first of the roles that is one that the question asks about, houses
// aside; one with the same house before others.
func (q *question) samePost(roles []string) (role string, ok bool) {
	for _, r := range roles {
		if slices.Contains(q.posts, r) {
			return r, true
		}
		if !ok && slices.ContainsFunc(q.posts, func(p string) bool { return withoutHouse(p) == withoutHouse(r) }) {
			role, ok = r, true
		}
	}
	return role, ok
}

// ofHouse says whether the house of a role has a name of the question.
func (q *question) ofHouse(role string) bool {
	_, house, _ := strings.Cut(role, "|")
	return q.termsOf(house) != 0
}

// withoutHouse returns a role of corpus.Roles without the house it is held in.
func withoutHouse(role string) string {
	role, _, _ = strings.Cut(role, "|")
	return role
}

// askedPosts returns the roles behind "who is", in the spelling of corpus.Roles.
func (q *question) askedPosts() []string {
	for i, t := range q.tokens {
		if !isBe(t.Word) && t.Word != "be" && t.Word != "been" || i+1 == len(q.tokens) {
			continue
		}
		phrase := q.text[q.tokens[i+1].Start:q.tokens[len(q.tokens)-1].End]
		for _, t := range q.typos {
			phrase = strings.ReplaceAll(strings.ToLower(phrase), t.typed, t.taken)
		}
		return corpus.Roles(phrase, corpus.Span{End: len(phrase)})
	}
	if slices.ContainsFunc(q.tokens, func(t index.Token) bool { return slices.Contains(leadingVerbs, t.Word) }) {
		var posts []string
		for _, p := range leadingPosts {
			posts = append(posts, p+"|")
		}
		return posts // "who runs Quanta": of some house
	}
	return nil
}

// formerWords before a post say that it is over.
var formerWords = []string{"former", "ex", "late", "then", "onetime"}

const (
	weaklyTold    = 0.5  // what a definition counts that says too little to stand by itself
	holderCovered = 0.25 // of the question that a sentence must have to tell who holds a post
	otherHouse    = 0.4  // what it counts that a phrase tells the post where the house is another's by its grammar
	formerly      = 0.6  // what it counts that somebody held a post, where it is asked who holds it
	samePost      = 0.9  // what the terms of a post count that the phrase tells in other words
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
		if own := strings.Fields(strings.ToLower(m.Of(s.reading.Text))); len(q.terms) == len(own) && own[0] == q.terms[0].words[0] {
			words = own // a short form: "the DoD"
		}
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
