package index

import (
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

// named returns the stored fields by name of the documents that there are of some ids, which
// it finds in one go: Bleve's own call looks one id up in all segments, and opens their
// dictionaries anew.
func (s *snapshot) named(ids ...string) (map[string]map[string][]byte, error) {
	found := make(map[string]map[string][]byte, len(ids))
	for i := range s.segments {
		if len(found) == len(ids) {
			break
		}
		docs, err := s.oneOf(i, places(idField, ids))
		if err != nil {
			return nil, err
		}
		for _, doc := range docs.ToArray() {
			id, fields, err := s.fields(s.bases[i] + int(doc))
			if err != nil {
				return nil, err
			}
			found[id] = fields
		}
	}
	return found, nil
}
