package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"time"

	"storybot/bot"
	"storybot/bot/store"
	"storybot/corpus"
	"storybot/index"
)

// A bot that runs holds its index, so that other processes of its owner ask it, over a
// socket beside the index: one line of JSON that says what is wanted, and lines of JSON
// that come back until one has "end": true.

// wireVersion changes with the meaning of what is said.
const wireVersion = 3

// Bounds of what is said.
const (
	longestAsked = 16 << 20 // bytes of a line that asks; the questions of eval are the longest
	longestSaid  = 64 << 20 // bytes of a line that answers, where a picture may be
	askWithin    = 5 * time.Second
	aliveEvery   = 250 * time.Millisecond // how often a line comes while work goes on
	aliveWithin  = 30 * time.Second
)

// wireAsked is what another process wants: one of its fields.
type wireAsked struct {
	Version  int            `json:"version"`
	Ping     bool           `json:"ping,omitempty"`
	Refresh  *wireRefresh   `json:"refresh,omitempty"`
	Answer   *asking        `json:"answer,omitempty"`
	Eval     *wireQuestions `json:"eval,omitempty"`
	About    bool           `json:"about,omitempty"` // what there is to talk about
	Line     *wireLine      `json:"line,omitempty"`
	Complete *wireTyped     `json:"complete,omitempty"`
	Votes    bool           `json:"votes,omitempty"`
}

// wireLine is a line of a chat.
type wireLine struct {
	Text   string `json:"text"`
	Folder string `json:"folder"` // of the chat: what its paths of files start from
}

// wireTyped is what somebody has typed of an option's value.
type wireTyped struct {
	Command string `json:"command"`
	Option  string `json:"option"`
	Typed   string `json:"typed"`
}

// wireRefresh is how to refresh.
type wireRefresh struct {
	Force      bool `json:"force"`
	RemoveMost bool `json:"remove_most"`
	Rebuild    bool `json:"rebuild"`
	DryRun     bool `json:"dry_run"`
}

// wireQuestions is a file of questions.
type wireQuestions struct {
	Name string `json:"name"`
	File []byte `json:"file"`
}

// wireSaid is one line of what comes back. One without anything says that work goes on.
type wireSaid struct {
	Progress *sentReport  `json:"progress,omitempty"`
	Report   *sentReport  `json:"report,omitempty"`
	Corpus   []string     `json:"corpus,omitempty"` // what was refreshed from
	Answer   *rendered    `json:"answer,omitempty"`
	Eval     []byte       `json:"eval,omitempty"` // a report, as eval.Report.WriteJSON writes it
	Misfits  []string     `json:"misfits,omitempty"`
	About    string       `json:"about,omitempty"`
	Told     *told        `json:"told,omitempty"`
	Values   []string     `json:"values,omitempty"`
	Votes    []store.Vote `json:"votes,omitempty"`
	Failed   string       `json:"failed,omitempty"`
	Kind     failureKind  `json:"kind,omitempty"` // of what failed
	End      bool         `json:"end,omitempty"`
}

// failureKind says which error it was, where the asking process has to know.
type failureKind string

const (
	mistakeKind  failureKind = "mistake" // a *bot.ReaderError
	mostGoneKind failureKind = "most gone"
)

// failure returns the line for an error.
func failure(err error) wireSaid {
	said := wireSaid{Failed: err.Error(), End: true}
	var mistake *bot.ReaderError
	switch {
	case errors.As(err, &mistake):
		said.Failed, said.Kind = mistake.Message, mistakeKind
	case errors.Is(err, index.ErrMostGone):
		said.Kind = mostGoneKind
	}
	return said
}

// remoteError is an error of another process.
type remoteError struct {
	message string
	is      error // or nil
}

func (e remoteError) Error() string { return e.message }
func (e remoteError) Unwrap() error { return e.is }

// err returns the error that a line tells of, or nil.
func (w wireSaid) err() error {
	switch {
	case w.Failed == "":
		return nil
	case w.Kind == mistakeKind:
		return &bot.ReaderError{Message: w.Failed}
	case w.Kind == mostGoneKind:
		return remoteError{w.Failed, index.ErrMostGone}
	}
	return remoteError{message: w.Failed}
}

// told is an answer to a line of a chat on its way, whole but for its request.
type told struct {
	Answered bool        `json:"answered"`
	Title    string      `json:"title"`
	Quotes   []bot.Quote `json:"quotes,omitempty"`
	Facts    []bot.Fact  `json:"facts,omitempty"`
	Note     string      `json:"note,omitempty"`
	Steps    []bot.Step  `json:"steps,omitempty"`
}

// sentReport is a report on its way.
type sentReport struct {
	Added    int           `json:"added"`
	Changed  int           `json:"changed"`
	Removed  int           `json:"removed"`
	Same     int           `json:"same"`
	Twins    int           `json:"twins"`
	Bytes    int           `json:"bytes"`
	Took     time.Duration `json:"took"` // in nanoseconds
	Rebuilt  bool          `json:"rebuilt"`
	Problems []sentProblem `json:"problems,omitempty"`
}

type sentProblem struct {
	Path     string `json:"path"`
	Line     int    `json:"line"`
	Reason   string `json:"reason"`
	Repaired bool   `json:"repaired"`
	Unread   bool   `json:"unread"`
}

func sent(r index.Report) *sentReport {
	out := &sentReport{Added: r.Added, Changed: r.Changed, Removed: r.Removed, Same: r.Same, Twins: r.Twins, Bytes: r.Bytes, Took: r.Took, Rebuilt: r.Rebuilt}
	for _, p := range r.Problems {
		out.Problems = append(out.Problems, sentProblem{p.Path, p.Line, p.Reason, p.Repaired, p.Unread})
	}
	return out
}

// report returns the report; the zero one for nil.
func (r *sentReport) report() index.Report {
	if r == nil {
		return index.Report{}
	}
	out := index.Report{Added: r.Added, Changed: r.Changed, Removed: r.Removed, Same: r.Same, Twins: r.Twins, Bytes: r.Bytes, Took: r.Took, Rebuilt: r.Rebuilt}
	for _, p := range r.Problems {
		out.Problems = append(out.Problems, corpus.Problem{Path: p.Path, Line: p.Line, Reason: p.Reason, Repaired: p.Repaired, Unread: p.Unread})
	}
	return out
}

// errTooLong says that a line is longer than is read.
var errTooLong = errors.New("a line is too long")

// readWire reads one line of JSON of so many bytes at most.
func readWire(in *bufio.Reader, most int, into any) error {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		if line = append(line, part...); len(line) > most {
			return errTooLong
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil:
			return err
		}
		return json.Unmarshal(line, into)
	}
}
