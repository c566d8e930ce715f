package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"storybot/corpus"
)

// link is a page that a feed or a sitemap lists.
type link struct {
	url    string
	stamp  string    // the same where the page has not changed since, as far as the list says
	when   time.Time // of the page or its last change; zero when unknown
	source corpus.Source
	text   string // HTML of the article, where the list has it; else ""
}

// list is a feed or a sitemap that was read.
type list struct {
	kind  string // "feed" or "sitemap"
	links []link
	notes []string // what was passed over
}

// Listing lists the pages of locations, each by what it holds: a feed, a sitemap, a list of
// sitemaps, or else one page. Where one page stands in several lists the first counts.
// Locations take turns, so that no site has all requests at once.
//
// The path of a page's article is its address, after that of its list and "#". A list shows
// only what is new: what it no longer shows is reported to be unread, not to be gone.
func (c *Client) Listing(locations []corpus.Location) corpus.Listing {
	return func(ctx context.Context, report func(corpus.Problem)) iter.Seq[corpus.Entry] {
		return func(yield func(corpus.Entry) bool) {
			var queues [][]corpus.Entry
			seen := map[string]bool{}
			for i, f := range c.look(ctx, locations) {
				queues = append(queues, c.entries(locations[i], f, seen, report))
			}
			for e := range turns(queues) {
				if ctx.Err() != nil || !yield(e) {
					return
				}
			}
		}
	}
}

// turns takes one entry of each queue after the other.
func turns(queues [][]corpus.Entry) iter.Seq[corpus.Entry] {
	return func(yield func(corpus.Entry) bool) {
		for n := 0; ; n++ {
			some := false
			for _, q := range queues {
				if n >= len(q) {
					continue
				}
				if some = true; !yield(q[n]) {
					return
				}
			}
			if !some {
				return
			}
		}
	}
}

// looking is how many locations are looked at at a time.
const looking = 8

// look is what stands at a location: a list, or, where that is nil, a page.
type look struct {
	got  Record
	list *list
	err  error
}

// look finds out what stands at locations, some at a time: most are on different hosts.
func (c *Client) look(ctx context.Context, locations []corpus.Location) []look {
	all := make([]look, len(locations))
	turn := make(chan struct{}, looking)
	var busy sync.WaitGroup
	for i, l := range locations {
		turn <- struct{}{}
		busy.Go(func() {
			defer func() { <-turn }()
			f := &all[i]
			if f.got, f.err = c.get(ctx, l.Place, ""); f.err == nil {
				f.list, f.err = c.parse(ctx, f.got)
			}
		})
	}
	busy.Wait()
	return all
}

// entries lists the pages of one location, without those that were seen.
func (c *Client) entries(l corpus.Location, f look, seen map[string]bool, report func(corpus.Problem)) []corpus.Entry {
	if f.err != nil {
		tell(l.Place, f.err, report)
		return nil
	}
	if f.list == nil {
		key := corpus.PlainURL(f.got.URL)
		if seen[key] {
			return nil
		}
		seen[key] = true
		return []corpus.Entry{corpus.PageEntry(l.Place, stampOf(string(f.got.Body)), l.Outlet, given(f.got))}
	}
	for _, note := range f.list.notes {
		report(corpus.Problem{Path: l.Place, Reason: note})
	}
	report(corpus.Problem{Path: l.Place, Unread: true}) // what it lists no longer
	return c.pages(l, *f.list, seen)
}

// stampOf returns a digest of what changes when a page does.
func stampOf(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	return hex.EncodeToString(sum[:8])
}

// given returns a page that was fetched already.
func given(r Record) func(context.Context, func(corpus.Problem)) (corpus.Page, bool) {
	return func(context.Context, func(corpus.Problem)) (corpus.Page, bool) {
		return corpus.Page{URL: r.URL, Type: r.Type, Body: r.Body}, true
	}
}

