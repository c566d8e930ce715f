package bot

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"time"

	"storybot/corpus"
	"storybot/corpus/timex"
	"storybot/index"
)

// telling is the least strength of a phrase that says who somebody is.
const telling = 0.3

// forHeadline is what a headline loses: it tells less than any sentence that only
// mentions the name.
const forHeadline = 0.5

// told is a sentence that names the subject, with the phrase that says who it is.
type told struct {
	reading  *corpus.Reading
	sentence int
	mention  corpus.Span
	says     corpus.Definition // its span is empty where the sentence does not say
	tells    bool              // the phrase says more than a bare title or a place
	score    float64
}

func (t told) quote(label string) Quote {
	q := quote(t.reading, t.reading.Sentences[t.sentence], t.score)
	mark := t.says.Span
	if mark == (corpus.Span{}) {
		mark = t.mention
	}
	q.Label, q.Highlight = label, merge([]corpus.Span{mark}, q.Span)
	return q
}

// moreTelling orders sentences: those first that say most of who or what somebody is, then
// by the day of publication and by place.
func moreTelling(a, b told) int {
	return cmp.Or(cmp.Compare(b.score, a.score), b.reading.Published.Compare(a.reading.Published),
		cmp.Compare(a.reading.ID, b.reading.ID), cmp.Compare(a.sentence, b.sentence))
}

