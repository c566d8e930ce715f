package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"

	"storybot/corpus"
	"storybot/corpus/web"
)

// places are the locations of a corpus: files, folders, addresses of the web, and files of
// sources that list more.
type places struct {
	names   []string
	options corpus.Options
	client  func() (*web.Client, error)

	mu     sync.Mutex
	listed map[string]time.Time // when a location with an interval of its own was last read
}

// pagesFolder is the folder in the index's directory that remembers what was fetched.
const pagesFolder = "pages"

// places returns the places with these names. What is fetched for them is remembered beside
// the index in a directory; in memory where that is "".
func (s *session) places(names []string, dir string) *places {
	o := web.Options{Private: s.Private, Proxy: http.ProxyFromEnvironment, MaxBytes: s.MaxBytes, Log: s.log}
	return &places{
		names: names, options: corpus.Options{MaxBytes: s.MaxBytes}, listed: map[string]time.Time{},
		client: sync.OnceValues(func() (*web.Client, error) {
			if dir == "" {
				return web.New(o), nil
			}
			store, err := web.NewFolder(filepath.Join(dir, pagesFolder))
			if err != nil {
				return nil, err
			}
			if err := store.Prune(time.Now()); err != nil && o.Log != nil {
				o.Log.Warn("old pages are kept", "error", err)
			}
			o.Store = store
			return web.New(o), nil
		}),
	}
}

// locations are those that files of sources list, and all others as they are named.
func (p *places) locations() ([]corpus.Location, error) {
	var all []corpus.Location
	for _, name := range p.names {
		if web.IsAddress(name) || !corpus.IsSources(name) {
			all = append(all, corpus.Location{Place: name})
			continue
		}
		data, err := os.ReadFile(name)
		var file *fs.PathError
		if errors.As(err, &file) {
			return nil, fmt.Errorf("%s: %w", name, file.Err)
		}
		if err != nil {
			return nil, err
		}
		listed, err := corpus.ReadSources(name, data)
		if err != nil {
			return nil, err
		}
		all = append(all, listed...)
	}
	return all, nil
}

// found are the locations of a corpus that exist, as far as can be told without asking a site.
type found struct {
	files, web []corpus.Location
	listing    corpus.Listing // of the files
}

// located finds the locations; an error says which one does not exist.
func (p *places) located() (found, error) {
	all, err := p.locations()
	if err != nil {
		return found{}, err
	}
	return locate(all)
}

// locate parts files from addresses, and finds the files.
func locate(all []corpus.Location) (f found, err error) {
	for _, l := range all {
		if web.IsAddress(l.Place) {
			f.web = append(f.web, l)
		} else {
			f.files = append(f.files, l)
		}
	}
	f.listing, err = corpus.Files(f.files)
	return f, err
}

// read lists all articles.
func (p *places) read(ctx context.Context, report func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
	all, err := p.locations()
	if err != nil {
		return nil, err
	}
	p.note(all, time.Now())
	return p.articles(ctx, all, report)
}

// articles reads locations.
func (p *places) articles(ctx context.Context, all []corpus.Location, report func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
	f, err := locate(all)
	if err != nil {
		return nil, err
	}
	listing := f.listing
	if len(f.web) > 0 {
		client, err := p.client()
		if err != nil {
			return nil, err
		}
		listing = corpus.Join(listing, client.Listing(f.web))
	}
	return listing.Articles(ctx, p.options, report), nil
}

// note notes that locations are read now.
func (p *places) note(all []corpus.Location, now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, l := range all {
		p.listed[l.Place] = now
	}
}

// slack is how much earlier than its interval a location may be read, so that one of 15
// minutes is read each time that 15 minutes are over.
const slack = time.Second

// due returns what lists the articles of the locations whose interval is over, usual being
// that of those without one. What stands in the others counts as unread, not as gone.
func (p *places) due(usual time.Duration) func(context.Context, func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
	return func(ctx context.Context, report func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		all, err := p.locations()
		if err != nil {
			return nil, err
		}
		now := time.Now()
		ready, waiting := p.sorted(all, usual, now)
		p.note(ready, now)
		articles, err := p.articles(ctx, ready, report)
		if err != nil {
			return nil, err
		}
		for _, l := range waiting {
			report(corpus.Problem{Path: pathOf(l), Unread: true})
		}
		return articles, nil
	}
}

// pathOf returns what the paths of a location's articles begin with.
func pathOf(l corpus.Location) string {
	if web.IsAddress(l.Place) {
		return l.Place
	}
	return filepath.ToSlash(filepath.Clean(l.Place))
}

// sorted parts locations that are due from those that are not. Files always are: to look
// at them costs little.
func (p *places) sorted(all []corpus.Location, usual time.Duration, now time.Time) (ready, waiting []corpus.Location) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, l := range all {
		every := l.Every
		if every == 0 && web.IsAddress(l.Place) {
			every = usual
		}
		if now.Sub(p.listed[l.Place]) < every-slack {
			waiting = append(waiting, l)
		} else {
			ready = append(ready, l)
		}
	}
	return ready, waiting
}

// interval returns how often to look for what is due: the shortest interval of any location;
// 0 where there is none.
func (p *places) interval(usual time.Duration) time.Duration {
	all, err := p.locations()
	if err != nil {
		return usual
	}
	shortest := usual
	for _, l := range all {
		if l.Every > 0 && (shortest == 0 || l.Every < shortest) {
			shortest = l.Every
		}
	}
	return shortest
}
