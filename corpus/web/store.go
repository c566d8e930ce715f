package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// Record is what an address gave when it was fetched last.
type Record struct {
	ETag, LastModified string // what the site knows this state by; "" where it has none
	URL                string // where it was found in the end
	Type               string // Content-Type
	Body               []byte
	Fetched            time.Time // when the site was last asked
	Stamp              string    // what the feed or sitemap said then
}

// Store remembers what was fetched. It can be lost: then everything is fetched again. It
// may be used by several goroutines at once.
type Store interface {
	Get(address string) (Record, bool)
	Put(address string, r Record) error
}

// Memory is a store that ends with the program.
type Memory struct {
	mu      sync.Mutex
	records map[string]Record
}

// NewMemory returns an empty store.
func NewMemory() *Memory { return &Memory{records: map[string]Record{}} }

// Get returns a record.
func (m *Memory) Get(address string) (Record, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	r, ok := m.records[address]
	return r, ok
}

// Put keeps a record.
func (m *Memory) Put(address string, r Record) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.records[address] = r
	return nil
}

// Folder is a store in a folder of its own: a gzip file for each address, named by the
// SHA-256 of the address.
type Folder struct{ dir string }

// keptFor is how long a record is kept that nobody asked for.
const keptFor = 90 * 24 * time.Hour

// Names of a store's files end in recordEnd; one that is being written begins with unfinished.
const (
	recordEnd  = ".page"
	unfinished = "new-"
)

// NewFolder returns the store in a folder, which is made where it is missing.
func NewFolder(dir string) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("the store of fetched pages: %w", err)
	}
	return &Folder{dir}, nil
}

// Prune removes what nobody asked for in 90 days before now.
func (f *Folder) Prune(now time.Time) error {
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return fmt.Errorf("the store of fetched pages: %w", err)
	}
	for _, e := range entries {
		info, err := e.Info()
		ours := filepath.Ext(e.Name()) == recordEnd || strings.HasPrefix(e.Name(), unfinished)
		if err != nil || !ours || now.Sub(info.ModTime()) < keptFor {
			continue
		}
		if err := os.Remove(filepath.Join(f.dir, e.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("the store of fetched pages: %w", err)
		}
	}
	return nil
}

// file returns the file of an address.
func (f *Folder) file(address string) string {
	sum := sha256.Sum256([]byte(address))
	return filepath.Join(f.dir, hex.EncodeToString(sum[:16])+recordEnd)
}

// Get returns a record; one that is broken or missing is not there.
func (f *Folder) Get(address string) (Record, bool) {
	data, err := os.ReadFile(f.file(address))
	if err != nil {
		return Record{}, false
	}
	r, err := unpacked(data)
	return r, err == nil
}

// unpacked reads a file of the store.
func unpacked(data []byte) (Record, error) {
	in, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return Record{}, err
	}
	whole, err := io.ReadAll(io.LimitReader(in, 1<<30))
	if err != nil {
		return Record{}, err
	}
	var r Record
	return r, gob.NewDecoder(bytes.NewReader(whole)).Decode(&r)
}

// Put keeps a record: the whole of it or, after a crash, the one before.
func (f *Folder) Put(address string, r Record) error {
	var b bytes.Buffer
	out := gzip.NewWriter(&b)
	if err := errors.Join(gob.NewEncoder(out).Encode(r), out.Close()); err != nil {
		return fmt.Errorf("the store of fetched pages: %w", err)
	}
	temporary, err := os.CreateTemp(f.dir, unfinished+"*")
	if err != nil {
		return fmt.Errorf("the store of fetched pages: %w", err)
	}
	_, err = temporary.Write(b.Bytes())
	if err = errors.Join(err, temporary.Close()); err == nil {
		err = os.Rename(temporary.Name(), f.file(address))
	}
	if err != nil {
		_ = os.Remove(temporary.Name())
		return fmt.Errorf("the store of fetched pages: %w", err)
	}
	return nil
}
