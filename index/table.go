package index

import (
	"context"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	api "github.com/blevesearch/bleve_index_api"
)

// nameTable holds every form of a name that articles have used, so that names are found
// without a walk through the index. It only says where to look: what the articles of today
// say is counted in the index, so that a form whose articles are all gone is passed over.
// It is read from the index once and kept up by what each batch adds.
type nameTable struct {
	mu sync.RWMutex
	forms
	unused sync.Pool // of *[]*candidate, all nil
}

// forms is what the table holds.
type forms struct {
	loaded bool
	rows   []*nameRow
	byKey  map[string]*nameRow
	joined map[string][]*nameRow // by foldedName.joined
	signs  []signature           // of joined, by nameRow.id
	bounds []int                 // nameRow.most, by nameRow.id
	words  []*nameWord           // in order
	byWord map[string]*nameWord
	alike  map[string]*spellings // by sameName
	fresh  []*nameWord           // words that are not yet among the ordered ones
	stale  map[*nameRow]bool     // rows whose bounds are to be found anew
}

// nameRow is a form of a name: its spellings differ by case, accents and marks alone.
type nameRow struct {
	foldedName
	id     int        // its place among the rows
	spelt  []spelling // as Mention.Name spells it; none where articles always link it to another
	longs  []link     // the fuller names that articles have linked it to
	shorts []*nameRow // the forms that articles have linked to it
	alike  *spellings // nil where its words have one spelling
}

// spellings are rows that may spell one name: they differ as British and American spelling
// do, or as the ways in which persons are called.
type spellings struct {
	rows   []*nameRow
	person bool
}

// spelling is one spelling with how many articles have it, or more.
type spelling struct {
	text string
	most int
}

// link is a fuller name with the spellings by which articles have said so.
type link struct {
	to    *nameRow
	pairs []alias
}

