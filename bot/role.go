package bot

import (
	"slices"
	"strings"

	"storybot/corpus"
	"storybot/index"
)

// roles are the terms of a question by what they are to its verb: in "who sued OpenAI"
// OpenAI is the object, in "who did OpenAI sue" it is the subject. Terms are bits, as in
// ranked.met.
type roles struct {
	verb            int // the term, -1 where the question shows none
	subject, object uint64
	wanted          bool   // whoever does it is asked for
	about           uint64 // those that a sentence has to name itself
}

// helpers stand before the subject of a question.
var helpers = []string{"did", "does", "do", "will", "would", "has", "have", "had", "can", "could", "should"}

// perfect are the helpers that ask of what has happened.
var perfect = []string{"has", "have", "had"}

// willing are stems of verbs before "to" and another verb, which says what is done.
var willing = slices.Concat(aims, strings.Fields("plan agre intend refus decid promis aim vow pledg"))

// findRoles reads the roles off the order of the question's words, once its names are
// known.
func (q *question) findRoles() {
	q.roles = roles{verb: -1}
	from, form := q.form()
	if form == nobody {
		return
	}
	owned := false // the word before is somebody's: "musk's trial"
	tokens := q.tokens[from:]
	for i, t := range tokens {
		at, ok := q.index[t.Stem]
		was := owned
		owned = possessive(q.text[t.End:])
		switch {
		case !ok || was && form == doing && !q.terms[at].capital && q.roles.subject == 0:
		case owned && form == doing && q.roles.verb < 0:
		case q.terms[at].capital && form == doing && q.roles.verb < 0:
			q.roles.subject |= 1 << at
		case owned && form == wanted && q.roles.verb >= 0: // what is his is the object, not he
		case was && form == wanted && q.roles.verb >= 0:
			q.roles.object |= 1 << at
		case q.terms[at].capital && (form == done || q.roles.verb >= 0):
			q.roles.object |= 1 << at
		case i+2 < len(tokens) && tokens[i+1].Word == "to" && slices.Contains(willing, t.Stem) && q.wordAt(from+i+2) >= 0: // the verb is behind it
		case q.roles.verb < 0 && (form != doing || q.roles.subject != 0):
			q.roles.verb = at
		}
	}
	q.roles.wanted = form == wanted
	q.roles.about = q.roles.subject
	if form == done {
		q.roles.about |= q.roles.object
	}
}

// form is how a question has its names stand to its verb.
type form int

const (
	nobody form = iota // no form that is read
	doing              // "when did OpenAI sue": the name before the verb does it
	done               // "when was OpenAI founded": it is done to the name; or the verb is a noun, "who is the mayor"
	wanted             // "who sued OpenAI": whoever does it is asked for
)

// form returns the form of the question and where its names and verb begin, and notes
// whether it is about the past.
func (q *question) form() (from int, f form) {
	q.past = false
	if q.kind == aDefinition {
		return 0, nobody
	}
	for i, t := range q.tokens[:min(4, len(q.tokens))] {
		switch {
		case slices.Contains(helpers, t.Word) && i+1 < len(q.tokens) && slices.Contains([]string{"be", "been"}, q.tokens[i+1].Word):
			return i + 2, done
		case slices.Contains(perfect, t.Word) && slices.ContainsFunc(q.tokens[i:], func(n index.Token) bool { return n.Word == "been" }):
			q.past = true
			return i + 1, done
		case slices.Contains(helpers, t.Word):
			q.past = t.Word == "did" || slices.Contains(perfect, t.Word)
			return i + 1, doing
		case isBe(t.Word) && (i > 0 || q.yesNo):
			q.past = t.Word == "was" || t.Word == "were"
			return i + 1, done
		case t.Word == "who" && i+1 < len(q.tokens) && q.tokens[i+1].Stem != "":
			verb := q.tokens[i+1]
			q.past = strings.HasSuffix(verb.Word, "ed") || verb.Stem != verb.Word
			return i + 1, wanted
		}
	}
	return 0, nobody
}

// played says whether a sentence has the roles of the question: right is 1 where some place
// of the verb has the subject before it or the object behind it; wrong is 1 where every
// place has them only on the other side. In the passive it is the other way round.
func (r roles) played(s sentence, places [][]int) (right, wrong float64) {
	if r.verb < 0 || r.subject|r.object == 0 {
		return 0, 0
	}
	for _, v := range places[r.verb] {
		switch does, another := r.playedAt(s, places, v); {
		case does:
			return 1, 0
		case another:
			wrong = 1
		}
	}
	return 0, wrong
}

// playedAt says whether the verb at token v has the roles of the question, and whether it has
// them otherwise; neither where it shows none.
func (r roles) playedAt(s sentence, places [][]int, v int) (right, wrong bool) {
	if r.ofAnother(s, places, v) || !r.wanted && r.otherObject(s, places, v) && !closeBy(r.object, places, v) {
		return false, true
	}
	before, behind := sides(r.subject, places, v)
	if before && (r.another(s, places, v) || r.inAside(s, places, v)) {
		before, behind = false, true
	}
	objectBefore, objectBehind := sides(r.object, places, v)
	if objectBefore && !r.wanted && relative(s, v) {
		objectBefore, objectBehind = false, true
	}
	if r.wanted && r.object != 0 {
		if r.otherObject(s, places, v) {
			objectBefore, objectBehind = true, false
		} else if objectBehind && !closeBy(r.object, places, v) {
			objectBehind = false
		} else if !objectBehind && v+1 < len(s.tokens) && slices.Contains(objectPronouns, s.tokens[v+1].Word) {
			objectBefore, objectBehind = false, true
		}
	}
	if passive(s, v) {
		return behind || objectBefore, before || objectBehind
	}
	if r.somebodyElse(s, places, v) {
		return false, true
	}
	return before || objectBehind, behind || objectBefore
}

