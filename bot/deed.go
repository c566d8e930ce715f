package bot

import (
	"slices"
	"strings"

	"storybot/corpus"
	"storybot/index"
)

// deed is what a statement tells of a name: its verb, and the names before and behind that, a
// bit each. In "Tidewell bought a ferry from Norland" Tidewell is the subject, Norland the
// object.
type deed struct {
	verb            int // a term
	subject, object uint64
}

// nounsBefore is how many words may stand between the name that opens a statement and its
// verb: "Fairport harbour master resigned".
const nounsBefore = 2

// deed returns what a statement tells of the name that opens it; false where none does, or no
// verb comes behind.
func (q *question) deed() (deed, bool) {
	d, nouns, be := deed{verb: -1}, -1, false // nouns behind the name, -1 before it
	for i, t := range q.tokens {
		at, known := q.index[t.Stem]
		switch {
		case q.isName(t):
			if nouns < 0 {
				nouns = 0
			}
			if d.verb < 0 {
				d.subject |= 1 << at
			} else {
				d.object |= 1 << at &^ d.subject
			}
		case d.verb >= 0 || t.Stem == "" && !q.isVerb(i, false) || known && q.dated>>at&1 == 1:
		case nouns >= 0 && q.isVerb(i, nouns == 0):
			d.verb, be = q.wordAt(i), isBe(t.Word)
		case nouns < 0 && i+1 < len(q.tokens) && (q.tokens[i+1].Word == "of" || q.isName(q.tokens[i+1])): // "the port of Osmouth"
		case nouns < 0 || nouns == nounsBefore:
			return d, false
		default:
			nouns++
		}
	}
	if be {
		d = d.passive(q.tokens)
	}
	return d, d.verb >= 0
}

// isName says whether a word of the question is one of a name.
func (q *question) isName(t index.Token) bool {
	at, ok := q.index[t.Stem]
	return ok && q.namedTerms>>at&1 == 1
}

// passive returns what a statement tells that has a form of "be": behind "by" stands who does
// it, and without that whoever it tells of may stand on either side of the verb.
func (d deed) passive(tokens []index.Token) deed {
	if hasWord(tokens, []string{"by"}) {
		return deed{d.verb, d.object, d.subject}
	}
	return deed{verb: d.verb, subject: d.subject}
}

// wordAt returns the first term from token i on that is no name: the one behind "was" says
// what was done; -1 where there is none.
func (q *question) wordAt(i int) int {
	for _, t := range q.tokens[i:] {
		if at, ok := q.index[t.Stem]; ok && (q.namedTerms|q.dated)>>at&1 == 0 {
			return at
		}
	}
	return -1
}

// beforeVerbs stand before a verb, where no name comes behind: "Tidewell to sell ferry".
var beforeVerbs = []string{"to", "may", "might"}

// samePast are verbs whose past is spelt as they are.
var samePast = strings.Fields("quit cut put hit set let beat bid shut")

// isVerb says whether token i of a statement looks like a verb: it helps one, or has the
// ending of a past, or a stem that is spelt otherwise, as "sold" has. Right behind a name,
// forms that are as often a noun count too: "sues", "quit".
func (q *question) isVerb(i int, behindName bool) bool {
	switch t := q.tokens[i]; {
	case isBe(t.Word) || slices.Contains(helpers, t.Word):
		return true
	case slices.Contains(beforeVerbs, t.Word) && i+1 < len(q.tokens):
		_, ok := q.index[q.tokens[i+1].Stem]
		return ok && !q.isName(q.tokens[i+1])
	case t.Stem == "":
		return false
	case strings.HasSuffix(t.Word, "s"):
		return behindName && !possessive(q.text[q.tokens[i-1].End:]) && !strings.HasSuffix(t.Word, "ss") && !strings.HasSuffix(t.Word, "us") && !possessive(q.text[t.End:])
	case strings.HasSuffix(t.Word, "ed"):
		return true
	default:
		return behindName && slices.Contains(samePast, t.Word) || !strings.HasSuffix(t.Word, "y") && !strings.HasPrefix(t.Word, t.Stem)
	}
}

