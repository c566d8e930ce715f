package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"storybot/corpus"
)

// kinds are the letters by which reads gives a kind.
var kinds = map[string]corpus.Kind{"": corpus.Unknown, "p": corpus.Person, "o": corpus.Organisation, "l": corpus.Place, "x": corpus.Other}

// reads returns a reading whose passages, parted by "|", mention just these names, parted
// by ";": "Agnes Abbott/p" is a person, "Abbott>Agnes Abbott/p" is written Abbott.
func reads(id, mentions string) corpus.Reading {
	r := corpus.Reading{Article: article(id, "", "")}
	var text strings.Builder
	for passage := range strings.SplitSeq(mentions, "|") {
		start := text.Len()
		for one := range strings.SplitSeq(passage, ";") {
			said, kind, _ := strings.Cut(strings.TrimSpace(one), "/")
			short, long, linked := strings.Cut(said, ">")
			if !linked {
				long = short
			}
			m := corpus.Mention{Span: corpus.Span{Start: text.Len(), End: text.Len() + len(short)}, Name: long, Kind: kinds[kind]}
			r.Mentions = append(r.Mentions, m)
			text.WriteString(short + ". ")
		}
		s := corpus.Span{Start: start, End: text.Len() - 1}
		r.Sentences = append(r.Sentences, s)
		r.Passages = append(r.Passages, corpus.Passage{Span: s, Sentences: []corpus.Span{s}})
	}
	r.Text = text.String()
	return r
}

