package corpus

import (
	"strings"

	"github.com/jdkato/prose/v3/tag"
)

// namesFunction are function words: with a capital they neither start a name nor stand
// in one, save where namesOpenerPairs says so.
var namesFunction = wordSet(`anti pro non pre ex semi mid multi
	one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred hundreds thousands millions dozens
	the a an this that these those he she it they we you his her hers its their theirs our ours my mine your yours him them us me himself herself
	itself themselves who whom whose what when where why how which whoever whatever whichever in on at by for from with without within to of as if
	after before since until till unless while during under over about above below between among amongst amid amidst against along alongside across
	around behind beside besides beyond despite near off onto out outside inside per plus regarding than through throughout toward towards upon via
	versus whereas whether though although albeit because but and or nor so yet also then thus hence therefore however meanwhile moreover furthermore
	nevertheless nonetheless instead otherwise still even ever never not no none nothing nobody yes now some any many much more most few fewer less
	several all both each every either neither such same here there is are was were be been being do does did has have had having can could will would
	shall should may might must isn't don't didn't doesn't won't can't it's that's there's what's here's he's she's let's they're we're you're i'm
	who's it’s that’s there’s what’s here’s he’s she’s let’s they’re we’re you’re who’s don’t didn’t doesn’t isn’t won’t can’t according why's how's
	it'll that'd we've they've i've you've we’ve they’ve you’ve wouldn't couldn't shouldn't aren't weren't wasn't hasn't haven't hadn't wouldn’t
	couldn’t shouldn’t aren’t weren’t wasn’t hasn’t haven’t hadn’t`)

