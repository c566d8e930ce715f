package corpus

import "testing"

// checkMarked reports where the names of marked texts are found otherwise than marked.
func checkMarked(t *testing.T, tests map[string]string) {
	t.Helper()
	for name, marked := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := unmarkNames(marked)
			if got := markNames(text, Mentions(text, splitForTest(text))); got != marked {
				t.Errorf("got  %s\nwant %s", got, marked)
			}
		})
	}
}

func TestMentionsKeepsTheNamesOfCompaniesWhole(t *testing.T) {
	t.Parallel()
	checkMarked(t, map[string]string{
		"legal form behind and":         "It was sold to {Tellan and Ortelle Corp} for cash.",
		"house word before legal form":  "They agreed with {Tellan Marsh and Ortelle Securities Corp} in May.",
		"three words before it":         "They sued {Northern Harbour and Ferry Co} twice.",
		"two complete companies":        "The group owns {Tellan Inc} and {Ortelle Inc} today.",
		"place before and":              "They left {Oslo} and {Ortelle Corp} for good.",
		"known company before and":      "It sued {Microsoft} and {Ortelle Corp} in June.",
		"bank and trust":                "He banked with {Ortelle Fidelity Bank and Trust} for years.",
		"list of partners":              "It hired {Tellan, Marsh and Ortelle Inc} as adviser.",
		"partners and company":          "They asked {Tellan, Ortelle and Co} for a loan.",
		"person before his company":     "They asked {Carl Ortelle}, {Ortelle and Co} chairman, for a loan.",
		"rank before a house word":      "The offer by {General Partners} fell. Then {General Harbour Inc} paid.",
		"rank before a surname":         "They met General {Ada Quill} and General {Marsh} there.",
		"AG as a legal form":            "Shares of {Tellan AG} rose, and {Ortelle Hamburg AG} fell.",
		"AG as a title":                 "They met {New York} AG {Ada Quill} there.",
		"danish legal form":             "The lender {Ortelle A/S} grew.",
		"company with capital at start": "{Quellan Capital} paid most of it.",
	})
}

func TestMentionsGivesCompaniesTheirFullName(t *testing.T) {
	t.Parallel()
	checkMarked(t, map[string]string{
		"first word":            "They own {Tellan Mining Industries Inc} now. Shares of {Tellan|Tellan Mining Industries Inc} rose.",
		"first words":           "They own {Tellan Mining Works Corp} now. Shares of {Tellan Mining|Tellan Mining Works Corp} rose.",
		"bank":                  "They own {Tellan Savings Bank} now. Shares of {Tellan|Tellan Savings Bank} rose.",
		"two that start alike":  "They own {Tellan Funding Corp} and {Tellan Mining Corp} now. Shares of {Tellan} rose.",
		"place":                 "They own {Boston Mining Corp} now. Police in {Boston} slept.",
		"person in full":        "They own {Tellan Mining Corp} now. Later {Brok Tellan} slept, and {Tellan|Brok Tellan} woke.",
		"partnership of a firm": "They own {Tellan LP} now. Shares of {Tellan} rose.",
		"part of a known firm":  "They own {Ford Credit Corp} now. Shares of {Ford} rose.",
		"institution":           "They own {Congress Mining Corp} now. Members of {Congress} slept.",
		"acronym of a company":  "They own {Tellan Ortelle and Marsh Corp} now. Shares of {TOM|Tellan Ortelle and Marsh Corp} rose.",
	})
}

func TestMentionsReadsLongNamesByTheirAcronym(t *testing.T) {
	t.Parallel()
	checkMarked(t, map[string]string{
		"rank and and inside":       "She leads the {Chief Data and Inland Ferry Office} ({CDIFO|Chief Data and Inland Ferry Office}) in town.",
		"one word lends no letter":  "She leads the {Chief Harbour and Inland Ferry Office} ({CHIO|Chief Harbour and Inland Ferry Office}) in town.",
		"small word lends a letter": "She left the {Bureau of Ferries} ({BoF|Bureau of Ferries}) in May. The {BoF|Bureau of Ferries} mourned.",
		"of the before it":          "She played with the {Orchestra of the Age of Ferries} ({OAF|Orchestra of the Age of Ferries}) in May.",
		"term of small words":       "It is now a general ferry trust (GFT) again.",
		"country before a name":     "They left the {US Navy}. Later the {UN} spoke.",
	})
}