// put commits readings in one batch, and takes the articles of some ids out.
func (ix *Index) put(t testing.TB, readings []corpus.Reading, gone ...string) {
	t.Helper()
	batch := ix.bleve.NewBatch()
	var says []evidence
	for _, r := range readings {
		says = append(says, evidenceOf(r))
		for _, d := range ix.documents(newSource(r.Article), r, says[len(says)-1]) {
			if err := batch.IndexAdvanced(d); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, id := range gone {
		batch.Delete(sourceID(id))
		batch.Delete(articleID(id))
		for n := range 9 {
			batch.Delete(passageID(id, n))
		}
	}
	old := slices.Clone(gone)
	for _, r := range readings {
		if _, ok, _ := ix.load(r.ID); ok {
			old = append(old, r.ID)
		}
	}
	if err := ix.commit(t.Context(), batch, changes{says, old}); err != nil {
		t.Fatal(err)
	}
}

// tells returns an index in memory of articles that mention just these names.
func tells(t testing.TB, articles ...string) *Index {
	t.Helper()
	ix := inMemory(t)
	var all []corpus.Reading
	for i, a := range articles {
		all = append(all, reads(fmt.Sprintf("a%03d", i), a))
	}
	ix.put(t, all)
	return ix
}

// times returns n articles that mention the same.
func times(n int, mentions string) []string { return slices.Repeat([]string{mentions}, n) }

// described writes a name with its kind, spellings and aliases.
func described(n Name) string {
	s := fmt.Sprintf("%s %d %s %s", n.Text, n.Articles, n.Kind, strings.Join(n.Spelt, ","))
	for _, a := range n.Aliases {
		s += fmt.Sprintf(" <%s %d", a.Text, a.Articles)
	}
	return s
}

// listedNames returns all names, one a line.
func listedNames(t testing.TB, ix *Index) string {
	t.Helper()
	found, err := ix.Names(t.Context(), "", 1000)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range found {
		all = append(all, described(f.Name))
	}
	return strings.Join(all, "\n")
}

func TestAFormStandsForANameWhereArticlesSaySo(t *testing.T) {
	t.Parallel()
	join := func(parts ...[]string) []string { return slices.Concat(parts...) }
	linked := []string{"Agnes Abbott/p; Abbott>Agnes Abbott/p"}
	for name, c := range map[string]struct {
		articles []string
		want     string
	}{
		"the only bearer": {join(linked, times(2, "Abbott")),
			"Agnes Abbott 3 person Agnes Abbott,Abbott <Abbott 3"},
		"nobody says so": {[]string{"Agnes Abbott/p", "Abbott/p"},
			"Abbott 1 person Abbott\nAgnes Abbott 1 person Agnes Abbott"},
		"two that articles link it to": {join(linked, []string{"Boris Abbott/p; Abbott>Boris Abbott/p", "Abbott/p"}),
			"Abbott 1 person Abbott\nAgnes Abbott 1 person Agnes Abbott <Abbott 1\nBoris Abbott 1 person Boris Abbott <Abbott 1"},
		"one who shares the surname": {join(linked, []string{"Boris Abbott/p", "Abbott/p"}),
			"Abbott 1 person Abbott\nAgnes Abbott 1 person Agnes Abbott <Abbott 1\nBoris Abbott 1 person Boris Abbott"},
		"one who is hardly known": {join(times(10, linked[0]), []string{"Boris Abbott/p; Abbott>Boris Abbott/p", "Abbott/p"}),
			"Agnes Abbott 11 person Agnes Abbott,Abbott <Abbott 11\nBoris Abbott 1 person Boris Abbott <Abbott 1"},
		"one who is known a little": {join(times(9, linked[0]), []string{"Boris Abbott/p", "Abbott/p"}),
			"Agnes Abbott 9 person Agnes Abbott <Abbott 9\nAbbott 1 person Abbott\nBoris Abbott 1 person Boris Abbott"},
		"several who are hardly known": {join(times(10, linked[0]), []string{"Boris Abbott/p", "Carla Abbott/p", "Abbott/p"}),
			"Agnes Abbott 11 person Agnes Abbott,Abbott <Abbott 11\nBoris Abbott 1 person Boris Abbott\nCarla Abbott 1 person Carla Abbott"},
		"a further name of the same": {[]string{linked[0], linked[0], "Agnes Mary Abbott/p", "Abbott/p"},
			"Agnes Abbott 3 person Agnes Abbott,Abbott <Abbott 3\nAgnes Mary Abbott 1 person Agnes Mary Abbott"},
		"a compound": {[]string{linked[0], linked[0], "Dunmore-Abbott/p", "Abbott/p"},
			"Agnes Abbott 3 person Agnes Abbott,Abbott <Abbott 3\nDunmore-Abbott 1 person Dunmore-Abbott"},
		"an organisation of that ending": {join(linked, []string{"Bank of Abbott/o", "Abbott/p"}),
			"Agnes Abbott 2 person Agnes Abbott,Abbott <Abbott 2\nBank of Abbott 1 organisation Bank of Abbott"},
		"a form of another kind": {join(linked, times(2, "Abbott/l")),
			"Abbott 2 place Abbott\nAgnes Abbott 1 person Agnes Abbott <Abbott 1"},
		"a form that hardly ever stands for it": {join([]string{"Agnes Abbott; Abbott>Agnes Abbott"}, times(21, "Abbott")),
			"Abbott 21 unknown Abbott\nAgnes Abbott 1 unknown Agnes Abbott <Abbott 1"},
		"an abbreviation": {join([]string{"Lowestead Ferry Office/o; LFO>Lowestead Ferry Office/o"}, times(25, "LFO")),
			"Lowestead Ferry Office 26 organisation Lowestead Ferry Office,LFO <LFO 26"},
		"an abbreviation that two have": {[]string{"LFO>Lowestead Ferry Office", "LFO>League of Fish Owners", "LFO"},
			"LFO 1 unknown LFO\nLeague of Fish Owners 1 unknown League of Fish Owners <LFO 1\nLowestead Ferry Office 1 unknown Lowestead Ferry Office <LFO 1"},
		"a chain": {[]string{"Abbott>Agnes Abbott", "Agnes Abbott>Agnes Mary Abbott", "Abbott"},
			"Agnes Mary Abbott 3 unknown Agnes Mary Abbott,Abbott,Agnes Abbott <Abbott 2 <Agnes Abbott 2"},
		"a ring": {[]string{"Abbott>Agnes Abbott", "Agnes Abbott>Abbott", "Abbott"},
			"Agnes Abbott 3 unknown Agnes Abbott,Abbott <Abbott 3"},
		"two fuller names that are one": {[]string{"Abbott>Agnes Abbott", "Abbott>Agnes Mary Abbott", "Agnes Abbott>Agnes Mary Abbott", "Abbott"},
			"Agnes Mary Abbott 4 unknown Agnes Mary Abbott,Abbott,Agnes Abbott <Abbott 3 <Agnes Abbott 2"},
		"one given name of two": {[]string{"Agnes>Agnes Abbott/p", "Agnes Dunmore/p", "Agnes"},
			"Agnes 1 unknown Agnes\nAgnes Abbott 1 person Agnes Abbott <Agnes 1\nAgnes Dunmore 1 person Agnes Dunmore"},
		"votes that differ": {[]string{"Aurora/o", "Aurora/o", "Aurora/x", "Borealis/o", "Borealis/x"},
			"Aurora 3 organisation Aurora\nBorealis 2 unknown Borealis"},
		"two forms in one article": {[]string{"Agnes Abbott; Abbott>Agnes Abbott", "Agnes Abbott; Abbott"},
			"Agnes Abbott 2 unknown Agnes Abbott,Abbott <Abbott 2"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := listedNames(t, tells(t, c.articles...)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestNamesAreFoundByTheirAliases(t *testing.T) {
	t.Parallel()
	ix := tells(t, "World Ferry Organization/o; WFO>World Ferry Organization/o", "WFO", "Waldo Fob", "Agnes Abbott/p; Abbott>Agnes Abbott/p",
		"Boris Dunmore/p; Dunmore>Boris Dunmore/p", "Carla Dunmore/p; Dunmore>Carla Dunmore/p; Lady of Lowestead>Carla Dunmore/p")
	for typed, want := range map[string]string{
		"wfo":          "World Ferry Organization 0",
		"WFO":          "World Ferry Organization 0",
		"wf":           "World Ferry Organization 2",
		"wfoo":         "World Ferry Organization 4",
		"abbott":       "Agnes Abbott 0",
		"dunmore":      "Boris Dunmore 1, Carla Dunmore 1",
		"lady":         "Carla Dunmore 1",
		"lowestead of": "Carla Dunmore 1",
		"bd":           "",
	} {
		found, err := ix.Names(t.Context(), typed, 9)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range found {
			got = append(got, fmt.Sprint(f.Text, " ", int(f.Match)))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q finds %q, want %q", typed, s, want)
		}
	}
}

func TestNamesAreFoundInSpiteOfSlips(t *testing.T) {
	t.Parallel()
	ix := tells(t, "Agnes Abbott", "OpenHarbour", "Tidewater Group", "Léa Çelik", "Ann")
	for typed, want := range map[string]string{
		"abbott agnas":    "Agnes Abbott",
		"agnse abbtot":    "", // four slips
		"opanharbour":     "OpenHarbour",
		"open harbuor":    "OpenHarbour",
		"harbour open":    "",
		"tide water grup": "Tidewater Group",
		"lea celik":       "Léa Çelik",
		"celik, léa":      "Léa Çelik",
		"çelyk":           "Léa Çelik",
		"anm":             "",
	} {
		if got := names(t, ix, typed, 9); got != want {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	}
}

// everything is all that readers can see of names.
func everything(t testing.TB, ix *Index) string {
	t.Helper()
	var b strings.Builder
	for _, typed := range []string{"", "abbott", "a", "lfo", "dunmroe", "agnes"} {
		found, err := ix.Names(t.Context(), typed, 40)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			fmt.Fprintln(&b, typed, described(f.Name), f.Match)
			p, err := ix.Profile(t.Context(), f.Name, time.Time{}, time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%+v\n", p)
		}
	}
	return b.String()
}

// linked invents an article in which some forms are linked to fuller names.
func linked(rng *rand.Rand, id string) corpus.Reading {
	one := func(words ...string) string { return words[rng.IntN(len(words))] }
	var passages []string
	for range 1 + rng.IntN(4) {
		var mentions []string
		for range 1 + rng.IntN(4) {
			sur := one("Abbott", "Dunmore", "Fairlie")
			full := one("Agnes", "Agnes", "Agnes Mary", "Boris", "Agnes M.", "Agnes P.", "Bob", "Robert") + " " + sur
			office := one("Lowestead Ferry Office", "League of Fish Owners", "Lowestead Ferry Offices")
			mentions = append(mentions, one(full, sur+">"+full, sur, "Agnes "+sur+">Agnes Mary "+sur, office, "LFO>"+office, "LFO",
				strings.ToUpper(sur))+one("", "/p", "/o", "/l"))
		}
		passages = append(passages, strings.Join(mentions, ";"))
	}
	r := reads(id, strings.Join(passages, "|"))
	r.Article = from(r.Article, one("Ledger", "Gazette", ""), one("2024-03-01", "2024-03-02", "2024-05-06", ""))
	return r
}

// TestNamesDependOnTheArticlesOfTodayAlone writes the same articles in other orders, in
// parts, after others and over others.
func TestNamesDependOnTheArticlesOfTodayAlone(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 4))
		var all, before []corpus.Reading
		var others []string
		for i := range 5 + rng.IntN(50) {
			id := fmt.Sprintf("a%02d", i)
			all = append(all, linked(rng, id))
			before = append(before, linked(rng, id), linked(rng, "gone-"+id))
			others = append(others, "gone-"+id)
		}
		ix := inMemory(t)
		ix.put(t, all)
		want := everything(t, ix)
		if again := everything(t, ix); again != want {
			t.Fatalf("seed %d, asked twice:\n%s", seed, difference(again, want))
		}
		eachIndex(t, func(t *testing.T, ix *Index) {
			everything(t, ix) // the table of names is read while there are none
			ix.put(t, before)
			everything(t, ix)
			rest := slices.Clone(all)
			rng := rand.New(rand.NewPCG(seed, 5))
			rng.Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
			for len(rest) > 0 {
				n := 1 + rng.IntN(len(rest))
				// An article that was longer before keeps no passage of then.
				for _, r := range rest[:n] {
					ix.put(t, nil, r.ID)
				}
				ix.put(t, rest[:n])
				names(t, ix, "abbott", 3)
				rest = rest[n:]
			}
			ix.put(t, nil, others...)
			if got := everything(t, ix); got != want {
				t.Errorf("seed %d:\n%s", seed, difference(got, want))
			}
		})
	}
}

// Readers type names in lower case, also those that would be other words then.
func TestAnAbbreviationIsFoundInLowerCase(t *testing.T) {
	t.Parallel()
	ix := inMemory(t, corpus.Article{ID: "a", Path: "a.txt", Text: "The U.S. sent ships. Europe on Us was a song, said Ada Bly."})
	for _, typed := range []string{"US", "us", "u.s.", "U.S."} {
		found, err := ix.Names(t.Context(), typed, 1)
		if err != nil || len(found) == 0 || found[0].Text != "U.S." || found[0].Match != Exact {
			t.Errorf("%s finds %+v, %v", typed, found, err)
		}
	}
}

// A form that most articles use by itself stands for what one article spells out only where
// the letters are hardly ever seen without.
func TestAnAbbreviationNeedsArticlesThatSpellItOut(t *testing.T) {
	t.Parallel()
	linked := "Lowestead Ferry Office/o; LFO>Lowestead Ferry Office/o"
	for name, c := range map[string]struct {
		articles []string
		want     string
	}{
		"one of very many":  {append(times(50, "LFO"), linked), "LFO 50"},
		"one of some":       {append(times(25, "LFO"), linked), "Lowestead Ferry Office 26"},
		"more of very many": {append(times(50, "LFO"), linked, linked), "Lowestead Ferry Office 52"},
		"more words of one": {append(times(5, "U.S. Lowestead Ferry Office/o; LFO>U.S. Lowestead Ferry Office/o"), append(times(5, linked), linked,
			"Lowestead Ferry Offices and Quays/o; LFO>Lowestead Ferry Offices and Quays/o", "LFO")...), "Lowestead Ferry Office 7"},
		"one slip among five": {append(times(5, linked), "Low Ferry Office/o; LFO>Low Ferry Office/o", "LFO"),
			"Lowestead Ferry Office 6"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found, err := tells(t, c.articles...).Names(t.Context(), "LFO", 1)
			if err != nil || len(found) != 1 {
				t.Fatal(found, err)
			}
			if got := fmt.Sprint(found[0].Text, " ", found[0].Articles); got != c.want {
				t.Errorf("LFO is %s, want %s", got, c.want)
			}
		})
	}
}

// Britain and America spell the same names.
func TestSpellingsOfBothCountriesAreOneName(t *testing.T) {
	t.Parallel()
	ix := tells(t, "World Ferry Organisation/o; WFO>World Ferry Organisation/o", "World Ferry Organization/o", "World Ferry Organization/o; WFO>World Ferry Organization/o",
		"WFO", "Harbour Act", "Harbor Act")
	want := "World Ferry Organization 4 organisation World Ferry Organization,WFO,World Ferry Organisation <WFO 3 <World Ferry Organisation 1\n" +
		"Harbor Act 1 unknown Harbor Act\nHarbour Act 1 unknown Harbour Act"
	if got := listedNames(t, ix); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := names(t, ix, "ferry organisation", 3); got != "World Ferry Organization" {
		t.Errorf("the other spelling finds %q", got)
	}
}

// Persons are called by short given names and with initials or without.
func TestAPersonIsCalledInSeveralWays(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		articles []string
		want     string
	}{
		"short given name": {[]string{"Benjamin Abbott/p", "Ben Abbott/p", "Ben Abbott/p"},
			"Ben Abbott 3 person Ben Abbott,Benjamin Abbott <Benjamin Abbott 1"},
		"initial": {[]string{"Agnes B. Abbott/p", "Agnes B. Abbott/p", "Agnes Abbott/p"},
			"Agnes B. Abbott 3 person Agnes B. Abbott,Agnes Abbott <Agnes Abbott 1"},
		"initial and generation": {[]string{"Ed B. Abbott Jr./p", "Edward Abbott/p", "Edward Abbott/p"},
			"Edward Abbott 3 person Edward Abbott,Ed B. Abbott Jr. <Ed B. Abbott Jr. 1"},
		"initials that differ": {[]string{"Agnes B. Abbott/p", "Agnes C. Abbott/p", "Agnes Abbott/p"},
			"Agnes Abbott 1 person Agnes Abbott\nAgnes B. Abbott 1 person Agnes B. Abbott\nAgnes C. Abbott 1 person Agnes C. Abbott"},
		"an initial of hardly anybody": {append(times(20, "Agnes B. Abbott/p"), "Agnes C. Abbott/p", "Agnes Abbott/p"),
			"Agnes B. Abbott 21 person Agnes B. Abbott,Agnes Abbott <Agnes Abbott 1\nAgnes C. Abbott 1 person Agnes C. Abbott"},
		"two in one article": {[]string{"Jim Abbott/p; James Abbott/p", "Jim Abbott/p"},
			"Jim Abbott 2 person Jim Abbott\nJames Abbott 1 person James Abbott"},
		"another surname": {[]string{"Jim Abbott/p", "James Dunmore/p"},
			"James Dunmore 1 person James Dunmore\nJim Abbott 1 person Jim Abbott"},
		"a fuller name that hardly anybody uses": {append(times(3, "Agnes Abbott/p"), "Agnes B. Abbott/p; Agnes Abbott>Agnes B. Abbott/p"),
			"Agnes Abbott 4 person Agnes Abbott,Agnes B. Abbott <Agnes B. Abbott 1"},
		"no persons": {[]string{"Will Abbott/o", "William Abbott/o"},
			"Will Abbott 1 organisation Will Abbott\nWilliam Abbott 1 organisation William Abbott"},
		"the surname alone": {[]string{"Ben Abbott/p; Abbott>Ben Abbott/p", "Benjamin Abbott/p; Abbott>Benjamin Abbott/p", "Abbott"},
			"Benjamin Abbott 3 person Benjamin Abbott,Abbott,Ben Abbott <Abbott 3 <Ben Abbott 1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var articles []string
			for _, a := range c.articles {
				articles = append(articles, a+"; Lowestead Ferries/o")
			}
			got := strings.ReplaceAll("\n"+listedNames(t, tells(t, articles...)), fmt.Sprintf("\nLowestead Ferries %d organisation Lowestead Ferries", len(articles)), "")
			if got = strings.TrimPrefix(got, "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Persons of one name who stand beside nobody and nothing in common are two.
func TestPersonsWithNothingInCommonAreNotJoined(t *testing.T) {
	t.Parallel()
	ix := tells(t, "Ben Abbott/p; Lowestead Ferries/o; Lowestead/l", "Benjamin Abbott/p; Dunmore Theatre/o; Lowestead/l")
	if got, want := names(t, ix, "abbott", 9), "Ben Abbott, Benjamin Abbott"; got != want {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestAFormThatNoArticleUsesByItselfIsNoOtherName(t *testing.T) {
	t.Parallel()
	ix := tells(t, append(times(3, "Agnes Abbott/p;Lowestead Ferry Office/o"), "Agnes P. Abbott>Boris Fairlie/p;Lowestead Ferry Office/o")...)
	found, err := ix.Names(t.Context(), "agnes abbott", 9)
	if err != nil || len(found) == 0 {
		t.Fatalf("%v, %v", found, err)
	}
	if got, want := described(found[0].Name), "Agnes Abbott 3 person Agnes Abbott"; got != want {
		t.Errorf("found %q, want %q", got, want)
	}
}
