package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// wire is the text of an invented agency story, long enough to be no notice.
const wire = `The ferry Aurora ran aground near Lowestead early on Tuesday with 212 people on board, and tugs pulled her free at noon.
Nobody was hurt, the coast guard said. Her owner, Halcyon Shipping, said that a pump had failed and that the ship would be
examined in the dock at Arendale before she sails again. The mayor of Lowestead asked why the ship had left in a storm that
had kept two other ferries in port. A spokesman of the company said that the captain had followed the rules, and that the
decision had been his to make. The regulator opened an inquiry, the third into the company this year.`

// sentences of the wire.
func wireSentences() []string {
	return strings.SplitAfter(strings.ReplaceAll(wire, "\n", " "), ". ")
}

// expectTwins compares the twins of articles, given as "id:twin,twin" in order.
func expectTwins(t *testing.T, ix *Index, want string) {
	t.Helper()
	var all []string
	for _, id := range ids(t, ix) {
		twins, err := ix.Twins(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if len(twins) > 0 {
			all = append(all, id+":"+strings.Join(twins, ","))
		}
	}
	if got := strings.Join(all, " "); got != want {
		t.Errorf("twins %q, want %q", got, want)
	}
}

func TestTheSameStoryElsewhereIsATwin(t *testing.T) {
	t.Parallel()
	s := wireSentences()
	other := `Shares of Halcyon Shipping fell by a tenth on Wednesday after one of its ships had run aground. Analysts said that the
inquiry could cost the company its licence for the routes to the islands, which earn a third of what it takes in. The bank that
leads its lenders would not comment. In Arendale the dock workers said that they had warned of the pumps as long ago as spring,
in a letter that nobody had answered, and that the ship was the oldest of the fleet.`
	for name, c := range map[string]struct {
		edited string
		twin   bool
	}{
		"as it is":            {wire, true},
		"other case and mark": {strings.ToUpper(strings.ReplaceAll(wire, ",", " –")), true},
		"cut":                 {strings.Join(s[:4], ""), true},
		"a byline":            {"LOWESTEAD (Wire) - By Ana Prado\n\n" + wire + "\n\nAdditional reporting by Paul Okoro", true},
		"a new lead":          {"A ferry that ran aground on Tuesday is afloat again, its owner has said, and the town wants to know why she had sailed at all. " + wire, true},
		"cut within":          {s[0] + s[1] + s[3] + s[4] + s[5], true},
		"another story":       {other, false},
		"a sentence of it":    {other + " " + s[0] + other, false},
		"one line":            {s[1], false},
		"empty":               {"", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want := ""
			if c.twin {
				want = "a:b b:a"
			}
			expectTwins(t, inMemory(t, article("a", "", wire), article("b", "", c.edited), article("c", "", strings.Repeat("Else. ", 30))), want)
		})
	}
}

func TestNoticesAreTwinsOnlyWhereNearlyAllIsTheSame(t *testing.T) {
	t.Parallel()
	notice := func(rate string) string {
		return "The Bank of Lowestead said on Monday that it had raised its rate for loans to " + rate + " percent, that the change takes effect at once, and that it would say no more."
	}
	long := func(day string) string { return notice(day) + " " + strings.ReplaceAll(wire, "Tuesday", day) }
	ix := inMemory(t,
		from(article("a", "", notice("7.5")), "Wire", "2024-03-01"), from(article("b", "", notice("8")), "Wire", "2024-03-01"),
		from(article("c", "", notice("7.5")), "Post", "2024-03-01"),
		from(article("d", "", long("Friday")), "Wire", "2024-03-01"), from(article("e", "", long("Sunday")), "Wire", "2024-03-04"),
		from(article("f", "", long("Monday")), "Wire", "2024-05-05"), article("g", "", long("Thursday")),
	)
	expectTwins(t, ix, "a:c c:a d:e,g e:d,g f:g g:d,e,f")
}

