package corpus

import (
	"fmt"
	"strings"
	"testing"
)

// kindIn returns the kind that text shows the name to be, and whether it is mentioned.
func kindIn(text, name string) (Kind, bool) {
	for _, m := range Mentions(text, splitForTest(text)) {
		if m.Name == name {
			return m.Kind, true
		}
	}
	return Unknown, false
}

func TestMentionsTellsTheKindOfAName(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text, name string
		want       Kind
	}{
		{"They met President Olu Varga at noon.", "Olu Varga", Person},
		{"The river pilot Brok Tellan, 41, came home.", "Brok Tellan", Person},
		{"In May Ortelle, the mayor of the town, resigned.", "Ortelle", Person},
		{"A bill by Sten Uhl (D-N.Y.) failed.", "Sten Uhl", Person},
		{"Most of the money was Varga's wife's share.", "Varga", Person},
		{"Nobody saw Tellan, who had left.", "Tellan", Person},
		{"Helen Marsh left early.", "Helen Marsh", Person},
		{"The pact names Ortelle, a maker of bicycles, as its buyer.", "Ortelle", Organisation},
		{"Last year Ortelle Inc. paid nothing.", "Ortelle Inc.", Organisation},
		{"The Bank of Tellan and the Ministry of Trade agreed.", "Bank of Tellan", Organisation},
		{"The Bank of Tellan and the Ministry of Trade agreed.", "Ministry of Trade", Organisation},
		{"On Monday shares of Ortelle rose.", "Ortelle", Organisation},
		{"They sued Ortelle CEO Brok Tellan.", "Ortelle", Organisation},
		{"The startup Ortelle hired nobody.", "Ortelle", Organisation},
		{"Large companies such as Ortelle and Tellan pay less.", "Tellan", Organisation},
		{"The World Reading Organization (WRO) met. Staff of the WRO left.", "World Reading Organization", Organisation},
		{"The firm, which is based in Ortelle, grew.", "Ortelle", Place},
		{"She was born in Ortelle and lives in Ortelle still.", "Ortelle", Place},
		{"An Ortelle-based bank failed.", "Ortelle", Place},
		{"Police in Ortelle, Calif., found it.", "Ortelle", Place},
		{"The ship left for Ortelle Island.", "Ortelle Island", Place},
		{"They crossed Tellan Street and the Ortelle River.", "Tellan Street", Place},
		{"They crossed Tellan Street and the Ortelle River.", "Ortelle River", Place},
		{"People fled the capital, Ortelle, at dawn.", "Ortelle", Place},
		{"It was signed in France.", "France", Place},
		{"The House passed the Tellan Act in June.", "Tellan Act", Other},
		{"He won the Ortelle Prize twice.", "Ortelle Prize", Other},
		{"On Monday it unveiled Ortelle, a $500 billion project.", "Ortelle", Other},
		{"The studio sold the game Ortelle 4 to many.", "Ortelle 4", Other},
		{"They tested Ortelle, a chatbot that anyone can use.", "Ortelle", Other},
		{"After Hurricane Ortelle they rebuilt.", "Hurricane Ortelle", Other},
		{"He was hired by promoters ORT Tellan for a tour.", "ORT Tellan", Organisation},
		{"Then came Ortelle again.", "Ortelle", Unknown},
	}
	for _, tt := range tests {
		got, found := kindIn(tt.text, tt.name)
		if !found || got != tt.want {
			t.Errorf("%q: %s is %s (found %t), want %s", tt.text, tt.name, got, found, tt.want)
		}
	}
}

func TestMentionsGivesAllMentionsOfANameItsKind(t *testing.T) {
	t.Parallel()
	text := "Tellan rose early. Nobody knew Tellan. On Friday Brok Tellan, a banker, spoke of Ortelle. The company Ortelle fell, and Tellan sold Ortelle."
	want := map[string]Kind{"Brok Tellan": Person, "Ortelle": Organisation}
	n := 0
	for _, m := range Mentions(text, splitForTest(text)) {
		n++
		if m.Kind != want[m.Name] {
			t.Errorf("%s (%s) is %s, want %s", m.Of(text), m.Name, m.Kind, want[m.Name])
		}
	}
	if n != 7 {
		t.Errorf("found %d mentions, want 7", n)
	}
}

func TestMentionsTakesNoCompanyForAPersonBecauseItSpeaks(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("It was late, Ortelle said. ", 20) + "Shares of Ortelle and employees of Ortelle moved."
	if got, _ := kindIn(text, "Ortelle"); got != Organisation {
		t.Errorf("got %s, want organisation", got)
	}
}

func TestMentionsKeepsTheTitle(t *testing.T) {
	t.Parallel()
	tests := map[string]string{ // the text and its titles, each with its name
		"They met President Donald Trump.":                           "President/Donald Trump",
		"President Brok Tellan left. The president slept.":           "President/Brok Tellan",
		"He praised Prime Minister Brok Tellan and Sen. Ada Quill.":  "Prime Minister/Brok Tellan Sen./Ada Quill",
		"He met French President Nicolas Tellan.":                    "President/Nicolas Tellan",
		"A letter reached Acting Deputy Foreign Minister Ada Quill.": "Acting Deputy Foreign Minister/Ada Quill",
		"In OpenAI CEO Sam Altman they trust.":                       "CEO/Sam Altman",
		"Lawyers for Mr. Tellan met Lawyer Helen Marsh.":             "Mr./Tellan Lawyer/Helen Marsh",
		"The Prime Minister met Ada Quill, President of the bank.":   "",
		"President Tellan Leaves Bank After Feud\nTellan left.":      "President/Tellan",
		"They saw the President. Tellan was there.":                  "",
	}
	for text, want := range tests {
		var got []string
		for _, m := range Mentions(text, splitForTest(text)) {
			if m.Title != (Span{}) {
				got = append(got, m.Title.Of(text)+"/"+m.Of(text))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q, want %q", text, strings.Join(got, " "), want)
		}
	}
}

func ExampleMention_kind() {
	text := "Mayor Helen Marsh sold the port of Oslo to Quanta, a maker of ferries."
	for _, m := range Mentions(text, []Span{{0, len(text)}}) {
		fmt.Printf("%s: %s %q\n", m.Name, m.Kind, m.Title.Of(text))
	}
	// Output:
	// Helen Marsh: person "Mayor"
	// Oslo: place ""
	// Quanta: organisation ""
}
