package index

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"github.com/blevesearch/bleve/v2"

	"storybot/corpus"
)

// batchBytes is the text that one batch holds, about. Larger ones write fewer, larger
// segments; a crash loses at most what the last batch had not committed.
const batchBytes = 2 << 20

// progressEvery is the least time between two calls of Progress.
const progressEvery = 100 * time.Millisecond

// batchAge is how long an article waits for its batch to fill when no other is under way:
// where the corpus comes slowly, as pages of the web do, or has little that is new, readers see
// what there is.
const batchAge = 100 * time.Millisecond

// pace is how much a refresh does at a time. Tests make it smaller.
type pace struct {
	batch    int           // bytes of text
	age      time.Duration // of the first article of a batch
	progress time.Duration // between two calls of Progress
}

func (r *refresh) write(ctx context.Context, ordered <-chan *job) (err error) {
	batch, size := r.ix.bleve.NewBatch(), 0
	var done Report
	var c changes
	var aged <-chan time.Time // when the batch is to be committed, however small it is; nil while it is empty
	var before pending        // the batch before, whose articles are committed while those of the next are analysed
	defer func() { err = cmp.Or(err, before.wait()) }()
	flush := func() error {
		if err := before.wait(); err != nil || batch.Size() == 0 {
			return err
		}
		batch.SetInternal(startedKey, moment(r.at))
		batch.SetInternal(makingKey, []byte(making))
		before = r.commit(ctx, batch, c, done)
		batch, size, done, c, aged = r.ix.bleve.NewBatch(), 0, Report{}, changes{}, nil
		return nil
	}
	for {
		select {
		case j, more := <-ordered:
			if !more {
				if err := ctx.Err(); err != nil {
					return err
				}
				return flush()
			}
			if err := r.take(ctx, batch, j, &done, &c); err != nil {
				return err
			}
			if aged == nil {
				aged = time.After(r.ix.pace.age)
			}
			size += len(j.article.Text) + 512
		case <-aged:
			if aged = nil; len(ordered) > 0 {
				aged = time.After(r.ix.pace.age)
				continue
			}
			size = r.ix.pace.batch
		}
		if size >= r.ix.pace.batch {
			if err := flush(); err != nil {
				return err
			}
		}
	}
}

// take waits for a job and puts its article into the batch, unless it ended in a fault.
func (r *refresh) take(ctx context.Context, batch *bleve.Batch, j *job, done *Report, c *changes) error {
	select {
	case <-j.done:
	case <-ctx.Done():
		return ctx.Err()
	}
	if j.fault != nil {
		r.problem(corpus.Problem{Path: j.article.Path, Reason: fmt.Sprintf("a fault of this program: %v", j.fault), Unread: true})
		return nil
	}
	if j.err != nil {
		return j.err
	}
	return r.put(batch, j, done, c)
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
	if r.rebuilds() {
		r.written[j.article.ID] = true
	}
	if !j.known() || j.reworded() {
		r.touched = append(r.touched, j.article.ID)
	}
	return nil
}
