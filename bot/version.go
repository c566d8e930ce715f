package bot

import (
	"context"
	"time"

	"storybot/corpus"
	"storybot/index"
)

// Version names an earlier wording of an article: one that was corrected since, or
// withdrawn.
type Version struct {
	Number int       // the article's wordings are counted from 1
	Read   time.Time // when it was first read, UTC
	Until  time.Time // when another wording was read, or the article was found to be gone
}

// wording returns the text that a quote is of; false where the index does not hold it.
func (b *Bot) wording(ctx context.Context, q Quote) (string, bool, error) {
	if q.Version == nil {
		r, ok, err := b.index.Article(ctx, q.Article.ID)
		return r.Text, ok, err
	}
	h, err := b.index.History(ctx, q.Article.ID)
	v, ok := h.Version(q.Version.Number)
	return v.Text, ok, err
}

// earlier is an earlier wording, ready to be quoted.
type earlier struct {
	index.Version
	reading corpus.Reading // sentences alone
}

func newEarlier(v index.Version) earlier {
	return earlier{v, corpus.Reading{Article: v.Article, Sentences: corpus.Sentences(v.Text)}}
}

// quote makes a quote of a span of the earlier wording. Its link leads to the article,
// where the words need not stand any more.
func (e earlier) quote(span corpus.Span, label string) Quote {
	q := quote(&e.reading, span, 0)
	q.Link, q.Label = e.URL, label
	q.Version = &Version{Number: e.Number, Read: e.Read, Until: e.Until}
	return q
}
