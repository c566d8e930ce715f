package corpus

// longestList is how many words of a list are read on each side of a comma.
const longestList = 40

// phraseEnd returns where the phrase that starts at word i ends: at the first sign that
// parts it from the rest of the sentence, past the commas that stand inside it.
func (c *clause) phraseEnd(i int) int {
	if isAge(c.low[i]) && c.sign(i+1, ",") {
		i += 2
	}
	start := i
	quoted := false
	for ; i < len(c.words); i++ {
		switch s := c.low[i]; {
		case c.words[i].look != mark || defineInner[s] && !c.dash(i):
		case s == "“":
			quoted = true
		case s == "”":
			quoted = false
		case s == `"`:
			quoted = !quoted
		case quoted && s == "," && !c.is(i+1, defineQuotes):
		case !quoted && (s == "(" || s == ","):
			k := c.overInner(start, i)
			if k == i {
				return i
			}
			i = k - 1
		case quoted && (s == ":" || s == "!" || s == "?" || c.dash(i)) && i+1 < len(c.words) && !c.is(i+1, defineQuotes):
		default:
			if quoted {
				return c.closeQuote(i)
			}
			return i
		}
	}
	return i
}

// overInner returns where the phrase goes on behind the comma or the insertion in
// brackets at i, or i where it ends.
func (c *clause) overInner(start, i int) int {
	if c.sign(i, "(") {
		return c.skipBrackets(i)
	}
	return c.overComma(start, i)
}

// dash says whether the hyphen at i stands for a dash.
func (c *clause) dash(i int) bool {
	return c.sign(i, "-") && (i == 0 || c.sign(i+1, "-") || c.sign(i-1, "-") || c.words[i-1].full < c.words[i].Start)
}

// closeQuote returns the end of a phrase whose quoted title ends at sign i, with the
// closing quotation mark when that comes next.
func (c *clause) closeQuote(i int) int {
	if c.sign(i+1, "”") || c.sign(i+1, `"`) {
		return i + 2
	}
	return i
}

// overComma returns where the phrase goes on behind the comma at i, or i where it ends.
func (c *clause) overComma(start, i int) int {
	next := i + 1
	switch {
	case next >= len(c.words):
		return i
	case c.is(next, namesCommaTailsLow):
		return c.afterPlace(i, next+1)
	case c.adjectives(start, i):
		return next
	case c.placeTail(i):
		return c.afterPlace(i, c.capitalEnd(next))
	case c.employer(start, i):
		return c.segmentEnd(next)
	case c.listOfRoles(start, i), c.andRole(i), c.topics(i), c.listOfNames(start, i):
		return next
	}
	return i
}

// adjectives says whether the comma at i parts two adjectives before their noun: "a
// tall, 40-year-old sailor".
func (c *clause) adjectives(start, i int) bool {
	if i-start > 6 || c.words[i-1].capitalised() || c.roleAt(i-1) {
		return false
	}
	before := c.tagged(i-1, "JJ", "VBG", "VBN") || c.tagged(i-1, "CD") || hasDigit(c.low[i-1])
	after := c.tagged(i+1, "JJ", "VBG", "VBN") || hasDigit(c.low[i+1]) && !isDigits(c.low[i+1]) || c.tagged(i+1, "RB") && c.tagged(i+2, "JJ")
	return before && after && c.head(start, i-1) < 0
}

// hasDigit says whether s holds a digit.
func hasDigit(s string) bool {
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			return true
		}
	}
	return false
}

// placeTail says whether a place goes on behind the comma at i: "Camden, N.J.", "the
// University of California, Davis".
func (c *clause) placeTail(i int) bool {
	if !c.words[i-1].capitalised() || c.words[i-1].possessive() || !c.words[i+1].capitalised() || c.is(i+1, namesTitles) {
		return false
	}
	end := c.capitalEnd(i + 1)
	if end-i > 4 || c.words[end-1].possessive() {
		return false
	}
	if !definePlaceTails[c.low[i+1]] && !namesPlaces[c.low[end-1]] && !c.afterUniversity(i) && !c.fromPlace(i, end) {
		return false
	}
	return end == len(c.words) || c.is(end, defineBreaks) || c.is(end, defineConnectives) || c.tagged(end, "VBG")
}

// fromPlace says whether the words on both sides of the comma at i name a place and what
// it lies in, behind "from" or "in": "from Voss, West Norway".
func (c *clause) fromPlace(i, end int) bool {
	k := i - 1
	for k > 0 && c.words[k].capitalised() {
		k--
	}
	return (c.sign(k, "from") || c.sign(k, "in") || c.sign(k, "near")) && c.closed(end) && !c.sign(end, ",") && !namesGiven[c.low[i+1]]
}

