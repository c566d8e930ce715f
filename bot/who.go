package bot

import (
	"context"
	"slices"
	"strings"

	"storybot/index"
)

// How much is looked at and shown for one name.
const (
	whoPassages = 120
	whoDefault  = 8 // quotes on a page
	whoRoles    = 3 // phrases that say who it is, before anything else
	whoBeside   = 2 // names beside it, with a quote that links the two
)

// who tells who or what a name is: the phrases that say it, the first and the latest
// mention, what stands beside it, and further quotes, one of an article first.
func (b *Bot) who(ctx context.Context, r Request, v values) (Answer, error) {
	s, err := b.newSubject(ctx, r.Options["name"])
	if err != nil {
		return Answer{}, err
	}
	if !s.found {
		if a, two, err := b.pair(ctx, r.Options["name"]); two || err != nil {
			return a, err
		}
		return Answer{Title: s.title, Note: s.unknown()}, nil
	}
	if s.shared {
		return b.which(ctx, r, s, v)
	}
	all, err := b.tellings(ctx, s, v)
	if err != nil {
		return Answer{}, err
	}
	if len(all) == 0 {
		note := s.unknown()
		if !v.asOf.IsZero() {
			note = "Nothing that was published until then mentions " + s.title + "."
		}
		return Answer{Title: s.title, Note: note}, nil
	}
	a := Answer{Title: s.title, Answered: true, Note: s.others()}
	p, err := b.portrait(ctx, s, all, v)
	if err != nil {
		return Answer{}, err
	}
	if len(p.roles) == 0 {
		a.Note = strings.TrimSpace("No article here says in so many words who or what this is; these mention it. " + a.Note)
	}
	a.Quotes, a.Facts, a.Steps = p.quotes, p.facts(), p.steps(s.speaks(all))
	return a, nil
}

// which asks whom of several a reader means, with the most telling sentence on each.
func (b *Bot) which(ctx context.Context, r Request, s subject, v values) (Answer, error) {
	names := append([]string{s.title}, s.rivals...)
	a := Answer{Answered: true, Title: r.Options["name"], Note: "That may be " + strings.Join(names, " or ") + ": ask with the whole name."}
	for _, name := range names {
		one, err := b.newSubject(ctx, name)
		if err != nil {
			return Answer{}, err
		}
		all, err := b.tellings(ctx, one, v)
		if err != nil {
			return Answer{}, err
		}
		p := b.page(1)
		for _, t := range all {
			q := t.quote(name)
			if _, err := p.add(ctx, q, q.Text); err != nil {
				return Answer{}, err
			}
		}
		best, err := p.first(ctx, p.quotes)
		if err != nil {
			return Answer{}, err
		}
		a.Quotes = append(a.Quotes, best...)
	}
	return a, nil
}

// others names those who share the name that was typed; "" where nobody does.
func (s subject) others() string {
	if len(s.rivals) == 0 {
		return ""
	}
	return "Others of that name: " + strings.Join(s.rivals, ", ") + "."
}

// namedLike is what others returns, for an answer that is about two names.
func (s subject) namedLike() string {
	return strings.Replace(s.others(), "Others of that name", "Named like "+s.title, 1)
}

// portrait is what the page on a name is made of.
type portrait struct {
	subject
	profile index.Profile
	roles   []role // the best first
	*page
}

// moreLabel parts the quotes that only mention a name from a labelled one above them,
// whose label would else be read as theirs.
const moreLabel = "More"

// portrait gathers the quotes on a name in the order of the page.
func (b *Bot) portrait(ctx context.Context, s subject, all []told, v values) (*portrait, error) {
	q := v.published(index.Query{}, v.from, v.until)
	profile, err := b.index.Profile(ctx, s.name, q.From, q.Until)
	if err != nil {
		return nil, err
	}
	p := &portrait{subject: s, profile: profile, roles: byRole(all), page: b.page(v.cap(whoDefault))}
	if err := p.tellRoles(ctx, all); err != nil {
		return nil, err
	}
	if err := b.firstAndLatest(ctx, p); err != nil {
		return nil, err
	}
	if err := b.beside(ctx, p, v); err != nil {
		return nil, err
	}
	return p, p.tellMore(ctx, all)
}

