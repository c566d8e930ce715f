package bot

import (
	"slices"
	"strings"

	"storybot/corpus"
)

// another says whether the name just before the verb at token v, but for its auxiliaries,
// is none of the subject's, as in "OpenAI, which Musk sued"; or, where the verb is a second
// one behind "and", whether the name that opens the sentence is none.
func (r roles) another(s sentence, places [][]int, v int) bool {
	i := v - 1
	for i >= 0 && (isBe(s.tokens[i].Word) || slices.Contains(helpers, s.tokens[i].Word) || s.tokens[i].Word == "been") {
		i--
	}
	if i > 0 && slices.Contains([]string{"and", "or", "but"}, s.tokens[i].Word) {
		all := mentionsIn(s)
		return len(all) > 0 && all[0].Start == s.Start && !anyIn(r.subject, s, places, all[0].Span)
	}
	if i < 1 || !s.tokens[i].Capital || strings.ContainsAny(s.reading.Text[s.tokens[i].End:s.tokens[i+1].Start], ",;:-–—()\"”") {
		return false
	}
	if anyIn(r.subject, s, places, corpus.Span{Start: s.tokens[i].Start, End: s.tokens[i].End}) {
		return false
	}
	return slices.ContainsFunc(mentionsIn(s), func(m corpus.Mention) bool { return m.Start <= s.tokens[i].Start && s.tokens[i].End <= m.End })
}

// inAside says whether the subject stands before the verb at token v only within relative
// clauses between commas: in "Blake, whom Arden sued, said" Arden says nothing.
func (r roles) inAside(s sentence, places [][]int, v int) bool {
	for k, at := range places {
		if r.subject>>k&1 == 1 && slices.ContainsFunc(at, func(p int) bool { return p < v && !inRelative(s, p, v) }) {
			return false
		}
	}
	return true
}

// inRelative says whether token p is in a relative clause between commas that ends before token v.
func inRelative(s sentence, p, v int) bool {
	opens := p
	for opens > 0 && !s.comma(opens) {
		opens--
	}
	closes := p + 1
	for closes <= v && !s.comma(closes) {
		closes++
	}
	return opens > 0 && closes <= v && slices.Contains(relatives, s.tokens[opens].Word)
}

// relative says whether what is named before the verb at token v is its object, as in "the
// bridge that they built".
func relative(s sentence, v int) bool {
	return v > 1 && slices.Contains(subjectPronouns, s.tokens[v-1].Word) && slices.Contains(relatives, s.tokens[v-2].Word)
}

var (
	subjectPronouns = []string{"it", "he", "she", "they", "we", "i"}
	relatives       = []string{"that", "which", "whom", "who", "whose"}
)

// otherObject says whether the name just behind the verb at token v is none of the
// object's, as in "who founded Oracle" where SoftBank is asked about.
func (r roles) otherObject(s sentence, places [][]int, v int) bool {
	if r.object == 0 || v+1 >= len(s.tokens) || passive(s, v) || !s.tokens[v+1].Capital || s.tokens[v+1].Start != s.tokens[v].End+1 {
		return false
	}
	return slices.ContainsFunc(mentionsIn(s), func(m corpus.Mention) bool {
		return m.Start == s.tokens[v+1].Start && !anyIn(r.object, s, places, m.Span)
	})
}

// ofAnother says whether the verb at token v stands in a relative clause that tells what was
// done to a name before it, none of the object's: in "the Tern, which Arden bought" nobody
// bought Blake.
func (r roles) ofAnother(s sentence, places [][]int, v int) bool {
	i := v - 1
	for i > 0 && v-i <= subjectWords && !slices.Contains(objectRelatives, s.tokens[i].Word) {
		i--
	}
	if r.object == 0 || i < 1 || i == v-1 || !slices.Contains(objectRelatives, s.tokens[i].Word) || passive(s, v) {
		return false
	}
	return slices.ContainsFunc(mentionsIn(s), func(m corpus.Mention) bool {
		return m.End == s.tokens[i-1].End && !anyIn(r.object, s, places, m.Span)
	})
}

// subjectWords is how many words the subject of a relative clause has with its auxiliaries.
const subjectWords = 5

// objectRelatives open a clause that tells what was done to the name before them, where a
// subject follows. "That" does not: "told Arden that Blake bought it".
var objectRelatives = []string{"which", "whom"}

// comma says whether one stands right before token i.
func (s sentence) comma(i int) bool {
	return strings.Contains(s.reading.Text[s.tokens[i-1].End:s.tokens[i].Start], ",")
}

// anyIn says whether one of the terms stands in the span.
func anyIn(terms uint64, s sentence, places [][]int, span corpus.Span) bool {
	for k, at := range places {
		if terms>>k&1 == 1 && slices.ContainsFunc(at, func(p int) bool { return s.tokens[p].Start >= span.Start && s.tokens[p].End <= span.End }) {
			return true
		}
	}
	return false
}
