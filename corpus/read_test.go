package corpus

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// files are the contents of files by name.
type files map[string]string

// write writes files into a new folder "news" and returns its path.
func (fs files) write(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "news")
	for name, content := range fs {
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// outcome is what a read gave.
type outcome struct {
	articles []Article
	problems []Problem
}

// read reads locations, which must exist.
func read(t testing.TB, o Options, locations ...string) outcome {
	t.Helper()
	var out outcome
	seq, err := Read(t.Context(), locations, o, func(p Problem) { out.problems = append(out.problems, p) })
	if err != nil {
		t.Fatal(err)
	}
	out.articles = slices.Collect(seq)
	return out
}

// only returns the single article, and fails where there are problems.
func (o outcome) only(t *testing.T) Article {
	t.Helper()
	if len(o.articles) != 1 || len(o.problems) > 0 {
		t.Fatalf("%d articles, problems %v", len(o.articles), o.problems)
	}
	return o.articles[0]
}

// zipped compresses s.
func zipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

// field collects one value of every article.
func field(all []Article, of func(Article) string) []string {
	var out []string
	for _, a := range all {
		out = append(out, of(a))
	}
	return out
}

func textOfArticle(a Article) string { return a.Text }

func TestReadGivesPlainTextUnchangedAndGuessesNothing(t *testing.T) {
	t.Parallel()
	text := "  A Title, Perhaps\r\n\r\nBy nobody. \tOn May 3, 2024 “it” began.\n\n"
	dir := files{"a.txt": "\ufeff" + text}.write(t)
	a := read(t, Options{}, dir).only(t)
	if a.Text != text || a.Source != (Source{}) {
		t.Errorf("got %q, %+v", a.Text, a.Source)
	}
	if a.Path != filepath.ToSlash(dir)+"/a.txt" || len(a.ID) != 16 {
		t.Errorf("path %q, id %q", a.Path, a.ID)
	}
}

func TestReadKeepsTheIDOfAFileFromAnyWorkingDirectoryAndAfterACorrection(t *testing.T) {
	dir := files{"in/a.txt": "One."}.write(t)
	want := read(t, Options{}, dir).only(t).ID
	t.Chdir(dir)
	if got := read(t, Options{}, ".").only(t).ID; got != want {
		t.Errorf("id %s from within, %s from without", got, want)
	}
	if err := os.WriteFile("in/a.txt", []byte("Two."), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := read(t, Options{}, "../news/").only(t); got.ID != want || got.Path != "../news/in/a.txt" {
		t.Errorf("after a correction: %+v", got)
	}
}

func TestReadTakesFilesInOrderWithoutHiddenOnes(t *testing.T) {
	t.Parallel()
	dir := files{
		"b.txt": "b", "a/z.TXT": "az", "a/b.txt.gz": zipped("ab"), ".hidden.txt": "no", ".git/c.txt": "no",
		"c.jsonl": `{"text":"c1"}` + "\n\n" + `{"text":"c2"}`, "x.txt/y.txt": "xy", "e.pdf": "%PDF", "f.PDF": "%PDF", "README": "no",
	}.write(t)
	got := read(t, Options{}, dir, filepath.Join(dir, "..", "news"))
	if want := []string{"ab", "az", "b", "c1", "c2", "xy"}; !slices.Equal(field(got.articles, textOfArticle), want) {
		t.Errorf("got %q, want %q", field(got.articles, textOfArticle), want)
	}
	if len(got.problems) != 2 || !strings.Contains(got.problems[0].String(), "README: has no ending") ||
		!strings.Contains(got.problems[1].String(), "e.pdf: has ending .pdf, as have 1 more") {
		t.Errorf("problems %v", got.problems)
	}
}

func TestReadRefusesLocationsThatAreNotThere(t *testing.T) {
	t.Parallel()
	dir := files{"a.pdf": "x"}.write(t)
	for location, want := range map[string]string{
		filepath.Join(dir, "none"):  "no such file or folder",
		"ftp://news.example/feed":   "no file or folder, and no http",
		filepath.Join(dir, "a.pdf"): "neither a folder nor a format",
		"":                          "empty location",
	} {
		_, err := Read(t.Context(), []string{dir, location}, Options{}, nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", location, err)
		}
	}
}

// Each row is a file that is wrong in one way: how many articles it still gives, and the
// one problem that is reported.
func TestReadReportsWhatIsWrong(t *testing.T) {
	t.Parallel()
	rows := []struct {
		name, file, content string
		articles            int
		problem             string
		repaired, unread    bool
	}{
		{"empty", "a.txt", "", 0, "a.txt: is empty", false, false},
		{"white space", "a.md", " \n\t\n", 0, "a.md: only white space", false, false},
		{"too large", "a.txt", strings.Repeat("word ", 300), 0, "a.txt: over the limit of 1000 bytes", false, false},
		{"gzip bomb", "a.txt.gz", zipped(strings.Repeat("word ", 1<<20)), 0, "a.txt.gz: over the limit of 1000 bytes", false, false},
		{"binary", "a.txt", "GIF89a\x00\x01", 0, "a.txt: is binary, not text", false, false},
		{"control characters", "a.txt", strings.Repeat("\x01\x02a", 50), 0, "a.txt: is binary, not text", false, false},
		{"binary html", "a.html", "\x00\x01", 0, "a.html: is binary, not text", false, false},
		{"invalid UTF-8", "a.txt", "caf\xe9 open", 1, "a.txt: was Latin-1, not UTF-8", true, false},
		{"Windows-1252", "a.txt", "\x93caf\xe9\x94", 1, "a.txt: was Windows-1252, not UTF-8", true, false},
		{"broken UTF-8", "a.txt", "café, naïve, caf\xe9", 1, "a.txt: invalid UTF-8 replaced", true, false},
		{"UTF-16 without mark", "a.txt", "T\x00h\x00e\x00 \x00e\x00n\x00d\x00", 1, "a.txt: was UTF-16 without a byte order mark", true, false},
		{"UTF-16", "a.txt", "\xff\xfeH\x00i\x00", 1, "a.txt: was UTF-16", true, false},
		{"not gzip", "a.txt.gz", "plain text, not packed", 0, "a.txt.gz: cannot be read: not gzip", false, true},
		{"broken gzip", "a.txt.gz", zipped("some text")[:20], 0, "a.txt.gz: cannot be read: the compressed data end too early", false, true},
		{"broken line", "a.jsonl", "{\"text\":\"x\"}\n{\"text\":\n{\"text\":\"y\"}\n", 2, "a.jsonl:2: broken JSON: unexpected end", false, false},
		{"line of another kind", "a.jsonl", "[1]\n{\"text\":\"y\"}", 1, "a.jsonl:1: broken JSON: not an object", false, false},
		{"long line", "a.ndjson", "{\"text\":\"" + strings.Repeat("x", 1000) + "\"}\n{\"text\":\"y\"}", 1, "a.ndjson:1: over the limit", false, false},
		{"no text", "a.jsonl", "{\"title\":\"x\",\"text\":\" \"}", 0, "a.jsonl:1: no text in it", false, false},
		{"invalid UTF-8 in JSON", "a.jsonl", "{\"text\":\"caf\xe9\"}", 1, "a.jsonl:1: invalid UTF-8 replaced", true, false},
		{"wrong type", "a.jsonl", "{\"text\":\"x\",\"title\":[1]}", 1, "a.jsonl:1: title is not a string", true, false},
		{"repeated key", "a.json", "{\"text\":\"x\",\"url\":\"\",\"text\":\"y\"}", 1, "a.json: the key \"text\" stands twice", true, false},
		{"partial date", "a.jsonl", "{\"text\":\"x\",\"published\":\"2025-01\"}", 1, "a.jsonl:1: published \"2025-01\" is no date", true, false},
		{"year 1", "a.jsonl", "{\"text\":\"x\",\"published\":\"0001-01-01\"}", 1, "a.jsonl:1: published \"0001-01-01\" is no date", true, false},
		{"relative url", "a.jsonl", "{\"text\":\"x\",\"url\":\"/news/1\"}", 1, "a.jsonl:1: url \"/news/1\" is no http", true, false},
		{"script url", "a.jsonl", "{\"text\":\"x\",\"url\":\"javascript:alert(1)\"}", 1, "is no http", true, false},
		{"wild id", "a.jsonl", "{\"text\":\"x\",\"id\":\"a\\u0000b\"}", 1, "a.jsonl:1: id \"a b\" is too long or has control", true, false},
		{"deep JSON", "a.jsonl", "{\"text\":" + strings.Repeat("[", 400) + strings.Repeat("]", 400) + "}", 0, "a.jsonl:1: ", false, false},
		{"broken array", "a.json", "[{\"text\":\"x\"},\n{\"text\":}]", 1, "a.json:2: broken JSON", false, false},
		{"array over the limit", "a.json", "[{\"text\":\"" + strings.Repeat("x", 1<<18) + "\"}]", 0, "a.json:1: item 1 is over the limit", false, false},
		{"item over the limit", "a.json", "[\n{\"text\":\"" + strings.Repeat("x", 1000) + "\"},{\"text\":\"y\"}]", 1, "a.json:2: over the limit", false, false},
		{"empty array", "a.json", "[]", 0, "a.json: is empty", false, false},
		{"broken front matter", "a.md", "---\ntitle: [\n---\nText", 1, "a.md: front matter left out", true, false},
		{"deep HTML", "a.html", strings.Repeat("<div>", 2000) + "x", 0, "a.html: not readable as HTML", false, false},
		{"empty HTML", "a.html", "<html><script>var x</script></html>", 0, "a.html: no text in it", false, false},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got := read(t, Options{MaxBytes: 1000}, files{row.file: row.content}.write(t))
			if strings.HasPrefix(row.name, "deep") {
				got = read(t, Options{}, files{row.file: row.content}.write(t))
			}
			if len(got.articles) != row.articles {
				t.Errorf("articles %+v", got.articles)
			}
			if len(got.problems) == 0 {
				t.Fatal("no problem reported")
			}
			p := got.problems[0]
			if !strings.Contains(p.String(), row.problem) || p.Repaired != row.repaired || p.Unread != row.unread {
				t.Errorf("got %+v, want %q", p, row.problem)
			}
		})
	}
}

