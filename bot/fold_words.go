package bot

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// wording is what of a text is compared with others.
type wording struct {
	text      string   // as sameWords has it
	words     []string // the words that tell, in order: those that a desk adds or drops left out
	sentences int      // how many follow upon another, as far as stops and capitals show it
}

// What two texts that say the same have in common at least.
const (
	sameAtLeast = 8    // words of the shorter one, where it stands in the longer one without a gap
	sameShare   = 0.75 // of the longer one
	editedLeast = 4    // telling words of the shorter one, where others stand between them in the longer one
	editedShare = 0.6  // of the longer one where that is shown; index.Index.Twins takes as much of an article
)

// newWording reads a text for comparison.
func newWording(text string) wording {
	text = bare(text)
	w := wording{text: strings.ToLower(text), words: make([]string, 0, len(text)/meanWord)}
	stopped := false
	for word := range strings.FieldsSeq(text) {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, `"'(`))
		if stopped && !unicode.IsLower(first) {
			w.sentences++
		}
		stopped = stops(word)
		if word = spelling(word); word != "" && !slices.Contains(deskWords, word) {
			w.words = append(w.words, word)
		}
	}
	return w
}

// meanWord is how many bytes a word that tells has about, with what follows it.
const meanWord = 7

// stops says whether a sentence may end with a word: "costs.", and not "U.S." or "Mr."
func stops(word string) bool {
	if last := word[len(word)-1]; last >= 'a' && last <= 'z' { // as most do
		return false
	}
	word = strings.TrimRight(word, `"')`)
	stem := strings.TrimRight(word, ".!?")
	return len(stem) < len(word) && len(stem) > 2 && !strings.Contains(stem, ".")
}

// spelling returns a word without the marks around it and those in it that one desk writes
// and another does not: "U.S." is "US", "co-founder" "cofounder", "per cent" "percent".
func spelling(word string) string {
	word = strings.ToLower(strings.Trim(word, `.,;:!?"'()[]<>-`))
	if strings.ContainsAny(word, ".-") && !hasDigit(word) {
		word = withoutMarks.Replace(word)
	}
	if word == "percent" {
		return "cent"
	}
	return word
}

var withoutMarks = strings.NewReplacer(".", "", "-", "")

func hasDigit(word string) bool { return strings.ContainsAny(word, "0123456789") }

var (
	// deskWords are added and dropped when a text is edited, and tell nothing.
	deskWords = []string{"a", "an", "the", "of", "on", "that", "and", "also", "per", "said", "has", "have", "had", "it", "its", "he", "his", "she", "her",
		"they", "their", "today", "tomorrow", "yesterday"}
	// turnWords make another statement of the words around them.
	turnWords = []string{"not", "no", "never", "nor", "neither", "none", "nobody", "nothing", "without", "cannot", "denied", "denies", "deny", "false",
		"untrue", "if", "unless", "may", "might", "could", "would", "should", "perhaps", "reportedly", "allegedly", "alleged"}
)

// turns says whether a word that one of two texts has alone makes another statement of it.
func turns(word string) bool {
	_, number := numberWords[word]
	return number || hasDigit(word) || slices.Contains(turnWords, word) || strings.HasSuffix(word, "n't")
}

// disputes says whether each of two texts has a figure or a denial that the other lacks.
func (w *wording) disputes(o *wording) bool { return w.turnsFrom(o) && o.turnsFrom(w) }

func (w *wording) turnsFrom(o *wording) bool {
	return slices.ContainsFunc(w.words, func(word string) bool { return turns(word) && !slices.Contains(o.words, word) })
}

// within says whether a text stands in another without a gap.
func (w *wording) within(o *wording) bool {
	part := strings.TrimRight(w.text, `.!?"'`)
	return strings.Count(part, " ") >= sameAtLeast-1 && strings.Contains(o.text, part)
}

// leaves says whether all that a longer text has beside the words of this one, which stand
// in it in order, leaves the statement as it is.
func (w *wording) leaves(longer *wording) bool {
	n, more := 0, len(longer.words)-len(w.words)
	for i, word := range longer.words {
		switch {
		case n < len(w.words) && (w.words[n] == word || misprint(w.words[n], word)):
			n++
		case i-n >= more: // too few are left
			return false
		}
	}
	return n == len(w.words) && (more == 0 || !longer.turnsFrom(w))
}

// misprint says whether two long words are a letter apart, as "technology" and "techology",
// and both are words: a million is no billion.
func misprint(a, b string) bool {
	return min(len(a), len(b)) >= typoLong && max(len(a), len(b)) <= min(len(a), len(b))+1 && a[:typoLong/2] == b[:typoLong/2] &&
		levenshtein.ComputeDistance(a, b) == 1 && !turns(a) && !turns(b)
}

// nearly says whether a text has the telling words of another, or is that of a longer one but
// for a little before or behind.
func (w *wording) nearly(longer *wording) bool {
	if len(w.words) >= sameAtLeast && slices.Equal(w.words, longer.words) {
		return true
	}
	return float64(len(w.text)) >= sameShare*float64(len(longer.text)) && w.within(longer) && w.leaves(longer)
}

// cut says whether a text has so great a share of the telling words of a longer one, in
// order: what an editor leaves of it.
func (w *wording) cut(longer *wording, share float64) bool {
	return len(w.words) >= editedLeast && float64(len(w.words)) >= share*float64(len(longer.words)) && w.leaves(longer)
}

var straight = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-")

// bare returns a text with single spaces and plain marks, without the place at the head of
// a wire story.
func bare(text string) string {
	text = straight.Replace(strings.Join(strings.Fields(text), " "))
	if place, rest, ok := strings.Cut(text, " - "); ok && len(place) <= longestDateline && isDateline(place) {
		return rest
	}
	return text
}

// sameWords returns a text as it is compared with others word for word.
func sameWords(text string) string { return strings.ToLower(bare(text)) }

// longestDateline is the most bytes that "SAN FRANCISCO, Calif. (Reuters)" and its like have.
const longestDateline = 50

// isDateline says whether words before a dash name the place of a wire story: the first
// of them in capitals.
func isDateline(place string) bool {
	first, _, _ := strings.Cut(place, " ")
	return len(first) > 2 && strings.ToUpper(first) == first
}
