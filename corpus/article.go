// Package corpus reads articles and what one text says of itself: its sentences, its
// passages, the names it mentions, the dates it gives and the events it dates by them, what it
// reports as said, and what it says that a name is. It does not know the search engine,
// Discord, how a page is fetched, or any other article than the one in hand.
package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
)

// Source says where an article comes from. An empty string or a zero time means
// unknown, and unknown is never filled in by a guess.
type Source struct {
	Title     string
	Outlet    string
	Author    string
	URL       string    // absolute http or https address
	Published time.Time // the day, at 00:00 UTC; zero when unknown
}

// Article is one text with its source. Every offset in this project counts bytes of
// Text, half open.
type Article struct {
	Source
	ID   string // unique in a corpus and the same at every read of the same article
	Path string // where it was read: a file, with "#LINE" for a line of JSONL
	Text string // valid UTF-8

	Modified time.Time // the day of the last change that it states, at 00:00 UTC; zero when unknown
	Evidence Evidence  // where its source was found, where it is a page

	Stamp     string // the same at the next read of its file where that need not be read again; "": it is always read
	Unchanged bool   // its file was not read: see Options.Known. Only ID, Path and Stamp are set
}

// Evidence says of each part of a page's source in what it was found, such as "JSON-LD
// headline", "meta og:title", "address" or "feed"; "" for what is unknown, and for formats
// that have a field for it.
type Evidence struct{ Title, Outlet, Author, URL, Published, Modified string }

// Hash returns a digest of all that readers are shown of the article. Two reads with
// the same hash need no new analysis.
func (a Article) Hash() string {
	day := ""
	if !a.Published.IsZero() {
		day = a.Published.UTC().Format(time.DateOnly)
	}
	sum := sha256.Sum256([]byte(strings.Join(
		[]string{a.ID, a.Path, a.Title, a.Outlet, a.Author, a.URL, day, a.Text}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// Span is a run of bytes of one article's text, half open.
type Span struct{ Start, End int }

// Of returns the bytes of text that the span covers, or "" where it does not fit text.
func (s Span) Of(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// Overlaps says whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Passage is a run of whole sentences of one article, the unit that is retrieved.
type Passage struct {
	Span
	Sentences []Span // in order, within the passage
}

// Mention is a span that names someone or something.
type Mention struct {
	Span
	Name  string // the fullest form that the same text gives the name
	Kind  Kind   // what the text shows the name to be: the same for all mentions of a name
	Title Span   // the title before the mention ("President"), outside its span; zero where there is none
}

// Kind says what sort of thing a name names. It is found from cues in the text; what has
// none stays unknown.
type Kind uint8

// The kinds of names.
const (
	Unknown Kind = iota
	Person
	Organisation
	Place
	Other // a product, a project, a law, a work, an event
)

// String returns the kind in lower case: "person", "unknown".
func (k Kind) String() string {
	switch k {
	case Person:
		return "person"
	case Organisation:
		return "organisation"
	case Place:
		return "place"
	case Other:
		return "other"
	}
	return "unknown"
}
