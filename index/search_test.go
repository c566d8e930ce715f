package index

import (
	"slices"
	"testing"
	"time"

	"storybot/corpus"
)

// harbour is a small story: two outlets, four days and an article of unknown day.
func harbour() []corpus.Article {
	return []corpus.Article{
		from(article("a", "Ferry runs aground", "The ferry Aurora ran aground near Lowestead. Nobody was hurt."), "Harbour Post", "2024-03-01"),
		from(article("b", "Owner speaks", "The owner, Agnes Abbott of Northgate Shipping, said that the ferry would sail again. She did not say when."), "Ledger", "2024-03-02"),
		from(article("c", "Strike at the bridge", "Workers closed the bridge at Penwick. The strike may last."), "Harbour Post", "2024-03-03"),
		from(article("d", "No day is known", "The ferry was built in Arendale. Later Agnes Abbott bought it."), "Ledger", ""),
		from(article("e", "No outlet is known", "The bridge opened again at Penwick."), "", "2025-01-01"),
	}
}

// sortedHits lists hits as found does, in order of the alphabet.
func sortedHits(hits []Hit) string {
	hits = slices.Clone(hits)
	slices.SortFunc(hits, func(a, b Hit) int {
		if a.Article < b.Article || a.Article == b.Article && a.Passage < b.Passage {
			return -1
		}
		return 1
	})
	return found(hits)
}

