package bot

import (
	"slices"
	"testing"
)

func TestALineIsPartedIntoItsQuestions(t *testing.T) {
	t.Parallel()
	for line, want := range map[string][]string{
		"who is bly? why was she fired?":            {"who is bly", "why was she fired"},
		"who's bly? when did she leave":             {"who's bly", "when did she leave"},
		"did bly sue? did quanta settle? who paid?": {"did bly sue", "did quanta settle", "who paid"},
		"who is bly?":                                  nil,
		"who is bly ?!":                                nil,
		"why? who is bly?":                             nil,
		"bly said “why not?” and left?":                nil,
		"who is a? who is b? who is c? who is d? what": nil,
	} {
		if want == nil {
			want = []string{line}
		}
		if got := severally(line); !slices.Equal(got, want) {
			t.Errorf("%q is parted into %q, want %q", line, got, want)
		}
	}
}
