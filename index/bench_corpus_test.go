package index_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"storybot/corpus"
)

// What the invented articles are made of. Every sentence is a pattern with slots: %P a
// person, %O an organisation, %L a place, %T a thing, %D a date, %N a number.
var (
	givenNames = strings.Fields(`Agnes Boris Carla Dmitri Elena Farid Greta Hugo Ines Jonas Karin Leon Mira Nadia Oskar Petra
Quentin Rosa Stefan Tilda Ulrich Vera Walter Xenia Yusuf Zora Anton Beatrix Cyril Dora`)
	familyNames = strings.Fields(`Abbott Brandvik Castellan Dunmore Eastham Fairlie Grendel Hallworth Ibsley Jarnefelt Kestrel
Lindqvist Marchetti Norwood Okafor Pemberton Quayle Rasmussen Silvestri Thackeray Ullman Vandermeer Whitlock Yarrow Zimmer Ashdown
Bellweather Corrigan Delacroix Ellsworth Fontaine Garrick`)
	firmNames = strings.Fields(`Northgate Brightwater Solaris Ironbridge Meridian Halcyon Ferrous Kingfisher Larkspur Obsidian Pinnacle
Quarry Redwood Saltmarsh Tidewater Umbra Vantage Westerly Zephyr Copperfield`)
	firmKinds  = strings.Fields(`Shipping Energy Bank Airways Laboratories Motors Foods Holdings Railways Insurance`)
	placeNames = strings.Fields(`Arendale Brockhaven Coldwell Dunbridge Eastmere Farnworth Glenmoor Harrowgate Innismouth Kettering
Lowestead Marrowby Netherfield Ormsby Penwick Ravensholme Stourton Thornbury Uxmoor Wexcombe`)
	things = strings.Fields(`ferry bridge tunnel merger strike budget harbour refinery pipeline railway satellite vaccine tariff
licence contract election inquiry lawsuit dividend factory reactor airport mine festival archive`)
	sentencePatterns = []string{
		"%P, the chief executive of %O, said on %D that the %T in %L would cost $%N million.",
		"The %T was approved by the council of %L on %D after a debate that lasted %N hours.",
		"%O agreed to sell its %T to %O for %N million dollars.",
		"“We were never told about the %T,” said %P, who led the union at %O.",
		"Shares of %O fell %N percent because the %T was late.",
		"%P resigned from %O on %D, citing a dispute over the %T.",
		"The regulator in %L opened an inquiry into the %T of %O.",
		"%P became chairman of %O in place of %P.",
		"About %N workers at the %L plant of %O walked out over the %T.",
		"Analysts expected the %T to be finished by %D, but engineers found %N faults.",
		"The court in %L ruled that %O had broken the terms of the %T.",
		"%P told reporters in %L that nobody had read the report on the %T.",
		"In a letter dated %D, %P asked %O to halt the %T.",
		"The %T drew %N visitors to %L, more than in any year before.",
	}
)

// invented returns n articles of about 2 kB, the same for the same n.
func invented(n int) []corpus.Article {
	rng := rand.New(rand.NewPCG(2015, 2025))
	articles := make([]corpus.Article, n)
	for i := range articles {
		w := writer{Rand: rng, day: time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*3650/n)}
		articles[i] = w.article(i)
	}
	return articles
}

// writer invents one article at a time.
type writer struct {
	*rand.Rand
	day time.Time
}

func (w writer) article(n int) corpus.Article {
	a := corpus.Article{ID: fmt.Sprintf("invented-%05d", n), Path: fmt.Sprintf("invented.jsonl#%d", n+1)}
	a.Source = corpus.Source{
		Title:     strings.TrimSuffix(w.sentence(), "."),
		Outlet:    w.one(firmNames) + " Gazette",
		URL:       fmt.Sprintf("https://example.org/%d", n),
		Published: w.day,
	}
	var text strings.Builder
	for range 6 + w.IntN(6) {
		for range 2 + w.IntN(3) {
			text.WriteString(w.sentence() + " ")
		}
		text.WriteString("\n\n")
	}
	a.Text = text.String()
	return a
}

// sentence fills the slots of a pattern.
func (w writer) sentence() string {
	parts := strings.Split(w.one(sentencePatterns), "%")
	var b strings.Builder
	b.WriteString(parts[0])
	for _, p := range parts[1:] {
		b.WriteString(w.slot(p[0]) + p[1:])
	}
	return b.String()
}

func (w writer) slot(kind byte) string {
	switch kind {
	case 'P':
		return w.one(givenNames) + " " + w.one(familyNames)
	case 'O':
		return w.one(firmNames) + " " + w.one(firmKinds)
	case 'L':
		return w.one(placeNames)
	case 'T':
		return w.one(things)
	case 'D':
		return w.day.AddDate(0, 0, -w.IntN(400)).Format("January 2, 2006")
	}
	return fmt.Sprint(2 + w.IntN(900))
}

func (w writer) one(list []string) string { return list[w.IntN(len(list))] }
