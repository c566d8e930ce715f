package bot

import (
	"slices"
	"strings"

	"storybot/corpus"
	"storybot/index"
)

// mayAnswer says whether a sentence can answer a short question at all: not one about
// somebody else, nor one without the form of words that is asked for, nor one in which
// another did what is asked about, nor, where it is asked whether two have to do with one
// another, one about either.
func (q *question) mayAnswer(c ranked) bool {
	if q.stated {
		return q.tellsOf(&c)
	}
	if c.stray && (c.nearby == 0 || q.kind == aPerson && !pointsBack(c.sentence)) || c.unnamed || q.yesNo && q.past && c.noVerb+c.absent > 0 {
		return false
	}
	if q.personal && !toReader(c.sentence) || q.yesNo && q.namedTerms == 0 && q.share(c.met|c.context) < nearlyAll {
		return false
	}
	if q.yesNo && q.turned(&c) {
		return false
	}
	if c.stray && (q.yesNo && q.undone(&c) || q.counts() && q.ofAnotherHouse(&c)) || q.bare() && q.byChance(&c) || q.otherDay(&c) {
		return false
	}
	return q.hasAnswer(&c)
}

// How much of the names and of the other words of a short statement a sentence has at the
// least, where that says what a name does: one that has only the names, or only what is done,
// tells of something else.
const (
	leastNames = 0.52
	leastOther = 0.45
)

// tellsOf says whether a sentence may tell of what is stated.
func (q *question) tellsOf(c *ranked) bool {
	d, ok := q.deed()
	if !ok || len(q.terms) > longQuestion || q.ofNoDoer(c, d) {
		return true
	}
	var e evidence
	q.metBy(c, &e)
	return e.Rest >= leastOther && (e.Names >= leastNames || q.share(c.met|c.context) >= nearlyAll) && q.doneIn(c, d)
}

// hasAnswer says whether a sentence has what the kind of question asks for.
func (q *question) hasAnswer(c *ranked) bool {
	found := c.answer >= 0 || c.pair > 0
	deed := c.noVerb == 0 || c.context>>q.roles.verb&1 == 1
	switch q.kind {
	case aMeasure:
		return c.answer >= 0 && c.near >= measureNear*c.covered
	case aNumber:
		return c.answer >= 0 && (q.counted == 0 || (c.met|c.context)&q.counted != 0 || q.countsPeople())
	case aDate:
		return found && c.noVerb == 0 && !q.onlyAimed(c.sentence)
	case aName:
		return c.noVerb == 0
	case aReason:
		return found && !(q.tiedWeakly(c) && (q.namedTerms == 0 || q.namedTerms&^c.met != 0 || c.noVerb > 0 || q.undone(c)))
	case anAmount:
		return found && c.near+c.pair >= amountNear*c.covered && c.wrongRole == 0
	case aPlace:
		return found && deed
	case aHolder:
		return c.holder > 0 || q.namesSeveral(c)
	case aDefinition:
		if last := len(q.tokens) - 1; last > 1 && q.tokens[last].Word == "for" && q.tokens[last-1].Word == "stand" {
			return q.spelledOut(c.sentence)
		}
		return c.definition > 0 || q.mayBeTold(c)
	case aPerson:
		acts := c.doer > 0 || q.roles.subject == 0 && !(q.roles.wanted && q.roles.object != 0)
		return acts && c.wrongRole == 0 && deed || q.namesSeveral(c)
	}
	return true
}

// turned says whether a sentence has the very verb of the question with its two names the
// other way round: who sued whom is not who was sued. Other words for it, as "join" for
// "hire", may well turn them.
func (q *question) turned(c *ranked) bool {
	return c.wrongRole > 0 && q.roles.subject != 0 && q.roles.object != 0 && q.roles.verb >= 0 &&
		slices.ContainsFunc(c.tokens, func(t index.Token) bool { return t.Stem == q.terms[q.roles.verb].stem })
}

// counts says whether a number of something is asked for.
func (q *question) counts() bool {
	return slices.Contains([]kind{aNumber, aMeasure, anAmount}, q.kind)
}

// ofAnotherHouse says whether a sentence that has none of the question's names tells of
// another organisation, and has no pronoun that may stand for one of them.
func (q *question) ofAnotherHouse(c *ranked) bool {
	return !pointsBack(c.sentence) && slices.ContainsFunc(mentionsIn(c.sentence), func(m corpus.Mention) bool { return m.Kind == corpus.Organisation })
}

// namesSeveral says whether, where it is asked who several are, a sentence has all of the
// question and two names beside: "a partnership between Tidewell and the Osmouth Bank".
func (q *question) namesSeveral(c *ranked) bool {
	if !slices.ContainsFunc(q.tokens, func(t index.Token) bool { return t.Word == "are" || t.Word == "were" }) || c.met != q.allTerms() {
		return false
	}
	others := map[string]bool{}
	for _, m := range mentionsIn(c.sentence) {
		if !slices.ContainsFunc(q.tokens, func(t index.Token) bool { return t.Stem != "" && strings.Contains(strings.ToLower(m.Name), t.Word) }) {
			others[m.Name] = true
		}
	}
	return len(others) > 1
}

