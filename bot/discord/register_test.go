package discord

import (
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"storybot/bot"
)

func TestCommandsAreWrittenOnlyWhereTheyDiffer(t *testing.T) {
	t.Parallel()
	for _, guild := range []string{"", "5001"} {
		t.Run("guild "+guild, func(t *testing.T) {
			t.Parallel()
			f := newFake(t)
			f.commands["/applications/"+fakeApp+"/commands/1"] = map[string]any{"id": "1", "type": 1, "name": "retired", "description": "x"}
			f.commands["/applications/"+fakeApp+"/guilds/5001/commands/2"] = map[string]any{"id": "2", "type": 1, "name": "tried", "description": "x"}
			api := newAPI(f)
			m := menu{api.call, slog.New(slog.DiscardHandler), fakeApp, guild, []string{"5001"}}
			sync := func() []string {
				f.writes = nil
				if err := m.register(t.Context()); err != nil {
					t.Fatal(err)
				}
				return f.writes
			}
			if w := sync(); len(w) != len(bot.Commands())+len(messageCommands)+2 || !slices.Contains(w, "DELETE retired") || !slices.Contains(w, "DELETE tried") || !slices.Contains(w, "POST who") {
				t.Errorf("first start wrote %v", w)
			}
			if w := sync(); len(w) != 0 {
				t.Errorf("second start wrote %v", w)
			}
			for _, c := range f.commands {
				if c["name"] == "who" {
					c["description"] = "something else"
				}
			}
			if w := sync(); len(w) != 1 || w[0] != "POST who" {
				t.Errorf("after one change %v were written", w)
			}
		})
	}
}

func TestMenuOffersTheRightWidgets(t *testing.T) {
	t.Parallel()
	menu := map[string]slashCommand{}
	for _, c := range slashCommands(bot.Commands(), true) {
		menu[c.Name] = c
		if c.Type == commandMessage {
			continue
		}
		if last := c.Options[len(c.Options)-1]; last.Name != "private" || last.Type != optionBoolean {
			t.Errorf("/%s has no option private", c.Name)
		}
	}
	if c := menu["refresh"]; c.Permissions == nil || *c.Permissions != "32" || !slices.Equal(c.Contexts, []int{0}) {
		t.Errorf("/refresh: %+v", c)
	}
	if c := menu["who"]; c.Permissions != nil || !slices.Equal(c.Contexts, []int{0, 1, 2}) || !slices.Equal(c.IntegrationTypes, []int{0, 1}) {
		t.Errorf("/who: %+v", c)
	}
	if c := menu[checkName]; c.Type != commandMessage || !slices.Equal(c.Contexts, []int{0, 1, 2}) || c.Names["fr"] != "Vérifier" {
		t.Errorf("%s: %+v", checkName, c)
	}
	if c := menu["who"]; c.Names["de"] != "wer" || c.Options[0].Names["fr"] != "nom" || c.Descriptions["fr"] == "" {
		t.Errorf("/who in other languages: %+v", c)
	}
	if o := menu["who"].Options[0]; !o.Autocomplete || !o.Required || o.Type != optionString || o.MaxLength == 0 {
		t.Errorf("name: %+v", o)
	}
	for _, o := range menu["timeline"].Options {
		if o.Name == "limit" && (o.Type != optionInteger || o.MinValue != 1 || o.MaxValue != 1000) {
			t.Errorf("limit: %+v", o)
		}
		if o.Name == "detail" && o.MaxValue != 10 {
			t.Errorf("detail: %+v", o)
		}
		if o.Name == "order" && (!slices.Equal(o.Choices, []suggestion{{"oldest", "oldest"}, {"newest", "newest"}}) || o.MaxLength != 0) {
			t.Errorf("order: %+v", o)
		}
	}
}

// A row that names nothing is a slip: its command would stay English.
func TestEveryRowOfALanguageIsForACommandOrAnOption(t *testing.T) {
	t.Parallel()
	known := map[string]bool{privateOption: true, checkName: true, mentionedName: true, addName: true}
	for _, c := range bot.Commands() {
		known[c.Name] = true
		for _, o := range c.Options {
			known[o.Name], known[c.Name+" "+o.Name] = true, true
		}
	}
	for code, table := range languages {
		for key := range table {
			if !known[key] {
				t.Errorf("%s: nothing is called %q", code, key)
			}
		}
		if len(table) != len(languages["de"]) {
			t.Errorf("%s has %d rows, de %d", code, len(table), len(languages["de"]))
		}
	}
}

// A menu that is half in one language and half in another is hard to read; and of two commands
// of one name Discord refuses one.
func TestEveryCommandAndOptionHasItsWordsInEveryLanguage(t *testing.T) {
	t.Parallel()
	for code := range languages {
		called := map[string]string{}
		for _, c := range slashCommands(bot.Commands(), true) {
			name := c.Names[code]
			if other, twice := called[name]; name == "" || twice {
				t.Errorf("%s: %s is called %q, as %q is", code, c.Name, name, other)
			}
			if called[name] = c.Name; c.Type == commandSlash && c.Descriptions[code] == "" {
				t.Errorf("%s: /%s is described in English", code, c.Name)
			}
			for _, o := range c.Options {
				if o.Names[code] == "" || o.Descriptions[code] == "" {
					t.Errorf("%s: /%s %s: is called %q, and is described as %q", code, c.Name, o.Name, o.Names[code], o.Descriptions[code])
				}
			}
		}
	}
}

func TestStartLogsTheInvitationAndRegisters(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	r := start(t, f, newAnswerer(t), quick(), Options{})
	f.connected()
	deadline := time.Now().Add(atMost)
	for !strings.Contains(r.log.String(), "commands registered") && time.Now().Before(deadline) {
		time.Sleep(5 * time.Millisecond)
	}
	for _, want := range []string{"commands registered", "client_id=" + fakeApp, "scope=bot+applications.commands"} {
		if !strings.Contains(r.log.String(), want) {
			t.Errorf("no %q in the log", want)
		}
	}
}
