package corpus

import (
	"strings"
	"testing"
	"time"

	"storybot/corpus/timex"
)

func TestDefiningTellsTheTenseOfARole(t *testing.T) {
	t.Parallel()
	tests := []struct {
		sentence, phrase string
		tense            Tense
		when             string
	}{
		{"Lena Ortiz, the chief engineer of the port, spoke.", "the chief engineer of the port", Present, ""},
		{"Lena Ortiz, the former chief engineer of the port, spoke.", "the former chief engineer of the port", Former, ""},
		{"Lena Ortiz, ex-mayor of Bergen, spoke.", "ex-mayor of Bergen", Former, ""},
		{"Lena Ortiz, then the mayor of Bergen, spoke.", "then the mayor of Bergen", Former, ""},
		{"They met Lena Ortiz, who was then the mayor of Bergen.", "who was then the mayor of Bergen", Former, ""},
		{"Lena Ortiz, Bergen's then-mayor, spoke.", "Bergen's then-mayor", Former, ""},
		{"The outgoing mayor Lena Ortiz spoke.", "The outgoing mayor", Former, ""},
		{"Former President Lena Ortiz spoke.", "Former President", Former, ""},
		{"Ex-President Lena Ortiz spoke.", "Ex-President", Former, ""},
		{"The late Lena Ortiz, the founder of the yard, built it.", "the founder of the yard", Former, ""},
		{"Lena Ortiz, a onetime editor of the paper, spoke.", "a onetime editor of the paper", Former, ""},
		{"Lena Ortiz, mayor of Bergen until 2018, spoke.", "mayor of Bergen until 2018", Former, "until 2018"},
		{"Lena Ortiz, mayor of Bergen from 2015 to 2018, spoke.", "mayor of Bergen from 2015 to 2018", Former, "from 2015 to 2018"},
		{"Lena Ortiz, mayor of Bergen since 2019, spoke.", "mayor of Bergen since 2019", Present, "since 2019"},
		{"Lena Ortiz, owner of the yard until her death in 1975, spoke.", "owner of the yard until her death in 1975", Former, "until her death in 1975"},
		{"Lena Ortiz was the mayor of Bergen from 2015 to 2018.", "the mayor of Bergen from 2015 to 2018", Former, "from 2015 to 2018"},
		{"Lena Ortiz had been the mayor of Bergen.", "the mayor of Bergen", Former, ""},
		{"Lena Ortiz used to be the mayor of Bergen.", "the mayor of Bergen", Former, ""},
		{"Lena Ortiz was once the mayor of Bergen.", "the mayor of Bergen", Former, ""},
		{"Lena Ortiz has been mayor of Bergen since 2019.", "mayor of Bergen since 2019", Present, "since 2019"},
		{"Lena Ortiz is chair of the board until 2030.", "chair of the board until 2030", Present, "until 2030"},
		{"Lena Ortiz was named chief executive of Quanta in February 2018.", "chief executive of Quanta in February 2018", Present, "in February 2018"},
		{"In February 2018, Lena Ortiz became chief executive of Quanta.", "chief executive of Quanta", Present, "In February 2018"},
		{"Lena Ortiz was named chief executive of Quanta, effective Jan. 1, 2020.", "chief executive of Quanta", Coming, "effective Jan. 1, 2020"},
		{"Lena Ortiz will become the mayor of Bergen in May 2021.", "the mayor of Bergen in May 2021", Coming, "in May 2021"},
		{"Lena Ortiz is set to become the mayor of Bergen.", "the mayor of Bergen", Coming, ""},
		{"Lena Ortiz, the incoming mayor of Bergen, spoke.", "the incoming mayor of Bergen", Coming, ""},
		{"Lena Ortiz, the mayor-elect of Bergen, spoke.", "the mayor-elect of Bergen", Coming, ""},
		{"President-elect Lena Ortiz spoke.", "President-elect", Coming, ""},
		{"Lena Ortiz, the party's nominee for mayor, spoke.", "the party's nominee for mayor", Coming, ""},
		{"Lena Ortiz serves as chief engineer of the port.", "chief engineer of the port", Present, ""},
		{"Lena Ortiz served as chief engineer of the port.", "chief engineer of the port", Former, ""},
		{"Lena Ortiz stepped down as chief engineer of the port in May 2018.", "chief engineer of the port in May 2018", Former, "in May 2018"},
		{"Lena Ortiz resigned on Monday as the mayor of Bergen.", "the mayor of Bergen", Former, "on Monday"},
		{"Lena Ortiz, who stepped down as mayor in 2018, spoke.", "who stepped down as mayor in 2018", Former, "in 2018"},
		{"Lena Ortiz, who was mayor until 2018, spoke.", "who was mayor until 2018", Former, "until 2018"},
		{"Lena Ortiz, who has led the port since 2019, spoke.", "who has led the port since 2019", Present, "since 2019"},
		{"Lena Ortiz is a poet and was mayor of Bergen.", "a poet", Present, ""},
		{"Lena Ortiz is being used as a witness.", "", Present, ""},
		{"Lena Ortiz, who will sing by the harbour, spoke.", "who will sing by the harbour", Present, ""},
		{"Lena Ortiz, who will become the mayor of Bergen, spoke.", "who will become the mayor of Bergen", Coming, ""},
		{"Lena Ortiz, who set up the firm with a sailor, spoke.", "who set up the firm with a sailor", Present, ""},
		{"Lena Ortiz was nominated as a judge.", "a judge", Coming, ""},
		{"Lena Ortiz is the future of the yard.", "the future of the yard", Present, ""},
		{"Lena Ortiz was the first mayor this year to leave.", "the first mayor this year to leave", Present, ""},
		{"Lena Ortiz, now the mayor of Bergen, spoke.", "now the mayor of Bergen", Present, ""},
		{"Lena Ortiz was replaced by Tom Bell as mayor of Bergen.", "mayor of Bergen", Former, ""},
		{"Lena Ortiz has served as mayor of Bergen since 2010.", "mayor of Bergen since 2010", Present, "since 2010"},
		{"Lena Ortiz, a lawyer for the former mayor, spoke.", "a lawyer for the former mayor", Present, ""},
	}
	for _, tt := range tests {
		t.Run(tt.sentence, func(t *testing.T) {
			t.Parallel()
			i := strings.Index(tt.sentence, "Lena Ortiz")
			dates := timex.Tag(tt.sentence, time.Time{})
			d, ok := Defining(tt.sentence, Span{0, len(tt.sentence)}, Span{i, i + len("Lena Ortiz")}, dates)
			if got := d.Of(tt.sentence); ok != (tt.phrase != "") || got != tt.phrase || d.Tense != tt.tense || d.When.Of(tt.sentence) != tt.when {
				t.Errorf("got %q, %s, %q; want %q, %s, %q", got, d.Tense, d.When.Of(tt.sentence), tt.phrase, tt.tense, tt.when)
			}
		})
	}
}
