package index

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"

	"storybot/corpus"
)

// Sources returns every article without its text: newest first, those of unknown day
// last, equal days by title and id.
func (ix *Index) Sources(ctx context.Context) ([]corpus.Article, error) {
	var all []corpus.Article
	err := ix.eachSource(ctx, func(s *source) { all = append(all, s.Article) })
	if err != nil {
		return nil, fmt.Errorf("sources: %w", err)
	}
	slices.SortFunc(all, compareSources)
	return all, nil
}

// compareSources orders articles: newest first, those of unknown day last, equal days by
// title and id.
func compareSources(a, b corpus.Article) int {
	return cmp.Or(b.Published.Compare(a.Published), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
}

// Counts returns how many articles and passages the index holds.
func (ix *Index) Counts(ctx context.Context) (articles, passages int, err error) {
	reader, err := ix.reader()
	if err != nil {
		return 0, 0, err
	}
	defer reader.Close()
	if articles, err = reader.count(place{kindField, sourceKind}); err != nil {
		return 0, 0, err
	}
	passages, err = reader.count(place{kindField, passageKind})
	return articles, passages, err
}

// Outlets returns the names of all outlets, in alphabetical order. Nobody may write to
// them.
func (ix *Index) Outlets(ctx context.Context) ([]string, error) {
	return ix.outlets.get(ctx, ix, ix.readOutlets)
}

func (ix *Index) readOutlets(ctx context.Context) ([]string, error) {
	published, err := ix.published.get(ctx, ix, ix.readPublications)
	if err != nil {
		return nil, fmt.Errorf("outlets: %w", err)
	}
	outlets := map[string]bool{}
	for _, p := range published {
		if _, outlet, _ := strings.Cut(p.term, mark); outlet != "" {
			outlets[outlet] = true
		}
	}
	return slices.Sorted(maps.Keys(outlets)), nil
}

// eachSource visits the source records; of a broken one only the id is known. They are read
// on all processors, and visited one after the other, in the order of the index.
func (ix *Index) eachSource(ctx context.Context, visit func(*source)) error {
	s, err := ix.reader()
	if err != nil {
		return err
	}
	defer s.Close()
	docs, err := s.documents(place{kindField, sourceKind})
	if err != nil {
		return err
	}
	parts := make([]part, runtime.GOMAXPROCS(0))
	for len(docs) > 0 {
		for i := range parts {
			n := min(partSize, len(docs))
			parts[i] = part{docs: docs[:n]}
			docs = docs[n:]
		}
		each(len(parts), len(parts), func(i int) { parts[i].read(s) })
		for _, p := range parts {
			if err := cmp.Or(p.err, ctx.Err()); err != nil {
				return err
			}
			for i := range p.sources {
				visit(&p.sources[i])
			}
		}
	}
	return nil
}

// part is source records that are read on one processor.
type part struct {
	docs    []uint64
	sources []source
	err     error
}

// partSize is how many records are read on a processor before they are visited.
const partSize = 1024

func (p *part) read(s *snapshot) {
	p.sources = make([]source, 0, len(p.docs))
	for _, doc := range p.docs {
		src, err := s.source(doc)
		if err != nil {
			p.err = err
			return
		}
		p.sources = append(p.sources, src)
	}
}

// eachDocument visits the documents that have a term, with their stored fields.
func eachDocument(ctx context.Context, reader *snapshot, field, term string, visit func(id string, fields map[string][]byte)) error {
	docs, err := reader.documents(place{field, term})
	if err != nil {
		return err
	}
	for _, doc := range docs {
		if err := ctx.Err(); err != nil {
			return err
		}
		id, fields, err := reader.fields(int(doc))
		if err != nil {
			return err
		}
		visit(id, fields)
	}
	return nil
}
