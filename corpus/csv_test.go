package corpus

import (
	"strings"
	"testing"
	"time"
)

func TestTablesAreReadByTheNamesOfTheirColumns(t *testing.T) {
	t.Parallel()
	day := time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC)
	want := Source{Title: "Ferry, again", Outlet: "The Post", Author: "Ann Lee", URL: "https://post.example/1", Published: day}
	for name, content := range map[string]string{
		"commas":     "\ufeffTitle,Publication,author,url,date,extra,content\n\"Ferry, again\",The Post,Ann Lee,https://post.example/1,2024-05-03,7,\"It sank.\n\nTwice.\"\n",
		"semicolons": "text;headline;outlet;authors;link;published\r\n\"It sank.\n\nTwice.\";Ferry, again;The Post;Ann Lee;https://post.example/1;May 3, 2024\r\n",
		"tabs":       "id\ttitle\tsource\tbyline\turl\tpublished_at\tbody\n\tFerry, again\tThe Post\tAnn Lee\thttps://post.example/1\t2024-05-03 10:00:00\t\"It sank.\n\nTwice.\"",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := readOne(t, "a.csv", content)
			if a.Source != want || a.Text != "It sank.\n\nTwice." || below(a.Path) != "a.csv#2" {
				t.Errorf("got %+v, %q at %s", a.Source, a.Text, a.Path)
			}
		})
	}
}

func TestTablesTellWhatIsWrong(t *testing.T) {
	t.Parallel()
	rows := []struct {
		name, content string
		articles      int
		problem       string
	}{
		{"no column of text", "title,date\na,b\n", 0, "a.csv:1: no column is named text (or body, content, article)"},
		{"empty", "\n\n", 0, "a.csv: is empty"},
		{"no text in a row", "title,text\na,\nb,B.\n", 1, "a.csv:2: no text in it"},
		{"another encoding", "title,text\na,caf\xe9\n", 1, "a.csv:2: was Latin-1, not UTF-8"},
		{"an endless field", "title,text\nb,B.\na,\"" + strings.Repeat("x", 1<<19), 1, "over the limit of 1000 bytes: it and all after it are not read"},
		{"a large field", "title,text\na,\"" + strings.Repeat("x", 2000) + "\"\nb,B.\n", 1, "a.csv:2: over the limit of 1000 bytes"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got := read(t, Options{MaxBytes: 1000}, files{"a.csv": row.content}.write(t))
			if len(got.articles) != row.articles || len(got.problems) != 1 || !strings.Contains(got.problems[0].String(), row.problem) {
				t.Errorf("%d articles, problems %v", len(got.articles), got.problems)
			}
		})
	}
}

func FuzzReadCSV(f *testing.F) {
	f.Add("title,text\na,\"b\nc\"\n")
	f.Add("text;date\n\"a;\"b\xff\n\x00")
	f.Fuzz(func(t *testing.T, data string) { drafts(t, "a.csv", data) })
}
