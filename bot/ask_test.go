package bot

import "testing"

// "When did Ada Bly resign?" is not answered by the day on which Cy Dole resigned.
func TestOnlySentencesWithItsNamesAnswerAShortQuestion(t *testing.T) {
	t.Parallel()
	q := &question{terms: []term{{stem: "bly", capital: true, known: true}, {stem: "resign", known: true}}}
	stray := ranked{covered: 0.6, stray: true}
	for _, c := range []struct {
		name string
		all  []ranked
		want bool
	}{
		{"no sentence", nil, false},
		{"sentences of somebody else", []ranked{stray, stray}, false},
		{"one of them names her, with the rest of the question", []ranked{stray, {covered: 0.9}}, true},
		{"one of them names her, with little else", []ranked{stray, {covered: 0.3}}, false},
	} {
		if got := q.answeredBy(&decision{asked: evidence{Always: -2, Covered: 4}}, c.all); got != c.want {
			t.Errorf("%s: answered is %v, want %v", c.name, got, c.want)
		}
	}
}
