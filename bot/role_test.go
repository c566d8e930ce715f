package bot

import (
	"slices"
	"testing"
	"time"

	"storybot/corpus/timex"
)

func TestDatesSideBySideStandForOneTime(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The bridge opened in March 2019. Four months later, on July 22, 2019, it was closed.", []string{"2019-03", "2019-07-22"}},
		{"The mayor resigned on June 5, less than two weeks ago.", []string{"2025-06-05"}},
		{"The bridge was closed on July 22, 2019, in the summer of 2019.", []string{"2019-07-22"}},
		{"The bridge was closed in 2018, in 2019 and in 2020.", []string{"2018", "2019", "2020"}},
		{"The toll rose in 2018, and on May 3, 2018, it fell.", []string{"2018", "2018-05-03"}},
	} {
		published := time.Date(2025, 6, 17, 0, 0, 0, 0, time.UTC)
		var got []string
		for _, d := range together(c.text, timex.Tag(c.text, published)) {
			got = append(got, d.Value)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q tells of %q, want %q", c.text, got, c.want)
		}
	}
}
