package bot_test

import (
	"fmt"
	"strings"
	"testing"

	"storybot/corpus"
)

func TestAMisprintIsNoOtherOfThatName(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text  string // of one article beside 20 on Marta Oduya
		other string // "" where it is a misprint
	}{
		"two letters that changed places": {"The council met Matra Oduya on Friday.", ""},
		"a letter doubled":                {"The council met Martta Oduya on Friday.", ""},
		"a wrong letter":                  {"The council met Marte Oduya on Friday.", ""},
		"a letter too many":               {"The council met Marata Oduya on Friday.", ""},
		"another name":                    {"The council met Bertha Oduya on Friday.", "Bertha Oduya"},
		"one that somebody else has":      {"The council met Maria Oduya on Friday. Maria Keller took the minutes.", "Maria Oduya"},
		"a short one":                     {"The council met Mart Oduya on Friday.", "Mart Oduya"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			all := []corpus.Article{told("other", "Other", c.text)}
			for n := range 20 {
				all = append(all, told(fmt.Sprint(n), "Port", fmt.Sprintf("Marta Oduya, the director of the port, counted %d ships in the bay that day.", n+2)))
			}
			b, _ := newBot(t, all)
			want := ""
			if c.other != "" {
				want = "Others of that name: " + c.other + "."
			}
			if got := reply(t, b, "/who oduya"); strings.Contains(got, "Others of that name") != (want != "") || !strings.Contains(got, want) {
				t.Errorf("want %q:\n%s", want, got)
			}
		})
	}
}

func TestANameOfAsManyArticlesIsNoMisprint(t *testing.T) {
	t.Parallel()
	var all []corpus.Article
	for n := range 6 {
		all = append(all, told(fmt.Sprint("a", n), "Port", fmt.Sprintf("Marta Oduya counted %d ships in the bay.", n+2)),
			told(fmt.Sprint("b", n), "Fair", fmt.Sprintf("Marte Oduya sold %d jars of honey at the fair.", n+2)))
	}
	b, _ := newBot(t, all)
	if got := reply(t, b, "/who oduya"); !strings.Contains(got, "Marta Oduya or Marte Oduya") {
		t.Errorf("one of two names is taken for a misprint:\n%s", got)
	}
}
