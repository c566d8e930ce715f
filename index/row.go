package index

import "strings"

// nameRow is a form of a name: its spellings differ by case, accents and marks alone.
type nameRow struct {
	key   string     // folded words, single spaces between
	id    int        // its place among the rows
	spelt []spelling // as Mention.Name spells it; none where articles always link it to another
	links *links     // nil where no article links it
	alike *spellings // nil where no other row spells the same name
	stale bool       // it is among forms.stale
}

// links are what articles have linked a row to.
type links struct {
	longs  []link     // fuller names
	shorts []*nameRow // forms of it
}

// spellings are rows that may spell one name: they differ as British and American spelling
// do, or as the ways in which persons are called.
type spellings struct {
	rows   []*nameRow
	person bool
}

// spelling is one spelling with how many articles have it, or more.
type spelling struct {
	text string
	most int
}

// link is a fuller name with the spellings by which articles have said so.
type link struct {
	to    *nameRow
	pairs []alias
}

// nameWord is a word of names.
type nameWord struct {
	text string
	sign signature
	rows []int32
}

// words returns the words of the row's key.
func (r *nameRow) words() []string { return strings.Fields(r.key) }

// length returns how many words the row's key has.
func (r *nameRow) length() int { return 1 + strings.Count(r.key, " ") }

// joined returns the row's key without spaces.
func (r *nameRow) joined() string { return strings.ReplaceAll(r.key, " ", "") }

// longs returns the fuller names that articles have linked the row to.
func (r *nameRow) longs() []link {
	if r.links == nil {
		return nil
	}
	return r.links.longs
}

// shorts returns the forms that articles have linked to the row.
func (r *nameRow) shorts() []*nameRow {
	if r.links == nil {
		return nil
	}
	return r.links.shorts
}
