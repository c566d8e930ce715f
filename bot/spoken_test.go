package bot

import (
	"math"
	"strings"
	"testing"

	"storybot/index"
)

func TestWordsRunTogetherAreWrittenOut(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"who's suing quanta?":          "who is suing quanta?",
		"Whats quanta":                 "what is quanta",
		"why didn’t bly come":          "why did not bly come",
		"bly cannot, she won't.":       "bly can not, she will not.",
		"what is bly's post":           "what is bly's post",
		"where   is\tquanta":           "where is quanta",
		"who'd bly meet, and what's 3": "who did bly meet, and what is 3",
	} {
		if got := inFull(typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}

// wordsOf returns the words of a text as a way of reading orders them.
func wordsOf(ix *index.Index, text string, read func([]index.Token) []index.Token) string {
	var words []string
	for _, t := range read(ix.Tokens(text)) {
		words = append(words, t.Word)
	}
	return strings.Join(words, " ")
}

func TestTheWordThatAsksComesFirst(t *testing.T) {
	t.Parallel()
	ix, err := index.InMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	for typed, want := range map[string]string{
		"bly fired why":            "why bly fired",
		"bridge opened when?":      "when bridge opened",
		"why was bly fired":        "why was bly fired",
		"what did bly say and why": "what did bly say and why", // two questions
		"why":                      "why",
	} {
		if got := wordsOf(ix, typed, askingFirst); got != want {
			t.Errorf("%q is read as %q, want %q", typed, got, want)
		}
	}
	for typed, want := range map[string]bool{
		"latest on the bridge":               true,
		"what is the latest news about bly":  true,
		"any news on quanta":                 true,
		"new bridge":                         false,
		"what is the news agency of velden":  false,
		"when was the latest bridge closed":  false,
		"what is the name of the new bridge": false,
	} {
		if _, got := asksLatest(ix.Tokens(typed)); got != want {
			t.Errorf("%q asks for the newest: %t", typed, got)
		}
	}
}

func TestWordsOfAQuestionMeetByChanceInALargeCorpusOnly(t *testing.T) {
	t.Parallel()
	q := &question{terms: []term{{idf: 3}, {idf: 4}}}
	for _, c := range []struct {
		passages int
		met      uint64
		want     float64
	}{
		{100, 0b11, 7/math.Log(100) - 1},
		{100, 0b01, 3/math.Log(100) - 1},
		{1_000_000, 0b11, 7/math.Log(1_000_000) - 1},
		{1_000_000, 0, -1},
		{0, 0b11, 1},
	} {
		q.passages = c.passages
		if got := q.surplus(c.met); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("of %d passages, terms %b: the surplus is %.3f, want %.3f", c.passages, c.met, got, c.want)
		}
	}
}
