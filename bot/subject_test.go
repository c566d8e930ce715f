package bot

import "testing"

func TestAskedAbout(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		typed, about string
		asked        bool
	}{
		{"who is ada bly?", "ada bly", true},
		{"What are the Velden works", "the Velden works", true},
		{"Who’s Ada Bly?", "Ada Bly", true},
		{"ada bly?", "", false},
		{"who is", "", false},
		{"what's", "", false},
		{"the who", "", false},
		{"", "", false},
	} {
		if about, asked := askedAbout(c.typed); about != c.about || asked != c.asked {
			t.Errorf("askedAbout(%q) = %q, %v; want %q, %v", c.typed, about, asked, c.about, c.asked)
		}
	}
}
