package index_test

import (
	"context"
	"flag"
	"io/fs"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"runtime/metrics"
	"slices"
	"strings"
	"testing"
	"time"

	"storybot/bot"
	"storybot/corpus"
	"storybot/index"
)

// The benchmarks measure the whole way from articles to answers. They stand here because
// only this package may know Bleve, beside which they are measured:
//
//	go test ./index -run '^$' -bench . -corpus /path/to/articles.jsonl.gz -index /path/to/index
//	go test ./index -run '^$' -bench Beside -timeout 0 -corpus /path/to/articles.jsonl.gz -passages 100000
//
// All flags may be left out. Without -corpus 2,000 invented articles are read. An index
// that is named is brought up to date and kept, so that a large corpus is built once.
var (
	corpusFlag   = flag.String("corpus", "", "file or folder of articles for the benchmarks; empty: invented ones")
	indexFlag    = flag.String("index", "", "index directory for the benchmarks to keep; empty: a new one each")
	keepFlag     = flag.String("keep", "", "directory for both indexes of the comparison with plain Bleve, kept for the next run; empty: new ones")
	passagesFlag = flag.Int("passages", 0, "copy the articles, with other names and years, to about so many passages; 0: as they are")
)

const (
	inventedArticles = 2000
	benchQueries     = 200
)

// benchCorpus returns the articles that the flags ask for.
func benchCorpus(b *testing.B) index.Corpus {
	b.Helper()
	if *passagesFlag > 0 {
		return newCopies(b, baseArticles(b), *passagesFlag).read
	}
	return baseCorpus()
}

// baseCorpus returns the articles as they are.
func baseCorpus() index.Corpus {
	if *corpusFlag != "" {
		return func(ctx context.Context, report func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
			return corpus.Read(ctx, []string{*corpusFlag}, corpus.Options{}, report)
		}
	}
	articles := invented(inventedArticles)
	return func(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return slices.Values(articles), nil
	}
}

// benchIndex returns the directory of a whole index of the corpus.
func benchIndex(b *testing.B, read index.Corpus) string {
	b.Helper()
	dir := *indexFlag
	if dir == "" {
		dir = b.TempDir()
	}
	refreshOnce(b, dir, read)
	return dir
}

// refreshOnce opens an index, brings it up to date and closes it.
func refreshOnce(b *testing.B, dir string, read index.Corpus) index.Report {
	b.Helper()
	ix, err := index.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	report, err := ix.Refresh(b.Context(), read, index.RefreshOptions{})
	if err != nil {
		b.Fatal(err)
	}
	if err := ix.Close(); err != nil {
		b.Fatal(err)
	}
	return report
}

