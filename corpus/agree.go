package corpus

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// Some pages state their article a second time, in JSON-LD. It has neither captions nor
// boxes in it, but often no paragraphs either, or ends early. So it is not taken for the
// text, but it tells which paragraphs of the text are the article's: where both agree
// by and large, those that it does not have are left out.

const (
	leastStated = 300 // bytes of a stated text that is more than a summary
	agreeing    = 0.8 // of the stated text that must stand in the found one
	covering    = 0.5 // of the found text that must stand in the stated one
	belonging   = 0.3 // of a paragraph that must stand in the stated text
)

// agreed returns the paragraphs of text that stated has too, or all of them where the two
// do not agree.
func agreed(text, stated string) string {
	if strings.Contains(stated, "</") {
		if doc, err := html.Parse(strings.NewReader(stated)); err == nil {
			stated = textOf(doc)
		}
	}
	if len(stated) < leastStated {
		return text
	}
	in, has := shingles(stated), shingles(text)
	if shared(in, has) < agreeing || shared(has, in) < covering {
		return text
	}
	var kept []string
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if s := shingles(paragraph); len(s) == 0 || shared(s, in) >= belonging {
			kept = append(kept, paragraph)
		}
	}
	return strings.Join(kept, "\n\n")
}

// shingles returns all runs of three words of a text, or its words where it has fewer.
func shingles(text string) map[string]bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	all := map[string]bool{}
	if len(words) > 0 && len(words) < 3 {
		all[strings.Join(words, " ")] = true
	}
	for i := 0; i+3 <= len(words); i++ {
		all[strings.Join(words[i:i+3], " ")] = true
	}
	return all
}

// shared returns the part of a that is in b as well.
func shared(a, b map[string]bool) float64 {
	n := 0
	for s := range a {
		if b[s] {
			n++
		}
	}
	return float64(n) / float64(max(len(a), 1))
}
