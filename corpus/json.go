package corpus

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// The formats of JSON that are read.
//
// An article is an object {"id","title","outlet","author","url","published","text"}: strings,
// all but text optional, other keys ignored. published is 2025-01-22 or a time of RFC 3339.
// Where a key stands twice the last one counts. A .jsonl file has one article a line. A .json
// file has one article, an array of articles, or one article a line. An article of the Reuters
// corpus of 1987 takes 900 bytes on average, one of today's web news about 5,000.

// wire is an article as JSON has it.
type wire struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Outlet    string `json:"outlet"`
	Author    string `json:"author"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Text      string `json:"text"`
}

// stated returns what the object says of the article.
func (w wire) stated() stated {
	return stated{id: w.ID, title: w.Title, outlet: w.Outlet, author: w.Author, url: w.URL, published: w.Published}
}

// articleKeys are the keys of an article, the text first: without it the rest is moot.
var articleKeys = []string{"text", "id", "title", "outlet", "author", "url", "published"}

// article reads one object; false means that the problem was reported.
func (s source) article(data []byte, line int) (draft, bool) {
	var w wire
	if err := json.Unmarshal(data, &w); err != nil {
		_, ok := errors.AsType[*json.UnmarshalTypeError](err)
		if !ok || bytes.TrimSpace(data)[0] != '{' {
			s.fail(line, "broken JSON: "+jsonReason(err))
			return draft{}, false
		}
		if w, ok = s.lenient(data, line); !ok {
			return draft{}, false
		}
	}
	if strings.TrimSpace(w.Text) == "" {
		s.fail(line, "no text in it")
		return draft{}, false
	}
	if !utf8.Valid(data) {
		s.repaired(line, "invalid UTF-8 replaced")
	}
	if key := repeatedKey(data); key != "" {
		s.repaired(line, "the key \""+key+"\" stands twice: the last one counts")
	}
	return w.stated().draft(w.Text, func(reason string) { s.repaired(line, reason) }), true
}

// lenient reads an object in which a value is of the wrong type, without that value.
// A number serves as an id. False means that it is the text that is wrong.
func (s source) lenient(data []byte, line int) (wire, bool) {
	var raw map[string]json.RawMessage
	var w wire
	if err := json.Unmarshal(data, &raw); err != nil {
		s.fail(line, "broken JSON: "+jsonReason(err))
		return w, false
	}
	fields := map[string]*string{"id": &w.ID, "title": &w.Title, "outlet": &w.Outlet, "author": &w.Author,
		"url": &w.URL, "published": &w.Published, "text": &w.Text}
	for _, key := range articleKeys {
		value := raw[key]
		switch {
		case len(value) == 0 || json.Unmarshal(value, fields[key]) == nil:
		case key == "id" && json.Unmarshal(value, new(json.Number)) == nil:
			w.ID = string(value)
		case key == "text":
			s.fail(line, "text is not a string")
			return w, false
		default:
			s.repaired(line, key+" is not a string: left out")
		}
	}
	return w, true
}

// jsonReason words an error of the decoder for an operator.
func jsonReason(err error) string {
	if _, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return "not an object"
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

// repeatedKey returns a key of an article that stands twice in the object, or "".
func repeatedKey(data []byte) string {
	for _, key := range articleKeys {
		if bytes.Count(data, []byte(`"`+key+`"`)) > 1 && countKey(data, key) > 1 {
			return key
		}
	}
	return ""
}

// countKey counts how often an object has a key.
func countKey(data []byte, key string) int {
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		return 0
	}
	n := 0
	for d.More() {
		t, err := d.Token()
		if t == key {
			n++
		}
		var value json.RawMessage
		if err != nil || d.Decode(&value) != nil {
			break
		}
	}
	return n
}

// lines reads one article a line.
func (s source) lines(ctx context.Context, r *bufio.Reader) bool {
	some := false
	for n := 1; ctx.Err() == nil; n++ {
		line, err := readLine(r, s.limit)
		if n == 1 {
			if bytes.IndexByte(line[:min(len(line), sniffed)], 0) >= 0 {
				s.fail(0, "is binary, not text")
				return true
			}
		}
		if errors.Is(err, errTooLarge) {
			some = true
			s.fail(n, tooLarge(s.limit))
			continue
		}
		// The last line of a file that breaks off is no whole line.
		if len(bytes.TrimSpace(line)) > 0 && (err == nil || errors.Is(err, io.EOF)) {
			some = true
			if d, ok := s.article(line, n); ok && !s.part(d, n, n) {
				return false
			}
		}
		if err != nil {
			s.end(err, some)
			return true
		}
	}
	return false
}

// end reports how a file with many articles ended.
func (s source) end(err error, some bool) {
	if !errors.Is(err, io.EOF) {
		s.report(s.file.unread(err))
	} else if !some {
		s.fail(0, "is empty")
	}
}

// readLine returns the next line without its end. With errTooLarge the line was passed
// over; with any other error it is the last one.
func readLine(r *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		part, err := r.ReadSlice('\n')
		if int64(len(line)+len(part)) > limit+1 {
			tooLong, line = true, nil
		}
		if !tooLong {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if tooLong && (err == nil || errors.Is(err, io.EOF)) {
			return nil, errTooLarge
		}
		return bytes.TrimSuffix(line, []byte("\n")), err
	}
}

// json reads a .json file, by how it begins.
func (s source) json(ctx context.Context, r *bufio.Reader) bool {
	head, _ := r.Peek(r.Size())
	start := bytes.TrimLeft(head, " \t\r\n")
	if bytes.HasPrefix(start, []byte("[")) {
		return s.array(ctx, r)
	}
	if first, rest, ok := bytes.Cut(start, []byte("\n")); ok && json.Valid(first) && len(bytes.TrimSpace(rest)) > 0 {
		return s.lines(ctx, r)
	}
	data, ok := s.all(r)
	if !ok {
		return true
	}
	if isBinary(data) {
		s.fail(0, "is binary, not text")
		return true
	}
	if d, ok := s.article(data, 0); ok {
		return s.whole(d)
	}
	return true
}

// array reads the articles of an array one by one. An article's path has its number in
// the array after the "#"; problems give its line.
func (s source) array(ctx context.Context, r *bufio.Reader) bool {
	in := &countingReader{r: r, line: 1, allowance: s.limit + arraySlack}
	d := json.NewDecoder(in)
	_, err := d.Token()
	n := 0
	for ; err == nil && d.More(); n++ {
		if ctx.Err() != nil {
			return false
		}
		in.allowance = d.InputOffset() + s.limit + arraySlack
		var item json.RawMessage
		if err = d.Decode(&item); err == nil && !s.item(in, d.InputOffset(), item, n+1) {
			return false
		}
	}
	if err == nil {
		_, err = d.Token()
	}
	switch {
	case err != nil:
		s.broken(err, in, d.InputOffset(), max(n, 1))
	case n == 0:
		s.fail(0, "is empty")
	}
	return true
}

// item reads the nth article of an array, which ends at an offset.
func (s source) item(in *countingReader, end int64, item []byte, n int) bool {
	line := in.lineAt(end - int64(len(item)))
	if int64(len(item)) > s.limit {
		s.fail(line, tooLarge(s.limit))
		return true
	}
	a, ok := s.article(item, line)
	return !ok || s.part(a, n, line)
}

// broken reports that an array cannot be read on from an item.
func (s source) broken(err error, in *countingReader, offset int64, item int) {
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		offset = max(offset, min(e.Offset, in.read))
	}
	switch {
	case in.failed != nil:
		s.report(s.file.unread(in.failed))
	case errors.Is(err, errTooLarge):
		s.fail(in.lineAt(offset), fmt.Sprintf("item %d is %s: it and all after it are not read", item, tooLarge(s.limit)))
	default:
		s.fail(in.lineAt(offset), fmt.Sprintf("broken JSON, nothing is read after item %d: %s", item, jsonReason(err)))
	}
}

// arraySlack is how many bytes a decoder may read ahead of an item.
const arraySlack = 1 << 17

// countingReader counts lines, and refuses to read on where one item takes too much.
type countingReader struct {
	r         io.Reader
	read      int64
	allowance int64   // the offset up to which may be read
	breaks    []int64 // offsets of line feeds that have not been counted
	line      int     // the line after those that have been
	failed    error   // why reading stopped before the end of the file
}

// Read reads on, and notes where lines end.
func (c *countingReader) Read(p []byte) (int, error) {
	if c.read > c.allowance {
		return 0, errTooLarge
	}
	n, err := c.r.Read(p)
	for i, b := range p[:n] {
		if b == '\n' {
			c.breaks = append(c.breaks, c.read+int64(i))
		}
	}
	c.read += int64(n)
	if err != nil && !errors.Is(err, io.EOF) {
		c.failed = err
	}
	return n, err
}

// lineAt returns the line of an offset; offsets never go back.
func (c *countingReader) lineAt(offset int64) int {
	i := 0
	for i < len(c.breaks) && c.breaks[i] < offset {
		i++
	}
	c.breaks, c.line = c.breaks[i:], c.line+i
	return c.line
}
