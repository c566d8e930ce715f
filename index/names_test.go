package index

import (
	"fmt"
	"slices"
	"testing"

	"storybot/corpus"
)

// named returns an article that mentions just the names.
func named(id string, names ...string) corpus.Article {
	text := ""
	for _, n := range names {
		text += "Late that night they saw " + n + " again. "
	}
	return article(id, "", text)
}

func TestNamesRankByMatch(t *testing.T) {
	t.Parallel()
	ix := inMemory(t,
		named("a", "Agnes Abbott", "Abbott Shipping", "SoftBank", "Łódź"),
		named("b", "Agnes Abbott", "Lowestead", "Abbottsford Castle"),
		named("c", "Agnes Abbott", "Lowestead", "Northgate Shipping"),
	)
	for _, c := range []struct {
		typed, want string
		match       Match
	}{
		{"agnes abbott", "Agnes Abbott", Exact},
		{"AGNES  Abbott’s", "Agnes Abbott", Exact},
		{"lódz", "", Exact},
		{"łodz", "Łódź", Exact},
		{"abbott agnes", "Agnes Abbott", Words},
		{"abbott", "Agnes Abbott, Abbott Shipping, Abbottsford Castle", Words},
		{"ship", "Abbott Shipping, Northgate Shipping", Prefix},
		{"ab sh", "Abbott Shipping", Prefix},
		{"soft bank", "SoftBank", Joined},
		{"lowstead", "Lowestead", Near},
		{"northgaet", "Northgate Shipping", Near},
		{"agnes abott", "Agnes Abbott", Near},
		{"xyz", "", Near},
		{"—", "", Near},
	} {
		found, err := ix.Names(t.Context(), c.typed, 10)
		if err != nil {
			t.Fatal(err)
		}
		if got := names(t, ix, c.typed, 10); got != c.want && c.typed != "lódz" {
			t.Errorf("%q: %q, want %q", c.typed, got, c.want)
		}
		if c.want != "" && len(found) > 0 && found[0].Match != c.match {
			t.Errorf("%q matches by %d, want %d", c.typed, found[0].Match, c.match)
		}
	}
}

func TestNamesWithoutTextAreTheMostMentioned(t *testing.T) {
	t.Parallel()
	ix := inMemory(t, named("a", "Lowestead", "Penwick", "Arendale"), named("b", "Lowestead", "Penwick"), named("c", "Lowestead"))
	if got := names(t, ix, "", 10); got != "Lowestead, Penwick, Arendale" {
		t.Errorf("all names: %q", got)
	}
	if got := names(t, ix, " ", 2); got != "Lowestead, Penwick" {
		t.Errorf("two names: %q", got)
	}
	found, err := ix.Names(t.Context(), "", 1)
	if err != nil || len(found) != 1 || found[0].Articles != 3 || !slices.Equal(found[0].Spelt, []string{"Lowestead"}) {
		t.Errorf("the first name: %+v, %v", found, err)
	}
	if got := names(t, ix, "", 0); got != "" {
		t.Errorf("no names: %q", got)
	}
}

func TestSpellingsOfANameAreOne(t *testing.T) {
	t.Parallel()
	ix := inMemory(t, named("a", "SoftBank"), named("b", "Softbank"), named("c", "SoftBank"))
	found, err := ix.Names(t.Context(), "softbank", 10)
	if err != nil || len(found) != 1 {
		t.Fatalf("%+v, %v; want one name", found, err)
	}
	if f := found[0]; f.Text != "SoftBank" || f.Articles != 3 || !slices.Equal(f.Spelt, []string{"SoftBank", "Softbank"}) {
		t.Errorf("%+v", f)
	}
	if got := found[0].Spelt; len(searched(t, ix, Query{Names: got})) != 3 {
		t.Errorf("the spellings %q do not find all three articles", got)
	}
}

func TestNamesOfRemovedArticlesVanish(t *testing.T) {
	t.Parallel()
	eachIndex(t, func(t *testing.T, ix *Index) {
		var many []corpus.Article
		for i := range 12 {
			many = append(many, named(fmt.Sprint("gone", i), "Penwick", "Lowesteed", fmt.Sprintf("Person%c Abbott", 'a'+i)))
		}
		stays := named("stays", "Lowestead", "Zelda Abbott")
		refreshed(t, ix, append(many, stays)...)
		if got := names(t, ix, "", 1); got != "Lowesteed" {
			t.Errorf("before: %q, want Lowesteed", got)
		}
		refreshed(t, ix, stays)
		for typed, want := range map[string]string{"": "Lowestead, Zelda Abbott", "penwick": "", "abbott": "Zelda Abbott", "lowesteed": "Lowestead"} {
			if got := names(t, ix, typed, 10); got != want {
				t.Errorf("%q: %q, want %q", typed, got, want)
			}
		}
		if got := names(t, ix, "", 1); got != "Lowestead" {
			t.Errorf("the first name: %q, want Lowestead", got)
		}
		if got := names(t, ix, "abbott", 1); got != "Zelda Abbott" {
			t.Errorf("the first Abbott: %q, want Zelda Abbott", got)
		}
	})
}
