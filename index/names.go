package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	api "github.com/blevesearch/bleve_index_api"

	"storybot/corpus"
)

// Name is someone or something that articles mention.
type Name struct {
	Text     string      // its fullest form, in the spelling that most articles use
	Spelt    []string    // every value of Query.Names that stands for it, the spellings of aliases among them
	Articles int         // how many articles mention it by any of its spellings
	Kind     corpus.Kind // what most articles that say so show it to be; Unknown where none does, or as many differ
	Aliases  []Alias     // the other forms that articles use for it, the most used first; nil where there are none
}

// Alias is a form that articles use for a name beside its fullest: "Altman", "WHO". A
// spelling that differs by case, accents or full stops alone is none.
type Alias struct {
	Text     string
	Articles int // how many articles use it for the name
}

// Match says how well a name fits what a reader typed, best first.
type Match int

// The ways in which a name matches.
const (
	Exact  Match = iota // all words the same, case and accents aside
	Words               // every word typed is a word of the name
	Prefix              // every word typed starts a word of the name
	Joined              // the same letters without spaces: "soft bank"
	Near                // a slip or two of the keys: "opanai"
)

// Found is a name that matches what a reader typed.
type Found struct {
	Name
	Match Match
	Slips int // of the keys, where the match is Near
}

// nameTable holds the names of all articles.
type nameTable struct {
	rows []nameRow // in order of key
}

type nameRow struct {
	Name
	foldedName
}

// foldedName is a name, or what a reader typed, ready to be compared.
type foldedName struct {
	key    string   // folded words, single spaces between
	words  []string // of the key
	joined string   // the key without spaces
}

func folded(key string) foldedName {
	words := strings.Fields(key)
	return foldedName{key: key, words: words, joined: strings.Join(words, "")}
}

// Names returns the names that match what a reader typed, the best match first, then
// those that more articles mention, then by alphabet. Empty text matches every name.
// limit bounds the result.
func (ix *Index) Names(ctx context.Context, typed string, limit int) ([]Found, error) {
	table, err := ix.names.get(ctx, ix, ix.readNames)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	k := key(typed)
	if k == "" && strings.TrimSpace(typed) != "" {
		return nil, nil
	}
	found, err := ix.counted(ctx, table.find(folded(k), nameRow.match), limit)
	if err == nil && len(found) == 0 {
		found, err = ix.counted(ctx, table.find(folded(k), nameRow.near), limit)
	}
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	return found, nil
}

// counted returns the best names with the articles that mention each today. The table's
// counts take in removed articles, so that they are never too low: the search ends where
// no further name can come before those that were kept.
func (ix *Index) counted(ctx context.Context, found []Found, limit int) ([]Found, error) {
	reader, err := ix.reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	var kept []Found
	for _, f := range found {
		if len(kept) >= limit && (limit <= 0 || compareFound(f, kept[limit-1]) >= 0) {
			break
		}
		if f.Name, err = recount(ctx, reader, f.Name); err != nil {
			return nil, err
		}
		if f.Articles > 0 {
			at, _ := slices.BinarySearchFunc(kept, f, compareFound)
			kept = slices.Insert(kept, at, f)
		}
	}
	return kept[:min(max(limit, 0), len(kept))], nil
}

// recount counts the articles that mention a name today.
func recount(ctx context.Context, reader api.IndexReader, n Name) (Name, error) {
	names := make([]Name, len(n.Spelt))
	for i, s := range n.Spelt {
		articles, err := count(ctx, reader, namesField, s)
		if err != nil {
			return Name{}, err
		}
		names[i] = Name{Text: s, Articles: articles}
	}
	return join(names), nil
}

// compareFound orders names: the best match first, then those that more articles mention,
// then by alphabet.
func compareFound(a, b Found) int {
	return cmp.Or(cmp.Compare(a.Match, b.Match), cmp.Compare(a.Slips, b.Slips), cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Text, b.Text))
}

// match compares a name with what was typed, folded.
func (r nameRow) match(typed foldedName) (Found, bool) {
	is := func(t string) bool { return slices.Contains(r.words, t) }
	starts := func(t string) bool {
		return slices.ContainsFunc(r.words, func(w string) bool { return strings.HasPrefix(w, t) })
	}
	f := Found{Name: r.Name}
	switch {
	case typed.key == r.key:
		f.Match = Exact
	case len(typed.words) > 0 && every(typed.words, is):
		f.Match = Words
	case every(typed.words, starts):
		f.Match = Prefix
	case r.joined == typed.joined:
		f.Match = Joined
	default:
		return Found{}, false
	}
	return f, true
}

// find returns the names that match in one of the two ways, in order.
func (t *nameTable) find(typed foldedName, match func(nameRow, foldedName) (Found, bool)) []Found {
	var found []Found
	for _, row := range t.rows {
		if f, ok := match(row, typed); ok {
			found = append(found, f)
		}
	}
	slices.SortFunc(found, compareFound)
	return found
}

// near compares them once more and allows one slip of the keys in a word of four or five
// letters, two in a longer one, in the whole name or in one of its words.
func (r nameRow) near(typed foldedName) (Found, bool) {
	most := 0
	switch n := len([]rune(typed.key)); {
	case n >= 6:
		most = 2 // two letters that change places are two slips
	case n >= 4:
		most = 1
	}
	best := most + 1
	for _, s := range append([]string{r.key}, r.words...) {
		if d := len(s) - len(typed.key); -2*most <= d && d <= 2*most {
			best = min(best, levenshtein.ComputeDistance(s, typed.key))
		}
	}
	return Found{Name: r.Name, Match: Near, Slips: best}, best <= most
}

func every(words []string, ok func(string) bool) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !ok(w) })
}

// readNames makes the table from the index's dictionary of names, with its counts, which
// take in removed articles.
func (ix *Index) readNames(ctx context.Context) (*nameTable, error) {
	reader, err := ix.reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	spelt := map[string][]Name{}
	err = eachTerm(reader, namesField, func(text string, articles int) error {
		k := key(text)
		spelt[k] = append(spelt[k], Name{Text: text, Articles: articles})
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	table := &nameTable{}
	for k, names := range spelt {
		if k != "" {
			table.rows = append(table.rows, nameRow{join(names), folded(k)})
		}
	}
	slices.SortFunc(table.rows, func(a, b nameRow) int { return cmp.Compare(a.key, b.key) })
	return table, nil
}

// join makes one name of its spellings.
func join(names []Name) Name {
	slices.SortFunc(names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Text, b.Text))
	})
	n := Name{Text: names[0].Text}
	for _, s := range names {
		if s.Articles == 0 {
			continue
		}
		n.Spelt = append(n.Spelt, s.Text)
		n.Articles += s.Articles
	}
	return n
}

// eachTerm visits the terms of a field in order, with how many documents had them.
func eachTerm(reader api.IndexReader, field string, visit func(string, int) error) error {
	dict, err := reader.FieldDict(field)
	if err != nil {
		return err
	}
	defer dict.Close()
	for {
		next, err := dict.Next()
		if err != nil || next == nil {
			return err
		}
		if err := visit(next.Term, int(next.Count)); err != nil {
			return err
		}
	}
}