// spelledOut says whether a run of words of a sentence has the letters of the question's short
// form as its initials, as "Department of Defense" has those of DoD. Words without meaning of
// their own may have a letter or none, and one other word may have none.
func (q *question) spelledOut(s sentence) bool {
	if len(q.terms) != 1 {
		return true
	}
	letters := q.terms[0].words[0]
	for i, t := range s.tokens {
		if len(letters) <= mostLetters && t.Word != letters && t.Word[0] == letters[0] && spells(s.tokens[i+1:], letters[1:], 1) {
			return true
		}
	}
	return false
}

// mostLetters bounds what is taken for a short form.
const mostLetters = 8

// spells says whether tokens begin with a run that has the letters as its initials, but for
// some words with none.
func spells(tokens []index.Token, letters string, without int) bool {
	switch {
	case letters == "":
		return true
	case len(tokens) == 0 || without < 0:
		return false
	case tokens[0].Word[0] == letters[0] && spells(tokens[1:], letters[1:], without):
		return true
	case tokens[0].Stem != "":
		without--
	}
	return spells(tokens[1:], letters, without)
}

// mayBeTold says whether a sentence that defines nothing may tell what is asked about all the
// same: a name, or words that stand together as one. What X does, and what a thing of some
// kind is, "what is a black hole", take more than a sentence that names it.
func (q *question) mayBeTold(c *ranked) bool {
	ofAKind := len(q.tokens) > 2 && isBe(q.tokens[1].Word) && slices.Contains(anyOne, q.tokens[2].Word)
	does := slices.ContainsFunc(q.tokens, func(t index.Token) bool { return t.Word == "does" })
	return !does && (q.namedTerms != 0 || !ofAKind && q.together(c.sentence) >= asOneName)
}

// How near, at the least, a measure and an amount of money stand to the words that they are
// asked of, as in features.near.
const (
	measureNear = 0.6
	amountNear  = 0.4
)

// nearlyAll is the share of a question that stands for all of it.
const nearlyAll = 0.8

// bare says whether a question is so short and has no name that its words stand in one
// passage of a large corpus whatever that tells of: "when does summer start".
func (q *question) bare() bool {
	return q.passages >= manyPassages && q.namedTerms == 0 && len(q.terms) <= bareTerms && q.kind != aDefinition
}

// byChance says whether a sentence may have the words of a bare question by chance: unless
// they are rare for the size of the corpus, one that has not all of them, some only in other
// words, or has them apart; and any where they are so common that some passage has to have them.
func (q *question) byChance(c *ranked) bool {
	s := q.surplus(c.met | c.context)
	return s < commonWords || s < rareWords && (c.met != q.allTerms() || c.soft > 0 || q.together(c.sentence) < bareTogether)
}

// From how many passages on a corpus is large; up to how many words a question is bare, and
// how close together they have to stand in a sentence; from what surplus on they are too
// common, and up to which they are rare; and how close together words are one name that nobody
// wrote with capitals.
const (
	manyPassages = 1000
	bareTerms    = 3
	bareTogether = 0.5
	commonWords  = -0.4
	rareWords    = 0.6
	asOneName    = 0.9
)

// otherDay says whether a sentence has nothing to do with the days that a question names.
func (q *question) otherDay(c *ranked) bool {
	return q.dated != 0 && c.when == 0 && (c.met|c.context)&q.dated == 0
}

// toReader says whether a sentence speaks to its reader.
func toReader(s sentence) bool {
	return slices.ContainsFunc(s.tokens, func(t index.Token) bool { return t.Word == "you" || t.Word == "your" })
}

// allTerms has the bit of every term.
func (q *question) allTerms() uint64 { return 1<<len(q.terms) - 1 }

// pointsBack says whether a sentence has a pronoun that may stand for a name before it, or
// a noun with "the" that does: "the partners".
func pointsBack(s sentence) bool {
	return hasDefinite(s) || slices.ContainsFunc(s.tokens, func(t index.Token) bool { return t.Stem == "" && slices.Contains(pronouns, t.Word) })
}

// hasDefinite says whether a sentence has a noun with "the" that may stand for a name before
// it, or for one in the title.
func hasDefinite(s sentence) bool {
	for i := 1; i < len(s.tokens); i++ {
		if s.tokens[i-1].Word == "the" && slices.Contains(definite, s.tokens[i].Word) {
			return true
		}
	}
	return false
}

// definite are nouns that with "the" stand for a name that was given before.
var definite = append(strings.Fields("partners bank agency laboratory club team airline carrier"), generic...)

var pronouns = []string{"it", "its", "he", "him", "his", "she", "her", "they", "them", "their"}
