package corpus

// longestClause is how many words on each side of a verb are read, so that a text without
// full stops costs no more than another.
const longestClause = 400

// shortestClause is how many words a clause of indirect speech has at least.
const shortestClause = 3

// take finds the words that attribution a is of.
func (t *speechText) take(a attribution) {
	before := t.takeBefore(a)
	after := t.takeAfter(a, before)
	if before || after {
		return
	}
	if t.word(a.verb) == "according" {
		t.takeAccording(a)
		return
	}
	if t.is(a.verb, speechQuoted) {
		return
	}
	if !t.takeForward(a) {
		t.takeBackward(a)
	}
}

// takeBefore takes the quotation right before the attribution.
func (t *speechText) takeBefore(a attribution) bool {
	q := t.quoteBefore(a.from)
	if q == nil || q.speaker != "" || t.is(a.verb, speechActs) || a.sub || a.joined || t.thatFollows(a) {
		return false
	}
	q.speaker = a.speaker
	t.add(a, q.inner, true)
	return true
}

// thatFollows says whether "that" follows the attribution, so that it goes with what
// comes and not with the quotation before.
func (t *speechText) thatFollows(a attribution) bool { return t.word(a.to) == "that" }

// takeAfter takes the quotation that the attribution leads to. With before, the quotation
// before it is the first part: then the second one may also open a new sentence.
func (t *speechText) takeAfter(a attribution, before bool) bool {
	if t.is(a.verb, speechActs) && !before {
		return false
	}
	k, stopped := t.quoteAhead(a, before)
	q := t.quoteAfter(k)
	if q == nil || q.speaker != "" || !t.ends(q) && t.quoteBefore(q.to+1) == nil || stopped && t.hasOwnSpeaker(q) {
		return false
	}
	if !before && !speechLeads[t.word(q.from-1)] && q.from != a.to || t.hasOwnSpeaker(q) {
		return false
	}
	q.speaker = a.speaker
	t.add(a, q.inner, true)
	return true
}

// quoteAhead returns the word before which the next quotation behind the attribution
// opens, and whether a full stop stands between; -1 where another verb of saying does.
func (t *speechText) quoteAhead(a attribution, before bool) (int, bool) {
	end, aside := t.end(a.verb), false
	for k := a.to; k < min(len(t.words), a.to+longestApposition); k++ {
		switch {
		case t.quoteOf[k] >= 0:
			return k, false
		case aside && k < end && (t.word(k) != ":" || t.quoteOf[min(k+1, end-1)] < 0):
		case t.word(k) == "," && t.is(k+1, defineRelatives) && t.colonQuote(k, end):
			aside = true
		case k >= end, t.words[k].gap && k > a.to:
			return -1, false
		case t.is(k, speechStops) && k+1 < len(t.words):
			return k + 1, true
		case t.verbAt(k) && k > a.verb, t.is(k, speechClausePronouns) && !before, t.word(k) == ";":
			return -1, false
		}
	}
	return -1, false
}

// colonQuote says whether the words from i to end lead to a quotation behind a colon.
func (t *speechText) colonQuote(i, end int) bool {
	for ; i+1 < end && t.quoteOf[i] < 0; i++ {
		if t.word(i) == ":" {
			return t.quoteOf[i+1] >= 0
		}
	}
	return false
}

// hasOwnSpeaker says whether a verb of saying stands close behind a quotation that goes
// on with it.
func (t *speechText) hasOwnSpeaker(q *quoted) bool {
	if t.quoteBefore(q.to) == nil && t.quoteBefore(q.to+1) == nil {
		return false
	}
	for k := q.to; k < min(len(t.words), q.to+longestSubject) && t.quoteOf[k] < 0 && !t.is(k, speechStops); k++ {
		if t.verbAt(k) || t.word(k) == "according" {
			return true
		}
	}
	return false
}

