package bot

import (
	"context"
	"strings"
)

// mostChoices is Discord's limit of choices in one completion.
const mostChoices = 25

// Complete returns at most 25 values that complete what a reader has typed of an
// option's value, best first; none for options that are not completed.
func (b *Bot) Complete(ctx context.Context, command, option, typed string) ([]string, error) {
	c, _ := Find(command)
	o, _ := c.Option(option)
	switch o.Kind {
	case Name:
		return b.completeName(ctx, plain(typed))
	case Outlet:
		outlets, err := b.index.Outlets(ctx)
		return startingWith(outlets, typed), err
	case Article:
		return b.completeArticle(ctx, plain(typed))
	case Verb:
		var names []string
		for _, c := range Commands() {
			names = append(names, c.Name)
		}
		return startingWith(names, strings.TrimPrefix(typed, "/")), nil
	}
	return nil, nil
}

func (b *Bot) completeName(ctx context.Context, typed string) ([]string, error) {
	found, err := b.index.Names(ctx, typed, mostChoices)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, f := range found {
		names = append(names, f.Text)
	}
	return names, nil
}

// startingWith returns the values in which a word starts with what was typed.
func startingWith(values []string, typed string) []string {
	var found []string
	typed = strings.ToLower(typed)
	for _, v := range values {
		low := strings.ToLower(v)
		if (strings.HasPrefix(low, typed) || strings.Contains(low, " "+typed)) && len(found) < mostChoices {
			found = append(found, v)
		}
	}
	return found
}
