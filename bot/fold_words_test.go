package bot

import "testing"

func TestSpellingsThatDesksTakeForOne(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ a, b string }{
		{"The U.S. will pay 4 per cent.", "US will pay 4 percent"},
		{"HALVEN, March 4 (Coast Wire) - The co-founder left", "The cofounder left"},
		{"“She left on Monday,” he said", `"She left Monday"`},
	} {
		a, b := newWording(row.a), newWording(row.b)
		if !a.leaves(&b) || !b.leaves(&a) {
			t.Errorf("%q and %q differ: %q, %q", row.a, row.b, a.words, b.words)
		}
	}
	for _, row := range []struct{ a, b string }{
		{"It cost 4.5 crowns a day", "It cost 45 crowns a day"},
		{"They paid a million crowns", "They paid a billion crowns"},
		{"She resigned in the spring", "She never resigned in the spring"},
		{"Nine people were hurt there", "Nine people were not hurt there"},
	} {
		a, b := newWording(row.a), newWording(row.b)
		if a.leaves(&b) {
			t.Errorf("%q and %q are one: %q, %q", row.a, row.b, a.words, b.words)
		}
	}
}

func TestSentencesAreCountedByTheirStops(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"": 0, "One.": 0, "One thing. Another thing.": 1, `She said "no." Then she left.`: 1, "Mr. Okafor of the U.S. Navy spoke.": 0,
		"It cost 4.5 crowns. 3 were paid! (Nobody knew?) He did.": 3,
	} {
		if got := newWording(text).sentences; got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// FuzzWording checks that any text says the same as itself, and reads without a panic.
func FuzzWording(f *testing.F) {
	f.Add("The U.S. will pay 4 per cent. “So be it.”", "")
	f.Add("- . \" ' … —", "ÄÖ \xff\xfe words")
	f.Fuzz(func(t *testing.T, a, b string) {
		v, w := newWording(a), newWording(b)
		if !v.leaves(&v) || v.disputes(&v) {
			t.Errorf("%q differs from itself", a)
		}
		v.leaves(&w)
		v.nearly(&w)
		v.cut(&w, editedShare)
		v.disputes(&w)
	})
}
