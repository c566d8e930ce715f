package bot

import (
	"context"

	"storybot/corpus"
	"storybot/index"
)

// pool is the articles that a question is answered from.
type pool struct {
	readings []corpus.Reading
	tokens   [][]index.Token
	length   float64 // mean length in tokens
	searched int     // how many articles were read into it
	partial  bool    // there were more
}

// pool searches and loads the articles of the best passages, at most so many.
func (b *Bot) pool(ctx context.Context, q index.Query, most int) (*pool, error) {
	hits, err := b.index.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	p, err := b.gather(ctx, hits, most)
	if err != nil {
		return nil, err
	}
	p.partial = p.partial || len(hits) == q.Limit
	return p, nil
}

// each visits the articles of the pool until ctx is done.
func (p *pool) each(ctx context.Context, visit func(r *corpus.Reading, tokens []index.Token)) error {
	for i := range p.readings {
		if err := ctx.Err(); err != nil {
			return err
		}
		visit(&p.readings[i], p.tokens[i])
	}
	return nil
}

// poolBytes bounds the text of one pool: some 2,500 news articles, or one of the largest.
const poolBytes = 8 << 20

// gather loads the articles of the hits, best first, at most so many.
func (b *Bot) gather(ctx context.Context, hits []index.Hit, most int) (*pool, error) {
	room := min(most, len(hits))
	p := &pool{readings: make([]corpus.Reading, 0, room), tokens: make([][]index.Token, 0, room)}
	seen := make(map[string]bool, room)
	total, bytes := 0, 0
	for _, h := range hits {
		if seen[h.Article] {
			continue
		}
		if p.partial = len(p.readings) == most || bytes > poolBytes; p.partial {
			break
		}
		seen[h.Article] = true
		r, tokens, ok, err := b.index.ArticleTokens(ctx, h.Article)
		if err != nil {
			return nil, err
		}
		if !ok { // removed since the search
			continue
		}
		p.readings = append(p.readings, r)
		p.tokens = append(p.tokens, tokens)
		total += len(tokens)
		bytes += len(r.Text)
	}
	p.searched = len(p.readings)
	p.length = float64(total) / float64(max(1, len(p.readings)))
	return p, nil
}
