package index

import (
	"testing"

	"storybot/corpus"
)

// An article that names Mrs Dunmore alone does not speak of the man of that surname whom all
// others speak of.
func TestAWomanIsNotTakenForTheManOfHerSurname(t *testing.T) {
	t.Parallel()
	var articles []corpus.Article
	add := func(texts ...string) {
		for _, text := range texts {
			id := string(rune('a' + len(articles)))
			articles = append(articles, corpus.Article{ID: id, Path: id + ".txt", Text: text})
		}
	}
	for range 10 {
		add("Peter Dunmore spoke. The crowd heard Dunmore.")
	}
	add("They love Dunmore.", "On Monday Mrs. Dunmore left the house.")
	ix := inMemory(t, articles...)
	if got := names(t, ix, "dunmore", 9); got != "Peter Dunmore, Mrs Dunmore" {
		t.Errorf("found %q", got)
	}
	add("Carla Dunmore slept. Later Mrs. Dunmore rose.")
	ix = inMemory(t, articles...)
	found, err := ix.Names(t.Context(), "carla dunmore", 1)
	if err != nil || len(found) != 1 || found[0].Articles != 2 {
		t.Errorf("found %+v, %v, want Carla Dunmore in two articles", found, err)
	}
}
