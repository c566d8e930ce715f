package discord

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/png"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// The checks below know Discord's rules by themselves, and nothing of the code that
// keeps them.

type counts struct{ components, chars, weight int }

func chars(s string) int { return len(utf16.Encode([]rune(s))) }

// checking is one look at a message.
type checking struct {
	counts
	ids   map[string]bool // of buttons
	shown map[string]bool // names of files that components show
	bad   func(format string, args ...any)
}

// problems lists what Discord would refuse in a message with these files.
func problems(m map[string]any, files []sentFile) []string {
	var out []string
	bad := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	for key := range m {
		if !slices.Contains([]string{"flags", "components", "allowed_mentions", "attachments", "content"}, key) {
			bad("field %q", key)
		}
	}
	flags, _ := m["flags"].(float64)
	content, plain := m["content"].(string)
	if plain == (int(flags)&(1<<15) != 0) {
		bad("flags %v: a message has content, or is one of components", m["flags"])
	}
	if plain && (strings.TrimSpace(content) == "" || chars(content) > 2000) {
		bad("content of %d characters", chars(content))
	}
	if raw, _ := json.Marshal(m["allowed_mentions"]); string(raw) != `{"parse":[]}` {
		bad("allowed_mentions %s", raw)
	}
	n := &checking{ids: map[string]bool{}, shown: map[string]bool{}, bad: bad}
	list, _ := m["components"].([]any)
	if len(list) == 0 && !plain {
		bad("no components")
	}
	for _, c := range list {
		if plain && c.(map[string]any)["type"] != 1.0 || plain && len(list) > 5 {
			bad("a plain message with the component %v", c)
		}
		n.component(c.(map[string]any), 0)
	}
	if n.components > 40 || n.chars > 4000 || n.weight > 10170 {
		bad("too large: %+v", n.counts)
	}
	attachments, ok := m["attachments"].([]any)
	if !ok {
		bad("no list of attachments: an edit would keep what is there")
	}
	n.attachments(attachments, files)
	return out
}

// children gives the types that may stand in a component, 0 for the message itself.
var children = map[int][]int{0: {1, 9, 10, 12, 13, 17}, 1: {2, 3}, 9: {10}, 17: {1, 9, 10, 12, 13, 14}}

