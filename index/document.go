package index

import (
	"strconv"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2/document"
	api "github.com/blevesearch/bleve_index_api"

	"storybot/corpus"
)

// An article becomes these documents, always written in one batch:
//
//	s/ID     kind "s"; the source record; what the article says of names (see evidence); when
//	         its present wording was read (RFC 3339)
//	a/ID     the article's text and the reading record, both only stored
//	p/N/ID   kind "p"; passage N: stems, names, day of publication, outlet; not stored,
//	         since its text is a part of the article's. Names and day are doc values too.
//	         Passage 0 carries the title's stems.
//	v/ID     kind "v"; the article's earlier wordings, only stored, where there are any; when
//	         it was found to be gone (RFC 3339), where it is no longer in the corpus: then it
//	         is the article's only document
const (
	kindField    = "kind"
	sourceField  = "source"
	textField    = "text"
	readingField = "reading"
	stemField    = "stem"
	titleField   = "title"
	nameField    = "name"
	namesField   = "names"
	kindsField   = "kinds"
	aliasField   = "alias"
	aboutField   = "about"
	dayField     = "day"
	outletField  = "outlet"
	readField    = "read"
	wordingField = "wording"
	sketchField  = "sketch"

	versionsField = "versions"
	goneField     = "gone"

	sourceKind  = "s"
	passageKind = "p"

	versionsKind = "v"
)

func sourceID(id string) string         { return "s/" + id }
func versionsID(id string) string       { return "v/" + id }
func articleID(id string) string        { return "a/" + id }
func passageID(id string, n int) string { return "p/" + strconv.Itoa(n) + "/" + id }

// parsePassageID undoes passageID.
func parsePassageID(s string) (id string, n int, ok bool) {
	rest, found := strings.CutPrefix(s, "p/")
	number, id, cut := strings.Cut(rest, "/")
	n, err := strconv.Atoi(number)
	return id, n, found && cut && err == nil
}

// sourceDocument returns the document of an article's source, which has its text and says e
// of names.
func sourceDocument(s source, e evidence) *document.Document {
	d := document.NewDocument(sourceID(s.ID))
	d.AddField(keyword(kindField, sourceKind))
	d.AddField(stored(sourceField, encodeSource(s)))
	d.AddField(about(s.Article))
	d.AddField(keyword(readField, string(moment(s.read))))
	d.AddField(keyword(wordingField, s.wording))
	d.AddField(keyword(sketchField, sketch(s.Text)...))
	e.addTo(d)
	return d
}

// documents returns what the index holds of the present wording of one article that says
// e of names.
func (ix *Index) documents(s source, r corpus.Reading, e evidence) []*document.Document {
	a := document.NewDocument(articleID(r.ID))
	a.AddField(stored(textField, []byte(r.Text)))
	a.AddField(stored(readingField, encodeReading(r)))
	docs := []*document.Document{sourceDocument(s, e), a}
	next := 0
	for n, p := range r.Passages {
		var in []string
		for ; next < len(r.Mentions) && r.Mentions[next].Start < p.End; next++ {
			in = append(in, r.Mentions[next].Name)
		}
		docs = append(docs, ix.passage(r, n, in))
	}
	return docs
}

func (ix *Index) passage(r corpus.Reading, n int, names []string) *document.Document {
	p := document.NewDocument(passageID(r.ID, n))
	p.AddField(keyword(kindField, passageKind))
	p.AddField(ix.analyzer.stemmed(stemField, r.Passages[n].Of(r.Text)))
	if n == 0 && r.Title != "" {
		p.AddField(ix.analyzer.stemmed(titleField, r.Title))
	}
	p.AddField(&termField{name: nameField, options: api.IndexField | api.DocValues, terms: names})
	if !r.Published.IsZero() {
		p.AddField(&termField{name: dayField, options: keywordOptions | api.DocValues, terms: []string{day(r.Published)}})
	}
	if key := key(r.Outlet); key != "" {
		p.AddField(keyword(outletField, key))
	}
	return p
}

func stored(name string, value []byte) document.Field {
	return document.NewTextFieldCustom(name, nil, value, api.StoreField, nil)
}

func day(t time.Time) string { return t.UTC().Format(time.DateOnly) }

// key folds a name or an outlet to its words in lower case, single spaces between.
func key(s string) string {
	var b strings.Builder
	for i, t := range split(nil, s, func(raw string) wordForm { return wordForm{folded: foldedOf(raw)} }) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Word)
	}
	return b.String()
}
