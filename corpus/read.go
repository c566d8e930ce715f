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
		emit := func(d draft) bool {
			a, ok := ids.name(d, report)
			return !ok || yield(a)
		}
		for t := range l.ahead(ctx, o.maxBytes()) {
			if ctx.Err() != nil || !t(report, emit) {
				return
			}
		}
	}
}

// task gives what was read of one entry, or reads it; false means that no more is wanted.
type task func(report func(Problem), emit func(draft) bool) bool

// ahead lists and sends a task for every entry and problem, in order. Entries that are one
// article are read ahead, a few at a time: parsing a page takes milliseconds, and fetching
// it longer. Archives of articles are read when their task runs, so that they stream. When
// ctx ends, so does the channel.
func (l Listing) ahead(ctx context.Context, limit int64) <-chan task {
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
			send(func(report func(Problem), _ func(draft) bool) bool { report(p); return true })
		}
		for e := range l(ctx, problem) {
			if !send(e.task(ctx, limit)) {
				return
			}
		}
	}()
	return tasks
}

// task starts to read an entry that is one article, and puts off any other.
func (e Entry) task(ctx context.Context, limit int64) task {
	if e.many {
		return func(report func(Problem), emit func(draft) bool) bool {
			return e.read(ctx, limit, report, e.outletOn(emit))
		}
	}
	var problems []Problem
	var drafts []draft
	done := make(chan struct{})
	go func() {
		defer close(done)
		e.read(ctx, limit, func(p Problem) { problems = append(problems, p) },
			e.outletOn(func(d draft) bool { drafts = append(drafts, d); return true }))
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
