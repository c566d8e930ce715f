package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"
)

// maxDepth bounds how many folders may stand in each other.
const maxDepth = 64

// walker visits the files of a root in order.
type walker struct {
	ctx    context.Context
	root   root
	report func(Problem)
	found  func(Entry) bool // false: stop

	linked  []fs.FileInfo // folders that were entered through a symbolic link
	skipped skips
}

// walk visits everything; false means that somebody wants no more.
func (w *walker) walk() bool {
	w.skipped = skips{}
	info, err := fs.Stat(w.root.fsys, w.root.start)
	if err != nil {
		w.unread(w.root.start, err)
		return true
	}
	more := false
	if info.IsDir() {
		more = w.folder(w.root.start, []fs.FileInfo{info})
	} else {
		more = w.visit(w.root.start, info)
	}
	w.skipped.tell(w.report)
	return more
}

// folder visits the entries of a folder; above holds it and the folders that it stands in.
func (w *walker) folder(name string, above []fs.FileInfo) bool {
	entries, err := fs.ReadDir(w.root.fsys, name)
	if err != nil {
		w.unread(name, err)
	}
	for _, e := range entries {
		if w.ctx.Err() != nil {
			return false
		}
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !w.entry(path.Join(name, e.Name()), e, above) {
			return false
		}
	}
	return true
}

// entry visits one entry of a folder.
func (w *walker) entry(name string, e fs.DirEntry, above []fs.FileInfo) bool {
	info, err := fs.Stat(w.root.fsys, name)
	link := e.Type()&fs.ModeSymlink != 0
	switch {
	case err != nil && link && errors.Is(err, fs.ErrNotExist):
		w.problem(name, "a symbolic link to nothing")
		return true
	case err != nil:
		w.unread(name, err)
		return true
	case !info.IsDir():
		return w.visit(name, info)
	case len(above) >= maxDepth:
		w.problem(name, fmt.Sprintf("more than %d folders deep", maxDepth))
		return true
	case link:
		same := func(x fs.FileInfo) bool { return os.SameFile(x, info) }
		if slices.ContainsFunc(above, same) || slices.ContainsFunc(w.linked, same) {
			w.problem(name, "a symbolic link to a folder that is read already")
			return true
		}
		w.linked = append(w.linked, info)
	}
	return w.folder(name, append(above[:len(above):len(above)], info))
}

// visit reads one file, if it is one that is read.
func (w *walker) visit(name string, info fs.FileInfo) bool {
	if w.ctx.Err() != nil {
		return false
	}
	if !info.Mode().IsRegular() {
		w.problem(name, "not a regular file")
		return true
	}
	if w.root.wants != nil && !w.root.wants(name) {
		return true
	}
	if kindOf(name) == unknownFormat {
		w.skipped.add(path.Ext(plainName(name)), w.root.pathOf(name))
		return true
	}
	return w.found(w.root.entry(name, info))
}

// settled is for how long a file must not have changed so that its time can be relied on:
// one that is written twice within the step of a clock has the same time twice. The coarsest
// clock is that of FAT, with two seconds.
const settled = 2 * time.Second

// entry returns the entry of a file.
func (r root) entry(name string, info fs.FileInfo) Entry {
	f := file{
		name: name, path: r.pathOf(name), key: path.Join(r.base, name),
		open: func() (io.ReadCloser, error) { return r.fsys.Open(name) },
	}
	return Entry{
		Path: f.path, Stamp: fmt.Sprintf("%d %d", info.Size(), info.ModTime().UnixNano()),
		outlet: r.outlet, many: holdsMany[kindOf(name)], steady: time.Since(info.ModTime()) > settled,
		read: func(ctx context.Context, limit int64, report func(Problem), emit func(draft) bool) bool {
			return readFile(ctx, f, limit, report, emit)
		},
	}
}

// problem reports something that was passed over.
func (w *walker) problem(name, reason string) {
	w.report(Problem{Path: w.root.pathOf(name), Reason: reason})
}

// unread reports something that is there and cannot be read.
func (w *walker) unread(name string, err error) {
	w.report(Problem{Path: w.root.pathOf(name), Reason: "cannot be read: " + cause(err), Unread: true})
}

// cause returns an error's message without the path, which the problem names already.
func cause(err error) string {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err.Error()
	}
	return err.Error()
}