// takeAccording takes the clause around "according to Musk".
func (t *speechText) takeAccording(a attribution) {
	start, end := t.start(a.verb), t.end(a.verb)
	if a.from == start && t.word(a.to) == "," {
		t.clause(a, a.to+1, t.cut(a, a.to+1, end))
		return
	}
	if a.from > start && t.word(a.from-1) == "," && t.word(a.to) == "," && !t.is(a.to+1, speechCuts) {
		t.clause(a, t.clauseFrom(a, start), t.cut(a, a.to, end))
		return
	}
	if a.from > start && !t.is(a.from-1, namesSmall) {
		t.clause(a, t.clauseFrom(a, start), a.from)
	}
}

// takeForward takes the clause of indirect speech behind the verb.
func (t *speechText) takeForward(a attribution) bool {
	end := t.end(a.verb)
	from := t.clauseStart(a, end)
	if from < 0 || from >= end {
		return false
	}
	until := t.cut(a, max(from, a.to), end)
	if a.sub {
		for k := max(from, a.to); k < until; k++ {
			if t.word(k) == "," && t.quoteOf[k] < 0 {
				until = k
			}
		}
	}
	return t.clause(a, from, until)
}

// clauseStart returns the word at which the clause behind the verb starts, or -1.
func (t *speechText) clauseStart(a attribution, end int) int {
	i := a.to
	switch {
	case i >= end || a.from == a.verb:
		return -1
	case t.is(a.verb, speechActs):
		return t.actStart(a, end)
	case t.is(a.verb, speechTo) && t.word(i) == "to":
		return i
	case t.is(a.verb, speechTold):
		if i = t.afterAudience(i, end); i < 0 {
			return -1
		}
	}
	k := t.afterAdjunct(i, end)
	if k > i && !t.opensAfterName(k) && k < end && t.mentionOf[k] < 0 {
		if that := t.thatAhead(k, end); that > 0 {
			k = that
		}
	}
	switch {
	case k >= end:
		return -1
	case t.word(k) == "that":
		return k + 1
	case t.words[k].look == mark && t.quoteOf[k] < 0 || t.is(k, speechNotClause) || t.is(k, speechPrepositions):
		return -1
	case t.is(a.verb, speechPlain), t.is(a.verb, speechTold), t.is(k, speechClausePronouns):
		return k
	}
	return -1
}

// actStart returns the verb where its words mean something only with it, or -1.
func (t *speechText) actStart(a attribution, end int) int {
	switch verb := t.low[a.verb]; {
	case speechDenied[verb] && (t.is(a.to, speechDenials) || verb[2] == 's'):
		return a.verb
	case (verb == "called" || verb == "calls") && t.is(a.to, speechCalls):
		return a.verb
	case speechAccused[verb] && t.ofAhead(a.to, end):
		return a.verb
	}
	for k := a.to; k < min(end, a.to+longestSubject) && t.words[k].look != mark; k++ {
		if k+1 < end && t.quoteAt(k+1) != nil {
			return a.verb
		}
	}
	return -1
}

// ofAhead says whether "of" stands close behind word i, as in "accused the men of".
func (t *speechText) ofAhead(i, end int) bool {
	for k := i; k < min(end, i+longestSubject) && t.words[k].look != mark; k++ {
		if t.word(k) == "of" && k > i {
			return true
		}
	}
	return false
}

// afterAudience returns the word behind those who are told something, or -1.
func (t *speechText) afterAudience(i, end int) int {
	if that := t.thatAhead(i+1, end); that > 0 {
		return that
	}
	k := i
	for k < end && t.quoteOf[k] < 0 && (t.mentionOf[k] >= 0 || t.titleAt(k) || k == i && t.is(k, defineDeterminers) || t.is(k, speechAudience) || t.words[k].possessive()) {
		k++
		named := t.mentionOf[k-1] >= 0 && !t.words[k-1].possessive() && (k == end || t.mentionOf[k] != t.mentionOf[k-1])
		if named && k < end && t.words[k].look == lowerCase && t.mentionOf[k] < 0 && !t.opensAfterName(k) {
			return -1
		}
		if (named || t.is(k-1, speechAudience)) && !t.is(k, speechAudience) && !(named && t.titleAt(k)) {
			break
		}
	}
	if k == i {
		return -1
	}
	return k
}

