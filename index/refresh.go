package index

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

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
	Rebuild    bool             // build a new index beside this one, and put it in its place
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
	Rebuilt                       bool // a new index has taken the place of the one before, or is being built
}

// Articles returns how many articles the corpus gave.
func (r Report) Articles() int { return r.Added + r.Changed + r.Same }

// Refresh brings the index up to date with the corpus: new articles are added, changed
// ones replaced, vanished ones removed, and those whose content is the same are left
// alone. All documents of an article are written in one atomic batch, with the wording that
// they replace, which is kept as a version. Searches go on
// meanwhile and see each article in its old or its new state. A refresh that ends early
// removes nothing, and the next one completes it.
//
// An index that another version of the program made otherwise is built anew, as RefreshOptions.Rebuild
// asks for: beside the present one, which answers until the new one is whole, and which stays
// where that does not come to its end.
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
	if !o.DryRun && (o.Rebuild || ix.isOutdated()) {
		return ix.rebuild(ctx, read, o)
	}
	return ix.refresh(ctx, read, o, ix)
}

// refresh refreshes what past holds, into the same index or into an empty one.
func (ix *Index) refresh(ctx context.Context, read Corpus, o RefreshOptions, past *Index) (Report, error) {
	r, err := ix.newRefresh(ctx, o, past)
	if err != nil {
		return Report{}, fmt.Errorf("refresh: %w", err)
	}
	past.underway.Store(r)
	defer past.underway.Store(nil)
	articles, err := read(ctx, r.problem)
	if err != nil {
		return Report{}, err
	}
	if err := r.run(ctx, articles); err != nil {
		return r.snapshot(), fmt.Errorf("refresh: %w", err)
	}
	return r.snapshot(), nil
}

// Refreshing says whether a refresh is under way.
func (ix *Index) Refreshing() bool { return ix.busy.Load() }
