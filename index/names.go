package index

import (
	"cmp"
	"container/heap"
	"context"
	"fmt"
	"slices"
	"strings"

	api "github.com/blevesearch/bleve_index_api"

	"storybot/corpus"
)

// Name is someone or something that articles mention.
type Name struct {
	Text     string      // its fullest form, in the spelling that most articles use
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
	Slips int // of the keys, where the match is Near
}

// Names returns the names that match what a reader typed, by themselves or by a form that
// articles use for them: the best match first, then those that more articles mention, then
// by alphabet. A form that may stand for several names matches each by Words at best. Empty
// text matches every name. limit bounds the result.
func (ix *Index) Names(ctx context.Context, typed string, limit int) ([]Found, error) {
	k := key(typed)
	if k == "" && strings.TrimSpace(typed) != "" || limit <= 0 {
		return nil, ix.names.load(ctx, ix)
	}
	v, err := ix.view(ctx)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	found := v.best(v.table.find(folded(k)), limit)
	if len(found) == 0 {
		found = v.best(v.table.near(folded(k)), limit)
	}
	if err := v.close(); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	return found, nil
}

// best returns the first of the names that match. At first of each name only a bound is
// known: what cannot come before those that were looked into stays unknown.
func (v *view) best(matched []matchedRow, limit int) []Found {
	q := queue[*candidate]{before: (*candidate).before}
	for _, c := range candidates(matched) {
		q.items = append(q.items, c)
	}
	heap.Init(&q)
	var found []Found
	for len(q.items) > 0 && len(found) < limit && v.err == nil {
		c := q.items[0]
		switch {
		case c.known:
			found = append(found, c.Found)
			heap.Pop(&q)
		case v.learn(c):
			heap.Fix(&q, 0)
		default:
			heap.Pop(&q)
		}
	}
	return found
}

// candidate is a name that may match.
type candidate struct {
	Found
	row   *nameRow
	by    []matchedRow // the forms that match and may stand for it
	known bool         // else Match, Slips and Articles are the best that they may be
}

// candidates returns the names that the rows that match may stand for.
func candidates(matched []matchedRow) []*candidate {
	all := make([]*candidate, 0, len(matched))
	block := make([]candidate, len(matched))
	byRow := make(map[*nameRow]*candidate, len(matched))
	for i := range matched {
		m := matched[i]
		for n, row := range m.row.fuller() {
			c := byRow[row]
			if c == nil {
				c = &candidate{}
				if n == 0 {
					c = &block[i]
				}
				c.row, c.Match, c.Slips, c.Articles = row, m.match, m.slips, row.most()
				byRow[row] = c
				all = append(all, c)
			}
			c.by = append(c.by, m)
			if compareMatches(m, matchedRow{match: c.Match, slips: c.Slips}) < 0 {
				c.Match, c.Slips = m.match, m.slips
			}
		}
	}
	return all
}

// before orders candidates. Of equals those that are not known come first, since they may
// come before the others.
func (c *candidate) before(d *candidate) bool {
	order := cmp.Or(cmp.Compare(c.Match, d.Match), cmp.Compare(c.Slips, d.Slips), cmp.Compare(d.Articles, c.Articles))
	if order == 0 && c.known && d.known {
		order = strings.Compare(c.Text, d.Text)
	}
	return order < 0 || order == 0 && !c.known && d.known
}

// learn finds out about a candidate; false where it is no name of its own today, or does
// not match.
func (v *view) learn(c *candidate) bool {
	if v.root(c.row) != c.row {
		return false
	}
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
	if len(fits) == 0 {
		return false
	}
	best := slices.MinFunc(fits, compareMatches)
	c.Match, c.Slips, c.Name, c.known = best.match, best.slips, v.name(c.row), true
	return c.Articles > 0
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

// name tells what is known of a name.
func (v *view) name(root *nameRow) Name {
	return remembered(v, v.told.names, root, func() Name {
		members := v.members(root)
		var own, others []Alias
		for _, m := range members {
			for _, s := range m.spelt {
				switch n := v.count(namesField, s.text); {
				case n > 0 && m == root:
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
		for _, s := range m.shorts {
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
	for _, l := range s.longs {
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
	best := slices.MinFunc(texts, compareAliases)
	if len(texts) > 1 {
		best.Articles = v.union(all)
	}
	return best
}

func compareAliases(a, b Alias) int {
	return cmp.Or(cmp.Compare(b.Articles, a.Articles), strings.Compare(a.Text, b.Text))
}

// place is a term of the index.
type place struct{ field, term string }

// union returns how many articles have one of the terms. The commonest is only asked for
// the articles of the others.
func (v *view) union(places []place) int {
	most, common := 0, 0
	for i, p := range places {
		if n := v.count(p.field, p.term); n > most {
			most, common = n, i
		}
	}
	var others []uint64
	for i, p := range places {
		if i != common {
			others = append(others, v.documents(p)...)
		}
	}
	if len(others) == 0 || v.err != nil {
		return most
	}
	slices.Sort(others)
	others = slices.Compact(others)
	both, err := shared(v.ctx, v.reader, places[common], others)
	v.err = cmp.Or(v.err, err)
	return most + len(others) - both
}

// documents returns the numbers of the documents that have a term, in order.
func (v *view) documents(p place) []uint64 {
	if v.err != nil {
		return nil
	}
	docs, err := documents(v.ctx, v.reader, p)
	v.err = err
	return docs
}

func documents(ctx context.Context, reader api.IndexReader, p place) ([]uint64, error) {
	postings, err := reader.TermFieldReader(ctx, []byte(p.term), p.field, false, false, false)
	if err != nil {
		return nil, err
	}
	defer postings.Close()
	docs := make([]uint64, 0, postings.Count())
	var doc api.TermFieldDoc
	for {
		next, err := postings.Next(&doc)
		if err != nil || next == nil {
			return docs, err
		}
		docs = append(docs, next.ID.Value())
	}
}

// shared returns how many of some documents, in order, have a term.
func shared(ctx context.Context, reader api.IndexReader, p place, docs []uint64) (int, error) {
	postings, err := reader.TermFieldReader(ctx, []byte(p.term), p.field, false, false, false)
	if err != nil {
		return 0, err
	}
	defer postings.Close()
	n, at := 0, uint64(0)
	var id api.IndexInternalID
	var doc api.TermFieldDoc
	for i, d := range docs {
		if i == 0 || at < d {
			id = api.NewIndexInternalID(id, d)
			next, err := postings.Advance(id, &doc)
			if err != nil || next == nil {
				return n, err
			}
			at = next.ID.Value()
		}
		if at == d {
			n++
		}
	}
	return n, nil
}

// recount takes in what a batch that was just committed says of names.
func (ix *Index) recount(ctx context.Context, says []evidence) error {
	ix.names.mu.RLock()
	loaded := ix.names.loaded
	ix.names.mu.RUnlock()
	if !loaded || len(says) == 0 {
		return nil
	}
	reader, err := ix.reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	counts := map[string]int{}
	for _, e := range says {
		for _, n := range e.names {
			if _, ok := counts[n]; ok {
				continue
			}
			if counts[n], err = count(ctx, reader, namesField, n); err != nil {
				return err
			}
		}
	}
	ix.names.set(counts, says)
	return nil
}