// ofNoDoer says whether the article of a sentence names the subject of a deed, and never as a
// person, an organisation, a place, or a thing with a name of letters: of a gene or a model,
// more is told than that it does something.
func (q *question) ofNoDoer(c *ranked, d deed) bool {
	named := false
	for _, m := range c.reading.Mentions {
		if q.termsOf(m.Name)&d.subject == 0 {
			continue
		}
		if named = true; m.Kind != corpus.Unknown && (m.Kind != corpus.Other || !strings.ContainsAny(m.Name, "0123456789")) {
			return false
		}
	}
	return named
}

// How many tokens from its verb a name is still who does it, or to whom, and a pronoun that
// may stand for who does.
const (
	doerReach    = 30
	pronounDoing = 6
)

// doneIn says whether a sentence may tell of a deed: it has the verb, with who does it before
// and to whom behind, or the other way round in the passive, as far as it has them. Where it
// has not the verb, the words beside may tell of it, unless nothing else is stated. For who
// does it, and where nothing else is stated also to whom, a pronoun may stand.
func (q *question) doneIn(c *ranked, d deed) bool {
	s, alone := c.sentence, q.allTerms()&^(q.namedTerms|q.dated) == 1<<d.verb
	does, done := c.met&d.subject != 0, d.object == 0 || c.met&d.object != 0
	if !does && !pointsBack(s) || alone && !done && !(does && pointsBack(s)) {
		return false
	}
	if c.met>>d.verb&1 == 0 {
		return !alone
	}
	places, _ := q.places(s)
	q.byFullName(s, places)
	q.synonyms(s, places, make([]bool, len(q.terms)))
	return slices.ContainsFunc(places[d.verb], func(v int) bool { return d.at(s, places, c.met, v) })
}

// at says whether the verb at token v has the names on their sides. Beside a noun, "his
// resignation", and where one alone is named, either side will do.
func (d deed) at(s sentence, places [][]int, met uint64, v int) bool {
	before, behind := reached(d.subject, places, v)
	toBefore, toBehind := reached(d.object, places, v)
	if d.object == 0 || isDeedNoun(s.tokens, v) {
		return before || behind || d.byPronoun(s, met, v)
	}
	if passive(s, v) {
		return behind && (toBefore || met&d.object == 0)
	}
	if !inList(s, v) && (roles{subject: d.subject}).another(s, places, v) {
		return false
	}
	return (before || d.byPronoun(s, met, v)) && (toBehind || met&d.object == 0)
}

// reached says on which sides of token v the terms stand, near enough.
func reached(terms uint64, places [][]int, v int) (before, behind bool) {
	for i, at := range places {
		for _, p := range at {
			near := terms>>i&1 == 1 && max(p-v, v-p) <= doerReach
			before, behind = before || near && p < v, behind || near && p > v
		}
	}
	return before, behind
}

// byPronoun says whether a pronoun before the verb at token v may stand for who does it.
func (d deed) byPronoun(s sentence, met uint64, v int) bool {
	return met&d.subject == 0 && hasWord(s.tokens[max(0, v-pronounDoing):v], pronouns)
}

// inList says whether the name before the verb at token v is the last of several.
func inList(s sentence, v int) bool {
	return hasWord(s.tokens[max(0, v-pronounDoing):v], []string{"and"})
}

// nounEndings are those of words that name a deed or who does it, and seldom of a verb.
var nounEndings = []string{"ion", "ions", "ment", "ments", "er", "ers", "or", "ors", "al", "als", "ure"}

// Words before a noun, and behind one that names a deed: "a feud between".
var (
	beforeNouns = []string{"a", "an", "the", "his", "her", "its", "their"}
	behindNouns = []string{"between", "of"}
)

// isDeedNoun says whether token v looks like the noun of a deed, or of who does it.
func isDeedNoun(tokens []index.Token, v int) bool {
	return hasWord(tokens[max(0, v-1):v], beforeNouns) || hasWord(tokens[v+1:min(v+2, len(tokens))], behindNouns) ||
		slices.ContainsFunc(nounEndings, func(e string) bool { return strings.HasSuffix(tokens[v].Word, e) })
}