// tell reports why an address gives nothing; nothing where the reader left.
func tell(path string, err error, report func(corpus.Problem)) {
	var failed *failure
	if errors.As(err, &failed) {
		report(corpus.Problem{Path: path, Reason: failed.reason, Unread: !failed.gone})
	} else {
		report(corpus.Problem{Path: path, Reason: "was not fetched: " + err.Error(), Unread: true})
	}
}

// pages returns the entries of a list, those that are wanted.
func (c *Client) pages(l corpus.Location, found list, seen map[string]bool) []corpus.Entry {
	wants := l.Wants()
	var all []corpus.Entry
	for _, link := range found.links {
		key := corpus.PlainURL(link.url)
		u, err := url.Parse(link.url)
		if err != nil || seen[key] || !wants(u.Path) {
			continue
		}
		seen[key] = true
		path := l.Place + "#" + link.url
		all = append(all, corpus.PageEntry(path, link.stamp, l.Outlet, c.fetch(path, link, found.kind)))
	}
	return all
}

const (
	freshFor  = 24 * time.Hour // how long a page that its list shows unchanged is not asked for again
	failedFor = time.Hour      // and one that gave nothing
	maxFailed = 10_000         // how many of those are remembered
)

// attempt is a page that gave nothing.
type attempt struct {
	err   error
	stamp string
	when  time.Time
}

// fetch returns what gets a page that a list of some kind shows.
func (c *Client) fetch(path string, l link, kind string) func(context.Context, func(corpus.Problem)) (corpus.Page, bool) {
	return func(ctx context.Context, report func(corpus.Problem)) (corpus.Page, bool) {
		got, err := c.page(ctx, l)
		if failed := (*failure)(nil); l.text != "" && errors.As(err, &failed) {
			report(corpus.Problem{Path: path, Reason: failed.reason + ": the " + kind + "'s own text of it is read", Repaired: true})
			got, err = Record{URL: l.url, Body: []byte("<article>" + l.text + "</article>")}, nil
		}
		if err != nil {
			tell(path, err, report)
			return corpus.Page{}, false
		}
		return corpus.Page{URL: got.URL, Type: got.Type, Body: got.Body, Stated: l.source, By: kind}, true
	}
}

// page returns a page that a list shows: as it was fetched, where the list shows it
// unchanged. What gave nothing is not asked for again at each refresh.
func (c *Client) page(ctx context.Context, l link) (Record, error) {
	got, known := c.options.Store.Get(l.url)
	if known && got.Stamp == l.stamp && c.now().Sub(got.Fetched) <= freshFor {
		return got, nil
	}
	c.mu.Lock()
	last, failed := c.failed[l.url]
	c.mu.Unlock()
	if failed && last.stamp == l.stamp && c.now().Sub(last.when) < failedFor {
		return Record{}, last.err
	}
	got, err := c.get(ctx, l.url, l.stamp)
	if err != nil && ctx.Err() == nil {
		c.mu.Lock()
		if len(c.failed) >= maxFailed {
			clear(c.failed)
		}
		c.failed[l.url] = attempt{err, l.stamp, c.now()}
		c.mu.Unlock()
	}
	return got, err
}

// parse reads a feed or a sitemap; nil where it is neither, so a page.
func (c *Client) parse(ctx context.Context, got Record) (*list, error) {
	body, err := c.plain(got)
	if err != nil {
		return nil, err
	}
	found := &list{}
	switch rootOf(body) {
	case "rss", "RDF", "feed", "json":
		found.kind = "feed"
		found.links, err = feedLinks(body, got.URL)
	case "urlset", "sitemapindex":
		found.kind = "sitemap"
		err = c.sitemap(ctx, found, got.URL, body)
	default:
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(found.links, func(a, b link) int { return b.when.Compare(a.when) })
	if n := len(found.links); n > c.options.MaxPages {
		found.notes = append(found.notes, fmt.Sprintf("lists %d pages: the newest %d are read", n, c.options.MaxPages))
		found.links = found.links[:c.options.MaxPages]
	}
	return found, nil
}
