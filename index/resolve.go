package index

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"storybot/corpus"
)

// How many times the articles of any other bearer a name must have, so that a form which
// several names share stands for it.
const (
	clearly    = 10
	spelledOut = 4 // the same of the articles that link an abbreviation or another word that is no part of the name
)

// alone is how many times the articles that use a form by itself may outnumber those that
// have the name which it stands for.
const alone = 20

// view answers what the articles of one state of the index say of names. All of it is a
// function of those articles alone. The first error stays in err; what is returned after
// it means nothing.
type view struct {
	ctx    context.Context
	reader *snapshot
	table  *nameTable // locked for reading until the view is closed
	told   *told
	counts *counted // nil where the index changes just now
	err    error
}

// view opens a view on the names of today.
func (ix *Index) view(ctx context.Context) (*view, error) {
	if err := ix.names.load(ctx, ix); err != nil {
		return nil, err
	}
	ix.names.mu.RLock() // first: what the table knows and what the reader sees are of one index
	generation := ix.generation.Load()
	reader, err := ix.reader()
	if err != nil {
		ix.names.mu.RUnlock()
		return nil, err
	}
	v := &view{ctx: ctx, reader: reader, table: &ix.names}
	if !ix.committing.Load() && ix.generation.Load() == generation {
		v.told, v.counts = ix.told.of(generation), &ix.counts
	} else {
		v.told = newTold(generation)
	}
	return v, nil
}

func (v *view) close() error {
	v.table.mu.RUnlock()
	return cmp.Or(v.err, v.reader.Close())
}

// count returns how many articles have a term.
func (v *view) count(field, term string) int {
	if v.err == nil {
		v.err = v.ctx.Err()
	}
	if v.err != nil {
		return 0
	}
	p := place{field, term}
	if v.counts != nil {
		if n, ok := v.counts.get(v.told.generation, p); ok {
			return n
		}
	}
	n, err := v.reader.count(p)
	if v.err = err; err == nil && v.counts != nil && field != nameField && field != kindField {
		v.counts.put(v.told.generation, p, n)
	}
	return n
}

// own returns how many articles name something by the row's spellings; of two in one
// article both count.
func (v *view) own(r *nameRow) int {
	return remembered(v, v.told.own, r, func() int {
		n := 0
		for _, s := range r.spelt {
			n += v.count(namesField, s.text)
		}
		return n
	})
}

// kind returns what the articles that use the row's spellings show it to be.
func (v *view) kind(r *nameRow) corpus.Kind {
	return remembered(v, v.told.kinds, r, func() corpus.Kind { return v.vote(r.spelt) })
}

// vote returns the kind that most articles show spellings to be; Unknown where none does
// or as many differ.
func (v *view) vote(spelt []spelling) corpus.Kind {
	best, most := corpus.Unknown, 0
	for k := corpus.Person; k <= corpus.Other; k++ {
		n := 0
		for _, s := range spelt {
			n += v.count(kindsField, kindTerm(s.text, k))
		}
		switch {
		case n > most:
			best, most = k, n
		case n == most:
			best = corpus.Unknown
		}
	}
	return best
}

// attested says whether an article links one form to another.
func (v *view) attested(short, long *nameRow) bool {
	longs := short.longs()
	at := slices.IndexFunc(longs, func(l link) bool { return l.to == long })
	return at >= 0 && v.holds(longs[at])
}

// holds says whether an article of today makes a link.
func (v *view) holds(l link) bool {
	return slices.ContainsFunc(l.pairs, func(a alias) bool { return v.count(aliasField, a.term()) > 0 })
}

// same says whether articles link two forms, either way, or they are spellings of one name.
func (v *view) same(a, b *nameRow) bool {
	return a.spells(b) && v.usual(a) == v.usual(b) || v.attested(a, b) || v.attested(b, a)
}

// usual returns the row of those that spell the same name that most articles use by itself,
// of equals the fuller.
func (v *view) usual(s *nameRow) *nameRow {
	if s.alike == nil {
		return s
	}
	return remembered(v, v.told.usual, s, func() *nameRow {
		rows := s.alike.rows
		if s.alike.person {
			rows = v.persons(s)
		}
		if len(rows) == 0 {
			return s
		}
		return slices.MaxFunc(rows, func(a, b *nameRow) int { return cmp.Or(cmp.Compare(v.own(a), v.own(b)), compareFuller(a, b)) })
	})
}

// direct returns the fuller name that a form stands for in the whole corpus, or its usual
// spelling; nil where no article links it to one, or where there is doubt which.
func (v *view) direct(s *nameRow) *nameRow {
	if u := v.usual(s); u != s {
		return u
	}
	if len(s.longs()) == 0 {
		return nil
	}
	return remembered(v, v.told.direct, s, func() *nameRow {
		var longs []*nameRow
		for _, l := range s.longs() {
			if v.holds(l) {
				longs = append(longs, l.to)
			}
		}
		if len(longs) == 0 {
			return nil
		}
		best := slices.MaxFunc(longs, func(a, b *nameRow) int {
			return cmp.Or(cmp.Compare(v.links(s, a), v.links(s, b)), cmp.Compare(v.own(a), v.own(b)), compareFuller(a, b))
		})
		if v.doubtful(s, best) || v.contested(s, best, longs) {
			return nil
		}
		return best
	})
}

