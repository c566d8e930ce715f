package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"storybot/corpus"
)

// watchFiles calls changed some time after a file at one of the locations was written, made,
// moved or removed, once for all changes that follow each other within settle, until ctx is
// done. Folders are watched with all folders in them, also those that are made later. The
// error is for a location that cannot be watched, such as on systems that have no more
// watches to give; nil when ctx is done. Changes on some network file systems are not seen.
func watchFiles(ctx context.Context, locations []corpus.Location, settle time.Duration, changed func()) error {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	defer events.Close()
	w := watcher{events: events, files: map[string]bool{}}
	for _, l := range locations {
		if err := w.add(l.Place); err != nil {
			return fmt.Errorf("watch %s: %w", l.Place, err)
		}
	}
	return w.run(ctx, settle, changed)
}

// watcher watches files and folders.
type watcher struct {
	events *fsnotify.Watcher
	roots  []string        // the folders that are watched with all in them
	files  map[string]bool // the files that are watched alone, in folders that are too
}

// add watches a location.
func (w *watcher) add(place string) error {
	info, err := os.Stat(place)
	if err != nil {
		return err
	}
	if info.IsDir() {
		w.roots = append(w.roots, filepath.Clean(place))
		return w.folder(place)
	}
	// A file that is replaced is another file: only its folder knows.
	w.files[filepath.Clean(place)] = true
	return w.events.Add(filepath.Dir(place))
}

// folder watches a folder and those in it. What vanishes meanwhile is no error.
func (w *watcher) folder(name string) error {
	return filepath.WalkDir(name, func(at string, e fs.DirEntry, err error) error {
		switch {
		case err != nil && at == name, err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission):
			return err
		case err != nil || !e.IsDir():
			return nil
		case at != name && strings.HasPrefix(e.Name(), "."):
			return filepath.SkipDir
		}
		if err := w.events.Add(at); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

// patience is how many times the settling delay a change waits at most, where others go on.
const patience = 20

// run waits for events until ctx is done.
func (w *watcher) run(ctx context.Context, settle time.Duration, changed func()) error {
	var last time.Time // by when the first change that waits is told; zero: none waits
	quiet := time.NewTimer(settle)
	quiet.Stop()
	defer quiet.Stop()
	wait := func() {
		now := time.Now()
		if last.IsZero() {
			last = now.Add(patience * settle)
		}
		quiet.Reset(min(settle, max(last.Sub(now), 0)))
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case e, open := <-w.events.Events:
			if !open {
				return errors.New("watch: ended")
			}
			if w.concerns(e) {
				wait()
			}
		case err, open := <-w.events.Errors:
			if !open {
				return errors.New("watch: ended")
			}
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return fmt.Errorf("watch: %w", err)
			}
			wait() // some event was lost: it may have been any
		case <-quiet.C:
			last = time.Time{}
			changed()
		}
	}
}

// concerns says whether an event is of a file or folder that is read, and watches folders
// that are new.
func (w *watcher) concerns(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod || strings.HasPrefix(filepath.Base(e.Name), ".") {
		return false
	}
	if !w.files[filepath.Clean(e.Name)] && !w.isBelow(e.Name) {
		return false
	}
	if info, err := os.Lstat(e.Name); err == nil && info.IsDir() && e.Op.Has(fsnotify.Create) {
		_ = w.folder(e.Name) // what cannot be watched is found at the next refresh
	}
	return true
}

// isBelow says whether a file is in one of the folders.
func (w *watcher) isBelow(name string) bool {
	for _, root := range w.roots {
		if rest, err := filepath.Rel(root, name); err == nil && filepath.IsLocal(rest) {
			return true
		}
	}
	return false
}
