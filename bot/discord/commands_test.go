package discord

import (
	"log/slog"
	"slices"
	"strings"
	"testing"

	"storybot/bot"
)

// written lists changes but for what stays the same: "add /who".
func written(changes []Change) []string {
	var out []string
	for _, c := range changes {
		if c.Kind != Same {
			out = append(out, strings.TrimSpace(string(c.Kind)+" "+c.Name+" "+c.Server+" "+strings.Join(c.Fields, ",")))
		}
	}
	return out
}

func TestCommandsShowsTheDifferenceAndMakesIt(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	f.commands["/applications/"+fakeApp+"/commands/1"] = map[string]any{"id": "1", "type": 1, "name": "retired", "description": "x"}
	f.commands["/applications/"+fakeApp+"/guilds/5001/commands/2"] = map[string]any{"id": "2", "type": 1, "name": "tried", "description": "x"}
	o := Options{Token: fakeToken, HTTP: f.client(), Log: slog.New(slog.DiscardHandler)}
	run := func(dry bool) []string {
		t.Helper()
		changes, err := commands(t.Context(), o, dry, quick())
		if err != nil {
			t.Fatal(err)
		}
		return written(changes)
	}
	first := run(true)
	if len(f.writes) != 0 {
		t.Errorf("a dry run wrote %v", f.writes)
	}
	if len(first) != len(bot.Commands())+len(messageCommands)+2 || first[0] != "remove /retired" ||
		!slices.Contains(first, "add /who") || !slices.Contains(first, "add Check this") || !slices.Contains(first, "remove /tried 5001") {
		t.Errorf("the difference is %q", first)
	}
	if again := run(false); !slices.Equal(again, first) || len(f.writes) != len(first) {
		t.Errorf("it made %q, and wrote %v", again, f.writes)
	}
	if rest := run(true); len(rest) != 0 {
		t.Errorf("left over: %q", rest)
	}
	for _, c := range f.commands {
		if c["name"] == "who" {
			c["description"], c["contexts"] = "something else", []any{0}
		}
	}
	if changed := run(true); !slices.Equal(changed, []string{"change /who  description,contexts"}) {
		t.Errorf("after a change: %q", changed)
	}
}

func TestCommandsSaysWhenTheTokenIsRefused(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	f.refuse = func(request) (int, string) { return 401, `{"code":0,"message":"401: Unauthorized"}` }
	_, err := commands(t.Context(), Options{Token: fakeToken, HTTP: f.client(), Log: slog.New(slog.DiscardHandler)}, true, quick())
	if err == nil || !strings.Contains(err.Error(), "refused the bot's token") || strings.Contains(err.Error(), "canary") {
		t.Errorf("error %v", err)
	}
	if _, err := Commands(t.Context(), Options{}, true); err == nil {
		t.Error("it ran without a token")
	}
}
