package index

import (
	"github.com/blevesearch/bleve/v2/document"
	api "github.com/blevesearch/bleve_index_api"
)

// termField is all terms of one field of a document, which are indexed and not stored. With
// Bleve's own fields it would take one for each term, and each would be merged with those before.
type termField struct {
	name    string
	options api.FieldIndexingOptions
	terms   []string
	text    string    // the terms are its stems, where there is an analyzer
	stems   *analyzer // nil: the terms are as they are

	length      int
	frequencies api.TokenFrequencies
}

var _ document.Field = (*termField)(nil)

// keywordOptions index a value as one term that carries no weight of its own.
const keywordOptions = api.IndexField | api.SkipFreqNorm

// keyword returns a field of terms that carry no weight of their own.
func keyword(name string, terms ...string) document.Field {
	return &termField{name: name, options: keywordOptions, terms: terms}
}

// stemmed returns a field of the stems of a text.
func (a *analyzer) stemmed(name, text string) document.Field {
	return &termField{name: name, options: api.IndexField, text: text, stems: a}
}

// Analyze counts the terms. Bleve calls it, on all processors, when a batch is written.
func (f *termField) Analyze() {
	all := f.terms
	if f.stems != nil {
		all = f.stems.indexed(f.text)
	}
	bytes := f.plainBytes(all)
	f.length, f.frequencies = len(all), make(api.TokenFrequencies, len(all))
	counts, block := make([]api.TokenFreq, 0, len(all)), make([]byte, 0, bytes)
	for _, term := range all {
		n, ok := f.frequencies[term]
		if !ok {
			start := len(block)
			block = append(block, term...)
			counts = append(counts, api.TokenFreq{Term: block[start:len(block):len(block)]})
			n = &counts[len(counts)-1]
			f.frequencies[term] = n
		}
		if !f.options.SkipFreqNorm() {
			n.SetFrequency(n.Frequency() + 1)
		}
	}
}

func (f *termField) plainBytes(terms []string) int {
	n := 0
	for _, t := range terms {
		n += len(t)
	}
	return n
}

// Name returns the field's name.
func (f *termField) Name() string { return f.name }

// ArrayPositions returns nil: where the terms stand is not kept.
func (f *termField) ArrayPositions() []uint64 { return nil }

// Options returns how the field is indexed.
func (f *termField) Options() api.FieldIndexingOptions { return f.options }

// Value returns nil: nothing is stored.
func (f *termField) Value() []byte { return nil }

// EncodedFieldType returns that of a text.
func (f *termField) EncodedFieldType() byte { return 't' }

// AnalyzedLength returns how many terms there are, each as often as it comes.
func (f *termField) AnalyzedLength() int { return f.length }

// AnalyzedTokenFrequencies returns how often each term comes; 0 where that is not kept.
func (f *termField) AnalyzedTokenFrequencies() api.TokenFrequencies { return f.frequencies }

// NumPlainTextBytes returns how many bytes of text the field stands for.
func (f *termField) NumPlainTextBytes() uint64 { return uint64(len(f.text) + f.plainBytes(f.terms)) }

// Size returns how many bytes the field takes, about.
func (f *termField) Size() int { return int(f.NumPlainTextBytes()) }
