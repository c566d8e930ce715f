package bot

import (
	"context"
	"slices"
	"strings"

	"storybot/corpus"
	"storybot/index"
)

// Folding: the first of quotes that say the same stands, and the other articles are named
// under it ("also in"). Two quotes say the same
//
//   - where they have the same words, or one stands in the other without a gap and is not
//     much shorter;
//   - in twins (see index.Index.Twins: one wire story that several outlets print), also
//     where a desk has cut or added words within the sentence;
//   - and where one is a sentence or more longer, only if the other's article has all of it,
//     or it is around the same sentence of twins.
//
// Spacing, case, quotation marks and the place at the head of a wire story do not count. A
// figure or a denial that one has alone makes another statement. So two sentences of one
// story that each tell something else are two quotes, whoever printed them.

// folder folds quotes and lists of articles. It is for one answer.
type folder struct {
	index  *index.Index
	found  map[string][]string // twins by article, as far as they were looked for
	copied map[string]bool     // articles of which a quote was folded, or has another under it
	copies map[cited][]Quote   // of a quote that stands, in order: what may be shown for it
}

func (b *Bot) folder() *folder {
	return &folder{index: b.index, found: map[string][]string{}, copied: map[string]bool{}, copies: map[cited][]Quote{}}
}

// twinsOf returns the twins of an article, in order.
func (f *folder) twinsOf(ctx context.Context, id string) ([]string, error) {
	if all, ok := f.found[id]; ok {
		return all, nil
	}
	all, err := f.index.Twins(ctx, id)
	if err == nil {
		f.found[id] = all
	}
	return all, err
}

// twins says whether two articles are twins.
func (f *folder) twins(ctx context.Context, a, b string) (bool, error) {
	if _, ok := f.found[b]; ok {
		a, b = b, a
	}
	all, err := f.twinsOf(ctx, a)
	_, ok := slices.BinarySearch(all, b)
	return ok, err
}

// passage is what of a quote is compared: its words, and where they stand.
type passage struct {
	wording
	article string
}

// same says whether a passage says the same as one that is shown.
func (f *folder) same(ctx context.Context, shown, other *passage) (bool, error) {
	long, short := &shown.wording, &other.wording
	share := editedShare
	if len(short.text) > len(long.text) {
		long, short, share = short, long, sameShare
	}
	switch {
	case shown.text == other.text:
		return true, nil
	case shown.sentences != other.sentences:
		return f.toldWhole(ctx, shown, other)
	case short.nearly(long):
		return true, nil
	case short.cut(long, share):
		return f.twins(ctx, shown.article, other.article)
	}
	return false, nil
}

// toldWhole says whether the shorter one of two passages stands in the longer one, and all
// of that in the article of the shorter one.
func (f *folder) toldWhole(ctx context.Context, a, b *passage) (bool, error) {
	if len(a.text) > len(b.text) {
		a, b = b, a
	}
	if !a.within(&b.wording) {
		return false, nil
	}
	r, ok, err := f.index.Article(ctx, a.article)
	return ok && strings.Contains(sameWords(r.Text), b.text), err
}

// page is quotes of which each says something else, at most so many.
type page struct {
	*folder
	most   int
	quotes []Quote
	said   [][2]passage   // of each quote: all of it, and the sentence that answers
	at     map[string]int // quotes by their words
}

func (b *Bot) page(most int) *page {
	return &page{folder: b.folder(), most: most, at: map[string]int{}}
}

// mostClosely is how many quotes are compared word by word; the others only for the same
// words.
const mostClosely = 200

// find returns which quote says the same; -1 where none does.
func (p *page) find(ctx context.Context, said *[2]passage) (int, error) {
	if at, ok := p.at[said[0].text]; ok {
		return at, nil
	}
	for at := range p.said[:min(mostClosely, len(p.said))] {
		same, err := p.sameQuote(ctx, &p.said[at], said)
		if same || err != nil {
			return at, err
		}
	}
	return -1, nil
}

// sameQuote says whether a quote says the same as one that is shown: all of it or, in twins,
// the sentence that answers, where what stands around that does not tell another figure.
// Elsewhere the same sentence behind another one may speak of something else.
func (f *folder) sameQuote(ctx context.Context, shown, other *[2]passage) (bool, error) {
	whole := shown[0].text == shown[1].text && other[0].text == other[1].text
	same, err := f.same(ctx, &shown[0], &other[0])
	if same || whole || err != nil {
		return same, err
	}
	if other[0].text == shown[1].text { // the sentence alone
		return true, nil
	}
	same, err = f.same(ctx, &shown[1], &other[1])
	if !same || err != nil || shown[0].disputes(&other[0].wording) {
		return false, err
	}
	return f.twins(ctx, shown[0].article, other[0].article)
}

