package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"
)

// ErrMostGone says that a refresh was about to remove more than half of the articles, which
// is a wrong path or a folder that is not mounted far more often than an intention. What
// was new and changed has been written, unless a new index was being built, and nothing was
// removed.
var ErrMostGone = errors.New("most of the corpus is gone")

// guarded is how many articles an index holds at least to be guarded: whoever tries things
// out with two or three may remove most of them.
const guarded = 4

// finish removes what has vanished and marks the index as whole.
func (r *refresh) finish(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	moved, gone := r.vanished()
	if len(r.known.all) >= guarded && 2*len(gone) > len(r.known.all) && !r.options.RemoveMost {
		return fmt.Errorf("%w: %d of %d articles are no longer there, and none of them was removed", ErrMostGone, len(gone), len(r.known.all))
	}
	r.count(func(p *Report) { r.countMoved(p, moved) })
	if r.options.DryRun {
		r.count(func(p *Report) { p.Removed = len(gone) })
		return nil
	}
	if err := r.carry(ctx); err != nil {
		return err
	}
	if err := r.move(ctx, moved); err != nil {
		return err
	}
	if err := r.remove(ctx, gone); err != nil {
		return err
	}
	twins, err := r.ix.countTwins(ctx, r.touched)
	if err != nil {
		return err
	}
	r.count(func(p *Report) { p.Twins = twins })
	if err := r.markWhole(ctx); err != nil || r.rebuilds() || r.ix.dir == "" {
		return err
	}
	return sweep(r.ix.dir, r.ix.folder)
}

// countMoved counts articles that moved as changed: they came under their new ids before.
func (r *refresh) countMoved(p *Report, moved []move) {
	for _, m := range moved {
		if r.known.ids.find(m.to.ID) != nil {
			p.Same--
		} else {
			p.Added--
		}
		p.Changed++
	}
}

// markWhole notes that a refresh has come to its end.
func (r *refresh) markWhole(ctx context.Context) error {
	batch, born := r.ix.bleve.NewBatch(), r.past.Born()
	if born.IsZero() {
		born = r.at
	}
	batch.SetInternal(makingKey, []byte(making))
	batch.SetInternal(bornKey, moment(born))
	batch.SetInternal(wholeKey, moment(r.at))
	batch.SetInternal(refreshedKey, moment(time.Now()))
	return r.ix.commit(ctx, batch, changes{})
}

// move is an article that was found under another id, as where a file has a new name.
type move struct{ from, to source }

// vanished returns what was known and is not there any more, in order of the ids: articles
// whose words came under another id meanwhile, and the others.
func (r *refresh) vanished() (moved []move, gone []source) {
	for _, s := range r.known.all {
		if !s.seen && !r.isUnread(s.Path) {
			gone = append(gone, *s)
		}
	}
	slices.SortFunc(gone, func(a, b source) int { return cmp.Compare(a.ID, b.ID) })
	gone = slices.DeleteFunc(gone, func(s source) bool {
		to := r.added[s.wording]
		if len(to) == 0 {
			return false
		}
		r.added[s.wording] = to[1:]
		moved = append(moved, move{s, to[0]})
		return true
	})
	return moved, gone
}

// inBatches writes one item after the other, each whole in a batch. gone names the article
// that an item takes out, nil: none does. put returns how many bytes it has added; its reader is of the
// index that holds what is known.
func inBatches[T any](ctx context.Context, r *refresh, items []T, gone func(T) string, put func(*bleve.Batch, *snapshot, T) (int, error)) error {
	if len(items) == 0 {
		return nil
	}
	reader, err := r.past.reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	batch, size, old := r.ix.bleve.NewBatch(), 0, []string(nil)
	for i, item := range items {
		if err := ctx.Err(); err != nil {
			return err
		}
		n, err := put(batch, reader, item)
		if err != nil {
			return err
		}
		if gone != nil {
			old = append(old, gone(item))
		}
		if size += n + 512; size < r.ix.pace.batch && i < len(items)-1 {
			continue
		}
		batch.SetInternal(startedKey, moment(r.at))
		if err := r.ix.commit(ctx, batch, changes{old: old}); err != nil {
			return err
		}
		batch, size, old = r.ix.bleve.NewBatch(), 0, nil
	}
	return nil
}