func TestTwinsDependOnTheArticlesAlone(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(4, 4))
	s := wireSentences()
	all := invented(12)
	for n := range 12 {
		cut := slices.Clone(s)
		at := rng.IntN(len(cut))
		all = append(all, article(fmt.Sprintf("wire-%02d", n), "", strings.Join(slices.Delete(cut, at, at+1), "")))
	}
	twins := func(ix *Index) string {
		var all []string
		for _, id := range ids(t, ix) {
			twins, err := ix.Twins(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, fmt.Sprint(id, twins))
		}
		return strings.Join(all, "\n")
	}
	ix := inMemory(t)
	r := refreshed(t, ix, all...)
	want := twins(ix)
	if n := strings.Count(want, "wire-00") - 1; n < 8 || r.Twins < 12 {
		t.Fatalf("one has %d twins, and %d articles have: the test's texts are not as it expects", n, r.Twins)
	}
	for range 2 {
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		parts := inMemory(t)
		for n := 7; n < len(all); n += 9 {
			refreshed(t, parts, append(invented(16)[12:], all[:n]...)...)
		}
		refreshed(t, parts, all...)
		if got := twins(parts); got != want {
			t.Errorf("in other parts:\n%s\nwant\n%s", got, want)
		}
	}
}

func TestARefreshCountsTwins(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	if r := refreshed(t, ix, article("a", "", wire)); r.Twins != 0 {
		t.Errorf("%d twins of none", r.Twins)
	}
	b := article("b", "", wire+" So it was.")
	if r := refreshed(t, ix, article("a", "", wire), b); r.Twins != 1 {
		t.Errorf("%d twins, want the new one", r.Twins)
	}
	if r := refreshed(t, ix, article("a", "", wire), b); r.Twins != 0 {
		t.Errorf("%d twins where nothing is new", r.Twins)
	}
}

func TestTwinsOfVeryManyAreCountedFromAPart(t *testing.T) {
	t.Parallel()
	ix := inMemory(t)
	r := refreshed(t, ix, append(invented(20), article("a", "", wire), article("b", "", wire+" So it was."))...)
	if r.TwinsEstimated() || r.Twins < 2 || r.Twins > 4 {
		t.Errorf("%d twins of 22 articles", r.Twins)
	}
	var many []string // one in four has a twin
	for range mostCounted {
		many = append(many, "a", "gone", "gone", "gone", "gone")
	}
	n, err := ix.countTwins(t.Context(), many[:len(many)-1])
	if err != nil || n < mostCounted*8/10 || n > mostCounted*12/10 {
		t.Errorf("about %d twins, %v; want some %d", n, err, mostCounted)
	}
	if !(Report{Added: mostCounted, Changed: 1}).TwinsEstimated() {
		t.Error("an estimate is told as a count")
	}
}

func TestShinglesIgnoreCaseAndMarks(t *testing.T) {
	t.Parallel()
	a := shingles("The ferry isn’t sold: “Über $12 million,” he said.")
	if b := shingles("the FERRY isn't sold, ÜBER 12 MILLION he... said"); !slices.Equal(a, b) || len(a) != 6 {
		t.Errorf("%v and %v", a, b)
	}
	for text, want := range map[string]int{"": 0, "...": 0, "one": 1, "one two three": 1, "one two three four": 1, "one two three four five": 2, "a a a a a a": 1} {
		if got := len(shingles(text)); got != want {
			t.Errorf("%q has %d shingles, want %d", text, got, want)
		}
	}
}

func FuzzShingles(f *testing.F) {
	f.Add("The ferry was sold.", "It was.")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := shingles(a), shingles(b)
		if !slices.IsSorted(x) || len(x) > len(a) {
			t.Errorf("%q has shingles %v", a, x)
		}
		if c := containment(x, y); c < 0 || c > 1 || c != containment(y, x) {
			t.Errorf("%q and %q: %g", a, b, c)
		}
	})
}

func TestTheSketchOfATextIsThatOfItsShingles(t *testing.T) {
	t.Parallel()
	texts := []string{"", "The ferry.", strings.Repeat("again ", 300), strings.Repeat("one two three four five ", 9), "Ünïted e\u0301tats d’Amérique’s №5 " + paragraphs(1, "№")}
	for _, a := range invented(40) {
		texts = append(texts, a.Text)
	}
	for _, text := range texts {
		if got, want := sketch(text), sketchOf(shingles(text)); !slices.Equal(got, want) {
			t.Errorf("%.60q: %q, want %q", text, got, want)
		}
	}
}
