package corpus

import (
	"context"
	"iter"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Location is a place that articles are read from, with what the operator says of it.
type Location struct {
	Place   string        // a file or a folder; for others that list articles, a web address
	Outlet  string        // the outlet of all articles from there; "" leaves what they state
	Include []string      // patterns, one of which must match; none: everything is read
	Exclude []string      // patterns, none of which may match
	Every   time.Duration // how often to look for new articles; 0: as often as elsewhere
}

// Wants returns a function that says whether a path is to be read: one of the include
// patterns matches it, where there are any, and none of the exclude patterns does. A
// pattern matches a whole path: "*" stands for any run of characters within one folder,
// "**" for any run at all, "?" for one character, and everything else for itself.
func (l Location) Wants() func(path string) bool {
	include, exclude := patterns(l.Include), patterns(l.Exclude)
	return func(path string) bool {
		matches := func(p *regexp.Regexp) bool { return p.MatchString(path) }
		return (len(include) == 0 || slices.ContainsFunc(include, matches)) && !slices.ContainsFunc(exclude, matches)
	}
}

// patterns returns patterns as regular expressions.
func patterns(all []string) []*regexp.Regexp {
	signs := strings.NewReplacer(`\*\*`, `.*`, `\*`, `[^/]*`, `\?`, `[^/]`)
	var out []*regexp.Regexp
	for _, p := range all {
		out = append(out, regexp.MustCompile("(?s)^"+signs.Replace(regexp.QuoteMeta(strings.ToValidUTF8(p, "\ufffd")))+"$"))
	}
	return out
}

// Entry is one thing that articles are read from, a file or a page: what a listing finds
// without reading it.
type Entry struct {
	Path  string // of the article in it; articles in an archive have "#" or "/" and more behind it
	Stamp string // the same where nothing has changed, as far as the listing shows: of a file its size and time; "": unknown

	outlet string // of all its articles; "": as they state
	steady bool   // its stamp can be relied on
	many   bool   // it may hold many articles, and is read in its turn
	read   func(ctx context.Context, limit int64, report func(Problem), emit func(draft) bool) bool
}

// outletOn returns emit for articles of the entry's outlet.
func (e Entry) outletOn(emit func(draft) bool) func(draft) bool {
	if e.outlet == "" {
		return emit
	}
	return func(d draft) bool {
		d.Outlet, d.Evidence.Outlet = e.outlet, "the location's settings"
		return emit(d)
	}
}

// Listing finds the entries of a corpus, always in the same order, and reports what it
// passes over. It reads no article. When ctx ends, so do the entries.
type Listing func(ctx context.Context, report func(Problem)) iter.Seq[Entry]

// Join lists one listing after the other.
func Join(listings ...Listing) Listing {
	return func(ctx context.Context, report func(Problem)) iter.Seq[Entry] {
		return func(yield func(Entry) bool) {
			for _, l := range listings {
				for e := range l(ctx, report) {
					if !yield(e) {
						return
					}
				}
			}
		}
	}
}

// Files lists files and folders in a fixed order: locations as given, folders by name of
// their entries. A location that is named twice is listed once.
//
// Folders are listed with all folders in them; hidden files and folders are passed over.
// Formats go by the file's name, as the table in walk.go has them. An article's Path is the
// location joined with the path below it, with slashes. Patterns are matched against that
// path below the location: see Location.Wants.
//
// The error is for a location that does not exist or is of no kind that is read.
func Files(locations []Location) (Listing, error) {
	var roots []root
	for _, l := range locations {
		r, err := rootOf(l.Place)
		if err != nil {
			return nil, err
		}
		r.outlet, r.wants = l.Outlet, l.Wants()
		same := func(x root) bool { return x.full == r.full }
		if !slices.ContainsFunc(roots, same) {
			roots = append(roots, r)
		}
	}
	return filesOf(roots), nil
}

// filesOf lists the files of roots.
func filesOf(roots []root) Listing {
	return func(ctx context.Context, report func(Problem)) iter.Seq[Entry] {
		return func(yield func(Entry) bool) {
			for _, r := range roots {
				w := walker{ctx: ctx, root: r, report: report, found: yield}
				if !w.walk() {
					return
				}
			}
		}
	}
}