// nameWord is a word of names.
type nameWord struct {
	text string
	sign signature
	rows []*nameRow
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

// signature bounds from below how many slips part two texts: one slip changes the length
// by at most 1 and the letters that occur by at most 2.
type signature struct {
	letters uint64 // a bit for each letter, some sharing one
	length  int    // runes
}

func signatureOf(s string) signature {
	sign := signature{length: utf8.RuneCountInString(s)}
	for _, r := range s {
		sign.letters |= 1 << (uint(r) % 64)
	}
	return sign
}

// within says whether two texts may be as few slips apart.
func (s signature) within(slips int, other signature) bool {
	d := s.length - other.length
	return -slips <= d && d <= slips && bits.OnesCount64(s.letters^other.letters) <= 2*slips
}

// isLoaded says whether the table has been read from the index.
func (t *nameTable) isLoaded() bool {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.loaded
}

// load reads the table from the index where it has not been read.
func (t *nameTable) load(ctx context.Context, ix *Index) error {
	if t.isLoaded() {
		return nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.loaded {
		return nil
	}
	reader, err := ix.reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	return t.read(ctx, reader)
}

// read fills the table from the index's dictionaries, whose counts take in removed
// articles.
func (t *nameTable) read(ctx context.Context, reader *snapshot) error {
	t.forms = forms{byKey: map[string]*nameRow{}, joined: map[string][]*nameRow{}, byWord: map[string]*nameWord{},
		alike: map[string]*spellings{}, stale: map[*nameRow]bool{}}
	err := eachTerm(reader, namesField, func(text string, articles int) error {
		t.set(text, articles)
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	err = eachTerm(reader, aliasField, func(term string, _ int) error {
		if short, long, ok := strings.Cut(term, mark); ok {
			t.link(alias{short, long})
		}
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	t.settle()
	t.loaded = true
	return nil
}

// add takes in what articles say that are about to be committed.
func (t *nameTable) add(says []evidence) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.loaded {
		return
	}
	for _, e := range says {
		for _, n := range e.names {
			t.set(n, 1+t.get(n))
		}
		for _, a := range e.aliases {
			t.link(a)
		}
	}
	t.settle()
}

// replace takes in how many articles mention names, and what forms they link to others.
func (t *nameTable) replace(counts map[string]int, says []evidence) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for text, articles := range counts {
		t.set(text, articles)
	}
	for _, e := range says {
		for _, a := range e.aliases {
			t.link(a)
		}
	}
	t.settle()
}

// get returns how many articles have a spelling, as far as the table knows.
func (t *nameTable) get(text string) int {
	if row := t.row(text); row != nil {
		for _, s := range row.spelt {
			if s.text == text {
				return s.most
			}
		}
	}
	return 0
}

// set notes how many articles have a spelling at most.
func (t *nameTable) set(text string, most int) {
	row := t.row(text)
	if row == nil {
		return
	}
	t.stale[row] = true
	for i := range row.spelt {
		if row.spelt[i].text == text {
			row.spelt[i].most = most
			return
		}
	}
	row.spelt = append(row.spelt, spelling{text, most})
}

// row returns the row of a text, added where it is new; nil where the text has no word.
func (t *nameTable) row(text string) *nameRow {
	k := key(text)
	row, ok := t.byKey[k]
	if ok || k == "" {
		return row
	}
	row = &nameRow{foldedName: folded(k), id: len(t.rows)}
	t.byKey[k] = row
	t.rows = append(t.rows, row)
	t.signs = append(t.signs, signatureOf(row.joined))
	t.bounds = append(t.bounds, 0)
	t.joined[row.joined] = append(t.joined[row.joined], row)
	t.file(row)
	for i, text := range row.words {
		if slices.Contains(row.words[:i], text) {
			continue
		}
		word, ok := t.byWord[text]
		if !ok {
			word = &nameWord{text: text, sign: signatureOf(text)}
			t.byWord[text] = word
			t.fresh = append(t.fresh, word)
		}
		word.rows = append(word.rows, row)
	}
	return row
}

// file puts a row among those that spell the same name.
func (t *nameTable) file(row *nameRow) {
	k, person := sameName(row.words)
	if k == "" {
		return
	}
	if t.alike[k] == nil {
		t.alike[k] = &spellings{person: person}
	}
	row.alike = t.alike[k]
	row.alike.rows = append(row.alike.rows, row)
}

// link notes that an article links one form to another.
func (t *nameTable) link(a alias) {
	short, long := t.row(a.short), t.row(a.long)
	if short == nil || long == nil || short == long {
		return
	}
	at := slices.IndexFunc(short.longs, func(l link) bool { return l.to == long })
	if at < 0 {
		at = len(short.longs)
		short.longs = append(short.longs, link{to: long})
		long.shorts = append(long.shorts, short)
		t.stale[short] = true
	}
	if l := &short.longs[at]; !slices.Contains(l.pairs, a) {
		l.pairs = append(l.pairs, a)
	}
}

// settle puts the fresh words among the others and finds the stale bounds anew.
func (t *nameTable) settle() {
	for row := range t.stale {
		row.fuller(func(r *nameRow) { t.bounds[r.id] = r.most() })
	}
	clear(t.stale)
	if len(t.fresh) == 0 {
		return
	}
	slices.SortFunc(t.fresh, compareWords)
	old, fresh := t.words, t.fresh
	all := make([]*nameWord, 0, len(old)+len(fresh))
	for len(old) > 0 && len(fresh) > 0 {
		if compareWords(old[0], fresh[0]) < 0 {
			all, old = append(all, old[0]), old[1:]
		} else {
			all, fresh = append(all, fresh[0]), fresh[1:]
		}
	}
	t.words, t.fresh = append(append(all, old...), fresh...), nil
}

func compareWords(a, b *nameWord) int { return strings.Compare(a.text, b.text) }

// eachTerm visits the terms of a field in order, with how many documents had them.
func eachTerm(reader *snapshot, field string, visit func(string, int) error) error {
	dict, err := reader.FieldDict(field)
	if err != nil {
		return err
	}
	return eachEntry(dict, visit)
}

// eachEntry visits what is left of a dictionary, and closes it.
func eachEntry(dict api.FieldDict, visit func(string, int) error) error {
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