func TestSearchFilters(t *testing.T) {
	t.Parallel()
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	ferry := []Term{{Stem: "ferri", Boost: 1}}
	eachIndex(t, func(t *testing.T, ix *Index) {
		refreshed(t, ix, harbour()...)
		for _, c := range []struct {
			name string
			q    Query
			want string
		}{
			{"everything", Query{}, "a:0 b:0 c:0 d:0 e:0"},
			{"a term", Query{Terms: ferry}, "a:0 b:0 d:0"},
			{"alternatives", Query{Terms: ferry, Names: []string{"Penwick"}}, "a:0 b:0 c:0 d:0 e:0"},
			{"a word of a title", Query{Terms: []Term{{Stem: "speak", Boost: 1}}}, "b:0"},
			{"no such term", Query{Terms: []Term{{Stem: "tunnel", Boost: 1}}}, ""},
			{"a name", Query{Names: []string{"Agnes Abbott"}}, "b:0 d:0"},
			{"a name as it is not spelt", Query{Names: []string{"agnes abbott"}}, ""},
			{"a phrase", Query{Phrases: [][]string{{"ran", "aground"}}}, "a:0"},
			{"a phrase with stop words", Query{Phrases: [][]string{{"the", "ferry", "was"}}}, "d:0"},
			{"words that do not follow", Query{Phrases: [][]string{{"ferry", "aground"}}}, ""},
			{"two phrases", Query{Phrases: [][]string{{"ran", "aground"}, {"may", "last"}}}, "a:0 c:0"},
			{"an outlet", Query{Outlets: []string{"Ledger"}}, "b:0 d:0"},
			{"an outlet in another case", Query{Outlets: []string{"harbour  POST"}}, "a:0 c:0"},
			{"a part of an outlet", Query{Outlets: []string{"Harbour"}}, ""},
			{"two outlets", Query{Outlets: []string{"Ledger", "Harbour Post"}}, "a:0 b:0 c:0 d:0"},
			{"an outlet and a term", Query{Terms: ferry, Outlets: []string{"Ledger"}}, "b:0 d:0"},
			{"from", Query{From: day("2024-03-02")}, "b:0 c:0 e:0"},
			{"until, which is outside", Query{Until: day("2024-03-02")}, "a:0"},
			{"from and until", Query{From: day("2024-03-02"), Until: day("2024-03-04")}, "b:0 c:0"},
			{"an empty time", Query{From: day("2024-03-02"), Until: day("2024-03-02")}, ""},
			{"time, outlet and term", Query{Terms: ferry, Outlets: []string{"Ledger"}, Until: day("2030-01-01")}, "b:0"},
		} {
			if got := sortedHits(searched(t, ix, c.q)); got != c.want {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
		}
	})
}

func TestSearchPutsTheBestFirst(t *testing.T) {
	t.Parallel()
	ix := inMemory(t,
		article("once", "", "The ferry came late, and the council of Lowestead talked of little else that week."),
		article("both", "", "The ferry Aurora came late, and the council of Lowestead talked of little else."),
		article("title", "Aurora", "The ferry came late, and the council of Lowestead talked of little else that day."),
		article("none", "", "A bridge was closed."),
	)
	hits := searched(t, ix, terms(ix, "ferry aurora"))
	if got := found(hits); got != "both:0 title:0 once:0" {
		t.Errorf("found %q, want both:0 title:0 once:0", got)
	}
	if !slices.IsSortedFunc(hits, func(a, b Hit) int { return int(b.Score - a.Score) }) {
		t.Errorf("scores are not in order: %v", hits)
	}
	boosted := Query{Terms: []Term{{Stem: "bridg", Boost: 10}, {Stem: "ferri", Boost: .1}}}
	if got := searched(t, ix, boosted)[0].Article; got != "none" {
		t.Errorf("a term with a tenth of the weight wins: %s", got)
	}
}

func TestTiesAreBrokenByArticleAndPassage(t *testing.T) {
	t.Parallel()
	var all []corpus.Article
	for _, id := range []string{"m", "z", "a", "k", "b"} {
		all = append(all, article(id, "", "The ferry was sold."))
	}
	ix := inMemory(t, all...)
	for limit := 1; limit <= 6; limit++ {
		want := "a:0 b:0 k:0 m:0 z:0"[:4*min(limit, 5)-1]
		if got := found(searched(t, ix, Query{Terms: []Term{{Stem: "ferri", Boost: 1}}, Limit: limit})); got != want {
			t.Errorf("limit %d: %q, want %q", limit, got, want)
		}
	}
	long := inMemory(t, article("a", "", paragraphs(12, "story")))
	if got := found(searched(t, long, Query{})); got != "a:0 a:1 a:2 a:3 a:4 a:5 a:6 a:7 a:8 a:9 a:10 a:11" {
		t.Errorf("passages of one article: %q", got)
	}
}

func TestFrequenciesAndCountsLeaveOutWhatIsGone(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		expect := func(ferries, bridges, articles, passages int) {
			t.Helper()
			got, all, err := ix.Frequencies(t.Context(), []string{"ferri", "bridg", "none", ""})
			if err != nil || !slices.Equal(got, []int{ferries, bridges, 0, 0}) || all != passages {
				t.Errorf("Frequencies: %v of %d, %v; want [%d %d 0 0] of %d", got, all, err, ferries, bridges, passages)
			}
			a, p, err := ix.Counts(t.Context())
			if err != nil || a != articles || p != passages {
				t.Errorf("Counts: %d, %d, %v; want %d, %d", a, p, err, articles, passages)
			}
		}
		expect(0, 0, 0, 0)
		all := harbour()
		refreshed(t, ix, all...)
		expect(3, 2, 5, 5)
		refreshed(t, ix, all[1:]...)
		expect(2, 2, 4, 4)
		all[1].Text = "The bridge is mentioned instead."
		refreshed(t, ix, all[1:]...)
		expect(1, 3, 4, 4)
		refreshed(t, ix)
		expect(0, 0, 0, 0)
	})
}

func TestSourcesAreNewestFirst(t *testing.T) {
	t.Parallel()
	all := append(harbour(), from(article("f", "A title before", "The ferry."), "Ledger", "2024-03-02"))
	ix := inMemory(t, all...)
	sources, err := ix.Sources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range sources {
		got = append(got, s.ID)
		if s.Text != "" {
			t.Errorf("%s comes with its text", s.ID)
		}
	}
	if !slices.Equal(got, []string{"e", "c", "f", "b", "a", "d"}) {
		t.Errorf("order %v, want [e c f b a d]", got)
	}
	if got, err := ix.Outlets(t.Context()); err != nil || !slices.Equal(got, []string{"Harbour Post", "Ledger"}) {
		t.Errorf("Outlets: %v, %v", got, err)
	}
}
