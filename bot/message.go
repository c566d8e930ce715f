package bot

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"storybot/corpus"
	"storybot/index"
)

// How much of somebody's message is looked at.
const (
	messageBytes  = 8 << 10
	messageNames  = 20 // names told of
	messageLooked = 60 // words and runs of capitals looked up
	capitalHits   = 5  // passages that show how a word is written
)

// notWords is what a message has beside its words: addresses, and the marks by which
// Discord names people, channels and emoji.
var notWords = regexp.MustCompile(`https?://\S+|<(?:[@#][!&]?|a?:\w+:|/[^:>]+:|t:)-?\d+(?::\w)?>`)

// messageText makes plain text of somebody's message, at most so much of it.
func messageText(text string) string {
	text = strings.ToValidUTF8(text[:min(len(text), messageBytes)], "")
	text = notWords.ReplaceAllString(text, " ")
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("*_~|`>#", r) || unicode.IsControl(r) && r != '\n' {
			return ' '
		}
		return r
	}, text)
}

// Mentioned tells which names of the articles a message mentions: a fact each, with how
// many articles mention it, and a step to who or what it is. The answer has no request;
// a message without words is a *ReaderError.
func (b *Bot) Mentioned(ctx context.Context, text string) (Answer, error) {
	a := Answer{Title: "Who is mentioned?"}
	unfinished, err := b.unfinished(ctx)
	if err != nil {
		return Answer{}, err
	}
	names, err := b.namesIn(ctx, messageText(text))
	if err != nil {
		return Answer{}, err
	}
	if a.Answered = len(names) > 0; !a.Answered {
		a.Note = "The articles mention none of the names in this message."
	}
	a.qualify(unfinished)
	for _, n := range names {
		a.Facts = append(a.Facts, Fact{Label: n.Text, Value: inArticles(n.Articles)})
		r, err := NewRequest("who", map[string]string{"name": n.Text})
		if err == nil {
			a.Steps = append(a.Steps, Step{Label: clip(n.Text), Line: r.Line()})
		}
	}
	return a, nil
}

func inArticles(n int) string {
	if n == 1 {
		return "in 1 article"
	}
	return fmt.Sprintf("in %d articles", n)
}

// namesIn returns the names of the articles that a text mentions, in its order. A
// *ReaderError says that it has no words.
func (b *Bot) namesIn(ctx context.Context, text string) ([]index.Name, error) {
	tokens := b.index.Tokens(text)
	if len(tokens) == 0 {
		return nil, readerErrorf("That message has no words to look for.")
	}
	found := messageFinder{bot: b, text: text, tokens: tokens, taken: make([]bool, len(tokens))}
	for _, m := range corpus.Mentions(text, corpus.Sentences(text)) {
		if err := found.mention(ctx, m.Span); err != nil {
			return nil, err
		}
	}
	for n := longestPlain; n > 0; n-- {
		for i := 0; i+n <= len(tokens); i++ {
			if err := found.plain(ctx, i, n); err != nil {
				return nil, err
			}
		}
	}
	slices.SortStableFunc(found.names, func(a, b foundName) int { return a.at - b.at })
	var names []index.Name
	for _, f := range found.names {
		if !slices.ContainsFunc(names, func(n index.Name) bool { return n.Text == f.Text }) && len(names) < messageNames {
			names = append(names, f.Name)
		}
	}
	return names, nil
}

// longestPlain is the most words in a row that are looked up where they are written
// without capitals.
const longestPlain = 3

// foundName is a name with the byte of the text at which it is mentioned.
type foundName struct {
	index.Name
	at int
}

// messageFinder looks for names in a text that may be written carelessly.
type messageFinder struct {
	bot    *Bot
	text   string
	tokens []index.Token
	taken  []bool // tokens that belong to a name
	looked int
	names  []foundName
}

// mention looks a capitalised run of words up as /who would.
func (f *messageFinder) mention(ctx context.Context, span corpus.Span) error {
	if f.looked++; f.looked > messageLooked {
		return nil
	}
	s, err := f.bot.find(ctx, span.Of(f.text))
	if err != nil || len(s.names) == 0 {
		return ignoreReader(err)
	}
	found, err := f.bot.index.Names(ctx, s.title, 1)
	if err != nil || len(found) == 0 {
		return err
	}
	f.take(found[0].Name, span)
	return nil
}

// plain looks n words in a row up that are written without capitals: they are a name
// where the whole of one is written so, and articles write it with a capital.
func (f *messageFinder) plain(ctx context.Context, i, n int) error {
	for k := i; k < i+n; k++ {
		if f.taken[k] || f.tokens[k].Stem == "" {
			return nil
		}
	}
	if f.looked++; f.looked > messageLooked {
		return nil
	}
	span := corpus.Span{Start: f.tokens[i].Start, End: f.tokens[i+n-1].End}
	found, err := f.bot.index.Names(ctx, span.Of(f.text), 2)
	if err != nil || len(found) == 0 {
		return err
	}
	words := f.bot.words(found[0].Text)
	whole := found[0].Match == index.Exact || found[0].Match == index.Joined
	last := n == 1 && found[0].Match == index.Words && len(words) > 1 && words[len(words)-1] == f.tokens[i].Word
	if !whole && !last {
		return nil
	}
	capital, err := f.bot.capital(ctx, f.tokens[i].Word)
	if err == nil && capital {
		f.take(found[0].Name, span)
	}
	return err
}

func (f *messageFinder) take(n index.Name, span corpus.Span) {
	f.names = append(f.names, foundName{n, span.Start})
	for k, t := range f.tokens {
		if t.Start >= span.Start && t.End <= span.End {
			f.taken[k] = true
		}
	}
}

// capital says whether the articles that have a word write it with a capital, wherever it
// stands.
func (b *Bot) capital(ctx context.Context, word string) (bool, error) {
	hits, err := b.index.Search(ctx, index.Query{Phrases: [][]string{{word}}, Limit: capitalHits})
	if err != nil {
		return false, err
	}
	capital, all := 0, 0
	for _, h := range hits {
		_, tokens, _, err := b.index.ArticleTokens(ctx, h.Article)
		if err != nil {
			return false, err
		}
		for _, t := range tokens {
			if t.Word == word {
				all++
				if t.Capital {
					capital++
				}
			}
		}
	}
	return all > 0 && capital*10 >= all*9, nil
}

// ignoreReader drops a mistake of the reader, who made none: the words are not theirs.
func ignoreReader(err error) error {
	if _, mistake := err.(*ReaderError); mistake {
		return nil
	}
	return err
}
