package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	api "github.com/blevesearch/bleve_index_api"
)

// Name is someone or something that articles mention.
type Name struct {
	Text     string   // the spelling that most articles use
	Spelt    []string // every spelling, Text among them: the values of Query.Names
	Articles int      // how many articles mention it
}

// Match says how well a name fits what a reader typed, best first.
type Match int

// The ways in which a name matches.
const (
	Exact  Match = iota // all words the same, case and accents aside
	Words               // every word typed is a word of the name
	Prefix              // every word typed starts a word of the name
	Joined              // the same letters without spaces: "soft bank"
	Near                // this or more: slips of the keys, as in "opanai"
)

// Found is a name that matches what a reader typed.
type Found struct {
	Name
	Match Match
}

// nameTable holds the names of all articles.
type nameTable struct {
	rows []nameRow // in order of key
}

type nameRow struct {
	Name
	key    string   // folded words, single spaces between
	words  []string // of the key
	joined string   // the key without spaces
}

// Names returns the names that match what a reader typed, the best match first, then
// those that more articles mention, then by alphabet. Empty text matches every name.
// limit bounds the result.
func (ix *Index) Names(ctx context.Context, typed string, limit int) ([]Found, error) {
	table, err := ix.nameTable(ctx)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	key := ix.analyzer.key(typed)
	if key == "" && strings.TrimSpace(typed) != "" {
		return nil, nil
	}
	found := table.find(func(r nameRow) (Match, bool) { return r.match(key) })
	if len(found) == 0 {
		found = table.find(func(r nameRow) (Match, bool) { return r.near(key) })
	}
	found, err = ix.counted(ctx, found[:min(2*limit, len(found))])
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	return found[:min(limit, len(found))], nil
}

// counted counts the articles of each name and drops those without any: the dictionary
// that the table is made from may still hold names of removed articles.
func (ix *Index) counted(ctx context.Context, found []Found) ([]Found, error) {
	reader, err := ix.reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	kept := found[:0]
	for _, f := range found {
		names := make([]Name, len(f.Spelt))
		for i, s := range f.Spelt {
			names[i].Text = s
			if names[i].Articles, err = count(ctx, reader, namesField, s); err != nil {
				return nil, err
			}
		}
		if f.Name = join(names); f.Articles > 0 {
			kept = append(kept, f)
		}
	}
	sortFound(kept)
	return kept, nil
}

func sortFound(found []Found) {
	slices.SortFunc(found, func(a, b Found) int {
		return cmp.Or(cmp.Compare(a.Match, b.Match), cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Text, b.Text))
	})
}

// match compares a name with what was typed, folded.
func (r nameRow) match(key string) (Match, bool) {
	if key == "" {
		return Prefix, true
	}
	if key == r.key {
		return Exact, true
	}
	typed := strings.Fields(key)
	if every(typed, func(t string) bool { return slices.Contains(r.words, t) }) {
		return Words, true
	}
	if every(typed, func(t string) bool {
		return slices.ContainsFunc(r.words, func(w string) bool { return strings.HasPrefix(w, t) })
	}) {
		return Prefix, true
	}
	return Joined, r.joined == strings.ReplaceAll(key, " ", "")
}

func (t *nameTable) find(match func(nameRow) (Match, bool)) []Found {
	var found []Found
	for _, row := range t.rows {
		if m, ok := match(row); ok {
			found = append(found, Found{row.Name, m})
		}
	}
	sortFound(found)
	return found
}

// near allows one slip of the keys in a word of four or five letters, two in a longer
// one, in the whole name or in one of its words. It returns a match that is the worse,
// the more slips there are.
func (r nameRow) near(key string) (Match, bool) {
	most := 0
	switch n := len([]rune(key)); {
	case n >= 6:
		most = 2 // two letters that change places are two slips
	case n >= 4:
		most = 1
	}
	best := most + 1
	for _, s := range append([]string{r.key}, r.words...) {
		if d := len(s) - len(key); -2*most <= d && d <= 2*most {
			best = min(best, levenshtein.ComputeDistance(s, key))
		}
	}
	return Near + Match(best), best <= most
}

func every(words []string, ok func(string) bool) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !ok(w) })
}

// nameTable returns the table for the index as it stands.
func (ix *Index) nameTable(ctx context.Context) (*nameTable, error) {
	ix.namesMu.Lock()
	defer ix.namesMu.Unlock()
	generation := ix.generation.Load()
	if ix.names != nil && ix.namesGen == generation {
		return ix.names, nil
	}
	table, err := ix.readNames(ctx)
	if err != nil {
		return nil, err
	}
	ix.names, ix.namesGen = table, generation
	return table, nil
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
		key := ix.analyzer.key(text)
		spelt[key] = append(spelt[key], Name{Text: text, Articles: articles})
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	table := &nameTable{}
	for key, names := range spelt {
		if key != "" {
			table.rows = append(table.rows, nameRow{Name: join(names), key: key, words: strings.Fields(key), joined: strings.ReplaceAll(key, " ", "")})
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
