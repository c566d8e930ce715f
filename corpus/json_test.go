package corpus

import (
	"slices"
	"testing"
	"time"
)

func TestJSONArticleHasAllItsFields(t *testing.T) {
	t.Parallel()
	line := `{"id":" x-1 ","title":" A\n  title\u0007","outlet":"The Paper","author":"Ann Lee","url":"https://paper.example/1?a=b",` +
		`"published":"2025-01-22T23:30:00-08:00","text":"One.\n\nTwo. \ud83d\ude00 ","other":{"a":[1]}}`
	want := Article{
		ID: "x-1", Text: "One.\n\nTwo. 😀 ",
		Source: Source{Title: "A title", Outlet: "The Paper", Author: "Ann Lee", URL: "https://paper.example/1?a=b",
			Published: time.Date(2025, 1, 22, 0, 0, 0, 0, time.UTC)},
	}
	for name, path := range map[string]string{"a.jsonl": "/a.jsonl#1", "a.json": "/a.json", "b.ndjson": "/b.ndjson#1"} {
		dir := files{name: line}.write(t)
		want.Path = dir + path
		if got := read(t, Options{}, dir).only(t); got != want {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got, want)
		}
	}
}

func TestJSONFilesMayHoldOneArticleAnArrayOrLines(t *testing.T) {
	t.Parallel()
	rows := map[string]string{
		"array":  "[{\"text\":\"a\"},\n  {\"text\":\"b\"}]\n",
		"lines":  "{\"text\":\"a\"}\n{\"text\":\"b\"}\n",
		"pretty": "{\n \"text\": \"a\",\n \"title\": null\n}\n",
	}
	for name, content := range rows {
		want := []string{"a", "b"}
		if name == "pretty" {
			want = want[:1]
		}
		got := read(t, Options{}, files{"x.json": "\ufeff" + content}.write(t))
		if !slices.Equal(field(got.articles, textOfArticle), want) || len(got.problems) > 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestJSONArticleWithoutIDKeepsTheOneOfItsContent(t *testing.T) {
	t.Parallel()
	first := read(t, Options{}, files{"a.jsonl": "{\"text\":\"a\",\"title\":\"t\"}"}.write(t)).only(t)
	moved := read(t, Options{}, files{"b/c.jsonl": "\n\n{\"title\":\"t\",\"outlet\":\"o\",\"text\":\"a\"}"}.write(t)).only(t)
	if first.ID != moved.ID || len(first.ID) != 16 {
		t.Errorf("ids %s and %s", first.ID, moved.ID)
	}
}

// drafts reads data as the content of one file, and checks what holds for every article.
func drafts(t *testing.T, name, data string) {
	t.Helper()
	got := read(t, Options{MaxBytes: 1 << 16}, files{name: data}.write(t))
	for _, a := range got.articles {
		checkArticle(t, a)
	}
	if len(got.articles) == 0 && len(got.problems) == 0 && data != "" && name != "a.jsonl" {
		t.Errorf("%q gives neither an article nor a problem", data)
	}
}

func FuzzReadJSON(f *testing.F) {
	for _, s := range []string{`{"text":"a","id":1}`, "[{\"text\":\"a\"},{}]", "{\"text\":\"a\"}\n{\n", "{\"text\":\"\xff\"}", "[[[", "\ufeff{}", "null", `{"text":"a","text":{}}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		drafts(t, "a.json", data)
		drafts(t, "a.jsonl", data)
	})
}

func FuzzReadCompressed(f *testing.F) {
	f.Add([]byte(zipped(`{"text":"a"}`)))
	f.Add([]byte(zipped("{\"text\":\"a\"}\n{\"text\":\"b\"}\n")[:30]))
	f.Fuzz(func(t *testing.T, data []byte) {
		drafts(t, "a.jsonl.gz", string(data))
		drafts(t, "a.txt.gz", string(data))
	})
}

func FuzzReadText(f *testing.F) {
	f.Add([]byte("Hello.\r\n"))
	f.Add([]byte("\xff\xfeH\x00\x00\xd8"))
	f.Add([]byte("\xef\xbb\xbf\xff"))
	f.Fuzz(func(t *testing.T, data []byte) { drafts(t, "a.txt", string(data)) })
}