// tellings returns the sentences that name the subject, the most telling first.
func (b *Bot) tellings(ctx context.Context, s subject, v values) ([]told, error) {
	query := v.published(s.query(), v.from, v.until)
	query.Limit = max(whoPassages, 2*v.limit)
	p, err := b.pool(ctx, query, query.Limit)
	if err != nil {
		return nil, err
	}
	var all []told
	err = p.each(ctx, func(r *corpus.Reading, tokens []index.Token) {
		all = append(all, tell(r, s.named(r, tokens), s.name.Kind)...)
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, moreTelling)
	return all, nil
}

// named returns where an article names the subject, without the words that were typed where
// they are only a part of its name and stand in lower case: a funeral is not the National
// Funeral Exhibition.
func (s subject) named(r *corpus.Reading, tokens []index.Token) []corpus.Span {
	words := len(strings.Fields(s.title))
	return slices.DeleteFunc(s.mentions(r, tokens), func(m corpus.Span) bool {
		said := m.Of(r.Text)
		return isLower(said) && len(strings.Fields(said)) < words
	})
}

// tell rates every sentence of an article that names the subject, by its best mention.
// The mentions are in order and disjoint; kind is the name's.
func tell(r *corpus.Reading, mentions []corpus.Span, kind corpus.Kind) []told {
	var all []told
	next := 0 // the first mention that may stand in this sentence or a later one
	for n, span := range r.Sentences {
		best := told{score: math.Inf(-1)}
		for ; next < len(mentions) && mentions[next].Start < span.End; next++ {
			m := mentions[next]
			if m.Start < span.Start || m.End > span.End {
				continue
			}
			t := told{reading: r, sentence: n, mention: m, score: lead(n, m, span)}
			if !endsWhole(span.Of(r.Text)) {
				t.score -= forHeadline
			}
			if says, ok := corpus.Defining(r.Text, span, m, r.Dates); ok && !isLower(m.Of(r.Text)) && !ofSomebodyElse(says.Of(r.Text), kind) {
				t.says = says
				t.score += says.Strength
				if t.tells = says.Strength >= telling; t.tells {
					t.score++
				}
			}
			if t.score > best.score {
				best = t
			}
		}
		if best.reading != nil {
			all = append(all, best)
		}
	}
	return all
}

// ofSomebodyElse says whether a phrase speaks of a person where the name is none: "the
// president of Quanta, who resigned" does not say what Quanta is.
func ofSomebodyElse(phrase string, kind corpus.Kind) bool {
	first, _, _ := strings.Cut(strings.ToLower(phrase), " ")
	return kind != corpus.Person && kind != corpus.Unknown && (first == "who" || first == "whom")
}

// isLower says whether a text has letters and none of them is a capital: then it is no
// name.
func isLower(s string) bool { return strings.ToLower(s) == s && strings.ToUpper(s) != s }

// lead rates where a name stands, between 0 and 0.2: early sentences and the start of a
// sentence speak about it, later ones only mention it.
func lead(n int, mention, sentence corpus.Span) float64 {
	place := float64(mention.Start-sentence.Start) / float64(sentence.End-sentence.Start)
	return 0.1/float64(1+n) + 0.1*(1-place)
}

// role is what one or more sentences say of somebody in the same or other words.
type role struct {
	told  []told   // the most telling first
	names []string // as corpus.Roles spells them, of the most telling sentence
	score float64
}

// is says whether a sentence says the same: a role of one spelling that still holds, or
// not, in both; a house that one of the two does not tell is no difference.
func (r role) is(t told, names []string) bool {
	if r.told[0].says.Tense != t.says.Tense {
		return false
	}
	for _, a := range r.names {
		noun, house, _ := strings.Cut(a, "|")
		for _, b := range names {
			n, h, _ := strings.Cut(b, "|")
			if n == noun && (h == house || h == "" || house == "") {
				return true
			}
		}
	}
	return false
}

// What a role gains by what tells it and by being told lately, and loses by being over or
// to come, against the strength of its phrase, which is at most 1. A bare title that
// many articles give is as good as a long phrase of one.
const (
	perOutlet  = 0.15 // for each e-fold of the outlets that tell it in words of their own
	perArticle = 0.15 // for each e-fold of such articles
	forNewest  = 0.2  // told in the newest article; half as much a halving later
	forUndated = 0.1  // told in articles of unknown day alone
	halving    = 2 * 365 * 24 * time.Hour
	forFormer  = -0.4
	forComing  = -0.2
)

// byRole groups the sentences that say who somebody is by what they say, the best role
// first: what says most, what most sources say, what was said last, what still holds.
func byRole(all []told) []role {
	var roles []role
	var newest time.Time
	for _, t := range all {
		if t.says.Span == (corpus.Span{}) {
			continue
		}
		if t.reading.Published.After(newest) {
			newest = t.reading.Published
		}
		names := corpus.Roles(t.reading.Text, t.says.Span)
		if len(names) == 0 {
			names = []string{strings.ToLower(t.says.Of(t.reading.Text))}
		}
		i := slices.IndexFunc(roles, func(r role) bool { return r.is(t, names) })
		if i < 0 {
			i = len(roles)
			roles = append(roles, role{names: names})
		}
		roles[i].told = append(roles[i].told, t)
	}
	for i := range roles {
		roles[i].rate(newest)
	}
	roles = slices.DeleteFunc(roles, func(r role) bool { return r.score < telling })
	slices.SortStableFunc(roles, func(a, b role) int {
		return cmp.Or(cmp.Compare(b.score, a.score), moreTelling(a.told[0], b.told[0]))
	})
	return roles
}

func (r *role) rate(newest time.Time) {
	outlets, articles, said := map[string]bool{}, map[string]bool{}, map[string]bool{}
	var last time.Time
	for _, t := range r.told {
		if t.reading.Published.After(last) {
			last = t.reading.Published
		}
		words := sameWords(t.reading.Sentences[t.sentence].Of(t.reading.Text))
		if said[words] { // a copy is no further voice
			continue
		}
		said[words] = true
		articles[t.reading.ID] = true
		outlets[cmp.Or(t.reading.Outlet, t.reading.ID)] = true
	}
	r.score = r.told[0].says.Strength + perOutlet*math.Log(float64(len(outlets))) + perArticle*math.Log(float64(len(articles)))
	if last.IsZero() {
		r.score += forUndated
	} else {
		r.score += forNewest * math.Exp2(-float64(newest.Sub(last))/float64(halving))
	}
	switch r.told[0].says.Tense {
	case corpus.Former:
		r.score += forFormer
	case corpus.Coming:
		r.score += forComing
	}
}

// best returns the sentence that shows the role: the most telling one, before it one that
// tells the house too and says nearly as much.
func (r role) best() told {
	for _, t := range r.told {
		if t.score < r.told[0].score-nearlyAsTelling {
			break
		}
		houses := func(name string) bool { return strings.Contains(name, "|") }
		if slices.ContainsFunc(corpus.Roles(t.reading.Text, t.says.Span), houses) {
			return t
		}
	}
	return r.told[0]
}

// nearlyAsTelling is how much less a sentence may say that shows a role with its house.
const nearlyAsTelling = 0.2

// label says of a role that is over or to come, that it is, and when, in the words of its
// best sentence.
func (r role) label() string { return r.labelOf(r.best()) }

// labelOf is label in the words of another sentence.
func (r role) labelOf(t told) string {
	when := ""
	if t.tells || t.says.Tense != corpus.Present {
		when = t.when()
	}
	word := map[corpus.Tense]string{corpus.Former: "Formerly", corpus.Coming: "To come"}[t.says.Tense]
	if word != "" && when != "" {
		return word + " · " + when
	}
	return word + when
}

// when returns the time that bounds the role in the words of the article. Of a time that only
// the day of publication or other dates tell, the date that is meant follows: "until last
// autumn (autumn 2010)".
func (t told) when() string {
	when := t.says.When
	said := strings.Join(strings.Fields(when.Of(t.reading.Text)), " ")
	for _, d := range t.reading.Dates {
		if d.Start < when.Start || d.End > when.End || d.How == timex.Explicit || !corpus.OnCalendar(d) {
			continue
		}
		date := EventDate{Value: d.Value, Begin: d.Begin, Until: d.Until, Precision: d.Precision}.String()
		if !strings.Contains(strings.ToLower(said), strings.ToLower(date)) {
			return said + " (" + date + ")"
		}
	}
	return said
}