// tellRoles adds the best roles, each with the sentence that shows it; without any, the
// most telling sentence.
func (p *portrait) tellRoles(ctx context.Context, all []told) error {
	for _, r := range p.roles[:min(whoRoles, len(p.roles))] {
		if _, err := p.show(ctx, r.best().quote(r.label())); err != nil {
			return err
		}
		for _, t := range r.told { // a copy of that may have been printed before it
			q := t.quote(r.labelOf(t))
			if _, _, err := p.join(ctx, q, q.Text); err != nil {
				return err
			}
		}
	}
	if len(p.roles) > 0 {
		return nil
	}
	_, err := p.show(ctx, all[0].quote(""))
	return err
}

// tellMore fills the page with further sentences, one of each article first.
func (p *portrait) tellMore(ctx context.Context, all []told) error {
	var rest []Quote
	for _, t := range all {
		rest = append(rest, t.quote(""))
	}
	rest, err := p.spread(ctx, rest, 1)
	if err != nil {
		return err
	}
	n := len(p.quotes)
	for _, q := range rest {
		if _, err := p.show(ctx, q); err != nil {
			return err
		}
	}
	if p.quotes, err = p.first(ctx, p.quotes); err == nil && n > 0 && n < len(p.quotes) && p.quotes[n-1].Label != "" {
		p.quotes[n].Label = moreLabel
	}
	return err
}

// show takes a quote into the page, unless its sentence stands there or the page is full;
// of one that says the same as another, the article is named under that.
func (p *portrait) show(ctx context.Context, q Quote) (bool, error) {
	if p.has(q.Article.ID, q.Span) {
		return false, nil
	}
	return p.add(ctx, q, q.Text)
}

// firstAndLatest adds the earliest and the latest article of known day that mention the
// name, each with its most telling sentence.
func (b *Bot) firstAndLatest(ctx context.Context, p *portrait) error {
	first, last := p.profile.First, p.profile.Last
	if first.ID == last.ID || first.Published.Equal(last.Published) {
		return nil
	}
	for _, end := range []struct {
		label, id string
	}{{"First mention", first.ID}, {"Latest mention", last.ID}} {
		r, tokens, ok, err := b.index.ArticleTokens(ctx, end.id)
		if err != nil {
			return err
		}
		if all := tell(&r, p.named(&r, tokens), p.name.Kind); ok && len(all) > 0 {
			slices.SortStableFunc(all, moreTelling)
			if _, err := p.show(ctx, all[0].quote(end.label)); err != nil {
				return err
			}
		}
	}
	return nil
}

// beside adds a sentence on each of the most telling neighbours that ties it to the name.
func (b *Bot) beside(ctx context.Context, p *portrait, v values) error {
	linked := 0
	for _, n := range p.profile.Beside {
		if linked == whoBeside {
			break
		}
		other, err := b.newSubject(ctx, n.Name)
		if err != nil {
			return err
		}
		if other.title == p.title || other.title != n.Name {
			continue
		}
		all, err := b.ties(ctx, p.subject, other, v)
		if err != nil {
			return err
		}
		shown, err := p.showTie(ctx, all, "With "+n.Name)
		if err != nil {
			return err
		}
		if shown {
			linked++
		}
	}
	return nil
}

// showTie adds the first of some sentences that says something else than the page does, and
// notes its copies among the others.
func (p *portrait) showTie(ctx context.Context, all []tie, label string) (shown bool, err error) {
	for _, t := range all {
		q := t.quote(label)
		if shown {
			_, _, err = p.join(ctx, q, q.Text)
		} else {
			shown, err = p.show(ctx, q)
		}
		if err != nil {
			return false, err
		}
	}
	return shown, nil
}
