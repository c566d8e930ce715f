package bot

import (
	"slices"
	"strings"

	"storybot/corpus/timex"
)

// disputeDays is how far apart two sources may date one event: farther apart, they more
// likely tell of two.
const disputeDays = 4

// disputes notes, for each chosen event that is dated to the day, the articles that date
// it to another day. Only dates that name a day of a month count: a weekday may have
// been printed again with the next week's paper.
func (s *story) disputes(chosen []event, days []date) {
	for i, e := range chosen {
		if !e.namesDay() {
			continue
		}
		for _, d := range days {
			if d.Value == e.date.Value || d.Precision != timex.Day || !within(d.Timex, e.date.Begin.AddDate(0, 0, -disputeDays), e.date.Until.AddDate(0, 0, disputeDays)) {
				continue
			}
			for _, o := range d.events {
				if o.article != e.article && o.namesDay() && o.vector.dot(e.vector) > repeated {
					chosen[i].addClaim(o)
				}
			}
		}
		slices.SortFunc(chosen[i].claims, func(a, b Claim) int { return a.Date.Begin.Compare(b.Date.Begin) })
	}
}

// namesDay says whether the event's main date is written with the day of a month, and not
// by the page around the article.
func (e event) namesDay() bool {
	return !e.lead && e.main >= 1 && e.date.Precision == timex.Day && strings.ContainsAny(e.reading.Text[e.date.Start:e.date.End], "0123456789") &&
		!hasFurniture(e.text())
}

// addClaim notes another source's date, once a day.
func (e *event) addClaim(o event) {
	if !slices.ContainsFunc(e.claims, func(c Claim) bool { return c.Date.Begin.Equal(o.date.Begin) }) {
		e.claims = append(e.claims, Claim{Date: o.eventDate(), Article: reference(o.reading.Article)})
	}
}

// disagreement says in a sentence which sources date an event of the answer differently.
func disagreement(quotes []Quote) string {
	var all []string
	for _, q := range quotes {
		for _, c := range q.Claims {
			all = append(all, q.Article.Short()+" ("+q.Date.String()+") and "+c.Article.Short()+" ("+c.Date.String()+")")
		}
	}
	if len(all) == 0 {
		return ""
	}
	return "Sources differ about a date: " + strings.Join(all, "; ") + "."
}
