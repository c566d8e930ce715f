package corpus_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"storybot/corpus"
)

func ExampleSentences() {
	text := "Gov. Lee opened the plant in 2018. Its maker, Bright Inc., has left\nthe U.S. since."
	for _, s := range corpus.Sentences(text) {
		fmt.Printf("%d-%d %q\n", s.Start, s.End, s.Of(text))
	}
	// Output:
	// 0-34 "Gov. Lee opened the plant in 2018."
	// 35-83 "Its maker, Bright Inc., has left\nthe U.S. since."
}

func ExamplePassages() {
	text := "The plant\n\nIt opened in May. Nobody came.\n\nIt shut in June."
	for _, p := range corpus.Passages(text, corpus.Sentences(text)) {
		fmt.Printf("%d sentences: %q\n", len(p.Sentences), p.Of(text))
	}
	// Output:
	// 4 sentences: "The plant\n\nIt opened in May. Nobody came.\n\nIt shut in June."
}

func ExampleReadFS() {
	fsys := fstest.MapFS{
		"a.txt":   {Data: []byte("The plant opened.")},
		"b.jsonl": {Data: []byte(`{"id":"b1","title":"Plant shuts","published":"2025-06","text":"It shut."}`)},
		"c.txt":   {},
	}
	report := func(p corpus.Problem) { fmt.Println(p) }
	for a := range corpus.ReadFS(context.Background(), fsys, corpus.Options{}, report) {
		fmt.Printf("%s %q %q\n", a.Path, a.Title, a.Text)
	}
	// Output:
	// a.txt "" "The plant opened."
	// b.jsonl:1: published "2025-06" is no date such as 2025-01-22: left unknown
	// b.jsonl#1 "Plant shuts" "It shut."
	// c.txt: is empty
}

func ExampleReadSources() {
	all, err := corpus.ReadSources("sources.yaml", []byte(`sources:
  - location: https://example.org/feed.xml
    outlet: The Example
    exclude: /video/**
`))
	fmt.Println(all[0].Place, all[0].Outlet, all[0].Wants()("/news/1"), all[0].Wants()("/video/2024/1"), err)
	_, err = corpus.ReadSources("sources.yaml", []byte("sources:\n  - location: articles\n    outlett: The Example\n"))
	fmt.Println(err)
	// Output:
	// https://example.org/feed.xml The Example true false <nil>
	// sources.yaml:3: "outlett" is not known: a source has location, outlet, include, exclude, refresh
}
