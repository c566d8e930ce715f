package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"storybot/corpus"
)

// Name is someone or something that articles mention.
type Name struct {
	Text     string      // its fullest form, or that of a person which far more articles use, in the spelling that most do
	Spelt    []string    // every value of Query.Names that stands for it, the spellings of aliases among them
	Articles int         // how many articles mention it by any of its spellings
	Kind     corpus.Kind // what most articles that say so show it to be; Unknown where none does, or as many differ
	Aliases  []Alias     // the other forms that articles use for it, the most used first; nil where there are none
}

// Alias is a form that articles use for a name beside its fullest: "Altman", "WHO". A
// spelling that differs by case, accents or full stops alone is none.
type Alias struct {
	Text     string
	Articles int // how many articles use it for the name
}

// Match says how well a name fits what a reader typed, best first.
type Match int

// The ways in which a name, or a form that stands for it, matches.
const (
	Exact  Match = iota // all words the same, case and accents aside
	Words               // every word typed is a word of the name
	Prefix              // every word typed starts a word of the name
	Joined              // the same letters without spaces: "soft bank"
	Near                // a slip or two of the keys: "opanai"
)

// Found is a name that matches what a reader typed.
type Found struct {
	Name
	Match Match
}

// Names returns the names that match what a reader typed, by themselves or by a form that
// articles use for them: the best match first, then those that more articles mention, then
// by alphabet. A form that may stand for several names matches each by Words at best. Empty
// text matches every name. limit bounds the result.
func (ix *Index) Names(ctx context.Context, typed string, limit int) ([]Found, error) {
	return ix.matching(ctx, typed, limit, true)
}

// NamesAsTyped is Names without those that only come near what was typed or begin with it,
// which take most of the time where there is no other.
func (ix *Index) NamesAsTyped(ctx context.Context, typed string, limit int) ([]Found, error) {
	return ix.matching(ctx, typed, limit, false)
}

func (ix *Index) matching(ctx context.Context, typed string, limit int, near bool) ([]Found, error) {
	k := key(typed)
	if k == "" && strings.TrimSpace(typed) != "" || limit <= 0 {
		return nil, ix.names.load(ctx, ix)
	}
	v, err := ix.view(ctx)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if up := key(strings.ToUpper(typed)); v.table.keyed(up) != nil { // "us" is a word, and "US" a name
		k = up
	}
	var found []Found
	switch {
	case k == "":
		found = v.commonest(limit)
	case near:
		if found = v.best(v.table.find(folded(k)), limit); len(found) == 0 {
			found = v.best(v.table.near(folded(k)), limit)
		}
	default:
		found = v.best(v.table.findAsTyped(folded(k)), limit)
	}
	if err := v.close(); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	return found, nil
}

// commonest returns the names that most articles mention.
func (v *view) commonest(limit int) []Found {
	for n := 4 * limit; ; n *= 8 {
		rows, least := v.table.commonest(n)
		found := v.best(rows, limit)
		if least <= 1 || v.err != nil || len(found) == limit && found[limit-1].Articles >= least {
			return found
		}
	}
}

// best returns the first of the names that match. At first of each name only a bound is
// known: what cannot come before those that were looked into stays unknown.
func (v *view) best(matched []matchedRow, limit int) []Found {
	q := queue[*candidate]{items: v.table.candidates(matched), before: (*candidate).before}
	var found []Found
	for _, c := range settle(v, &q, limit, func(c *candidate) bool { return c.found != nil }, v.learn) {
		found = append(found, *c.found)
	}
	return found
}

// candidate is a name that may match.
type candidate struct {
	matchedRow              // the best that it may be, until it is found
	articles   int          // the same
	by         []matchedRow // the forms that match and may stand for it, where it is not just itself
	found      *Found
}

// candidates returns the names that the rows that match may stand for.
func (t *nameTable) candidates(matched []matchedRow) []*candidate {
	all := make([]*candidate, 0, len(matched))
	block := make([]candidate, len(matched))
	byID := t.noCandidates()
	defer func() {
		for _, c := range all {
			(*byID)[c.row.id] = nil
		}
		t.unused.Put(byID)
	}()
	for i, m := range matched {
		c := &block[i]
		*c = candidate{matchedRow: m, articles: t.bounds[m.row.id]}
		(*byID)[m.row.id] = c
		all = append(all, c)
	}
	for _, m := range matched {
		m.row.fuller(func(long *nameRow) {
			c := (*byID)[long.id]
			switch {
			case long == m.row:
				return
			case c == nil:
				c = &candidate{matchedRow: matchedRow{long, m.match, m.slips}, articles: t.bounds[long.id]}
				(*byID)[long.id] = c
				all = append(all, c)
			case c.by == nil:
				c.by = []matchedRow{c.matchedRow}
			}
			c.by = append(c.by, m)
			if compareMatches(m, c.matchedRow) < 0 {
				c.match, c.slips = m.match, m.slips
			}
		})
	}
	return all
}

// noCandidates returns room for a candidate a row, which is used again and again: a table of
// a large corpus has a million rows.
func (t *nameTable) noCandidates() *[]*candidate {
	if room, ok := t.unused.Get().(*[]*candidate); ok && len(*room) >= t.rows.count {
		return room
	}
	room := make([]*candidate, t.rows.count+t.rows.count/8)
	return &room
}

