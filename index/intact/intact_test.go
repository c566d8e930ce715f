package intact

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"
)

var errDamaged = errors.New("damaged")

func TestReadTellsDamageFromTheSystemsErrors(t *testing.T) {
	t.Parallel()
	_, missing := os.Open(filepath.Join(t.TempDir(), "missing"))
	for name, c := range map[string]struct {
		read    func() error
		damaged bool
		is      error
	}{
		"well":                  {func() error { return nil }, false, nil},
		"a panic":               {func() error { panic("page 7") }, true, nil},
		"a file that ends":      {func() error { return io.EOF }, true, io.EOF},
		"a file that is absent": {func() error { return missing }, false, fs.ErrNotExist},
		"damage that was told":  {func() error { return fmt.Errorf("page 7: %w", errDamaged) }, true, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := Read(errDamaged, c.read)
			if errors.Is(err, errDamaged) != c.damaged || c.is != nil && !errors.Is(err, c.is) || !c.damaged && c.is == nil && err != nil {
				t.Errorf("got %v", err)
			}
		})
	}
}

// written makes a file with a bucket in a bucket, and returns its bytes.
func written(t *testing.T, path string) []byte {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		outer, err := tx.CreateBucket([]byte("outer"))
		if err != nil {
			return err
		}
		inner, err := outer.CreateBucket([]byte("inner"))
		if err != nil {
			return err
		}
		return errors.Join(outer.Put([]byte("k"), []byte("shallow")), inner.Put([]byte("k"), make([]byte, 9000)))
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// inspected opens a file and inspects it, and returns the values that were shown.
func inspected(path string, refuse error) (values int, err error) {
	err = Read(errDamaged, func() error {
		db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, PreLoadFreelist: true})
		if err != nil {
			return err
		}
		defer db.Close()
		return Inspect(db, func([]byte) error {
			values++
			return refuse
		})
	})
	return values, err
}

func TestInspectReadsAllValues(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "whole.db")
	written(t, path)
	if n, err := inspected(path, nil); n != 2 || err != nil {
		t.Errorf("%d values, %v; want both", n, err)
	}
	if n, err := inspected(path, io.ErrUnexpectedEOF); n != 1 || !errors.Is(err, errDamaged) {
		t.Errorf("%d values, %v; want damage at the first", n, err)
	}
}

func TestInspectFindsAHeadThatIsNotAsItWasWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	whole := written(t, filepath.Join(dir, "whole.db"))
	size := os.Getpagesize()
	for name, content := range map[string][]byte{
		"the first head": append(make([]byte, 16), whole[16:]...),
		"the other head": append(append(whole[:size:size], make([]byte, 16)...), whole[size+16:]...),
		"all but heads":  whole[:2*size],
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := inspected(path, nil); !errors.Is(err, errDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The library maps more than there is of a short file, and takes what lies behind it for its
// pages: here those of other files, which are mapped one behind the other.
func TestInspectFindsAFileThatEndsTooEarlyBesideOthers(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	whole := written(t, filepath.Join(dir, "whole.db"))
	for i := range 20 {
		path := filepath.Join(dir, fmt.Sprint(i))
		written(t, path)
		db, err := bbolt.Open(path, 0o600, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
	}
	size := os.Getpagesize()
	for at := 2 * size; at < 8*size; at += size / 2 {
		path := filepath.Join(dir, fmt.Sprint("short", at))
		if err := os.WriteFile(path, whole[:at], 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := inspected(path, nil); !errors.Is(err, errDamaged) {
			t.Errorf("cut at %d: %v", at, err)
		}
	}
}

// A page that says that it is another has the library panic in a goroutine of its own.
func TestInspectFindsAPageThatIsNotWhereItWasWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	whole := written(t, filepath.Join(dir, "whole.db"))
	size := os.Getpagesize()
	found := 0
	for at := 2 * size; at < len(whole); at += size {
		other := append([]byte(nil), whole...)
		other[at]++
		path := filepath.Join(dir, fmt.Sprint("page", at/size))
		if err := os.WriteFile(path, other, 0o600); err != nil {
			t.Fatal(err)
		}
		switch n, err := inspected(path, nil); {
		case errors.Is(err, errDamaged):
			found++
		case err != nil || n != 2:
			t.Errorf("page %d: %d values, %v", at/size, n, err)
		}
	}
	if found == 0 {
		t.Error("no page was missed")
	}
}