// namesOpeners are common first words of sentences. Where a sentence starts they are no
// names; inside one they can be part of a longer name ("Great Depression").
var namesOpeners = wordSet(`staff danger warning caution traffic water food fuel oil gas coal steel gold silver crude energy inflation unemployment employment growth demand supply
	production output consumption spending saving savings debt credit cash funding income pay wages housing rent crime violence fire smoke rain snow wind heat
	weather climate research evidence data information technology software hardware music art culture religion education health medicine surgery
	law order security safety defense intelligence trade business industry commerce agriculture tourism travel transport air land sea space
	winter night morning evening noon midnight dawn dusk breakfast lunch dinner success failure progress change reform victory defeat hope fear anger
	pressure tension criticism praise opposition resistance control access help aid relief rescue recovery repair construction development
	investment insurance interest rates taxes tax tariffs sanctions exports imports shipments deliveries orders bids offers options rivals
	children kids boys girls babies adults families couples friends neighbors neighbours passengers pilots drivers owners buyers sellers
	engineers lawyers attorneys prosecutors judges jurors detectives firefighters paramedics nurses farmers fishermen miners
	journalists reporters writers actors musicians artists athletes players coaches fans viewers readers users customers clients
	executives managers directors members leaders presidents ministers senators governors mayors candidates delegates counsel
	throw push pull drop cut open close run walk drive fly eat drink sleep wake stand sit lie talk speak explain describe compare contrast add mix stir
	bake boil fry heat pour place put set turn move carry catch hit kick shoot fight win lose avoid beat miss skip copy paste download upload install
	remind wheat corn case search placed signed fired traded suspended waived released activated recalled promoted named hired called added told
	today later earlier soon once twice again almost already always often sometimes perhaps maybe just only really very too quite rather indeed anyway
	overall another other others one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred hundreds thousands
	millions dozens half first second third fourth last next former previous current recent new old big small good great best better worse long short
	high low early late let please given following including based due thanks asked speaking citing police officials protesters people lawmakers
	analysts experts critics supporters investors shares scientists researchers doctors students teachers workers employees residents witnesses
	authorities troops soldiers rebels militants voters polls sources reports prices sales profits revenue government companies banks parents children
	women men everyone everybody someone somebody anyone anybody everything something anything additionally similarly finally eventually recently
	currently previously initially originally ultimately clearly apparently reportedly allegedly unfortunately fortunately interestingly surprisingly
	sadly hopefully obviously certainly probably possibly actually basically generally specifically especially particularly notably importantly
	immediately suddenly increasingly traditionally historically technically note see read watch click get go come make take look think say says said
	tell ask try keep don doesn call find give show want need concerns questions details talks negotiations efforts attempts plans work meet meets met
	announces announced unveils wins loses warns calls hits gets makes takes goes sees faces seeks joins quits leaves rises falls drops gains surges
	slides tumbles soars jumps slumps sues fires hires buys sells launches reveals confirms denies rejects accuses blames urges vows pledges backs
	blocks cuts raises adds ends starts begins returns reaches signs opens closes kills dies top key major deal deals report news analysis opinion
	review interview explainer million billion trillion tech stock stocks market markets amid yet ahead back down away forward together apart hello hi
	hey dear thank sorry oh ah well right sure okay hmm remember consider imagine notice handle hold bring send write buy sell start stop stay wait
	listen hear join visit check use analyst expert critic courtesy photo photos caption head beware increase decrease reduce create provide improve build follow enter save pay order choose learn understand nature mankind humanity freedom democracy capitalism money love life time death war
	peace truth history politics power justice
	photograph photographs uninterrupted wow disclaimer gallery hmmm yep yup nope nah worldwide schools kind needless shame tonight advert broadcasting
	couple delivery guys heck kudos plane thought afterall afterward agreed anyhow bravo bundle cameras cool cowboy error fifth sixth seventh
	goodbye hours joker ninety seventy eighty sixty personally protester regardless responsibility sleet someday sooner sort surveillance tune umm um uh
	whilst virologist age assistant audio austerity balloting beating beauty beforehand blanket blood bottom briefly broadcast broadcaster
	brutality building cancer carbon chalk chanting chiefly color colour concern conclusion contact contributor controversy counter crowd crowds damn
	decay demonstrations denounced desktop desperate detail dirt disregard distraught ditto driving dude duh efficiency embrace enjoy enough entry ergo
	ethanol everyday examining famed fan fat fearful finger forget fourteen fifteen sixteen seventeen eighteen nineteen thirteen frankly funny gloom
	gosh gotta greed guess gunfire gunmen halfway hand heard herewith hindsight hint hire home honey hygiene ignorant influenza invest ironic
	isolate journalist keen launch lazy little logic longtime looks meaning methane multiply newsflash nudity number obesity odd ooh operating pardon
	patient permission petulant pity politicians posted practice pray prayer prelude preserve profile prologue promise pure quick race rant relax
	renewable reopen reward rumor rumors rumour rumours scratch senile shamed shelter shipping simple smog somber stick suffice support
	suppose suspension target tea texting toy transmission trouble vehicle weeks winning shr shrs revs avg oper qtr qtrs qtly div dlrs mths
	mln pct cts turnover dividend liquidity backlog balance activity acceptance arbitrage pricing sorghum coupon drilling maize decision doubtful drought
	eager earnings exercise farm financing freight fruit gasoline grocery gross ground groups inadequate lack linseed manufacturing mindful pigmeat
	platinum plenty pork processing pursuant rainfall repeal renewal reserves restructuring retirement rubber sale sheet soybean soybeans steer sugar
	tanker thrifty timing tranche underwriter wage withdrawal cocaine coffee cotton crews currency disappointed enraged longstanding onlookers bystanders
	commuters shoppers motorists homeowners taxpayers lenders creditors borrowers retailers manufacturers exporters importers growers connect reply
	replies comment comments editing reporting writing overseas nationwide elsewhere upstairs downstairs indoors outdoors abroad overnight midway
	remembering wearing following using writing calling saying making taking meeting joining leaving visiting facing getting giving having helping holding
	keeping letting looking losing moving naming paying playing putting raising reaching releasing returning seeing seeking selling sending setting
	showing signing sitting standing starting stopping supporting telling thanking threatening trying turning understanding urging voting waiting
	watching announcing arriving attacking backing becoming believing blaming blocking bringing buying celebrating comparing condemning
	considering covering creating criticizing cutting defending defying demanding denying describing discussing
	fellow halfhearted like unlike blame shame ask camp credit thank despite quote unquote transcript spoiler footnote hooray hurrah alas behold granted admittedly undoubtedly presumably arguably evidently seemingly
	accordingly consequently subsequently namely likewise incidentally nowadays welcome congratulations post happy sad angry proud glad afraid tired broken
	stolen hidden lost wounded injured armed masked veteran outside inside afternoon midweek weekend weekends`)

