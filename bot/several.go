package bot

import (
	"context"
	"slices"
	"strings"
)

// mostAsked is how many questions of one line are answered.
const mostAsked = 3

// severally parts a line into its questions: each ends with a question mark, the last one
// perhaps without, and begins with a word that asks. A line that is one question, or has
// anything else in it, stays whole.
func severally(text string) []string {
	var all []string
	for part := range strings.SplitSeq(text, "?") {
		words := firstWords(inFull(part), 2)
		switch {
		case len(words) == 0:
		case len(words) < 2 || !asks(words[0]) && !slices.Contains(whetherWords, words[0]):
			return []string{text}
		default:
			all = append(all, strings.TrimSpace(part))
		}
	}
	if len(all) < 2 || len(all) > mostAsked {
		return []string{text}
	}
	return all
}

// standIns are the pronouns that stand for who an earlier question of the line is about.
var standIns = []string{"he", "him", "she", "her", "they", "them", "it"}

// nameAgain puts a name in the place of the pronouns of a question.
func nameAgain(text, name string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if slices.Contains(standIns, strings.ToLower(w)) {
			words[i] = name
		}
	}
	return strings.Join(words, " ")
}

// ask answers a question, or each of several of one line: the best quote of each, then the
// next of each.
func (b *Bot) ask(ctx context.Context, text string, v values) (Answer, error) {
	parts := severally(text)
	if len(parts) == 1 {
		return b.askOne(ctx, text, v)
	}
	about, found := askedAbout(parts[0])
	merged, answers := Answer{Title: text}, make([]Answer, len(parts))
	var notes []string
	for i, part := range parts {
		asked := part
		if i > 0 && found {
			asked = nameAgain(part, about)
		}
		a, err := b.askOne(ctx, asked, v)
		if err != nil {
			return Answer{}, err
		}
		answers[i] = a
		merged.Answered = merged.Answered || a.Answered
		if a.Note != "" {
			notes = append(notes, "“"+part+"?” "+strings.TrimSuffix(a.Note, nearestFollow))
		}
	}
	merged.Note = strings.Join(notes, "\n")
	if !merged.Answered {
		merged.Note += nearestFollow
	}
	merged.Quotes = inTurn(answers, merged.Answered)
	if limit := v.cap(askDefault); len(merged.Quotes) > limit {
		merged.Quotes = merged.Quotes[:limit]
	}
	return merged, nil
}

// inTurn returns the quotes of several answers in turn, none twice; where any is answered,
// only of those that are.
func inTurn(answers []Answer, answered bool) []Quote {
	var quotes []Quote
	for rank, more := 0, true; more; rank++ {
		more = false
		for _, a := range answers {
			if rank >= len(a.Quotes) || answered && !a.Answered {
				continue
			}
			more = true
			q := a.Quotes[rank]
			if !slices.ContainsFunc(quotes, func(o Quote) bool { return o.Article.ID == q.Article.ID && o.Overlaps(q.Span) }) {
				quotes = append(quotes, q)
			}
		}
	}
	return quotes
}
