package corpus

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// A file of sources is YAML that lists locations, each with what is to be known of it:
//
//	sources:
//	  - location: https://example.org/feed.xml   # or a page, a sitemap, a file, a folder
//	    outlet: The Example                      # instead of what the articles state
//	    include: ["/news/**"]                    # only what matches one of these
//	    exclude: ["/news/video/**"]              # and none of these
//	    refresh: 30m                             # how often to look for new articles
//
// All but the location may be missing; include and exclude may be one pattern or a list.
// Patterns are those of Location.Wants, matched against the path of a page's address
// ("/news/1") or against a file's path below the location ("2024/a.txt"). The location of a file or
// folder is relative to the folder that the file of sources is in.

// sourceKeys are the keys of one source.
const sourceKeys = "location, outlet, include, exclude, refresh"

// IsSources says whether a file is one of sources, by its name.
func IsSources(name string) bool {
	end := strings.ToLower(path.Ext(name))
	return end == ".yaml" || end == ".yml"
}

// ReadSources reads a file of sources; name is its path. An error names the file and the
// line that is wrong.
func ReadSources(name string, data []byte) ([]Location, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("%s: %s", name, strings.TrimPrefix(err.Error(), "yaml: "))
	}
	r := sourcesReader{name: name}
	if len(doc.Content) == 0 {
		return nil, fmt.Errorf("%s: is empty: it needs the key sources", name)
	}
	list, err := r.list(doc.Content[0])
	if err != nil {
		return nil, err
	}
	var all []Location
	lines := map[string]int{}
	for _, n := range list.Content {
		l, err := r.source(n)
		if err != nil {
			return nil, err
		}
		if first, twice := lines[l.Place]; twice {
			return nil, r.wrong(n, "the location %s stands in line %d already", quoteShort(l.Place), first)
		}
		lines[l.Place] = n.Line
		all = append(all, l)
	}
	return all, nil
}

// sourcesReader reads one file of sources.
type sourcesReader struct{ name string }

// wrong returns an error at a place of the file.
func (r sourcesReader) wrong(n *yaml.Node, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.name, n.Line, fmt.Sprintf(format, args...))
}

// list returns the list of sources.
func (r sourcesReader) list(top *yaml.Node) (*yaml.Node, error) {
	if top.Kind != yaml.MappingNode {
		return nil, r.wrong(top, "needs the key sources, with a list of locations")
	}
	if len(top.Content) == 0 {
		return nil, r.wrong(top, "needs the key sources, with a list of locations")
	}
	for i := 0; i < len(top.Content); i += 2 {
		if key := top.Content[i]; key.Value != "sources" || i > 0 {
			return nil, r.wrong(key, "%s is not known here: the one key is sources, once", quoteShort(key.Value))
		}
	}
	value := top.Content[1]
	if value.Kind != yaml.SequenceNode || len(value.Content) == 0 {
		return nil, r.wrong(value, "sources is no list of locations")
	}
	return value, nil
}

// source reads one source.
func (r sourcesReader) source(n *yaml.Node) (Location, error) {
	var l Location
	if n.Kind != yaml.MappingNode {
		return l, r.wrong(n, "a source has keys (%s)", sourceKeys)
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if seen[key.Value] {
			return l, r.wrong(key, "%s stands twice", key.Value)
		}
		seen[key.Value] = true
		if err := r.set(&l, key, value); err != nil {
			return l, err
		}
	}
	if l.Place == "" {
		return l, r.wrong(n, "a source needs a location")
	}
	return l, nil
}

// set takes over one key of a source.
func (r sourcesReader) set(l *Location, key, value *yaml.Node) error {
	var err error
	switch key.Value {
	case "location":
		l.Place, err = r.text(key, value)
		if err == nil {
			l.Place = r.placeOf(l.Place)
		}
	case "outlet":
		l.Outlet, err = r.text(key, value)
	case "include":
		l.Include, err = r.texts(key, value)
	case "exclude":
		l.Exclude, err = r.texts(key, value)
	case "refresh":
		l.Every, err = time.ParseDuration(value.Value)
		if err != nil || l.Every <= 0 {
			return r.wrong(value, "refresh is no time such as 30m or 6h")
		}
	default:
		return r.wrong(key, "%s is not known: a source has %s", quoteShort(key.Value), sourceKeys)
	}
	return err
}

// placeOf returns a location as it is from the working directory.
func (r sourcesReader) placeOf(location string) string {
	if strings.Contains(location, "://") || filepath.IsAbs(location) {
		return location
	}
	return filepath.Join(filepath.Dir(r.name), location)
}

// text reads a line of text.
func (r sourcesReader) text(key, value *yaml.Node) (string, error) {
	text := oneLine(value.Value)
	if value.Kind != yaml.ScalarNode || text == "" {
		return "", r.wrong(value, "%s is no text", key.Value)
	}
	return text, nil
}

// texts reads a line of text or a list of them.
func (r sourcesReader) texts(key, value *yaml.Node) ([]string, error) {
	if value.Kind == yaml.ScalarNode {
		text, err := r.text(key, value)
		return []string{text}, err
	}
	if value.Kind != yaml.SequenceNode {
		return nil, r.wrong(value, "%s is neither a pattern nor a list of them", key.Value)
	}
	var all []string
	for _, item := range value.Content {
		text, err := r.text(key, item)
		if err != nil {
			return nil, err
		}
		all = append(all, text)
	}
	return all, nil
}
