package corpus

import "strings"

// bare says whether the phrase has no article or other determiner.
func (c *clause) bare(d definition) bool { return !c.is(d.from, defineDeterminers) }

// withoutTail returns the end of the phrase without words that only lead on.
func (c *clause) withoutTail(d definition) int {
	for d.to > d.from && (c.is(d.to-1, defineRelatives) || c.is(d.to-1, defineArticles) || c.is(d.to-1, defineAfterHead)) {
		d.to--
	}
	if k := c.andOther(d); k > 0 {
		return k
	}
	return d.to
}

// andOther returns the index of the "and" before the name of somebody else, with which the
// phrase d ends and of whom another phrase is said: "a cook on the ferry and Tom Bell, its
// captain"; or 0.
func (c *clause) andOther(d definition) int {
	k := d.to - 1
	for k > d.from && c.words[k].capitalised() {
		k--
	}
	if !c.sign(k, "and") || c.words[k-1].capitalised() || d.to-k < 3 || !namesGiven[c.low[k+1]] || !c.sign(d.to, ",") || !c.opensPhrase(d.to+1) {
		return 0
	}
	return k
}

// plural says whether the noun of a phrase is plural: "the stars of the film".
func (c *clause) plural(d definition) bool {
	if c.is(d.from, defineTwo) {
		return true
	}
	h := c.head(d.from, d.to)
	return h >= 0 && (c.tagged(h, "NNS", "NNPS") || c.sign(h+1, "and") && c.roleAt(h+2))
}

// roleAt says whether word i is the noun of a role: by table or by its ending.
func (c *clause) roleAt(i int) bool {
	if i < 0 || i >= len(c.low) || c.words[i].look == mark {
		return false
	}
	if c.words[i].capitalised() {
		s := withoutElect(strings.ReplaceAll(c.low[i], ".", ""))
		return defineRoles[s] || defineRoles[strings.TrimSuffix(s, "s")] || defineThings[s] || namesTitles[s] ||
			i > 0 && c.words[i-1].look == lowerCase && (isRole(c.low[i]) || namesDemonyms[s] && (c.low[i-1] == "a" || c.low[i-1] == "an") && !c.tagged(i+1, "NN", "JJ"))
	}
	return isRole(c.low[i])
}

// withoutElect returns the noun of a role without what says that it is to come or what
// kind it is: "president" of "president-elect", "editor" of "editor-in-chief".
func withoutElect(s string) string {
	for _, tail := range [...]string{"-elect", "-designate", "-in-chief", "-in-waiting"} {
		s = strings.TrimSuffix(s, tail)
	}
	return s
}

// isRole says whether s, in lower case, is the noun of a role or its plural.
func isRole(s string) bool {
	s = withoutElect(s)
	if k := strings.LastIndexByte(s, '-'); k > 0 && !defineRoles[s] {
		s = s[k+1:]
	}
	one := strings.TrimSuffix(s, "s")
	if stem, ok := strings.CutSuffix(s, "ies"); ok {
		one = stem + "y"
	}
	for _, w := range [...]string{s, one} {
		if defineRoles[w] || defineThings[w] || namesTitles[w] {
			return true
		}
		for _, e := range roleEndings {
			if len(w) > len(e)+2 && strings.HasSuffix(w, e) && !defineNoRoles[w] {
				return true
			}
		}
	}
	return false
}

// properOnly says whether the phrase is an article and a name: "the Middle East".
func (c *clause) properOnly(d definition) bool {
	for k := d.from + 1; k < d.to; k++ {
		if c.words[k].look == lowerCase || c.roleAt(k) || namesDemonyms[c.low[k]] {
			return false
		}
	}
	return c.is(d.from, defineArticles)
}

