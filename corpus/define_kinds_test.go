package corpus

import (
	"strings"
	"testing"
)

func TestDefiningReadsEveryKindOfPhrase(t *testing.T) {
	t.Parallel()
	tests := []struct{ kind, name, sentence, want string }{
		{"apposition after", "Dana Reyes", "Dana Reyes, the port's chief engineer, spoke.", "the port's chief engineer"},
		{"apposition after", "Dana Reyes", "Dana Reyes — the port's chief engineer — spoke.", "the port's chief engineer"},
		{"apposition after", "Dana Reyes", "Dana Reyes, the founder and chief executive of Quanta and a former mayor of Bergen, left.",
			"the founder and chief executive of Quanta and a former mayor of Bergen"},
		{"apposition after", "Dana Reyes", "Dana Reyes, 45, a nurse from Northgate, was hurt.", "45, a nurse from Northgate"},
		{"apposition after", "Dana Reyes", "Dana Reyes, the governor of Norway's central bank said on Monday that it would.", "the governor of Norway's central bank"},
		{"apposition after", "Dana Reyes", "“It works,” said Dana Reyes, an East Africa expert at the Salt think tank.", "an East Africa expert at the Salt think tank"},
		{"apposition after", "Dana Reyes", "Tom Bell and Dana Reyes, pilots, landed.", "pilots"},
		{"apposition after", "Dana Reyes", "Dana Reyes, piano, and Tom Bell, clarinet, play tonight.", "piano"},
		{"apposition after", "Dana Reyes", "They met Dana Reyes, a Canadian, in Oslo.", "a Canadian"},
		{"apposition after", "Dana Reyes", "Dana Reyes, a Republican from the district where she grew up, won.", "a Republican from the district where she grew up"},
		{"apposition after", "Dana Reyes", "Dana Reyes, Harbour Way of Norway's interim president, spoke.", "Harbour Way of Norway's interim president"},
		{"apposition after", "Dana Reyes", "Dana Reyes, former “Salt” magazine editor, spoke.", "former “Salt” magazine editor"},
		{"apposition after", "Dana Reyes", "Dana Reyes, author of “Salt Roads -- 1946 to Now” (Bergen Books), spoke.", "author of “Salt Roads -- 1946 to Now” (Bergen Books)"},
		{"apposition after", "Dana Reyes", "Dana Reyes, cook on the ferry Salt and Tom Bell, its captain, agreed.", "cook on the ferry Salt and Tom Bell"},
		{"apposition after", "Dana Reyes", "Dana Reyes, cook on the old ferry and Tom Bell, its captain, agreed.", "cook on the old ferry"},
		{"apposition after", "Quanta", "Quanta Inc., a maker of sensors, fell.", "a maker of sensors"},
		{"apposition after", "Stargate", "They unveiled a $500 billion plan, Stargate, a partnership between Quanta, Kaze, and Japan's Mori.", "a partnership between Quanta, Kaze, and Japan's Mori"},
		{"apposition after", "Northway", "The mayor announced Northway, a joint venture of Quanta, Kaze and Mori that is to dig a canal, on Tuesday.", "a joint venture of Quanta, Kaze and Mori that is to dig a canal"},
		{"apposition after", "Lena Ortiz", "Lena Ortiz, the mayor of Bergen, Finn Aas, the mayor of Voss, and Kai Lie met.", "the mayor of Bergen"},
		{"apposition before", "Dana Reyes", "Quanta fired its chief executive, Dana Reyes, on Monday.", "its chief executive"},
		{"apposition before", "Dana Reyes", "A lawyer by training, Dana Reyes built ships.", "A lawyer by training"},
		{"apposition before", "Dana Reyes", "As chief executive of Quanta, Dana Reyes built ships.", "chief executive of Quanta"},
		{"title", "Dana Reyes", "Quanta co-founder and CEO Dana Reyes spoke.", "Quanta co-founder and CEO"},
		{"title", "Dana Reyes", "He met the mayor and President Dana Reyes.", "President"},
		{"title", "Dana Reyes", "U.S. President Dana Reyes spoke.", "U.S. President"},
		{"title", "Dana Reyes", "The ex-Bergen mayor Dana Reyes spoke.", "The ex-Bergen mayor"},
		{"copula", "Dana Reyes", "Dana Reyes became the chief of the yard.", "the chief of the yard"},
		{"copula", "Dana Reyes", "Dana Reyes was named chief executive.", "chief executive"},
		{"copula", "Dana Reyes", "Dana Reyes remains chief executive of Quanta.", "chief executive of Quanta"},
		{"copula", "Dana Reyes", "The new chief executive of Quanta is Dana Reyes.", "The new chief executive of Quanta"},
		{"as", "Dana Reyes", "Dana Reyes serves as the port's harbour master.", "the port's harbour master"},
		{"as", "Dana Reyes", "Dana Reyes is best known as the founder of Quanta.", "the founder of Quanta"},
		{"as", "Dana Reyes", "Dana Reyes replaced Tom Bell as chief executive of Quanta.", "chief executive of Quanta"},
		{"as", "Dana Reyes", "Quanta named Dana Reyes as its chief executive.", "its chief executive"},
		{"as", "Dana Reyes", "Quanta appointed Dana Reyes chief executive on Monday.", "chief executive on Monday"},
		{"known as", "Kestrel", "The company, formerly known as Kestrel, sold its yard.", "The company"},
		{"known as", "Dana Reyes", "Dana Reyes, better known as the queen of salt, left.", "better known as the queen of salt"},
		{"called", "Stargate", "The project, which is called Stargate, will cost a lot.", "The project"},
		{"called", "Kestrel", "A rocket nicknamed “Kestrel” flew.", "A rocket"},
		{"relative clause", "Dana Reyes", "Dana Reyes, who founded the firm and later sold it to Quanta, left.", "who founded the firm and later sold it to Quanta"},
		{"relative clause", "Dana Reyes", "Dana Reyes, 45, who runs the yard, was hurt.", "45, who runs the yard"},
		{"home", "Dana Reyes", "Dana Reyes of Northgate agreed with the plan.", "of Northgate"},
		{"home", "Dana Reyes", "Dana Reyes, 45, of Northgate, was hurt.", "45, of Northgate"},
		{"home", "Dana Reyes", "Dana Reyes, of the Harbour Agency, agreed.", "of the Harbour Agency"},
		{"home", "Quanta", "Quanta, based in Bergen, fell.", "based in Bergen"},
		{"brackets", "Dana Reyes", "Sen. Dana Reyes (D-Ohio) objected.", "D-Ohio"},
		{"brackets", "Dana Reyes", "Dana Reyes (the mayor's sister) objected.", "the mayor's sister"},
		{"abbreviation", "NHA", "The Northern Harbour Agency (NHA) warned them.", "Northern Harbour Agency"},
		{"abbreviation", "NHA", "The NHA (Northern Harbour Agency) warned them.", "Northern Harbour Agency"},
	}
	for _, tt := range tests {
		t.Run(tt.kind+": "+tt.sentence, func(t *testing.T) {
			t.Parallel()
			i := strings.Index(tt.sentence, tt.name)
			d, ok := Defining(tt.sentence, Span{0, len(tt.sentence)}, Span{i, i + len(tt.name)}, nil)
			if got := d.Of(tt.sentence); got != tt.want || !ok {
				t.Errorf("of %s: got %q, %.2f, %t; want %q", tt.name, got, d.Strength, ok, tt.want)
			}
		})
	}
}

func TestDefiningSaysNothingOfOthers(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, sentence string }{
		{"Ann Hill", "On stage are Ann Hill, Dana Cook, Tom Bell and Ada Quill."},
		{"Ann Hill", "The band has Ann Hill, Daniel Bank and Walter Stone."},
		{"BERGEN", "BERGEN (Salt News) - The mayor's office closed a bank on Friday, officials said."},
		{"Dana Reyes", "Dana Reyes (left) waved."},
		{"Dana Reyes", "Dana Reyes (105 runs in 93 balls) waved."},
		{"Cambridge University", "A professor at Cambridge University, criticised Norway's agency for failing."},
		{"San Marco", "The plan came from the University of Norway, San Marco, in May."},
		{"NHA", "The Salt and Sand Union (NHA) warned them."},
		{"Dana Reyes", "Dana Reyes is known for her bridges."},
	}
	for _, tt := range tests {
		i := strings.Index(tt.sentence, tt.name)
		if d, ok := Defining(tt.sentence, Span{0, len(tt.sentence)}, Span{i, i + len(tt.name)}, nil); ok {
			t.Errorf("%s: got %q, want nothing", tt.sentence, d.Of(tt.sentence))
		}
	}
}
