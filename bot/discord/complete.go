package discord

import (
	"context"
	"errors"
	"slices"
	"strings"

	"storybot/bot"
)

// complete answers an autocompletion: with nothing where anything goes wrong, ctx ends or
// it takes too long, for a reader can always type on.
func (r *router) complete(ctx context.Context, in interaction) {
	found := make(chan []suggestion, 1)
	r.active.Go(func() {
		var list []suggestion
		defer func() { found <- list }()
		defer r.recovered()
		list = r.completions(ctx, in)
	})
	select {
	case list := <-found:
		r.choices(in, list)
	case <-ctx.Done():
		r.choices(in, nil)
	}
}

// suggestion is one value that completes an option, and how the menu shows it.
type suggestion struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// completions asks the bot about the option that the reader is typing. Where nothing
// completes a name, the menu says so, and offers what was typed as it is.
func (r *router) completions(ctx context.Context, in interaction) []suggestion {
	i := slices.IndexFunc(in.Data.Options, func(o optionValue) bool { return o.Focused })
	if i < 0 {
		return nil
	}
	o := in.Data.Options[i]
	typed := strings.TrimSpace(o.text())
	names, err := r.bot.Complete(ctx, in.Data.Name, o.Name, typed)
	if errors.Is(err, context.Canceled) { // the reader has typed on
		return nil
	}
	if err != nil {
		r.log.Warn("a completion failed", "command", in.Data.Name, "option", o.Name, "error", err)
		return nil
	}
	var list []suggestion
	for _, n := range names {
		list = append(list, suggestion{n, n})
	}
	c, _ := bot.Find(in.Data.Name)
	if option, _ := c.Option(o.Name); len(list) == 0 && typed != "" && option.Kind == bot.Name {
		list = append(list, suggestion{clip(visible(typed), maxChoice-units(noSuchName)) + noSuchName, typed})
	}
	return list
}

// noSuchName is said of what a reader typed that is the beginning of no name.
const noSuchName = " (as typed: no such name here)"

// choices sends what completes an option, as far as Discord takes it.
func (r *router) choices(in interaction, found []suggestion) {
	list := []suggestion{}
	known := map[string]bool{"": true}
	for _, s := range found {
		if !known[s.Value] && units(s.Name) <= maxChoice && units(s.Value) <= maxChoice && len(list) < maxChoices {
			known[s.Value] = true
			list = append(list, s)
		}
	}
	r.say(in, response{Type: respondAutocompletes, Data: map[string][]suggestion{"choices": list}})
}
