package terminal

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const (
	pastLines = 1000    // the most lines that are remembered
	pastBytes = 4 << 10 // a longer line is remembered only while the chat runs
)

// history has the lines that were asked, oldest first, and the place in them that the up
// and down keys have come to.
type history struct {
	path  string // "": memory only
	lines []string
	at    int    // len(lines): at the line being typed
	draft string // that line, kept while older ones are shown
}

// openHistory reads the lines of a file, of which there need not be one yet. The history
// that it returns works even where there is an error; then it has no file.
func openHistory(path string) (*history, error) {
	h := &history{path: path}
	if path == "" {
		return h, nil
	}
	b, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		h.path = ""
		return h, fmt.Errorf("reading the history: %w", err)
	}
	scan := bufio.NewScanner(bytes.NewReader(b))
	for scan.Scan() {
		if line := oneLine(scan.Text()); line != "" {
			h.lines = append(h.lines, line)
		}
	}
	h.trim()
	return h, nil
}

// add appends a line, unless it is the last one again, and writes the file anew.
func (h *history) add(line string) error {
	h.draft = ""
	h.at = len(h.lines)
	if n := len(h.lines); n > 0 && h.lines[n-1] == line {
		return nil
	}
	h.lines = append(h.lines, line)
	h.trim()
	return h.save()
}

func (h *history) trim() {
	if n := len(h.lines) - pastLines; n > 0 {
		h.lines = append([]string(nil), h.lines[n:]...)
	}
	h.at = len(h.lines)
}

// save writes the lines to a new file of mode 0600 that takes the old one's place.
func (h *history) save() error {
	if h.path == "" {
		return nil
	}
	f, err := os.CreateTemp(filepath.Dir(h.path), filepath.Base(h.path)+".*")
	if err != nil {
		return fmt.Errorf("writing the history: %w", err)
	}
	defer os.Remove(f.Name()) // is gone where all went well
	for _, line := range h.lines {
		if len(line) <= pastBytes {
			_, err = f.WriteString(line + "\n")
		}
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), h.path)
	}
	if err != nil {
		return fmt.Errorf("writing the history: %w", err)
	}
	return nil
}

// move goes back (-1) or forth (+1) and returns the line there. It is false at the ends.
func (h *history) move(step int, typed string) (string, bool) {
	to := h.at + step
	if to < 0 || to > len(h.lines) {
		return "", false
	}
	if h.at == len(h.lines) {
		h.draft = typed
	}
	h.at = to
	if to == len(h.lines) {
		return h.draft, true
	}
	return strings.Clone(h.lines[to]), true
}
