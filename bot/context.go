package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"storybot/corpus"
)

// contextSentences is how many sentences before and after a quote its context has.
const contextSentences = 3

// Place says where the quote stands, so that Bot.Context finds it again: its span, eight
// hexadecimal digits of a digest of its text, and its article's id, as "START-END-HASH-ID".
// It holds no white space unless the id does.
func (q Quote) Place() string {
	return fmt.Sprintf("%d-%d-%s-%s", q.Start, q.End, textHash(q.Text), q.Article.ID)
}

func textHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}

// Context returns the quote of that place with the sentences before and after it. Its
// answer has no request. A place that is none, or whose article has changed or is gone,
// is a *ReaderError.
func (b *Bot) Context(ctx context.Context, place string) (Answer, error) {
	var span corpus.Span
	var id string
	start, rest, _ := strings.Cut(place, "-")
	end, rest, _ := strings.Cut(rest, "-")
	hash, id, _ := strings.Cut(rest, "-")
	if _, err := fmt.Sscan(start+" "+end, &span.Start, &span.End); err != nil {
		return Answer{}, readerErrorf("That is no quote of this bot.")
	}
	r, ok, err := b.index.Article(ctx, id)
	if err != nil {
		return Answer{}, err
	}
	if text := span.Of(r.Text); !ok || text == "" || textHash(text) != hash {
		return Answer{}, readerErrorf("The article of this quote has changed since, or is gone: please ask again.")
	}
	q := quote(&r, widened(r.Sentences, span), 0)
	q.Highlight = []corpus.Span{span}
	a := Answer{Answered: true, Title: "In context", Quotes: []Quote{q}}
	if q.Span == span {
		a.Note = "That is all that the article says."
	}
	_, err = b.verify(ctx, &a)
	return a, err
}

// widened widens a span to whole sentences, and by a few on both sides.
func widened(sentences []corpus.Span, s corpus.Span) corpus.Span {
	first := slices.IndexFunc(sentences, func(t corpus.Span) bool { return t.End > s.Start })
	if first < 0 {
		return s
	}
	last := first
	for last+1 < len(sentences) && sentences[last+1].Start < s.End {
		last++
	}
	first, last = max(first-contextSentences, 0), min(last+contextSentences, len(sentences)-1)
	return corpus.Span{Start: min(sentences[first].Start, s.Start), End: max(sentences[last].End, s.End)}
}
