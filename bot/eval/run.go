package eval

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"storybot/bot"
)

// Answerer answers one line; *bot.Bot does.
type Answerer interface {
	Answer(ctx context.Context, line string) (bot.Answer, error)
}

// Result is a question with what the bot gave.
type Result struct {
	Question
	Answered bool     // false: the bot said that the corpus does not say
	Ranks    []int    // for each of Expect, the first quote that has it, from 1; 0: none
	Shown    []string // the dates of a timeline, as TIMEX3 values without a time of day, in its order
	First    Expected // what came first; zero: nothing
}

// Report is what a run gave.
type Report struct {
	Results []Result // in the order of the questions
	Latency Latency
}

// Latency is how long answers took, in milliseconds: nearest ranks of one answer to each
// question.
type Latency struct {
	P50 float64 `json:"p50"`
	P90 float64 `json:"p90"`
	P99 float64 `json:"p99"`
}

// Run puts every question to the bot, once, one after another. A command that the bot
// cannot read, and any failure of the bot, ends the run with an error that names the
// question's place.
func Run(ctx context.Context, b Answerer, questions []Question) (Report, error) {
	var r Report
	var took []time.Duration
	for _, q := range questions {
		start := time.Now()
		a, err := b.Answer(ctx, q.Command)
		took = append(took, time.Since(start))
		var mistake *bot.ReaderError
		if errors.As(err, &mistake) {
			return Report{}, fmt.Errorf("%s: %s", q.Place, mistake.Message)
		}
		if err != nil {
			return Report{}, fmt.Errorf("%s: %w", q.Place, err)
		}
		r.Results = append(r.Results, newResult(q, a))
	}
	slices.Sort(took)
	r.Latency = Latency{P50: percentile(took, 50), P90: percentile(took, 90), P99: percentile(took, 99)}
	return r, nil
}

// newResult compares an answer with what was expected.
func newResult(q Question, a bot.Answer) Result {
	r := Result{Question: q, Answered: a.Answered}
	for _, e := range q.Expect {
		r.Ranks = append(r.Ranks, 1+slices.IndexFunc(a.Quotes, e.in))
	}
	for _, quote := range a.Quotes {
		if quote.Date == nil {
			continue
		}
		day, _, _ := strings.Cut(quote.Date.Value, "T") // the time of day does not count
		if !slices.Contains(r.Shown, day) {
			r.Shown = append(r.Shown, day)
		}
	}
	if len(a.Quotes) > 0 {
		r.First = Expected{Article: name(a.Quotes[0].Article), Quote: strings.Join(strings.Fields(a.Quotes[0].Text), " ")}
	}
	return r
}

// name is what a file of questions calls an article: its path where it is a file, else its
// id. An id that the corpus gave stands with a path that has its line.
func name(a bot.Reference) string {
	if a.Path == "" || strings.Contains(a.Path, "#") {
		return a.ID
	}
	return a.Path
}

// in says whether a quote is the place that is expected. A quote stands for the articles
// that say the same, too.
func (e Expected) in(q bot.Quote) bool {
	if !strings.Contains(fold(q.Text), fold(e.Quote)) {
		return false
	}
	return e.Article == "" || e.names(q.Article) || slices.ContainsFunc(q.Also, e.names)
}

// names says whether the expected article is this one.
func (e Expected) names(a bot.Reference) bool {
	return e.Article == a.ID || e.Article == a.Path || strings.HasSuffix(a.Path, "/"+e.Article)
}

// percentile returns the p-th percentile of sorted times in milliseconds (nearest rank), 0
// of none.
func percentile(sorted []time.Duration, p int) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return float64(sorted[max(0, (len(sorted)*p+99)/100-1)].Microseconds()) / 1000
}
