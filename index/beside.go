package index

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// company is the passages that mention a name, with who else is mentioned there.
type company struct {
	*view
	docs     []uint64
	articles map[int]string        // by passage, of those looked up
	beside   map[*nameRow][]int    // passages, in order
	own      map[*nameRow]struct{} // rows that are the name itself
	passages int                   // in the whole index
}

// beside returns the names that stand in the same passages as one, the most telling first.
func (v *view) beside(n Name, days dayRange) []Neighbour {
	c := v.company(n, days)
	q := queue[*neighbour]{before: (*neighbour).before}
	seen := map[*nameRow]bool{}
	for row := range c.beside {
		row.fuller(func(r *nameRow) {
			if !seen[r] {
				seen[r] = true
				bound := c.bound(r)
				q.items = append(q.items, &neighbour{row: r, Neighbour: Neighbour{Articles: bound, Weight: c.weight(bound, bound)}})
			}
		})
	}
	var found []Neighbour
	for _, b := range settle(v, &q, mostBeside, func(b *neighbour) bool { return b.known }, c.learn) {
		found = append(found, b.Neighbour)
	}
	return found
}

// company gathers who is mentioned beside a name.
func (v *view) company(n Name, days dayRange) *company {
	c := &company{view: v, docs: v.spelt(n, nameField), articles: map[int]string{}, beside: map[*nameRow][]int{}, own: map[*nameRow]struct{}{}}
	for _, s := range append([]string{n.Text}, n.Spelt...) {
		if row := v.table.named(s); row != nil {
			c.own[row] = struct{}{}
		}
	}
	c.passages = v.count(kindField, passageKind)
	if days.bounded() {
		c.docs = v.during(c.docs, days)
	}
	rows := map[string]*nameRow{}
	v.values(c.docs, []string{nameField}, func(i int, _ string, value []byte) {
		row, ok := rows[string(value)]
		if !ok {
			if row = v.table.named(string(value)); row != nil && c.isOwn(row) {
				row = nil
			}
			rows[string(value)] = row
		}
		if row != nil {
			c.beside[row] = append(c.beside[row], i)
		}
	})
	return c
}

// during returns the passages that were published in a range of days.
func (v *view) during(docs []uint64, days dayRange) []uint64 {
	var kept []uint64
	v.values(docs, []string{dayField}, func(i int, _ string, value []byte) {
		if days.holds(string(value)) {
			kept = append(kept, docs[i])
		}
	})
	return kept
}

// isOwn says whether a row is the name itself.
func (c *company) isOwn(r *nameRow) bool {
	_, own := c.own[r]
	return own
}

// bound returns the most passages in which a name may stand beside the other.
func (c *company) bound(r *nameRow) int {
	n := 0
	r.shorter(func(s *nameRow) { n += len(c.beside[s]) })
	return n
}

// neighbour is a name that may be one of the most telling.
type neighbour struct {
	Neighbour
	row   *nameRow
	known bool // else Weight and Articles are the most that they may be
}

// before orders neighbours; of equals those that are not known come first.
func (b *neighbour) before(d *neighbour) bool {
	order := cmp.Or(cmp.Compare(d.Weight, b.Weight), cmp.Compare(d.Articles, b.Articles))
	if order == 0 && b.known && d.known {
		order = strings.Compare(b.Name, d.Name)
	}
	return order < 0 || order == 0 && !b.known && d.known
}

// learn weighs a neighbour; false where it is no name of its own today, or the name itself.
func (c *company) learn(b *neighbour) bool {
	if c.root(b.row) != b.row {
		return false
	}
	var here []int
	all := 0
	members := c.members(b.row)
	for _, m := range members {
		if c.isOwn(m) {
			return false
		}
		here = append(here, c.beside[m]...)
		for _, s := range m.spelt {
			all += c.count(nameField, s.text)
		}
	}
	slices.Sort(here)
	here = slices.Compact(here)
	b.Name, b.Articles, b.known = c.title(c.shown(b.row, members)), c.inArticles(here), true
	b.Weight = c.weight(len(here), all)
	return b.Articles > 0
}

// weight rates a name that stands in so many passages beside the other and in so many of
// all: often here, and seldom elsewhere. It grows with the first and falls with the second.
func (c *company) weight(here, all int) float64 {
	return float64(here) * math.Log(1+float64(c.passages)/float64(max(1, all)))
}

// inArticles returns in how many articles passages stand.
func (c *company) inArticles(passages []int) int {
	articles := map[string]bool{}
	for _, p := range passages {
		id, ok := c.articles[p]
		if !ok {
			id, _, _ = parsePassageID(c.id(c.docs[p]))
			c.articles[p] = id
		}
		articles[id] = true
	}
	return len(articles)
}
