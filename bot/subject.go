package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"storybot/corpus"
	"storybot/index"
)

// subject is what a command with a name or a topic is asked about: a name of the story with its
// spellings, or words that the articles use.
type subject struct {
	title string
	names []string   // spellings in the table of names; nil where it is no name
	words [][]string // folded words in a row, one a spelling
	found bool       // somewhere in the corpus
	other []string   // near names, where it is not found
	name  index.Name // as the table has it; zero where it is no name

	rivals []string // other names that share the words typed
	shared bool     // so many articles mention a rival that readers are asked which they mean
}

// mostNames is how many names that match the words typed are looked at.
const mostNames = 60

// newSubject finds what a reader's words name; a whole question such as "who is Ada Bly?"
// names what it asks about.
func (b *Bot) newSubject(ctx context.Context, typed string) (subject, error) {
	return aboutWhat(ctx, typed, b.find)
}

// aboutWhat finds what a reader's words name or, where they are a whole question and name
// nothing, what it asks about.
func aboutWhat(ctx context.Context, typed string, find func(context.Context, string) (subject, error)) (subject, error) {
	s, err := find(ctx, typed)
	if about, asked := askedAbout(typed); err == nil && !s.found && asked {
		return find(ctx, about)
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
	s, err := b.findAsTyped(ctx, typed)
	if err != nil || s.names != nil {
		return s, err
	}
	near, err := b.index.Names(ctx, typed, mostNames)
	s.choose(b, near)
	return s, err
}

// findAsTyped is find without names that words only come near, which take most of the time
// where there is no other.
func (b *Bot) findAsTyped(ctx context.Context, typed string) (subject, error) {
	s, err := b.findName(ctx, typed)
	if err != nil || s.found {
		return s, err
	}
	if len(s.words[0]) == 0 {
		return s, readerErrorf("“%s” has no letter or number to look for", clip(typed))
	}
	hits, err := b.index.Search(ctx, index.Query{Phrases: s.words, Limit: 1})
	s.found = len(hits) > 0
	return s, err
}

// findName looks only for names that have all that was typed.
func (b *Bot) findName(ctx context.Context, typed string) (subject, error) {
	s := subject{title: typed, words: [][]string{b.words(typed)}}
	found, err := b.index.NamesAsTyped(ctx, typed, mostNames)
	if err != nil {
		return s, err
	}
	meant, rivals := s.choose(b, found)
	if rivals, err = b.withoutMisprints(ctx, meant, rivals); err == nil && len(meant) > 0 {
		s.take(b, meant, rivals)
	}
	return s, err
}

// choose parts the names that match what was typed: those that are meant, and others that
// share the words typed, the heaviest first. A name that the words are the whole of comes
// before one that ends with them or is called so ("Altman", "Sam Altman"), that before one
// that only has them ("Stargate UAE"). Two names are never taken for one because they
// share a word.
func (s *subject) choose(b *Bot, found []index.Found) (meant, rivals []index.Found) {
	var whole, end, hold []index.Found
	typed := " " + strings.Join(s.words[0], " ") + " "
	for _, f := range found {
		words := b.words(f.Text)
		name := " " + strings.Join(words, " ") + " "
		switch {
		case f.Match == index.Exact || f.Match == index.Joined:
			if strings.Join(words, "") == strings.Join(s.words[0], "") {
				whole = append(whole, f)
			} else { // it is also called so
				end = append(end, f)
			}
		case f.Match != index.Words || !strings.Contains(name, typed) && len(words) != len(s.words[0]):
			s.other = append(s.other, f.Text)
		case strings.HasSuffix(name, typed) || len(words) == len(s.words[0]):
			end = append(end, f)
		default:
			hold = append(hold, f)
		}
	}
	slices.SortStableFunc(end, func(a, b index.Found) int { return cmp.Compare(b.Articles, a.Articles) })
	switch {
	case len(end) > 0 && (len(whole) == 0 || end[0].Articles >= whole[0].Articles):
		return append(whole, end[0]), end[1:]
	case len(whole) == 0 && len(hold) > 0:
		return hold[:1], hold[1:]
	}
	return whole, nil
}

// clearly is how many times more articles must mention one of several names that share
// the words typed, so that readers need not be asked which they mean.
const clearly = 3

// take makes the names that are meant the subject's. Where others share the words typed,
// the words alone name nobody.
func (s *subject) take(b *Bot, meant, rivals []index.Found) {
	best := meant[len(meant)-1]
	for _, f := range meant {
		if f.Articles > best.Articles {
			best = f
		}
	}
	s.found, s.title, s.name = true, best.Text, best.Name
	s.name.Spelt = nil
	if len(rivals) > 0 {
		s.shared = best.Articles < clearly*rivals[0].Articles
	}
	if len(rivals) > 0 || !holds(b.words(best.Text), s.words[0]) {
		s.words = nil
	}
	for _, f := range rivals[:min(len(rivals), mostRivals)] {
		s.rivals = append(s.rivals, f.Text)
	}
	for _, f := range meant {
		if s.shared && f.Text != best.Text {
			continue
		}
		s.name.Spelt = append(s.name.Spelt, f.Spelt...)
		if words := b.words(f.Text); len(rivals) == 0 || f.Text == best.Text {
			s.words = append(s.words, words)
		}
	}
	s.names = s.name.Spelt
}

// holds says whether every one of some words is a word of a name.
func holds(name, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(name, w) })
}

// mostRivals is how many names that share the words typed are told.
const mostRivals = 4

func (b *Bot) words(text string) []string {
	var words []string
	for _, t := range b.index.Tokens(text) {
		words = append(words, t.Word)
	}
	return words
}

// query returns the query that finds the passages that may be about the subject: mentions
// tells where they name it.
func (s subject) query() index.Query {
	return index.Query{Names: s.names, Together: s.words[:1]}
}

// nearest lists at most three names that come near what the corpus does not hold.
func (s subject) nearest() []string { return s.other[:min(3, len(s.other))] }

// unknown says that the corpus does not hold the subject, and what comes near.
func (s subject) unknown() string {
	note := "Nothing here mentions “" + clip(s.title) + "”."
	if near := s.nearest(); len(near) > 0 {
		note += " Did you mean " + strings.Join(near, " or ") + "?"
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