func TestReadKeepsTheWholeLinesOfABrokenArchive(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, "{\"id\":\"n%d\",\"text\":\"Story %x.\"}\n", i, i*7919)
	}
	whole := zipped(b.String())
	got := read(t, Options{}, files{"a.jsonl.gz": whole[:len(whole)/2]}.write(t))
	if n := len(got.articles); n < 1000 || n >= 5000 || got.articles[n-1].ID != fmt.Sprintf("n%d", n-1) {
		t.Errorf("%d articles", n)
	}
	if len(got.problems) != 1 || !got.problems[0].Unread {
		t.Errorf("problems %v", got.problems)
	}
}

// barred is a file system in which nothing whose name has "no" in it may be opened.
type barred struct{ fstest.MapFS }

func (b barred) Open(name string) (fs.File, error) {
	if strings.Contains(name, "no") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.MapFS.Open(name)
}

func (b barred) ReadDir(name string) ([]fs.DirEntry, error) {
	if strings.Contains(name, "no") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.MapFS.ReadDir(name)
}

func (b barred) Stat(name string) (fs.FileInfo, error) { return b.MapFS.Stat(name) }

func TestReadTellsUnreadableFilesFromVanishedOnes(t *testing.T) {
	t.Parallel()
	data := &fstest.MapFile{Data: []byte("A.")}
	fsys := barred{fstest.MapFS{"a.txt": data, "b/no.jsonl": data, "no/c.txt": data, "now.md": data}}
	var problems []Problem
	got := slices.Collect(ReadFS(t.Context(), fsys, Options{}, func(p Problem) { problems = append(problems, p) }))
	if len(got) != 1 || len(problems) != 3 {
		t.Fatalf("%v, %v", got, problems)
	}
	for i, path := range []string{"b/no.jsonl", "no", "now.md"} {
		if want := (Problem{Path: path, Reason: "cannot be read: permission denied", Unread: true}); problems[i] != want {
			t.Errorf("got %+v, want %+v", problems[i], want)
		}
	}
}

