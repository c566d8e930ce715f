package bot

import (
	"bytes"
	"encoding/json"
	"time"

	"storybot/corpus"
)

// The JSON form of an answer is a contract with scripts: always the same keys.

type wireAnswer struct {
	Input    string      `json:"input"`
	Command  string      `json:"command"`
	Answered bool        `json:"answered"`
	Title    string      `json:"title"`
	Quotes   []wireQuote `json:"quotes"`
	Note     string      `json:"note"`
}

type wireQuote struct {
	Text      string          `json:"text"`
	Start     int             `json:"start"`
	End       int             `json:"end"`
	Score     float64         `json:"score"`
	Link      string          `json:"link"`
	Article   wireReference   `json:"article"`
	Highlight [][2]int        `json:"highlight"`
	Date      *wireDate       `json:"date"`
	Also      []wireReference `json:"also"`
	Version   *wireVersion    `json:"version,omitempty"` // only of a quote of an earlier wording
}

type wireVersion struct {
	Number int       `json:"number"`
	Read   time.Time `json:"read"`
	Until  time.Time `json:"until"`
}

type wireReference struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Outlet    string  `json:"outlet"`
	Author    string  `json:"author"`
	URL       string  `json:"url"`
	Published *string `json:"published"`
	Path      string  `json:"path"`
}

type wireDate struct {
	Value     string `json:"value"`
	Begin     string `json:"begin"`
	Until     string `json:"until"`
	Precision string `json:"precision"`
	Text      string `json:"text"`
}

// MarshalJSON writes the answer as one object: offsets are bytes of the article's text,
// those of its earlier wording where it has a version, days are YYYY-MM-DD, and what is unknown is null or "".
func (a Answer) MarshalJSON() ([]byte, error) {
	w := wireAnswer{Input: a.Request.Input, Command: a.Request.Command, Answered: a.Answered, Title: a.Title,
		Note: a.Note, Quotes: []wireQuote{}}
	for _, q := range a.Quotes {
		x := wireQuote{Text: q.Text, Start: q.Start, End: q.End, Score: q.Score, Link: q.Link,
			Article: wireArticle(q.Article), Highlight: wireSpans(q.Highlight), Also: []wireReference{}}
		if d := q.Date; d != nil {
			x.Date = &wireDate{d.Value, d.Begin.Format(time.DateOnly), d.Until.Format(time.DateOnly), string(d.Precision), d.Text}
		}
		for _, r := range q.Also {
			x.Also = append(x.Also, wireArticle(r))
		}
		if v := q.Version; v != nil {
			x.Version = &wireVersion{v.Number, v.Read, v.Until}
		}
		w.Quotes = append(w.Quotes, x)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // quotes stay as they are where the caller lets them
	err := e.Encode(w)
	return b.Bytes(), err
}

func wireArticle(r Reference) wireReference {
	w := wireReference{ID: r.ID, Title: r.Title, Outlet: r.Outlet, Author: r.Author, URL: r.URL, Path: r.Path}
	if !r.Published.IsZero() {
		day := r.Published.Format(time.DateOnly)
		w.Published = &day
	}
	return w
}

func wireSpans(spans []corpus.Span) [][2]int {
	w := make([][2]int, 0, len(spans))
	for _, s := range spans {
		w = append(w, [2]int{s.Start, s.End})
	}
	return w
}
