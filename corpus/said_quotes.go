package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quoted is one quotation, over however many paragraphs.
type quoted struct {
	Span            // with its marks
	inner    Span   // without them
	whole    bool   // its marks match
	from, to int    // its words, with the marks
	speaker  string // who says it, once known
}

// openQuote is a quotation that is not yet closed.
type openQuote struct {
	at, size int
	straight bool
}

// quotations returns the quotations of text between double marks, curly and straight. A
// quotation that is open at the end of a paragraph goes on in the next one when that
// opens with a mark again. Where the marks of one do not match, all from its opening to
// the end of the paragraph counts as a quotation that is not whole.
func quotations(text string) []quoted {
	var out []quoted
	open := openQuote{at: -1}
	end := 0 // of the paragraph before
	for _, p := range paragraphs(text) {
		if open.at >= 0 && quoteMark(text, p.Start) == 0 {
			out = append(out, quoted{Span: Span{open.at, end}})
			open.at = -1
		}
		out, open = paragraphQuotes(out, open, text, p)
		end = p.End
	}
	if open.at >= 0 {
		out = append(out, quoted{Span: Span{open.at, end}})
	}
	return out
}

// paragraphQuotes appends the quotations that end in a paragraph and returns the one
// that is left open.
func paragraphQuotes(out []quoted, open openQuote, text string, p Span) ([]quoted, openQuote) {
	for i := p.Start; i < p.End; {
		size := quoteMark(text, i)
		if size == 0 {
			i++
			continue
		}
		straight, opens := size == 1, opensQuote(text, i, p)
		switch {
		case open.at < 0 && opens:
			open = openQuote{i, size, straight}
		case open.at >= 0 && opens && i > p.Start:
			out = append(out, quoted{Span: Span{open.at, i}})
			open = openQuote{i, size, straight}
		case open.at >= 0 && !opens:
			q := quoted{Span: Span{open.at, i + size}, inner: Span{open.at + open.size, i}, whole: open.straight == straight}
			out, open.at = append(out, q), -1
		}
		i += size
	}
	return out, open
}

// quoteMark returns the length of the double quotation mark at byte i, or 0.
func quoteMark(text string, i int) int {
	switch {
	case i >= len(text):
		return 0
	case text[i] == '"':
		return 1
	case text[i] == 0xE2 && (strings.HasPrefix(text[i:], "“") || strings.HasPrefix(text[i:], "”")):
		return len("“")
	}
	return 0
}

// opensQuote says whether the mark at i opens a quotation: a straight one does where a
// paragraph starts and behind white space, a bracket or a dash.
func opensQuote(text string, i int, p Span) bool {
	if text[i] != '"' {
		return strings.HasPrefix(text[i:], "“")
	}
	before, _ := utf8.DecodeLastRuneInString(text[p.Start:i])
	return i == p.Start || unicode.IsSpace(before) || strings.ContainsRune("([—–-", before)
}

// placeQuotes finds the words of the quotations.
func (t *speechText) placeQuotes() {
	t.quoteOf = make([]int, len(t.words))
	for i := range t.quoteOf {
		t.quoteOf[i] = -1
	}
	i := 0
	for _, q := range quotations(t.text) {
		for i < len(t.words) && t.words[i].Start < q.Start {
			i++
		}
		q.from = i
		for i < len(t.words) && t.words[i].End <= q.End {
			t.quoteOf[i] = len(t.quotes)
			i++
		}
		if q.to = i; q.from < q.to {
			t.quotes = append(t.quotes, q)
		}
	}
}

// quoteAt returns the whole quotation that word i belongs to, or nil.
func (t *speechText) quoteAt(i int) *quoted {
	if i < 0 || i >= len(t.words) || t.quoteOf[i] < 0 || !t.quotes[t.quoteOf[i]].whole {
		return nil
	}
	return &t.quotes[t.quoteOf[i]]
}

// quoteBefore returns the quotation that ends right before word i, past a comma or dash,
// and goes on with what stands at i: it ends with a comma, a question mark, or the like, and
// not with a full stop.
func (t *speechText) quoteBefore(i int) *quoted {
	k := min(i, len(t.words)) - 1
	comma := k >= 0 && t.quoteOf[k] < 0 && speechJoins[t.low[k]]
	if comma {
		k--
	}
	q := t.quoteAt(k)
	if q == nil || q.to != k+1 {
		return nil
	}
	last := strings.TrimRight(q.inner.Of(t.text), " '’\"”")
	if comma && !strings.HasSuffix(last, ".") {
		return q
	}
	for _, end := range [...]string{",", "?", "!", "—", "–", "--", "…", "..."} {
		if strings.HasSuffix(last, end) {
			return q
		}
	}
	return nil
}

// quoteAfter returns the quotation that starts at word i, past the signs before it; nil
// for a word that is not there.
func (t *speechText) quoteAfter(i int) *quoted {
	if i < 0 {
		return nil
	}
	for n := 0; n < 2 && i < len(t.words) && t.quoteOf[i] < 0 && speechLeads[t.low[i]]; n++ {
		i++
	}
	if q := t.quoteAt(i); q != nil && q.from == i {
		return q
	}
	return nil
}

// ends says whether a quotation is a whole statement: it ends with a stop, or a stop or
// the end of the text follows it.
func (t *speechText) ends(q *quoted) bool {
	last := strings.TrimRight(q.inner.Of(t.text), " '’\"”")
	if last == "" {
		return false
	}
	return strings.HasSuffix(last, "…") || strings.ContainsRune(".?!", rune(last[len(last)-1])) || t.is(q.to, speechStops) || q.to == len(t.words)
}
