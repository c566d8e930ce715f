package corpus

import (
	"cmp"
	"context"
	"mime"
	"net/url"
	"slices"
	"strings"
)

// Page is a page of the web as it was fetched.
type Page struct {
	URL    string // where it was found in the end, absolute
	Type   string // its Content-Type; "": HTML
	Body   []byte // without a Content-Encoding
	Stated Source // what the feed or the sitemap says of it, for what the page does not say; Outlet is the feed's title
	By     string // what says so, as evidence: "feed", "sitemap"
}

// PageEntry returns the entry of a page that fetch gets when its turn comes. It reports
// why it gets none. The article's id is made of the page's address.
func PageEntry(path, stamp, outlet string, fetch func(ctx context.Context, report func(Problem)) (Page, bool)) Entry {
	read := func(ctx context.Context, limit int64, report func(Problem), emit func(draft) bool) bool {
		page, ok := fetch(ctx, report)
		if !ok {
			return true
		}
		s := source{file: file{path: path}, limit: limit, report: report, emit: emit}
		if int64(len(page.Body)) > limit {
			s.fail(0, tooLarge(limit))
			return true
		}
		d, ok := s.fetched(page)
		return !ok || s.whole(d)
	}
	return Entry{Path: path, Stamp: stamp, outlet: outlet, read: read}
}

// isText says whether a page is of a type that is read.
func (p Page) isText() bool {
	kind, _, err := mime.ParseMediaType(p.Type)
	return p.Type == "" || err == nil && slices.Contains([]string{"text/html", "application/xhtml+xml", "text/plain"}, kind)
}

// fetched reads a page; false means that the problem was reported.
func (s source) fetched(page Page) (draft, bool) {
	if !page.isText() {
		s.fail(0, "is "+quoteShort(page.Type)+", not a page")
		return draft{}, false
	}
	var d draft
	var ok bool
	if strings.HasPrefix(page.Type, "text/plain") {
		d, ok = s.text(page.Body)
		d.URL, d.Evidence.URL = page.URL, "address"
		d.state(page)
	} else {
		d, ok = s.webPage(page)
	}
	if ok && strings.TrimSpace(d.Text) == "" {
		s.fail(0, "no text in it")
		return draft{}, false
	}
	d.ID = digest("url", PlainURL(cmp.Or(d.URL, page.URL)))
	return d, ok
}

// trackers are parameters in addresses that tell where a reader came from, not what is
// shown; those that end in "_" are beginnings.
var trackers = strings.Fields("utm_ fbclid gclid dclid msclkid mc_cid mc_eid igshid cmpid ncid at_medium at_campaign smid ns_")

// tracks says whether a parameter is one of them.
func tracks(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(trackers, func(t string) bool {
		return name == t || strings.HasSuffix(t, "_") && strings.HasPrefix(name, t)
	})
}

// PlainURL returns an address in one of the many ways it can be written: without a
// fragment, without parameters that only track, in lower case where case has no meaning.
// What is no address is returned as it is.
func PlainURL(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return address
	}
	u.Scheme, u.Host, u.Fragment, u.RawFragment, u.User = strings.ToLower(u.Scheme), strings.ToLower(u.Host), "", "", nil
	if (u.Scheme == "https" && u.Port() == "443") || (u.Scheme == "http" && u.Port() == "80") {
		u.Host = u.Host[:strings.LastIndexByte(u.Host, ':')]
	}
	if u.Path == "" {
		u.Path = "/"
	}
	var kept []string
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		name, _, _ := strings.Cut(part, "=")
		if part != "" && !tracks(name) {
			kept = append(kept, part)
		}
	}
	u.RawQuery, u.ForceQuery = strings.Join(kept, "&"), false
	return u.String()
}

// state fills in what a page does not say and its feed or sitemap does.
func (d *draft) state(page Page) {
	by := page.By
	fill := func(into, evidence *string, value string) {
		if value = oneLine(value); *into == "" && value != "" {
			*into, *evidence = value, by
		}
	}
	fill(&d.Title, &d.Evidence.Title, page.Stated.Title)
	fill(&d.Outlet, &d.Evidence.Outlet, page.Stated.Outlet)
	fill(&d.Author, &d.Evidence.Author, page.Stated.Author)
	if d.Published.IsZero() && !page.Stated.Published.IsZero() {
		d.Published, d.Evidence.Published = dayOf(page.Stated.Published), by
	}
}
