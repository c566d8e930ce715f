package corpus

import (
	"slices"
	"strings"
)

// Countries returns rows of single words in lower case, names and adjectives, that stand for
// one country or its people, in order of the alphabet: "france french". Names of several words
// are left out, and countries that have fewer than two words then.
func Countries() []string {
	words := map[string][]string{}
	for word, country := range roleCountries {
		words[country] = append(words[country], word)
	}
	var rows []string
	for country, row := range words {
		row = slices.DeleteFunc(append(row, country), func(w string) bool { return strings.Contains(w, " ") })
		slices.Sort(row)
		if row = slices.Compact(row); len(row) > 1 {
			rows = append(rows, strings.Join(row, " "))
		}
	}
	slices.Sort(rows)
	return rows
}

// Roles returns what a phrase of text that says who or what a name is makes of it: each
// role in one spelling, with the house it is held in behind a bar where the phrase tells
// it. "OpenAI's CEO and co-founder" gives "chief executive|openai" and "founder|openai".
// Two phrases that share a role say the same of a name, whatever their words; so may one
// that tells no house. Whether the role is over is not part of it. A phrase without a noun,
// or a span that does not fit, has none.
func Roles(text string, phrase Span) []string {
	if phrase.Start < 0 || phrase.End > len(text) || phrase.Start >= phrase.End {
		return nil
	}
	c := &clause{text: text, words: appendWords(nil, text, phrase)}
	c.tag()
	var all []role
	for i := c.roleStart(); i < len(c.words); {
		r, next, ok := c.role(i)
		if ok {
			all = append(all, r)
		}
		i = next
	}
	return spell(all)
}

// role is one role of a phrase: its noun in one spelling, and the house in lower case.
type role struct{ noun, house string }

// spell joins roles and houses. Roles that stand side by side share a house: "the founder
// and chief executive of Quanta".
func spell(all []role) []string {
	for i := len(all) - 2; i >= 0; i-- {
		if all[i].house == "" {
			all[i].house = all[i+1].house
		}
	}
	var out []string
	for i, r := range all {
		if r.house == "" && i > 0 {
			r.house = all[i-1].house
		}
		if r.house != "" {
			r.noun += "|" + r.house
		}
		out = append(out, r.noun)
	}
	return out
}

// roleStart returns where the first role of a phrase starts: behind an age, and behind
// "who was named" or "who serves as".
func (c *clause) roleStart() int {
	if len(c.low) > 2 && isAge(c.low[0]) && c.sign(1, ",") {
		return 2
	}
	if !c.is(0, defineRelatives) {
		return 0
	}
	if i, ok := c.afterAs(1); ok {
		return i
	}
	if i, ok := c.afterBeing(1); ok {
		return i
	}
	return 0
}

// role reads the role that starts at word i, and says where the next one can start.
func (c *clause) role(i int) (r role, next int, ok bool) {
	if c.is(i, defineRelatives) {
		return c.deed(i)
	}
	if party := roleParties[c.low[i][:min(2, len(c.low[i]))]]; party != "" && c.words[i].capitalised() {
		return role{party, c.low[i][2:]}, c.nextRole(i + 1), true
	}
	end := c.roleEnd(i)
	first, behind := c.ofHouse(i, end)
	h := c.head(behind, end)
	if h < 0 {
		return role{}, c.nextRole(max(end, i+1)), false
	}
	from := h
	for from > behind && (c.is(from-1, roleRanks) || c.sign(from-1, "-") || c.is(from-1, namesTitlePrefixes) && !c.is(from-1, defineFormer)) {
		from--
	}
	noun := strings.ReplaceAll(strings.ToLower(c.text[c.words[from].Start:c.words[h].End]), "-", " ")
	if c.tagged(h, "NNS", "NNPS") && len(noun) > 3 {
		if stem, ok := strings.CutSuffix(noun, "ies"); ok {
			noun = stem + "ys"
		}
		noun = strings.TrimSuffix(noun, "s")
	}
	after := h + 1
	if c.sign(after, "of") && c.is(after+1, roleRanks) { // "minister of finance"
		noun, after = c.low[after+1]+" "+noun, after+2
	}
	r.noun = roleSpelling(noun)
	if r.house = c.house(behind, from, after, end); first < behind {
		r.house = c.lowered(first, behind)
	}
	if roleAnyHouse[r.house] {
		r.house = ""
	}
	return r, c.nextRole(after), true
}

// ofHouse returns the words of a house with "of" in its name that stands before a role, as
// in "a University of Oslo professor"; without one, an empty range at i.
func (c *clause) ofHouse(i, end int) (from, to int) {
	from = i
	if c.is(from, defineArticles) {
		from++
	}
	k := c.capitalEnd(from)
	if to = c.capitalEnd(k + 1); k > from && c.sign(k, "of") && to > k+1 && to < end && !c.words[to-1].possessive() && c.roleAt(c.head(to, end)) {
		return from, to
	}
	return i, i
}

