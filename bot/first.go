package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"storybot/corpus"
)

// Of copies, the one that was printed first is quoted, and the others are named under it:
// the one of the earliest day and, of one day, that of the outlet which most of the others
// credit. One of unknown day comes after all others, and what is equal stays in its order.

// mostCredits is how many copies are read for the outlet that they credit.
const mostCredits = 20

// printedFirst returns which of some articles that tell the same was printed first. There
// is at least one.
func (f *folder) printedFirst(ctx context.Context, all []Reference) (int, error) {
	earliest := slices.MinFunc(all, func(a, b Reference) int { return compareDays(a.Published, b.Published) }).Published
	var first []int // those of that day, in order
	for i, r := range all {
		if r.Published.Equal(earliest) {
			first = append(first, i)
		}
	}
	best, most, counted := first[0], 0, map[string]bool{}
	for _, i := range first {
		outlet := all[i].Outlet
		if len(first) == 1 || counted[outlet] {
			continue
		}
		counted[outlet] = true
		n, err := f.credits(ctx, all[:min(mostCredits, len(all))], outlet)
		if err != nil {
			return 0, err
		}
		if n > most {
			best, most = i, n
		}
	}
	return best, nil
}

// compareDays orders days of publication, the unknown one last.
func compareDays(a, b time.Time) int {
	return cmp.Or(compareBool(a.IsZero(), b.IsZero()), a.Compare(b))
}

// credits counts the articles of other outlets that credit an outlet; none credits one
// without a name.
func (f *folder) credits(ctx context.Context, all []Reference, outlet string) (int, error) {
	n := 0
	for _, r := range all {
		if strings.IndexFunc(outlet, unicode.IsLetter) < 0 || strings.EqualFold(r.Outlet, outlet) {
			continue
		}
		a, ok, err := f.index.Article(ctx, r.ID)
		if err != nil {
			return 0, err
		}
		if ok && creditsTo(a.Article, outlet) {
			n++
		}
	}
	return n, nil
}

// creditsTo says whether an article names an outlet as the one that it is from: beside or as
// its author, or in brackets, as at the head of a wire story, by its name or its initials.
func creditsTo(a corpus.Article, outlet string) bool {
	name := strings.TrimPrefix(outlet, "The ")
	if hasName(a.Author, name) || strings.Contains(a.Text, "("+name+")") {
		return true
	}
	initials := initialsOf(name)
	return len(initials) > 1 && (hasName(a.Author, initials) || strings.Contains(a.Text, "("+initials+")"))
}

// hasName says whether a line has a name in words of its own.
func hasName(line, name string) bool {
	words := func(s string) string {
		return " " + strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ") + " "
	}
	return strings.Contains(words(line), words(name))
}

// initialsOf returns the capitals that the words of a name begin with: "AFP" of "Agence
// France-Presse".
func initialsOf(name string) string {
	var initials strings.Builder
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			initials.WriteRune(r)
		}
	}
	return initials.String()
}

// cited is where a quote stands.
type cited struct {
	article string
	corpus.Span
}

func (q *Quote) cited() cited { return cited{q.Article.ID, q.Span} }

// under notes that a quote says the same as one that stands, so that it may be shown for it.
// A label tells what the one that stands is shown for: another one is shown for itself.
func (f *folder) under(standing, q *Quote) {
	if standing.Article.ID != q.Article.ID && standing.Label == q.Label {
		f.copies[standing.cited()] = append(f.copies[standing.cited()], *q)
	}
}

// has says whether a span of an article overlaps a quote of it that stands, or that says the
// same as one.
func (p *page) has(article string, span corpus.Span) bool {
	overlaps := func(o Quote) bool { return o.Article.ID == article && o.Overlaps(span) }
	return slices.ContainsFunc(p.quotes, func(o Quote) bool {
		return overlaps(o) || slices.ContainsFunc(p.copies[o.cited()], overlaps)
	})
}

// first returns quotes as they are shown: each is that of the copy which was printed first,
// in its place. A copy that is quoted for something else in the same words stays away.
func (f *folder) first(ctx context.Context, quotes []Quote) ([]Quote, error) {
	shown := slices.Clone(quotes)
	for i, q := range quotes {
		all := append([]Quote{q}, f.copies[q.cited()]...)
		names := make([]Reference, len(all))
		for k, c := range all {
			names[k] = c.Article
		}
		at, err := f.printedFirst(ctx, names)
		if err != nil {
			return nil, err
		}
		best := all[at]
		if at == 0 || slices.ContainsFunc(shown, func(o Quote) bool { return o.Article.ID == best.Article.ID && o.Overlaps(best.Span) }) {
			continue
		}
		best.Also, best.Claims = nil, q.Claims
		for _, r := range append([]Reference{q.Article}, q.Also...) {
			best.alsoIn(r)
		}
		shown[i] = best
	}
	return shown, nil
}
