package bot

import (
	"context"
	"slices"
	"strings"
	"sync"

	"storybot/corpus"
)

// narrowWords is how many words a topic has at most in which a name is looked for.
const narrowWords = 6

// narrowed reads a topic that is a name and further words ("musk lawsuit"): the name,
// found, and for each of the words its stem and those that may stand for it; no words
// where the topic is one name, or names nothing.
func (b *Bot) narrowed(ctx context.Context, typed string) (subject, [][]string, error) {
	words := strings.Fields(typed)
	s, err := b.findName(ctx, typed)
	if err != nil || s.found {
		return s, nil, err
	}
	if len(words) < 2 || len(words) > narrowWords {
		s, err = aboutWhat(ctx, typed, b.findAsTyped)
		return s, nil, err
	}
	named, rest, failed := subject{}, [][]string(nil), error(nil)
	beside, cancel := context.WithCancel(ctx)
	defer cancel()
	var both sync.WaitGroup
	both.Go(func() { named, rest, failed = b.nameIn(beside, words) })
	s, err = aboutWhat(ctx, typed, b.findAsTyped)
	if err != nil || s.found {
		cancel()
	}
	both.Wait()
	switch {
	case err != nil || s.found:
		return s, nil, err
	case failed != nil || rest == nil:
		return s, nil, failed
	}
	named.title = typed
	return named, rest, nil
}

// nameIn returns the longest run of some words, of equals the first, that is a name, and for
// each of the other words its stem and those that may stand for it; nil where there is no such
// name, or no other word.
func (b *Bot) nameIn(ctx context.Context, words []string) (subject, [][]string, error) {
	for n := len(words) - 1; n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			run := strings.Join(words[i:i+n], " ")
			if len(distinct(b.index.Tokens(run))) == 0 {
				continue
			}
			named, err := b.findName(ctx, run)
			if err != nil {
				return subject{}, nil, err
			}
			rest := b.alternatives(strings.Join(words[:i], " ") + " " + strings.Join(words[i+n:], " "))
			if named.names != nil && len(rest) > 0 {
				return named, rest, nil
			}
		}
	}
	return subject{}, nil, nil
}

// alternatives returns for each word of a text its stem and those that may stand for it.
func (b *Bot) alternatives(text string) [][]string {
	var all [][]string
	for _, stem := range distinct(b.index.Tokens(text)) {
		all = append(all, append([]string{stem}, b.synonyms.stems[stem]...))
	}
	return all
}

// narrow lowers the line's nearness where a topic's further words stand only before it in
// its paragraph, and to nothing where they do not stand there either.
func (t topic) narrow(l *line) {
	if len(t.further) == 0 || t.furtherIn(l, l.Start) {
		return
	}
	if l.near *= inArticle; !t.furtherIn(l, paragraphStart(l.reading.Text, l.Start)) {
		l.near = 0
	}
}

// furtherIn says whether all further words, or what may stand for them, stand from byte
// start to the end of the line.
func (t topic) furtherIn(l *line, start int) bool {
	tokens := between(l.whole, corpus.Span{Start: start, End: l.End})
	return !slices.ContainsFunc(t.further, func(stems []string) bool { return covered(tokens, stems) == 0 })
}
