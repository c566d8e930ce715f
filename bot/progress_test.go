package bot_test

import (
	"context"
	"slices"
	"testing"

	"storybot/bot"
	"storybot/index"
)

func TestARefreshTellsHowFarItIs(t *testing.T) {
	t.Parallel()
	_, ix := emptyBot(t)
	b := bot.New(ix, bot.Options{Refresh: func(_ context.Context, _ bool, progress func(index.Report)) (index.Report, error) {
		if progress != nil {
			progress(index.Report{Added: 2, Same: 5})
		}
		return index.Report{Added: 3, Same: 5}, nil
	}})
	r, err := bot.Parse("/refresh")
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	r.Progress = func(sofar string) { told = append(told, sofar) }
	if _, err := b.Do(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	if want := []string{"Reading: 7 articles so far, 2 added, 0 changed, 5 the same."}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}
