package index

import (
	"fmt"
	"testing"

	"storybot/corpus"
)

func TestWordsTogether(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		refreshed(t, ix, harbour()...)
		for _, c := range []struct {
			name string
			q    Query
			want string
		}{
			{"in another order and form", Query{Together: [][]string{{"sailed", "owners"}}}, "b:0"},
			{"one word of two", Query{Together: [][]string{{"ferry", "bridge"}}}, ""},
			{"stop words do not count", Query{Together: [][]string{{"the", "ferry", "was"}}}, "a:0 b:0 d:0"},
			{"stop words alone", Query{Together: [][]string{{"the", "was"}}}, ""},
			{"or a name", Query{Together: [][]string{{"aurora"}}, Names: []string{"Penwick"}}, "a:0 c:0 e:0"},
		} {
			if got := sortedHits(searched(t, ix, c.q)); got != c.want {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
		}
	})
}

func TestPhrasesAreFoundAmongPassagesWithTheSameWords(t *testing.T) {
	t.Parallel()
	var all []corpus.Article
	for i := range 60 {
		all = append(all, article(fmt.Sprintf("other%03d", i), "", "The harbour has a pilot."))
	}
	all = append(all, article("late", "", "The long story of the port of Lowestead, which is told here once more, ends with a pilot harbour that was never built."))
	ix := inMemory(t, all...)
	phrase := [][]string{{"pilot", "harbour"}}
	for limit := 1; limit <= 3; limit++ {
		if got := found(searched(t, ix, Query{Phrases: phrase, Limit: limit})); got != "late:0" {
			t.Errorf("limit %d: %q, want late:0", limit, got)
		}
	}
	for name, c := range map[string]struct {
		words []string
		want  string
	}{
		"another form of a word":       {[]string{"pilots", "harbour"}, ""},
		"stop words among them":        {[]string{"is", "told", "here"}, "late:0"},
		"stop words alone":             {[]string{"of", "the"}, ""},
		"no words":                     {nil, ""},
		"the last words of a passage":  {[]string{"never", "built"}, "late:0"},
		"one that goes on after it":    {[]string{"built", "again"}, ""},
		"a word that stands only once": {[]string{"lowestead"}, "late:0"},
	} {
		if got := found(searched(t, ix, Query{Phrases: [][]string{c.words}})); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestPhrasesGoWithOtherConditions(t *testing.T) {
	t.Parallel()
	ix := inMemory(t, harbour()...)
	ferry := [][]string{{"the", "ferry"}}
	for name, c := range map[string]struct {
		q    Query
		want string
	}{
		"an outlet":         {Query{Phrases: ferry, Outlets: []string{"Ledger"}}, "b:0 d:0"},
		"a name":            {Query{Phrases: ferry, Names: []string{"Agnes Abbott"}}, "b:0 d:0"},
		"a term":            {Query{Phrases: ferry, Terms: []Term{{Stem: "sail", Boost: 1}}}, "b:0"},
		"another phrase":    {Query{Phrases: [][]string{ferry[0], {"may", "last"}}}, "a:0 b:0 c:0 d:0"},
		"words elsewhere":   {Query{Phrases: ferry, Together: [][]string{{"built"}}}, "d:0"},
		"nothing of a term": {Query{Phrases: ferry, Terms: []Term{{Stem: "tunnel", Boost: 1}}}, ""},
	} {
		if got := sortedHits(searched(t, ix, c.q)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestReadyArticlesAreAtHand(t *testing.T) {
	t.Parallel()
	ix := inMemory(t, harbour()...)
	if err := ix.Ready(t.Context(), []string{"a", "b", "none", "d"}); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"a", "b", "d"} {
		if _, ok := ix.cache.get(id, ix.generation.Load()); !ok {
			t.Errorf("%s is not in memory", id)
		}
	}
	if err := ix.Ready(t.Context(), nil); err != nil {
		t.Error(err)
	}
	if err := ix.Close(); err != nil {
		t.Fatal(err)
	}
	if err := ix.Ready(t.Context(), []string{"c", "e"}); err == nil {
		t.Error("no error from a closed index")
	}
}
