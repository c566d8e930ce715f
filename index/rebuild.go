package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/blevesearch/bleve/v2"
)

// rebuild builds a new index beside the one that readers have, and puts it in its place when
// it is whole. What the corpus does not have comes from the old one: when articles were read,
// their earlier wordings, and articles that could not be read this time. Where anything goes
// wrong, the old one stays.
func (ix *Index) rebuild(ctx context.Context, read Corpus, o RefreshOptions) (Report, error) {
	fresh, err := ix.another()
	if err != nil {
		return Report{}, fmt.Errorf("rebuild: %w", err)
	}
	report, err := fresh.refresh(ctx, read, o, ix)
	if err == nil {
		err = fresh.names.load(ctx, fresh)
	}
	var old bleve.Index
	if err == nil {
		old, err = ix.take(fresh)
	}
	if err != nil {
		return Report{Problems: report.Problems, Took: report.Took}, errors.Join(err, fresh.discard())
	}
	if err := old.Close(); err != nil {
		return report, fmt.Errorf("rebuild: the index before: %w", err)
	}
	if ix.dir != "" {
		_ = sweep(ix.dir, ix.folder) // what cannot go while somebody reads it goes after a later refresh
	}
	return report, nil
}

// another returns an empty index of the same kind, on disk in a folder of its own.
func (ix *Index) another() (fresh *Index, err error) {
	if ix.dir == "" {
		fresh, err = InMemory()
	} else {
		fresh, err = create(ix.dir)
	}
	if err != nil {
		return nil, err
	}
	fresh.analyzer, fresh.analyse, fresh.pace = ix.analyzer, ix.analyse, ix.pace
	return fresh, nil
}

// take gives readers another index, which is not to be used otherwise from then on, and
// returns the one that they had. Those who are reading finish with that.
func (ix *Index) take(fresh *Index) (bleve.Index, error) {
	ix.names.mu.Lock() // no view is open, and none is opened
	defer ix.names.mu.Unlock()
	return ix.bleve.swap(fresh.bleve.now, func() {
		ix.folder = fresh.folder
		ix.names.forms = fresh.names.forms
		ix.counts.forget(ix.generation.Add(1))
	})
}

// discard closes an index and removes its folder.
func (ix *Index) discard() error {
	_, err := ix.bleve.close()
	if ix.dir == "" {
		return err
	}
	return errors.Join(err, os.RemoveAll(filepath.Join(ix.dir, ix.folder)))
}

// rebuilds says whether what is known comes from another index than the one to write.
func (r *refresh) rebuilds() bool { return r.past != r.ix }

// carry takes over what the corpus does not have: articles that could not be read, and the
// wordings of those that are gone.
func (r *refresh) carry(ctx context.Context) error {
	if !r.rebuilds() {
		return nil
	}
	if err := r.carryUnread(ctx); err != nil {
		return err
	}
	var gone [][]Version
	reader, err := r.past.reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	err = eachSince(ctx, reader, goneField, time.Time{}, func(_ string, fields map[string][]byte) {
		if all, err := decodeVersions(fields[versionsField]); err == nil && len(all) > 0 && !r.met(all[0].ID) {
			gone = append(gone, all)
		}
	})
	if err != nil {
		return err
	}
	return inBatches(ctx, r, gone, nil, func(batch *bleve.Batch, _ *snapshot, all []Version) (int, error) {
		size := 0
		for _, v := range all {
			size += len(v.Text)
		}
		return size, batch.IndexAdvanced(versionsDocument(all[0].ID, all))
	})
}

// carryUnread takes over articles that could not be read this time, analysed anew unless
// that fails.
func (r *refresh) carryUnread(ctx context.Context) error {
	var unread []string
	for _, s := range r.known.all {
		if !r.written[s.ID] && r.isUnread(s.Path) {
			unread = append(unread, s.ID)
		}
	}
	slices.Sort(unread)
	return inBatches(ctx, r, unread, nil, func(batch *bleve.Batch, reader *snapshot, id string) (int, error) {
		s, reading, ok, err := loadFrom(reader, id)
		if errors.Is(err, errRecord) {
			return 0, nil
		}
		if err != nil || !ok {
			return 0, err
		}
		old := s
		s.Article = reading.Article
		j := &job{article: s, old: old, anew: true, done: make(chan struct{})}
		if j.prepare(ctx, r.ix, r.past); j.fault != nil {
			j.err, j.docs = nil, r.ix.documents(s, reading, evidenceOf(reading))
			if err := j.keepVersions(reader); err != nil {
				return 0, err
			}
		}
		if j.err != nil {
			return 0, j.err
		}
		return len(s.Text), r.put(batch, j, &Report{}, &changes{})
	})
}
