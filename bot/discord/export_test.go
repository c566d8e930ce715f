package discord

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

// exportedBy returns the names of the files of a request.
func exportedBy(r request) []string {
	var names []string
	for _, f := range r.files {
		names = append(names, f.name)
	}
	return names
}

func TestATimelineIsExportedAfterARestart(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	first := start(t, f, newAnswerer(t), quick(), Options{Picture: bars, AltText: says})
	s := f.connected()
	shown := f.next(f.ask(s, "timeline", map[string]any{"topic": "bridge"}, nil)).data()
	first.stop()
	first.wait(t)

	b := newAnswerer(t)
	start(t, f, b, quick(), Options{Picture: bars, AltText: says})
	s = f.connected()
	both := []string{"timeline-harbour-bridge.md", "timeline-harbour-bridge.ics"}
	r := f.next(f.press(s, shown, button(shown, "Export"), nil))
	expect(t, r, respondMessage, true, "All that was found, 30 quotes, as Markdown and as a calendar.")
	if names := exportedBy(r); !slices.Equal(names, both) {
		t.Fatalf("files %q", names)
	}
	if text := string(r.files[0].content); strings.Count(text, "\n> On day") != 30 {
		t.Errorf("the Markdown file has not all quotes:\n%s", text)
	}
	if text := string(r.files[1].content); strings.Count(text, "BEGIN:VEVENT") != 30 {
		t.Errorf("the calendar has not all days:\n%s", text)
	}
	if kinds := []string{r.files[0].mediaType, r.files[1].mediaType}; !strings.HasPrefix(kinds[0], "text/markdown") || !strings.HasPrefix(kinds[1], "text/calendar") {
		t.Errorf("media types %q", kinds)
	}

	t.Run("from any page", func(t *testing.T) {
		second := f.next(f.press(s, shown, button(shown, "▶"), nil)).data()
		r := f.next(f.press(s, second, button(second, "Export"), nil))
		expect(t, r, respondMessage, true, "30 quotes")
	})
	t.Run("by another reader", func(t *testing.T) {
		other := map[string]any{"member": map[string]any{"user": map[string]any{"id": "7002"}, "permissions": "0"}}
		r := f.next(f.press(s, shown, button(shown, "Export"), other))
		expect(t, r, respondMessage, true, "30 quotes")
	})
	t.Run("a line too long for a button is read from the message", func(t *testing.T) {
		topic := "bridge_of *sighs* & <@1> " + strings.Repeat("très long ", 10)
		shown := f.next(f.ask(s, "timeline", map[string]any{"topic": topic}, nil)).data()
		if len(galleries(shown)) != 1 || !strings.Contains(button(shown, "Export"), "#") {
			t.Fatalf("button %q", button(shown, "Export"))
		}
		r := f.next(f.press(s, asReceived(shown), button(shown, "Export"), nil))
		expect(t, r, respondMessage, true, "30 quotes")
		r = f.next(f.press(s, map[string]any{"flags": 0, "components": []any{}}, button(shown, "Export"), nil))
		expect(t, r, respondMessage, true, "please ask again")
	})
	t.Run("a calendar needs dates", func(t *testing.T) {
		shown := f.next(f.ask(s, "timeline", map[string]any{"topic": "undated"}, nil)).data()
		r := f.next(f.press(s, shown, button(shown, "Export"), nil))
		expect(t, r, respondMessage, true, "30 quotes, as Markdown.")
		if names := exportedBy(r); !slices.Equal(names, both[:1]) {
			t.Errorf("files %q", names)
		}
	})
	t.Run("files keep the limit of the place", func(t *testing.T) {
		r := f.next(f.press(s, shown, button(shown, "Export"), map[string]any{"attachment_size_limit": len(r.files[0].content)}))
		if names := exportedBy(r); !slices.Equal(names, both[:1]) && !slices.Equal(names, both[1:]) {
			t.Errorf("files %q: want the smaller one", names)
		}
		r = f.next(f.press(s, shown, button(shown, "Export"), map[string]any{"attachment_size_limit": 10}))
		expect(t, r, respondMessage, true, "too large for a file here")
	})
	t.Run("other answers have no such button", func(t *testing.T) {
		shown := f.next(f.ask(s, "who", map[string]any{"name": "bridge"}, nil)).data()
		if id := button(shown, "Export"); id != "" {
			t.Errorf("button %q", id)
		}
	})
	t.Run("what is gone is asked for kindly", func(t *testing.T) {
		b.gone.Store(true)
		r := f.next(f.press(s, shown, button(shown, "Export"), nil))
		expect(t, r, respondMessage, true, "there is nothing left to export")
	})
}

// asReceived is a message as Discord hands it back: with more of each picture, and its
// own address.
func asReceived(m map[string]any) map[string]any {
	for _, c := range m["components"].([]any) {
		inner, _ := c.(map[string]any)["components"].([]any)
		for _, i := range inner {
			items, _ := i.(map[string]any)["items"].([]any)
			for _, item := range items {
				item.(map[string]any)["spoiler"] = false
				item.(map[string]any)["media"] = map[string]any{
					"url": "https://cdn.discordapp.example/attachments/1/2/timeline.png", "proxy_url": "x", "width": 2, "height": 30, "content_type": "image/png",
				}
			}
		}
	}
	return m
}

func TestAnExportThatTakesLongIsEditedIn(t *testing.T) {
	t.Parallel()
	f, b := newFake(t), newAnswerer(t)
	start(t, f, b, hurried(), Options{})
	s := f.connected()
	on := map[string]any{"flags": 0, "components": []any{}}
	token := f.press(s, on, "x1:/timeline slow", nil)
	expect(t, f.next(token), respondDeferred, true)
	close(b.slow)
	if r := f.next(token); r.method != http.MethodPatch || len(r.files) != 2 {
		t.Errorf("%s with files %q: want an edit with two", r.method, exportedBy(r))
	}
}

func TestWhereDiscordTakesNoFilesAnExportSaysSo(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	f.refuse = func(r request) (int, string) {
		if len(r.files) > 0 {
			return http.StatusForbidden, `{"code":50013,"message":"Missing Permissions"}`
		}
		return 0, ""
	}
	start(t, f, newAnswerer(t), quick(), Options{})
	token := f.press(f.connected(), map[string]any{"flags": 0, "components": []any{}}, "x1:/timeline bridge", nil)
	expect(t, f.next(token), respondMessage, true, "Discord takes no files here.")
}

func TestPressesOfExportThatAreNoneOfOurs(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"", "x1", "x1:", "x1:/refresh", "x1:/who a", "x1/timeline a", "x2:/timeline a", "x1#0000", "x1:timeline a"} {
		if r, ok := exportOf(id, nil); ok {
			t.Errorf("%q is read as %v", id, r)
		}
	}
}
