package corpus

// appositionBefore reads "a phrase, NAME, ...".
func (c *clause) appositionBefore() (definition, bool) {
	comma, after := c.a-1, c.afterName()
	if !c.sign(comma, ",") || !c.closed(after) || c.sign(after, ",") && c.sign(after+1, "and") {
		return definition{}, false
	}
	from := c.nounStart(comma)
	if from < 0 {
		return definition{}, false
	}
	h := c.head(from, comma)
	if h < 0 || !c.roleAt(h) || c.placeOfAnother(h) || c.afterUniversity(comma) || c.listed(from, comma) || c.is(from-1, defineSetting) || c.sign(from-1, "with") {
		return definition{}, false
	}
	d := definition{from: from, to: comma}
	d.strength = c.weigh(d, 0.55)
	return d, true
}

// closed says whether the sentence pauses at word i.
func (c *clause) closed(i int) bool { return i >= len(c.words) || c.is(i, defineBreaks) }

// listed says whether the words before a phrase make it a part of a list.
func (c *clause) listed(from, comma int) bool {
	return c.sign(from-1, ",") && !c.is(from, defineArticles) || c.sign(comma+1, "and")
}

// nounStart returns where the noun phrase that ends before word end starts, at its
// article, determiner or possessor; or -1.
func (c *clause) nounStart(end int) int {
	start := -1
	for i := end - 1; i >= 0 && i > end-14; i-- {
		if c.words[i].look == mark && c.low[i] != "$" && c.low[i] != "&" && c.low[i] != "-" || c.tagged(i, "VBD", "VBZ", "VBP", "MD") || c.is(i, definePronouns) {
			break
		}
		if !c.is(i, defineArticles) && !c.is(i, definePossessives) && !c.words[i].possessive() {
			continue
		}
		start = c.possessor(i)
		if !c.is(start-1, defineWithin) {
			break
		}
	}
	return start
}

// possessor returns where the name that ends in a possessive at i starts, with its
// article; i itself for other words.
func (c *clause) possessor(i int) int {
	if !c.words[i].possessive() {
		return i
	}
	for i > 0 && c.words[i-1].capitalised() && !c.words[i-1].possessive() && !c.is(i-1, namesFunction) {
		i--
	}
	if c.is(i-1, defineArticles) {
		i--
	}
	return i
}

// copula reads "NAME is a phrase", "NAME was named phrase" and "NAME serves as phrase".
func (c *clause) copula() (definition, bool) {
	verb, before := c.verbAfter(), c.a-1
	for before > 0 && c.words[before].look == lowerCase && c.roleAt(before) {
		before-- // "was hired by promoters NAME to be"
	}
	if c.tagged(before, "IN", "TO", "VBG", "VB") && !c.is(before, defineThat) || c.sign(verb, "be") {
		return definition{}, false
	}
	i, ok := c.afterAs(verb)
	if !ok {
		i, ok = c.afterBeing(verb)
	}
	if !ok {
		return definition{}, false
	}
	for c.is(i, defineAdverbs) {
		i++
	}
	if !c.is(i, defineArticles) && !c.sign(i, "one") && !c.bareRole(i) || i+1 >= len(c.words) {
		return definition{}, false
	}
	d := definition{from: i, to: c.phraseEnd(i), verb: verb}
	for k := i; k+1 < d.to; k++ {
		if c.sign(k, "and") && (c.is(k+1, defineFinite) || c.is(k+1, defineCopulas)) {
			d.to = k // "is a poet and was a sailor"
		}
	}
	d.to = c.withoutTail(d)
	if c.head(d.from, d.to) < 0 {
		return definition{}, false
	}
	d.strength = c.weigh(d, 0.4)
	return d, true
}

// verbAfter returns where the verb of the name can stand: behind the name, or behind an
// insertion between commas.
func (c *clause) verbAfter() int {
	i := c.afterName()
	if !c.sign(i, ",") {
		return i
	}
	if c.sign(c.a-1, ",") && (c.is(i+1, defineCopulas) || c.is(i+1, defineAuxiliaries)) {
		return i + 1
	}
	if k := c.segmentEnd(i + 1); c.sign(k, ",") {
		return k + 1
	}
	return i
}

// afterBeing returns the index behind a form of "be" or "become" at i and its auxiliaries.
func (c *clause) afterBeing(i int) (int, bool) {
	being := false
	for verb := i; i < len(c.words) && i < verb+5 && (c.is(i, defineCopulas) || c.is(i, defineAuxiliaries)); i++ {
		being = being || c.is(i, defineCopulas)
	}
	return i, being && i < len(c.words)
}

// afterAs returns the index behind "as" when a verb at i holds, takes or leaves a role:
// "serves as", "stepped down as", "took over as".
func (c *clause) afterAs(i int) (int, bool) {
	held := false
	for verb := i; i < len(c.words) && i < verb+6 && !c.closed(i); i++ {
		if held && c.sign(i, "as") {
			return i + 1, i+1 < len(c.words)
		}
		held = held || c.is(i, defineServing) || c.is(i, defineServed) || c.is(i, defineLeaving) || c.is(i, defineNamed)
	}
	return i, false
}

