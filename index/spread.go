package index

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// publications is how many articles have one day of publication and one outlet.
type publications struct {
	term  string // of aboutField
	count int
}

// Spread returns the ids of so many articles, evenly over all that were published before a
// day (UTC), the newest first, and how many there are of those. A zero day takes all, with
// those of unknown day last.
func (ix *Index) Spread(ctx context.Context, most int, before time.Time) (ids []string, all int, err error) {
	published, err := ix.published.get(ctx, ix, ix.readPublications)
	if err != nil {
		return nil, 0, fmt.Errorf("spread: %w", err)
	}
	if !before.IsZero() {
		published = slices.DeleteFunc(slices.Clone(published), func(p publications) bool {
			return p.term < "0" || p.term >= day(before)
		})
	}
	for _, p := range published {
		all += p.count
	}
	s, err := ix.reader()
	if err != nil {
		return nil, 0, fmt.Errorf("spread: %w", err)
	}
	defer s.Close()
	ids, err = s.spread(ctx, published, all, min(most, all))
	if err != nil {
		return nil, 0, fmt.Errorf("spread: %w", err)
	}
	return ids, all, nil
}

// spread returns n of all articles, evenly over the publications.
func (s *snapshot) spread(ctx context.Context, published []publications, all, n int) ([]string, error) {
	ids := make([]string, 0, n)
	first := 0 // number of the first article of p
	for _, p := range published {
		var own []string
		for i := (first*n + all - 1) / all; i < n && i*all/n < first+p.count; i++ {
			if own == nil {
				docs, err := s.documents(place{aboutField, p.term})
				if err != nil {
					return nil, err
				}
				if own, err = s.articles(docs); err != nil {
					return nil, err
				}
				slices.Sort(own)
			}
			if at := i*all/n - first; at < len(own) { // fewer where a refresh goes on
				ids = append(ids, own[at])
			}
		}
		if first += p.count; ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	return ids, nil
}

// readPublications returns the publications of all articles, the newest first, those of
// unknown day last.
func (ix *Index) readPublications(ctx context.Context) ([]publications, error) {
	s, err := ix.reader()
	if err != nil {
		return nil, err
	}
	defer s.Close()
	counts := map[string]int{}
	dictionaries, err := s.dictionaries(aboutField)
	if err != nil {
		return nil, err
	}
	for seg, d := range dictionaries {
		for entries := d.AutomatonIterator(nil, nil, nil); ; {
			e, err := entries.Next()
			if err != nil {
				return nil, err
			}
			if e == nil {
				break
			}
			postings, err := d.PostingsList([]byte(e.Term), s.segments[seg].Deleted(), nil)
			if err != nil {
				return nil, err
			}
			counts[e.Term] += int(postings.Count())
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	var all []publications
	for term, n := range counts {
		if n > 0 {
			all = append(all, publications{term, n})
		}
	}
	slices.SortFunc(all, func(a, b publications) int { return strings.Compare(b.term, a.term) })
	return all, nil
}
