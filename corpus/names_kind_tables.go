package corpus

// The tables below are read only; keys are lower case, without full stops where they are
// words of names.
var (
	// kindHeads are the words that say what a name of several words names: its last one, or
	// the one before "of".
	kindHeads = kindCues(5, map[Kind]string{
		Organisation: `inc incorporated corp corporation co company companies ltd limited llc plc lp llp ag gmbh se sa nv bv spa oy ab asa kk pty group holdings holding
			partners bancorp bancshares bankshares bank banks banking savings trust fund funds capital ventures equity securities investments investment investors
			financial finance insurance assurance credit mutual brothers bros sons associates industries enterprises international technologies
			technology systems software labs lab laboratories laboratory pharmaceuticals pharma therapeutics biotech motors motor airlines airways airline aviation
			aerospace petroleum oil gas energy power electric utilities resources mining mines minerals metals steel chemicals chemical foods food beverages
			brands stores retail supermarkets restaurants hotels resorts media communications telecom telecommunications telephone telegraph wireless mobile
			networks network broadcasting television tv radio news times post journal tribune herald gazette telegraph wire ledger weekly daily guardian observer chronicle
			magazine press publishing books records pictures studios entertainment productions films
			university college school academy institute institution polytechnic faculty seminary hospital clinic museum gallery library orchestra philharmonic
			symphony opera ballet theatre theater
			ministry department dept agency authority administration bureau office commission committee subcommittee council board court tribunal parliament congress senate
			assembly legislature cabinet government treasury directorate secretariat inspectorate service services force forces army navy marines corps guard police
			command regiment brigade division battalion squadron fleet intelligence
			party movement front union federation confederation association society league club alliance coalition brotherhood organization organisation
			foundation charity church diocese archdiocese synod order congregation mosque
			team united rovers wanderers athletic yankees mets giants dodgers lakers bulls knicks
			democrats republicans conservatives teamsters workers employees networks platforms robotics semiconductor semiconductors computers computer
			consulting consultants advisors advisers analytics management properties realty exchange reserve chamber guild
			initiatives collective cooperative co-op conglomerate consortium bloc cartel syndicate militia brigades taliban
			embassy consulate house campaign watch monitor institutes universities colleges centers centres center centre station`,
		Place: `street avenue road boulevard lane drive highway square plaza place park gardens garden river lake sea ocean bay gulf strait straits channel canal
			island islands isle isles peninsula cape coast beach mountain mountains mount hill hills valley canyon desert forest falls creek springs glacier
			city town village county province state district region territory territories borough parish prefecture republic kingdom emirates states 
			airport harbor harbour port bridge tunnel tower towers stadium arena coliseum palace castle mansion cathedral basilica temple cemetery
			zone border basin delta plateau plains range reef shore heights estate ranch farm prison jail camp base terminal wharf pier hall building
			hemisphere archipelago strip continent ridge pass crossing junction suburb quarter neighborhood neighbourhood township alps seaboard`,
		Other: `act acts bill law laws code constitution amendment amendments treaty treaties pact accord accords agreement agreements convention protocol charter
			declaration covenant memorandum directive resolution ordinance regulation plan plans project projects program programme scheme initiative deal
			award awards prize prizes medal cup trophy championship championships open olympics olympiad games marathon derby bowl series tour festival
			fair expo exhibition conference summit forum show tournament tournaments
			war wars battle revolution uprising rebellion crisis depression recession massacre holocaust genocide disaster hurricane typhoon storm cyclone earthquake
			scandal affair trial trials election elections referendum census day week month year night eve christmas
			index average indices composite bond bonds note notes loan
			virus flu influenza disease syndrome fever bible koran quran torah
			report review survey papers memoir theory theorem principle doctrine rule rules effect model 
			edition version beta album song suite sonata movie film novel trilogy
			phone tablet console jet missile rocket shuttle telescope satellite rover spacecraft mission engine chip processor app assistant
			rights intermediate crude sour clause question speech address oath mandate reform reforms strategy policy fest rally march protest protests strike
			century era age renaissance enlightenment languages language`,
	})

	// kindSurnames are surnames too, which behind a given name say nothing.
	kindSurnames = wordSet(`park hall lane hill hills street bridge church house marsh field fields rivers lake bay banks bank cross day may love law rice power
		moon bush young strong price place castle temple forest woods west east north south sons march post bell knight`)

	// kindFirst are the first words of names of several words.
	kindFirst = kindCues(4, map[Kind]string{
		Organisation: `university college bank banco banque ministry department institute federal national royal deutsche credit air academy association
			bureau committee council standard morgan goldman merrill jpmorgan first`,
		Place: `mount mt lake fort ft san santa los las saint st port cape new north south east west northern southern eastern western central upper lower sri hong
			abu tel rio puerto costa gulf isle río côte republic kingdom downtown greater camp`,
		Other: `operation hurricane typhoon cyclone storm project treaty apollo gemini soyuz windows iphone ipad galaxy boeing airbus flight article section title chapter proposition
			nobel pulitzer super saturday black good formula gpt playstation xbox`,
	})

	// kindOwned are what a possessive before them tells of its owner: "Marsh's wife".
	kindOwned = kindCues(3, map[Kind]string{
		Person: `wife husband son daughter mother father brother sister parents children lawyer lawyers attorney attorneys widow girlfriend boyfriend death funeral
			memoir family childhood career birthday doctor doctors physician friends friend mind face hair body arrest autopsy testimony 
			remarks aides aide inauguration resignation candidacy estate biography`,
		Organisation: `shares share stock headquarters employees workers ceo cfo board shareholders stockholders subsidiary subsidiaries products customers staff
			chairman spokesman spokeswoman members unit units quarterly sales revenue profits executives technology store stores website directors
			management bankruptcy listing founder founders co-founder users earnings bondholders creditors chief executive`,
		Place: `capital government economy parliament president population prime ruling military army opposition largest biggest foreign finance central supreme airport
			streets residents mayor governor northern southern eastern western coast border borders ambassador embassy currency constitution interior defense
			defence inhabitants citizens king queen downtown`,
	})

	// kindPrepositions stand before a mention.
	kindPrepositions = mergeCues(
		kindCues(2, map[Kind]string{Place: `in near outside throughout across toward towards`}),
		kindCues(1, map[Kind]string{Organisation: `at`}),
	)

	// kindPairs are two words before a mention.
	kindPairs = mergeCues(
		kindCuePairs(4, Place, `
			based in
			headquartered in
			located in
			born in
			city of
			town of
			village of
			state of
			province of
			island of
			region of
			suburb of
			district of
			port of
			capital of
			north of
			south of
			east of
			west of
			outskirts of
			people of
			streets of
			republic of
			kingdom of
			arrived in
			lives in
			living in
			lived in
			flew to
			fly to
			flight to
			went to
			go to
			fled to
			moved to
			move to
			returned to
			return to
			trip to
			visit to
			sailed to
			exports to
			exports from
			imports from
			troops to
			troops from
			came from
			flew from
			arrive in
			traveled to
			travelled to
		`),
		kindCuePairs(3, Organisation, `
			shares of
			shares in
			stock of
			stake in
			stakes in
			unit of
			units of
			subsidiary of
			division of
			arm of
			employees of
			employees at
			workers at
			executive of
			executives at
			executives of
			executive at
			executive officer
			ceo of
			chairman of
			founder of
			co-founder of
			works for
			worked for
			works at
			worked at
			working for
			analyst at
			analyst with
			analysts at
			analyst for
			economist at
			economist with
			strategist at
			professor at
			researcher at
			researchers at
			scientist at
			scientists at
			scholar at
			board of
			members of
			member of
			spokesman for
			spokeswoman for
			merger with
			acquisition of
			takeover of
			bid for
			partnership with
		`),
		kindCuePairs(3, Person, `
			trial of
			death of
			wife of
			widow of
			son of
			daughter of
			arrest of
			husband of
			friend of
			friends of
			family of
			lawyer for
			attorney for
			lawyers for
			directed by
			written by
			starring
			reporting by
			editing by
			interview with
		`),
		kindCuePairs(3, Other, `
			provisions of
			signatories to
			signatory to
			version of
			copies of
			episode of
		`),
	)

	// kindBehind are words behind a mention.
	kindBehind = mergeCues(
		kindCues(1, map[Kind]string{
			Person: `said says told added asked recalled replied wrote joked quipped argued insisted acknowledged thinks thought believes campaign camp aides supporters`,
			Other:  `runs includes features requires`,
		}),
		kindCues(3, map[Kind]string{
			Person:       `who whom died grew married tweeted testified smiled laughed shrugged apologized apologised administration presidency`,
			Organisation: `shares stock executives employees workers spokesman spokeswoman shareholders headquarters customers stockholders subsidiary officials merged acquired manufactures employs stores reporters`,
		}),
	)

	// kindOffices are offices behind a mention, which tell whose they are: "Quanta CEO".
	kindOffices = mergeCues(
		kindCues(3, map[Kind]string{
			Organisation: `ceo cfo coo cto chairman chairwoman founder co-founder cofounder analyst analysts economist economists strategist spokesman spokeswoman chief boss executive director`,
			Place:        `governor gov. mayor prosecutor`,
		}),
		kindCues(2, map[Kind]string{Place: `prime foreign ambassador president police residents`}),
	)

	// kindHyphened follow a hyphen behind a mention: "Oslo-based".
	kindHyphened = mergeCues(
		kindCues(4, map[Kind]string{Place: `based born`}),
		kindCues(1, map[Kind]string{Organisation: `owned backed funded run`}),
	)

	// kindExchanges stand in brackets behind companies.
	kindExchanges = wordSet(`nyse nasdaq lse nyse: nasdaq: otc tsx asx amex`)

	// kindCopulas say what a name is.
	kindCopulas = wordSet(`is was are were became becomes remains`)

	// kindAfterPlace are words behind a name that is no part of a longer phrase.
	kindAfterPlace = wordSet(`and or but on in at to for from with by as who which that when where while after before since until is was are were has had have will
		would said says can could may might should did does do this last next they he she it we over during under because if than through against not
		also still now then later earlier recently announced reported told`)

	// kindQuotes open and close the title of a work.
	kindQuotes = wordSet(`“ ” "`)
)

// mergeCues makes one table of several; the first that has a word counts.
func mergeCues(tables ...map[string]kindCue) map[string]kindCue {
	all := make(map[string]kindCue)
	for _, t := range tables {
		for w, c := range t {
			if _, known := all[w]; !known {
				all[w] = c
			}
		}
	}
	return all
}

// kindCuePairs makes a table of phrases, one a line.
func kindCuePairs(weight int, kind Kind, phrases string) map[string]kindCue {
	cues := make(map[string]kindCue)
	for p := range phraseSet(phrases) {
		cues[p] = kindCue{kind, weight}
	}
	return cues
}