// compareFuller orders forms: the longer one is the fuller, of equals the later in the
// alphabet.
func compareFuller(a, b *nameRow) int {
	return cmp.Or(cmp.Compare(len(a.key), len(b.key)), strings.Compare(a.key, b.key))
}

// doubtful says whether what articles say of a form by itself speaks against the name:
// they show it to be of another kind, or most use it and hardly any the name. An
// abbreviation of three letters or more may stand alone more often, since two letters stand
// for too much; but one that all articles use and one explains may be another's there.
func (v *view) doubtful(s, long *nameRow) bool {
	a, b := v.kind(s), v.kind(long)
	if a != b && a != corpus.Unknown && b != corpus.Unknown {
		return true
	}
	told := v.own(long)
	if len(s.joined()) > 2 && abbreviates(s, long) {
		told += v.links(s, long)
	}
	return v.own(s) > alone*told
}

// contested says whether a form may stand for a name other than long: one that too many
// articles link it to, or a person who shares the surname or the given name. Names that
// articles link to long are no others, nor are those that may be the same person's.
func (v *view) contested(s, long *nameRow, longs []*nameRow) bool {
	enough := clearly
	if s.length() == 1 && !slices.Contains(long.words(), s.key) {
		enough = spelledOut
	}
	for _, l := range longs {
		if l != long && !v.same(l, long) && !l.mayCall(long) && !l.goesOn(long) && enough*v.links(s, l) > v.links(s, long) {
			return true
		}
	}
	return v.shared(s, long)
}

// links returns how many articles link one form to another.
func (v *view) links(short, long *nameRow) int {
	n := 0
	for _, l := range short.longs() {
		if l.to != long {
			continue
		}
		for _, a := range l.pairs {
			n += v.count(aliasField, a.term())
		}
	}
	return n
}

// shared says whether too many articles mention others who bear the surname, or the given
// name, that a form may be.
func (v *view) shared(s, long *nameRow) bool {
	kind := v.kind(long)
	if kind != corpus.Person && kind != corpus.Unknown {
		return false
	}
	given := kind == corpus.Person && starts(long, s)
	enough := v.own(long)
	long.otherwise(func(r *nameRow) {
		if r != long && v.same(r, long) {
			enough += v.own(r)
		}
	})
	length := s.length()
	return slices.ContainsFunc(v.table.byWord[s.words()[0]].rows, func(id int32) bool {
		r := v.table.rows.at(int(id))
		if r == long || r.length() <= length || r.compound() || !ends(r, s) && !(given && starts(r, s)) {
			return false
		}
		if k := v.kind(r); k != corpus.Person && k != corpus.Unknown {
			return false
		}
		return clearly*v.own(r) > enough && !v.same(r, long) && !r.mayCall(long)
	})
}

// ends says whether the words of a row end in those of another, or are the same.
func ends(r, s *nameRow) bool {
	rest, ok := strings.CutSuffix(r.key, s.key)
	return ok && (rest == "" || rest[len(rest)-1] == ' ')
}

// starts says whether the words of a row begin with those of another, or are the same.
func starts(r, s *nameRow) bool {
	rest, ok := strings.CutPrefix(r.key, s.key)
	return ok && (rest == "" || rest[0] == ' ')
}

// abbreviates says whether a form is made of the first letters of a name's words, with or
// without the small ones.
func abbreviates(s, long *nameRow) bool {
	var all, some strings.Builder
	joined := s.joined()
	for _, w := range long.words() {
		_, n := utf8.DecodeRuneInString(w)
		first := w[:n]
		all.WriteString(first)
		if _, small := stopWords[w]; !small {
			some.WriteString(first)
		}
	}
	return joined == all.String() || joined == some.String()
}

// root returns the name that a form stands for, or the form itself. Where forms are linked
// in a ring, it is the fullest of them.
func (v *view) root(r *nameRow) *nameRow {
	way := []*nameRow{r}
	for next := v.direct(r); next != nil; next = v.direct(next) {
		if at := slices.Index(way, next); at >= 0 {
			return slices.MaxFunc(way[at:], compareFuller)
		}
		way = append(way, next)
	}
	return way[len(way)-1]
}

// members returns the forms that stand for a name, the name first.
func (v *view) members(root *nameRow) []*nameRow {
	var all []*nameRow
	root.reach(func(r *nameRow) { all = append(all, r) }, func(r *nameRow, next func(*nameRow)) {
		for _, s := range r.shorts() {
			if v.root(s) == root {
				next(s)
			}
		}
		r.otherwise(func(s *nameRow) {
			if v.root(s) == root {
				next(s)
			}
		})
	})
	return all
}
