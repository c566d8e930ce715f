package bot

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"unicode"

	"storybot/index"
)

// kind is what a question asks for.
type kind int

// The kinds of answers, by the words that ask for them.
const (
	anything kind = iota
	aPerson
	aHolder // who is the chief of X
	aPlace
	aDate
	aNumber
	aMeasure // how long, how old, how far
	anAmount // how much, what price
	aRate    // how often
	aName    // which company
	aReason
	aDefinition // who or what is X
	aSaying     // what did X say
)

// question is a reader's question, ready to rank sentences by.
type question struct {
	text     string
	kind     kind
	terms    []term
	idf      float64 // sum over terms
	passages int     // of the corpus
	naming   float64 // the same of what they count where names are missing
	index    map[string]int
	yesNo    bool // asks whether something is so
	stated   bool // asks nothing: a statement, or bare words
	tokens   []index.Token
	roles    roles // who is said to have done what to whom
	scope    scope
	typos    []typo   // words that were taken for others
	dated    uint64   // the terms that stand in dates, a bit each
	pairs    [][2]int // terms side by side in a name
	whole    []uint64 // the names of the question, each with its terms, a bit each
	past     bool     // asks about what happened
	latest   bool     // asks for the newest
	personal bool     // about the reader
	negated  bool     // asks about what did not happen
	units    []string // of the measure that is asked for, where one is
	priced   bool     // the measure may be an amount of money
	sums     []string // words that follow the number of an amount
	lacks    []string // versions and models that the corpus never names: "GPT-6"

	posts      []string          // the roles whose holder is asked for, as corpus.Roles spells them
	namedTerms uint64            // the terms that are names, a bit each
	several    bool              // asks who is among several
	counted    uint64            // the terms right behind "how many", a bit each
	hidden     map[string]int    // terms by a form that the index takes for a function word; or nil
	fullNames  map[string]uint64 // the terms that are words of a name of the articles, a bit each
	forms      map[string]uint64 // the terms that another form of a name stands for, in lower case, a bit each
}

// term is one distinct stem of a question.
type term struct {
	stem     string
	words    []string // as typed, folded
	idf      float64
	naming   float64  // what it counts where names are missing
	synonyms []string // stems
	nations  []string // stems that stand for the same country or people; passages are not searched by them
	phrases  []phrase // verbs with a particle that mean the same
	capital  bool     // typed with a capital letter, not only because it comes first
	known    bool     // stands somewhere in the corpus
}

// mostTerms bounds the terms of a question: the rarest ones are kept.
const mostTerms = 64

// newQuestion reads a question. Its terms are empty where all its words are function
// words.
func (b *Bot) newQuestion(ctx context.Context, text string) (*question, error) {
	if !strings.ContainsFunc(text, unicode.IsLower) { // capitals throughout mark no names
		text = strings.ToLower(text)
	}
	text, err := b.asWritten(ctx, inFull(text))
	if err != nil {
		return nil, err
	}
	tokens := withoutCourtesy(b.index.Tokens(text))
	spellAsking(tokens)
	readOwn(tokens)
	tokens = askingFirst(tokens)
	newest, latest := asksLatest(tokens)
	tokens = withoutClass(withoutFillers(tokens[newest:]))
	q := &question{text: text, latest: latest, tokens: tokens, index: map[string]int{}, fullNames: map[string]uint64{}}
	var outlets []string
	if namesReporter(tokens) {
		if outlets, err = b.index.Outlets(ctx); err != nil {
			return nil, err
		}
	}
	q.scope = newScope(text, tokens, outlets, b.now().UTC())
	q.findKind()
	for i, t := range tokens {
		if t.Stem == "" || asksOnly(tokens, i) || q.scope.has(t) || light(tokens, i) {
			continue
		}
		at, seen := q.index[t.Stem]
		if !seen {
			at = len(q.terms)
			q.index[t.Stem] = at
			q.terms = append(q.terms, term{stem: t.Stem, nations: b.synonyms.nations[t.Stem], synonyms: b.synonyms.stems[t.Stem], phrases: b.synonyms.phrases[t.Stem]})
		}
		if (q.yesNo || q.stated) && !seen {
			q.terms[at].synonyms = slices.Concat(q.terms[at].synonyms, b.synonyms.against[t.Stem])
		}
		if i+1 < len(tokens) {
			q.terms[at].synonyms = append(q.terms[at].synonyms[:len(q.terms[at].synonyms):len(q.terms[at].synonyms)], b.synonyms.stems[t.Word+" "+tokens[i+1].Word]...)
		}
		q.terms[at].words = append(q.terms[at].words, t.Word)
		q.terms[at].capital = q.terms[at].capital || i > 0 && capitals(text[t.Start:t.End])
	}
	if err := b.findModels(ctx, q, tokens); err != nil {
		return nil, err
	}
	if err := b.weigh(ctx, q); err != nil {
		return nil, err
	}
	if err := b.readTypos(ctx, q); err != nil || len(q.typos) == 0 {
		return q, err
	}
	q.findKind()
	return q, b.weigh(ctx, q)
}

