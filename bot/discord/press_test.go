package discord

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

// choose chooses in the menu of a message.
func (f *fake) choose(s *socket, shown map[string]any, value string) string {
	m := map[string]any{"id": "2", "components": shown["components"], "flags": shown["flags"]}
	data := map[string]any{"custom_id": contextVersion, "component_type": 3, "values": []any{value}}
	d, token := f.event(typeComponent, data, map[string]any{"message": m})
	s.dispatch(d)
	return token
}

// askAbout sends a command on somebody's message.
func (f *fake) askAbout(s *socket, command string, target map[string]any) string {
	data := map[string]any{"id": "1", "name": command, "type": 3, "target_id": "77", "resolved": map[string]any{"messages": map[string]any{"77": target}}}
	d, token := f.event(typeCommand, data, nil)
	s.dispatch(d)
	return token
}

// menuValues lists what can be chosen in the menus of a message.
func menuValues(m map[string]any) []string {
	raw, _ := json.Marshal(m["components"])
	var cs []component
	_ = json.Unmarshal(raw, &cs)
	var out []string
	for _, row := range cs {
		for _, c := range row.Components {
			for _, o := range c.Options {
				out = append(out, o.Value)
			}
		}
	}
	return out
}

func TestWhatReadersPress(t *testing.T) {
	t.Parallel()
	f, b := newFake(t), newAnswerer(t)
	read := time.Unix(1700000000, 0)
	start(t, f, b, quick(), Options{Fresh: func() time.Time { return read }})
	s := f.connected()
	ask := func(command string, options map[string]any) map[string]any {
		return f.next(f.ask(s, command, options, nil)).data()
	}

	t.Run("the foot tells how fresh the articles are", func(t *testing.T) {
		expectText(t, ask("who", map[string]any{"name": "bridge"}), "-# Articles read <t:1700000000:R>\n-# /who bridge")
	})
	t.Run("the context of the one quote is a button", func(t *testing.T) {
		shown := ask("who", map[string]any{"name": "bridge"})
		r := f.next(f.press(s, shown, button(shown, "Context"), nil))
		expect(t, r, respondMessage, true, "In context", "> Before it. **The quote.** After it.")
		everyone := f.next(f.press(s, r.data(), button(r.data(), "Show to everyone"), nil))
		expect(t, everyone, respondMessage, false, "> Before it. **The quote.** After it.")
	})
	t.Run("that of several is chosen in a menu", func(t *testing.T) {
		shown := ask("timeline", map[string]any{"topic": "few"})
		values := menuValues(shown)
		if len(values) != 2 {
			t.Fatalf("the menu has %q", values)
		}
		expect(t, f.next(f.choose(s, shown, values[1])), respondMessage, true, "In context")
		r := f.next(f.choose(s, shown, "0-5-deadbeef-of-another"))
		expect(t, r, respondMessage, true, "The article is gone: please ask again.")
		if line := button(r.data(), "Ask again"); line != "s1:/timeline few" {
			t.Errorf("the next step is %q", line)
		}
	})
	t.Run("a private answer can be shown to everyone, page by page", func(t *testing.T) {
		shown := ask("timeline", map[string]any{"topic": "bridge", "private": true})
		second := f.next(f.press(s, shown, button(shown, "▶"), nil))
		if second.body["type"] != float64(respondEdit) {
			t.Errorf("the page turns with %v", second.body["type"])
		}
		r := f.next(f.press(s, second.data(), button(second.data(), "Show to everyone"), nil))
		expect(t, r, respondMessage, false)
		if quotes := quotesIn(t, r.data()); strings.Join(quotes, "") != strings.Join(quotesIn(t, second.data()), "") || len(quotes) == 0 {
			t.Errorf("shown to everyone: %q", quotes)
		}
		if button(r.data(), "Show to everyone") != "" {
			t.Error("what everyone sees can be shown to everyone")
		}
	})
	t.Run("also what is new since the reader last asked", func(t *testing.T) {
		shown := ask("latest", map[string]any{"private": true})
		second := f.next(f.press(s, shown, button(shown, "▶"), nil))
		expect(t, second, respondEdit, false, "On day")
		r := f.next(f.press(s, second.data(), button(second.data(), "Show to everyone"), nil))
		expect(t, r, respondMessage, false)
		if quotes := quotesIn(t, r.data()); strings.Join(quotes, "") != strings.Join(quotesIn(t, second.data()), "") || len(quotes) == 0 {
			t.Errorf("shown to everyone: %q", quotes)
		}
		expect(t, f.next(f.ask(s, "latest", nil, nil)), respondMessage, true, "Nothing has come since.")
	})
	t.Run("also one with a long line", func(t *testing.T) {
		shown := ask("timeline", map[string]any{"topic": strings.Repeat("very ", 18) + "long", "private": true})
		r := f.next(f.press(s, shown, button(shown, "Show to everyone"), nil))
		expect(t, r, respondMessage, false, "very very long")
	})
	t.Run("but not where nobody else is", func(t *testing.T) {
		there := map[string]any{"context": 1, "member": nil, "user": map[string]any{"id": "1"}}
		r := f.next(f.ask(s, "who", map[string]any{"name": "bridge", "private": true}, there))
		if expect(t, r, respondMessage, true); button(r.data(), "Show to everyone") != "" {
			t.Error("it can be shown to everyone")
		}
	})
	t.Run("nothing found is told to the reader alone, with what may be meant", func(t *testing.T) {
		r := f.next(f.ask(s, "who", map[string]any{"name": "nothing"}, nil))
		expect(t, r, respondMessage, true, "Nothing here mentions it.")
		if button(r.data(), "Bridge?") != "s1:/who bridge" || button(r.data(), "Show to everyone") != "" {
			t.Errorf("components %v", r.data()["components"])
		}
	})
	t.Run("a mistake comes with the way out", func(t *testing.T) {
		r := f.next(f.ask(s, "who", map[string]any{"name": "wrong"}, nil))
		help := f.next(f.press(s, r.data(), button(r.data(), "How /who works"), nil))
		expect(t, help, respondMessage, true, "-# /help who")
	})
	t.Run("a name without a match is offered as typed", func(t *testing.T) {
		d, token := f.event(typeAutocomplete, commandData("who", map[string]any{"name": "none such"}, "name"), nil)
		s.dispatch(d)
		choices, _ := f.next(token).data()["choices"].([]any)
		if len(choices) != 1 || choices[0].(map[string]any)["value"] != "none such" || !strings.Contains(choices[0].(map[string]any)["name"].(string), "no such name") {
			t.Errorf("choices %v", choices)
		}
	})
}

