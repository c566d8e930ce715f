package bot

import (
	"slices"
	"strings"
)

// nounsBefore is how many words may stand between the name that opens a statement and its
// verb: "Fairport harbour master resigned".
const nounsBefore = 2

// tellsDeed says whether a statement tells what a name does or is: one opens it, and a verb
// comes behind.
func (q *question) tellsDeed() bool {
	nouns := -1 // behind the name, -1 before it
	for i, t := range q.tokens {
		at, known := q.index[t.Stem]
		named := known && q.namedTerms>>at&1 == 1
		switch {
		case named && nouns <= 0:
			nouns = 0
		case nouns >= 0 && q.isVerb(i, nouns == 0):
			return true
		case t.Stem == "" || known && q.dated>>at&1 == 1:
		case nouns < 0 || nouns == nounsBefore:
			return false
		default:
			nouns++
		}
	}
	return false
}

// samePast are verbs whose past is spelt as they are.
var samePast = strings.Fields("quit cut put hit set let beat bid shut")

// isVerb says whether token i of a statement looks like a verb: it helps one, or has the
// ending of a past, or a stem that is spelt otherwise, as "sold" has. Right behind a name,
// forms that are as often a noun count too: "sues", "quit".
func (q *question) isVerb(i int, behindName bool) bool {
	switch t := q.tokens[i]; {
	case isBe(t.Word) || slices.Contains(helpers, t.Word):
		return true
	case t.Stem == "":
		return false
	case strings.HasSuffix(t.Word, "s"):
		return behindName && !strings.HasSuffix(t.Word, "ss") && !strings.HasSuffix(t.Word, "us") && !possessive(q.text[t.End:])
	case strings.HasSuffix(t.Word, "ed"):
		return true
	default:
		return behindName && slices.Contains(samePast, t.Word) || !strings.HasSuffix(t.Word, "y") && !strings.HasPrefix(t.Word, t.Stem)
	}
}
