package corpus

// The tables below are read only; keys are lower case.
var (
	// roleAnyHouse are words for a house that tell none.
	roleAnyHouse = wordSet(`company firm business group organisation organization agency bank club party laboratory university country nation state city`)

	// roleRanks stand before the noun of a role, or behind it and "of", and tell roles apart.
	roleRanks = wordSet(`vice deputy assistant associate acting interim chief executive financial operating technology technical information marketing
		investment medical scientific scientist legal security product people staff managing general prime foreign finance defense defence interior
		health justice education energy trade transport treasury home state labor labour agriculture commerce environment culture press attorney
		district secretary director major lieutenant brigadier solicitor supreme co running`)

	// roleSynonyms are spellings of one role.
	roleSynonyms = map[string]string{
		"ceo": "chief executive", "chief executive officer": "chief executive", "cfo": "chief financial officer", "coo": "chief operating officer",
		"cto": "chief technology officer", "chief technical officer": "chief technology officer", "cio": "chief information officer", "cmo": "chief marketing officer",
		"co founder": "founder", "cofounder": "founder", "co chief executive": "chief executive", "co ceo": "chief executive", "cocreator": "creator", "co creator": "creator", "co author": "author",
		"coauthor": "author", "co owner": "owner", "co ordinator": "coordinator", "co chairman": "chairman", "co chair": "chairman", "co director": "director",
		"chair": "chairman", "chairwoman": "chairman", "chairperson": "chairman", "spokeswoman": "spokesman", "spokesperson": "spokesman",
		"boss": "head", "chief": "head", "leader": "head", "actress": "actor", "heroine": "hero", "heiress": "heir", "waitress": "waiter", "hostess": "host",
		"congressman": "representative", "congresswoman": "representative", "rep": "representative", "sen": "senator", "gov": "governor", "pres": "president",
		"prof": "professor", "gen": "general", "vp": "vice president", "pm": "prime minister", "premier": "prime minister", "mp": "member of parliament",
		"advisor": "adviser", "lawyer": "attorney", "solicitor": "attorney", "policewoman": "policeman", "businesswoman": "businessman",
		"councilwoman": "councilman", "assemblywoman": "assemblyman", "lawmaker": "legislator", "footballer": "player", "defence secretary": "defense secretary",
		"defence minister": "defense minister", "director general": "director general", "start up": "startup", "firm": "company", "corporation": "company",
		"organisation": "organization", "programme": "program", "spouse": "wife", "film": "movie", "presidents": "president", "co star": "star",
	}

	// roleDeeds are verbs of relative clauses that tell a role.
	roleDeeds = map[string]string{
		"founded": "founder", "co-founded": "founder", "cofounded": "founder", "started": "founder", "created": "creator", "invented": "inventor",
		"wrote": "author", "directed": "director", "owns": "owner", "leads": "head", "led": "head", "heads": "head", "headed": "head", "runs": "head", "ran": "head",
		"chairs": "chairman", "chaired": "chairman", "represents": "representative", "represented": "representative", "edits": "editor", "edited": "editor",
		"designed": "designer", "built": "builder", "coaches": "coach", "coached": "coach", "teaches": "teacher", "manages": "manager", "managed": "manager",
	}

	// roleParties are the letters before the place of a member of a party.
	roleParties = map[string]string{"d-": "democrat", "r-": "republican", "i-": "independent"}

	// roleForms are legal forms behind the name of a company.
	roleForms = wordSet(`inc inc. corp corp. ltd ltd. llc plc co co. corporation company group limited`)

	// roleCountries are names and adjectives of countries, by the name under which a role is
	// known. Countries returns them.
	roleCountries = map[string]string{
		"us": "united states", "usa": "united states", "america": "united states", "american": "united states", "united states": "united states",
		"uk": "britain", "united kingdom": "britain", "british": "britain", "britain": "britain", "great britain": "britain",
		"french": "france", "german": "germany", "italian": "italy", "spanish": "spain", "russian": "russia", "ukrainian": "ukraine", "chinese": "china",
		"japanese": "japan", "indian": "india", "canadian": "canada", "mexican": "mexico", "brazilian": "brazil", "israeli": "israel", "palestinian": "palestine",
		"egyptian": "egypt", "iranian": "iran", "iraqi": "iraq", "turkish": "turkey", "syrian": "syria", "libyan": "libya", "haitian": "haiti", "tunisian": "tunisia", "lebanese": "lebanon", "yemeni": "yemen",
		"jordanian": "jordan", "nigerian": "nigeria", "kenyan": "kenya", "cuban": "cuba", "venezuelan": "venezuela", "colombian": "colombia", "argentine": "argentina",
		"chilean": "chile", "portuguese": "portugal", "finnish": "finland", "belgian": "belgium", "czech": "czech republic", "romanian": "romania", "thai": "thailand",
		"indonesian": "indonesia", "vietnamese": "vietnam", "european": "european union", "eu": "european union", "polish": "poland",
		"norwegian": "norway", "swedish": "sweden", "danish": "denmark", "dutch": "netherlands", "greek": "greece", "irish": "ireland", "scottish": "scotland",
		"australian": "australia", "south african": "south africa", "pakistani": "pakistan", "afghan": "afghanistan", "saudi": "saudi arabia",
		"korean": "korea", "south korean": "south korea", "north korean": "north korea", "ugandan": "uganda", "peruvian": "peru", "argentinian": "argentina", "malaysian": "malaysia", "philippine": "philippines", "filipino": "philippines",
		"algerian": "algeria", "moroccan": "morocco", "hungarian": "hungary", "austrian": "austria", "swiss": "switzerland",
	}
)
