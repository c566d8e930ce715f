package bot

import (
	"context"
	"slices"
	"strings"

	"storybot/corpus"
	"storybot/index"
)

// subject is what /who and /timeline are asked about: a name of the story with its
// spellings, or words that the articles use.
type subject struct {
	title string
	names []string   // spellings in the table of names; nil where it is no name
	words [][]string // folded words in a row, one a spelling
	found bool       // somewhere in the corpus
	other []string   // near names, where it is not found
}

// mostNames is how many names that hold the typed words are taken as meant.
const mostNames = 12

// newSubject finds what a reader's words name; a whole question such as "who is Ada Bly?"
// names what it asks about.
func (b *Bot) newSubject(ctx context.Context, typed string) (subject, error) {
	s, err := b.find(ctx, typed)
	if about, asked := askedAbout(typed); err == nil && !s.found && asked {
		return b.find(ctx, about)
	}
	return s, err
}

// askedAbout returns what stands after "who is" or "what are" in a question.
func askedAbout(typed string) (string, bool) {
	words := strings.Fields(strings.TrimRight(typed, "?!. "))
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, "’", "'")
	}
	switch {
	case len(words) > 2 && isAsking(words[0]) && isBe(strings.ToLower(words[1])):
		return strings.Join(words[2:], " "), true
	case len(words) > 1 && (strings.EqualFold(words[0], "who's") || strings.EqualFold(words[0], "what's")):
		return strings.Join(words[1:], " "), true
	}
	return "", false
}

func isAsking(word string) bool {
	return strings.EqualFold(word, "who") || strings.EqualFold(word, "what")
}

// find looks for what words name. Words that only come near a name are not taken for it:
// other then lists the names.
func (b *Bot) find(ctx context.Context, typed string) (subject, error) {
	s := subject{title: typed, words: [][]string{b.words(typed)}}
	found, err := b.index.Names(ctx, typed, 5*mostNames)
	if err != nil {
		return s, err
	}
	for _, f := range found {
		switch {
		case !s.meant(f):
			s.other = append(s.other, f.Text)
		case len(s.names) < mostNames:
			if s.names == nil {
				s.title = f.Text
			}
			s.names = append(s.names, f.Spelt...)
			s.words = append(s.words, b.words(f.Text))
		}
	}
	if s.names != nil {
		s.title = heaviest(found)
		s.found = true
		return s, nil
	}
	if len(s.words[0]) == 0 {
		return s, readerErrorf("“%s” has no letter or number to look for", clip(typed))
	}
	hits, err := b.index.Search(ctx, index.Query{Phrases: s.words, Limit: 1})
	s.found = len(hits) > 0
	return s, err
}

// meant says whether the words typed stand for a name, and do not merely occur in it.
func (s subject) meant(f index.Found) bool {
	typed := s.words[0]
	if f.Match == index.Exact || f.Match == index.Joined || f.Match == index.Words && len(typed) == 1 {
		return true
	}
	name := strings.Fields(strings.ToLower(f.Text))
	return f.Match == index.Words && (len(name) == len(typed) || strings.Contains(strings.Join(name, " "), strings.Join(typed, " ")))
}

// heaviest returns, of the names that were taken as meant, the one that most articles
// mention: the first is the best match, and stands where others are rarer.
func heaviest(found []index.Found) string {
	best := found[0]
	for _, f := range found {
		if f.Match <= index.Words && f.Articles > best.Articles {
			best = f
		}
	}
	return best.Text
}

func (b *Bot) words(text string) []string {
	var words []string
	for _, t := range b.index.Tokens(text) {
		words = append(words, t.Word)
	}
	return words
}

// query returns the query that finds the passages about the subject.
func (s subject) query() index.Query {
	return index.Query{Names: s.names, Phrases: s.words[:1]}
}

// unknown says that the corpus does not hold the subject, and what comes near.
func (s subject) unknown() string {
	note := "Nothing here mentions “" + clip(s.title) + "”."
	if n := min(3, len(s.other)); n > 0 {
		note += " Did you mean " + strings.Join(s.other[:n], " or ") + "?"
	}
	return note
}

// mentions returns where the text of the tokens names the subject, in order.
func (s subject) mentions(r *corpus.Reading, tokens []index.Token) []corpus.Span {
	var spans []corpus.Span
	for _, m := range r.Mentions {
		if slices.Contains(s.names, m.Name) {
			spans = append(spans, m.Span)
		}
	}
	for i := range tokens {
		for _, words := range s.words {
			if matches(tokens[i:], words) {
				spans = append(spans, corpus.Span{Start: tokens[i].Start, End: tokens[i+len(words)-1].End})
			}
		}
	}
	return merge(spans, corpus.Span{Start: 0, End: len(r.Text)})
}

func matches(tokens []index.Token, words []string) bool {
	if len(words) == 0 || len(tokens) < len(words) {
		return false
	}
	for i, w := range words {
		if tokens[i].Word != w {
			return false
		}
	}
	return true
}