func TestReadKeepsTheOrderWhileItReadsAhead(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{}
	var want []string
	for i := range 60 {
		name := fmt.Sprintf("%02d.html", i)
		fsys[name] = &fstest.MapFile{Data: []byte(page("", strings.Repeat(story, 60-i)))}
		want = append(want, name)
	}
	got := slices.Collect(ReadFS(t.Context(), fsys, Options{}, nil))
	if paths := field(got, func(a Article) string { return a.Path }); !slices.Equal(paths, want) {
		t.Errorf("paths %q", paths)
	}
}

func TestReadLosesNothingToARepeatedID(t *testing.T) {
	t.Parallel()
	lines := `{"id":"a","text":"one"}` + "\n" + `{"id":"a","text":"two"}` + "\n" + `{"id":"a","text":"one"}` + "\n" +
		`{"id":"a","text":"three"}` + "\n" + `{"text":"one"}` + "\n" + `{"text":"one"}` + "\n" + `{"id":7,"text":"x"}`
	dir := files{"a.jsonl": lines}.write(t)
	got := read(t, Options{}, dir)
	ids := field(got.articles, func(a Article) string { return a.ID })
	if want := []string{"a", "a-2", "a-3", digest("content", "", "", "one"), "7"}; !slices.Equal(ids, want) {
		t.Errorf("ids %q, want %q", ids, want)
	}
	if len(got.problems) != 4 || got.problems[1].Repaired || got.problems[1].Line != 3 ||
		!strings.Contains(got.problems[1].Reason, "a duplicate of "+filepath.ToSlash(dir)+"/a.jsonl#1") || !got.problems[0].Repaired {
		t.Errorf("problems %v", got.problems)
	}
}