// roleSpelling returns the noun of a role in the spelling under which all its forms are
// known.
func roleSpelling(noun string) string {
	noun = strings.TrimSpace(strings.ReplaceAll(noun, ".", ""))
	noun = strings.TrimPrefix(strings.TrimPrefix(noun, "ex "), "then ")
	if one := roleSynonyms[noun]; one != "" {
		return one
	}
	if k := strings.LastIndexByte(noun, ' '); k > 0 && !strings.Contains(noun, " in ") {
		if one := roleSynonyms[noun[k+1:]]; one != "" {
			return noun[:k+1] + one
		}
	}
	return noun
}

// roleEnd returns where the words of one role end: before "and", a comma or a relative
// clause.
func (c *clause) roleEnd(i int) int {
	last := min(len(c.words), i+longestList)
	for i++; i < last; i++ {
		if c.is(i, defineBreaks) || c.is(i, defineRelatives) || c.joinsRole(i) {
			break
		}
	}
	return i
}

// joinsRole says whether word i joins another role to the one before it.
func (c *clause) joinsRole(i int) bool {
	if !c.sign(i, "and") && !c.sign(i, "&") || i+1 >= len(c.words) {
		return false
	}
	end := i + 1
	for end < min(len(c.words), i+longestList) && !c.is(end, defineBreaks) && !c.sign(end, "and") && !c.is(end, defineRelatives) {
		end++
	}
	return c.roleAt(c.head(i+1, end))
}

// nextRole returns where a role can start behind one whose words end at i.
func (c *clause) nextRole(i int) int {
	for ; i < len(c.words); i++ {
		if c.is(i, defineRelatives) || c.is(i, defineListing) {
			return len(c.words)
		}
		if c.joinsRole(i) || c.sign(i, ",") && c.roleAt(c.head(i+1, c.roleEnd(i))) {
			for i++; c.sign(i, "and"); i++ {
			}
			return i
		}
	}
	return i
}

// deed reads the role that a relative clause tells by its verb: "who founded OpenAI".
func (c *clause) deed(i int) (role, int, bool) {
	for k := i + 1; k < min(len(c.words), i+5); k++ {
		if noun := roleDeeds[c.low[k]]; noun != "" {
			return role{noun, c.complement(k+1, c.segmentEnd(k+1))}, len(c.words), true
		}
	}
	return role{}, len(c.words), false
}

// house returns where the role is held whose noun runs from word noun to after, in a
// phrase from i to end.
func (c *clause) house(i, noun, after, end int) string {
	k := noun - 1
	for k >= i && (!c.words[k].capitalised() && !c.words[k].possessive() || c.is(k, defineArticles)) {
		k--
	}
	country := ""
	if k >= i {
		from := k
		for from > i && c.words[from-1].capitalised() && !c.words[from-1].possessive() && !c.is(from-1, namesFunction) && !c.is(from-1, defineFormer) {
			from--
		}
		name := c.lowered(from, k+1)
		if country = roleCountries[name]; country == "" && !c.is(k, defineFormer) {
			if !namesDemonyms[name] {
				return name
			}
			country = name
		}
	}
	for k = after; k < end; k++ {
		if c.is(k, defineAfterHead) || c.is(k, defineListing) {
			if name := c.complement(k+1, end); name != "" && (country == "" || c.named(k+1, end)) {
				return name
			}
		}
	}
	if country == "" && noun > i && c.tagged(noun-1, "NN") && !c.is(noun-1, defineFormer) && !c.is(noun-1, defineComing) {
		return c.low[noun-1]
	}
	return country
}

// named says whether a name stands from word i to end.
func (c *clause) named(i, end int) bool {
	for ; i < end; i++ {
		if c.words[i].capitalised() {
			return true
		}
	}
	return false
}

// complement returns the first name from word i to end in lower case, with what belongs
// to it: "university of oslo"; or the noun, where no name stands there.
func (c *clause) complement(i, end int) string {
	for k := i; k < end; k++ {
		if !c.words[k].capitalised() {
			continue
		}
		to := k + 1
		for to < end && (c.words[to].capitalised() || (c.sign(to, "of") || c.sign(to, "&")) && to+1 < end && c.words[to+1].capitalised()) && !c.words[to-1].possessive() {
			to++
		}
		name := c.lowered(k, to)
		if one := roleCountries[name]; one != "" {
			return one
		}
		return name
	}
	if h := c.head(i, end); h >= 0 {
		return c.low[h]
	}
	return ""
}

// lowered returns the words from i to end in lower case without stops, and without the
// legal form of a company.
func (c *clause) lowered(i, end int) string {
	for end > i+1 && c.is(end-1, roleForms) {
		end--
	}
	s := strings.ToLower(c.text[c.words[i].Start:c.words[end-1].End])
	s = strings.TrimPrefix(strings.TrimPrefix(strings.ReplaceAll(s, ".", ""), "ex-"), "then-")
	return strings.Join(strings.Fields(s), " ")
}
