package bot

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"time"

	"storybot/bot/store"
	"storybot/corpus"
	"storybot/index"
)

// Digest is what is new on what a place follows, to be sent there once.
type Digest struct {
	ID     string // the same however often it is tried
	Place  string
	Answer Answer
}

// Digests returns what is to be sent now: what was read since a place heard last, and what
// could not be sent before. Each is due until Sent is called with its id. Without a store
// there are none.
func (b *Bot) Digests(ctx context.Context) ([]Digest, error) {
	if b.store == nil {
		return nil, nil
	}
	if err := b.plan(ctx); err != nil {
		return nil, err
	}
	due, err := b.store.Due()
	if err != nil {
		return nil, err
	}
	var all []Digest
	for _, d := range due {
		a, err := b.digest(ctx, d)
		if err != nil {
			return nil, err
		}
		if len(a.Quotes) > 0 {
			all = append(all, Digest{ID: d.ID, Place: d.Place, Answer: a})
		} else if err := b.Sent(d.ID); err != nil { // its articles have gone
			return nil, err
		}
	}
	return all, nil
}

// Sent says that a digest has arrived, or never can.
func (b *Bot) Sent(id string) error {
	if b.store == nil {
		return nil
	}
	return b.store.Sent(id, b.now().UTC())
}

// Leave forgets all that a place follows: it is gone, or does not let the bot speak.
func (b *Bot) Leave(place string) error {
	if b.store == nil {
		return nil
	}
	follows, err := b.store.Follows(place)
	for _, f := range follows {
		_, one := b.store.Unfollow(place, f.Topic)
		err = errors.Join(err, one)
	}
	return err
}

// plan makes the digests of all places that have news.
func (b *Bot) plan(ctx context.Context) error {
	follows, err := b.store.AllFollows()
	if err != nil || len(follows) == 0 {
		return err
	}
	oldest := follows[0].Seen
	for _, f := range follows {
		if f.Seen.Before(oldest) {
			oldest = f.Seen
		}
	}
	arrivals, err := b.index.Since(ctx, oldest)
	if err != nil || len(arrivals) == 0 {
		return err
	}
	for len(follows) > 0 {
		n := 1
		for n < len(follows) && follows[n].Place == follows[0].Place {
			n++
		}
		if err := b.planFor(ctx, follows[:n], arrivals); err != nil {
			return err
		}
		follows = follows[n:]
	}
	return nil
}

// planFor makes the digest of one place from its follows and what was read, newest first.
func (b *Bot) planFor(ctx context.Context, follows []store.Follow, arrivals []index.Arrival) error {
	now := b.now().UTC()
	sent, err := b.store.SentSince(follows[0].Place, now.Add(-24*time.Hour))
	if err != nil || sent >= digestsADay {
		return err
	}
	until := arrivals[0].Read
	d := store.Digest{ID: follows[0].Place + "-" + strconv.FormatInt(until.Unix(), 36), Place: follows[0].Place, Made: now}
	var told []store.Follow
	var g gathered
	for _, f := range follows {
		if !f.Seen.Before(until) {
			continue
		}
		told = append(told, f)
		if err := b.news(ctx, f, arrivals, &g); err != nil {
			return err
		}
	}
	d.Items = g.items
	return b.store.Plan(d, told, until)
}

// gathered is the quotes of a digest that is planned, and those that say the same as one of
// them, whose articles are named under it.
type gathered struct {
	items  []store.Item
	quotes int // without those that say the same
}

// Bounds of one digest, whatever was read: what is kept of it, copies of a quote among it,
// and the articles on one topic that are looked at.
const (
	mostItems  = 50
	mostLooked = 200
)

// news adds the quotes on one topic from articles that were read since the place heard of
// it.
func (b *Bot) news(ctx context.Context, f store.Follow, arrivals []index.Arrival, g *gathered) error {
	on, s, err := b.onTopic(ctx, f.Topic)
	var mistake *ReaderError
	if errors.As(err, &mistake) || err == nil && !s.found {
		return nil // nothing mentions it
	}
	if err != nil {
		return err
	}
	fresh := map[string]bool{}
	for _, r := range arrivals {
		fresh[r.ID] = r.Read.After(f.Seen)
	}
	t := &topicNews{page: b.page(min(newsOfATopic, newsInAll-g.quotes)), bot: b, topic: f.Topic, subject: s, fresh: fresh}
	looked := 0
	for _, r := range arrivals {
		if !fresh[r.ID] || !on[r.ID] || looked == mostLooked {
			continue
		}
		looked++
		if err := t.take(ctx, r, g); err != nil {
			return err
		}
	}
	g.quotes += len(t.quotes)
	return nil
}

