package bot

import (
	"context"
	"errors"
	"iter"
	"path"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"storybot/bot/store"
	"storybot/corpus"
	"storybot/index"
)

// errNoLibrary says that this bot cannot add or remove articles.
func errNoLibrary() error {
	return readerErrorf("articles cannot be added or removed here: that takes an index on disk, and a bot that keeps it up to date with a corpus")
}

// keptOf returns an article as the store keeps it.
func (b *Bot) keptOf(a corpus.Article, reader string) store.Article {
	return store.Article{ID: a.ID, Path: a.Path, Title: a.Title, Outlet: a.Outlet, Author: a.Author, URL: a.URL,
		Published: a.Published, Modified: a.Modified, Text: a.Text, By: reader, At: b.now().UTC()}
}

// FromStore returns an article as the corpus has it.
func FromStore(k store.Article) corpus.Article {
	return corpus.Article{ID: k.ID, Path: k.Path, Text: k.Text, Modified: k.Modified,
		Source: corpus.Source{Title: k.Title, Outlet: k.Outlet, Author: k.Author, URL: k.URL, Published: k.Published}}
}

// choiceUnits is the longest value of a completion that Discord takes, in UTF-16.
const choiceUnits = 100

// choice names an article in one line that a menu can show and a reader can type: its
// title, outlet and day, as far as they are known, the title cut where all is too long.
func choice(a corpus.Article) string {
	title, end := plain(a.Title), ""
	if title == "" {
		title = plain(path.Base(a.Path))
	}
	if outlet := plain(a.Outlet); outlet != "" {
		end += " · " + cut(outlet, choiceUnits/4)
	}
	if !a.Published.IsZero() {
		end += " · " + a.Published.UTC().Format(dayLayout)
	}
	return cut(title, choiceUnits-utf16Len(end)) + end
}

// cut shortens a text to so many units of UTF-16.
func cut(s string, most int) string {
	if utf16Len(s) <= most {
		return s
	}
	n := 1 // for the "…"
	for i, r := range s {
		if n += utf16.RuneLen(r); n > most {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

func utf16Len(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// completeArticle returns the articles that have all the words that were typed, newest first.
func (b *Bot) completeArticle(ctx context.Context, typed string) ([]string, error) {
	all, err := b.index.Sources(ctx)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, a := range all {
		if len(found) == mostChoices {
			break
		}
		if c := choice(a); listedUnder(a, typed) && !slices.Contains(found, c) {
			found = append(found, c)
		}
	}
	return found, nil
}

// named returns the articles that a reader's words name: by id; else by title, or as
// completed; else those that have all the words.
func named(all []corpus.Article, typed string) []corpus.Article {
	for _, is := range []func(corpus.Article) bool{
		func(a corpus.Article) bool { return a.ID == typed },
		func(a corpus.Article) bool {
			return strings.EqualFold(plain(a.Title), typed) || strings.EqualFold(choice(a), typed)
		},
		func(a corpus.Article) bool { return listedUnder(a, typed) },
	} {
		var found []corpus.Article
		for _, a := range all {
			if is(a) {
				found = append(found, a)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// turnWithin is for how long a change of one article waits for a refresh to end, and
// turnEvery how often it looks.
const (
	turnWithin = 10 * time.Second
	turnEvery  = 100 * time.Millisecond
)

// inTurn changes the index as soon as no refresh is under way; false where that takes too
// long, or nothing was ever read: then the next refresh brings the change.
func (b *Bot) inTurn(ctx context.Context, change func() error) (bool, error) {
	if b.index.Born().IsZero() {
		return false, nil
	}
	for end := time.Now().Add(turnWithin); ; {
		err := change()
		if !errors.Is(err, index.ErrRefreshing) {
			return err == nil, err
		}
		if time.Now().After(end) {
			return false, nil
		}
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case <-time.After(turnEvery):
		}
	}
}

// everywhere are paths below which all articles stand: those of the working directory and
// of the web, of the root, and of the folder above.
var everywhere = [...]string{".", "/", ".."}

// put indexes one article and leaves all others as they are.
func (b *Bot) put(ctx context.Context, a corpus.Article) (bool, error) {
	one := func(_ context.Context, report func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		for _, p := range everywhere {
			report(corpus.Problem{Path: p, Unread: true})
		}
		return slices.Values([]corpus.Article{a}), nil
	}
	return b.inTurn(ctx, func() error {
		_, err := b.index.Refresh(ctx, one, index.RefreshOptions{})
		return err
	})
}
