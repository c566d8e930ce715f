package index

import (
	"slices"
	"strings"

	"storybot/corpus"
)

// quotable returns the mentions that stand in sentences. A woman whom the article names by
// surname and title alone has the name "Mrs Abbott", so that she is not taken for the best
// known bearer of the surname, who may be a man.
func quotable(r corpus.Reading) []corpus.Mention {
	kept := make([]corpus.Mention, 0, len(r.Mentions))
	next := 0
	for _, m := range r.Mentions {
		for next < len(r.Sentences) && r.Sentences[next].End < m.End {
			next++
		}
		if next == len(r.Sentences) || m.Start < r.Sentences[next].Start {
			continue
		}
		if m.Name == m.Of(r.Text) && !strings.Contains(m.Name, " ") {
			if s := womanCalled(r.Text, m); s != "" {
				m.Name = s
			}
		}
		kept = append(kept, m)
	}
	return kept
}

// womanCalled returns "Mrs Abbott" for a mention behind a title of women, else "".
func womanCalled(text string, m corpus.Mention) string {
	words := strings.Fields(m.Title.Of(text))
	if len(words) == 0 {
		return ""
	}
	title := strings.TrimSuffix(words[len(words)-1], ".")
	if !slices.Contains(titlesOfWomen, title) {
		return ""
	}
	return title + " " + strings.Join(strings.Fields(m.Of(text)), " ")
}

// titlesOfWomen stand before surnames. It is read only.
var titlesOfWomen = []string{"Mrs", "Ms", "Miss"}
