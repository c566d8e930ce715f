package corpus

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestSourcesListLocations(t *testing.T) {
	t.Parallel()
	got, err := ReadSources(filepath.Join("etc", "sources.yaml"), []byte(`# what we follow
sources:
  - location: https://paper.example/feed.xml
    outlet: The Paper
    include: /news/**
    exclude: ["/news/video/**", "/news/live/*"]
    refresh: 30m
  - location: articles
`))
	want := []Location{
		{Place: "https://paper.example/feed.xml", Outlet: "The Paper", Include: []string{"/news/**"},
			Exclude: []string{"/news/video/**", "/news/live/*"}, Every: 30 * time.Minute},
		{Place: filepath.Join("etc", "articles")},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestSourcesTellTheLineThatIsWrong(t *testing.T) {
	t.Parallel()
	for content, want := range map[string]string{
		"":                                    "s.yaml: is empty",
		"- a":                                 "s.yaml:1: needs the key sources",
		"{}":                                  "s.yaml:1: needs the key sources",
		"feeds: []":                           `s.yaml:1: "feeds" is not known here: the one key is sources`,
		"sources: a":                          "s.yaml:1: sources is no list of locations",
		"sources:\n  - a":                     "s.yaml:2: a source has keys",
		"sources:\n  - outlet: A":             "s.yaml:2: a source needs a location",
		"sources:\n  - location: a\n    x: b": `s.yaml:3: "x" is not known: a source has location, outlet`,
		"sources:\n  - location: [a]":         "s.yaml:2: location is no text",
		"sources:\n  - location: a\n    refresh: soon":            "s.yaml:3: refresh is no time",
		"sources:\n  - location: a\n    refresh: -1m":             "s.yaml:3: refresh is no time",
		"sources:\n  - location: a\n    include: {a: b}":          "s.yaml:3: include is neither a pattern nor a list",
		"sources:\n  - location: a\n    outlet: B\n    outlet: C": "s.yaml:4: outlet stands twice",
		"sources:\n  - location: a\n\n  - location: a":            `s.yaml:4: the location "a" stands in line 2 already`,
		"sources:\n  - location: 'a":                              "s.yaml: line ",
	} {
		if _, err := ReadSources("s.yaml", []byte(content)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %q", content, err, want)
		}
	}
}

func FuzzReadSources(f *testing.F) {
	f.Add("sources:\n  - location: a\n    include: [b]\n")
	f.Fuzz(func(t *testing.T, data string) {
		all, err := ReadSources("s.yaml", []byte(data))
		if err == nil && len(all) == 0 {
			t.Error("neither a location nor an error")
		}
		for _, l := range all {
			l.Wants()("a/b")
		}
	})
}

func TestPatternsMatchWholePaths(t *testing.T) {
	t.Parallel()
	rows := []struct {
		include, exclude, path string
		want                   bool
	}{
		{"", "", "a/b.txt", true},
		{"a/*", "", "a/b.txt", true}, {"a/*", "", "a/b/c.txt", false}, {"a/**", "", "a/b/c.txt", true},
		{"*.txt", "", "a.txt", true}, {"*.txt", "", "a.txt.gz", false}, {"**.txt", "", "b/a.txt", true},
		{"a?c", "", "abc", true}, {"a?c", "", "a/c", false}, {"a+c", "", "aac", false},
		{"", "*b*", "abc", false}, {"a**", "**c", "abc", false}, {"a**", "**c", "abd", true},
	}
	for _, row := range rows {
		l := Location{}
		if row.include != "" {
			l.Include = []string{"never", row.include}
		}
		if row.exclude != "" {
			l.Exclude = []string{row.exclude}
		}
		if got := l.Wants()(row.path); got != row.want {
			t.Errorf("%+v: %v", row, got)
		}
	}
}

func TestLocationsChooseFilesAndNameTheirOutlet(t *testing.T) {
	t.Parallel()
	dir := files{"a.txt": "A.", "old/b.txt": "B.", "c.jsonl": `{"text":"C.","outlet":"Other"}`, "d.pdf": "x"}.write(t)
	listing, err := Files([]Location{{Place: dir, Outlet: "The Paper", Exclude: []string{"old/**", "*.pdf"}}})
	if err != nil {
		t.Fatal(err)
	}
	var texts, outlets []string
	for a := range listing.Articles(t.Context(), Options{}, func(p Problem) { t.Error(p) }) {
		texts, outlets = append(texts, a.Text), append(outlets, a.Outlet)
	}
	if !reflect.DeepEqual(texts, []string{"A.", "C."}) || !reflect.DeepEqual(outlets, []string{"The Paper", "The Paper"}) {
		t.Errorf("texts %q, outlets %q", texts, outlets)
	}
}

func TestListingTellsTheStateOfFilesWithoutReadingThem(t *testing.T) {
	t.Parallel()
	dir := files{"a.txt": "A.", "b.txt": ""}.write(t)
	stamps := func() (all []string) {
		listing, err := Files([]Location{{Place: dir}})
		if err != nil {
			t.Fatal(err)
		}
		for e := range listing(t.Context(), func(p Problem) { t.Error(p) }) {
			all = append(all, e.Stamp)
		}
		return all
	}
	before := stamps()
	if err := os.WriteFile(filepath.Join(dir, "b.txt"), []byte("B."), 0o644); err != nil {
		t.Fatal(err)
	}
	after := stamps()
	if len(before) != 2 || before[0] != after[0] || before[1] == after[1] {
		t.Errorf("stamps %q, then %q", before, after)
	}
}
