package bot

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"storybot/corpus"
	"storybot/index"
)

// What a coverage report lists at most, and of how many articles it counts the copies
// exactly: of more, the share of as many that are drawn from all over is right to about
// three in a hundred.
const (
	mostOutlets = 12
	mostGaps    = 3
	mostSampled = 1000
)

// shortestGap is the least time without an article that is told as a gap.
const shortestGap = 30 * 24 * time.Hour

// coverage tells what the answers are quoted from: how many articles of which outlets, how
// many of them are copies, from when to when, where nothing was published for long, and how
// fresh it is.
func (b *Bot) coverage(ctx context.Context) (Answer, error) {
	all, err := b.index.Sources(ctx)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Title: "Coverage", Answered: len(all) > 0}
	if !a.Answered {
		a.Note = emptyIndex
		return a, nil
	}
	_, passages, err := b.index.Counts(ctx)
	if err != nil {
		return Answer{}, err
	}
	copies, err := b.copies(ctx, all)
	if err != nil {
		return Answer{}, err
	}
	days := publicationDays(all)
	a.Facts = []Fact{{"Articles", fmt.Sprintf("%s in %s", plural(len(all), "article"), plural(passages, "passage"))},
		{"Copies", copies}, {"Outlets", outletCounts(all)}}
	if len(days) > 0 {
		a.Facts = append(a.Facts, Fact{"Published", daysFromTo(days[0], days[len(days)-1])})
	}
	if undated := len(all) - len(days); undated > 0 {
		a.Facts = append(a.Facts, Fact{"Date unknown", plural(undated, "article")})
	}
	a.Facts = append(a.Facts, Fact{"Nothing from", gaps(days)})
	if r := b.index.Refreshed(); !r.IsZero() {
		a.Facts = append(a.Facts, Fact{"Last refresh", r.Format(dayLayout + ", 15:04 UTC")})
	}
	a.Facts = slices.DeleteFunc(a.Facts, func(f Fact) bool { return f.Value == "" })
	a.Steps = []Step{step(Request{Command: "sources"}, "Sources"), step(Request{Command: "timeline"}, "Timeline")}
	return a, nil
}

// copies says how many articles stand under another one where all are listed: about as
// many, where they are more than mostSampled. It is "" where none does.
func (b *Bot) copies(ctx context.Context, all []corpus.Article) (string, error) {
	place := make(map[string]int, len(all))
	for i, a := range all {
		place[a.ID] = i
	}
	n := min(len(all), mostSampled)
	under, failed := make([]bool, n), make([]error, n)
	parallel(n, func(from, to int) {
		for i := from; i < to && ctx.Err() == nil; i++ {
			under[i], failed[i] = b.isCopy(ctx, all[i*len(all)/n].ID, place)
		}
	})
	found := 0
	for i := range n {
		if err := cmp.Or(failed[i], ctx.Err()); err != nil {
			return "", err
		}
		if under[i] {
			found++
		}
	}
	about := ""
	if len(all) > n {
		about = "about "
	}
	if found == 0 {
		return "", nil
	}
	return about + plural(found*len(all)/n, "article") + ", under others that tell the same story in mostly the same words", nil
}

// isCopy says whether an article has a twin before it, by the places of all.
func (b *Bot) isCopy(ctx context.Context, id string, place map[string]int) (bool, error) {
	twins, err := b.index.Twins(ctx, id)
	return slices.ContainsFunc(twins, func(t string) bool {
		at, ok := place[t]
		return ok && at < place[id]
	}), err
}

// publicationDays returns the days of publication that are known, in order, one an
// article.
func publicationDays(all []corpus.Article) []time.Time {
	var days []time.Time
	for _, s := range all {
		if !s.Published.IsZero() {
			days = append(days, s.Published.UTC())
		}
	}
	slices.SortFunc(days, time.Time.Compare)
	return days
}

// daysFromTo writes a time from one day to another, or the day where both are the same.
func daysFromTo(first, last time.Time) string {
	from, to := first.UTC().Format(dayLayout), last.UTC().Format(dayLayout)
	if from == to {
		return from
	}
	return from + " to " + to
}

// unknownOutlet stands for an outlet that no article tells.
const unknownOutlet = "outlet unknown"

// outletCounts lists the outlets, the most articles first.
func outletCounts(all []corpus.Article) string {
	articles := map[string]int{}
	for _, s := range all {
		articles[cmp.Or(s.Outlet, unknownOutlet)]++
	}
	var outlets []index.Count
	for o, n := range articles {
		outlets = append(outlets, index.Count{Text: o, Articles: n})
	}
	slices.SortFunc(outlets, func(a, b index.Count) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Text, b.Text))
	})
	return listOutlets(outlets, mostOutlets)
}

// listOutlets writes outlets with their articles, so many at most, and how many more there
// are.
func listOutlets(outlets []index.Count, most int) string {
	var parts []string
	for _, o := range outlets[:min(most, len(outlets))] {
		parts = append(parts, fmt.Sprintf("%s %d", cmp.Or(o.Text, unknownOutlet), o.Articles))
	}
	text := strings.Join(parts, ", ")
	if more := len(outlets) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// gaps lists the longest times without an article, in order of time; "" where there is
// none of a month or more.
func gaps(days []time.Time) string {
	type gap struct{ from, to time.Time }
	var all []gap
	for i := 1; i < len(days); i++ {
		if days[i].Sub(days[i-1]) > shortestGap {
			all = append(all, gap{days[i-1].AddDate(0, 0, 1), days[i].AddDate(0, 0, -1)})
		}
	}
	slices.SortStableFunc(all, func(a, b gap) int { return cmp.Compare(b.to.Sub(b.from), a.to.Sub(a.from)) })
	all = all[:min(mostGaps, len(all))]
	slices.SortFunc(all, func(a, b gap) int { return a.from.Compare(b.from) })
	var parts []string
	for _, g := range all {
		parts = append(parts, g.from.Format(dayLayout)+" to "+g.to.Format(dayLayout))
	}
	return strings.Join(parts, "; ")
}