// employer says whether the institution of a bare role stands behind the comma at i:
// "professor of law, University of Oslo".
func (c *clause) employer(start, i int) bool {
	if c.is(start, defineDeterminers) || c.words[start].capitalised() || !c.words[i+1].capitalised() {
		return false
	}
	for k, end := i+1, c.segmentEnd(i+1); k < min(end, i+12); k++ {
		if c.is(k, defineEmployers) {
			return c.tagged(i+1, "NN") && !c.is(i+1, namesTitles)
		}
	}
	return false
}

// afterUniversity says whether the words before the comma at i name a university of
// several campuses.
func (c *clause) afterUniversity(i int) bool {
	for k := i - 1; k > 0 && k > i-5; k-- {
		if c.low[k] == "university" || c.low[k] == "college" {
			return true
		}
	}
	return false
}

// capitalEnd returns the end of the run of capitalised words at i.
func (c *clause) capitalEnd(i int) int {
	for i < len(c.words) && c.words[i].capitalised() {
		i++
	}
	return i
}

// afterPlace returns where the phrase goes on behind a place that ends at end: past a
// comma when a coordinated role or the rest of a relative clause follows.
func (c *clause) afterPlace(comma, end int) int {
	if c.sign(end, ",") && end+1 < len(c.words) && c.is(end+1, defineConnectives) && c.low[end+1] != "and" {
		for k := comma; k > max(0, comma-longestList) && !c.is(k, defineOpenings) || k == comma; k-- {
			if c.is(k, defineRelatives) {
				return end + 1
			}
		}
	}
	return end
}

// listOfRoles says whether the comma at i stands in a row of roles: "a sailor, cook
// and writer".
func (c *clause) listOfRoles(start, i int) bool {
	h := c.head(start, i)
	if h < 0 || h != i-1 && !c.tagged(i-1, "NN") {
		return false
	}
	for k := i + 1; k < len(c.words) && k < i+10; k++ {
		switch {
		case c.sign(k, "and"):
			return k > i+1 && c.nounPhrase(k+1) && !c.tagged(i+1, "DT", "PRP", "WP", "VB", "IN")
		case c.sign(k, ","):
			continue
		case c.words[k].look == mark || c.tagged(k, "VB", "MD", "IN", "WP", "WDT", "PRP", "DT", "TO") && !c.roleAt(k):
			return false
		}
	}
	return false
}

// topics says whether the comma at i parts fields of work in the name of a body: "the
// Committee on Health, Education and Labor".
func (c *clause) topics(i int) bool {
	if !c.is(i-1, namesTopics) || !c.words[i-1].capitalised() {
		return false
	}
	for k := i + 1; k < len(c.words) && k < i+8; k++ {
		switch {
		case c.sign(k, "and"):
			return c.is(k+1, namesTopics) && c.words[k+1].capitalised()
		case !c.sign(k, ",") && !(c.is(k, namesTopics) && c.words[k].capitalised()):
			return false
		}
	}
	return false
}

// listOfNames says whether the comma at i stands in a list of names that belongs to the
// phrase: "a partnership between OpenAI, Oracle, and SoftBank", "a joint venture of the
// three".
func (c *clause) listOfNames(start, i int) bool {
	k := i - 1
	for k > max(start, i-longestList) && (c.words[k].capitalised() || c.sign(k, ",")) {
		k--
	}
	if !c.is(k, defineListing) && !(c.sign(k, "of") && c.is(k-1, defineJoined)) {
		return false
	}
	for k = i; k < min(len(c.words), i+longestList) && (c.words[k].capitalised() || c.sign(k, ",")); k++ {
	}
	return c.sign(k, "and") && k+1 < len(c.words) && c.words[k+1].capitalised()
}

// andRole says whether another role follows the comma at i after "and": ", and the
// author of ...".
func (c *clause) andRole(i int) bool {
	end := c.segmentEnd(i + 2)
	return c.sign(i+1, "and") && c.is(i+2, defineArticles) && c.nounPhrase(i+2) &&
		!c.plural(definition{from: i + 3, to: end}) && !(c.sign(end, ",") && end+1 < len(c.words) && c.words[end+1].capitalised())
}

// nounPhrase says whether a role with nothing said of it stands from i to the next sign.
func (c *clause) nounPhrase(i int) bool {
	end := c.segmentEnd(i)
	h := c.head(i, end)
	if h < 0 || !c.roleAt(h) || c.words[h].possessive() {
		return false
	}
	inner := false
	for k := h + 1; k < end; k++ {
		if c.is(k, defineRelatives) {
			inner = true
		}
		if !inner && c.tagged(k, "VBD", "VBZ", "VBP", "MD") {
			return false
		}
	}
	return true
}
