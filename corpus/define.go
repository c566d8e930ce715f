package corpus

import (
	"slices"
	"strings"

	"storybot/corpus/timex"
)

// Definition is a phrase that says who or what a name is.
type Definition struct {
	Span             // the phrase, a span of the text
	Strength float64 // how much it says, above 0 and at most 1
	Tense    Tense   // whether it holds when the sentence is written
	When     Span    // the time that bounds it, "until 2018", within the sentence; zero where none is told
}

// Defining returns the phrase of a sentence that says who or what the mention at name
// is, as it stands in text: "the CEO of OpenAI" of "Sam Altman, the CEO of OpenAI,
// said ...". Sentence and name are spans of text, name within sentence. Dates are the
// time expressions of the text, in order; without them When stays zero.
//
// Strength ranks phrases by how much they say: most says an apposition around the noun of
// a role, then come what a verb like "is" or "named" says of the name, a title with its
// house ("OpenAI CEO"), the long form of an abbreviation, a relative clause, a bare title,
// and a bare place. Longer phrases say more; commas within make their end less certain. Of several phrases in the sentence the
// strongest is returned, of equal ones the first kind. Without any, ok is false; so it is
// where the spans do not fit.
func Defining(text string, sentence, name Span, dates []timex.Timex) (d Definition, ok bool) {
	c, fits := newClause(text, sentence, name)
	if !fits {
		return Definition{}, false
	}
	var best definition
	for _, read := range definers {
		if d, found := read(c); found && d.strength > best.strength {
			best = d
		}
	}
	if best.from >= best.to {
		return Definition{}, false
	}
	d = Definition{Span: Span{c.words[best.from].Start, c.words[best.to-1].full}, Strength: best.strength}
	d.Tense, d.When = c.tense(best, dates)
	return d, true
}

// definers read one kind of defining phrase each. Earlier ones win ties.
var definers = [...]func(*clause) (definition, bool){
	(*clause).appositionAfter,
	(*clause).appositionBefore,
	(*clause).copula,
	(*clause).titleBefore,
	(*clause).calledSo,
	(*clause).appointed,
	(*clause).copulaBefore,
	(*clause).bracketAfter,
	(*clause).longForm,
	(*clause).inFront,
	(*clause).relative,
	(*clause).participle,
	(*clause).placeAfter,
	(*clause).homeAfter,
}

// definition is a phrase as a range of words.
type definition struct {
	from, to int
	verb     int // the first of the verbs that join it to the name, 0 where none does
	strength float64
}

// clause is a sentence as words, with parts of speech, around one name.
type clause struct {
	text  string
	words []nameWord
	low   []string // the words in lower case
	tags  []string // their Penn Treebank tags, "" for signs
	a, b  int      // the words of the name
}

// newClause splits the sentence and finds the name in it.
func newClause(text string, sentence, name Span) (*clause, bool) {
	if sentence.Start < 0 || sentence.End > len(text) || name.Start < sentence.Start || name.End > sentence.End || name.Start >= name.End {
		return nil, false
	}
	c := &clause{text: text, words: appendWords(nil, text, sentence)}
	c.a = slices.IndexFunc(c.words, func(w nameWord) bool { return w.full > name.Start })
	if c.a < 0 {
		return nil, false
	}
	c.b = c.a
	for c.b < len(c.words) && c.words[c.b].Start < name.End {
		c.b++
	}
	for c.a > 0 && c.words[c.a-1].capitalised() && !c.words[c.a-1].possessive() && namesGiven[strings.ToLower(c.words[c.a-1].Of(text))] {
		c.a--
	}
	c.tag()
	return c, c.b > c.a
}

// tag fills in the words in lower case and their parts of speech.
func (c *clause) tag() {
	c.low = make([]string, len(c.words))
	c.tags = make([]string, len(c.words))
	plain := make([]string, 0, len(c.words)+4)
	at := make([]int, 0, cap(plain)) // the word that each entry of plain is, or -1
	for i, w := range c.words {
		s := w.Of(c.text)
		if c.low[i] = strings.ToLower(s); s == "WHO" && (i+1 == len(c.words) || c.words[i+1].look != allCapital) {
			c.low[i] = "w.h.o." // the agency, not the pronoun
		}
		plain, at = append(plain, s), append(at, i)
		if w.possessive() {
			plain, at = append(plain, "'s"), append(at, -1)
		}
	}
	t, err := nameTagger()
	if err != nil {
		return
	}
	for k, tagged := range t.Tag(plain) {
		if i := at[k]; i >= 0 && c.words[i].look != mark {
			c.tags[i] = tagged.Tag
		}
	}
}

// is says whether word i is one of the set.
func (c *clause) is(i int, set map[string]bool) bool {
	return i >= 0 && i < len(c.low) && set[c.low[i]]
}

// sign says whether word i is the sign s.
func (c *clause) sign(i int, s string) bool { return i >= 0 && i < len(c.low) && c.low[i] == s }

// tagged says whether the tag of word i starts with one of prefixes.
func (c *clause) tagged(i int, prefixes ...string) bool {
	if i < 0 || i >= len(c.tags) {
		return false
	}
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(c.tags[i], p) })
}

// afterName returns the index of the first word behind the name and what belongs to it:
// "Jr.", a place after "of", an insertion in brackets.
func (c *clause) afterName() int {
	i := c.b
	if i > c.a && c.words[i-1].possessive() {
		return i
	}
	if c.sign(i, ",") && c.is(i+1, defineGenerations) {
		i += 2
	}
	for c.is(i, defineGenerations) || c.is(i, namesCommaTailsLow) {
		i++
	}
	i = c.skipBrackets(i)
	if c.sign(i, "of") {
		from := i + 1
		if c.sign(from, "the") {
			from++
		}
		if end := c.capitalEnd(from); end > from && !c.words[end-1].possessive() {
			i = end
		}
	}
	return c.skipBrackets(i)
}

