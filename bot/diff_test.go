package bot

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestDifferencesTurnOneListIntoTheOther(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ old, new, want string }{
		{"", "", "[]"},
		{"a b c", "a b c", "[]"},
		{"a b c", "a x c", "[{1 2 1 2}]"},
		{"a b c", "a c", "[{1 2 1 1}]"},
		{"a c", "a b c", "[{1 1 1 2}]"},
		{"a b c d e", "x b c y z e", "[{0 1 0 1} {3 4 3 5}]"},
		{"a b", "c d", "[{0 2 0 2}]"},
		{"", "a", "[{0 0 0 1}]"},
		{"a a a", "a a", "[{2 3 2 2}]"},
	} {
		if got := fmt.Sprint(differences(strings.Fields(c.old), strings.Fields(c.new))); got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.old, c.new, got, c.want)
		}
	}
	rng := rand.New(rand.NewPCG(1, 1))
	for range 500 {
		list := func() []string {
			all := make([]string, rng.IntN(12))
			for i := range all {
				all[i] = string(rune('a' + rng.IntN(4)))
			}
			return all
		}
		old, new := list(), list()
		var made []string
		at := 0
		for _, h := range differences(old, new) {
			made = append(append(made, old[at:h.oldFrom]...), new[h.newFrom:h.newTo]...)
			at = h.oldTo
		}
		if made = append(made, old[at:]...); !slices.Equal(made, new) {
			t.Fatalf("%v with its differences is %v, want %v", old, made, new)
		}
	}
}

func TestVeryLongListsAreOneDifference(t *testing.T) {
	t.Parallel()
	old, new := []string{"same"}, []string{"same"}
	for i := range 3000 {
		old, new = append(old, fmt.Sprint("a", i)), append(new, fmt.Sprint("b", i))
	}
	if got := fmt.Sprint(differences(append(old, "end"), append(new, "end"))); got != "[{1 3001 1 3001}]" {
		t.Errorf("got %s", got)
	}
}

func TestOtherWordsAreFoundInBoth(t *testing.T) {
	t.Parallel()
	old, new := "It cost  $12 million\nin all.", "It then cost $14 million in all."
	a, b := otherWords(old, new)
	if got := fmt.Sprint(a, b); got != "[{9 12}] [{3 7} {13 16}]" {
		t.Errorf("got %s", got)
	}
	if a, b := otherWords("All is new.", "Nothing stays here"); a != nil || b != nil {
		t.Errorf("of texts with no word in common %v and %v", a, b)
	}
}
