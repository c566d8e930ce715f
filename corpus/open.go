package corpus

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// errTooLarge says that a file or a line is over the limit.
var errTooLarge = errors.New("over the limit")

// sniffed is how many bytes at the start of a file show whether it is text.
const sniffed = 8 << 10

// file is one file to read, in a folder or in an archive.
type file struct {
	name string // its format goes by its end
	path string // what readers are shown
	key  string // what a missing id is made of
	open func() (io.ReadCloser, error)

	deep   int     // how many archives it stands in
	budget *budget // of the outermost archive; nil where it stands in none
}

// readFile reads the articles of one file. emit returns false to stop, and so does readFile.
func readFile(ctx context.Context, f file, limit int64, report func(Problem), emit func(draft) bool) bool {
	in, err := f.open()
	if err != nil {
		report(f.unread(err))
		return true
	}
	defer in.Close()
	kind := kindOf(f.name)
	if kind == zipFormat && !isPacked(f.name) {
		return source{file: f, limit: limit, report: report, emit: emit}.zip(ctx, in)
	}
	r, err := f.unpack(in)
	if err != nil {
		report(f.unread(err))
		return true
	}
	return source{file: f, limit: limit, report: report, emit: emit}.stream(ctx, kind, r)
}

// stream reads a file from its beginning to its end.
func (s source) stream(ctx context.Context, kind format, r *bufio.Reader) bool {
	switch kind {
	case linesFormat:
		return s.lines(ctx, s.utf8(r))
	case jsonFormat:
		return s.json(ctx, s.utf8(r))
	case csvFormat:
		return s.csv(ctx, s.utf8(r))
	case mboxFormat:
		return s.mbox(ctx, r)
	case warcFormat:
		return s.warc(ctx, r)
	case tarFormat:
		return s.tar(ctx, r)
	case zipFormat:
		return s.zip(ctx, r)
	}
	return s.document(kind, r)
}

// unpack returns what is in the file, unpacked where its name says that it is compressed.
func (f *file) unpack(in io.Reader) (*bufio.Reader, error) {
	if isPacked(f.name) {
		if f.budget == nil {
			f.budget = &budget{}
			in = packed{in, f.budget}
		}
		out, err := gzip.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("not gzip: %w", err)
		}
		in = unpacked{out, f.budget}
	}
	return bufio.NewReaderSize(in, 64<<10), nil
}

// unread returns the problem of a file that cannot be read, or not to its end.
func (f file) unread(err error) Problem {
	reason := cause(err)
	if errors.Is(err, errBomb) {
		return Problem{Path: f.path, Reason: err.Error()}
	}
	if errors.Is(err, io.ErrUnexpectedEOF) && isPacked(f.name) {
		reason = "the compressed data end too early"
	}
	return Problem{Path: f.path, Reason: "cannot be read: " + reason, Unread: true}
}

// source is a file that is being read.
type source struct {
	file   file
	limit  int64
	report func(Problem)
	emit   func(draft) bool

	skips   skips // of an archive: members of formats that are not read
	members *int  // of an archive: how many it has that are not hidden
}

// fail reports what is lost; line is 0 where the whole file is meant.
func (s source) fail(line int, reason string) {
	s.report(Problem{Path: s.file.path, Line: line, Reason: reason})
}

// repaired reports what was wrong with an article that is read all the same.
func (s source) repaired(line int, reason string) {
	s.report(Problem{Path: s.file.path, Line: line, Reason: reason, Repaired: true})
}

// document reads a file that is one article.
func (s source) document(kind format, r io.Reader) bool {
	data, ok := s.all(r)
	if !ok {
		return true
	}
	read := map[format]func([]byte) (draft, bool){
		textFormat: s.text, markdownFormat: s.markdown, htmlFormat: s.html, mailFormat: s.mail,
	}[kind]
	d, ok := read(data)
	if !ok {
		return true
	}
	if strings.TrimSpace(d.Text) == "" {
		s.fail(0, "no text in it")
		return true
	}
	return s.whole(d)
}

// whole emits the article that the file is.
func (s source) whole(d draft) bool {
	d.Path, d.file, d.key = s.file.path, s.file.path, s.file.key
	return s.emit(d)
}

// part emits one of the articles that the file holds; n is its line, or its number in an array.
func (s source) part(d draft, n, line int) bool {
	d.Path, d.file, d.line = fmt.Sprintf("%s#%d", s.file.path, n), s.file.path, line
	return s.emit(d)
}

// all reads a whole file within the limit; false means that the problem was reported.
func (s source) all(r io.Reader) ([]byte, bool) {
	data, err := io.ReadAll(io.LimitReader(r, s.limit+1))
	switch {
	case int64(len(data)) > s.limit:
		s.fail(0, tooLarge(s.limit))
	case err != nil:
		s.report(s.file.unread(err))
	case len(data) == 0:
		s.fail(0, "is empty")
	case len(bytes.TrimSpace(data)) == 0:
		s.fail(0, "only white space")
	default:
		return data, true
	}
	return nil, false
}

// tooLarge says that something is over the limit.
func tooLarge(limit int64) string { return fmt.Sprintf("over the limit of %d bytes", limit) }

// text reads plain text. Nothing is known of it but the text itself.
func (s source) text(data []byte) (draft, bool) {
	text, ok := s.decode(data)
	return draft{Article: Article{Text: text}}, ok
}
