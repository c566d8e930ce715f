package index

import (
	"cmp"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"

	"storybot/corpus"
)

// ErrRefreshing says that a refresh of the same index is under way.
var ErrRefreshing = errors.New("a refresh is already under way")

// Corpus lists all articles that the index should hold, each id once, and reports what
// it could not read. The error is for a corpus that cannot be read at all.
type Corpus func(ctx context.Context, report func(corpus.Problem)) (iter.Seq[corpus.Article], error)

// RefreshOptions say how to refresh. The zero value is the usual way.
type RefreshOptions struct {
	Force      bool             // analyse unchanged articles too
	RemoveMost bool             // remove what is gone even where that is most of the articles: see ErrMostGone
	DryRun     bool             // write nothing, only report; an index that is open for reading will do
	Progress   func(Report)     // called about ten times a second, and at the end; may be nil
	Now        func() time.Time // nil: time.Now
}

// Report says what a refresh did, or has done so far.
type Report struct {
	Added, Changed, Removed, Same int // articles
	Bytes                         int // of text that was analysed
	Twins                         int // of what was added or changed, how many tell the same as another article: see Index.Twins; not counted in a dry run
	Problems                      []corpus.Problem
	Took                          time.Duration
}

// Articles returns how many articles the corpus gave.
func (r Report) Articles() int { return r.Added + r.Changed + r.Same }

// Refresh brings the index up to date with the corpus: new articles are added, changed
// ones replaced, vanished ones removed, and those whose content is the same are left
// alone. All documents of an article are written in one atomic batch, with the wording that
// they replace, which is kept as a version. Searches go on
// meanwhile and see each article in its old or its new state. A refresh that ends early
// removes nothing, and the next one completes it.
func (ix *Index) Refresh(ctx context.Context, read Corpus, o RefreshOptions) (Report, error) {
	if ix.readOnly && !o.DryRun { // Bleve would wait for ever
		return Report{}, errors.New("refresh: the index is open for reading only")
	}
	if !ix.refreshing.TryLock() {
		return Report{}, ErrRefreshing
	}
	defer ix.refreshing.Unlock()
	ix.busy.Store(true)
	defer ix.busy.Store(false)
	known, err := ix.known(ctx)
	if err != nil {
		return Report{}, fmt.Errorf("refresh: %w", err)
	}
	r := &refresh{ix: ix, options: o, known: known, byPath: byPath(known), seen: map[string]bool{}, added: map[string][]source{},
		start: time.Now(), at: ix.nextRead(o.Now), whole: ix.moment(wholeKey)}
	if r.first, err = ix.isEmpty(); err != nil {
		return Report{}, fmt.Errorf("refresh: %w", err)
	}
	ix.underway.Store(r)
	defer ix.underway.Store(nil)
	articles, err := read(ctx, r.problem)
	if err != nil {
		return Report{}, err
	}
	if err := r.run(ctx, articles); err != nil {
		return r.snapshot(), fmt.Errorf("refresh: %w", err)
	}
	return r.snapshot(), nil
}

// Known says what article a file gave when it was read last with this path and stamp, for
// corpus.Options.Known; false where it has to be read. It knows that only while a refresh
// runs, and nothing where that analyses everything.
func (ix *Index) Known(path, stamp string) (id, content string, ok bool) {
	r := ix.underway.Load()
	if r == nil || r.options.Force {
		return "", "", false
	}
	s, ok := r.byPath[path]
	if !ok || stamp == "" || s.Stamp != stamp {
		return "", "", false
	}
	return s.ID, hex.EncodeToString([]byte(s.hash)), true
}

// byPath returns articles by the paths that have a stamp.
func byPath(known map[string]source) map[string]source {
	all := map[string]source{}
	for _, s := range known {
		if s.Stamp != "" {
			all[s.Path] = s
		}
	}
	return all
}

// known returns the source records of all articles by id.
func (ix *Index) known(ctx context.Context) (map[string]source, error) {
	known := map[string]source{}
	return known, ix.eachSource(ctx, func(s source) { known[s.ID] = s })
}

// refresh is one refresh under way: a reader that compares, workers that analyse, and a
// writer that takes their results in the order of the corpus.
type refresh struct {
	ix      *Index
	options RefreshOptions
	known   map[string]source
	byPath  map[string]source
	first   bool // nothing is indexed yet
	seen    map[string]bool
	touched []string            // ids of what is new or has other words
	added   map[string][]source // what is new since the last refresh that came to its end, by its wording, in the order in which it came
	start   time.Time
	at      time.Time // when what is new counts as read
	whole   time.Time // when the last refresh began that came to its end
	shown   time.Time

	mu     sync.Mutex
	report Report
	unread []string // paths whose articles count as still there
}

// queued is how many articles may wait between the stages.
const queued = 256

func (r *refresh) run(ctx context.Context, articles iter.Seq[corpus.Article]) error {
	stages, cancel := context.WithCancel(ctx)
	defer cancel()
	work, ordered := make(chan *job, queued), make(chan *job, queued)
	var workers sync.WaitGroup
	workers.Go(func() {
		defer close(ordered)
		defer close(work)
		r.read(stages, articles, work, ordered)
	})
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for j := range work {
				j.prepare(stages, r.ix)
			}
		})
	}
	err := r.write(ctx, ordered)
	cancel()
	for range ordered { // let a reader that waits for room see the end
	}
	workers.Wait()
	if err != nil {
		return err
	}
	return r.finish(ctx)
}

