package corpus

import "testing"

// Where several people of a text share a surname, the bare surname means the one of whom the
// text leaves no doubt, or nobody.
func TestASurnameOfSeveralMeansTheOneWhomTheTextLeavesNoDoubtOf(t *testing.T) {
	t.Parallel()
	for name, marked := range map[string]string{
		"relatives do not take it": "{Peter Quill} died on Monday, friends said. They loved {Quill|Peter Quill}. The singer's father, {Joe Quill}, wept. Crowds came. " +
			"Flowers came too. Sales of songs by {Quill|Peter Quill} rose.",
		"whose relatives are told of": "{Peter Quill}'s father has sued. The suit of {Joe Quill} tells of the death of {Quill|Peter Quill}.",
		"a relative of the pronoun":   "{Ada Quill} sang for her brother {Peter Quill}. Crowds came. Flowers came. Few knew {Quill}.",
		"a title of the other sex":    "{Peter Quill} met {Ada Quill}. Crowds came. Ms. {Quill|Ada Quill} sang, and Mr. {Quill|Peter Quill} did not.",
		"a title that fits nobody":    "{Peter Stone} won. Friends of Mrs. {Stone} cheered.",
		"the one who was just named": "{John Weil} of the bank saw rates rise. {Weil|John Weil} was sure. Others were not. {Jane Weil} of the union was not. " +
			"Prices, {Weil|Jane Weil} said, would fall.",
		"the surname in front": "Aides met {Ban Ki-moon} in {Oslo}. Later Mr {Ban|Ban Ki-moon} left, and {Kim Jong Il} wept; {Kim|Kim Jong Il} slept.",
		"the one whom it meant before": "{Peter Quill} sang. They loved {Quill|Peter Quill}. A suit of {Joe Quill} failed. Rain fell. Snow fell. Nobody came. Crowds came. " +
			"Songs of {Quill|Peter Quill} sold.",
		"the one who is named most": "Fans of {Quill|Peter Quill} wept. {Peter Quill} was ill. {Peter Quill} had slept. A priest, {Jesse Quill}, came. {Peter Quill} had sung. " +
			"Rain fell. Songs of {Quill|Peter Quill} sold.",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := unmarkNames(marked)
			if got := markNames(text, Mentions(text, splitForTest(text))); got != marked {
				t.Errorf("got  %s\nwant %s", got, marked)
			}
		})
	}
}