// add takes a quote, unless one that stands says the same, under which its article is
// named, or the page is full. core is the sentence of it that answers.
func (p *page) add(ctx context.Context, q Quote, core string) (bool, error) {
	said, joined, err := p.join(ctx, q, core)
	if joined || err != nil || len(p.quotes) == p.most {
		return false, err
	}
	p.at[said[0].text] = len(p.quotes)
	p.quotes, p.said = append(p.quotes, q), append(p.said, said)
	return true, nil
}

// join names a quote's article under one that stands and says the same, if there is one. It
// returns what of the quote is compared.
func (p *page) join(ctx context.Context, q Quote, core string) (said [2]passage, joined bool, err error) {
	all := passage{newWording(q.Text), q.Article.ID}
	said = [2]passage{all, all}
	if core != q.Text {
		said[1].wording = newWording(core)
	}
	at, err := p.find(ctx, &said)
	if err != nil || at < 0 {
		return said, false, err
	}
	if there := &p.quotes[at]; there.Article.ID != q.Article.ID {
		p.copied[q.Article.ID], p.copied[there.Article.ID] = true, true
		there.alsoIn(q.Article)
		if all.sentences >= p.said[at][0].sentences {
			p.under(there, &q)
		}
	}
	return said, true, nil
}

// fold joins quotes that say the same, and keeps at most n of one story ahead of the others,
// which follow in their order. It returns at most so many.
func (b *Bot) fold(ctx context.Context, quotes []Quote, n, most int) ([]Quote, error) {
	p := b.page(len(quotes))
	for _, q := range quotes {
		if _, err := p.add(ctx, q, q.Text); err != nil {
			return nil, err
		}
	}
	spread, err := p.spread(ctx, p.quotes, n)
	if err != nil {
		return nil, err
	}
	return p.first(ctx, spread[:min(most, len(spread))])
}

// spread returns quotes with at most n of one story ahead of the others. Twins of which a
// quote was folded into this page are one story.
func (p *page) spread(ctx context.Context, quotes []Quote, n int) ([]Quote, error) {
	var first, rest []Quote
	told := map[string]int{} // by article
	for _, q := range quotes {
		copies, err := p.toldByCopies(ctx, first, q.Article.ID, n)
		if err != nil {
			return nil, err
		}
		if told[q.Article.ID]+copies < n {
			told[q.Article.ID]++
			first = append(first, q)
		} else {
			rest = append(rest, q)
		}
	}
	return append(first, rest...), nil
}

// toldByCopies counts the quotes of an article's twins, up to so many.
func (p *page) toldByCopies(ctx context.Context, quotes []Quote, id string, most int) (int, error) {
	n := 0
	for i := 0; p.copied[id] && i < len(quotes) && n < most; i++ {
		other := quotes[i].Article.ID
		if other == id || !p.copied[other] {
			continue
		}
		twins, err := p.twins(ctx, id, other)
		if err != nil {
			return 0, err
		}
		if twins {
			n++
		}
	}
	return n, nil
}

// alsoIn names another article that says the same, once.
func (q *Quote) alsoIn(r Reference) {
	if q.Article.ID != r.ID && !slices.ContainsFunc(q.Also, func(o Reference) bool { return o.ID == r.ID }) {
		q.Also = append(q.Also, r)
	}
}

// folding shows of the articles of a list that are twins only the one that was printed
// first, in the place of the first in the list, and names the others under it: there an
// article stands for its story, not for a sentence.
type folding struct {
	*folder
	list   []corpus.Article
	places map[string]int // in the list, by id
	told   []bool         // shown, or named under what is shown
	folds  bool           // some are named under another
}

func (b *Bot) folding(list []corpus.Article) *folding {
	f := &folding{folder: b.folder(), list: list, places: make(map[string]int, len(list)), told: make([]bool, len(list))}
	for i, a := range list {
		f.places[a.ID] = i
	}
	return f
}

// note says what it means that articles are named under another, where some are.
func (f *folding) note() string {
	if !f.folds {
		return ""
	}
	return "Articles that tell the same story in mostly the same words stand under the first of them."
}

// story returns which article of the list is to be shown in a place of it, and those that
// are to be named under it; -1 where the one of that place was shown or named before.
func (f *folding) story(ctx context.Context, place int) (first int, also []Reference, err error) {
	if f.told[place] {
		return -1, nil, nil
	}
	f.told[place] = true
	twins, err := f.twinsOf(ctx, f.list[place].ID)
	if err != nil {
		return -1, nil, err
	}
	all := []Reference{reference(f.list[place])}
	for _, t := range twins {
		if at, ok := f.places[t]; ok && !f.told[at] {
			f.told[at], f.folds = true, true
			all = append(all, reference(f.list[at]))
		}
	}
	at, err := f.printedFirst(ctx, all)
	if err != nil {
		return -1, nil, err
	}
	first = f.places[all[at].ID]
	return first, slices.Delete(all, at, at+1), nil
}
