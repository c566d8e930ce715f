package bot

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"storybot/corpus"
	"storybot/index"
)

// How many other forms and neighbours of a name are listed.
const (
	mostAliases = 6
	mostListed  = 6
)

// facts lists what is counted of a name.
func (p *portrait) facts() []Fact {
	var all []Fact
	add := func(label, value string) {
		if value != "" {
			all = append(all, Fact{Label: label, Value: value})
		}
	}
	if k := p.name.Kind; k != corpus.Unknown {
		add("Kind", k.String())
	}
	add("Also called", p.called())
	add("Mentioned", p.mentioned())
	add("Named with", p.company())
	return all
}

func (p *portrait) called() string {
	var all []string
	for _, a := range p.name.Aliases[:min(mostAliases, len(p.name.Aliases))] {
		all = append(all, a.Text)
	}
	return strings.Join(all, "; ") // with commas, "Jackson, Michael" would be read as one name
}

// mentioned tells how many articles of which outlets mention the name, and from when to
// when.
func (p *portrait) mentioned() string {
	if p.profile.Articles == 0 {
		return ""
	}
	text := "in " + plural(p.profile.Articles, "article")
	if len(p.copied) > 0 {
		text += ", some in the same words"
	}
	if len(p.profile.Outlets) > 1 {
		text += " (" + listOutlets(p.profile.Outlets, mostListed) + ")"
	}
	first, last := p.profile.First.Published, p.profile.Last.Published
	if first.IsZero() {
		return text
	}
	return text + ", " + daysFromTo(first, last)
}

// company lists the most telling names that stand in the same passages, those first that
// most articles have with it.
func (p *portrait) company() string {
	beside := slices.Clone(p.profile.Beside[:min(mostListed, len(p.profile.Beside))])
	slices.SortStableFunc(beside, func(a, b index.Neighbour) int { return cmp.Compare(b.Articles, a.Articles) })
	var all []string
	for _, n := range beside {
		all = append(all, fmt.Sprintf("%s (%d)", n.Name, n.Articles))
	}
	return strings.Join(all, ", ")
}

// heard is how many articles are read for words of the name before /said is offered.
const heard = 20

// speaks says whether one of the articles reports words of the subject.
func (s subject) speaks(all []told) bool {
	seen := map[string]bool{}
	for _, t := range all {
		if r := t.reading; !seen[r.ID] && len(seen) < heard {
			seen[r.ID] = true
			if len(sayingsIn(r, nil, s, nil)) > 0 {
				return true
			}
		}
	}
	return false
}

// steps offers what readers ask next of a name.
func (p *portrait) steps(speaks bool) []Step {
	all := []Step{step(Request{Command: "timeline", Options: map[string]string{"topic": p.title}}, "Timeline")}
	if speaks {
		all = append(all, step(Request{Command: "said", Options: map[string]string{"name": p.title}}, "What "+clip(p.title)+" said"))
	}
	for _, n := range p.profile.Beside[:min(1, len(p.profile.Beside))] {
		all = append(all, step(Request{Command: "between", Options: map[string]string{"a": p.title, "b": n.Name}}, "With "+clip(n.Name)))
	}
	return all
}
