package bot

import (
	"strings"

	"storybot/index"
)

// newsSynonyms are words that questions and news use for the same thing, a group a row.
// A word may stand in several groups.
var newsSynonyms = strings.Split(`resign resignation quit leave exit depart departure
fire dismiss oust remove sack removal dismissal ouster
buy acquire acquisition purchase takeover
deal contract agreement pact accord
company firm business corporation
found create establish start launch cofound founder
invest investment fund funding stake
money cash dollar financing
sue lawsuit suit complaint litigation
court judge ruling verdict
chief ceo head leader boss president
say tell state announce declare
announce unveil reveal launch introduce
kill die death dead murder
injure wound hurt injury
attack strike assault raid bomb
war conflict fighting battle
elect election win victory vote
president leader
police officer cop
arrest detain custody jail
prison jail sentence
cost price worth expense
rise increase grow gain climb jump
fall drop decline decrease plunge
begin start open
end finish close conclude stop
build construct construction make
marry wed wife husband spouse marriage
born birth native
dispute disagreement feud quarrel fight clash row
ally friend partner
partnership venture alliance
join hire recruit appoint name
replace succeed successor
own owner buy
plan propose proposal
ban forbid prohibit bar block
help aid assist support
doctor physician
movie film
car automobile vehicle
pact treaty
donate donation give contribution
work job employ
large big huge major
live home reside residence
merge merger combine
reject refuse decline deny
rescue save bailout
earthquake quake
flu influenza
oil petroleum crude
military army pentagon defense`, "\n")

// synonyms maps a stem to the stems that may stand for it.
type synonyms map[string][]string

// newSynonyms stems the table as the index stems text.
func newSynonyms(ix *index.Index) synonyms {
	s := synonyms{}
	for _, row := range newsSynonyms {
		var stems []string
		for _, t := range ix.Tokens(row) {
			if t.Stem != "" {
				stems = append(stems, t.Stem)
			}
		}
		for _, a := range stems {
			for _, b := range stems {
				if a != b {
					s[a] = append(s[a], b)
				}
			}
		}
	}
	return s
}

func (s synonyms) of(stem string) []string { return s[stem] }
