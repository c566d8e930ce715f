package index

import (
	"context"
	"errors"
	"fmt"

	"github.com/blevesearch/bleve/v2/document"

	"storybot/corpus"
)

// job is one article on its way; done is closed when docs are ready.
type job struct {
	article source // with its text
	old     source // what was known of it; zero where it is new
	force   bool   // analyse it in any case, and count it as changed
	anew    bool   // it is written into a new index
	first   bool   // the index held nothing when the refresh began

	analysed bool
	says     evidence
	docs     []*document.Document
	err      error
	fault    any // what analysing ended in, where it panicked
	done     chan struct{}
}

// known says whether the article was in the index.
func (j *job) known() bool { return j.old.ID != "" }

// same says whether the article is as it was, but perhaps for the time of its file.
func (j *job) same() bool {
	return j.known() && !j.force && j.old.Path == j.article.Path && j.old.hash == j.article.hash
}

// reworded says whether another wording of the article was in the index.
func (j *job) reworded() bool { return j.known() && j.old.wording != j.article.wording }

// prepare makes the documents for one index of what another knows, or the same. A fault of the program that one text brings to light is
// kept with its article: the others go on.
func (j *job) prepare(ctx context.Context, ix, past *Index) {
	defer close(j.done)
	defer func() { j.fault = recover() }()
	if err := j.make(ctx, ix, past); err != nil {
		j.err = fmt.Errorf("%s: %w", j.article.Path, err)
	}
}

func (j *job) make(ctx context.Context, ix, past *Index) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	reader, err := past.reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	reading, ok, err := j.reuse(reader)
	if err != nil {
		return err
	}
	if !ok {
		reading, j.analysed = ix.analyse(j.article.Article), true
		reading.Mentions = quotable(reading)
	}
	j.says = evidenceOf(reading)
	j.article.passages = len(reading.Passages)
	if ok && j.sameShown() {
		j.docs = []*document.Document{sourceDocument(j.article, j.says)}
	} else {
		j.docs = ix.documents(j.article, reading, j.says)
	}
	return j.keepVersions(reader)
}

// sameShown says whether passages and the text stay as they are in the index.
func (j *job) sameShown() bool {
	a, b := j.article.Article, j.old.Article
	return j.known() && a.Title == b.Title && a.Outlet == b.Outlet && a.Published.Equal(b.Published)
}

// reuse returns the reading of an article with the same words and the same day, which is
// all that a reading depends on: its own, or that of another file.
func (j *job) reuse(reader *snapshot) (corpus.Reading, bool, error) {
	if j.force || j.anew || j.first {
		return corpus.Reading{}, false, nil
	}
	ids := []string{j.article.ID}
	if !j.known() || j.reworded() {
		var err error
		if ids, err = withWording(reader, j.article.wording); err != nil {
			return corpus.Reading{}, false, err
		}
	}
	for _, id := range ids {
		_, r, ok, err := loadFrom(reader, id)
		if err != nil && !errors.Is(err, errRecord) {
			return corpus.Reading{}, false, err
		}
		if ok && r.Text == j.article.Text && r.Published.Equal(j.article.Published) {
			r.Article = j.article.Article
			return r, true, nil
		}
	}
	return corpus.Reading{}, false, nil
}

// mostAlike is how many articles of one wording are looked at.
const mostAlike = 4

// withWording returns the ids of articles with a wording, four at most.
func withWording(reader *snapshot, wording string) ([]string, error) {
	docs, err := reader.documents(place{wordingField, wording})
	if err != nil {
		return nil, err
	}
	return reader.articles(docs[:min(mostAlike, len(docs))])
}

// keepVersions keeps the wording that the article had, if it had another one, and in a new
// index all that were kept before.
func (j *job) keepVersions(reader *snapshot) error {
	if j.first {
		return nil
	}
	all, err := versions(reader, j.article.ID)
	if err != nil && !errors.Is(err, errRecord) {
		return err
	}
	back := len(all) > 0 && all[len(all)-1].Withdrawn
	if back {
		all[len(all)-1].Withdrawn = false
	}
	if j.reworded() {
		src, r, ok, err := loadFrom(reader, j.article.ID)
		if err != nil && !errors.Is(err, errRecord) {
			return err
		}
		if ok {
			all = replaced(all, src, r.Text, j.article.read, false)
		}
	}
	if len(all) > 0 && (back || j.anew || j.reworded()) {
		j.docs = append(j.docs, versionsDocument(j.article.ID, all))
	}
	return nil
}
