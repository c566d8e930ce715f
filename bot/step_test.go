package bot

import (
	"slices"
	"testing"
)

func TestAsMuchAsCanBeAskedForIsOfferedOnce(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		line  string
		found int
		want  []Step
	}{
		{"/timeline brunn", 0, nil},
		{"/timeline brunn", 43, []Step{{"All dates", "/timeline brunn limit:43"}}},
		{"/sources", 1000, []Step{{"All articles", "/sources limit:1000"}}},
		{"/sources limit:5", 2500, []Step{{"1000 of 2500", "/sources limit:1000"}}},
		{"/sources limit:1000", 2500, nil},
	} {
		r, err := Parse(row.line)
		if err != nil {
			t.Fatal(err)
		}
		var s stepList
		if s.whole(r, row.found); !slices.Equal(s.steps, row.want) {
			t.Errorf("%s of %d: %+v, want %+v", row.line, row.found, s.steps, row.want)
		}
	}
}
