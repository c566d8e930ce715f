package index_test

import (
	"slices"
	"testing"
	"time"

	"storybot/bot"
)

// BenchmarkComplete types beginnings of names, letter by letter, as Discord asks for them,
// and slips of the keys, for which more is compared.
func BenchmarkComplete(b *testing.B) {
	ix := reopen(b, benchIndex(b, benchCorpus(b)))
	defer ix.Close()
	asked := bot.New(ix, bot.Options{})
	var took []time.Duration
	for b.Loop() {
		for _, whole := range []string{"maria keller", "united states", "microsoft", "opanai corporatoin", "zzyzx"} {
			for n := range len(whole) + 1 {
				start := time.Now()
				if _, err := asked.Complete(b.Context(), "who", "name", whole[:n]); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1e3, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1e3, "p99-ms")
	b.ReportMetric(float64(took[len(took)-1].Microseconds())/1e3, "max-ms")
}
