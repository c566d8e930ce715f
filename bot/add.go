package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"storybot/corpus"
	"storybot/index"
)

// Offer is what an operator offers to add: an address or a file.
type Offer struct {
	URL  string // http or https; "" where it is a file
	File string // the file's name, or, without Data, its path on this machine
	Data []byte // the file's content; nil: it is read from its path
}

// Fetcher reads the one article of an offer. A *ReaderError says why there is none.
type Fetcher func(ctx context.Context, o Offer) (corpus.Article, error)

// add shows an article that may be added, or adds the one that was shown.
func (b *Bot) add(ctx context.Context, r Request) (Answer, error) {
	if b.store == nil || b.fetch == nil {
		return Answer{}, errNoLibrary()
	}
	given := 0
	for _, o := range []string{"url", "file", "confirm"} {
		if r.Options[o] != "" {
			given++
		}
	}
	switch {
	case given != 1:
		return Answer{}, readerErrorf("/add needs a url or a file, and one of them alone")
	case r.Options["confirm"] != "":
		return b.confirm(ctx, r)
	case r.Options["file"] != "" && r.File == nil && r.Reader != "":
		// Who asks from elsewhere must not read the files of this machine.
		return Answer{}, readerErrorf("no file came with that: attach one")
	}
	a, err := b.fetch(ctx, Offer{URL: r.Options["url"], File: r.Options["file"], Data: r.File})
	if err != nil {
		return Answer{}, err
	}
	return b.preview(ctx, r, a)
}

// preview shows an article that can be added, and keeps it until that is confirmed.
func (b *Bot) preview(ctx context.Context, r Request, a corpus.Article) (Answer, error) {
	there, ok, err := b.there(ctx, a)
	if err != nil {
		return Answer{}, err
	}
	if ok {
		return already(there), nil
	}
	token := tokenOf(a)
	if err := b.store.Offer(token, b.keptOf(a, r.Reader)); err != nil {
		return Answer{}, err
	}
	add := Request{Command: "add", Options: map[string]string{"confirm": token}}
	how := add.Line() + " adds it"
	if r.Reader != "" { // who asks from elsewhere has buttons
		how = "The button, or " + add.Line() + ", adds it"
	}
	return Answer{Answered: true, Title: "Add this article?", Facts: aboutArticle(a),
		Note:  "It begins: “" + beginning(a) + "”\nIt is not added yet. " + how + ", within a day.",
		Steps: []Step{step(add, "Add it")}}, nil
}

// tokenOf returns what a button carries that adds an article: the same for the same words.
func tokenOf(a corpus.Article) string {
	sum := sha256.Sum256([]byte(a.ID + "\x00" + a.Hash()))
	return hex.EncodeToString(sum[:8])
}

// confirm adds the article that was shown.
func (b *Bot) confirm(ctx context.Context, r Request) (Answer, error) {
	kept, ok, err := b.store.Offered(r.Options["confirm"], b.now().UTC())
	if err != nil {
		return Answer{}, err
	}
	if !ok {
		return Answer{}, readerErrorf("nothing waits under that token any more: /add shows an article and gives a token, for a day")
	}
	a := FromStore(kept)
	there, ok, err := b.there(ctx, a)
	if err != nil {
		return Answer{}, err
	}
	if ok {
		return already(there), nil
	}
	if err := b.store.Add(b.keptOf(a, r.Reader)); err != nil {
		return Answer{}, err
	}
	done, err := b.put(ctx, a)
	if err != nil {
		return Answer{}, err
	}
	note := "Added: it is quoted from now on, and stays at every refresh."
	if !done {
		note = "It is kept, and comes with the next refresh, since one is under way."
	}
	return Answer{Answered: true, Title: choice(a), Facts: aboutArticle(a), Note: note,
		Steps: []Step{step(removal(a.ID, false), "Undo")}}, nil
}

// openingWords is how many words at the beginning of an article are looked for, to find one
// of the same text.
const openingWords = 8

// openingHits is how many passages with those words are compared.
const openingHits = 20

// there returns the article of the index that is the same: of the same id, or text.
func (b *Bot) there(ctx context.Context, a corpus.Article) (corpus.Article, bool, error) {
	r, ok, err := b.index.Article(ctx, a.ID)
	if ok || err != nil {
		return r.Article, ok, err
	}
	all, err := b.index.Sources(ctx)
	if err != nil {
		return corpus.Article{}, false, err
	}
	for _, s := range all {
		if a.URL != "" && s.URL != "" && corpus.PlainURL(a.URL) == corpus.PlainURL(s.URL) {
			return s, true, nil
		}
	}
	return b.sameText(ctx, a)
}

// sameText returns the article of the index that has the same text.
func (b *Bot) sameText(ctx context.Context, a corpus.Article) (corpus.Article, bool, error) {
	words := b.words(beginning(a))
	if len(words) == 0 {
		return corpus.Article{}, false, nil
	}
	hits, err := b.index.Search(ctx, index.Query{Phrases: [][]string{words[:min(len(words), openingWords)]}, Limit: openingHits})
	if err != nil {
		return corpus.Article{}, false, err
	}
	for _, h := range hits {
		r, ok, err := b.index.Article(ctx, h.Article)
		if err != nil {
			return corpus.Article{}, false, err
		}
		if ok && strings.TrimSpace(r.Text) == strings.TrimSpace(a.Text) {
			return r.Article, true, nil
		}
	}
	return corpus.Article{}, false, nil
}

func already(a corpus.Article) Answer {
	return Answer{Answered: true, Title: choice(a), Facts: aboutArticle(a), Note: "This article is here already. Nothing was changed."}
}

// aboutArticle tells what is known of an article, and what is not.
func aboutArticle(a corpus.Article) []Fact {
	known := func(value string) string {
		if value == "" {
			return "unknown"
		}
		return value
	}
	day := ""
	if !a.Published.IsZero() {
		day = a.Published.UTC().Format(dayLayout)
	}
	facts := []Fact{{"Title", known(a.Title)}, {"Outlet", known(a.Outlet)}, {"Published", known(day)}}
	if a.URL != "" {
		facts = append(facts, Fact{"Address", a.URL})
	}
	return facts
}

// longestBeginning is how many characters of an article's first sentence are shown.
const longestBeginning = 400

// beginning returns an article's first sentence that reads as one, or the first part of a
// long one.
func beginning(a corpus.Article) string {
	sentences := corpus.Sentences(a.Text)
	if len(sentences) == 0 {
		return ""
	}
	text := opening(&corpus.Reading{Article: a, Sentences: sentences}).Of(a.Text)
	if r := []rune(text); len(r) > longestBeginning {
		text = string(r[:longestBeginning])
		if i := strings.LastIndexByte(text, ' '); i > 0 {
			text = text[:i]
		}
		text += " …"
	}
	return text
}