// thatAhead returns the next "that" from word i, before any sign, or -1.
func (t *speechText) thatAhead(i, end int) int {
	for k := i; k < min(end, i+longestSubject) && t.words[k].look != mark && !t.verbAt(k); k++ {
		if t.word(k) == "that" {
			return k
		}
	}
	return -1
}

// opensAfterName says whether word k surely does not belong to the name before it, as in
// "told Quanta shareholders".
func (t *speechText) opensAfterName(k int) bool {
	return t.is(k, defineDeterminers) || t.is(k, speechClausePronouns) || t.is(k, speechLinks) || t.is(k, speechTimes)
}

// afterAdjunct returns the word behind the times and places of a saying: "on Monday in a
// post on X".
func (t *speechText) afterAdjunct(i, end int) int {
	done := i
	for k := i; k < min(end, i+longestSubject+5); k++ {
		switch s := t.low[k]; {
		case s == "that":
			return k
		case t.is(k, speechMedia), t.is(k, speechTimes) && k > i-1, isDigits(s) && done == k:
			done = k + 1
		case t.is(k, speechLinks), t.mentionOf[k] >= 0 && (t.is(k-1, speechLinks) || t.mentionOf[k-1] == t.mentionOf[k]):
		case s == "," && k > i && t.adjunctGoesOn(k):
		case t.words[k].possessive() && t.mentionOf[k] < 0:
		default:
			return t.afterMention(i, done, k)
		}
	}
	return done
}

// adjunctGoesOn says whether "that" follows the comma at word k.
func (t *speechText) adjunctGoesOn(k int) bool { return t.word(k+1) == "that" }

// afterMention returns done, or k where a pronoun behind an adjunct opens the clause.
func (t *speechText) afterMention(i, done, k int) int {
	if k > i && t.is(k, speechClausePronouns) && t.is(i, speechLinks) {
		return k
	}
	return done
}

// takeBackward takes the clause before "Musk said", and around it where it goes on.
func (t *speechText) takeBackward(a attribution) bool {
	start, end := t.start(a.verb), t.end(a.verb)
	if a.sub || a.from-1 <= start || t.word(a.from-1) != "," || t.quoteOf[a.from-1] >= 0 || t.is(a.verb, speechActs) || t.is(a.verb, speechTold) {
		return false
	}
	if t.asideAt(a.from) && t.word(a.to) == "," {
		return t.clause(a, a.to+1, t.cut(a, a.to+1, end))
	}
	k := t.afterAdjunct(a.to, end)
	from := t.clauseFrom(a, start)
	if k < end && t.word(k) == "," && !t.is(k+1, speechCuts) && a.to == k && a.verb > a.from {
		return t.clause(a, from, t.cut(a, k, end))
	}
	if k < end && (t.words[k].look != mark || t.word(k) == ":" || t.quoteOf[k] >= 0) {
		return false
	}
	return t.clause(a, from, a.from-1)
}

// clauseFrom returns where the clause before the attribution starts: the start of the
// sentence, or -1 where another verb of saying or a quotation that began earlier stands in it.
func (t *speechText) clauseFrom(a attribution, start int) int {
	if t.quoteOf[start] >= 0 && t.quotes[t.quoteOf[start]].from < start || t.is(start, speechFronts) {
		return -1
	}
	for k := start; k < a.from; k++ {
		switch {
		case t.verbAt(k) && t.quoteOf[k] < 0, t.word(k) == "according":
			return -1
		case t.quoteOf[k] >= 0 && t.quoteAt(k) == nil:
			return -1
		case t.word(k) == ";":
			start = k + 1
		}
	}
	return start
}
