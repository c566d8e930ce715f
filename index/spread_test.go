package index

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"storybot/corpus"
)

func TestSpreadIsEvenOverTheDays(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		var all []corpus.Article
		for i := range 30 { // three a day, of two outlets; the last three have no day
			day := date("2024-05-01").AddDate(0, 0, i/3).Format(time.DateOnly)
			if i >= 27 {
				day = ""
			}
			all = append(all, from(article(fmt.Sprintf("a%02d", i), "", "The ferry came."), []string{"Ledger", "Post", "Ledger"}[i%3], day))
		}
		refreshed(t, ix, all[:11]...)
		gone := article("gone", "", "The ferry went.")
		refreshed(t, ix, append([]corpus.Article{gone}, all...)...)
		refreshed(t, ix, all...)
		for _, c := range []struct {
			most   int
			before string
			want   []string
			of     int
		}{
			{5, "", []string{"a25", "a19", "a13", "a07", "a01"}, 30},
			{3, "", []string{"a25", "a15", "a08"}, 30},
			{4, "2024-05-03", []string{"a04", "a03", "a01", "a00"}, 6},
			{100, "2024-05-02", []string{"a01", "a00", "a02"}, 3},
			{100, "2024-05-01", nil, 0},
			{0, "", nil, 30},
		} {
			var before time.Time
			if c.before != "" {
				before = date(c.before)
			}
			got, of, err := ix.Spread(t.Context(), c.most, before)
			if err != nil || of != c.of || !slices.Equal(got, c.want) {
				t.Errorf("%d before %q: %v of %d, %v; want %v of %d", c.most, c.before, got, of, err, c.want, c.of)
			}
		}
		got, _, err := ix.Spread(t.Context(), 1000, time.Time{})
		if slices.Sort(got); err != nil || len(slices.Compact(got)) != 30 {
			t.Errorf("%d articles of 30, %v", len(got), err)
		}
	})
}
