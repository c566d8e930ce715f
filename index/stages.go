package index

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"
	"time"

	"storybot/corpus"
)

// refresh is one refresh under way: a reader that compares, workers that analyse, and a
// writer that takes their results in the order of the corpus.
type refresh struct {
	ix      *Index // what is written
	past    *Index // what holds what is known: the same, but in a rebuild
	options RefreshOptions
	known   *known
	first   bool                // nothing is indexed yet
	unknown map[string]bool     // ids of articles that it has met and are not among the known
	written map[string]bool     // ids, in a rebuild
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

// newRefresh begins a refresh of what past holds.
func (ix *Index) newRefresh(ctx context.Context, o RefreshOptions, past *Index) (*refresh, error) {
	known, err := past.known(ctx)
	if err != nil {
		return nil, err
	}
	r := &refresh{ix: ix, past: past, options: o, known: known, unknown: map[string]bool{}, written: map[string]bool{},
		added: map[string][]source{}, start: time.Now(), at: past.nextRead(o.Now), whole: past.moment(wholeKey)}
	r.report.Rebuilt = r.rebuilds()
	r.first, err = past.isEmpty()
	return r, err
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
				j.prepare(stages, r.ix, r.past)
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
		old, again := r.meet(a.ID)
		if again {
			r.problem(corpus.Problem{Path: a.Path, Reason: fmt.Sprintf("the id %q was read before", a.ID)})
			continue
		}
		if a.Unchanged {
			r.same(old)
			continue
		}
		j := &job{article: newSource(a), old: *old, force: r.options.Force, anew: r.rebuilds(), first: r.first, done: make(chan struct{})}
		if !j.anew && j.same() && (a.Stamp == "" || a.Stamp == j.old.Stamp) {
			r.same(old)
			continue
		}
		if !j.known() && len(r.known.all) > 0 {
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

// meet notes that an article has come, and returns what was known of it, the zero record where
// it is new, and whether it has come before.
func (r *refresh) meet(id string) (old *source, again bool) {
	old = r.known.ids.find(id)
	if old == nil {
		old, again = &source{}, r.unknown[id]
		r.unknown[id] = true
		return old, again
	}
	again, old.seen = old.seen, true
	return old, again
}

// met says whether an article has come.
func (r *refresh) met(id string) bool {
	s := r.known.ids.find(id)
	return s != nil && s.seen || r.unknown[id]
}

// same counts an article that is as it was.
func (r *refresh) same(old *source) {
	r.count(func(p *Report) { p.Same++ })
	if old.first.After(r.whole) { // added by a refresh that was cut short
		r.added[old.wording] = append(r.added[old.wording], *old)
	}
}
