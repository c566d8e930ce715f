package index

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	api "github.com/blevesearch/bleve_index_api"

	"storybot/corpus"
)

// schema names the layout of documents and records, and the folders of indexes that have it,
// so that an index of another schema is never misread: a new one is built beside it, and the
// old one goes when the new one is whole.
const schema = "storybot-6"

// making numbers what is made of a text: sentences, names, dates, stems, sketches. An index of
// another making can be read, and is answered from, until one is built beside it. Raise it
// with whatever changes what stands in documents and records, but not how they are read.
const making = "3"

// makingKey holds the making of the index; none stands for "1".
var makingKey = []byte("making")

// refreshedKey holds when the last whole refresh ended (RFC 3339, UTC). An index without
// it is not whole.
var refreshedKey = []byte("refreshed")

// Index is a searchable corpus, on disk or in memory. It is safe for concurrent use.
type Index struct {
	bleve    live
	dir      string // the index directory; "" in memory
	folder   string // the one in it that holds what bleve leads to
	readOnly bool
	lost     error // what kept the index from being opened that was to be
	analyzer *analyzer
	cache    *cache

	pace       pace
	analyse    func(corpus.Article) corpus.Reading // corpus.Analyze
	refreshing sync.Mutex
	underway   atomic.Pointer[refresh]
	busy       atomic.Bool  // a refresh is under way
	generation atomic.Int64 // counts committed batches
	committing atomic.Bool  // a batch is being committed

	names   nameTable
	told    lastTold
	counts  counted
	outlets memo[[]string]

	published memo[[]publications]

	contests sync.Pool // of *contest
	copies   copies
}

// InMemory returns an empty index that lives as long as the process.
func InMemory() (*Index, error) {
	b, err := bleve.NewUsing("", newMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("index in memory: %w", err)
	}
	return newIndex(b, ""), nil
}

func newIndex(b bleve.Index, dir string) *Index {
	return &Index{pace: pace{batchBytes, batchAge, progressEvery}, analyse: corpus.Analyze, bleve: live{now: b}, dir: dir, analyzer: &analyzer{}, cache: newCache(cachedBytes)}
}

// newMapping is nearly empty: documents are built field by field, with their analyzers.
func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.ScoringModel = api.BM25Scoring
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	return m
}

// Refreshed returns when the last whole refresh ended, in UTC; zero where none has.
func (ix *Index) Refreshed() time.Time { return ix.moment(refreshedKey) }

// Tokens returns the words of text as the index sees them, in order.
func (ix *Index) Tokens(text string) []Token { return ix.analyzer.Tokens(text) }

// Article returns one article with its reading; false where there is none.
func (ix *Index) Article(ctx context.Context, id string) (corpus.Reading, bool, error) {
	e, ok, err := ix.entry(ctx, id)
	if !ok || err != nil {
		return corpus.Reading{}, false, err
	}
	return e.reading, true, nil
}

// entry is an article as it is kept in memory while it is in use.
type entry struct {
	reading corpus.Reading
	once    sync.Once
	tokens  []Token
}

func (ix *Index) entry(ctx context.Context, id string) (*entry, bool, error) {
	return ix.entryOf(ctx, id, ix.generation.Load(), ix.load)
}

// entryOf returns an entry of a generation, which load reads where it is not kept.
func (ix *Index) entryOf(ctx context.Context, id string, generation int64, load func(id string) (corpus.Reading, bool, error)) (*entry, bool, error) {
	if e, ok := ix.cache.get(id, generation); ok {
		return e, true, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, false, err
	}
	r, ok, err := load(id)
	if !ok || err != nil {
		return nil, false, err
	}
	e := &entry{reading: r}
	ix.cache.put(id, generation, e)
	return e, true, nil
}

// load reads an article from one snapshot of the index.
func (ix *Index) load(id string) (corpus.Reading, bool, error) {
	reader, err := ix.reader()
	if err != nil {
		return corpus.Reading{}, false, err
	}
	defer reader.Close()
	_, r, ok, err := loadFrom(reader, id)
	return r, ok, err
}

// loadFrom reads an article with its source record.
func loadFrom(reader *snapshot, id string) (source, corpus.Reading, bool, error) {
	a, ok, err := reader.records(id)
	if !ok && err == nil {
		return source{}, corpus.Reading{}, false, nil
	}
	var r corpus.Reading
	if err == nil {
		whole := a.source.Article
		whole.Text = a.text
		r, err = decodeReading(a.reading, whole)
	}
	if err != nil {
		return source{}, corpus.Reading{}, false, fmt.Errorf("article %s: %w", id, err)
	}
	return a.source, r, true, nil
}

// storedFields returns the stored fields of a document by name, nil where there is none.
func storedFields(reader *snapshot, docID string) (map[string][]byte, error) {
	doc, err := reader.Document(docID)
	if doc == nil || err != nil {
		return nil, err
	}
	fields := map[string][]byte{}
	doc.VisitFields(func(f api.Field) { fields[f.Name()] = f.Value() })
	return fields, nil
}

// ArticleTokens returns one article with its reading and the tokens of its text, in order,
// all of the same state of the article; false where there is none. They are kept for a
// while, since readers ask about the same articles.
func (ix *Index) ArticleTokens(ctx context.Context, id string) (corpus.Reading, []Token, bool, error) {
	e, ok, err := ix.entry(ctx, id)
	if !ok || err != nil {
		return corpus.Reading{}, nil, false, err
	}
	return e.reading, ix.tokensOf(e), true, nil
}

// tokensOf returns the tokens of an entry's text, which it makes once.
func (ix *Index) tokensOf(e *entry) []Token {
	e.once.Do(func() { e.tokens = ix.analyzer.Tokens(e.reading.Text) })
	return e.tokens
}