// openerEndings are endings of words that open sentences and are hardly ever names.
var openerEndings = [...]string{"ally", "ingly", "edly", "ously", "ively", "fully", "lessly", "ness", "ments", "tions", "ities", "ists",
	"ism", "isms", "bility", "ment", "ship", "hood", "ences", "ances", "ings", "tion", "ence"}

// startIsName says whether a capitalised word that opens its sentence is part of a
// name. The text decides where it shows the word elsewhere; then tables do; the tagger
// is asked about what is left.
func (d *nameText) startIsName(words []nameWord, i int) bool {
	w, s := words[i], d.lower(words[i])
	followed := d.followed(words, i)
	c := d.cases[s]
	switch {
	case d.listOpener(words, i):
		return true
	case d.opener(w):
		return followed && (d.exceptionalOpener(words, i) || namesFirmHeads[s] && d.firmAhead(words, i))
	case w.look == allCapital || hasUpper(w.Of(d.text)[1:]) || d.headOfName(words, i) || d.boundPair(words, i):
		return true
	case followed && (d.pairs[s+" "+d.lower(words[i+1])] || c.lower == 0 && d.houseNext(words, i)):
		return true
	case c != nil && c.inner > c.lower, namesPlaces[s], namesSure[s], w.possessive() && c.lower == 0 && !d.role(s):
		return true
	case !followed && (c == nil || c.inner == 0) && (defineRoles[s] || defineThings[s]):
		return false
	case followed && (namesGiven[s] || namesRegal[s] || namesPlaceHeads[s] && namesPlaces[d.lower(words[i+1])]):
		return true
	case c != nil && c.lower > 0 && (!followed || d.role(s)):
		return false
	case followed && i+2 < len(words) && words[i+2].Of(d.text) == "," && !d.role(s) && !d.opener(words[i+1]):
		return true
	case followed && !d.role(s) && d.fullName(words, i):
		return true
	}
	for _, e := range openerEndings {
		if strings.HasSuffix(s, e) {
			return false
		}
	}
	return d.taggedName(words, i, followed)
}

// role says whether s is the noun of a role or a thing. A word that the text never has in
// lower case is one by the tables alone: Hoffman is no man of a hoff.
func (d *nameText) role(s string) bool {
	if c := d.cases[s]; c != nil && c.lower > 0 {
		return isRole(s)
	}
	one := strings.TrimSuffix(s, "s")
	return defineRoles[s] || defineRoles[one] || defineThings[s] || defineThings[one] || namesTitles[s] || namesTitles[one]
}

// firmAhead says whether the run of capitalised words from i on ends like the name of a
// company: "First Harbour Management Corp".
func (d *nameText) firmAhead(words []nameWord, i int) bool {
	k := i + 1
	for k < len(words) && words[k].capitalised() && !words[k].gap && !words[k-1].possessive() {
		k++
	}
	return k > i+2 && namesFirmTails[d.key(words, k-1)]
}

// houseNext says whether the word behind word i alone makes a company of it: "Thrift
// Capital said".
func (d *nameText) houseNext(words []nameWord, i int) bool {
	return namesHouses[d.lower(words[i+1])] && !d.role(d.lower(words[i])) && (i+2 == len(words) || !words[i+2].capitalised())
}

