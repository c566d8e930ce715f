package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	api "github.com/blevesearch/bleve_index_api"

	"storybot/corpus"
)

// Sources returns every article without its text: newest first, those of unknown day
// last, equal days by title and id.
func (ix *Index) Sources(ctx context.Context) ([]corpus.Article, error) {
	var all []corpus.Article
	err := ix.eachSource(ctx, func(s source) { all = append(all, s.Article) })
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
	if articles, err = count(ctx, reader, kindField, sourceKind); err != nil {
		return 0, 0, err
	}
	passages, err = count(ctx, reader, kindField, passageKind)
	return articles, passages, err
}

// Outlets returns the names of all outlets, in alphabetical order. Nobody may write to
// them.
func (ix *Index) Outlets(ctx context.Context) ([]string, error) {
	return ix.outlets.get(ctx, ix, ix.readOutlets)
}

func (ix *Index) readOutlets(ctx context.Context) ([]string, error) {
	seen := map[string]bool{}
	err := ix.eachSource(ctx, func(s source) {
		if s.Outlet != "" {
			seen[s.Outlet] = true
		}
	})
	if err != nil {
		return nil, fmt.Errorf("outlets: %w", err)
	}
	outlets := make([]string, 0, len(seen))
	for o := range seen {
		outlets = append(outlets, o)
	}
	slices.Sort(outlets)
	return outlets, nil
}

// eachSource visits the source records; of a broken one only the id is known.
func (ix *Index) eachSource(ctx context.Context, visit func(source)) error {
	reader, err := ix.reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	return eachDocument(ctx, reader, kindField, sourceKind, func(id string, fields map[string][]byte) {
		s, err := decodeSource(fields[sourceField])
		if err != nil { // the next refresh writes it anew
			s = source{Article: corpus.Article{ID: strings.TrimPrefix(id, sourceID(""))}}
		}
		visit(s)
	})
}

// eachDocument visits the documents that have a term, with their stored fields.
func eachDocument(ctx context.Context, reader api.IndexReader, field, term string, visit func(id string, fields map[string][]byte)) error {
	stored, err := snapshotOf(reader)
	if err != nil {
		return err
	}
	postings, err := reader.TermFieldReader(ctx, []byte(term), field, false, false, false)
	if err != nil {
		return err
	}
	defer postings.Close()
	var doc api.TermFieldDoc
	for {
		next, err := postings.Next(&doc)
		if err != nil || next == nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		id, fields, err := stored.fields(int(next.ID.Value()))
		if err != nil {
			return err
		}
		visit(id, fields)
	}
}
