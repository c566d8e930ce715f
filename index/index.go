package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	api "github.com/blevesearch/bleve_index_api"
	bolterrors "go.etcd.io/bbolt/errors"

	"storybot/corpus"
)

// Errors of Open.
var (
	// ErrLocked says that another process holds the index.
	ErrLocked = errors.New("another process holds the index")
	// ErrMissing says that there is no index that this program can read: none was
	// built, the building was cut short, or another version built it.
	ErrMissing = errors.New("there is no index yet")
)

// schema names the layout of documents and records. An index lives in a folder of that
// name below the index directory, so that one of another schema is never misread: a new
// one is built beside it, and the old one goes when the new one is whole.
const schema = "storybot-6"

// refreshedKey holds when the last whole refresh ended (RFC 3339, UTC). An index without
// it is not whole.
var refreshedKey = []byte("refreshed")

// lockWait is how long Open waits for another process to let go.
const lockWait = "500ms"

// Index is a searchable corpus, on disk or in memory. It is safe for concurrent use.
type Index struct {
	bleve    bleve.Index
	dir      string // the index directory; "" in memory
	readOnly bool
	analyzer *analyzer
	cache    *cache

	closing sync.RWMutex // held while a reader is made, which Bleve does not guard against Close
	closed  bool

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
}

// InMemory returns an empty index that lives as long as the process.
func InMemory() (*Index, error) {
	b, err := bleve.NewUsing("", newMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("index in memory: %w", err)
	}
	return newIndex(b, ""), nil
}

// Open opens the index in a directory for reading and writing and creates it where it is
// missing. One process at a time can: ErrLocked says that another one does.
func Open(dir string) (*Index, error) {
	path := filepath.Join(dir, schema)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("index %s: %w", dir, err)
	}
	config := map[string]any{"bolt_timeout": lockWait}
	b, err := bleve.OpenUsing(path, config)
	if halfMade(path, err) {
		if err = os.RemoveAll(path); err == nil {
			err = bleve.ErrorIndexPathDoesNotExist
		}
	}
	if errors.Is(err, bleve.ErrorIndexPathDoesNotExist) {
		b, err = bleve.NewUsing(path, newMapping(), scorch.Name, scorch.Name, config)
	}
	if err != nil {
		return nil, openError(dir, err)
	}
	return newIndex(b, dir), nil
}

// OpenReadOnly opens a whole index for reading; several processes can at a time, unless
// one has it open for writing (ErrLocked). ErrMissing says that it has to be built first.
func OpenReadOnly(dir string) (*Index, error) {
	path := filepath.Join(dir, schema)
	if _, err := os.Stat(filepath.Join(path, "index_meta.json")); errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("index %s: %w", dir, ErrMissing)
	}
	b, err := bleve.OpenUsing(path, map[string]any{"bolt_timeout": lockWait, "read_only": true})
	if halfMade(path, err) {
		return nil, fmt.Errorf("index %s: %w", dir, ErrMissing)
	}
	if err != nil {
		return nil, openError(dir, err)
	}
	ix := newIndex(b, dir)
	ix.readOnly = true
	if ix.Refreshed().IsZero() {
		ix.Close()
		return nil, fmt.Errorf("index %s: %w", dir, ErrMissing)
	}
	return ix, nil
}

// halfMade says whether an index could not be opened because the process that created it
// died before the index held a first article.
func halfMade(path string, err error) bool {
	if err == nil || errors.Is(err, bolterrors.ErrTimeout) {
		return false
	}
	if errors.Is(err, bleve.ErrorIndexMetaMissing) || errors.Is(err, bleve.ErrorIndexMetaCorrupt) {
		return true
	}
	if strings.HasPrefix(err.Error(), "error parsing mapping JSON: unexpected end") { // Bleve has no value for it
		return true
	}
	root, statErr := os.Stat(filepath.Join(path, "store", "root.bolt"))
	return errors.Is(statErr, os.ErrNotExist) || statErr == nil && root.Size() == 0
}

func openError(dir string, err error) error {
	if errors.Is(err, bolterrors.ErrTimeout) {
		return fmt.Errorf("index %s: %w (is the bot or a refresh running?)", dir, ErrLocked)
	}
	return fmt.Errorf("index %s: %w", dir, err)
}

func newIndex(b bleve.Index, dir string) *Index {
	return &Index{pace: pace{batchBytes, progressEvery}, analyse: corpus.Analyze, bleve: b, dir: dir, analyzer: &analyzer{}, cache: newCache(cachedBytes)}
}

// newMapping is nearly empty: documents are built field by field, with their analyzers.
func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.ScoringModel = api.BM25Scoring
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	return m
}

// Close releases the index; every later use of it gives an error. A second Close does
// nothing and returns nil.
func (ix *Index) Close() error {
	ix.closing.Lock()
	defer ix.closing.Unlock()
	if ix.closed {
		return nil
	}
	ix.closed = true
	return ix.bleve.Close()
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
	generation := ix.generation.Load()
	if e, ok := ix.cache.get(id, generation); ok {
		return e, true, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, false, err
	}
	r, ok, err := ix.load(id)
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
func loadFrom(reader api.IndexReader, id string) (source, corpus.Reading, bool, error) {
	stored, err := snapshotOf(reader)
	if err != nil {
		return source{}, corpus.Reading{}, false, err
	}
	found, err := stored.named(sourceID(id), articleID(id))
	s, a := found[sourceID(id)], found[articleID(id)]
	if s == nil || a == nil || err != nil {
		return source{}, corpus.Reading{}, false, err
	}
	src, err := decodeSource(s[sourceField])
	if err != nil {
		return source{}, corpus.Reading{}, false, fmt.Errorf("article %s: %w", id, err)
	}
	whole := src.Article
	whole.Text = string(a[textField])
	r, err := decodeReading(a[readingField], whole)
	if err != nil {
		return source{}, corpus.Reading{}, false, fmt.Errorf("article %s: %w", id, err)
	}
	return src, r, true, nil
}

func (ix *Index) reader() (api.IndexReader, error) {
	ix.closing.RLock()
	defer ix.closing.RUnlock()
	if ix.closed {
		return nil, bleve.ErrorIndexClosed
	}
	advanced, err := ix.bleve.Advanced()
	if err != nil {
		return nil, err
	}
	return advanced.Reader()
}

// storedFields returns the stored fields of a document by name, nil where there is none.
func storedFields(reader api.IndexReader, docID string) (map[string][]byte, error) {
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
	e.once.Do(func() { e.tokens = ix.analyzer.Tokens(e.reading.Text) })
	return e.reading, e.tokens, true, nil
}