// topicNews is what is new on one topic.
type topicNews struct {
	*page
	bot     *Bot
	topic   string
	subject subject
	fresh   map[string]bool // articles that were read since
}

// take adds what an article tells: a quote, or its name under another one.
func (t *topicNews) take(ctx context.Context, r index.Arrival, g *gathered) error {
	known, err := t.knownBefore(ctx, r.ID)
	if err != nil {
		return err
	}
	q, ok, err := t.bot.latestOf(ctx, r, t.subject, known...)
	if err != nil {
		return err
	}
	it := store.Item{Topic: t.topic, Article: r.ID, Start: q.Start, End: q.End}
	if !ok || isFollowed(g.items, it) || len(g.items) == mostItems {
		return nil
	}
	added, err := t.add(ctx, q, q.Text)
	if added || err == nil && t.copied[r.ID] {
		g.items = append(g.items, it)
	}
	return err
}

// knownBefore returns the texts of an article's twins that are not fresh, as sameWords has
// them: what comes to one outlet after another is news once.
func (t *topicNews) knownBefore(ctx context.Context, id string) ([]string, error) {
	twins, err := t.twinsOf(ctx, id)
	var known []string
	for _, twin := range twins {
		if t.fresh[twin] {
			continue
		}
		r, ok, err := t.index.Article(ctx, twin)
		if err != nil {
			return nil, err
		}
		if ok {
			known = append(known, sameWords(r.Text))
		}
	}
	return known, err
}

// digest composes what is to be sent from the index as it is now. A quote that its article
// no longer has is left out.
func (b *Bot) digest(ctx context.Context, d store.Digest) (Answer, error) {
	following := Request{Command: "following", Place: d.Place}
	a := Answer{Request: following, Answered: true, Title: "New on what is followed here", Steps: []Step{step(following, "What is followed")}}
	for len(d.Items) > 0 {
		n := 1
		for n < len(d.Items) && d.Items[n].Topic == d.Items[0].Topic {
			n++
		}
		quotes, err := b.newOn(ctx, d.Items[:n])
		if err != nil {
			return Answer{}, err
		}
		for _, q := range quotes {
			a.tell(q)
		}
		d.Items = d.Items[n:]
	}
	_, err := b.verify(ctx, &a)
	return a, err
}

// tell adds a quote to a digest: once, under all topics that it is on.
func (a *Answer) tell(q Quote) {
	i := slices.IndexFunc(a.Quotes, func(o Quote) bool { return o.Article.ID == q.Article.ID && o.Span == q.Span })
	if i < 0 {
		a.Quotes = append(a.Quotes, q)
		return
	}
	a.Quotes[i].Label += " · " + q.Label
	a.Quotes[i].Highlight = merge(slices.Concat(a.Quotes[i].Highlight, q.Highlight), q.Span)
}

// newOn composes the quotes on one topic.
func (b *Bot) newOn(ctx context.Context, items []store.Item) ([]Quote, error) {
	p := b.page(len(items))
	for _, it := range items {
		r, tokens, ok, err := b.index.ArticleTokens(ctx, it.Article)
		if err != nil {
			return nil, err
		}
		if !ok || it.Start < 0 || it.End > len(r.Text) || it.Start >= it.End {
			continue
		}
		q := quote(&r, corpus.Span{Start: it.Start, End: it.End}, 0)
		q.Label = it.Topic
		if s, err := b.newSubject(ctx, it.Topic); err == nil {
			q.Highlight = merge(s.mentions(&r, tokens), q.Span)
		}
		if _, err := p.add(ctx, q, q.Text); err != nil {
			return nil, err
		}
	}
	return p.first(ctx, p.quotes)
}
