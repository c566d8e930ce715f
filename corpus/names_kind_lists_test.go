package corpus

import "testing"

func TestMentionsGivesNamesInARowOneKind(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text, name string
		want       Kind
	}{
		{"They sell it in France, Norway and Ortelle.", "Ortelle", Place},
		{"The songs are by Helen Marsh, Carl Stone and Ortelle.", "Ortelle", Person},
		{"They saw Microsoft, Oslo and Ortelle.", "Ortelle", Unknown},
		{"They saw Norway and Ortelle.", "Ortelle", Unknown},
		{"They saw Norway, Ortelle.", "Ortelle", Unknown},
		{"Ortelle rose early. He left at noon.", "Ortelle", Unknown},
		{"Ortelle said so. He left at noon.", "Ortelle", Person},
		{"ADA ORTELLE, CNN ANCHOR: It rains.", "ADA ORTELLE", Person},
		{"The pilot, Brok Tellan, of Ortelle, slept.", "Ortelle", Place},
		{"The singer, whose first album, Ortelle, failed, slept.", "Ortelle", Other},
		{"Snow hits the towns of the north again ORTELLE, Norway, Sept. 25 -- It snowed.", "ORTELLE", Place},
		{"They praise Brok Tellan, the chief executive of Ortelle, who left.", "Ortelle", Organisation},
		{"A photograph by Brok Tellan/PA was sold.", "PA", Organisation},
		{"She read Seven Views Of Harbour twice.", "Seven Views Of Harbour", Other},
		{"They met at the Ortelle Embassy in May.", "Ortelle Embassy", Organisation},
	}
	for _, tt := range tests {
		got, found := kindIn(tt.text, tt.name)
		if !found || got != tt.want {
			t.Errorf("%q: %s is %s (found %t), want %s", tt.text, tt.name, got, found, tt.want)
		}
	}
}