// bareRole says whether a role without an article stands at i: "chief executive of ...".
func (c *clause) bareRole(i int) bool {
	if c.is(i, defineDeterminers) || !c.opensPhrase(i) {
		return false
	}
	h := c.head(i, c.segmentEnd(i))
	return c.roleAt(h) && !c.tagged(h, "NNS", "NNPS") && c.tagged(i, "NN", "JJ")
}

// titleBefore reads "OpenAI CEO NAME" and "the river pilot NAME".
func (c *clause) titleBefore() (definition, bool) {
	last := c.a - 1
	if c.is(last, defineElect) && c.sign(last-1, "-") {
		last -= 2
	}
	if last < 0 || c.words[c.a].gap || !c.roleAt(last) || c.words[last].possessive() || namesCourtesy[c.low[last]] ||
		!c.tagged(last, "NN") && !c.is(last, namesTitles) {
		return definition{}, false
	}
	from := c.withBefore(last)
	for c.words[from].look == mark || c.tagged(from, "CD") {
		from++
	}
	if from > last {
		return definition{}, false
	}
	if c.sign(from-1, "a") || c.sign(from-1, "an") {
		return definition{}, false
	}
	if c.sign(from-1, "the") {
		from--
	}
	d := definition{from: from, to: c.a}
	d.strength = 0.35 + min(0.25, 0.07*float64(last-from))
	if c.tagged(last, "NNS") { // said of several, of whom more may be told one by one
		d.strength /= 2
	}
	return d, true
}

// withBefore returns where the words start that belong to the title at i, with a role that
// shares its house: "Quanta co-founder and CEO".
func (c *clause) withBefore(i int) int {
	from, named := i, false
	for from > 0 && c.modifies(from-1) {
		from--
		named = named || c.words[from].look == capital
	}
	if named || from < 3 || !c.sign(from-1, "and") && !c.sign(from-1, "&") || !c.roleAt(from-2) || !c.modifies(from-3) {
		return from
	}
	first := from - 2
	for first > 0 && c.modifies(first-1) {
		first--
		named = named || c.words[first].look == capital && !c.roleAt(first)
	}
	if named {
		return first
	}
	return from
}

// modifies says whether word i can stand before the noun of a title.
func (c *clause) modifies(i int) bool {
	w := c.words[i]
	if w.look == mark {
		return c.low[i] == "-" && !c.dash(i) || c.low[i] == "&"
	}
	if c.words[i+1].gap || c.is(i, defineNot) || c.is(i, defineArticles) || namesDays[c.low[i]] {
		return false
	}
	return w.capitalised() && !namesFunction[c.low[i]] || c.tagged(i, "JJ", "NN", "CD") || c.is(i, namesTitlePrefixes) || c.is(i, namesLeading) || c.is(i, defineFormer) || w.possessive()
}

// calledSo reads "a rocket called NAME" and "a project known as NAME".
func (c *clause) calledSo() (definition, bool) {
	i := c.a - 1
	for i >= 0 && (c.is(i, defineQuotes) || c.is(i, defineArticles)) {
		i--
	}
	if c.sign(i, "as") {
		i--
	}
	if !c.is(i, defineNaming) {
		return definition{}, false
	}
	for c.is(i-1, defineAdverbs) || c.sign(i-1, ",") {
		i--
	}
	if c.is(i-1, defineIs) && c.is(i-2, defineRelatives) { // "which is called NAME"
		for i -= 2; c.sign(i-1, ","); i-- {
		}
	}
	from := c.nounStart(i)
	if from < 0 || from+1 >= i {
		return definition{}, false
	}
	d := definition{from: from, to: i}
	d.strength = c.weigh(d, 0.55)
	return d, true
}

// relative reads "NAME, who founded the company in 2002, ...".
func (c *clause) relative() (definition, bool) {
	i := c.afterName()
	if c.sign(i, ",") {
		i++
	}
	if !c.is(i, defineRelatives) || c.sign(i, "that") {
		return definition{}, false
	}
	d := definition{from: i, to: c.phraseEnd(i)}
	if d.to < d.from+3 {
		return definition{}, false
	}
	d.strength = 0.2 + min(0.2, 0.02*float64(d.to-d.from))
	return d, true
}

// placeAfter reads "NAME, Germany." and "NAME, Carlisle United": a bare name that says no
// more than where its bearer belongs. In a list of names it says nothing.
func (c *clause) placeAfter() (definition, bool) {
	i := c.b
	if !c.sign(i, ",") || c.words[i-1].possessive() {
		return definition{}, false
	}
	end := c.capitalEnd(i + 1)
	listed := c.sign(end, ",") && !c.is(i+1, definePlaceTails) && !c.is(i+1, namesPlaces) || c.sign(end, ",") && (c.is(end+1, defineNot) || c.capitalEnd(end+1) > end+1)
	if end == i+1 || c.words[end-1].possessive() || !c.closed(end) || listed || c.sign(c.a-1, ",") || c.sign(c.a-1, "and") || namesGiven[c.low[i+1]] {
		return definition{}, false
	}
	return definition{from: i + 1, to: end, strength: 0.08}, true
}
