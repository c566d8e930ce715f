package index

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestItemsStayWhereTheyAreKept(t *testing.T) {
	t.Parallel()
	var b blocks[string]
	var all []*string
	for i := range 3*itemBlock + 1 {
		all = append(all, &b.add(strconv.Itoa(i))[0])
	}
	for i, at := range all {
		if b.at(i) != at || *at != strconv.Itoa(i) {
			t.Fatalf("item %d is %q at %p, and was kept at %p", i, *b.at(i), b.at(i), at)
		}
	}
}

func TestAListThatGrowsLeavesTheOthersAlone(t *testing.T) {
	t.Parallel()
	var b blocks[int]
	first, second := b.append(nil, 1), b.append(nil, 2)
	first = b.append(first, 3)
	if !slices.Equal(first, []int{1, 3}) || !slices.Equal(second, []int{2}) {
		t.Errorf("the lists are %v and %v", first, second)
	}
}

func TestTextsAreKeptWhole(t *testing.T) {
	t.Parallel()
	var kept texts
	var all []string
	text := func(i int) string { return strings.Repeat(strconv.Itoa(i), i*i%5000) }
	for i := range 200 {
		all = append(all, kept.keep(text(i)))
	}
	if long := strings.Repeat("x", 2*textPiece); kept.keep(long) != long {
		t.Error("a text that is longer than a piece is not kept whole")
	}
	for i, got := range all {
		if got != text(i) {
			t.Errorf("text %d has become %.40q", i, got)
		}
	}
}

func TestNumbersAreFoundByTheirTexts(t *testing.T) {
	t.Parallel()
	l := newLookup(0)
	for i := range 1000 {
		l.add("text "+strconv.Itoa(i%100), i)
	}
	for i := range 100 {
		found := slices.Collect(l.of("text " + strconv.Itoa(i)))
		for n := i; n < 1000; n += 100 {
			if !slices.Contains(found, n) {
				t.Errorf("%d is not among %v", n, found)
			}
		}
	}
}
