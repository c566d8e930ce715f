package index

import (
	"cmp"
	"strings"

	"storybot/corpus"
)

// fields returns a document's id and its stored fields by name.
func (s *snapshot) fields(doc int) (id string, fields map[string][]byte, err error) {
	seg, local := s.at(doc)
	fields = map[string][]byte{}
	err = s.segments[seg].VisitDocument(local, func(name string, _ byte, value []byte, _ []uint64) bool {
		if name == idField {
			id = string(value)
		} else {
			fields[name] = append([]byte(nil), value...)
		}
		return true
	})
	return id, fields, err
}

// source returns a source record; of a broken one, which the next refresh writes anew, only the
// id.
func (s *snapshot) source(doc uint64) (source, error) {
	seg, local := s.at(int(doc))
	var src source
	broken := errRecord
	err := s.segments[seg].VisitDocument(local, func(name string, _ byte, value []byte, _ []uint64) bool {
		if name == sourceField {
			src, broken = decodeSource(value)
		}
		return name != sourceField
	})
	if err != nil || broken == nil {
		return src, err
	}
	id, err := s.id(doc)
	return source{Article: corpus.Article{ID: strings.TrimPrefix(id, sourceID(""))}}, err
}

// idField is the field in which Bleve keeps the ids of documents.
const idField = "_id"

// find returns where the document with an id stands; false where there is none. It looks into
// a segment first where others of the article are, and else into the largest ones: those of an
// article were written together, and stand in one segment but for what was written anew.
func (s *snapshot) find(id string, first int) (seg int, doc uint64, ok bool, err error) {
	term := []byte(id)
	if first >= 0 {
		if doc, ok, err = s.findIn(first, term); ok || err != nil {
			return first, doc, ok, err
		}
	}
	for _, seg := range s.largest {
		if seg == first {
			continue
		}
		if doc, ok, err = s.findIn(seg, term); ok || err != nil {
			return seg, doc, ok, err
		}
	}
	return 0, 0, false, nil
}

// findIn is find in one segment.
func (s *snapshot) findIn(seg int, id []byte) (doc uint64, ok bool, err error) {
	postings, err := s.lookUp(seg, idField, id)
	if err != nil || postings.Count() == 0 {
		return 0, false, err
	}
	all := postings.Iterator(false, false, false, s.scratch[seg])
	s.scratch[seg] = all
	p, err := all.Next()
	if p == nil || err != nil {
		return 0, false, err
	}
	return p.Number(), true, nil
}

// records are what is stored of an article.
type records struct {
	source        source
	text, reading string // the reading as encodeReading has it
}

// records returns what is stored of an article; false where there is none.
func (s *snapshot) records(id string) (records, bool, error) {
	var a records
	seg, doc, ok, err := s.find(articleID(id), -1)
	if !ok || err != nil {
		return a, false, err
	}
	err = s.segments[seg].VisitDocument(doc, func(name string, _ byte, value []byte, _ []uint64) bool {
		switch name {
		case textField:
			a.text = string(value)
		case readingField:
			a.reading = string(value)
		}
		return true
	})
	if err != nil {
		return a, false, err
	}
	if seg, doc, ok, err = s.find(sourceID(id), seg); !ok || err != nil {
		return a, false, err
	}
	broken := errRecord
	err = s.segments[seg].VisitDocument(doc, func(name string, _ byte, value []byte, _ []uint64) bool {
		if name == sourceField {
			a.source, broken = decodeSource(value)
		}
		return name != sourceField
	})
	return a, true, cmp.Or(err, broken)
}
