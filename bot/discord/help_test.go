package discord

import (
	"slices"
	"testing"

	"storybot/bot"
)

func TestHelpShowsInBoldWhatItTellsOf(t *testing.T) {
	t.Parallel()
	note := "Every *answer* is quoted: with its source.\n\n/who [name]: Who it is.\nas-of: Only until then: 2024.\nOf you: nothing."
	m, _ := render(request1(t, "/help"), bot.Answer{Request: request1(t, "/help"), Answered: true, Note: note}, 1)
	want := "Every \\*answer\\* is quoted: with its source.\n\n**/who \\[name\\]** Who it is.\n**as\\-of** Only until then: 2024.\nOf you: nothing."
	if got := contents(m.Components); !slices.Contains(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	m, _ = render(request1(t, "/ask x"), bot.Answer{Request: request1(t, "/ask x"), Note: note}, 1)
	if got := contents(m.Components); !slices.Contains(got, escape(note)) {
		t.Errorf("an answer that is no help: %q", got)
	}
}
