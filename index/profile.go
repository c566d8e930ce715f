package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"storybot/corpus"
)

// Profile is what the articles that mention a name have in common.
type Profile struct {
	Articles    int            // how many there are
	Outlets     []Count        // theirs, the most articles first, then by alphabet; "" is the unknown outlet
	First, Last corpus.Article // the earliest and the latest of known day, without their texts; zero where there is none. Of equal days the lower id
	Beside      []Neighbour    // names in the same passages, the most telling first
}

// Count is how many articles something has.
type Count struct {
	Text     string
	Articles int
}

// Neighbour is a name that stands in the same passages as another.
type Neighbour struct {
	Name     string  // its Name.Text
	Articles int     // how many articles have both in one passage
	Weight   float64 // how telling that is: above 0 where they stand together more often than by chance
}

// mostBeside is how many neighbours a profile lists.
const mostBeside = 20

// Profile returns what the articles say together that mention n by any of its spellings
// and were published from one day until before another, UTC; a zero time is no bound. A
// bound leaves out articles of unknown day.
func (ix *Index) Profile(ctx context.Context, n Name, from, until time.Time) (Profile, error) {
	hits, err := ix.Search(ctx, Query{Names: n.Spelt, From: from, Until: until, Limit: 1000})
	if err != nil || len(n.Spelt) == 0 {
		return Profile{}, err
	}
	var p Profile
	seen, outlets, beside := map[string]bool{}, map[string]int{}, map[string]int{}
	for _, h := range hits {
		r, ok, err := ix.Article(ctx, h.Article)
		if err != nil {
			return Profile{}, fmt.Errorf("profile: %w", err)
		}
		if !ok || seen[h.Article] {
			continue
		}
		seen[h.Article] = true
		p.add(r, outlets)
		others := map[string]bool{}
		for _, m := range r.Mentions {
			if m.Start < r.Passages[h.Passage].End && r.Passages[h.Passage].Start <= m.Start && !slices.Contains(n.Spelt, m.Name) {
				others[m.Name] = true
			}
		}
		for o := range others {
			beside[o]++
		}
	}
	p.Outlets = ranked(outlets)
	for _, c := range ranked(beside)[:min(mostBeside, len(beside))] {
		p.Beside = append(p.Beside, Neighbour{Name: c.Text, Articles: c.Articles, Weight: float64(c.Articles)})
	}
	return p, nil
}

func (p *Profile) add(r corpus.Reading, outlets map[string]int) {
	p.Articles++
	outlets[r.Outlet]++
	a := r.Article
	a.Text = ""
	if a.Published.IsZero() {
		return
	}
	if p.First.Published.IsZero() || cmp.Or(a.Published.Compare(p.First.Published), cmp.Compare(a.ID, p.First.ID)) < 0 {
		p.First = a
	}
	if p.Last.Published.IsZero() || cmp.Or(p.Last.Published.Compare(a.Published), cmp.Compare(a.ID, p.Last.ID)) < 0 {
		p.Last = a
	}
}

// ranked orders counts: the most articles first, then by alphabet.
func ranked(counts map[string]int) []Count {
	all := make([]Count, 0, len(counts))
	for text, n := range counts {
		all = append(all, Count{text, n})
	}
	slices.SortFunc(all, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Text, b.Text))
	})
	return all
}