func TestReadStopsWhenTheContextOrTheReaderDoes(t *testing.T) {
	t.Parallel()
	dir := files{"a.jsonl": strings.Repeat("{\"text\":\"x\"}\n{\"text\":\"y\"}\n", 10), "b.txt": "b"}.write(t)
	ctx, cancel := context.WithCancel(t.Context())
	seq, err := Read(ctx, []string{dir}, Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := count(seq, cancel); n != 1 {
		t.Errorf("%d articles after cancelling", n)
	}
	for range seq {
		t.Error("an article after the end of the context")
	}
	again, err := Read(t.Context(), []string{dir}, Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for a := range again {
		if a.Text != "x" {
			t.Error(a.Text)
		}
		break
	}
}

// count counts articles, and calls then after the first.
func count(seq iter.Seq[Article], then func()) int {
	n := 0
	for range seq {
		n++
		then()
	}
	return n
}

func TestReadFSReadsWhatIsEmbedded(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{"sample/a.txt": {Data: []byte("A.")}, "sample/b.jsonl.gz": {Data: []byte(zipped(`{"text":"B."}`))}}
	got := slices.Collect(ReadFS(t.Context(), fsys, Options{}, nil))
	paths := field(got, func(a Article) string { return a.Path })
	if !slices.Equal(paths, []string{"sample/a.txt", "sample/b.jsonl.gz#1"}) {
		t.Errorf("paths %q", paths)
	}
}

func BenchmarkRead(b *testing.B) {
	var lines strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&lines, "{\"id\":\"n%d\",\"title\":\"A title\",\"published\":\"2025-01-22\",\"text\":%q}\n", i, strings.Repeat("The plan was set out in detail. ", 60))
	}
	dir := files{"a.jsonl": lines.String()}.write(b)
	b.SetBytes(int64(lines.Len()))
	for b.Loop() {
		if n := len(read(b, Options{}, dir).articles); n != 2000 {
			b.Fatal(n)
		}
	}
}
