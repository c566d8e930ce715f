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

// benchNames is how many names the index of the benchmarks holds.
const benchNames = 100_000

// syllables make the words of invented names.
var syllables = strings.Fields("al an ar be bor ca da del do el fa fen gar ha hol in ja ka lan lo ma mi mor na nor o per qui ra ro sal sen ta tor u val ver wes win yo za")

// inventedNames returns n names that differ: persons who share 4,000 given names and 15,000
// surnames, and organisations.
func inventedNames(n int) []string {
	rng := rand.New(rand.NewPCG(1, 2))
	word := func(choices int) string {
		own := rand.New(rand.NewPCG(uint64(choices), uint64(rng.IntN(choices))))
		w := ""
		for range 2 + own.IntN(3) {
			w += syllables[own.IntN(len(syllables))]
		}
		return strings.ToUpper(w[:1]) + w[1:]
	}
	seen := map[string]bool{}
	var all []string
	for len(all) < n {
		name := word(4000) + " " + word(15000)
		if rng.IntN(3) == 0 {
			name = word(15000) + " " + []string{"Group Company", "Bank of " + word(4000), "Shipping Company"}[rng.IntN(3)]
		}
		if !seen[name] {
			seen[name] = true
			all = append(all, name)
		}
	}
	return all
}

// manyNames returns an index in memory of articles that mention the names, the first ones
// most often, each person by the surname too; and the names.
func manyNames(b *testing.B) (*Index, []string) {
	b.Helper()
	ix, all := inMemory(b), inventedNames(benchNames)
	rng := rand.New(rand.NewPCG(3, 4))
	var readings []corpus.Reading
	for i := 0; i*8 < len(all); i++ {
		var mentions []string
		for _, n := range append(slices.Clone(all[i*8:min(len(all), i*8+8)]), all[rng.IntN(1+rng.IntN(200))], all[rng.IntN(1+rng.IntN(2000))]) {
			given, last, _ := strings.Cut(n, " ")
			mentions = append(mentions, n)
			if person := !strings.Contains(last, " "); person && given != last {
				mentions = append(mentions, last+">"+n)
			}
		}
		readings = append(readings, reads(fmt.Sprintf("a%05d", i), strings.Join(mentions, ";")))
		if len(readings) == 1000 || i*8+8 >= len(all) {
			ix.put(b, readings)
			readings = nil
		}
	}
	return ix, all
}

// BenchmarkCompletion types into an index of 100,000 names, another name each time. Before
// each, an article changes.
func BenchmarkCompletion(b *testing.B) {
	ix, all := manyNames(b)
	misspell := func(s string) string { return s[:2] + s[3:] }
	for _, kind := range []struct {
		name  string
		typed func(name string) string
	}{
		{"empty", func(string) string { return "" }},
		{"letter", func(n string) string { return n[:1] }},
		{"prefix", func(n string) string { return n[:4] }},
		{"surname", func(n string) string { return n[strings.LastIndexByte(n, ' ')+1:] }},
		{"two words", func(n string) string { return n }},
		{"misspelt word", func(n string) string { return misspell(strings.Fields(n)[0] + "x") }},
		{"misspelt name", misspell},
	} {
		b.Run(kind.name, func(b *testing.B) {
			names(b, ix, kind.typed(all[0]), 25)
			rng := rand.New(rand.NewPCG(5, 6))
			var took []time.Duration
			for b.Loop() {
				typed := kind.typed(all[rng.IntN(len(all))])
				ix.put(b, []corpus.Reading{reads("changing", typed+"x Nobody")})
				start := time.Now()
				if _, err := ix.Names(b.Context(), typed, 25); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			report(b, took)
		})
	}
}

// report reports percentiles in milliseconds (nearest rank).
func report(b *testing.B, took []time.Duration) {
	slices.Sort(took)
	for _, p := range []int{50, 99} {
		rank := max(0, (len(took)*p+99)/100-1)
		b.ReportMetric(float64(took[rank].Microseconds())/1000, fmt.Sprintf("p%d-ms", p))
	}
}

// BenchmarkNamesAfterAChange refreshes one article of an index of 100,000 names and asks
// for a name: the change and the first answer after it.
func BenchmarkNamesAfterAChange(b *testing.B) {
	ix, all := manyNames(b)
	names(b, ix, "x", 1)
	var change, answer []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		ix.put(b, []corpus.Reading{reads("changing", fmt.Sprintf("%s;Person%d Nobody;Nobody>Person%d Nobody", all[i%len(all)], i, i))})
		change = append(change, time.Since(start))
		start = time.Now()
		names(b, ix, all[i%len(all)], 25)
		answer = append(answer, time.Since(start))
	}
	slices.Sort(change)
	b.ReportMetric(float64(change[len(change)/2].Microseconds())/1000, "change-p50-ms")
	report(b, answer)
}

// BenchmarkReadingTheNames reads the table of 100,000 names, as the first answer of a
// process does.
func BenchmarkReadingTheNames(b *testing.B) {
	ix, _ := manyNames(b)
	for b.Loop() {
		ix.names.loaded = false
		names(b, ix, "x", 1)
	}
}
