package discord

import "testing"

func TestALongRefreshTellsHowFarItIs(t *testing.T) {
	t.Parallel()
	f := newFake(t)
	b := newAnswerer(t)
	start(t, f, b, hurried(), Options{})
	s := f.connected()
	manager := map[string]any{"member": map[string]any{"user": map[string]any{"id": fakeAskedBy}, "permissions": "32"}}
	token := f.ask(s, "refresh", nil, manager)
	if r := f.next(token); r.body["type"] != float64(respondDeferred) {
		t.Fatalf("first comes a callback of type %v", r.body["type"])
	}
	expectText(t, f.next(token).body, "Reading: 7 articles so far.")
	close(b.slow)
	expectText(t, f.next(token).body, "3 articles added, 1 changed.")
}
