package index

import "strings"

// stopWords are left out of ranking: function words, and the words that only make a
// sentence a question. Most are those of the Snowball project's English list.
var stopWords = set(`a about above after again against all also although am among an and any are as at be became because been
before being below between both but by can cannot could did do does doing done down during each else ever few for from further get gets
had has have having he her here hers herself him himself his how however i if in into is it its itself just let like may me might more most
much must my myself no nor not of off on once only onto or other ought our ours ourselves out over own per please same shall she
should since so some such tell than that the their theirs them themselves then there these they this those though through to too
toward towards under until up upon us very via was we were what when where whether which while who whom whose why will with within without
would you your yours yourself yourselves dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt hasnt
havent hadnt im ive id youre hes shes theyre theres thats whats whos`)

func set(words string) map[string]struct{} {
	m := map[string]struct{}{}
	for w := range strings.FieldsSeq(words) {
		m[w] = struct{}{}
	}
	return m
}

// irregular maps irregular inflections to their base forms, as listed in any English
// grammar. Forms that are more often another word ("found" of "find", "saw") stay.
var irregular = rows(`arise arose arisen|beat beaten|become became|begin began begun|bid bade bidden|bind bound|bite bit bitten|
blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|
cling clung|come came|creep crept|deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|
fall fell fallen|feed fed|feel felt|fight fought|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|
freeze froze frozen|give gave given|go goes went gone|grow grew grown|hear heard|hide hid hidden|hold held|keep kept|know knew known|
lay laid|lead led|leave left|lend lent|lose lost|make made|mean meant|meet met|pay paid|ride rode ridden|ring rang rung|rise rose risen|
run ran|say said|see seen|seek sought|sell sold|send sent|shake shook shaken|shoot shot|show shown|shrink shrank shrunk|
sing sang sung|sink sank sunk|sleep slept|speak spoke spoken|spend spent|spin spun|stand stood|steal stole stolen|stick stuck|strike struck|
swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|
throw threw thrown|understand understood|wake woke woken|wear wore worn|win won|withdraw withdrew withdrawn|write wrote written|
man men|woman women|child children|person people|foot feet|tooth teeth|mouse mice|life lives|wife wives|half halves|crisis crises|
sit sat|stand stood|hang hung|bend bent|sting stung|slide slid|leap leapt|shine shone|strive strove striven|kneel knelt|learn learnt|
uphold upheld|withhold withheld|withstand withstood|oversee oversaw overseen|foresee foresaw foreseen|overthrow overthrew overthrown|
overcome overcame|overtake overtook overtaken|undertake undertook undertaken|undergo underwent undergone|mistake mistook mistaken|
forgive forgave forgiven|repay repaid|rebuild rebuilt|rewrite rewrote rewritten|mislead misled|misunderstand misunderstood|outsell outsold|
die died dying dies|lie lying|sue sued sues suing|tie tied tying|owe owed owes owing|vie vied vying`)

// kept are words that the stemmer would take for another word's inflection, with the
// stem that they get instead: "department" is no form of "depart".
var kept = rows(`department departments|university universities|universe|universal|organization organizations organisation organisations|
general generals|generation generations|international|internal|important importance|executive executives|execution executions execute executed|
several|severe severely|authority authorities|station stations|community communities|communist communists communism|
secretary secretaries|factor factors|factory factories|news|security securities|policy policies|police|animation|past|paste|
numerous|number numbers|private|privacy|business businesses|busy|inning innings|outing|opera|operator operators|operation operations|
missile missiles|mission missions|arson|arms|server servers|service services|marine marines|human humans|humane|capital|capitol`)

func rows(table string) map[string]string {
	m := map[string]string{}
	for row := range strings.SplitSeq(table, "|") {
		words := strings.Fields(row)
		for _, w := range words {
			m[w] = words[0]
		}
	}
	return m
}
