package discord

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// The checks below know Discord's rules by themselves, and nothing of the code that
// keeps them.

type counts struct{ components, chars, weight int }

func chars(s string) int { return len(utf16.Encode([]rune(s))) }

// problems lists what Discord would refuse in a message.
func problems(m map[string]any) []string {
	var out []string
	bad := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	for key := range m {
		if !slices.Contains([]string{"flags", "components", "allowed_mentions"}, key) {
			bad("field %q", key)
		}
	}
	if flags, _ := m["flags"].(float64); int(flags)&(1<<15) == 0 {
		bad("flags %v: not a message of components", m["flags"])
	}
	if raw, _ := json.Marshal(m["allowed_mentions"]); string(raw) != `{"parse":[]}` {
		bad("allowed_mentions %s", raw)
	}
	var n counts
	ids := map[string]bool{}
	list, _ := m["components"].([]any)
	if len(list) == 0 {
		bad("no components")
	}
	for _, c := range list {
		checkComponent(c.(map[string]any), 0, &n, ids, bad)
	}
	if n.components > 40 || n.chars > 4000 || n.weight > 10170 {
		bad("too large: %+v", n)
	}
	return out
}

// children gives the types that may stand in a component, 0 for the message itself.
var children = map[int][]int{0: {1, 9, 10, 17}, 1: {2}, 9: {10}, 17: {1, 9, 10, 14}}

func checkComponent(c map[string]any, parent int, n *counts, ids map[string]bool, bad func(string, ...any)) {
	kind := int(c["type"].(float64))
	n.components++
	if !slices.Contains(children[parent], kind) && parent >= 0 {
		bad("component %d in %d", kind, parent)
	}
	inner, _ := c["components"].([]any)
	for _, i := range inner {
		checkComponent(i.(map[string]any), kind, n, ids, bad)
	}
	content, _ := c["content"].(string)
	switch kind {
	case 1:
		if len(inner) < 1 || len(inner) > 5 {
			bad("row of %d", len(inner))
		}
	case 2:
		checkButton(c, ids, bad)
	case 9:
		accessory, ok := c["accessory"].(map[string]any)
		if !ok || len(inner) < 1 || len(inner) > 3 {
			bad("section of %d, accessory %v", len(inner), c["accessory"])
			return
		}
		checkComponent(accessory, -1, n, ids, bad)
	case 10:
		if strings.TrimSpace(content) == "" {
			bad("empty text")
		}
		n.chars += chars(content)
		n.weight += len(content) + 12
	}
}

func checkButton(c map[string]any, ids map[string]bool, bad func(string, ...any)) {
	id, _ := c["custom_id"].(string)
	address, _ := c["url"].(string)
	label, _ := c["label"].(string)
	if label == "" || chars(label) > 80 {
		bad("label %q", label)
	}
	if c["style"] == 5.0 {
		u, err := url.Parse(address)
		if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") || chars(address) > 512 || id != "" {
			bad("link %q, id %q", address, id)
		}
		return
	}
	if address != "" || id == "" || chars(id) > 100 || ids[id] {
		bad("button %q, url %q, twice: %v", id, address, ids[id])
	}
	ids[id] = true
}

func checkMessage(t *testing.T, m map[string]any) {
	t.Helper()
	for _, p := range problems(m) {
		raw, _ := json.Marshal(m)
		t.Errorf("Discord would refuse %s\n%s", p, raw)
	}
}

// checkCallback checks an interaction's callback.
func checkCallback(t *testing.T, body map[string]any) {
	t.Helper()
	data, _ := body["data"].(map[string]any)
	switch body["type"] {
	case 4.0, 7.0:
		checkMessage(t, data)
	case 5.0:
		if flags, _ := data["flags"].(float64); len(data) > 1 || int(flags)&^64 != 0 {
			t.Errorf("a deferral takes only EPHEMERAL: %v", data)
		}
	case 6.0:
		if data != nil {
			t.Errorf("a deferred edit takes nothing: %v", data)
		}
	case 8.0:
		list, ok := data["choices"].([]any)
		if !ok || len(list) > 25 {
			t.Errorf("choices %v", data)
		}
		for _, c := range list {
			name, value := c.(map[string]any)["name"].(string), c.(map[string]any)["value"].(string)
			if name == "" || value == "" || chars(name) > 100 || chars(value) > 100 {
				t.Errorf("choice %v", c)
			}
		}
	default:
		t.Errorf("callback of type %v", body["type"])
	}
}

// checkCommand checks a command of the menu.
func checkCommand(t *testing.T, c map[string]any) {
	t.Helper()
	text := func(m map[string]any, key string, most int) int {
		s, _ := m[key].(string)
		if s == "" || chars(s) > most {
			t.Errorf("%s %q of %v", key, s, m["name"])
		}
		return chars(s)
	}
	total := text(c, "name", 32) + text(c, "description", 100)
	options, _ := c["options"].([]any)
	if len(options) > 25 {
		t.Errorf("%d options", len(options))
	}
	optional := false
	for _, o := range options {
		o := o.(map[string]any)
		total += text(o, "name", 32) + text(o, "description", 100)
		if o["required"] == true && optional {
			t.Errorf("/%v: required %v after an optional one", c["name"], o["name"])
		}
		optional = optional || o["required"] != true
		if o["autocomplete"] == true && o["type"] != 3.0 {
			t.Errorf("/%v: autocomplete of %v", c["name"], o)
		}
	}
	if total > 8000 {
		t.Errorf("/%v: %d characters", c["name"], total)
	}
}
