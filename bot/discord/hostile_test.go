package discord

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"storybot/bot"
	"storybot/corpus"
)

// alive finds what would ping somebody, or be a link or a picture, where no backslash takes
// its meaning away.
var alive = regexp.MustCompile("(?:^|[^\\\\])(?:\\\\\\\\)*(@everyone|@here|<@|<#|<a?:|\\]\\(|https?://|```)")

// invisible are characters that hide or turn what stands beside them.
const invisible = "\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF\x00"

// links lists the addresses of all buttons of a message, and labels what they and the rows
// of menus say.
func linksAndLabels(m map[string]any) (links, labels []string) {
	raw, _ := json.Marshal(m["components"])
	var cs []component
	_ = json.Unmarshal(raw, &cs)
	var walk func([]component)
	walk = func(cs []component) {
		for _, c := range cs {
			if c.URL != "" {
				links = append(links, c.URL)
			}
			labels = append(labels, c.Label)
			for _, o := range c.Options {
				labels = append(labels, o.Label, o.Description)
			}
			if c.Accessory != nil {
				walk([]component{*c.Accessory})
			}
			walk(c.Components)
		}
	}
	walk(cs)
	return links, labels
}

func FuzzAnAnswerOfAnyTextKeepsItsPromises(f *testing.F) {
	for _, s := range []string{
		"The bridge opened.", "**bold** _it_ `code` ||spoiler|| [a link](https://evil.example) ![x](y)", "@everyone <@1> <@&2> <#3> <:x:4> <t:1:R> @here",
		"a\u200Bb \u202Eesrever\u202C \u2066x\u2069 \uFEFF", "```\n> fenced\n```\n> quoted\n-# small\n# head", strings.Repeat("word", 2500),
		strings.Repeat("A sentence of some words. ", 400), "‹U+202E› is text", "漢字。かな。", "مرحبا بالعالم", "\\\\\\ \\*", "https://a.example/x_y_z?q=(1)",
	} {
		f.Add(s, s, "https://ferryman.example/a")
	}
	f.Fuzz(func(t *testing.T, text, beside, address string) {
		if !utf8.ValidString(text) || strings.TrimSpace(text) == "" || len(text) > 50_000 || len(beside) > 20_000 {
			t.Skip("an article's text is valid UTF-8, and says something")
		}
		q := bot.Quote{
			Text: text, Span: corpus.Span{End: len(text)}, Highlight: []corpus.Span{{Start: len(text) / 3, End: len(text) / 2}}, Label: beside, Link: address,
			Article: bot.Reference{ID: beside, Path: beside, Source: corpus.Source{Title: beside, Outlet: beside, URL: address}},
			Also:    []bot.Reference{{Source: corpus.Source{Outlet: beside}}},
		}
		a := bot.Answer{Answered: true, Title: beside, Note: beside, Quotes: []bot.Quote{q, q}, Facts: []bot.Fact{{Label: beside, Value: beside}},
			Steps: []bot.Step{{Label: beside, Line: "/who " + beside}}}
		v := view{request: bot.Request{Command: "ask", Options: map[string]string{"question": beside}}, answer: a, private: true}
		var got []string
		for i, parts := range v.paginate() {
			p := payload(t, v.frame(parts, i+1, 9))
			checkMessage(t, p)
			got = append(got, quotesIn(t, p)...)
			shown := texts(p)
			if m := alive.FindString(shown); m != "" {
				t.Errorf("%q is alive in %q", m, shown)
			}
			links, labels := linksAndLabels(p)
			for _, l := range links {
				if l != address {
					t.Errorf("a link leads to %q, want %q", l, address)
				}
			}
			if all := shown + strings.Join(labels, ""); strings.ContainsAny(all, invisible) {
				t.Errorf("invisible characters in %q", all)
			}
		}
		if len(got) != 2 {
			t.Fatalf("%d quotes arrived of 2", len(got))
		}
		for _, g := range got {
			if !strings.Contains(text, g) || len(g) < len(text) && len(escape(text)) < 1000 {
				t.Errorf("%q arrived as %q", text, g)
			}
		}
	})
}
