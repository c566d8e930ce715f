package bot

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"storybot/corpus"
)

// sourcesDefault is how many articles fill a page.
const sourcesDefault = 10

// sources lists the articles, newest first, each with its first sentence and with those
// that tell the same.
func (b *Bot) sources(ctx context.Context, filter string, v values) (Answer, error) {
	all, err := b.index.Sources(ctx)
	if err != nil {
		return Answer{}, err
	}
	a, count := Answer{Title: "Sources"}, len(all)
	found := slices.DeleteFunc(all, func(s corpus.Article) bool { return !listedUnder(s, filter) })
	limit, fold := v.cap(sourcesDefault), b.folding(found)
	for i := range found {
		if len(a.Quotes) == limit {
			if slices.Contains(fold.told[i:], false) {
				a.Found = len(found)
			}
			break
		}
		first, also, err := fold.story(ctx, i)
		if err != nil {
			return Answer{}, err
		}
		if first < 0 {
			continue
		}
		r, ok, err := b.index.Article(ctx, found[first].ID)
		if err != nil {
			return Answer{}, err
		}
		if ok && len(r.Sentences) > 0 {
			q := quote(&r, opening(&r), 0)
			q.Also = also
			a.Quotes = append(a.Quotes, q)
		}
	}
	a.Answered = len(found) > 0
	a.Note = strings.TrimSpace(sourcesNote(len(found), count, len(a.Quotes), filter) + " " + fold.note())
	return a, nil
}

// opening returns the first sentence that reads as one: not a headline, a byline or a
// place, which are short or end without a stop.
func opening(r *corpus.Reading) corpus.Span {
	for _, s := range r.Sentences[:min(5, len(r.Sentences))] {
		text := strings.TrimRight(s.Of(r.Text), "\"'”’)")
		if strings.Count(text, " ") >= 5 && strings.HasSuffix(text, ".") && text != r.Title {
			return s
		}
	}
	return r.Sentences[0]
}

func sourcesNote(found, all, shown int, filter string) string {
	switch {
	case all == 0:
		return "The index is empty: no article has been read yet."
	case found == 0:
		return fmt.Sprintf("None of the %s matches “%s”.", plural(all, "article"), clip(filter))
	case filter != "":
		return fmt.Sprintf("%d of %s match, newest first; %d shown with their first sentence.", found, plural(all, "article"), shown)
	}
	return fmt.Sprintf("%s, newest first; %d shown with their first sentence.", plural(all, "article"), shown)
}

func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// listedUnder says whether every word of the filter stands in the title, outlet, author,
// day of publication, address, file or id.
func listedUnder(a corpus.Article, filter string) bool {
	published := "date unknown"
	if !a.Published.IsZero() {
		published = a.Published.Format("2006-01-02 2 January 2006")
	}
	text := strings.ToLower(strings.Join([]string{a.Title, a.Outlet, a.Author, published, a.URL, filepath.Base(a.Path), a.ID}, "\n"))
	for w := range strings.FieldsSeq(strings.ToLower(filter)) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
