package corpus

import "testing"

func TestMentionsSplitsNamesThatRunTogether(t *testing.T) {
	t.Parallel()
	checkMarked(t, map[string]string{
		"headline before a dateline":   "{Tellan|Brok Tellan} Praises Slow Reform After Storm {OSLO}, {Norway}, Sept. 25 -- {Brok Tellan} spoke of reform.",
		"byline before a dateline":     "By {Maggie Stone}, Health and Science Editor {WASHINGTON} ({Reuters}) - A child fell ill.",
		"two places":                   "They live in {Oslo} {Norway} plans to help them.",
		"agency and a person":          "Photograph: {Ada Quill}/{AP} {Helen Marsh} slept.",
		"agency and a common word":     "Photograph: {Ada Quill}/{PA} Ministers are away. The ministers slept while ministers elsewhere woke.",
		"country and a person":         "It was filed at noon in the {UK} {Helen Marsh} said so. Later {Helen Marsh} left.",
		"job in a transcript":          "{ADA QUILL}, {CNN} SENIOR CORRESPONDENT: We are here, and it rains.",
		"role before a slash":          "They thank Presenter/{Ada Quill}, Producers/{Helen Marsh} and all.",
		"bank of a town":               "It was bought by {Ortelle Savings Bank} of {Grey Harbour}, {Washington}, in May.",
		"bank of a country":            "It was bought by the {Bank of England} in May.",
		"office with its field":        "They met High Commissioner for Human Rights {Ada Quill} in May.",
		"word behind a bar":            "It rained | Suddenly it stopped.",
		"broadcaster and a person":     "It was made for the {BBC} {Helen Marsh} presents it.",
		"prize of a broadcaster":       "They won the {BBC Helen Marsh Prize} in May.",
		"article in lower case":        "They fear {al Quorin} and read {Marsh} et al. again.",
		"two origins":                  "They want an Israeli-Palestinian peace.",
		"broadcaster":                  "They told {Ortelle TV} of it.",
		"broadcaster before an origin": "It was made by {Ortelle TV} Welsh crews.",
		"common word alone":            "It hit the pigs Human cases are few.",
	})
}

func TestMentionsKnowsOtherNamesThanWordsWithCapitals(t *testing.T) {
	t.Parallel()
	checkMarked(t, map[string]string{
		"ratings":                "It raised the debt to Aa-2 from B-minus, and to AAA from A-1, while {B-52} and {T-3} flew.",
		"region":                 "It snows in the {Midwest} again.",
		"region in front":        "Midwest farmers slept.",
		"address":                "They read {Ortelle.com} daily.",
		"letter at the end":      "He wrote it on {X}.",
		"season":                 "They gave a talk on the {Spring Harbour} in May, and in Spring they left.",
		"given name like month":  "They met {Jan Tellan} there.",
		"given name with hyphen": "They met {Bok Ki-moon} there.",
		"list that opens":        "{Marl}, {Microsoft} and {Oracle} agreed.",
		"product for people":     "The company introduced {Ortelle for Nurses} in May.",
		"company for a place":    "They left {Ortelle} for {Oslo} in May.",
		"title with a number":    "She read {Seven Views Of Harbour} twice.",
		"title with capitals":    "She read {Kid In The Rain} twice.",
		"place behind capitals":  "They saw {Ortelle} In {Oslo} today.",
		"annual results":         "Qtr ends March Net loss 3 vs profit 4 Net profit 5.",
	})
}