// move gives articles under a new id the age and the earlier wordings that they had under
// the old one.
func (r *refresh) move(ctx context.Context, moved []move) error {
	present, err := r.ix.reader()
	if err != nil {
		return err
	}
	defer present.Close()
	return inBatches(ctx, r, moved, func(m move) string { return m.from.ID }, func(batch *bleve.Batch, reader *snapshot, m move) (int, error) {
		_, reading, ok, err := loadFrom(present, m.to.ID)
		if err != nil || !ok {
			return 0, err
		}
		to := newSource(reading.Article)
		to.passages, to.ages = len(reading.Passages), m.from.ages
		if err := batch.IndexAdvanced(sourceDocument(to, evidenceOf(reading))); err != nil {
			return 0, err
		}
		earlier, err := versions(reader, m.from.ID)
		if err != nil && !errors.Is(err, errRecord) {
			return 0, err
		}
		if len(earlier) > 0 {
			if err := batch.IndexAdvanced(versionsDocument(to.ID, earlier)); err != nil {
				return 0, err
			}
		}
		batch.Delete(versionsID(m.from.ID))
		deleteArticle(batch, m.from)
		return 0, nil
	})
}

// remove takes out articles that are gone, and keeps their last wordings.
func (r *refresh) remove(ctx context.Context, gone []source) error {
	if len(gone) == 0 {
		return nil
	}
	unkept := max(0, len(gone)-keptWithdrawn)
	err := inBatches(ctx, r, gone, func(s source) string { return s.ID }, func(batch *bleve.Batch, reader *snapshot, s source) (int, error) {
		deleteArticle(batch, s)
		r.count(func(p *Report) { p.Removed++ })
		if unkept--; unkept >= 0 {
			batch.Delete(versionsID(s.ID))
			return 0, nil
		}
		return r.withdraw(batch, reader, s.ID)
	})
	if err != nil {
		return err
	}
	return r.forget(ctx)
}

// withdraw keeps the last wording of an article that is gone.
func (r *refresh) withdraw(batch *bleve.Batch, reader *snapshot, id string) (int, error) {
	src, reading, ok, err := loadFrom(reader, id)
	if errors.Is(err, errRecord) {
		return 0, nil
	}
	if err != nil || !ok {
		return 0, err
	}
	all, err := versions(reader, id)
	if err != nil && !errors.Is(err, errRecord) {
		return 0, err
	}
	return len(reading.Text), batch.IndexAdvanced(versionsDocument(id, replaced(all, src, reading.Text, r.at, true)))
}

// deleteArticle takes out what the index holds of an article's present wording.
func deleteArticle(batch *bleve.Batch, s source) {
	batch.Delete(sourceID(s.ID))
	batch.Delete(articleID(s.ID))
	for n := range s.passages {
		batch.Delete(passageID(s.ID, n))
	}
}

// forget drops the earlier wordings of the articles that were withdrawn first, where there
// are more than are kept.
func (r *refresh) forget(ctx context.Context) error {
	reader, err := r.ix.reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	terms, err := termsAfter(reader, goneField, time.Time{})
	if err != nil {
		return err
	}
	batch, kept := r.ix.bleve.NewBatch(), 0
	for _, term := range slices.Backward(terms) {
		err := eachDocument(ctx, reader, goneField, term, func(id string, _ map[string][]byte) {
			if kept++; kept > keptWithdrawn {
				batch.Delete(id)
			}
		})
		if err != nil {
			return err
		}
	}
	if batch.Size() == 0 {
		return nil
	}
	return r.ix.commit(ctx, batch, changes{})
}

// isUnread says whether an article's file could not be read this time, so that its
// absence means nothing.
func (r *refresh) isUnread(path string) bool {
	return slices.ContainsFunc(r.unread, func(p string) bool {
		if p == "." { // the working directory, which paths do not name
			return !strings.HasPrefix(path, "/") && !strings.HasPrefix(path, "../")
		}
		rest, ok := strings.CutPrefix(path, strings.TrimSuffix(p, "/"))
		return ok && (rest == "" || rest[0] == '/' || rest[0] == '#')
	})
}
