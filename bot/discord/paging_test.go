package discord

import (
	"fmt"
	"strings"
	"testing"
)

func TestPagesTurnAfterARestart(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	first := start(t, f, newAnswerer(t), quick(), Options{})
	s := f.connected()
	token := f.ask(s, "timeline", map[string]any{"topic": "bridge"}, nil)
	shown := f.next(token).data()
	expectText(t, shown, "### <t:1614600000:D>", "On day 0")
	if button(shown, "◀") != "" || button(shown, "▶") == "" {
		t.Fatalf("buttons of the first page: %v", shown["components"])
	}
	first.stop()
	first.wait(t)

	b := newAnswerer(t)
	start(t, f, b, quick(), Options{})
	s = f.connected()
	seen := texts(shown)
	for page := 2; button(shown, "▶") != ""; page++ {
		r := f.next(f.press(s, shown, button(shown, "▶"), nil))
		expect(t, r, respondEdit, false)
		shown = r.data()
		seen += texts(shown)
	}
	for i := range 30 {
		if n := strings.Count(seen, fmt.Sprintf("On day %d the", i)); n != 1 {
			t.Errorf("quote %d stands on %d pages", i, n)
		}
	}
	back := f.next(f.press(s, shown, button(shown, "◀"), nil))
	expect(t, back, respondEdit, false)

	t.Run("another reader gets a copy", func(t *testing.T) {
		other := map[string]any{"member": map[string]any{"user": map[string]any{"id": "7002"}, "permissions": "0"}}
		r := f.next(f.press(s, shown, button(shown, "◀"), other))
		expect(t, r, respondMessage, true)
		if texts(r.data()) != texts(back.data()) {
			t.Error("the copy shows another page")
		}
	})
	t.Run("a line too long for a button is read from the message", func(t *testing.T) {
		topic := "bridge_of *sighs* & <@1> " + strings.Repeat("très long ", 10)
		token := f.ask(s, "timeline", map[string]any{"topic": topic, "order": "oldest"}, nil)
		shown := f.next(token).data()
		r := f.next(f.press(s, shown, button(shown, "▶"), nil))
		expect(t, r, respondEdit, false)
		if !strings.Contains(unescape(texts(r.data())), strings.TrimSpace(topic)) {
			t.Errorf("the question is lost: %s", texts(r.data()))
		}
		r = f.next(f.press(s, map[string]any{"flags": 0, "components": []any{}}, button(shown, "▶"), nil))
		expect(t, r, respondMessage, true, "please ask again")
	})
	t.Run("a page that is gone is asked for kindly", func(t *testing.T) {
		b.gone.Store(true)
		r := f.next(f.press(s, shown, button(shown, "◀"), nil))
		expect(t, r, respondMessage, true, "The articles have changed since this was asked")
	})
}

func TestPressesThatAreNoneOfOurs(t *testing.T) {
	t.Parallel()
	for _, id := range []string{
		"", "p1", "p1:", "p1:x:/who a", "p2:1:/who a", "p1:1:who a", "p1:1:/nosuch", "p1:1#0000", "p1:99999999999999999999:/who a",
	} {
		if _, _, ok := pageOf(id, nil); ok {
			t.Errorf("%q is read", id)
		}
	}
}
