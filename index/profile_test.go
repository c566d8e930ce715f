package index

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"storybot/corpus"
)

// profiled returns the profile of the first name that matches.
func profiled(t testing.TB, ix *Index, typed, begin, until string) Profile {
	t.Helper()
	found, err := ix.Names(t.Context(), typed, 1)
	if err != nil || len(found) != 1 {
		t.Fatalf("%q: %v, %v", typed, found, err)
	}
	p, err := ix.Profile(t.Context(), found[0].Name, date(begin), date(until))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// date reads a day; "" is the zero time.
func date(day string) time.Time {
	d, _ := time.Parse(time.DateOnly, day)
	return d
}

// published returns a reading that an outlet published on a day.
func published(id, outlet, day, mentions string) corpus.Reading {
	r := reads(id, mentions)
	r.Article = from(r.Article, outlet, day)
	return r
}

func TestAProfileTellsWhereAndWhenANameStands(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	ix.put(t, []corpus.Reading{
		published("e", "Wire", "2024-03-02", "Agnes Abbott; Abbott>Agnes Abbott"),
		published("d", "Ledger", "2024-03-02", "Abbott|Abbott"),
		published("c", "Wire", "2024-05-01", "AGNES ABBOTT"),
		published("b", "Wire", "2024-05-01", "Agnes Abbott"),
		published("a", "", "", "Agnes Abbott"),
		published("z", "Gazette", "2023-01-01", "Boris Dunmore"),
	})
	for _, c := range []struct{ from, until, want string }{
		{"", "", "5 [{Wire 3} { 1} {Ledger 1}] d b"},
		{"2024-03-02", "", "4 [{Wire 3} {Ledger 1}] d b"},
		{"2024-03-03", "", "2 [{Wire 2}] b b"},
		{"", "2024-05-01", "2 [{Ledger 1} {Wire 1}] d d"},
		{"2024-03-02", "2024-05-02", "4 [{Wire 3} {Ledger 1}] d b"},
		{"2024-06-01", "", "0 []  "},
	} {
		p := profiled(t, ix, "abbott", c.from, c.until)
		got := fmt.Sprint(p.Articles, " ", p.Outlets, " ", p.First.ID, " ", p.Last.ID)
		if got != c.want {
			t.Errorf("from %q until %q: %s, want %s", c.from, c.until, got, c.want)
		}
		if p.First.Text != "" || p.First.ID != "" && p.First.Published.IsZero() {
			t.Errorf("the first article: %+v", p.First)
		}
	}
}

// TestNeighboursAreWhoTheNameIsToldBy compares with the formula, worked out by hand.
func TestNeighboursAreWhoTheNameIsToldBy(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	ix.put(t, []corpus.Reading{
		published("a", "", "2024-03-01", "Agnes Abbott;Boris Dunmore;Lowestead|Agnes Abbott;Dunmore>Boris Dunmore|Lowestead"),
		published("b", "", "2024-04-01", "Abbott>Agnes Abbott;Dunmore;Lowestead;Abbott"),
		published("c", "", "", "Lowestead|Lowestead|Boris Dunmore|Carla Fairlie"),
		published("d", "", "2024-05-01", "Agnes Abbott;Aurora|Lowestead"),
	})
	// Ten passages: four with Agnes Abbott, four with Boris Dunmore, six with Lowestead, one
	// with Aurora.
	dunmore := 3 * math.Log(1+10./4)
	lowestead := 2 * math.Log(1+10./6)
	aurora := math.Log(1 + 10./1)
	got := profiled(t, ix, "agnes abbott", "", "").Beside
	want := []Neighbour{{"Boris Dunmore", 2, dunmore}, {"Aurora", 1, aurora}, {"Lowestead", 2, lowestead}}
	if fmt.Sprintf("%.9v", got) != fmt.Sprintf("%.9v", want) {
		t.Errorf("beside her: %v, want %v", got, want)
	}
	if got := profiled(t, ix, "agnes abbott", "2024-04-15", "").Beside; len(got) != 1 || got[0].Name != "Aurora" {
		t.Errorf("since the middle of April: %v, want Aurora alone", got)
	}
}

func TestAProfileListsNoMoreThanTwentyNeighbours(t *testing.T) {
	t.Parallel()
	var articles []string
	for i := range 40 {
		articles = append(articles, fmt.Sprintf("Agnes Abbott;Person%c%c Dunmore|Penwick", 'a'+i/20, 'a'+i%20))
	}
	got := profiled(t, tells(t, articles...), "agnes abbott", "", "").Beside
	if len(got) != 20 || got[0].Name != "Personaa Dunmore" || got[19].Name != "Personat Dunmore" {
		t.Errorf("%d neighbours: %v; want the first twenty of the alphabet", len(got), got)
	}
}

func TestAProfileOfNothingIsEmpty(t *testing.T) {
	t.Parallel()
	ix := tells(t, "Agnes Abbott")
	for _, n := range []Name{{}, {Text: "Nobody", Spelt: []string{"Nobody"}}} {
		p, err := ix.Profile(t.Context(), n, time.Time{}, time.Time{})
		if err != nil || p.Articles != 0 || len(p.Outlets)+len(p.Beside) != 0 || p.First.ID+p.Last.ID != "" {
			t.Errorf("%+v: %+v, %v", n, p, err)
		}
	}
}

// TestNeighboursAreTheSameAsByCountingAll compares with the plain way over invented texts.
func TestNeighboursAreTheSameAsByCountingAll(t *testing.T) {
	t.Parallel()
	ix := inMemory(t, invented(60)...)
	found, err := ix.Names(t.Context(), "", 100)
	if err != nil || len(found) < 10 {
		t.Fatal(len(found), err)
	}
	for _, f := range found[:10] {
		p, err := ix.Profile(t.Context(), f.Name, time.Time{}, time.Time{})
		if err != nil || p.Articles != f.Articles {
			t.Fatalf("%s: %d articles, want %d (%v)", f.Text, p.Articles, f.Articles, err)
		}
		for _, b := range p.Beside {
			other := found[slices.IndexFunc(found, func(o Found) bool { return o.Text == b.Name })]
			articles := map[string]bool{}
			for _, h := range searched(t, ix, Query{Names: f.Spelt, Beside: other.Spelt}) {
				articles[h.Article] = true
			}
			if len(articles) != b.Articles {
				t.Errorf("%s beside %s: %d articles, want %d", b.Name, f.Text, b.Articles, len(articles))
			}
		}
		if strings.Contains(fmt.Sprint(p.Beside), "{"+f.Text+" ") {
			t.Errorf("%s stands beside itself: %v", f.Text, p.Beside)
		}
	}
}
