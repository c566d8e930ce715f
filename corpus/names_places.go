package corpus

// More tables of linking. Keys are lower case, without full stops.
var (
	// namesGenerations stand behind a surname.
	namesGenerations = wordSet(`jr sr ii iii iv`)

	// namesCourtesy are titles that do not tell two bearers of a surname apart.
	namesCourtesy = wordSet(`mr mr. mrs mrs. ms ms. miss mister sir dame dr dr. rev. rev reverend prof. hon.`)

	// namesCompanyTails end the full names of companies.
	namesCompanyTails = [...]string{"inc", "inc.", "corp", "corporation", "company", "co", "ltd", "limited", "group", "plc", "llc", "holdings", "incorporated", "ag", "gmbh", "se"}

	// namesOrgWords are in names of organisations, places and works, hardly in persons'.
	namesOrgWords = wordSet(`house street court party bank union states state committee senate council commission agency department ministry university college school
		institute museum church center centre square park airport station hotel hospital company corp corporation inc ltd llc plc group holdings partners
		capital ventures fund foundation association society club league cup bowl series games olympics open championship times post journal news herald tribune
		gazette daily weekly magazine press network television tv radio media studios pictures records music entertainment technologies technology
		systems software labs lab research science sciences energy oil gas motors airlines airways air force army navy corps guard police service services
		bureau office board authority administration federation republic kingdom islands island river lake sea ocean bay mountain mountains valley
		beach coast county city town village district province road avenue bridge tower building hall palace castle theatre theater arena stadium
		act bill law treaty agreement accord protocol amendment constitution declaration project program plan initiative operation war battle
		revolution spring summit conference forum festival awards award prize day week reserve exchange index security intelligence justice
		defense defence health treasury office parliament congress assembly chamber cabinet union front movement alliance coalition brotherhood
		red cross bible google apple microsoft amazon facebook twitter openai tesla watch phone store cloud code model space ai x live online digital
		organization organisation enterprises industries platforms pharmaceuticals laboratories associates management properties financial insurance trust crisis affair
		united federal national international global world american european white black supreme high grand super general wall silicon oval
		us uk un eu ap pentagon kremlin democrats republicans fed coast gulf strip canal dam one two`)

	// namesPlaceHeads are first words of names of places.
	namesPlaceHeads = wordSet(`new north south east west northern southern eastern western central upper lower san santa los las saint st great greater fort ft mount mt lake
		cape port el puerto costa sri abu tel hong kuala addis rio sierra burkina papua ivory cote downtown palo baton grand little long big`)

	// namesTwoWordPlaces are first words that only places have.
	namesTwoWordPlaces = wordSet(`san santa los las saint st st. hong kuala addis costa sri abu tel papua`)

	// namesSure are names of one word that open sentences and mean nothing else.
	namesSure = wordSet(`google microsoft facebook nvidia netflix tesla twitter youtube instagram tiktok spotify samsung sony toyota boeing airbus intel
		oracle softbank deepmind anthropic wikipedia hamas hezbollah congress parliament nato kremlin pentagon brexit bitcoin islam christianity
		reuters bloomberg disney walmart starbucks volkswagen siemens huawei alibaba tencent baidu palantir salesforce verizon pfizer moderna`)

	// namesPlaces are countries and cities that persons' full names seldom end in.
	namesPlaces = wordSet(`afghanistan albania algeria america angola arabia argentina armenia athens atlanta australia austria azerbaijan baghdad bahrain bangladesh beijing
		beirut belarus belgium berlin bolivia bosnia boston brazil britain brussels bulgaria cairo california cambodia canada chicago chile china
		colombia congo croatia cuba cyprus czechia damascus dallas darfur delhi denmark detroit dubai dublin ecuador egypt england estonia ethiopia europe finland
		florida france gaza geneva germany ghana greece guatemala haiti hawaii honduras houston hungary iceland india indonesia iowa iran iraq ireland israel
		istanbul italy jakarta jamaica japan jerusalem kabul kansas kazakhstan kenya kiev korea kosovo kuwait kyiv latvia lebanon liberia libya lithuania
		london london's luxembourg madrid malaysia mali malta manila maryland massachusetts mexico miami michigan milan minnesota moldova mongolia montana montenegro
		montreal morocco moscow mozambique mumbai myanmar namibia nepal netherlands nevada nicaragua niger nigeria norway ohio oklahoma oman ontario oregon
		orlando ottawa pakistan palestine panama paraguay paris pennsylvania peru philadelphia philippines phoenix poland portugal prague qatar quebec rome
		romania russia rwanda scotland seattle senegal seoul serbia shanghai singapore slovakia slovenia somalia spain stockholm sudan sweden
		switzerland sydney syria taiwan tanzania tehran texas thailand tibet tokyo toronto tunisia turkey uganda ukraine uruguay utah uzbekistan venezuela vermont vienna
		vietnam virginia wales warsaw washington wisconsin wyoming alabama alaska arizona arkansas connecticut delaware idaho illinois indiana kentucky louisiana maine mississippi
		missouri nebraska tennessee manhattan brooklyn hollywood minneapolis denver pittsburgh baltimore cleveland frankfurt munich hamburg barcelona naples lagos
		nairobi johannesburg karachi shenzhen osaka melbourne vancouver yemen zambia zimbabwe africa asia york zealand`)
)
