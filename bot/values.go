package bot

import (
	"context"
	"strconv"
	"strings"
	"time"

	"storybot/corpus/timex"
	"storybot/index"
)

// values are a request's options, read and checked.
type values struct {
	from, until time.Time // half open, UTC; zero: no bound
	asOf        time.Time // published before; zero: no bound
	since       time.Time // read on this day or later; zero: not given
	limit       int       // 0: the command's default
	detail      int       // 0: the command's default
	newest      bool
	force       bool
	why         bool
	undo        bool
	outlets     []string
}

// maxDetail is the most sentences that a date of a timeline gets.
const maxDetail = 10

// The orders of a timeline.
const (
	oldestFirst = "oldest"
	newestFirst = "newest"
)

// values reads the options that have a form of their own.
func (b *Bot) values(ctx context.Context, r Request) (values, error) {
	var v values
	var err error
	if v.from, _, err = b.day(r, "from"); err != nil {
		return v, err
	}
	if _, v.until, err = b.day(r, "to"); err != nil {
		return v, err
	}
	if _, v.asOf, err = b.day(r, "as-of"); err != nil {
		return v, err
	}
	if v.since, _, err = b.day(r, "since"); err != nil {
		return v, err
	}
	if !v.from.IsZero() && !v.until.IsZero() && !v.from.Before(v.until) {
		return v, readerErrorf("from (%s) lies after to (%s)", r.Options["from"], r.Options["to"])
	}
	if v.limit, err = number(r, "limit", MaxLimit); err != nil {
		return v, err
	}
	if v.detail, err = number(r, "detail", maxDetail); err != nil {
		return v, err
	}
	if v.newest, err = oneOf(r, "order", oldestFirst, newestFirst); err != nil {
		return v, err
	}
	if v.force, err = oneOf(r, "force", "false", "true"); err != nil {
		return v, err
	}
	if v.why, err = oneOf(r, "why", "false", "true"); err != nil {
		return v, err
	}
	if v.undo, err = oneOf(r, "undo", "false", "true"); err != nil {
		return v, err
	}
	v.outlets, err = b.outlets(ctx, r.Options["outlet"])
	return v, err
}

// day reads a date of any precision.
func (b *Bot) day(r Request, option string) (begin, until time.Time, err error) {
	typed := r.Options[option]
	if typed == "" {
		return begin, until, nil
	}
	now := b.now().UTC()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	t, ok := timex.Parse(typed, today)
	if !ok || t.Begin.IsZero() {
		return begin, until, readerErrorf("%s:%s is no date that I can read: write 2024, 2024-03, 2024-03-15 or spring 2024", option, clip(typed))
	}
	return t.Begin, t.Until, nil
}

// number reads a whole number from 1 to most; 0 where it is not given.
func number(r Request, option string, most int) (int, error) {
	typed := r.Options[option]
	if typed == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(strings.ReplaceAll(typed, ",", ""))
	if err != nil || n < 1 || n > most {
		return 0, readerErrorf("%s:%s should be a whole number from 1 to %d", option, clip(typed), most)
	}
	return n, nil
}

// oneOf reads a choice between two words; the first is the default.
func oneOf(r Request, option, no, yes string) (bool, error) {
	switch strings.ToLower(r.Options[option]) {
	case "", no:
		return false, nil
	case yes:
		return true, nil
	}
	return false, readerErrorf("%s:%s should be %s or %s", option, clip(r.Options[option]), no, yes)
}

// outlets returns the corpus's outlets that a reader's words name; nil for none typed.
func (b *Bot) outlets(ctx context.Context, typed string) ([]string, error) {
	if typed == "" {
		return nil, nil
	}
	all, err := b.index.Outlets(ctx)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, o := range all {
		if strings.Contains(strings.ToLower(o), strings.ToLower(typed)) {
			found = append(found, o)
		}
	}
	if len(found) == 0 {
		return nil, readerErrorf("no article here is from “%s”: /coverage lists the outlets", clip(typed))
	}
	return found, nil
}

// published narrows a query to what was published within the bounds.
func (v values) published(q index.Query, from, until time.Time) index.Query {
	q.Outlets, q.From, q.Until = v.outlets, from, until
	if !v.asOf.IsZero() && (q.Until.IsZero() || v.asOf.Before(q.Until)) {
		q.Until = v.asOf
	}
	return q
}

// cap returns the limit, or the default where none is given.
func (v values) cap(usual int) int {
	if v.limit == 0 {
		return usual
	}
	return v.limit
}
