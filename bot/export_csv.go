package bot

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"time"
)

// columnNames are the first row of a table. Dates are YYYY-MM-DD, begin and until half open;
// start and end are bytes of the article's text, half open. An empty cell is unknown.
var columnNames = [...]string{"date", "begin", "until", "precision", "inferred", "quote", "outlet", "published", "title",
	"author", "url", "link", "article", "start", "end", "also", "claims", "file", "label", "answered"}

// writeCSV writes an answer as a table: RFC 4180, so that rows end in CR LF, while line
// breaks within a quote stay as they are. A cell that a spreadsheet would take for a
// formula gets an apostrophe before it, as OWASP advises (owasp.org, "CSV Injection"): a
// cell that starts with = + - @, their full-width forms, a tab, CR or LF. This is the one
// place where a quote gets a mark that its article does not have. Where answered is
// false, the articles do not say, and the quotes are the nearest passages. A label says
// what a quote is shown for, such as an earlier wording, which start and end then count in.
func writeCSV(w io.Writer, a Answer) error {
	var b bytes.Buffer
	rows := [][]string{columnNames[:]}
	for _, q := range a.Quotes {
		rows = append(rows, rowOf(q, a.Answered))
	}
	c := csv.NewWriter(&b) // its own CR LF would also change the line breaks of quotes
	for _, r := range rows {
		if err := c.Write(r); err != nil {
			return err
		}
		c.Flush()
		b.Truncate(b.Len() - len("\n"))
		b.WriteString("\r\n")
	}
	_, err := w.Write(b.Bytes())
	return err
}

func rowOf(q Quote, answered bool) []string {
	cells := make([]string, 0, len(columnNames))
	if d := q.Date; d != nil {
		cells = append(cells, d.String(), isoDay(d.Begin), isoDay(d.Until), string(d.Precision), fmt.Sprint(d.Inferred))
	} else {
		cells = append(cells, "", "", "", "", "")
	}
	r := q.Article
	cells = append(cells, q.Text, r.Outlet, isoDay(r.Published), r.Title, r.Author, r.URL, q.Link, r.ID,
		fmt.Sprint(q.Start), fmt.Sprint(q.End), labels(q.Also), claimsOf(q), fileOf(r), q.Label, fmt.Sprint(answered))
	for i, cell := range cells {
		cells[i] = unformula(cell)
	}
	return cells
}

// isoDay writes a day as YYYY-MM-DD, "" where it is unknown.
func isoDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}

// unformula keeps a spreadsheet from reading a cell as a formula.
func unformula(cell string) string {
	if first := []rune(cell + " ")[0]; strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}
