package web

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"

	"storybot/corpus"
)

// A sitemap is XML as sitemaps.org has it: <urlset> of <url>, each with <loc>, <lastmod> and, in a
// sitemap for news, <news:news>; or <sitemapindex> of <sitemap>, each with <loc> and <lastmod>.

const (
	// maxLocations is the most entries of a sitemap that are read, which sitemaps.org sets.
	maxLocations = 50_000
	// maxSitemaps is the most sitemaps of an index that are read, the newest first.
	maxSitemaps = 50
)

// siteEntry is a <url> or a <sitemap>.
type siteEntry struct {
	Loc  string `xml:"loc"`
	Last string `xml:"lastmod"`
	News struct {
		Title string `xml:"title"`
		Date  string `xml:"publication_date"`
		Name  string `xml:"publication>name"`
	} `xml:"http://www.google.com/schemas/sitemap-news/0.9 news"`
}

// sitemap reads a sitemap, or an index with the sitemaps in it, into a list.
func (c *Client) sitemap(ctx context.Context, into *list, address string, body []byte) error {
	pages, maps, err := siteEntries(body)
	if err != nil {
		return err
	}
	into.add(pages, address)
	slices.SortStableFunc(maps, func(a, b siteEntry) int { return siteTime(b.Last).Compare(siteTime(a.Last)) })
	if n := len(maps); n > maxSitemaps {
		into.notes = append(into.notes, fmt.Sprintf("lists %d sitemaps: the newest %d are read", n, maxSitemaps))
		maps = maps[:maxSitemaps]
	}
	for _, m := range maps {
		if len(into.links) >= maxLocations {
			break
		}
		if err := c.below(ctx, into, absolute(address, m.Loc)); err != nil {
			into.notes = append(into.notes, fmt.Sprintf("its sitemap %s: %s", m.Loc, err))
		}
	}
	return ctx.Err()
}

// below reads one sitemap of an index.
func (c *Client) below(ctx context.Context, into *list, address string) error {
	got, err := c.get(ctx, address, "")
	if err != nil {
		return err
	}
	body, err := c.plain(got)
	if err != nil {
		return err
	}
	pages, maps, err := siteEntries(body)
	if err != nil {
		return err
	}
	into.add(pages, got.URL)
	if len(maps) > 0 {
		return errors.New("an index in an index is not read")
	}
	return nil
}

// absolute resolves an address that stands at another.
func absolute(at, address string) string {
	base, err := url.Parse(at)
	if err != nil {
		return address
	}
	u, err := base.Parse(strings.TrimSpace(address))
	if err != nil {
		return address
	}
	return u.String()
}

// add adds pages that stand in a sitemap at an address.
func (l *list) add(pages []siteEntry, at string) {
	for _, p := range pages {
		address := absolute(at, p.Loc)
		if !IsAddress(address) {
			continue
		}
		published := siteTime(p.News.Date)
		when := published
		if last := siteTime(p.Last); last.After(when) {
			when = last
		}
		stamp := ""
		if p.Last != "" || p.News.Date != "" {
			stamp = stampOf(p.Last, p.News.Date, p.News.Title)
		}
		l.links = append(l.links, link{url: address, stamp: stamp, when: when,
			source: corpus.Source{Title: p.News.Title, Outlet: p.News.Name, Published: published}})
	}
}

// siteEntries reads the entries of a sitemap or an index.
func siteEntries(body []byte) (pages, maps []siteEntry, err error) {
	d := decoder(body)
	for len(pages)+len(maps) < maxLocations {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, later("is no sitemap that can be read: %s", err)
		}
		start, ok := t.(xml.StartElement)
		if !ok || start.Name.Local != "url" && start.Name.Local != "sitemap" {
			continue
		}
		var e siteEntry
		if err := d.DecodeElement(&e, &start); err != nil {
			return nil, nil, later("is no sitemap that can be read: %s", err)
		}
		if start.Name.Local == "url" {
			pages = append(pages, e)
		} else {
			maps = append(maps, e)
		}
	}
	return pages, maps, nil
}

// siteTime reads a W3C date and time; zero where it is none.
func siteTime(s string) time.Time {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", time.DateOnly, "2006-01"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}
