package bot

import (
	"context"
	"log/slog"
	"time"

	"storybot/bot/store"
	"storybot/index"
)

// Refresher brings the index up to date. progress may be nil.
type Refresher func(ctx context.Context, force bool, progress func(index.Report)) (index.Report, error)

// Options are what a bot needs beside its index. The zero value answers from the index
// as it is.
type Options struct {
	Refresh Refresher        // for /refresh; nil: there is nothing to refresh from
	Fetch   Fetcher          // for /add; nil: nothing can be added
	Log     *slog.Logger     // nil: silent
	Store   *store.Store     // what readers leave behind; nil: nothing is kept
	Now     func() time.Time // for dates in words such as "last week"; nil: time.Now
}

// Bot answers requests. It is safe for concurrent use.
type Bot struct {
	index    *index.Index
	synonyms synonyms
	weights  weights
	decision decision        // the weight of each evidence
	bonds    map[string]bool // stems of bondWords
	refresh  Refresher
	fetch    Fetcher
	log      *slog.Logger
	store    *store.Store // or nil
	now      func() time.Time
}

// New returns a bot that answers from the index.
func New(ix *index.Index, o Options) *Bot {
	b := &Bot{index: ix, synonyms: newSynonyms(ix), weights: tunedWeights(), decision: tunedDecision(), bonds: map[string]bool{},
		refresh: o.Refresh, fetch: o.Fetch, store: o.Store, log: o.Log, now: o.Now}
	for _, stem := range distinct(ix.Tokens(bondWords)) {
		b.bonds[stem] = true
	}
	if b.log == nil {
		b.log = slog.New(slog.DiscardHandler)
	}
	if b.now == nil {
		b.now = time.Now
	}
	return b
}

// Answer parses a line and does what it asks.
func (b *Bot) Answer(ctx context.Context, line string) (Answer, error) {
	r, err := Parse(line)
	if err != nil {
		return Answer{}, err
	}
	return b.Do(ctx, r)
}

// tries is how often a request is answered anew where a refresh has just changed an
// article that was quoted.
const tries = 3

// Do answers one request. A *ReaderError is a mistake of the reader, safe to show; any
// other error is for the log.
func (b *Bot) Do(ctx context.Context, r Request) (Answer, error) {
	start := time.Now()
	for try := 1; ; try++ {
		unfinished, err := b.unfinished(ctx)
		if err != nil {
			return Answer{}, err
		}
		a, err := b.do(ctx, r)
		if err != nil {
			return Answer{}, err
		}
		whole, err := b.verify(ctx, &a)
		if err != nil {
			return Answer{}, err
		}
		if !whole && try < tries {
			continue
		}
		if speaksOfArticles(r.Command) {
			a.qualify(unfinished)
		}
		a.Request = r
		if a.Steps == nil {
			a.Steps = b.steps(ctx, r, a)
		}
		b.log.InfoContext(ctx, "answered", "command", r.Command, "answered", a.Answered, "quotes", len(a.Quotes), "took", time.Since(start))
		b.log.DebugContext(ctx, "asked", "line", r.Input)
		return a, nil
	}
}

func (b *Bot) do(ctx context.Context, r Request) (Answer, error) {
	v, err := b.values(ctx, r)
	if err != nil {
		return Answer{}, err
	}
	switch r.Command {
	case "who":
		return b.who(ctx, r, v)
	case "timeline":
		return b.timeline(ctx, r.Options["topic"], v)
	case "ask":
		return b.ask(ctx, r.Options["question"], v)
	case "between":
		return b.between(ctx, r, v)
	case "said":
		return b.said(ctx, r, v)
	case "sources":
		return b.sources(ctx, r.Options["filter"], v)
	case "coverage":
		return b.coverage(ctx)
	case "changes":
		return b.changesSince(ctx, v)
	case "latest":
		return b.latest(ctx, r, v)
	case "follow":
		return b.follow(ctx, r)
	case "unfollow":
		return b.unfollow(ctx, r)
	case "following":
		return b.following(r)
	case "help":
		return help(r.Options["command"])
	case "refresh":
		return b.doRefresh(ctx, r, v.force)
	case "add":
		return b.add(ctx, r)
	case "remove":
		return b.remove(ctx, r, v.undo)
	}
	return Answer{}, unknownCommand(r.Command)
}

// verify drops every quote that is not, byte for byte, a part of its article as the
// index holds it now, or of the earlier wording that it names, or whose spans do not fit
// it, and says whether none was. An answer that is left without quotes is none.
func (b *Bot) verify(ctx context.Context, a *Answer) (whole bool, err error) {
	kept := a.Quotes[:0]
	for _, q := range a.Quotes {
		text, ok, err := b.wording(ctx, q)
		if err != nil {
			return false, err
		}
		if !ok || q.Text == "" || q.Of(text) != q.Text || !inside(q) {
			b.log.WarnContext(ctx, "a quote was dropped: it is not in its article", "article", q.Article.ID, "start", q.Start, "end", q.End)
			continue
		}
		kept = append(kept, q)
	}
	whole = len(kept) == len(a.Quotes)
	a.Quotes = kept
	if !whole && len(kept) == 0 {
		a.Answered, a.Note = false, "The articles are changing just now: please ask again."
	}
	return whole, nil
}

// inside says whether the highlights are in order, disjoint and within the quote.
func inside(q Quote) bool {
	last := q.Start
	for _, h := range q.Highlight {
		if h.Start < last || h.End <= h.Start || h.End > q.End {
			return false
		}
		last = h.End
	}
	return true
}
