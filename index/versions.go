package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/blevesearch/bleve/v2/document"

	"storybot/corpus"
)

// What is kept of earlier wordings. Older ones go first.
const (
	keptVersions  = 5       // an article
	keptBytes     = 1 << 20 // of text, of the versions of one article
	keptWithdrawn = 1000    // articles that are no longer in the corpus
)

// Version is an earlier wording of an article: it was corrected since, or withdrawn.
type Version struct {
	corpus.Article           // as it was, with its text
	Number         int       // the article's wordings are counted from 1, in the order in which they were read
	Read           time.Time // when it was first read: the start of that refresh, whole seconds of UTC
	Until          time.Time // when another wording was read, or the article was found to be gone
	Withdrawn      bool      // the article is no longer in the corpus, and this is its last wording
}

// History is an article with its earlier wordings, all of one state of the index.
type History struct {
	Present *corpus.Reading // nil: the article is not in the corpus now
	Read    time.Time       // when the present wording was first read; zero without one
	Earlier []Version       // the latest five that are kept, oldest first
}

// Version returns an earlier wording by its number; false where it is not kept.
func (h History) Version(number int) (Version, bool) {
	i := slices.IndexFunc(h.Earlier, func(v Version) bool { return v.Number == number })
	if i < 0 {
		return Version{}, false
	}
	return h.Earlier[i], true
}

// History returns an article with its earlier wordings; the zero value where it was never
// read. Of an article's wordings the latest five are kept, 1 MiB of text at most, and of
// articles that were withdrawn the latest thousand; an index of another schema begins anew.
func (ix *Index) History(ctx context.Context, id string) (History, error) {
	reader, err := ix.reader()
	if err != nil {
		return History{}, fmt.Errorf("history: %w", err)
	}
	defer reader.Close()
	if err := ctx.Err(); err != nil {
		return History{}, fmt.Errorf("history: %w", err)
	}
	var h History
	src, r, ok, err := loadFrom(reader, id)
	if err != nil {
		return History{}, fmt.Errorf("history: %w", err)
	}
	if ok {
		h.Present, h.Read = &r, src.read
	}
	h.Earlier, err = versions(reader, id)
	return h, err
}

// Withdrawn returns the last wordings of the articles that were found to be gone after a
// time, the latest first; of equal times by title and id.
func (ix *Index) Withdrawn(ctx context.Context, t time.Time) ([]Version, error) {
	reader, err := ix.reader()
	if err != nil {
		return nil, fmt.Errorf("withdrawn: %w", err)
	}
	defer reader.Close()
	var all []Version
	err = eachSince(ctx, reader, goneField, t, func(_ string, fields map[string][]byte) {
		if vs, err := decodeVersions(fields[versionsField]); err == nil && len(vs) > 0 {
			all = append(all, vs[len(vs)-1])
		}
	})
	if err != nil {
		return nil, fmt.Errorf("withdrawn: %w", err)
	}
	slices.SortFunc(all, func(a, b Version) int {
		return cmp.Or(b.Until.Compare(a.Until), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
	return all, nil
}

// versions returns the earlier wordings of an article, oldest first.
func versions(reader *snapshot, id string) ([]Version, error) {
	fields, err := storedFields(reader, versionsID(id))
	if fields == nil || err != nil {
		return nil, err
	}
	return decodeVersions(fields[versionsField])
}

// replaced returns the versions of an article with one more: the wording that it has now.
func replaced(earlier []Version, s source, text string, at time.Time, withdrawn bool) []Version {
	v := Version{Article: s.Article, Number: 1, Read: s.read, Until: at, Withdrawn: withdrawn}
	if n := len(earlier); n > 0 {
		v.Number = earlier[n-1].Number + 1
	}
	v.Text = text
	all := append(slices.Clip(earlier), v)
	all = all[max(0, len(all)-keptVersions):]
	size := 0
	for i := len(all) - 1; i >= 0; i-- {
		if size += len(all[i].Text); size > keptBytes && i < len(all)-1 {
			return all[i+1:]
		}
	}
	return all
}

// versionsDocument returns the document of an article's earlier wordings.
func versionsDocument(id string, all []Version) *document.Document {
	d := document.NewDocument(versionsID(id))
	d.AddField(keyword(kindField, versionsKind))
	d.AddField(stored(versionsField, encodeVersions(all)))
	if last := all[len(all)-1]; last.Withdrawn {
		d.AddField(keyword(goneField, string(moment(last.Until))))
	}
	return d
}

func encodeVersions(all []Version) []byte {
	var e encoder
	e.num(len(all))
	for _, v := range all {
		e.num(v.Number)
		e.moment(v.Read)
		e.moment(v.Until)
		for _, field := range [...]string{v.ID, v.Path, v.Title, v.Outlet, v.Author, v.URL, v.Text} {
			e.str(field)
		}
		e.day(v.Published)
	}
	withdrawn := 0
	if n := len(all); n > 0 && all[n-1].Withdrawn {
		withdrawn = 1
	}
	e.num(withdrawn)
	return e.b
}

func decodeVersions(record []byte) ([]Version, error) {
	d := decoder{rest: string(record)}
	all := make([]Version, d.count())
	for i := range all {
		v := Version{Number: d.num(), Read: d.moment(), Until: d.moment()}
		v.ID, v.Path, v.Title, v.Outlet = d.str(), d.str(), d.str(), d.str()
		v.Author, v.URL, v.Text, v.Published = d.str(), d.str(), d.str(), d.day()
		all[i] = v
	}
	if d.num() == 1 && len(all) > 0 {
		all[len(all)-1].Withdrawn = true
	}
	if d.bad {
		return nil, fmt.Errorf("versions: %w", errRecord)
	}
	return all, nil
}
