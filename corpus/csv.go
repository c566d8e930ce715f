package corpus

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// A .csv file is a table of RFC 4180 whose first row names the columns, such as an export of
// a spreadsheet: commas, semicolons, tabs or bars part them, whichever the first row has
// most of. The names are those of tableColumns, in any case; other columns are ignored. One
// row is one article.

// tableColumns says what the names of columns mean, the usual one first.
var tableColumns = []struct {
	names []string
	field func(*wire) *string
}{
	{strings.Fields("text body content article full_text fulltext articlebody article_text story"), func(w *wire) *string { return &w.Text }},
	{strings.Fields("id guid"), func(w *wire) *string { return &w.ID }},
	{strings.Fields("title headline"), func(w *wire) *string { return &w.Title }},
	{strings.Fields("outlet publication publisher newspaper source site"), func(w *wire) *string { return &w.Outlet }},
	{strings.Fields("author authors byline"), func(w *wire) *string { return &w.Author }},
	{strings.Fields("url link address"), func(w *wire) *string { return &w.URL }},
	{strings.Fields("published date published_at publish_date publication_date pubdate published_date datetime"), func(w *wire) *string { return &w.Published }},
}

// csv reads the rows of a table.
func (s source) csv(ctx context.Context, r *bufio.Reader) bool {
	head, _ := r.Peek(r.Size())
	if bytes.IndexByte(head[:min(len(head), sniffed)], 0) >= 0 {
		s.fail(0, "is binary, not text")
		return true
	}
	in := &countingReader{r: r, line: 1, allowance: s.limit + arraySlack}
	table := csv.NewReader(in)
	table.Comma, table.FieldsPerRecord, table.ReuseRecord, table.LazyQuotes = delimiter(head), -1, true, true
	names, err := table.Read()
	if err != nil {
		return s.endTable(in, err, false)
	}
	fields := fieldsOf(names)
	if fields == nil {
		s.fail(1, "no column is named text (or "+strings.Join(tableColumns[0].names[1:4], ", ")+")")
		return true
	}
	for some := false; ctx.Err() == nil; some = true {
		in.allowance = table.InputOffset() + s.limit + arraySlack
		row, err := table.Read()
		if err != nil {
			return s.endTable(in, err, some)
		}
		in.lineAt(table.InputOffset()) // so that it forgets the lines before
		line, _ := table.FieldPos(0)
		if d, ok := s.row(fields, row, line); ok && !s.part(d, line, line) {
			return false
		}
	}
	return false
}

// endTable reports how a table ended; some says whether it had a row under its header.
func (s source) endTable(in *countingReader, err error, some bool) bool {
	parse, broken := errors.AsType[*csv.ParseError](err)
	switch {
	case errors.Is(err, io.EOF):
		s.end(err, some)
	case in.failed != nil:
		s.report(s.file.unread(in.failed))
	case errors.Is(err, errTooLarge):
		s.fail(0, fmt.Sprintf("a row near byte %d is %s: it and all after it are not read", in.read, tooLarge(s.limit)))
	case broken:
		s.fail(parse.StartLine, "broken table: "+parse.Err.Error())
	default:
		s.fail(0, "broken table: "+err.Error())
	}
	return true
}

// delimiter returns what parts the columns of a table that begins so.
func delimiter(head []byte) rune {
	first, _, _ := bytes.Cut(head, []byte("\n"))
	best, most := ',', bytes.Count(first, []byte(","))
	for _, c := range ";\t|" {
		if n := bytes.Count(first, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return best
}

// fieldsOf returns what each column holds, nil for what is ignored; nil altogether where
// none holds the text.
func fieldsOf(names []string) []func(*wire) *string {
	fields := make([]func(*wire) *string, len(names))
	for i, c := range tableColumns {
		at := -1
		for _, name := range c.names {
			if at < 0 {
				at = slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(strings.TrimSpace(n), name) })
			}
		}
		if at >= 0 {
			fields[at] = c.field
		} else if i == 0 {
			return nil
		}
	}
	return fields
}

// row reads one article; false means that the problem was reported.
func (s source) row(fields []func(*wire) *string, row []string, line int) (draft, bool) {
	var w wire
	size := 0
	for i, value := range row {
		size += len(value)
		if i >= len(fields) || fields[i] == nil {
			continue
		}
		if !utf8.ValidString(value) {
			text, note := narrow([]byte(value))
			s.repaired(line, note)
			value = text
		}
		*fields[i](&w) = value
	}
	if int64(size) > s.limit {
		s.fail(line, tooLarge(s.limit))
		return draft{}, false
	}
	if strings.TrimSpace(w.Text) == "" {
		s.fail(line, "no text in it")
		return draft{}, false
	}
	if day, ok := webDay(w.Published); ok {
		w.Published = day.Format("2006-01-02")
	}
	return w.stated().draft(w.Text, func(reason string) { s.repaired(line, reason) }), true
}
