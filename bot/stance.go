package bot

import (
	"slices"
	"strings"

	"storybot/index"
)

var (
	// unrealWords before a verb say that what it tells may happen, or might have.
	unrealWords = []string{"would", "could", "may", "might", "will", "should", "if", "whether", "can", "unless", "until", "faces", "facing"}
	// wishedFor before a verb or its noun say that somebody wants it.
	wishedFor = strings.Fields("calling calls demand demands demanding demanded urge urged urging seek seeks seeking")
	// aims are stems of words before "to" and a verb that say that somebody means to do it.
	aims = strings.Fields("appli want hope seek bid tri attempt propos offer threaten")
	// denials before a verb say that what it tells did not happen.
	denials = []string{"not", "never", "no", "refused", "denied", "wont", "wouldnt", "didnt", "cannot", "wasnt", "isnt", "hasnt", "without"}
)

// How many words before a verb one stands that makes it unreal, and one that wishes for it.
const (
	beforeVerb = 3
	wishReach  = 8
)

// maybe says whether the verb at token v only tells of what may happen: behind a word that
// says so, as something wished for, in the infinitive behind an aim, or, where it is asked
// whether it is so, behind anything.
func (q *question) maybe(tokens []index.Token, v int) bool {
	return q.yesNo && v > 0 && tokens[v-1].Word == "to" || q.aimedAt(tokens, v) || hasWord(tokens[max(0, v-beforeVerb):v], unrealWords) || hasWord(tokens[max(0, v-wishReach):v], wishedFor)
}

// aimedAt says whether the verb at token v stands in the infinitive behind an aim, and the
// question asks for none: whoever applied to join has not joined.
func (q *question) aimedAt(tokens []index.Token, v int) bool {
	return v > 0 && tokens[v-1].Word == "to" && hasStem(tokens[max(0, v-beforeVerb):v], aims) && !hasStem(q.tokens, willing)
}

// onlyAimed says whether a sentence has the verb of a question about the past only as what
// somebody aims at.
func (q *question) onlyAimed(s sentence) bool {
	if q.roles.verb < 0 || !q.past {
		return false
	}
	aimed := false
	for i, t := range s.tokens {
		if t.Stem != q.terms[q.roles.verb].stem {
			continue
		}
		if !q.aimedAt(s.tokens, i) {
			return false
		}
		aimed = true
	}
	return aimed
}

// hasStem says whether one of the tokens has one of the stems.
func hasStem(tokens []index.Token, stems []string) bool {
	return slices.ContainsFunc(tokens, func(t index.Token) bool { return slices.Contains(stems, t.Stem) })
}

// hasWord says whether one of the tokens is one of the words.
func hasWord(tokens []index.Token, words []string) bool {
	return slices.ContainsFunc(tokens, func(t index.Token) bool { return slices.Contains(words, t.Word) })
}

// unreal says, where the question asks about something that happened, whether the sentence
// has its verb only behind a word that says that it may or might happen, and whether only
// behind one that says that it did not. That something did not happen answers whether it
// did, and what is asked why it did not.
func (q *question) unreal(s sentence, places [][]int) (mere, denied float64) {
	if q.roles.verb < 0 || !q.past {
		return 0, 0
	}
	for _, v := range places[q.roles.verb] {
		switch {
		case q.maybe(s.tokens, v):
			mere = 1
		case !q.yesNo && !q.negated && hasWord(s.tokens[max(0, v-beforeVerb):v], denials):
			denied = 1
		default:
			return 0, 0
		}
	}
	return mere, denied
}
