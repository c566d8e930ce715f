package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"storybot/index"
)

// mostProblems is how many unread files a report names.
const mostProblems = 5

func (b *Bot) doRefresh(ctx context.Context, r Request, force bool) (Answer, error) {
	if b.refresh == nil {
		return Answer{}, readerErrorf("there is nothing to refresh from: this bot was started without a corpus of its own")
	}
	var progress func(index.Report)
	if r.Progress != nil {
		progress = func(report index.Report) { r.Progress(sofar(report)) }
	}
	report, err := b.refresh(ctx, force, progress)
	if errors.Is(err, index.ErrRefreshing) {
		return Answer{}, readerErrorf("a refresh is already under way")
	}
	if errors.Is(err, index.ErrMostGone) {
		return Answer{Title: "Refresh", Note: Summary(report) + "\nMost of the articles are no longer where they were read, and none of them was removed. " +
			"Where that is meant, /refresh force:true removes them."}, nil
	}
	if err != nil {
		return Answer{}, err
	}
	return Answer{Answered: true, Title: "Refresh", Note: Summary(report)}, nil
}

// sofar tells in a line how far a refresh is.
func sofar(r index.Report) string {
	if r.Rebuilt {
		return fmt.Sprintf("Building the index anew: %s so far. The present one answers meanwhile.", plural(r.Articles(), "article"))
	}
	return fmt.Sprintf("Reading: %s so far, %d added, %d changed, %d the same.", plural(r.Articles(), "article"), r.Added, r.Changed, r.Same)
}

// Summary tells in a few lines what a refresh did.
func Summary(r index.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d added, %d changed, %d removed, %d the same, in %s.", plural(r.Articles(), "article"),
		r.Added, r.Changed, r.Removed, r.Same, r.Took.Round(10*time.Millisecond))
	if r.Rebuilt {
		b.WriteString("\nThe index was built anew.")
	}
	if r.Twins > 0 {
		about := ""
		if r.TwinsEstimated() {
			about = "About "
		}
		fmt.Fprintf(&b, "\n%s%s of another article.", about, plural(r.Twins, "near duplicate"))
	}
	if n := len(r.Problems); n > 0 {
		fmt.Fprintf(&b, "\n%s:", plural(n, "problem"))
		for _, p := range r.Problems[:min(n, mostProblems)] {
			b.WriteString("\n" + p.String())
		}
		if n > mostProblems {
			fmt.Fprintf(&b, "\n… and %d more: storybot refresh lists them all.", n-mostProblems)
		}
	}
	return b.String()
}
