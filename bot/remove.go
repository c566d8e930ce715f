package bot

import (
	"context"
	"fmt"
	"strconv"

	"storybot/corpus"
)

// remove takes an article out of the corpus, or brings one back that was taken out.
func (b *Bot) remove(ctx context.Context, r Request, undo bool) (Answer, error) {
	if b.store == nil || b.fetch == nil {
		return Answer{}, errNoLibrary()
	}
	typed := r.Options["article"]
	all, err := b.removable(ctx, undo)
	if err != nil {
		return Answer{}, err
	}
	switch found := named(all, typed); {
	case len(found) > 1:
		return several(found, undo), nil
	case len(found) == 0 && undo:
		return Answer{}, readerErrorf("no article that was removed is called “%s”", clip(typed))
	case len(found) == 0:
		return Answer{}, readerErrorf("no article here is called “%s”: /sources lists them", clip(typed))
	case undo:
		return b.restore(ctx, found[0])
	default:
		return b.withdraw(ctx, r, found[0].ID)
	}
}

// removable lists what can be removed, or, to undo that, what was.
func (b *Bot) removable(ctx context.Context, undo bool) ([]corpus.Article, error) {
	if !undo {
		return b.index.Sources(ctx)
	}
	removed, err := b.store.Removed()
	var all []corpus.Article
	for _, k := range removed {
		all = append(all, FromStore(k))
	}
	return all, err
}

// removal is the line that removes an article, or undoes that.
func removal(id string, undo bool) Request {
	r := Request{Command: "remove", Options: map[string]string{"article": id}}
	if undo {
		r.Options["undo"] = strconv.FormatBool(undo)
	}
	return r
}

// several offers the articles that words name, as many as there are steps for.
func several(found []corpus.Article, undo bool) Answer {
	a := Answer{Title: "Which one?", Note: fmt.Sprintf("%d articles fit. Nothing was changed.", len(found))}
	does := "Remove: "
	if undo {
		does = "Bring back: "
	}
	if len(found) > mostSteps {
		a.Note += fmt.Sprintf(" These are %d of them: more words tell the others.", mostSteps)
	}
	for _, f := range found[:min(len(found), mostSteps)] {
		a.Facts = append(a.Facts, Fact{f.ID, choice(f)})
		a.Steps = append(a.Steps, step(removal(f.ID, undo), cut(does+choice(f), 80)))
	}
	return a
}

// withdraw removes an article, and remembers that it is not wanted.
func (b *Bot) withdraw(ctx context.Context, r Request, id string) (Answer, error) {
	reading, ok, err := b.index.Article(ctx, id)
	if err != nil {
		return Answer{}, err
	}
	if !ok {
		return Answer{}, readerErrorf("that article is gone already")
	}
	if err := b.store.Remove(b.keptOf(reading.Article, r.Reader)); err != nil {
		return Answer{}, err
	}
	done, err := b.inTurn(ctx, func() error {
		_, err := b.index.Remove(ctx, id)
		return err
	})
	if err != nil {
		return Answer{}, err
	}
	note := "Removed: nothing is quoted from it any more, and no refresh brings it back."
	if !done {
		note = "It is removed with the next refresh, since one is under way."
	}
	return Answer{Answered: true, Title: choice(reading.Article), Facts: aboutArticle(reading.Article), Note: note,
		Steps: []Step{step(removal(id, true), "Undo")}}, nil
}

// restore brings an article back.
func (b *Bot) restore(ctx context.Context, a corpus.Article) (Answer, error) {
	if _, err := b.store.Restore(a.ID); err != nil {
		return Answer{}, err
	}
	done, err := b.put(ctx, a)
	if err != nil {
		return Answer{}, err
	}
	note := "It is back, and quoted again."
	if !done {
		note = "It comes back with the next refresh, since one is under way."
	}
	return Answer{Answered: true, Title: choice(a), Facts: aboutArticle(a), Note: note,
		Steps: []Step{step(removal(a.ID, false), "Remove it again")}}, nil
}
