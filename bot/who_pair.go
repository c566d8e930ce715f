package bot

import (
	"context"
	"slices"
	"strings"
)

// pairing are the words between two names that are asked about at once.
var pairing = []string{" and ", " & ", " vs ", " vs. ", " versus "}

// pair answers where a reader's words name two: what ties them is another command.
func (b *Bot) pair(ctx context.Context, typed string) (Answer, bool, error) {
	for _, word := range pairing {
		first, second, ok := cutFold(typed, word)
		if !ok || len(b.words(first)) == 0 || len(b.words(second)) == 0 {
			continue
		}
		x, err := b.newSubject(ctx, first)
		if err != nil {
			return Answer{}, false, err
		}
		y, err := b.newSubject(ctx, second)
		if err != nil {
			return Answer{}, false, err
		}
		if x.names == nil || y.names == nil || slices.Equal(x.names, y.names) {
			continue
		}
		r := Request{Command: "between", Options: map[string]string{"a": x.title, "b": y.title}}
		a := Answer{Title: typed, Note: "These are two names: " + r.Line() + " tells what ties them."}
		a.Steps = []Step{step(r, "What ties them")}
		for _, s := range []subject{x, y} {
			a.Steps = append(a.Steps, step(Request{Command: "who", Options: map[string]string{"name": s.title}}, "About "+clip(s.title)))
		}
		return a, true, nil
	}
	return Answer{}, false, nil
}

// cutFold cuts a text around the first place of a word, whatever its case.
func cutFold(text, word string) (before, after string, ok bool) {
	for i := 0; i+len(word) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(word)], word) {
			return text[:i], text[i+len(word):], true
		}
	}
	return "", "", false
}
