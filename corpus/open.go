package corpus

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// errTooLarge says that a file or a line is over the limit.
var errTooLarge = errors.New("over the limit")

// sniffed is how many bytes at the start of a file show whether it is text.
const sniffed = 8 << 10

// readFile reads the articles of one file. emit returns false to stop, and so does readFile.
func readFile(ctx context.Context, f file, limit int64, report func(Problem), emit func(draft) bool) bool {
	in, err := f.open()
	if err != nil {
		report(f.unread(err))
		return true
	}
	defer in.Close()
	r := bufio.NewReaderSize(in, 64<<10)
	s := source{file: f, limit: limit, report: report, emit: emit}
	switch kindOf(f.name) {
	case linesFormat:
		return s.lines(ctx, r)
	case jsonFormat:
		return s.json(ctx, r)
	}
	return s.document(r)
}

// open opens the file, and unpacks it where its name says that it is compressed.
func (f file) open() (io.ReadCloser, error) {
	in, err := f.fsys.Open(f.name)
	if err != nil || !isPacked(f.name) {
		return in, err
	}
	unpacked, err := gzip.NewReader(in)
	if err != nil {
		in.Close()
		return nil, fmt.Errorf("not gzip: %w", err)
	}
	return packed{Reader: unpacked, file: in}, nil
}

// packed is a compressed file that is open.
type packed struct {
	*gzip.Reader
	file fs.File
}

// Close closes the file.
func (p packed) Close() error { return p.file.Close() }

// unread returns the problem of a file that cannot be read, or not to its end.
func (f file) unread(err error) Problem {
	reason := cause(err)
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
func (s source) document(r io.Reader) bool {
	data, ok := s.all(r)
	if !ok {
		return true
	}
	read := map[format]func([]byte) (draft, bool){
		textFormat: s.text, markdownFormat: s.markdown, htmlFormat: s.html,
	}[kindOf(s.file.name)]
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

// decode turns the bytes of a file into valid UTF-8 without a byte order mark; false means
// that they are no text, which was reported.
func (s source) decode(data []byte) (string, bool) {
	if text, ok := decodeUTF16(data); ok {
		s.repaired(0, "was UTF-16")
		return text, true
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if isBinary(data) {
		s.fail(0, "is binary, not text")
		return "", false
	}
	if !utf8.Valid(data) {
		s.repaired(0, "invalid UTF-8 replaced")
		return strings.ToValidUTF8(string(data), "\ufffd"), true
	}
	return string(data), true
}

// decodeUTF16 decodes text that begins with the byte order mark of UTF-16; false where
// it does not, or does not hold UTF-16 text.
func decodeUTF16(data []byte) (string, bool) {
	var order binary.ByteOrder = binary.LittleEndian
	switch {
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		order = binary.BigEndian
	case !bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return "", false
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	text := string(utf16.Decode(units))
	return text, !isBinary([]byte(text))
}

// isBinary says whether data hold a NUL or mostly control characters at the start.
func isBinary(data []byte) bool {
	head := data[:min(len(data), sniffed)]
	controls := 0
	for _, c := range head {
		switch {
		case c == 0:
			return true
		case c < ' ' && !strings.ContainsRune("\t\n\v\f\r", rune(c)), c == 0x7F:
			controls++
		}
	}
	return controls*10 > len(head)*3
}
