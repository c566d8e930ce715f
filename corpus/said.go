package corpus

import (
	"cmp"
	"slices"
	"strings"
)

// Saying is one thing that an article reports somebody to have said. All spans are of
// the text.
type Saying struct {
	Sentence int    // number of the sentence in which Verb stands
	Speaker  string // Mention.Name of the speaker: the fullest form that the text gives
	Source   Span   // what names the speaker here: "Musk", or a pronoun
	Verb     Span   // "said", or "according"
	// Words are what is said. Direct: all between the outer quotation marks, without
	// them; a mark that is repeated where a paragraph opens stays. Else the clause of
	// indirect speech without "that" and the full stop. A clause that stands around its
	// "Musk said" has it inside, and one that means nothing without its verb ("denied
	// that he knew") starts with it.
	Words  Span
	Direct bool
}

// Sayings returns who says what in one article, by the grammar of newswire, in the order
// of Words and then of Verb. Sentences and mentions are those of text, as Sentences and
// Mentions return them; what does not lie in text, in order and disjoint, is passed over.
//
// What is not certain is left out: a speaker without a name ("a spokesman for OpenAI"),
// several at once, a pronoun that may mean more than one, a verb that is passive or
// denied, and a quotation whose marks do not match or whose speaker stands apart. Single
// quotation marks open no quotation. The work grows linearly with the text.
func Sayings(text string, sentences []Span, mentions []Mention) []Saying {
	t := newSpeechText(text, sentences, mentions)
	for i := range t.words {
		if t.quoteOf[i] >= 0 || t.words[i].look == mark {
			continue
		}
		if a, ok := t.attribution(i); ok {
			t.note(i, a.speaker)
			t.last = a
			t.take(a)
		} else if t.speaksAt(i) {
			t.note(i, "")
		}
	}
	slices.SortFunc(t.found, func(a, b Saying) int {
		return cmp.Or(cmp.Compare(a.Words.Start, b.Words.Start), cmp.Compare(a.Verb.Start, b.Verb.Start))
	})
	return t.found
}

// speechText is a text as words, with its mentions and quotations, and what was found.
type speechText struct {
	text        string
	words       []nameWord
	low         []string       // the words in lower case
	sentenceOf  []int          // of each word, the number of its sentence
	bounds      []Span         // of each sentence, its words
	mentionOf   []int          // of each word, the number of its mention, or -1
	mentions    []Mention      // those that fit
	wordsOf     []Span         // of each mention, its words
	quoteOf     []int          // of each word and quotation mark, the number of its quotation, or -1
	quotes      []quoted       // in order
	found       []Saying       // so far
	last        attribution    // the one read last
	lastSpeaker map[int]string // by sentence, who alone speaks in it; "" where several do or it is not known who
}

// newSpeechText splits the sentences into words and places mentions and quotations.
func newSpeechText(text string, sentences []Span, mentions []Mention) *speechText {
	t := &speechText{text: text, bounds: make([]Span, len(sentences)), lastSpeaker: make(map[int]string)}
	end := 0
	for n, s := range sentences {
		from := len(t.words)
		if s.Start >= end && s.End <= len(text) && s.Start < s.End {
			t.words = appendWords(t.words, text, s)
			end = s.End
		}
		t.bounds[n] = Span{from, len(t.words)}
		for range len(t.words) - from {
			t.sentenceOf = append(t.sentenceOf, n)
		}
	}
	t.low = make([]string, len(t.words))
	for i, w := range t.words {
		t.low[i] = strings.ToLower(w.Of(text))
	}
	t.place(mentions)
	t.placeQuotes()
	return t
}

// place finds the words of the mentions.
func (t *speechText) place(mentions []Mention) {
	t.mentionOf = make([]int, len(t.words))
	for i := range t.mentionOf {
		t.mentionOf[i] = -1
	}
	i, end := 0, 0
	for _, m := range mentions {
		if m.Start < end || m.End > len(t.text) || m.Start >= m.End {
			continue
		}
		end = m.End
		for i < len(t.words) && t.words[i].Start < m.Start {
			i++
		}
		from := i
		for i < len(t.words) && t.words[i].End <= m.End {
			t.mentionOf[i] = len(t.mentions)
			i++
		}
		if from < i {
			t.mentions, t.wordsOf = append(t.mentions, m), append(t.wordsOf, Span{from, i})
		}
	}
}

// is says whether word i is one of set.
func (t *speechText) is(i int, set map[string]bool) bool {
	return i >= 0 && i < len(t.low) && set[t.low[i]]
}

// word returns word i in lower case, or "".
func (t *speechText) word(i int) string {
	if i < 0 || i >= len(t.low) {
		return ""
	}
	return t.low[i]
}

// add notes a saying of attribution a, unless it has too few words.
func (t *speechText) add(a attribution, words Span, direct bool) {
	words = t.trimmed(words, direct)
	if words.Start >= words.End {
		return
	}
	t.found = append(t.found, Saying{
		Sentence: t.sentenceOf[a.verb], Speaker: a.speaker, Source: a.source, Verb: t.words[a.verb].Span, Words: words, Direct: direct,
	})
}

// note remembers who speaks in the sentence of verb, "" for somebody unknown.
func (t *speechText) note(verb int, speaker string) {
	n := t.sentenceOf[verb]
	if last, ok := t.lastSpeaker[n]; ok && last != speaker {
		speaker = ""
	}
	t.lastSpeaker[n] = speaker
}

// trimmed returns words without white space, and for indirect speech without the signs
// around it.
func (t *speechText) trimmed(words Span, direct bool) Span {
	s := words.Of(t.text)
	cut, tail := " \t\r\n\u00a0", ""
	if !direct {
		cut, tail = cut+",;:–—-", "."
	}
	left := strings.TrimLeft(s, cut)
	right := strings.TrimRight(left, cut+tail)
	start := words.Start + len(s) - len(left)
	return Span{start, start + len(right)}
}
