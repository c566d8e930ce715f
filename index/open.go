package index

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// Errors of Open and OpenReadOnly.
var (
	// ErrLocked says that another process holds the index.
	ErrLocked = errors.New("another process holds the index")
	// ErrMissing says that there is no index that this program can read: none was
	// built, the building was cut short, or another version built it.
	ErrMissing = errors.New("there is no index yet")
	// ErrDamaged says that there is an index, and that it cannot be trusted: files of it are
	// missing or are not as they were written. It has to be built anew.
	ErrDamaged = errors.New("the index is damaged")
)

// lockWait is how long Open waits for another process to let go.
const lockWait = "500ms"

// Open opens the index in a directory for reading and writing and creates it where it is
// missing. One process at a time can: ErrLocked says that another one does. An index that is
// damaged is left where it is, and one that the next refresh fills takes its place: see Lost.
func Open(dir string) (*Index, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("index %s: %w", dir, err)
	}
	ix, lost, err := newest(dir, false)
	if err == nil && ix == nil {
		ix, err = create(dir)
	}
	if err != nil {
		return nil, fmt.Errorf("index %s: %w", dir, err)
	}
	if ix.lost = lost; !ix.Refreshed().IsZero() {
		if err := sweep(dir, ix.folder); err != nil {
			return nil, errors.Join(fmt.Errorf("index %s: %w", dir, err), ix.Close())
		}
	}
	return ix, nil
}

// OpenReadOnly opens a whole index for reading; several processes can at a time, unless
// one has it open for writing (ErrLocked). ErrMissing and ErrDamaged say that it has to be
// built first.
func OpenReadOnly(dir string) (*Index, error) {
	ix, lost, err := newest(dir, true)
	if err == nil && ix == nil {
		err = cmp.Or(lost, ErrMissing)
	}
	if err != nil {
		return nil, fmt.Errorf("index %s: %w", dir, err)
	}
	return ix, nil
}

// Lost returns what kept Open from the index that was there, an ErrDamaged, and nil where
// nothing did. Until the next refresh has come to its end the index holds less than it did.
func (ix *Index) Lost() error {
	if ix.Refreshed().IsZero() {
		return ix.lost
	}
	return nil
}

// newest opens the newest whole index in a directory or, for writing, the newest that was
// begun where none is whole; nil where there is neither. lost is an index that was there and
// is damaged.
func newest(dir string, readOnly bool) (found *Index, lost, err error) {
	all, err := homesIn(dir)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range all {
		ix, err := openHome(dir, f, readOnly)
		switch {
		case errors.Is(err, ErrDamaged):
			lost = cmp.Or(lost, err)
		case errors.Is(err, ErrMissing) && readOnly:
		case errors.Is(err, ErrMissing):
			if err := os.RemoveAll(filepath.Join(dir, f.name)); err != nil {
				return nil, nil, errors.Join(err, closed(found))
			}
		case err != nil:
			return nil, nil, errors.Join(err, closed(found))
		case !ix.Refreshed().IsZero():
			if err := closed(found); err != nil {
				return nil, nil, errors.Join(err, ix.Close())
			}
			return ix, nil, nil
		case found == nil && !readOnly && !ix.isOutdated():
			found = ix
		default:
			if err := ix.Close(); err != nil {
				return nil, nil, errors.Join(err, closed(found))
			}
		}
	}
	return found, lost, nil
}

// closed closes an index, or none.
func closed(ix *Index) error {
	if ix == nil {
		return nil
	}
	return ix.Close()
}

// openHome opens the index in a folder. ErrMissing says that its making was cut short
// before it held a first article.
func openHome(dir string, f home, readOnly bool) (*Index, error) {
	path := filepath.Join(dir, f.name)
	segments, err := inspect(path)
	if err != nil {
		return nil, err
	}
	ix, err := openBleve(dir, f, true) // which changes nothing, and merges no segments
	if err != nil {
		return nil, err
	}
	if err := ix.hasSegments(segments); err != nil || readOnly {
		return ix, discarded(ix, err)
	}
	if err := ix.Close(); err != nil {
		return nil, err
	}
	if ix, err = openBleve(dir, f, false); err != nil {
		return nil, err
	}
	return ix, discarded(ix, markUnclean(path))
}

// discarded closes an index where something went wrong, and returns what.
func discarded(ix *Index, err error) error {
	if err == nil {
		return nil
	}
	return errors.Join(err, ix.bleve.now.Close())
}

// openBleve opens an index with Bleve, which takes for granted that its files are well.
func openBleve(dir string, f home, readOnly bool) (*Index, error) {
	var b bleve.Index
	err := sound(func() (err error) {
		b, err = bleve.OpenUsing(filepath.Join(dir, f.name), map[string]any{"bolt_timeout": lockWait, "read_only": readOnly})
		return err
	})
	if err != nil {
		return nil, err
	}
	ix := newIndex(b, dir)
	ix.folder, ix.readOnly = f.name, readOnly
	return ix, nil
}

func locked() error {
	return fmt.Errorf("%w (is the bot or a refresh running?)", ErrLocked)
}

// hasSegments returns an error where Bleve has opened another state than the last one, which
// has so many segments.
func (ix *Index) hasSegments(n int) error {
	reader, err := ix.reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	if len(reader.segments) != n {
		return fmt.Errorf("%w: only %d of %d segments can be read", ErrDamaged, len(reader.segments), n)
	}
	return nil
}

// isOutdated says whether the index holds something of another making than this program's.
func (ix *Index) isOutdated() bool {
	made, err := ix.bleve.GetInternal(makingKey)
	if err != nil || cmp.Or(string(made), "1") == making {
		return false
	}
	empty, err := ix.isEmpty()
	return err == nil && !empty
}

// create makes an empty index in a folder of its own, newer than all that there are. The
// folder gets its name when all is there, so that no other process meets it by halves.
func create(dir string) (*Index, error) {
	all, err := homesIn(dir)
	if err != nil {
		return nil, err
	}
	next := numberedHome(1)
	if len(all) > 0 {
		next = numberedHome(all[0].number + 1)
	}
	path := filepath.Join(dir, next.name)
	if err := makeEmpty(path + newSuffix); err != nil {
		return nil, errors.Join(err, os.RemoveAll(path+newSuffix))
	}
	err = os.Rename(path+newSuffix, path)
	if _, there := os.Stat(path); err != nil && there == nil { // another process was faster
		return nil, locked()
	}
	if err != nil {
		return nil, err
	}
	ix, err := openBleve(dir, next, false)
	if err != nil {
		return nil, err
	}
	return ix, discarded(ix, markUnclean(path))
}

// makeEmpty makes an empty index in a folder, in place of what a process left there that
// died when it did so.
func makeEmpty(path string) error {
	if err := os.RemoveAll(path); err != nil {
		return err
	}
	b, err := bleve.NewUsing(path, newMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return err
	}
	return b.Close()
}

// Close releases the index; every later use of it gives an error. A second Close does
// nothing and returns nil.
func (ix *Index) Close() error {
	first, err := ix.bleve.close()
	if !first || err != nil || ix.dir == "" || ix.readOnly {
		return err
	}
	return os.Remove(filepath.Join(ix.dir, ix.folder, uncleanFile))
}
