package corpus

import (
	"slices"
	"testing"
	"time"
)

// partsOf returns the sentences of a text.
func partsOf(text string, spans []Span) []string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.Of(text))
	}
	return parts
}

func TestASentenceIsPartedFromWhatWasRunTogetherWithIt(t *testing.T) {
	t.Parallel()
	for name, want := range map[string][]string{
		"headline": {"Ferry strike called off again", "The crews of three ferries went back to work on Monday."},
		"caption and headline": {"Crews wait at the quay in the rain", "Police said nobody was hurt in the crush",
			"It was the third such day this year."},
		"name that is repeated":       {"Ferry of Helen Marsh sinks at the quay", "Helen Marsh's crew has been found."},
		"name that goes on":           {"Friends of Helen Marsh told the court that singer Helen Marsh was away."},
		"plural":                      {"Crews wait at the quay", "Efforts are being made to end the strike."},
		"comma behind the opener":     {"Crews wait at the quay", "Meanwhile, the owners met the mayor in her office."},
		"dateline":                    {"Ferries stop for a third day", "LOWESTEAD (Reuters) - Crews walked out at noon."},
		"agency alone":                {"Ferries stop for a third day", "(CNN) -- Crews walked out at noon."},
		"stamp of a page":             {"Ferries stop again", "Page last updated at 11:24 GMT, Tuesday, 27 September 2011 12:24 UK", "Crews walked out at noon."},
		"stamp with the place":        {"By Ann Lee", "LOWESTEAD | Thu Apr 30, 2009 2:27 pm EDT", "LOWESTEAD (Reuters) - Crews walked out at noon."},
		"credit":                      {"Photograph: Ann Lee/PA", "Crews walked out of every port at noon."},
		"comment":                     {"Nobody asked me at all.", "Posted by: annlee | May 28, 2009 7:15 PM | Report abuse", "You were right about the ferries, Ann."},
		"quote that a page pulls out": {"We wait for word from the quay”", "End Quote", "Ann Lee Ferry master"},
		"name with an article":        {"He read about ferries in The quiet one and in The Hague."},
		"letter of a grade":           {"Doctors tested them for influenza A virus and for hepatitis A infection on Monday."},
		"letter of a name":            {"They said A and B ferries would sail with Plan A or plan B again."},
		"title of a work":             {"Crowds love the song She was mine and the film It came from above."},
		"in brackets":                 {"The ferries (some call them The slow ones of the bay) are back."},
		"dateline that opens":         {"LOWESTEAD, England (AP) -- Crews walked out of every port."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := ""
			for i, s := range want {
				if i > 0 {
					text += " "
				}
				text += s
			}
			if got := partsOf(text, Sentences(text)); !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

func TestWhatAPageSaysOfItselfIsNoSentence(t *testing.T) {
	t.Parallel()
	text := "27 September 2011 Last updated at 11:24 GMT Help Crews of the ferry walked out. Owners of the ferry were not told. " +
		"Follow us on Twitter for more. Your comments may be published on any page of ours. The mayor told readers of our terms."
	r := Analyze(Article{Text: text, Source: Source{Published: time.Date(2011, 9, 28, 0, 0, 0, 0, time.UTC)}})
	want := []string{"Crews of the ferry walked out.", "Owners of the ferry were not told.", "The mayor told readers of our terms."}
	if got := partsOf(text, r.Sentences); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	var passages []string
	var within []Span
	for _, p := range r.Passages {
		passages, within = append(passages, p.Of(text)), append(within, p.Sentences...)
	}
	if want := []string{want[0] + " " + want[1], want[2]}; !slices.Equal(passages, want) {
		t.Errorf("passages %q, want %q", passages, want)
	}
	if !slices.Equal(within, r.Sentences) {
		t.Errorf("passages hold the sentences %v, want %v", within, r.Sentences)
	}
	if first := r.Events[0]; first.Date < 0 || r.Dates[first.Date].Value != "2011-09-27" {
		t.Errorf("the first sentence is dated by %+v, want by the stamp before it", first)
	}
}
