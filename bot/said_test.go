package bot_test

import (
	"context"
	"strings"
	"testing"

	"storybot/corpus"
)

func TestSaidShowsNobodyElsesWords(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, []corpus.Article{{ID: "a", Path: "a.txt", Text: `Maria Keller opened the bridge on Friday. "It is safe," Maria Keller said.

"It is not safe," said Otto Brandt, an engineer who had warned of cracks. Keller denied that she knew of the cracks.

The toll will stay, according to Brandt. The bridge cost $510 million.`}})
	for line, c := range map[string]struct{ with, without string }{
		"/said keller":              {"It is safe,", "not safe"},
		"/said brandt":              {"It is not safe,", "It is safe,"},
		"/said brandt topic:toll":   {"The toll will stay", "safe"},
		"/said keller topic:cracks": {"denied", "toll"},
		"/said keller on cracks":    {"denied", "toll"},
		"/said otto brandt toll":    {"The toll will stay", "safe"},
	} {
		a, err := b.Answer(context.Background(), line)
		if err != nil || len(a.Quotes) == 0 {
			t.Errorf("%s: no quote: %v", line, err)
			continue
		}
		check(t, ix, a)
		found := false
		for _, q := range a.Quotes {
			found = found || strings.Contains(q.Text, c.with)
			for _, h := range q.Highlight {
				if words := q.Text[h.Start-q.Start : h.End-q.Start]; strings.Contains(words, c.without) {
					t.Errorf("%s: says %q", line, words)
				}
			}
		}
		if !found {
			t.Errorf("%s: not %q", line, c.with)
		}
	}
}
