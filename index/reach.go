package index

// most returns how many articles mention a name by the row's spellings and those of the
// forms that may stand for it; they may be fewer.
func (r *nameRow) most() int {
	n := 0
	r.shorter(func(m *nameRow) {
		for _, s := range m.spelt {
			n += s.most
		}
	})
	return n
}

// shorter visits the row and all rows that may stand for it.
func (r *nameRow) shorter(visit func(*nameRow)) {
	if len(r.shorts()) == 0 && r.alike == nil {
		visit(r)
		return
	}
	r.reach(visit, func(r *nameRow, next func(*nameRow)) {
		for _, s := range r.shorts() {
			next(s)
		}
		r.otherwise(next)
	})
}

// fuller visits the row and all rows that it may stand for.
func (r *nameRow) fuller(visit func(*nameRow)) {
	if len(r.longs()) == 0 && r.alike == nil {
		visit(r)
		return
	}
	r.reach(visit, func(r *nameRow, next func(*nameRow)) {
		for _, l := range r.longs() {
			next(l.to)
		}
		r.otherwise(next)
	})
}

// spells says whether another row may spell the same name, or is the same.
func (r *nameRow) spells(o *nameRow) bool { return r == o || r.alike != nil && r.alike == o.alike }

// otherwise visits the rows that are spellings of the same name, the row among them.
func (r *nameRow) otherwise(visit func(*nameRow)) {
	if r.alike != nil {
		for _, o := range r.alike.rows {
			visit(o)
		}
	}
}

// reach visits the row and all rows that lead on from it, each once.
func (r *nameRow) reach(visit func(*nameRow), lead func(*nameRow, func(*nameRow))) {
	way := []*nameRow{r}
	seen := map[*nameRow]bool{r: true}
	for i := 0; i < len(way); i++ {
		visit(way[i])
		lead(way[i], func(n *nameRow) {
			if !seen[n] {
				seen[n] = true
				way = append(way, n)
			}
		})
	}
}