// findKind reads what is asked for off the question's words.
func (q *question) findKind() {
	q.kind, q.stated = q.kindOf(q.tokens), states(q.text, q.tokens)
	if q.stated {
		q.kind = anything
	}
	q.yesNo = len(q.tokens) > 0 && slices.Contains(whetherWords, q.tokens[0].Word)
	q.personal = slices.ContainsFunc(q.tokens, func(t index.Token) bool { return slices.Contains(readerWords, t.Word) })
	q.negated = slices.ContainsFunc(q.tokens, func(t index.Token) bool { return t.Word == "not" || t.Word == "never" })
	q.several = (q.kind == aPerson || q.kind == aHolder) && amongSeveral(q.tokens)
	q.units, q.priced, q.posts, q.sums = nil, false, nil, nil
	if q.kind == anAmount {
		q.sums = sumsOf(q.tokens)
	}
	if q.kind == aHolder {
		q.posts = q.askedPosts()
	}
	if q.kind == aMeasure {
		q.units = unitsOf(q.tokens)
		q.priced = slices.ContainsFunc(q.tokens, func(t index.Token) bool { return t.Word == "big" || t.Word == "large" })
	}
}

// findModels notes the words with a number behind a hyphen, such as "GPT-6", that stand
// nowhere in the corpus: each half may.
func (b *Bot) findModels(ctx context.Context, q *question, tokens []index.Token) error {
	looked := 0
	for i := 1; i < len(tokens) && looked < mostModels; i++ {
		a, n := tokens[i-1], tokens[i]
		if n.Start != a.End+1 || q.text[a.End] != '-' || n.Word[0] < '0' || n.Word[0] > '9' || a.Word[0] < 'a' {
			continue
		}
		hits, err := b.index.Search(ctx, index.Query{Phrases: [][]string{{a.Word, n.Word}}, Limit: 1})
		if err != nil {
			return err
		}
		if looked++; len(hits) == 0 {
			q.lacks = append(q.lacks, q.text[a.Start:n.End])
		}
	}
	return nil
}

// mostModels bounds the models that are looked up for one question.
const mostModels = 5

// weigh gives each term its idf, or that of its commonest synonym where it has none, as BM25 has it (Robertson and Zaragoza 2009, with the 1
// that keeps it positive), and drops the commonest beyond mostTerms.
func (b *Bot) weigh(ctx context.Context, q *question) error {
	stems := make([]string, len(q.terms))
	for i, t := range q.terms {
		stems[i] = t.stem
	}
	df, n, err := b.index.Frequencies(ctx, stems)
	if err != nil {
		return err
	}
	q.passages = n
	for i := range q.terms {
		if t := &q.terms[i]; df[i] == 0 && len(t.synonyms)+len(t.phrases) > 0 {
			others := slices.Clip(t.synonyms)
			for _, p := range t.phrases {
				others = append(others, p.verb)
			}
			if df[i], err = b.commonest(ctx, others); err != nil {
				return err
			}
		}
		q.terms[i].known = df[i] > 0
		q.terms[i].idf = math.Log(1 + (float64(n-df[i])+.5)/(float64(df[i])+.5))
	}
	if len(q.terms) > mostTerms {
		slices.SortStableFunc(q.terms, func(a, b term) int {
			return cmp.Compare(b.idf, a.idf)
		})
		q.terms = q.terms[:mostTerms]
		clear(q.index)
		for i, t := range q.terms {
			q.index[t.stem] = i
		}
	}
	q.idf = 0
	for _, t := range q.terms {
		q.idf += t.idf
	}
	return nil
}

// commonest returns in how many passages the commonest of the stems stands.
func (b *Bot) commonest(ctx context.Context, stems []string) (int, error) {
	df, _, err := b.index.Frequencies(ctx, stems)
	return slices.Max(append(df, 0)), err
}

// query returns the query that finds candidate passages. A synonym weighs less than the
// word itself.
func (q *question) query() []index.Term {
	var terms []index.Term
	for _, t := range q.terms {
		terms = append(terms, index.Term{Stem: t.stem, Boost: 1})
		for _, s := range t.synonyms[:min(mostSynonyms, len(t.synonyms))] {
			if _, own := q.index[s]; !own {
				terms = append(terms, index.Term{Stem: s, Boost: synonymBoost})
			}
		}
	}
	return terms
}

// mostSynonyms bounds the synonyms of one word by which passages are searched; ranking takes
// all.
const mostSynonyms = 6

// synonymBoost is what a synonym counts when passages are searched.
const synonymBoost = 0.3
