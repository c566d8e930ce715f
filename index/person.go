package index

import (
	"cmp"
	"slices"
	"strings"

	"storybot/corpus"
)

// called is how a person is called: "benjamin", "s" and "bernanke" for Ben S. Bernanke.
type called struct{ given, middle, surname, generation string }

// calledAs reads the folded words of what may be a person's name: a given name, initials and
// a surname. Further names in full are not read, since other persons have them.
func calledAs(words []string) (called, bool) {
	var p called
	if n := len(words); n > 2 && generations[words[n-1]] {
		p.generation, words = words[n-1], words[:n-1]
	}
	n := len(words)
	if n < 2 || len(words[0]) < 2 || len(words[n-1]) < 2 {
		return called{}, false
	}
	for _, w := range words[1 : n-1] {
		if len(w) > 2 || particles[w] {
			return called{}, false
		}
	}
	p.given, p.surname, p.middle = corpus.FullGiven(words[0]), words[n-1], strings.Join(words[1:n-1], "")
	return p, true
}

// agrees says whether two ways in which somebody is called may be those of one person.
func (p called) agrees(o called) bool {
	agree := func(a, b string) bool { return a == b || a == "" || b == "" }
	return agree(p.middle, o.middle) && agree(p.generation, o.generation)
}

// persons returns the rows that call the person of a row, all of whom articles show to be one:
// no initial speaks against it, they stand beside the same names, and hardly any article has
// two of them.
func (v *view) persons(s *nameRow) []*nameRow {
	var all []*nameRow
	for _, r := range s.alike.rows {
		switch k := v.kind(r); {
		case r != s && v.own(r) == 0:
		case k != corpus.Person && k != corpus.Unknown:
			if r == s {
				return nil
			}
		default:
			all = append(all, r)
		}
	}
	if !slices.ContainsFunc(all, func(r *nameRow) bool { return v.kind(r) == corpus.Person }) {
		return nil
	}
	own, main := calls(s), v.mainPerson(all)
	all = slices.DeleteFunc(all, func(r *nameRow) bool {
		if main != nil && own.agrees(calls(main)) {
			return !calls(r).agrees(calls(main))
		}
		return calls(r) != own
	})
	if all = v.together(all); !slices.Contains(all, s) {
		return nil
	}
	return all
}

// together leaves out of rows that may call one person those that stand beside nobody and
// nothing that the commonest of them stands beside; none where articles tell two of them
// apart.
func (v *view) together(all []*nameRow) []*nameRow {
	if len(all) < 2 {
		return all
	}
	best := slices.MaxFunc(all, func(a, b *nameRow) int { return cmp.Or(cmp.Compare(v.own(a), v.own(b)), compareFuller(a, b)) })
	known := v.neighbours(best)
	all = slices.DeleteFunc(all, func(r *nameRow) bool {
		if r == best || v.own(r) == 0 {
			return false
		}
		for n := range v.neighbours(r) {
			if known[n] {
				return false
			}
		}
		return true
	})
	for i, a := range all {
		if slices.ContainsFunc(all[:i], func(b *nameRow) bool { return v.apart(a, b) }) {
			return nil
		}
	}
	return all
}

// neighbours returns the forms of other names that stand in the same passages as a row, but for
// places, of which everybody speaks.
func (v *view) neighbours(r *nameRow) map[*nameRow]bool {
	known := map[*nameRow]bool{}
	for n := range v.company(v.spellings(r), dayRange{}).beside {
		if !n.spells(r) && !ends(r, n) && v.kind(n) != corpus.Place {
			known[n] = true
		}
	}
	return known
}

func calls(r *nameRow) called {
	p, _ := calledAs(r.words())
	return p
}

// mainPerson returns the row by whose initials all others are to be read: of those that have
// one, clearly more articles use it than those that speak against it; nil where none is.
func (v *view) mainPerson(all []*nameRow) *nameRow {
	if len(all) == 0 {
		return nil
	}
	told := func(r *nameRow) int { p := calls(r); return len(p.middle) + len(p.generation) }
	main := slices.MaxFunc(all, func(a, b *nameRow) int {
		return cmp.Or(cmp.Compare(min(told(a), 1), min(told(b), 1)), cmp.Compare(v.own(a), v.own(b)), compareFuller(a, b))
	})
	against := 0
	for _, r := range all {
		if !calls(r).agrees(calls(main)) {
			against += v.own(r)
		}
	}
	if clearly*against > v.own(main) {
		return nil
	}
	return main
}

// apart says whether too many articles name two forms side by side, for them to be one person.
func (v *view) apart(a, b *nameRow) bool {
	docs := v.articles(a)
	both := 0
	for _, d := range v.articles(b) {
		if _, ok := slices.BinarySearch(docs, d); ok {
			both++
		}
	}
	return clearly*both > min(v.own(a), v.own(b))
}

// articles returns the documents of the articles that use a row's spellings by themselves.
func (v *view) articles(r *nameRow) []uint64 { return v.spelt(v.spellings(r), namesField) }

// spellings returns a row as a name of its own.
func (v *view) spellings(r *nameRow) Name {
	var n Name
	for _, s := range r.spelt {
		n.Spelt = append(n.Spelt, s.text)
	}
	return n
}

// mayCall says whether a row has the same surname and given name as another, short or in full,
// and no further name that speaks against it: "Agnes Mary Abbott" and "Agnes Abbott".
func (r *nameRow) mayCall(o *nameRow) bool {
	given, middle, surname := parted(r.words())
	g, m, s := parted(o.words())
	if given != g || surname != s || surname == "" {
		return false
	}
	for i := range min(len(middle), len(m)) {
		if a, b := middle[i], m[i]; a != b && (a[0] != b[0] || len(a) > 1 && len(b) > 1) {
			return false
		}
	}
	return true
}

// parted parts a name at its given name, in full, and its surname; "" where it has one word.
func parted(words []string) (given string, middle []string, surname string) {
	n := len(words)
	if n > 2 && generations[words[n-1]] {
		n--
	}
	if n < 2 {
		return "", nil, ""
	}
	return corpus.FullGiven(words[0]), words[1 : n-1], words[n-1]
}

// compound says whether a row only joins names by signs: "Abbott-Dunmore", "Abbott/Dunmore".
func (r *nameRow) compound() bool {
	return len(r.spelt) > 0 && !slices.ContainsFunc(r.spelt, func(s spelling) bool { return strings.Contains(s.text, " ") })
}

// The tables below are read only.
var (
	// generations stand behind surnames.
	generations = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

	// particles are short words of surnames, which are no initials.
	particles = map[string]bool{"de": true, "la": true, "le": true, "di": true, "da": true, "du": true, "el": true, "al": true, "of": true, "do": true, "te": true, "st": true,
		"in": true, "on": true, "at": true, "to": true, "by": true, "v": true, "vs": true, "as": true, "y": true}
)