// skipBrackets returns the index behind a short insertion in brackets at i.
func (c *clause) skipBrackets(i int) int {
	if !c.sign(i, "(") {
		return i
	}
	for k := i + 1; k < len(c.words) && k < i+16; k++ {
		if c.sign(k, ")") {
			return k + 1
		}
	}
	return i
}

// appositionAfter reads "NAME, the phrase, ...".
func (c *clause) appositionAfter() (definition, bool) {
	i := c.afterName()
	shared := false
	if k, ok := c.partner(i); ok {
		i, shared = k, true
	}
	if !c.is(i, defineOpenings) || c.sign(i, "-") && !c.dash(i) || c.dateline(i) {
		return definition{}, false
	}
	for c.is(i, defineOpenings) {
		i++
	}
	if !c.opensPhrase(i) {
		return definition{}, false
	}
	d := c.beforeVerb(definition{from: i, to: c.phraseEnd(i)})
	if d.to = c.withoutTail(d); d.to <= d.from || c.inserted() || c.saysElsewhere(d) || shared && !c.plural(d) || !shared && c.several(d) && !c.paired(d) {
		return definition{}, false
	}
	d.strength = c.weigh(d, 0.7)
	if c.belongsToAnother(d) {
		d.strength /= 2
	}
	return d, true
}

// dateline says whether the name opens an article before a dash at i: "OSLO (Agency) - ...".
func (c *clause) dateline(i int) bool {
	return !c.sign(i, ",") && c.a == 0 && c.words[0].look == allCapital && (c.sign(i-1, ")") || namesPlaces[c.low[0]])
}

// partner returns the index behind "and NAME" at i, for a phrase that both share.
func (c *clause) partner(i int) (int, bool) {
	if !c.sign(i, "and") && !c.sign(i, "&") {
		return i, false
	}
	k := i + 1
	for k < len(c.words) && k < i+6 && (c.words[k].capitalised() || c.is(k, namesParticles)) {
		k++
	}
	return k, k > i+1
}

// paired says whether the name is the second of two or more of whom the phrase says the same
// role: "Ann Lee and NAME, producers".
func (c *clause) paired(d definition) bool {
	return c.sign(c.a-1, "and") && c.a > 1 && c.words[c.a-2].capitalised() && c.roleAt(c.head(d.from, d.to)) && c.closed(d.to)
}

// opensPhrase says whether a phrase that says who somebody is can start at word i.
func (c *clause) opensPhrase(i int) bool {
	if i >= len(c.words) || c.words[i].look == mark && c.low[i] != "“" && c.low[i] != "‘" {
		return false
	}
	switch {
	case c.sign(i, "also") && c.is(i+1, defineArticles):
		return true
	case c.is(i, defineNot) && !c.sign(i+1, "-"):
		return false
	case (c.is(i, namesLeading) || c.is(i, defineFormer)) && c.is(i+1, defineQuotes):
		return true
	case c.is(i, defineTwo) && !c.is(i, defineRelatives) || c.sign(i, "one"):
		return c.sign(i+1, "of") || c.tagged(i+1, "NN", "JJ")
	case c.is(i, defineDeterminers):
		return true
	case c.fullName(i):
		return false
	case len(c.low[i]) > 2 && (c.low[i][:2] == "r-" || c.low[i][:2] == "d-") && c.words[i].capitalised():
		return true
	case isAge(c.low[i]):
		return c.sign(i+1, ",") && c.opensPhrase(i+2)
	}
	end := c.segmentEnd(i)
	h := c.head(i, end)
	if c.words[i].look == lowerCase && strings.HasSuffix(c.low[i], "ed") && i+1 < len(c.words) && c.words[i+1].capitalised() && c.words[i+1].possessive() {
		return false // "criticised Britain's plan"
	}
	if h < 0 || c.tagged(i, "VB", "RB") && !c.roleAt(i) && !c.roleAt(i+1) && !c.tagged(i+1, "NN", "JJ") {
		return false
	}
	for k := i; k < h; k++ {
		if c.is(k, defineAfterHead) && !c.sign(k, "and") && !c.possessiveWithin(k, h) {
			return false
		}
	}
	return c.roleAt(h) || c.is(i, namesLeading) || c.possessiveWithin(i, h) || c.plainNoun(i, h, end)
}

// fullName says whether the name of somebody else stands at i, up to the next sign: in a
// row of names, "Cook" is no role.
func (c *clause) fullName(i int) bool {
	end := c.capitalEnd(i)
	return c.words[i].look == capital && namesGiven[c.low[i]] && end > i+1 && (c.closed(end) || c.sign(end, "and")) && !c.words[i].possessive()
}

// plainNoun says whether the words from i to end are a noun in lower case with what
// belongs to it, without an article: "keeper of the light".
func (c *clause) plainNoun(i, h, end int) bool {
	for k := i; k < end; k++ {
		if c.tagged(k, "VBD", "VBZ", "VBP", "MD", "PRP", "WP", "WDT") && !c.tagged(k, "PRP$") {
			return false
		}
	}
	return end > i+1 && c.tagged(i, "NN", "JJ") && !c.words[h].capitalised() && (h+1 == end || c.is(h+1, defineAfterHead))
}

// isAge says whether s is a person's age in digits.
func isAge(s string) bool { return (len(s) == 1 || len(s) == 2) && isDigits(s) }

// segmentEnd returns the index of the next comma or other sign that parts phrases.
func (c *clause) segmentEnd(i int) int {
	for i < len(c.words) && !c.is(i, defineBreaks) {
		i++
	}
	return i
}
