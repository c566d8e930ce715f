//go:build unix

package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

func TestReadNeverBlocksOnWhatIsNoFile(t *testing.T) {
	t.Parallel()
	dir := files{"b/a.txt": "x"}.write(t)
	if err := syscall.Mkfifo(filepath.Join(dir, "a.txt"), 0o600); err != nil {
		t.Skip(err)
	}
	for link, target := range map[string]string{"gone.txt": "nowhere", "b/up": "..", "c": "b"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	got := read(t, Options{}, dir)
	if paths := field(got.articles, func(a Article) string { return strings.TrimPrefix(a.Path, filepath.ToSlash(dir)) }); !slices.Equal(paths, []string{"/b/a.txt", "/c/a.txt"}) {
		t.Errorf("paths %q", paths)
	}
	var reasons []string
	for _, p := range got.problems {
		reasons = append(reasons, strings.TrimPrefix(p.String(), filepath.ToSlash(dir)))
	}
	want := []string{
		"/a.txt: not a regular file", "/b/up: a symbolic link to a folder that is read already",
		"/c/up: a symbolic link to a folder that is read already", "/gone.txt: a symbolic link to nothing",
	}
	if !slices.Equal(reasons, want) {
		t.Errorf("problems %q", reasons)
	}
}
