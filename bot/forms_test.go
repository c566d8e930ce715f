package bot_test

import (
	"testing"

	"storybot/corpus"
)

// crossingNews tells of an office by its name, by its letters, and by both.
func crossingNews() []corpus.Article {
	return []corpus.Article{
		{ID: "both", Path: "both.txt", Text: "The Bureau of River Crossings (BRC) was set up in 1994. The BRC licenses ferries.\n\nIts head is Alma Teague."},
		{ID: "letters", Path: "letters.txt", Text: "The BRC fined Tidewell $40,000 on Monday because its ferry sailed at night. Tidewell will pay."},
		{ID: "name", Path: "name.txt", Text: "The Bureau of River Crossings closed the pier of Osmouth on June 3, 2024, over rotten planks."},
		{ID: "other", Path: "other.txt", Text: "Norland Lines fined two sailors in May. Its bureau in Osmouth opened in 2019."},
	}
}

func TestWhatArticlesCallByAnotherNameIsFound(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, crossingNews())
	for _, c := range []struct{ question, want string }{
		{"why did the Bureau of River Crossings fine Tidewell", "because its ferry sailed at night"},
		{"why did the bureau of river crossings fine tidewell", "because its ferry sailed at night"},
		{"when did the BRC close the pier of Osmouth", "June 3, 2024"},
		{"when did the brc close the pier", "June 3, 2024"},
	} {
		answersFirst(t, b, ix, c.question, c.want)
	}
}
