package sample

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"
)

// names are the files of the corpus, in the order of fs.ReadDir.
func names() []string {
	return []string{
		"2023-11-22-altman-returns.md",
		"2023-11-26-five-days.html",
		"2024-08-06-musk-sues-again.md",
		"2025-01-22-stargate-ledger.json",
		"2025-01-22-stargate.html",
		"2025-09-24-new-sites.md",
		"2025-10-29-restructuring.md",
		"altman-musk-trump.txt",
		"briefs.jsonl",
		"openai-first-years.txt",
	}
}

// record is one article of a JSON or JSONL file.
type record struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Outlet    string `json:"outlet"`
	Author    string `json:"author"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Text      string `json:"text"`
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := fs.ReadFile(FS(), name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// records returns the articles of all JSON and JSONL files.
func records(t *testing.T) []record {
	t.Helper()
	var all []record
	for _, name := range names() {
		var docs []string
		switch path.Ext(name) {
		case ".json":
			docs = []string{read(t, name)}
		case ".jsonl":
			docs = strings.Split(strings.TrimSpace(read(t, name)), "\n")
		}
		for i, doc := range docs {
			d := json.NewDecoder(bytes.NewBufferString(doc))
			d.DisallowUnknownFields()
			var r record
			if err := d.Decode(&r); err != nil {
				t.Fatalf("%s, article %d: %v", name, i+1, err)
			}
			all = append(all, r)
		}
	}
	return all
}

func TestFSHoldsTheArticlesAtItsTopAndNothingElse(t *testing.T) {
	t.Parallel()
	if err := fstest.TestFS(FS(), names()...); err != nil {
		t.Fatal(err)
	}
	entries, err := fs.ReadDir(FS(), ".")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if !slices.Equal(got, names()) {
		t.Errorf("files are %q, want %q", got, names())
	}
}

func TestEveryFileIsTextAndSaysThatItIsASample(t *testing.T) {
	t.Parallel()
	const line = "Sample text written for Storybot."
	marks := map[string]string{
		".html":  line,
		".json":  `"outlet": "Storybot Sample `,
		".jsonl": `"outlet": "Storybot Sample `,
		".md":    "\noutlet: Storybot Sample ",
		".txt":   "\n\n" + line + "\n",
	}
	for _, name := range names() {
		text := read(t, name)
		if !utf8.ValidString(text) || strings.Contains(text, "\r") || !strings.HasSuffix(text, "\n") {
			t.Errorf("%s is not UTF-8 in lines that end with a newline", name)
		}
		if len(strings.Fields(text)) < 150 {
			t.Errorf("%s has %d words, too few for an article", name, len(strings.Fields(text)))
		}
		if mark := marks[path.Ext(name)]; mark == "" || !strings.Contains(text, mark) {
			t.Errorf("%s lacks its mark %q", name, mark)
		}
	}
}

func TestPagesAndMarkdownNameTheirSource(t *testing.T) {
	t.Parallel()
	const base = "https://example.org/storybot-samples/"
	wants := map[string][]string{
		".md":   {"---\ntitle: ", "\noutlet: ", "\nauthor: Storybot authors\n", "\nurl: " + base},
		".html": {"<title>", `"og:site_name"`, `name="author" content="Storybot authors"`, `rel="canonical" href="` + base},
	}
	for _, name := range names() {
		parts := wants[path.Ext(name)]
		if parts == nil {
			continue
		}
		day := name[:len(time.DateOnly)] // such files are named after their day
		for _, part := range append(parts, day) {
			if !strings.Contains(read(t, name), part) {
				t.Errorf("%s lacks %q", name, part)
			}
		}
	}
}

func TestPlainTextsNameNoSource(t *testing.T) {
	t.Parallel()
	for _, name := range names() {
		if path.Ext(name) != ".txt" {
			continue
		}
		if text := read(t, name); strings.Contains(text, "http") || strings.Contains(text, "Storybot Sample ") {
			t.Errorf("%s names a source: the plain texts stand for those that have none", name)
		}
	}
}

func TestRecordsAreCompleteAndDistinct(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	all := records(t)
	if len(all) != 4 {
		t.Errorf("%d articles in JSON, want 4", len(all))
	}
	for _, r := range all {
		for field, ok := range map[string]bool{
			"id":        r.ID != "" && !seen[r.ID],
			"title":     r.Title != "",
			"outlet":    strings.HasPrefix(r.Outlet, "Storybot Sample "),
			"author":    r.Author == "Storybot authors",
			"url":       strings.HasPrefix(r.URL, "https://example.org/storybot-samples/") && !seen[r.URL],
			"published": isDay(r.Published),
			"text":      len(strings.Fields(r.Text)) >= 100,
		} {
			if !ok {
				t.Errorf("article %q: bad %s", r.ID, field)
			}
		}
		seen[r.ID], seen[r.URL] = true, true
	}
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

func TestTwoOutletsCarryTheSameStory(t *testing.T) {
	t.Parallel()
	page := read(t, "2025-01-22-stargate.html")
	shared := 0
	for _, r := range records(t) {
		if r.ID != "ledger-stargate" {
			continue
		}
		for paragraph := range strings.SplitSeq(r.Text, "\n\n") {
			if strings.Contains(page, paragraph) {
				shared++
			}
		}
	}
	if shared < 3 {
		t.Errorf("%d paragraphs of the Ledger's article stand in the Wire's, want 3 or more", shared)
	}
}
