package corpus

// The tables below are read only; keys are lower case.
var (
	// defineGenerations follow a name and belong to it.
	defineGenerations = wordSet(`jr jr. sr sr. ii iii iv 2nd 3rd 4th 2d 3d`)

	// defineOpenings are signs between a name and an apposition.
	defineOpenings = wordSet(`, - – —`)

	// defineQuotes are quotation marks.
	defineQuotes = wordSet(`“ ” ‘ ’ " '`)

	// defineBreaks are signs that part phrases.
	defineBreaks = wordSet(`, ; : . ! ? ( ) [ ] – — ” “ " …`)

	// defineInner are signs that stand inside a phrase.
	defineInner = wordSet(`$ % / - & ' ’ ‘ # + £ €`)

	// defineSetting are words before a phrase that sets a scene and defines nobody.
	defineSetting = wordSet(`in on at after during under as since until before while amid despite over through like unlike for`)

	// defineListing are words before a list of names that belongs to what is before it.
	defineListing = wordSet(`between among amongst including linking uniting joining`)

	// defineJoined are nouns of what several make together: a list of them follows "of".
	defineJoined = wordSet(`venture partnership alliance consortium coalition merger union group collaboration team cartel pact`)

	// defineEmployers are words in the names of institutions.
	defineEmployers = wordSet(`university college institute school academy hospital museum laboratory foundation association council ministry department
		television radio center centre bank church`)

	// defineArticles open a noun phrase.
	defineArticles = wordSet(`the a an`)

	// defineDeterminers open a noun phrase that can say who somebody is.
	defineDeterminers = wordSet(`the a an his her its their our my your one two three four both another some who whose perhaps arguably probably once formerly now then
		himself herself itself`)

	// definePossessives open a phrase that says whose somebody is.
	definePossessives = wordSet(`his her its their our my your`)

	// defineTwo open a phrase that is said of more than one.
	defineTwo = wordSet(`two both three who whose`)

	// defineNot are words at which no such phrase opens.
	defineNot = wordSet(`and or but nor so yet he she it they we you i this that these those there in on at by for from with without within to of as if after before since
		until while during under over about between among against when where why how which what not also too however meanwhile though although because
		according including said says told asked is was are were has had have will would can could may might do did does like unlike via per despite
		respectively whom speaking writing etc etc. all except no yes let watch please thanks own such`)

	// defineAfterHead are words behind the noun of a phrase.
	defineAfterHead = wordSet(`of in at for from with to on who whose whom which that by and or as under`)

	// defineRelatives open a relative clause.
	defineRelatives = wordSet(`who whose whom which that`)

	// defineWhere open a clause on a place or time.
	defineWhere = wordSet(`where when`)

	// defineConnectives go on with a sentence behind the name of a place.
	defineConnectives = wordSet(`and in at for from with to on who that by as since during`)

	// defineCopulas say that somebody is something.
	defineCopulas = wordSet(`is was are were be been became become becomes remains remained`)

	// defineAuxiliaries go with copulas.
	defineAuxiliaries = wordSet(`has had have will would named appointed elected made to set due expected scheduled slated poised reelected re-elected used nominated promoted
		confirmed chosen`)

	// defineIs stand between a role and who holds it.
	defineIs = wordSet(`is was remains`)

	// defineAppoint are verbs between a house, a name and its role.
	defineAppoint = wordSet(`named names appointed appoints elected elects hired hires picked chose selected promoted nominated nominates installed made`)

	// defineWith stand before a name, "as" and its role.
	defineWith = wordSet(`with under`)

	// defineSmall are words of lower case within names.
	defineSmall = wordSet(`of and the for in on de`)

	// defineParticiples open a phrase that says where a name comes from or what it is called.
	defineParticiples = wordSet(`based headquartered located founded established owned born aged known nicknamed dubbed called`)

	// defineHome stand before where somebody comes from.
	defineHome = wordSet(`of from`)

	// defineThis open a time behind a noun: "the first country this year to ...".
	defineThis = wordSet(`this last these`)

	// defineServing are verbs before "as" and a role.
	defineServing = wordSet(`serves serve serving works work working acts acting takes took over joined joins returned returns started starts begins began sits sat continues stays stayed
		known nominated replace replaces replaced succeed succeeds succeeded`)

	// defineOr join the last of a list.
	defineOr = wordSet(`and or the`)

	// defineWithin join a noun to the phrase before it.
	defineWithin = wordSet(`of in at for by with`)

	// defineThat are conjunctions before the subject of a clause.
	defineThat = wordSet(`that because while if although though since whether as so unless until when once before after`)

	// definePlaceNouns say what a place is.
	definePlaceNouns = wordSet(`capital city town village country nation state region island port suburb province district neighborhood neighbourhood home
		hub center centre member ally rival neighbor neighbour power republic kingdom democracy partner economy venue site host`)

	// definePronouns are subjects of a statement.
	definePronouns = wordSet(`i he she we they you it i'm i've i'll he's she's we're we've they're they've they'll you're you've it's
		i’m i’ve i’ll he’s she’s we’re we’ve they’re they’ve they’ll you’re you’ve it’s let's let’s there's there’s`)

	// defineFinite are verbs that make a statement.
	defineFinite = wordSet(`is are was were am has have had do does did don't doesn't didn't isn't aren't wasn't weren't can't won't say think know want need`)

	// defineSaying are verbs of a clause of their own.
	defineSaying = wordSet(`said says told tells asked asks added adds wrote writes reported reports announced`)

	// defineAdverbs stand between a copula and what it says.
	defineAdverbs = wordSet(`also now still currently once then already just only simply essentially originally formerly previously previously, widely better
		best commonly officially always probably perhaps arguably`)

	// defineNaming are participles before a name.
	defineNaming = wordSet(`called named dubbed known titled entitled nicknamed codenamed code-named branded christened`)

	// namesCommaTailsLow are namesCommaTails in lower case.
	namesCommaTailsLow = wordSet(`jr. jr sr. sr inc. inc ltd. ltd llc l.l.c. l.p. lp llp plc d.c.`)

	// definePlaceTails are states and their abbreviations behind a comma.
	definePlaceTails = wordSet(`ala. alaska ariz. arizona ark. calif. colo. conn. del. fla. ga. hawaii idaho ill. ind. iowa kan. ky. la. me. md. mass. mich. minn. miss. mo. mont. neb.
		nev. n.h. n.j. n.m. n.y. n.c. n.d. ohio okla. ore. pa. r.i. s.c. s.d. tenn. tex. vt. va. wash. w.va. wis. wyo. d.c. l.i. alabama arkansas california
		colorado connecticut delaware florida georgia illinois indiana kansas kentucky louisiana maine maryland massachusetts michigan minnesota
		mississippi missouri montana nebraska nevada new north south rhode oklahoma oregon pennsylvania tennessee texas utah vermont virginia
		washington west wisconsin wyoming ont. que. b.c. ontario quebec saskatchewan alberta manitoba england scotland wales ireland`)

	// roleEndings end nouns of roles: "lawyer", "director", "economist", "chairwoman".
	roleEndings = [...]string{"er", "or", "ist", "ian", "man", "woman", "men", "women", "ee", "eur", "ess", "ster", "grapher", "logist", "person"}

	// defineNoRoles end like roles and are none.
	defineNoRoles = wordSet(`other former under over after never however rather whether together number order member-state power summer winter water paper
		letter matter chapter center corner quarter dinner weather computer daughter-ship tower river later senior junior major minor color floor door
		labor error terror mirror interior exterior humor favor honor harbor vapor list mist twist best first least west east against exist
		human german roman ottoman norman indian russian canadian italian australian christian egyptian iranian syrian brazilian ukrainian american
		iran japan-men committee employee-owned decree three fee degree free agree tree coffee business process success princess-like access address less
		press loss class glass mess congress progress wilderness fitness illness witness-box october september november december easter
		better bigger larger smaller older younger higher lower greater closer longer stronger faster newer upper inner outer proper super
		silver copper cancer fiber tiger counter layer proper consumer offer transfer disorder border murder newspaper semester shoulder sister-in
		monster rubber trailer-park answer character consider cover deliver discover enter ever remember chester manchester leicester
		finger hammer ladder flower shower filter folder shelter chamber timber lumber thunder wonder blunder gender tender slender fodder
		anger danger hunger ginger layer prayer fever clever silver liver lever cover shiver slumber encounter disaster poster cluster register
		barrier carrier-bag premier frontier earlier easier harder
		feet meet street sweet guarantee prior superior inferior anterior factor sector vector tutor-led motor reactor tractor monitor
		median civilian-led asian african european italian-american 'er her per`)

	// defineRoles are nouns of roles that no ending shows.
	defineRoles = wordSet(`chief head president ceo chair captain coach star hero heroine king queen prince princess duke duchess earl pope saint host guest guru ace rookie
		pro pilot analyst aide guard back quarterback linebacker fullback halfback cornerback forward center end tackle receiver goalie winger
		midfielder striker catcher slugger pitcher shortstop champion medalist veteran legend icon idol giant magnate tycoon mogul baron boss
		democrat republican conservative liberal independent socialist communist labourite tory whig member mp senator congressman governor mayor
		minister secretary undersecretary ambassador envoy diplomat delegate representative deputy aide-de-camp colonel general admiral sergeant lieutenant major
		private soldier marine cadet sheriff cop police detective inspector agent spy judge justice magistrate attorney counsel lawyer solicitor advocate activist
		architect engineer scientist physicist chemist mathematician economist historian critic poet novelist author writer playwright dramatist
		journalist columnist correspondent editor publisher anchor pundit blogger scholar professor lecturer fellow dean provost rector principal student
		graduate alumnus alumna pupil expert authority specialist consultant adviser doctor physician surgeon nurse dentist vet therapist
		chef cook artist painter sculptor designer composer conductor pianist violinist cellist guitarist bassist drummer singer songwriter vocalist
		soprano tenor baritone mezzo musician rapper dj actor actress comedian comic dancer ballerina choreographer director producer filmmaker screenwriter
		photographer model farmer rancher banker broker trader merchant dealer investor entrepreneur founder co-founder cofounder creator inventor owner
		chairman chairwoman chairperson executive manager officer official director-general spokesman spokeswoman spokesperson priest bishop archbishop
		cardinal rabbi imam cleric monk nun missionary theologian philosopher father mother brother sister son daughter wife husband widow widower
		uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother stepfather stepmother twin friend neighbor neighbour ally rival partner
		colleague companion lover girlfriend boyfriend fiance fiancée mentor protege protégé successor predecessor heir heiress patron native resident citizen
		immigrant refugee exile dissident prisoner inmate suspect defendant plaintiff victim survivor witness killer assassin hacker
		player athlete golfer boxer runner sprinter swimmer cyclist skier skater gymnast jockey driver racer umpire referee
		finalist winner runner-up leader captain skipper man woman boy girl teenager child baby youth person figure personality celebrity socialite
		conservationist sidekick standout recruit prospect lefty right-hander left-hander righty reliever closer starter outfielder infielder
		candidate nominee contender front-runner frontrunner challenger incumbent lawmaker legislator councilman commissioner trustee regent
		brain brainchild mastermind scion descendant half part lead regular newcomer favorite favourite emeritus liaison mogul titan maestro virtuoso diva
		academic safety abbot primate piano violin viola cello oboe clarinet flute trumpet trombone guitar saxophone harp harpsichord percussion bassoon bass alto baritone mezzo-soprano tsar czar oligarch kingpin strongman dictator monarch emperor empress sultan sheikh ayatollah warlord rebel militant terrorist gunman`)

	// defineThings are nouns that say what a thing is.
	defineThings = wordSet(`company firm startup start-up corporation bank group organization organisation agency charity foundation nonprofit institute university college school
		newspaper magazine website network studio maker manufacturer retailer airline subsidiary division unit arm branch department bureau
		project program programme plan initiative venture partnership alliance coalition treaty agreement accord law bill act measure rule policy
		product service platform app tool device chip system model chatbot engine software game film movie book novel album song play show series musical
		city town village capital country nation province region island river mountain port suburb district neighborhood neighbourhood
		rocket satellite spacecraft aircraft ship drug vaccine virus disease storm hurricane earthquake war battle event festival conference`)
)
