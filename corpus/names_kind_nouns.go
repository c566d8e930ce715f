package corpus

import "maps"

// The tables below are read only; keys are lower case.
var (
	// kindNouns are the nouns of phrases that say what something is: "Quanta, a maker of".
	kindNouns = kindNounTable()

	// kindUnclear are nouns of roles that companies, places and works play too.
	kindUnclear = wordSet(`chief head star hero host guest ace pro guard back center end member rival partner ally owner creator leader icon legend idol model figure
		part half lead regular independent liberal conservative favourite favorite newcomer successor predecessor heir winner champion finalist contender challenger
		suspect victim survivor investor trustee publisher broker dealer merchant trader private major general principal primate bass alto tackle anchor closer starter
		standout descendant brain brainchild native twin neighbor neighbour parent pilot killer monster inventor authority agent lover
		witness inmate plaintiff defendant sidekick recruit prospect lefty forward cardinal king queen prince baby liaison judge justice
		chair fellow right companion advocate specialist racer runner driver maestro diva legend person ruler regent promoter organizer organiser sponsor host`)
)

// kindNounTable makes kindNouns: the roles of persons, and what the other lists say.
func kindNounTable() map[string]kindCue {
	cues := make(map[string]kindCue)
	for role := range defineRoles {
		if !kindUnclear[role] {
			cues[role] = kindCue{Person, 3}
		}
	}
	maps.Copy(cues, kindCues(3, map[Kind]string{
		Person: `lawmaker billionaire millionaire chairman vice-president ex-president newsman teen teenager octogenarian whistleblower whistle-blower blogger youtuber streamer
			influencer technologist spokesman demonstrator protester campaigner programmer neuroscientist epidemiologist
			virologist biologist sociologist geologist seismologist meteorologist psychologist cardiologist anesthesiologist pathologist coroner paramedic
			firefighter policeman policewoman patrolman bodyguard housekeeper chauffeur nanny butler secretary receptionist waiter waitress carpenter plumber
			electrician fisherman shopkeeper businessman businesswoman sportsman statesman cameraman anchorman congresswoman assemblyman alderman
			father-in-law mother-in-law son-in-law daughter-in-law brother-in-law stepson stepdaughter grandson fiance fiancee spouse ex-wife ex-husband publicist
			pastor preacher evangelist vicar deacon bishop vice-chairman co-chairman cofounder co-founder helper baker farmhand worker cleaner officer`,
		Organisation: `company companies firm firms startup startups start-up start-ups corporation corporations conglomerate bank banks lender lenders insurer insurers brokerage automaker automakers carmaker carmakers
			chipmaker chipmakers drugmaker drugmakers planemaker toymaker brewer brewery manufacturer manufacturers maker makers retailer retailers supplier
			suppliers airline airlines carrier utility refiner refinery giant powerhouse subsidiary affiliate unit division arm group groups organization organisation
			agency agencies charity charities nonprofit non-profit foundation institute institution university universities college school academy
			site sites blog newspaper newspapers magazine broadcaster network website tabloid daily weekly publication outlet studio label publisher
			team club franchise squad party union federation association society league alliance coalition movement
			militia cartel gang sect church committee commission council panel board department ministry bureau regulator regulators watchdog authority court
			think-tank thinktank laboratory lab hospital museum library orchestra band quartet
			fund funds investor investors shareholder exchange bourse consortium venture incubator accelerator
			chain restaurant hotel store brand operator distributor developer contractor exporter importer producer distributor wholesaler
			supermarket grocer law-firm consultancy consulting auditor underwriter broker-dealer bloc army force faction`,
		Place: `city cities town village capital country countries nation nations state states province region regions island islands port suburb suburbs district neighborhood
			neighbourhood county territory enclave resort river lake mountain valley peninsula street avenue square park beach stadium airport continent republic
			kingdom municipality hamlet borough township outpost archipelago desert coast plain bay harbor harbour settlement`,
		Other: `project projects program programs programme initiative plan treaty agreement accord pact law laws act bill measure rule policy constitution
			product products service device devices app apps application tool chatbot chatbots chip chips processor computer phone smartphone tablet console system
			engine software game games film films movie movies book books novel album albums song songs single show series musical play opera documentary memoir
			sitcom drama comedy thriller sequel poem painting sculpture
			rocket satellite spacecraft aircraft plane jet ship ships vessel submarine tanker telescope rover missile car sedan suv truck
			drug drugs vaccine vaccines virus disease strain hurricane storm earthquake war battle event festival conference tournament
			championship award prize trophy index language protocol format platform model models algorithm cryptocurrency token
			currency operation campaign mission scandal theory concept holiday ceremony anthem slogan hashtag painkiller sedative anesthetic anaesthetic
			antibiotic pill medication medicine supercomputer robot telethon concert tour`,
	}))
	return cues
}
