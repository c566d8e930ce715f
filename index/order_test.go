package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"storybot/corpus"
)

// seenBy returns all that readers can see of an index, as one string.
func seenBy(t *testing.T, ix *Index) string {
	t.Helper()
	var b strings.Builder
	for _, q := range []Query{
		{},
		terms(ix, "ferry strike in Lowestead"),
		terms(ix, "did the railway of Northgate Shipping fail again?"),
		{Names: []string{"Agnes Abbott", "Boris Dunmore"}},
		{Phrases: [][]string{{"northgate", "shipping"}}, Outlets: []string{"Ledger"}},
		{Terms: []Term{{Stem: "bridg", Boost: 1}}, Names: []string{"Penwick"}, Phrases: [][]string{{"bridge", "would", "open"}}},
	} {
		for _, limit := range []int{5, 1000} {
			q.Limit = limit
			for _, h := range searched(t, ix, q) {
				fmt.Fprintf(&b, "%s:%d %.12g\n", h.Article, h.Passage, h.Score)
			}
		}
	}
	sources, err := ix.Sources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	outlets, err := ix.Outlets(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(&b, sources, outlets)
	for _, typed := range []string{"", "a", "abbott", "lowsteed", "north gate"} {
		for _, limit := range []int{3, 1000} {
			found, err := ix.Names(t.Context(), typed, limit)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintln(&b, typed, found)
			for _, f := range found[:min(3, len(found))] {
				p, err := ix.Profile(t.Context(), f.Name, time.Time{}, date("2024-06-01"))
				if err != nil {
					t.Fatal(err)
				}
				fmt.Fprintln(&b, p)
			}
		}
	}
	stems, all, err := ix.Frequencies(t.Context(), []string{"ferri", "strike", "soon"})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(&b, stems, all)
	return b.String()
}

// TestTheSameArticlesGiveTheSameAnswers holds the promise that ties are broken by rule,
// never by arrival: only what the corpus says today counts.
func TestTheSameArticlesGiveTheSameAnswers(t *testing.T) {
	t.Parallel()
	all := invented(60)
	want := seenBy(t, inMemory(t, all...))
	if len(want) < 10_000 {
		t.Fatalf("there is too little to compare: %d bytes", len(want))
	}
	backwards := slices.Clone(all)
	slices.Reverse(backwards)
	other := slices.Clone(all)
	for i := range other {
		other[i].Text = paragraphs(3, "other") + "They saw Agnes Abbott and Zelda Zimmer at the ferry."
		other[i].Outlet = "Nobody's"
	}
	gone := slices.Clone(other[:20])
	for i := range gone {
		gone[i].ID += "-gone"
	}
	for name, steps := range map[string][][]corpus.Article{
		"backwards":             {backwards},
		"in three refreshes":    {all[:10], all[:35], all},
		"one at a time":         oneByOne(all),
		"after other articles":  {gone, all},
		"after other texts":     {other, all},
		"after a mix of others": {append(slices.Clone(gone), other...), append(slices.Clone(all[30:]), gone...), backwards},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			eachIndex(t, func(t *testing.T, ix *Index) {
				for _, articles := range steps {
					refreshed(t, ix, articles...)
				}
				if got := seenBy(t, ix); got != want {
					t.Errorf("the answers differ:\n%s", difference(got, want))
				}
			})
		})
	}
}

// oneByOne returns the steps by which articles come one at a time.
func oneByOne(all []corpus.Article) [][]corpus.Article {
	var steps [][]corpus.Article
	for i := 0; i < len(all); i += 6 {
		steps = append(steps, all[:i+1])
	}
	return append(steps, all)
}

// difference returns the first lines that differ.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d:\n got %.300s\nwant %.300s", i, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