// fullName says whether word i and the next look like a given name and a surname: the
// text has the second alone as a name elsewhere, or somebody's place follows, as in
// "Agnes Abbott of Northgate".
func (d *nameText) fullName(words []nameWord, i int) bool {
	next := d.lower(words[i+1])
	c, own := d.cases[next], d.cases[d.lower(words[i])]
	if words[i+1].look != capital || c == nil || own == nil || c.lower > 0 || own.lower > 0 || d.opener(words[i+1]) || namesOrgWords[next] || namesDemonyms[next] || namesDays[next] || namesDirections[next] || d.role(next) {
		return false
	}
	if i+2 < len(words) && words[i+2].look == capital && namesGiven[next] {
		return false // "Surely Ada Quill"
	}
	alone := c.inner > 0 && !namesPlaces[next]
	return alone || i+3 < len(words) && words[i+2].Of(d.text) == "of" && words[i+3].capitalised()
}

// followed says whether a name that starts at word i can go on behind it.
func (d *nameText) followed(words []nameWord, i int) bool {
	if words[i].possessive() || i+1 == len(words) {
		return false
	}
	if k := d.overParticles(words, i+1); k > i+1 || d.nickname(words, i+1) > 0 {
		return true
	}
	return words[i+1].capitalised() && !words[i+1].gap && !namesNever[d.lower(words[i+1])]
}

// headOfName says whether word i starts a name that goes on behind "of" or "for".
func (d *nameText) headOfName(words []nameWord, i int) bool {
	if i+2 >= len(words) || !words[i+2].capitalised() || d.function(words[i+2]) {
		return false
	}
	s, join := d.lower(words[i]), words[i+1].Of(d.text)
	return join == "of" && namesOfHeads[s] || join == "for" && namesForHeads[s]
}

// opener says whether w is a function word or a common first word of sentences. "US" and
// "WHO" in capitals are none.
func (d *nameText) opener(w nameWord) bool {
	return d.function(w) || namesOpeners[d.lower(w)]
}

// function says whether w is a function word.
func (d *nameText) function(w nameWord) bool {
	s := d.lower(w)
	if k := strings.IndexAny(s, "'’"); k > 0 {
		if strings.HasSuffix(s[:k], "n") && strings.HasSuffix(s, "t") {
			return true // "Didn't"
		}
		s = s[:k] // "They'd"
	}
	return namesFunction[s] && !(w.look == allCapital && (s == "us" || s == "who"))
}

// taggedName asks the tagger about word i, in the company of the words that follow it:
// once as it stands, and then in lower case, where an unknown word passes for a noun.
// Followed says that another name word comes next.
func (d *nameText) taggedName(words []nameWord, i int, followed bool) bool {
	t, err := nameTagger()
	if err != nil {
		return true
	}
	near := [6]string{"said", "that"}
	n := 2
	for k := i; k < len(words) && n < len(near); k++ {
		near[n] = words[k].Of(d.text)
		n++
	}
	tagged := func(from, at int) string { return tagAt(t, near[from:n], at-from) }
	switch tagged(2, 2) {
	case "NNP", "NNPS":
	case "NN": // the tagger's guess where a sentence starts; inside one it knows better
		if tagged(0, 2) != "NNP" {
			return false
		}
	default:
		return false
	}
	if c := d.cases[d.lower(words[i])]; !followed && n > 3 && (c == nil || c.inner == 0) && !words[i].possessive() && strings.HasPrefix(tagged(0, 3), "NN") {
		return false // "Barley prices"
	}
	near[2] = d.lower(words[i])
	if n > 3 && namesPluralVerbs[near[3]] && strings.HasSuffix(near[2], "s") {
		return false
	}
	if nounTag(tagged(0, 2), followed) {
		return true
	}
	near[1] = "the"
	return nounTag(tagged(1, 2), followed)
}

// tagAt returns the tag of a word in the company of others, of which the tagger looks at the two
// that follow it.
func tagAt(t *tag.Tagger, words []string, at int) string {
	var tokens [6]tag.Token
	n := min(len(words), at+3)
	for i, w := range words[:n] {
		tokens[i].Text = w
	}
	t.TagTokens(tokens[:n])
	return tokens[at].Tag
}

// nounTag says whether a word that the tagger gives this tag in lower case can be a name
// where it has a capital. Followed says that another name word comes next.
func nounTag(tag string, followed bool) bool {
	return strings.HasPrefix(tag, "NN") || followed && tag == "JJ"
}
