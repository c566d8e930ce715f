package bot

import (
	"slices"
	"strings"

	"storybot/corpus"
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
chief ceo executive head boss
run lead head chief ceo boss
release launch debut publish
say tell state
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
worth value valuation
rise increase grow gain climb jump
fall drop decline decrease plunge
begin start open
start schedule plan due
end finish close conclude stop
build construct construction make
marry wed wife husband spouse marriage
born birth native
dispute disagreement disagree feud quarrel fight clash row
ally friend partner
partnership venture alliance partner
trigger spark cause prompt ignite provoke lead
bailout rescue
share stake
demonstrate demonstration protest rally march
strong magnitude strength
stake share holding
hurricane storm
vaccine vaccination jab
toll death casualty fatality
join hire recruit appoint name
replace succeed successor
owned owner buy hold control
plan propose proposal
ban forbid prohibit bar block
help aid assist support
doctor physician
movie film
car automobile vehicle
pact treaty
donate donation give contribution
work job employ employee
staff employee worker personnel workforce
demand insist urge require ultimatum
speak speaker speech address
try attempt effort
stop halt disrupt prevent hinder thwart
cover include
large big huge major
largest biggest greatest main top
smallest tiniest least
offer bid propose
make maker manufacture manufacturer produce producer
shareholder investor holder
overthrow overthrew topple
undergo underwent
invade invasion
explode explosion blast
divide division split
decide decision
expand expansion
convict conviction guilty
bankrupt bankruptcy insolvent insolvency
acquit acquittal innocent
live home reside residence
merge merger combine
reject refuse decline deny
rescue save bailout
earthquake quake
flu influenza
investigate investigation probe inquiry review examine examination
sell sale
choose choice pick select selection
raise hike boost
withdraw withdrawal drop
compete competitor competition rival
dine dinner
keep retain remain stay
chair chairman chairwoman
criticize criticise criticism condemn slam
oil petroleum crude
angry anger angered furious fury outrage
hoax bogus fake
ban outlaw
postpone delay defer postponement
permit permission allow approval authorize approve authorization
cause root
sibling brother sister
house home
intend intention plan
hypocritical hypocrisy
trap bury stuck
free release liberate
ill illness sick disease
poor poverty
rich wealthy wealth
unemployed unemployment jobless
lawyer attorney counsel barrister solicitor
medicine drug medication
child kid
afraid fear worry worried anxious
praise applaud hail
warn caution warning
promise pledge vow
accuse allege accusation allegation
admit acknowledge concede
deny denial
oppose opposition object objection
negotiate negotiation
meet meeting summit
visit trip tour
travel visit trip
send dispatch deploy
ship vessel boat
plane aircraft jet airliner
collapse slump
damage destroy destruction ruin wreck devastate
flood inundate
fire blaze burn
steal theft rob robbery
fraud scam swindle
bribe bribery corruption
spy espionage
disclose reveal disclosure
cut reduce reduction slash trim
wage salary pay
law legislation bill statute
vote ballot poll
candidate nominee
resume restart
suspend suspension halt
extend extension prolong
shortage scarcity lack
surplus excess glut
harvest crop
drought dry
rain rainfall precipitation
spread transmit transmission
infect infection
treat treatment cure therapy
quarantine isolate isolation confine
evacuate evacuation flee
homeless displaced
border frontier
soldier troop
rebel insurgent militant
truce ceasefire
weapon gun firearm
nuclear atomic
lawmaker legislator congressman senator
parliament congress legislature
singer musician star
concert gig
prize award
scientist researcher
discover discovery find
testify testimony witness
indict indictment
regulator watchdog
customer client consumer
factory plant
truck lorry
rule regulation
crucial vital
rapid fast swift quick
dangerous danger hazard risk
react reaction response respond
explain explanation
prove proof evidence
blame fault responsible
apologize apology sorry
celebrate celebration
mourn funeral burial memorial
shoot shot shooting
kidnap abduct hostage
search hunt seek
missing vanish disappear disappearance
failure fail collapse
appoint appointment nominate nomination
argue argument dispute
pollution pollute emission
military army pentagon defense`, "\n")

// synonyms are the stems that may stand for a stem, or for two words with a space between,
// where they are a verb and its particle or a name; and the two words that may stand
// for a stem.
type synonyms struct {
	stems   map[string][]string
	against map[string][]string // stems that say the opposite
	nations map[string][]string // stems of the same country or people
	phrases map[string][]phrase
}

// phrase is two words, the first as a stem: a verb and the particle behind it.
type phrase struct{ verb, particle string }

// newSynonyms stems the tables as the index stems text.
func newSynonyms(ix *index.Index) synonyms {
	s := synonyms{stems: groups(ix, newsSynonyms), nations: groups(ix, corpus.Countries()), against: groups(ix, opposites), phrases: map[string][]phrase{}}
	for verb, words := range twoWords {
		s.stems[verb] = distinct(ix.Tokens(words))
		tokens := ix.Tokens(verb)
		p := phrase{tokens[0].Stem, tokens[1].Word}
		for _, stem := range s.stems[verb] {
			if !slices.Contains(s.phrases[stem], p) {
				s.phrases[stem] = append(s.phrases[stem], p)
			}
		}
	}
	for word, words := range oneWay {
		stem := ix.Tokens(word)[0].Stem
		s.stems[stem] = append(s.stems[stem], distinct(ix.Tokens(words))...)
	}
	return s
}

// groups maps each stem of a row to the others.
func groups(ix *index.Index, rows []string) map[string][]string {
	m := map[string][]string{}
	for _, row := range rows {
		stems := distinct(ix.Tokens(row))
		for _, a := range stems {
			for _, b := range stems {
				if a != b {
					m[a] = append(m[a], b)
				}
			}
		}
	}
	return m
}

// opposites answer a question whether something is so, a group a row.
var opposites = strings.Split(`accept reject refuse decline
win lose
rise fall
approve reject block
stay leave quit resign
agree refuse
confirm deny
acquit convict
succeed fail
open close
keep abandon drop
support oppose
allow ban bar
increase decrease cut`, "\n")

// oneWay are words of questions that are told in others, which do not mean them in turn: "who is
// behind it".
var oneWay = map[string]string{
	"behind": "backer back founder found own owner partner venture lead fund", "sit": "seat member",
	"user": "use", "cost": "invest", "pay": "fund finance",
	"back": "backer", "build": "develop builder", "builder": "build", "see": "expect forecast predict", "post": "report", "people": "employee worker resident", "go": "move",
}

// twoWords are verbs that mean something else with their particle, and names of two words
// with their abbreviation.
var twoWords = map[string]string{
	"come back": "return", "came back": "return", "go back": "return", "went back": "return",
	"come out": "release launch debut publish", "came out": "release launch debut publish",
	"step down": "resign quit leave depart", "stepped down": "resign quit leave depart",
	"fall out": "feud quarrel break split", "fell out": "feud quarrel break split", "falling out": "feud quarrel break split",
	"lay off": "layoff dismiss fire cut", "laid off": "layoff dismiss fire cut",
	"take over": "acquire buy replace succeed", "took over": "acquire buy replace succeed lead",
	"set up": "found establish create launch", "break up": "split separate divorce", "broke up": "split separate divorce",
	"kick out": "oust dismiss fire remove", "kicked out": "oust dismiss fire remove",
	"shut down": "close end", "call off": "cancel",
	"artificial intelligence": "AI", "united states": "USA america", "united nations": "UN", "united kingdom": "UK britain", "european union": "EU",
	"federal reserve": "fed", "supreme court": "scotus", "prime minister": "premier", "chief executive": "ceo",
	"attorney general": "ag", "public offering": "IPO", "central bank": "fed ECB", "great britain": "UK",
	"put into": "invest investment", "pour into": "invest investment", "poured into": "invest investment",
	"stood down": "resign quit leave depart", "pulled out": "withdraw quit leave", "pull out": "withdraw quit leave", "gave up": "abandon",
	"give up": "abandon", "brought down": "topple", "went bankrupt": "bankruptcy collapse", "go bankrupt": "bankruptcy collapse",
	"moved to": "join", "took part": "join participate invest", "take part": "join participate invest",
	"turn to": "align ally side back support", "turned to": "align ally side back support",
	"put off": "postpone delay defer", "putting off": "postpone delay defer", "put forward": "propose suggest submit",
	"look into": "investigate probe examine", "looked into": "investigate probe examine", "speed up": "accelerate", "sped up": "accelerate",
	"hand over": "surrender deliver transfer", "handed over": "surrender deliver transfer", "find out": "learn discover", "found out": "learn discover",
	"go up": "rise increase climb", "went up": "rise increase climb", "go down": "fall decline drop", "went down": "fall decline drop",
	"took place": "held happen occur", "take place": "held happen occur", "set off": "trigger spark", "called off": "cancel", "turn down": "reject refuse decline", "turned down": "reject refuse decline",
}
