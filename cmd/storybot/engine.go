package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path/filepath"

	"storybot/bot"
	"storybot/bot/store"
	"storybot/corpus"
	"storybot/corpus/sample"
	"storybot/index"
)

// engine is an open index with the corpus that it is refreshed from.
type engine struct {
	index  *index.Index
	store  *store.Store // what readers leave behind; nil: nothing is kept
	read   index.Corpus // nil: there is no corpus to refresh from
	places *places      // what read reads; nil without a corpus of locations
	sample bool         // the embedded sample corpus
}

// access says what a verb wants of an index on disk.
type access int

const (
	reading  access = iota // several processes at a time
	chatting               // writing where nobody else is there and the index can be written, else reading
	writing
)

// open opens the index that the settings name, or an empty one in memory.
func (s *session) open(a access) (*engine, error) {
	e := s.engine()
	var err error
	created := false
	switch {
	case s.Index == "":
		e.index, err = index.InMemory()
	case a == reading || e.read == nil: // nothing could be written
		if e.index, err = index.OpenReadOnly(s.Index); errors.Is(err, index.ErrMissing) || errors.Is(err, index.ErrDamaged) {
			e.index, err = s.create(e, err)
			created = true
		}
	case a == chatting:
		e.index, err = index.Open(s.Index)
		if errors.Is(err, fs.ErrPermission) {
			fmt.Fprintln(s.err, "storybot: the index cannot be written here, and is answered from as it is: "+oneLine(err.Error()))
		}
		if errors.Is(err, index.ErrLocked) || errors.Is(err, fs.ErrPermission) {
			e.read, e.places = nil, nil
			e.index, err = index.OpenReadOnly(s.Index)
		}
	default:
		e.index, err = index.Open(s.Index)
	}
	if err != nil {
		return nil, err
	}
	e.skipUnchanged()
	switch {
	case s.Index == "":
	case e.read == nil && a == writing:
		s.keepBeside(e)
	case e.read != nil && (a != reading || created):
		if e.store, err = openStore(s.Index); err != nil {
			return nil, errors.Join(err, e.index.Close())
		}
		e.read = withKept(e.store, e.read)
	}
	return e, nil
}

// keepBeside opens the store of an index that is only read, where that can be.
func (s *session) keepBeside(e *engine) {
	kept, err := openStore(s.Index)
	if err != nil {
		s.log.Warn("votes, what is followed and when readers last asked are not kept", "error", err)
		return
	}
	e.store = kept
}

// skipUnchanged has files passed over that have not changed since they were indexed.
func (e *engine) skipUnchanged() {
	if e.places != nil {
		e.places.options.Known = e.index.Known
	}
}

// openStore opens what readers left behind beside an index.
func openStore(dir string) (*store.Store, error) { return store.Open(storeOf(dir)) }

// storeOf returns the file of what readers left behind beside an index.
func storeOf(dir string) string { return filepath.Join(dir, "readers.db") }

// close releases the index and the store.
func (e *engine) close() error {
	if e.store == nil {
		return e.index.Close()
	}
	return errors.Join(e.index.Close(), e.store.Close())
}

// create opens an index for writing that is missing or damaged, as why says, so that it can be
// built. Where there is nothing to build it from, it leaves no trace.
func (s *session) create(e *engine, why error) (*index.Index, error) {
	if e.read == nil {
		return nil, fmt.Errorf("%w, and no corpus to build it from: name one with --corpus", why)
	}
	if err := s.findCorpus(); err != nil {
		return nil, err
	}
	return index.Open(s.Index)
}

// findCorpus returns an error where a place of the corpus does not exist. It asks no site.
func (s *session) findCorpus() error {
	_, err := s.places(s.Corpus, "").located()
	return err
}

// engine returns an engine without an index, with the corpus that the settings name.
func (s *session) engine() *engine {
	if len(s.Corpus) > 0 {
		p := s.places(s.Corpus, s.Index)
		return &engine{places: p, read: p.read}
	}
	if s.Index != "" {
		return &engine{}
	}
	return &engine{sample: true, read: func(ctx context.Context, report func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return corpus.ReadFS(ctx, sample.FS(), corpus.Options{MaxBytes: s.MaxBytes}, report), nil
	}}
}

// build fills an index that was never whole; it leaves any other as it is.
func (s *session) build(ctx context.Context, e *engine) error {
	if !e.index.Refreshed().IsZero() {
		return nil
	}
	report, err := s.refresh(ctx, e, index.RefreshOptions{})
	if err != nil {
		return err
	}
	s.tellAll(report)
	return nil
}

// tell tells of a file that could not be read, or not as it stands.
func (s *session) tell(p corpus.Problem) {
	if p.Reason != "" {
		fmt.Fprintln(s.err, "storybot: "+p.String())
	}
}

func (s *session) tellAll(r index.Report) {
	for _, p := range r.Problems {
		s.tell(p)
	}
}

// bot returns the bot over the engine's index.
func (s *session) bot(e *engine) *bot.Bot {
	o := bot.Options{Log: s.log, Store: e.store}
	if e.read != nil && !e.sample {
		o.Refresh = func(ctx context.Context, force bool, progress func(index.Report)) (index.Report, error) {
			return e.index.Refresh(ctx, e.read, index.RefreshOptions{Force: force, RemoveMost: force, Progress: progress})
		}
	}
	if e.store != nil && e.places != nil {
		o.Fetch = (&fetcher{places: e.places, maxBytes: s.MaxBytes}).fetch
	}
	return bot.New(e.index, o)
}
