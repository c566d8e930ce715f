package bot

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"storybot/corpus"
	"storybot/index"
)

// mostSteps is how many next steps an answer offers.
const mostSteps = 5

// steps returns what a reader may want to ask after an answer. A step that could not be
// found is left out: the answer stands without it.
func (b *Bot) steps(ctx context.Context, r Request, a Answer) []Step {
	var s stepList
	switch {
	case r.Command == "ask":
		b.named(ctx, &s, r.Options["question"], a)
	case r.Command != "help":
		b.further(ctx, &s, r, a)
	case r.Options["command"] == "":
		b.first(ctx, &s)
	}
	if nothing := !a.Answered && len(a.Quotes) == 0; nothing && len(s.steps) == 0 && speaksOfArticles(r.Command) {
		b.covered(ctx, &s)
	}
	return s.steps
}

// further adds what else can be asked of an answer and the names that it is on.
func (b *Bot) further(ctx context.Context, s *stepList, r Request, a Answer) {
	s.whole(r, a.Found)
	if !a.Answered && len(a.Quotes) == 0 {
		b.meant(ctx, s, r)
	}
	for _, name := range []string{r.Options["name"], r.Options["topic"], r.Options["a"], r.Options["b"]} {
		b.about(ctx, s, r.Command, name)
	}
}

// covered adds the step to what the articles cover, where there are any.
func (b *Bot) covered(ctx context.Context, s *stepList) {
	if n, _, err := b.index.Counts(ctx); err == nil && n > 0 {
		s.add("What the articles cover", "coverage", nil)
	}
}

// whole adds the step to all of an answer that a limit cut short, or to as much as can be
// asked for.
func (s *stepList) whole(r Request, found int) {
	all := r.with("limit", strconv.Itoa(min(found, MaxLimit)))
	if found == 0 || all.Line() == r.Line() {
		return
	}
	label := "All articles"
	if r.Command == "timeline" {
		label = "All dates"
	}
	if found > MaxLimit {
		label = fmt.Sprintf("%d of %d", MaxLimit, found)
	}
	s.add(label, all.Command, all.Options)
}

// first adds what somebody may ask first who does not know what there is: on the name that
// most articles mention, and what they cover.
func (b *Bot) first(ctx context.Context, s *stepList) {
	names, err := b.index.Names(ctx, "", 1)
	if err == nil && len(names) > 0 {
		b.whoStep(ctx, s, names[0].Text)
		s.timeline(names[0].Text)
	}
	b.covered(ctx, s)
}

// stepList collects steps, each line once.
type stepList struct{ steps []Step }

func (s *stepList) add(label, command string, options map[string]string) {
	r, err := NewRequest(command, options)
	line := r.Line()
	if err != nil || len(s.steps) == mostSteps || slices.ContainsFunc(s.steps, func(t Step) bool { return t.Line == line }) {
		return
	}
	s.steps = append(s.steps, Step{Label: label, Line: line})
}

// whoStep adds a step to who or what a name is.
func (b *Bot) whoStep(ctx context.Context, s *stepList, name string) {
	label := "About " + clip(name)
	found, err := b.index.NamesAsTyped(ctx, name, 1)
	if err == nil && len(found) > 0 && found[0].Match == index.Exact && found[0].Kind == corpus.Person {
		label = "Who is " + clip(name) + "?"
	}
	s.add(label, "who", map[string]string{"name": name})
}

func (s *stepList) timeline(name string) {
	s.add("Timeline of "+clip(name), "timeline", map[string]string{"topic": name})
}

// meant adds the names that come near one that nothing mentions, in its place.
func (b *Bot) meant(ctx context.Context, s *stepList, r Request) {
	c, _ := Find(r.Command)
	for _, o := range c.Options {
		if o.Kind != Name || r.Options[o.Name] == "" {
			continue
		}
		found, err := b.find(ctx, r.Options[o.Name])
		if err != nil || len(found.names) > 0 {
			continue
		}
		for _, name := range found.nearest() {
			s.add(fmt.Sprintf("/%s %s", r.Command, clip(name)), r.Command, r.with(o.Name, name).Options)
		}
	}
}

// about adds what else can be asked about a name; where several share it, who each is.
func (b *Bot) about(ctx context.Context, s *stepList, command, typed string) {
	if typed == "" {
		return
	}
	found, err := aboutWhat(ctx, typed, b.findName)
	if err != nil || len(found.names) == 0 {
		return
	}
	if command != "who" || found.shared {
		b.whoStep(ctx, s, found.title)
	}
	if command == "who" && !found.shared {
		s.timeline(found.title)
	}
	if command == "between" {
		return
	}
	for _, rival := range found.rivals {
		b.whoStep(ctx, s, rival)
	}
}

// namedSteps is how many names of an answer are offered.
const namedSteps = 2

// named adds what can be asked about the names that the first quotes mention, those of the
// question first.
func (b *Bot) named(ctx context.Context, s *stepList, question string, a Answer) {
	var asked, others []corpus.Mention
	words := b.words(question)
	for _, q := range a.Quotes[:min(namedSteps, len(a.Quotes))] {
		r, ok, err := b.index.Article(ctx, q.Article.ID)
		if err != nil || !ok {
			continue
		}
		for _, m := range r.Mentions {
			switch {
			case m.Start < q.Start || m.End > q.End:
			case slices.ContainsFunc(b.words(m.Name), func(w string) bool { return slices.Contains(words, w) }):
				asked = append(asked, m)
			default:
				others = append(others, m)
			}
		}
	}
	all := append(asked, others...)
	for _, m := range all {
		if len(s.steps) < namedSteps {
			b.whoStep(ctx, s, m.Name)
		}
	}
	if len(all) > 0 {
		s.timeline(all[0].Name)
	}
}