// before orders candidates. Of equals those that are not known come first, since they may
// come before the others.
func (c *candidate) before(d *candidate) bool {
	order := cmp.Or(compareMatches(c.matchedRow, d.matchedRow), cmp.Compare(d.articles, c.articles))
	if order == 0 && c.found != nil && d.found != nil {
		order = strings.Compare(c.found.Text, d.found.Text)
	}
	return order < 0 || order == 0 && c.found == nil && d.found != nil
}

// learn finds out about a candidate; false where it is no name of its own today, or does
// not match.
func (v *view) learn(c *candidate) bool {
	if v.root(c.row) != c.row {
		return false
	}
	fits := []matchedRow{c.matchedRow}
	if c.by != nil {
		fits = v.fitting(c)
	}
	if len(fits) == 0 {
		return false
	}
	best, name := slices.MinFunc(fits, compareMatches), v.name(c.row)
	c.match, c.slips, c.articles = best.match, best.slips, name.Articles
	c.found = &Found{Name: name, Match: best.match}
	return name.Articles > 0
}

// fitting returns the ways in which a name matches today.
func (v *view) fitting(c *candidate) []matchedRow {
	var fits []matchedRow
	for _, m := range c.by {
		switch {
		case v.root(m.row) == c.row:
			fits = append(fits, m)
		case v.attested(m.row, c.row):
			m.match = max(m.match, Words)
			fits = append(fits, m)
		}
	}
	return fits
}

// title returns the spelling of a row that most articles use, of equals the first of the
// alphabet; "" where none does.
func (v *view) title(r *nameRow) string {
	best := Alias{}
	for _, s := range r.spelt {
		if a := (Alias{s.text, v.count(namesField, s.text)}); a.Articles > 0 && (best.Articles == 0 || compareAliases(a, best) < 0) {
			best = a
		}
	}
	return best.Text
}

// timesShown is how many times the articles of its fullest form a shorter full name of a person
// must have to be shown: "Barack Obama".
const timesShown = 3

// shown returns the one of the forms that stand for a name, given with the name first, by which
// readers are told of it.
func (v *view) shown(root *nameRow, members []*nameRow) *nameRow {
	if len(members) < 2 || v.kind(root) != corpus.Person {
		return root
	}
	best := root
	for _, m := range members[1:] {
		if m.length() < 2 || !m.mayCall(root) {
			continue
		}
		if a, b := v.own(m), v.own(best); a >= timesShown*v.own(root) && (a > b || best == root || a == b && compareFuller(m, best) > 0) {
			best = m
		}
	}
	return best
}

// name tells what is known of a name.
func (v *view) name(root *nameRow) Name {
	return remembered(v, v.told.names, root, func() Name {
		members := v.members(root)
		shown := v.shown(root, members)
		if i := slices.Index(members, shown); i > 0 {
			members[0], members[i] = members[i], members[0]
		}
		var own, others []Alias
		for _, m := range members {
			for _, s := range m.spelt {
				switch n := v.count(namesField, s.text); {
				case n > 0 && m == shown:
					own = append(own, Alias{s.text, n})
				case n > 0:
					others = append(others, Alias{s.text, n})
				}
			}
		}
		if len(own) == 0 {
			return Name{}
		}
		slices.SortFunc(own, compareAliases)
		slices.SortFunc(others, compareAliases)
		n := Name{Text: own[0].Text, Aliases: v.aliases(members)}
		var places []place
		var spelt []spelling
		for _, s := range append(own, others...) {
			n.Spelt = append(n.Spelt, s.Text)
			places = append(places, place{namesField, s.Text})
			spelt = append(spelt, spelling{text: s.Text})
		}
		n.Articles, n.Kind = v.union(places), v.vote(spelt)
		return n
	})
}

// aliases returns the other forms that articles use for a name, given with the forms that
// stand for it.
func (v *view) aliases(members []*nameRow) []Alias {
	var all []Alias
	seen := map[*nameRow]bool{members[0]: true}
	for _, m := range members {
		for _, s := range append(slices.Clip(m.shorts()), m) {
			if seen[s] {
				continue
			}
			seen[s] = true
			if a := v.alias(s, members); a.Articles > 0 {
				all = append(all, a)
			}
		}
	}
	slices.SortFunc(all, compareAliases)
	return all
}

// alias tells how articles use one form for a name.
func (v *view) alias(s *nameRow, members []*nameRow) Alias {
	bySpelling := map[string][]place{}
	for _, l := range s.longs() {
		if !slices.Contains(members, l.to) {
			continue
		}
		for _, p := range l.pairs {
			bySpelling[p.short] = append(bySpelling[p.short], place{aliasField, p.term()})
		}
	}
	if slices.Contains(members, s) {
		for _, n := range s.spelt {
			bySpelling[n.text] = append(bySpelling[n.text], place{namesField, n.text})
		}
	}
	var all []place
	var texts []Alias
	for text, places := range bySpelling {
		all = append(all, places...)
		texts = append(texts, Alias{text, v.union(places)})
	}
	if len(texts) == 0 { // a form that no article uses by itself, and links to other names only
		return Alias{}
	}
	best := slices.MinFunc(texts, compareAliases)
	if len(texts) > 1 {
		best.Articles = v.union(all)
	}
	return best
}

func compareAliases(a, b Alias) int {
	return cmp.Or(cmp.Compare(b.Articles, a.Articles), strings.Compare(a.Text, b.Text))
}