// weigh returns the strength of a phrase of which base is said at least when it turns on
// the noun of a role.
func (c *clause) weigh(d definition, base float64) float64 {
	h := c.head(d.from, d.to)
	switch {
	case h < 0:
		base -= 0.35
	case !c.roleAt(h):
		base -= 0.15
	}
	if c.is(d.from, defineRelatives) || c.properOnly(d) {
		base -= 0.3
	}
	if c.is(d.from, definePossessives) || c.possessiveWithin(d.from, max(h, d.from)) {
		base -= 0.1
	}
	for i := d.from; i < d.to; i++ {
		if c.sign(i, ",") {
			base -= 0.03
		}
	}
	return max(0.05, base+min(0.25, 0.03*float64(d.to-d.from)))
}

// head returns the index of the noun that a phrase from i to end turns on: the last noun
// before the first preposition, relative word or participle; or -1.
func (c *clause) head(i, end int) int {
	h := -1
	for ; i < end; i++ {
		if c.is(i, defineAfterHead) && h >= 0 {
			if c.ofName(i) {
				continue
			}
			break
		}
		if h >= 0 && c.is(i, defineThis) {
			break
		}
		if c.tagged(i, "NN") || c.roleAt(i) {
			h = i
			continue
		}
		if h >= 0 && (c.tagged(i, "VB", "MD") && !c.is(i, namesTitlePrefixes) && !c.tagged(i+1, "NN", "JJ") || c.tagged(i, "IN", "WP", "WDT")) {
			break
		}
	}
	return h
}

// ofName says whether the "of" at i stands inside a name that owns what follows: "United
// Way of America's president".
func (c *clause) ofName(i int) bool {
	end := c.capitalEnd(i + 1)
	return c.sign(i, "of") && i > 0 && c.words[i-1].capitalised() && !c.roleAt(i-1) && end > i+1 && c.words[end-1].possessive()
}

// saysElsewhere says whether the words of d are a statement of their own, or say
// something of another than the name.
func (c *clause) saysElsewhere(d definition) bool {
	h := c.head(d.from, d.to)
	if c.placeOfAnother(h) || c.afterScene(d) || h < 0 && c.is(d.from, defineAdverbs) {
		return true
	}
	if c.is(d.from, defineRelatives) {
		return false
	}
	for k := d.from; k < d.to; k++ {
		switch {
		case c.is(k, defineRelatives) || c.is(k, defineQuotes) || k > h && h >= 0 && c.is(k, defineWhere):
			return false
		case c.tagged(k, "VBZ", "MD") && !c.words[k].capitalised() && !c.roleAt(k) && !c.tagged(k+1, "NN"), c.is(k, defineSaying), c.is(k, defineFinite) && !c.sign(k+1, "tank"):
			return true
		case c.is(k, definePronouns):
			return true
		case c.tagged(k, "VBD", "VBP") && k > h && h >= 0 && (c.bare(d) && c.tagged(k, "VBD") && !(c.roleAt(h) && c.tagged(k+1, "IN", "TO")) || !c.roleAt(h)) && !c.words[k].capitalised() && !c.sign(k-1, "-"):
			return true
		}
	}
	return false
}

// beforeVerb returns the part of d before the verb of the sentence, where the comma that
// should close the phrase is missing and the name is the subject: "NAME, the mayor of the
// town said ...". Elsewhere it returns d.
func (c *clause) beforeVerb(d definition) definition {
	h := c.head(d.from, d.to)
	if h < 0 || !c.roleAt(h) || c.is(h, defineThings) || !c.is(d.from, defineDeterminers) && c.tagged(h, "NNS", "NNPS") || c.placeOfAnother(h) || !c.subject() {
		return d
	}
	for k := h + 1; k < d.to; k++ {
		switch {
		case c.is(k, defineRelatives) || c.is(k, defineWhere) || c.is(k, defineQuotes):
			return d
		case c.words[k].capitalised() || c.roleAt(k):
		case c.is(k, defineSaying) || c.is(k, defineHave) || c.is(k, defineIs) || c.tagged(k, "VBZ", "MD"):
			d.to = k
			return d
		}
	}
	return d
}

