package corpus

// cut returns where the clause from word i ends: at end, or before the clause of another
// verb of saying or of another subject. A semicolon ends it but in a list behind a colon.
func (t *speechText) cut(a attribution, i, end int) int {
	list := false
	for k := i; k < end; k++ {
		switch {
		case t.quoteOf[k] >= 0:
			continue
		case t.word(k) == ":":
			list = true
		case t.word(k) == ";" && !list:
			return k
		case t.word(k) == "," && t.is(k+1, speechCuts) && t.anotherAt(a, k+2):
			return k
		case k > a.verb && t.speaksAt(k):
			return t.beforeClause(i, k)
		}
	}
	return end
}

// speaksAt says whether a verb of saying at word k has words of its own.
func (t *speechText) speaksAt(k int) bool {
	if t.is(k, speechPlain) || t.is(k, speechTold) || t.word(k) == "according" || t.word(k) == "adding" {
		return true
	}
	next := t.is(k+1, speechClausePronouns) || t.word(k+1) == "that" || k+1 < len(t.words) && (t.words[k+1].look == mark)
	return t.is(k, speechThat) && next
}

// anotherAt says whether the subject of a clause at word k is a name other than that of a.
func (t *speechText) anotherAt(a attribution, k int) bool {
	for n := 0; n < 4 && k < len(t.words) && (t.titleAt(k) && t.mentionOf[k] < 0 || t.is(k, defineArticles)); n++ {
		k++
	}
	return k < len(t.words) && t.mentionOf[k] >= 0 && t.mentions[t.mentionOf[k]].Name != a.speaker
}

// beforeClause returns where the clause of the verb at word k starts, not before i: at
// the last comma or dash, else at the last conjunction; k's sentence goes on where neither stands.
func (t *speechText) beforeClause(i, k int) int {
	conjunction := -1
	for n := k - 1; n >= i; n-- {
		switch {
		case t.quoteOf[n] >= 0 && t.quoteBefore(n+1) != nil:
			return max(i, t.quotes[t.quoteOf[n]].from)
		case t.quoteOf[n] < 0 && (t.word(n) == "," || t.word(n) == "—" || t.word(n) == "–"):
			if n > 0 && t.apposition(n+1, k-1) && t.word(k-1) == "," {
				continue
			}
			return n
		case conjunction < 0 && t.is(n, speechCuts):
			conjunction = n
		}
	}
	if conjunction >= 0 {
		return conjunction
	}
	return i
}

// clause adds the words from i to end as indirect speech, or directly where they are one
// quotation. A quotation that is open at the end is taken whole.
func (t *speechText) clause(a attribution, i, end int) bool {
	if i < 0 || end-i < shortestClause {
		return false
	}
	if q := t.quoteAt(i); q != nil && q.from == i && q.to >= end-1 && q.speaker == "" {
		q.speaker = a.speaker
		t.add(a, q.inner, true)
		return true
	}
	words := Span{t.words[i].Start, t.words[end-1].full}
	if n := t.quoteOf[i]; n >= 0 && t.quotes[n].from < i {
		return false
	}
	if n := t.quoteOf[end-1]; n >= 0 {
		if !t.quotes[n].whole {
			return false
		}
		words.End = t.quotes[n].End
	}
	t.add(a, words, false)
	return true
}