// read passes on the articles that are new or changed.
func (r *refresh) read(ctx context.Context, articles iter.Seq[corpus.Article], work, ordered chan<- *job) {
	for a := range articles {
		if ctx.Err() != nil {
			return
		}
		if r.seen[a.ID] {
			r.problem(corpus.Problem{Path: a.Path, Reason: fmt.Sprintf("the id %q was read before", a.ID)})
			continue
		}
		r.seen[a.ID] = true
		if a.Unchanged {
			r.same(r.known[a.ID])
			continue
		}
		j := &job{article: newSource(a), old: r.known[a.ID], force: r.options.Force, first: r.first, done: make(chan struct{})}
		if j.same() && (a.Stamp == "" || a.Stamp == j.old.Stamp) {
			r.same(j.old)
			continue
		}
		if !j.known() {
			s := j.article
			s.Text = ""
			r.added[s.wording] = append(r.added[s.wording], s)
		}
		j.article.ages = r.ages(j.article, j.old)
		if r.options.DryRun {
			r.count(j.tell)
			continue
		}
		select {
		case ordered <- j:
		case <-ctx.Done():
			return
		}
		work <- j
	}
}

// same counts an article that is as it was.
func (r *refresh) same(old source) {
	r.count(func(p *Report) { p.Same++ })
	if old.first.After(r.whole) { // added by a refresh that was cut short
		r.added[old.wording] = append(r.added[old.wording], old)
	}
}

// batchBytes is the text that one batch holds, about. Larger ones write fewer, larger
// segments; a crash loses at most what the last batch had not committed.
const batchBytes = 2 << 20

// progressEvery is the least time between two calls of Progress.
const progressEvery = 100 * time.Millisecond

// pace is how much a refresh does at a time. Tests make it smaller.
type pace struct {
	batch    int           // bytes of text
	progress time.Duration // between two calls of Progress
}

func (r *refresh) write(ctx context.Context, ordered <-chan *job) (err error) {
	batch, size := r.ix.bleve.NewBatch(), 0
	var done Report
	var c changes
	var before pending // the batch before, whose articles are committed while those of the next are analysed
	defer func() { err = cmp.Or(err, before.wait()) }()
	flush := func() error {
		if err := before.wait(); err != nil || batch.Size() == 0 {
			return err
		}
		batch.SetInternal(startedKey, moment(r.at))
		before = r.commit(ctx, batch, c, done)
		batch, size, done, c = r.ix.bleve.NewBatch(), 0, Report{}, changes{}
		return nil
	}
	for j := range ordered {
		select {
		case <-j.done:
		case <-ctx.Done():
			return ctx.Err()
		}
		if j.fault != nil {
			r.problem(corpus.Problem{Path: j.article.Path, Reason: fmt.Sprintf("a fault of this program: %v", j.fault), Unread: true})
			continue
		}
		if j.err != nil {
			return j.err
		}
		if err := r.put(batch, j, &done, &c); err != nil {
			return err
		}
		if size += len(j.article.Text) + 512; size >= r.ix.pace.batch {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return flush()
}

// pending is a batch on its way into the index; nil where there is none.
type pending chan error

// wait returns once the batch is committed, with what went wrong.
func (p pending) wait() error {
	if p == nil {
		return nil
	}
	return <-p
}

// commit starts to write a batch that holds what done counts.
func (r *refresh) commit(ctx context.Context, batch *bleve.Batch, c changes, done Report) pending {
	p := make(pending, 1)
	go func() {
		defer close(p)
		if err := r.ix.commit(ctx, batch, c); err != nil {
			p <- err
			return
		}
		r.count(func(p *Report) {
			p.Added += done.Added
			p.Changed += done.Changed
			p.Same += done.Same
			p.Bytes += done.Bytes
		})
	}()
	return p
}

// put adds an article to a batch, and takes out the passages that it no longer has.
func (r *refresh) put(batch *bleve.Batch, j *job, done *Report, c *changes) error {
	for _, d := range j.docs {
		if err := batch.IndexAdvanced(d); err != nil {
			return fmt.Errorf("%s: %w", j.article.Path, err)
		}
	}
	for n := j.article.passages; n < j.old.passages; n++ {
		batch.Delete(passageID(j.old.ID, n))
	}
	j.tell(done)
	c.says = append(c.says, j.says)
	if j.known() {
		c.old = append(c.old, j.old.ID)
	}
	if !j.known() || j.reworded() {
		r.touched = append(r.touched, j.article.ID)
	}
	return nil
}

// tell counts an article that is new or changed.
func (j *job) tell(done *Report) {
	switch {
	case j.same(): // but for the time of its file, which is noted
		done.Same++
	case j.known():
		done.Changed++
	default:
		done.Added++
	}
	if j.analysed {
		done.Bytes += len(j.article.Text)
	}
}

func (r *refresh) problem(p corpus.Problem) {
	r.count(func(rep *Report) {
		if p.Reason != "" {
			rep.Problems = append(rep.Problems, p)
		}
		if p.Unread {
			r.unread = append(r.unread, p.Path)
		}
	})
}

// count changes the report and shows it where it is time to.
func (r *refresh) count(change func(*Report)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	change(&r.report)
	if r.options.Progress == nil || time.Since(r.shown) < r.ix.pace.progress {
		return
	}
	r.shown = time.Now()
	r.options.Progress(r.report)
}

func (r *refresh) snapshot() Report {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.report.Took = time.Since(r.start)
	if r.options.Progress != nil {
		r.options.Progress(r.report)
	}
	return r.report
}