func TestCommandsOnMessages(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	start(t, f, newAnswerer(t), quick(), Options{})
	s := f.connected()
	target := map[string]any{
		"id": "77", "content": "The bridge cost three crowns.", "embeds": []any{map[string]any{"title": "A", "description": "preview"}},
		"components": []any{map[string]any{"type": 10, "content": "of a bot"}},
	}
	expect(t, f.next(f.askAbout(s, checkName, target)), respondMessage, true, "The bridge cost three crowns.\nA\npreview\nof a bot", "### another number\n> The bridge cost **two** crowns.")
	target["components"] = []any{map[string]any{"type": 99, "content": map[string]any{}}, 5}
	r := f.next(f.askAbout(s, mentionedName, target))
	expect(t, r, respondMessage, true, "**Bridge** in 2 articles")
	expect(t, f.next(f.press(s, r.data(), button(r.data(), "Bridge"), nil)), respondMessage, true, "Harbour Bridge")
	expect(t, f.next(f.askAbout(s, mentionedName, map[string]any{"id": "77", "content": ""})), respondMessage, true, "no words to look for")
	forward := map[string]any{"id": "77", "content": "", "message_snapshots": []any{map[string]any{"message": map[string]any{
		"content": "It was forwarded.", "embeds": []any{map[string]any{"title": "B", "fields": []any{map[string]any{"name": "Cost", "value": "two crowns"}}}},
	}}}}
	expect(t, f.next(f.askAbout(s, checkName, forward)), respondMessage, true, "It was forwarded.\nB\n", "Cost\ntwo crowns")
	expect(t, f.next(f.askAbout(s, "Retired", target)), respondMessage, true, "from before a change of the bot")
	d, token := f.event(typeCommand, map[string]any{"name": checkName, "type": 3, "target_id": "78"}, nil)
	s.dispatch(d)
	expect(t, f.next(token), respondMessage, true, "from before a change of the bot")
}
