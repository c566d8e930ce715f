package corpus

import (
	"bytes"
	"errors"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	"go.yaml.in/yaml/v3"
	nethtml "golang.org/x/net/html"
)

// A Markdown file is CommonMark with tables, as GitHub shows it, after front matter that
// may be absent: YAML between a first line "---" and a line "---" or "...". The keys are
// those of frontKeys; a list of authors is joined by commas.

// maxFront is the most bytes of front matter.
const maxFront = 64 << 10

// frontKeys says what the keys of front matter mean.
var frontKeys = map[string]func(*stated) *string{
	"id":        func(st *stated) *string { return &st.id },
	"title":     func(st *stated) *string { return &st.title },
	"outlet":    func(st *stated) *string { return &st.outlet },
	"author":    func(st *stated) *string { return &st.author },
	"authors":   func(st *stated) *string { return &st.author },
	"url":       func(st *stated) *string { return &st.url },
	"date":      func(st *stated) *string { return &st.published },
	"published": func(st *stated) *string { return &st.published },
}

// markdown reads a Markdown file.
func (s source) markdown(data []byte) (draft, bool) {
	text, ok := s.decode(data)
	if !ok {
		return draft{}, false
	}
	note := func(reason string) { s.repaired(0, reason) }
	front, body := cutFront(text)
	st := readFront(front, note)
	plain, err := markdownText(body)
	if err != nil {
		note("taken as plain text: " + err.Error())
		plain = body
	}
	return st.draft(plain, note), true
}

// maxMarks is the most marks of a paragraph of Markdown. The parser takes a time that
// grows with the square of their number: a tenth of a second for so many, hours for a
// hostile file of ten megabytes.
const maxMarks = 5000

// isCrowded says whether a paragraph has more marks than the parser should be given.
func isCrowded(body string) bool {
	marks := 0
	for line := range strings.Lines(body) {
		if strings.TrimSpace(line) == "" {
			marks = 0
		}
		for i := range len(line) {
			if isMark(line, i) {
				marks++
			}
		}
		if marks > maxMarks {
			return true
		}
	}
	return false
}

// isMark says whether a mark of Markdown may stand at i.
func isMark(line string, i int) bool {
	switch line[i] {
	case '*', '_', '[', '<', '>', '~', '`', '+':
		return true
	case '-':
		return i+1 < len(line) && line[i+1] == ' '
	case '.', ')':
		return i > 0 && '0' <= line[i-1] && line[i-1] <= '9'
	}
	return false
}

// errCrowded says that a paragraph has more marks than the parser should be given.
var errCrowded = errors.New("too much markup in one paragraph")

// cutFront parts front matter from the body.
func cutFront(text string) (front, body string) {
	rest, ok := strings.CutPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "---\n")
	if !ok {
		return "", text
	}
	for at := 0; at < min(len(rest), maxFront); {
		line, _, _ := strings.Cut(rest[at:], "\n")
		end := min(at+len(line)+1, len(rest))
		if mark := strings.TrimRight(line, " \t"); mark == "---" || mark == "..." {
			return rest[:at], rest[end:]
		}
		at = end
	}
	return "", text
}

// readFront reads front matter. Values are taken as written: no alias is followed, so
// that a few lines cannot grow into gigabytes.
func readFront(front string, note func(string)) stated {
	var st stated
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(front), &doc); err != nil {
		note("front matter left out: " + err.Error())
		return st
	}
	if len(doc.Content) == 0 {
		return st
	}
	if doc.Content[0].Kind != yaml.MappingNode {
		note("front matter left out: not a list of keys")
		return st
	}
	pairs := doc.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		field := frontKeys[strings.ToLower(pairs[i].Value)]
		if field == nil {
			continue
		}
		into := field(&st)
		value, ok := scalars(pairs[i+1])
		switch {
		case !ok:
			note(pairs[i].Value + " is not a line of text: left out")
		case *into != "" && value != *into:
			note(pairs[i].Value + " is given twice: the first one counts")
		default:
			*into = value
		}
	}
	if day, ok := webDay(st.published); ok {
		st.published = day.Format("2006-01-02")
	}
	return st
}

// scalars returns a value of YAML as text: a scalar as written, a list of them joined.
func scalars(n *yaml.Node) (string, bool) {
	switch {
	case n.Kind == yaml.ScalarNode && n.Tag == "!!null":
		return "", true
	case n.Kind == yaml.ScalarNode:
		return n.Value, true
	case n.Kind != yaml.SequenceNode:
		return "", false
	}
	var all []string
	for _, item := range n.Content {
		if item.Kind != yaml.ScalarNode {
			return "", false
		}
		all = append(all, item.Value)
	}
	return strings.Join(all, ", "), true
}

// markdownText returns what a reader of the page sees: it is rendered as a page, and the
// text of that is taken.
func markdownText(body string) (text string, err error) {
	defer caught(&err)
	if isCrowded(body) {
		return "", errCrowded
	}
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))
	var page bytes.Buffer
	if err := md.Convert([]byte(body), &page); err != nil {
		return "", err
	}
	doc, err := nethtml.Parse(&page)
	if err != nil {
		return "", err
	}
	return textOf(doc), nil
}
