package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// DefaultMaxBytes is the most bytes of one article's file, or of one line of JSONL.
const DefaultMaxBytes = 10 << 20

// Options say how articles are read. The zero value reads with the defaults.
type Options struct {
	// MaxBytes limits a file after decompression, so that a small archive cannot fill
	// the memory. JSONL and arrays of JSON hold many articles: there it limits each.
	// 0 means DefaultMaxBytes.
	MaxBytes int64
}

// maxBytes returns the limit that o asks for.
func (o Options) maxBytes() int64 {
	if o.MaxBytes <= 0 {
		return DefaultMaxBytes
	}
	return o.MaxBytes
}

// Problem is something that was wrong with what was read, in words for an operator.
type Problem struct {
	Path     string // as Article.Path, without "#LINE"
	Line     int    // from 1; 0 where no line is meant
	Reason   string
	Repaired bool // the article was read all the same
	Unread   bool // it is there but could not be read now: what was known of it may still hold
}

// String returns "path:line: reason" on one line.
func (p Problem) String() string {
	where := p.Path
	if p.Line > 0 {
		where = fmt.Sprintf("%s:%d", where, p.Line)
	}
	return oneLine(where + ": " + p.Reason)
}

// Read returns the articles of files and folders, in a fixed order: locations as given,
// folders by name of their entries, archives of articles from top to bottom.
//
// Folders are read with all folders in them; hidden files and folders are passed over.
// Formats go by the file's name: .txt, .md, .markdown, .html, .htm, .json, .jsonl and
// .ndjson, and any of them with .gz after it. An article's Path is the location joined
// with the path below it, with slashes.
//
// Every problem is given to report, which may be nil, while the articles are ranged
// over and from the same goroutine. Nothing that is wrong with one article stops the
// others. The error is for a location that does not exist or is of no kind that is
// read; nothing has been read then. When ctx ends, so do the articles.
func Read(ctx context.Context, locations []string, o Options, report func(Problem)) (iter.Seq[Article], error) {
	var roots []root
	for _, l := range locations {
		r, err := rootOf(l)
		if err != nil {
			return nil, err
		}
		same := func(x root) bool { return x.full == r.full }
		if !slices.ContainsFunc(roots, same) {
			roots = append(roots, r)
		}
	}
	return articles(ctx, roots, o, report), nil
}

// ReadFS returns the articles of a file system, such as one embedded in the program, as
// Read does for a folder. Paths are those of fsys.
func ReadFS(ctx context.Context, fsys fs.FS, o Options, report func(Problem)) iter.Seq[Article] {
	return articles(ctx, []root{{fsys: fsys, start: "."}}, o, report)
}

// root is a place that articles are read from.
type root struct {
	fsys     fs.FS
	start    string // the file or folder in fsys to begin with
	location string // what an article's path begins with
	full     string // the absolute path
	base     string // what the path begins with that ids are made of: the same from any working directory
}

// rootOf finds out what a location is.
func rootOf(location string) (root, error) {
	if scheme, _, ok := strings.Cut(location, "://"); ok && scheme != "" {
		return root{}, fmt.Errorf("%s: web addresses are not read: give a file or a folder", location)
	}
	if location == "" {
		return root{}, errors.New("an empty location: give a file or a folder")
	}
	clean := filepath.Clean(location)
	full, err := filepath.Abs(clean)
	if err != nil {
		return root{}, fmt.Errorf("%s: %w", location, err)
	}
	info, err := os.Stat(clean)
	slashed := filepath.ToSlash(clean)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return root{}, fmt.Errorf("%s: no such file or folder", location)
	case err == nil && info.IsDir():
		return root{fsys: os.DirFS(clean), start: ".", location: slashed, full: full, base: filepath.Base(full)}, nil
	case err == nil && kindOf(clean) == unknownFormat:
		return root{}, fmt.Errorf("%s: neither a folder nor a format that is read (%s)", location, formatNames)
	}
	return root{fsys: os.DirFS(filepath.Dir(clean)), start: filepath.Base(clean), location: path.Dir(slashed), full: full}, nil
}

// pathOf returns the path that readers are shown for a name in the file system.
func (r root) pathOf(name string) string {
	if r.location == "" {
		return name
	}
	return path.Join(r.location, name)
}

// articles runs the stages: walk, open, decode, clean, name.
func articles(ctx context.Context, roots []root, o Options, report func(Problem)) iter.Seq[Article] {
	if report == nil {
		report = func(Problem) {}
	}
	return func(yield func(Article) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		ids := newIdentities()
		emit := func(d draft) bool {
			a, ok := ids.name(d, report)
			return !ok || yield(a)
		}
		for t := range ahead(ctx, roots, o.maxBytes()) {
			if ctx.Err() != nil || !t(report, emit) {
				return
			}
		}
	}
}

// task gives what was read of one file, or reads it; false means that no more is wanted.
type task func(report func(Problem), emit func(draft) bool) bool

// ahead walks the roots and sends a task for every file and problem, in order. Files that
// are one article are read ahead, a few at a time: parsing a page takes milliseconds.
// Archives of articles are read when their task runs, so that they stream. When ctx
// ends, so does the channel.
func ahead(ctx context.Context, roots []root, limit int64) <-chan task {
	tasks := make(chan task, 2*runtime.GOMAXPROCS(0))
	send := func(t task) bool {
		select {
		case tasks <- t:
			return true
		case <-ctx.Done():
			return false
		}
	}
	go func() {
		defer close(tasks)
		for _, r := range roots {
			w := walker{ctx: ctx, root: r}
			w.report = func(p Problem) {
				send(func(report func(Problem), _ func(draft) bool) bool { report(p); return true })
			}
			w.file = func(f file) bool { return send(taskOf(ctx, f, limit)) }
			if !w.walk() {
				return
			}
		}
	}()
	return tasks
}

// taskOf starts to read a file that is one article, and puts off any other.
func taskOf(ctx context.Context, f file, limit int64) task {
	if kind := kindOf(f.name); kind == linesFormat || kind == jsonFormat {
		return func(report func(Problem), emit func(draft) bool) bool {
			return readFile(ctx, f, limit, report, emit)
		}
	}
	var problems []Problem
	var drafts []draft
	done := make(chan struct{})
	go func() {
		defer close(done)
		readFile(ctx, f, limit, func(p Problem) { problems = append(problems, p) },
			func(d draft) bool { drafts = append(drafts, d); return true })
	}()
	return func(report func(Problem), emit func(draft) bool) bool {
		<-done
		for _, p := range problems {
			report(p)
		}
		for _, d := range drafts {
			if !emit(d) {
				return false
			}
		}
		return true
	}
}
