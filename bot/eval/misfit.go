package eval

import (
	"fmt"
	"slices"
	"strings"

	"storybot/bot"
)

// Misfits tells, a line each, of labels that no answer can meet: of an article that is not
// there, or of words that its text does not have. articles are all that the bot answers
// from; text returns that of one, by its id.
func Misfits(questions []Question, articles []bot.Reference, text func(id string) (string, error)) ([]string, error) {
	var told []string
	for _, q := range questions {
		for _, e := range q.Expect {
			if e.Article == "" {
				continue
			}
			i := slices.IndexFunc(articles, e.names)
			if i < 0 {
				told = append(told, fmt.Sprintf("%s: there is no article %q", q.Place, clean(e.Article)))
				continue
			}
			own, err := text(articles[i].ID)
			if err != nil {
				return nil, err
			}
			if !strings.Contains(fold(own), fold(e.Quote)) {
				told = append(told, fmt.Sprintf("%s: %s does not have the words “%s”", q.Place, clean(e.Article), clean(e.Quote)))
			}
		}
	}
	return told, nil
}
