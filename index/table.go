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
	texts  texts
	rows   blocks[nameRow]
	byKey  lookup      // of rows
	joined lookup      // of rows, by their keys without spaces
	filed  lookup      // of rows, by sameName
	signs  []signature // of the keys without spaces, by nameRow.id
	bounds []int       // nameRow.most, by nameRow.id
	words  []*nameWord // in order
	byWord map[string]*nameWord
	fresh  []*nameWord // words that are not yet among the ordered ones
	stale  []*nameRow  // rows whose bounds are to be found anew
	firsts
}

// firsts are the first items of the many lists of which hardly any has more.
type firsts struct {
	spelling blocks[spelling]
	word     blocks[nameWord]
	id       blocks[int32]
	links    blocks[links]
	long     blocks[link]
	short    blocks[*nameRow]
	pair     blocks[alias]
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
	t.forms = forms{byKey: newLookup(0), joined: newLookup(0), filed: newLookup(0), byWord: map[string]*nameWord{}}
	err := eachTerm(reader, namesField, func(text string, articles int) error {
		t.set(text, articles)
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	err = eachTerm(reader, aliasField, func(term string, _ int) error {
		if short, long, ok := strings.Cut(t.texts.keep(term), mark); ok {
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
	if row := t.named(text); row != nil {
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
	t.markStale(row)
	for i := range row.spelt {
		if row.spelt[i].text == text {
			row.spelt[i].most = most
			return
		}
	}
	row.spelt = t.firsts.spelling.append(row.spelt, spelling{t.texts.keep(text), most})
}

func (t *nameTable) markStale(row *nameRow) {
	if !row.stale {
		row.stale = true
		t.stale = append(t.stale, row)
	}
}

// named returns the row of a text; nil where there is none.
func (t *nameTable) named(text string) *nameRow { return t.keyed(key(text)) }

func (t *nameTable) keyed(key string) *nameRow {
	for id := range t.byKey.of(key) {
		if row := t.rows.at(id); row.key == key {
			return row
		}
	}
	return nil
}

// row returns the row of a text, added where it is new; nil where the text has no word.
func (t *nameTable) row(text string) *nameRow {
	k := key(text)
	if row := t.keyed(k); row != nil || k == "" {
		return row
	}
	id := t.rows.count
	row := &t.rows.add(nameRow{key: t.texts.keep(k), id: id})[0]
	name := folded(row.key)
	t.byKey.add(row.key, id)
	t.joined.add(name.joined, id)
	t.signs = append(t.signs, signatureOf(name.joined))
	t.bounds = append(t.bounds, 0)
	t.file(row, name.words)
	for i, text := range name.words {
		if slices.Contains(name.words[:i], text) {
			continue
		}
		word, ok := t.byWord[text]
		if !ok {
			word = &t.firsts.word.add(nameWord{text: text, sign: signatureOf(text)})[0]
			t.byWord[text] = word
			t.fresh = append(t.fresh, word)
		}
		word.rows = t.firsts.id.append(word.rows, int32(id))
	}
	return row
}

// file puts a row, with its words, among those that spell the same name.
func (t *nameTable) file(row *nameRow, words []string) {
	name, person := sameName(words)
	if name == "" {
		return
	}
	for id := range t.filed.of(name) {
		other := t.rows.at(id)
		if known, _ := sameName(other.words()); known != name {
			continue
		}
		if other.alike == nil {
			other.alike = &spellings{rows: []*nameRow{other}, person: person}
		}
		row.alike = other.alike
		row.alike.rows = append(row.alike.rows, row)
		return
	}
	t.filed.add(name, row.id)
}

// link notes that an article links one form to another.
func (t *nameTable) link(a alias) {
	short, long := t.row(a.short), t.row(a.long)
	if short == nil || long == nil || short == long {
		return
	}
	for _, row := range [...]*nameRow{short, long} {
		if row.links == nil {
			row.links = &t.firsts.links.add(links{})[0]
		}
	}
	longs := short.longs()
	at := slices.IndexFunc(longs, func(l link) bool { return l.to == long })
	if at < 0 {
		at = len(longs)
		longs = t.firsts.long.append(longs, link{to: long})
		short.links.longs = longs
		long.links.shorts = t.firsts.short.append(long.links.shorts, short)
		t.markStale(short)
	}
	if l := &longs[at]; !slices.Contains(l.pairs, a) {
		l.pairs = t.firsts.pair.append(l.pairs, a)
	}
}

// settle puts the fresh words among the others and finds the stale bounds anew.
func (t *nameTable) settle() {
	for _, row := range t.stale {
		row.fuller(func(r *nameRow) { t.bounds[r.id] = r.most() })
		row.stale = false
	}
	t.stale = nil
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
