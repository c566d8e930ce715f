package corpus

import "strings"

// habit is how an abbreviation that ends in a stop behaves before a capital.
type habit int

const (
	plain    habit = iota // no abbreviation known
	inner                 // never ends a sentence: "Mr. Altman"
	counted               // goes with a number: "No. 1", "Jan. 22"; else it ends a sentence
	either                // ends a sentence only before a word that often starts one
	company               // as either, and also before a name and a verb: "Apple Inc. Altman said"
	clock                 // ends a sentence except before a zone or a day: "5 p.m. Eastern"
	lastWord              // ends a sentence before any capital: "etc."
)

// abbreviations holds words that are written with a stop, by habit, in the spelling of
// print: case counts ("Sat." is a day, "sat." a verb).
var abbreviations = table(map[habit]string{
	inner: `Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Gen Sen Sens Rep Reps Gov Govs Lt Col Maj Capt Cpt Cmdr Cdr Adm
		Sgt Cpl Pvt Pfc Brig Rev Hon Pres Supt Det Insp Amb Atty Fr Msgr Rt Ald Asst Assn Sheikh Mssrs
		DR PROF REP SEN GOV GEN COL LT MR MRS MS CAPT MAJ Spc Pte
		mr mrs dr prof gov sen
		v vs e.g i.e cf viz c.f et sp spp subsp`,
	counted: `No no NO Nos Vol Vols Art Sec Secs Fig Figs Ch Eq Exh p pp para approx ca est
		Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun`,
	either: `St st Ste Ave Blvd Rd Hwy Mt Ft Jr Sr Esq al Dept Univ Gov't Int'l Nat'l Natl Intl Ph.D Ph.Ds M.D M.B.A LL.D
		Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Mo Mont Neb Nev Okla Ore Pa Penn Tenn
		Tex Va Vt Wash Wis Wyo Ont Que Alta
		dept inc corp eds Tel lbs oz hrs`,
	company:  `Inc Incs Corp Corps Co Cos Ltd LLC LLP Plc PLC plc Bros Mfg Bancorp S.A N.V A.G S.p.A B.V L.P Pty INC CORP LTD CO co`,
	clock:    `a.m p.m A.M P.M`,
	lastWord: `etc`,
})

// afterClock are words that go on after "5 p.m.".
var afterClock = set(`EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT BST UTC CET CEST IST JST Eastern Central Mountain
	Pacific Greenwich Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
	August September October November December`)

// starters are words that, capitalised after an abbreviation, start a sentence rather
// than carry on a name.
var starters = set(`A After All Also Although Among An And Another Any Are As Asked At Because Before Both But By Can
	Critics Did Do Does During Each Earlier Even Every Experts For Former From Had Has Have He Her Here His How However I
	I'm I've I’m I’ve If In Instead Is It It's It’s Its Last Later Like Many Meanwhile Moreover More Most Much My Neither
	Nevertheless No None Nor Not Now Of Officials On Once One Only Or Other Others Our Over People Perhaps Police Researchers
	Several She Shortly Since So Some Still Such That That's That’s The Their Then There There's There’s These They They're
	They’re This Those Though Through Thus To Today Two Under Unlike Until We We're We’re Were Was What When Where Whether
	Which While Who Why With Within Without Yesterday Yet You You're You’re Your`)

// carriers are verbs that show the capitalised word before them to be a subject.
var carriers = set(`said says is was has had will would did does told added declined also`)

// speech are verbs of speaking that follow a quoted question: "Why?" Altman asked.
var speech = set(`said says asked asks wrote writes replied replies added adds tweeted posted told tells joked quipped
	exclaimed shouted responded continued recalled wondered demanded`)

// bangNames are names that are written with an exclamation mark.
var bangNames = set(`Yahoo Yum Jeopardy Joomla Oklahoma Mamma`)

// table turns lists of words into one lookup.
func table(rows map[habit]string) map[string]habit {
	out := map[string]habit{}
	for h, words := range rows {
		for _, w := range strings.Fields(words) {
			out[w] = h
		}
	}
	return out
}

// set turns a list of words into a lookup.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
