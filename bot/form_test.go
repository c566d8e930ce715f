package bot_test

import (
	"testing"

	"storybot/corpus"
)

// orchardTales is a small story of two growers, written for these tests.
func orchardTales() []corpus.Article {
	return []corpus.Article{
		{ID: "press", Path: "press.txt", Text: "Orla Finch, the chairman of Highmoor Cider, opened a press in Dunley on May 4, 2023. " +
			"\"The old press was older than my father,\" Finch said.\n\n" +
			"Highmoor Cider named three new orchards for the season. It will plant one in Barrowby, one in Kettle Cross and one in Dunley."},
		{ID: "suit", Path: "suit.txt", Text: "Highmoor Cider, which Applegate sued in June 2023, makes a cider called Redstreak. " +
			"Applegate was founded by Milo Crane. His lawyer, Tess Arden, handed in the complaint.\n\n" +
			"Crane gave up his seat as an observer of the growers' union in July 2023."},
		{ID: "south", Path: "south.txt", Text: "Highmoor Cider South, a shop, announced a sale on April 2, 2024.\n\nHighmoor Cider announced a dividend on March 1, 2024."},
	}
}

func TestAQuestionIsAnsweredOnlyInTheFormThatItAsksFor(t *testing.T) {
	t.Parallel()
	b, ix := newBot(t, orchardTales())
	for _, c := range []struct{ question, want string }{ // "": the articles do not say
		{"who sued highmoor cider", "which Applegate sued"},
		{"who did applegate sue", "which Applegate sued"},
		{"who did highmoor cider sue", ""},
		{"who is the chairman of highmoor cider", "Orla Finch, the chairman"},
		{"who is the chairmen of highmoor cider", "Orla Finch, the chairman"},
		{"who is the chairman of applegate", ""},
		{"what did orla finch say about the press", "older than my father"},
		{"why did milo crane give up his seat as an observer", ""},
		{"how many orchards did milo crane plant", ""},
		{"wher are the three new orchards of highmoor cider", "Kettle Cross"},
		{"when did highmoor cider announce a dividend", "March 1, 2024"},
		{"who founded Appelgate", "founded by Milo Crane"},
		{"who founded highmoor cider", ""},
	} {
		answersFirst(t, b, ix, c.question, c.want)
	}
}
