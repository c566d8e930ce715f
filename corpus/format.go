package corpus

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
)

// format is how a file is read.
type format int

const (
	unknownFormat format = iota
	textFormat
	markdownFormat
	htmlFormat
	mailFormat
	jsonFormat
	linesFormat
	csvFormat
	mboxFormat
	warcFormat
	zipFormat
	tarFormat
)

// formats maps the end of a file's name to its format.
var formats = map[string]format{
	".txt": textFormat, ".md": markdownFormat, ".markdown": markdownFormat,
	".html": htmlFormat, ".htm": htmlFormat, ".xhtml": htmlFormat, ".eml": mailFormat,
	".json": jsonFormat, ".jsonl": linesFormat, ".ndjson": linesFormat, ".csv": csvFormat, ".tsv": csvFormat,
	".mbox": mboxFormat, ".warc": warcFormat, ".zip": zipFormat, ".tar": tarFormat,
}

// holdsMany are the formats that may hold many articles. They are read as a stream.
var holdsMany = map[format]bool{
	jsonFormat: true, linesFormat: true, csvFormat: true, mboxFormat: true, warcFormat: true, zipFormat: true, tarFormat: true,
}

// formatNames lists the formats for messages.
const formatNames = ".txt, .md, .html, .json, .jsonl, .csv, .eml, .mbox, .warc, any of them .gz, and .zip, .tar, .tar.gz of them"

// kindOf returns the format of a file by its name.
func kindOf(name string) format { return formats[path.Ext(plainName(name))] }

// plainName returns a file's name in lower case and without ".gz".
func plainName(name string) string {
	lower := strings.ToLower(name)
	if rest, ok := strings.CutSuffix(lower, ".tgz"); ok {
		return rest + ".tar"
	}
	return strings.TrimSuffix(lower, ".gz")
}

// isPacked says whether a file is compressed, by its name.
func isPacked(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasSuffix(lower, ".gz") || strings.HasSuffix(lower, ".tgz")
}

// skips counts files that are of no format that is read, by the end of their names.
type skips map[string]skip

// maxSkips is how many endings are told: a hostile archive may have any number.
const maxSkips = 100

// skip counts the files with one ending.
type skip struct {
	first string // the path of the first
	files int
}

// add counts a file.
func (s skips) add(ext, path string) {
	k, seen := s[ext]
	if !seen && len(s) >= maxSkips {
		ext = ".…" // and others
		k, seen = s[ext]
	}
	if !seen {
		k.first = path
	}
	k.files++
	s[ext] = k
}

// tell reports each ending once.
func (s skips) tell(report func(Problem)) {
	for _, ext := range slices.Sorted(maps.Keys(s)) {
		report(Problem{Path: s[ext].first, Reason: s[ext].reason(ext)})
	}
}

// reason says why files were skipped.
func (s skip) reason(ext string) string {
	what := "no ending"
	if ext != "" {
		what = "ending " + ext
	}
	if s.files > 1 {
		what += fmt.Sprintf(", as have %d more files", s.files-1)
	}
	return "has " + what + ", not a format that is read (" + formatNames + ")"
}
