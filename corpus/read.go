package corpus

import (
	"context"
	"fmt"
	"io/fs"
	"iter"
	"runtime"
)

// DefaultMaxBytes is the most bytes of one article's file, or of one line of JSONL.
const DefaultMaxBytes = 10 << 20

// Options say how articles are read. The zero value reads with the defaults.
type Options struct {
	// MaxBytes limits a file after decompression, so that a small archive cannot fill
	// the memory. JSONL and arrays of JSON hold many articles: there it limits each.
	// 0 means DefaultMaxBytes.
	MaxBytes int64

	// Known says what article a file gave when it was read last with this path and stamp:
	// its id, and the digest of its content, which is its Hash without a path. Such a file is
	// not read, and its article comes as unchanged. It is called from another goroutine than
	// the articles are ranged over. nil: every file is read.
	Known func(path, stamp string) (id, content string, ok bool)
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
	Reason   string // "" where nothing is wrong and Unread alone is meant
	Repaired bool   // the article was read all the same
	Unread   bool   // it is there but was not read now: what was known of it may still hold
}

// String returns "path:line: reason" on one line.
func (p Problem) String() string {
	where := p.Path
	if p.Line > 0 {
		where = fmt.Sprintf("%s:%d", where, p.Line)
	}
	return oneLine(where + ": " + p.Reason)
}

// Read returns the articles of files and folders: those of Files(locations), read.
//
// Every problem is given to report, which may be nil, while the articles are ranged
// over and from the same goroutine. Nothing that is wrong with one article stops the
// others. The error is for a location that does not exist or is of no kind that is
// read; nothing has been read then. When ctx ends, so do the articles.
func Read(ctx context.Context, locations []string, o Options, report func(Problem)) (iter.Seq[Article], error) {
	var all []Location
	for _, l := range locations {
		all = append(all, Location{Place: l})
	}
	listing, err := Files(all)
	if err != nil {
		return nil, err
	}
	return listing.Articles(ctx, o, report), nil
}

// ReadFS returns the articles of a file system, such as one embedded in the program, as
// Read does for a folder. Paths are those of fsys.
func ReadFS(ctx context.Context, fsys fs.FS, o Options, report func(Problem)) iter.Seq[Article] {
	return filesOf([]root{{fsys: fsys, start: "."}}).Articles(ctx, o, report)
}

// Articles reads what is listed, in the order of the listing: the stages after listing,
// which are to fetch, to extract, to date and to name. Every problem is given to report,
// which may be nil, while the articles are ranged over and from the same goroutine. When
// ctx ends, so do the articles.
func (l Listing) Articles(ctx context.Context, o Options, report func(Problem)) iter.Seq[Article] {
	if report == nil {
		report = func(Problem) {}
	}
	return func(yield func(Article) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		ids := newIdentities()
		out := sink{
			report: report,
			emit: func(d draft) bool {
				a, ok := ids.name(d, report)
				return !ok || yield(a)
			},
			same: func(a Article, content string) (free, more bool) {
				free = ids.claim(a, content)
				return free, !free || yield(a)
			},
		}
		for t := range l.ahead(ctx, o) {
			if ctx.Err() != nil || !t(out) {
				return
			}
		}
	}
}

// sink takes what is read. emit and same say whether more is wanted.
type sink struct {
	report func(Problem)
	emit   func(draft) bool
	// same takes an article whose file was not read; it is not free where another has its id
	// or its content, so that the file has to be read after all.
	same func(a Article, content string) (free, more bool)
}

// task gives what was read of one entry, or reads it; false means that no more is wanted.
type task func(sink) bool

// ahead lists and sends a task for every entry and problem, in order. Entries that are one
// article are read ahead, a few at a time: parsing a page takes milliseconds, and fetching
// it longer. Archives of articles are read when their task runs, so that they stream. When
// ctx ends, so does the channel.
func (l Listing) ahead(ctx context.Context, o Options) <-chan task {
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
		problem := func(p Problem) {
			send(func(out sink) bool {
				out.report(p)
				return true
			})
		}
		for e := range l(ctx, problem) {
			if !send(e.task(ctx, o)) {
				return
			}
		}
	}()
	return tasks
}

// task starts to read an entry that is one article, and puts off any other.
func (e Entry) task(ctx context.Context, o Options) task {
	limit := o.maxBytes()
	if e.many {
		return func(out sink) bool { return e.read(ctx, limit, out.report, e.outletOn(out.emit)) }
	}
	stamp := e.stamp(o)
	if stamp == "" || o.Known == nil {
		return e.whole(ctx, limit, stamp)
	}
	id, content, ok := o.Known(e.Path, stamp)
	if !ok {
		return e.whole(ctx, limit, stamp)
	}
	return func(out sink) bool {
		free, more := out.same(Article{ID: id, Path: e.Path, Stamp: stamp, Unchanged: true}, content)
		if !free {
			return e.whole(ctx, limit, stamp)(out)
		}
		return more
	}
}

// readers counts the ways in which the same file was read by versions of the program: it
// goes up by one where a reader learns something, so that files are read again.
const readers = 1

// stamp returns what tells that the entry, read with these options, gives what it gave; ""
// where nothing does.
func (e Entry) stamp(o Options) string {
	if !e.steady {
		return ""
	}
	return fmt.Sprintf("%d %d %s %s", readers, o.maxBytes(), e.Stamp, e.outlet)
}

// whole starts to read an entry that is one article.
func (e Entry) whole(ctx context.Context, limit int64, stamp string) task {
	var problems []Problem
	var drafts []draft
	done := make(chan struct{})
	go func() {
		defer close(done)
		e.read(ctx, limit, func(p Problem) { problems = append(problems, p) },
			e.outletOn(func(d draft) bool { drafts = append(drafts, d); return true }))
	}()
	return func(out sink) bool {
		<-done
		for _, p := range problems {
			out.report(p)
		}
		for _, d := range drafts {
			if len(problems) == 0 { // else they are to be told again
				d.Stamp = stamp
			}
			if !out.emit(d) {
				return false
			}
		}
		return true
	}
}
