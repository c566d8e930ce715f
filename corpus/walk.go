package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
)

// format is how a file is read.
type format int

const (
	unknownFormat format = iota
	textFormat
	markdownFormat
	htmlFormat
	jsonFormat
	linesFormat
)

// formats maps the end of a file's name to its format.
var formats = map[string]format{
	".txt": textFormat, ".md": markdownFormat, ".markdown": markdownFormat, ".html": htmlFormat, ".htm": htmlFormat,
	".json": jsonFormat, ".jsonl": linesFormat, ".ndjson": linesFormat,
}

// formatNames lists the formats for messages.
const formatNames = ".txt, .md, .html, .json, .jsonl, any of them .gz"

// kindOf returns the format of a file by its name.
func kindOf(name string) format { return formats[path.Ext(plainName(name))] }

// plainName returns a file's name in lower case and without ".gz".
func plainName(name string) string { return strings.TrimSuffix(strings.ToLower(name), ".gz") }

// isPacked says whether a file is compressed, by its name.
func isPacked(name string) bool { return strings.HasSuffix(strings.ToLower(name), ".gz") }

// file is one file to read.
type file struct {
	fsys fs.FS
	name string // in fsys
	path string // what readers are shown
	key  string // what a missing id is made of
}

// maxDepth bounds how many folders may stand in each other.
const maxDepth = 64

// walker visits the files of a root in order.
type walker struct {
	ctx    context.Context
	root   root
	report func(Problem)
	file   func(file) bool // false: stop

	linked  []fs.FileInfo // folders that were entered through a symbolic link
	skipped map[string]skip
}

// skip counts the files with one ending that is not read.
type skip struct {
	first string
	files int
}

// walk visits everything; false means that somebody wants no more.
func (w *walker) walk() bool {
	w.skipped = map[string]skip{}
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
	for _, ext := range slices.Sorted(maps.Keys(w.skipped)) {
		s := w.skipped[ext]
		w.report(Problem{Path: w.root.pathOf(s.first), Reason: s.reason(ext)})
	}
	return more
}

// reason says why files were skipped.
func (s skip) reason(ext string) string {
	what := "no ending"
	if ext != "" {
		what = "ending " + ext
	}
	if s.files > 1 {
		what += fmt.Sprintf(", as have %d more files", s.files-1)
	}
	return "has " + what + ", not a format that is read (" + formatNames + ")"
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
	if kindOf(name) == unknownFormat {
		ext := path.Ext(plainName(name))
		s, seen := w.skipped[ext]
		if !seen {
			s.first = name
		}
		s.files++
		w.skipped[ext] = s
		return true
	}
	return w.file(file{fsys: w.root.fsys, name: name, path: w.root.pathOf(name), key: path.Join(w.root.base, name)})
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