// somebodyElse says whether a sentence lacks the subject and has another person just before
// the verb at token v.
func (r roles) somebodyElse(s sentence, places [][]int, v int) bool {
	for i, at := range places {
		if r.subject>>i&1 == 1 && len(at) > 0 {
			return false
		}
	}
	return r.subject != 0 && v > 0 && slices.ContainsFunc(mentionsIn(s), func(m corpus.Mention) bool {
		return m.Kind == corpus.Person && m.End == s.tokens[v-1].End
	})
}

// objectReach is how many tokens behind its verb an object still is its object.
const objectReach = 12

// closeBy says whether one of the terms stands within objectReach behind token v.
func closeBy(terms uint64, places [][]int, v int) bool {
	for i, at := range places {
		if terms>>i&1 == 1 && slices.ContainsFunc(at, func(p int) bool { return p > v && p-v <= objectReach }) {
			return true
		}
	}
	return false
}

// objectPronouns behind a verb stand for what was named before it.
var objectPronouns = []string{"it", "him", "her", "them"}

// ordinals tell one time that something happened from another.
var ordinals = []string{"first", "second", "third", "fourth", "fifth"}

// anotherTime returns 1 where the question asks for the first, second or a later of
// something, and the sentence has none of its ordinals but others.
func (q *question) anotherTime(s sentence) float64 {
	asked := func(t index.Token) bool { return slices.Contains(ordinals, t.Word) }
	if !slices.ContainsFunc(q.tokens, asked) {
		return 0
	}
	other := 0.0
	for _, t := range s.tokens {
		if !slices.Contains(ordinals, t.Word) {
			continue
		}
		if _, same := q.index[t.Stem]; same {
			return 0
		}
		other = 1
	}
	return other
}

// sides says on which sides of token v the terms stand.
func sides(terms uint64, places [][]int, v int) (before, behind bool) {
	for i, at := range places {
		if terms>>i&1 == 0 {
			continue
		}
		for _, p := range at {
			before, behind = before || p < v, behind || p > v
		}
	}
	return before, behind
}

// passive says whether the verb at token v is in the passive: a form of "be" shortly
// before it, or "by" behind it.
func passive(s sentence, v int) bool {
	if strings.HasSuffix(s.tokens[v].Word, "ing") {
		return false
	}
	for i := max(0, v-2); i < v; i++ {
		if isBe(s.tokens[i].Word) || slices.Contains([]string{"be", "been", "being"}, s.tokens[i].Word) {
			return true
		}
	}
	return v+1 < len(s.tokens) && s.tokens[v+1].Word == "by"
}

// findPairs notes the words of names that stand side by side in the question.
func (q *question) findPairs() {
	q.pairs = nil
	for i := 1; i < len(q.tokens); i++ {
		a, okA := q.index[q.tokens[i-1].Stem]
		b, okB := q.index[q.tokens[i].Stem]
		pair := [2]int{a, b}
		if okA && okB && a != b && q.terms[a].capital && q.terms[b].capital && !slices.Contains(q.pairs, pair) && len(q.pairs) < mostTerms {
			q.pairs = append(q.pairs, pair)
		}
	}
}

// findWhole notes the names of the question: runs of terms that are names.
func (q *question) findWhole() {
	q.whole = nil
	run := uint64(0)
	for _, t := range q.tokens {
		at, ok := q.index[t.Stem]
		if ok && q.terms[at].capital {
			run |= 1 << at
			continue
		}
		if run != 0 {
			q.whole = append(q.whole, run)
		}
		run = 0
	}
	if run != 0 {
		q.whole = append(q.whole, run)
	}
}

// apart is how many words may stand between those of one name.
const apart = 3

// torn returns the share of the question's idf in words of one name that stand side by
// side in the question and nowhere near one another in a sentence that has both.
func (q *question) torn(places [][]int) float64 {
	sum := 0.0
	for _, pair := range q.pairs {
		a, b := places[pair[0]], places[pair[1]]
		if len(a) == 0 || len(b) == 0 {
			continue
		}
		if !slices.ContainsFunc(a, func(p int) bool {
			return slices.ContainsFunc(b, func(o int) bool { return max(o-p, p-o) <= apart })
		}) {
			sum += min(q.terms[pair[0]].idf, q.terms[pair[1]].idf)
		}
	}
	return sum / max(q.idf, 1e-9)
}

// longer returns the share of the question's idf in names that the sentence has only
// within longer names, of things other than persons: whoever asks about Stargate does not
// mean Stargate UAE.
func (q *question) longer(s sentence) float64 {
	within, alone := uint64(0), uint64(0)
	for _, m := range mentionsIn(s) {
		inside, others := uint64(0), false
		for _, t := range between(s.tokens, m.Span) {
			at, own := q.index[t.Stem]
			switch {
			case own && t.Stem != "" && q.terms[at].capital:
				inside |= 1 << at
			case t.Capital && !own:
				others = true
			}
		}
		if others && m.Kind != corpus.Person {
			within |= inside
		} else {
			alone |= inside
		}
	}
	return q.share(within &^ alone)
}
