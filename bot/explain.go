package bot

import (
	"fmt"
	"slices"
	"strings"
)

// explained is how many quotes of an answer are explained.
const explained = 3

// explain says in plain words how the first quotes were ranked, and why the corpus was
// taken to answer or not.
func (q *question) explain(b *Bot, quotes []Quote, all []ranked) string {
	var lines []string
	for n, quote := range quotes[:min(explained, len(quotes))] {
		i := slices.IndexFunc(all, func(c ranked) bool {
			return c.article == quote.Article.ID && c.score == quote.Score && quote.Start <= c.Start && c.End <= quote.End
		})
		if i >= 0 {
			lines = append(lines, fmt.Sprintf("Quote %d: %s", n+1, q.explainOne(b, &all[i])))
		}
	}
	return strings.Join(append(lines, q.explainDecision(b, all)), "\n")
}

// explainOne tells one sentence's score part by part.
func (q *question) explainOne(b *Bot, c *ranked) string {
	var has, lacks, sum, factors, around []string
	for i, t := range q.terms {
		if c.met>>i&1 == 1 {
			has = append(has, t.words[0])
		} else {
			lacks = append(lacks, t.words[0])
		}
	}
	for _, p := range b.weights.parts(&c.features) {
		switch {
		case p.how == plus && p.value != 0:
			sum = append(sum, fmt.Sprintf("%s %.2f", p.label, p.value))
		case p.how == factor && p.value != 1:
			factors = append(factors, fmt.Sprintf("%s × %.2f", p.label, p.value))
		case p.how == also && p.value != 0:
			around = append(around, fmt.Sprintf("%s %.2f", p.label, p.value))
		}
	}
	text := fmt.Sprintf("score %.2f; has %s", c.score, strings.Join(has, ", "))
	if len(lacks) > 0 {
		text += "; lacks " + strings.Join(lacks, ", ")
	}
	text += "; sum of " + strings.Join(sum, " + ")
	if len(factors) > 0 {
		text += "; then " + strings.Join(factors, ", ")
	}
	if len(around) > 0 {
		text += "; and added: " + strings.Join(around, " + ")
	}
	return text + "."
}

// explainDecision tells what decided whether the corpus answers.
func (q *question) explainDecision(b *Bot, all []ranked) string {
	switch {
	case len(all) == 0:
		return "Answered: no sentence has a word of the question."
	case len(q.lacks) > 0:
		return "Answered: no, since nothing mentions " + strings.Join(q.lacks, ", ") + "."
	case q.byParts():
		return fmt.Sprintf("Answered: one article has %.2f of this long question; %.2f is enough.", q.byArticle(all), longCovered)
	}
	odds := q.bySentence(b.decision.of(q), all)
	if odds < -100 {
		return "Answered: no, since no sentence can be the answer to such a question."
	}
	return fmt.Sprintf("Answered: the best sentence speaks for an answer with %.2f; %.2f is enough.", odds, q.sureEnough())
}
