package corpus

// More tables of Mentions. Keys are lower case unless a comment says otherwise.
var (
	// namesSmall are the words that headlines leave in lower case.
	namesSmall = wordSet(`a an the and or but nor of in on at to by for from with as vs v via is are was be it its into over than up out off per after about`)

	// namesNever are capitalised words that are part of no name.
	namesNever = wordSet(`i i'm i've i'll i'd i’m i’ve i’ll i’d a.m. p.m. am pm et pt est edt pst pdt cst cdt gmt utc bst cet ok o.k. ph.d phd mba
		ceo's tv t.v. cv faq pdf dvd cd gps gdp ipo ipos hr pr iq id atm suv suvs evs ngo ngos dna rna gpu gpus cpu cpus llm llms agi vip vips diy
		p.s posted reply dlrs q&a r&d usd eur gbp hiv aids lgbt lgbtq lgbtq+ mps mph ii. gnp ai ceos cfos mrna dei esg ppe url html api apis wmd b.c a.d bc ad bce
		@everyone @here @all twenties thirties forties fifties sixties seventies eighties nineties inaudible crosstalk retweet unidentified hq fob cif lifo fifo`)

	// namesGeneric are words that alone say a kind of thing even with a capital.
	namesGeneric = wordSet(`government state states party cabinet administration company committee department ministry court army navy internet web
		god lord council commission board agency bureau office corporation bank university college school institute museum church hospital club
		federal national international city county district province republic kingdom union constitution bill act treaty law section article
		chapter part page figure table photo image video audio file files clip picture image: credit source sources editor's note update updated breaking exclusive live
		watch read more related advertisement subscribe share print email newsletter copyright reuters: inc inc. corp corp. ltd ltd. co co. llc plc
		mom dad mother father grandma grandpa mum uncle aunt sir madam jr jr. sr sr. st st. ii iii iv vi vii viii ix
		street avenue road hall center centre square park airport station hotel house's times's association foundation
		group team league cup day week month year season game series round stage world earth moon sun sunrise king queen prince princess pope
		plan project program programme operation order report chart exhibit vol vol. no no. dept dept. est. aka n/a qb rb wr mvp gop's
		terms conduct tweets net shr shrs revs avg qtr mths profit grain stock stocks index market markets street's north south east west northern southern eastern western central midwest northeast southeast
		southwest northwest tier phase level grade form type class model version`)

	// namesPlainPairs are names made of words that name nothing alone.
	namesPlainPairs = phraseSet(`
		federal court
		white house
		world cup
		world series
		world bank
		national guard
		national park
		north sea
		south sea
		united states
		middle east
		central bank
		labour party
		democratic party
		republican party
		communist party
		conservative party
		liberal party
		socialist party
		european union
		african union
		soviet union
		european commission
		european council
		european court
		american league
		national league
		central park
		league cup
		european parliament
		irish republic
		dominican republic
		czech republic
		islamic republic
		islamic state
		red square
		english league
		english channel
		international court
		church state
		western union
		black sea
		times square
		state department
		justice department
	`)

	// namesLeading are words that are left out at the front of a name.
	namesLeading = wordSet(`the a an former then late young dear inc inc. jr jr. sr sr. 's`)

	// namesNumerals are number words that end names: "Air Force One".
	namesNumerals = wordSet(`one two three four five six seven eight nine ten first second third i ii iii iv v vi`)

	// namesNumbered are names that take a number.
	namesNumbered = wordSet(`apollo boeing airbus formula windows iphone ipad galaxy falcon flight route gemini llama claude grok gpt gemma mistral phi pixel
		playstation xbox artemis expo area interstate highway cop euro starship f ariane soyuz shenzhou tiangong voyager super fortune catch type
		chapter proposition prop ftse dow nikkei nasdaq stoxx cac dax euronext level studio channel radio pier gate unit u2 blink sum mi-`)

	// namesGenitives are possessives inside names: "People's Republic of China".
	namesGenitives = wordSet(`people children women men women’s workers veterans farmers teachers king queen bishop paul peter john mary patrick george andrew
		mark thomas luke james guy vincent nature writers players actors directors drivers lawyers hell god heaven bachelor master reader
		traveler travelers gulliver schindler ocean rosemary bridget charlie`)

	// namesOfHeads join what follows "of" to their name: "Bank of America".
	namesOfHeads = wordSet(`department departments dept ministry bank banks university college school schools institute institutes institution house houses chamber court courts board bureau
		office council church museum academy league association federation confederation union republic kingdom states emirates isle isles island islands gulf bay cape
		sea strait straits battle treaty declaration bill society organization organisation committee commission party army city town village
		archdiocese diocese cathedral basilica temple bank fund library hall tower palace gate gardens center centre faculty foundation friends sons daughters knights
		lord lords game pirates guardians planet wall house joint duke duchess prince princess earl bishop archbishop patriarch
		port statue festival tour order legion medal hotel state district province county commonwealth coalition alliance movement congress parliament
		front brotherhood community dominion territory forum conference convention network group service services command guild
		hospital chapel abbey mount valley river lake straits daughters arc brothers heart university-college communist workers' conservatory
		museums galleries doctors reporters champions star stars rest king queen sultanate principality federated prevention secretariat centers centres`)

	// namesOfPairs join by "of" for these two neighbours alone.
	namesOfPairs = phraseSet(`
		art fugue
		chiefs staff
		secret state
		division motor
		call duty
		world warcraft
		lion judah
		age empires
		day dead
		rings power
		bay pigs
		articles confederation
	`)

	// namesAwardTails end names of awards behind "of the": "Player of the Year".
	namesAwardTails = wordSet(`year month week century decade match`)

	// namesForHeads join what follows "for", "on" or "to" to their name.
	namesForHeads = wordSet(`center centers centre centres institute institutes council campaign committee fund agency office organization organisation coalition alliance
		foundation association society movement partnership initiative conference commission panel convention doctors reporters citizens
		americans democrats mothers students subcommittee forum program programme school service bureau union network board college project
		research teach habitat scholars league right`)

	// namesTopics are fields of work; "and" between two of them stands inside a name.
	namesTopics = wordSet(`food drug drugs securities exchange health human disease control prevention education science sciences arts art letters technology trade
		industry commerce culture media sport sports housing urban energy climate environment environmental agriculture fisheries rural transport transportation
		safety security cooperation co-operation development standards research engineering finance banking tourism labor labour welfare justice equality
		democracy business revenue customs oceanic atmospheric aeronautics space children families immigration naturalization refugees citizenship alcohol
		tobacco firearms explosives oversight government rules administration ways means senate homeland governmental relations affairs pensions forestry
		nutrition wildlife fish game parks recreation water power gas electric light oil minerals mining petroleum economic social cultural political
		scientific medical medicine dental hygiene tropical nuclear strategic international european policy planning budget innovation skills
		insurance employment training infrastructure communications information broadcasting telecommunications digital consumer markets competition
		export import investment monetary exploration history design music film television dance theatre theater drama motion picture
		archaeology anthropology ethnology natural marine air rivers borders border protection rights liberties freedom responsibility ethics
		accountability hospitality intelligence surveillance terrorism crime narcotics corrections management personnel savings loan chips rehabilitation aging`)

	// namesFirmHeads open sentences and the names of companies alike.
	namesFirmHeads = wordSet(`first second third new old next good great best big top key air land sea space energy gas oil steel coal gold silver water data
		software information technology music health medicine education travel insurance investment credit cash savings bank security food fuel
		crude home farm ice sugar coffee cotton rubber platinum freight quick pure talent target high open early better fresh simple`)

	// namesFirmTails end the names of companies.
	namesFirmTails = wordSet(`inc corp corporation co company ltd limited plc llc lp ag bank bancorp bancshares holdings group partners financial industries
		technologies systems network trust fund airlines association institute foundation party council university`)

	// namesHouses end names of companies of two words.
	namesHouses = wordSet(`capital partners ventures holdings securities technologies systems labs airlines industries laboratories pharmaceuticals`)

	// namesCommaTails belong to the name before a comma. As written.
	namesCommaTails = wordSet(`Jr. Jr Sr. Sr Inc. Inc Ltd. Ltd LLC L.L.C. L.P. LP LLP PLC Plc D.C.`)

	// namesAndHeads end names that have "and" inside: "Relief and Recovery Act".
	namesAndHeads = wordSet(`act plan program programme bill law agency administration authority department ministry commission committee council board bureau
		office service services association institute center centre fund initiative project strategy agreement treaty convention framework
		society college school foundation union federation organization organisation group company corporation museum conference summit forum
		subcommittee directorate panel directive code scheme`)

	// namesAbstract are endings of what plans and offices are for: "Affordability".
	namesAbstract = [...]string{"ity", "tion", "sion", "ment", "ness", "ance", "ence", "ics", "ure", "ship", "acy", "ing", "ery", "ology", "ism"}

	// namesAndTails end names of firms behind "and": "Quill and Sons".
	namesAndTails = wordSet(`co company sons bros brothers associates daughters`)

	// namesAndPairs are joined by "and" in one name.
	namesAndPairs = phraseSet(`
		standard poor's
		standard poor
		johnson johnson
		procter gamble
		smith wesson
		marks spencer
		barnes noble
		ernst young
		dun bradstreet
		black decker
		harley davidson
		simon schuster
		price waterhouse
		phillips drew
		rowe pitman
		goldman sachs
		trinidad tobago
		bosnia herzegovina
		antigua barbuda
		newfoundland labrador
		truth reconciliation
		rank file
		crime punishment
		war peace
	`)

	// namesPluralVerbs follow a plural noun, hardly a name.
	namesPluralVerbs = wordSet(`are were have do say involve include remain seem go come want need make take get`)

	// namesOpenerPairs are names that start with a function word.
	namesOpenerPairs = phraseSet(`
		the hague
		the who
		the gambia
		los angeles
		las vegas
		no labels
		black lives
		new york
		new jersey
		new mexico
		new zealand
		new delhi
		new orleans
		new hampshire
		new england
		new guinea
		new south
		new yorker
		new haven
		great britain
		great depression
		great lakes
		big apple
		big ben
		big tech
		old trafford
		high court
		top gun
		news corp
		news corp.
		wall street
		supreme court
		federal reserve
		white house
		united states
		united nations
		long island
		long beach
		little rock
		capitol hill
		old navy
		one direction
		three mile
		our lady
		my lai
		all blacks
		first solar
		first republic
		first amendment
		second amendment
		last supper
		doctors without
		in-n-out burger
		six flags
		bear stearns
		post office
		democracy now
		bed bath
		credit agricole
		credit suisse
		credit lyonnais
		general agreement
	`)
)
