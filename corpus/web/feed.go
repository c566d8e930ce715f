package web

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"encoding/xml"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html/charset"

	"storybot/corpus"
)

// plain returns what was fetched, unpacked where it is a compressed file such as
// sitemap.xml.gz.
func (c *Client) plain(got Record) ([]byte, error) {
	if !bytes.HasPrefix(got.Body, []byte{0x1F, 0x8B}) {
		return got.Body, nil
	}
	in, err := gzip.NewReader(bytes.NewReader(got.Body))
	if err != nil {
		return nil, later("is not the gzip that it begins as: %s", err)
	}
	return limited(in, c.options.MaxBytes)
}

// beforeRoot is how many things of XML may stand before the root: comments, declarations.
const beforeRoot = 50

// rootOf returns what a document is: the name of the root of XML, "json" for a feed of JSON,
// and "" for what is neither.
func rootOf(body []byte) string {
	body = bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\ufeff")))
	if bytes.HasPrefix(body, []byte("{")) {
		var head struct {
			Version string `json:"version"`
		}
		if json.Unmarshal(body, &head) == nil && strings.Contains(head.Version, "jsonfeed.org") {
			return "json"
		}
		return ""
	}
	if !bytes.HasPrefix(body, []byte("<")) {
		return ""
	}
	d := decoder(body)
	for range beforeRoot {
		t, err := d.RawToken()
		if err != nil {
			return ""
		}
		if start, ok := t.(xml.StartElement); ok {
			return start.Name.Local
		}
	}
	return ""
}

// decoder returns a decoder of XML in any encoding that it declares.
func decoder(body []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(body))
	d.CharsetReader = charset.NewReaderLabel
	return d
}

// feedLinks returns the pages of an RSS, Atom or JSON feed that was found at an address.
func feedLinks(body []byte, address string) (links []link, err error) {
	defer func() {
		if p := recover(); p != nil { // one hostile feed must not end the program
			err = later("is no feed that can be read: %v", p)
		}
	}()
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(body))
	if err != nil {
		return nil, later("is no feed that can be read: %s", err)
	}
	base, err := url.Parse(address)
	if err != nil {
		return nil, later("is at no address")
	}
	for _, item := range feed.Items {
		if page := pageOf(item, base); page != "" {
			links = append(links, link{url: page, stamp: stampOf(item.GUID, item.Published, item.Updated, item.Title, item.Content),
				when: whenOf(item), source: sourceOf(feed, item), text: textOf(item)})
		}
	}
	return links, nil
}

// pageOf returns the absolute address of an item's page, or "".
func pageOf(item *gofeed.Item, base *url.URL) string {
	for _, l := range append([]string{item.Link}, item.GUID) {
		u, err := base.Parse(strings.TrimSpace(l))
		if l != "" && err == nil && IsAddress(u.String()) && (l == item.Link || IsAddress(l)) {
			return u.String()
		}
	}
	return ""
}

// leastText is the least bytes of a feed's text that is an article, not its beginning.
const leastText = 1000

// textOf returns the article that a feed holds itself, or "".
func textOf(item *gofeed.Item) string {
	if len(item.Content) < leastText {
		return ""
	}
	return item.Content
}

// sourceOf returns what a feed says of an item.
func sourceOf(feed *gofeed.Feed, item *gofeed.Item) corpus.Source {
	s := corpus.Source{Title: item.Title, Outlet: feed.Title}
	var names []string
	for _, a := range item.Authors {
		if a != nil && a.Name != "" {
			names = append(names, a.Name)
		}
	}
	s.Author = strings.Join(names, ", ")
	s.Published = whenOf(item)
	return s
}

// whenOf returns when an item was published, in the time zone that it is written in where
// that can be read: the day counts. It is zero when unknown.
func whenOf(item *gofeed.Item) time.Time {
	for _, layout := range []string{time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", time.RFC3339} {
		if t, err := time.Parse(layout, strings.TrimSpace(item.Published)); err == nil {
			return t
		}
	}
	for _, t := range []*time.Time{item.PublishedParsed, item.UpdatedParsed} {
		if t != nil {
			return *t
		}
	}
	return time.Time{}
}
