package corpus

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// member is a file in an archive.
type memberFile struct{ name, content string }

// zipOf packs files into a zip archive.
func zipOf(members ...memberFile) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		f, _ := w.Create(m.name)
		_, _ = io.WriteString(f, m.content)
	}
	_ = w.Close()
	return b.String()
}

// tarOf packs files into a tar archive.
func tarOf(members ...memberFile) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		_ = w.WriteHeader(&tar.Header{Name: m.name, Size: int64(len(m.content)), Mode: 0o644, Typeflag: tar.TypeReg})
		_, _ = io.WriteString(w, m.content)
	}
	_ = w.Close()
	return b.String()
}

// below returns what stands behind the folder in a path.
func below(path string) string {
	_, rest, _ := strings.Cut(path, "/news/")
	return rest
}

func pathsOf(all []Article) []string {
	return field(all, func(a Article) string { return below(a.Path) })
}

func TestArchivesAreReadAsFolders(t *testing.T) {
	t.Parallel()
	members := []memberFile{{"in/b.txt", "B."}, {"a.jsonl", `{"text":"A1."}` + "\n" + `{"text":"A2."}`}, {".hidden.txt", "no"},
		{"__MACOSX/b.txt", "no"}, {"c.txt.gz", zipped("C.")}}
	for name, content := range map[string]string{"x.zip": zipOf(members...), "x.tar": tarOf(members...),
		"x.tar.gz": zipped(tarOf(members...)), "x.tgz": zipped(tarOf(members...)), "x.zip.gz": zipped(zipOf(members...))} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := files{name: content}.write(t)
			got := read(t, Options{}, dir)
			want := []string{name + "/in/b.txt", name + "/a.jsonl#1", name + "/a.jsonl#2", name + "/c.txt.gz"}
			if len(got.problems) > 0 || !slices.Equal(pathsOf(got.articles), want) {
				t.Errorf("got %q, problems %v", pathsOf(got.articles), got.problems)
			}
			ids := field(got.articles, func(a Article) string { return a.ID })
			if again := field(read(t, Options{}, dir).articles, func(a Article) string { return a.ID }); !slices.Equal(ids, again) {
				t.Errorf("ids %q, then %q", ids, again)
			}
		})
	}
}

func TestArchivesAreBounded(t *testing.T) {
	t.Parallel()
	inner := zipOf(memberFile{"deep.txt", "Deep."})
	bomb := strings.Repeat("\x00", 10<<20)
	link := func() string {
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		_ = w.WriteHeader(&tar.Header{Name: "a.txt", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink})
		_ = w.Close()
		return b.String()
	}()
	rows := []struct {
		name, file, content string
		articles            int
		problem             string
	}{
		{"a zip in a zip", "a.zip", zipOf(memberFile{"b.zip", inner}), 1, ""},
		{"a zip in a zip in a zip", "a.zip", zipOf(memberFile{"b.zip", zipOf(memberFile{"c.zip", inner})}), 0, "a.zip/b.zip/c.zip: more than 2 archives in each other"},
		{"a name that leads out", "a.zip", zipOf(memberFile{"../../etc/x.txt", "No."}), 0, `a.zip: its member "../../etc/x.txt" points out of the archive`},
		{"a rooted name", "a.tar", tarOf(memberFile{"/etc/x.txt", "No."}), 0, `a.tar: its member "/etc/x.txt" points out of the archive`},
		{"a name of another system", "a.zip", zipOf(memberFile{`..\x.txt`, "No."}), 0, "points out of the archive"},
		{"a link", "a.tar", link, 0, `a.tar: its member "a.txt" is not a regular file`},
		{"no archive", "a.zip", "plain text", 0, "a.zip: cannot be read: zip: not a valid zip file"},
		{"half an archive", "a.tar.gz", zipped(tarOf(memberFile{"a.txt", "A."}))[:60], 0, "the compressed data end too early"},
		{"other formats", "a.zip", zipOf(memberFile{"a.pdf", "x"}, memberFile{"b.pdf", "x"}, memberFile{"c.txt", "C."}), 1, "a.zip/a.pdf: has ending .pdf, as have 1 more files"},
		{"a bomb of tar", "a.tar.gz", zipped(tarOf(memberFile{"c.txt", "C."}, memberFile{".a.bin", bomb}, memberFile{"b.txt", "B."})), 1, "a.tar.gz: unpacks to more than 250 times its size"},
		{"a bomb of zip", "a.zip", zipOf(memberFile{"a.txt", bomb}), 0, "a.zip/a.txt: unpacks to more than 250 times its size"},
		{"a bomb of lines", "a.jsonl.gz", zipped(strings.Repeat(strings.Repeat(" ", 1<<16)+"\n", 160)), 0, "a.jsonl.gz: unpacks to more than 250 times its size"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got := read(t, Options{}, files{row.file: row.content}.write(t))
			if len(got.articles) != row.articles {
				t.Errorf("articles %q", pathsOf(got.articles))
			}
			switch {
			case row.problem == "" && len(got.problems) > 0, row.problem != "" && len(got.problems) != 1:
				t.Errorf("problems %v", got.problems)
			case row.problem != "" && !strings.Contains(got.problems[0].String(), row.problem):
				t.Errorf("got %v, want %q", got.problems[0], row.problem)
			}
		})
	}
}

func TestMembersOfAZipShareOneBudget(t *testing.T) {
	t.Parallel()
	var members []memberFile
	for i := range 6 {
		members = append(members, memberFile{fmt.Sprintf("%d.txt", i), strings.Repeat("a", 3<<20)})
	}
	got := read(t, Options{}, files{"a.zip": zipOf(members...)}.write(t))
	if len(got.articles) > 3 || len(got.problems) == 0 || !strings.Contains(got.problems[0].Reason, "250 times") {
		t.Errorf("%d articles, problems %v", len(got.articles), got.problems)
	}
}

func FuzzReadZip(f *testing.F) {
	f.Add([]byte(zipOf(memberFile{"a.txt", "A."}, memberFile{"b.zip", zipOf(memberFile{"c.html", "<p>x"})})))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, data []byte) { drafts(t, "a.zip", string(data)) })
}

func FuzzReadTar(f *testing.F) {
	f.Add([]byte(tarOf(memberFile{"a.txt", "A."}, memberFile{"b.tar", tarOf(memberFile{"c.eml", "Subject: x\n\nx"})})))
	f.Fuzz(func(t *testing.T, data []byte) { drafts(t, "a.tar", string(data)) })
}
