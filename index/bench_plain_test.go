package index_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"

	"storybot/bot"
	"storybot/index"
)

// plain is what a search over the same passages costs with Bleve as it comes: its default
// mapping, a match query, the ten best with all stored fields.
type plain struct {
	index bleve.Index
	took  time.Duration // spent on indexing
}

// plainPassage is a document of the plain index.
type plainPassage struct {
	Text      string `json:"text"`
	Title     string `json:"title"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	Article   string `json:"article"`
}

const (
	plainBatch = 500 // documents
	plainTop   = 10
)

// newPlain indexes the passages of a whole index, unless the directory has them from an
// earlier run. Reading them does not count as time.
func newPlain(b *testing.B, ix *index.Index, dir string) *plain {
	b.Helper()
	if kept, err := bleve.Open(dir); err == nil {
		return &plain{index: kept}
	}
	made, err := bleve.New(dir, bleve.NewIndexMapping())
	if err != nil {
		b.Fatal(err)
	}
	p := &plain{index: made}
	sources, err := ix.Sources(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	var ids []string
	var docs []plainPassage
	for _, s := range sources {
		r, _, err := ix.Article(b.Context(), s.ID)
		if err != nil {
			b.Fatal(err)
		}
		for i, passage := range r.Passages {
			ids = append(ids, fmt.Sprintf("%s/%d", s.ID, i))
			docs = append(docs, plainPassage{passage.Of(r.Text), r.Title, r.Outlet, r.Published.Format(time.DateOnly), s.ID})
		}
		if len(docs) >= plainBatch {
			p.add(b, ids, docs)
			ids, docs = ids[:0], docs[:0]
		}
	}
	p.add(b, ids, docs)
	return p
}

// add indexes documents in one batch.
func (p *plain) add(b *testing.B, ids []string, docs []plainPassage) {
	b.Helper()
	start := time.Now()
	batch := p.index.NewBatch()
	for i, d := range docs {
		if err := batch.Index(ids[i], d); err != nil {
			b.Fatal(err)
		}
	}
	if err := p.index.Batch(batch); err != nil {
		b.Fatal(err)
	}
	p.took += time.Since(start)
}

// search returns how long a query of these words took.
func (p *plain) search(b *testing.B, words string) time.Duration {
	b.Helper()
	start := time.Now()
	request := bleve.NewSearchRequestOptions(bleve.NewMatchQuery(words), plainTop, 0, false)
	request.Fields = []string{"*"}
	if _, err := p.index.SearchInContext(b.Context(), request); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

// side is a figure of ours, and of the plain index where it has one.
type side struct {
	what        string
	ours, plain float64
}

// BenchmarkBesidePlainBleve indexes the same passages in both ways and puts the same
// questions to both, one after the other.
func BenchmarkBesidePlainBleve(b *testing.B) {
	base := baseArticles(b)
	passages := *passagesFlag
	if passages == 0 {
		passages = len(base) // a small run, to try it
	}
	for b.Loop() {
		dir := *keepFlag
		if dir == "" {
			dir = b.TempDir()
		}
		c := newCopies(b, base, passages)
		fmt.Printf("\n%-34s %12s %12s\n", "", "storybot", "plain Bleve")
		besidePlain(b, c, filepath.Join(dir, "ours"), filepath.Join(dir, "plain"))
	}
}

// tell prints figures as they come, since a large run takes long and a log is cut after ten
// lines, and reports them.
func tell(b *testing.B, figures ...side) {
	b.Helper()
	for _, f := range figures {
		unit := strings.ReplaceAll(f.what, " ", "-")
		b.ReportMetric(f.ours, unit)
		line := fmt.Sprintf("%-34s %12.1f", f.what, f.ours)
		if f.plain > 0 {
			b.ReportMetric(f.plain, "plain-"+unit)
			line += fmt.Sprintf(" %12.1f", f.plain)
		}
		fmt.Println(line)
	}
}

func besidePlain(b *testing.B, c *copies, dir, plainDir string) {
	b.Helper()
	peak := watchHeap()
	report := refreshOnce(b, dir, c.read)
	building := float64(peak()) / 1e6
	ix, err := index.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer ix.Close()
	articles, passages, err := ix.Counts(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	n := float64(passages)
	peak = watchHeap()
	p := newPlain(b, ix, plainDir)
	plainBuilding := float64(peak()) / 1e6
	if err := p.index.Close(); err != nil { // so that its merges are over
		b.Fatal(err)
	}
	if p.index, err = bleve.Open(plainDir); err != nil {
		b.Fatal(err)
	}
	defer p.index.Close()
	tell(b,
		side{"articles", float64(articles), 0}, side{"passages", n, n},
		side{"bytes a passage on disk", float64(diskSize(b, dir)) / n, float64(diskSize(b, plainDir)) / n})
	if report.Added == articles && p.took > 0 { // both were built in this run
		tell(b,
			side{"articles/s of a first refresh", float64(articles) / report.Took.Seconds(), float64(articles) / p.took.Seconds()},
			side{"passages/s of a first refresh", n / report.Took.Seconds(), n / p.took.Seconds()},
			side{"peak heap MB of a first refresh", building, plainBuilding})
	}
	asked := bot.New(ix, bot.Options{})
	peak = watchHeap()
	for _, lines := range [][]string{questions(b, ix), whoLines(b, ix), timelineLines(b, ix)} {
		tell(b, race(b, asked, p, lines)...)
	}
	tell(b, side{"peak heap MB of answers", float64(peak()) / 1e6, 0})
	tell(b, changeOne(b, c, ix, asked, questions(b, ix))...)
}

// race puts lines of one command to both, in turn. The first, which loads what all others
// share, and for /timeline is the whole story, is told apart.
func race(b *testing.B, asked *bot.Bot, p *plain, lines []string) []side {
	b.Helper()
	command, _, _ := strings.Cut(lines[0], " ")
	figures := []side{{command + " first ms", ms(ask(b, asked, lines[0])), ms(p.search(b, searched(lines[0])))}}
	var ours, plain []time.Duration
	for _, line := range lines[1:] {
		ours, plain = append(ours, ask(b, asked, line)), append(plain, p.search(b, searched(line)))
	}
	for _, at := range []int{50, 99, 100} {
		figures = append(figures, side{fmt.Sprintf("%s p%d ms", command, at), percentile(ours, at), percentile(plain, at)})
	}
	return figures
}

// searched is what a plain search has of a line: the value of its first option.
func searched(line string) string {
	_, value, _ := strings.Cut(line, ":")
	return value
}

func ask(b *testing.B, asked *bot.Bot, line string) time.Duration {
	b.Helper()
	start := time.Now()
	if _, err := asked.Answer(b.Context(), line); err != nil {
		b.Errorf("%s: %v", line, err)
	}
	return time.Since(start)
}

// BenchmarkChangeOne changes one article again and again while questions are asked.
func BenchmarkChangeOne(b *testing.B) {
	c := newCopies(b, baseArticles(b), max(*passagesFlag, 1))
	ix, err := index.Open(benchIndex(b, c.read))
	if err != nil {
		b.Fatal(err)
	}
	defer ix.Close()
	asked := bot.New(ix, bot.Options{})
	for _, line := range append(whoLines(b, ix), timelineLines(b, ix)...) { // so that all is loaded
		ask(b, asked, line)
	}
	lines := questions(b, ix)
	for b.Loop() {
		tell(b, changeOne(b, c, ix, asked, lines)...)
	}
}

// changeOne refreshes from a corpus with one changed article while questions are asked.
func changeOne(b *testing.B, c *copies, ix *index.Index, asked *bot.Bot, lines []string) []side {
	b.Helper()
	c.known = ix.Known
	c.change()
	done := make(chan struct{})
	var readers sync.WaitGroup
	var during []time.Duration
	var visible time.Duration
	start := time.Now()
	readers.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-done:
				return
			default:
			}
			during = append(during, ask(b, asked, lines[i%len(lines)]))
			if visible == 0 && isVisible(b, ix, c.changed()) {
				visible = time.Since(start)
			}
		}
	})
	report, err := ix.Refresh(b.Context(), c.read, index.RefreshOptions{})
	took := time.Since(start)
	close(done)
	readers.Wait()
	if err != nil || report.Changed != 1 || report.Added+report.Removed > 0 || !isVisible(b, ix, c.changed()) {
		b.Fatalf("one article was changed, and the report says %+v, %v", report, err)
	}
	if visible == 0 || visible > took { // seen by the check above, or while the last question was asked
		visible = took
	}
	return []side{
		{"refresh of one change ms", ms(took), 0},
		{"the change is seen after ms", ms(visible), 0},
		{"/ask p50 ms meanwhile", percentile(during, 50), 0},
		{"/ask p99 ms meanwhile", percentile(during, 99), 0},
	}
}

// isVisible says whether a search finds the word of the changed article.
func isVisible(b *testing.B, ix *index.Index, word string) bool {
	b.Helper()
	var terms []index.Term
	for _, t := range ix.Tokens(word) {
		terms = append(terms, index.Term{Stem: t.Stem, Boost: 1})
	}
	hits, err := ix.Search(b.Context(), index.Query{Terms: terms, Limit: 1})
	if err != nil {
		b.Error(err)
	}
	return len(hits) > 0
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
