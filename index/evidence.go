package index

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/document"
	api "github.com/blevesearch/bleve_index_api"

	"storybot/corpus"
)

// What an article says of names stands as terms on its source document, so that it comes
// and goes with the article: whatever is made of it depends on the articles of today
// alone, not on the order in which they came.
//
//	names  each Mention.Name
//	kinds  name, mark, kind (a digit), for names whose kind is known
//	alias  short form, mark, Mention.Name, where the article links the one to the other
//	about  day of publication (2024-03-01, or nothing), mark, outlet; a doc value too

// mark parts two values in a term. A name that has it gives no evidence.
const mark = "\x1f"

// evidence is what one article says of names, each once, in order.
type evidence struct {
	names   []string
	kinds   []string // terms
	aliases []alias
}

// alias is a form of a name and the fuller name that an article links it to.
type alias struct{ short, long string }

func (a alias) term() string { return a.short + mark + a.long }

func kindTerm(name string, k corpus.Kind) string { return name + mark + string(rune('0'+k)) }

// evidenceOf gathers what an article says of names.
func evidenceOf(r corpus.Reading) evidence {
	var e evidence
	keys := map[string]string{}
	keyOf := func(s string) string {
		k, ok := keys[s]
		if !ok {
			k = key(s)
			keys[s] = k
		}
		return k
	}
	for _, m := range r.Mentions {
		e.names = append(e.names, m.Name)
		if strings.Contains(m.Name, mark) {
			continue
		}
		if m.Kind != corpus.Unknown {
			e.kinds = append(e.kinds, kindTerm(m.Name, m.Kind))
		}
		short, titled := strings.Join(strings.Fields(m.Of(r.Text)), " "), womanCalled(r.Text, m)
		for _, s := range [...]string{short, titled} {
			if s == "" || titled == m.Name || s == m.Name || short == m.Name || strings.Contains(s, mark) {
				continue
			}
			if k, l := keyOf(s), keyOf(m.Name); k != l && k != "" && l != "" {
				e.aliases = append(e.aliases, alias{s, m.Name})
			}
		}
	}
	e.names, e.kinds = distinct(e.names), distinct(e.kinds)
	slices.SortFunc(e.aliases, func(a, b alias) int { return strings.Compare(a.term(), b.term()) })
	e.aliases = slices.Compact(e.aliases)
	return e
}

func distinct(all []string) []string {
	slices.Sort(all)
	return slices.Compact(all)
}

// places visits the terms.
func (e evidence) places(yield func(place) bool) {
	for _, n := range e.names {
		if !yield(place{namesField, n}) {
			return
		}
	}
	for _, k := range e.kinds {
		if !yield(place{kindsField, k}) {
			return
		}
	}
	for _, a := range e.aliases {
		if !yield(place{aliasField, a.term()}) {
			return
		}
	}
}

// addTo adds the terms to the article's source document.
func (e evidence) addTo(d *document.Document) {
	aliases := make([]string, len(e.aliases))
	for i, a := range e.aliases {
		aliases[i] = a.term()
	}
	d.AddField(keyword(namesField, e.names...))
	d.AddField(keyword(kindsField, e.kinds...))
	d.AddField(keyword(aliasField, aliases...))
}

// about returns when and where an article was published, as one doc value.
func about(a corpus.Article) document.Field {
	value := mark + a.Outlet
	if !a.Published.IsZero() {
		value = day(a.Published) + value
	}
	return &termField{name: aboutField, options: keywordOptions | api.DocValues, terms: []string{value}}
}