// safeName is what Discord leaves of a file's name as it is.
var safeName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*\.(png|md|ics)$`)

// attachments checks that each names its file and is shown, and that all files are named.
func (n *checking) attachments(list []any, files []sentFile) {
	if len(list) != len(files) || len(files) != len(n.shown) || len(files) > 10 {
		n.bad("%d attachments, %d files, %d of them shown", len(list), len(files), len(n.shown))
		return
	}
	for i, f := range files {
		a := list[i].(map[string]any)
		if a["id"] != float64(i) || a["filename"] != f.name || f.field != fmt.Sprintf("files[%d]", i) || !n.shown[f.name] {
			n.bad("attachment %v for the file %s, %s", a, f.field, f.name)
		}
		if d, given := a["description"].(string); chars(d) > 1024 || given && d == "" {
			n.bad("a description of %d characters", chars(d))
		}
		if !safeName.MatchString(f.name) || len(f.content) == 0 || len(f.content) > 10<<20 {
			n.bad("a file %q of %d bytes", f.name, len(f.content))
		}
		if strings.HasSuffix(f.name, ".png") {
			if _, err := png.Decode(bytes.NewReader(f.content)); err != nil || f.mediaType != "image/png" {
				n.bad("%s, %s: %v", f.name, f.mediaType, err)
			}
		}
	}
}

// media notes the file that a component shows.
func (n *checking) media(v any) {
	m, _ := v.(map[string]any)
	address, _ := m["url"].(string)
	name, ok := strings.CutPrefix(address, "attachment://")
	if !ok || n.shown[name] {
		n.bad("media %v, shown twice: %v", v, n.shown[name])
	}
	n.shown[name] = true
}

func (n *checking) gallery(items []any) {
	if len(items) < 1 || len(items) > 10 {
		n.bad("gallery of %d", len(items))
	}
	for _, i := range items {
		i := i.(map[string]any)
		n.media(i["media"])
		d, given := i["description"].(string)
		if chars(d) > 1024 || given && d == "" {
			n.bad("a description of %d characters", chars(d))
		}
		n.weight += len(d)
	}
}

func (n *checking) component(c map[string]any, parent int) {
	bad := n.bad
	kind := int(c["type"].(float64))
	n.components++
	if !slices.Contains(children[parent], kind) && parent >= 0 {
		bad("component %d in %d", kind, parent)
	}
	inner, _ := c["components"].([]any)
	for _, i := range inner {
		n.component(i.(map[string]any), kind)
	}
	content, _ := c["content"].(string)
	switch kind {
	case 1:
		if len(inner) < 1 || len(inner) > 5 {
			bad("row of %d", len(inner))
		}
		for _, i := range inner {
			if i.(map[string]any)["type"] == 3.0 && len(inner) > 1 {
				bad("a menu that shares its row")
			}
		}
	case 2:
		n.button(c)
	case 3:
		n.menu(c)
	case 9:
		accessory, ok := c["accessory"].(map[string]any)
		if !ok || len(inner) < 1 || len(inner) > 3 {
			bad("section of %d, accessory %v", len(inner), c["accessory"])
			return
		}
		n.component(accessory, -1)
	case 10:
		if strings.TrimSpace(content) == "" {
			bad("empty text")
		}
		n.chars += chars(content)
		n.weight += len(content) + 12
	case 12:
		items, _ := c["items"].([]any)
		n.gallery(items)
	case 13:
		n.media(c["file"])
	}
}

// menu checks a select menu.
func (n *checking) menu(c map[string]any) {
	id, _ := c["custom_id"].(string)
	if id == "" || chars(id) > 100 || n.ids[id] {
		n.bad("menu %q, twice: %v", id, n.ids[id])
	}
	n.ids[id] = true
	if text, _ := c["placeholder"].(string); chars(text) > 150 {
		n.bad("placeholder %q", text)
	}
	options, _ := c["options"].([]any)
	if len(options) < 1 || len(options) > 25 {
		n.bad("menu of %d", len(options))
	}
	values := map[string]bool{}
	for _, o := range options {
		o := o.(map[string]any)
		label, _ := o["label"].(string)
		value, _ := o["value"].(string)
		more, given := o["description"].(string)
		if label == "" || chars(label) > 100 || value == "" || chars(value) > 100 || values[value] || chars(more) > 100 || given && more == "" {
			n.bad("choice %v, twice: %v", o, values[value])
		}
		values[value] = true
		n.weight += len(label) + len(more)
	}
}

func (n *checking) button(c map[string]any) {
	bad, ids := n.bad, n.ids
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

func checkMessage(t *testing.T, m map[string]any, files ...sentFile) {
	t.Helper()
	for _, p := range problems(m, files) {
		raw, _ := json.Marshal(m)
		t.Errorf("Discord would refuse %s\n%s", p, raw)
	}
}

// checkFlags checks what only the way of a message decides: an edit cannot change who
// sees it.
func checkFlags(t *testing.T, r request) {
	t.Helper()
	allowed := 1<<2 | 1<<15
	if r.method == "POST" {
		allowed |= 1 << 6
	}
	if flags, _ := r.body["flags"].(float64); int(flags)&^allowed != 0 {
		t.Errorf("%s with flags %v", r.method, flags)
	}
}

// checkCallback checks an interaction's callback.
func checkCallback(t *testing.T, body map[string]any, files ...sentFile) {
	t.Helper()
	data, _ := body["data"].(map[string]any)
	switch body["type"] {
	case 4.0, 7.0:
		checkMessage(t, data, files...)
		if flags, _ := data["flags"].(float64); body["type"] == 7.0 && int(flags)&64 != 0 {
			t.Errorf("an edit with flags %v", flags)
		}
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

// commandName is what Discord takes as the name of a slash command or an option, in any
// language.
var commandName = regexp.MustCompile(`^[-_'’\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

// checkCommand checks a command of the menu.
func checkCommand(t *testing.T, c map[string]any) {
	t.Helper()
	onMessage := c["type"] == 3.0
	if c["type"] != 1.0 && !onMessage {
		t.Errorf("type %v of %v", c["type"], c["name"])
	}
	// text returns the most characters that a text has in any language.
	text := func(m map[string]any, key string, most int) int {
		all := map[string]any{"en": m[key]}
		languages, _ := m[key+"_localizations"].(map[string]any)
		for code, s := range languages {
			if code != "de" && code != "fr" {
				t.Errorf("language %q", code)
			}
			all[code] = s
		}
		longest := 0
		for code, s := range all {
			s, _ := s.(string)
			empty := s == "" && !(onMessage && key == "description")
			name := key != "name" || onMessage || commandName.MatchString(s) && s == strings.ToLower(s)
			if empty || chars(s) > most || !name {
				t.Errorf("%s %q of %v in %s", key, s, m["name"], code)
			}
			longest = max(longest, chars(s))
		}
		return longest
	}
	total := text(c, "name", 32) + text(c, "description", 100)
	options, _ := c["options"].([]any)
	if len(options) > 25 || onMessage && (c["options"] != nil || c["description"] != "") {
		t.Errorf("%v: %d options", c["name"], len(options))
	}
	optional := false
	called := map[string]bool{}
	for _, o := range options {
		o := o.(map[string]any)
		total += text(o, "name", 32) + text(o, "description", 100)
		names, _ := o["name_localizations"].(map[string]any)
		for code, name := range names {
			if key := code + fmt.Sprint(name); called[key] {
				t.Errorf("/%v: two options are called %v in %s", c["name"], name, code)
			} else {
				called[key] = true
			}
		}
		if o["required"] == true && optional {
			t.Errorf("/%v: required %v after an optional one", c["name"], o["name"])
		}
		optional = optional || o["required"] != true
		choices, _ := o["choices"].([]any)
		if o["autocomplete"] == true && (o["type"] != 3.0 || len(choices) > 0) || len(choices) > 25 || len(choices) > 0 && o["max_length"] != nil {
			t.Errorf("/%v: autocomplete of %v", c["name"], o)
		}
	}
	if total > 8000 {
		t.Errorf("/%v: %d characters", c["name"], total)
	}
}
