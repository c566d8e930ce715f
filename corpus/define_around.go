package corpus

import "strings"

// bracketAfter reads "NAME (D-Ohio)" and "NAME (the actor's sister)".
func (c *clause) bracketAfter() (definition, bool) {
	i := c.b
	if !c.sign(i, "(") || !c.opensPhrase(i+1) {
		return definition{}, false
	}
	d := definition{from: i + 1, to: c.skipBrackets(i) - 1}
	h := c.head(d.from, d.to)
	party := d.to == d.from+1 && strings.Contains(c.low[d.from], "-")
	if d.to <= d.from || !party && (!c.roleAt(h) || c.saysElsewhere(d)) {
		return definition{}, false
	}
	d.strength = c.weigh(d, 0.5)
	return d, true
}

// longForm reads "Long Form (NAME)" and "NAME (Long Form)", where the name is its letters.
func (c *clause) longForm() (definition, bool) {
	if c.b != c.a+1 || c.words[c.a].look != allCapital || len(c.low[c.a]) < 2 {
		return definition{}, false
	}
	letters := strings.ReplaceAll(c.low[c.a], ".", "")
	d := definition{from: c.b + 1, to: c.skipBrackets(c.b) - 1, strength: 0.4}
	if c.sign(c.a-1, "(") && c.sign(c.b, ")") {
		d.from, d.to = c.a-1, c.a-1
		for d.from > 0 && d.from > c.a-len(letters)-4 && (c.words[d.from-1].capitalised() || c.is(d.from-1, defineSmall)) {
			d.from--
			if c.spells(d, letters) {
				return d, true
			}
		}
		return definition{}, false
	}
	return d, d.from < d.to && c.spells(d, letters)
}

// spells says whether letters are those that the capitalised words of d start with.
func (c *clause) spells(d definition, letters string) bool {
	var s strings.Builder
	for k := d.from; k < d.to; k++ {
		if c.words[k].capitalised() {
			s.WriteByte(c.low[k][0])
		}
	}
	return s.String() == letters && c.words[d.from].capitalised()
}

// copulaBefore reads "The owner of the yard is NAME."
func (c *clause) copulaBefore() (definition, bool) {
	verb := c.a - 1
	if !c.is(verb, defineIs) || !c.closed(c.afterName()) {
		return definition{}, false
	}
	from := c.nounStart(verb)
	if h := c.head(max(from, 0), verb); from < 0 || !c.roleAt(h) || c.is(from-1, defineSetting) || c.tagged(h, "NNS", "NNPS") {
		return definition{}, false
	}
	d := definition{from: from, to: verb}
	d.strength = c.weigh(d, 0.45)
	return d, true
}

// appointed reads "Quanta named NAME chief executive" and "with NAME as its chair".
func (c *clause) appointed() (definition, bool) {
	verb, i := c.a-1, c.afterName()
	as := c.sign(i, "as")
	if as {
		i++
	}
	if !c.is(verb, defineAppoint) && !(as && c.is(verb, defineWith)) || !c.is(i, definePossessives) && !c.is(i, defineArticles) && !c.bareRole(i) {
		return definition{}, false
	}
	d := definition{from: i, to: c.phraseEnd(i), verb: max(verb, 1)}
	d.to = c.withoutTail(d)
	if d.to <= d.from || !c.roleAt(c.head(d.from, d.to)) {
		return definition{}, false
	}
	d.strength = c.weigh(d, 0.45)
	return d, true
}

// inFront reads "As chief of the port, NAME built ..." and "A lawyer by training, NAME ..."
// at the start of a sentence.
func (c *clause) inFront() (definition, bool) {
	d := definition{to: c.a - 1}
	for c.is(d.from, defineQuotes) {
		d.from++
	}
	as := c.sign(d.from, "as")
	if as {
		d.from++
	}
	if d.to <= d.from || !c.sign(d.to, ",") || c.segmentEnd(d.from) != d.to || !c.tagged(c.b, "VB", "MD") {
		return definition{}, false
	}
	if !c.sign(d.from, "a") && !c.sign(d.from, "an") && !(as && (c.is(d.from, defineDeterminers) || c.bareRole(d.from))) || !c.roleAt(c.head(d.from, d.to)) {
		return definition{}, false
	}
	if c.saysElsewhere(d) || c.plural(d) {
		return definition{}, false
	}
	d.strength = c.weigh(d, 0.4)
	return d, true
}

// participle reads "NAME, based in Bergen, ..." and "NAME, better known as ...".
func (c *clause) participle() (definition, bool) {
	i := c.afterName()
	if !c.sign(i, ",") {
		return definition{}, false
	}
	i++
	k := i
	for c.is(k, defineAdverbs) {
		k++
	}
	if !c.is(k, defineParticiples) || !c.is(k+1, defineAfterHead) && !c.is(k+1, defineArticles) && !hasDigit(c.low[min(k+1, len(c.low)-1)]) {
		return definition{}, false
	}
	d := definition{from: i, to: c.phraseEnd(i)}
	d.strength = 0.15 + min(0.15, 0.02*float64(d.to-d.from))
	return d, d.to > k+1
}

// homeAfter reads "NAME of Northgate", "NAME, 45, of Northgate" and "NAME, from the Agency": no more than where
// somebody comes from.
func (c *clause) homeAfter() (definition, bool) {
	i := c.b
	if c.words[i-1].possessive() {
		return definition{}, false
	}
	comma := c.sign(i, ",")
	if comma {
		i++
	}
	d := definition{from: i, strength: 0.08}
	if comma && i+1 < len(c.low) && isAge(c.low[i]) && c.sign(i+1, ",") {
		i += 2
	}
	first := i + 1
	if c.sign(first, "the") {
		first++
	}
	if d.to = c.capitalEnd(first); comma && d.to > first {
		d.to = c.phraseEnd(i)
	}
	person := c.b > c.a+1 && namesGiven[c.low[c.a]]
	if d.to <= first || c.words[d.to-1].possessive() || c.plural(d) {
		return definition{}, false
	}
	if comma {
		return d, c.is(i, defineHome) && c.closed(d.to) && (c.sign(i, "of") || person)
	}
	return d, c.sign(i, "of") && person
}
