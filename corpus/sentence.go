package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxSentence is the most bytes of a sentence, so that a quote is bounded even where a
// text has no full stop. A longer run is cut at a line break or a space, and where it
// has none between two characters. Discord's limit for an embed, 4,096 characters,
// leaves room for two.
const MaxSentence = 2000

const (
	stops   = ".!?…"                // what ends a sentence
	closers = "\"')]}”’»"           // what may stand between a stop and the space after it
	openers = "\"'([{“‘«¿¡*_<-–—#>" // what may stand before the first letter of a word
)

// Sentences splits text into sentences: exact byte offsets, in order, disjoint, without
// white space at either end, and every byte that is not white space in just one of
// them. A sentence never crosses a paragraph and is at most MaxSentence bytes long. Any
// bytes are taken, valid UTF-8 or not. The time is linear in len(text).
//
// Where a headline, a caption or the stamp of a page was run together with a sentence, the two
// are parted (see appendParts).
//
// Each stop is judged by rules over tables of abbreviations (see boundary). On 280,000
// sentences of wire news, reports and abstracts a trained segmenter (Punkt) judged only
// 98 stops after words that the tables do not hold otherwise, and was several times slower.
func Sentences(text string) []Span {
	out := make([]Span, 0, len(text)/120+1)
	for _, p := range paragraphs(text) {
		start := p.Start
		for at := start; ; {
			b, ok := nextStop(text, Span{at, p.End})
			if !ok {
				break
			}
			if b.splits(text, Span{start, p.End}) {
				out = appendBounded(out, text, Span{start, b.end})
				start = b.next
			}
			at = b.end
		}
		out = appendBounded(out, text, Span{start, p.End})
	}
	return out
}

// appendBounded appends a sentence, cut where it is longer than MaxSentence.
func appendBounded(out []Span, text string, s Span) []Span {
	for s = trim(text, s); s.Start < s.End; s = trim(text, s) {
		end := s.Start + bounded(text[s.Start:s.End], MaxSentence)
		out = appendParts(out, text, trim(text, Span{s.Start, end}))
		s.Start = end
	}
	return out
}

// bounded returns how many bytes of s to take: all, or at most limit, up to the last line
// break or space, else up to the end of a character.
func bounded(s string, limit int) int {
	if len(s) <= limit {
		return len(s)
	}
	if i := strings.LastIndexByte(s[:limit], '\n'); i > limit/2 {
		return i
	}
	if i := strings.LastIndexFunc(s[:limit], unicode.IsSpace); i > 0 {
		return i
	}
	end := limit
	for end > limit-utf8.UTFMax && !utf8.RuneStart(s[end]) {
		end--
	}
	return end
}

// boundary is a place where a sentence may end.
type boundary struct {
	stop int // the first stop
	end  int // after the stops and the closing quotes and brackets that follow
	next int // the first byte of the next word; end where no space stands between
}

// nextStop finds the first possible boundary in s: stops, then closers, then white space
// and more text. Where a lost space joins two sentences ("said.The") it takes the stop too.
func nextStop(text string, s Span) (boundary, bool) {
	for i := s.Start; i < s.End; i++ {
		n := stopAt(text, i)
		if n == 0 {
			continue
		}
		end := skipClosers(text, i+n, s.End)
		next := skipSpace(text, end, s.End)
		if next == s.End {
			return boundary{}, false
		}
		if next > end || lostSpace(text, i, end, s) {
			return boundary{stop: i, end: end, next: next}, true
		}
		i = end - 1
	}
	return boundary{}, false
}

// stopAt returns the length of the stop at i, or 0.
func stopAt(text string, i int) int {
	switch c := text[i]; {
	case c == '.' || c == '!' || c == '?':
		return 1
	case c == 0xE2 && strings.HasPrefix(text[i:], "…"):
		return len("…")
	}
	return 0
}

// skipClosers returns the end of the stops, closers and footnote marks ("[12]") that
// start at i.
func skipClosers(text string, i, end int) int {
	for i < end {
		r, n := utf8.DecodeRuneInString(text[i:end])
		switch {
		case strings.ContainsRune(stops, r), strings.ContainsRune(closers, r):
			i += n
		case r == '[':
			mark := noteMark(text[i:min(end, i+8)])
			if mark == 0 {
				return i
			}
			i += mark
		default:
			return i
		}
	}
	return i
}

// noteMark returns the length of a footnote mark at the start of s, or 0.
func noteMark(s string) int {
	digits := len(s) - 1 - len(strings.TrimLeft(s[1:], "0123456789"))
	if digits == 0 || !strings.HasPrefix(s[1+digits:], "]") {
		return 0
	}
	return digits + 2
}

// skipSpace returns the first place from i that is not white space, or end.
func skipSpace(text string, i, end int) int {
	return end - len(strings.TrimLeftFunc(text[i:end], unicode.IsSpace))
}

// lostSpace says whether a stop without a space after it ends a sentence all the same: a
// lower-case word before it, and a word after it that starts sentences.
func lostSpace(text string, stop, end int, s Span) bool {
	if stop < s.Start+2 || !isLower(text[stop-1]) || !isLower(text[stop-2]) {
		return false
	}
	w := wordAt(text[end:s.End])
	return len(w) > 1 && starters[w]
}

// isLower says whether c is an ASCII lower-case letter.
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
