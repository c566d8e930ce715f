package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"

	"storybot/corpus"
)

// glyph is a character as it is drawn.
type glyph struct {
	r      rune
	strong bool
}

// lacking stands where the fonts have no shape for a character.
const lacking = '□'

// mostBytes is how much of a text is looked at. What is drawn of it is far less.
const mostBytes = 8 << 10

// alike are characters that the fonts lack and that look like one that they have.
func alike(r rune) rune {
	switch r {
	case '\u2010', '\u2011': // hyphens
		return '-'
	case '\u02BC': // apostrophe
		return '’'
	}
	return r
}

// clean returns the characters of a text as they are drawn, from left to right in the
// order of the text, with the marked spans strong. White space becomes one space, and
// none at either end. Characters that have no ink and turn or hide others go (Unicode's
// class Cf: the bidirectional controls, joiners, zero-width spaces); what else the fonts
// cannot show becomes "□", one for each character that a reader would count. The second
// result says that the text goes on after what was looked at.
func (k *kit) clean(text string, marks []corpus.Span) ([]glyph, bool) {
	more := len(text) > mostBytes
	if more {
		text = text[:runeStart(text, mostBytes)]
		if i := strings.LastIndexByte(text, ' '); i > 0 {
			text = text[:i]
		}
	}
	var out []glyph
	space := false
	for at := 0; at < len(text); {
		n := cluster(text[at:])
		whole := text[at : at+n]
		strong := marked(marks, at)
		at += n
		if r, _ := utf8.DecodeRuneInString(whole); unicode.IsSpace(r) {
			space = len(out) > 0
			continue
		}
		for _, r := range k.shapes(whole) {
			if space {
				out = append(out, glyph{' ', strong && out[len(out)-1].strong})
				space = false
			}
			out = append(out, glyph{r, strong})
		}
	}
	return out, more
}

// runeStart returns the start of the character at byte n of text, or n.
func runeStart(text string, n int) int {
	for i := n; i > n-utf8.UTFMax && i > 0; i-- {
		if utf8.RuneStart(text[i]) {
			return i
		}
	}
	return n
}

// cluster returns the bytes of what a reader counts as the first character of text.
func cluster(text string) int {
	if text[0] < utf8.RuneSelf && text[0] != '\r' && (len(text) == 1 || text[1] < utf8.RuneSelf) {
		return 1
	}
	first, _, _, _ := uniseg.FirstGraphemeClusterInString(text, -1)
	return len(first)
}

// shapes returns what is drawn for a cluster: its characters where the fonts have them,
// composed where they can be, and one "□" for all that they lack.
func (k *kit) shapes(cluster string) []rune {
	var out []rune
	lacks := false
	for _, r := range norm.NFC.String(cluster) {
		switch r = alike(r); {
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r):
		case k.has(r) && !unicode.IsControl(r):
			out = append(out, r)
		case !lacks:
			lacks, out = true, append(out, lacking)
		}
	}
	return out
}

// marked says whether byte at lies in one of the spans.
func marked(spans []corpus.Span, at int) bool {
	for _, s := range spans {
		if s.Start <= at && at < s.End {
			return true
		}
	}
	return false
}
