package discord

import (
	"context"
	"encoding/json"
	"iter"
	"strings"
	"testing"

	"storybot/bot"
	"storybot/bot/chart"
	"storybot/corpus"
	"storybot/corpus/sample"
	"storybot/index"
)

// newBot is the real bot over the sample corpus.
func newBot(t *testing.T) *bot.Bot {
	t.Helper()
	ix, err := index.InMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	read := func(ctx context.Context, report func(corpus.Problem)) (iter.Seq[corpus.Article], error) {
		return corpus.ReadFS(ctx, sample.FS(), corpus.Options{}, report), nil
	}
	if _, err := ix.Refresh(t.Context(), read, index.RefreshOptions{}); err != nil {
		t.Fatal(err)
	}
	return bot.New(ix, bot.Options{})
}

// quotesIn returns the quotes of a message as a reader would copy them, in order.
func quotesIn(t *testing.T, m map[string]any) []string {
	t.Helper()
	var out []string
	var current []string
	for _, l := range append(strings.Split(texts(m), "\n"), "") {
		switch {
		case strings.HasPrefix(l, "> "):
			current = append(current, l)
		case len(current) > 0:
			out = append(out, unescape(plainQuote(t, strings.Join(current, "\n"))))
			current = nil
		}
	}
	return out
}

// Every quote that the bot finds arrives in Discord byte for byte, once, on one of the
// pages that the buttons lead to.
func TestQuotesOfTheSampleArriveVerbatim(t *testing.T) {
	t.Parallel()
	b, f := newBot(t), newFake(t)
	start(t, f, b, quick(), Options{})
	s := f.connected()
	for _, row := range []struct {
		command string
		options map[string]any
	}{
		{"who", map[string]any{"name": "stargate"}},
		{"timeline", map[string]any{"topic": "altman", "limit": 1000}},
		{"timeline", nil},
		{"ask", map[string]any{"question": "why did musk leave openai"}},
		{"ask", map[string]any{"question": "who won the chess championship"}},
		{"sources", map[string]any{"limit": 1000}},
		{"help", nil},
		{"help", map[string]any{"command": "timeline"}},
	} {
		values, _ := interactionData{Options: typedOptions(row.options)}.options()
		request, err := bot.NewRequest(row.command, values)
		if err != nil {
			t.Fatal(err)
		}
		want, err := b.Do(t.Context(), request)
		if err != nil {
			t.Fatalf("%s: %v", request.Line(), err)
		}
		_, shown := f.answer(f.ask(s, row.command, row.options, nil))
		got := quotesIn(t, shown)
		for button(shown, "▶") != "" {
			_, shown = f.answer(f.press(s, shown, button(shown, "▶"), nil))
			got = append(got, quotesIn(t, shown)...)
		}
		if len(got) != len(want.Quotes) {
			t.Errorf("%s: %d quotes arrived of %d", request.Line(), len(got), len(want.Quotes))
			continue
		}
		for i, q := range want.Quotes {
			if got[i] != q.Text {
				t.Errorf("%s: quote %d arrived as\n%q, want\n%q", request.Line(), i, got[i], q.Text)
			}
		}
	}
	d, token := f.event(typeAutocomplete, commandData("who", map[string]any{"name": "alt"}, "name"), nil)
	s.dispatch(d)
	choices, _ := f.next(token).data()["choices"].([]any)
	if len(choices) == 0 || !strings.Contains(choices[0].(map[string]any)["value"].(string), "Altman") {
		t.Errorf("choices for alt: %v", choices)
	}
}

func TestATimelineOfTheSampleHasItsPicture(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	start(t, f, newBot(t), quick(), Options{Picture: chart.Draw, AltText: chart.AltText})
	r, m := f.answer(f.ask(f.connected(), "timeline", map[string]any{"topic": "altman", "limit": 3}, nil))
	if shown := galleries(m); len(r.files) != 1 || len(shown) != 1 || !strings.Contains(shown[0], "Timeline: Sam Altman. 3 quotes") {
		t.Errorf("%d files, shown as %q", len(r.files), shown)
	}
}

// typedOptions are options as they come over the wire.
func typedOptions(options map[string]any) []optionValue {
	var out []optionValue
	for name, value := range options {
		raw, _ := json.Marshal(value)
		out = append(out, optionValue{Name: name, Value: raw})
	}
	return out
}
