package bot

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"storybot/corpus"
	"storybot/index"
)

// reference returns an article without its text.
func reference(a corpus.Article) Reference {
	return Reference{Source: a.Source, ID: a.ID, Path: a.Path}
}

// quote makes a quote of a span of an article.
func quote(r *corpus.Reading, span corpus.Span, score float64) Quote {
	text := span.Of(r.Text)
	return Quote{Span: span, Text: text, Score: score, Article: reference(r.Article), Link: link(r.URL, text)}
}

// widen extends a sentence to the left, at most by two, while it opens with a word that
// leans on the sentence before in the same passage.
func widen(r *corpus.Reading, n int, tokens []index.Token) corpus.Span {
	span := r.Sentences[n]
	p := passageOf(r, span)
	for steps := 0; n > 0 && steps < 2 && r.Sentences[n-1].Start >= p.Start; steps++ {
		i, _ := slices.BinarySearchFunc(tokens, r.Sentences[n].Start, func(t index.Token, at int) int { return cmp.Compare(t.Start, at) })
		if !opensWeakly(tokens[i:min(i+1, len(tokens))]) {
			break
		}
		n--
	}
	return corpus.Span{Start: r.Sentences[n].Start, End: span.End}
}

// endsWhole says whether a text ends as a sentence does, and not as a headline.
func endsWhole(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…\")'”’", last)
}

func passageOf(r *corpus.Reading, span corpus.Span) corpus.Span {
	for _, p := range r.Passages {
		if p.Start <= span.Start && span.End <= p.End {
			return p.Span
		}
	}
	return span
}

// merge sorts spans, joins those that touch, and keeps what lies within the quote.
func merge(spans []corpus.Span, within corpus.Span) []corpus.Span {
	slices.SortFunc(spans, func(a, b corpus.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	var out []corpus.Span
	for _, s := range spans {
		if s.Start < within.Start || s.End > within.End || s.Start >= s.End {
			continue
		}
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// maxLink is the longest address that Discord takes for a link button.
const maxLink = 512

// edgeWords is how many words of a long quote's start and end make its text fragment.
const edgeWords = 5

// link returns a deep link to the quote in its article, as the URL Fragment Text
// Directives draft has it (wicg.github.io/scroll-to-text-fragment); the plain address
// where that would be too long, and "" where there is no address.
func link(url, text string) string {
	words := strings.Fields(text)
	if url == "" || len(words) == 0 {
		return url
	}
	fragment := escapeFragment(words)
	if len(words) > 2*edgeWords {
		fragment = escapeFragment(words[:edgeWords]) + "," + escapeFragment(words[len(words)-edgeWords:])
	}
	mark := "#:~:text="
	if strings.Contains(url, "#") {
		mark = ":~:text="
	}
	if full := url + mark + fragment; len(full) <= maxLink {
		return full
	}
	return url
}

// escapeFragment percent-encodes words for a text directive: all but letters, digits and
// the marks that neither the directive, nor Markdown, nor Discord gives a meaning.
func escapeFragment(words []string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteString("%20")
		}
		for _, c := range []byte(w) {
			if 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '.' {
				b.WriteByte(c)
				continue
			}
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}
