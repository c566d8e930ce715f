package corpus

import "strings"

// wordSet makes a set of the words in s, which white space separates.
func wordSet(s string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// phraseSet makes a set of phrases, one a line.
func phraseSet(s string) map[string]bool {
	set := make(map[string]bool)
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			set[line] = true
		}
	}
	return set
}

// The tables below are read only. Keys are lower case unless a comment says otherwise.
var (
	// namesParticles stand in lower case inside names of persons and places.
	namesParticles = wordSet(`von van der den de la las los le del della di da dal dos das du do ter ten bin ibn al el ul ad abu zu af av y et sans au aux`)

	// namesHyphenTails follow a capital and a hyphen without a capital of their own.
	namesHyphenTails = wordSet(`e i o a la le de ed un moon hye geun bin sik seok seong gi kyung gyu chul keun won shik tae seung hak sook suk bok dong gun hoon hun ki kwon nam pyo sang sup taek wook yeon yeol
		yong yoon young yun shek tung shui ying wen jeou ching te hui pin fu lung hwan hyun jung joon jin woo ho sung min jong ping jae il eun hee young soo jun kyu uk mail au aux en sur upon sous les`)

	// namesDotted are abbreviations that keep their full stop. As written.
	namesDotted = wordSet(`Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Cmdr Adm Maj Rev Hon Fr Sr Jr Pres Atty Det Supt Amb Msgr
		Inc Corp Co Ltd Bros St Ste Mt Ft v vs Jos Wm Geo Chas Ph
		Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que`)

	// namesWithS are names that end in 's of their own. As written, without it.
	namesWithS = wordSet(`McDonald Levi Lloyd Sotheby Christie Macy Wendy Moody Domino Sainsbury Kohl Lowe Denny Arby Bloomingdale Hershey Kellogg Harrod
		Mattel Morrison Ladbroke Barclay Chili Applebee Popeye Hardee Alzheimer Parkinson Valentine Schindler Poor`)

	// namesDays are days and months: never names by themselves.
	namesDays = wordSet(`monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
		january february march april may june july august september october november december
		jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. mon tue tues wed thu thurs fri sat sun
		spring summer autumn fall winter today tomorrow yesterday`)

	// namesMonthNames are months that are persons' names too.
	namesMonthNames = wordSet(`may march april june august jan`)

	// namesSeasons are seasons, which begin names: "Spring Update".
	namesSeasons = wordSet(`spring summer autumn winter`)

	// namesDayHeads make a name of the day or month after them: "Black Friday".
	namesDayHeads = wordSet(`black good super bloody cyber ash easter palm holy women's million fat giving usa`)

	// namesDayTails make a name of the day or month before them: "Sunday Times".
	namesDayTails = wordSet(`times telegraph mirror mail express revolution herald`)

	// namesDemonyms are adjectives and nouns of origin, belief and party. Alone they say
	// what kind somebody is, not who; as part of a longer name they stay.
	namesDemonyms = wordSet(`american americans british briton britons english scottish scot scots welsh irish french german germans italian italians
		spanish spaniard spaniards portuguese dutch belgian belgians swiss austrian austrians swedish swede swedes norwegian norwegians danish dane danes
		finnish finn finns icelandic polish pole poles czech czechs slovak slovaks hungarian hungarians romanian romanians bulgarian bulgarians greek greeks
		turkish turk turks russian russians ukrainian ukrainians belarusian georgian georgians armenian armenians azerbaijani kazakh uzbek serbian serb serbs
		croatian croat croats bosnian bosnians albanian albanians kosovar slovenian macedonian estonian latvian lithuanian lithuanians chinese japanese korean
		koreans taiwanese vietnamese thai indonesian indonesians malaysian filipino filipinos philippine singaporean cambodian burmese indian indians pakistani
		pakistanis bangladeshi nepalese sri-lankan jordanians chadian chadians lebanese tibetan tibetans mongolian afghan afghans iranian iranians persian iraqi iraqis syrian syrians lebanese
		jordanian israeli israelis palestinian palestinians saudi saudis emirati kuwaiti qatari yemeni omani egyptian egyptians libyan libyans tunisian
		tunisians algerian algerians moroccan moroccans sudanese ethiopian ethiopians eritrean kenyan kenyans ugandan tanzanian rwandan congolese nigerian
		nigerians ghanaian ivorian senegalese liberian zimbabwean zambian angolan mozambican somali somalis african africans south-african canadian canadians
		mexican mexicans cuban cubans haitian haitians dominican jamaican puerto-rican brazilian brazilians argentine argentines argentinian chilean chileans
		peruvian peruvians colombian colombians venezuelan venezuelans ecuadorean ecuadorian bolivian uruguayan paraguayan guatemalan honduran salvadoran
		nicaraguan panamanian costa-rican latin australian australians new-zealander maori samoan european europeans asian asians western westerners eastern
		arab arabs arabic kurdish kurd kurds jewish jew jews muslim muslims islamic islamist islamists christian christians catholic catholics protestant
		protestants buddhist buddhists hindu hindus sikh sikhs sunni sunnis shia shiite shiites orthodox evangelical evangelicals mormon mormons
		democrat democrats democratic republican republicans conservative conservatives tory tories labour liberal liberals communist communists socialist
		socialists nazi nazis marxist soviet soviets hispanic hispanics latino latinos latina black blacks white whites gop-led anglo
		texan texans californian californians floridian hawaiian alaskan parisian londoner londoners berliner muscovite muscovites yorker yorkers
		caribbean mediterranean scandinavian nordic slavic balkan arctic byzantine victorian olympian olympians bible gospel english-language`)

	// namesDirections go with demonyms: "South Korean", "West German".
	namesDirections = wordSet(`north south east west northern southern eastern western central middle sub-saharan non latin old new`)

	// namesTitles stand before the name of a person and are left out of it.
	namesTitles = wordSet(`mr mr. pres. mrs mrs. ms ms. miss mister dr dr. doctor prof prof. professor president president-elect vice-president ex-president
		commissioner-general under-secretary undersecretary under-secretary-general premier chancellor minister secretary senator sen. sens. senators representative rep. reps. representatives congressman congresswoman
		congressmen governor sen rep gov gen col lt capt sgt pres vp maj gov. govs. mayor ambassador amb. judge justice sheriff speaker chairman chairwoman chairperson ceo cfo coo cto
		cio director commissioner superintendent supt. inspector detective det. officer general gen. colonel col. maj. captain capt.
		lieutenant lt. sergeant sgt. corporal commander cmdr. admiral adm. marshal chief coach rev rev. reverend
		bishop archbishop rabbi imam sheikh ayatollah sir dame lord baroness baron
		councillor councilman councilwoman councilmember alderman assemblyman assemblywoman co-founder cofounder founder
		spokesman spokeswoman spokesperson economist strategist adviser advisor leader comrade mp msp
		treasurer comptroller trooper hon. msgr. envoy lawmaker billionaire actor actress singer ag whip then-president
		secretary-general director-general attorney-general vice-chairman vice-chair co-chair co-chairman`)

	// namesTitlePrefixes stand before a title and belong to it: "Foreign Minister".
	namesTitlePrefixes = wordSet(`prime foreign defense defence interior finance health justice education treasury home state labor labour energy press
		deputy vice assistant associate acting interim former chief executive senior lead special lieutenant attorney solicitor inspector major
		brigadier rear commerce transportation environment economy trade culture shadow first district police fire federal
		managing founding majority minority cabinet national security staff sergeant lance field air general opposition house senate
		tech political circuit appeals longtime then`)

	// namesRegal are titles that stay with the name: "Pope Francis".
	namesRegal = wordSet(`pope queen king prince princess emperor empress saint tsar sultan duke duchess earl emir`)

	// namesTitlePhrases are titles of several words. As written; they end a run's left side.
	namesTitlePhrases = phraseSet(`
		High Commissioner
		Under-Secretary General
		Secretary of State
		Secretary of Defense
		Secretary of War
		Secretary of the Treasury
		Secretary of Labor
		Secretary of Energy
		Secretary of Education
		Secretary of Commerce
		Secretary of the Interior
		Secretary of Homeland Security
		Secretary of Health
		Attorney General
		Secretary General
		Director General
		Surgeon General
		Governor General
		Chief of Staff
		Chief Executive Officer
		Chancellor of the Exchequer
		Speaker of the House
		Leader of the Opposition
		Director of National Intelligence
		Member of Parliament
		Chairman of the Joint Chiefs
		First Lady
		Prime Minister
		Vice President
		Chief Justice
		Chief Executive
		Foreign Secretary
		Home Secretary
		Press Secretary
		House Speaker
	`)

	// namesNotTitle are words after which a title word is part of a name instead. The
	// key is the title and the word after it.
	namesNotTitle = phraseSet(`
		general motors
		general electric
		general mills
		general assembly
		general dynamics
		general fund
		general atomics
		general catalyst
		general strike
		general election
		major league
		premier league
		justice department
		dollar general
		justice department
		justice league
		judge dredd
		captain america
		lord howe
		president's day
		white house
		homeland security
		directors guild
		director's guild
		generals' party
	`)

	// namesTitlePhraseHeads are the first words of namesTitlePhrases. As written.
	namesTitlePhraseHeads = firstWords(namesTitlePhrases)
)

// firstWords returns the first word of each phrase.
func firstWords(phrases map[string]bool) map[string]bool {
	set := make(map[string]bool)
	for p := range phrases {
		first, _, _ := strings.Cut(p, " ")
		set[first] = true
	}
	return set
}