// subject says whether the name, with the titles before it, starts a statement.
func (c *clause) subject() bool {
	k := c.a - 1
	for k >= 0 && (c.is(k, namesTitles) || c.is(k, namesCourtesy) || isDigits(c.low[k])) {
		k--
	}
	return k < 0 || c.is(k, defineBreaks) || c.is(k, defineThat) || c.sign(k, "and") || c.sign(k, "but")
}

// placeOfAnother says whether the name is a place and the noun at h no place, so that
// the phrase is said of somebody else: "a former envoy to Lagos, a ...".
func (c *clause) placeOfAnother(h int) bool {
	one := c.b == c.a+1
	place := one && (namesPlaces[c.low[c.a]] || definePlaceTails[c.low[c.a]]) || definePlaceTails[c.low[c.a]] && namesPlaces[c.low[c.b-1]]
	return place && c.roleAt(h) && !definePlaceNouns[c.low[h]]
}

// afterScene says whether the name only sets the scene of a statement that fills the
// rest of the sentence: "In Lagos, a crowd gathered."
func (c *clause) afterScene(d definition) bool {
	k := c.a - 1
	for c.is(k, defineArticles) {
		k--
	}
	if !c.tagged(k, "IN") || k > 1 && !c.is(k-1, defineBreaks) || d.to < len(c.words) && !c.sign(d.to, ".") {
		return false
	}
	for i := d.from + 1; i < d.to && !c.is(i, defineRelatives); i++ {
		if c.tagged(i, "VBD", "VBP", "VBZ", "VB") {
			return true
		}
	}
	return false
}

// belongsToAnother says whether the name only tells where somebody belongs who is named
// before it, and of whom the phrase may be said: "Ada Quill of NAME, an analyst".
func (c *clause) belongsToAnother(d definition) bool {
	k := c.a - 1
	for c.is(k, defineArticles) {
		k--
	}
	h := c.head(d.from, d.to)
	if h > 0 && c.is(h, defineThings) || strings.HasSuffix(c.low[max(h, 0)], "s") {
		return false
	}
	return k > 0 && (c.sign(k, "of") || c.sign(k, "at") || c.sign(k, "from") || c.sign(k, "to") || c.sign(k, "for") || c.sign(k, "under")) &&
		(c.words[k-1].capitalised() || c.is(k-1, defineRoles) || c.is(k-1, namesTitles)) && h >= 0 && c.roleAt(h)
}

// inserted says whether the name stands in an insertion behind the verb of the sentence, so
// that what follows is said of its subject: "Ada Quill is, perhaps after NAME, the best".
func (c *clause) inserted() bool {
	k := c.a - 1
	for k > 0 && (c.is(k, namesTitles) || c.is(k, defineArticles)) {
		k--
	}
	if !c.tagged(k, "IN") && !c.sign(k, "like") {
		return false
	}
	for k--; k > 0 && (c.is(k, defineAdverbs) || c.tagged(k, "RB")); k-- {
	}
	return k > 0 && c.sign(k, ",") && c.is(k-1, defineCopulas)
}

// several says whether a phrase is of several things, as in a list: "with NAME, horses
// and dogs".
func (c *clause) several(d definition) bool {
	h := c.head(d.from, d.to)
	if h >= 0 && c.tagged(h, "NNS", "NNPS") && (c.bare(d) || !c.roleAt(h)) && !c.is(d.from, defineTwo) && !c.sign(d.from, "one") && !c.sign(d.from+1, "of") {
		return true
	}
	if h >= 0 && c.sign(d.to, ",") && c.is(d.to+1, defineOr) && c.properOnly(d) {
		return true
	}
	person := h >= 0 && c.roleAt(h) && !c.is(h, defineThings)
	for k := d.from; !person && c.bare(d) && c.words[d.from].capitalised() && k+1 < d.to; k++ {
		if c.sign(k, "and") && c.is(k+1, defineArticles) {
			return true
		}
	}
	return false
}

// possessiveWithin says whether a possessive stands among the words from i up to h:
// "the port's chief engineer".
func (c *clause) possessiveWithin(i, h int) bool {
	for ; i < h; i++ {
		if c.words[i].possessive() {
			return true
		}
	}
	return false
}