func BenchmarkRefresh(b *testing.B) {
	read := benchCorpus(b)
	peak := watchHeap()
	articles, bytes, size := 0, 0, int64(0)
	for b.Loop() {
		dir := b.TempDir()
		report := refreshOnce(b, dir, read)
		articles += report.Added
		bytes += report.Bytes
		size = diskSize(b, dir)
	}
	b.ReportMetric(float64(articles)/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(float64(bytes)/1e6/b.Elapsed().Seconds(), "MB/s")
	b.ReportMetric(float64(size)/1e6, "index-MB")
	b.ReportMetric(float64(peak())/1e6, "peak-heap-MB")
}

func BenchmarkRefreshUnchanged(b *testing.B) {
	read := benchCorpus(b)
	dir := benchIndex(b, read)
	for b.Loop() {
		if r := refreshOnce(b, dir, read); r.Added+r.Changed+r.Removed > 0 {
			b.Fatalf("nothing changed, and the report says %+v", r)
		}
	}
}

func BenchmarkAsk(b *testing.B) { benchAnswers(b, questions) }

func BenchmarkWho(b *testing.B) { benchAnswers(b, whoLines) }

func BenchmarkTimeline(b *testing.B) { benchAnswers(b, timelineLines) }

// benchAnswers asks every line once an iteration, on an index that was just opened:
// the first answer, with the opening, is reported apart from the others.
func benchAnswers(b *testing.B, lines func(*testing.B, *index.Index) []string) {
	dir := benchIndex(b, benchCorpus(b))
	ix := reopen(b, dir)
	all := lines(b, ix)
	ix.Close()
	var first, each []time.Duration
	for b.Loop() {
		start := time.Now()
		ix := reopen(b, dir)
		asked := bot.New(ix, bot.Options{})
		for i, line := range all {
			if i > 0 {
				start = time.Now()
			}
			if _, err := asked.Answer(b.Context(), line); err != nil {
				b.Fatalf("%s: %v", line, err)
			}
			if took := time.Since(start); i == 0 {
				first = append(first, took)
			} else {
				each = append(each, took)
			}
		}
		ix.Close()
	}
	b.ReportMetric(float64(len(all)), "queries")
	b.ReportMetric(percentile(first, 50), "first-ms")
	b.ReportMetric(percentile(each, 50), "p50-ms")
	b.ReportMetric(percentile(each, 99), "p99-ms")
	b.ReportMetric(percentile(each, 100), "max-ms")
}

func reopen(b *testing.B, dir string) *index.Index {
	b.Helper()
	ix, err := index.OpenReadOnly(dir)
	if err != nil {
		b.Fatal(err)
	}
	return ix
}

// questions returns questions made of the words of sentences all over the corpus.
func questions(b *testing.B, ix *index.Index) []string {
	openers := []string{"why did", "who said that", "when did", "how much is", "what happened to", "where is", ""}
	rng := rand.New(rand.NewPCG(1, 1))
	var lines []string
	for _, a := range sampled(b, ix) {
		words := wordsOf(b, ix, a, 2+rng.IntN(5))
		lines = append(lines, "/ask question:"+openers[rng.IntN(len(openers))]+" "+strings.Join(words, " "))
	}
	return enough(b, lines)
}

// whoLines returns names, the most mentioned and rare ones.
func whoLines(b *testing.B, ix *index.Index) []string {
	var lines []string
	for _, n := range namesOver(b, ix) {
		lines = append(lines, "/who name:"+n)
	}
	return enough(b, lines)
}

// timelineLines returns the whole story, names, and pairs of words of the articles.
func timelineLines(b *testing.B, ix *index.Index) []string {
	lines := []string{"/timeline"}
	for i, n := range namesOver(b, ix) {
		if i%2 == 0 {
			lines = append(lines, "/timeline topic:"+n)
		}
	}
	for _, a := range sampled(b, ix) {
		lines = append(lines, "/timeline topic:"+strings.Join(wordsOf(b, ix, a, 2), " "))
	}
	return enough(b, lines)
}

// enough returns the first lines that differ, as many as are asked.
func enough(b *testing.B, lines []string) []string {
	b.Helper()
	seen := map[string]bool{}
	var kept []string
	for _, l := range lines {
		if !seen[l] && len(kept) < benchQueries {
			kept = append(kept, l)
		}
		seen[l] = true
	}
	if len(kept) == 0 {
		b.Skip("the corpus has nothing to ask about")
	}
	return kept
}

// sampled returns the ids of articles spread evenly over the corpus.
func sampled(b *testing.B, ix *index.Index) []string {
	b.Helper()
	sources, err := ix.Sources(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	var ids []string
	for i := 0; i < len(sources); i += max(1, len(sources)/(benchQueries+50)) {
		ids = append(ids, sources[i].ID)
	}
	return ids
}

// namesOver returns names from the most mentioned to rare ones: the first 50, and as many
// others as are needed, spread evenly.
func namesOver(b *testing.B, ix *index.Index) []string {
	b.Helper()
	const first = 50
	found, err := ix.Names(b.Context(), "", 20*benchQueries)
	if err != nil {
		b.Fatal(err)
	}
	step := max(1, (len(found)-first)/(benchQueries-first))
	var names []string
	for i, f := range found {
		if i < first || (i-first)%step == 0 {
			names = append(names, f.Text)
		}
	}
	return names
}

// wordsOf returns n words of the longest sentence of an article, in order.
func wordsOf(b *testing.B, ix *index.Index, id string, n int) []string {
	b.Helper()
	r, _, err := ix.Article(b.Context(), id)
	if err != nil {
		b.Fatal(err)
	}
	var words []string
	for _, s := range r.Sentences {
		var own []string
		for _, t := range ix.Tokens(s.Of(r.Text)) {
			if t.Stem != "" && len(t.Word) > 2 {
				own = append(own, t.Word)
			}
		}
		if len(own) > len(words) {
			words = own
		}
	}
	if len(words) == 0 {
		return []string{"nothing"}
	}
	step := max(1, len(words)/n)
	var picked []string
	for i := 0; i < len(words) && len(picked) < n; i += step {
		picked = append(picked, words[i])
	}
	return picked
}

// percentile returns the p-th percentile in milliseconds (nearest rank).
func percentile(all []time.Duration, p int) float64 {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	rank := max(0, (len(sorted)*p+99)/100-1)
	return float64(sorted[rank].Microseconds()) / 1000
}

// watchHeap samples the live and dead objects on the heap until the returned function
// is called, which returns the most that there were, in bytes.
func watchHeap() (peak func() uint64) {
	done, result := make(chan struct{}), make(chan uint64)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		most := uint64(0)
		tick := time.NewTicker(10 * time.Millisecond)
		defer tick.Stop()
		for {
			metrics.Read(sample)
			most = max(most, sample[0].Value.Uint64())
			select {
			case <-tick.C:
			case <-done:
				result <- most
				return
			}
		}
	}()
	return func() uint64 { close(done); return <-result }
}

// diskSize returns the bytes of all files below a directory.
func diskSize(b *testing.B, dir string) int64 {
	b.Helper()
	total := int64(0)
	err := filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		total += info.Size()
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return total
}
