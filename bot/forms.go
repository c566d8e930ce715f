package bot

import (
	"slices"
	"strings"

	"storybot/index"
)

// Readers and articles call the same thing by different names: "the Fed", "the Federal
// Reserve". The articles that a question finds first say what stands for what, and with
// that it is searched once more.

// mostForms bounds the further forms of names that one question is searched by.
const mostForms = 4

// formBoost is what the words of another form of a name count when passages are searched.
const formBoost = 0.7

// findForms notes the forms that the pool's articles use for what the question names, and
// returns the terms to search by that it has not itself.
func (q *question) findForms(ix *index.Index, p *pool) []index.Term {
	q.forms = map[string]uint64{}
	words := map[string]uint64{}
	for i, t := range q.terms {
		words[t.words[0]] |= 1 << i
	}
	for i := range p.readings {
		r := &p.readings[i]
		for _, m := range r.Mentions {
			if strings.Contains(m.Name, m.Of(r.Text)) || len(q.forms) == mostForms { // "Altman" has the words themselves
				continue
			}
			short, full := strings.ToLower(m.Of(r.Text)), strings.ToLower(m.Name)
			if bit, asked := words[short]; asked {
				q.forms[full] |= bit
			} else if first, _, _ := strings.Cut(full, " "); words[first] != 0 {
				q.noteForm(short, ix.Tokens(full))
			}
		}
	}
	return q.formTerms(ix)
}

// noteForm notes a form of a name that the question has word by word.
func (q *question) noteForm(form string, name []index.Token) {
	bits, want := uint64(0), distinct(name)
	for i := range q.tokens {
		if !startsWith(q.tokens[i:], want) {
			continue
		}
		for _, stem := range want {
			if at, ok := q.index[stem]; ok {
				bits |= 1 << at
			}
		}
		q.forms[form] |= bits
		return
	}
}

// startsWith says whether tokens begin with the stems, function words aside.
func startsWith(tokens []index.Token, stems []string) bool {
	n := 0
	for _, t := range tokens {
		switch {
		case n == len(stems):
			return true
		case t.Stem == "" && n > 0:
		case t.Stem != stems[n]:
			return false
		default:
			n++
		}
	}
	return len(stems) > 0 && n == len(stems)
}

// formTerms returns the terms of the forms that the question lacks, in order.
func (q *question) formTerms(ix *index.Index) []index.Term {
	var stems []string
	for form := range q.forms {
		for _, stem := range distinct(ix.Tokens(form)) {
			if _, own := q.index[stem]; !own {
				stems = append(stems, stem)
			}
		}
	}
	slices.Sort(stems)
	var terms []index.Term
	for _, stem := range slices.Compact(stems) {
		terms = append(terms, index.Term{Stem: stem, Boost: formBoost})
	}
	return terms
}
