package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// root is a place that articles are read from.
type root struct {
	fsys     fs.FS
	start    string                 // the file or folder in fsys to begin with
	location string                 // what an article's path begins with
	full     string                 // the absolute path
	base     string                 // what the path begins with that ids are made of: the same from any working directory
	outlet   string                 // as Location.Outlet
	wants    func(name string) bool // nil: everything
}

// rootOf finds out what a location is.
func rootOf(location string) (root, error) {
	if scheme, _, ok := strings.Cut(location, "://"); ok && scheme != "" {
		return root{}, fmt.Errorf("%s: no file or folder, and no http or https address", location)
	}
	if location == "" {
		return root{}, errors.New("an empty location: give a file or a folder")
	}
	clean := filepath.Clean(location)
	full, err := filepath.Abs(clean)
	if err != nil {
		return root{}, fmt.Errorf("%s: %w", location, err)
	}
	info, err := os.Stat(clean)
	slashed := filepath.ToSlash(clean)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return root{}, fmt.Errorf("%s: no such file or folder", location)
	case err == nil && info.IsDir():
		return root{fsys: os.DirFS(clean), start: ".", location: slashed, full: full, base: filepath.Base(full)}, nil
	case err == nil && kindOf(clean) == unknownFormat:
		return root{}, fmt.Errorf("%s: neither a folder nor a format that is read (%s)", location, formatNames)
	}
	return root{fsys: os.DirFS(filepath.Dir(clean)), start: filepath.Base(clean), location: path.Dir(slashed), full: full}, nil
}

// pathOf returns the path that readers are shown for a name in the file system.
func (r root) pathOf(name string) string {
	if r.location == "" {
		return name
	}
	return path.Join(r.location, name)
}
